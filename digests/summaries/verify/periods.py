"""A part of a time is not the whole of it: a figure of the third quarter is none of the year.

The rule: where the evidence has a quarter, a half, months or weeks "of" a longer time, and that
time nowhere else, a sentence that tells a number of that passage and the longer time tells the
part, too, or the edge that it is («أواخر الشهر» for its last week).

What it may get wrong: a number of what happened once in that part («قُتل اثنان في الربع الأول من
العام») is told of the year truly, and refused. The escape hatch is to keep the part.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.exchanged import equal, year
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_YEAR, _MONTH = "year", "month"
#: Longer times that are told by their noun alone.
_WHOLES = {
    word: kind
    for kind, words in {
        _YEAR: "year العام عام السنة سنة שנה השנה שנת",
        _MONTH: "month الشهر شهر חודש החודש",
    }.items()
    for word in folded(words)
}
_PARTS = {
    "ar": folded(
        "ربع الربع ربعه نصف النصف نصفه ثلث الثلث أشهر الأشهر شهور الشهور أسبوع الأسبوع أسابيع "
        "الأسابيع أسبوعين الأسبوعين شهرين الشهرين الفترة"
    ),
    "en": frozenset(
        "quarter quarters half third-quarter months weeks week trimester period".split()
    ),
    "he": folded(
        "תקופה התקופה לתקופה רבעון ברבעון מחצית במחצית שליש בשליש חודשים החודשים שבוע "
        "שבועות השבוע רבעונים"
    ),
}
#: Edges of a time, and what makes an edge of a part of it; parts that are too large for one.
_EDGES = (
    (
        folded("أواخر نهاية ختام"),
        folded("last final closing الأخير الأخيرة האחרון האחרונה האחרונים"),
    ),
    (folded("أوائل مطلع بداية"), folded("first opening الأول الأولى הראשון הראשונה הראשונים")),
)
_LARGE, _MARKED = folded("half نصف النصف מחצית trimester ثلث الثلث שליש"), 2
#: Words from the noun of a part to the time that it is of, at most, and what may stand between.
_REACH = 6
_TIES = folded(
    "of the this last next first in fiscal financial current previous same a earlier "
    "من ل في هذا هذه المقبل نفسها ذاتها المقابلة המקבילה "
    "الماضي الماضية الأول الأولى الأخير الأخيرة المالي المالية של ב הזה הזאת הראשון הראשונה "
    "הראשונים הראשונות האחרון האחרונה האחרונים האחרונות"
)


def of_a_part(sentence: Passage, source: Source) -> Quantity | None:
    """A number that *sentence* tells of a year, or month, and the evidence of a part of it."""
    evidence = source.passage
    parts = list(_parts(evidence))
    if not parts or any(_is_part(sentence, p) for p in range(len(sentence.words))):
        return None
    if _at_its_edge(sentence, evidence, parts):
        return None
    within = {whole for _, whole in parts}
    told = [_whole(sentence, p) for p in range(len(sentence.words))]
    for part, at in parts:
        kind = _whole(evidence, at)
        elsewhere = [p for p in range(len(evidence.words)) if _whole(evidence, p) == kind]
        if kind not in told or not within.issuperset(elsewhere):
            continue
        around = range(*sentence_around(evidence, part))
        theirs = [q for q in evidence.numbers if q.first in around]
        for ours in sentence.numbers:
            if ours.kind is not Kind.ORDINAL and any(equal(ours, q) for q in theirs):
                return ours
    return None


def _at_its_edge(sentence: Passage, evidence: Passage, parts: list[tuple[int, int]]) -> bool:
    """Whether *sentence* tells the part as the edge that it is: «أواخر الشهر» for its last week."""
    ours = {form for word in sentence.words for form in without_particles(word.fold)}
    for edge, marks in _EDGES:
        if edge.isdisjoint(ours):
            continue
        for part, whole in parts:
            about = evidence.words[max(0, part - _MARKED) : whole]
            theirs = {form for word in about for form in without_particles(word.fold)}
            if theirs & marks and not theirs & _LARGE:
                return True
    return False


def whole_of_a_part(text: Passage, quantity: Quantity) -> bool:
    """Whether *quantity* is the year that a part is of: «الربع الثاني من 2025»."""
    return any(at in range(quantity.first, quantity.end) for _, at in _parts(text))


def _parts(text: Passage) -> Iterator[tuple[int, int]]:
    """The places of the nouns of parts of a time, each with that of the time it is of."""
    for part in range(len(text.words)):
        if not _is_part(text, part):
            continue
        for at in range(part + 1, min(len(text.words), part + 1 + _REACH)):
            if text.gap(at).strip():
                break
            if _whole(text, at) is not None:
                yield part, at
                break
            ties = not _TIES.isdisjoint(without_particles(text.words[at].fold))
            if not ties and not any(q.first <= at < q.end for q in text.quantities):
                break


def _is_part(text: Passage, place: int) -> bool:
    forms = without_particles(text.words[place].fold)
    return not _PARTS.get(text.language, frozenset()).isdisjoint(forms)


def _whole(text: Passage, place: int) -> str | int | None:
    """The longer time told at *place*: a year by its number, a month, or the noun of either."""
    before = without_particles(text.words[place - 1].fold) if place else ()
    for quantity in text.quantities:
        if quantity.first == place and year(quantity):
            return None if any(form in _WHOLES for form in before) else int(quantity.value)
    month = next((m.month for m in text.moments if m.first <= place < m.end and m.month), None)
    if month is not None:
        return f"{_MONTH} {month}"
    kinds = (_WHOLES[form] for form in without_particles(text.words[place].fold) if form in _WHOLES)
    kind = next(kinds, None)
    behind = [q for q in text.quantities if q.first == place + 1 and year(q)]
    return int(behind[0].value) if kind == _YEAR and behind else kind
