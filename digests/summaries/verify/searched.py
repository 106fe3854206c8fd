"""What was looked for and not found: "no evidence was found" is not that there is none.

The rule: where the evidence denies a verb of finding, the sentence has such a verb, too.

What it may get wrong: a verb of finding that is not listed. The escape hatch is the table.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.negation import Negation
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.denials import heads_of
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Words after a negated verb of finding in which stands what was looked for.
_BEYOND = 5
_FINDING = {
    "en": frozenset("find found finds see saw seen uncover uncovered identify identified".split()),
    "ar": folded(
        "يجد تجد يجدوا يعثر تعثر نجد عثر وجدت العثور يرصد ترصد يتوصل تتوصل ير تر يروا يلاحظ تلاحظ "
        "نر أر نجد أجد نعثر أعثر نلاحظ نكتشف يخلص تخلص يخلصوا خلص خلصت يستنتج تستنتج "
        "يكتشف تكتشف يصادف تصادف يلحظ تلحظ عثرت وجد رصد رصدت ملاحظة يعثرا يجدا يعثرون رأى رأت"
    ),
    "he": folded("מצא מצאה מצאו נמצא נמצאו נמצאה מוצאים איתר איתרה"),
}


def _finds(text: Passage, negation: Negation) -> bool:
    """Whether *negation* is of a verb of finding: "found no", «لم يعثر»."""
    stop = next(
        (p for p in range(negation.at, negation.end) if text.words[p].fold == "to"), negation.end
    )  # "is not used to identify anyone"
    places = range(max(0, negation.at - 2), stop)
    near = {w.fold for w in text.words[max(0, negation.at - 2) : negation.end + _BEYOND]}
    agreed = any(_AGREEING.intersection(without_particles(text.words[p].fold)) for p in places)
    return not agreed and any(
        _in_table(text.words[p].fold, text.language)
        and not (text.words[p].fold in _SEEING and _SIGNS.isdisjoint(near))
        for p in places
    )


#: Verbs that find only where a sign of something is looked for.
_SEEING = frozenset("see seen saw sees".split())
_SIGNS = folded("evidence sign signs proof indication indications trace traces any no nothing none")


#: What is reached and not found: «لم يتوصلا إلى اتفاق».
_AGREEING = folded("اتفاق اتفاقا تسوية تفاهم حل صيغة agreement deal הסכם הסכמה הסכמות")


def _in_table(word: str, language: str) -> bool:
    table = _FINDING.get(language, frozenset())
    forms = without_particles(word)
    return any(form in table or form.removesuffix("وا") in table for form in forms)


#: Other verbs by which nothing found stays nothing found.
_AS_FOUND = folded("يحدد تحدد يكشف تكشف يظهر تظهر يتبين يرى ترى نرى أرى يخلص تخلص يستنتج تستنتج")


def searched(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """«No evidence was found» told as «there is no evidence»."""
    evidence = source.passage
    if not any(_finds(evidence, n) for n in evidence.negations):
        return None
    if any(_in_table(w.fold, "ar") or w.fold in _AS_FOUND for w in sentence.words):
        return None
    beyond = any(
        set(aligned.of(p)) & set(range(m.at + 1, min(len(evidence.words), m.end + _BEYOND)))
        for n in sentence.negations
        for p in heads_of(sentence, n)
        for m in evidence.negations
        if _finds(evidence, m)
    )
    if beyond:
        return Refusal(
            Code.STRENGTH, "the evidence says that none was found, not that there is none"
        )
    return None
