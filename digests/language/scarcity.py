"""Words that come close to a no: little, few, מעט; and «محدود» for what is let through.

The rule: a word of `LITTLE` makes less of what stands beside it; «لا … إلا» lets little through
where a word for something small stands close behind it.

What it may get wrong: "few" that is told apart from "a few" by its article alone. The escape hatch
is the tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.words import Token

LITTLE = folded("little few scant minimal barely scarcely מעט בקושי")
_SMALL = folded(
    "محدود محدودة محدودا قليل قليلة قليلا قلة قلائل ضئيل ضئيلة ضئيلا طفيف طفيفة طفيفا يسير يسيرة "
    "ضعيف ضعيفة بسيط بسيطة نزر"
)
#: Words behind an exception among which stands the small thing that it lets through.
LET = 4


def lets_little_through(words: Sequence[Token], place: int) -> bool:
    """Whether the exception at *place* lets something small through: «سوى حماية محدودة»."""
    let = words[place + 1 : place + 1 + LET]
    return any(not _SMALL.isdisjoint(without_particles(word.fold)) for word in let)
