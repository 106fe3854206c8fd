"""Who does it, by the noun right behind an Arabic verb, or before «قد» behind «كان».

The rule: «طالبت الهيئة الشركة …» is not told as «طالبت الشركة … الهيئة»: of one verb in two Arabic
texts, the doer of either is the other's later noun. Neither noun may be an office, which may stand
before or behind its holder's name, nor joined to the other by «و»; and of a verb that two do to one
another («التقى») either may come first.

What it may get wrong: an object right behind its verb («استقبل الشركةَ الوزيرُ»), which newspapers
do not write. The escape hatch is to follow the order of the source.
"""

from __future__ import annotations

from collections.abc import Iterable

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.actors import actor, mark_before, title
from digests.summaries.verify.alignment import Alignment, alike
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.government import definite
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: What two do to one another.
_MUTUAL = forms(
    "ar",
    "التقى يلتقي, قابل يقابل, اجتمع يجتمع, صافح يصافح, عانق يعانق, حاور يحاور, جاور يجاور, "
    "تزوج يتزوج".split(", "),
)
_QAD, _WAS = folded("قد"), folded("كان كانت يكون تكون وكان وكانت")
_BEFORE_VERBS = folded("أن قد وقد لم لن ولم ولن سوف التي الذي إن بأن")
#: Endings of a noun that is somebody's: «بلادها».
_OWNED = ("ها", "هم")
#: Words of a doer's name before «قد», at most.
_NAME = 4


def doers_exchanged(
    sentence: Passage, source: Source, aligned: Alignment
) -> tuple[int, int] | None:
    """Two nouns of *sentence* of which its verb has the one as its doer, the evidence the other."""
    evidence = source.passage
    if evidence.language != "ar":
        return None
    for verb in sentence.content:
        doer = _doer(sentence, verb)
        for there in aligned.of(verb) if doer is not None else ():
            theirs = _doer(evidence, there)
            if doer is None or theirs is None or not _one_verb(sentence, verb, evidence, there):
                continue
            ours = aligned.every.get(doer, ())
            first, end = sentence_around(evidence, there)
            if not ours or not all(theirs < j < end for j in ours):
                continue
            later = range(doer + 1, sentence_around(sentence, verb)[1])
            other = next((p for p in later if aligned.every.get(p, ()) == (theirs,)), None)
            if other is None or _joined(sentence, other) or any(_joined(evidence, j) for j in ours):
                continue
            if any(title(sentence, p) for p in (doer, other)) or first > theirs:
                continue
            return doer, other
    return None


def mutual(text: Passage, verb: int) -> bool:
    """Whether two do to one another what the Arabic verb at *verb* says: «التقى»."""
    return not _MUTUAL.isdisjoint(without_particles(text.words[verb].fold))


def side_by_side(sentence: Passage, other: int, evidence: Passage, doers: Iterable[int]) -> bool:
    """Whether *other* is joined by «و» here, and *doers* are there: «النقابة والشركة»."""
    return _joined(sentence, other) and all(_joined(evidence, j) for j in doers)


def _one_verb(sentence: Passage, verb: int, evidence: Passage, there: int) -> bool:
    if mutual(sentence, verb):
        return False
    return alike(sentence.words[verb].fold, evidence.words[there].fold)


def _doer(text: Passage, verb: int) -> int | None:
    """The noun that does what the verb at *verb* says, where it stands in a place of its own."""
    if not _opens(text, verb):
        return None
    if verb > 1 and text.words[verb - 1].fold in _QAD:
        for at in range(verb - 2, max(-1, verb - 3 - _NAME), -1):
            if text.words[at].fold in _WAS and at + 2 < verb:
                return at + 1 if _noun(text, at + 1) else None
    behind = verb + 1
    if behind >= len(text.words) or mark_before(text, behind) or not _noun(text, behind):
        return None
    return behind


def _noun(text: Passage, place: int) -> bool:
    """Whether the noun of a party, or of one with a pronoun, stands at *place*."""
    if place not in text.telling or place in text.counted or title(text, place):
        return False
    known = definite(text, place) or bool(text.keys[place])
    return actor(text, place) and (known or text.words[place].fold.endswith(_OWNED))


def _opens(text: Passage, place: int) -> bool:
    """Whether the word at *place* stands where a clause has its verb."""
    before = text.words[place - 1].fold if place else ""
    first = place == 0 or mark_before(text, place) or text.words[place].fold[0] in "وف"
    return first or before in _BEFORE_VERBS


def _joined(text: Passage, place: int) -> bool:
    return text.words[place].fold[0] == "و"
