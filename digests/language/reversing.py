"""Words that undo, put off or only try what the noun or clause behind them names, and whose it is.

The rule: in «تأجيل هدم الحي» or "a petition against the appointment" what happens is the first
word's; told without it the rest says another thing. ``REVERSING`` has nouns and verbs that govern
the very next words, ``TURNING`` verbs that do so behind a preposition of theirs. ``BESIDE`` has
nouns before "of" and a person, body or place that is not itself what is told: its guard,
surroundings, picture.

What it may get wrong: a reversing word that is a name or half of an idiom. The escape hatch is to
take it out of the table.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.lists import folded

REVERSING = {
    "ar": folded(
        "تأجيل إرجاء إلغاء إبطال نقض تجميد وقف تعليق محاولة محاولات التماس التماسا طعن طعنا "
        "استئنافا اعتراض اعتراضا تقليص خفض تخفيف حجب شائعات شائعة إشاعة إشاعات مزاعم إحباط "
        "تفادي تجنب منع براءة تبرئة اقتراح مقترح بحث سحب إسقاط التراجع العدول إلغاؤه ساخرة "
        "ساخر حصار الحصار مقاطعة"
    ),
    "en": frozenset(
        "postponing postponement delaying cancelling canceling cancellation cancel scrapping "
        "scrapped cancelled canceled withdrawal withdrawing attempted attempt attempts petition "
        "petitions appeal challenge challenges rumours rumors rumour rumor hoax satirical parody "
        "dropped dropping blocked blocking averted averting thwarted foiled overturned quashed "
        "commuted blockade boycott siege".split()
    ),
    "he": folded(
        "דחיית ביטול ניסיון ניסיונות עתירה העתירה ערעור הערעור שמועות השמועות מצור המצור "
        "חרם סיכול הקפאת"
    ),
}
#: What is told of that is moved for something, and the verbs that turn it down.
MOTIONS = {
    "ar": folded("مشروع اقتراح اقتراحا مقترح طلب طلبا دعوى"),
    "en": frozenset("bill motion proposal draft resolution request lawsuit".split()),
    "he": folded("הצעת בקשת תביעה"),
}
AVERSE = {
    "ar": forms("ar", "رفض يرفض, عرقل يعرقل, رد يرد, أسقط يسقط".split(", ")),
    "en": frozenset("rejected reject rejects blocked blocks voted defeated dismissed".split()),
    "he": folded("דחה דחתה דחו הפיל הפילה"),
}
#: Words that stand between a head and what it governs, and say nothing by themselves.
BETWEEN = folded(
    "ضد على إلى عن من في حول قرار قانون that of to for against on over around by the a an about "
    "from its his her their 's s was is are were charges charge be been al el "
    "נגד של על את כי"
)
#: What stands before that to which a petition, challenge or attempt turns.
AGAINST = folded("ضد على في to against on at נגד על")
#: A work in which something happens, and the words that open a sentence before it.
FICTION = {
    "ar": folded("رواية فيلم مسرحية مسلسل الرواية الفيلم المسرحية المسلسل"),
    "en": frozenset("film movie novel play".split()),
    "he": folded("בסרט ברומן במחזה"),
}
INSIDE = folded("in the a new his her في وفي")
#: Nouns among them that are verbs where they open a clause: «بحث الوزير».
VERBLIKE = folded("بحث وقف خفض سحب منع حجب نقض")
#: What follows an English noun of ``BESIDE``.
OF = frozenset({"of", "around", "near", "to"})
#: Arabic verbs that do so, behind their subject.
UNDOING = forms(
    "ar",
    "ألغى يلغي, عرقل يعرقل, أحبط يحبط, أسقط يسقط, خفف يخفف, أبطل يبطل, "
    "نقض ينقض, تفادى يتفادى, تجنب يتجنب, جمد يجمد, برأ يبرئ".split(", "),
)
#: Each verb with the words behind it, one of which opens what it turns round.
TURNING = {
    "ar": {verb: folded("عن") for verb in forms("ar", ["تراجع يتراجع", "عدل يعدل"])}
    | {verb: folded("من") for verb in forms("ar", ["نجا ينجو"])},
    "en": {
        "stopped": frozenset({"from", "short"}),
        "stop": frozenset({"from", "short"}),
        "prevented": frozenset({"from"}),
        "barred": frozenset({"from"}),
        "kept": frozenset({"from"}),
        "far": frozenset({"from"}),
        "ruled": frozenset({"out"}),
        "rule": frozenset({"out"}),
        "ruling": frozenset({"out"}),
        "voted": frozenset({"down"}),
        "survived": frozenset({"a", "an", "the"}),
        "escaped": frozenset({"a", "an", "the"}),
        "cleared": frozenset({"of"}),
        "acquitted": frozenset({"of"}),
        "backed": frozenset({"off", "away"}),
    },
    "he": {
        "חזרה": folded("בה"),
        "חזר": folded("בו"),
    },
}
BESIDE = {
    "ar": folded(
        "محيط ضواحي مشارف صورة صور تمثال دمية فرع حارس مرافق سكرتير سكرتيرة نائب قريب صهر ابن "
        "بنت أخت حفيد أقارب أبناء عائلة أسرة زوجة أرملة مساعد سائق محامي قافلة موكب "
        "مكتب منزل ممتلكات تجارب شقيق شقيقة نجل نجلة شقيقا والد والدة ابنة مدير"
    ),
    "en": frozenset(
        "area surroundings vicinity outskirts picture effigy statue portrait branch subsidiary "
        "guard bodyguard deputy secretary relative relatives family motorcade convoy office home "
        "aide".split()
    ),
    "he": folded("סביבת סביבות פאתי תמונת פסל סניף שומר מאבטח סגן משפחת שיירת לשכת ביתו"),
}
