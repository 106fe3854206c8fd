"""Votes: those for something are not told as those against it.

The rule: a number of the sentence with "for" or "against" behind it, its noun between them or left
out, is refused when the evidence has that number with the other of the two only. The number of a
majority counts votes.

What it may get wrong: a side that is told before its number is not looked at. The escape hatch is
the table.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import Quantity
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_OWNERS = ("", "ه", "ها", "هم", "هما")
_AGAINST = frozenset(fold("ضد" + owner) for owner in _OWNERS) | folded("against נגד נגדו נגדה")
_FOR = frozenset(fold("لصالح" + owner) for owner in _OWNERS) | folded("for בעד")
#: What a number of votes is for or against, where their noun is left out.
SIDES = _FOR | _AGAINST
#: Words behind a number within which its side stands.
_WITHIN = 3


def on_the_other_side(sentence: Passage, source: Source) -> Quantity | None:
    """A number of *sentence* that the evidence has on the other side of a vote."""
    evidence = source.passage
    for ours in sentence.numbers:
        side = _side(sentence, ours)
        theirs = {_side(evidence, q) for q in evidence.numbers if q.value == ours.value}
        if side and theirs and "" not in theirs and side not in theirs:
            return ours
    return None


def of_a_majority(evidence: Passage, place: int, number: Quantity) -> bool:
    """Whether *number* tells the votes of the majority at *place*: "a majority of 61"."""
    between = [word.fold for word in evidence.words[place + 1 : number.first]]
    return len(between) == 1 and between[0] in _OF and evidence.words[place].fold in _MAJORITY


_MAJORITY, _OF = folded("majority רוב ברוב"), folded("of של")


def a_vote(sentence: Passage, place: int, evidence: Passage) -> bool:
    """Whether «صوتا» at *place* counts what the evidence sets side by side: "passed 68-30"."""
    if sentence.words[place].fold not in _VOTES or not sentence.quantities:
        return False
    ours = next((q for q in sentence.numbers if q.end == place), None)
    pairs = zip(evidence.numbers, evidence.numbers[1:], strict=False)
    return ours is not None and any(
        ours.value in (one.value, other.value) and _set_against(evidence, one, other)
        for one, other in pairs
    )


def _set_against(text: Passage, one: Quantity, other: Quantity) -> bool:
    """Whether the number *other* follows *one* behind a dash or "to", as votes do."""
    between = [word.fold for word in text.words[one.end : other.first]]
    dash = not between and text.gap(other.first).strip() in _DASHES
    return (dash or between == ["to"]) and any(w.fold in _CARRIED for w in text.words)


_VOTES, _DASHES = folded("صوتا صوت أصوات"), frozenset("-–—")
#: Verbs of what is voted on or who votes.
_CARRIED = folded(
    "passed pass passes approved approves approve adopted adopts rejected rejects voted vote votes "
    "confirmed confirms backed ruled defeated acquitted impeached ratified"
)


def _side(text: Passage, quantity: Quantity) -> str:
    for place in range(quantity.end, min(len(text.words), quantity.end + _WITHIN)):
        if place in text.counted or text.gap(place).strip():
            return ""
        word = text.words[place].fold
        if word in SIDES:
            return "for" if word in _FOR else "against"
    return ""
