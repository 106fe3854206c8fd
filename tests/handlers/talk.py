"""A bot and people who talk to it, on the local Bot API."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from bot.playground import people
from bot.playground.objects import Chat, Message, User
from bot.playground.world import Query, World
from digests.clock import ManualClock
from digests.model import Entry, Place, Source, Text, Topic
from digests.store import archive, chats, deliveries
from digests.store.archive import Arriving
from digests.store.database import Store
from handlers.context import App, Services

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
ADMIN = 900
APOLOGY = "حدث خطأ لدينا"

TEXTS = (
    "قالت إدارة الميناء إن الرصيف يستقبل ست سفن كبيرة في وقت واحد. "
    "وأوضح مدير المشروع أن كلفته بلغت 90 مليون دولار.",
    "أعلنت الهيئة أن الرسوم الجديدة تسري من مطلع الشهر المقبل. "
    "ورأى تجار أن الخفض جاء متأخرًا وأن أسعار التأمين ما زالت مرتفعة.",
    "أنهى العمال إضرابًا دام أسبوعين بعد اتفاق على زيادة الأجور. "
    "وقال متحدث باسم النقابة إن التفاوض على ساعات الليل مستمر.",
)


def topic(slug: str, ar: str, en: str, *phrases: str) -> Topic:
    return Topic(slug, Text(ar, en), Text(ar, en), (phrases,))


TOPICS = {
    t.slug: t
    for t in (
        topic("ports", "الموانئ والملاحة", "Ports and shipping", "ميناء", "الموانئ"),
        topic("olives", "موسم الزيتون", "The olive harvest", "الزيتون"),
        topic("trains", "القطارات", "Railways", "القطار"),
        *(topic(f"t{n}", f"موضوع رقم {n}", f"Topic {n}", f"كلمة{n}") for n in range(9)),
    )
}
SOURCES = {
    s.id: s
    for s in (
        Source("one", "صحيفة الأولى", "صحيفة الأولى", "https://one.example/feed", "ar"),
        Source("two", "وكالة الثانية", "Second Agency", "https://two.example/feed", "ar"),
    )
}


@dataclass
class Talk:
    """A bot, and people who talk to it."""

    world: World
    app: App
    services: Services
    store: Store
    clock: ManualClock
    deliveries: list[int] = field(default_factory=list)
    offset: int = 0

    async def settle(self) -> None:
        """Handle every update that waits, in order; no conversation may fail at it."""
        await self.handle()
        for chat in self.world.chats.values():
            for message in chat.messages.values():
                assert not (message.outgoing and APOLOGY in message.text), "a conversation failed"

    async def handle(self) -> None:
        """Handle every update that waits, in order."""
        while batch := await self.app.bot.get_updates(offset=self.offset, timeout=0):
            for update in batch:
                self.offset = update.update_id + 1
                await self.app.process_update(update)
        await self.services.screens.settle(5)

    def person(self, id: int | None = None, language: str = "") -> User:
        return self.world.add_user("قارئة", language_code=language, id=id)

    def group(self, creator: User, *, forum: bool = False, kind: str = "supergroup") -> Chat:
        return self.world.add_chat(kind, "مجموعة", creator, forum=forum)

    async def say(self, user: User, text: str, chat: Chat | None = None, **how: Any) -> None:
        people.say(self.world, user, chat or self.world.private_chat(user), text, **how)
        await self.settle()

    async def press(
        self, user: User, text: str = "", chat: Chat | None = None, **how: Any
    ) -> Query:
        """Press a button of the last message with buttons, by its text or data."""
        where = chat or self.world.private_chat(user)
        message = how.pop("message", None) or self.last(where, buttons=True)
        which = how or {"text": text}
        query = people.press(self.world, user, where, message, **which)
        await self.settle()
        assert query.answered is not None, f"{query.data} was not answered"
        assert not query.text.startswith(APOLOGY), f"{query.data} failed"
        return query

    def said(self, chat: Chat | User) -> list[Message]:
        """What the bot's messages say now."""
        where = self.world.private_chat(chat) if isinstance(chat, User) else chat
        return [m for m in where.messages.values() if m.outgoing and not m.deleted]

    def last(self, chat: Chat | User, *, buttons: bool = False) -> Message:
        return next(m for m in reversed(self.said(chat)) if m.markup or not buttons)

    def labels(self, message: Message) -> list[str]:
        keyboard = (message.markup or {}).get("inline_keyboard", [])
        return [button["text"] for row in keyboard for button in row]

    async def deliver(self, chat: Chat | User) -> None:
        """Send what *chat* is owed, as the courier does, and write down that it arrived."""
        now = self.clock.now()
        while claimed := [
            d
            for d in self.store.read_now(lambda db: deliveries.claim(db, now, 100))
            if d.place.chat == chat.id
        ]:
            for owed in claimed:
                sent = await self.services.screens.send(self.app.bot, owed.place, owed.part)
                await self.store.write(
                    partial(deliveries.mark_sent, delivery=owed.id, message=sent, now=now)
                )

    def refused(self) -> list[tuple[str, str]]:
        return [(r.method, r.description) for r in self.world.record.refused if not r.injected]

    def known(self, chat: Chat | User, thread: int = 0) -> Any:
        return self.store.read_now(lambda db: chats.find(db, Place(chat.id, thread)))

    async def publish(self, source: str, *titles: str, age: timedelta = timedelta(hours=1)) -> None:
        """Articles arrive, are matched, grouped and indexed, as a poll would do."""
        entries = [
            Entry(
                guid=title,
                url=f"https://{source}.example/{number}",
                title=title,
                summary=f"{title}. {TEXTS[number % len(TEXTS)]}",
                published=self.clock.now() - age,
            )
            for number, title in enumerate(titles)
        ]
        now = self.clock.now()
        saved = await self.store.write(
            lambda db: archive.save(db, SOURCES[source], entries, now, Arriving.USUAL)
        )
        pipeline = self.services.pipeline
        await pipeline.match(saved.new)
        await pipeline.group(now)
        await pipeline.index()
