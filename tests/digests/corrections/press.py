"""A newsroom whose sources change what they said after it was told."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import partial

from digests.markup import visible
from digests.model import (
    Article,
    Background,
    Entry,
    Item,
    Message,
    Method,
    Place,
    Sentence,
    Shown,
    Summary,
)
from digests.store import archive, deliveries, posts, stories
from digests.store.archive import Arriving
from digests.store.database import Database
from digests.store.stories import Told
from digests.store.told import Part, StoredDigest
from digests.stored_form import told_items
from tests.digests.telling.room import EVENING, SOURCES, Room

TITLE = "افتتاح مركز بيانات جديد في المدينة"
FIRST = "افتتحت الشركة مركز بيانات جديدًا بكلفة 400 مليون دولار."
REST = "وقالت الشركة إن المركز يخدم زبائنها من المصارف."
CHANGED = FIRST.replace("400", "140")
ENGLISH = "The company opened a data centre for 400 million dollars."
TRANSLATED = "افتتحت الشركة مركز بيانات بكلفة 400 مليون دولار."


class Press(Room):
    """A `Room`, in which what is owed arrives, and articles are edited."""

    def write(self, title: str = TITLE, text: str = f"{FIRST} {REST}", **more: object) -> int:
        """A story of one article; the article's id."""
        return self.tell(title, summary=text, **more)

    def article_of(self, number: int) -> Article:
        (found,) = self.store.read_now(partial(archive.articles, ids=[number]))
        return found

    def summarise(self, number: int, headline: Sentence, *said: Sentence) -> None:
        """What is told of story *number* from now on."""

        def write(db: Database) -> None:
            ((story, told),) = stories.get(db, [number])
            kept = {number: Told(Summary(headline, said), told.independence)}
            stories.replace(db, [story], datetime(2020, 1, 1).astimezone(), kept)

        self.store.write_now(write)

    async def told_in_translation(self) -> tuple[int, Place]:
        """An English article of which *place* was told a translation; the article's id, and it."""
        title = "Company opens data centre"
        article, place = self.write(title, ENGLISH, source="wire"), self.chat()
        self.summarise(
            1,
            Sentence("الشركة تفتتح مركز بيانات", article, title, Method.TRANSLATED),
            Sentence(TRANSLATED, article, ENGLISH, Method.TRANSLATED),
        )
        await self.tick(EVENING)
        self.deliver(place)
        return article, place

    async def give_background(self, place: Place, number: int, said: Sentence) -> None:
        """*place* is shown the story of article *number* with *said* as its background."""
        story = next(s for s, articles in self.stories.items() if number in articles)
        ((whole, kept),) = self.store.read_now(partial(stories.get, ids=[story]))
        background = Background(self.article_of(said.article), said)
        item = Item("one", whole, kept.summary, kept.independence, background=background)
        seen = Shown(story, kept.summary.headline, kept.summary.sentences, said)
        digest = StoredDigest(
            1, (Part("الموجز"),), told_items([item], [Message("", shown=(seen,))])
        )
        self.store.write_now(
            partial(
                deliveries.owe,
                place=place,
                digest=digest,
                now=self.now,
                priority=deliveries.Priority.DIGEST,
            )
        )

    def edit(self, number: int, *, title: str = "", text: str = "") -> None:
        """The source publishes the article otherwise."""
        old = self.article_of(number)
        entry = Entry(
            None, old.url, title or old.title, text or old.summary, published=old.published
        )
        source = SOURCES[old.source]
        self.store.write_now(lambda db: archive.save(db, source, [entry], self.now, Arriving.USUAL))

    async def look(self, later: timedelta = timedelta(hours=1)) -> int:
        """A while later, what waits is looked at; how many corrections that makes."""
        self.now += later
        return await self.teller.corrections.tick(self.now, settled=True)

    def deliver(self, place: Place) -> None:
        """Everything owed to *place* arrives, the first message as number 1."""
        while claimed := [
            d
            for d in self.store.read_now(lambda db: deliveries.claim(db, self.now, 50))
            if d.place == place
        ]:
            for owed in claimed:
                message = owed.target if owed.kind is deliveries.Kind.EDIT else owed.id
                assert message is not None
                arrived = partial(posts.sent, delivery=owed, message=message, now=self.now)
                self.store.write_now(arrived)

    def corrections(self, place: Place) -> list[tuple[str, int | None]]:
        """What *place* was sent or is owed of corrections, and the message each answers."""
        rows = self.store.read_now(
            lambda db: db.execute(
                "SELECT json_extract(g.messages, '$[0].html'), d.target FROM delivery d "
                "JOIN digest g ON g.id = d.digest "
                "JOIN correction_message m ON m.digest = d.digest "
                "WHERE d.chat = ? AND d.thread = ? AND d.kind = 'send' ORDER BY d.id",
                (place.chat, place.thread),
            ).fetchall()
        )
        return [(bare(html), target) for html, target in rows]

    def shown(self, place: Place) -> str:
        """All that *place* was sent or is owed, as a reader sees it."""
        rows = self.store.read_now(
            lambda db: db.execute(
                "SELECT m.value ->> 'html' FROM delivery d JOIN digest g ON g.id = d.digest, "
                "json_each(g.messages) m WHERE d.chat = ? AND d.thread = ? ORDER BY d.id, m.key",
                (place.chat, place.thread),
            ).fetchall()
        )
        return "\n".join(bare(html) for (html,) in rows)

    def first_message(self, place: Place) -> int:
        row = self.store.read_now(
            lambda db: db.execute(
                "SELECT message FROM delivery WHERE chat = ? AND kind = 'send' ORDER BY id LIMIT 1",
                (place.chat,),
            ).fetchone()
        )
        return int(row[0])


def bare(html: str) -> str:
    """What a reader sees, without marks of direction."""
    return re.sub("[\u200e\u200f\u2060\u2066-\u2069]", "", visible(html))
