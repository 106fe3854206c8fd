"""What was not proved is not proved not to be: «لم يثبت وصول أموال», «أثبت عدم وصول أموال».

The rule: where the evidence denies a verb of proving or finding, the sentence denies it too, and
not only what stands behind it.

What it may get wrong: a verb of proving that is not listed. The escape hatch is the table.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_PROVING = (
    forms(
        "ar",
        "أثبت يثبت, ثبت يثبت, أكد يؤكد, تأكد يتأكد, أظهر يظهر, بين يبين, تبين يتبين, خلص يخلص, "
        "برهن يبرهن, استنتج يستنتج, توصل يتوصل, وجد يجد".split(", "),
    )
    | forms(
        "en",
        "prove proved, establish established, show showed, find found, confirm confirmed, "
        "demonstrate demonstrated, conclude concluded, determine determined".split(", "),
    )
    | forms("he", "הוכיח מוכיח, מצא מוצא, הראה מראה, אישר מאשר, קבע קובע".split(", "))
    | folded("proven shown إثبات تأكيد")
)
#: Words behind an English no, and behind our verb, in which what is denied begins.
_BEHIND, _OURS = 4, 4


def unproved(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A verb of proving that the evidence denies, and *sentence* tells with a no behind it."""
    evidence = source.passage
    denied = {
        j
        for n in evidence.negations
        for j in range(n.at + 1, min(n.end, n.at + (_BEHIND if evidence.language == "en" else 2)))
        if _proves(evidence, j)
    }
    reached = {p for n in sentence.negations for p in range(n.at, n.end)}
    for place in sentence.content:
        if place in reached or not _proves(sentence, place):
            continue
        if not denied.intersection(aligned.of(place)):
            continue
        if any(0 < n.at - place <= _OURS for n in sentence.negations):
            return Refusal(
                Code.STRENGTH, "the evidence says that none was found, not that there is none"
            )
    return None


def _proves(text: Passage, place: int) -> bool:
    return not _PROVING.isdisjoint(without_particles(text.words[place].fold))
