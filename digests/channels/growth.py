"""Growth of a post: outlets that tell its story by now and are not named in it yet.

Rule. Within six hours of a post of one story, outlets of the story that the channel was not told
are added by an edit. Headline and sentences stay as posted. What it may get wrong: an outlet whose
report says something new is named here like any other. Escape hatch: what is new in substance is
an update of its own, and counts as told then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from digests.model import Chat, Item, Place, Sentence, Story, Summary
from digests.store import archive, chats, codec, drafts, posts, stories
from digests.store.database import Database
from digests.store.posts import Post
from digests.store.told import told

#: How long after it was posted a post is edited.
WITHIN = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Growth:
    """*message* of *chat* is to tell *item*, under the owner's *headline* where there is one."""

    chat: Chat
    item: Item
    message: int
    headline: str | None


def grown(db: Database, chat: int, now: datetime) -> list[Growth]:
    """The posts of *chat* that have grown."""
    known = chats.find(db, Place(chat))
    if known is None or not known.active:
        return []
    found = []
    for post in posts.of_one_story(db, chat, now - WITHIN):
        item = _item(db, known.place, post)
        if item is not None:
            headline = drafts.headline_of(db, post.digest)
            found.append(Growth(known, item, post.message, headline))
    return found


def _item(db: Database, place: Place, post: Post) -> Item | None:
    """The story of *post* as it is to read now; None when nothing is to be added."""
    for story, kept in stories.get(db, posts.stories_of(db, post.articles)[:1]):
        headline, *sentences = codec.load(tuple[Sentence, ...], post.item.sentences)
        if not {s.article for s in sentences} <= {a.id for a in story.articles}:
            return None  # it was split: what we said does not rest on it any more
        if not _new_outlets(db, place, post, story):
            return None
        summary = Summary(headline, tuple(sentences))
        return Item(post.item.topic, story, summary, kept.independence, post.item.updated)
    return None


def _new_outlets(db: Database, place: Place, post: Post, story: Story) -> set[str]:
    named = {article.source for article in archive.articles(db, sorted(post.articles))}
    others = [a for a in story.articles if a.id not in post.articles]
    elsewhere = told(db, place, (a.id for a in others))
    return {a.source for a in others if a.id not in elsewhere} - named
