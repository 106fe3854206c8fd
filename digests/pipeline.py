"""The one place where the stages are put in order: sources -> archive -> topics -> stories.

    fetch ──> parse (worker) ──> save ──> match ──> group ──> summarise ──> translate

Each source is a task of its own, so that a slow or broken one delays no other. Bodies that arrive
together are parsed together. Grouping looks at the whole window at once and runs after saving, once
for all that was saved meanwhile.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from hashlib import blake2b

import structlog

from digests import full_text
from digests.aside import aside
from digests.catalogs import Catalogue
from digests.corrections import notice
from digests.embedding import Vectors
from digests.language.embed import Embedder
from digests.language.normal import fold
from digests.language.vectors import Vector
from digests.model import Article, Feed, Place, Source, Story, Topic
from digests.sources.discovery import find_feed
from digests.sources.errors import Broken, NotAFeed, SourceError
from digests.sources.fetch import LONGEST, Fetched, FetchState, failed, fetch, schedule
from digests.sources.http import HttpClient
from digests.sources.parse_queue import ParseQueue
from digests.sources.worker import ParseJob, Worker
from digests.store import archive, codec, own_topics, stories, watched
from digests.store.archive import Arriving, Saved
from digests.store.database import Database, Store
from digests.store.stories import Told
from digests.store.told import told_stories
from digests.stories import assign, independence
from digests.stories.near import near
from digests.summaries import summarise
from digests.topics.matching import Matcher
from digests.topics.query import expression
from digests.translating import Translator

log = structlog.get_logger()

#: How far back articles are grouped (docs/design.md: stories).
WINDOW = timedelta(hours=72)
#: Fetches under way at once, over all hosts.
FETCHES = 48
#: Articles matched again at once when a topic changed.
CHUNK = 200
#: Articles of the archive that are looked at when a chat follows words of its own.
CANDIDATES = 1000


@dataclass(frozen=True, slots=True)
class Polled:
    """What one poll of one source came to. ``entries`` is None when no new document came."""

    source: str
    entries: int | None
    new: int
    error: SourceError | None = None


class Pipeline:
    """From feeds to summarised stories in the archive."""

    def __init__(
        self,
        store: Store,
        catalogue: Catalogue,
        http: HttpClient,
        worker: Worker,
        interval: timedelta,
        embedder: Embedder | None = None,
        translator: Translator | None = None,
    ) -> None:
        self._store = store
        self._catalogue = catalogue
        self._http = http
        self._worker = worker
        self._interval = interval
        self._vectors = Vectors(store, embedder)
        self._translator = translator
        self._matcher = Matcher(catalogue.topics.values())
        self._fetching = asyncio.Semaphore(FETCHES)
        self._grouping = asyncio.Lock()
        self._polling: dict[str, asyncio.Task[Polled]] = {}
        self._resting: dict[str, datetime] = {}  # until when, after an error of ours
        self._parsing = ParseQueue(worker)
        self._rounds = asyncio.Condition()
        self.ungrouped = asyncio.Event()

    # --- polling

    async def due(self, now: datetime) -> list[tuple[Source, FetchState | None]]:
        """Sources whose next poll is due at *now* and not under way."""
        states = await self._store.read(archive.source_states)
        found = []
        for source in self._catalogue.sources.values():
            state = states.get(source.id)
            changed = state is not None and (state.given or state.url) != source.url
            resting = self._resting.get(source.id)
            if source.id in self._polling or (resting is not None and now < resting):
                continue
            # Further off than any wait of ours: a wrong clock set it.
            astray = state is not None and state.next_poll > now + 2 * LONGEST
            if state is None or changed or astray or state.next_poll <= now:
                found.append((source, state))
        return found

    def start_poll(
        self, source: Source, state: FetchState | None, now: datetime
    ) -> asyncio.Task[Polled]:
        """Poll *source* in a task of its own; a second call while it runs gives the same task."""
        task = self._polling.get(source.id)
        if task is None:
            task = asyncio.create_task(self._poll(source, state, now))
            self._polling[source.id] = task
            task.add_done_callback(lambda _: self._polling.pop(source.id, None))
        return task

    async def poll_all(self, now: datetime) -> list[Polled]:
        """Poll every source once, due or not, then group what came."""
        states = await self._store.read(archive.source_states)
        tasks = [
            self.start_poll(source, states.get(source.id), now)
            for source in self._catalogue.sources.values()
        ]
        polled = list(await asyncio.gather(*tasks))
        await self.group(now)
        if self._translator is not None:
            await self._translator.settled()
        return polled

    async def _poll(self, source: Source, state: FetchState | None, now: datetime) -> Polled:
        try:
            async with self._fetching:
                fetched = await fetch(self._http, source, state, now, self._interval)
            polled = await self._take(source, state, fetched, now)
        except Exception as error:
            # One source never stops another: what is wrong is told once, and it comes again.
            if source.id not in self._resting:
                log.exception("source.failed", source=source.id)
            self._resting[source.id] = now + self._interval
            return Polled(source.id, None, 0, Broken(str(error) or type(error).__name__))
        self._resting.pop(source.id, None)
        return polled

    async def _take(
        self, source: Source, before: FetchState | None, fetched: Fetched, now: datetime
    ) -> Polled:
        if fetched.body is None:
            await self._store.write(lambda db: archive.set_source_state(db, fetched.state))
            self._tell(source, before, fetched.error)
            return Polled(source.id, None, 0, fetched.error)
        job = ParseJob(fetched.body, fetched.content_type, fetched.url, source.language)
        feed = await self._parsing.parse(job)
        if isinstance(feed, SourceError):
            error = feed
            state = failed(fetched.state, error, now, self._interval)
            await self._store.write(lambda db: archive.set_source_state(db, state))
            self._tell(source, before, error)
            return Polled(source.id, None, 0, error)
        saved = await self._save(source, before, fetched, feed, now)
        if source.full_text and saved.new:
            await full_text.fill(self._store, self._http, self._worker, saved.new)
        if source.full_text and saved.changed:
            await full_text.read_again(self._store, self._http, self._worker, saved.changed)
        await self.match(saved.new + saved.changed)
        self.ungrouped.set()
        self._tell(source, before, None)
        return Polled(source.id, len(feed.entries), len(saved.new))

    async def try_source(self, source: Source, now: datetime) -> Feed | SourceError:
        """Read *source* as a poll would, from scratch, and keep nothing: for ``check``."""
        async with self._fetching:
            fetched = await fetch(self._http, source, None, now, self._interval)
        if fetched.error is not None or fetched.body is None:
            return fetched.error or NotAFeed(f"{fetched.url} answered without a document.")
        job = ParseJob(fetched.body, fetched.content_type, fetched.url, source.language)
        return await self._parsing.parse(job)

    async def discover(self, url: str) -> tuple[str, Feed]:
        """The feed at *url*, or the one that the page there names, with its address.

        Raises:
            SourceError: there is none, or it cannot be read.
        """
        return await find_feed(self._http, self._worker, url)

    def _tell(self, source: Source, before: FetchState | None, error: SourceError | None) -> None:
        """Report a failure once, and its end once."""
        was = before.last_error_code if before else None
        if error is not None and was != error.code:
            log.warning("source.unreadable", source=source.id, reason=str(error))
        elif error is None and was is not None:
            log.info("source.readable-again", source=source.id)

    async def _save(
        self,
        source: Source,
        before: FetchState | None,
        fetched: Fetched,
        feed: Feed,
        now: datetime,
    ) -> Saved:
        if before is None or not before.polled_once:
            arriving = Arriving.FIRST
        elif before.last_ok is None or now - before.last_ok > archive.RECOVERY:
            arriving = Arriving.RECOVERED
        else:
            arriving = Arriving.USUAL
        state = replace(schedule(fetched.state, feed, now, self._interval), polled_once=True)

        suspects = {e.title for e in feed.entries if notice.suspected(e.title, e.text or e.summary)}

        def save(db: Database) -> Saved:
            saved = archive.save(db, source, feed.entries, now, arriving)
            if suspects and arriving is not Arriving.FIRST:
                came = archive.articles(db, saved.new + saved.changed)
                watched.announce(db, (a.id for a in came if a.title in suspects))
            archive.set_source_state(db, state)
            return saved

        return await self._store.write(save)

    # --- topics

    async def match(self, ids: Iterable[int]) -> None:
        """Write which topics the articles *ids*, newly saved, belong to."""
        found = list(ids)
        await self._match(found, self._matcher, tuple(self._catalogue.topics), fresh=True)

    async def match_waiting(self) -> None:
        """At a start: match what was saved before a stop and not matched any more."""
        waiting = await self._store.read(archive.unmatched)
        for start in range(0, len(waiting), CHUNK):
            await self.match(waiting[start : start + CHUNK])
        self.ungrouped.set()

    async def _match(
        self, ids: Sequence[int], matcher: Matcher, among: Sequence[str], *, fresh: bool
    ) -> None:
        found = await self._store.read(lambda db: archive.articles(db, ids))
        hits = await aside(partial(_hits, matcher, found))

        def write(db: Database) -> None:
            archive.set_topics(db, hits, fresh=fresh, among=among)
            if fresh:
                archive.set_matched(db, ids)

        await self._store.write(write)

    async def match_changed_topics(self) -> None:
        """At a start: match the archive anew for topics whose query changed since.

        What that finds fills the archive and ``/latest``; nothing is pushed for it. A stop in the
        middle begins it anew at the next start.
        """
        known = await self._store.read(archive.topic_versions)
        changed = [t for t in self._catalogue.topics.values() if known.get(t.slug) != _version(t)]
        if changed:
            await self._match_again(changed, await self._store.read(archive.all_ids))

    async def _match_again(self, topics: Sequence[Topic], ids: Sequence[int]) -> None:
        matcher = await aside(lambda: Matcher(topics))
        slugs = [topic.slug for topic in topics]
        for start in range(0, len(ids), CHUNK):
            await self._match(ids[start : start + CHUNK], matcher, slugs, fresh=False)

        def remember(db: Database) -> None:
            for topic in topics:
                archive.set_topic_version(db, topic.slug, _version(topic))

        await self._store.write(remember)
        if ids:
            self.ungrouped.set()

    async def follow(self, topic: Topic, place: Place, now: datetime) -> str:
        """Add a chat's own *topic*, matched against what the search index finds; its slug.

        The stories of what matched are there after the next grouping.
        """
        slug = await self._store.write(lambda db: own_topics.add(db, topic, place, now))
        if slug not in self._catalogue.topics:
            own = replace(topic, slug=slug)
            self._catalogue.topics[slug] = own
            everything = list(self._catalogue.topics.values())
            self._matcher = await aside(lambda: Matcher(everything))
            found = await self._store.read(partial(_candidates, words=expression(own)))
            await self._match_again([own], found)
        return slug

    # --- stories

    @property
    def busy(self) -> bool:
        """Whether something is being read that is not grouped yet."""
        return bool(self._polling) or self.ungrouped.is_set() or self._grouping.locked()

    @property
    def settled(self) -> bool:
        """Whether every article that was read is in its story by now."""
        return not self.ungrouped.is_set() and not self._grouping.locked()

    async def rematch(self, article: int) -> None:
        """The text of *article* changed: match it, and group it soon."""
        await self.match([article])
        self.ungrouped.set()

    async def grouped(self, seconds: float) -> None:
        """Wait for the end of the next grouping, at most *seconds*."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds), self._rounds:
                await self._rounds.wait()

    async def group_waiting(self, now: datetime) -> bool:
        """Group when something was saved since the last time; whether that was so."""
        if not self.ungrouped.is_set():
            return False
        try:
            await self.group(now)
        except BaseException:
            self.ungrouped.set()  # it waits still
            raise
        return True

    async def group(self, now: datetime) -> None:
        """Regroup the window and summarise the stories that changed."""
        async with self._grouping:
            self.ungrouped.clear()
            start = now - WINDOW
            state = await self._store.read(partial(_grouping_state, start=start))
            near = await self._vectors.of(state.articles)
            grouped, fresh = await aside(partial(_group, state, self._catalogue.sources, near))
            if self._translator is not None:
                fresh = await self._translator.known(fresh)
            await self._store.write(lambda db: stories.replace(db, grouped, start, fresh))
        async with self._rounds:
            self._rounds.notify_all()
        await self.translate(now)

    async def translate(self, now: datetime) -> None:
        """Begin to translate what waits: for each tick of housekeeping."""
        if self._translator is not None:
            await self._translator.begin(now)

    async def index(self) -> None:
        """Bring the search index up to date, a batch at a time."""
        added = 1
        while added:
            added = await self._store.write(lambda db: archive.index(db, fold))

    async def stop(self) -> None:
        """Cancel what is under way; it comes again at the next start."""
        self._parsing.stop()
        tasks = list(self._polling.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@dataclass(frozen=True, slots=True)
class _State:
    """What grouping needs to know, read on one snapshot."""

    articles: tuple[Article, ...]
    previous: dict[int, int]
    told: frozenset[int]
    next_id: int
    by_hand: tuple[tuple[int, int, bool], ...]
    versions: dict[int, str]


def _grouping_state(db: Database, start: datetime) -> _State:
    matched = archive.matched(db, start)
    heads = archive.heads(db, start)
    found = near([h for h in heads if h.id in matched], (h for h in heads if h.id not in matched))
    wanted = matched.union(found)
    return _State(
        articles=tuple(archive.articles(db, (h.id for h in heads if h.id in wanted))),
        previous=stories.assignment(db, start),
        told=frozenset(told_stories(db, start)),
        next_id=stories.next_id(db),
        by_hand=tuple(stories.by_hand(db)),
        versions=stories.versions(db),
    )


def _group(
    state: _State, sources: dict[str, Source], near: Mapping[int, Vector]
) -> tuple[tuple[Story, ...], dict[int, Told]]:
    """The stories of the window, and summaries of those whose version has none yet."""
    grouped = assign(
        state.articles,
        WINDOW,
        previous=state.previous,
        told=state.told,
        next_id=state.next_id,
        by_hand=state.by_hand,
        vectors=near,
    )
    fresh = {
        story.id: Told(summarise(story, sources), independence(story, sources))
        for story in grouped
        if state.versions.get(story.id) != stories.version(story)
    }
    return grouped, fresh


def _hits(matcher: Matcher, articles: Sequence[Article]) -> dict[int, tuple[str, ...]]:
    return {article.id: matcher.match(article) for article in articles}


def _candidates(db: Database, words: str) -> list[int]:
    """Articles that may match a new topic: by the search index, and the newest, not yet in it."""
    indexed = [article.id for article in archive.search(db, words, CANDIDATES)]
    return list(dict.fromkeys([*archive.newest_ids(db, CHUNK), *indexed]))


def _version(topic: Topic) -> str:
    """A hash of what *topic* matches; the names may change without matching anew."""
    query = codec.plain([topic.all, topic.none, topic.where.value])
    return blake2b(query.encode(), digest_size=8).hexdigest()
