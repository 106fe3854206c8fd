"""The words and phrases that hedge, in Arabic, English and Hebrew, by what they make of a fact.

The rule: one word or a fixed phrase for each way of saying less than a fact; `strength` decides
whether a word hedges where it stands.

What it may get wrong: a word of two meanings counts as a hedge unless `strength` knows better. The
escape hatch is one more line.
"""

from __future__ import annotations

from enum import StrEnum


class Hedge(StrEnum):
    """How what is said falls short of a fact."""

    POSSIBLE = "possible"
    EXPECTED = "expected"
    INTENDED = "intended"
    ALLEGED = "alleged"
    ESTIMATED = "estimated"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    PARTLY = "partly"
    CONDITIONAL = "conditional"
    TENTATIVE = "tentative"
    CHARACTERISED = "in somebody's words"
    REPORTED = "reported by nobody named"
    UNLIKELY = "thought unlikely"
    ASKED = "asked, not said"
    SEEMING = "as it seemed"
    KNOWN = "as far as somebody knows"


#: What bounds a number; and all that say how exactly it is told.
BOUNDS = frozenset({Hedge.AT_LEAST, Hedge.AT_MOST})
NUMERIC = BOUNDS | {Hedge.ABOUT}


WORDS: dict[str, dict[Hedge, str]] = {
    "ar": {
        Hedge.POSSIBLE: "ربما يمكن يحتمل محتمل محتملة محتملا لعل ممكن الممكن المحتمل "
        "إمكان إمكانية "
        "يستطيع تستطيع يستطيعون بوسع بوسعه بوسعها احتمال احتمالية تحتمل يمكنه يمكنها محتملين "
        "يمكننا يمكنني "
        "محتملون بإمكان بإمكانه بإمكانها ممكنة ممكنا معرضة معرضون معرضين معرضات عرضة",
        Hedge.EXPECTED: "متوقع يتوقع تتوقع توقع توقعت المتوقع المقرر مقرر مرجح يرجح "
        "المرجح ترجح ينتظر "
        "المنتظر مرتقب المرتقب يفترض المفترض توقعات مقررة المقررة رجح رجحت",
        Hedge.INTENDED: "يعتزم تعتزم يعتزمون اعتزم اعتزمت يخطط تخطط خطط خططت خطة خطط "
        "خططا ينوي تنوي نية "
        "يسعى تسعى سعى سعت يدرس تدرس يعتزمان اعتزام اعتزامه اعتزامها عزمه عزمها عازم تخطيط "
        "محاولة حاول حاولت يحاول تحاول اقترح اقترحت يقترح تقترح اقتراح مقترح يأمل تأمل مخططات "
        "تدرسه تدرسها بهدف يبحث تبحث عرض عرضت هدد هددت تعهد تعهدت وعد وعدت دعا دعت دعوا "
        "طالب طالبت "
        "طالبوا أوصى أوصت يوصي توصي طلب طلبت دعوة مطالبة نيته نيتها مساع يستعد تستعد "
        "يفكر تفكر يفكرون فكر فكرت تفكير يتطلع تتطلع يدرسون ينوون يخططون يسعون يحاولون يقترحون "
        "يأملون يبحثون يعرضون يهددون يتعهدون يطالبون يوصون يطلبون يستعدون يتطلعون يخططان يسعيان",
        Hedge.ALLEGED: "يشتبه مشتبه المشتبه اشتبه مزعوم المزعوم المزعومة اتهم اتهمت "
        "اتهموا يتهم تتهم متهم "
        "المتهم متهمين المتهمين اتهام اتهامات بتهمة تهمة تهم بتهم زعم زعمت ادعى ادعت شبهة شبهات "
        "بشبهة للاشتباه لاشتباه مشتبها متهما متهمة المتهمة ادعاءات مزاعم",
        Hedge.ESTIMATED: "تقدير تقديرات التقديرات تقديري يقدر تقدر قدر قدرت المقدر "
        "المقدرة تقديره "
        "تقديراته",
        Hedge.ABOUT: "نحو حوالي قرابة زهاء تقريبا يقارب يناهز بنحو بحوالي تقارب تناهز "
        "لنحو قارب ناهز يقرب",
        Hedge.PARTLY: "بعض معظم جزء جزئي جزئيا جزئية أغلب غالبية أغلبية عديد العديد "
        "غالبا جزءا "
        "بعضهم بعضها معظمهم معظمها أغلبها",
        Hedge.CONDITIONAL: "إذا لو شريطة بشرط شرط",
        Hedge.UNLIKELY: "استبعد استبعدت استبعدوا يستبعد تستبعد يستبعدون مستبعد مستبعدا مستبعدة "
        "المستبعد شكوك شكوكا مشكوك",
        Hedge.TENTATIVE: "أولي أولية الأولية الأولي مبدئي مبدئيا مبدئية المبدئي مؤقت "
        "مؤقتة مؤقتا المؤقت "
        "المؤقتة تمهيدي تمهيدية مسودة موقت بالإنابة بالوكالة مبدئيين أوليا",
    },
    "en": {
        Hedge.POSSIBLE: "may might could possibly possible perhaps potential "
        "potentially possibility "
        "maybe can apparently seemingly presumably",
        Hedge.REPORTED: "reportedly supposedly purportedly",
        Hedge.EXPECTED: "expected expects expect likely due scheduled forecast "
        "forecasts projected "
        "predicted predicts anticipated probably expectations expectation",
        Hedge.INTENDED: "plan plans planned planning intends intended intend "
        "considering considers "
        "seeks seeking aims aiming proposes proposed proposal proposing trying tried attempt "
        "attempted attempting hopes hoping hoped offered offers request requests bid application "
        "applied threatened threatens "
        "pledged vowed "
        "promised recommended recommends advised suggested wants wanted urged demanded demands "
        "asked called calling sought agreed agree agrees meant evaluating "
        "weighing exploring mulling "
        "thinking awaiting",
        Hedge.ALLEGED: "alleged allegedly alleges accused accuses accusing suspected "
        "suspects suspect "
        "suspicion accusation accusations allegation allegations claimed claims charged",
        Hedge.ESTIMATED: "estimated estimates estimate estimating",
        Hedge.ABOUT: "about around nearly almost approximately roughly some",
        Hedge.PARTLY: "most several many part partly partially majority mostly largely numerous",
        Hedge.CONDITIONAL: "if unless provided",
        Hedge.ASKED: "whether",
        Hedge.UNLIKELY: "unlikely doubts doubted doubtful",
        Hedge.TENTATIVE: "preliminary initial interim provisional temporary temporarily "
        "tentative "
        "draft acting tentatively initially",
    },
    "he": {
        Hedge.POSSIBLE: "עשוי עשויה עשויים עשויות עלול עלולה עלולים עלולות אולי ייתכן "
        "יתכן אפשרי "
        "אפשרית פוטנציאלי כנראה תיתכן תתכן ייתכנו יתכנו אפשריים אפשריות "
        "יוכל תוכל יוכלו יכול יכולה יכולים יכולות",
        Hedge.EXPECTED: "צפוי צפויה צפויים צפויות אמור אמורה אמורים אמורות מתוכנן מתוכננת מתוכננים "
        "מתוכננות מיועד תחזית סביר",
        Hedge.INTENDED: "נועד נועדה נועדו מיועדת "
        "מתכנן מתכננת מתכננים מתכננות תכנן תכננה תכננו כוונת כוונתה מתכוון מתכוונת "
        "מתכוונים מתכוונות שוקלות בוחנות מבקשים מבקשות מקווה מקוות "
        "בכוונת בקשה בקשת בבקשה בבקשת דרישה דרישת הצעת הצעה שוקל שוקלת שוקלים "
        "תשקול ישקול ישקלו לשקול תבחן יבחן יבחנו לבחון בוחן בוחנת בוחנים כפוף כפופה טעון טעונה "
        "מבקש מבקשת ניסה ניסתה ניסו הציע הציעה הציעו כוונה כוונתו מקווה מקווים איים איימה הבטיח "
        "הבטיחה דרש דרשה דרשו המליץ המליצה המליצו קרא קראה קראו",
        Hedge.ALLEGED: "חשוד חשודה חשודים חשד לכאורה נאשם נאשמת נאשמים האשים האשימה האשימו בחשד "
        "בחשדות טען טענה טענו",
        Hedge.ESTIMATED: "הערכה הערכות מעריכים מוערך מוערכת העריך העריכה העריכו",
        Hedge.ABOUT: "בערך כמעט כ",
        Hedge.PARTLY: "רוב מרבית חלק חלקי חלקית כמה רבים רובם חלקם",
        Hedge.CONDITIONAL: "אם בתנאי אלמלא לולא",
        Hedge.ASKED: "האם",
        Hedge.KNOWN: "למיטב",
        Hedge.UNLIKELY: "ספק",
        Hedge.TENTATIVE: "ראשוני ראשונית זמני זמנית עקרוני עקרונית טיוטה",
    },
}
#: "It was reported that", "is said to": told by nobody who is named.
_IMPERSONAL = ", ".join(
    [
        f"{be} {said} to"
        for forms, verbs in {
            "is are was were": "believed thought understood rumoured rumored",
            "is are": "said reported",
        }.items()
        for be in forms.split()
        for said in verbs.split()
    ]
    + [
        f"it {be} {said}"
        for be in ("is", "was")
        for said in ("believed", "thought", "understood", "rumoured", "said", "reported")
    ]
)
_REACHING = ", ".join(
    f"{verb} {noun}{ending} إلى"
    for verb in ("تصل", "يصل")
    for noun in ("قيمت", "عدد", "مدت", "نسبت", "كلفت")
    for ending in ("ه", "ها", "هم")
)
_AT_ITS_HIGHEST = ", ".join(
    f"{noun}{ending} القصوى"
    for noun in ("قيمت", "مدت", "كلفت", "تكلفت", "نسبت", "سعت", "عقوبت")
    for ending in ("ه", "ها", "هم")
)
PHRASES: dict[str, dict[Hedge, str]] = {
    "ar": {
        Hedge.REPORTED: "يعتقد أن, يعتقد أنه, يعتقد أنها, يعتقد أنهم, يظن أن, يظن أنه, يظن أنها, "
        "يقال إن, يقال إنه, يقال إنها, قيل إن, قيل إنه, قيل إنها, أفادت تقارير, ذكرت تقارير, "
        "قالت تقارير, تحدثت تقارير, تشير تقارير, بحسب تقارير, وفق تقارير, وفقا لتقارير, "
        "على ما ذكر, تردد أن",
        Hedge.POSSIBLE: "على ما يبدو, يبدو أن, يبدو أنه, يبدو أنها, "
        "يبدو أنهم, بدا أن, بدا أنه, بدا أنها, بدا أنهم, على ما بدا, على الأرجح, "
        "على ما يرجح, في الغالب",
        Hedge.CHARACTERISED: "ما وصفه, ما وصفته, ما وصفوه, ما سماه, ما سمته, ما سموه, ما أسماه, "
        "ما أسمته, ما اعتبره, ما اعتبرته, ما اعتبروه, ما عده, ما عدته, بما وصفه, بما وصفته, "
        "بما سماه, بما سمته, بما اعتبره, بما اعتبرته, لما وصفه, لما وصفته, مما وصفه, مما وصفته",
        Hedge.AT_LEAST: "على الأقل, ما لا يقل عن, لا يقل عن, أكثر من, ما يزيد على, ما "
        "يزيد عن, يزيد على, "
        "تزيد على, يزيد عن, تزيد عن, أزيد من, لا تقل عن, لأكثر من, بأكثر من, يتجاوز, "
        "تجاوز, تجاوزت, "
        "تتجاوز, فاق, فاقت, يفوق, تفوق, وأكثر من, زاد على, زادت على, زاد عن, زادت عن, يربو على, "
        "تربو على, ما ينيف على, ينوف على, تخطى, تخطت, يتخطى, تتخطى, "
        "لم يقل عن, لم تقل عن, لن يقل عن, لن تقل عن, يتعدى, تتعدى, تعدى, تعدت, "
        "يزيد قليلا على, يزيد قليلا عن, تزيد قليلا على, تزيد قليلا عن, أكثر بقليل من",
        Hedge.AT_MOST: "على الأكثر, ما لا يزيد, لا يزيد, أقل من, كحد أقصى, بحد أقصى, "
        "تصل إلى, يصل إلى, "
        "لا يتجاوز, لا تتجاوز, لم يتجاوز, لم تتجاوز, لن يتجاوز, لن تتجاوز, لا يتعدى, لا تتعدى, "
        "لم يتعد, لم تتعد, لن يتعدى, لن تتعدى, لم يزد, لم تزد, لا تزيد, لن يزيد, لن تزيد, "
        "دون سن, ما يصل إلى, ما دون, " + _REACHING + ", " + _AT_ITS_HIGHEST,
        Hedge.ABOUT: "ما يقارب, ما يقرب من, بما يقارب",
        Hedge.CONDITIONAL: "ما لم, إن لم, في حال, إلا إذا",
        Hedge.ASKED: "ما إذا, فيما إذا, عما إذا, مما إذا",
        Hedge.KNOWN: "على حد علم, على حد علمه, على حد علمها, على حد علمهم, حسب علمه, حسب علمها, "
        "بحسب علمه, بحسب علمها, بحسب علمهم, على علم, علم له, علم لها, علم لهم, علم لديه, علم لديها",
        Hedge.TENTATIVE: "من حيث المبدأ",
        Hedge.PARTLY: "عدد من",
        Hedge.INTENDED: "بحاجة إلى, التوافق على, الاتفاق على, اتفق على, اتفقت على, اتفقا على, "
        "اتفقوا على, توافق على, توافقوا على",
        Hedge.UNLIKELY: "شك في, شكا في, شك بأن, من غير المرجح, غير مرجح, من غير المتوقع, "
        "غير متوقع, لا يتوقع, لا تتوقع, "
        "من غير المحتمل",
    },
    "en": {
        Hedge.CHARACTERISED: "what it called, what he called, what she called, what they called, "
        "what it described as, what he described as, what she described as, what they described as",
        Hedge.AT_LEAST: "at least, more than, over, above, no fewer than, no less than, "
        "upwards of, "
        "exceeded, exceeds, exceed, exceeding, surpassed, topped",
        Hedge.AT_MOST: "at most, up to, as many as, as much as, less than, fewer than, "
        "under, below, "
        "no more than, not more than, not exceed, not exceeded, not exceeding, no higher than, "
        "under the age of, below the age of",
        Hedge.SEEMING: ", ".join(
            f"{verb}{ending} to" for verb in ("appear", "seem") for ending in ("", "s", "ed")
        ),
        Hedge.EXPECTED: "set to, on track to, on course to",
        Hedge.INTENDED: "subject to",
        Hedge.REPORTED: _IMPERSONAL,
        Hedge.ABOUT: "close to, as much as",
        Hedge.TENTATIVE: "in principle",
        Hedge.PARTLY: "some of, a number of, part of",
        Hedge.KNOWN: "the best of, its knowledge, his knowledge, her knowledge, their knowledge, "
        "not aware of, unaware of",
        Hedge.UNLIKELY: "not expected, not expect, not expecting, rules out, ruled out, rule out",
    },
    "he": {
        Hedge.REPORTED: "על פי דיווחים, לפי דיווחים, על פי הדיווחים, לפי הדיווחים",
        Hedge.POSSIBLE: "ככל הנראה",
        Hedge.CHARACTERISED: "מה שכינה, מה שכינתה, מה שכינו, מה שהגדיר, מה שהגדירה, מה שהגדירו",
        Hedge.AT_LEAST: "לפחות, יותר מ, למעלה מ, לא פחות מ, מעל, עולה על, "
        "עלה על, עולים על, עלתה על",
        Hedge.AT_MOST: "לכל היותר, עד, פחות מ, לא עולה על, לא עלה על, לא עולים על, לא עלתה על, "
        "לא עלו על, לא יעלה על, לא תעלה על, אינו עולה על, אינה עולה על, לא יותר מ",
        Hedge.ABOUT: "קרוב ל",
        Hedge.TENTATIVE: "בעיקרון",
        Hedge.CONDITIONAL: "אלא אם, אילו לא, אילו היה, אילו הייתה, אילו היו, לו היה, לו הייתה, "
        "לו היו",
        Hedge.KNOWN: "ככל הידוע, עד כמה שידוע",
        Hedge.UNLIKELY: "לא סביר, לא צפוי, לא צפויה, לא צפויים",
    },
}
