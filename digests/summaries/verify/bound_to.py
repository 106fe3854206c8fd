"""Numbers that belong to one noun of the evidence, told of another, or told twice.

The rule: a number right behind a noun («مناوبات مدتها 26 ساعة») is refused where the evidence ties
another number to that noun, and not this one; so is a number that stands on both sides of a
comparison («7 قضاة مقابل 7») or of an "and" of which the evidence has one and no «ومثلهم», and one
of two things together that is told of the second alone; and a part that is more than its whole
(«181 من 179»).

What it may get wrong: a noun that has one number here and another elsewhere in the article. The
escape hatch is to tell the number behind its own noun.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from digests.language.lists import folded
from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.exchanged import ROUGHLY, TO, equal, word_before, year
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Words between a noun and its number that say no more than that it is its.
_MEASURING = folded(
    "مدتها مدته مدتهما لمدة مدة بقيمة قيمتها قيمته قدرها قدره بمقدار عددها عددهم البالغ البالغة "
    "بطول طولها طوله تستمر يستمر من"
)
_TIES = frozenset({"of", "for", "worth"}) | folded("של בת בן בשווי במשך مدتها مدته قيمتها قيمته")
#: Words between a noun of the evidence and its number, at most.
_TIED = 2
_SET_AGAINST, _OUT_OF = folded("مقابل أصل"), (folded("من"), folded("من أصل"), folded("من بين"))
#: Of a tie that is told by one number: "seven on each side".
_EVEN = folded("side sides equally evenly tied tie apiece צד שווה תיקו مناصفة بالتساوي")
#: Of another thing as many: «ثلاثة رجال ومثلهم من النساء».
_AS_MANY = folded("ومثلهم ومثلها ومثله ومثلهن")
#: Numbers that are told again and again.
_SMALL = 2


def of_another_noun(sentence: Passage, source: Source, aligned: Alignment) -> Quantity | None:
    """A number of *sentence* behind a noun to which the evidence ties another number."""
    evidence = source.passage
    for ours in sentence.numbers:
        head = _head(sentence, ours)
        if head is None or len(aligned.of(head)) != 1 or head in aligned.near:
            continue
        tied = _tied(evidence, aligned.of(head)[0])
        same = [q for q in evidence.numbers if equal(ours, q)]
        alike = all(q.kind is ours.kind for q in tied)
        if tied and alike and same and not any(equal(ours, q) for q in tied):
            return ours
    return None


def _head(text: Passage, number: Quantity) -> int | None:
    """The place of the noun right before *number*, a word that measures it between them."""
    place = number.first - 1
    measured = False
    while place > 0 and text.words[place].fold in _MEASURING | ROUGHLY:
        measured = measured or text.words[place].fold in _MEASURING
        place -= 1
    marked = any(text.gap(p).strip() for p in range(place + 1, number.first + 1))
    telling = place >= 0 and place in text.telling and place not in text.counted
    return place if telling and measured and not marked and number.first not in text.dated else None


def _tied(evidence: Passage, noun: int) -> list[Quantity]:
    """The numbers of the evidence that are those of the *noun*: "shifts of 26 hours", 26-hour."""
    found = []
    for number in evidence.numbers:
        before = evidence.words[noun + 1 : number.first]
        behind = 0 < number.first - noun <= _TIED and all(w.fold in _TIES for w in before)
        glued = 0 < noun - number.end <= 1 and evidence.gap(number.end).strip() == "-"
        if (behind and number.first - noun > 1) or glued:
            found.append(number)
    return found


def told_twice(sentence: Passage, source: Source) -> Quantity | None:
    """A number on both sides of a comparison, where the evidence has it once."""
    counts = Counter(q.value for q in source.passage.quantities)
    evidence = source.passage
    if any(word.fold in _EVEN for word in evidence.words):
        return None
    for one, other in pairwise(sentence.numbers):
        if one.value != other.value or one.value <= _SMALL or one.kind is Kind.DUAL:
            continue
        between = [word.fold for word in sentence.words[one.end : other.first]]
        against = not _SET_AGAINST.isdisjoint(between) or _joined(sentence, other, between)
        against = against or _and_as_many(sentence, one, other)
        if against and counts[one.value] == 1 and not _doubled(evidence, one):
            return other
    years = Counter(q.value for q in sentence.numbers if year(q))
    untold = any(year(q) and q.value not in years for q in evidence.numbers)
    again = (q for q in sentence.numbers if years[q.value] > 1 and counts[q.value] == 1)
    return next(again, None) if untold else None


def _doubled(text: Passage, number: Quantity) -> bool:
    """Whether *text* has as many right behind what *number* counts: «ومثلهم من النساء»."""
    behind = [text.words[q.end : q.end + _THING] for q in text.numbers if equal(number, q)]
    return any(word.fold in _AS_MANY for words in behind for word in words)


def _joined(text: Passage, other: Quantity, between: list[str]) -> bool:
    """Whether nothing but "and" stands before *other*: «عامي 2020 و2020»."""
    return set(between) <= {"و"} and (bool(between) or text.words[other.first].fold[0] == "و")


def _and_as_many(text: Passage, one: Quantity, other: Quantity) -> bool:
    """Whether as many of another thing follow right behind "and": «70 منزلا و70 متجرا»."""
    before = text.words[other.first - 1].fold
    joined = before == "و" or text.words[other.first].fold[0] == "و"
    return joined and other.first - one.end <= _THING and other.kind is Kind.COUNT


#: Words of what a number counts, and the "and" behind it, at most.
_THING = 3


def of_the_second(sentence: Passage, source: Source, aligned: Alignment) -> Quantity | None:
    """«70 قنبلة» where the evidence has 70 of two things together: «70 سلاحًا وقنبلة»."""
    evidence = source.passage
    for theirs in evidence.numbers:
        joined = _second(evidence, theirs) if theirs.kind is Kind.COUNT else None
        if joined is None or theirs.end in aligned.told:
            continue
        for ours in sentence.numbers:
            if equal(ours, theirs) and joined in aligned.every.get(ours.end, ()):
                return ours
    return None


def _second(text: Passage, number: Quantity) -> int | None:
    """The place of the second of two nouns that *number* counts together."""
    at = number.end + 1
    if at >= len(text.words) or number.end not in text.telling or text.gap(at).strip():
        return None
    if text.language == "en":
        at = at + 1 if text.words[at].fold == "and" else len(text.words)
    elif text.words[at].fold[:1] not in ("و", "ו"):
        return None
    ours = at < len(text.words) and not any(q.first == at for q in text.quantities)
    return at if ours and at in text.telling and text.words[at].text[-1:] in _COUNTED else None


#: The last letter of a noun that a number counts: its plural, or an Arabic accusative.
_COUNTED = frozenset("sاًةم")


def more_than_all(sentence: Passage, _: Source) -> Quantity | None:
    """A part that is more than the whole: «181 من 179 شخصا»."""
    for part, whole in pairwise(sentence.numbers):
        between = [word.fold for word in sentence.words[part.end : whole.first]]
        counts = part.kind is whole.kind is Kind.COUNT and word_before(sentence, part) not in TO
        if counts and part.value > whole.value and set(between) in _OUT_OF:
            return part
    return None
