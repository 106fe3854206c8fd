"""«لا تزال … مجهولة»: what is not yet so is still otherwise; what remains unknown is not yet known.

The rule: «لا يزال» with a word of no or of what is not known behind it stands for a negation of the
evidence with "yet"; «بعد» and «حتى الآن» behind a negation stand for the evidence's "still" or
"remains" with such a word; and «بلا» before a noun for a negation that reaches the noun's verb.
What is denied is compared elsewhere (`noes`).

What it may get wrong: "yet" of another clause of the same sentence. The escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.neighbours import after, before, has
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

STILL = folded("يزال تزال يزالون زال زالت زالوا")
REMAINS = folded(
    "still remain remains remained continue continues עדיין نزال يزال تزال يزالون زال زلنا"
)
_NOT, _WHAT = folded("لا ولا"), folded("ما وما")
_YET, _SO_FAR = folded("yet עדיין טרם بعد"), folded("حتى")
_ITSELF = folded("טרם")
_BESIDE = folded("الآن الساعة اللحظة")
#: What is not: a no before an adjective or a noun, or an adjective that has a no of its own.
_UN = folded(
    "غير بلا دون بدون مجهول مجهولة مجهولا مجهولين unknown unclear uncertain unresolved undecided "
    "unidentified undisclosed unaccounted unpaid unsolved unexplained"
)
_WITHOUT = folded("بلا بدون دون")
#: Words from «لا يزال» to the word of no, and from a no to its «بعد».
_FAR = 9


def not_yet(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place* says in such a turn what the evidence says with "yet"."""
    evidence, word = source.passage, sentence.words[place].fold
    if word in STILL and before(sentence, place) in _NOT | _WHAT:
        behind = sentence.words[place + 1 : place + 1 + _FAR]
        return any(w.fold in _UN for w in behind) and _denied_yet(evidence)
    if word in _YET or (word in _SO_FAR and after(sentence, place) in _BESIDE):
        denied = any(n.at < place <= n.at + _FAR for n in sentence.negations)
        return denied and has(evidence, REMAINS) and has(evidence, _UN)
    if word in _WITHOUT:
        told = aligned.of(place + 1)
        return any(n.at < j < n.end for n in evidence.negations for j in told)
    return False


def _denied_yet(evidence: Passage) -> bool:
    """Whether *evidence* denies something with "yet": "has not yet", «لم … بعد», טרם."""
    if has(evidence, _ITSELF):
        return True
    yet = [at for at, w in enumerate(evidence.words) if w.fold in _YET]
    yet += [
        at
        for at, w in enumerate(evidence.words[:-1])
        if w.fold in _SO_FAR and evidence.words[at + 1].fold in _BESIDE
    ]
    return any(abs(at - n.at) <= _FAR for at in yet for n in evidence.negations)
