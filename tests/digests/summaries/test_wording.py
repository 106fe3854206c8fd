"""How a sentence is shown: connectors dropped, long ones ended where nothing is lost."""

import pytest

from digests.summaries.wording import shortened, shown


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "وقد طردت الشركة أحد الموظفين أمس.", "طردت الشركة أحد الموظفين أمس."),
        ("ar", "بدورها، انتقدت الحملة البيان كله.", "انتقدت الحملة البيان كله."),
        ("ar", "كما أشارت الحملة إلى استطلاع داخلي.", "أشارت الحملة إلى استطلاع داخلي."),
        ("ar", "من جهته قال المدير إن العمل مستمر.", "قال المدير إن العمل مستمر."),
        ("ar", "ولم تعلّق الشركة على هذه الأرقام.", "لم تعلّق الشركة على هذه الأرقام."),
        ("ar", "وزارة الدفاع قالت إنها تراجع العقد.", "وزارة الدفاع قالت إنها تراجع العقد."),
        ("ar", "وحدة من الجيش استخدمت هذه الخدمة.", "وحدة من الجيش استخدمت هذه الخدمة."),
        ("ar", "وحدّدت الوزارة موعدًا للرد عليها.", "حدّدت الوزارة موعدًا للرد عليها."),
        ("ar", "وافقت الحكومة على الاتفاق الجديد.", "وافقت الحكومة على الاتفاق الجديد."),
        ("ar", "فيما قال نقابي إن النقابة تنتظر.", "قال نقابي إن النقابة تنتظر."),
        ("ar", "فيما تتواصل المعارك، نزح المئات.", "فيما تتواصل المعارك، نزح المئات."),
        ("ar", "ورد رئيس المجلس بأن ذلك تعديل.", "رد رئيس المجلس بأن ذلك تعديل."),
        ("ar", "في المقابل أكدت الشركة عرضها كله.", "أكدت الشركة عرضها كله."),
        ("ar", "فالشركة التي باعته تواجه القضاء.", "الشركة التي باعته تواجه القضاء."),
        ("ar", "فالنسيا تستعد لعاصفة ثانية هذا العام.", "فالنسيا تستعد لعاصفة ثانية هذا العام."),
        ("ar", "وردت ميتا بأن التقرير غير دقيق.", "ردت ميتا بأن التقرير غير دقيق."),
        ("ar", "ورد الخبر في نشرة المساء كلها.", "ورد الخبر في نشرة المساء كلها."),
        ("ar", "وسيملك المساهمون ستين بالمئة منه.", "سيملك المساهمون ستين بالمئة منه."),
        ("ar", "وفرضت المحكمة غرامة على الشركة.", "فرضت المحكمة غرامة على الشركة."),
        ("ar", "وفّرت الشركة مقاعد للعمال كلهم.", "وفّرت الشركة مقاعد للعمال كلهم."),
        ("ar", "وجدد الوزير دعوته إلى الحوار.", "جدد الوزير دعوته إلى الحوار."),
        ("ar", "وعدت الشركة بتعويض العمال كلهم.", "وعدت الشركة بتعويض العمال كلهم."),
        ("ar", "وسمّى التقرير ستين شركة كبرى.", "سمّى التقرير ستين شركة كبرى."),
        ("en", "However, the company denied the claim.", "The company denied the claim."),
        ("he", "מנגד, החברה הכחישה את הטענה.", "החברה הכחישה את הטענה."),
    ],
)
def test_a_leading_connector_is_dropped(language: str, text: str, expected: str) -> None:
    assert shown(text, language) == expected


LONG = "قالت الشركة إنها ستدفع تعويضات كاملة لكل العمال في مصانعها الثلاثة قبل نهاية هذا العام"
MORE = (
    "وهو ما يشمل العاملين في الفروع القديمة والجديدة وفي المكاتب الإدارية "
    "وفي مراكز التوزيع التابعة لها في كل المدن"
)


def test_a_long_sentence_ends_at_a_clause() -> None:
    assert shortened(f"{LONG}، {MORE}.", "ar", limit=25) == LONG


def test_a_clause_in_which_the_same_speaker_goes_on_may_go() -> None:
    assert shortened(f"{LONG}، فيما أوضحت أنها {MORE}.", "ar", limit=25) == LONG
    other = f"{LONG}، فيما أوضحت الحكومة أنها {MORE}."
    assert shortened(other, "ar", limit=25) == other


@pytest.mark.parametrize("binding", ["بحسب بيانها الأخير", "لكن النقابة نفت", "إذا وافقت الحكومة"])
def test_what_changes_the_meaning_is_never_cut_off(binding: str) -> None:
    text = f"{LONG}، {MORE} {binding}."
    assert shortened(text, "ar", limit=25) == text


def test_a_quotation_is_never_cut() -> None:
    text = f'{LONG} "كما وعدت، {MORE}".'
    assert shortened(text, "ar", limit=25) == text


def test_a_short_sentence_stays_as_it_is() -> None:
    assert shortened(f"{LONG}، حيث تعمل.", "ar") == f"{LONG}، حيث تعمل."


def test_a_sentence_is_not_ended_before_most_of_it_is_told() -> None:
    opening = "قال رئيس الوزراء، في بيان نشره مكتبه، إنه استمع بحرص كبير إلى الخطبة"
    news = " ".join(["وأنه سيرفع إلى المجلس كتاب استقالته"] + ["مع وزرائه كلهم"] * 9)
    assert shortened(f"{opening}، {news}.", "ar") == f"{opening}، {news}."


def test_a_sentence_is_not_ended_before_an_aside_behind_which_it_goes_on() -> None:
    opening = (
        "حين قرر المحقق العدلي استئناف عمله استنادا إلى دراسة قانونية أعدها بنفسه في الشهر الماضي "
        "رد عليه النائب العام التمييزي سامي حداد"
    )
    news = "بالادعاء عليه بتهمة اغتصاب السلطة وبإطلاق سراح الموقوفين السبعة عشر جميعا في القضية"
    whole = f"{opening}، وهو من المدعى عليهم، {news}."
    assert shortened(whole, "ar") == whole
    ended = (
        f"{opening}، وهو من المدعى عليهم، وغادر أحد الموقوفين السبعة عشر إلى بلده في اليوم التالي."
    )
    assert shortened(ended, "ar") == opening
