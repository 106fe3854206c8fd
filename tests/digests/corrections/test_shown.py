"""A correction is of what a message really showed, goes to whoever saw it, and says when."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from functools import partial

import pytest

from digests.model import Arrival, ChatKind, Length, Method, Place, Sentence
from digests.store import chats, corrections, tellings
from digests.store.database import Database
from tests.digests.corrections.press import CHANGED, FIRST, REST, TITLE, Press
from tests.digests.telling.room import EVENING, NOON

DAY = timedelta(days=1)
LATER = "وتبلغ طاقة المركز 60 ميغاواط."
EDITED = LATER.replace("60", "16")


def written(press: Press) -> int:
    """A story told in three sentences; its article's id."""
    article = press.write(text=f"{FIRST} {REST} {LATER}")
    said = [Sentence(text, article, text) for text in (FIRST, REST, LATER)]
    press.summarise(1, Sentence(TITLE, article, TITLE), *said)
    return article


@pytest.mark.parametrize("kind", [ChatKind.PRIVATE, ChatKind.SUPERGROUP])
async def test_a_brief_digest_is_corrected_only_in_its_one_sentence(
    press: Press, kind: ChatKind
) -> None:
    article = written(press)
    full = press.chat(number=1, kind=kind)
    brief = press.chat(number=2, kind=kind, length=Length.BRIEF)
    await press.tick(EVENING)
    press.deliver(full)
    press.deliver(brief)
    press.edit(article, text=f"{FIRST} {REST} {EDITED}")
    assert await press.look() == 1
    assert len(press.corrections(full)) == 1
    assert press.corrections(brief) == []
    press.edit(article, text=f"{CHANGED} {REST} {EDITED}")
    assert await press.look() == 1
    assert [len(press.corrections(place)) for place in (full, brief)] == [2, 1]


async def alerted(press: Press) -> tuple[int, Place]:
    """Breaking news of three outlets, and a chat that was sent it; the first outlet's article."""
    text = f"{FIRST} {REST}"
    ids = [
        press.article(f"{TITLE} {source}", source=source, summary=text, age=timedelta(minutes=n))
        for n, source in enumerate(("quds", "nile", "gulf"))
    ]
    press.story(*ids)
    title = f"{TITLE} quds"
    press.summarise(
        1,
        Sentence(title, ids[0], title),
        *(Sentence(one, ids[0], one) for one in (FIRST, REST)),
    )
    place = press.chat(arrival=Arrival.BREAKING, quiet=None)
    assert await press.tick(NOON + timedelta(minutes=1)) == 1
    press.deliver(place)
    return ids[0], place


async def test_an_alert_is_corrected_only_in_the_sentence_that_it_is(press: Press) -> None:
    article, place = await alerted(press)
    assert REST.rstrip(".") not in press.shown(place)
    title = f"{TITLE} quds".replace("جديد", "قديم")
    press.edit(article, title=title, text=f"{FIRST} {REST.replace('المصارف', 'الجامعات')}")
    assert await press.look() == 0
    assert press.corrections(place) == []
    press.edit(article, text=CHANGED)
    assert await press.look() == 1
    ((text, target),) = press.corrections(place)
    assert f"نقلنا في 10 مارس عن جريدة quds: «{FIRST.rstrip('.')}»" in text
    assert target == press.first_message(place)


async def test_a_withdrawal_of_an_alert_quotes_what_the_alert_said(press: Press) -> None:
    article, place = await alerted(press)
    await press.teller.corrections.gone(article, press.now)
    ((text, _),) = press.corrections(place)
    assert f"الخبر «{FIRST.rstrip('.')}»" in text


async def twice(press: Press) -> tuple[int, Place]:
    """A chat that was told a story in brief, then in full; the article's id."""
    article, place = written(press), press.chat(length=Length.BRIEF)
    await press.tick(EVENING)
    full = dataclasses.replace(press.find(place).preferences, length=Length.FULL)
    press.store.write_now(lambda db: chats.set_preferences(db, place, full, press.now))
    other = press.chat(number=8)
    await press.tick(EVENING + timedelta(hours=1))
    await press.tick(EVENING + DAY)

    def owe(db: Database) -> None:
        (one,) = tellings.in_chat(db, [article], NOON, other)
        db.execute(
            "INSERT INTO delivery (chat, thread, digest, part, kind, state, priority, due, created)"
            " SELECT ?, 0, digest, part, kind, 'pending', priority, due, ? FROM delivery "
            "WHERE digest = ? AND chat = 8",
            (place.chat, press.now.timestamp(), one.digest),
        )

    press.store.write_now(owe)
    press.deliver(place)
    return article, place


def messages(press: Press, place: Place) -> list[int]:
    """The messages that told *place* something, oldest first."""
    rows = press.store.read_now(
        lambda db: db.execute(
            "SELECT message FROM delivery WHERE chat = ? AND kind = 'send' ORDER BY id",
            (place.chat,),
        ).fetchall()
    )
    return [message for (message,) in rows]


async def test_of_two_messages_the_one_that_showed_the_sentence_is_answered(press: Press) -> None:
    article, place = await twice(press)
    _, full = messages(press, place)
    press.edit(article, text=f"{FIRST} {REST} {EDITED}")
    assert await press.look() == 1
    assert [target for _, target in press.corrections(place)] == [full]


async def test_what_two_messages_showed_is_corrected_in_one(press: Press) -> None:
    article, place = await twice(press)
    _, full = messages(press, place)
    press.edit(article, text=f"{CHANGED} {REST} {EDITED}")
    assert await press.look() == 1
    ((text, target),) = press.corrections(place)
    assert target == full
    assert "140 مليون" in text
    assert "16 ميغاواط" in text
    press.deliver(place)
    assert await press.look() == 0
    assert len(press.corrections(place)) == 1


# --- what was said since


async def test_a_second_edit_corrects_what_was_said_by_the_first_and_on_its_day(
    press: Press,
) -> None:
    article, place = press.write(), press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    for number in ("140", "155"):
        press.edit(article, text=f"{FIRST.replace('400', number)} {REST}")
        assert await press.look(DAY) == 1
    first, second = (text for text, _ in press.corrections(place))
    assert "نقلنا في 10 مارس" in first
    assert "وعدّل المصدر النص في 11 مارس" in first
    assert "نقلنا في 11 مارس عن جريدة quds: «" in second
    assert "140 مليون" in second
    assert "وعدّل المصدر النص في 12 مارس" in second
    listed = press.store.read_now(partial(corrections.listed, limit=1))
    assert listed[0].told == listed[0].changes[0].known


async def test_whoever_was_first_told_the_corrected_text_has_the_day_of_that(press: Press) -> None:
    article, early = press.write(), press.chat(number=1)
    await press.tick(EVENING)
    press.deliver(early)
    press.edit(article, text=f"{CHANGED} {REST}")
    await press.look()
    press.group()
    late = press.chat(number=2)
    await press.tick(EVENING + DAY)
    press.deliver(late)
    press.edit(article, text=f"{FIRST.replace('400', '155')} {REST}")
    assert await press.look(DAY) == 1
    assert "نقلنا في 10 مارس" in press.corrections(early)[-1][0]
    ((text, _),) = press.corrections(late)
    assert "نقلنا في 11 مارس" in text
    assert text.count("155 مليون") == 1


async def test_a_number_is_corrected_after_the_sentence_was_put_otherwise(press: Press) -> None:
    article, place = written(press), press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    otherwise = FIRST.replace("بكلفة", "أمس، بكلفة")
    press.edit(article, text=f"{otherwise} {REST}")
    assert await press.look() == 0
    press.edit(article, text=f"{otherwise.replace('400', '140')} {REST}")
    assert await press.look() == 1
    ((text, _),) = press.corrections(place)
    assert f"«{FIRST.rstrip('.')}»" in text
    assert "أمس، بكلفة 140 مليون" in text


async def test_a_sentence_that_was_said_to_be_dropped_is_not_corrected_again(press: Press) -> None:
    article, place = written(press), press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    press.edit(article, text=f"{FIRST} {LATER}")
    assert await press.look() == 1
    press.edit(article, text=f"{FIRST} وقالت الشركة إن المركز يخدم زبائنها من الجامعات. {LATER}")
    assert await press.look() == 0
    assert len(press.corrections(place)) == 1


async def test_two_tellings_of_one_passage_are_each_corrected_as_they_read(press: Press) -> None:
    article, place = written(press), press.chat(number=1)
    await press.tick(EVENING)
    press.deliver(place)
    retold = "كلفة المركز 400 مليون دولار."
    press.summarise(
        1,
        Sentence(TITLE, article, TITLE),
        Sentence(retold, article, FIRST, Method.MODEL),
    )
    other = press.chat(number=2)
    await press.tick(EVENING + DAY)
    press.deliver(other)
    press.edit(article, text=f"{CHANGED} {REST}")
    assert await press.look() == 1
    ((first, _),) = press.corrections(place)
    ((second, _),) = press.corrections(other)
    assert f"«{FIRST.rstrip('.')}»" in first
    assert retold.rstrip(".") not in first
    assert f"«{retold.rstrip('.')}»" in second


async def test_what_was_edited_while_the_page_was_gone_is_corrected_when_it_is_back(
    press: Press,
) -> None:
    article, place = press.write(), press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    desk = press.teller.corrections
    await desk.gone(article, press.now)
    press.edit(article, text=f"{CHANGED} {REST}")
    assert await press.look(DAY) == 0
    await desk.returned(article, press.now)
    assert await press.look() == 1
    assert await press.look() == 0
    gone, edited = (text for text, _ in press.corrections(place))
    assert gone.startswith("لم يعد متاحًا")
    assert "140 مليون" in edited


# --- sentences that are shown cut


@pytest.mark.parametrize("space", [" ", "  ", "\u00a0"])
async def test_a_cut_sentence_is_corrected_in_what_was_shown_of_it_alone(
    press: Press, space: str
) -> None:
    filling = space.join(f"والبند {number} من خطة المدينة" for number in range(1, 60))
    long = f"افتتحت الشركة مركز بيانات بكلفة 400 مليون دولار، {filling}، ولم تحدد موعدًا لغيره."
    article, place = press.write(text=f"{long} {REST}"), press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    assert "لم تحدد" not in press.shown(place)
    behind = long.replace("لم تحدد", "حددت")
    press.edit(article, text=f"{behind} {REST}")
    assert await press.look() == 0
    press.edit(article, text=f"{behind.replace('400', '140')} {REST}")
    assert await press.look() == 1
    ((text, _),) = press.corrections(place)
    assert "400 مليون" in text
    assert "140 مليون" in text


# --- databases of before


async def test_what_was_kept_before_is_read_still(press: Press) -> None:
    """A correction on the list whose readings have no day."""
    article, place = press.write(), press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    press.edit(article, text=f"{CHANGED} {REST}")
    await press.look()
    press.store.write_now(
        lambda db: db.execute(
            "UPDATE correction SET changes = json_remove(changes, '$[0].known', '$[1].known')"
        )
    )
    press.edit(article, text=f"{FIRST.replace('400', '155')} {REST}")
    assert await press.look(DAY) == 1
    texts = [text for text, _ in press.corrections(place)]
    assert "نقلنا في 10 مارس" in texts[1]
    assert "155 مليون" in texts[1]
