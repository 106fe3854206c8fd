"""«اتهم الشركة بالوقوف وراء الحريق»: who is accused of a deed is accused of being behind it.

The rule: behind a verb of accusing, words for being behind or responsible for something need no
support where the noun behind them has it and the evidence accuses or blames somebody of that noun:
"of" or "for" stands before it there, «ב» on it, or «بـ» («האשים את החברה בשריפה»).

What it may get wrong: somebody accused of a thing that is no deed ("of silence"), which nobody
stands behind; and who is accused is left to the other checks. The escape hatch is to tell it with
the evidence's own noun.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.speech_verbs import Act
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage

#: «بالوقوف وراء», «بالمسؤولية عن», «بالتسبب في», each word of them.
_BEING = folded("بالوقوف بالمسؤولية بالتسبب بتنفيذ بتدبير")
_BEHIND = folded("وراء خلف")
#: Words between such a word and the deed, and between the evidence's preposition and it, at most.
_DEED, _ARTICLES = 3, 2
_OF = frozenset({"of", "for", "over"})
#: The particle that ties the deed to the verb: «בשריפה», «بالحريق».
_ON_IT = {"he": "ב", "ar": "ب"}


def to_blame(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the word at *place* only says that the accused did what he is accused of."""
    word = sentence.words[place].fold
    first = place if word in _BEING else place - 1
    if first < 0 or sentence.words[first].fold not in _BEING:
        return False
    if first != place and word not in _BEHIND:
        return False
    if not any(f.act is Act.ACCUSE and f.at < place for f in sentence.frames):
        return False
    accusing = [f.at for f in evidence.frames if f.act is Act.ACCUSE]
    deed = next(
        (p for p in range(place + 1, place + 1 + _DEED) if aligned.of(p)),
        None,
    )
    return deed is not None and any(
        _of_it(evidence, j) and any(at < j for at in accusing) for j in aligned.of(deed)
    )


def _of_it(evidence: Passage, deed: int) -> bool:
    """Whether the *deed* is what somebody is accused of: "of the fire", «בשריפה»."""
    if (particle := _ON_IT.get(evidence.language)) is not None:
        return evidence.words[deed].fold.startswith(particle)
    before = evidence.words[max(0, deed - _ARTICLES) : deed]
    return any(word.fold in _OF for word in before)
