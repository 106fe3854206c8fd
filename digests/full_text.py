"""The pages of articles whose feed is a teaser: for sources that say ``full_text: true``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import structlog

from digests.sources.errors import SourceError
from digests.sources.http import HttpClient
from digests.sources.worker import Worker
from digests.store import archive
from digests.store.database import Store

log = structlog.get_logger()

#: Characters from which a feed's own text is no teaser.
WHOLE = 1500


async def fill(store: Store, http: HttpClient, worker: Worker, new: Sequence[int]) -> None:
    """Read the pages of the articles *new*; one that cannot be read keeps its feed's text."""
    for article in await store.read(lambda db: archive.articles(db, new)):
        if not article.fresh or not article.url or len(article.body) > WHOLE:
            continue
        try:
            page = await http.get(article.url)
            text = await worker.page_text(page.body, article.url)
        except SourceError as error:
            log.info("page.unreadable", article=article.id, reason=str(error))
            continue
        if len(text) > len(article.body):
            await store.write(partial(archive.set_text, article=article.id, text=text))
