"""A newsroom for tests: real archive, chosen stories, and chats that are told of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial

from digests.catalogs import Catalogue
from digests.model import (
    Action,
    Article,
    Chat,
    ChatKind,
    Entry,
    Independence,
    Place,
    Preferences,
    Sentence,
    Source,
    Story,
    Summary,
    Text,
    Topic,
)
from digests.store import archive, chats, stories
from digests.store.archive import Arriving
from digests.store.database import Database, Store
from digests.store.stories import Told
from digests.telling import Teller
from digests.words import Words

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
EVENING = datetime(2026, 3, 10, 17, tzinfo=UTC)  # 20:00 in Riyadh, a Tuesday
SOURCES = {
    name: Source(name, f"جريدة {name}", name, f"http://{name}.test/feed", "ar", country)
    for name, country in (("quds", "PS"), ("nile", "EG"), ("gulf", "AE"), ("atlas", "MA"))
} | {"wire": Source("wire", "وكالة wire", "Wire", "http://wire.test/feed", "en", "GB")}
TOPICS = {
    slug: Topic(slug, Text(f"موضوع {slug}", slug), Text("", ""), ((slug,),))
    for slug in ("one", "two", "three", "four", "five")
}


@dataclass
class Room:
    """``stories``: by id, the articles of each story as grouping has them now."""

    store: Store
    now: datetime = NOON
    stories: dict[int, list[int]] = field(default_factory=dict)
    woken: int = 0
    stale: int = 0  # how often stories were to be grouped anew
    teller: Teller = field(init=False)

    def __post_init__(self) -> None:
        self.teller = self.new_teller()

    def new_teller(self, announced: str | None = None) -> Teller:
        """As after a restart: nothing is in memory. *announced* is the sample newsroom's notice."""
        words = Words.load()
        catalogue = Catalogue(dict(SOURCES), dict(TOPICS))
        return Teller(self.store, catalogue, words, _pack, self._wake, self._stale, announced)

    def _wake(self) -> None:
        self.woken += 1

    def _stale(self) -> None:
        self.stale += 1

    # --- news

    def article(
        self,
        title: str,
        *topics: str,
        source: str = "quds",
        age: timedelta | None = timedelta(hours=1),
        arriving: Arriving = Arriving.USUAL,
        fresh: bool = True,
        summary: str | None = None,
    ) -> int:
        """An article of *source* that belongs to *topics*, by default to topic «one»."""
        entry = Entry(
            guid=None,
            url=f"http://{source}.test/{abs(hash(title)) % 10**9}/{title.replace(' ', '-')}",
            title=title,
            summary=summary or f"تفاصيل {title} كما وردت في المصدر.",
            published=None if age is None else self.now - age,
        )

        def save(db: Database) -> int:
            (new,) = archive.save(db, SOURCES[source], [entry], self.now, arriving).new
            hits = {new: topics or ("one",)}
            archive.set_topics(db, hits, fresh=fresh, among=list(TOPICS))
            return new

        return self.store.write_now(save)

    def story(self, *articles: int) -> int:
        """A story of these articles; they leave any other."""
        number = max(self.stories, default=0) + 1
        for others in self.stories.values():
            others[:] = [article for article in others if article not in articles]
        self.stories[number] = list(articles)
        self.group()
        return number

    def tell(self, title: str, *topics: str, **more: object) -> int:
        """A story of a single article; the article's id."""
        article = self.article(title, *topics, **more)  # type: ignore[arg-type]
        self.story(article)
        return article

    def group(self) -> None:
        self.stories = {n: articles for n, articles in self.stories.items() if articles}

        def write(db: Database) -> None:
            made = [
                Story(n, tuple(sorted(archive.articles(db, ids), key=lambda a: a.published)))
                for n, ids in self.stories.items()
            ]
            kept = {story.id: summary_of(story) for story in made}
            stories.replace(db, made, datetime(2020, 1, 1, tzinfo=UTC), kept)

        self.store.write_now(write)

    # --- chats

    def chat(
        self,
        *topics: str,
        number: int = 7,
        thread: int = 0,
        kind: ChatKind = ChatKind.PRIVATE,
        **preferences: object,
    ) -> Place:
        place = Place(number, thread)
        wanted = replace(Preferences(), **preferences)  # type: ignore[arg-type]

        def make(db: Database) -> None:
            chats.ensure(db, place, kind, wanted, self.now)
            for topic in topics or ("one",):
                chats.subscribe(db, place, topic, self.now)

        self.store.write_now(make)
        return place

    def find(self, place: Place) -> Chat:
        chat = self.store.read_now(partial(chats.find, place=place))
        assert chat is not None
        return chat

    async def tick(self, now: datetime | None = None) -> int:
        """What one digest tick does, chat by chat; how many messages were owed."""
        self.now = now or self.now
        found = await self.store.read(lambda db: chats.due(db, self.now))
        return sum([await self.teller.due(chat, self.now) for chat in found])

    async def evenings(self, days: int, start: datetime = EVENING) -> list[int]:
        return [await self.tick(start + timedelta(days=day)) for day in range(days)]

    def told(self, place: Place) -> list[list[int]]:
        """Article ids by message owed to *place*, oldest first."""
        rows = self.store.read_now(
            lambda db: db.execute(
                "SELECT d.id, a.article FROM delivery d LEFT JOIN digest_article a "
                "ON a.digest = d.digest AND a.part = d.part WHERE d.chat = ? AND d.thread = ? "
                "ORDER BY d.id, a.article",
                (place.chat, place.thread),
            ).fetchall()
        )
        found: dict[int, list[int]] = {}
        for delivery, article in rows:
            found.setdefault(delivery, []).append(article)
        return list(found.values())

    def owed(self, place: Place) -> list[str]:
        """The texts owed to *place*."""
        return self.store.read_now(
            lambda db: [
                row[0]
                for row in db.execute(
                    "SELECT json_extract(g.messages, '$[' || d.part || '].html') FROM delivery d "
                    "JOIN digest g ON g.id = d.digest WHERE d.chat = ? AND d.thread = ? "
                    "ORDER BY d.id",
                    (place.chat, place.thread),
                )
            ]
        )


def summary_of(story: Story) -> Told:
    first: Article = story.articles[0]
    sentence = Sentence(first.title, first.id, first.title)
    outlets: Sequence[str] = sorted({article.source for article in story.articles})
    body = Sentence(first.summary, first.id, first.summary)
    return Told(Summary(sentence, (body,)), Independence(tuple(outlets)))


def _pack(_action: Action) -> str:
    return "x"
