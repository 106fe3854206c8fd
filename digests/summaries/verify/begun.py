"""What was only begun told as done: «انسحب الجيش» for "the army began to withdraw".

The rule: a verb in the past that says that something was brought to its end (closed, evacuated,
released) does not rest on a word that stands right behind one of beginning in the evidence ("began
evacuating", החל בנסיגה, «شرع في الإخلاء»), unless the sentence says that it began, too. A strike or
a campaign that began is there, and its verbs are not listed.

What it may get wrong: what the evidence tells as done by another noun. The escape hatch is the
table.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage

#: Verbs that say that something was done to its end.
_DONE = forms(
    "ar",
    "انسحب ينسحب, أخلى يخلي, أغلق يغلق, هدم يهدم, أفرج يفرج, سحب يسحب, رحل يرحل, سرح يسرح, فصل "
    "يفصل, دمر يدمر, أزال يزيل, أجلى يجلي, سلم يسلم, شيد يشيد, بنى يبني, أنشأ ينشئ, فكك يفكك, ألغى "
    "يلغي, باع يبيع, نقل ينقل, غادر يغادر, أعاد يعيد, استبدل يستبدل, دفع يدفع, حل يحل, أنهى ينهي, "
    "وزع يوزع, رمم يرمم, أصلح يصلح, حفر يحفر".split(", "),
)
_BEGINNING = {
    "en": frozenset(
        "begin begins began begun beginning start starts started starting commenced".split()
    ),
    "he": forms("he", ["התחיל מתחיל", "החל מחל", "פתח פותח"]) | folded("החלו החלה תחילת"),
    "ar": forms("ar", ["بدأ يبدأ", "شرع يشرع", "باشر يباشر"]) | folded("بدء بداية بدؤوا بدأوا"),
}
#: Words behind such a word among which stands what was begun.
_WITHIN = 3


def only_begun(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the verb at *place* tells as done what the evidence only has as begun."""
    if _DONE.isdisjoint(without_particles(sentence.words[place].fold)):
        return False
    support = set(aligned.of(place))
    begun = {
        p
        for at in range(len(evidence.words))
        if _begins(evidence, at)
        for p in range(at + 1, min(len(evidence.words), at + 1 + _WITHIN))
        if not any(evidence.gap(q).strip() for q in range(at + 1, p + 1))
    }
    begins = any(_begins(sentence, p) for p in range(len(sentence.words)))
    return bool(support) and support <= begun and not begins


def _begins(text: Passage, place: int) -> bool:
    """Whether a word of beginning stands at *place*."""
    return not _BEGINNING[text.language].isdisjoint(without_particles(text.words[place].fold))
