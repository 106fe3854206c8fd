"""«كيف غطّته المصادر»: the outlets' own headlines, by language, in time order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from digests.compose import coverage, plain
from digests.compose.coverage import at_evidence
from digests.language.direction import strip_controls
from digests.model import Preferences

if TYPE_CHECKING:
    from tests.digests.compose.conftest import Newsroom


def test_headlines_stand_by_language_in_time_order_with_absences(newsroom: Newsroom) -> None:
    late = newsroom.article("mithal", title="الشركة توقف خدمة", minutes=10)
    early = newsroom.article("nahar", title="بيان «سحاب»", minutes=90)
    wire = newsroom.article("wire", title="Firm pauses “service”", minutes=30)
    story = newsroom.item(late, early, wire).story
    message = coverage(story, Preferences(), newsroom.sources, newsroom.words)
    assert strip_controls(plain(message)).split("\n") == [
        "كيف غطّته المصادر",
        "عربية 2 · إنجليزية 1 · عبرية 0",
        "",
        "بالعربية",
        f'18:30 نهار المثال ({early.url}): «بيان "سحاب"»',
        f"19:50 وكالة المثال ({late.url}): «الشركة توقف خدمة»",
        "",
        "بالإنجليزية",
        f'19:30 سلك المثال ({wire.url}): «Firm pauses "service"»',
        "",
        "لم نجده في مصادرنا العبرية",
    ]


def test_a_story_of_several_days_shows_the_day(newsroom: Newsroom) -> None:
    articles = [newsroom.article("mithal"), newsroom.article("nahar", minutes=60 * 24)]
    message = coverage(
        newsroom.item(*articles).story, Preferences(), newsroom.sources, newsroom.words
    )
    assert "\u200f25 سبتمبر 20:00 <a" in message.html
    assert "\u200f26 سبتمبر 20:00 <a" in message.html


def test_many_headlines_stay_one_message_and_the_rest_is_counted(
    newsroom: Newsroom, telegram_faults: Callable[[str], list[str]]
) -> None:
    articles = [newsroom.article("mithal", title="عنوان طويل " * 25) for _ in range(30)]
    story = newsroom.item(*articles).story
    message = coverage(story, Preferences(), newsroom.sources, newsroom.words)
    shown = message.html.count("<a href")
    assert 5 < shown < 30
    assert f"و{30 - shown} مادة أخرى لم يتسع لها المكان." in message.html
    assert telegram_faults(message.html) == []


def test_the_notice_of_the_sample_newsroom_is_the_last_line_however_much_there_is(
    newsroom: Newsroom, telegram_faults: Callable[[str], list[str]]
) -> None:
    for count in (1, 30):
        articles = [newsroom.article("mithal", title="عنوان طويل " * 25) for _ in range(count)]
        message = coverage(
            newsroom.item(*articles).story,
            Preferences(),
            newsroom.sources,
            newsroom.words,
            announced="نموذج للتجربة",
        )
        assert message.html.endswith("\n\n<i>نموذج للتجربة</i>")
        assert telegram_faults(message.html) == []


def test_a_link_opens_the_page_at_the_evidence(newsroom: Newsroom) -> None:
    article = newsroom.article("mithal", url="https://mithal.example.org/a")
    item = newsroom.item(
        article, sentences=(newsroom.extract(article, "قالت الشركة إنها أوقفت الخدمة عن الوزارة."),)
    )
    message = coverage(item.story, Preferences(), newsroom.sources, newsroom.words, item.summary)
    assert 'href="https://mithal.example.org/a#:~:text=%D9%82' in message.html
    assert at_evidence("https://a.example/#part", "كلمات كثيرة في الدليل") == (
        "https://a.example/#part"
    )
    assert at_evidence("https://a.example/", "كلمة") == "https://a.example/"


def test_languages_that_we_do_not_name_come_last(newsroom: Newsroom) -> None:
    french = replace(newsroom.article("wire", title="Titre"), language="fr")
    story = newsroom.item(french, newsroom.article("mithal")).story
    message = coverage(story, Preferences(), newsroom.sources, newsroom.words)
    assert message.html.index("بالعربية") < message.html.index("بلغة أخرى")
