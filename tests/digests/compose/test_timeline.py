"""«خط زمني»: a dated line for each event, linked to the report that it rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from digests.compose import plain
from digests.compose.timeline import Event, timeline
from digests.language.direction import strip_controls
from digests.model import Article, Lang, Message, Preferences, Sentence, Story

if TYPE_CHECKING:
    from tests.digests.compose.conftest import Newsroom


def event(number: int, *articles: Article) -> Event:
    first = articles[0]
    headline = Sentence(first.title, first.id, first.title, language=first.language)
    return Event(Story(number, articles), headline)


def page(newsroom: Newsroom, *events: Event, **settings: str) -> Message:
    preferences = replace(Preferences(), **settings)  # type: ignore[arg-type]
    now = max(e.moment for e in events) + timedelta(days=1)
    return timeline(
        events, "sihab", now, preferences, newsroom.sources, newsroom.topics, newsroom.words
    )


def test_events_stand_in_order_of_time_each_with_its_date_link_and_outlets(
    newsroom: Newsroom,
) -> None:
    late = newsroom.article("mithal", title="الشركة توقف خدمة", minutes=10)
    early = newsroom.article("nahar", title="بيان الشركة", minutes=60 * 48)
    again = newsroom.article("wire", title="Firm explains", minutes=60 * 47)
    lines = strip_controls(plain(page(newsroom, event(1, late), event(2, early, again))))
    assert lines.split("\n")[2:] == [
        f"24 سبتمبر: بيان الشركة ({early.url}) (نهار المثال، ومصدر آخر)",
        f"26 سبتمبر: الشركة توقف خدمة ({late.url}) (وكالة المثال)",
    ]


def test_the_notice_of_the_sample_newsroom_is_the_last_line(newsroom: Newsroom) -> None:
    one = event(1, newsroom.article("mithal"))
    message = timeline(
        [one],
        "sihab",
        one.moment,
        Preferences(),
        newsroom.sources,
        newsroom.topics,
        newsroom.words,
        announced="نموذج للتجربة",
    )
    assert message.html.endswith("\n\n<i>نموذج للتجربة</i>")


def test_a_headline_in_another_language_says_so(newsroom: Newsroom) -> None:
    wire = newsroom.article("wire", title="Firm pauses service", minutes=30)
    assert "بالإنجليزية" in page(newsroom, event(1, wire)).html
    assert "in English" not in page(newsroom, event(1, wire), language=Lang.EN).html


def test_an_event_of_another_year_says_which(newsroom: Newsroom) -> None:
    old = newsroom.article("mithal", title="خبر قديم", minutes=60 * 24 * 300)
    new = newsroom.article("mithal", title="خبر جديد", minutes=10)
    text = strip_controls(page(newsroom, event(1, old), event(2, new)).html)
    assert "2024: " in text
    assert "2025: " not in text


def test_ten_long_headlines_stay_one_message(
    newsroom: Newsroom, telegram_faults: Callable[[str], list[str]]
) -> None:
    events = [
        event(n, newsroom.article("mithal", title="عنوان طويل " * 40, minutes=n)) for n in range(10)
    ]
    message = page(newsroom, *events)
    assert message.html.count("<a href") == 10
    assert telegram_faults(message.html) == []
