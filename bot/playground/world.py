"""The world that one bot lives in: people, chats, messages, and what happens to them.

Knows neither HTTP nor asyncio's network; servers and pages stand on it. Whoever wants to follow it
adds a listener, which is told every event as a dict with ``event`` and what belongs to it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.playground.clock import Clock
from bot.playground.faults import Faults
from bot.playground.objects import Chat, Json, Member, Message, User
from bot.playground.pace import Pace
from bot.playground.profile import Profile
from bot.playground.record import Record
from bot.playground.updates import Updates

TOKEN = "1000000001:playground"  # noqa: S105 -- a name for loopback, protects nothing
QUERY_SECONDS = 15.0
DELETE_SECONDS = 48 * 3600


@dataclass
class Query:
    """A pressed button that waits for its answer; times on the steady clock."""

    id: str
    user_id: int
    chat_id: int
    message_id: int
    data: str
    asked: float
    answered: float | None = None
    text: str = ""
    alert: bool = False
    url: str = ""


@dataclass
class World:
    """Everything there is. ``query_seconds``: how long a button waits for its answer."""

    token: str = TOKEN
    clock: Clock = field(default_factory=Clock)
    username: str = "mujaz_playground_bot"
    name: str = "Playground bot"
    record_path: Path | None = None
    query_seconds: float = QUERY_SECONDS
    reads_groups: bool = False  # can_read_all_group_messages: privacy mode is off
    paid_broadcast: bool = False  # whether the bot has the Stars for allow_paid_broadcast
    users: dict[int, User] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    listeners: list[Callable[[Json], None]] = field(default_factory=list)
    pace: Pace = field(default_factory=Pace)
    faults: Faults = field(default_factory=Faults)
    profile: Profile = field(default_factory=Profile)

    def __post_init__(self) -> None:
        number = self.token.partition(":")[0]
        bot_id = int(number) if number.isdecimal() else 1_000_000_001
        self.bot = User(bot_id, self.name, self.username, is_bot=True)
        self.users[bot_id] = self.bot
        self.updates = Updates(self.clock)
        self.record = Record(self.clock, self.record_path)
        self._message_ids = itertools.count(1)
        self._own_message_ids: dict[int, itertools.count[int]] = {}
        self._user_ids = itertools.count(5001)
        self._group_ids = itertools.count(6001)
        self._big_ids = itertools.count(1_500_000_001)
        self._query_ids = itertools.count(430_000_000_000_001)

    # -- making things ------------------------------------------------------------------------

    def add_user(
        self, first_name: str, username: str = "", language_code: str = "", id: int | None = None
    ) -> User:
        """A person whom the bot does not know yet; see ``private_chat``."""
        user_id = next(n for n in self._user_ids if n not in self.users) if id is None else id
        if user_id in self.users or user_id <= 0:
            raise ValueError(f"user id {user_id} is taken or not positive")
        user = User(user_id, first_name, username, language_code)
        self.users[user.id] = user
        return user

    def private_chat(self, user: User) -> Chat:
        """The private chat with *user*, made when there is none; not started by that."""
        if user.id not in self.chats:
            members = {user.id: Member(), self.bot.id: Member()}
            self.chats[user.id] = Chat(user.id, "private", members=members)
        return self.chats[user.id]

    def add_chat(
        self,
        kind: str,
        title: str,
        creator: User,
        username: str = "",
        *,
        forum: bool = False,
        id: int | None = None,
    ) -> Chat:
        """A group, supergroup or channel without the bot; raises ValueError for another kind."""
        if kind not in ("group", "supergroup", "channel"):
            raise ValueError(f"no such kind of chat: {kind!r}")
        if forum and kind != "supergroup":
            raise ValueError("only a supergroup can be a forum")
        if id is None:
            big = kind != "group"
            id = -1_000_000_000_000 - next(self._big_ids) if big else -next(self._group_ids)
        if id in self.chats or id >= 0:
            raise ValueError(f"chat id {id} is taken or not negative")
        members = {creator.id: Member("creator")}
        chat = Chat(id, kind, title, username, is_forum=forum, members=members)
        self.chats[chat.id] = chat
        return chat

    def next_message_id(self, chat: Chat) -> int:
        """Supergroups and channels count for themselves, all other chats together."""
        if chat.type in ("private", "group"):
            return next(self._message_ids)
        return next(self._own_message_ids.setdefault(chat.id, itertools.count(1)))

    def post(self, chat: Chat, message: Message) -> Message:
        """Puts a message into a chat, giving it its id, and tells the listeners."""
        message.id = self.next_message_id(chat)
        chat.messages[message.id] = message
        self.tell("message", chat_id=chat.id, message=self.seen(chat, message))
        return message

    # -- finding things -----------------------------------------------------------------------

    def find_chat(self, name: str) -> Chat | None:
        """By id, or by ``@username`` of a supergroup or channel."""
        if name.startswith("@"):
            wanted = name[1:].lower()
            public = (c for c in self.chats.values() if c.type in ("supergroup", "channel"))
            return next((c for c in public if c.username.lower() == wanted), None)
        try:
            return self.chats.get(int(name))
        except ValueError:
            return None

    def bot_in(self, chat: Chat) -> Member:
        return chat.members.get(self.bot.id, Member("left"))

    def query(self, user: User, chat: Chat, message: Message, data: str) -> Query:
        query_id = str(next(self._query_ids))
        asked = self.clock.steady()
        query = Query(query_id, user.id, chat.id, message.id, data, asked)
        self.queries[query.id] = query
        return query

    # -- showing things -----------------------------------------------------------------------

    def show_chat(self, chat: Chat) -> Json:
        return chat.to_json(self.users.get(chat.id) if chat.type == "private" else None)

    def show(self, chat: Chat, message: Message, *, replied: bool = True) -> Json:
        """A message as the Bot API shows it."""
        shown: Json = {"message_id": message.id, "date": int(message.date)}
        shown["chat"] = self.show_chat(chat)
        if message.sender and chat.type != "channel":
            shown["from"] = message.sender.to_json()
        if chat.type == "channel":
            shown["sender_chat"] = self.show_chat(chat)
        thread = chat.threads.get(message.thread or 0)
        if message.thread is not None:
            shown["message_thread_id"] = message.thread
            shown["is_topic_message"] = True
        reply = chat.messages.get(message.reply_to or (thread.id if thread else 0))
        if replied and reply and not reply.deleted and reply is not message:
            shown["reply_to_message"] = self.show(chat, reply, replied=False)
        if message.edited is not None:
            shown["edit_date"] = int(message.edited)
        shown |= message.content
        prefix = "caption" if message.is_caption else "text"
        if message.text:
            shown[prefix] = message.text
        if message.entities:
            name = "caption_entities" if message.is_caption else "entities"
            shown[name] = [self._entity(entity.to_json()) for entity in message.entities]
        if message.preview:
            shown["link_preview_options"] = message.preview
        if message.markup and "inline_keyboard" in message.markup:
            shown["reply_markup"] = message.markup
        return shown

    def seen(self, chat: Chat, message: Message) -> Json:
        """As ``show``, with what a reader sees beyond it: whose it is, and whether it sounded."""
        shown = self.show(chat, message)
        if message.markup and "force_reply" in message.markup:
            shown["reply_markup"] = message.markup
        return shown | {"outgoing": message.outgoing, "silent": message.silent}

    def _entity(self, shown: Json) -> Json:
        user_id = shown.pop("user_id", None)
        if user_id is not None and user_id in self.users:
            shown["user"] = self.users[user_id].to_json()
        return shown

    def tell(self, event: str, **details: object) -> None:
        for listener in list(self.listeners):
            listener({"event": event, **details})
