"""Scope: what some do is not told of all.

The rule: a word for all of them (جميع، كل، كافة، بأسره) needs a word of that kind in the evidence
(all, every, entire, any, כל, جميع); after a negation it needs none. Not all are not none. One of
two («أحد الطرفين») is not the two of them, unless the evidence tells of one, too. Most of them are
not told for some, nor one of them («أحد العمال») for each ("every one of the workers").

What it may get wrong: "all" that belongs to another noun of the evidence supports it too. The
escape hatch is the tables below.
"""

from __future__ import annotations

import re
from itertools import pairwise

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import EACH
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.frequency import how_often
from digests.summaries.verify.one_of_them import all_for_one
from digests.summaries.verify.padded import of_each
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.units import is_time

#: Words after a negation within which "all" is "any".
_NOT_ALL = 4


def scope(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A word for "all" in *sentence* that the evidence has nothing for, or for "most" of some."""
    if (most := _most_for_some(sentence, source.passage, aligned)) is not None:
        shown = sentence.words[most].text
        return Refusal(Code.STRENGTH, f"«{shown}»: the evidence says it of others of them")
    if (none := _none_for_not_all(sentence, source.passage, aligned)) is not None:
        shown = sentence.words[none].text
        return Refusal(Code.STRENGTH, f"«{shown}»: the evidence says that not all, not that none")
    theirs = {word.fold for word in source.passage.words}
    if theirs & _BOTH and not theirs & _ONE and (one := _one_of_two(sentence)):
        return Refusal(Code.STRENGTH, f"«{one}»: the evidence tells of the two")
    if (single := _one_for_each(sentence, source.passage, aligned)) is not None:
        shown = sentence.words[single].text
        return Refusal(Code.STRENGTH, f"«{shown}»: the evidence says it of each of them")
    if (several := all_for_one(sentence, source, aligned)) is not None:
        shown = sentence.words[several].text
        return Refusal(Code.STRENGTH, f"«{shown}»: the evidence says it of one of them")
    pairs = pairwise(word.fold for word in source.passage.words)
    if (
        _WITH_ONE_VOICE in pairs
        or theirs & _EVERY
        or any(set(without_particles(word)) & _EVERY for word in theirs)
    ):
        return None
    for place, word in enumerate(sentence.words):
        if not set(without_particles(word.fold)) & _ALL:
            continue
        following = sentence.words[place + 1].fold if place + 1 < len(sentence.words) else ""
        before = sentence.words[place - 1].fold if place else ""
        if any(q.first <= place < q.end for q in sentence.quantities):
            continue  # «طفل من كل ثلاثة»: a share
        if before == _FOR and any(q.end <= place <= q.end + _NOT_ALL for q in sentence.numbers):
            continue  # «140 ألف درهم عن كل مسكن»: a rate
        if of_each(sentence, place, source.passage):
            continue  # «مدة كل منهما يوم»: one-day
        if how_often(sentence, place, source.passage):
            continue  # «مرة كل 90 عاما»: once in 90 years
        if _a_rate(sentence, place + 1, source.passage, aligned):
            continue  # «200 مليون كل أسبوع»
        if following in _EACH_OF or any(0 < place - n.at <= _NOT_ALL for n in sentence.negations):
            continue
        return Refusal(Code.STRENGTH, f"the evidence does not say «{word.text}»")
    return None


def _a_rate(sentence: Passage, unit: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether a time at *unit* is one in which something is counted: "200 million a week"."""
    if unit >= len(sentence.words) or not is_time(sentence, unit):
        return False
    found = aligned.every.get(unit, ())
    return bool(found) and all(_apiece(evidence, j) for j in found)


def _apiece(evidence: Passage, place: int) -> bool:
    """Whether "a" stands before the time at *place*, and a number with its noun right before it."""
    article = place - 1
    if article < 1 or evidence.words[article].fold not in ("a", "an"):
        return False
    ago = evidence.words[place + 1 : place + 2]
    if evidence.words[article - 1].fold in _NO_RATE or (ago and ago[0].fold in _NO_RATE):
        return False
    return any(0 <= article - q.end <= _COUNTED for q in evidence.quantities)


def _most_for_some(sentence: Passage, evidence: Passage, aligned: Alignment) -> int | None:
    """«معظم العمال» where the evidence has "some workers", or the other way round."""
    for place, word in enumerate(sentence.words[:-1]):
        ours = next((part for part, words in _PARTS.items() if word.fold in words), None)
        if ours is None:
            continue
        told = [_part_of(evidence, j) for j in aligned.every.get(place + 1, ())]
        if told and all(part not in (None, ours) for part in told):
            return place
    return None


def _none_for_not_all(sentence: Passage, evidence: Passage, aligned: Alignment) -> int | None:
    """«لا ينطبق على أي من السائقين» where the evidence says "not to all of its drivers"."""
    denied = {place for n in sentence.negations for place in range(n.at + 1, n.end + 1)}
    there = {
        j
        for n in evidence.negations
        if evidence.words[n.at].fold not in _NONE and n.at + 1 < len(evidence.words)
        if evidence.words[n.at + 1].fold != "one"
        for j in range(n.at + 1, n.end + 1)
    }
    for place in sorted(denied):
        if place >= len(sentence.words) or sentence.words[place].fold not in _ANY:
            continue
        behind = range(place + 1, min(len(sentence.words), place + 1 + _NOT_ALL))
        noun = next((p for p in behind if p in sentence.telling), place)
        found = aligned.every.get(noun, ())
        if found and all(_all_of(evidence, j, there) for j in found):
            return place
    return None


def _all_of(evidence: Passage, place: int, denied: set[int]) -> bool:
    """Whether the evidence denies something of all that stands at *place*."""
    if evidence.language == "he" and evidence.words[place].fold[0] != "ה":
        return False  # «לא היה כל קשר», no connection at all
    before = denied.intersection(range(max(0, place - _NOT_ALL), place))
    return any(evidence.words[j].fold in _WHOLE and not _idle(evidence, j) for j in before)


def _idle(evidence: Passage, place: int) -> bool:
    """Whether it is of "at all", or of «كل منهما» and «كل من», which are each of two."""
    behind = evidence.words[place + 1].fold if place + 1 < len(evidence.words) else ""
    return evidence.words[place - 1].fold == "at" or behind in _OF_TWO


def _part_of(evidence: Passage, place: int) -> str | None:
    """Whether most or some of what stands at *place* is told of."""
    before = {w.fold for w in evidence.words[max(0, place - _BEFORE) : place]}
    return next((part for part, words in _PARTS.items() if before & words), None)


_PARTS = {
    "most": folded("معظم أغلب غالبية أغلبية أكثرية most majority רוב מרבית"),
    "some": folded("بعض some several few כמה חלק מקצת"),
}
#: Words before a noun among which such a word stands.
_BEFORE = 2


def _one_of_two(sentence: Passage) -> str:
    """The words of *sentence* that tell of one of two: «أحد الطرفين»."""
    for word, two in pairwise(sentence.words):
        if not _ONE.isdisjoint(without_particles(word.fold)) and _TWO.fullmatch(two.fold):
            return sentence.text[word.start : two.end]
    return ""


def _one_for_each(sentence: Passage, evidence: Passage, aligned: Alignment) -> int | None:
    """«أحد العمال» or «عاملًا واحدًا» where the evidence has "each one of the workers"."""
    ones = [p for p, word in enumerate(evidence.words) if word.fold in _SINGLE]
    if not ones or not all(_behind_each(evidence, p) for p in ones):
        return None
    theirs = {
        j
        for p in ones
        if any(w.fold in _ONE_OF or w.fold[0] == "מ" for w in evidence.words[p + 1 : p + 2])
        for j in range(p + 1, min(len(evidence.words), p + 2 + _NOT_ALL))
    }
    denied = {p for n in sentence.negations for p in range(n.at, n.end)}
    for place, word in enumerate(sentence.words):
        if _SINGLE.isdisjoint(without_particles(word.fold)) or place in denied:
            continue
        eleven = any(q.first <= place < q.end and q.value != 1 for q in sentence.quantities)
        noun = place + 1 if _AHEAD.intersection(without_particles(word.fold)) else place - 1
        beside = aligned.every.get(noun, ())
        if eleven or place in sentence.dated or theirs.isdisjoint(beside):
            continue
        if not _behind_each(sentence, place):
            return place
    return None


def _behind_each(text: Passage, place: int) -> bool:
    return place > 0 and text.words[place - 1].fold in EACH


_ONE_OF, _AHEAD = frozenset({"of"}) | folded("من מ"), folded("أحد إحدى")
_SINGLE = folded("أحد إحدى واحد واحدا واحدة one אחד אחת")


_BOTH = frozenset({"both", "two"}) | folded("שני שתי שניהם שתיהן كلا كلتا كلاهما كلتاهما كليهما")
_ONE = frozenset("one either neither single another".split()) | folded(
    "أحد إحدى أحدهما إحداهما אחד אחת אחר"
)
_TWO = re.compile("ال.{2,}ين")
_ALL = folded("جميع جميعا جميعهم جميعها كافة كل كلهم كلها كله قاطبة بأسره بأسرها برمته برمتها")
_EVERY = (
    _ALL
    | frozenset(
        "all every each everyone everybody everything entire entirely whole any both per "
        "unanimous unanimously always full fully nobody none no across total throughout "
        "wherever whoever whenever worldwide nationwide daily weekly monthly yearly annually "
        "hourly annual".split()
    )
    | folded("כל כול הכל הכול לכול כולם כולן כולו כולה כולנו כולכם כלל שלם שלמה בכל מדי לכל אף")
    | folded("أي سائر إجمالي إجماع بالإجماع مجمل عموم بالكامل كامل كاملة")
)
_ANY = folded("أي أية أيا بأي لأي أحد أحدا")
_WHOLE = frozenset("all every".split()) | folded("جميع كل كافة כל")
_NONE, _OF_TWO = frozenset("none neither nobody no".split()), folded("من منهما منهم منها")
_FOR = fold("عن")
#: Words beside "a week" with which it is no rate, and words of a number's noun before it.
_NO_RATE, _COUNTED = frozenset("for in after within over during ago later earlier".split()), 2
_WITH_ONE_VOICE = ("פה", "אחד")
_EACH_OF = frozenset({fold("من")})
