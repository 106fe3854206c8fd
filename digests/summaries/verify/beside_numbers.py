"""Words beside a number that need no support by themselves: «أشخاص», «عامًا», «نسبته».

The rule: the noun, unit or measure of a number, «عامًا» of an age that the evidence tells between
commas, «عام» before a year, what has so many («يضم 30 عضوًا») where the evidence has "has", and a
rank that the evidence tells by its ordinal.

What it may get wrong: a noun in the tables that tells two things apart. The escape hatch is the
tables; of what a number is, `counted_things` asks.
"""

from __future__ import annotations

from digests.language.currencies import currency
from digests.language.kin import kin
from digests.language.lists import folded
from digests.language.quantities import Kind
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.hours import told_by_the_clock
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.source import Source
from digests.summaries.verify.units import as_long

_OF_NUMBERS = folded(
    "فرد فردا أفراد شخص شخصا أشخاص شخصين شخصان نسمة عدد نسبة مبلغ قيمة أعضاء عضوا عنصر عنصرا"
)
_RANKS = folded("المرتبة المركز الترتيب مرتبة مركز")
_YEARS = folded("عام سنة العام لعام عامي سنتي عامين أعوام سنوات")
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
_HAS = folded("يضم تضم يضمون ضم ضمت بحصوله بحصولها بحصولهم بنيله بنيلها")
HAVE = folded("has have had with יש היו מונה מונים עם")
_AGE = folded("العمر عمره عمرها")
_AGED, _YEARS_OLD = folded("البالغ البالغة عمره عمرها العمر"), folded("عاما سنة سنوات أعوام عام")


def of_a_number(sentence: Passage, place: int, forms: set[str], source: Source) -> bool:
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
        return any(w.fold in HAVE for w in evidence.words)
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
