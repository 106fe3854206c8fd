"""A correction put on the list, and into the outbox of everyone who was told what it corrects.

Rule. A private chat or group gets a silent answer to the message that told; a channel has every
post that did edited in place, and the correction as a post that answers the first. The transaction
that puts a correction on the list begins to spread it; some hundred chats at a time are owed it, in
the order of their ids. Who they are is read before the transaction that owes them, so that it
keeps no other write waiting; who was erased in between is owed nothing. It goes round once more a
while later, for what had been composed before. Whoever was owed it is not owed it again, whatever
stops.

What it may get wrong: a chat that is told the old words later than that. Escape hatch: none is
needed as long as composing takes less than `AGAIN`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

import structlog

from digests import dates
from digests.catalogs import Catalogue
from digests.channels.notices import identity
from digests.compose.finish import finish
from digests.compose.sample import notice
from digests.compose.voice import Voice
from digests.corrections import editing, wording
from digests.markup import Html, clean
from digests.model import ChatKind, Message, Method, Place, Preferences, Sentence
from digests.store import codec, corrections, spreading, tellings
from digests.store.corrections import Correction, Kind, Reading
from digests.store.database import Database, Store
from digests.store.spreading import Owed, Spreading
from digests.store.tellings import Portion, Telling
from digests.store.told import Part, StoredDigest
from digests.words import Words

log = structlog.get_logger()

#: Messages looked at in one transaction.
PORTION = 500
#: When it goes round again.
AGAIN = timedelta(minutes=10)
#: Words from which what was wrong is looked for in a post.
LONG = 3


class Announcer:
    """Writes to everyone who was told. *announced* is the sample newsroom's notice."""

    def __init__(
        self, store: Store, catalogue: Catalogue, words: Words, announced: str | None = None
    ) -> None:
        self._store = store
        self._catalogue = catalogue
        self._words = words
        self._announced = announced

    def announce(
        self,
        db: Database,
        made: Correction,
        articles: Iterable[int],
        since: datetime,
        now: datetime,
    ) -> None:
        """Put *made* on the list, and begin to owe it to whoever was told one of *articles*.

        Called within a transaction; call `spread` after it.
        """
        made = corrections.add(db, made)
        spreading.spread(db, made.id, articles, since, now)
        log.info("correction.made", kind=made.kind.value, source=made.source)

    async def spread(self, now: datetime) -> int:
        """Owe what waits to be owed; how many messages that makes."""
        count = 0
        while (following := await self._store.read(partial(_following, now=now))) is not None:
            count += await self._store.write(partial(self._spread, following=following, now=now))
        return count

    def _spread(self, db: Database, following: _Following, now: datetime) -> int:
        one, found = following.spreading, following.portion
        if spreading.waiting(db, now) != one:
            return 0  # another program owed it further meanwhile
        spreading.spread_to(db, one, found.last, now if found.last else now + AGAIN)
        return self.owe(db, one.correction, found.tellings, now, before=following.before)

    def owe(
        self,
        db: Database,
        made: Correction,
        told: Sequence[Telling],
        now: datetime,
        *,
        before: Set[Place] = frozenset(),
        channel: bool = False,
    ) -> int:
        """Owe *made* to the places of *told*; how many messages and edits that makes.

        Those *before* were owed the message already. *channel*: by a channel's owner, under an id
        of its own, which is below 0; it is not on the list.
        """
        by_place: dict[Place, list[Telling]] = {}
        for telling in told:
            if _concerns(made, telling):
                by_place.setdefault(telling.place, []).append(telling)
        owed: list[Owed] = []
        composed: dict[object, StoredDigest] = {}
        for place, heard in by_place.items():
            if heard[0].kind is ChatKind.CHANNEL:
                owed += self._edits(db, made, heard, now, channel)
            if place not in before:
                message = self._message(made, heard, composed, channel)
                owed.append(Owed(place, message, _answered(made, heard).message))
        return spreading.owe(db, made.id, owed, now)

    def _message(
        self,
        made: Correction,
        heard: Sequence[Telling],
        composed: dict[object, StoredDigest],
        channel: bool,
    ) -> StoredDigest:
        """What the chat that *heard* is sent; composed once for all who are told the same."""
        preferences = _shape(heard[0].preferences)
        own = _to(made, heard)
        day = dates.local(own.told, preferences).date()
        key = (codec.dump(Preferences, preferences), day, own.headline, own.changes)
        if key not in composed:
            html = wording.written(own, self.voice(preferences), channel=channel)
            if self._announced:
                html = Html(f"{html}\n\n{notice(self._announced)}")
            part = Part(finish(Message(html), preferences).html)
            number = identity("correction", made.id, *key)
            composed[key] = StoredDigest(number, (part,), ())
        return composed[key]

    def _edits(
        self,
        db: Database,
        made: Correction,
        told: Sequence[Telling],
        now: datetime,
        channel: bool,
    ) -> Iterable[Owed]:
        """The posts of a channel that told it, edited in place."""
        done = spreading.edited_for(db, made.id, told[0].place.chat)
        for telling in told:
            if telling.message is None or telling.message in done:
                continue
            html = spreading.shown_as(
                db, telling.place.chat, telling.message, telling.digest, telling.part
            )
            after = self._edited(html, made, telling, now, channel)
            if html and after is not None:
                number = identity("corrected", made.id, telling.place.chat, telling.message)
                digest = StoredDigest(number, (Part(after),), ())
                yield Owed(telling.place, digest, telling.message, edit=True)

    def _edited(
        self, html: str, made: Correction, telling: Telling, now: datetime, channel: bool
    ) -> str | None:
        """The post *html* corrected: under the correction itself, where there is room and nothing
        in the post can give way to what is right."""
        preferences = telling.preferences
        voice = self.voice(preferences)
        line = wording.post_line(made.kind, dates.clock(dates.local(now, preferences)), voice)
        own = _to(made, [telling])
        above = Html(f"{line}\n{wording.written(own, voice, channel=channel)}\n")
        if made.kind in (Kind.WITHDRAWN, Kind.OURS_WITHDRAWN, Kind.GONE):
            return editing.struck(html, line, _lost(made, telling), preferences)
        translated = any(r.language != r.told_language for r in own.changes)
        for head in (above, line) if made.kind is not Kind.EDITED or translated else (line,):
            if made.kind is Kind.EDITED:
                after = editing.corrected(html, head, _told(made, telling), preferences)
            else:
                after = editing.struck(html, head, _wrong(made, telling), preferences)
            if after is not None:
                return after
        return None

    def voice(self, preferences: Preferences) -> Voice:
        catalogue = self._catalogue
        return Voice(
            self._words.in_(preferences.language), preferences, catalogue.sources, catalogue.topics
        )


@dataclass(frozen=True, slots=True)
class _Following:
    """Whom a correction goes to next, and who of them was owed it *before*."""

    spreading: Spreading
    portion: Portion
    before: frozenset[Place]


def _following(db: Database, now: datetime) -> _Following | None:
    one = spreading.waiting(db, now)
    if one is None:
        return None
    found = tellings.portion(db, one.articles, one.since, one.after, PORTION)
    places = dict.fromkeys(telling.place for telling in found.tellings)
    return _Following(one, found, frozenset(spreading.owed(db, one.correction.id, places)))


def _concerns(made: Correction, telling: Telling) -> bool:
    """Whether *telling* told what *made* is about, and did not only name its source."""
    if made.kind is Kind.EDITED:
        return bool(_of(made, telling))
    return made.article is None or any(s.article == made.article for s in telling.evidence)


def _lost(made: Correction, telling: Telling) -> tuple[Sentence, ...]:
    """The sentences of *telling* that are withdrawn by *made*; a page that is gone takes none."""
    if made.kind is Kind.GONE:
        return ()
    return tuple(s for s in telling.evidence if made.article in (None, s.article))


def _wrong(made: Correction, telling: Telling) -> tuple[Sentence, ...]:
    """What we got wrong, where *telling* has it and it is long enough to be found in the post."""
    said = [Sentence(reading.told, 0, "") for reading in made.changes]
    return tuple(
        one
        for one in said
        if len(one.text.split()) >= LONG and any(one.text in s.text for s in telling.evidence)
    )


def _answered(made: Correction, heard: Sequence[Telling]) -> Telling:
    """Which of the messages *heard* the correction answers: the first that told most of it."""
    arrived = [telling for telling in heard if telling.message is not None]
    return max(arrived or heard, key=lambda telling: len(_told(made, telling)))


def _to(made: Correction, heard: Sequence[Telling]) -> Correction:
    """*made* as a chat is told it that *heard* these messages: what stood in them, with the day on
    which it was said last."""
    answered = _answered(made, heard)
    said = _of(made, *heard)
    holder = next((t for t in (answered, *heard) if said and said[0] in _told(made, t)), answered)
    known = said[0].known if said else None
    head = answered.headline
    made = replace(made, told=max(known or holder.told, holder.told), changes=said)
    if made.article is None:
        return _under_head(made, head)
    own = head.article == made.article and head.method is Method.EXTRACTIVE
    return replace(made, headline=clean(head.evidence)) if own else made


def _under_head(made: Correction, head: Sentence) -> Correction:
    """*made* by hand, named by the line that stood at the head of the story: an alert has no
    headline, and some were told another one. One that was cut is given whole."""
    shown = clean(head.text)
    if made.headline.startswith(shown):
        return made
    return replace(made, headline=shown, language=head.language)


def _of(made: Correction, *heard: Telling) -> tuple[Reading, ...]:
    """The readings of *made* that *heard* told; the headline where no sentence is among them."""
    told = {reading for telling in heard for reading in _told(made, telling)}
    mine = tuple(reading for reading in made.changes if reading in told)
    sentences = tuple(r for r in mine if not r.headline)
    return sentences or mine


def _told(made: Correction, telling: Telling) -> tuple[Reading, ...]:
    """All readings of *made* that *telling* told."""
    if made.kind is not Kind.EDITED:
        return made.changes
    said = [s for s in telling.evidence if s.article == made.article]
    rests, read = {s.evidence for s in said}, {s.text for s in said}
    mine = tuple(r for r in made.changes if r.evidence in rests)
    seen = {r.evidence for r in mine if r.told in read}
    return tuple(r for r in mine if r.told in read or r.evidence not in seen)


def _shape(preferences: Preferences) -> Preferences:
    """What of *preferences* shows in a message."""
    usual = Preferences()
    return replace(
        preferences,
        times=(),
        arrival=usual.arrival,
        stories=0,
        length=usual.length,
        quiet=None,
        weekend=False,
        sound=False,
    )
