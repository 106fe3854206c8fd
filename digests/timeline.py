"""The events of a topic, as the archive has them: stories by the date of their first report."""

from __future__ import annotations

from collections.abc import Mapping

from digests.compose.timeline import Event
from digests.model import Sentence, Source, Story
from digests.store import stories
from digests.store.database import Database
from digests.summaries.headline import headline

#: Events of one page: what a screen holds without scrolling far.
PAGE = 10


def events(
    db: Database, topic: str, sources: Mapping[str, Source], muted: set[str], page: int
) -> tuple[list[Event], bool]:
    """The events on *page* (0 is the newest), and whether there are older ones.

    *muted* are outlets that the chat does not want to hear: a story of theirs alone is left out.
    """
    ids = stories.dated(db, topic, PAGE + 1, page * PAGE)
    found = []
    for story, kept in stories.get(db, ids[:PAGE]):
        left = tuple(a for a in story.articles if a.source not in muted)
        if left:
            title: Sentence = kept.summary.headline
            if title.article not in {a.id for a in left}:
                title = headline(left, sources)
            found.append(Event(Story(story.id, left), title))
    return found, len(ids) > PAGE
