"""How accounts that differ and a missing reply are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digests.compose import plain
from digests.language.direction import strip_controls
from digests.model import Length, Message, Preferences

if TYPE_CHECKING:
    from tests.digests.compose.conftest import Newsroom

OPENING = "بدأ عمال أمازون إضرابًا يوم الاثنين."
ACCUSATION = "اتهمت النقابة أمازون بتأخير الأجور."
DENIAL = "نفت أمازون الاتهام."
LATER = "يعمل في الموقع نحو 800 شخص."
DIFFER = "الروايتان مختلفتان:"
NO_REPLY = "لم نجد في مصادرنا ردًا من أمازون."


def _told(newsroom: Newsroom, *sentences: str, **preferences: object) -> Message:
    article = newsroom.article("mithal", text=" ".join(sentences))
    item = newsroom.item(
        article, sentences=tuple(newsroom.extract(article, text) for text in sentences)
    )
    chosen = Preferences(**preferences)  # type: ignore[arg-type]
    (message,) = newsroom.told(newsroom.digest(item), chosen)
    return message


def _lines(message: Message) -> list[str]:
    return strip_controls(plain(message)).split("\n")


def test_both_accounts_are_visible_when_the_first_sentence_is_one(newsroom: Newsroom) -> None:
    message = _told(newsroom, ACCUSATION, LATER, DENIAL)
    before, _, folded = message.html.partition("<blockquote expandable>")
    lines = _lines(message)
    at = lines.index(DIFFER)
    assert lines[at + 2 : at + 5] == [f"«{ACCUSATION}»", f"«{DENIAL}»", f"▏«{LATER}»"]
    assert "اتهمت" in before
    assert "نفت" in before
    assert "800" in folded


def test_elsewhere_they_stand_side_by_side_behind_the_opening(newsroom: Newsroom) -> None:
    lines = _lines(_told(newsroom, OPENING, ACCUSATION, LATER, DENIAL))
    at = lines.index(f"▏{DIFFER}")
    assert lines[at - 1] == f"«{OPENING}»"
    assert lines[at + 1 : at + 4] == [f"▏«{ACCUSATION}»", f"▏«{DENIAL}»", f"▏«{LATER}»"]
    assert NO_REPLY not in "\n".join(lines)


def test_one_account_alone_is_not_announced_as_two(newsroom: Newsroom) -> None:
    message = _told(newsroom, ACCUSATION, DENIAL, length=Length.BRIEF)
    assert DIFFER not in plain(message)


def test_a_missing_reply_is_said_where_the_accusation_is_seen(newsroom: Newsroom) -> None:
    hidden = _told(newsroom, OPENING, ACCUSATION, LATER).html
    assert NO_REPLY in hidden.partition("<blockquote expandable>")[2].partition("</blockquote>")[0]
    seen = _told(newsroom, ACCUSATION, LATER, length=Length.BRIEF).html
    assert NO_REPLY in seen
    assert NO_REPLY not in _told(newsroom, OPENING, LATER).html


def test_an_english_page_says_it_in_english(newsroom: Newsroom) -> None:
    shown = strip_controls(plain(_told(newsroom, OPENING, ACCUSATION, language="en")))
    assert "We found no reply from Amazon in our sources." in shown


def test_a_day_in_a_later_sentence_brings_the_date_to_the_line_of_its_source(
    newsroom: Newsroom,
) -> None:
    lines = _lines(_told(newsroom, LATER, OPENING))
    assert any(line.startswith("من نص وكالة المثال") and "(26 سبتمبر)" in line for line in lines)
