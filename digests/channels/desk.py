"""What a channel is told: due digests, the digest after a silence, growth of posts.

A due channel gets the stories that are new to it: as one digest, or a post for each story as they
come. While posts of the channel wait for approval, each becomes a draft to every owner; otherwise
it is owed to the channel at once. As in ``digests.telling``, selecting and composing read outside
any transaction, and the transaction that inserts looks again.

After a loss of rights or a stop, what was missed comes as *one* digest, which waits for a tap
whatever the channel's approval says.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from digests import dates
from digests.catalogs import Catalogue
from digests.channels import breaking, notices, posts
from digests.channels.growth import grown
from digests.channels.notices import Head, identity
from digests.channels.owners import Owners
from digests.channels.recalling import remaining
from digests.channels.returning import Return, returning
from digests.model import Chat, Digest, Item, Message, Place
from digests.selection import failing, new_to, recent, stale, unmuted
from digests.store import channels, chats, deliveries, drafts, stories
from digests.store import posts as stored_posts
from digests.store.archive import NEWS
from digests.store.channels import Channel, Mode
from digests.store.database import Database, Store
from digests.store.deliveries import Priority
from digests.store.drafts import Draft
from digests.store.told import StoredDigest
from digests.stored_form import Pack, told_items
from digests.words import Words

#: Stories of the draft that answers a channel's first topic.
FIRST = 3
#: Most stories in one digest.
MOST = 7
#: Posts an hour of a channel that posts story by story; the rest waits.
POSTS_AN_HOUR = 3
#: A selection that changed under our hands is made anew so often, then left to the next tick.
TRIES = 4


#: Asks who of the owners of a channel administers it still, before they are written to.
AskOwners = Callable[[int, datetime], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Made:
    """A composed post; ``target`` is the post that it answers."""

    digest: StoredDigest
    target: int | None = None


class ChannelDesk:
    """Composes for channels, and hands the posts to their owners or to the outbox."""

    def __init__(
        self,
        store: Store,
        catalogue: Catalogue,
        words: Words,
        pack: Pack,
        wake: Callable[[], None],
        announced: str | None = None,
    ) -> None:
        self.store = store
        self.owners = Owners(words, pack)
        self.wake = wake
        self.ask_owners: AskOwners = _nobody_to_ask
        self._catalogue = catalogue
        self._writing = posts.Desk(catalogue.sources, catalogue.topics, words, announced)
        self._announced = announced

    # --- due

    async def due(self, chat: Chat, now: datetime) -> int:
        """Draft or owe what is new to *chat*, whose time has come; how many posts that makes.

        Its next time is set in the same transaction, also when there is nothing to tell.
        """
        for _ in range(TRIES):
            channel = await self.store.read(partial(channels.find, chat=chat.place.chat))
            made = await self._compose(chat, channel, now)
            if made:
                await self.ask_owners(chat.place.chat, now)
            done = await self.store.write(
                partial(self._owe, chat=chat, channel=channel, made=made, now=now)
            )
            if done is not None:
                if done:
                    self.wake()
                return done
            again = await self.store.read(partial(chats.find, place=chat.place))
            if again is None or not again.active or again.next_due != chat.next_due:
                return 0
            chat = again
        return 0

    async def _compose(self, chat: Chat, channel: Channel | None, now: datetime) -> list[Made]:
        if channel is None or channel.silent:
            return []
        if channel.mode is Mode.STORY:
            return await self._stories(chat, channel, now)
        limit = min(MOST, chat.preferences.stories)
        selection = await self.store.read(
            partial(new_to, chat=chat, sources=self._catalogue.sources, now=now, limit=limit)
        )
        unread = await self.store.read(partial(failing, sources=self._catalogue.sources))
        heading = dates.heading(now, chat.preferences)
        digest = Digest(selection.items, now, heading, 0, unread, self._announced)
        return self._digest(digest, chat, channel)

    def _digest(
        self, digest: Digest, chat: Chat, channel: Channel, occasion: str = "due"
    ) -> list[Made]:
        if not digest.items:
            return []
        written = posts.digest_post(
            self._writing, digest, chat.preferences, hashtags=channel.hashtags
        )
        return [Made(_stored(channel, digest.items, written, digest.moment, occasion))]

    async def _stories(self, chat: Chat, channel: Channel, now: datetime) -> list[Made]:
        """Up to three stories an hour, each as a post of its own."""
        hour = now - timedelta(hours=1)

        recent_posts = partial(drafts.count_since, chat=channel.chat, since=hour)
        room = POSTS_AN_HOUR - await self.store.read(recent_posts)
        if room <= 0:
            return []
        selection = await self.store.read(
            partial(new_to, chat=chat, sources=self._catalogue.sources, now=now, limit=room)
        )
        made = []
        for item in selection.items:
            message = self._story(item, chat, channel)
            target = await self.store.read(partial(_answered, place=chat.place, item=item))
            made.append(Made(_stored(channel, (item,), (message,), now), target))
        return made

    def _story(self, item: Item, chat: Chat, channel: Channel) -> Message:
        return posts.story_post(self._writing, item, chat.preferences, hashtags=channel.hashtags)

    def _owe(
        self,
        db: Database,
        chat: Chat,
        channel: Channel | None,
        made: Sequence[Made],
        now: datetime,
    ) -> int | None:
        """Insert what was made and advance the next time; None when the selection is stale."""
        current = chats.find(db, chat.place)
        if current is None or not current.active or current.next_due != chat.next_due:
            return None
        if current.preferences != chat.preferences or channels.find(db, chat.place.chat) != channel:
            return None
        if channel is not None and not self._put(db, current, channel, made, now):
            return None
        chats.advance(db, current, now)
        return len(made)

    def _put(
        self,
        db: Database,
        chat: Chat,
        channel: Channel,
        made: Sequence[Made],
        now: datetime,
        *,
        approve: bool = False,
        head: Head = Head.DRAFT,
    ) -> bool:
        """Draft or owe *made*; False, and nothing done, where some of it was told meanwhile."""
        wanted = set(unmuted(db, chat, now))
        for one in made:
            for item in one.digest.items:
                if head is Head.DRAFT and item.topic not in wanted:
                    return False
                if stale(db, chat.place, item):
                    return False
        for one in made:
            if approve or channel.approves(now):
                self.owners.offer(db, channel, chat.preferences, one.digest, now, one.target, head)
            else:
                deliveries.owe(db, chat.place, one.digest, now, Priority.DIGEST, None, one.target)
        return True

    # --- asked for

    async def first(self, chat: int, topic: str, now: datetime) -> bool:
        """Answer a channel's first topic with a draft; False when there is nothing to show."""

        def select(db: Database) -> tuple[Channel | None, Chat | None, tuple[Item, ...]]:
            channel, known = channels.find(db, chat), chats.find(db, Place(chat))
            if channel is None or known is None or channel.silent:
                return channel, known, ()
            found = recent(
                db, known, [topic], self._catalogue.sources, now - NEWS, now, FIRST, untold=True
            )
            return channel, known, found.items

        channel, known, items = await self.store.read(select)
        if channel is None or known is None or not items:
            return False
        digest = Digest(items, now, "digest-topic", announced=self._announced)
        made = self._digest(digest, known, channel, "first")

        def put(db: Database) -> bool:
            return self._put(db, known, channel, made, now, approve=True)

        done = await self.store.write(put)
        if done:
            self.wake()
        return done

    async def come_back(self, chat: int, why: Return, now: datetime) -> bool:
        """The channel posts again: what it missed comes as one digest to approve.

        False when it was not silent for that reason, as when another owner was first.
        """
        await self.ask_owners(chat, now)
        for _ in range(TRIES):
            channel, known, items = await self.store.read(
                partial(returning, chat=chat, sources=self._catalogue.sources, now=now)
            )
            if channel is None or known is None or not why.holds(channel):
                return False
            digest = Digest(
                items, now, dates.heading(now, known.preferences), announced=self._announced
            )
            made = self._digest(digest, known, channel, why.value)
            done = await self.store.write(
                partial(self._return, channel=channel, known=known, made=made, why=why, now=now)
            )
            if done:
                self.wake()
                return True
        return False

    def _return(
        self,
        db: Database,
        channel: Channel,
        known: Chat,
        made: Sequence[Made],
        why: Return,
        now: datetime,
    ) -> bool:
        if channels.find(db, channel.chat) != channel:
            return False
        offer = made if why.posts_after(channel) else ()
        head = Head.BACK if why is Return.RIGHTS else Head.MISSED
        if not self._put(db, known, channel, offer, now, approve=True, head=head):
            return False
        if why is Return.RIGHTS:
            channels.found(db, channel.chat, now)
            if not offer:
                self.owners.tell_back(db, channel, now)
        else:
            channels.resume(db, channel.chat)
            chats.advance(db, known, now)
        return True

    # --- recalled drafts

    async def remake(self, now: datetime) -> int:
        """Draft anew what remains of drafts that were recalled; how many drafts that makes."""
        count = 0
        for draft in await self.store.read(drafts.recalled):
            channel, chat, items = await self.store.read(
                partial(remaining, draft=draft, sources=self._catalogue.sources, now=now)
            )
            made: list[Made] = []
            if channel is not None and chat is not None and items:
                made = self._anew(draft, items, chat, channel, now)
                await self.ask_owners(draft.chat, now)
            count += await self.store.write(
                partial(self._remake, draft=draft, chat=chat, channel=channel, made=made, now=now)
            )
        if count:
            self.wake()
        return count

    def _anew(
        self, draft: Draft, items: Sequence[Item], chat: Chat, channel: Channel, now: datetime
    ) -> list[Made]:
        if channel.mode is Mode.STORY:
            return [
                Made(
                    _stored(channel, (item,), (self._story(item, chat, channel),), now, "remade"),
                    draft.target,
                )
                for item in items
            ]
        heading = dates.heading(now, chat.preferences)
        digest = Digest(tuple(items), now, heading, announced=self._announced)
        return self._digest(digest, chat, channel, "remade")

    def _remake(
        self,
        db: Database,
        draft: Draft,
        chat: Chat | None,
        channel: Channel | None,
        made: Sequence[Made],
        now: datetime,
    ) -> int:
        """None of it where the channel, or what it was told, changed meanwhile: that is looked at
        again."""
        if channels.find(db, draft.chat) != channel or drafts.find(db, draft.id) != draft:
            return 0
        if chat is None or channel is None:
            made = ()
        elif not self._put(db, chat, channel, made, now, approve=True):
            return 0
        drafts.remake(db, draft.id)
        return len(made)

    # --- breaking news

    async def offer_breaking(self, now: datetime) -> int:
        """Offer the owners what is breaking, take back what is no longer; how many drafts."""
        count = 0
        if await self.store.read(partial(drafts.lapsing, before=now - breaking.STANDS)):
            count = await self.store.write(partial(breaking.lapse, owners=self.owners, now=now))
        for channel in await self.store.read(channels.wanting_breaking):
            sources = self._catalogue.sources
            chat, found = await self.store.read(
                partial(breaking.candidates, channel=channel, sources=sources, now=now)
            )
            if chat is None or not found:
                continue
            await self.ask_owners(channel.chat, now)
            for item in found:
                message = posts.breaking_post(
                    self._writing, item, chat.preferences, hashtags=channel.hashtags
                )
                post = _stored(channel, (item,), (message,), now, "breaking")
                count += await self.store.write(
                    partial(breaking.offer, owners=self.owners, channel=channel, post=post, now=now)
                )
        if count:
            self.wake()
        return count

    # --- growth

    async def grow(self, now: datetime) -> int:
        """Edit posts whose story more outlets tell by now; how many edits that makes."""
        count = 0
        for channel in await self.store.read(partial(channels.posting, mode=Mode.STORY)):
            found = await self.store.read(
                partial(grown, chat=channel.chat, sources=self._catalogue.sources, now=now)
            )
            for growth in found:
                chat = growth.chat
                message = posts.story_post(
                    self._writing,
                    growth.item,
                    chat.preferences,
                    hashtags=channel.hashtags,
                    grown=now,
                    headline=growth.headline,
                )
                digest = _stored(channel, (growth.item,), (message,), now, "grown")
                await self.store.write(
                    partial(
                        stored_posts.owe_edit,
                        place=chat.place,
                        digest=digest,
                        message=growth.message,
                        now=now,
                    )
                )
                count += 1
        if count:
            self.wake()
        return count


async def _nobody_to_ask(_chat: int, _now: datetime) -> None:
    return


def _answered(db: Database, place: Place, item: Item) -> int | None:
    """The post that *item* answers: an update answers the newest one about its story."""
    articles = [article.id for article in item.story.articles]
    if item.updated:
        merged = stories.members(db, stories.of_articles(db, articles))
        articles = [article for members in merged.values() for article in members]
    return stored_posts.telling(db, place, articles)


def _stored(
    channel: Channel,
    items: Sequence[Item],
    messages: Sequence[Message],
    now: datetime,
    occasion: str = "due",
) -> StoredDigest:
    """A post as the store keeps it. Its id is of this *occasion*: a post is never shared."""
    told_of = [(item.story.id, [a.id for a in item.story.articles]) for item in items]
    return StoredDigest(
        id=identity("post", channel.chat, channel.losses, occasion, now.isoformat(), told_of),
        parts=tuple(notices.finished(message) for message in messages),
        items=told_items(items, messages),
    )
