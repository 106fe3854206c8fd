"""The end of a thing told as the thing: "announced an end to fees" is not «أعلنت رسومًا».

The rule: where the evidence tells the end, lifting, delay or lack of something by a noun ("an end
to sanctions", «رفع القيود», סיום המלחמה), a sentence that tells what governs that noun and the
thing behind it also tells that noun, or a word for an end, a delay or a lack, or denies something.

What it may get wrong: a sentence that tells of another thing of the same name. The escape hatches
are the tables, and to cite the passage that tells the thing itself.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.gaps import says
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Nouns of the evidence that take a thing away, and what ties the thing to them.
_TAKING_AWAY = {
    "en": frozenset(
        "end ending lifting removal abolition repeal cancellation scrapping suspension halt freeze "
        "delay postponement waiver exemption exemptions moratorium ban absence lack easing "
        "reversal".split()
    ),
    "he": folded(
        "סיום ביטול הסרת הפסקת הקפאת דחיית השעיית הקלת פטור היעדר העדר חוסר איסור מניעת קץ"
    ),
    "ar": folded("إنهاء رفع إلغاء وقف إيقاف انتهاء تعليق تأجيل إرجاء تجميد حظر منع غياب إزالة فك"),
}
_TIES = {
    "en": frozenset("to of on from for in".split()),
    "he": folded("של על ל מ את"),
    "ar": frozenset[str](),
}
#: Words of the sentence that take something away, too.
_AWAY = forms(
    "ar",
    "أنهى ينهي, رفع يرفع, ألغى يلغي, أوقف يوقف, انتهى ينتهي, علق يعلق, أجل يؤجل, أرجأ يرجئ, جمد "
    "يجمد, أزال يزيل, توقف يتوقف, سحب يسحب, خفف يخفف, أعفى يعفي, حظر يحظر, منع يمنع".split(", "),
) | folded(
    "إنهاء نهاية رفع إلغاء وقف إيقاف انتهاء تعليق تأجيل إرجاء تجميد حظر منع غياب إزالة فك كسر سحب "
    "تخفيف إعفاء إعفاءات استثناء استثناءات عدم خلو انعدام نقص قلة افتقار حل حد توقف مهلة تراجع "
    "تخلي استبعاد إسقاط طي مناهضة ضد"
)
#: Small words of the evidence, words of the thing behind its tie, and words before the noun, at
#: most.
_SMALL = frozenset("the a an its their his her all any some".split())
_THING, _BEFORE = 3, 4


def ended(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """What the evidence tells the end of, told by itself."""
    if sentence.negations:
        return None
    evidence = source.passage
    table = _TAKING_AWAY.get(evidence.language, frozenset())
    told = {j for p in sentence.content for j in aligned.of(p)}
    for place in sorted(source.inside - aligned.used):
        if evidence.words[place].fold not in table:
            continue
        thing = _thing(evidence, place)
        if _takes_away(sentence, thing, aligned):
            continue
        if told.intersection(thing) and told.intersection(_governor(evidence, place)):
            shown = evidence.words[place].text
            return Refusal(
                Code.NEGATION, f"the evidence has «{shown}» of this; the sentence does not"
            )
    return None


def _takes_away(sentence: Passage, thing: list[int], aligned: Alignment) -> bool:
    """Whether a word of *sentence* takes something away that is not itself the *thing*.

    The ban of a curfew («حظر التجول») is no word for its end.
    """
    return any(
        (place in sentence.averse or not _AWAY.isdisjoint(without_particles(word.fold)))
        and not (aligned.of(place) and set(aligned.of(place)) <= set(thing))
        for place, word in enumerate(sentence.words)
    )


def _thing(evidence: Passage, noun: int) -> list[int]:
    """What the *noun* takes away: the words behind its tie, up to the next small word or mark."""
    start = noun + 1
    ties = _TIES[evidence.language]
    if evidence.language == "en":
        if start >= len(evidence.words) or evidence.words[start].fold not in ties:
            return []
        start += 1
    found: list[int] = []
    for place in range(start, min(len(evidence.words), start + _THING + 1)):
        word = evidence.words[place].fold
        if evidence.gap(place).strip(" -") or (found and word in ties):
            break
        if word not in _SMALL | ties and says(evidence, place):
            found.append(place)
    return found[:_THING]


def _governor(evidence: Passage, noun: int) -> list[int]:
    """The last word before the *noun* that says something: "announced an", «دعا إلى»."""
    for place in range(noun - 1, max(-1, noun - 1 - _BEFORE), -1):
        if evidence.gap(place + 1).strip(" -"):
            return []
        if evidence.words[place].fold not in _SMALL and says(evidence, place):
            return [place]
    return []
