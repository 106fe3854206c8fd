"""Hedges told in other words: a claim as somebody's words, a risk, a plan by its noun.

The rule: what was claimed may be told as said by that speaker, what is apparently so as what
somebody thinks likely, a risk with «أن», "a planned project" as «مشروع», what is hoped for as
«هدف», what is expected not to be as not expected, "up to three hours" as «وصلت إلى», "exceed" as
«زاد … على», and what is scheduled for a day in the present with that day. A plan is no decision.

What it may get wrong: a risk of another thing near the same word. The escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.quantities import Quantity
from digests.language.strength import REACH, Hedge, Reach
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.exchanged import equal
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.pasts import in_the_past

#: Words after a word for a risk among which its «أن» stands.
_AFTER = 3


def reported(sentence: Passage, evidence: Passage, hedge: Reach, kept: list[int]) -> bool:
    """Whether what was claimed is told as somebody's words: «قائلين إن»; what is likely, «رجّح»."""
    word = evidence.words[hedge.at].fold
    if word in _CLAIMS:
        told = [n for n, w in enumerate(sentence.words) if w.fold in _SAYING]
        return any(n < p for n in told for p in kept)
    likely = {w.fold for w in evidence.words[hedge.at : hedge.end]} & _LIKELY
    return bool(likely) and any(
        form in _PREFERRED
        for h in sentence.hedges
        for form in without_particles(sentence.words[h.at].fold)
    )


_CLAIMS = folded("claiming בטענה וטענה וטען וטענו בטענות")
_SAYING = folded("قائلا قائلة قائلين قائلان")
_LIKELY = folded("ככל כנראה apparently presumably الأرجح")
_PREFERRED = folded("رجح رجحت يرجح ترجح مرجح المرجح رجحوا")


def risked(sentence: Passage, evidence: Passage, hedge: Reach, aligned: Alignment) -> bool:
    """Whether both tell of a risk: «خطر من أن تُستخدم» for "a risk that it might be used"."""
    risk = set(range(max(0, hedge.at - _RISK_WITHIN), hedge.at))
    risk = {p for p in risk if evidence.words[p].fold in _RISKS}
    return hedge.hedge is Hedge.POSSIBLE and any(
        risk & set(aligned.of(p))
        and any(w.fold == "ان" for w in sentence.words[p + 1 : p + 1 + _AFTER])
        for p in sentence.content
    )


_RISKS = folded("risk risks danger חשש סכנה סיכון הסיכון خطر خطرا مخاطر")
_RISK_WITHIN = 6


def unexpected(sentence: Passage, evidence: Passage, hedge: Reach) -> bool:
    """Whether what is expected not to be is told as not expected: «لا يتوقع أن» for «توقع ألا»."""
    behind = range(hedge.end, hedge.end + 2 * REACH)
    return any(n.at in behind for n in evidence.negations) and any(
        ours.hedge is Hedge.UNLIKELY for ours in sentence.hedges
    )


def projected(sentence: Passage, evidence: Passage, hedge: Reach, aligned: Alignment) -> bool:
    """Whether a plan is told by its noun: «مشروع» for "a planned project"."""
    reach = range(hedge.at, hedge.stop)
    theirs = {p for p in reach if evidence.words[p].fold in _PROJECTS}
    return evidence.words[hedge.at].fold in _PLANNED and any(
        not _PROJECTS.isdisjoint(without_particles(sentence.words[p].fold))
        and not theirs.isdisjoint(aligned.every[p])
        for p in sentence.content
        if p in aligned.support
    )


_PLANNED = folded("planned proposed المقترح المخطط המתוכנן המוצע")
_PROJECTS = folded(
    "مشروع المشروع مشروعا مشاريع المشاريع مشروعات plan plans project projects scheme schemes "
    "תוכנית התוכנית מיזם המיזם פרויקט הפרויקט"
)


def claimed(evidence: Passage, hedge: Reach) -> bool:
    """Whether a hedge is the verb of a speaker whose words are told: accused, claimed, טען."""
    return any(f.at == hedge.at and len(f.speaker) > 0 for f in evidence.frames)


def decided(sentence: Passage, place: int) -> bool:
    """Whether a decision is told at *place*, which is more than a plan: «قررت»."""
    return not _DECISIONS.isdisjoint(without_particles(sentence.words[place].fold))


_DECISIONS = forms("ar", ["قرر يقرر", "حسم يحسم"]) | folded(
    "قرار القرار قرارا قرارها قراره قراري قرارات القرارات"
)


def aimed(sentence: Passage, evidence: Passage, hedge: Reach, aligned: Alignment) -> bool:
    """Whether what somebody hopes or aims for is told as his goal: «هدف الحكومة إنتاج»."""
    return (
        evidence.words[hedge.at].fold in _HOPING
        and any(not _GOALS.isdisjoint(without_particles(word.fold)) for word in sentence.words)
        and not any(word.fold in _ATTAINED for word in sentence.words)
        and not _done(sentence, evidence, hedge, aligned)
    )


def _done(sentence: Passage, evidence: Passage, hedge: Reach, aligned: Alignment) -> bool:
    """Whether the sentence tells in the past what *hedge* is of: «بلغت الحكومة هدفها»."""
    _, end = sentence_around(evidence, hedge.at)
    kept = [p for p in sentence.content if set(aligned.of(p)) & set(range(hedge.end, end))]
    said = {p: frozenset().union(*(evidence.meanings[j] for j in aligned.of(p))) for p in kept}
    return any(in_the_past(sentence, p, said[p]) and not _present(sentence, p) for p in kept)


_HOPING = folded(
    "hopes hoping hoped aims aiming seeks seeking wants מקווה מקווים يأمل تأمل وتأمل ويأمل "
    "يسعى تسعى وتسعى ويسعى تطمح يطمح"
)
_ATTAINED = folded("بلغ بلغت بلغوا حقق حققت حققوا وصل وصلت أنجز أنجزت تجاوز تجاوزت وبلغت وحققت")
_GOALS = folded("هدف هدفا هدفه هدفها أهداف أهدافها الهدف")


def scheduled(sentence: Passage, evidence: Passage, hedge: Reach, aligned: Alignment) -> bool:
    """Whether what is scheduled is told in the present, with its day: «تجتمع في 3 سبتمبر»."""
    if evidence.words[hedge.at].fold not in _SCHEDULED or not _days(sentence, evidence):
        return False
    _, end = sentence_around(evidence, hedge.at)
    kept = [p for p in sentence.content if set(aligned.of(p)) & set(range(hedge.end, end))]
    present = any(_present(sentence, p) for p in kept)
    return present and not _done(sentence, evidence, hedge, aligned)


def _days(sentence: Passage, evidence: Passage) -> bool:
    """Whether the sentence tells a day of a month that the evidence has."""
    days = {(m.day, m.month) for m in evidence.moments if m.day is not None}
    return any((m.day, m.month) in days for m in sentence.moments)


def _present(sentence: Passage, place: int) -> bool:
    word = sentence.words[place].fold.lstrip("وف")
    return word[:1] == "ي" or (
        word[:1] == "ت" and not word.endswith("ت") and as_it_stands("ي" + word[1:])
    )


_SCHEDULED = folded("المقرر مقرر مقررة المقررة scheduled due מתוכנן מתוכננת")


def peaked(sentence: Passage, number: Quantity) -> bool:
    """Whether the sentence tells *number* as the most that was reached: «وصلت إلى ثلاث ساعات»."""
    return any(
        equal(ours, number) and _governed(sentence, ours.first, _REACHED, _TO)
        for ours in sentence.numbers
    )


def surpassed(sentence: Passage, number: Quantity) -> bool:
    """Whether the sentence tells *number* as less than it came to: «زاد العجز على 6٪»."""
    return any(
        equal(ours, number) and _governed(sentence, ours.first, _SURPASSED, _ABOVE)
        for ours in sentence.numbers
    )


def _governed(
    sentence: Passage, number: int, verbs: frozenset[str], prepositions: frozenset[str]
) -> bool:
    """Whether one of *verbs* governs *number* by its preposition, at most its doer between."""
    if not number or sentence.words[number - 1].fold not in prepositions:
        return False
    for place in range(number - 2, max(-1, number - 2 - _DOER), -1):
        if sentence.words[place].fold in verbs:
            return True
        if sentence.gap(place).strip():
            break
    return False


_REACHED, _TO = folded("وصلت وصل بلغت ووصلت ووصل"), folded("إلى")
_SURPASSED, _ABOVE = folded("زاد زادت يزيد تزيد وزاد وزادت سيزيد ستزيد"), folded("على عن")
#: Words of who reached it, at most.
_DOER = 6
