"""A notice is told once, however often its outlet publishes it."""

from __future__ import annotations

from datetime import timedelta

from digests.model import Place
from digests.store import watched
from tests.digests.corrections.press import FIRST, TITLE, Press
from tests.digests.telling.room import EVENING

WRONG = "ورد في خبر سابق أن الكلفة 400 مليون، والصواب أنها 140 مليونًا."


def announce(press: Press, notice: int) -> None:
    press.store.write_now(lambda db: watched.announce(db, [notice]))


async def corrected(press: Press) -> tuple[int, Place]:
    """A notice that *place* was told of; its article's id."""
    press.write()
    place = press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    notice = press.article(f"تصحيح: {TITLE}", summary=WRONG)
    announce(press, notice)
    assert await press.look() == 1
    press.deliver(place)
    return notice, place


async def test_a_notice_that_is_edited_is_told_again_only_where_it_says_otherwise(
    press: Press,
) -> None:
    notice, place = await corrected(press)
    press.edit(notice, text=f"{WRONG} نعتذر لقرائنا.")
    announce(press, notice)
    assert await press.look() == 0
    assert len(press.corrections(place)) == 1
    press.edit(notice, text=WRONG.replace("140", "104"))
    announce(press, notice)
    assert await press.look() == 1
    assert "104" in press.corrections(place)[-1][0]


async def test_a_notice_that_is_published_twice_is_told_once(press: Press) -> None:
    _, place = await corrected(press)
    again = press.article(f"تصحيح خبر: {TITLE}", summary=f"{WRONG} {FIRST}")
    announce(press, again)
    assert await press.look() == 0
    assert len(press.corrections(place)) == 1
    assert not await press.tick(EVENING + timedelta(days=1))
