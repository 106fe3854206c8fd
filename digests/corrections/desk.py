"""What becomes of an edit, a notice, a page that is gone: the list, and what every chat is owed.

Reading and comparing happen outside any transaction; the one that puts a correction on the list
reads once more who was told, owes each of them the message, and takes the article off the queue. So
a stop in between loses nothing and repeats nothing: a correction comes once to a chat.

Told means a delivery of the last seven days that holds the evidence, whatever the chat muted since.
No correction waits for approval; drafts that hold no more are taken back (``channels.recalling``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from digests.aside import aside
from digests.catalogs import Catalogue
from digests.channels.desk import ChannelDesk
from digests.channels.recalling import Fails, recall
from digests.corrections import notice
from digests.corrections.announcing import Announcer
from digests.corrections.notice import Notice, Says
from digests.corrections.readings import changes
from digests.language.stems import words
from digests.markup import clean
from digests.model import Article, Sentence, Story
from digests.store import archive, byhand, corrections, posts, spreading, stories, tellings, watched
from digests.store.corrections import Correction, Kind, Outlet, Reading
from digests.store.database import Database, Store
from digests.store.stories import Told
from digests.store.tellings import Words
from digests.store.watched import Edited
from digests.stories import independence
from digests.summaries import summarise

#: Articles looked at in one tick.
BATCH = 50
#: A notice may mean articles that were told so long ago.
WATCHED = watched.WATCHED


class Corrections:
    """Corrects in the open what was told. ``stale`` says that stories are to be grouped anew."""

    def __init__(
        self,
        store: Store,
        catalogue: Catalogue,
        announcer: Announcer,
        channels: ChannelDesk,
        wake: Callable[[], None],
        stale: Callable[[], None],
    ) -> None:
        self.store = store
        self._catalogue = catalogue
        self._announcer = announcer
        self._channels = channels
        self._wake = wake
        self._stale = stale
        self._recalled = False

    async def tick(self, now: datetime, *, settled: bool) -> int:
        """Read the notices and compare the edits that wait; how many corrections that makes.

        Edits wait until stories are *settled*, so that what is composed later tells the new text.
        """
        made = 0
        for article in await self.store.read(partial(watched.announced, limit=BATCH)):
            made += await self._read_notice(article, now)
        if settled:
            for edited in await self.store.read(partial(watched.edited, limit=BATCH)):
                made += await self._compare(edited, now)
            await self._channels.remake(now)
        spread = await self._announcer.spread(now)
        if await self.store.read(spreading.any_missed):
            spread += await self.store.write(partial(spreading.owe_missed, now=now))
        if spread or self._recalled:
            self._recalled = False
            self._wake()
        return made

    # --- an edit

    async def _compare(self, edited: Edited, now: datetime) -> bool:
        article, since = edited.article, now - WATCHED

        def read(db: Database) -> tuple[Words, list[Correction]]:
            told = tellings.words(db, [article.id], since)
            return told, corrections.of_article(db, article.id)

        told, before = await self.store.read(read)
        known = await aside(partial(changes, edited, told.sentences, before))

        def settle(db: Database) -> bool:
            if watched.is_withdrawn(db, article.id) or not watched.compared(db, edited):
                return False
            self._recall(db, article.id, lambda said: bool(changes(edited, said, before)), now)
            again = tellings.words(db, [article.id], since)
            found = known if again == told else changes(edited, again.sentences, before)
            if not found:
                return False
            made = _entry(Kind.EDITED, article, edited.title, again, article.url, now)
            made = replace(made, changes=tuple(found.values()), told=_last(found, again))
            self._announcer.announce(db, made, [article.id], since, now)
            return True

        return await self.store.write(settle)

    # --- a notice

    async def _read_notice(self, article: Article, now: datetime) -> bool:
        since = now - WATCHED
        found, target = await self.store.read(partial(_announced, article=article, since=since))
        if found is None or target is None:
            await self.store.write(partial(watched.heard, article=article.id))
            self._stale()
            return False
        left = await self._without(target.id)

        def settle(db: Database) -> bool:
            if not watched.heard(db, article.id):
                return False
            if target.id != article.id:
                # told by what follows, not as news
                watched.withdraw(db, article.id, now, for_good=True)
            if found.says is Says.WITHDRAWAL:
                self._recall(db, target.id, bool, now)
            told = tellings.words(db, [target.id], since)
            if found.says is Says.WITHDRAWAL:
                return self._withdraw(db, target, told, found, article.url, left, now)
            return self._correct(db, target, article, told, found, now)

        made = await self.store.write(settle)
        self._stale()
        return made

    def _correct(
        self,
        db: Database,
        target: Article,
        article: Article,
        told: Words,
        found: Notice,
        now: datetime,
    ) -> bool:
        """A notice of correction; by the same entry, its new text says what is different."""
        if not told.of(target.id):
            return False
        if _said_before(found, corrections.of_article(db, target.id)):
            return False
        waiting = watched.edited_of(db, target.id)
        title = waiting.title if waiting else target.title
        made = _entry(Kind.NOTICE, target, title, told, article.url or target.url, now)
        said = Reading("", "", found.sentence, language=article.language)
        made = replace(made, changes=(said,))
        if waiting is not None and target.id == article.id:
            watched.compared(db, waiting)
            of = changes(waiting, told.sentences, corrections.of_article(db, article.id))
            if of:
                made = replace(
                    made,
                    kind=Kind.EDITED,
                    changes=tuple(of.values()),
                    told=_last(of, told),
                    reason=found.reason,
                )
        self._announcer.announce(db, made, [target.id], now - WATCHED, now)
        return True

    def _withdraw(
        self,
        db: Database,
        target: Article,
        told: Words,
        found: Notice | None,
        url: str,
        left: tuple[Story, Told] | None,
        now: datetime,
    ) -> bool:
        """Take *target* out of what is told and say so once; *found* is the notice, if any."""
        kind = Kind.WITHDRAWN if found else Kind.GONE
        waiting = watched.edited_of(db, target.id)
        title = waiting.title if waiting else target.title
        watched.withdraw(db, target.id, now, for_good=found is not None)
        stories.take_out(db, target.id, left)
        if not told.of(target.id):
            return False
        if any(c.kind is kind for c in corrections.of_article(db, target.id)):
            return False
        made = replace(
            _entry(kind, target, title, told, url, now),
            reason=found.reason if found else "",
            remaining=tuple(Outlet(a.source, a.url) for a in left[0].articles) if left else (),
        )
        self._announcer.announce(db, made, [target.id], now - WATCHED, now)
        return True

    def _recall(self, db: Database, article: int, fails: Fails, now: datetime) -> None:
        if recall(db, self._channels.owners, article, fails, now):
            self._recalled = True

    async def _without(self, article: int) -> tuple[Story, Told] | None:
        """The story of *article* as it is without it, with its summary; None: nothing is left."""
        found = await self.store.read(partial(_left, article=article))
        if found is None:
            return None
        sources = self._catalogue.sources
        return found, await aside(
            lambda: Told(summarise(found, sources), independence(found, sources))
        )

    # --- pages

    async def gone(self, article: int, now: datetime) -> bool:
        """The page of *article* is gone, confirmed: say so once, and tell it no more."""
        left = await self._without(article)

        def settle(db: Database) -> bool:
            target = next(iter(archive.articles(db, [article])), None)
            if target is None:
                return False
            self._recall(db, article, bool, now)
            told = tellings.words(db, [article], now - WATCHED)
            return self._withdraw(db, target, told, None, target.url, left, now)

        made = await self.store.write(settle)
        self._stale()
        if await self._announcer.spread(now) or self._recalled:
            self._recalled = False
            self._wake()
        return made

    async def returned(self, article: int, now: datetime) -> None:
        """The page is there again: the list says so, and nobody is written to."""

        def run(db: Database) -> None:
            watched.give_back(db, article)
            corrections.returned(db, article, now)

        await self.store.write(run)
        self._stale()

    async def tidy(self, now: datetime) -> None:
        """Stop watching what was told long ago, and forget what was begun by hand before that."""

        def run(db: Database) -> None:
            watched.unwatch(db, now)
            byhand.prune(db, now - archive.KEPT)

        await self.store.write(run)


# --- rules


def _last(found: Mapping[Sentence, Reading], told: Words) -> datetime:
    """When what the first of *found* corrects was said: by a former correction, or first told."""
    sentence, reading = next(iter(found.items()))
    return reading.known or told.told[sentence]


def _announced(
    db: Database, article: Article, since: datetime
) -> tuple[Notice | None, Article | None]:
    """The notice that *article* is, and the article that it means: itself or another that was told,
    or, for a withdrawal, one that nobody was told yet."""
    found = notice.read(article.title, article.body, article.language)
    if found is None:
        return None, None
    if watched.is_watched(db, article.id, since):
        before = watched.edited_of(db, article.id)
        if before is None:
            return None, None
        body = max(before.text, before.summary, key=len)
        said = notice.read(before.title, body, article.language)
        return (None, None) if said and said.says is found.says else (found, article)
    if watched.is_withdrawn(db, article.id) and tellings.count(db, [article.id], since):
        return None, None  # what it says now is of itself, and it is told no more
    target = notice.meant(article, watched.watched_of(db, article.source, since))
    if target is None and found.says is Says.WITHDRAWAL:  # what nobody was told is not to be told
        untold = [a for a in watched.untold_of(db, article.source, since) if a.id != article.id]
        target = notice.meant(article, untold, notice.SURE)
    return found, target


def _said_before(found: Notice, before: Sequence[Correction]) -> bool:
    """Whether a notice said the same, spelling aside: it was edited, or published twice."""
    said = words(found.sentence)
    heard = (change.after for c in before if c.kind is Kind.NOTICE for change in c.changes)
    return any(words(sentence) == said for sentence in heard)


def _left(db: Database, article: int) -> Story | None:
    """What is left of the story of *article*, or of the one that it was told in and left before."""
    own = stories.of_article(db, article)
    story = own or next(iter(posts.stories_of(db, tellings.beside(db, article))), None)
    if story is None:
        return None
    others = [a for a in stories.members(db, [story]).get(story, []) if a != article]
    left = sorted(archive.articles(db, others), key=lambda a: (a.published, a.id))
    return Story(story, tuple(left)) if left else None


def _entry(
    kind: Kind, article: Article, title: str, told: Words, url: str, now: datetime
) -> Correction:
    """An entry of the list about *article*, whose headline was *title* when it was told."""
    heads = (s.evidence for s in told.headlines if s.article == article.id)
    own = (evidence for evidence in heads if evidence in title)
    return Correction(
        kind,
        now,
        article.id,
        article.source,
        clean(next(own, title)),
        article.language,
        url,
        told.first or now,
    )
