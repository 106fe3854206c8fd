"""A bot, its courier, and the people of a channel."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from bot.channel_notices import ChannelNotices
from bot.delivery import Courier
from bot.pace import Pace
from bot.playground import people
from bot.playground.objects import Chat, Member, Message, User
from digests.store import channels, chats
from digests.store.channels import Channel
from digests.store.database import Database
from tests.handlers.talk import Talk

POST = {"can_post_messages": True}


class Hurried(Pace):
    """A limiter that never waits: the local server's own pace is off here too."""

    async def initialize(self) -> None:
        return

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        return await callback(*args, **kwargs)

    @asynccontextmanager
    async def slot(self, chat: int | str | None, priority: int) -> AsyncIterator[None]:
        yield

    async def depart(self) -> None:
        return


def owed(db: Database, now: float) -> int:
    """Deliveries that are due and not settled."""
    row = db.execute(
        "SELECT count(*) FROM delivery WHERE state = 'sending' OR (state = 'pending' AND due <= ?)",
        (now,),
    ).fetchone()
    return int(row[0])


@dataclass
class Newsdesk(Talk):
    """A conversation in which what is owed is delivered as well."""

    notices: ChannelNotices = None  # type: ignore[assignment]
    courier: Courier = None  # type: ignore[assignment]

    def last(self, chat: Chat | User, *, buttons: bool = False) -> Message:
        found = reversed(self.said(chat))
        return next(m for m in found if not buttons or "inline_keyboard" in (m.markup or {}))

    async def arrive(self) -> None:
        """Wait until everything that is due was delivered."""
        calm = 0
        for _ in range(400):
            self.courier.wake()
            await asyncio.sleep(0.01)
            now = self.clock.now().timestamp()
            # What follows from an outcome (a question, say) is written after it.
            calm = 0 if self.store.read_now(partial(owed, now=now)) else calm + 1
            if calm == 5:
                return
        raise AssertionError("something stays undelivered")

    async def pass_time(self, **span: float) -> None:
        """Let time pass, do the chores, compose for whoever is due, deliver."""
        self.clock.advance(timedelta(**span).total_seconds())
        now = self.clock.now()
        await self.notices.tick(now)
        for chat in self.store.read_now(lambda db: chats.due(db, now)):
            await self.services.teller.due(chat, now)
        await self.arrive()

    def channel(self, owner: User, title: str = "قناة الميناء", username: str = "") -> Chat:
        """A channel of *owner* with the bot as its administrator."""
        chat = self.world.add_chat("channel", title, owner, username)
        people.set_member(
            self.world, chat, self.world.bot, owner, Member("administrator", dict(POST))
        )
        return chat

    async def owner(self) -> User:
        """Someone who talks to the bot."""
        user = self.person()
        await self.say(user, "/start")
        return user

    async def connected(
        self, owner: User, title: str = "قناة الميناء", *, topic: str = "الموانئ والملاحة"
    ) -> Chat:
        """A channel connected by *owner*, with a topic, and the test post gone."""
        chat = self.channel(owner, title)
        await self.settle()
        people.share_chat(self.world, owner, chat, 1)
        await self.settle()
        if topic:
            await self.press(owner, topic)
        await self.pass_time(seconds=61)
        return chat

    def takes_right(self, chat: Chat, owner: User, *, quietly: bool = False) -> None:
        """*owner* takes the right to post away; *quietly*: the bot is not told."""
        member = Member("administrator", {"can_post_messages": False})
        self._becomes(member, chat, owner, quietly)

    def gives_right(self, chat: Chat, owner: User, *, quietly: bool = False) -> None:
        self._becomes(Member("administrator", dict(POST)), chat, owner, quietly)

    def removes(self, chat: Chat, owner: User, *, quietly: bool = False) -> None:
        """*owner* removes the bot from the channel."""
        self._becomes(Member("kicked"), chat, owner, quietly)

    def _becomes(self, member: Member, chat: Chat, owner: User, quietly: bool) -> None:
        if quietly:
            chat.members[self.world.bot.id] = member
        else:
            people.set_member(self.world, chat, self.world.bot, owner, member)

    def posts(self, chat: Chat) -> list[Message]:
        """What stands in the channel."""
        return [m for m in chat.messages.values() if m.outgoing and not m.deleted]

    def state(self, chat: Chat) -> Channel:
        found = self.store.read_now(lambda db: channels.find(db, chat.id))
        assert found is not None
        return found

    def drafts(self, owner: User, words: str = "مسودة لقناة") -> list[Message]:
        """The bot's messages to *owner* that say *words*."""
        return [m for m in self.said(owner) if words in m.text]
