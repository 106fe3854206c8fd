"""What a sentence takes from those before it."""

import pytest

from digests.summaries.selfcontained import LEANING, TWO, is_told, leaning, names, needs
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
        ("أدرجت وزارة التجارة الشركتين الإسرائيليتين NSO وكانديرو في القيود.", set()),
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


def test_a_quotation_without_its_speaker_does_not_stand_alone() -> None:
    assert leaning("«سعر الوقود زاد منذ يناير. نعمل 14 ساعة».", "ar") >= LEANING
    assert leaning("«سعر الوقود زاد منذ يناير»، قال سامر عيسى.", "ar") < LEANING


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        (
            "قال خبير بالمعهد ذاته إن الريح قوية.",
            "قال خبير بمعهد الفيزياء إن الريح قوية.",
        ),
        ("دُفن الضحايا في اليوم التالي في القرية.", "دُفن الضحايا يوم الأحد في القرية."),
        ("بذلك ارتفع عدد القتلى إلى 246 شخصا.", "ارتفع عدد القتلى أمس إلى 246 شخصا."),
        ("أما أحمد رحو فقال إن المبلغ حُدد وفق القانون.", "قال أحمد رحو إن المبلغ حُدد وفق القانون."),
        ("لكن موظفين رفعوا دعوى على الشركة.", "رفع موظفون دعوى على الشركة."),
    ],
)
def test_what_points_back_or_is_set_against_another_leans(sentence: str, other: str) -> None:
    assert leaning(sentence, "ar") > leaning(other, "ar")


def test_an_office_or_body_that_goes_on_to_say_which_is_not_taken_as_known() -> None:
    assert needs("قال المتحدث باسم أكمي سامر عيسى إن الأزمة انتهت.", "ar") == set()
    assert needs("أعلن رئيس الهيئة العليا للانتخابات أحمد ينار الفوز.", "ar") == set()
    assert "متحدث" in needs("قال المتحدث إن العقد انتهى.", "ar")
    assert "company" in needs("قالت الشركة الإسرائيلية إن العقد انتهى.", "ar")


def test_a_need_is_told_in_any_of_its_words() -> None:
    assert is_told("مليشيا|الدعم|السريع", names("هاجمت قوات الدعم السريع القرية."))
    assert not is_told("مليشيا|الدعم|السريع", names("هاجم الجيش القرية."))


def test_a_mechanism_is_a_subject_though_it_is_written_like_to_him_when_folded() -> None:
    assert leaning("خلصت آلية التحقيق المشتركة إلى أن القصف متعمد.", "ar") < LEANING
    assert leaning("خلصت إليه لجنة التحقيق في تقريرها الأخير.", "ar") >= LEANING


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("بات إيلون ماسك مالكا لشبكة تويتر بعد إتمام صفقة بقيمة 44 مليارا.", True),
        ("كان بيتشاي قد دعا العاملين إلى الهدوء في رسالة.", True),
        ("كان قد دعا العاملين إلى الهدوء في رسالة.", False),
        ("وكان هؤلاء قد ظهروا في الندوة ليقرؤوا بيانا.", False),
    ],
)
def test_a_name_behind_an_auxiliary_is_the_subject(sentence: str, stands: bool) -> None:
    assert (leaning(sentence, "ar") < LEANING) is stands


def test_a_lead_points_at_what_it_tells_itself() -> None:
    text = "نجح المسبار في بلوغ المدار، لتصبح البلاد أول دولة عربية تحقق هذا الإنجاز."
    assert leaning(text, "ar", lead=True) < leaning(text, "ar")
    assert leaning("وصلت السفينة، لتنهي بذلك رحلة دامت عاما.", "ar") == 0
    assert leaning("وأنهت الشركة بذلك الخلاف مع النقابة.", "ar") > 0


def test_also_behind_the_verb_leans_on_what_was_told_before() -> None:
    assert leaning("يطالب العمال كذلك برفع البدل.", "ar") > leaning(
        "يطالب العمال برفع البدل.", "ar"
    )
