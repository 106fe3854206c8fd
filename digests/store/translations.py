"""Translations, made once a sentence and model, and the summaries that wait for them.

Derived data: what is lost here is made again. Every function is a transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from sqlite_utils import Database

from digests.model import Lang, Method, Sentence, Summary
from digests.store import codec
from digests.store.stories import Told

#: How long a translation is kept; the window in which its story may change is shorter.
KEPT = timedelta(days=14)


def known(db: Database, keys: Iterable[str]) -> dict[str, str | None]:
    """What is kept by key; None where a sentence has no translation that may be shown."""
    wanted = list(dict.fromkeys(keys))
    found: dict[str, str | None] = {}
    for start in range(0, len(wanted), 400):
        part = wanted[start : start + 400]
        marks = ",".join("?" * len(part))
        found.update(
            db.execute(f"SELECT key, text FROM translation WHERE key IN ({marks})", part).fetchall()
        )
    return found


def keep(db: Database, made: Mapping[str, str | None], now: datetime) -> None:
    """Keep what was *made*, and forget what is older than `KEPT`."""
    db.conn.executemany(
        "INSERT OR REPLACE INTO translation (key, text, made) VALUES (?, ?, ?)",
        [(key, text, codec.stamp(now)) for key, text in made.items()],
    )
    db.execute("DELETE FROM translation WHERE made < ?", (codec.stamp(now - KEPT),))


def waiting(db: Database, seen: Mapping[int, str]) -> list[tuple[int, str, Told]]:
    """Stories whose extractive summary holds words in another language than Arabic, newest first.

    *seen* are versions by story that were looked at already; a story whose summary a model wrote
    does not show the extractive one.
    """
    rows = db.execute(
        "SELECT id, version, summary FROM story WHERE summary IS NOT NULL AND version NOT IN "
        "(SELECT version FROM written WHERE summary IS NOT NULL) ORDER BY latest DESC"
    )
    found = [
        (story, version, codec.load(Told, summary))
        for story, version, summary in rows
        if seen.get(story) != version
    ]
    return [one for one in found if any(foreign(s) for s in sentences(one[2].summary))]


def set_summary(db: Database, story: int, version: str, told: Told) -> None:
    """Show *told* of *story*, if it is still the *version* that was read."""
    db.execute(
        "UPDATE story SET summary = ? WHERE id = ? AND version = ?",
        (codec.dump(Told, told), story, version),
    )


def sentences(summary: Summary) -> tuple[Sentence, ...]:
    """The headline and the sentences of *summary*."""
    return summary.headline, *summary.sentences


def foreign(sentence: Sentence) -> bool:
    """Whether *sentence* is a source's own words in another language than Arabic."""
    return sentence.method is Method.EXTRACTIVE and sentence.language != Lang.AR
