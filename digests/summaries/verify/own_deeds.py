"""Who confirms an attack is not told to have made it: «أكدت الوزارة شن هجوم» for "an attack".

The rule: «شن», «تنفيذ» and their kind right behind who confirms, reports or says something are
refused where the evidence has for them only the noun that stands behind them, and does not say
that it is the speaker's ("its attack"). Who announces or denies one speaks of his own.

What it may get wrong: an army that "confirmed a strike", which was its own. The escape hatch is
«وقوع».
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.frame import Frame
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.speech_verbs import Act
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_DEEDS = folded("شن شنها شنه تنفيذ تنفيذها تنفيذه ارتكاب ارتكابها ارتكابه")
_ATTACKS = folded(
    "هجوم هجوما هجمات غارة غارات ضربة ضربات عملية عمليات حملة مجزرة مذبحة جريمة جرائم اعتداء "
    "اعتداءات تفجير اغتيال قصف"
)
#: Verbs by which one tells of what one has done.
_ANNOUNCING = forms("ar", ["أعلن يعلن", "تبنى يتبنى"])
_TELLING = frozenset({Act.DENY, Act.ACCUSE, Act.ASK})
#: Whose the deed is, and words before its noun among which that stands.
_OWN = frozenset("its their his her our own".split())
_BEFORE = 4


def own_deeds(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A deed of *sentence* that the evidence only tells as what somebody confirms."""
    for frame in sentence.frames:
        verb = sentence.words[frame.at].fold.lstrip("وف")
        if frame.act in _TELLING or verb in _ANNOUNCING or frame.opened or frame.according:
            continue
        if (deed := _deed(sentence, frame)) is None:
            continue
        if _only_its_noun(deed, source.passage, aligned):
            shown = sentence.words[deed].text
            return Refusal(Code.ROLES, f"«{shown}»: the evidence does not say who did this")
    return None


def _deed(sentence: Passage, frame: Frame) -> int | None:
    """Where «شن هجوم» stands behind the verb of *frame* in its clause."""
    for place in range(frame.at + 1, len(sentence.words) - 1):
        if sentence.gap(place).strip():
            return None
        attack = without_particles(sentence.words[place + 1].fold)
        if sentence.words[place].fold in _DEEDS and not _ATTACKS.isdisjoint(attack):
            return place
    return None


def _only_its_noun(deed: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the *deed* rests on no more than the noun behind it, and on nobody's own."""
    attack = set(aligned.of(deed + 1))
    if not attack or not set(aligned.of(deed)) <= attack:
        return False
    return not any(
        evidence.words[p].fold in _OWN for j in attack for p in range(max(0, j - _BEFORE), j)
    )
