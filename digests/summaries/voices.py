"""Who speaks in a sentence, so that each party is heard and no claim loses its speaker.

The rule: a verb of saying, and the noun phrase beside it (after the verb in Arabic, before or after
it in English and Hebrew), names the speaker. The phrase is reduced to a *party*: a campaign or
staff, a company, an army or ministry, a government, a court, a union or organisation, a medium, or
a person. Two words for one party in one text («الشركة»، «مايكروسوفت») meet in the kind of party, so
a text with two companies that contradict each other counts them as one; a quarrel within one kind
is rarer than a company named in three ways.

What it may get wrong: a verb that only looks like one of saying, and speakers named in an earlier
sentence; such a sentence has an *absent* speaker and is not self-contained. The escape hatch is
the word lists below.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from digests.language.stems import words

_KINDS_TEXT: dict[str, str] = {
    "staff": """
    حملة الحملة حملات مجموعة المجموعة ناشط الناشط ناشطة الناشطة ناشطون الناشطون ناشطين الناشطين
    نشطاء النشطاء
    موظف الموظف موظفة الموظفة موظفون الموظفون موظفو موظفين الموظفين موظفي عامل العامل عاملون
    العاملون عاملين العاملين عمال العمال
    محتجون المحتجون محتجين المحتجين متظاهرون المتظاهرون منظمو المنظمون منظمي نقابة النقابة نقابات
    اتحاد الاتحاد حركة الحركة
    طلاب الطلاب مهندس المهندس مهندسون مهندسة لجنة-العمال ائتلاف الائتلاف مضربون المضربون موقعون
    الموقعون
    campaign campaigners activist activists employee employees worker workers staff union unions
    organizers organisers
    organizer organiser protesters protestors movement coalition students strikers engineers
    signatories teamsters
    קמפיין פעיל פעילה פעילים עובד עובדת עובדים עובדי העובדים ארגון-העובדים ועד הוועד איגוד האיגוד
    מפגינים המפגינים תנועה התנועה
    מארגנים המארגנים סטודנטים
    """,
    "company": """
    شركة الشركة شركات الشركات عملاق العملاق مجموعة-الشركة المصنع المصنعة مايكروسوفت ميكروسوفت
    غوغل جوجل قوقل أمازون ميتا فيسبوك آبل
    أبل تسلا أوراكل بالانتير إنتل ألفابت إنفيديا أوبن سامسونغ واتساب إنستغرام كارفور بالتل جوال
    company firm corporation microsoft google amazon meta facebook apple tesla oracle palantir
    intel alphabet nvidia openai
    whatsapp instagram spokesperson-company nso paragon cellebrite anduril
    חברה החברה חברת מיקרוסופט גוגל אמזון מטא פייסבוק אפל טסלה אורקל פלנטיר אינטל אנבידיה ענקית
    """,
    "army": """
    جيش الجيش الاحتلال جيش-الاحتلال القوات قوات وحدة الوحدة شرطة الشرطة وزارة-الدفاع العسكري
    العسكرية الحرس
    army military idf forces police pentagon defence-ministry defense-ministry troops
    צבא הצבא צהל צה"ל משטרה המשטרה דובר-צהל
    """,
    "government": """
    حكومة الحكومة وزارة الوزارة وزير الوزير وزيرة الوزيرة رئاسة الرئاسة البيت-الأبيض رئيس-الوزراء
    السلطة السلطات سلطات هيئة الهيئة
    الخارجية خارجية البرلمان برلمان مجلس-الشيوخ الكونغرس النائب نائبة السيناتور سيناتور المفوضية
    الكنيست بلدية البلدية
    government ministry minister president administration white-house parliament lawmakers
    senator senators congress commission
    authorities regulator regulators agency mayor governor officials
    ממשלה הממשלה משרד המשרד שר השר שרה נשיא הכנסת כנסת עירייה רשות הרשות
    """,
    "court": """
    محكمة المحكمة قاض قاضي القاضي قاضية القاضية القضاء النيابة المدعي الادعاء
    court judge judges prosecutor prosecutors jury tribunal
    בית-המשפט בית-משפט שופט השופט שופטת השופטת פרקליטות הפרקליטות
    """,
    "organisation": """
    منظمة المنظمة منظمات جمعية الجمعية مؤسسة المؤسسة مركز المركز مرصد المرصد الأمم-المتحدة
    الأونروا الصليب-الأحمر العفو صندوق الصندوق
    جامعة الجامعة كلية الكلية معهد المعهد مختبر الجمعية-العامة مفوض المقررة مقرر خبير الخبير
    خبراء الخبراء باحث الباحث باحثون الباحثون محام المحامي
    organisation organization ngo group foundation amnesty un unrwa university college institute
    fund researchers experts
    expert lab watchdog rapporteur lawyer lawyers
    ארגון הארגון עמותה העמותה קרן הקרן אוניברסיטה האוניברסיטה מכון המכון חוקר חוקרים מומחים האו"ם
    """,
    "faction": """
    حماس حركة-حماس حزب الحزب حزب-الله الفصائل المقاومة-الإسلامية القسام
    hamas hezbollah party faction
    חמאס חיזבאללה מפלגה המפלגה
    """,
    "medium": """
    صحيفة الصحيفة مجلة المجلة موقع الموقع وكالة الوكالة قناة القناة غارديان الغارديان رويترز
    تحقيق التحقيق تقرير التقرير
    newspaper magazine website agency-news reuters guardian report investigation
    עיתון העיתון אתר האתר סוכנות הסוכנות תחקיר התחקיר
    """,
}

_VERBS_TEXT = {
    "ar": """
    قال قالت قالوا يقول تقول يقولون أكد أكدت أكدوا يؤكد تؤكد أعلن أعلنت أعلنوا يعلن تعلن أضاف
    أضافت أضافوا ذكر ذكرت أوضح أوضحت أفاد أفادت
    أشار أشارت صرح صرحت نفى نفت نفوا ينفي تنفي اتهم اتهمت اتهموا يتهم تتهم رد ردت ردوا انتقد
    انتقدت انتقدوا ينتقد تنتقد اعتبر اعتبرت
    اعتبروا يعتبر تعتبر وصف وصفت وصفوا طالب طالبت طالبوا يطالب تطالب دعا دعت دعوا يدعو تدعو حذر
    حذرت حذروا شدد شددت رأى رأت يرى ترى
    اعترف اعترفت أقر أقرت زعم زعمت ادعى ادعت كشف كشفت كتب كتبت نشر نشرت أبلغ أبلغت تعهد تعهدت رفض
    رفضت رفضوا رحب رحبت ندد نددت أدان
    أدانت تابع تابعت لفت لفتت بين بينت نقل نقلت أبدى أبدت عبر عبرت أعرب أعربت علق علقت اختتم
    اختتمت هدد هددت طلب طلبت احتج احتجت
    """,
    "en": """
    said says say saying told tells announced announces denied denies accused accuses criticised
    criticized criticises
    called calls urged urges warned warns argued argues added adds stated states claimed claims
    responded replied
    rejected rejects condemned confirmed insisted wrote described demanded demands pledged
    acknowledged admitted
    """,
    "he": """
    אמר אמרה אמרו אומר אומרת אומרים מסר מסרה מסרו נמסר הודיע הודיעה הודיעו טען טענה טענו טוען
    טוענת טוענים הוסיף הוסיפה הוסיפו
    הגיב הגיבה הגיבו דרש דרשה דרשו קרא קראה קראו הכחיש הכחישה הכחישו האשים האשימה האשימו כתב כתבה
    כתבו ציין ציינה הדגיש הדגישה
    גינה גינתה ביקר ביקרה הבהיר הבהירה סיפר סיפרו כינה כינו
    """,
}
_ACCORDING_TEXT = {
    "ar": "بحسب حسب وفق وفقا لـ نقلا",
    "en": "according",
    "he": "לפי לדברי מטעם",
}
_FUNCTION_TEXT = """
    أن إن أنه أنها أنهم إنه إنها إنهم بأن بأنه بأنها أنهما إلى على في عن من خلال أيضا كذلك قائلا
    قائلة قائلين مشيرا مؤكدا له لها لهم عليه عليها
    فيه فيها به بها هذا ذلك هذه ما لا لم لن قد إنما أمس اليوم مساء صباح لاحقا مجددا مؤخرا بعد قبل
"""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a sentence.

    ``party`` is a kind of party or a person's name, None when no verb of saying was found or when
    its subject is not named; the latter sets ``absent``. ``named`` says that the sentence itself
    tells which one («حملة "…"», «شركة مايكروسوفت», not «الشركة»).
    """

    party: str | None
    absent: bool = False
    named: bool = False


def _table(text: str) -> frozenset[str]:
    return frozenset(" ".join(words(part.replace("-", " "))) for part in text.split())


_KINDS = {kind: _table(text) for kind, text in _KINDS_TEXT.items()}
_KIND_OF = {word: kind for kind, table in reversed(_KINDS.items()) for word in table}
_VERBS = {language: _table(text) for language, text in _VERBS_TEXT.items()}
_ACCORDING = {language: _table(text) for language, text in _ACCORDING_TEXT.items()}
_FUNCTION = _table(_FUNCTION_TEXT)
_CLAIM = frozenset(words("أن إن أنها أنه أنهم إنها إنه إنهم بأن بأنها بأنه that כי ש"))
_RELATIVE = frozenset(words("التي الذي الذين اللذين اللتين والتي والذي والذين"))
#: Stands for a quotation among the words of a sentence.
_QUOTE = "quotation"
_CLAUSE = re.compile(r"[،,:؛;\"«“]")


def voice(sentence: str, language: str) -> Voice:
    """The speaker of *sentence*."""
    return _voice(sentence, language)


@lru_cache(maxsize=4096)
def _voice(sentence: str, language: str) -> Voice:
    if language == "ar":
        return _arabic(sentence)
    return _beside(sentence, language)


def speaking_verb(word: str, language: str) -> bool:
    """Whether the folded *word* is a verb of saying, an attached «و» or «ف» aside."""
    table = _VERBS.get(language, frozenset())
    return word in table or (language == "ar" and word[:1] in "وف" and word[1:] in table)


def party(phrase: str) -> str | None:
    """The kind of party that *phrase* names, by its first known word or pair of words."""
    found = words(phrase)
    for at, word in enumerate(found):
        pair = f"{word} {found[at + 1]}" if at + 1 < len(found) else ""
        if kind := _KIND_OF.get(pair) or _KIND_OF.get(word):
            return kind
    return None


def parties(text: str) -> frozenset[str]:
    """All kinds of party that *text* names, speaking or not."""
    found = words(text)
    pairs = [f"{a} {b}" for a, b in pairwise(found)]
    kinds = {_KIND_OF[part] for part in (*found, *pairs) if part in _KIND_OF}
    bare = {w[2:] if w.startswith(("ال", "لل")) else w[1:] for w in found if len(w) > 4}
    return frozenset(kinds | {_KIND_OF[part] for part in bare if part in _KIND_OF})


def _arabic(sentence: str) -> Voice:
    pieces = _pieces(sentence)
    for at, (word, closes) in enumerate(pieces):
        if word in _ACCORDING["ar"] or word[1:] in _ACCORDING["ar"]:
            if (found := _phrase(pieces, at + 1, 3)) is not None:
                return found
            continue
        if not speaking_verb(word, "ar") or (at and pieces[at - 1][0] in _RELATIVE):
            continue
        before = _phrase(pieces[max(0, at - 5) : at], 0)
        following = pieces[at + 1][0] if at + 1 < len(pieces) else ""
        if closes or not following or _opens_claim(following):
            return before or Voice(None, absent=at < 2)
        return _phrase(pieces, at + 1, 5) or before or Voice(following, named=True)
    return Voice(None)


def _opens_claim(word: str) -> bool:
    """Whether the *word* after a verb of saying begins what is said rather than who says it."""
    attached = word.startswith("ب") and len(word) > 3 and word[1:] not in _KIND_OF
    return word in _FUNCTION or word == _QUOTE or (attached and word not in _KIND_OF)


def _pieces(sentence: str) -> list[tuple[str, bool]]:
    """Folded words, a quotation as one of them, each with whether a clause mark follows it."""
    bare = re.sub(r"«[^»]*»|\"[^\"]*\"|“[^”]*”", f" {_QUOTE} ", sentence)
    found: list[tuple[str, bool]] = []
    for part in bare.split():
        folded = words(part)
        if not folded:
            if found and _CLAUSE.search(part):
                found[-1] = (found[-1][0], True)
            continue
        found.extend((word, False) for word in folded[:-1])
        found.append((folded[-1], bool(_CLAUSE.search(part[-1:]))))
    return found


def _phrase(pieces: list[tuple[str, bool]], start: int, reach: int = 7) -> Voice | None:
    """The party named within *reach* words from *start*, before the word that opens the claim."""
    taken: list[str] = []
    for word, _ in pieces[start : start + reach]:
        if word in _CLAIM:
            break
        taken.append(word)
    for at, word in enumerate(taken):
        following = taken[at + 1] if at + 1 < len(taken) else ""
        for form in (f"{word} {following}", word, word[1:], word[2:]):
            if form in _KIND_OF:
                generic = form == word and word.startswith(("ال", "ה"))
                return Voice(_KIND_OF[form], named=not generic or following == _QUOTE)
    return None


def _beside(sentence: str, language: str) -> Voice:
    pieces = _pieces(sentence)
    for at, (word, _) in enumerate(pieces):
        if word in _ACCORDING.get(language, ()):
            if (found := _phrase(pieces, at + 1)) is not None:
                return found
        elif speaking_verb(word, language):
            before = pieces[max(0, at - 6) : at]
            named = _phrase(before, 0) or _phrase(pieces, at + 1)
            if named:
                return named
            return Voice(before[-1][0], named=True) if before else Voice(None, absent=True)
    return Voice(None)
