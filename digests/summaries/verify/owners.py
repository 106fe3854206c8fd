"""Whose it is: the name or body right behind a noun is not another's, told elsewhere.

The rule: «محامي الشرطة» is refused where the evidence has somebody else right beside the lawyer
("the workers' lawyer", "lawyer of the workers"), whom the sentence tells of something else, and the
police nowhere near. A preposition may stand between («المتحدث باسم الشركة»). A word that stands
where a clause has its verb is no such noun («رفضت النقابة …»), and who stands behind "by" in the
evidence owns nothing.

What it may get wrong: a body told by its kind («رئيس الشركة» for "Google's president") is left
alone, whichever name stands for it. The escape hatch is to keep each owner beside its noun.
"""

from __future__ import annotations

from collections.abc import Iterable

from digests.language.kin import without_particles
from digests.language.lexicon import of_names
from digests.language.lists import folded
from digests.summaries.parties import CLAIM
from digests.summaries.verify.actors import actor, and_before, mark_before, title
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.class_nouns import CLASS_NOUNS
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.government import by_whom, definite
from digests.summaries.verify.nationality import countries
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Words of the evidence from a noun to what may still be its owner; words of the sentence around a
#: noun among which the other owner is not told elsewhere.
_NEAR, _ASIDE = 4, 3
_TIES = folded("باسم لدى من في عن")
#: Bodies and persons told by their kind, for which a name may stand.
_KINDS = folded(
    "الشركة المنظمة المجموعة الهيئة المؤسسة الجهة الوكالة الصحيفة الحزب الحركة الجماعة "
    "المدينة الرجل المرأة النادي البنك المصرف الجامعة الصندوق الشبكة القناة التطبيق المنصة الموقع "
    "الجمعية الولاية العاصمة البلاد الدولة"
)
_GROUPS = folded("المنظمة المجموعة الهيئة المؤسسة الجهة الجماعة الجمعية")
_PERSONS = folded("العمال الطلاب السكان الأطباء العملاء الركاب القضاة الوزراء النواب المدراء")
_OF, _ARTICLES = folded("of של"), folded("the a an")
_AND = frozenset({"and"})
#: Words of two names that are joined, at most.
_LIST = 6
_FROM = folded("from in at to on for with over by")
#: What tells that somebody has a thing, between it and its owner: «مقر تابع لحماس».
_OWNED = folded("تابع تابعة تابعا التابع التابعة تابعين مملوك مملوكة المملوك المملوكة")
_ADJECTIVE = ("ي", "يه", "يين", "يون", "يان", "يتين", "يتان")


def owner_exchanged(
    sentence: Passage, source: Source, aligned: Alignment
) -> tuple[int, int] | None:
    """The owner of a noun of *sentence*, and the word that tells the evidence's owner of it."""
    evidence = source.passage
    saying = {frame.at for frame in sentence.frames}
    for noun in sentence.content:
        if noun in saying or noun in aligned.near or _owner(sentence, noun):
            continue
        if _opens(sentence, noun):
            continue
        owner = _behind(sentence, noun)
        if owner is None or not _owner(sentence, owner) or owner in aligned.near:
            continue
        if sentence.words[noun].fold in _OWNED and sentence.words[owner].fold[:1] == "ل":
            continue
        theirs, told = aligned.every.get(noun, ()), aligned.every.get(owner, ())
        if any(_in_a_name(evidence, j) for j in theirs) and not title(sentence, noun):
            continue
        if sentence.words[noun].fold in CLASS_NOUNS and not definite(sentence, owner):
            continue  # «نادي لورن», which says no more than «لورن»
        if any(_left_out(noun, evidence, i, aligned) for i in told):
            continue
        if told and all(_does_it(evidence, i) for i in told):
            continue  # «قتل الجيش … الطالب» for "the killing of the student by the army"
        if not theirs or not told or any(_close(evidence, i, j) for i in theirs for j in told):
            continue
        through = owner > noun + 1
        owners = [_owners(evidence, j, through) for j in theirs]
        if any(_together(evidence, told, some) for some in owners):
            continue
        found = [_told_elsewhere(sentence, noun, owner, some, aligned) for some in owners]
        others = [other for other in found if other is not None]
        if len(others) == len(found):
            return owner, others[0]
    return None


def _left_out(noun: int, evidence: Passage, owner: int, aligned: Alignment) -> bool:
    """Whether the noun is left out behind its *owner*, the verb aside: "… and Intel's fell"."""
    alone = evidence.words[owner].text.endswith(("'s", "’s"))
    return alone and noun > 0 and owner + 1 in aligned.every.get(noun - 1, ())


def _opens(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* stands where a clause has its verb: «رفضت النقابة …»."""
    if place == 0 or mark_before(sentence, place):
        return not definite(sentence, place)
    return sentence.words[place - 1].fold in _BEFORE_A_VERB


_BEFORE_A_VERB = folded(
    "أن الذي التي الذين قد لم لن أنه أنها أنهم بأنه بأنها بأنهم إنه إنها إنهم لأنه لأنها لأنهم"
)


def _does_it(evidence: Passage, place: int) -> bool:
    """Whether the evidence names who stands at *place* behind "by"."""
    before = [word.fold for word in evidence.words[max(0, place - 2) : place]]
    if evidence.language == "ar":
        return by_whom(evidence, place)
    return not _BY[evidence.language].isdisjoint(before)


_BY = {"en": frozenset({"by"}), "he": folded("ידי")}


def _behind(sentence: Passage, noun: int) -> int | None:
    """The place of what belongs to the *noun*: right behind it, or behind one preposition."""
    for place in range(noun + 1, min(len(sentence.words), noun + 3)):
        if mark_before(sentence, place):
            return None
        if place in sentence.telling and sentence.words[place].fold not in _TIES:
            return place
        if sentence.words[place].fold not in _TIES:
            return None
    return None


def _owner(sentence: Passage, place: int) -> bool:
    """Whether a name, a person or a body stands at *place*, and no office."""
    if place in sentence.counted or place in sentence.dated or title(sentence, place):
        return False
    word = sentence.words[place].fold
    if definite(sentence, place) and word.endswith(_ADJECTIVE) and countries(sentence, place):
        return False
    if not sentence.meanings[place] or sentence.keys[place]:
        return word.isalpha()
    known = definite(sentence, place) and actor(sentence, place)
    return known or of_names(sentence.meanings[place])


def _in_a_name(evidence: Passage, place: int) -> bool:
    """Whether an English word with a capital stands at *place*: "United Auto Workers"."""
    capital = evidence.language == "en" and evidence.words[place].text[:1].isupper()
    return capital and not evidence.ends(place) and place > 0


def _close(evidence: Passage, one: int, other: int) -> bool:
    same = sentence_around(evidence, one) == sentence_around(evidence, other)
    between = evidence.words[min(one, other) : max(one, other)]
    claimed = any(w.fold in CLAIM for w in between)
    return same and not claimed and abs(one - other) <= _NEAR


def _told_elsewhere(
    sentence: Passage, noun: int, owner: int, owners: set[int], aligned: Alignment
) -> int | None:
    """The word of *sentence* for one of the *owners* in the evidence, far from the *noun*."""
    for place in sentence.content:
        between = range(min(owner, place), max(noun, place))
        claimed = any(sentence.words[p].fold in CLAIM for p in between)
        aside = noun - _ASIDE <= place <= owner + _ASIDE and not claimed
        if aside or place in (noun, owner) or not _owner(sentence, place):
            continue
        if owners.isdisjoint(aligned.every.get(place, ())) or place in aligned.near:
            continue
        if stands_for(sentence, owner, place) or stands_for(sentence, place, owner):
            continue
        return place
    return None


def _owners(evidence: Passage, there: int, through: bool) -> set[int]:
    """The places of whose the noun at *there* is: right beside it, on the side of the language.

    What stands *through* a preposition in the sentence may do so in English.
    """
    ties = _OF | _FROM if through else _OF
    found = _behind_a_tie(evidence, there, ties)
    if evidence.language == "en":
        before = {there - 1} if there and not evidence.gap(there).strip() else set()
        return found | before
    behind = there + 1
    if behind < len(evidence.words) and not mark_before(evidence, behind):
        found.add(behind)
    return found


def _together(evidence: Passage, told: Iterable[int], owners: Iterable[int]) -> bool:
    """Whether one of *told* is joined to one of *owners*: "A and B reached" tells of both."""
    return any(
        evidence.words[k].fold in _AND or and_before(evidence, k)
        for one in told
        for other in owners
        for k in range(min(one, other) + 1, max(one, other) + 1)
        if abs(one - other) <= _LIST
    )


def _behind_a_tie(evidence: Passage, there: int, ties: frozenset[str]) -> set[int]:
    words = [w.fold for w in evidence.words[there + 1 : there + 3]]
    if not words or words[0] not in ties:
        return set()
    at = there + 2 + (len(words) > 1 and words[1] in _ARTICLES)
    return {at} if at < len(evidence.words) else set()


def stands_for(sentence: Passage, kind: int, name: int) -> bool:
    """Whether the noun at *kind* may stand for what the word at *name* names, no persons.

    A company may be told for its name, and a group for any body.
    """
    forms, other = without_particles(sentence.words[kind].fold), sentence.words[name].fold
    if other in _PERSONS or (definite(sentence, name) and other.endswith(("ون", "ين"))):
        return False
    meant = sentence.meanings[name]
    body = definite(sentence, name) and actor(sentence, name)
    named = bool(sentence.keys[name]) or not meant or (of_names(meant) and not body)
    return not (_KINDS if named else _GROUPS).isdisjoint(forms) and other not in _KINDS
