"""How much there is of something and how long it lasts, by words that the evidence leaves out.

The rule: «كمية» before a degree («كمية أقل من الماء») adds nothing to "less"; «دامت» between what
lasts and its time adds nothing to "days of protests", "months-long talks" or "talked for months".

What it may get wrong: where such a word is the point of the sentence, its change is not seen. The
escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.neighbours import after, before, verbs_of
from digests.summaries.verify.passage import Passage

_AMOUNTS = folded("كمية كميات قدر قدرا مقدار مقدارا قسط قسطا حجم")
_DEGREES = folded("أقل أكبر أكثر أصغر أوفر")
_LASTS = verbs_of("دام يدوم, استمر يستمر, امتد يمتد, استغرق يستغرق")
_TIMES = folded(
    "أيام أياما أسابيع أشهر أشهرا شهور شهورا سنوات أعوام أعواما ساعات عقود عقودا يوم يوما أسبوع "
    "أسبوعا شهر شهرا سنة عام عاما"
)
#: Words from a length of time to what lasts, at most.
_NEAR = 4


def extent(
    sentence: Passage, place: int, forms: set[str], evidence: Passage, aligned: Alignment
) -> bool:
    """Whether the word at *place* only says that the next is an amount or a length of time."""
    if (forms | {sentence.words[place].fold}) & _AMOUNTS and after(sentence, place) in _DEGREES:
        return bool(aligned.of(place + 1))
    lasts = bool(forms & _LASTS) and after(sentence, place) in _TIMES
    return lasts and _lasting(evidence, aligned.of(place - 1), aligned.of(place + 1))


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
