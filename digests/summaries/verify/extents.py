"""How much there is of something and how long it lasts, by words that the evidence leaves out.

The rule: «كمية» before a degree («كمية أقل من الماء») adds nothing to "less"; «دامت» between what
lasts and its time adds nothing to "days of protests", "months-long talks" or "talked for months";
«مددا» before a length of time adds nothing to it; and the noun behind a number whose evidence has
none is the one that the sentence counts («عدد أجهزة الضخ من 90 إلى 40 جهازا»).

What it may get wrong: where such a word is the point of the sentence, its change is not seen. The
escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.kin import kin, without_particles
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.neighbours import after, before, verbs_of
from digests.summaries.verify.passage import FREE, Passage

_AMOUNTS = folded("كمية كميات قدر قدرا مقدار مقدارا قسط قسطا حجم")
_DEGREES = folded("أقل أكبر أكثر أصغر أوفر")
_LASTS = verbs_of("دام يدوم, استمر يستمر, امتد يمتد, استغرق يستغرق")
_TIMES = folded(
    "أيام أياما أسابيع أشهر أشهرا شهور شهورا سنوات أعوام أعواما ساعات عقود عقودا يوم يوما أسبوع "
    "أسبوعا شهر شهرا سنة عام عاما"
)
_TERMS = folded("مدد مددا لمدد فترات لفترات")
#: «عدد المضخات»: what is counted stands behind.
_NUMBER = folded("عدد عددا أعداد")
#: Words from a length of time to what lasts, and from a term to its number, at most.
_NEAR, _TERM = 4, 4


def extent(
    sentence: Passage, place: int, forms: set[str], evidence: Passage, aligned: Alignment
) -> bool:
    """Whether the word at *place* only says that the next is an amount or a length of time."""
    if (forms | {sentence.words[place].fold}) & _AMOUNTS and after(sentence, place) in _DEGREES:
        return bool(aligned.of(place + 1))
    if forms & _LASTS and after(sentence, place) in _TIMES:
        return _lasting(evidence, aligned.of(place - 1), aligned.of(place + 1))
    if forms & _TERMS:
        return any(0 < q.first - place <= _TERM for q in sentence.numbers)
    return _counted_before(sentence, place, evidence, aligned)


def _lasting(evidence: Passage, thing: tuple[int, ...], time: tuple[int, ...]) -> bool:
    """Whether the evidence has the *thing* by its *time*: days of protests, talks for months."""
    if evidence.language != "en":
        return False
    return any(
        (0 < k - j <= _NEAR and {after(evidence, j), after(evidence, j, 2)} & {"of", "long"})
        or (
            0 < j - k <= _NEAR and {before(evidence, j), before(evidence, j, 2)} & {"for", "lasted"}
        )
        for j in time
        for k in thing
    )


def _counted_before(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the word at *place* is the noun of a number, told before and bare in the evidence."""
    number = next((q for q in sentence.numbers if q.end == place), None)
    if number is None:
        return False
    own = kin(sentence.words[place].fold)
    told = any(
        aligned.of(p) and not own.isdisjoint(kin(sentence.words[p].fold))
        for p in range(1, number.first)
        if not _NUMBER.isdisjoint(without_particles(sentence.words[p - 1].fold))
    )
    same = [q for q in evidence.numbers if q.value == number.value]
    return told and bool(same) and all(_bare(evidence, q.end) for q in same)


def _bare(evidence: Passage, behind: int) -> bool:
    """Whether no noun stands right *behind* a number."""
    if behind == len(evidence.words) or evidence.gap(behind).strip():
        return True
    return evidence.words[behind].fold in FREE | _SMALL


_SMALL = frozenset("and or in on at by from to of but with for as while who which that".split())
