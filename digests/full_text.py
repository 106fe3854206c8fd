"""The pages of articles whose feed is a teaser: for sources that say ``full_text: true``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import structlog

from digests.model import Article
from digests.sources.errors import SourceError
from digests.sources.http import HttpClient
from digests.sources.worker import Worker
from digests.store import archive
from digests.store.database import Database, Store

log = structlog.get_logger()

#: Characters from which a feed's own text is no teaser.
WHOLE = 1500
#: Pages that are read of what a source's first poll or recovery brought: the newest, so that the
#: first digests have more than teasers, and no site is asked for all it has at once.
FIRST = 5


async def fill(store: Store, http: HttpClient, worker: Worker, new: Sequence[int]) -> None:
    """Read the pages of the articles *new*; one that cannot be read keeps its feed's text."""
    found = await store.read(lambda db: archive.articles(db, new))
    old = [article for article in found if not article.fresh]
    newest = sorted(old, key=lambda a: (a.published, a.id), reverse=True)[:FIRST]
    for article in [*(a for a in found if a.fresh), *newest]:
        if article.url and len(article.body) <= WHOLE:
            text = await _text(article, http, worker)
            if len(text) > len(article.body):
                await store.write(partial(archive.set_text, article=article.id, text=text))


async def read_again(
    store: Store, http: HttpClient, worker: Worker, changed: Sequence[int]
) -> None:
    """Read the pages of articles whose feed entry *changed*: their text may have, too."""
    for article in await store.read(lambda db: archive.articles(db, changed)):
        if article.url and (article.fresh or len(article.body) <= WHOLE):
            text = await _text(article, http, worker)
            await store.write(partial(keep, article=article, text=text))


def keep(db: Database, article: Article, text: str) -> bool:
    """Take *text* of its page for *article*, where it is other than before; a transaction.

    One no longer than the feed's summary is no article: what was read before stays.
    """
    if text == article.text or len(text) <= len(article.summary):
        return False
    archive.set_text(db, article.id, text)
    return True


async def _text(article: Article, http: HttpClient, worker: Worker) -> str:
    """The text of the page of *article*; empty when it cannot be read."""
    try:
        page = await http.get(article.url)
        if not 200 <= page.status < 300:
            log.info("page.unreadable", article=article.id, reason=f"status {page.status}")
            return ""
        return await worker.page_text(page.body, article.url)
    except SourceError as error:
        log.info("page.unreadable", article=article.id, reason=str(error))
        return ""
