"""Who speaks in a sentence."""

import pytest

from digests.summaries.selfcontained import LEANING, answers, leaning
from digests.summaries.voices import affiliations, voice


@pytest.mark.parametrize(
    ("language", "sentence", "party"),
    [
        ("ar", "قالت شركة مايكروسوفت إنها راجعت العقود.", "company"),
        ("ar", "وأشارت الحملة إلى استطلاع بين الموظفين.", "staff"),
        ("ar", 'بدورها، انتقدت حملة "لا للعقود" البيان.', "staff"),
        ("ar", "ونفى المتحدث باسم الحكومة ناصر حداد الخبر.", "government"),
        ("ar", "قال براد سميث، رئيس مايكروسوفت، إن العقد انتهى.", "company"),
        ("ar", "الجيش الإسرائيلي قال إنه يفحص الحادث.", "army"),
        ("en", "Google said the workers were asked to leave.", "company"),
        ("en", "The drivers' union said pickets would go on.", "staff"),
        ("he", 'צה"ל מסר כי הוא בודק את הנסיבות.', "army"),
        ("ar", "بلغت المبيعات مليار دولار في عام واحد.", None),
    ],
)
def test_the_speaker_is_a_kind_of_party(language: str, sentence: str, party: str | None) -> None:
    assert voice(sentence, language).party == party


def test_the_one_accused_is_not_the_speaker() -> None:
    assert voice("اتهم عيسى الحكومة بتجاهل المطالب.", "ar").party == "عيسي"


def test_a_name_belongs_to_the_party_given_with_it_elsewhere() -> None:
    told = voice("قال رئيس نقابة النسيج سامر عيسى إن الإضراب مستمر.", "ar")
    assert affiliations([told])["عيسي"] == "staff"


@pytest.mark.parametrize(
    "sentence",
    [
        "وأضاف أن الشركة لم تذكر السبب.",
        "وأكدت أنها لن تتراجع عن القرار.",
        "وهو ما تنفيه الشركة منذ أشهر.",
        "ووصفته أمازون بأنه خاطئ في وقائعه.",
        "وكانوا قد أمضوا ثماني ساعات في المكتب.",
        "وسينهي أيضًا عقوده مع مديري استثمار.",
        "أطلق عليها عدة ألقاب في تلك السنوات.",
        "وكانت نقطة مهمة على خطوط التجارة.",
        "وشكلت مع زوجها فرقة في عام واحد.",
    ],
)
def test_a_sentence_whose_subject_is_not_named_leans(sentence: str) -> None:
    assert leaning(sentence, "ar") >= LEANING


@pytest.mark.parametrize(
    "sentence",
    [
        "قالت الشركة إنها راجعت العقود.",
        "وتخطط المجموعة لتنظيم احتجاج جديد.",
        "تقرير المنظمة صدر يوم الخميس.",
        "لم تعلّق الشركة على الخبر.",
        "كانت حركة المقاطعة قد دعت إلى ذلك منذ عام.",
    ],
)
def test_a_sentence_with_its_subject_stands(sentence: str) -> None:
    assert leaning(sentence, "ar") < LEANING


def test_a_bare_that_answers_the_sentence_before_and_an_idiom_does_not() -> None:
    assert answers("ونفى المتحدث ذلك، وقال إن الحوار مستمر.", "ar")
    assert not answers("وقعت الشركة عقدًا بعد ذلك، ولم تنشره.", "ar")
