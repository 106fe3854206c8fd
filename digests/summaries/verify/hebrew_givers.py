"""The Hebrew verb by which a noun is given or made: «منح الثقة» rests on «הביע» of «הביע אמון».

The rule: a light verb of ours rests on a light verb of Hebrew that stands close before the noun,
in the same clause, and ours does not tell who receives it: who is hit makes no attack.

What it may get wrong: a noun that stands behind another's light verb. The escape hatch is the
number of words between, and the table.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.summaries.verify.passage import Passage

_GIVING = forms(
    "he",
    (
        "הביע מביע, נתן נותן, העניק מעניק, הגיש מגיש, ערך עורך, קיים מקיים, ביצע מבצע, "
        "הטיל מטיל, ניהל מנהל, הוציא מוציא, עשה עושה, השמיע משמיע, הפעיל מפעיל"
    ).split(", "),
)
#: Light verbs of ours of whom something befalls, or who gets it.
_RECEIVING = forms(
    "ar",
    "تعرض يتعرض, خضع يخضع, تكبد يتكبد, تلقى يتلقى, شهد يشهد, حدث يحدث, حصل يحصل, سجل يسجل".split(
        ", "
    ),
)
#: Words from the verb to its noun, at most.
_OBJECT = 4


def gives(verb: str, evidence: Passage, nouns: tuple[int, ...]) -> tuple[int, ...]:
    """The Hebrew verbs by which the evidence has one of *nouns* given, as our *verb* does."""
    if evidence.language != "he" or not _RECEIVING.isdisjoint(without_particles(verb)):
        return ()
    return tuple(
        k
        for j in nouns
        for k in range(max(0, j - _OBJECT), j)
        if not _GIVING.isdisjoint(without_particles(evidence.words[k].fold))
        if not any(evidence.gap(at).strip() for at in range(k + 1, j + 1))
    )
