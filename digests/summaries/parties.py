"""Words that name parties to the news, and verbs by which they speak, in three languages.

A party is a kind: staff and campaigns, a company, an army, a government, a court, an organisation,
a faction, a medium. Two words for one party («الشركة»، «مايكروسوفت») meet in the kind. Pairs are
written with a hyphen and win over their single words.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from digests.language.conjugation import forms
from digests.language.lists import folded
from digests.language.speech_verbs import act_of
from digests.language.stems import words

_KINDS_TEXT: dict[str, str] = {
    "staff": """
    حملة الحملة حملات ناشط الناشط ناشطة الناشطة ناشطون الناشطون ناشطين الناشطين
    نشطاء النشطاء ناشطات الناشطات موظفات الموظفات عاملات العاملات محتجات المحتجات متظاهرات
    موظف الموظف موظفة الموظفة موظفون الموظفون موظفو موظفين الموظفين موظفي عامل العامل عاملون
    العاملون عاملين العاملين عمال العمال
    سائق السائق سائقون السائقون سائقين السائقين سائقو سائقي
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
    شركة الشركة شركات الشركات شركتا شركتي شركتان شركتين
    منصة المنصة عملاق العملاق المصنع المصنعة مايكروسوفت ميكروسوفت
    غوغل جوجل قوقل أمازون ميتا فيسبوك آبل
    أبل تسلا أوراكل بالانتير إنتل ألفابت إنفيديا أوبن سامسونغ واتساب إنستغرام كارفور بالتل جوال
    company firm corporation airline startup automaker chipmaker platform microsoft google
    amazon meta facebook apple tesla oracle palantir
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
    الاتحاد-الأوروبي الرئيس الملك رئيس-الحكومة حكومة الحكومة وزارة الوزارة وزير الوزير وزيرة
    الوزيرة رئاسة الرئاسة البيت-الأبيض رئيس-الوزراء
    السلطة السلطات سلطات هيئة الهيئة
    الخارجية خارجية البرلمان برلمان مجلس-الشيوخ الكونغرس النائب نائبة السيناتور سيناتور المفوضية
    الكنيست بلدية البلدية
    government ministry minister president administration white-house parliament lawmakers
    senator senators congress commission
    authorities regulator regulators agency mayor governor officials
    ממשלה הממשלה משרד המשרד שר השר שרה נשיא הכנסת כנסת עירייה רשות הרשות
    """,
    "court": """
    هيئة-محلفين هيئة-المحلفين الدائرة-التمهيدية الدائرة
    محكمة المحكمة قاض قاضي القاضي قاضية القاضية القضاء النيابة المدعي الادعاء
    court judge judges prosecutor prosecutors jury tribunal
    בית-המשפט בית-משפט שופט השופט שופטת השופטת פרקליטות הפרקליטות
    """,
    "organisation": """
    منظمة المنظمة منظمات جمعية الجمعية مؤسسة المؤسسة مركز المركز مرصد المرصد الأمم-المتحدة
    الأونروا الصليب-الأحمر العفو صندوق الصندوق
    جامعة الجامعة كلية الكلية معهد المعهد مختبر الجمعية-العامة مفوض المقررة مقرر خبير الخبير
    خبراء الخبراء باحث الباحث باحثون الباحثون محام المحامي
    organisation organization ngo foundation amnesty un unrwa university college institute
    fund researchers experts
    expert lab watchdog rapporteur lawyer lawyers
    ארגון הארגון עמותה העמותה קרן הקרן אוניברסיטה האוניברסיטה מכון המכון חוקר חוקרים מומחים האו"ם
    """,
    "group": """
    مجموعة المجموعة جماعة الجماعة group קבוצה הקבוצה קבוצת
    """,
    "faction": """
    حماس حركة-حماس حزب الحزب حزب-الله الفصائل المقاومة-الإسلامية القسام
    hamas hezbollah party faction
    חמאס חיזבאללה מפלגה המפלגה
    """,
    "medium": """
    مراسل مراسلنا مراسلتنا مراسلو مراسلونا صحيفة الصحيفة صحف الصحف مجلة المجلة وسائل-إعلام
    وسائل-الإعلام تلفزيون التلفزيون إذاعة الإذاعة
    موقع الموقع وكالة الوكالة قناة القناة غارديان الغارديان رويترز
    تحقيق التحقيق تقرير التقرير
    correspondent newspaper magazine website agency-news reuters guardian report investigation
    עיתון העיתון אתר האתר סוכנות הסוכנות תחקיר התחקיר
    """,
}

#: Verbs of a party's word that report no claim: it welcomes, rejects, comments, goes on.
_REACTING = {
    "ar": forms(
        "ar",
        "رحب يرحب, رفض يرفض, علق يعلق, امتنع يمتنع, احتج يحتج, تابع يتابع, اختتم يختتم, نشر ينشر, "
        "أقر يقر, أبدى يبدي, رد يرد, عبر يعبر, بين يبين, أصر يصر, تمسك يتمسك, دافع يدافع, "
        "برر يبرر, شكك يشكك, استهجن يستهجن, استغرب يستغرب, توعد يتوعد, أقسم يقسم, أردف يردف, "
        "استطرد يستطرد, استدرك يستدرك, نوه ينوه, أفصح يفصح, تساءل يتساءل, غرد يغرد".split(","),
    )
    - folded("بين عبر"),
    "en": forms("en", ["reject"]),
    "he": forms("he", ["ביקר מבקר", "כינה מכנה"]),
}
_FUNCTION_TEXT = """
    أن إن أنه أنها أنهم إنه إنها إنهم بأن بأنه بأنها أنهما إلى على في عن من خلال أيضا كذلك قائلا
    قائلة قائلين مشيرا مؤكدا له لها لهم عليه عليها
    فيه فيها به بها هذا ذلك هذه ما لا لم لن قد إنما أمس اليوم مساء صباح لاحقا مجددا مؤخرا بعد
    قبل منذ عندما حين وسط أمام بين عبر حول لدى ضد مع حينها حينئذ آنذاك وقتها
"""


def _table(text: str) -> frozenset[str]:
    return frozenset(" ".join(words(part.replace("-", " "))) for part in text.split())


KINDS = {kind: _table(text) for kind, text in _KINDS_TEXT.items()}
KIND_OF = {word: kind for kind, table in reversed(KINDS.items()) for word in table}
FUNCTION = _table(_FUNCTION_TEXT)
CLAIM = frozenset(words("أن إن أنها أنه أنهم إنها إنه إنهم بأن بأنها بأنه that כי ש"))
RELATIVE = frozenset(words("التي الذي الذين اللذين اللتين والتي والذي والذين"))


#: Days between a verb and its speaker: «قالت الثلاثاء الوزارة».
DAYS = frozenset(words("يوم الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد مساء صباح"))


#: Verbs whose object comes with «ب»: «طالبت بوقف …» names no speaker.
WITH_BA = frozenset(
    words("طالب ندد رحب تعهد هدد اعترف أقر أشاد وعد يطالب تطالب يندد تندد يرحب ترحب")
)
#: Words that lead from a verb of saying to the party whose man or woman speaks.
TITLES = frozenset(
    words(
        "رئيس رئيسة الرئيسة رئيسها رئيسه المشارك المشاركة مدير مديرة المدير المديرة أمين الأمين "
        "العام العامة عام "
        "متحدث المتحدث متحدثة المتحدثة ناطق "
        "الناطق باسم مسؤول المسؤول مسؤولة مسؤولون المسؤولون نائب نائبة عضو كبير كبار "
        "مصدر مصادر مؤسس مؤسسة محافظ سفير قائد "
        "التنفيذي التنفيذية تنفيذي في لدى من مجلس إدارة دائرة قسم منسق منسقة عضوة أحد "
        "إحدى ممثل ممثلة بيان كاتب كاتبة حاكم والي عمدة نقيب مفتي زعيم قيادي القيادي القيادية "
        "مستشار المستشار المستشارة أستاذ أستاذة الأستاذ وكيل سعادة معالي السيد السيدة "
        "الكاتب الكاتبة الطالب الطالبة المعارض المعارضة المدرب المدربة اللاعب اللاعبة الصحفي "
        "الصحفية الصحافي الصحافية الفنان الفنانة المخرج المخرجة المزارع الطبيب الطبيبة "
        "الدكتور الدكتورة الشيخ العماد اللواء العميد العقيد الرائد الأميرال"
    )
)


def speaking_verb(word: str, language: str) -> bool:
    """Whether the folded *word* is a verb by which a party speaks, an attached «و» aside."""
    if act_of(word, language) is not None:
        return True
    table = _REACTING.get(language, frozenset())
    return word in table or (language == "ar" and word[:1] in "وف" and word[1:] in table)


def party(phrase: str) -> str | None:
    """The kind of party that *phrase* names, by its first known word or pair of words."""
    found = words(phrase)
    for at, word in enumerate(found):
        pair = f"{word} {found[at + 1]}" if at + 1 < len(found) else ""
        if kind := KIND_OF.get(pair) or KIND_OF.get(word):
            return kind
    return None


def parties(text: str) -> frozenset[str]:
    """All kinds of party that *text* names, speaking or not."""
    return named(words(text))


def named(found: Sequence[str]) -> frozenset[str]:
    """All kinds of party that the folded words *found* name."""
    pairs = [f"{a} {b}" for a, b in pairwise(found)]
    kinds = {KIND_OF[part] for part in (*found, *pairs) if part in KIND_OF}
    bare = {w[2:] if w.startswith(("ال", "لل")) else w[1:] for w in found if len(w) > 4}
    return frozenset(kinds | {KIND_OF[part] for part in bare if part in KIND_OF})
