"""Who does it, by the noun right behind an Arabic verb, or before «قد» behind «كان».

The rule: «طالبت الهيئة الشركة …» is not told as «طالبت الشركة … الهيئة»: of one verb in two Arabic
texts, the doer of either is the other's later noun, or any other noun where the evidence has its
doer right before its verb, behind «لكن» or «إن». Neither noun may be an office, which may stand
before or behind its holder's name, nor joined to the other by «و»; and of a verb that two do to one
another («التقى») either may come first.

What it may get wrong: an object right behind its verb («استقبل الشركةَ الوزيرُ»), which newspapers
do not write. The escape hatch is to follow the order of the source.
"""

from __future__ import annotations

from collections.abc import Iterable

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lexicon import of_names
from digests.language.lists import folded
from digests.summaries.verify.actors import actor, and_before, mark_before, title
from digests.summaries.verify.alignment import Alignment, alike
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.government import by_whom, definite
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: What two do to one another.
_MUTUAL = forms(
    "ar",
    "التقى يلتقي, اجتمع يجتمع, صافح يصافح, عانق يعانق, جاور يجاور, تزوج يتزوج".split(", "),
)
_QAD, _WAS = folded("قد"), folded("كان كانت يكون تكون وكان وكانت")
#: What stands between a noun and its verb.
VERBAL = folded("لم لن لا قد سوف")
_OPENING = folded("لكن ولكن إن بأن أن وإن فإن وأن")
_TO_IT = folded("له لها لهم عليه عليها عليهم منه منها منهم إليه إليها إليهم به بها بهم فيه فيها")
_BEFORE_VERBS = folded("أن قد وقد لم لن ولم ولن سوف التي الذي إن بأن")
#: Prepositions whose two sides are not the same, and words of a clause of such a verb.
_SET_AGAINST, _CLAUSE = folded("على من إلى ضد أمام"), 10
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
            theirs, fronted = _doer(evidence, there), False
            if theirs is None:
                theirs, fronted = _doer_before(evidence, there), True
            if doer is None or theirs is None or not _one_verb(sentence, verb, evidence, there):
                continue
            ours = aligned.every.get(doer, ())
            first, end = sentence_around(evidence, there)
            around = range(*sentence_around(sentence, verb))
            once = len(aligned.every[verb]) == 1
            if not ours or theirs in ours or not all(first <= j < end for j in ours):
                continue
            if not (once and fronted) and any(j < theirs for j in ours):
                continue  # «…، الذي اتهم الحلبوسي»: the doer is told before
            later = around if once and fronted else range(doer + 1, around[-1] + 1)
            other = next((p for p in later if _only(evidence, theirs, aligned, p)), None)
            if other is None or and_before(sentence, other) or by_whom(sentence, other):
                continue
            if any(and_before(evidence, j) for j in ours):
                continue
            if any(title(sentence, p) for p in (doer, other)) or first > theirs:
                continue
            return doer, other
    return None


def _only(evidence: Passage, there: int, aligned: Alignment, place: int) -> bool:
    """Whether the word at *place* rests on the one at *there*, or on it and the same word again."""
    found = aligned.every.get(place, ())
    word = evidence.words[there].fold
    return there in found and all(evidence.words[j].fold == word for j in found)


def sides_of_a_preposition(
    sentence: Passage, source: Source, aligned: Alignment
) -> tuple[int, int] | None:
    """«فازت جزر القمر على الكاميرون» where the evidence has the two the other way round."""
    evidence = source.passage
    for verb in sentence.content if evidence.language == "ar" else ():
        for there in aligned.of(verb):
            if not _opens(sentence, verb) or not _one_verb(sentence, verb, evidence, there):
                continue
            ours, theirs = _two_sides(sentence, verb), _two_sides(evidence, there)
            if ours is None or theirs is None or ours[2] != theirs[2]:
                continue
            before, behind = (
                {j for p in side for j in aligned.every.get(p, ())} for side in ours[:2]
            )
            own = [p for p in ours[0] if not set(theirs[0]).intersection(aligned.every.get(p, ()))]
            other = set(theirs[0]) - before  # «حزب» may stand on both sides
            if not any(_named(sentence, p) for p in [*own, *ours[1]]):
                continue
            if own and other and _rest_on(aligned, own, theirs[1]) and other <= behind:
                return own[0], ours[1][0]
    return None


def _two_sides(text: Passage, verb: int) -> tuple[list[int], list[int], str] | None:
    """The words before and behind the preposition of the verb at *verb*, and the preposition."""
    end = min(len(text.words), verb + 1 + _CLAUSE)
    end = next((p for p in range(verb + 1, end) if mark_before(text, p)), end)
    at = next((p for p in range(verb + 1, end) if text.words[p].fold in _SET_AGAINST), None)
    if at is None:
        return None
    before = [p for p in range(verb + 1, at) if p in text.telling and p not in text.counted]
    behind = [p for p in range(at + 1, min(end, at + 1 + _NAME)) if p in text.telling]
    return (before, behind, text.words[at].fold) if before and behind else None


def _named(text: Passage, place: int) -> bool:
    return actor(text, place) or of_names(text.meanings[place])


def _rest_on(aligned: Alignment, ours: list[int], theirs: list[int]) -> bool:
    """Whether all of *ours* rest on words among *theirs* alone."""
    return all(aligned.every.get(p) and set(aligned.every[p]) <= set(theirs) for p in ours)


def mutual(text: Passage, verb: int) -> bool:
    """Whether two do to one another what the Arabic verb at *verb* says: «التقى»."""
    return not _MUTUAL.isdisjoint(without_particles(text.words[verb].fold))


def side_by_side(sentence: Passage, other: int, evidence: Passage, doers: Iterable[int]) -> bool:
    """Whether *other* is joined by «و» here, and *doers* are there: «النقابة والشركة»."""
    return and_before(sentence, other) and all(and_before(evidence, j) for j in doers)


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
    if behind < len(text.words) and text.words[behind].fold in _TO_IT:
        behind += 1
    if behind >= len(text.words) or mark_before(text, behind) or not _noun(text, behind):
        return None
    return behind


def _doer_before(text: Passage, verb: int) -> int | None:
    """The noun that opens its clause right before the verb: «لكن النقابة لم تلتزم»."""
    before = verb - 1
    while before > 0 and text.words[before].fold in VERBAL:
        before -= 1
    if before < 1 or text.words[before - 1].fold not in _OPENING or mark_before(text, before):
        return None
    if any(mark_before(text, p) for p in range(before + 1, verb + 1)):
        return None
    return before if _noun(text, before) and definite(text, before) else None


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
