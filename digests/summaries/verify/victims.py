"""The dead, the wounded and the missing, whose numbers are not told for one another.

The rule: a number beside one kind of victims of the sentence is beside no other kind alone in the
evidence. It stands in the same part of its sentence, between commas and words for "and"; who is
among them («بينهم ثلاثة أطفال») stands aside, and of several numbers of a part the one next to the
word for the victims counts them.

What it may get wrong: a number that counts two kinds of victims, in two sentences. The escape hatch
is to tell each number with its victims as the source does.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal

_KINDS = tuple(
    folded(forms)
    for forms in (
        "قتيل قتيلا قتلى قتيلين قتيلان مقتل قتل قتلت قتلوا قتلا قتلهم مقتلهم مصرع مصرعهم توفي "
        "توفوا "
        "توفيت توفيا قتلا قتلتا لقيا لقوا حتفهم حتفهما وفاة وفيات مات ماتوا killed dead died "
        "deaths death kill kills killing נהרג נהרגה נהרגו הרוג "
        "הרוגימ "
        "מת מתו מתה נרצחו הרוגי",
        "جريح جريحا جرحى جريحين جريحان جرح جرحوا جرحت إصابة إصابات مصاب مصابا مصابين مصابون أصيب "
        "أصيبوا أصيبا أصيبتا جرحا أصيبت بجروح injured wounded hurt injuries wounding injuring "
        "נפצע נפצעה נפצעו פצוע פצועימ פצועי",
        "مفقود مفقودا مفقودين مفقودون missing נעדר נעדרימ נעדרת",
    )
)


def exchanged(sentence: Passage, evidence: Passage) -> Refusal | None:
    """A number of dead that the evidence has as the number of wounded, and the like."""
    ours, theirs = _by_kind(sentence), _by_kind(evidence)
    for value, kinds in ours.items():
        known = theirs.get(value)
        if known and kinds and not kinds & known:
            return Refusal(Code.CASUALTIES, f"in the evidence {value} are other victims")
    return None


def _by_kind(text: Passage) -> dict[Fraction, set[int]]:
    """The kinds of victims that each number of *text* counts, told by its own part of a
    sentence."""
    found: dict[Fraction, set[int]] = {}
    for places in _parts(text):
        victims = {p: k for p in places for k in range(len(_KINDS)) if _is(text, p, k)}
        kinds = set(victims.values())
        if len(kinds) != 1:
            continue
        if any(text.words[p].fold in _BOTH for p in places):
            found.setdefault(Fraction(2), set()).update(kinds)
        if (number := _counting(text, places, list(victims))) is not None:
            found.setdefault(number.value, set()).update(kinds)
    return found


def _counting(text: Passage, places: list[int], victims: list[int]) -> Quantity | None:
    """The number among *places* that counts the *victims*: the only one, or the one beside them."""
    numbers = [q for q in text.numbers if q.first in places]
    numbers = [q for q in numbers if q.kind is not Kind.DUAL] or numbers
    if len(numbers) < 2:
        return numbers[0] if numbers else None
    near = [q for q in numbers for p in victims if p == q.end or q.first - p == 1]
    return near[0] if len(near) == 1 else None


#: Verbs of two victims, whose noun may look like a plural («عاملين توفيا»).
_BOTH = folded("توفيا توفيتا قتلا قتلتا أصيبا أصيبتا جرحا لقيا فقدا")


def _is(text: Passage, place: int, kind: int) -> bool:
    return any(form in _KINDS[kind] for form in without_particles(text.words[place].fold))


def _parts(text: Passage) -> list[list[int]]:
    """The parts of *text* between commas and words for "and", without who is among the victims."""
    starts = [0]
    for place in range(1, len(text.words)):
        inside = any(q.first < place < q.end for q in text.quantities)
        if not inside and (_joins(text, place) or _marked(text, place)):
            starts.append(place)
    ranges = [*pairwise(starts), (starts[-1], len(text.words))]
    found: list[list[int]] = []
    resumed = False
    for first, end in ranges:
        if found and text.words[first].fold in _AMONG and _marked(text, first):
            resumed = end < len(text.words) and _comma(text, end)
        elif resumed and not _joins(text, first):
            found[-1].extend(range(first, end))
            resumed = False
        else:
            found.append(list(range(first, end)))
            resumed = False
    return found


def _marked(text: Passage, place: int) -> bool:
    return any(mark in text.gap(place) for mark in ",،.؛;")


def _comma(text: Passage, place: int) -> bool:
    return any(mark in text.gap(place) for mark in ",،")


def _joins(text: Passage, place: int) -> bool:
    """Whether another part begins with the word at *place*: "and", «وأصيب», «וכי», «ו-45»."""
    word = text.words[place].fold
    if word in _JOINING:
        return True
    if word[:1] == "و" or word[:1] == "ו":
        return len(word) > _SHORT or any(q.first == place for q in text.numbers)
    return False


_JOINING = folded("and while with فيما بينما وأن وإن و ו וכי")
#: Letters of a word with its "and" that may be a word without it.
_SHORT = 3
#: What opens who is among the victims.
_AMONG = folded("بينهم بينهما بينهن منهم منهن including among בהם ביניהם מהם כולל")
