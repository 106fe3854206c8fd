"""Numbers that have changed places: each is in the evidence, but with the other's year or end.

The rule: two numbers of a sentence that each have a year beside them are refused when the evidence
puts the years the other way round; and so are two after "from" and "to" that the evidence tells
in the other order.

What it may get wrong: more than two years in one sentence, of which only neighbours are compared.
The escape hatch is to cite a shorter passage.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import FIRST_YEAR, LAST_YEAR, Kind, Quantity
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source


def equal(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two numbers say the same: half is 50 %, a dual is two."""
    if ours.kind is theirs.kind:
        return ours.value == theirs.value
    kinds = {ours.kind, theirs.kind}
    if kinds == {Kind.PERCENT, Kind.FRACTION}:
        one, other = sorted((ours, theirs), key=lambda q: q.kind is Kind.PERCENT)
        return one.value == other.value / 100
    if Kind.PERCENT in kinds or Kind.VAGUE in kinds:
        return False
    if kinds == {Kind.COUNT, Kind.DUAL} or kinds == {Kind.COUNT, Kind.ORDINAL}:
        return ours.value == theirs.value
    return kinds == {Kind.COUNT, Kind.FRACTION} and ours.value == theirs.value


def exchanged(sentence: Passage, source: Source) -> Quantity | None:
    """A number that has changed places with another: their years, or "from" and "to"."""
    ours = [q for q in sentence.numbers if q.kind is not Kind.DUAL and not _of_a_date(sentence, q)]
    for one, other in pairwise(ours):
        pair, theirs = (one, other), source.passage
        places = [_places(theirs, q) for q in pair]
        years = [_year_after(sentence, q) for q in pair]
        if not all(places) or one.value == other.value:
            continue
        if all(years) and years[0] != years[1]:
            at = [[q.first for q in theirs.quantities if q.value == y] for y in years]
            if all(at) and _turned(places, at):
                return one
        whole = _behind(theirs, places[1], _OF) or _of_them(theirs, places[0])
        if not whole and _against(sentence, one, other) and max(places[1]) < min(places[0]):
            return one
        from_to = word_before(sentence, one) in FROM and word_before(sentence, other) in TO
        opened = _begins(theirs, places[1]) or _behind(theirs, places[0], _UP_TO)
        if from_to and max(places[1]) < min(places[0]) and opened:
            return one
        if from_to and _behind(theirs, places[0], TO) and _behind(theirs, places[1], FROM):
            return one
    return None


def from_for_to(sentence: Passage, source: Source) -> Quantity | None:
    """A number told as what something came to («إلى 14») that the evidence has as what it was."""
    evidence = source.passage
    for ours in sentence.numbers:
        if end_of_change(sentence, ours) == "from" and _was(sentence, ours):
            theirs = [q for q in evidence.numbers if equal(ours, q)]
            if theirs and all(end_of_change(evidence, q) == "to" for q in theirs):
                return ours
        if end_of_change(sentence, ours) != "to":
            continue
        ends = [
            end_of_change(evidence, q) if _paired(evidence, q) else ""
            for q in evidence.numbers
            if equal(ours, q)
        ]
        if ends and all(end == "from" for end in ends):
            return ours
    return None


def _was(sentence: Passage, quantity: Quantity) -> bool:
    """Whether «من» before *quantity* is of a change: of one by a percentage, or to another end."""
    before = sentence.words[quantity.first - 2].fold if quantity.first > 1 else ""
    if before in _COMPARED:
        return False
    return any(_by(sentence, q) or end_of_change(sentence, q) == "to" for q in sentence.numbers)


def _by(sentence: Passage, quantity: Quantity) -> bool:
    return quantity.first > 0 and sentence.words[quantity.first - 1].fold == fold("بنسبة")


_COMPARED = folded("أكثر أقل أزيد أعلى أدنى بأكثر بأقل")


def end_of_change(text: Passage, quantity: Quantity) -> str:
    """Whether "from" or "to" stands before *quantity*, a word for "about" aside."""
    place = quantity.first - 1
    while place > 0 and text.words[place].fold in ROUGHLY:
        place -= 1
    word = text.words[place].fold if place >= 0 else ""
    return "from" if word in FROM else "to" if word in TO else ""


def _paired(text: Passage, quantity: Quantity) -> bool:
    """Whether what it came to is told close to *quantity*, what it was."""
    return any(
        end_of_change(text, q) == "to"
        and q.kind is quantity.kind
        and (0 <= q.first - quantity.end <= _APART or 0 <= quantity.first - q.end <= _APART)
        for q in text.numbers
    )


#: Words between the two ends of a change.
_APART = 5
#: Words for "about" before a number.
ROUGHLY = folded("about nearly almost some around roughly نحو حوالي قرابة زهاء כ")


def _behind(text: Passage, places: list[int], words: frozenset[str]) -> bool:
    """Whether one of *words* stands before each number at *places*."""
    return all(place and text.words[place - 1].fold in words for place in places)


def _of_them(text: Passage, places: list[int]) -> bool:
    """Whether "of them" stands right behind each number at *places*: «כ-1,700 מהם»."""
    ends = [q.end for q in text.quantities if q.first in places]
    behind = [text.words[end : end + 2] for end in ends]
    return bool(behind) and all(
        two and (two[0].fold in _THEIRS or [w.fold for w in two] in _OF_THEM) for two in behind
    )


#: "of them" in one word, and in two.
_THEIRS, _OF_THEM = folded("منهم منهن منها מהם מהן מתוכם מתוכן"), (["of", "them"], ["of", "whom"])


def _against(text: Passage, one: Quantity, other: Quantity) -> bool:
    """Whether the second number is what the first is set against, or a part of."""
    between = {word.fold for word in text.words[one.end : other.first]}
    if word_before(text, other) == fold("مقابل"):
        return True
    return len(between) <= 4 and bool(between & _SET_AGAINST)


_SET_AGAINST = folded("مقابل أصل بين")
_OF = frozenset({"of", fold("מתוך"), fold("أصل")})
#: What stands before the two ends of a change.
FROM = frozenset({"from", "מ", fold("من")})
TO = frozenset({"to", "ל", fold("إلى")})


#: What stands between the two ends of a Hebrew range: «20 עד 40 חודשים».
_UP_TO = folded("עד")


def _begins(text: Passage, places: list[int]) -> bool:
    """Whether "from" stands before a number at *places*."""
    before = [text.words[place - 1].fold for place in places if place]
    return any(word in FROM for word in before)


def year(quantity: Quantity) -> bool:
    """Whether a number has the looks of a year."""
    return quantity.kind is Kind.COUNT and FIRST_YEAR <= quantity.value <= LAST_YEAR


def _of_a_date(text: Passage, quantity: Quantity) -> bool:
    if not year(quantity):
        return False
    return quantity.first in text.dated or word_before(text, quantity) in _IN


_IN = folded("في عام سنة منذ حتى العام عامي العامين السنتين in since by until ב")


def _places(text: Passage, quantity: Quantity) -> list[int]:
    return [q.first for q in text.quantities if equal(quantity, q)]


def _turned(places: list[list[int]], years: list[list[int]]) -> bool:
    now = _near(places[0], years[0]) + _near(places[1], years[1])
    return _near(places[0], years[1]) + _near(places[1], years[0]) < now


def _year_after(text: Passage, quantity: Quantity) -> Fraction | None:
    following = [q for q in text.quantities if year(q) and 0 <= q.first - quantity.end <= 4]
    return following[0].value if following else None


def _near(one: list[int], other: list[int]) -> int:
    return min(abs(i - j) for i in one for j in other)


def word_before(text: Passage, quantity: Quantity) -> str:
    """The word right before *quantity*, empty at the front of the text."""
    return text.words[quantity.first - 1].fold if quantity.first else ""
