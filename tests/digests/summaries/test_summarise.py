"""What an extractive summary shows of a story, and what it leaves out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.model import Article, Source, SourceKind, Story, Summary
from digests.summaries import summarise
from digests.summaries.candidates import candidates
from digests.summaries.voices import voice

NOON = datetime(2025, 5, 13, 12, tzinfo=UTC)
SAMPLE = Path(__file__).parents[4] / "shared/data/articles/qudsnet-microsoft-review.txt"
FACTORY = """عمال المصنع والإدارة

رام الله - وكالة المثال: أعلنت شركة النسيج العربية، الثلاثاء، إغلاق مصنعها في المدينة \
وتسريح 300 عامل بسبب ارتفاع كلفة الكهرباء.

وقالت الشركة في بيان إنها ستدفع تعويضات كاملة للعمال خلال شهر.

احتجاج أمام البوابة

بدورها، رفضت نقابة عمال النسيج القرار، واعتبرته "طعنة للعمال"، ودعت إلى اعتصام مفتوح.

اقرأ أيضًا: أسعار الكهرباء ترتفع للمرة الثالثة

وأضافت أنها لن توقّع على أي اتفاق.

وقال رئيس النقابة سامر عيسى إن الإدارة لم تتشاور مع ممثلي العمال قبل القرار.

وتأسس المصنع عام 1978، وكان يصدّر معظم إنتاجه إلى الخارج.

صورة أرشيفية لعمال في المصنع

المصدر: وكالة المثال"""


def article(
    number: int, title: str, text: str, language: str = "ar", source: str = "", summary: str = ""
) -> Article:
    at = NOON + timedelta(minutes=number)
    outlet = source or f"s{number}"
    return Article(number, outlet, language, title, summary, text, "https://e.org", at, at)


def summary_of(*articles: Article, sources: dict[str, Source] | None = None) -> Summary:
    return summarise(Story(1, articles), sources or {})


def texts(summary: Summary) -> list[str]:
    return [sentence.text for sentence in summary.sentences]


def verbatim(summary: Summary, articles: Sequence[Article]) -> bool:
    by_id = {a.id: a for a in articles}
    return all(
        any(
            s.evidence in part
            for part in (by_id[s.article].title, by_id[s.article].summary, by_id[s.article].text)
        )
        for s in (summary.headline, *summary.sentences)
    )


FACTORY_ARTICLE = article(1, "إغلاق مصنع النسيج وتسريح 300 عامل والنقابة ترفض", FACTORY)


def test_three_or_four_sentences_each_verbatim_evidence_of_its_article() -> None:
    summary = summary_of(FACTORY_ARTICLE)
    assert len(summary.sentences) in (3, 4)
    assert verbatim(summary, [FACTORY_ARTICLE])


def test_no_heading_dateline_credit_caption_or_pointer_is_shown() -> None:
    shown = " ".join(texts(summary_of(FACTORY_ARTICLE)))
    for part in (
        "احتجاج أمام",
        "وكالة المثال",
        "اقرأ أيضًا",
        "أرشيفية",
        "المصدر",
        "عمال المصنع والإدارة",
    ):
        assert part not in shown


def test_each_party_that_speaks_is_heard() -> None:
    parties = {voice(s.evidence, "ar").party for s in summary_of(FACTORY_ARTICLE).sentences}
    assert {"company", "staff"} <= parties


def test_a_sentence_without_its_speaker_is_not_shown() -> None:
    assert not any("أنها لن توقّع" in text for text in texts(summary_of(FACTORY_ARTICLE)))


def test_leading_connectors_go_and_the_evidence_keeps_them() -> None:
    summary = summary_of(FACTORY_ARTICLE)
    assert not any(text.startswith(("و", "بدورها", "كما")) for text in texts(summary))
    assert any(
        s.evidence.startswith("و") or s.evidence.startswith("بدورها") for s in summary.sentences
    )


def test_an_answer_comes_right_after_what_it_answers_or_not_at_all() -> None:
    text = (
        "بدأ عمال الميناء إضرابًا يوم الخميس للمطالبة بزيادة الأجور في ثلاثة مواقع. "
        "واتهم رئيس النقابة سامر عيسى الحكومة بتجاهل مطالب العمال منذ عام. "
        "ونفى المتحدث باسم الحكومة ناصر حداد ذلك، وقال إن الحوار مستمر. "
        "وتوقفت حركة السفن في الميناء ساعات عدة."
    )
    shown = texts(summary_of(article(1, "إضراب في الميناء", text)))
    answer = next((at for at, one in enumerate(shown) if "ذلك" in one), None)
    assert answer is None or "تجاهل مطالب" in shown[answer - 1]


def test_arabic_articles_speak_and_repetition_across_sources_is_told_once() -> None:
    english = article(
        2, "Textile plant closes", "The firm said 300 jobs go. Unions objected.", "en"
    )
    copy = article(3, "مصنع النسيج يغلق أبوابه ويسرّح 300 عامل", FACTORY.split("\n\n")[2])
    summary = summary_of(FACTORY_ARTICLE, english, copy)
    assert {s.language for s in summary.sentences} == {"ar"}
    assert sum("300" in text for text in texts(summary)) == 1


def test_a_copy_gives_no_sentence_beside_the_article_that_it_repeats() -> None:
    sources = {
        name: Source(name, shown, shown, "https://e.org", "ar")
        for name, shown in (("wire", "وكالة المثال"), ("press", "صوت المثال"))
    }
    wire = article(1, "إغلاق مصنع النسيج", FACTORY, source="wire")
    retold = "نقلًا عن وكالة المثال، رفضت نقابة عمال النسيج إغلاق المصنع وتسريح 300 من عماله."
    press = article(2, "نقابة النسيج ترفض إغلاق المصنع", retold, source="press")
    summary = summary_of(wire, press, sources=sources)
    assert {s.article for s in (summary.headline, *summary.sentences)} == {1}


def test_the_event_opens_and_not_who_turns_against_whom() -> None:
    text = (
        "عُقدت في العاصمة، الأحد، جولة محادثات بين ثلاث دول بشأن قواعد ملء السد وتشغيله. "
        "وقالت وزارة الموارد المائية إن الجولة لم تسفر عن تقدم، واتهمت الطرف الآخر بالتراجع. "
        "وقالت وزارة الخارجية إن الوفد قدّم ثلاثة مقترحات جديدة. "
        "ومن المقرر أن تعقد جولة أخرى في أكتوبر."
    )
    shown = texts(summary_of(article(1, "جولة محادثات بلا اتفاق بشأن السد", text)))
    assert shown[0].startswith("عُقدت في العاصمة")


def test_a_denial_stands_beside_what_it_denies() -> None:
    text = (
        "قالت شركة أمازون، الثلاثاء، إن عمال مستودعها في المدينة وقّعوا عقدًا جديدًا مدته عامان. "
        "ونفت نقابة النقل أن عمال المستودع في المدينة وقّعوا عقدًا جديدًا مدته عامان. "
        "ويعمل في المستودع نحو 800 شخص منذ عام 2019."
    )
    shown = texts(summary_of(article(1, "خلاف على عقد في أمازون", text)))
    assert any(one.startswith("نفت نقابة") for one in shown)


def test_the_reply_of_the_accused_is_shown_also_when_only_a_foreign_outlet_has_it() -> None:
    arabic = article(
        1,
        "مركز يتهم شركة ببيع برنامج تجسس",
        "اتهم مركز الحقوق الرقمية، الأربعاء، شركة «نوفا غارد» ببيع برنامج استُعمل ضد صحفيين. "
        "وقال المركز إنه فحص هواتف ستة صحفيين في ثلاثة بلدان. "
        "ووجد المركز آثار البرنامج في أربعة من الهواتف التي فحصها.",
    )
    english = article(
        2, "Firm denies it", "NovaGuard denied that its software was used against anyone.", "en"
    )
    assert texts(summary_of(arabic, english))[-1].startswith("NovaGuard denied")
    assert len(summary_of(arabic).sentences) == 3


def test_that_the_accused_was_silent_is_told_right_after_the_accusation() -> None:
    text = (
        "قُتل ثلاثة عمال في انهيار رافعة في الميناء، صباح الأربعاء، بحسب السلطات المحلية. "
        "وحمّلت نقابة عمال الموانئ الشركة المشغلة مسؤولية الحادث، وقالت إنها نبهت إلى الخطر. "
        "ولم يصدر عن الشركة أي تعليق. "
        "وقال مصدر طبي إن حال أحد الجرحى حرجة. "
        "ويعمل في الميناء نحو ألفي شخص منذ توسيعه قبل عشرة أعوام."
    )
    shown = texts(summary_of(article(1, "انهيار رافعة في الميناء", text)))
    assert shown.index("لم يصدر عن الشركة أي تعليق.") == next(
        at + 1 for at, one in enumerate(shown) if one.startswith("حمّلت")
    )


def test_two_counts_of_the_dead_stand_side_by_side() -> None:
    first = article(
        1,
        "زلزال يضرب وسط البلاد ويوقع مئات القتلى",
        "أعلنت وزارة الداخلية، السبت، مقتل 632 شخصًا في زلزال ضرب وسط البلاد ليل الجمعة. "
        "وقال معهد الجيوفيزياء إن مركز الهزة يقع في إقليم جبلي جنوب العاصمة. "
        "وقطعت الانهيارات طرقًا كثيرة تؤدي إلى قرى الجبال.",
    )
    second = article(
        2,
        "ارتفاع حصيلة الزلزال",
        "ارتفعت حصيلة الزلزال الذي ضرب وسط البلاد إلى 820 قتيلًا، بحسب وزارة الداخلية.",
    )
    shown = texts(summary_of(first, second))
    assert "632" in shown[0]
    assert "820" in shown[1]


def test_the_company_of_two_is_named_right_before() -> None:
    text = (
        "باعت شركة ستوربراند حصتها في شركة بالانتير، وقيمتها 24 مليون دولار، يوم الجمعة. "
        "وقالت ستوربراند إنها طلبت معلومات منذ أبريل ولم تتلق جوابًا. "
        "ولم ترد بالانتير على طلب للتعليق. "
        "وكانت الشركة قد أعلنت في يناير شراكة مع وزارة الدفاع. "
        "وقالت ستوربراند إن القرار لا يشمل صناديق أخرى تديرها في أوروبا."
    )
    shown = texts(summary_of(article(1, "ستوربراند تبيع حصتها في بالانتير", text)))
    generic = next((at for at, one in enumerate(shown) if "الشركة" in one.split()), None)
    assert generic is None or "بالانتير" in shown[generic - 1]


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "en",
            "Plant closes",
            "Acme said on Tuesday it would close its plant. The union objected.",
        ),
        (
            "he",
            "המפעל נסגר",
            "החברה הודיעה ביום שלישי כי תסגור את המפעל. האיגוד מסר כי יתנגד לצעד.",
        ),
    ],
)
def test_without_an_arabic_article_the_original_language_speaks(
    language: str, title: str, text: str
) -> None:
    summary = summary_of(article(1, title, text, language))
    assert summary.headline.text == title
    assert {s.language for s in (summary.headline, *summary.sentences)} == {language}


def test_the_less_loaded_of_two_equal_reports_is_taken() -> None:
    plain = "أعلنت الشركة إغلاق مصنعها في المدينة وتسريح 300 عامل بسبب ارتفاع كلفة الكهرباء."
    loaded = "زعمت الشركة أن إغلاق مصنعها في المدينة وتسريح 300 عامل بسبب ارتفاع كلفة الكهرباء."
    summary = summary_of(article(1, "إغلاق مصنع", loaded), article(2, "إغلاق مصنع آخر", plain))
    assert texts(summary) == [plain]


def test_the_summary_of_the_feed_opens_when_the_text_goes_on_from_it() -> None:
    one = article(
        1,
        "إغلاق مصنع النسيج",
        "طالب العمال بلقاء الإدارة في المدينة. وقالت الشركة إنها لن تتراجع عن قرارها.",
        summary="أعلنت شركة النسيج العربية إغلاق مصنعها وتسريح 300 عامل يوم الثلاثاء.",
    )
    assert texts(summary_of(one))[0].startswith("أعلنت شركة النسيج")


def test_a_party_s_statement_opens_only_when_no_outlet_tells_the_story() -> None:
    sources = {
        "firm": Source("firm", "الشركة", "Firm", "https://f.org", "ar", kind=SourceKind.PARTY)
    }
    statement = article(
        1, "بيان الشركة", "تعلن الشركة بكل فخر خطة جديدة لعمالها في كل فروعها.", source="firm"
    )
    summary = summary_of(statement, article(2, "إغلاق مصنع", FACTORY), sources=sources)
    assert summary.sentences[0].article == 2


@given(st.text(alphabet=st.sampled_from('قال و أن.؟!…«»":\n-،a1 '), max_size=200))
def test_any_text_gives_verbatim_spans(text: str) -> None:
    one = article(1, "عنوان", text)
    summary = summary_of(one)
    assert verbatim(summary, [one])
    assert summary_of(one) == summary


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample article is not beside the checkout")
def test_the_sample_article_reads_as_an_editor_would_cut_it() -> None:
    title, _, text = SAMPLE.read_text("utf-8").partition("\n")
    one = article(1, title, text.strip())
    summary = summary_of(one)
    assert summary.headline.text == title
    assert len(summary.sentences) == 4
    assert verbatim(summary, [one])
    assert {"company", "staff"} <= {voice(s.evidence, "ar").party for s in summary.sentences}
    assert all(len(s.text.split()) <= 35 for s in summary.sentences)
    assert not any("المصدر" in s.text for s in summary.sentences)


def test_what_was_to_be_days_ago_does_not_stand_beside_what_came() -> None:
    ended = (
        "وقعت الحكومة ونقابة المعلمين، فجر الأحد، اتفاقا ينهي إضرابا دام شهرا في المدارس.\n\n"
        "ويقضي الاتفاق بعلاوة بين 35 و75 بالمئة تصرف مطلع العام المقبل.\n\n"
        "وقال وزير التربية وليد سعد إن الدراسة تنتظم صباح الأحد في كل المدارس.\n\n"
        "ورحبت لجان الأهالي في عدد من المدن بعودة الطلبة إلى مقاعدهم.\n\n"
        "وتضم المدارس نحو مليون ونصف مليون طالب."
    )
    going_on = (
        "اتهمت نقابة المعلمين وزارة المالية بالمماطلة، وقالت إن الإضراب مستمر غدا الاثنين حتى تلبى "
        "مطالبها."
    )
    old = article(1, "إضراب المعلمين مستمر", going_on)
    new = article(2, "الحكومة ونقابة المعلمين توقعان اتفاقا ينهي الإضراب", ended)
    later = replace(new, published=NOON + timedelta(days=9))
    assert {sentence.article for sentence in summary_of(old, new).sentences} == {1, 2}
    told = summary_of(old, later)
    assert told.headline.article == 2
    assert {sentence.article for sentence in told.sentences} == {2}


def test_a_sentence_that_opens_with_the_other_side_is_worth_more() -> None:
    def worth(opening: str) -> float:
        said = f"{opening}قالت نقابة السائقين إن إشارات التحكم لا تعمل منذ سنوات."
        text = f"اصطدم قطار ركاب بقطار شحن قرب العاصمة مساء الثلاثاء.\n\n{said}"
        return candidates([article(1, "تصادم قطارين قرب العاصمة", text)])[1].value

    assert worth("في المقابل، ") > worth("")
    assert worth("من جانبها، ") > worth("")
    assert worth("إلى ذلك، ") < worth("")


def test_the_lead_opens_and_not_the_words_of_somebody_behind_it() -> None:
    lead = (
        "قضى قاض اتحادي يوم الاثنين بأن شركة نورثغيت انتهكت قانون مكافحة الاحتكار بإنفاقها "
        "مليارات الدولارات لتكوين احتكار غير قانوني، في أول انتصار كبير تحققه السلطات في مواجهة "
        "هيمنة شركات التقنية الكبرى على الأسواق منذ سنوات طويلة."
    )
    rest = (
        "وكتب القاضي رامي سالم في حكمه «نورثغيت شركة محتكرة».\n\n"
        "وقالت الشركة إنها ستطعن في الحكم أمام المحكمة."
    )
    title = "قاض اتحادي: نورثغيت انتهكت قانون مكافحة الاحتكار"
    summary = summary_of(article(1, title, f"{lead}\n\n{rest}"))
    assert texts(summary)[0].startswith("قضى قاض اتحادي")


def test_a_scene_gives_way_to_the_first_sentence_that_tells_the_news() -> None:
    text = (
        "على كرسي من البلاستيك قرب الحائط الأبيض، جلست امرأة في الستين.\n\n"
        "وأضرب عمال مصنع النسيج في كوردا، الأحد، احتجاجا على خفض أجورهم.\n\n"
        "وقالت الشركة إن الخفض مؤقت."
    )
    summary = summary_of(article(1, "عمال مصنع النسيج في كوردا يضربون بسبب الأجور", text))
    assert texts(summary)[0].startswith("أضرب عمال مصنع النسيج")


def test_a_count_of_the_dead_that_a_later_one_surpasses_is_not_told() -> None:
    title = "زلزال يضرب كوردا ويقتل العشرات في قراها الجبلية"
    early = "قتل 296 شخصا في زلزال ضرب كوردا فجر السبت، وفق وزارة الداخلية."
    late = "قتل 3012 شخصا في زلزال كوردا، وفق ما أعلنت وزارة الداخلية مساء السبت."
    first = article(1, title, f"{early}\n\nوقالت الوزارة إن فرق الإنقاذ تواصل عملها في القرى.")
    more = "ودعت الوزارة السكان إلى البقاء خارج بيوتهم.\n\nووصلت مساعدات من أربع دول."
    then = replace(article(2, title, f"{late}\n\n{more}"), published=NOON + timedelta(hours=14))
    shown = " ".join(texts(summary_of(first, then)))
    assert "3012" in shown
    assert "296" not in shown


def test_a_scene_with_a_speaker_and_no_word_of_its_title_counts_as_a_later_sentence() -> None:
    scene = "كانت أم سالم تنشر الغسيل على السور عندما سمعت، كما تقول، صفيرا لم تعرفه من قبل."
    other = "انفجار مستودع الوقود في كوردا كما رواه الناجون"
    at_home = "أم سالم تنشر الغسيل وتروي ما سمعته من صفير"
    worth = [candidates([article(1, title, scene)])[0].value for title in (other, at_home)]
    assert worth[0] < worth[1]


def test_the_lead_of_a_ruling_that_did_not_comply_with_a_request_still_opens() -> None:
    lead = (
        "أمرت محكمة كوردا العليا، الجمعة، شركة نورثغيت بإعادة العمال، لكنها لم تستجب لطلب النقابة "
        "فرض غرامة عليها."
    )
    rest = "وتلت القاضية ليلى حداد القرار في ساعة.\n\nورحبت النقابة بالقرار ووصفته بأنه تاريخي."
    title = "محكمة كوردا تأمر نورثغيت بإعادة العمال ولا تفرض غرامة"
    assert texts(summary_of(article(1, title, f"{lead}\n\n{rest}")))[0].startswith("أمرت محكمة")


def test_a_reply_may_stand_behind_what_else_the_other_side_said() -> None:
    text = (
        "نشر الجيش النورلاندي، الأربعاء، تسجيلا قال إنه يبرئه من انفجار مستشفى كوردا.\n\n"
        "وقال المتحدث باسم الجيش سامر هاغر إن الانفجار سببه صاروخ سقط قبل أن يبلغ هدفه.\n\n"
        "وأضاف أن 450 صاروخا سقطت في المنطقة منذ أسبوعين.\n\n"
        "ورفضت حركة النهر هذه الرواية ووصفت التسجيل بأنه مفبرك.\n\n"
        "وأعلن مستشفى كوردا حاجته إلى الدم.\n\nوتدير المستشفى جمعية من المدينة."
    )
    title = "الجيش النورلاندي ينشر تسجيلا عن انفجار مستشفى كوردا وحركة النهر تنفي"
    shown = texts(summary_of(article(1, title, text)))
    reply = next(at for at, one in enumerate(shown) if "رفضت حركة النهر" in one)
    assert "صاروخ سقط" in shown[reply - 1]


def test_the_leads_of_two_articles_with_one_great_figure_tell_one_piece_of_news() -> None:
    title = "هيئة محلفين تلزم نورثغيت بدفع 168 مليون دولار لواتس"
    one = article(
        1,
        title,
        "قضت هيئة محلفين في كوردا، الثلاثاء، بإلزام شركة نورثغيت لبرامج التجسس بدفع 168 مليون "
        "دولار تعويضا لتطبيق واتس.\n\nوقالت نورثغيت إنها ستطعن في الحكم أمام محكمة أعلى.",
    )
    two = article(
        2,
        "بعد ست سنوات.. نورثغيت تخسر القضية",
        "أدانت محكمة في كوردا، ليلة الأربعاء، المجموعة المطورة للبرنامج الشهير بأداء أزيد من 167 "
        "مليون دولار لفائدة واتس.\n\nوقال رئيس واتس إن القرار رسالة إلى من يبيعون برامج التجسس.",
    )
    shown = " ".join(texts(summary_of(one, two)))
    assert ("168" in shown) != ("167" in shown)


def test_what_one_whom_the_titles_name_denies_is_worth_more() -> None:
    said = "نفت حركة النهر أن تكون قد أطلقت الصاروخ الذي سقط على الملعب مساء السبت."
    text = f"قُتل 11 شخصا بصاروخ سقط على ملعب في كوردا.\n\n{said}"

    def worth(title: str) -> float:
        return candidates([article(1, title, text)])[1].value

    assert worth("حركة النهر تنفي إطلاق صاروخ على كوردا") > worth("صاروخ على ملعب في كوردا") + 0.1


def test_who_speaks_by_a_surname_of_nobody_told_is_not_heard_for_it() -> None:
    text = (
        "أعلنت وزارة الصحة في كوردا، الأحد، بدء حملة التطعيم ضد الجدري في المدارس.\n\n"
        "وقال كلوغهايم إن المرض ليس وباء جديدا.\n\n"
        "وقالت نقابة الأطباء إن عدد اللقاحات لا يكفي.\n\n"
        "وتشمل الحملة 300 مدرسة في العاصمة وضواحيها.\n\n"
        "وطلبت الوزارة من الأهالي إحضار بطاقات التطعيم."
    )
    assert "كلوغهايم" not in " ".join(texts(summary_of(article(1, "كوردا تبدأ حملة تطعيم", text))))


def test_where_a_feature_gives_the_headline_the_lead_of_a_report_opens() -> None:
    scene = (
        "يقول المزارع عثمان إنه سمع أول دوي عند الفجر وهو في بيته.\n\n"
        "ودُفن الضحايا في اليوم التالي في ميدان كوردا لأن الطريق إلى المقابر مقطوع.\n\n"
        "وتبعد القرية سبعين كيلومترا عن المدينة."
    )
    lead = "قتل 104 أشخاص يوم الأربعاء في هجوم على كوردا، وفق لجان المدينة، ودُفنوا في ميدانها."
    report = f"{lead}\n\nوقالت لجان المدينة إن المهاجمين استخدموا المدفعية الثقيلة."
    title = "ناج من كوردا: دُفن أبناؤنا في ميدان الكرة"
    feature = article(1, title, scene + "\n\n" + "وكانت القرية قد استقبلت مئات النازحين. " * 6)
    then = article(2, "هجوم على كوردا يقتل 104", report)
    summary = summary_of(feature, then)
    assert summary.headline.article == 1
    assert texts(summary)[0].startswith("قتل 104 أشخاص")


def test_a_candidate_takes_as_known_what_its_article_told_before() -> None:
    text = (
        "قدم محام طعنين أمام محكمة كوردا مساء الأحد.\n\n"
        "قال رامي كلوغهايم مدير السجل إن العدد كبير.\n\n"
        "وزاد كلوغهايم أن الطعنين قُبلا شكلا."
    )
    needs = candidates([article(1, "محكمة كوردا تنظر في القضية", text)])[2].needs
    assert "كلوغهايم" in needs
    assert any(need.split("|")[0] == "طعنين" for need in needs)


def test_a_reply_may_answer_any_sentence_of_whom_it_answers() -> None:
    text = (
        "نشر الجيش النورلاندي تسجيلا عن انفجار مستشفى كوردا.\n\n"
        "وقال المتحدث باسم الجيش سامر هاغر إن الانفجار سببه صاروخ.\n\n"
        "وأضاف أن 450 صاروخا سقطت في المنطقة.\n\n"
        "ورفضت حركة النهر هذه الرواية ووصفت التسجيل بأنه مفبرك."
    )
    assert candidates([article(1, "تسجيل عن انفجار كوردا", text)])[3].answers == (2, 1)


def test_whom_the_title_names_is_heard_before_those_who_speak_more() -> None:
    def told(title: str) -> str:
        text = (
            "قررت محكمة كوردا، الأحد، إغلاق مصنع الطوب بعد وفاة ستة من السكان بالغبار.\n\n"
            "وقالت وزارة البيئة إن الغبار تجاوز الحد ثلاث مرات في عام واحد.\n\n"
            "وقالت وزارة البيئة إنها أرسلت سبعة إنذارات إلى مدير المصنع.\n\n"
            "وقالت منظمة حماية الهواء إن في المدينة خمسة مصانع أخرى مثله.\n\n"
            "وقالت منظمة حماية الهواء إنها ستنشر قياساتها في تقرير كل شهر.\n\n"
            "وقالت شركة أكمي للبناء إن أسعار الطوب سترتفع في السوق قليلا.\n\n"
            "وقالت شركة أكمي للبناء إنها ستستورد حاجتها من الخارج هذا العام.\n\n"
            "وقال حزب النهر إن القرار تأخر عشر سنوات عن موعده كثيرا.\n\n"
            "وقال حزب النهر إنه سيطلب جلسة للبرلمان في الأسبوع المقبل.\n\n"
            "وقالت نقابة عمال الطوب إن ثمانين أسرة بلا دخل منذ مساء الأحد."
        )
        return " ".join(texts(summary_of(article(1, title, text))))

    assert "ثمانين أسرة" in told("إغلاق مصنع الطوب في كوردا ونقابة العمال تطلب تعويضا")
    assert "ثمانين أسرة" not in told("إغلاق مصنع الطوب في كوردا بعد وفاة ستة من السكان")


def test_the_news_below_a_long_scene_opens() -> None:
    text = (
        "في قاعة مظلمة بمدينة نورهافن ساد صمت طويل.\n\n"
        "كانت الشاشات تعرض أرقاما لا يفهمها الضيوف في القاعة.\n\n"
        "قرب الباب وقف حارس عجوز يقلب مفاتيحه ببطء شديد.\n\n"
        "خارج المبنى سقط ثلج خفيف على سيارات الزوار طوال الليل.\n\n"
        "وهبط المسبار كوردا على المذنب مساء الأربعاء بعد رحلة دامت عشر سنوات.\n\n"
        "وقال مدير الوكالة سامر دوران إن البطارية تكفي ستين ساعة."
    )
    summary = summary_of(article(1, "المسبار كوردا يهبط على المذنب", text))
    assert texts(summary)[0].startswith("هبط المسبار كوردا")


def test_what_somebody_said_weeks_ago_is_not_heard_beside_the_news() -> None:
    won = (
        "فاز مرشح المعارضة رامي أوغلان برئاسة بلدية كوردا، الأحد، في جولة الإعادة.\n\n"
        "وحصل أوغلان على 54 بالمئة من الأصوات بعد فرز كل الصناديق.\n\n"
        "وأقر منافسه سالم يلدران بالهزيمة وهنأ أوغلان بالفوز."
    )
    before = "ندد رئيس بلدية كوردا رامي أوغلان بقرار لجنة الانتخابات إلغاء فوزه ووصفه بأنه خيانة."
    old = article(1, "رئيس بلدية كوردا يندد بقرار لجنة الانتخابات", before)
    new = replace(article(2, "أوغلان يفوز في كوردا", won), published=NOON + timedelta(days=46))
    assert {sentence.article for sentence in summary_of(old, new).sentences} == {2}


COUNCIL = (
    "وزارة البلديات ونقابة العمال وحزب الأرض: خلاف على مسلخ العين",
    "أوقف مجلس بلدة العين، الأحد، مشروع المسلخ الجديد بعد خلاف على الموقع دام عامين.\n\n"
    "واتهم عضو المجلس رامي حداد المهندس سليم بركات بتغيير المخططات من دون إذن المجلس.\n\n"
    "وقالت وزارة البلديات إنها سترسل مفتشين إلى موقع المسلخ خلال أسبوع.\n\n"
    "ورد بركات في حديث إلى إذاعة محلية قائلا إن ذلك أقر في جلسة علنية.\n\n"
    "وطالب اتحاد مزارعي العين بنقل مشروع المسلخ إلى المنطقة الصناعية قبل موسم الأضاحي.\n\n"
    "وطالبت نقابة عمال المسالخ بدراسة أثر مشروع المسلخ في مياه بلدة العين.\n\n"
    "وقال حزب الأرض إن الخلاف على المسلخ يعطل بلدة العين كلها ويضيع تمويل المشروع.",
)


def test_the_accused_who_speaks_up_right_behind_is_heard_before_others() -> None:
    shown = texts(summary_of(article(1, *COUNCIL)))
    accused = next(at for at, text in enumerate(shown) if "تغيير المخططات" in text)
    assert "إذاعة محلية" in shown[accused + 1]


def test_who_is_not_the_one_accused_rejoins_nothing() -> None:
    title, text = COUNCIL
    found = candidates([article(1, title, text)])
    assert [c.rejoins for c in found] == [None, None, None, 1, None, None, None]
    other = text.replace("ورد بركات", "ورد وزير البلديات حسن داغر")
    assert all(c.rejoins is None for c in candidates([article(1, title, other)]))


def test_what_had_come_about_before_the_news_is_worth_less() -> None:
    title, lead = "البنك يرفع الفائدة", "رفع البنك المركزي سعر الفائدة نقطة واحدة، الأربعاء.\n\n"
    plain = "طالب البنك المصارف في رسالة بخفض رسوم التحويل قبل نهاية العام."
    past = plain.replace("طالب البنك", "وكان البنك قد طالب")
    news, background = (candidates([article(1, title, lead + text)])[1] for text in (plain, past))
    assert news.value - background.value > 0.1


def test_an_answer_in_the_words_of_the_accusation_is_no_repetition() -> None:
    text = (
        "اتهمت نقابة المعلمين وزارة التعليم بإهدار أموال الصيانة في 200 مدرسة.\n\n"
        "وقالت النقابة إنها سلمت ملفا كاملا إلى هيئة الرقابة صباح الأحد.\n\n"
        "وردت وزارة التعليم بأن أموال الصيانة صرفت كاملة.\n\n"
        "وقال ولي أمر من الحي الشرقي إن سقف صف ابنه يسرب ماء المطر.\n\n"
        "وأضاف أن المدير طلب من الأهالي شراء المقاعد في العام الماضي."
    )
    title = "نقابة المعلمين تتهم وزارة التعليم بإهدار أموال الصيانة"
    assert any("صرفت كاملة" in shown for shown in texts(summary_of(article(1, title, text))))


def test_who_denies_the_matter_of_an_accusation_answers_it() -> None:
    text = (
        "علقت السلطات دخول المعتمرين، الخميس، بسبب الوباء.\n\n"
        "واتهم عدد من المعتمرين شركات بالامتناع عن رد أموالهم.\n\n"
        "وقالت سيدة في المطار إنها باعت حليها لتسافر.\n\n"
        "ونفت غرفة الشركات وجود امتناع، وقالت إن الحقوق مصونة."
    )
    assert [c.rejoins for c in candidates([article(1, "تعليق العمرة", text)])] == [
        None,
        None,
        None,
        1,
    ]


def test_no_sentence_that_goes_on_from_another_opens_though_the_headline_tells_it() -> None:
    text = (
        "أعلنت شركة أكمي لصناعة الورق، الأحد، أن فحصا أجراه مختبر خارجي مستقل على مدى ثلاثة أشهر "
        "انتهى إلى أن مياه ثلاثة أحياء كاملة حول مصنعها قد تلوثت على يد «عامل غير مخول»، متراجعة "
        "بذلك عن قولها سابقا إن التلوث يخص «جزءا من الحي» فقط.\n\n"
        "واعتذرت في بيان نشرته عن ردها الأول على السكان.\n\n"
        "وأضاف البيان أن رئيسها رامي كوردا ترك منصبه بعد عامين.\n\n"
        "وقال كوردا في رسالة إلى العمال إنه طلب المال مرتين ولم يحصل عليه."
    )
    summary = summary_of(article(1, "رئيس أكمي كوردا يترك منصبه", text))
    assert texts(summary)[0].startswith("أعلنت شركة أكمي")


def test_a_lead_of_days_before_is_no_opening_for_the_news_of_today() -> None:
    old = article(
        1,
        "تحقيق في تسرب أكمي",
        "فتح مركز كوردا تحقيقا في تسرب أكمي بعد شكوى من رامي دوران.\n\n"
        "وقال المركز إن النتائج ستظهر بعد أسبوع.",
    )
    text = (
        "أعلنت شركة أكمي، الأحد، أن فحصا أجراه مختبر خارجي انتهى إلى أن المياه ملوثة.\n\n"
        "وقال مدير المصنع إنه سيغلق أسبوعا للإصلاح."
    )
    told = article(2, "أكمي تقر: تسرب كوردا بدأ في مايو", text)
    new = replace(told, published=NOON + timedelta(days=6))
    assert texts(summary_of(old, new))[0].startswith("أعلنت شركة أكمي")
