"""The words for numbers in Arabic, English and Hebrew, as folded forms (`normal.fold`).

Values are plain integers; fractions are `Fraction`. «ألف» and its kind are multipliers, «عشرات» and
its kind stand for a number that nobody counted. The first ordinal is left out: «أولي» (initial) and
«أولى» fold to the same form.
"""

from __future__ import annotations

from fractions import Fraction

from digests.language.lists import folded
from digests.language.normal import fold


def _table(rows: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in rows.strip().splitlines():
        value, forms = row.split(maxsplit=1)
        found.update({fold(form): int(value) for form in forms.split()})
    return found


_AR_UNITS = "ثلاث أربع خمس ست سبع ثمان تسع"
_AR_HUNDREDS = {
    fold(unit + hundred): 100 * value
    for value, unit in enumerate(_AR_UNITS.split(), 3)
    for hundred in ("مئة", "مائة", "مئه")
} | {fold("ثمانيمئة"): 800, fold("ثمانيمائة"): 800}

CARDINALS = (
    _table("""
1 واحد واحدا واحدة one אחד אחת
2 اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي two שניים שתיים שני שתי שנים שתים
3 ثلاثة ثلاث three שלושה שלוש שלושת
4 أربعة أربع four ארבעה ארבע ארבעת
5 خمسة خمس five חמישה חמש חמשת
6 ستة ست six שישה שש ששת
7 سبعة سبع seven שבעה שבע שבעת
8 ثمانية ثماني ثمان ثمانيا eight שמונה שמונת
9 تسعة تسع nine תשעה תשע תשעת
10 عشرة عشر ten עשרה עשר עשרת
11 eleven
12 twelve dozen תריסר
13 thirteen
14 fourteen
15 fifteen
16 sixteen
17 seventeen
18 eighteen
19 nineteen
20 عشرون عشرين twenty עשרים
30 ثلاثون ثلاثين thirty שלושים
40 أربعون أربعين forty ארבעים
50 خمسون خمسين fifty חמישים
60 ستون ستين sixty שישים
70 سبعون سبعين seventy שבעים
80 ثمانون ثمانين eighty שמונים
90 تسعون تسعين ninety תשעים
100 مئة مائة hundred מאה
200 مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي מאתיים
2000 ألفان ألفين ألفي אלפיים
2000000 مليونان مليونين مليوني
2000000000 ملياران مليارين ملياري
2000000000000 تريليونان تريليونين تريليوني
""")
    | _AR_HUNDREDS
    | {
        fold(word): value
        for value, words in enumerate("ثلاثا أربعا خمسا ستا سبعا ثمانيا تسعا عشرا".split(), 3)
        for word in (words,)
    }
)
#: Words between a ten's unit and its «teen» (أحد عشر، אחד עשר).
TEEN = folded("عشر عشرة עשר עשרה")
TEEN_UNITS = _table("1 أحد إحدى")
MULTIPLIERS = {
    form: value
    for value, forms in {
        1_000: "ألف آلاف ألفا thousand thousands k אלף אלפים אלפי",
        1_000_000: "مليون ملايين مليونا million millions m mn mln מיליון מיליונים מיליוני",
        1_000_000_000: "مليار مليارات مليارا بليون بلايين billion billions bn b "
        "מיליארד מיליארדים מיליארדי",
        1_000_000_000_000: "تريليون تريليونات تريليونا ترليون trillion trillions trn tn "
        "טריליון טריליונים טריליוני",
    }.items()
    for form in map(fold, forms.split())
}
#: Numbers that nobody counted, by their order of magnitude.
VAGUE = {
    form: value
    for value, forms in {
        10: "عشرات dozens scores tens עשרות",
        100: "مئات مئآت hundreds מאות",
        1_000: "آلاف ألوف thousands אלפי אלפים",
        10_000: "רבבות רבבת",
        1_000_000: "ملايين millions מיליוני מיליונים",
        1_000_000_000: "مليارات بلايين billions מיליארדי מיליארדים",
    }.items()
    for form in map(fold, forms.split())
}
FRACTIONS = {
    form: value
    for value, forms in {
        Fraction(1, 2): "نصف نصفا نصفهم نصفها نصفهن half halve halved halving חצי מחצית "
        "מחציתם מחציתן",
        Fraction(1, 3): "ثلث ثلثهم ثلثها שליש",
        Fraction(2, 3): "ثلثا ثلثي ثلثين ثلثان ثلثاهم ثلثيهم ثلثاها ثلثيها",
        Fraction(1, 4): "ربع ربعهم ربعها quarter רבע",
    }.items()
    for form in map(fold, forms.split())
}
PARTS = {
    fold(form): value
    for form, value in {
        "thirds": 3, "third": 3, "quarters": 4, "fifths": 5, "أرباع": 4, "أخماس": 5, "أثلاث": 3,
        "רבעים": 4, "שלישים": 3, "חמישיות": 5, "tenths": 10, "أعشار": 10,
    }.items()
}  # fmt: skip
PERCENT = folded("percent % pct المئة بالمئة المائة بالمائة אחוז אחוזים")
ORDINALS = _table("""
2 ثاني ثان ثانيا ثانية second 2nd שנייה שניה
3 ثالث ثالثا ثالثة third 3rd שלישי שלישית שלישיים שלישיות
4 رابع رابعا رابعة fourth רביעי רביעית
5 خامس خامسا خامسة fifth חמישי חמישית
6 سادس سادسا سادسة sixth שישי שישית
7 سابع سابعا سابعة seventh שביעי שביעית
8 ثامن ثامنا ثامنة eighth שמיני שמינית
9 تاسع تاسعا تاسعة ninth תשיעי תשיעית
10 عاشر عاشرا عاشرة tenth עשירי עשירית
11 eleventh
12 twelfth
13 thirteenth
14 fourteenth
15 fifteenth
16 sixteenth
17 seventeenth
18 eighteenth
19 nineteenth
20 twentieth
30 thirtieth
""")
ORDINAL_UNITS = _table("1 حادي حادية")
#: Nouns whose dual is read as the number two.
_COUNTED = """
شخص عام شهر يوم أسبوع قتيل جريح جندي شرطي موظف عامل رجل طفل مدني صحفي صاروخ مسؤول ضابط ناشط طالب
سجين نزيل مريض
محتج متظاهر مهندس عضو نائب وزير عقد قرن قانون مشروع قرار بيان مصدر حزب بلد بيت مبنى مستشفى طرف
جانب خيار شرط سبب اتفاق هجوم انفجار حريق موقع فريق لاعب هدف مركز مصنع بنك مطار ميناء حادث زلزال
كيلومتر متر طن قدم ميل دولار لتر مقعد صوت شاهد محام قاض أسير رهينة مشتبه متهم راكب عنصر مسلح فرد
"""
_COUNTED_FEMININE = """
سنة مرة ساعة دقيقة ثانية شركة دولة مدينة قرية امرأة فتاة طائرة سفينة ناقلة مركبة سيارة حافلة
مروحية مسيرة جامعة مدرسة منظمة قضية جلسة جولة رسالة صحيفة ليلة درجة نقطة حالة إصابة جثة غارة ضربة
قذيفة قنبلة منطقة محافظة نقابة مجموعة وحدة حملة دعوى تهمة مادة فئة خطوة بلدة وزارة
"""
DUALS = frozenset(
    fold(noun + ending) for noun in _COUNTED.split() for ending in ("ان", "ين")
) | frozenset(
    fold(noun.removesuffix("ة") + ending)
    for noun in _COUNTED_FEMININE.split()
    for ending in ("تان", "تين", "تا", "تي")
) - {fold("مرتي"), fold("مدنيين"), fold("صحفيين")}
HEBREW_DUALS = folded("יומיים שבועיים חודשיים שנתיים שעתיים פעמיים")
#: Plurals in «ين» that look like a dual; they support no number.
AMBIGUOUS = frozenset(
    fold(noun + "ين")
    for noun in (
        "مدني صحفي مسؤول موظف عامل ناشط محتج متظاهر مهندس محام متهم مسلح مشتبه لاعب جريح "
        "موقع".split()
    )
)
EITHER = folded("both neither either twice pair couple كلا كلتا كلاهما مرتين مرتان שניהם פעמיים")
