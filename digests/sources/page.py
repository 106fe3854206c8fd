"""The text of an article's page, without navigation, comments and what else surrounds it.

Rule: trafilatura decides what the article is. What it may get wrong: short pages, live blogs and
pages behind a script give little or nothing; then the feed's own text stands. Only sources that say
``full_text: true`` in sources.yaml have their pages read.
"""

from __future__ import annotations

from digests.sources import clean
from digests.sources.encoding import decode

#: Larger pages are cut before they are read, so that one page cannot hold the worker up.
LARGEST_PAGE = 3_000_000


def page_text(page: bytes | str, url: str = "", content_type: str | None = None) -> str:
    """The article's text in *page*, paragraphs separated by ``\\n``; empty when none is found.

    Loads trafilatura, which is heavy: called in the worker only.
    """
    import trafilatura

    markup = page if isinstance(page, str) else decode(page[:LARGEST_PAGE], content_type)
    found = trafilatura.extract(
        markup[:LARGEST_PAGE],
        url=url or None,
        include_comments=False,
        include_tables=False,
        deduplicate=False,
        favor_precision=True,
        with_metadata=False,
    )
    return clean.lines(found or "")
