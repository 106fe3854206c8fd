"""A post for each story: three an hour, edited while they grow, hashtags, approval one by one."""

from __future__ import annotations

from datetime import timedelta

from bot.playground.objects import Chat, User
from digests.model import Entry
from digests.store import archive
from digests.store.archive import Arriving
from tests.handlers.channels.newsdesk import Newsdesk
from tests.handlers.channels.test_silence import direct
from tests.handlers.talk import SOURCES

SHIP = "الميناء يستقبل أكبر سفينة هذا العام"
TEXT = (
    "قالت إدارة الميناء إن الرصيف الجديد يستقبل ست سفن كبيرة في وقت واحد. "
    "وأوضح مدير المشروع أن كلفته بلغت 90 مليون دولار."
)
OTHERS = (
    ("أجور العمال في الموانئ ترتفع", "اتفقت النقابة مع الشركات على زيادة الأجور 5 في المئة."),
    ("عاصفة تغلق الموانئ الشمالية", "أغلقت الأرصاد المرافئ ثلاثة أيام بسبب الرياح والأمواج."),
    ("متحف البحر في ميناء المدينة", "يعرض المتحف خرائط قديمة وأدوات صيد من القرن الماضي."),
    ("ضبط شحنة أدوية في الموانئ", "ضبطت الجمارك عقاقير مهربة داخل حاوية قادمة من الخارج."),
)


async def arrives(desk: Newsdesk, source: str, title: str, text: str) -> None:
    """One article of *source*, half an hour old."""
    now = desk.clock.now()
    entry = Entry(
        guid=title,
        url=f"https://{source}.example/{abs(hash(title))}",
        title=title,
        summary=text,
        published=now - timedelta(minutes=30),
    )
    saved = await desk.store.write(
        lambda db: archive.save(db, SOURCES[source], [entry], now, Arriving.USUAL)
    )
    await desk.services.pipeline.match(saved.new)
    await desk.services.pipeline.group(now)


async def by_story(desk: Newsdesk) -> tuple[User, Chat]:
    """A channel that posts each story without approval."""
    owner, chat = await direct(desk)
    await desk.press(owner, "الشكل")
    await desk.press(owner, "منشور لكل خبر")
    return owner, chat


async def test_each_story_is_a_post_of_its_own_and_three_an_hour(desk: Newsdesk) -> None:
    _, chat = await by_story(desk)
    for title, text in OTHERS:
        await arrives(desk, "one", title, text)
    await desk.pass_time(minutes=2)
    assert len(desk.posts(chat)) == 3
    await desk.pass_time(minutes=30)
    assert len(desk.posts(chat)) == 3
    await desk.pass_time(minutes=40)
    await desk.pass_time(minutes=5)
    posts = desk.posts(chat)
    assert sorted(p.text.replace("\u200f", "").split("\n")[0] for p in posts) == sorted(
        title for title, _ in OTHERS
    )
    assert all(p.text.rstrip().endswith("#الموانئ_والملاحة") for p in posts)
    assert desk.refused() == []


async def test_a_grown_story_is_an_edit_of_its_post_and_says_when(desk: Newsdesk) -> None:
    _, chat = await by_story(desk)
    await arrives(desk, "one", SHIP, TEXT)
    await desk.pass_time(minutes=2)
    (post,) = desk.posts(chat)
    before = post.text
    assert "وكالة الثانية" not in before
    await arrives(desk, "two", SHIP, TEXT)
    await desk.pass_time(minutes=5)
    (after,) = desk.posts(chat)
    assert after.id == post.id
    time = (desk.clock.now() + timedelta(hours=3)).strftime("%H:%M")
    assert after.text.startswith(f"حُدّث {time}\n")
    assert "وكالة الثانية" in after.text
    kept = before.split("\n")
    assert kept[0] in after.text.split("\n")
    edited = after.edited
    await desk.pass_time(minutes=5)
    assert desk.posts(chat)[0].edited == edited
    assert desk.refused() == []


async def test_growth_after_six_hours_leaves_the_post_alone(desk: Newsdesk) -> None:
    _, chat = await by_story(desk)
    await arrives(desk, "one", SHIP, TEXT)
    await desk.pass_time(minutes=2)
    before = desk.posts(chat)[0].text
    desk.clock.advance(timedelta(hours=6, minutes=1).total_seconds())
    await arrives(desk, "two", SHIP, TEXT)
    await desk.pass_time(minutes=2)
    assert [p.text for p in desk.posts(chat)] == [before]


async def test_edits_that_wait_become_one(desk: Newsdesk) -> None:
    _, chat = await by_story(desk)
    await arrives(desk, "one", SHIP, TEXT)
    await desk.pass_time(minutes=2)
    desk.world.faults.order(kind="retry_after", method="editMessageText", retry_after=1, count=1)
    await arrives(desk, "two", SHIP, TEXT)
    await desk.notices.tick(desk.clock.now())
    rows = desk.store.read_now(
        lambda db: db.execute("SELECT count(*) FROM delivery WHERE kind = 'edit'").fetchone()[0]
    )
    assert rows == 1
    await desk.pass_time(minutes=1)
    await desk.pass_time(minutes=1)
    assert "وكالة الثانية" in desk.posts(chat)[0].text


async def test_an_edit_whose_answer_was_lost_is_made_again(desk: Newsdesk) -> None:
    owner, chat = await by_story(desk)
    await arrives(desk, "one", SHIP, TEXT)
    await desk.pass_time(minutes=2)
    desk.world.faults.order(kind="drop_after", method="editMessageText", chat_id=chat.id)
    await arrives(desk, "two", SHIP, TEXT)
    await desk.pass_time(minutes=1)
    await desk.pass_time(minutes=1)
    states = desk.store.read_now(
        lambda db: db.execute("SELECT state FROM delivery WHERE kind = 'edit'").fetchall()
    )
    assert states == [("sent",)]
    assert desk.drafts(owner, "هل ظهر") == []


async def test_in_approval_three_an_hour_are_drafted_however_many_are_posted(
    desk: Newsdesk,
) -> None:
    owner = await desk.owner()
    await desk.connected(owner)
    await desk.say(owner, "/channel")
    await desk.press(owner, "قناة الميناء")
    await desk.press(owner, "الشكل")
    await desk.press(owner, "منشور لكل خبر")
    for number, (title, text) in enumerate(OTHERS, 1):
        await arrives(desk, "one", title, text)
        await desk.pass_time(minutes=3)
        assert len(desk.drafts(owner)) == (1 if number <= 3 else 0)
        if number <= 3:
            await desk.press(owner, "نشر", message=desk.drafts(owner)[0])
            await desk.arrive()
    await desk.pass_time(minutes=60)
    assert len(desk.drafts(owner)) == 1


async def test_in_approval_each_story_is_a_draft_and_keeps_the_owners_headline(
    desk: Newsdesk,
) -> None:
    owner = await desk.owner()
    chat = await desk.connected(owner)
    await desk.say(owner, "/channel")
    await desk.press(owner, "قناة الميناء")
    await desk.press(owner, "الشكل")
    await desk.press(owner, "منشور لكل خبر")
    await arrives(desk, "one", SHIP, TEXT)
    await desk.pass_time(minutes=2)
    (draft,) = desk.drafts(owner)
    await desk.say(owner, "سفينة كبيرة في الميناء", reply_to=draft.id)
    await desk.arrive()
    await desk.press(owner, "نشر", message=draft)
    await desk.arrive()
    (post,) = desk.posts(chat)
    assert post.text.startswith("سفينة كبيرة في الميناء\n")
    await arrives(desk, "two", SHIP, TEXT)
    await desk.pass_time(minutes=5)
    (post,) = desk.posts(chat)
    assert post.text.split("\n")[1] == "سفينة كبيرة في الميناء"
    assert "وكالة الثانية" in post.text
    assert desk.refused() == []
