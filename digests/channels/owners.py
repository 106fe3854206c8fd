"""Everything that a channel's owners are owed, inside the transaction that makes it due.

Each owner is written to in their own language and digits. What is said is in ``notices``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from digests import dates
from digests.channels import notices
from digests.channels.notices import Head, Loss, identity
from digests.due import is_quiet
from digests.model import Place, Preferences
from digests.store import channels, chats, deliveries, drafts, posts
from digests.store.channels import Channel
from digests.store.database import Database
from digests.store.deliveries import Priority
from digests.store.drafts import Draft, DraftState, Notice
from digests.store.told import Part, StoredDigest, told
from digests.stored_form import Pack
from digests.words import Phrase, Speaker, Words


class Owners:
    """Writes to the owners of channels. ``pack`` turns a button's action into callback data."""

    def __init__(self, words: Words, pack: Pack) -> None:
        self._words = words
        self._pack = pack

    def reader(self, db: Database, owner: int, channel: Preferences) -> tuple[Speaker, Preferences]:
        """How *owner* is written to; by the channel's preferences where they never wrote to us."""
        known = chats.find(db, Place(owner))
        preferences = known.preferences if known is not None else channel
        return self._words.in_(preferences.language), preferences

    # --- drafts

    def offer(
        self,
        db: Database,
        channel: Channel,
        preferences: Preferences,
        post: StoredDigest,
        now: datetime,
        target: int | None,
        head: Head,
    ) -> None:
        """*post* becomes a draft, which every owner is owed."""
        breaking = head is Head.BREAKING
        draft = Draft(
            post.id, channel.chat, post.id, DraftState.WAITING, None, target, None, breaking
        )
        found = self._notices(db, channel, preferences, draft, post, now, head)
        drafts.add(db, channel.chat, post, found, now, target, breaking=breaking)

    def refresh(self, db: Database, channel: Channel, draft: Draft, now: datetime) -> None:
        """*draft* changed: what its owners see of it does too."""
        chat = chats.find(db, Place(channel.chat))
        if chat is None:
            return
        post = drafts.stored(db, draft.digest)
        found = self._notices(db, channel, chat.preferences, draft, post, now, Head.DRAFT)
        if draft.state is DraftState.WAITING:
            drafts.renew(db, draft.id, found)
        else:
            drafts.withdraw(db, draft.id)
        by_owner = {notice.owner: notice.digest for notice in found}
        for shown in drafts.shown(db, draft.id):
            digest = by_owner.get(shown.owner)
            if digest is None or shown.part >= len(digest.parts):
                continue
            before = drafts.stored(db, shown.digest).parts
            if digest.parts[shown.part] != before[shown.part] or draft.headline is not None:
                place = Place(shown.owner)
                posts.owe_edit(db, place, digest, shown.message, now, shown.part)

    def _notices(
        self,
        db: Database,
        channel: Channel,
        preferences: Preferences,
        draft: Draft,
        post: StoredDigest,
        now: datetime,
        head: Head,
    ) -> list[Notice]:
        slot = notices.slot(preferences, now)
        made = []
        for owner in channel.owners:
            say, reader = self.reader(db, owner, preferences)
            above = notices.draft_head(
                say, channel, draft.state, _when(draft, now, reader, say), head
            )
            buttons = notices.draft_buttons(say, draft, slot, preferences, now)
            sound = draft.breaking and not is_quiet(reader, now)
            parts = notices.draft_parts(post, above, buttons, reader, self._pack, sound=sound)
            about = (draft.id, owner, draft.state, draft.digest, draft.due)
            made.append(Notice(owner, notices.stored(identity("draft", *about), parts)))
        return made

    # --- notices

    def lose(
        self,
        db: Database,
        chat: int,
        error: str,
        now: datetime,
        delivery: int = 0,
        *,
        loss: Loss = Loss.REFUSED,
    ) -> bool:
        """*chat* lets us post no more: nothing stays pending, and each owner hears of it once.

        *delivery* is the one that Telegram refused; a *loss* of another kind was told by an update.
        """
        new = channels.lose(db, chat, error, now, delivery)
        channel, known = channels.find(db, chat), chats.find(db, Place(chat))
        if not new or channel is None or known is None:
            return False
        count = len(untold(db, known.place))
        for owner in channel.owners:
            say, reader = self.reader(db, owner, known.preferences)
            notice = notices.lost(say, channel, owner, count, loss, now, reader, self._pack)
            deliveries.owe(db, Place(owner), notice, now, Priority.DIGEST)
        return True

    def tell_back(self, db: Database, channel: Channel, now: datetime) -> None:
        """«عاد النشر في «…».», where there is nothing to approve along with it."""
        known = chats.find(db, Place(channel.chat))
        for owner in channel.owners if known is not None else ():
            assert known is not None
            say, reader = self.reader(db, owner, known.preferences)
            notice = notices.back(say, channel, owner, reader, self._pack)
            deliveries.owe(db, Place(owner), notice, now, Priority.DIGEST)

    def ask_unsure(self, db: Database, now: datetime, delivery: int | None = None) -> int:
        """Ask the owners about posts whose outcome is unknown; how many questions are new.

        Asking again about the same post is no new question.
        """
        asked = 0
        for unsure in posts.unsure(db, delivery):
            channel, known = channels.find(db, unsure.chat), chats.find(db, Place(unsure.chat))
            if channel is None or known is None:
                continue
            post = _part(drafts.stored(db, unsure.digest).parts, unsure.part)
            for owner in channel.owners:
                say, reader = self.reader(db, owner, known.preferences)
                question = notices.question(say, channel, owner, unsure, post, reader, self._pack)
                asked += deliveries.owe(db, Place(owner), question, now, Priority.DIGEST)
        return asked


def untold(db: Database, place: Place) -> list[channels.Missed]:
    """What the channel at *place* missed and was not told since, each story once."""
    found: dict[frozenset[int], channels.Missed] = {}
    seen: set[int] = set()
    for missed in channels.missed(db, place.chat):
        if seen & set(missed.articles) or told(db, place, missed.articles):
            continue
        seen |= set(missed.articles)
        found[frozenset(missed.articles)] = missed
    return list(found.values())


def _part(parts: Sequence[Part], number: int) -> Part:
    return parts[number] if number < len(parts) else Part("")


def _when(draft: Draft, now: datetime, reader: Preferences, say: Speaker) -> Phrase | None:
    if draft.state is DraftState.SCHEDULED and draft.due is not None:
        return dates.when(draft.due, now, reader, say)
    if draft.state is DraftState.PUBLISHED:
        return dates.clock(dates.local(now, reader))
    return None
