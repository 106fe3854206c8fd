"""Breaking news in a channel: offered at once to who asked for it, and posted by a tap alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.playground.objects import Chat, Message, User
from digests.channels import publishing
from digests.channels.publishing import Outcome
from digests.language.direction import strip_isolates, strip_marks
from digests.model import Entry, Independence, Sentence, Source, Story, Summary
from digests.store import archive, drafts, stories
from digests.store.archive import Arriving
from digests.store.database import Database
from digests.store.stories import Told
from tests.handlers.channels.newsdesk import Newsdesk
from tests.handlers.channels.test_silence import direct
from tests.handlers.talk import SOURCES

THIRD = Source("three", "إذاعة الثالثة", "إذاعة الثالثة", "https://three.example/feed", "ar", "EG")
WANTED = (replace(SOURCES["one"], country="PS"), replace(SOURCES["two"], country="PS"), THIRD)
OFFER = "عاجل مقترح لقناة"
SAID = "قالت إدارة الميناء إن الرصيف أُغلق بعد جنوح سفينة."


async def breaks(desk: Newsdesk, event: str = "جنوح سفينة في الميناء", age: int = 30) -> None:
    """Three outlets tell *event*, 25 minutes from the first to the last, *age* minutes ago."""
    desk.services.catalogue.sources.update({source.id: source for source in WANTED})
    now = desk.clock.now()
    ids: list[int] = []
    for number, source in enumerate(WANTED):
        ago = timedelta(minutes=age - 12.5 * number)
        entry = Entry(
            guid=event,
            url=f"https://{source.id}.example/{abs(hash(event))}",
            title=event,
            summary=SAID,
            published=now - ago,
        )

        def save(db: Database, source: Source = source, entry: Entry = entry) -> list[int]:
            return list(archive.save(db, source, [entry], now, Arriving.USUAL).new)

        ids += await desk.store.write(save)
    await desk.services.pipeline.match(tuple(ids))

    def group(db: Database) -> None:
        articles = tuple(archive.articles(db, ids))
        first = min(ids)
        told = Told(
            Summary(Sentence(event, first, event), (Sentence(SAID, first, SAID),)),
            Independence(tuple(source.id for source in WANTED)),
        )
        story = Story(max(ids), articles)
        stories.replace(db, [story], datetime(2020, 1, 1, tzinfo=UTC), {story.id: told})

    await desk.store.write(group)


async def asked_for(desk: Newsdesk) -> tuple[User, Chat]:
    """A channel that posts by itself, whose owner wants breaking news offered."""
    owner, chat = await direct(desk)
    await desk.press(owner, "العاجل: لا")
    await desk.press(owner, "نعم")
    assert desk.state(chat).breaking
    return owner, chat


def plain(message: Message) -> list[str]:
    return strip_isolates(strip_marks(message.text)).split("\n")


async def test_breaking_news_is_offered_at_once_and_posted_with_sound_by_a_tap(
    desk: Newsdesk,
) -> None:
    owner, chat = await asked_for(desk)
    await breaks(desk)
    await desk.pass_time(seconds=20)
    (offer,) = desk.drafts(owner, OFFER)
    assert not offer.silent
    assert desk.labels(offer) == ["نشر", "تجاهل"]
    assert desk.posts(chat) == []
    await desk.press(owner, "نشر", message=offer)
    await desk.arrive()
    (post,) = desk.posts(chat)
    assert not post.silent
    assert plain(post)[:2] == [
        f"عاجل | صحيفة الأولى: «{SAID}»",
        "أوردته 3 مصادر خلال 25 دقيقة: صحيفة الأولى · وكالة الثانية · إذاعة الثالثة",
    ]
    await desk.pass_time(hours=13)
    assert len(desk.posts(chat)) == 1, "the digest told it again"
    assert desk.refused() == []


async def test_nothing_is_offered_to_who_did_not_ask(desk: Newsdesk) -> None:
    owner, _ = await direct(desk)
    await breaks(desk)
    await desk.pass_time(seconds=20)
    assert desk.drafts(owner, OFFER) == []


async def test_nothing_is_posted_before_a_tap_and_what_is_ignored_is_decided(
    desk: Newsdesk,
) -> None:
    owner, chat = await asked_for(desk)
    await breaks(desk)
    await desk.pass_time(seconds=20)
    await desk.press(owner, "تجاهل", message=desk.drafts(owner, OFFER)[0])
    await desk.pass_time(hours=13)
    assert desk.posts(chat) == []


async def test_an_offer_that_nobody_took_lapses_and_the_digest_tells_its_story(
    desk: Newsdesk,
) -> None:
    owner, chat = await asked_for(desk)
    await breaks(desk)
    await desk.pass_time(seconds=20)
    (offer,) = desk.drafts(owner, OFFER)
    await desk.pass_time(minutes=61)
    (late,) = desk.drafts(owner, "مضى وقت هذا العاجل")
    assert late.id == offer.id
    assert desk.labels(late) == []
    await desk.pass_time(minutes=5)
    assert len(desk.drafts(owner)) == 0
    assert desk.posts(chat) == []
    await desk.pass_time(hours=9)
    (post,) = desk.posts(chat)
    assert "جنوح سفينة" in post.text
    assert "عاجل" not in post.text


async def test_two_a_day_are_offered(desk: Newsdesk) -> None:
    owner, _ = await asked_for(desk)
    for event in ("جنوح سفينة", "حريق في الميناء", "إضراب في الميناء"):
        await breaks(desk, event)
        await desk.pass_time(seconds=20)
    assert len(desk.drafts(owner, OFFER)) == 2


@pytest.mark.parametrize(("hours", "age"), [(0, 240), (13, 30)], ids=["old", "at night"])
async def test_nothing_old_is_offered_and_nothing_in_quiet_hours(
    desk: Newsdesk, hours: int, age: int
) -> None:
    owner, _ = await asked_for(desk)
    await desk.pass_time(hours=hours)
    await breaks(desk, age=age)
    await desk.pass_time(seconds=20)
    assert desk.drafts(owner, OFFER) == []


async def test_the_sentence_of_breaking_news_stays_its_speakers(desk: Newsdesk) -> None:
    owner, chat = await asked_for(desk)
    await breaks(desk)
    await desk.pass_time(seconds=20)
    (offer,) = desk.drafts(owner, OFFER)
    await desk.say(owner, "عنوان من عندي", reply_to=offer.id)
    assert "عنوان من عندي" not in desk.drafts(owner, OFFER)[0].text
    await desk.press(owner, "نشر", message=offer)
    await desk.arrive()
    assert SAID in desk.posts(chat)[0].text


async def test_a_draft_that_lapsed_cannot_be_posted_any_more(desk: Newsdesk) -> None:
    owner, chat = await asked_for(desk)
    await breaks(desk)
    await desk.pass_time(seconds=20)
    later = desk.clock.now() + timedelta(minutes=61)
    (draft,) = desk.store.read_now(lambda db: drafts.lapsing(db, later))
    await desk.pass_time(minutes=61)
    outcome = await publishing.publish(desk.services.teller.channels, draft.id, desk.clock.now())
    await desk.arrive()
    assert outcome is Outcome.SETTLED
    assert desk.posts(chat) == []
    assert desk.labels(desk.last(owner)) == []
