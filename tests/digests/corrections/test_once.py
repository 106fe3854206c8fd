"""A notice is told once, however often its outlet publishes it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from digests.model import Place
from digests.store import watched
from tests.digests.corrections.press import FIRST, REST, TITLE, Press
from tests.digests.telling.room import EVENING

DAY = timedelta(days=1)
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
    assert not await press.tick(EVENING + DAY)


# --- of what was withdrawn or gone before


async def told_with_another(press: Press) -> tuple[int, Place]:
    """A story of two outlets that *place* was told from the first; its article's id."""
    first = press.article(TITLE, summary=f"{FIRST} {REST}")
    other = press.article("مركز بيانات يُفتتح في المدينة", source="nile")
    press.story(first, other)
    place = press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    return first, place


async def withdrawal(press: Press, title: str) -> int:
    """The first outlet says that it withdraws the story; how many corrections that makes."""
    notice = press.article(title, summary="نسحب الخبر لأن مصدره نفاه. ونعتذر لقرائنا.")
    press.story(notice)
    announce(press, notice)
    return await press.look()


async def test_a_withdrawal_of_what_is_gone_already_says_why(press: Press) -> None:
    article, place = await told_with_another(press)
    await press.teller.corrections.gone(article, press.now)
    press.stories[1].remove(article)
    press.group()
    assert await withdrawal(press, f"سحب خبر: {TITLE}") == 1
    gone, withdrawn = (text for text, _ in press.corrections(place))
    assert gone.startswith("لم يعد متاحًا")
    assert withdrawn.startswith(f"سحب خبر\nسحبت جريدة quds الخبر «{TITLE}»")
    assert "ذكرت السبب: «لأن مصدره نفاه»." in withdrawn
    assert "ما زال واردًا في: جريدة nile" in withdrawn
    press.now += DAY
    await press.teller.corrections.returned(article, press.now)
    assert watched_still(press, article) == []


async def test_a_withdrawal_that_is_published_again_is_no_news(press: Press) -> None:
    _, place = await told_with_another(press)
    assert await withdrawal(press, f"سحب خبر: {TITLE}") == 1
    assert await withdrawal(press, f"سحب الخبر: {TITLE}") == 0
    assert len(press.corrections(place)) == 1
    assert press.store.read_now(partial(watched.is_withdrawn, article=max(press.stories[3])))


def watched_still(press: Press, article: int) -> list[int]:
    """*article* where its page would be asked for still."""
    found = press.store.read_now(partial(watched.pages, now=press.now + DAY, limit=9))
    return [page.article for page in found if page.article == article]
