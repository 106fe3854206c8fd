"""What a sentence takes from those before it."""

import pytest

from digests.summaries.selfcontained import LEANING, TWO, leaning, names, needs
from digests.summaries.taking_up import answers


@pytest.mark.parametrize(
    ("sentence", "taken"),
    [
        ("قال سميث في رسالته إن المبدأ ثابت.", {"سميث"}),
        ("قال براد سميث في رسالته إن المبدأ ثابت.", set()),
        ("قال سميث، رئيس أكمي، إن المبدأ ثابت.", set()),
        ("أكد الغيثي أنه أصدر أمرا بالإخلاء.", {"الغيثي"}),
        ("قال البنك في بيانه إن السعر تحدد.", {"بنك"}),
        ("قال محللون إن السعر سيرتفع.", set()),
        ("أضاف المكتب أن التحقيق مستمر.", {"مكتب"}),
        ("أفاد المعهد بأن الهزة بلغت سبع درجات.", {"هزه"}),
        ("تبادل الطرفان الاتهامات أمام القضاء.", {TWO}),
        ("تفاوضت وزارة الطاقة مع شركة أكمي، وأعلن الطرفان اتفاقا.", set()),
        ("ذكرت الوكالة أن الاجتماع انتهى.", {"medium"}),
        ("ينتظر العمال كتابا رسميا بهذا الخصوص.", {"خصوص"}),
    ],
)
def test_what_a_sentence_takes_as_known(sentence: str, taken: set[str]) -> None:
    assert needs(sentence, "ar") == taken


def test_who_has_been_ordered_to_pay_has_a_judgment_to_speak_of() -> None:
    assert "حكم" in names("ألزمت هيئة محلفين الشركة بدفع 168 مليون دولار.")
    assert "حكم" not in names("أعلنت الشركة نتائج الربع الأول.")


def test_this_is_leans_on_the_sentence_before_and_this_ruling_does_not() -> None:
    assert answers("هذا كل ما احتاجته البطلة لتحسم نزالها.", "ar")
    assert not answers("هذا الحكم أول حكم من نوعه.", "ar")


def test_an_item_of_a_statement_does_not_stand_alone() -> None:
    assert leaning("رابعا: تدعو كل القوى إلى تجاوز خلافاتها.", "ar") >= LEANING
    assert leaning("تدعو الجبهة كل القوى إلى تجاوز خلافاتها.", "ar") < LEANING


def test_a_while_without_its_sentence_does_not_stand_alone() -> None:
    assert leaning("فيما كانت اتحادات للشركات قد طالبت بالتدخل.", "ar") >= LEANING
    assert leaning("فيما تتواصل المعارك، نزح المئات من المدينة.", "ar") < LEANING


def test_a_plural_past_that_opens_a_sentence_has_its_subject_before_it() -> None:
    assert leaning("صفقوا حين قالت القاضية إن للبلاد صفة التقاضي.", "ar") >= LEANING
    assert leaning("أوتاوا استدعت السفير للتشاور يوم الأحد.", "ar") < LEANING
    assert leaning("صفق عشرات حين قالت القاضية إن للبلاد صفة التقاضي.", "ar") < LEANING
