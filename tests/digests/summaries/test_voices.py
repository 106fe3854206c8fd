"""Who speaks in a sentence."""

import pytest

from digests.summaries.same_voice import distinguished, resumed
from digests.summaries.selfcontained import LEANING, leaning
from digests.summaries.speakers import NAMELESS
from digests.summaries.taking_up import answers
from digests.summaries.voices import voice


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
        ("ar", "وحددت المحكمة موعدا، وانضمت إليها عائلات أسرى ترفض الصفقة.", None),
        ("ar", "رحب سالم بالقرار، وقال إن العمال حضروا.", "سالم"),
        ("ar", "قال محمد رعد رئيس كتلة نيابية إن التصويت تأجل.", "رعد"),
        ("ar", "أظهرت نتائج أعلنتها هيئة الانتخابات فوز الرئيس.", "نتايج"),
        ("ar", "سرعان ما أعلن تأييده التغيير.", None),
        ("ar", "سارع مكتب نتنياهو إلى وصف القرار بأنه معاد.", "نتنياهو"),
        ("ar", "ولجأت عشرات اللاعبات إلى رفض تمثيل المنتخب.", "اللاعبات"),
        ("ar", "كان سميث قد قال غداة الحادث إن السبب خطأ.", "سميث"),
        ("ar", "رفضت الدائرة التمهيدية الأولى الطعن.", "court"),
        ("ar", "قالت مصادر سياسية إن النواب التقوا.", NAMELESS),
        ("ar", "قال مصدر في الشركة إن العقد انتهى.", "company"),
        ("ar", "قال الرئيس التنفيذي لشركة فيسبوك مارك زوكربيرغ إن ذلك خطأ.", "company"),
        ("ar", "قال الرئيس التنفيذي سوندار بيتشاي في بيان إن ذلك خطأ.", "company"),
        ("ar", "رد سامر عيسى، الرئيس التنفيذي للمصرف، على الاتهامات.", "company"),
        ("ar", "قال الرئيس السوري أحمد الشرع إن ذلك خطأ.", "government"),
        ("ar", "وذكرت وسائل إعلام محلية أن القطار توقف.", "medium"),
        # an office and its body, with the person's name behind them
        ("ar", "قال المدير العام للجمارك بدر ضاهر إن الطلب رُفض.", "ضاهر"),
        ("ar", "ودعا الأمين العام لمجلس الكنائس أنطون جورج إلى تحقيق.", "جورج"),
        ("ar", "قال المستشار القانوني لوزارة الخارجية تال بيكر إن الطلب مرفوض.", "government"),
        ("ar", "قال كبير المتحدثين باسم الجيش دانيال هاغر إن التحقيق مستمر.", "army"),
        ("ar", "قال عدد من العمال إنهم أنهوا الإضراب.", "staff"),
        ("ar", "أعلنت أكبر نقابة في الشركة تمديد إضرابها.", "staff"),
        ("ar", "رحبت دولة قطر بالقرار.", "government"),
        ("ar", "ورفضت بعثة إسرائيل في جنيف التقرير.", "government"),
        # a name in quotation marks, and one behind an office
        ("ar", "وقالت «أكمي» في بيان إن الحكم خطوة مهمة.", "اكمي"),
        ("ar", "وصف رئيس مجلس إدارة «نورثبنك» أكسل ليمان ما جرى بأنه محزن.", "ليمان"),
        ("ar", "وتنفي «قوات الدعم السريع» استهداف المدنيين.", "army"),
        # before the verb
        ("ar", "أما سمير عيسى فقال إن الاتهام كاذب.", "عيسي"),
        ("ar", "أما رئيس المجلس أحمد رحو فقد دافع عن القرار.", "رحو"),
        ("ar", "لافوندا تاونسند، وهي عاملة في التعبئة، قالت إنها صوتت بنعم.", "تاونسند"),
        ("ar", "محمود لا ينكر أن السائقين مظلومون.", "محمود"),
        ("ar", "لكن باحثة في شؤون العمالة ترى أن العمال باتوا أقوى.", "باحثه"),
        # the subject of the first clause
        ("ar", "ثبّتت المحكمة الدستورية الفوز، لكنها أعلنت أرقاما أخرى.", "court"),
        ("ar", "وقررت الحكومة حظر التجول، وأعلنت حالة الطوارئ.", "government"),
        # without a comma behind the connector, and by «بحسب»
        ("ar", "في المقابل تقول أكمي إن الأرقام خاطئة.", "اكمي"),
        ("ar", "ارتفعت الحصيلة إلى سبعين قتيلا، بحسب حاكم الإقليم مني أركوي.", "اركوي"),
        # what is said, refused or asked is no name
        ("ar", "أعلنت السويد تسجيل أول إصابة بالسلالة.", "government"),
        ("ar", "ورفضت نورلاند الاتهامات.", "نورلاند"),
        ("ar", "قال محمد رعد إن التصويت تأجل.", "رعد"),
        ("ar", "رحبت بوغوتا بالقرار.", "بوغوتا"),
        ("ar", "قال علي بن أحمد إن القرار نهائي.", "احمد"),
        ("ar", "وقال سامر عيسى لصحافيي القناة إن الإضراب مستمر.", "عيسي"),
        ("ar", "وقال جيل لاينر المتحدث باسم إن.إس.أو إن الطعن ممكن.", "company"),
        # somebody else speaks in the second clause, or nobody does
        ("ar", "قصف الجيش قرية في الجنوب، وقال شهود إن الطائرات حلقت ساعة.", NAMELESS),
        ("ar", "أغلقت الحكومة المعبر أمس، وقال تجار إن البضائع تلفت.", "تجار"),
        ("ar", "أغلقت الحكومة المعبر أمس، وأكد تجار أن البضائع تلفت.", "تجار"),
        ("ar", "اغتيل الصحفي أنس شريفي في غارة، وأعلن لاحقا الجيش مسؤوليته.", "army"),
        ("ar", "وسارع هادي سالمي، الذي قال غداة الاقتراع إنه يرفض، إلى القبول.", "سالمي"),
        # a verb that looks like a noun once folded
        ("ar", "ألغت المحكمة العليا القرار أمس، وقالت إنه مخالف للدستور.", "court"),
        ("ar", "ألزمت المحكمة الشركة بالدفع، وقالت إنها أخفت الأدلة.", "court"),
        ("ar", "اعتقلت السلطات الأميركية طالبا في نيويورك، وقالت إنه خالف القانون.", "government"),
        # somebody of a country is not its government
        ("ar", "قالت الكاتبة المصرية أهداف سويفي إن الكتاب ممنوع.", "سويفي"),
        ("ar", "قال المعارض الروسي إيليا ياشين إن الحرب خسارة.", "ياشين"),
        ("ar", "أعلن الحوثيون أنهم أسقطوا طائرة.", "الحوثيون"),
        ("ar", "رحبت المملكة العربية السعودية بالتقرير.", "government"),
        # «على» behind a title is no name, and a surname may be a word
        ("ar", "حث مجلس الأمن على ضبط النفس.", "الامن"),
        ("ar", "قال المتحدث الرسمي للحكومة إن الأجور ستزيد.", "government"),
        ("ar", "قال المدير العام للوكالة رافاييل غروسي إن التفتيش مستمر.", "medium"),
        ("ar", "بحسب القانون يعاقب المخالف بالسجن.", None),
        ("ar", "أعلنت إدارة السجن أنها نقلت المعتقلين.", "السجن"),
    ],
)
def test_the_speaker_is_a_kind_of_party(language: str, sentence: str, party: str | None) -> None:
    assert voice(sentence, language).party == party


def test_a_quoted_name_tells_which_campaign_or_company_speaks() -> None:
    campaign = voice("قالت مجموعة «لا تكنولوجيا للفصل العنصري» إن العقد مستمر.", "ar")
    assert (campaign.party, campaign.side) == ("staff", "notech")
    company = voice("نفت شركة «نوفا غارد» الاتهام.", "ar")
    assert (company.party, company.names) == ("company", ("نوفا", "غارد"))


def test_a_day_or_a_number_between_verb_and_speaker_is_no_name() -> None:
    assert voice("وقالت الثلاثاء الوزارة إنها تراجع العقد.", "ar").party == "government"
    assert voice("نُشرت الخميس 10 يوليو رسالة من الموظفين.", "ar").names == ()


def test_those_who_are_taken_away_do_not_speak() -> None:
    assert voice("ونُقل المصابون إلى مستشفى المدينة.", "ar").party is None
    assert voice("ونقلت الوكالة عن مصدر أن الحوار مستمر.", "ar").party == "medium"
    assert voice("وحمّلت النقابة الشركة مسؤولية الحادث.", "ar").party == "staff"
    assert not voice("اختتمت في المدينة، الأحد، جولة محادثات بين البلدين.", "ar").absent
    assert voice("اختتمت الشركة بيانها بالتأكيد على التزامها.", "ar").party == "company"


def test_the_one_accused_is_not_the_speaker() -> None:
    assert voice("اتهم عيسى الحكومة بتجاهل المطالب.", "ar").party == "عيسي"
    accused = voice("واتهمت الهيئة الجيش الإسرائيلي بمنع الطواقم.", "ar")
    assert (accused.party, accused.side) == ("government", None)
    assert voice("Delta accused CrowdStrike of an untested update.", "en").party == "delta"


def test_a_name_belongs_to_the_party_given_with_it_elsewhere() -> None:
    told = voice("قال رئيس نقابة النسيج سامر عيسى إن الإضراب مستمر.", "ar")
    again = voice("وأكد عيسى أن العمال لن يتراجعوا.", "ar")
    assert [one.party for one in distinguished([told, again])] == ["staff", "staff"]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ar", "قالت شركة مايكروسوفت إنها راجعت العقود.", "ونفت NSO الاتهام."),
        ("ar", "اتهمت واتساب الشركة باختراق الهواتف.", "وردت باراغون بأن القول غير صحيح."),
        ("ar", "قال متحدث باسم أمازون إن الطلبات لن تتأخر.", "وقالت شركة الأمل إنها خسرت."),
        ("ar", "أعلنت الحكومة الإيطالية إنهاء العقد.", "وقالت الحكومة الإسرائيلية إنها تراجع."),
        ("ar", "قال الجيش الإسرائيلي إنه يفحص الحادث.", "وأعلن الجيش اللبناني فتح تحقيق."),
        ("en", "Google said the workers had left.", "Amazon said it had no comment."),
        ("he", "חברת אינטל מסרה כי תבדוק.", "חברת אנבידיה מסרה כי לא תגיב."),
    ],
)
def test_two_parties_of_one_kind_are_two_voices(language: str, one: str, other: str) -> None:
    first, second = distinguished([voice(one, language), voice(other, language)])
    assert first.party
    assert second.party
    assert first.party != second.party


def test_a_company_named_in_three_ways_is_one_voice() -> None:
    said = [
        "قالت شركة واتساب إن الثغرة أُغلقت.",
        "وقالت الشركة إنها أبلغت المستخدمين.",
        "وقال متحدث باسم ميتا إن الدعوى مستمرة.",
    ]
    assert {one.party for one in distinguished([voice(s, "ar") for s in said])} == {"company"}


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
        "عُقدت في العاصمة، الأحد، جولة محادثات بين البلدين.",
        "كانت حركة المقاطعة قد دعت إلى ذلك منذ عام.",
    ],
)
def test_a_sentence_with_its_subject_stands(sentence: str) -> None:
    assert leaning(sentence, "ar") < LEANING


def test_a_bare_that_answers_the_sentence_before_and_an_idiom_does_not() -> None:
    assert answers("ونفى المتحدث ذلك، وقال إن الحوار مستمر.", "ar")
    assert not answers("وقعت الشركة عقدًا بعد ذلك، ولم تنشره.", "ar")


@pytest.mark.parametrize(
    "sentence",
    [
        "وأضاف للصحفيين من موقع الحادث أن السبب معروف.",
        "وقال لـ«الضفة» إن القرار باطل.",
        "وقال لنا إنه لن يعود.",
        "«كانت تلك أسعد لحظة»، قالت لهيئة بث بريطانية.",
        "ودعت أعضاءها إلى مواصلة الإضراب.",
        "صندوق الإضراب لدى النقابة، يقول، يكفي أعواما.",
        "ودعا الشركة إلى سحب المنتج من الأسواق.",
        "ووصف الهجوم بأنه شر بلا حدود.",
    ],
)
def test_whom_somebody_told_or_called_upon_is_not_the_speaker(sentence: str) -> None:
    assert voice(sentence, "ar").absent


@pytest.mark.parametrize(
    "sentence",
    [
        "صاحب محل في الشارع رفض ذكر اسمه.",
        "اتخذ القرار من دون أن يذكر أسبابا.",
        "لفض اعتصام ليلي دعا إليه الطلبة.",
    ],
)
def test_who_tells_nothing_does_not_speak(sentence: str) -> None:
    assert voice(sentence, "ar").party is None


def test_a_body_known_by_its_noun_is_the_last_that_its_article_named() -> None:
    said = [
        "اتهمت وزارة الدفاع الروسية القوات بإطلاق الصاروخ.",
        "وقال المتحدث باسم الوزارة إيغور كوناش إن الهدف عسكري.",
        "وقالت الوزارة إن التحقيق انتهى.",
    ]
    one, two, other = resumed([voice(s, "ar") for s in said], [1, 1, 2])
    assert (two.party, two.side) == (one.party, one.side) == ("army", "russia")
    assert other.party == "government"


def test_two_armies_are_told_apart_by_their_countries() -> None:
    said = ["قالت وزارة الدفاع النورلاندية إنها ترد.", "ونفت وزارة الدفاع السودلاندية القصف."]
    one, other = distinguished([voice(s, "ar") for s in said])
    assert (one.party, other.party) == ("army:نورلاند", "army:سودلاند")


def test_who_speaks_by_no_verb_is_cited() -> None:
    assert voice("قُتل تسعة أشخاص، وفق وزارة الصحة.", "ar").cited
    assert not voice("أعلنت وزارة الصحة مقتل تسعة أشخاص.", "ar").cited


def test_between_is_no_verb_unless_a_claim_follows() -> None:
    assert voice("وبين أن نسبة المشاركة بلغت 28 بالمئة.", "ar").absent
    assert not voice("وبين الحكومة والنقابة خلاف قديم.", "ar").absent


def test_who_was_killed_does_not_speak() -> None:
    said = voice("اغتيل الصحفي أنس شريفي في كوردا أمس، وأعلنت حالة الطوارئ.", "ar")
    assert "شريفي" not in said.names


@pytest.mark.parametrize(
    "text",
    [
        "يؤكد رفضه بيع المؤسسات العمومية كليا أو جزئيا.",
        "أبدت رغبتها في شراء الشركة بالكامل.",
        "أعلن رفضه القاطع لأي تسوية لا تضمن الحقوق.",
        "نفى علمه بوجود الوثائق في المقر.",
        "رفض الإفصاح عنه، موضحًا أن الاتفاق سري.",
        "رفض القول إن الشركة أخفت معلومات عن الإدارة.",
        "وأردف أن أبناء الريف كانوا ينتظرون الإفراج.",
    ],
)
def test_what_is_ones_own_does_not_announce_it(text: str) -> None:
    assert voice(text, "ar").absent


@pytest.mark.parametrize(
    ("text", "party"),
    [("أعلنت زوجته وفاته في المستشفى مساء أمس.", "زوجته"), ("أكد والده أنه بريء.", "والده")],
)
def test_ones_people_announce_it_themselves(text: str, party: str) -> None:
    assert voice(text, "ar").party == party


def test_a_name_in_marks_may_stand_behind_as_for() -> None:
    told = voice("أما «الدعم السريع» فقالت إنها أسقطت مقاتلة ردا على غارات شنتها.", "ar")
    assert told.names == ("الدعم", "السريع")
