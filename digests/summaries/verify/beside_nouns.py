"""Words beside a supported noun that add nothing to it: «عمليات النقل», «وقوع إصابات».

The rule: what carries a noun, ties it to its preposition («الالتماسات المقدمة ضد»), says what it
is, that it is there, takes place, remains or is had, and its kind (`class_nouns`). Where the
evidence tells of something else that the sentence leaves out, such a verb may stand for that.

What it may get wrong: where such a word is the point of the sentence, its change is not seen. The
escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.conjugation import forms as forms_of
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.beside_numbers import HAVE
from digests.summaries.verify.class_nouns import class_noun
from digests.summaries.verify.context import unused
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Words that carry the next one and add nothing: «عمليات النقل», «مثيرة للانقسام», divisive.
CARRIERS = folded(
    "حالة عملية عمليات مجال إجراء أعمال رجال عناصر ارتكاب بارتكاب أفراد شخص هيئة جهاز أجهزة "
    "مثير مثيرا مثيرة طراز تسجيل صدور قطاع تهمة تهم مسألة قضية مادة مواد شبكات اسم أسماء"
)
#: «عرقلت وصول المساعدات», blocked aid: what is hindered or let through is how it comes there.
_ACCESS = folded("وصول دخول مرور إدخال إيصال تدفق")
_HINDERING = forms_of(
    "ar",
    ["عرقل يعرقل", "أعاق يعيق", "منع يمنع", "حجب يحجب", "سهل يسهل", "أتاح يتيح", "قيد يقيد"],
) | folded("عرقلة إعاقة منع تسهيل تقييد")
#: Those among them that are persons, where they are definite, and a word of two senses.
_PERSONS, _PRIVATE = folded("رجال عناصر أفراد شخص"), folded("خاص خاصة")
_DEFINITE = ("ال", "وال", "بال", "لل")
#: Participles that tie a noun to its preposition and add nothing: «الالتماسات المقدمة ضد».
_TIES = folded(
    "قائم قائمة مقدم مقدمة مرفوع مرفوعة موجه موجهة تابع تابعة خاص خاصة متعلق متعلقة محدد محددة "
    "صادر صادرة متخذ متخذة متوفر متوفرة موجود موجودة"
)
#: Verbs that say what something is: «جدري القردة يشكل طارئة صحية».
_COPULAS = folded("يمثل تمثل يمثلون يشكل تشكل يشكلون مثل مثلت شكل شكلت")
_TANWIN = "ا"
#: Verbs by which what a noun names takes place: «مواجهات وقعت في», «لن يحدث انقطاع».
_HAPPENS = folded("وقع وقعت يقع تقع حدث حدثت يحدث تحدث حصل حصلت يحصل تحصل")
#: Those among them that have an object, too: to sign, to obtain.
_SIGNS = folded("وقع وقعت حصل حصلت يحصل تحصل")
#: Verbs by which one noun says what it is of or for: «خطة تقضي بخصخصة», a plan for privatisation.
_OF = folded("يقضي تقضي يتيح تتيح يشمل تشمل يتضمن تتضمن يتعلق تتعلق يخص تخص يفيد تفيد")
#: Words between two nouns of which one is of or for the other, at most.
_CLOSE = 5
_REMAINS = folded("بقي بقيت يبقى تبقى ظل ظلت يظل تظل يزال تزال زال زالت يزالون")
_STILL = folded("يزال تزال زال زالت يزالون")
_WHO, _ASKED = folded("الجهة جهة الجهات الطرف"), folded("who whom which whose מי איזה")
_AT_A_PLACE = folded("في خلال عام يوم قرب منذ بين أثناء ليلة صباح مساء")
#: A matter, of which the next words say that it is not so: «أمر لا يُغتفر».
_THING, _DENYING = folded("أمر أمرا الأمر"), folded("لا لم لن ليس غير")
#: Verbs by which somebody has something, and the Hebrew for having none.
_POSSESSES = folded(
    "يملك تملك يملكون يمتلك تمتلك يتوافر تتوافر يتوفر تتوفر توافر توفر ملك امتلك امتلكت"
)
_HAVE_NONE = folded("אין אינן")
#: «لا يملك سوى», has only.
_EXCEPT = folded("سوى إلا")
_EXISTENCE, _ABSENCE = folded("وجود وقوع حدوث حصول"), folded("عدم لا بعدم")
#: Of what takes place, and not of what there is.
_OCCURRENCE = folded("وقوع حدوث حصول")
#: «وجود أي من مقاتليها».
_ANY = folded("أي أية من")


def beside_a_noun(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """Whether the word at *place* only carries, ties, classes or places a supported noun."""
    before, after = aligned.of(place - 1), aligned.of(place + 1)
    word = sentence.words[place]
    if only_a_thing(sentence, place):
        return True
    if forms & _COPULAS and (before or aligned.of(place - 2)) and after:
        return not unused(source, aligned)
    if forms & _ACCESS and after and before and _hinders(sentence.words[place - 1].fold):
        return True
    if forms & CARRIERS and after:
        return not (forms & _PERSONS and sentence.words[place].fold.startswith(_DEFINITE))
    if (
        (forms | {word.fold.removesuffix(_TANWIN)}) & _TIES
        and before
        and (after or aligned.of(place + 2))
    ):
        of = sentence.words[min(place + 1, len(sentence.words) - 1)].fold
        return not forms & _PRIVATE or of.startswith("ب")
    denied = any(n.at == place - 1 for n in sentence.negations)
    if forms & _OCCURRENCE and after and not denied:
        return True
    if forms & _EXISTENCE and denied_in_both(sentence, place, source.passage, after):
        return True
    negations = source.passage.negations
    if forms & _EXISTENCE and any(n.at < j < n.end for n in negations for j in after):
        return place > 0 and sentence.words[place - 1].fold in _ABSENCE
    if forms & _EXISTENCE and (after or _of_any(sentence, place, aligned)):
        return not denied
    if forms & _HAPPENS and not forms & _SIGNS and (after or before):
        return not unused(source, aligned) and (not denied or bool(source.passage.negations))
    if forms & _SIGNS and before and place + 1 < len(sentence.words):
        return sentence.words[place + 1].fold in _AT_A_PLACE
    untold = unused(source, aligned)
    if forms & _OF and _close(before, after or aligned.of(place + 2), untold):
        return True
    if forms & _POSSESSES and (after or aligned.of(place + 2)):
        only = any(w.fold in _EXCEPT for w in sentence.words[place : place + _CLOSE])
        return _owned(source, denied=denied and not only)
    if forms & _REMAINS and (after or before):
        return not untold and (not denied or bool(forms & _STILL))
    if forms & _WHO and not after:
        return any(w.fold in _ASKED for w in source.passage.words)
    return class_noun(sentence, place, forms, source, aligned)


def _of_any(sentence: Passage, place: int, aligned: Alignment) -> bool:
    """Whether «أي» or «أي من» stands behind *place* and before a supported noun."""
    noun = place + 1
    while noun < len(sentence.words) and sentence.words[noun].fold in _ANY:
        noun += 1
    return noun > place + 1 and bool(aligned.of(noun))


def denied_in_both(
    sentence: Passage, place: int, evidence: Passage, after: tuple[int, ...]
) -> bool:
    """Whether what stands behind *place* is denied here and there: «لا تثبت وجود علاقة»."""
    ours = any(n.at < place - 1 and place + 1 < n.end for n in sentence.negations)
    reached = {j for n in evidence.negations for j in range(n.at, n.end)}
    return ours and bool(after) and reached.issuperset(after)


def _owned(source: Source, *, denied: bool) -> bool:
    """Whether the evidence says that somebody has something, or, if *denied*, has none."""
    evidence = source.passage
    if denied and not evidence.negations:
        return False
    return any(evidence.words[j].fold in HAVE | _HAVE_NONE for j in source.inside)


def _hinders(word: str) -> bool:
    """Whether the folded *word* is a verb or noun of hindering or letting through."""
    return any(form in _HINDERING for form in without_particles(word))


def only_a_thing(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* is no more than what is said of it: «أمر لا يُغتفر»."""
    if sentence.words[place].fold not in _THING or place + 1 == len(sentence.words):
        return False
    return sentence.words[place + 1].fold in _DENYING


def _close(one: tuple[int, ...], other: tuple[int, ...], untold: list[int]) -> bool:
    """Whether two nouns of the evidence stand close, and it tells nothing else between them."""
    return any(
        0 < abs(j - k) <= _CLOSE and not any(min(j, k) < at < max(j, k) for at in untold)
        for j in one
        for k in other
    )
