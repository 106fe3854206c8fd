"""Words that need no support by themselves: they add nothing to a word that has it.

The rule: excused are the kind of a name («شركة ميتا»), what carries a noun («عمليات النقل», «وقوع
إصابات») or ties it to its preposition («الالتماسات المقدمة ضد»), the noun, unit or measure of a
number, «عامًا» of an age, «عام» before a year, «وجود», verbs that say what something is, "again"
where the evidence has it or re-; times and years (`occasions`), members of a body (`members`), a
matter without a name (`matters`), what only connects (`connecting`); some particles (`particles`);
a verb or noun of saying where the evidence reports; a hedge, which makes a sentence weaker; and
what the article tells around its evidence (`context`).

What it may get wrong: where such a word is the point of the sentence, its change is not seen. The
escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.conjugation import forms as forms_of
from digests.language.currencies import currency
from digests.language.kin import kin, stems, without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import Kind
from digests.language.speech_verbs import Act
from digests.language.strength import Hedge
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.ahead import ahead
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.class_nouns import class_noun
from digests.summaries.verify.connecting import connecting
from digests.summaries.verify.context import says_so, told_around, unused
from digests.summaries.verify.frequency import how_often
from digests.summaries.verify.hours import told_by_the_clock
from digests.summaries.verify.in_turn import in_turn
from digests.summaries.verify.matters import matter
from digests.summaries.verify.members import member
from digests.summaries.verify.occasions import occasion
from digests.summaries.verify.padded import padded
from digests.summaries.verify.particles import particle
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.restated import restated
from digests.summaries.verify.said_not import said_not
from digests.summaries.verify.source import Source
from digests.summaries.verify.units import as_long
from digests.summaries.verify.votes import a_vote

#: Words that tell what somebody can do or may suffer, which is more than that it may be.
_ABLE = folded(
    "يستطيع تستطيع يستطيعون معرض معرضا معرضة معرضون معرضين معرضات عرضة بوسع بوسعه بوسعها"
)
_COMPARED = folded("أكثر أقل أزيد")
#: Words between a bound and its number, at most.
_BOUNDED = 5
_OF_NUMBERS = folded(
    "فرد فردا أفراد شخص شخصا أشخاص شخصين شخصان نسمة عدد نسبة مبلغ قيمة أعضاء عضوا عنصر عنصرا"
)
_RANKS = folded("المرتبة المركز الترتيب مرتبة مركز")
_YEARS = folded("عام سنة العام لعام عامي سنتي عامين أعوام سنوات")
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
_BESIDE_NUMBERS = folded(
    "أصل مقابل بأغلبية أغلبية تمثل يمثل يمثلون تشكل يشكل يشكلون يعادل دام دامت استمر استمرت "
    "يستمر تستمر سيستمر ستستمر يدوم تدوم مدته مدتها مدة لمدة نسبته نسبتها قدره "
    "مددا مدد فترات لفترات قيمة قيمته قيمتها قوامه قوامها مهلة استيعاب يتراوح تتراوح يتراوحون"
)
#: Nouns that stand right before a length of time and say that it has gone by.
_GONE_BY = folded("مرور انقضاء مضي")
#: Nouns of a measure, right before its number: «بسماكة 40 سنتيمترًا».
_MEASURES = folded("سماكة ارتفاع طول عرض عمق سرعة وزن مساحة سعة قوة")
#: The same with an owner («ارتفاعها ثلاثة أمتار»), and words that tell of what a measure is.
_MEASURES_OF = frozenset(m + end for m in _MEASURES if m[-1] != "ه" for end in ("ه", "ها"))
_MEASURED = (
    folded(
        "deep depth high height tall long length wide width thick thickness weigh weighing weight "
        "speed fast away גובה אורך רוחב עומק משקל מהירות"
    )
    | _MEASURES
)
#: Words beside a number among which such a word stands.
_OF_A_MEASURE = 4
#: A matter, of which the next words say that it is not so: «أمر لا يُغتفر».
_THING, _DENYING = folded("أمر أمرا الأمر"), folded("لا لم لن ليس غير")
_HAS = folded("يضم تضم يضمون ضم ضمت بحصوله بحصولها بحصولهم بنيله بنيلها")
_HAVE = folded("has have had with יש היו מונה מונים עם")
#: Verbs by which somebody has something, and the Hebrew for having none.
_POSSESSES = folded(
    "يملك تملك يملكون يمتلك تمتلك يتوافر تتوافر يتوفر تتوفر توافر توفر ملك امتلك امتلكت"
)
_HAVE_NONE = folded("אין אינן")
#: «لا يملك سوى», has only.
_EXCEPT = folded("سوى إلا")
_AGE = folded("العمر عمره عمرها")
_AGED, _YEARS_OLD = folded("البالغ البالغة عمره عمرها العمر"), folded("عاما سنة سنوات أعوام عام")
#: Verbs that say the opposite of a denial.
_AFFIRMS = folded("أكد أكدت أكدوا يؤكد تؤكد أقر أقرت أقروا يقر تقر اعترف اعترفت اعترفوا")
#: Acts of speech that any other may stand for; who denies or accuses does no other.
_PLAIN = frozenset(Act) - {Act.DENY, Act.ACCUSE}
#: Words that say no more than "said" where they report.
_SAYS = folded(
    "رأى رأت رأوا يرى ترى اعتبر اعتبرت مؤكدا مؤكدة مؤكدين متحدثا متحدثة متحدثين مبينا مبينة لافتا "
    "لافتة منوها منوهة معتبرا معتبرة معتبرين"
)
_OWN_WORDS, _BY = folded("قوله قولها قولهم قولهما"), folded("بحسب وفق حسب حد وفقا")
_EXISTENCE, _ABSENCE = folded("وجود وقوع حدوث حصول"), folded("عدم لا بعدم")
#: Of what takes place, and not of what there is.
_OCCURRENCE = folded("وقوع حدوث حصول")
#: «وجود أي من مقاتليها».
_ANY = folded("أي أية من")
_AGAIN = folded("أعاد إعادة يعيد تعيد يعيدون أعادت أعادوا بإعادة")
_ONCE_MORE = folded("again anew שוב מחדש مجددا")


def excused(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place* needs no support by itself."""
    if _weakens(sentence, place) or _intends(sentence, place, source, aligned):
        return True
    forms = {sentence.words[place].fold, sentence.words[place].fold.removeprefix("ال")}
    forms |= {form[1:] for form in forms if form[:1] in "وبل"}
    return (
        told_around(sentence, place, source, aligned)
        or _of_a_number(sentence, place, forms, source)
        or _beside_a_noun(sentence, place, forms, source, aligned)
        or particle(sentence, place, forms, source, aligned)
        or _saying(sentence, place, forms, source)
        or said_not(sentence, place, source.passage, aligned)
        or _once_more(sentence, place, forms, source, aligned)
        or occasion(sentence, place, source, aligned)
        or matter(sentence, place, source)
        or how_often(sentence, place, source.passage)
        or a_vote(sentence, place, source.passage)
        or member(sentence, place, source, aligned)
        or padded(sentence, place, forms, source, aligned)
        or restated(sentence, place, forms, source, aligned)
        or connecting(sentence, place, source, aligned)
        or in_turn(sentence, place, source, aligned) is True
    )


def _weakens(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* is a hedge, of a number where it is one that bounds."""
    for hedge in sentence.hedges:
        if not hedge.at <= place < hedge.end or sentence.words[place].fold in _ABLE:
            continue
        if hedge.hedge is Hedge.POSSIBLE:
            return True
        if hedge.hedge is Hedge.ABOUT:
            return _near_a_number(sentence, place)
        if hedge.hedge in (Hedge.AT_LEAST, Hedge.AT_MOST):
            bare = sentence.words[place].fold in _COMPARED
            return bare or any(abs(q.first - place) <= _BOUNDED for q in sentence.quantities)
    return False


def _intends(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place* says that somebody intends or expects what will be."""
    coming = ahead(source.passage) & source.inside
    return any(
        hedge.at <= place < hedge.end
        and hedge.hedge in (Hedge.INTENDED, Hedge.EXPECTED)
        and any(coming.intersection(aligned.of(p)) for p in range(hedge.end, hedge.stop))
        for hedge in sentence.hedges
    )


def _near_a_number(sentence: Passage, place: int) -> bool:
    """Whether a number, of no date alone, stands near *place*: «قارب 300», and no boat."""
    return any(
        abs(q.first - place) <= _BOUNDED
        for q in sentence.quantities
        if q.first not in sentence.dated
    )


def _of_a_number(sentence: Passage, place: int, forms: set[str], source: Source) -> bool:
    """Whether the word at *place* is the unit, the noun or the measure of a number near it."""
    evidence = source.passage
    ended = [q for q in sentence.numbers if q.end == place]
    if told_by_the_clock(sentence, place, evidence):
        return True
    if any(as_long(sentence, q, evidence) for q in ended):
        return True
    ahead_by = [q.first - place for q in sentence.quantities if q.first not in sentence.dated]
    if forms & _BESIDE_NUMBERS and any(0 <= by <= 7 for by in ahead_by):
        return True
    if forms & _MEASURES and 1 in ahead_by and sentence.words[place].fold[:1] == "ب":
        return True
    if forms & _MEASURES_OF and 1 in ahead_by and not _measured(sentence, place + 1, evidence):
        return True
    if forms & _AGE and any(0 < by <= 1 and _aged(sentence, place + by, source) for by in ahead_by):
        return True
    if forms & _GONE_BY and any(0 < by <= 1 for by in ahead_by):
        return True
    if forms & _HAS and any(0 < by <= 5 for by in ahead_by):
        return any(w.fold in _HAVE for w in evidence.words)
    number = next((q for q in sentence.quantities if 0 <= place - q.end <= 1), None)
    money = number is not None and number.kind is not Kind.PERCENT
    if money and currency(sentence.words[place].fold):
        return True
    if number is not None and forms & _YEARS_OLD and _aged(sentence, number.first, source):
        return True
    following = next((q for q in sentence.quantities if q.first == place + 1), None)
    if following is not None and forms & _YEARS and 1000 <= following.value <= 2999:
        return True
    if forms & _RANKS and following is not None and following.kind is Kind.ORDINAL:
        return any(  # «المرتبة الثانية» for «ثانيا»
            q.value == following.value and evidence.words[q.first].fold.endswith("ا")
            for q in evidence.quantities
        )
    if number is not None and place == number.end and _again(sentence, place, evidence):
        return True
    numbers = sentence.numbers
    return bool(forms & _OF_NUMBERS) and any(-4 <= q.first - place <= 3 for q in numbers)


def _again(sentence: Passage, place: int, evidence: Passage) -> bool:
    """Whether the noun at *place* is told before it, and the evidence has the number without a
    noun: «15 ملعبا … منها 8 ملاعب» for «منها ثمانية في الرياض»."""
    own = kin(sentence.words[place].fold)
    ahead = [p for p in range(place) if p in sentence.telling]
    told = any(not own.isdisjoint(kin(sentence.words[p].fold)) for p in ahead)
    number = next(q for q in sentence.quantities if q.end == place)
    same = [q for q in evidence.quantities if q.value == number.value]
    return told and bool(same) and all(_bare(evidence, q.end) for q in same)


def _bare(evidence: Passage, behind: int) -> bool:
    """Whether no noun stands right *behind* a number."""
    if behind == len(evidence.words) or mark_before(evidence, behind):
        return True
    return evidence.words[behind].fold in FREE | _SMALL


#: English words that no noun of a number is.
_SMALL = frozenset("and or in on at by from to of but with for as while who which that".split())


def _measured(sentence: Passage, first: int, evidence: Passage) -> bool:
    """Whether the evidence says of what the number at *first* of the sentence is the measure."""
    value = next((q.value for q in sentence.quantities if q.first == first), None)
    return any(
        word.fold in _MEASURED
        for q in evidence.quantities
        if q.value == value
        for word in evidence.words[max(0, q.first - _OF_A_MEASURE) : q.end + _OF_A_MEASURE]
    )


def _aged(sentence: Passage, first: int, source: Source) -> bool:
    """Whether the number at *first* is an age, and the evidence tells one: «Ellery, 31,»."""
    told = {w.fold for w in sentence.words[max(0, first - 3) : first]}
    value = next(q.value for q in sentence.quantities if q.first == first)
    evidence = source.passage
    aside = any(mark in sentence.gap(first) for mark in "،,(")  # «وانجيكو، 31 عامًا،»
    return (aside or bool(told & _AGED)) and any(
        q.value == value
        and "," in evidence.gap(q.first)
        and evidence.text[evidence.words[q.end - 1].end :][:1] in (",", ".")
        for q in evidence.quantities
    )


def _beside_a_noun(
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
    return any(evidence.words[j].fold in _HAVE | _HAVE_NONE for j in source.inside)


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


def _saying(sentence: Passage, place: int, forms: set[str], source: Source) -> bool:
    if not source.passage.frames:
        return False
    if forms & _OWN_WORDS and place:
        return sentence.words[place - 1].fold in _BY
    if any(f.according and f.at <= place < f.speaker.start for f in sentence.frames):
        return True  # «على حد قول …», «على ما ذكر …»
    own = {f.act for f in sentence.frames if f.at == place}
    acts = {f.act for f in source.passage.frames}
    if Act.WARN in own and any(h.hedge is Hedge.POSSIBLE for h in source.passage.hedges):
        return Act.SAY in acts  # "said that the plan could cost lives"
    if sentence.meanings[place] & says_so() or forms & _SAYS:
        return bool(own) and own - _PLAIN <= acts and not (acts == {Act.DENY} and forms & _AFFIRMS)
    return False


def _once_more(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    evidence = source.passage
    again = forms & _AGAIN or any(form in _AGAIN for form in stems(sentence.words[place].fold))
    return bool(again) and (
        any(evidence.words[j].fold.startswith("re") for j in aligned.of(place + 1))
        or any(evidence.words[p].fold in _ONCE_MORE for p in source.inside)
        or fold("من جديد") in fold(evidence.text)
    )
