"""Who was told what: the messages that hold a sentence of an article, read from the deliveries.

What is on its way counts as told, and so does what may have arrived; what a chat missed or refused
does not. The sentence of a background counts where it stood. Every function
is a transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlite_utils import Database

from digests.model import ChatKind, Place, Preferences, Sentence
from digests.store import codec

_TOLD = (
    "WITH t (digest, part, story) AS (SELECT digest, part, story FROM digest_article "
    "  WHERE article IN (SELECT value FROM json_each(:articles)) UNION "
    "  SELECT digest, part, story FROM digest_background "
    "  WHERE article IN (SELECT value FROM json_each(:articles))) "
)
_BY = (
    "d.digest = t.digest AND d.part = t.part "
    "AND d.kind = 'send' AND d.state != 'refused' AND d.created >= :since "
    "AND NOT EXISTS (SELECT 1 FROM missed m "
    "  WHERE m.chat = d.chat AND m.thread = d.thread AND m.digest = d.digest "
    "  AND m.part = d.part) "
)
_DELIVERED = f"FROM t CROSS JOIN delivery d WHERE {_BY}"
_SAID = (
    "JOIN digest_item i ON i.digest = t.digest AND i.part = t.part AND i.story = t.story "
    "LEFT JOIN digest_background b "
    "  ON b.digest = t.digest AND b.part = t.part AND b.story = t.story "
)
#: chat, thread, its kind and preferences, digest, part, message, when, and what was said.
_Row = tuple[int, int, str | None, str | None, int, int, int | None, float, str, str | None]


@dataclass(frozen=True, slots=True)
class Telling:
    """A message that told an article, and what of it; ``message`` is None when nobody knows,
    and when it stands in the group that the chat was before."""

    place: Place
    kind: ChatKind
    preferences: Preferences
    digest: int
    part: int
    message: int | None
    told: datetime
    headline: Sentence
    sentences: tuple[Sentence, ...]

    @property
    def evidence(self) -> tuple[Sentence, ...]:
        return (self.headline, *self.sentences)


@dataclass(frozen=True, slots=True)
class Words:
    """All that was said in the messages that told an article, when the first of them was made, and
    the first that said each sentence."""

    headlines: tuple[Sentence, ...] = ()
    rest: tuple[Sentence, ...] = ()
    first: datetime | None = None
    told: Mapping[Sentence, datetime] = field(default_factory=dict)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return (*self.headlines, *self.rest)

    def of(self, article: int) -> tuple[Sentence, ...]:
        """What was said from *article*."""
        return tuple(s for s in self.sentences if s.article == article)


def words(db: Database, articles: Iterable[int], since: datetime) -> Words:
    """What was said in the messages since *since* that told one of *articles*."""
    asked = {"articles": json.dumps(list(articles)), "since": codec.stamp(since)}
    rows = db.execute(
        # The first of a digest is looked up alone: it may have gone to any number of chats.
        f"{_TOLD} SELECT i.sentences, b.sentence, t.first FROM (SELECT t.digest, t.part, t.story, "
        f"(SELECT d.created FROM delivery d WHERE {_BY} ORDER BY d.id LIMIT 1) AS first FROM t) t "
        f"{_SAID} WHERE t.first IS NOT NULL",
        asked,
    ).fetchall()
    by_age = sorted(
        ((_said(sentences, background), first) for sentences, background, first in rows),
        key=lambda row: row[1],
    )
    heads = dict.fromkeys(said[0] for said, _ in by_age if said)
    rest = dict.fromkeys(sentence for said, _ in by_age for sentence in said[1:])
    told = {s: codec.moment(first) for said, first in reversed(by_age) for s in said}
    first = by_age[0][1] if by_age else None
    return Words(tuple(heads), tuple(rest), codec.moment_or_none(first), told)


def beside(db: Database, article: int) -> list[int]:
    """The articles of the stories that *article* was told in."""
    rows = db.execute(
        "SELECT DISTINCT o.article FROM digest_article t JOIN digest_article o "
        "ON o.digest = t.digest AND o.part = t.part AND o.story = t.story WHERE t.article = ?",
        (article,),
    ).fetchall()
    return [other for (other,) in rows]


def count(db: Database, articles: Iterable[int], since: datetime) -> int:
    """How many chats were told one of *articles* since *since*."""
    row = db.execute(
        f"{_TOLD} SELECT count(*) FROM (SELECT DISTINCT d.chat, d.thread {_DELIVERED})",
        {"articles": json.dumps(list(articles)), "since": codec.stamp(since)},
    ).fetchone()
    return int(row[0])


@dataclass(frozen=True, slots=True)
class Portion:
    """The tellings of some places; ``last`` is the last of them, None when none follow."""

    tellings: tuple[Telling, ...]
    last: Place | None


def portion(
    db: Database, articles: Iterable[int], since: datetime, after: Place | None, limit: int
) -> Portion:
    """The messages since *since* that told one of *articles*, to chats that can be written to,
    now or after a while.

    By place and age, from the place that follows *after*, or the first; *limit* messages, cut
    between places: of one place that fills it, all.
    """
    asked = list(articles)
    rows = _rows(
        db,
        "AND (d.chat, d.thread) > (:chat, :thread) ORDER BY d.chat, d.thread, d.id LIMIT :limit",
        asked,
        since,
        Place(-(2**63)) if after is None else after,
        limit,
    )
    last = None
    if len(rows) == limit:
        cut = Place(*rows[-1][:2])
        rows = [row for row in rows if row[:2] != rows[-1][:2]] or _in(db, asked, since, cut)
        last = Place(*rows[-1][:2])
    return Portion(_tellings(rows), last)


def in_chat(
    db: Database, articles: Iterable[int], since: datetime, place: Place
) -> tuple[Telling, ...]:
    """The same of *place* alone, all of them."""
    return _tellings(_in(db, list(articles), since, place))


def _in(db: Database, articles: Sequence[int], since: datetime, place: Place) -> Sequence[_Row]:
    return _rows(db, "AND d.chat = :chat AND d.thread = :thread", articles, since, place)


def _rows(
    db: Database,
    which: str,
    articles: Sequence[int],
    since: datetime,
    place: Place,
    limit: int = -1,
) -> Sequence[_Row]:
    """The messages *which*, by place and age."""
    found: Sequence[_Row] = db.execute(
        f"{_TOLD}, picked AS (SELECT d.id AS delivery, t.story AS told {_DELIVERED} {which}) "
        "SELECT d.chat, d.thread, c.kind, c.preferences, d.digest, d.part, "
        "CASE d.moved WHEN 0 THEN d.message END, "
        "coalesce(d.settled, d.created), i.sentences, b.sentence FROM picked "
        "JOIN delivery d ON d.id = picked.delivery "
        "JOIN t ON t.digest = d.digest AND t.part = d.part AND t.story = picked.told "
        f"{_SAID} LEFT JOIN chat c ON c.chat = d.chat AND c.thread = d.thread "
        "AND (c.active = 1 OR c.kind = 'channel' OR c.barred IS NOT NULL) "
        "ORDER BY d.chat, d.thread, d.id",
        {
            "articles": json.dumps(articles),
            "since": codec.stamp(since),
            "chat": place.chat,
            "thread": place.thread,
            "limit": limit,
        },
    ).fetchall()
    return found


def _tellings(rows: Iterable[_Row]) -> tuple[Telling, ...]:
    said: dict[tuple[str, str | None], tuple[Sentence, ...]] = {}
    chosen: dict[str, Preferences] = {}
    found = []
    for chat, thread, kind, preferences, digest, part, message, told, sentences, before in rows:
        if kind is None or preferences is None:
            continue  # it left, or was erased
        if (sentences, before) not in said:
            said[sentences, before] = _said(sentences, before)
        if preferences not in chosen:
            chosen[preferences] = codec.load(Preferences, preferences)
        if not said[sentences, before]:
            continue
        headline, *rest = said[sentences, before]
        found.append(
            Telling(
                Place(chat, thread), ChatKind(kind), chosen[preferences], digest, part, message,
                codec.moment(told), headline, tuple(rest),
            )
        )  # fmt: skip
    return tuple(found)


def _said(sentences: str, background: str | None) -> tuple[Sentence, ...]:
    before = () if background is None else (codec.load(Sentence, background),)
    return (*codec.load(tuple[Sentence, ...], sentences), *before)
