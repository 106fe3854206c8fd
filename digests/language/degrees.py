"""English adjectives in their degrees: shortest and shorter, of short.

The rule: the adjectives of the table with -er and -est, the last consonant doubled or the -y turned
as grammars say; no other word in -est is a degree (harvest, Budapest).

What it may get wrong: a degree is told from its adjective by other checks (`ranks`, `figures`).
The escape hatch is a line of the lexicon, which tells a degree before this does.
"""

from __future__ import annotations

_ADJECTIVES = """
angry big bleak bloody bold brave brief bright broad busy calm cheap clean clear clever cold cool
costly dark deadly deep dense dirty dry early easy faint fair fast fierce fine firm fit fresh full
gentle grave great grim happy hard harsh healthy heavy high hot kind large late lengthy light lively
long loud low mild narrow near neat new noisy old poor proud pure quick quiet rare rich risky rough
sad safe severe sharp short simple slight slim slow small smooth soft stark steep stiff strange
strict strong sure sweet swift tall thick thin tight tiny tough ugly warm weak wealthy wet wide wild
wise young
"""
#: Those whose last consonant is doubled.
_DOUBLED = frozenset("big fit grim hot sad slim thin wet".split())


def _degrees(adjective: str) -> tuple[str, str]:
    """The comparative and superlative of *adjective*: bigger, biggest."""
    stem = adjective
    if adjective in _DOUBLED:
        stem += adjective[-1]
    elif adjective.endswith("e"):
        stem = adjective[:-1]
    elif adjective.endswith("y") and adjective[-2] not in "aeiou":
        stem = adjective[:-1] + "i"
    return stem + "er", stem + "est"


_POSITIVES = {form: word for word in _ADJECTIVES.split() for form in _degrees(word)}


def positive(word: str) -> str | None:
    """The adjective of which *word* is a comparative or a superlative: short of "shortest"."""
    return _POSITIVES.get(word)
