"""One turn of a conversation: what a person sent or tapped, and the ways to react to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeVar

import structlog
from telegram import CallbackQuery, ForceReply, Update
from telegram import Message as Sent
from telegram.constants import ParseMode
from telegram.error import BadRequest, NetworkError, RetryAfter

from digests import actions
from digests.cities import cities, city
from digests.compose import finish, finish_label
from digests.limits import CALLBACK_ANSWER
from digests.model import Button, Chat, ChatKind, Message, Place, Preferences
from digests.store import chats
from digests.store.database import Database
from digests.store.told import Part
from digests.words import Speaker
from handlers import own_actions, places
from handlers.callbacks import unpack
from handlers.context import Context, Services
from handlers.screen import PackedRows, part

T = TypeVar("T")
#: A message with one of these buttons is a digest.
UNDER_DIGEST = (
    actions.More,
    actions.Coverage,
    actions.CoverageStory,
    actions.Mute,
    actions.Report,
    actions.ReportStory,
    actions.ReportReason,
    own_actions.Back,
)
Rows = Sequence[Sequence[Button]]
_log = structlog.get_logger(__name__)


def defaults(services: Services) -> Preferences:
    """What a chat that chose nothing gets: the operator's zone and time."""
    zone = services.settings.timezone
    preferences = Preferences(timezone=zone, times=(services.settings.digest_time,))
    chosen = city(preferences.city)
    if chosen is not None and chosen.zone == zone:
        return preferences
    fitting = (found.key for found in cities().values() if found.zone == zone)
    return replace(preferences, city=next(fitting, ""))


async def acknowledge(
    services: Services, query: CallbackQuery, text: str = "", *, alert: bool = False
) -> None:
    """Answer a tap, once; one that waited too long cannot be answered any more.

    A tap that cannot be answered, whatever the reason, still does what it says.
    """
    if query.id in services.answered:
        return
    services.answered.append(query.id)
    try:
        await query.answer(text[:CALLBACK_ANSWER] or None, show_alert=alert)
    except BadRequest as error:
        _log.info("tap.answered_late", reason=error.message)
    except (NetworkError, RetryAfter) as error:
        _log.info("tap.not_answered", reason=error.message)


@dataclass(slots=True)
class Turn:
    """A message or tap, the chat that it came from, and the ways to react.

    ``chat`` is what the store knows, or what a new chat would be; it is stored by `change` alone.
    """

    update: Update
    context: Context
    place: Place
    kind: ChatKind
    chat: Chat
    now: datetime
    answered: bool = field(default=False)

    @classmethod
    async def begin(cls, update: Update, context: Context) -> Turn | None:
        """The turn that *update* opens; None where there is nobody to talk to."""
        place, where = places.place(update), update.effective_chat
        if place is None or where is None:
            return None
        services = context.services
        kind, now = places.kind(where), services.clock.now()
        chat = await services.store.read(lambda db: chats.find(db, place))
        if chat is None:
            chat = Chat(place, kind, defaults(services))
        elif not chat.active or chat.barred is not None:
            preferences = chat.preferences
            chat = await services.store.write(
                lambda db: chats.ensure(db, place, kind, preferences, now)
            )
        return cls(update, context, place, kind, chat, now)

    @property
    def services(self) -> Services:
        return self.context.services

    @property
    def preferences(self) -> Preferences:
        return self.chat.preferences

    @property
    def say(self) -> Speaker:
        return self.services.words.in_(self.preferences.language)

    @property
    def private(self) -> bool:
        return self.kind is ChatKind.PRIVATE

    # --- the store

    async def change(self, transaction: Callable[[Database], T]) -> T:
        """Run *transaction* on this chat, which is stored first, and read the chat anew."""
        place, kind, now = self.place, self.kind, self.now
        preferences = self.preferences

        def run(db: Database) -> tuple[T, Chat]:
            chats.ensure(db, place, kind, preferences, now)
            value = transaction(db)
            chat = chats.find(db, place)
            assert chat is not None
            return value, chat

        value, self.chat = await self.services.store.write(run)
        return value

    async def know(self) -> None:
        """Store this chat, as it is."""
        await self.change(lambda _: None)

    async def prefer(self, preferences: Preferences) -> None:
        """Store *preferences* for this chat."""
        place, now = self.place, self.now
        await self.change(lambda db: chats.set_preferences(db, place, preferences, now))

    async def may_change(self) -> bool:
        """Whether this person may change what the chat gets."""
        return await self.services.permissions.may_change(
            self.update, self.context.bot, self.services.clock
        )

    # --- reactions

    def message(self, html: str, rows: Rows = ()) -> Message:
        """*html* and buttons as this chat reads them."""
        made = Message(html, tuple(tuple(row) for row in rows if row))
        return finish(made, self.preferences)

    async def show(self, html: str, rows: Rows = ()) -> None:
        """Show it in place of the tapped message, or as an answer."""
        await self.show_message(self.message(html, rows))

    @property
    def under_digest(self) -> bool:
        """Whether the tap was under a digest, which stays: its answer is a message of its own."""
        tapped = self.tapped
        if tapped is None or tapped.reply_markup is None:
            return False
        data = (b.callback_data for row in tapped.reply_markup.inline_keyboard for b in row)
        return any(isinstance(d, str) and isinstance(unpack(d), UNDER_DIGEST) for d in data)

    async def show_message(self, message: Message) -> None:
        tapped = self.tapped
        if tapped is None or self.under_digest:
            await self.send(message)
        else:
            await self.services.screens.show(self.context.bot, self.place, tapped, message)

    async def reply(self, html: str, rows: Rows = ()) -> int:
        """Send it as a message of its own."""
        return await self.send(self.message(html, rows))

    async def send(self, message: Message | Part) -> int:
        return await self.services.screens.send(
            self.context.bot, self.place, message, self._reply_to()
        )

    async def ask(self, html: str, placeholder: str) -> int:
        """Send a question whose answer is a reply to it, in private; the message's id."""
        sent = await self.context.bot.send_message(
            self.place.chat,
            self.message(html).html,
            parse_mode=ParseMode.HTML,
            disable_notification=True,
            reply_markup=ForceReply(input_field_placeholder=placeholder),
        )
        return sent.message_id

    @property
    def answers(self) -> int | None:
        """The message that a private message is a reply to."""
        message = self.update.message
        if not self.private or message is None or message.reply_to_message is None:
            return None
        return message.reply_to_message.message_id

    async def show_buttons(self, rows: Rows) -> None:
        """Change the buttons of the tapped message, and nothing else."""
        await self.show_packed(part(self.message("", rows)).buttons)

    async def show_packed(self, rows: PackedRows) -> None:
        """The same with buttons as the store keeps them."""
        if self.tapped is not None:
            await self.services.screens.edit_buttons(self.context.bot, self.tapped, rows)

    async def answer(self, text: str = "", *, alert: bool = False) -> None:
        """Answer the tap, once: the spinner goes, *text* is shown for a moment."""
        query = self.update.callback_query
        if query is None or self.answered:
            return
        self.answered = True
        await acknowledge(self.services, query, finish_label(text, self.preferences), alert=alert)

    @property
    def tapped(self) -> Sent | None:
        """The message whose button was tapped, if Telegram still has it."""
        query = self.update.callback_query
        return query.message if query and isinstance(query.message, Sent) else None

    def _reply_to(self) -> int | None:
        """In groups an answer says whom it answers."""
        message = self.update.message
        return message.message_id if message is not None and not self.private else None

    def later(self, **span: float) -> datetime:
        return self.now + timedelta(**span)
