"""Which lines of an article are sentences, and where they begin."""

from datetime import UTC, datetime

import pytest

from digests.model import Article
from digests.summaries.passages import is_furniture, is_heading, passages

NOW = datetime(2025, 3, 10, tzinfo=UTC)


def showable(text: str, language: str) -> list[str]:
    article = Article(1, "source", language, "", "", text, "", NOW, NOW)
    return [passage.text for passage in passages(article)]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "غزة - وكالات: قالت المنظمة إن المساعدات لم تدخل منذ أسبوع كامل إلى القطاع.",
            "قالت المنظمة إن المساعدات لم تدخل منذ أسبوع كامل إلى القطاع.",
        ),
        (
            "القدس المحتلة (الأناضول) - أعلنت الشركة وقف خدماتها عن الوحدة يوم الخميس الماضي.",
            "أعلنت الشركة وقف خدماتها عن الوحدة يوم الخميس الماضي.",
        ),
        (
            "مراكش (المغرب) 6-5-2025 (المثال) - أمرت محكمة الشركة بدفع 12 مليون درهم لعمالها.",
            "أمرت محكمة الشركة بدفع 12 مليون درهم لعمالها.",
        ),
        (
            "تونس ـ «صحيفة المثال» ووكالات: أظهرت نتائج أعلنتها الهيئة فوز الرئيس بولاية ثانية.",
            "أظهرت نتائج أعلنتها الهيئة فوز الرئيس بولاية ثانية.",
        ),
        (
            "لاهاي – «صحيفة المثال» – وكالات: أمرت محكمة استئناف الحكومة بوقف تصدير القطع.",
            "أمرت محكمة استئناف الحكومة بوقف تصدير القطع.",
        ),
        (
            "الخرطوم 16 أبريل 2023 ــ أعلن الجيش أن وحداته صدت هجوما على مقر القيادة العامة.",
            "أعلن الجيش أن وحداته صدت هجوما على مقر القيادة العامة.",
        ),
        (
            "المثال نيوز/ ارتفعت حصيلة ضحايا الانفجار في المدينة إلى 29 قتيلا، وفق مصدر طبي.",
            "ارتفعت حصيلة ضحايا الانفجار في المدينة إلى 29 قتيلا، وفق مصدر طبي.",
        ),
        (
            "SEATTLE, May 16 (Example Wire) - The company said it had reviewed its contracts.",
            "The company said it had reviewed its contracts.",
        ),
    ],
)
def test_a_dateline_is_cut_off_the_front(line: str, sentence: str) -> None:
    assert showable(line, "en" if line.isascii() else "ar") == [sentence]


@pytest.mark.parametrize(
    "line",
    [
        "مايكروسوفت: لا دليل على استخدام تقنياتنا لإيذاء المدنيين في قطاع غزة هذا العام.",
        "أقر الكنيست الإسرائيلي (البرلمان)، الثلاثاء، بالقراءتين الثانية والثالثة موازنة العام.",
        "أوقفت الشرطة 9 موظفين/ موظفات في مكتب الشركة بالعاصمة بعد اعتصام دام ساعات.",
        "قالت وكالة المثال للأنباء: إن القصف توقف منذ الصباح في أحياء المدينة كلها.",
        "غرق ليل السبت - الأحد زورق يقل عشرات الأشخاص قبالة الشاطئ جنوب المدينة.",
    ],
)
def test_a_speaker_before_a_colon_is_no_dateline(line: str) -> None:
    assert showable(line, "ar") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "المصدر: وكالة المثال",
        "ترجمة: سمير حداد",
        "اقرأ أيضًا: ارتفاع الأسعار في الأسواق.",
        "للمزيد من الأخبار تابعونا على تيليغرام.",
        "صورة أرشيفية لمقر الشركة.",
        "ملخص: أكبر نقابة عمالية في البلاد تنضم إلى الإضراب التضامني مع عمال المصنع.",
        "(تغطية صحفية سمر ناجي وعلي حداد - إعداد رامي سعد للنشرة العربية)",
        "هل أعجبك المقال؟",
        "شاركنا في التعليقات ما رأيك في القرار.",
        "شاهد لحظة خروج العمال من المصنع... اضغط هنا لقراءة المزيد.",
        "Read more: what the company says.",
        "Reporting by Jane Doe; editing by John Roe.",
        "קראו גם: מה אומרת החברה.",
        "תיקון: בגרסה קודמת נכתב אחרת.",
    ],
)
def test_furniture_is_left_out(line: str) -> None:
    assert is_furniture(line)
    body = "قالت الشركة إنها راجعت عقودها كلها."
    assert showable(f"{line}\n{body}", "ar") == [body]


def test_a_line_without_a_closing_mark_is_a_heading_if_short() -> None:
    assert is_heading("حقوق الإنسان في الميزان")
    assert is_heading("أهم ما ورد في التقرير الذي نشرته المنظمة اليوم وما قالته الشركة عنه:")
    assert not is_heading("قالت الشركة إنها راجعت عقودها.")


def test_a_teaser_that_breaks_off_is_left_out() -> None:
    assert showable("قالت الشركة إنها راجعت. وأضافت أن العقود…", "ar") == [
        "قالت الشركة إنها راجعت."
    ]


def test_a_credit_at_the_end_of_a_sentence_is_cut_off() -> None:
    assert showable("قالت الشركة إنها راجعت عقودها كلها هذا العام (رويترز).", "ar") == [
        "قالت الشركة إنها راجعت عقودها كلها هذا العام"
    ]


def test_an_item_of_a_list_is_no_sentence_but_by_its_mark() -> None:
    said = "قالت الشركة إنها راجعت عقودها كلها."
    items = (
        "- البنوك والوزارات والمواصلات العامة: اضطراب متفاوت، فيما امتنعت بلديات عدة عن المشاركة\n"
        "• التعويضات العقابية: أكثر من 167 مليون دولار.\n"
        "• طالبت النقابة الشركة بفسخ اتفاقيتها فورا."
    )
    assert showable(f"{items}\n{said}", "ar") == ["طالبت النقابة الشركة بفسخ اتفاقيتها فورا.", said]


def test_the_box_that_sums_up_an_article_is_left_out_and_its_update_is_marked() -> None:
    text = (
        "ملخص\nيطالب المضيفون بأجر عن ساعات العمل التي تسبق الإقلاع.\n"
        "تحديث 12:45 غرينتش: أعلنت النقابة التوصل إلى اتفاق ينهي الإضراب.\n"
        "واصل المضيفون إضرابهم لليوم الثالث توالياً."
    )
    found = passages(Article(1, "source", "ar", "", "", text, "", NOW, NOW))
    assert [(one.text.split()[0], one.update) for one in found] == [
        ("أعلنت", True),
        ("واصل", False),
    ]


@pytest.mark.parametrize(
    "front",
    [
        "بيروت، 31 تشرين الأول/أكتوبر 2022 - ",
        "جنيف، 5 أيار/مايو 2023 – ",
        "عمان- الغد- ",
        "الإسماعيلية في 7 يوليو /أ ش أ/ ",
        "رام الله/PNN- ",
        "غزة/ سما/ ",
        "هسبريس - محمد أحمد: ",
        'الجزائر- "الشروق"- ',
        "لندن ـ «القدس العربي»: ",
        '"القدس العربي": ',
    ],
)
def test_what_opens_an_article_is_cut_off(front: str) -> None:
    lead = "قالت منظمة العفو الدولية إن الحكومة لم تف بوعودها أمس ولن تفي بها."
    assert showable(front + lead, "ar") == [lead]


@pytest.mark.parametrize(
    "lead",
    [
        '"لا نعرف": قال الوزير إن الحكومة لم تف بوعودها أمس ولن تفي بها بعد اليوم.',
        "غرق ليل السبت - الأحد زورق يقل عشرين مهاجرا قبالة سواحل المدينة في الشمال.",
        "أعلن نادي الزمالك - بطل الدوري - تعاقده مع لاعب جديد لثلاثة مواسم مقبلة.",
        "باريس، 12 قتيلا - في هجوم على مقر صحيفة ساخرة صباح اليوم كما أعلنت الشرطة.",
        "آبل / غوغل: قالت الشركتان إنهما ستعملان معا على تتبع المصابين بالوباء.",
        "في 31 أكتوبر 2022 - وهو يوم الاقتراع - قالت الحكومة إن كل شيء على ما يرام.",
    ],
)
def test_what_only_looks_like_it_stays(lead: str) -> None:
    assert showable(lead, "ar") == [lead]
