"""Nouns that stand beside a party and add nothing to it: «وكيل وزارة الصحة», «ومقرها», «بين».

The rule: «اتفاق بين» stands for "agreed" of two, «إحدى طائراتها» for an aircraft of its,
«المرشحان» for "the two", «الطرفان» of two that are named (`paired`), «وزارة» in the office of a
minister's deputy, «ومقرها» for "based in", «أفراد من الشرطة» for policemen; what stands beside them
has support.

What it may get wrong: where such a word is the point of the sentence, its change is not seen. The
escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.neighbours import after, before, has, sides
from digests.summaries.verify.paired import sides_named
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source
from digests.summaries.verify.two_of_a_kind import two_of_a_kind

_OF = folded("من")
_AMONG = folded("بين")
#: What two have with each other.
_MUTUAL = folded(
    "اتفاق الاتفاق اتفاقا هدنة الهدنة بهدنة مفاوضات المفاوضات محادثات المحادثات اشتباكات "
    "الاشتباكات لقاء اجتماع صفقة مصالحة تسوية"
)
_BOTH_SIDES = folded("الطرفين الجانبين البلدين الفريقين المعسكرين")
_AND = folded("and ו")
_ONE = folded("أحد إحدى")
_PAIR = folded("two both either neither them שני שתי שניהם שתיהן كلا كلتا اثنين اثنان")
_DUAL = ("ان", "ين")
_MINISTRY = folded("وزارة")
_DEPUTIES = folded("وكيل وكيلة سكرتير سكرتيرة أمين أمينة كاتب كاتبة مسؤول مسؤولة متحدث متحدثة")
_SECRETARIES = folded("secretary undersecretary minister permanent ministerial department")
_SEAT = folded("مقره مقرها مقرهم")
_MEMBERS = folded("أفرادا أفراد عناصر")
_FORCES = folded("الشرطة الجيش الأمن الدرك")
_NEAR = 5
_SHORT = 3


def of_parties(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """«اتفاق بين», «إحدى طائراتها», «المرشحان», «وكيل وزارة», «ومقرها», «أفراد من الشرطة»."""
    evidence, following = source.passage, aligned.of(place + 1)
    if sentence.words[place].fold in _AMONG:
        return _mutual(sentence, place, evidence, aligned)
    if forms & _ONE:
        return after(sentence, place).endswith(("ها", "ه", "هم")) and bool(following)
    if forms & _MINISTRY and following and aligned.of(place - 1):
        deputy = not _DEPUTIES.isdisjoint(without_particles(before(sentence, place)))
        there = [evidence.words[j].fold for j in aligned.of(place - 1)]
        close = any(0 < j - k <= 2 for k in following for j in aligned.of(place - 1))
        return deputy and close and any(word in _SECRETARIES for word in there)
    if forms & _SEAT and following:
        left, _ = sides(sentence, place)
        told = range(max(0, (left or 0) - _SHORT), place)
        return any(abs(j - k) <= _NEAR for p in told for j in aligned.of(p) for k in following)
    if forms & _MEMBERS and after(sentence, place) in _OF:
        return after(sentence, place, 2) in _FORCES and bool(aligned.of(place + 2))
    if sides_named(sentence, place, source, aligned) or _the_two(sentence, place, source):
        return True
    return two_of_a_kind(sentence, place, source, aligned)


def _mutual(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """«اتفاق بين أ وب» where the evidence joins the two: owners and unions agreed."""
    if not {sentence.words[p].fold for p in range(max(0, place - _NEAR), place)} & _MUTUAL:
        return False
    one = aligned.of(place + 1)
    if one and after(sentence, place) in _BOTH_SIDES:
        return True
    joined = range(place + 2, min(len(sentence.words), place + 2 + _NEAR))
    others = {j for p in joined if sentence.words[p].fold[:1] == "و" for j in aligned.of(p)}
    return any(
        evidence.words[at].fold in _AND
        for j in one
        for k in others
        for at in range(min(j, k) + 1, max(j, k))
        if max(j, k) - min(j, k) <= _NEAR
    )


def _the_two(sentence: Passage, place: int, source: Source) -> bool:
    """«المرشحان» where the evidence has "the two", and the text before it one of their kind."""
    word = sentence.words[place].fold
    if not word.startswith(("ال", "لل")) or not word.endswith(_DUAL):
        return False
    meant = sentence.meanings[place]
    known = any(meant & found for text in source.before for found in text.meanings)
    return known and not sentence.keys[place] and has(source.passage, _PAIR)
