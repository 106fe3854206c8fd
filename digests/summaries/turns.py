"""Whether a story has taken a turn: its later articles tell the end of what the earlier ones began.

The rule: hours after the first article, an Arabic one tells in its title and its lead an event that
ends something (``ENDS``: an agreement, an end, a release …), of a kind that none of the first told,
while they told what can end so (a strike, an arrest …). It counts only if nobody denies, demands,
refuses or forebodes it in that title, and if what Arabic articles tell after it is that too, or the
beginning again. The articles
that tell it are the story as it stands: a reader who comes late is told that, not «يبدؤون إضرابًا
مفتوحًا».

What it may get wrong: an end of something else in the same story, or one that is denied in words
that are not listed. The escape hatch is ``ENDS``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache

from digests.language.stems import content, words
from digests.model import Article, Lang
from digests.stories.events import mentions
from digests.summaries.replies import denies

#: Kinds of event (``events.txt``) that end what another began, and of what.
ENDS = {
    "end-action": frozenset(("strike", "protest", "attack", "boycott", "occupy")),
    "agree": frozenset(("strike", "protest", "attack")),
    "ceasefire": frozenset(("attack", "kill")),
    "reinstate": frozenset(("dismiss", "layoff")),
    "release": frozenset(("arrest",)),
}
#: What a title says of an end that has not come about.
_NOT = frozenset(
    "deny demand reject warn plan promise blame criticise negotiate extend resume".split()
)
#: Part of a title's stems that an early article has, from which it is no news.
_AGAIN = 0.7
#: How long after the first article the story may have taken a turn, and characters of a lead.
_LATER, _LEAD = timedelta(hours=2), 300


def newest(articles: Sequence[Article]) -> frozenset[int]:
    """The ids of the Arabic *articles* that tell the last turn of their story; none without one."""
    first = min(article.published for article in articles)
    late = [a for a in articles if a.published - first >= _LATER and a.language == Lang.AR]
    if not late:
        return frozenset()
    begun: frozenset[str] = frozenset()
    for article in articles:
        if article.published - first < _LATER:
            begun |= _events(article.title) | _events(_lead(article))
    late.sort(key=lambda a: (a.published, a.id))
    ends = {kind for kind, what in ENDS.items() if kind not in begun and what & begun}
    turn = [a for a in late if ends & _ended(a)]
    early = [_stems(a) for a in articles if a.published - first < _LATER]
    for article in late[late.index(turn[-1]) + 1 :] if turn else ():
        if _is_off(article) or not (ends & _events(article.title) or _restates(article, early)):
            return frozenset()  # «يستأنفون الإضراب»
    return frozenset(article.id for article in turn)


def _restates(article: Article, early: Sequence[frozenset[str]]) -> bool:
    """Whether the title of *article* tells no more than one of the *early* ones did."""
    own = frozenset(content(article.title, article.language))
    return any(len(own & told) >= _AGAIN * len(own) for told in early)


def _stems(article: Article) -> frozenset[str]:
    return frozenset(content(f"{article.title} {_lead(article)}", article.language))


def _is_off(article: Article) -> bool:
    """Whether the title of *article* says that something is not so, or not yet."""
    return bool(_events(article.title) & _NOT) or denies(article.title, article.language)


def _ended(article: Article) -> frozenset[str]:
    """The kinds that the title of *article* and its lead tell, if the title says that they are."""
    return frozenset() if _is_off(article) else _events(article.title) & _events(_lead(article))


def _lead(article: Article) -> str:
    return article.body[:_LEAD]


@lru_cache(maxsize=1024)
def _events(text: str) -> frozenset[str]:
    """The kinds of event that *text* tells."""
    return frozenset(key for one in mentions(words(text)) for key in one.keys)
