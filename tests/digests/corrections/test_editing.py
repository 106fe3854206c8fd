"""A post after a correction: what changed gives way or is struck through, the rest stays."""

from __future__ import annotations

from typing import Any

import pytest

from digests.corrections.editing import corrected, struck
from digests.markup import Html
from digests.model import ChatKind, Place, Preferences, Sentence
from digests.store.corrections import Reading
from tests.digests.corrections.press import CHANGED, ENGLISH, FIRST, REST, TITLE, Press, bare
from tests.digests.telling.room import EVENING

LINE = Html("صُحّح 14:20")
POST = (
    "🗞 <b>موجز المساء</b>\n\n<b>افتتاح مركز</b>\n"
    f'من نص <a href="https://e.org/1">صحيفة</a>:\n«{FIRST}»\n'
    f"<blockquote expandable>«{REST}»</blockquote>\n#وسم"
)
PREFERENCES = Preferences()


def reading(told: str, after: str, **more: Any) -> Reading:
    return Reading(told, told, after, **more)


def test_the_sentence_gives_way_where_it_stands() -> None:
    after = corrected(POST, LINE, [reading(FIRST, CHANGED)], PREFERENCES)
    assert after is not None
    lines = bare(after).split("\n")
    assert lines[0] == LINE
    assert f"«{CHANGED}»" in lines
    assert FIRST not in bare(after)
    assert lines[-1] == "#وسم"


@pytest.mark.parametrize("new", [CHANGED, f"{CHANGED.removesuffix('.')}…"])
def test_a_sentence_that_was_cut_gives_way_to_the_whole_one(new: str) -> None:
    cut = FIRST.removesuffix(" دولار.")
    post = POST.replace(FIRST, f"{cut}…")
    after = corrected(post, LINE, [reading(cut, new)], PREFERENCES)
    assert after is not None
    assert f"«{new}»" in bare(after)
    dropped = corrected(post, LINE, [reading(cut, "")], PREFERENCES)
    assert dropped is not None
    assert f"«{cut}…»" in bare(dropped)


def test_a_sentence_that_was_dropped_is_struck_through() -> None:
    after = corrected(POST, LINE, [reading(REST, "")], PREFERENCES)
    assert after is not None
    assert f"«<s>{REST}</s>»" in after


def test_a_translation_is_struck_through_and_no_foreign_words_take_its_label() -> None:
    change = reading(FIRST, "It cost 140 million dollars.", language="en")
    after = corrected(POST, LINE, [change], PREFERENCES)
    assert after is not None
    assert f"«<s>{FIRST}</s>»" in after
    assert "140 million" not in after


@pytest.mark.parametrize("words", ["كلمات ليست في المنشور", "<b>", "e.org"])
def test_what_is_not_found_changes_nothing_but_the_line(words: str) -> None:
    told = [Sentence(words, 1, words)]
    assert struck(POST, LINE, told, PREFERENCES) == corrected(POST, LINE, [], PREFERENCES)


def test_what_a_correction_above_quotes_is_not_struck_through() -> None:
    post = f"صُحّح 12:05\nأخطأنا في «{FIRST}».\n{POST}"
    after = struck(post, LINE, [Sentence(FIRST, 1, FIRST)], PREFERENCES)
    assert after is not None
    above, _, below = after.partition("موجز المساء")
    assert "<s>" not in above
    assert f"«<s>{FIRST}</s>»" in below


def test_nor_does_it_give_way_to_what_the_source_says_later() -> None:
    title = "افتتاح مركز"
    post = f"صُحّح 12:05\nأخطأنا في «{FIRST}» تحت «{title}».\n{POST}"
    changes = [reading(title, "إغلاق مركز", headline=True), reading(FIRST, CHANGED)]
    after = corrected(post, LINE, changes, PREFERENCES)
    assert after is not None
    above, _, below = bare(after).partition("موجز المساء")
    assert f"أخطأنا في «{FIRST}» تحت «{title}»." in above
    assert f"«{CHANGED}»" in below
    assert below.split("\n")[2] == "إغلاق مركز"
    assert FIRST not in below


def test_a_post_that_would_not_fit_is_left_as_it_is() -> None:
    assert corrected("كلمة " * 818, LINE, [], PREFERENCES) is None


# --- whole posts of a channel


def posted(press: Press, place: Place) -> None:
    """What *place* was told stands in a channel."""
    press.store.write_now(
        lambda db: db.execute("UPDATE chat SET kind = 'channel' WHERE chat = ?", (place.chat,))
    )
    assert press.find(place).kind is ChatKind.CHANNEL


def edits(press: Press, place: Place) -> list[str]:
    rows = press.store.read_now(
        lambda db: db.execute(
            "SELECT json_extract(g.messages, '$[0].html') FROM delivery d "
            "JOIN digest g ON g.id = d.digest WHERE d.chat = ? AND d.kind = 'edit' ORDER BY d.id",
            (place.chat,),
        ).fetchall()
    )
    return [bare(row[0]) for row in rows]


async def test_a_post_that_told_a_translation_shows_the_correction_above(press: Press) -> None:
    article, place = await press.told_in_translation()
    posted(press, place)
    press.edit(article, text=ENGLISH.replace("400", "140"))
    await press.look()
    ((correction, _),) = press.corrections(place)
    (edit,) = edits(press, place)
    assert edit.split("\n")[0].startswith("صُحّح 2")
    assert correction in edit
    assert edit.count("140 million dollars") == 1


async def test_two_corrections_of_one_post_stand_both(press: Press) -> None:
    article, place = press.write(), press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    posted(press, place)
    press.edit(article, text=f"{CHANGED} {REST}")
    await press.look()
    press.edit(article, title=TITLE.replace("المدينة", "العاصمة"))
    await press.look()
    assert len(press.corrections(place)) == 2
    last = edits(press, place)[-1]
    assert [line[:5] for line in last.split("\n")[:2]] == ["صُحّح "[:5]] * 2
    assert "140 مليون" in last
    assert "العاصمة" in last


async def test_headline_and_sentence_that_changed_together_both_give_way(press: Press) -> None:
    title = "افتتاح مركز بكلفة 400 مليون دولار في المدينة"
    article, place = press.write(title), press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    posted(press, place)
    press.edit(article, title=title.replace("400", "140"), text=f"{CHANGED} {REST}")
    await press.look()
    ((correction, _),) = press.corrections(place)
    assert correction.count("140") == 1
    (edit,) = edits(press, place)
    assert "400" not in edit
    assert edit.count("140") == 2
