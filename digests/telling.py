"""What is told to whom: stories not yet told to a chat become a digest that it is owed.

Selecting and composing read outside any transaction. The function that inserts the deliveries
(`_owe`) reads subscription, mutes and told articles again in its own transaction; when what was
selected no longer holds there, nothing is inserted and the selection is made anew.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from hashlib import blake2b

from digests import dates
from digests import due as schedule
from digests.catalogs import Catalogue
from digests.channels.desk import ChannelDesk
from digests.compose.digest import compose
from digests.model import (
    Action,
    Arrival,
    Chat,
    ChatKind,
    Digest,
    Item,
    Message,
    Place,
    Preferences,
    Sentence,
)
from digests.selection import failing, is_breaking, new_to, recent, unmuted
from digests.store import archive, chats, codec, deliveries, stories
from digests.store.archive import NEWS
from digests.store.database import Database, Store
from digests.store.deliveries import Priority
from digests.store.told import Part, StoredDigest, ToldItem, items, record_shown, told
from digests.words import Words

#: Stories of the digest that answers the first subscription.
FIRST = 3
#: Most stories in one digest, whatever the chat asks for.
MOST = 7
#: Instant messages an hour; the rest joins the digest.
INSTANT_AN_HOUR = 3
#: Composed digests kept in memory: chats with equal settings share one.
CACHE = 500
#: A selection that changed under our hands is made anew so often, then left to the next tick.
TRIES = 4


class Teller:
    """Composes digests for chats. ``pack`` turns a button's action into its callback data."""

    def __init__(
        self,
        store: Store,
        catalogue: Catalogue,
        words: Words,
        pack: Callable[[Action], str],
        wake: Callable[[], None],
        announced: str | None = None,
    ) -> None:
        self._store = store
        self._catalogue = catalogue
        self._words = words
        self._pack = pack
        self._wake = wake
        self._announced = announced
        self.channels = ChannelDesk(store, catalogue, words, pack, wake, announced)
        self._composed: OrderedDict[int, StoredDigest] = OrderedDict()

    # --- scheduled

    async def due(self, chat: Chat, now: datetime) -> int:
        """Owe *chat*, whose time has come, what is new to it; how many messages that makes.

        Its next time is set in the same transaction, also when there is nothing to tell.
        """
        if chat.kind is ChatKind.CHANNEL:
            return await self.channels.due(chat, now)
        for _ in range(TRIES):
            digests, priority = await self._scheduled(chat, now)
            done = await self._store.write(
                partial(_owe, chat=chat, digests=digests, priority=priority, now=now)
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
        instant = chat.preferences.arrival in (Arrival.INSTANT, Arrival.BREAKING)
        if instant and not _digest_time(chat, now):
            return await self._instant(chat, now), Priority.INSTANT
        limit = min(MOST, chat.preferences.stories)
        selection = await self._store.read(
            partial(new_to, chat=chat, sources=self._catalogue.sources, now=now, limit=limit)
        )
        unread = await self._store.read(partial(failing, sources=self._catalogue.sources))
        heading = dates.heading(now, chat.preferences)
        digest = Digest(selection.items, now, heading, selection.left, unread, self._announced)
        return self._stored([digest], chat.preferences), Priority.DIGEST

    async def _instant(self, chat: Chat, now: datetime) -> list[StoredDigest]:
        """Up to three stories an hour, each as a message of its own."""
        hour = now - timedelta(hours=1)
        sent = await self._store.read(lambda db: deliveries.count_since(db, chat.place, hour))
        room = INSTANT_AN_HOUR - sent
        if room <= 0:
            return []
        selection = await self._store.read(
            partial(new_to, chat=chat, sources=self._catalogue.sources, now=now, limit=room)
        )
        chosen: Iterable[Item] = selection.items
        if chat.preferences.arrival is Arrival.BREAKING:
            chosen = [i for i in chosen if is_breaking(i, self._catalogue.sources)]
        digests = [
            Digest((item,), now, "digest-topic", announced=self._announced) for item in chosen
        ]
        return self._stored(digests, chat.preferences)

    # --- asked for

    async def first(self, place: Place, topic: str, now: datetime) -> int:
        """Owe the silent digest that answers a first subscription; 0 when there is nothing."""
        chat = await self._store.read(lambda db: chats.find(db, place))
        if chat is None:
            return 0
        selection = await self._store.read(
            partial(
                recent,
                chat=chat,
                topics=[topic],
                sources=self._catalogue.sources,
                seen=now - NEWS,
                now=now,
                limit=FIRST,
                untold=True,
            )
        )
        digest = Digest(selection.items, now, "digest-topic", announced=self._announced)
        quiet = replace(chat.preferences, sound=False)
        stored = self._stored([digest], quiet)

        def owe(db: Database) -> int:
            if any(_already(db, place, d) for d in stored):
                return 0
            return sum(deliveries.owe(db, place, d, now, Priority.INSTANT) for d in stored)

        added = await self._store.write(owe)
        if added:
            self._wake()
        return added

    async def latest(
        self, chat: Chat, topic: str | None, now: datetime, page: int = 0
    ) -> StoredDigest | None:
        """The latest stories of *topic* (None: of all topics of *chat*), told or not.

        An answer: call `shown` once Telegram accepted it. None when there is no story.
        """
        topics = [topic] if topic else list(chat.topics)
        limit = min(MOST, chat.preferences.stories)
        selection = await self._store.read(
            partial(
                recent,
                chat=chat,
                topics=topics,
                sources=self._catalogue.sources,
                seen=now - archive.KEPT,
                now=now,
                limit=limit,
                skip=page * limit,
            )
        )
        heading = "digest-topic" if len(topics) == 1 else "digest-latest"
        digest = Digest(selection.items, now, heading, selection.left, announced=self._announced)
        stored = self._stored([digest], chat.preferences)
        return stored[0] if stored else None

    async def more(self, chat: Chat, digest: int, now: datetime) -> StoredDigest | None:
        """What did not fit into *digest*: stories of its topics that *chat* was not told yet."""
        before = await self._store.read(lambda db: items(db, digest))
        topics = list(dict.fromkeys([*(i.topic for i in before), *chat.topics]))
        selection = await self._store.read(
            partial(
                recent,
                chat=chat,
                topics=topics,
                sources=self._catalogue.sources,
                seen=now - archive.KEPT,
                now=now,
                limit=min(MOST, chat.preferences.stories),
                untold=True,
            )
        )
        more = Digest(
            selection.items, now, "digest-latest", selection.left, announced=self._announced
        )
        stored = self._stored([more], chat.preferences)
        return stored[0] if stored else None

    async def shown(
        self, place: Place, digest: StoredDigest, messages: Sequence[int], now: datetime
    ) -> None:
        """Telegram accepted an answer: what it showed counts as told."""
        await self._store.write(lambda db: record_shown(db, place, digest, messages, now))

    async def preview(
        self, topic: str, preferences: Preferences, hours: float, now: datetime
    ) -> Digest:
        """What a new subscriber of *topic* would get now of what was first seen in *hours*."""
        chat = Chat(Place(0), kind=ChatKind.PRIVATE, preferences=preferences, topics=(topic,))
        selection = await self._store.read(
            partial(
                recent,
                chat=chat,
                topics=[topic],
                sources=self._catalogue.sources,
                seen=now - timedelta(hours=hours),
                now=now,
                limit=FIRST,
            )
        )
        return Digest(selection.items, now, "digest-topic")

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


def store_form(
    key: int, digest: Digest, messages: Sequence[Message], pack: Callable[[Action], str]
) -> StoredDigest:
    """A composed digest as the store keeps it: finished text and buttons, and what it tells."""
    part_of = {story: number for number, m in enumerate(messages) for story in m.stories}
    return StoredDigest(
        id=key,
        parts=tuple(_part(message, pack) for message in messages),
        items=tuple(
            ToldItem(
                part=part_of.get(item.story.id, 0),
                story=item.story.id,
                topic=item.topic,
                headline=item.summary.headline.text,
                sentences=codec.dump(
                    tuple[Sentence, ...], (item.summary.headline, *item.summary.sentences)
                ),
                articles=tuple(article.id for article in item.story.articles),
                updated=item.updated,
            )
            for item in digest.items
        ),
    )


def _part(message: Message, pack: Callable[[Action], str]) -> Part:
    return Part(
        html=message.html,
        buttons=tuple(
            tuple(
                (b.text, "url", b.url)
                if b.url
                else (b.text, "data", pack(b.action) if b.action else "")
                for b in row
            )
            for row in message.buttons
        ),
        silent=message.silent,
    )


def _identity(digest: Digest, preferences: Preferences) -> int:
    """60 bits of a hash over all that a composed digest depends on."""
    shape = replace(
        preferences, times=(), arrival=Arrival.DAILY, stories=0, quiet=None, weekend=False
    )
    told_of = [[i.topic, i.story.id, stories.version(i.story), i.updated] for i in digest.items]
    key = codec.plain(
        [
            told_of,
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
    daily = replace(chat.preferences, arrival=Arrival.DAILY)
    return schedule.next_digest(daily, chat.next_due - schedule.INSTANT) <= now


# --- owing


def _already(db: Database, place: Place, digest: StoredDigest) -> bool:
    """Whether *place* was told an article of *digest* meanwhile."""
    return bool(told(db, place, (a for item in digest.items for a in item.articles)))


def _owe(
    db: Database,
    chat: Chat,
    digests: Sequence[StoredDigest],
    priority: Priority,
    now: datetime,
) -> int | None:
    """Insert the deliveries and advance the chat's next time; None when the selection is stale."""
    current = chats.find(db, chat.place)
    if current is None or not current.active or current.next_due != chat.next_due:
        return None
    if current.preferences != chat.preferences:
        return None
    wanted = set(unmuted(db, current, now))
    muted = {m.value for m in chats.mutes(db, chat.place, now) if m.kind == "source"}
    for digest in digests:
        if any(item.topic not in wanted for item in digest.items) or _already(
            db, chat.place, digest
        ):
            return None
        if muted and archive.any_from(db, muted, (a for i in digest.items for a in i.articles)):
            return None
    added = sum(deliveries.owe(db, chat.place, d, now, priority) for d in digests)
    chats.advance(db, current, now)
    return added
