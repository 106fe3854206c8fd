"""A draft whose source changed its words is not posted: a new one comes in its place."""

from __future__ import annotations

from datetime import timedelta

from bot.playground.objects import Chat, User
from digests.corrections import notice
from digests.model import Entry
from digests.store import archive, watched
from digests.store.archive import Arriving
from digests.store.database import Database
from tests.handlers.channels.newsdesk import Newsdesk
from tests.handlers.talk import SOURCES

TITLE = "الميناء يستقبل أكبر سفينة هذا العام"
TEXT = "قالت إدارة الميناء إن السفينة تحمل 400 حاوية. وأوضح مدير المشروع أن تفريغها يستغرق يومين."
TAKEN_BACK = "عدّل المصدر نصه أو سحبه"


async def publish(desk: Newsdesk, text: str, title: str = TITLE, guid: str = "g1") -> None:
    """The source publishes it, or edits it where it was published before."""
    url = f"https://one.example/{guid}"
    entry = Entry(guid, url, title, text, published=desk.clock.now() - timedelta(minutes=1))

    def save(db: Database) -> archive.Saved:
        saved = archive.save(db, SOURCES["one"], [entry], desk.clock.now(), Arriving.USUAL)
        if notice.suspected(title, text):
            watched.announce(db, saved.new)
        return saved

    saved = await desk.store.write(save)
    pipeline, now = desk.services.pipeline, desk.clock.now()
    await pipeline.match(saved.new + saved.changed)
    await pipeline.group(now)
    watching = desk.services.teller.corrections
    await watching.tick(now, settled=True)
    if await pipeline.group_waiting(now):
        await watching.tick(now, settled=True)
    await desk.pass_time(seconds=5)


async def drafted(desk: Newsdesk) -> tuple[User, Chat]:
    owner = await desk.owner()
    chat = await desk.connected(owner)
    await publish(desk, TEXT)
    await desk.pass_time(hours=12)
    (draft,) = desk.drafts(owner)
    assert "400 حاوية" in draft.text
    return owner, chat


async def test_a_changed_number_brings_a_new_draft(desk: Newsdesk) -> None:
    owner, chat = await drafted(desk)
    (old,) = desk.drafts(owner)
    await publish(desk, TEXT.replace("400", "140"))
    (draft,) = desk.drafts(owner)
    assert draft.id != old.id
    assert "140 حاوية" in draft.text
    (recalled,) = desk.drafts(owner, TAKEN_BACK)
    assert recalled.id == old.id
    assert desk.labels(recalled) == []
    await desk.press(owner, "نشر", message=draft)
    await desk.arrive()
    (post,) = desk.posts(chat)
    assert "140 حاوية" in post.text
    assert desk.refused() == []


async def test_a_scheduled_post_is_taken_back_too(desk: Newsdesk) -> None:
    owner, chat = await drafted(desk)
    await desk.press(owner, "نشر غدًا 20:00")
    await publish(desk, TEXT.replace("400", "140"))
    await desk.pass_time(hours=24)
    assert desk.posts(chat) == []
    assert len(desk.drafts(owner, TAKEN_BACK)) == 1
    assert len(desk.drafts(owner)) == 1


async def test_a_comma_recalls_nothing(desk: Newsdesk) -> None:
    owner, _ = await drafted(desk)
    await publish(desk, TEXT.replace("حاوية.", "حاوية،"))
    assert len(desk.drafts(owner)) == 1
    assert desk.drafts(owner, TAKEN_BACK) == []


async def test_a_tap_that_comes_too_late_posts_nothing(desk: Newsdesk) -> None:
    owner, chat = await drafted(desk)
    (old,) = desk.drafts(owner)
    shown = dict(old.markup or {})
    await publish(desk, TEXT.replace("400", "140"))
    old.markup = shown  # as the owner still sees it
    query = await desk.press(owner, "نشر", message=old)
    assert query.text == "سبق البتّ في هذه المسودة."
    await desk.arrive()
    assert desk.posts(chat) == []


async def test_a_withdrawn_story_leaves_no_draft(desk: Newsdesk) -> None:
    owner, chat = await drafted(desk)
    await publish(desk, "نسحب الخبر لأنه لم يكن صحيحًا.", f"سحب خبر: {TITLE}", "g2")
    assert desk.drafts(owner) == []
    assert len(desk.drafts(owner, TAKEN_BACK)) == 1
    assert desk.posts(chat) == []
    assert desk.refused() == []


async def test_a_headline_of_the_owners_own_is_not_corrected(desk: Newsdesk) -> None:
    """The post never showed what its source has changed."""
    owner = await desk.owner()
    chat = await desk.connected(owner)
    await desk.say(owner, "/channel")
    await desk.press(owner, "قناة الميناء")
    await desk.press(owner, "الشكل")
    await desk.press(owner, "منشور لكل خبر")
    await publish(desk, TEXT)
    await desk.pass_time(hours=12)
    (draft,) = desk.drafts(owner)
    await desk.say(owner, "سفينة كبيرة في الميناء", reply_to=draft.id)
    await desk.arrive()
    await desk.press(owner, "نشر", message=desk.drafts(owner)[0])
    await desk.arrive()
    (post,) = desk.posts(chat)
    assert post.text.replace("\u200f", "").startswith("سفينة كبيرة في الميناء\n")
    await publish(desk, TEXT, title=TITLE.replace("الميناء", "المرفأ"))
    await desk.arrive()
    assert [one.text for one in desk.posts(chat)] == [post.text]
    await publish(desk, TEXT.replace("400", "140"), title=TITLE.replace("الميناء", "المرفأ"))
    await desk.arrive()
    assert len(desk.posts(chat)) == 2
    assert desk.refused() == []
