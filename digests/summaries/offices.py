"""The office that is told before a name or behind it.

The rule: before it stands a noun of an office in the same clause, with its body («رئيس الوزراء
الأرميني نيكول باشينيان»), a title between them or none («رئيس المحكمة القاضي جاسم عبود»); behind it
stands another between commas («إريك ميلنر، أحد وكلاء النقابة»).

An office is not taken where the words may be those of another: two nouns of offices («نائب الرئيس
دونالد ترامب»), a noun or a verb before it of which it may be the object («خصم الرئيس فلان», «اتهم
وزير الدفاع فلان»; a verb of saying or coming has none), and a noun that the name itself completes
(«رئيس حكومة بوريس جونسون»).

What it may get wrong: of two offices joined by «و» only the last is told. The escape hatch is the
lists below.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.conjugation import forms
from digests.language.given_names import given_name
from digests.language.quotation import balanced
from digests.language.stems import words
from digests.language.words import Token
from digests.summaries.parties import CLAIM, FUNCTION, RELATIVE
from digests.summaries.persons import ATTACHED
from digests.summaries.speakers import is_listed_name, verb_of_saying

#: Words of an office before a name, and of one behind it, at most.
BEFORE, _BEHIND = 8, 9
#: Words of a name at most.
NAME = 4
#: Verbs behind which the bearer of an office stands and no object of theirs.
_VERBS = forms(
    "ar",
    "قال يقول,ذكر يذكر,أعلن يعلن,أكد يؤكد,أضاف يضيف,أوضح يوضح,أفاد يفيد,صرح يصرح,أشار يشير,"
    "شدد يشدد,رأى يرى,اعتبر يعتبر,توقع يتوقع,لفت يلفت,تابع يتابع,كتب يكتب,نفى ينفي,رد يرد,"
    "وصل يصل,ترأس يترأس,عاد يعود,غادر يغادر,حكم يحكم,تعهد يتعهد,تحدث يتحدث,أعرب يعرب".split(","),
)
#: Nouns of an office whose bearer's name follows them at once.
_WITH_NAME = frozenset(
    words(
        "الرئيس الرئيسة الملك الملكة الأمير الأميرة الوزير الوزيرة النائب النائبة السيناتور "
        "القاضي القاضية المدعي المدعية المحامي المحامية الخبير الخبيرة الباحث الباحثة الناشط "
        "الناشطة الناشطون المهندس المهندسة العامل العاملة الموظف الموظفة المتحدث المتحدثة الناطق "
        "الناطقة المدير المديرة الأمين الأمينة المسؤول المسؤولة القيادي القيادية المستشار "
        "المستشارة الأستاذ الأستاذة الكاتب الكاتبة الطالب الطالبة المعارض المعارضة المدرب المدربة "
        "اللاعب اللاعبة الصحفي الصحفية الصحافي الصحافية الفنان الفنانة المخرج المخرجة المزارع "
        "الطبيب الطبيبة الدكتور الدكتورة الشيخ العماد اللواء العميد العقيد الرائد النقيب الملازم "
        "الأميرال الجنرال الحاكم المحافظ السفير السفيرة الزعيم الزعيمة الطفل الطفلة الشاب الشابة "
        "الأسير الأسيرة المتهم المتهمة المؤسس المرشح المرشحة الممثل الممثلة المطرب المطربة "
        "الروائي الروائية الشاعر الشاعرة العداءة العداء الملياردير البابا الإمام الحقوقي الحقوقية "
        "الإعلامي الإعلامية المحلل المحللة الممرض الممرضة السائق المواطن المواطنة الراحل الراحلة "
        "السيد السيدة"
    )
)
#: Those whose body comes between them and the name.
WITH_BODY = frozenset(
    words(
        "رئيس رئيسة ملك ملكة أمير وزير وزيرة مدير مديرة أمين أمينة متحدث متحدثة ناطق ناطقة مسؤول "
        "مسؤولة نائب نائبة عضو عضوة مؤسس محافظ سفير سفيرة قائد منسق منسقة حاكم والي عمدة "
        "نقيب مفتي زعيم زعيمة قيادي قيادية أستاذ أستاذة باحث باحثة قاضي قاضية خبير خبيرة مهندس "
        "ناشط ناشطة لاعب لاعبة مهاجم حارس مالك مالكة صاحب صاحبة"
    )
)
#: Titles that may stand between an office and the name.
_TITLES = frozenset(
    words(
        "الدكتور الدكتورة القاضي القاضية الأمير الأميرة الشيخ اللواء العميد العقيد الفريق العماد "
        "الجنرال المهندس المهندسة المستشار المستشارة الأستاذ الأستاذة السيد السيدة النائب النائبة"
    )
)
#: Whose office it is not that stands behind them: «مستشار رئيس الجمهورية محمد فلان».
_OF_ANOTHER = frozenset(
    words(
        "مستشار مستشارة مستشاري محامي محامية نجل ابن ابنة زوج زوجة شقيق شقيقة والد والدة مساعد "
        "مساعدة مساعدي سكرتير سكرتيرة وكيل كبير مبعوث مبعوثة ممثل ممثلة صهر مرافق سائق خليفة سلف"
    )
)
#: Those whose body has two nouns: «وزير الخارجية والمغتربين».
_OF_TWO = frozenset(words("وزير وزيرة"))
#: A pronoun that says whose somebody is, which is no «ة».
_HIS = ("ه", "ها", "هم")
#: What opens an apposition behind a name, besides those.
_ONE_OF = frozenset(words("أحد إحدى مؤسسة محامي محامية وكيل وكيلة كبير كبيرة"))
#: Words within an office that stand elsewhere for relations.
WITHIN = frozenset(words("في لدى باسم"))
#: What the name of an office may not hold, though it looks like a noun.
_NEVER = CLAIM | RELATIVE | (FUNCTION - WITHIN)
#: Nouns of an office.
_OFFICES = _WITH_NAME | WITH_BODY | _ONE_OF


def is_office(word: str) -> bool:
    """Whether the folded *word* is a noun of an office, with a particle or without."""
    return word in _OFFICES or (word[:1] in ATTACHED and word[1:] in _OFFICES)


def office_before(text: str, found: Sequence[Token], name: int) -> str:
    """The office before the name at *name*, verbatim."""
    first, heads, two, joined_to = None, 0, False, 0
    for at in range(name - 1, max(-1, name - 1 - BEFORE), -1):
        word = found[at].fold
        between = text[found[at].end : found[at + 1].start].strip(" \u00a0\"«»“”'")
        aside = at == name - 1 and between == "،" and _between_commas(text, found, name)
        if (between and not aside) or word in _NEVER or verb_of_saying(word):
            break
        if found[at].text.endswith(_HIS):
            break  # «المتحدث باسمها»
        if word in _WITH_NAME or word in WITH_BODY or word in _OF_ANOTHER:
            first, heads = at, heads + (at < name - 1 or not _is_title(found, at))
        elif given_name(word) and word not in WITHIN:
            break
        elif word.startswith("وال"):
            if is_office(word[1:]) and not heads:
                first, heads, joined_to = at, 1, 1  # «… والناطق الرسمي باسم الحكومة فلان»
                break
            if is_office(word[1:]) or word[3:] in WITH_BODY:
                break
            two = True
    if (
        first is None
        or heads > 1
        or found[first].fold in _OF_ANOTHER
        or (two and found[first].fold not in _OF_TWO)
    ):
        return ""
    if found[first].fold in WITH_BODY and not _completed(text, found, first, name):
        return ""
    if heads and not joined_to and not _is_subject(text, found, first):
        return ""
    office = text[found[first].start + joined_to : found[name - 1].end]
    behind = text[found[name - 1].end : found[name].start].strip(" \u00a0،")
    office += behind[:1] if behind[:1] in ("»", '"', "”") else ""
    return office if balanced(office) else ""


def _is_subject(text: str, found: Sequence[Token], first: int) -> bool:
    """Whether the office at *first* is that of who is named: behind a verb of saying or coming, a
    particle, or nothing, and no verb whose object it may be («اتهم وزير الدفاع فلان») or noun that
    it completes («خصم الرئيس فلان»)."""
    if not first or text[found[first - 1].end : found[first].start].strip(" \u00a0"):
        return True
    before = found[first - 1].fold
    verb = before in _VERBS or before.lstrip("وف") in _VERBS
    return verb or before in FUNCTION or before in CLAIM


def _between_commas(text: str, found: Sequence[Token], name: int) -> bool:
    """Whether the name at *name* ends with a comma, too: «مؤسس المجموعة، يفغيني بريغوجين، أن»."""
    last = name
    while last + 1 < len(found) and last < name + NAME:
        gap = text[found[last].end : found[last + 1].start].strip()
        if gap:
            return gap == "،"
        last += 1
    return False


def _is_title(found: Sequence[Token], at: int) -> bool:
    """Whether the word at *at* is a title that an office told before does not govern: «رئيس
    المحكمة القاضي فلان», and not «نائب القاضي فلان»."""
    if found[at].fold not in _TITLES or not at:
        return False
    before = found[at - 1].fold
    return not is_office(before) and (before.startswith("ال") or is_listed_name(before))


def _completed(text: str, found: Sequence[Token], first: int, name: int) -> bool:
    """Whether the office at *first* has its body between it and the *name*, which so does not
    complete it itself."""
    if name - first < 2:
        return False
    if text[found[name - 1].end : found[name].start].strip():
        return True  # «رئيس حركة "الشعب" زهير المغزاوي»
    before, last = found[name - 2].fold, found[name - 1].fold
    return (
        last.startswith(("ال", "لل", "وال")) or is_listed_name(last) or is_listed_name(before, last)
    )


def office_behind(text: str, found: Sequence[Token], end: int) -> str:
    """What is told of a person between commas behind the name that ends at *end*, verbatim."""
    if end >= len(found) or text[found[end - 1].end : found[end].start].strip() not in ("،", "("):
        return ""
    if found[end].fold not in _OFFICES:
        return ""
    for at in range(end, min(len(found) - 1, end + _BEHIND)):
        word = found[at].fold
        if given_name(word) or verb_of_saying(word) or word in _NEVER:
            return ""
        gap = text[found[at].end : found[at + 1].start]
        if closing := next((mark for mark in gap if mark in "،.؛:)\n"), ""):
            beside = text[found[end].start : found[at].end + gap.index(closing)].rstrip()
            return beside if at > end and balanced(beside) else ""
    return ""
