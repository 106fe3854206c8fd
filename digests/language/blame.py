"""Arabic verbs that lay blame or a charge on somebody by their noun.

The rule: «ألقى فلان باللوم على …» and «وجّه فلان إلى الشركة تهمة …» accuse, the noun within some
words of its verb.

What it may get wrong: another noun of blame between them. The escape hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.conjugation import forms
from digests.language.lists import folded
from digests.language.words import Token

_DIRECTING = forms("ar", ["وجه يوجه"])
_CHARGES = folded("تهمة تهما تهم اتهامات اتهاما الاتهام اتهام")
#: Words from that verb to its charge, at most.
_CHARGED = 14


def lays_blame(words: Sequence[Token], at: int) -> int | None:
    """Where the blame stands that somebody lays by the verb at *at*: «ألقى فلان باللوم على …»."""
    if words[at].fold.removeprefix("و") not in _LAYING:
        return None
    return next(
        (p for p in range(at + 1, min(len(words), at + 9)) if words[p].fold in _BLAME), None
    )


_LAYING, _BLAME = (
    forms("ar", ["ألقى يلقي"]),
    folded("باللوم اللوم بالمسؤولية المسؤولية باللائمة اللائمة"),
)


def the_charge(words: Sequence[Token], at: int) -> int | None:
    """Where the noun of the charge stands that somebody makes by the verb at *at*, if it is one."""
    if _DIRECTING.isdisjoint({words[at].fold, words[at].fold.removeprefix("و")}):
        return None
    near = range(at + 1, min(len(words), at + _CHARGED))
    charge = next((p for p in near if words[p].fold in _CHARGES), None)
    return charge if charge is not None and words[charge - 1].fold not in _ASIDE else None


#: Words before a charge that is not what is made: «وجّه رسالة … بعد اتهام …».
_ASIDE = folded("وسط بعد قبل حيث بشأن حول عن من على في إثر عقب بسبب رغم مع ضد بين خلفية")
