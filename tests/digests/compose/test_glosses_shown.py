"""Square brackets inside a source's words: in messages, not in what the summary holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digests.compose.story import in_its_words
from digests.markup import visible
from digests.model import Background

if TYPE_CHECKING:
    from tests.digests.compose.conftest import Newsroom

FIRST = "ترأس القاضي جورج ليغات جلسة المحكمة صباح الثلاثاء."
SECOND = "قال ليغات إن الدعوى مرفوضة."

THIRD = "رأى ليغات أن الأدلة لا تكفي."


def _told(newsroom: Newsroom, *sentences: str) -> str:
    article = newsroom.article("mithal", text=f"{FIRST}\n\n{SECOND}")
    told = tuple(newsroom.extract(article, sentence) for sentence in sentences)
    item = newsroom.item(article, sentences=told)
    (message,) = newsroom.told(newsroom.digest(item))
    assert tuple(one.text for one in item.summary.sentences) == sentences
    return visible(message.html)


def test_who_it_is_stands_in_brackets_where_nothing_before_told_it(newsroom: Newsroom) -> None:
    assert "«قال [القاضي جورج] ليغات إن الدعوى مرفوضة.»" in _told(newsroom, SECOND)


def test_what_the_message_told_before_is_not_told_again(newsroom: Newsroom) -> None:
    assert "[" not in _told(newsroom, FIRST, SECOND)


def test_what_stood_in_brackets_once_does_not_stand_there_again(newsroom: Newsroom) -> None:
    article = newsroom.article("mithal", text="\n\n".join((FIRST, SECOND, THIRD)))
    told = tuple(newsroom.extract(article, sentence) for sentence in (SECOND, THIRD))
    (message,) = newsroom.told(newsroom.digest(newsroom.item(article, sentences=told)))
    assert visible(message.html).count("[") == 1


def test_a_breaking_alert_and_a_background_have_it_too(newsroom: Newsroom) -> None:
    article = newsroom.article("mithal", text=f"{FIRST}\n\n{SECOND}")
    told = newsroom.extract(article, SECOND)
    (alert,) = newsroom.told(
        newsroom.digest(newsroom.item(article, sentences=(told,)), heading="digest-breaking")
    )
    assert "[القاضي جورج] ليغات" in visible(alert.html)
    later = newsroom.article("nahar", text="أجلت المحكمة الجلسة.")
    item = newsroom.item(later, sentences=(newsroom.extract(later, "أجلت المحكمة الجلسة."),))
    told_before = replace(item, background=Background(article, told))
    (message,) = newsroom.told(newsroom.digest(told_before))
    assert "[القاضي جورج] ليغات" in visible(message.html)


def test_brackets_that_do_not_fit_are_left_out_whole(newsroom: Newsroom) -> None:
    article = newsroom.article("mithal", text=f"{FIRST}\n\n{SECOND}")
    sentence = newsroom.extract(article, SECOND)
    assert in_its_words(sentence, article, (article,), len(SECOND)) == SECOND
    assert "[القاضي جورج]" in in_its_words(sentence, article, (article,), 2 * len(SECOND))
