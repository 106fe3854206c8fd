"""What operators and owners correct by hand, from a report or a list to everyone who was told."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from bot.playground import people
from bot.playground.objects import Chat, Member, Message, User
from digests.store import byhand, watched
from digests.store.database import Database
from tests.handlers.channels.newsdesk import Newsdesk
from tests.handlers.talk import ADMIN

TITLE = "ميناء المدينة يفتح رصيفًا جديدًا"
OTHER = "الموانئ تعلن خفض رسوم الشحن"
WRONG, RIGHT = "عدد السفن، وكتبنا ستًّا", "ثلاث سفن"


async def operator(desk: Newsdesk) -> User:
    admin = desk.person(ADMIN)
    await desk.say(admin, "/start")
    return admin


async def reader(desk: Newsdesk, *titles: str, source: str = "one") -> tuple[User, Message]:
    """Someone who was told of *titles*, and the message that did."""
    if titles:
        await desk.publish(source, *titles)
    person = desk.person()
    await desk.say(person, "/start ports")
    await desk.arrive()
    return person, desk.last(person, buttons=True)


async def report(desk: Newsdesk, who: User, digest: Message, reason: str = "الملخص") -> None:
    await desk.press(who, "الإبلاغ", message=digest)
    query = await desk.press(who, reason, message=digest)
    assert query.text == "وصل بلاغك بلا اسمك. إن صحّ، نصحّح للجميع."
    await desk.arrive()


def notices(desk: Newsdesk, admin: User) -> list[Message]:
    return [m for m in desk.said(admin) if m.text.lstrip("\u200f").startswith("بلاغ من قارئ")]


async def answer(desk: Newsdesk, who: User, text: str) -> None:
    """Reply to the question that was asked last."""
    question = next(m for m in reversed(desk.said(who)) if "force_reply" in (m.markup or {}))
    await desk.say(who, text, reply_to=question.id)


def said(desk: Newsdesk, where: User | Chat, words: str) -> list[Message]:
    return [m for m in desk.said(where) if words in m.text]


async def test_a_report_reaches_operators_by_the_outbox_without_the_reader(desk: Newsdesk) -> None:
    admin = await operator(desk)
    one, digest = await reader(desk, TITLE)
    two, other = await reader(desk)
    await report(desk, one, digest)
    await report(desk, two, other)
    await report(desk, two, other, "ترجمة خاطئة")
    (notice,) = notices(desk, admin)
    assert TITLE in notice.text
    assert "الملخص لا يطابق المصدر: 2" in notice.text
    assert "ترجمة خاطئة: 1" in notice.text
    for person in (one, two):
        assert str(person.id) not in notice.text
    assert desk.labels(notice) == ["تصحيح", "سحب"]
    assert notice.silent
    assert desk.refused() == []


async def test_one_tap_and_two_lines_correct_it_for_everyone(desk: Newsdesk) -> None:
    admin = await operator(desk)
    one, digest = await reader(desk, TITLE)
    two, other = await reader(desk)
    await report(desk, one, digest)
    await desk.press(admin, "تصحيح", message=notices(desk, admin)[0])
    await answer(desk, admin, "سطر واحد")
    assert said(desk, admin, "نحتاج إلى سطرين")
    await answer(desk, admin, f"{WRONG}\n{'ب' * 301}")
    assert said(desk, admin, "النص طويل. 300 حرف على الأكثر.")
    await answer(desk, admin, f"{WRONG}\n\n{RIGHT}.")
    text = f"تصحيح من موجز: أخطأنا في {WRONG}. والصواب: {RIGHT}. نعتذر."
    assert text in desk.last(admin).text
    assert "يصل إلى محادثتين" in desk.last(admin).text
    assert said(desk, one, "تصحيح من موجز") == []
    preview = desk.last(admin, buttons=True)
    await desk.press(admin, "أرسل التصحيح", message=preview)
    await desk.arrive()
    for person, told_by in ((one, digest), (two, other)):
        (correction,) = said(desk, person, "تصحيح من موجز")
        assert correction.text.replace("\u200f", "") == text
        assert correction.reply_to == told_by.id
        assert correction.silent
    assert "أُرسل إلى محادثتين." in preview.text
    await desk.say(one, "/corrections")
    assert text in desk.last(one).text
    assert desk.refused() == []


async def test_what_was_seen_to_is_reported_anew(desk: Newsdesk) -> None:
    admin = await operator(desk)
    one, digest = await reader(desk, TITLE)
    await report(desk, one, digest)
    await desk.press(admin, "سحب", message=notices(desk, admin)[0])
    await desk.press(admin, "اسحب الخبر")
    desk.clock.advance(60)
    await report(desk, one, digest)
    assert [m.text.count("لا يطابق المصدر: 1") for m in notices(desk, admin)] == [1, 1]


async def test_a_withdrawn_story_is_told_to_nobody_any_more(desk: Newsdesk) -> None:
    admin = await operator(desk)
    one, digest = await reader(desk, TITLE)
    await desk.say(admin, "/admin")
    await desk.press(admin, "تصحيح خبر نقلناه")
    await desk.press(admin, TITLE[:20])
    await desk.press(admin, "سحب")
    await desk.press(admin, "اكتب السبب")
    await answer(desk, admin, "لم يثبت الخبر")
    await desk.press(admin, "اسحب الخبر")
    await desk.arrive()
    (withdrawal,) = said(desk, one, "سحب خبر")
    assert f"سحبنا الخبر «{TITLE}» الذي نقلناه في 24 نوفمبر." in withdrawal.text
    assert "السبب: لم يثبت الخبر. نعتذر." in withdrawal.text
    assert withdrawal.reply_to == digest.id
    await desk.services.pipeline.group(desk.clock.now())
    late, _ = await reader(desk)
    assert said(desk, late, TITLE) == []
    assert desk.refused() == []


async def test_a_tap_again_sends_nothing_twice(desk: Newsdesk) -> None:
    admin = await operator(desk)
    one, digest = await reader(desk, TITLE)
    await report(desk, one, digest)
    await desk.press(admin, "سحب", message=notices(desk, admin)[0])
    preview = desk.last(admin, buttons=True)
    shown = dict(preview.markup or {})
    for _ in range(2):
        preview.markup = dict(shown)
        await desk.press(admin, "اسحب الخبر", message=preview)
        await desk.arrive()
    assert len(said(desk, one, "سحب خبر")) == 1


async def test_a_cancelled_correction_is_not_sent(desk: Newsdesk) -> None:
    admin = await operator(desk)
    one, digest = await reader(desk, TITLE)
    await report(desk, one, digest)
    await desk.press(admin, "تصحيح", message=notices(desk, admin)[0])
    await answer(desk, admin, f"{WRONG}\n{RIGHT}")
    await desk.press(admin, "إلغاء")
    await answer(desk, admin, f"{WRONG}\n{RIGHT}")
    assert said(desk, admin, "سبق البتّ في هذا التصحيح")
    await desk.arrive()
    assert said(desk, one, "تصحيح من موجز") == []


async def test_two_events_of_one_story_are_split_by_one_tap(desk: Newsdesk) -> None:
    admin = await operator(desk)
    await desk.publish("one", TITLE)
    await desk.publish("two", TITLE)
    one, digest = await reader(desk)
    await report(desk, one, digest, "خبران مختلفان")
    (notice,) = notices(desk, admin)
    assert desk.labels(notice) == ["تصحيح", "تقسيم", "سحب"]
    await desk.press(admin, "تقسيم", message=notice)
    assert "أُخرجت من الخبر: وكالة الثانية" in notice.text
    await desk.services.pipeline.group_waiting(desk.clock.now())
    numbers = desk.store.read_now(
        lambda db: db.execute("SELECT story FROM story_article").fetchall()
    )
    assert len(set(numbers)) == 2
    assert desk.labels(notice) == ["تصحيح"]
    assert desk.refused() == []


async def test_readers_can_tap_none_of_it(desk: Newsdesk) -> None:
    admin = await operator(desk)
    one, digest = await reader(desk, TITLE)
    await report(desk, one, digest)
    (notice,) = notices(desk, admin)
    keyboard = (notice.markup or {})["inline_keyboard"]
    mine = desk.last(one, buttons=True)
    mine.markup = {"inline_keyboard": keyboard}
    for button in keyboard[0]:
        query = await desk.press(one, data=button["callback_data"], message=mine)
        assert "هذا الزر قديم" in query.text
    waiting = desk.store.read_now(lambda db: db.execute("SELECT * FROM hand_correction").fetchall())
    assert waiting == []


# --- owners


async def posted(desk: Newsdesk) -> tuple[User, Chat, Message]:
    """An owner, a channel, and its one post."""
    owner = await desk.owner()
    chat = await desk.connected(owner)
    await desk.publish("one", TITLE)
    await desk.pass_time(hours=12)
    await desk.press(owner, "نشر", message=desk.drafts(owner)[0])
    await desk.arrive()
    (post,) = desk.posts(chat)
    return owner, chat, post


async def choose(desk: Newsdesk, owner: User) -> None:
    await desk.say(owner, "/channel")
    await desk.press(owner, "قناة الميناء")
    await desk.press(owner, "تصحيح منشور")
    await desk.press(owner, TITLE[:20])


async def test_an_owner_corrects_in_their_channel_alone(desk: Newsdesk) -> None:
    one, _ = await reader(desk, TITLE)
    owner, chat, post = await posted(desk)
    before = post.text
    await choose(desk, owner)
    await desk.press(owner, "تصحيح")
    await answer(desk, owner, f"{WRONG}\n{RIGHT}")
    await desk.press(owner, "أرسل التصحيح")
    await desk.arrive()
    edited, correction = desk.posts(chat)
    text = f"تصحيح من القناة: أخطأنا في {WRONG}. والصواب: {RIGHT}. نعتذر."
    assert correction.text.replace("\u200f", "") == text
    assert correction.reply_to == post.id
    lines = edited.text.replace("\u200f", "").split("\n")
    assert lines[0].startswith("صُحّح 2")
    assert lines[1] == text
    assert before.split("\n")[0] in edited.text
    assert said(desk, one, "تصحيح من") == []
    await desk.say(one, "/corrections")
    assert text not in desk.last(one).text
    assert desk.refused() == []


async def test_an_owner_withdraws_a_post_and_it_is_struck_through(desk: Newsdesk) -> None:
    owner, chat, post = await posted(desk)
    await choose(desk, owner)
    await desk.press(owner, "سحب")
    await desk.press(owner, "اسحب الخبر")
    await desk.arrive()
    edited, withdrawal = desk.posts(chat)
    assert edited.id == post.id
    assert any(entity.type == "strikethrough" for entity in edited.entities)
    assert f"سحبنا الخبر «{TITLE}»" in withdrawal.text
    assert desk.refused() == []


async def test_a_withdrawn_post_is_not_offered_again(desk: Newsdesk) -> None:
    owner, chat, _ = await posted(desk)
    await choose(desk, owner)
    await desk.press(owner, "سحب")
    await desk.press(owner, "اسحب الخبر")
    await desk.arrive()
    assert offered(desk, chat) == []
    await desk.say(owner, "/channel")
    await desk.press(owner, "قناة الميناء")
    await desk.press(owner, "تصحيح منشور")
    assert not [text for text in desk.labels(desk.last(owner)) if TITLE[:20] in text]


async def test_an_owner_is_not_offered_what_an_operator_withdrew(desk: Newsdesk) -> None:
    _, chat, _ = await posted(desk)
    (story,) = offered(desk, None)
    assert offered(desk, chat) == [story]

    def withdraw(db: Database) -> int:
        return byhand.begin(
            db, byhand.Kind.WITHDRAW, story.digest, story.story, None, desk.clock.now()
        ).id

    number = desk.store.write_now(withdraw)
    assert await desk.services.teller.by_hand.send(number, desk.clock.now())
    await desk.arrive()
    assert offered(desk, chat) == offered(desk, None) == []


async def test_a_post_whose_source_withdrew_it_is_not_offered(desk: Newsdesk) -> None:
    _, chat, _ = await posted(desk)
    assert len(offered(desk, chat)) == 1

    def take(db: Database, *, for_good: bool) -> None:
        watched.withdraw(db, 1, desk.clock.now(), for_good=for_good)

    desk.store.write_now(partial(take, for_good=False))  # its page is gone, and may be back
    assert len(offered(desk, chat)) == 1
    desk.store.write_now(partial(take, for_good=True))
    assert offered(desk, chat) == []


def offered(desk: Newsdesk, chat: Chat | None) -> list[byhand.ToldStory]:
    """The told stories that an owner of *chat*, or an operator, may choose from."""
    since = desk.clock.now() - timedelta(days=3)
    channel = chat.id if chat else None
    return desk.store.read_now(partial(byhand.told_stories, since=since, limit=9, channel=channel))


async def test_who_administers_the_channel_no_more_corrects_nothing(desk: Newsdesk) -> None:
    owner, chat, _ = await posted(desk)
    await choose(desk, owner)
    screen = desk.last(owner, buttons=True)
    other = desk.person()
    people.set_member(desk.world, chat, owner, other, Member("left"))
    query = await desk.press(owner, "سحب", message=screen)
    assert "لم تعد مشرفًا" in query.text
    assert len(desk.posts(chat)) == 1


async def test_what_is_forgotten_is_not_asked_for(desk: Newsdesk) -> None:
    admin = await operator(desk)
    one, digest = await reader(desk, TITLE)
    await report(desk, one, digest)
    await desk.press(admin, "تصحيح", message=notices(desk, admin)[0])
    await desk.say(admin, "/forget")
    await desk.press(admin, "نعم، امحُ كل شيء")
    await answer(desk, admin, f"{WRONG}\n{RIGHT}")
    assert said(desk, admin, "تصحيح من موجز") == []
