"""The date that a relative day («الخميس», «أمس») in a source's words needs: that of its article.

The rule (docs/editorial.md, "A digest", 9): the article's own date, if the feed gave one. A weekday
is not worked out: «الاثنين» may be the one before or the one to come, and a wrong date is worse
than none.

What this may get wrong: a weekday that is a name («صحيفة الجمعة») brings a date that nobody needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from digests import dates
from digests.markup import Html, escape
from digests.model import Article, Preferences

_RELATIVE = re.compile(
    r"(?<!\w)[وفلبك]{0,2}(?:اليوم|أمس|الأمس|غدًا|غدا|البارحة|(?:ال|ل)(?:سبت|أحد|[اإ]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة))(?!\w)"
    r"|\b(?:today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|(?<!\w)(?:היום|אתמול|מחר)(?!\w)",
    re.IGNORECASE,
)


def day_of(article: Article, texts: Iterable[str], preferences: Preferences) -> list[Html]:
    """The date that the relative days of *texts*, sentences of *article*, need; none if they have
    no such day, or the feed gave no date."""
    if not article.dated or not any(map(_RELATIVE.search, texts)):
        return []
    return [escape(dates.short_date(article.published, preferences))]
