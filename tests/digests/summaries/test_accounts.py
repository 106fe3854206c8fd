"""Accounts that differ, and accusations without a reply."""

from datetime import UTC, datetime

import pytest

from digests.model import Article, Sentence, Story, Summary
from digests.summaries.accounts import differing, unanswered

NOON = datetime(2025, 5, 13, 12, tzinfo=UTC)
OPENING = "بدأ عمال أمازون إضرابًا في سبعة مواقع يوم الخميس."


def article(number: int, *sentences: str, language: str = "ar", title: str = "خبر") -> Article:
    text = " ".join(sentences)
    return Article(number, f"s{number}", language, title, "", text, "https://e.org", NOON, NOON)


def told(*articles: Article, sentences: tuple[tuple[int, str], ...]) -> tuple[Story, Summary]:
    """The story of *articles*, and a summary of (article, sentence)."""
    language = {a.id: a.language for a in articles}
    lines = tuple(Sentence(text, id, text, language=language[id]) for id, text in sentences)
    return Story(1, articles), Summary(Sentence("خبر", articles[0].id, "خبر"), lines)


def one_article(*sentences: str, language: str = "ar") -> tuple[Story, Summary]:
    return told(
        article(1, *sentences, language=language),
        sentences=tuple((1, sentence) for sentence in sentences),
    )


@pytest.mark.parametrize(
    ("language", "account", "denial"),
    [
        ("ar", "اتهمت النقابة أمازون بتأخير الأجور.", "ونفت أمازون الاتهام."),
        (
            "ar",
            "قالت شركة باراغون إنها أنهت العقد وحدها.",
            "ونفت الحكومة الإيطالية هذه الرواية.",
        ),
        ("ar", "قالت النقابة إن 85 بالمئة أضربوا.", "ونفت الوزارة هذه الأرقام."),
        (
            "ar",
            "اتهمت منظمة العفو ميتا بحذف المنشورات.",
            'وردت ميتا بأن التقرير يتجاهل سياساتها وأن القول إنها تحذف عمدًا "غير صحيح".',
        ),
        (
            "ar",
            "قالت مجلة إن الجيش استخدم نظامًا للذكاء الاصطناعي يحدد المشتبه بهم.",
            "وقال الجيش إنه لا يستخدم نظامًا للذكاء الاصطناعي يحدد المشتبه بهم.",
        ),
        (
            "ar",
            "قال الجيش إنه استهدف مسلحين داخل المدرسة فجر الخميس.",
            "ونفى مدير المكتب الإعلامي ما قاله الجيش عن وجود مسلحين.",
        ),
        (
            "ar",
            "اتهم السائقون الشركة بإغلاق حسابات زملاء لهم.",
            "وقالت أوبر إن الأجور لم تتغير، ونفت إغلاق أي حساب.",
        ),
        ("en", "The union accused Amazon of delaying wages.", "Amazon denied the accusation."),
        ("he", "האיגוד האשים את אמזון בעיכוב השכר.", "חברת אמזון הכחישה את הטענה."),
    ],
)
def test_an_account_and_its_denial_differ(language: str, account: str, denial: str) -> None:
    opening = OPENING if language == "ar" else account
    assert differing(*one_article(account, denial, language=language)) == (0, 1)
    if language == "ar":
        assert differing(*one_article(opening, account, denial)) == (1, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("قالت النقابة إن الأجور تأخرت.", "وقالت أمازون إنها تدفع الأجور في موعدها."),
        ("اتهمت النقابة أمازون بتأخير الأجور.", "ولم تنف أمازون الاتهام."),
        ("اتهمت النقابة أمازون بتأخير الأجور.", "ورفضت أمازون عرض الوسيط."),
        ("قال محافظ المدينة إن الأضرار كبيرة.", "ونفى حزب الله وجود أسلحة له في الميناء."),
        ("اتهمت النقابة أمازون بتأخير الأجور.", "ورفضت المحكمة الاتهامات كلها."),
        ("قالت أمازون إن الأجور لم تتأخر.", "ونفت أمازون هذه الرواية."),
        ("نفت أمازون التأخير.", "ونفت النقابة أن الإضراب انتهى."),
        ("قالت المحكمة إنها لم تجد دليلا على ضلوع أمازون.", "وتنفي أمازون ضلوعها."),
        (
            "أعلن بنك كي بي سي بيع ما بقي لديه من أسهم شركة إلبيت للأسلحة.",
            "وقالت شركة إلبيت إن بيع بنك كي بي سي أسهم شركة إلبيت لا يؤثر في أعمالها.",
        ),
    ],
)
def test_other_replies_are_no_conflict(one: str, other: str) -> None:
    assert differing(*one_article(OPENING, one, other)) is None


def test_a_denial_of_figures_is_of_the_last_ones_told() -> None:
    story, summary = one_article(
        "قالت النقابة إن 85 بالمئة أضربوا.",
        "وقال رئيس النقابة إن العمال متفقون.",
        "ونفت الوزارة هذه الأرقام.",
    )
    assert differing(story, summary) == (0, 2)


ACCUSED = "واتهمت هيئة الاتصالات الجيش الإسرائيلي بمنع الطواقم من إصلاح الكوابل."


def test_an_accusation_to_which_nobody_replies_names_the_accused() -> None:
    assert unanswered(*one_article(OPENING, ACCUSED)) == (1, "idf")


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("ar", "وقال الجيش إنه يفحص الأمر."),
        ("ar", "ولم يرد الجيش على أسئلة الصحيفة."),
        ("ar", "ولم يصدر عن الجيش الإسرائيلي أي تعليق."),
        ("ar", "وقال المتحدث أفيخاي أدرعي إن الجيش الإسرائيلي لا يمنع أحدًا."),
        ("en", "The Israeli army said it was looking into the report."),
        ("en", "The Israeli military declined to comment."),
        ("he", 'צה"ל מסר כי הוא בודק את הטענה.'),
    ],
)
def test_a_reply_or_a_silence_that_a_source_tells_is_no_missing_reply(
    language: str, reply: str
) -> None:
    both = (article(1, OPENING, ACCUSED), article(2, reply, language=language, title=reply))
    story, summary = told(*both, sentences=((1, OPENING), (1, ACCUSED)))
    assert unanswered(story, summary) is None


def test_a_reply_in_the_same_sentence_counts() -> None:
    both = "The union accused Amazon of pressure; Amazon says that it talks to its workers."
    assert unanswered(*one_article(both, language="en")) is None


def test_another_party_of_the_same_kind_is_no_reply() -> None:
    other = "وقالت شركة مايكروسوفت إنها ستنشر نتائج المراجعة قريبًا."
    accused = "واتهم الموظفون أمازون بتأخير الأجور."
    assert unanswered(*one_article(OPENING, accused, other)) == (1, "amazon")


@pytest.mark.parametrize(
    "sentence",
    [
        "أمر قاض في المحكمة العليا بتعليق المنصة في البلاد.",
        "واتهمت النقابة شركة النسيج بتأخير الأجور.",
        "وانتقدت النقابة أمازون وطالبتها بدفع الأجور.",
    ],
)
def test_without_a_listed_accused_nothing_is_said(sentence: str) -> None:
    assert unanswered(*one_article(OPENING, sentence)) is None
