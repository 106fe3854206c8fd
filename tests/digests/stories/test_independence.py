"""How many independent voices a story has."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from digests.model import Article, Source, SourceKind, Story
from digests.stories import independence

NOON = datetime(2025, 5, 13, 12, tzinfo=UTC)
WIRE = (
    "قالت الشركة يوم الثلاثاء إنها ستغلق ثلاثة مصانع في البلاد وتنقل العمل إلى الخارج "
    "بسبب ارتفاع الكلفة."
)


def source(name: str, kind: SourceKind = SourceKind.OUTLET, shown: str = "") -> Source:
    return Source(name, shown or name, name, f"https://{name}.example.org", "ar", kind=kind)


def story(*texts: tuple[str, str]) -> Story:
    articles = tuple(
        Article(n, outlet, "ar", f"عنوان {n}", "", text, "https://e.org", at, at)
        for n, (outlet, text) in enumerate(texts)
        for at in [NOON + timedelta(minutes=n)]
    )
    return Story(1, articles)


SOURCES = {
    s.id: s
    for s in (
        source("one", shown="الأولى"),
        source("two", shown="الثانية"),
        source("wire", shown="رويترز"),
        source("firm", SourceKind.PARTY),
        source("portal", SourceKind.AGGREGATOR),
    )
}


def test_near_identical_texts_count_once_and_name_whom_they_repeat() -> None:
    found = independence(story(("one", WIRE), ("two", WIRE.replace("الثلاثاء", "أمس"))), SOURCES)
    assert found.outlets == ("one",)
    assert found.copies == {"two": "الأولى"}


def copies(titles: tuple[str, str], texts: tuple[str, str]) -> Mapping[str, str]:
    told = story(*zip(("one", "two"), texts, strict=True)).articles
    own = (replace(article, title=t) for article, t in zip(told, titles, strict=True))
    return independence(Story(1, tuple(own)), SOURCES).copies


def test_a_copy_under_a_headline_of_its_own_is_a_copy() -> None:
    text = (
        "أعلنت الشركة يوم الثلاثاء أنها ستغلق ثلاثة مصانع في البلاد وتنقل العمل إلى الخارج بسبب "
        "ارتفاع الكلفة، فيما قالت النقابة إن ألفي عامل سيفقدون وظائفهم ودعت إلى إضراب عام."
    )
    titles = ("الشركة تغلق ثلاثة مصانع", "ألفا عامل بلا عمل والنقابة تدعو إلى إضراب")
    for changed in (text, text.replace("يوم الثلاثاء", "أمس")):
        assert copies(titles, (text, changed)) == {"two": "الأولى"}


def test_reports_that_share_a_paragraph_under_their_own_news_are_no_copies() -> None:
    shared = "وقالت الإدارة إن العمل يستمر طوال أيام الأسبوع وإن حركة البضائع لم تتأثر."
    ship = "الميناء يستقبل أكبر سفينة هذا العام"
    for news in ("تشتري رافعات جديدة", "تفتح رصيفا جديدا", "توظف مئة عامل"):
        titles = (ship, f"الموانئ {news}")
        assert copies(titles, (f"{titles[0]}. {shared}", f"{titles[1]}. {shared}")) == {}


def test_texts_of_their_own_count_each() -> None:
    other = "أفاد مراسلنا من أمام المصنع بأن العمال تجمعوا منذ الصباح وطالبوا بلقاء الإدارة."
    assert independence(story(("one", WIRE), ("two", other)), SOURCES).outlets == ("one", "two")


def test_what_is_taken_from_an_agency_is_a_copy_of_it() -> None:
    taken = "تعتزم الشركة إغلاق ثلاثة مصانع، نقلًا عن وكالة رويترز التي استندت إلى مصدرين."
    found = independence(story(("one", taken)), SOURCES)
    assert (found.outlets, found.copies) == ((), {"one": "رويترز"})
    both = independence(story(("wire", WIRE), ("one", taken)), SOURCES)
    assert (both.outlets, both.copies) == (("wire",), {"one": "رويترز"})


def test_an_outlet_of_the_story_that_is_named_as_the_source_need_be_no_agency() -> None:
    own = "تعتزم الشركة إغلاق ثلاثة مصانع في البلاد ونقل العمل إلى الخارج قبل نهاية العام."
    taken = "نقلًا عن الأولى، يستعد عمال المصانع لإضراب عام في المدن كلها يوم الخميس المقبل."
    found = independence(story(("one", own), ("two", taken)), SOURCES)
    assert (found.outlets, found.copies) == (("one",), {"two": "الأولى"})
    praised = "قالت النقابة إن تقرير الأولى صحيح، وإن عمالها يستعدون لإضراب عام يوم الخميس."
    assert independence(story(("one", own), ("two", praised)), SOURCES).copies == {}


def test_a_party_is_shown_and_not_counted_and_an_aggregator_is_neither() -> None:
    found = independence(story(("firm", WIRE), ("portal", WIRE), ("one", WIRE)), SOURCES)
    assert found.parties == ("firm",)
    assert found.outlets == ("one",)
    assert found.copies == {}


def test_two_articles_of_one_outlet_are_one_voice() -> None:
    other = (
        "قالت النقابة إن العمال لن يقبلوا نقل المصانع وإنهم سيدعون إلى إضراب عام الأسبوع المقبل."
    )
    assert independence(story(("one", WIRE), ("one", other)), SOURCES).outlets == ("one",)
