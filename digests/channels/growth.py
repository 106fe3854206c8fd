"""Growth of a post: outlets that tell its story by now and are not named in it yet.

Rule. Within six hours of a post of one story, outlets of the story that the channel was not told
are added by an edit. Headline and sentences stay as posted. An outlet whose report says something
new (``stories.updates``) is left to the update that tells it; a post that is itself an update does
not grow. What it may get wrong is what ``stories.updates`` gets wrong: a development that is taken
for a restatement is named here, and counts as told then.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from digests.model import Chat, Item, Place, Sentence, Source, Story, Summary
from digests.selection import amended
from digests.store import archive, chats, codec, drafts, posts, stories
from digests.store.database import Database
from digests.store.posts import Post
from digests.store.told import told
from digests.stories import independence
from digests.stories.updates import developments

#: How long after it was posted a post is edited.
WITHIN = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Growth:
    """*message* of *chat* is to tell *item*, under the owner's *headline* where there is one."""

    chat: Chat
    item: Item
    message: int
    headline: str | None


def grown(db: Database, chat: int, sources: Mapping[str, Source], now: datetime) -> list[Growth]:
    """The posts of *chat* that have grown."""
    known = chats.find(db, Place(chat))
    if known is None or not known.active:
        return []
    found = []
    for post in posts.of_one_story(db, chat, now - WITHIN):
        if drafts.was_breaking(db, chat, post.articles):
            continue  # «أوردته 3 مصادر خلال 25 دقيقة» is said of that moment
        item = None if post.item.updated else _item(db, known.place, post, sources)
        if item is not None:
            headline = drafts.headline_of(db, post.digest)
            found.append(Growth(known, item, post.message, headline))
    return found


def _item(db: Database, place: Place, post: Post, sources: Mapping[str, Source]) -> Item | None:
    """The story of *post* as it is to read now; None when nothing is to be added."""
    for story, kept in stories.get(db, posts.stories_of(db, post.articles)[:1]):
        headline, *sentences = codec.load(tuple[Sentence, ...], post.item.sentences)
        if not {s.article for s in sentences} <= {a.id for a in story.articles}:
            return None  # it was split: what we said does not rest on it any more
        others = [a for a in story.articles if a.id not in post.articles]
        elsewhere = told(db, place, (a.id for a in others))
        untold = tuple(a for a in others if a.id not in elsewhere)
        before = tuple(a for a in story.articles if a not in untold)
        news = {r.article.id for one in developments(before, untold) for r in one.reports}
        named = {article.source for article in archive.articles(db, sorted(post.articles))}
        if not {a.source for a in untold if a.id not in news} - named:
            return None
        voices = kept.independence
        if news:
            story = Story(story.id, tuple(a for a in story.articles if a.id not in news))
            voices = independence(story, sources)
        item = Item(post.item.topic, story, Summary(headline, tuple(sentences)), voices)
        return amended(db, [item])[0]
    return None
