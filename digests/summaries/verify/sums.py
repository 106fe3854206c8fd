"""Sums of money: the currency that stands with a number, or is said once for two.

The rule: a currency stands beside its number, by word or sign; it may be said with the next number
only («بين 20 ألفًا و50 ألف درهم»), or have been said with one before («خسارة قدرها 1.6 مليار دولار
… أرباح بلغت 1.5 مليار») where the number counts nothing else.

What it may get wrong: a noun left out behind a large number is taken for money that was told
before. The escape hatch is `_A_SUM`.
"""

from __future__ import annotations

from digests.language.currencies import SIGNS, currency
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.passage import Passage


def currency_of(text: Passage, quantity: Quantity) -> frozenset[str]:
    """The currency written beside *quantity*, by word or sign."""
    if quantity.kind is Kind.PERCENT:
        return frozenset()
    found: set[str] = set()
    for place in range(quantity.end, min(len(text.words), quantity.end + 2)):
        if place in text.counted:
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


#: The Hebrew word for a pound, and for a lira.
_POUNDS = folded("לירה לירות")


def shared_currency(text: Passage, quantity: Quantity) -> frozenset[str]:
    """The currency said with the next number, «بين 20 ألفًا و50 ألف درهم», or with one before it.

    «خسارة قدرها 1.6 مليار دولار … أرباح بلغت 1.5 مليار»: what follows the second counts nothing.
    """
    if quantity.kind is not Kind.COUNT:
        return frozenset()
    after = [q for q in text.numbers if q.first >= quantity.end]
    if after and after[0].first - quantity.end <= 1 and after[0].end < len(text.words):
        tie = [w.fold for w in text.words[quantity.end : after[0].first]]
        joined = bool(tie) or text.words[after[0].first].fold[0] in "وו"
        if joined and not text.gap(after[0].first).strip() and set(tie) <= _CONTINUED:
            name = currency(text.words[after[0].end].fold)
            return frozenset({name} if name else ())
    if text.language != "ar" or quantity.value < _A_SUM or not elliptic(text, quantity):
        return frozenset()
    names = [currency(text.words[q.end].fold) for q in text.numbers if q.end < quantity.first]
    return frozenset([name for name in names if name][-1:])


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
    """Whether the noun of a number is left out: «112 votes to 71», «ثلاثة من أصل ثمانية»."""
    end = quantity.end
    if end >= len(evidence.words) or evidence.gap(end).strip(" \u00a0") not in ("", "-", "־"):
        return True
    following = evidence.words[end].fold
    return following in PARTS_OF or following in _ELLIPSES


_ELLIPSES = frozenset({"against", "and", "in", "votes"}) | folded("مقابل عن في قبل")
PARTS_OF = frozenset(
    {"of", "from", "to", "or", fold("מתוך"), "עד", "או", fold("من"), fold("إلى"), fold("أو")}
)
