"""Sums of money: the currency that stands with a number, or is said once for two.

The rule: a currency stands beside its number, by word or sign; it may be said with the next number
only («بين 20 ألفًا و50 ألف درهم»), or have been said with one before («خسارة قدرها 1.6 مليار دولار
… أرباح بلغت 1.5 مليار») where the number counts nothing else.

What it may get wrong: a noun left out behind a large number is taken for money that was told
before. The escape hatch is `_A_SUM`.
"""

from __future__ import annotations

from collections.abc import Callable

from digests.language.currencies import SIGNS, currency
from digests.language.lexicon import meanings, of_names
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.another_one import of_another_one
from digests.summaries.verify.exchanged import FROM, ROUGHLY, TO
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.units import measure_of_time


def currency_of(text: Passage, quantity: Quantity) -> frozenset[str]:
    """The currency written beside *quantity*, by word or sign."""
    if quantity.kind is Kind.PERCENT:
        return frozenset()
    found: set[str] = set()
    rate = _rate_at(text, quantity)
    for place in range(quantity.end, min(len(text.words), quantity.end + 2)):
        if place in text.counted or place == rate:
            break
        if place == quantity.end and text.words[place].fold == _WON and quantity.value >= _MANY:
            found.add(_WON)
            break
        if (name := currency(text.words[place].fold)) is not None:
            found |= {name, "lira"} if text.words[place].fold in _POUNDS else {name}
            break
    start = text.words[quantity.first].start
    end = text.words[quantity.end - 1].end
    around = text.text[max(0, start - 2) : start] + text.text[end : end + 1]
    found |= {name for sign, name in SIGNS.items() if sign in around}
    before = currency(text.words[quantity.first - 1].fold) if quantity.first else None
    of_another = quantity.first > 1 and quantity.first - 2 in text.counted
    if before is not None and not found and not of_another:
        found.add(before)
    return frozenset(found)


#: The currency that is the past of a verb as well, but behind so large a number.
_WON, _MANY = "won", 100_000


def rate_of(text: Passage, quantity: Quantity) -> str | None:
    """The currency one of which *quantity* is the price of: "129.3 to the dollar"."""
    place = _rate_at(text, quantity)
    return None if place is None else currency(text.words[place].fold)


def rates_of(
    text: Passage, quantity: Quantity, rate: Callable[[Passage, Quantity], str | None]
) -> set[str | None]:
    """What *quantity* is the price of by *rate*; where it stands bare, also what the others are."""
    own = rate(text, quantity)
    if own is not None or currency_of(text, quantity):
        return {own}
    return {rate_of(text, q) for q in text.numbers}


def shared_rate(text: Passage, quantity: Quantity) -> str | None:
    """The same, or that of the other end of a change: «من 31 جنيهًا إلى 50 جنيهًا للدولار»."""
    ends = [quantity]
    for one in text.numbers:
        other = _first_end(text, one)
        if other is not None and quantity in (one, other):
            ends += [one, other]
    rates = (rate_of(text, one) for one in ends)
    return next((rate for rate in rates if rate is not None), None)


def _rate_at(text: Passage, quantity: Quantity) -> int | None:
    """Where the currency stands for one of which *quantity* is the price: «129.3 للدولار»."""
    for place in range(quantity.end, min(len(text.words), quantity.end + _RATE_WITHIN)):
        word = text.words[place].fold
        if place in text.counted or (place > quantity.end and text.gap(place).strip(" -")):
            return None
        if currency(word) is None:
            continue
        before = [w.fold for w in text.words[quantity.end : place]]
        if before and before[-1] in _ONE_OF:
            before.pop()
        if word.startswith(_FOR_ONE):  # of «دعما لليرة» it is no price
            priced = len(before) < 2 or of_names(meanings(before[-1]))
            return place if priced else None
        if before and before[-1] in _PER:
            return place
    return None


#: Words behind a sum within which its price currency stands, and what stands before that one.
_RATE_WITHIN = 5
_ONE_OF = folded("the one a each")
_PER = folded("to against per for مقابل أمام لكل לכל מול")
_FOR_ONE = tuple(folded("لل לד לא"))


#: The Hebrew word for a pound, and for a lira.
_POUNDS = folded("לירה לירות")


def shared_currency(text: Passage, quantity: Quantity) -> frozenset[str]:
    """The currency said with the next number, «بين 20 ألفًا و50 ألف درهم», or with one before it.

    «خسارة قدرها 1.6 مليار دولار … أرباح بلغت 1.5 مليار»: what follows the second counts nothing. So
    it does in «من 31 جنيهًا للدولار إلى نحو 50».
    """
    if quantity.kind is not Kind.COUNT or text.words[quantity.first].fold in _SINGLE:
        return frozenset()
    after = [q for q in text.numbers if q.first >= quantity.end]
    if after and after[0].first - quantity.end <= _TIED and after[0].end < len(text.words):
        tie = [w.fold for w in text.words[quantity.end : after[0].first]]
        if tie and tie[-1] in ROUGHLY:
            tie.pop()
        joined = bool(tie) or text.words[after[0].first].fold[0] in "وו"
        if joined and not text.gap(after[0].first).strip() and set(tie) <= _CONTINUED:
            name = currency(text.words[after[0].end].fold)
            return frozenset({name} if name else ())
    if not elliptic(text, quantity):
        return frozenset()
    if (before := _first_end(text, quantity)) is not None:
        return currency_of(text, before)
    another = of_another_one(text, quantity.first)
    if (text.language != "ar" and not another) or quantity.value < _A_SUM:
        return frozenset()
    names = [currency(text.words[q.end].fold) for q in text.numbers if q.end < quantity.first]
    return frozenset([name for name in names if name][-1:])


#: "One" behind its noun, which counts that: «يوم إضراب واحد إلى ملياري شيكل».
_SINGLE = folded("واحد واحدة אחד אחת")


def _first_end(text: Passage, quantity: Quantity) -> Quantity | None:
    """The sum from which something came to *quantity*: «من 31 جنيهًا للدولار إلى نحو 50»."""
    before = [q for q in text.numbers if q.end <= quantity.first]
    if not before or behind_roughly(text, quantity) not in TO:
        return None
    places = range(before[-1].first + 1, quantity.first + 1)
    apart = any(text.gap(p).strip(_HYPHENS) for p in places)
    opened = behind_roughly(text, before[-1]) in FROM
    return before[-1] if opened and not apart else None


#: What may stand between a Hebrew particle and its number.
_HYPHENS = " -\u05be\u00a0"


def behind_roughly(text: Passage, quantity: Quantity) -> str:
    """The word before *quantity*, a word for "about" aside."""
    place = quantity.first - 1
    if place > 0 and text.words[place].fold in ROUGHLY:
        place -= 1
    return text.words[place].fold if place >= 0 else ""


#: Words between two numbers of which the second has the currency of both, at most.
_TIED = 2
_CONTINUED = folded("و أو إلى to or and ו או עד ל")
#: The least number that is a sum of money when its currency was said before.
_A_SUM = 1_000_000


def of_money(text: Passage, quantity: Quantity) -> bool:
    """Whether *quantity* is a sum of money."""
    return bool(currency_of(text, quantity))


def may_be_a_sum(text: Passage, quantity: Quantity) -> bool:
    """Whether *quantity* is a sum of money, or stands without a noun and may be one."""
    if of_money(text, quantity) or shared_currency(text, quantity) or elliptic(text, quantity):
        return True
    return text.language == "he" and text.words[quantity.end].fold[0] in "בלמ"


def elliptic(evidence: Passage, quantity: Quantity) -> bool:
    """Whether the noun of a number is left out: «112 votes to 71», «ثلاثة من أصل ثمانية», "a second
    of 7.5"."""
    end = quantity.end
    if of_another_one(evidence, quantity.first):
        return True
    if end >= len(evidence.words) or evidence.gap(end).strip(" \u00a0") not in ("", "-", "־"):
        return True
    following = evidence.words[end].fold
    if following in PARTS_OF or following in _ELLIPSES:
        return True
    timed = (q for q in evidence.quantities if q.first == end)
    return any(measure_of_time(evidence, q) is not None for q in timed)  # "31 four years ago"


_ELLIPSES = folded("against for and in votes that which مقابل عن في قبل فقط")
PARTS_OF = frozenset(
    {"of", "from", "to", "or", fold("מתוך"), "מ", "עד", "או", fold("من"), fold("إلى"), fold("أو")}
)
