"""What is told to whom: stories not yet told to a chat become a digest that it is owed.

Selecting and composing read outside any transaction. The transaction that inserts the deliveries
(``digests.owing``) reads subscription, mutes and told articles again; when what was selected no
longer holds there, nothing is inserted and the selection is made anew.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from hashlib import blake2b

from digests import dates
from digests import due as schedule
from digests.background import with_background
from digests.breaking import A_DAY, is_breaking_now, was_breaking
from digests.catalogs import Catalogue
from digests.channels.desk import ChannelDesk
from digests.compose.breaking import HEADING as BREAKING
from digests.compose.digest import compose
from digests.corrections.announcing import Announcer
from digests.corrections.byhand import ByHand
from digests.corrections.desk import Corrections
from digests.corrections.reporting import report
from digests.model import (
    Arrival,
    Chat,
    ChatKind,
    Digest,
    Item,
    Message,
    Place,
    Preferences,
    Summary,
)
from digests.owing import owe_due, owe_first
from digests.selection import Selection, failing, new_to, recent
from digests.store import archive, chats, codec, deliveries, stories
from digests.store.archive import NEWS
from digests.store.database import Database, Store
from digests.store.deliveries import Priority
from digests.store.told import StoredDigest, ToldItem, items, record_shown
from digests.stored_form import Pack, part, told_items
from digests.words import Words

#: Stories of the digest that answers the first subscription.
FIRST = 3
#: Most stories in one digest, whatever the chat asks for.
MOST = 7
#: Instant messages an hour, the rest joins the digest.
INSTANT_AN_HOUR = 3
#: What is read when a digest is made may come too late for it, and comes at once.
READING = timedelta(minutes=10)
#: Stories among which breaking ones are looked for.
BREAKING_AMONG = 50
#: Composed digests kept in memory: chats with equal settings share one.
CACHE = 500
#: A selection that changed under our hands is made anew so often, then left to the next tick.
TRIES = 4


#: Whether a chat that is due should wait a little (``digests.writer``); it stays due.
Awaits = Callable[[Chat, datetime], Awaitable[bool]]


class Teller:
    """Composes digests for chats. ``pack`` turns a button's action into its callback data;
    ``wake`` says that something is owed, ``stale`` that stories are to be grouped anew.

    ``awaits`` says whether the digest of a chat should wait a little for stories being written;
    ``announced`` is the sample newsroom's notice, under all that tells news.
    """

    def __init__(
        self,
        store: Store,
        catalogue: Catalogue,
        words: Words,
        pack: Pack,
        wake: Callable[[], None],
        stale: Callable[[], None],
        announced: str | None = None,
        awaits: Awaits | None = None,
    ) -> None:
        self._store = store
        self._catalogue = catalogue
        self._words = words
        self._pack = pack
        self._wake = wake
        self.announced = announced
        self._awaits = awaits
        self.channels = ChannelDesk(store, catalogue, words, pack, wake, announced)
        announcer = Announcer(store, catalogue, words, announced)
        self.corrections = Corrections(store, catalogue, announcer, self.channels, wake, stale)
        self.by_hand = ByHand(store, announcer, self.channels.owners, wake, stale)
        self._composed: OrderedDict[int, StoredDigest] = OrderedDict()

    # --- scheduled

    async def due(self, chat: Chat, now: datetime) -> int:
        """Owe *chat*, whose time has come, what is new to it; how many messages that makes.

        Its next time is set in the same transaction, also when there is nothing to tell.
        """
        if chats.misplanned(chat, now):
            await self._store.write(partial(chats.advance, chat=chat, now=now))
            return 0
        if chat.barred is not None and schedule.is_untimely(chat.preferences, now):
            await self._store.write(partial(chats.put_off, chat=chat, now=now))
            return 0
        if self._awaits is not None and await self._awaits(chat, now):
            return 0
        if chat.kind is ChatKind.CHANNEL:
            return await self.channels.due(chat, now)
        for _ in range(TRIES):
            digests, priority = await self._scheduled(chat, now)
            done = await self._store.write(
                partial(owe_due, chat=chat, digests=digests, priority=priority, now=now)
            )
            if done is not None:
                if done:
                    self._wake()
                return done
            again = await self._store.read(partial(chats.find, place=chat.place))
            if again is None or not again.active or again.next_due != chat.next_due:
                return 0
            chat = again
        return 0

    async def _scheduled(self, chat: Chat, now: datetime) -> tuple[list[StoredDigest], Priority]:
        arrival, limit = chat.preferences.arrival, min(MOST, chat.preferences.stories)
        at_once = arrival in (Arrival.INSTANT, Arrival.BREAKING) and not chat.missing
        if at_once and arrival is Arrival.BREAKING:
            return await self._breaking(chat, now), Priority.INSTANT
        if at_once and not _digest_time(chat, now):
            return await self._instant(chat, now), Priority.INSTANT
        if arrival is Arrival.BREAKING:
            selection = await self._were_breaking(chat, now, limit)
        else:
            selection = await self._new_to(chat, now, limit)
        unread = await self._store.read(partial(failing, sources=self._catalogue.sources))
        weekly = arrival is Arrival.WEEKLY
        heading = "digest-weekly" if weekly else dates.heading(now, chat.preferences)
        digest = Digest(selection.items, now, heading, selection.left, unread, self.announced)
        return self._stored([digest], chat.preferences), Priority.DIGEST

    async def _instant(self, chat: Chat, now: datetime) -> list[StoredDigest]:
        """Up to three stories an hour, each as a message of its own.

        What the last digest had no room for waits for the next one.
        """
        room = await self._room(chat, INSTANT_AN_HOUR, now - timedelta(hours=1))
        if room <= 0:
            return []
        last = await self._store.read(lambda db: deliveries.last_digest(db, chat.place, now - NEWS))
        seen = None if last is None else last - READING
        items = (await self._new_to(chat, now, room, seen)).items
        return self._each(items, "digest-topic", chat, now)

    async def _breaking(self, chat: Chat, now: datetime) -> list[StoredDigest]:
        """Up to two stories a day that many outlets tell at once, and nothing else."""
        room = await self._room(chat, A_DAY, now - timedelta(days=1))
        if room <= 0:
            return []
        selection = await self._new_to(chat, now, BREAKING_AMONG)
        sources, preferences = self._catalogue.sources, chat.preferences
        chosen = [i for i in selection.items if is_breaking_now(i, sources, preferences, now)]
        return self._each(chosen[:room], BREAKING, chat, now)

    async def _were_breaking(self, chat: Chat, now: datetime, limit: int) -> Selection:
        """What was breaking while *chat* could not be written to."""
        found = (await self._new_to(chat, now, BREAKING_AMONG)).items
        chosen = [item for item in found if was_breaking(item, self._catalogue.sources)]
        return Selection(tuple(chosen[:limit]), len(chosen[limit:]))

    async def _new_to(
        self, chat: Chat, now: datetime, limit: int, seen: datetime | None = None
    ) -> Selection:
        sources = self._catalogue.sources
        return await self._store.read(
            partial(new_to, chat=chat, sources=sources, now=now, limit=limit, seen=seen)
        )

    async def _room(self, chat: Chat, most: int, since: datetime) -> int:
        """How many of *most* instant messages *chat* may still get."""
        sent = await self._store.read(lambda db: deliveries.count_since(db, chat.place, since))
        return most - sent

    def _each(
        self, items: Iterable[Item], heading: str, chat: Chat, now: datetime
    ) -> list[StoredDigest]:
        digests = [Digest((item,), now, heading, announced=self.announced) for item in items]
        return self._stored(digests, chat.preferences)

    # --- asked for

    async def first(self, place: Place, topic: str, now: datetime) -> int:
        """Owe the silent digest that answers a first subscription; 0 when there is nothing.

        A chat gets one such digest, also when it takes the subscription back and makes it again.
        """
        for _ in range(TRIES):
            chat = await self._store.read(lambda db: chats.find(db, place))
            if chat is None:
                return 0
            selection = await self._recent(chat, [topic], now, now - NEWS, FIRST, untold=True)
            known = await self._with_background(chat, selection.items, now)
            digest = Digest(known, now, "digest-topic", announced=self.announced)
            stored = self._stored([digest], replace(chat.preferences, sound=False))
            added = await self._store.write(
                partial(owe_first, place=place, digests=stored, now=now)
            )
            if added is not None:
                if added:
                    self._wake()
                return added
        return 0

    async def _with_background(
        self, chat: Chat, items: Sequence[Item], now: datetime
    ) -> tuple[Item, ...]:
        def read(db: Database) -> tuple[Item, ...]:
            muted = {m.value for m in chats.mutes(db, chat.place, now) if m.kind == "source"}
            return with_background(db, items, self._catalogue.sources, muted)

        return await self._store.read(read)

    async def latest(
        self, chat: Chat, topic: str | None, now: datetime, page: int = 0
    ) -> StoredDigest | None:
        """The latest stories of *topic* (None: of all topics of *chat*), told or not.

        An answer: call `shown` once Telegram accepted it. None when there is no story.
        """
        topics = [topic] if topic else list(chat.topics)
        limit = min(MOST, chat.preferences.stories)
        selection = await self._recent(
            chat, topics, now, now - archive.KEPT, limit, skip=page * limit
        )
        heading = "digest-topic" if len(topics) == 1 else "digest-latest"
        digest = Digest(selection.items, now, heading, selection.left, announced=self.announced)
        stored = self._stored([digest], chat.preferences)
        return stored[0] if stored else None

    async def whats_new(self, chat: Chat, now: datetime) -> StoredDigest | None:
        """What *chat* was not told yet of its topics, with what came before; None when nothing is.

        An answer, like `latest`.
        """
        limit = min(MOST, chat.preferences.stories)
        selection = await self._recent(
            chat, list(chat.topics), now, now - archive.KEPT, limit, untold=True
        )
        items = await self._with_background(chat, selection.items, now)
        digest = Digest(items, now, "digest-new", selection.left, announced=self.announced)
        stored = self._stored([digest], chat.preferences)
        return stored[0] if stored else None

    async def more(self, chat: Chat, digest: int, now: datetime) -> StoredDigest | None:
        """What did not fit into *digest*: stories of its topics that *chat* was not told yet."""
        before = await self._store.read(lambda db: items(db, digest))
        topics = list(dict.fromkeys([*(i.topic for i in before), *chat.topics]))
        limit = min(MOST, chat.preferences.stories)
        selection = await self._recent(chat, topics, now, now - archive.KEPT, limit, untold=True)
        more = Digest(
            selection.items, now, "digest-latest", selection.left, announced=self.announced
        )
        stored = self._stored([more], chat.preferences)
        return stored[0] if stored else None

    async def shown(
        self, place: Place, digest: StoredDigest, messages: Sequence[int], now: datetime
    ) -> None:
        """Telegram accepted an answer: what it showed counts as told."""
        await self._store.write(lambda db: record_shown(db, place, digest, messages, now))

    async def reported(
        self, digest: int, item: ToldItem, reason: str, operators: Sequence[int], now: datetime
    ) -> None:
        """A reader says that something is wrong with *item* of *digest*: operators hear of it."""
        told = partial(report, digest=digest, item=item, reason=reason, operators=operators)
        await self._store.write(partial(told, words=self._words, pack=self._pack, now=now))
        self._wake()

    async def preview(
        self, topic: str, preferences: Preferences, hours: float, now: datetime
    ) -> Digest:
        """What a new subscriber of *topic* would get now of what was first seen in *hours*."""
        chat = Chat(Place(0), kind=ChatKind.PRIVATE, preferences=preferences, topics=(topic,))
        selection = await self._recent(chat, [topic], now, now - timedelta(hours=hours), FIRST)
        return Digest(selection.items, now, "digest-topic")

    async def _recent(
        self,
        chat: Chat,
        topics: Sequence[str],
        now: datetime,
        seen: datetime,
        limit: int,
        *,
        skip: int = 0,
        untold: bool = False,
    ) -> Selection:
        return await self._store.read(
            partial(
                recent,
                chat=chat,
                topics=topics,
                sources=self._catalogue.sources,
                seen=seen,
                now=now,
                limit=limit,
                skip=skip,
                untold=untold,
            )
        )

    def messages(
        self, digest: Digest, preferences: Preferences, digest_id: int = 0
    ) -> tuple[Message, ...]:
        """*digest* composed for a chat with *preferences*."""
        return compose(
            digest,
            preferences,
            self._catalogue.sources,
            self._catalogue.topics,
            self._words,
            digest_id,
        )

    # --- composing once for all who get the same

    def _stored(self, digests: Sequence[Digest], preferences: Preferences) -> list[StoredDigest]:
        return [self._compose(digest, preferences) for digest in digests if digest.items]

    def _compose(self, digest: Digest, preferences: Preferences) -> StoredDigest:
        key = _identity(digest, preferences)
        stored = self._composed.get(key)
        if stored is None:
            stored = store_form(key, digest, self.messages(digest, preferences, key), self._pack)
            self._composed[key] = stored
            if len(self._composed) > CACHE:
                self._composed.popitem(last=False)
        else:
            self._composed.move_to_end(key)
        return stored


def store_form(key: int, digest: Digest, messages: Sequence[Message], pack: Pack) -> StoredDigest:
    """A composed digest as the store keeps it: finished text and buttons, and what it tells."""
    parts = tuple(part(message, pack) for message in messages)
    return StoredDigest(id=key, parts=parts, items=told_items(digest.items, messages))


def _identity(digest: Digest, preferences: Preferences) -> int:
    """60 bits of a hash over all that a composed digest depends on."""
    shape = replace(
        preferences, times=(), arrival=Arrival.DAILY, stories=0, quiet=None, weekend=False
    )
    told_of = [
        [i.topic, i.story.id, stories.version(i.story), codec.dump(Summary, i.summary), i.updated]
        for i in digest.items
    ]
    key = codec.plain(
        [
            told_of,
            [i.background.sentence.text if i.background else "" for i in digest.items],
            codec.dump(Preferences, shape),
            dates.local(digest.moment, preferences).date(),
            [digest.heading, digest.left, digest.failing, digest.announced],
        ]
    )
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest()) >> 4


def _digest_time(chat: Chat, now: datetime) -> bool:
    """Whether a daily digest of *chat* fell due since it was last looked at."""
    if chat.next_due is None:
        return False
    return schedule.daily_between(chat.preferences, chat.next_due - schedule.INSTANT, now)
