"""Ability: who could not is told of as one who could not; not that nobody can, nor that it was not.

The rule: «لا يمكن» (nobody can) does not rest on what somebody could not do ("was unable to", لم
يتمكن, לא הצליח), nor «لم يتمكن» on what nobody can do (cannot be, לא ניתן, لا يمكن); and what
somebody could not do is told with a word of ability or of failing, not as merely not done. What is
impossible is not told as what may be.

What it may get wrong: "could not be" is read as what nobody can do, although somebody tried. The
escape hatch is the tables below.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.strength import Hedge
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.fixed_phrases import phrases
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Words behind one of ability among which stands what can or cannot be done.
_REACH = 5

#: Phrases by which somebody was unable, and by which nobody is able.
_SOMEBODY = {
    "en": "could not, couldn't, was unable to, were unable to, been unable to, was not able to, "
    "were not able to, did not manage to, didn't manage to",
    "ar": "لم يتمكن, لم تتمكن, لم يتمكنوا, لم يتمكنا, لم نتمكن, لم يستطع, لم تستطع, لم يستطيعوا, "
    "لم يفلح, لم تفلح, لم ينجح, لم تنجح",
    "he": "לא הצליח, לא הצליחה, לא הצליחו, לא יכול היה, לא יכלה, לא יכלו, לא יכולה הייתה",
}
_NOBODY = {
    "en": "cannot be, can't be, could not be, couldn't be, impossible, not possible, no way, "
    "cannot, can't",
    "ar": "لا يمكن, لن يمكن, غير ممكن, غير الممكن, مستحيل, يستحيل, المستحيل, تعذر, يتعذر, لا سبيل",
    "he": "לא ניתן, לא ניתנת, לא ניתנים, אי אפשר, בלתי אפשרי, לא אפשרי, אין אפשרות, אין דרך",
}
_IMPOSSIBLE = {
    "en": "impossible, not possible",
    "ar": "غير ممكن, غير ممكنة, غير الممكن, مستحيل, مستحيلة, المستحيل, يستحيل, استحالة",
    "he": "בלתי אפשרי, בלתי אפשרית, לא אפשרי, לא אפשרית, אי אפשר",
}
_OURS_NOBODY = "لا يمكن, غير ممكن, غير الممكن, يستحيل, مستحيل, المستحيل"
_PASSIVE = frozenset({"be", "have"})
#: Words by which a sentence tells that somebody was able or failed to.
_ABLE = folded(
    "تمكن تتمكن يتمكن يتمكنوا نتمكن تمكنت يتمكنون تمكنه تمكنها استطاع استطاعت يستطع تستطع يستطيع "
    "تستطيع يستطيعوا يستطيعون استطاعته استطاعتها يمكن يمكنه يمكنها يمكنهم ممكن الممكن إمكان بإمكان "
    "بإمكانه بإمكانها إمكانه إمكانها إمكانية قدرة قدرته قدرتها قادر قادرة قادرين قدر قدرت يقدر "
    "تقدر يقدروا بوسع وسع وسعه وسعها بوسعه بوسعها عجز عجزت يعجز عاجز عاجزة تعذر يتعذر فشل فشلت "
    "يفشل أخفق أخفقت نجح نجحت ينجح تنجح ينجحوا أفلح أفلحت يفلح تفلح يتسن تسنى يتسنى تعذرت مستحيل "
    "يستحيل يسع تسع"
)


def ability(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """An inability of the evidence told as an impossibility or as a mere omission, or the other
    way round."""
    evidence = source.passage
    somebody = [end for at, end in phrases(evidence, _SOMEBODY) if not _passive(evidence, end)]
    nobody = [end for _, end in phrases(evidence, _NOBODY)]
    ours = [end for _, end in phrases(sentence, {"ar": _OURS_NOBODY})]
    unable = [end for _, end in phrases(sentence, _SOMEBODY)]
    if _meets(aligned, ours, somebody) and not nobody:
        return Refusal(Code.STRENGTH, "the evidence says that some could not, not that none can")
    if _meets(aligned, unable, nobody) and not somebody:
        return Refusal(Code.STRENGTH, "the evidence says that none can, not that some could not")
    if phrases(evidence, _IMPOSSIBLE) and _possible(sentence) and not _possible(evidence):
        return Refusal(Code.NEGATION, "the evidence says that it cannot be, not that it can")
    if any(set(without_particles(word.fold)) & _ABLE for word in sentence.words):
        return None
    for negation in sentence.negations:
        verb = negation.at + 1
        told = set(aligned.of(verb)) if verb in sentence.telling else set()
        if told and any(told <= set(range(end, end + 2)) for end in somebody):
            return Refusal(
                Code.STRENGTH, f"the evidence says «could not» of «{sentence.words[verb].text}»"
            )
    return None


def _possible(text: Passage) -> bool:
    """Whether *text* says that something may be, and does not deny it."""
    denied = {place for n in text.negations for place in range(n.at, n.end)}
    return any(h.hedge is Hedge.POSSIBLE and h.at not in denied for h in text.hedges)


def _passive(evidence: Passage, end: int) -> bool:
    return end < len(evidence.words) and evidence.words[end].fold in _PASSIVE


def _meets(aligned: Alignment, ours: list[int], theirs: list[int]) -> bool:
    """Whether what stands behind one of *ours* rests on what stands behind one of *theirs*."""
    told = {j for at in ours for p in range(at, at + _REACH) for j in aligned.of(p)}
    return any(told.intersection(range(at, at + _REACH)) for at in theirs)
