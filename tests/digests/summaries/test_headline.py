"""Which title becomes the headline, and where it is cut."""

from datetime import UTC, datetime, timedelta

import pytest

from digests.model import Article, Source
from digests.summaries.headline import LONGEST, headline

NOON = datetime(2025, 5, 13, 12, tzinfo=UTC)
OUTLET = Source("s1", "صحيفة المثال", "Example Daily", "https://e.org", "ar")


def article(number: int, title: str, language: str = "ar", days: int = 0) -> Article:
    at = NOON + timedelta(days=days)
    return Article(number, f"s{number}", language, title, "", "نص.", "https://e.org", at, at)


def test_an_arabic_title_comes_first() -> None:
    both = [article(1, "Acme closes its plant in the city", "en"), article(2, "أكمي تغلق مصنعها")]
    assert headline(both, {}).article == 2


def test_news_is_preferred_to_a_teaser_and_plain_to_loaded() -> None:
    teaser = article(1, "لماذا تغلق أكمي مصنعها في المدينة وتسرّح مئات العمال؟")
    loaded = article(2, "أكمي تزعم أن إغلاق مصنعها الفاضح وتسريح مئات العمال ضرورة")
    plain = article(3, "أكمي تغلق مصنعها في المدينة وتسرّح مئات العمال قبل نهاية العام")
    assert headline([teaser, loaded, plain], {}).article == 3


@pytest.mark.parametrize("label", ["عاجل | ", "رياضي / ", "عام / "])
def test_labels_and_the_outlet_s_own_name_are_cut_off(label: str) -> None:
    one = article(1, f"{label}أكمي تغلق مصنعها في المدينة وتسرّح مئات العمال - صحيفة المثال")
    assert headline([one], {"s1": OUTLET}).text == "أكمي تغلق مصنعها في المدينة وتسرّح مئات العمال"


def test_a_long_title_is_cut_at_its_own_separator_when_no_party_is_lost() -> None:
    first = "الشركة تعلن إغلاق مصنعها في المدينة وتسريح مئات العمال قبل نهاية العام الحالي"
    tail = "تفاصيل الخطة الكاملة ومواعيد التنفيذ في كل المدن والأقسام المختلفة"
    cut = headline([article(1, f"{first}... {tail}")], {})
    assert cut.text == first
    assert cut.evidence in f"{first}... {tail}"


def test_a_title_is_not_cut_when_one_of_two_companies_would_disappear() -> None:
    first = "مايكروسوفت تعلن إغلاق مكتبها في المدينة وتسريح مئات من العاملين قبل نهاية العام الحالي"
    both = f"{first}... وأمازون تقول إنها مستعدة لتوظيف كل من سرّحتهم في مكاتبها"
    assert len(both) > LONGEST
    assert headline([article(1, both)], {}).text == both


def test_a_title_is_not_cut_when_a_party_would_disappear() -> None:
    first = "الشركة تعلن إغلاق مصنعها في المدينة وتسريح مئات من العاملين قبل نهاية العام الحالي"
    both = f"{first}... والحكومة تطالبها بالتراجع عن القرار وتهدد بسحب الرخص"
    assert len(both) > LONGEST
    assert headline([article(1, both)], {}).text == both


def test_the_words_of_nobody_are_no_headline() -> None:
    quoted = article(1, "«طردوهم لأنهم قالوا لا».. أكمي تفصل 28 موظفا احتجوا على عقد مع الوزارة")
    plain = article(2, "أكمي تفصل 28 موظفا احتجوا على عقد مع الوزارة")
    assert headline([quoted, plain], {}).article == 2


def test_what_came_days_later_is_the_news() -> None:
    began = article(1, "عمال الموانئ في البلاد يبدأون إضرابا هو الأول منذ نحو خمسين عاما")
    ended = article(2, "عمال الموانئ يعودون إلى العمل اليوم بعد اتفاق", days=3)
    assert headline([began, ended], {}).article == 2


def told(number: int, title: str, text: str) -> Article:
    at = NOON + timedelta(hours=number)
    return Article(number, f"s{number}", "ar", title, "", text, "https://e.org", at, at)


REPORT = told(
    1,
    "محكمة في كوردا تأمر شركة نورثغيت بدفع 12 مليون دولار لعمالها",
    "أمرت محكمة في كوردا، الثلاثاء، شركة نورثغيت بدفع 12 مليون دولار لعمالها المفصولين.",
)
SECOND = told(
    2,
    "نورثغيت تدفع 12 مليون دولار لعمال مفصولين بأمر محكمة في كوردا",
    "قضت محكمة كوردا يوم الثلاثاء بأن تدفع شركة نورثغيت 12 مليون دولار لعمالها.",
)


def test_what_the_others_tell_too_comes_first() -> None:
    aside = "نورثغيت تفتح باب التوظيف في مصنعها الجديد على أطراف ميناء كوردا"
    alone = told(0, aside, f"{aside}، يوم الثلاثاء.")
    assert headline([alone, REPORT, SECOND], {}).article in (1, 2)


def test_an_article_that_opens_with_its_title_comes_before_one_that_sets_a_scene() -> None:
    scene = "على كرسي من البلاستيك قرب الحائط الأبيض، تجلس امرأة في الستين منذ يوم الثلاثاء."
    assert headline([told(0, REPORT.title, scene), REPORT], {}).article == 1


def test_an_article_that_opens_with_a_day_comes_first() -> None:
    undated = told(0, REPORT.title, REPORT.text.replace("، الثلاثاء،", ""))
    assert headline([undated, REPORT], {}).article == 1


def test_the_news_comes_before_what_somebody_thinks_of_it() -> None:
    title = "نقابات ترحب بأمر محكمة في كوردا شركة نورثغيت بدفع 12 مليون دولار"
    echo = told(0, title, f"{title}، الثلاثاء.")
    title = "محكمة في كوردا تأمر شركة نورثغيت بدفع الملايين بعد نزاع طويل"
    news = told(1, title, f"{title}، الثلاثاء.")
    assert headline([echo, news], {}).article == 1


def test_a_short_title_is_no_better_because_others_tell_all_of_it() -> None:
    title = "محكمة كوردا ونورثغيت وعمالها المفصولون"
    short = told(0, title, f"{title}، الثلاثاء.")
    title = "نورثغيت تعوض عمالها المفصولين بعد عام طويل من المماطلة في كوردا"
    late = told(2, title, f"{title}، الثلاثاء، بحكم محكمة.")
    assert headline([short, REPORT, late], {}).article in (1, 2)


def test_the_news_comes_before_what_a_party_says_of_itself_before_a_colon() -> None:
    body = "قال رئيس نورثغيت، الأربعاء، إن الشركة ستطعن في حكم محكمة كوردا بدفع 12 مليون دولار."
    spoken = told(3, "نورثغيت: حكم محكمة كوردا خاطئ ولن ندفع 12 مليون دولار لعمالها", body)
    assert headline([spoken, REPORT], {}).article == 1
    title = "نورثغيت: لم نتسلم حكم محكمة كوردا بدفع 12 مليون دولار لعمالها المفصولين"
    denied = told(3, title, f"{title}، الثلاثاء.")
    assert headline([denied, REPORT], {}).article == 1
    figure = told(3, "محكمة كوردا: نورثغيت تدفع 12 مليون دولار لعمالها المفصولين", REPORT.text)
    echo = told(4, "نقابات ترحب بحكم محكمة كوردا على نورثغيت بدفع 12 مليون دولار", body)
    assert headline([echo, figure], {}).article == 3


def test_a_count_of_the_dead_that_a_later_one_surpasses_is_no_headline() -> None:
    early = "مقتل 1296 شخصا في زلزال ضرب قرى كوردا الجبلية فجر السبت"
    late = "مقتل 3012 شخصا في زلزال ضرب قرى كوردا الجبلية فجر السبت"
    first = told(1, early, f"{early}، وفق وزارة الداخلية.")
    for_now = told(5, late, f"{late}، وفق وزارة الداخلية.")
    later = told(15, late, f"{late}، وفق وزارة الداخلية.")
    assert headline([first, for_now], {}).article == 1
    assert headline([first, later], {}).article == 15


def test_what_is_built_is_no_praise() -> None:
    body = "تشيد نورثغيت، اعتبارا من الأحد، مصنعا ضخما للورق في كوردا على أرض الميناء القديم."
    builds = told(1, "نورثغيت تشيد مصنعا ضخما للورق في كوردا على أرض الميناء", body)
    praise = told(2, "وزير في كوردا يشيد بمصنع نورثغيت الضخم للورق في الميناء", body)
    assert headline([praise, builds], {}).article == 1
