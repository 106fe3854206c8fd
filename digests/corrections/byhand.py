"""A correction or withdrawal that an operator makes, or an owner for a channel of theirs.

Rule. What was wrong and what is right are their words; everyone who was told one of the story's
articles gets them, once, as with any other correction. An operator's concerns all chats and stands
on the list; an owner's stays in the channel, under its name. A story that an operator withdraws is
told no more, by whichever article, and drafts of it are taken back; one that is corrected loses
what a model wrote of it.

What it may get wrong: whoever was told the story by other words, in which nothing was wrong, gets
the correction too. Escape hatch: it says what was wrong. A model may write the corrected story
anew once another article comes to it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from digests.channels.owners import Owners
from digests.channels.recalling import recall
from digests.corrections.announcing import Announcer
from digests.markup import clean
from digests.model import Place
from digests.store import (
    archive,
    byhand,
    reports,
    stories,
    tellings,
    told,
    watched,
    writing,
)
from digests.store.byhand import HandCorrection, State
from digests.store.byhand import Kind as What
from digests.store.corrections import Correction, Kind, Reading
from digests.store.database import Database, Store
from digests.store.tellings import Telling
from digests.store.told import ToldItem

#: How long ago a story may have been told: as long as the archive is kept.
KEPT = archive.KEPT
#: How soon the same correction of the same story is one that was sent by mistake.
AGAIN = timedelta(hours=1)
#: Characters of what was wrong, of what is right and of a reason, each.
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Draft:
    """What *hand* comes to, of *item*, for so many *chats*; *told*: an owner's posts that told it,
    of an operator's none."""

    hand: HandCorrection
    item: ToldItem
    made: Correction
    chats: int
    told: tuple[Telling, ...]

    @property
    def withdraws(self) -> bool:
        """Whether the story is told no more by it, to anyone."""
        return self.hand.kind is What.WITHDRAW and self.hand.channel is None


class ByHand:
    """Sends what was written by hand. ``stale`` says that stories are to be grouped anew."""

    def __init__(
        self,
        store: Store,
        announcer: Announcer,
        owners: Owners,
        wake: Callable[[], None],
        stale: Callable[[], None],
    ) -> None:
        self._store = store
        self._announcer = announcer
        self._owners = owners
        self._wake = wake
        self._stale = stale

    async def send(self, number: int, now: datetime) -> int | None:
        """Owe it to everyone who was told; how many chats, None when it was settled before, or the
        same was sent before."""
        while (
            draft := await self._store.read(partial(_ready, number=number, now=now))
        ) is not None:
            if not await self._store.write(partial(self._send, draft=draft, now=now)):
                continue  # it was given other words meanwhile, or settled
            await self._announcer.spread(now)
            if draft.withdraws:
                self._stale()
            self._wake()
            return draft.chats
        return None

    def _send(self, db: Database, draft: Draft, now: datetime) -> bool:
        hand = draft.hand
        if byhand.find(db, hand.id) != hand:
            return False
        byhand.settle(db, hand.id, State.SENT)
        if hand.channel is not None:
            self._announcer.owe(db, draft.made, draft.told, now, channel=True)
        else:
            self._amend(db, draft, now)
            self._announcer.announce(db, draft.made, draft.item.articles, now - KEPT, now)
        return True

    def _amend(self, db: Database, draft: Draft, now: datetime) -> None:
        """What becomes of the story itself, and of its drafts."""
        found = stories.of_articles(db, draft.item.articles)
        reports.seen_to(db, draft.item.story)
        if not draft.withdraws:
            writing.take_back(db, found, "corrected by hand")
            return
        members = (article for ids in stories.members(db, found).values() for article in ids)
        for article in {*draft.item.articles, *members}:
            recall(db, self._owners, article, bool, now)
            watched.withdraw(db, article, now, for_good=True)
            stories.take_out(db, article, None)

    async def split(self, article: int, story: int) -> None:
        """Take *article* out of the story that was told as *story*: what was told stays told."""

        def run(db: Database) -> None:
            stories.split(db, [article])
            reports.seen_to(db, story)

        await self._store.write(run)
        self._stale()


def told_item(db: Database, digest: int, story: int) -> ToldItem | None:
    """What *digest* told of *story*."""
    return next((item for item in told.items(db, digest) if item.story == story), None)


def _ready(db: Database, number: int, now: datetime) -> Draft | None:
    hand = byhand.find(db, number)
    if hand is None or hand.state is not State.READY:
        return None
    if byhand.is_repeated(db, hand, now - AGAIN):
        return None
    return draft(db, hand, now)


def draft(db: Database, hand: HandCorrection, now: datetime) -> Draft | None:
    """What *hand* comes to; None when nobody knows what was told any more."""
    item = told_item(db, hand.digest, hand.story)
    if item is None:
        return None
    since = now - KEPT
    if hand.channel is None:
        posts: tuple[Telling, ...] = ()
        first = tellings.words(db, item.articles, since).first
        chats = tellings.count(db, item.articles, since)
    else:
        posts = tellings.in_chat(db, item.articles, since, Place(hand.channel))
        first = min((post.told for post in posts), default=None)
        chats = len({post.place for post in posts})
    return Draft(hand, item, _made(hand, item, first or now, now), chats, posts)


def _made(hand: HandCorrection, item: ToldItem, first: datetime, now: datetime) -> Correction:
    said = item.said()
    withdraws = hand.kind is What.WITHDRAW
    return Correction(
        kind=Kind.OURS_WITHDRAWN if withdraws else Kind.OURS,
        made=now,
        article=None,
        source=None,
        headline=clean(item.headline),
        language=said[0].language if said else "ar",
        url="",
        told=first,
        changes=() if withdraws else (Reading("", hand.wrong, hand.better),),
        reason=hand.better if withdraws else "",
        id=-hand.id,
    )
