"""Whether a story has taken a turn: its later articles tell the end of what the earlier ones began.

The rule: hours after the first article, an Arabic one tells in its title and its lead an event that
ends something (``ENDS``: an agreement, an end, a release …), of a kind that none of the first did.
The articles that tell it are the story as it stands: a reader who comes late is told that, not
«يبدؤون إضرابًا مفتوحًا». Where it took several turns, the last one counts.

What it may get wrong: an end of something else in the same story. The escape hatch is ``ENDS``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache

from digests.language.stems import words
from digests.model import Article, Lang
from digests.stories.events import mentions

#: Kinds of event (``events.txt``) that end what another began.
ENDS = frozenset(("end-action", "agree", "ceasefire", "reverse", "lift", "reinstate", "release"))
#: How long after the first article the story may have taken a turn, and characters of a lead.
_LATER, _LEAD = timedelta(hours=2), 300


def newest(articles: Sequence[Article]) -> frozenset[int]:
    """The ids of the Arabic *articles* that tell the last turn of their story; none without one."""
    first = min(article.published for article in articles)
    late = [a for a in articles if a.published - first >= _LATER and a.language == Lang.AR]
    if not late:
        return frozenset()
    known: frozenset[str] = frozenset()
    for article in articles:
        if article.published - first < _LATER:
            known |= _ends(article.title) | _ends(_lead(article))
    turn: frozenset[str] = frozenset()
    for article in sorted(late, key=lambda a: (a.published, a.id)):
        new = (_ends(article.title) & _ends(_lead(article))) - known
        turn, known = (new, known | new) if new else (turn, known)
    return frozenset(a.id for a in late if turn & (_ends(a.title) | _ends(_lead(a))))


def _lead(article: Article) -> str:
    return article.body[:_LEAD]


@lru_cache(maxsize=1024)
def _ends(text: str) -> frozenset[str]:
    """The kinds of ``ENDS`` that *text* tells."""
    return frozenset(key for one in mentions(words(text)) for key in one.keys) & ENDS
