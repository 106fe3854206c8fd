"""Against the law: what is told as a breach denies what «غير قانوني» denies, and the other way.

The rule: «مخالف للقانون», «خلافًا للقانون», "in breach of the law" and בניגוד לחוק deny the law
behind them as «غير قانوني» and "illegal" do.

What it may get wrong: a breach of one law told of another; names have their own checks. The escape
hatch is the tables.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.passage import Passage

_AGAINST = folded(
    "مخالف مخالفا مخالفة مخالفين خلافا بخلاف خارج انتهاك انتهاكا خرق خرقا بالمخالفة "
    "violation breach contrary against outside violating breaching violates violated "
    "בניגוד הפרת הפרה מנוגד מנוגדת"
)
_LAWS = folded(
    "قانون القانون للقانون قوانين القوانين للقوانين دستور الدستور للدستور أنظمة الأنظمة للأنظمة "
    "لوائح اللوائح للوائح law laws constitution rules regulations חוק לחוק החוק חוקי חוקה לחוקה"
)
#: Words behind a breach within which its law stands.
_WITHIN = 4


def breached(text: Passage) -> set[int]:
    """Places of the words for a breach of the law, and of its law."""
    found: set[int] = set()
    for at, word in enumerate(text.words):
        if _AGAINST.isdisjoint(without_particles(word.fold)):
            continue
        behind = range(at + 1, min(len(text.words), at + 1 + _WITHIN))
        law = next((p for p in behind if text.words[p].fold in _LAWS), None)
        if law is not None and not any(text.gap(p).strip() for p in range(at + 1, law + 1)):
            found |= set(range(at, law + 1))
    return found
