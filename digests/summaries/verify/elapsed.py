"""Four years ago is not four years later, nor minutes before a landing minutes after it.

The rule: a length of time of the sentence with «قبل» or «بعد» is looked for in the evidence, of the
same number and measure; where it is there only with the opposite ("ago", "earlier", "later", לפני,
בעוד), the sentence is refused. Who tells it from the other side says the same («أُوقف قبل يومين من
وفاته», he died two days after his arrest): then what stands behind the one word stood before the
other, and the sentence is let pass.

What it may get wrong: a length that is told twice, with either word. The escape hatch is to tell
the length in the words of the source.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from digests.language.lists import folded
from digests.language.normal import fold
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.units import measure_at, one_of_it

_EARLIER, _LATER = -1, 1
#: What stands right before a length, and what right behind it.
_BEFORE_IT = {
    "ar": (folded("قبل قبيل وقبل"), folded("بعد عقب وبعد وعقب")),
    "en": (frozenset[str](), frozenset({"after", "in"})),
    "he": (folded("לפני ולפני"), folded("אחרי לאחר כעבור בעוד ולאחר ואחרי וכעבור ובעוד")),
}
_BEHIND_IT = {
    "ar": (folded("قبل سابقا مضت مضى خلت"), folded("بعد لاحقا")),
    "en": (
        frozenset("ago earlier before prior previously beforehand".split()),
        frozenset("later after afterwards afterward".split()),
    ),
    "he": (folded("לפני קודם"), folded("אחרי לאחר מאוחר")),
}
#: Of these, what a noun stands behind from which the length is counted.
_GOVERNING = folded("قبل بعد before after prior לפני אחרי לאחר")
#: «بعد ذلك بيوم», «قبل الانتخابات بأسبوعين»: the word before what it governs, and words between.
_APART = (folded("قبل قبله قبلها قبلهم وقبل"), folded("بعد بعده بعدها بعدهم وبعد"))
_BY, _BETWEEN = "ب", 4
#: What stands between such a word and its length, and how many of them do at most.
_ABOUT = folded(
    "نحو حوالي قرابة زهاء أكثر أقل من بضع بضعة عدة كل مرور مضي "
    "about around some nearly almost just only a an few several more less than over roughly "
    "כ יותר מ כמה מספר"
)
_ABOUTS = 4
#: What ties a length to that from which it is counted: «بعد يومين من توقيفه».
_FROM, _GOVERNED = folded("من على عن of from של מ"), 5
_AND = folded("and but while ו و لكن بينما אבל אך")


@dataclass(frozen=True, slots=True)
class _Length:
    """A length of time: ``value`` measures of ``unit``, ``way`` from what is at ``governed``."""

    value: Fraction | None
    unit: int
    way: int
    first: int
    end: int
    governed: frozenset[int]


def elapsed(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A length of time that *sentence* has after what the evidence has it before."""
    theirs = _lengths(source.passage)
    for ours in _lengths(sentence) if theirs else ():
        same = [t for t in theirs if (t.value, t.unit) == (ours.value, ours.unit)]
        if not same or any(t.way == ours.way for t in same):
            continue
        if all(_of_one_side(sentence, ours, source.passage, t, aligned) for t in same):
            shown = sentence.text[sentence.words[ours.first].start :][: _shown(sentence, ours)]
            return Refusal(Code.DATE, f"«{shown}»: the evidence has it the other way round in time")
    return None


def _shown(sentence: Passage, length: _Length) -> int:
    return sentence.words[length.end - 1].end - sentence.words[length.first].start


def _lengths(text: Passage) -> list[_Length]:
    """The lengths of time of *text* that are told to be before or after something."""
    found = []
    for place in range(len(text.words)):
        unit = measure_at(text, place)
        if unit is None or place in text.dated:
            continue
        number = next((q for q in text.quantities if _counts(text, q.first, q.end, place)), None)
        first, end = (place, place + 1) if number is None else (number.first, number.end)
        first, end = min(first, place), max(end, place + 1)
        value = number.value if number is not None else None
        if number is None and text.words[first].fold.startswith(("ال", "ה")):
            continue  # «قبل اليوم»
        if number is None and one_of_it(text, place):
            value = Fraction(1)
        if (told := _way(text, first, end)) is not None:
            way, at, governed = told
            found.append(_Length(value, unit, way, min(at, first), max(at + 1, end), governed))
    return found


def _counts(text: Passage, first: int, end: int, place: int) -> bool:
    """Whether the number at [*first*, *end*) counts the measure at *place*."""
    if first <= place < end:
        return True
    if end == place:
        return not mark_before(text, place)
    return text.language == "he" and first == place + 1 and not mark_before(text, first)


def _way(text: Passage, first: int, end: int) -> tuple[int, int, frozenset[int]] | None:
    """Which way the length at [*first*, *end*) goes, by which word, and from what."""
    before = first - 1
    while before > max(-1, first - 1 - _ABOUTS) and text.words[before].fold in _ABOUT:
        if mark_before(text, before + 1):
            return None
        before -= 1
    if before >= 0 and not mark_before(text, before + 1):
        way = _side(text.words[before].fold, _BEFORE_IT[text.language])
        if way is not None:
            return way, before, _behind(text, end, tied=True)
    if end < len(text.words) and not mark_before(text, end):
        way = _side(text.words[end].fold, _BEHIND_IT[text.language])
        if way is not None:
            governs = text.words[end].fold in _GOVERNING
            return way, end, _behind(text, end + 1, tied=False) if governs else frozenset()
    return _apart(text, first) if text.language == "ar" else None


def _side(word: str, sides: tuple[frozenset[str], frozenset[str]]) -> int | None:
    return _EARLIER if word in sides[0] else _LATER if word in sides[1] else None


def _behind(text: Passage, start: int, *, tied: bool) -> frozenset[int]:
    """What a length is counted from, which begins at *start*; *tied* by a word for "from"."""
    if tied and (start >= len(text.words) or text.words[start].fold not in _FROM):
        return frozenset()
    end = start
    while end < min(len(text.words), start + _GOVERNED) and not mark_before(text, end):
        end += 1
    return frozenset(range(start, end))


def _apart(text: Passage, first: int) -> tuple[int, int, frozenset[int]] | None:
    """The same of «بعد ذلك بيوم», «قبل الانتخابات بأسبوعين»."""
    if not first or _BY not in (text.words[first].fold[:1], text.words[first - 1].fold):
        return None
    for at in range(first - 1, max(-1, first - 2 - _BETWEEN), -1):
        if mark_before(text, at + 1):
            return None
        way = _side(text.words[at].fold, _APART)
        if way is not None:
            return way, at, frozenset(range(at + 1, first))
    return None


def _of_one_side(
    sentence: Passage, ours: _Length, evidence: Passage, theirs: _Length, aligned: Alignment
) -> bool:
    """Whether both lengths are counted from the same, or to the same, so that one is wrong."""
    from_here = {j for p in ours.governed for j in aligned.of(p) if p in sentence.telling}
    if from_here and theirs.governed:
        return bool(from_here & theirs.governed)
    around = _around(evidence, theirs)
    if from_here:
        return not from_here & around
    beside = _beside(sentence, ours, aligned)
    if theirs.governed:
        return bool(beside) and not any(set(js) & theirs.governed for js in beside)
    return bool(beside) and not around.isdisjoint(beside[0])


def _around(text: Passage, length: _Length) -> set[int]:
    """The words of the clause of *length*, up to a mark or an "and"."""
    first, end = length.first, length.end
    while first > 0 and not _parts(text, first):
        first -= 1
    if end < len(text.words) and text.gap(end).strip() in (",", "،"):
        end += 1  # "A year ago, a quake struck"
    while end < len(text.words) and not _parts(text, end):
        end += 1
    return set(range(first, end))


def _parts(text: Passage, place: int) -> bool:
    word = text.words[place].fold
    joined = text.language == "he" and word[0] == fold("ו") and len(word) > 2
    return (
        mark_before(text, place)
        or word in _AND
        or joined
        or (text.language == "ar" and word[0] == "و" and not text.meanings[place])
    )


def _beside(sentence: Passage, length: _Length, aligned: Alignment) -> list[tuple[int, ...]]:
    """What the words of the clause rest on, from the nearest before *length* on, then behind."""
    before, end = length.first, length.end
    while before > 0 and not mark_before(sentence, before):
        before -= 1
    while end < len(sentence.words) and not mark_before(sentence, end):
        end += 1
    places = [*reversed(range(before, length.first)), *range(length.end, end)]
    own = sentence.telling | sentence.counted
    return [aligned.of(p) for p in places if p in own and aligned.of(p)]
