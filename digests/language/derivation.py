"""Arabic verbs and their verbal nouns: «قدّر» and «تقدير», «أعلن» and «إعلان» are of one verb.

The rule: the pattern of a stem tells the form of its verb and the three consonants of its root:
تفعيل is of the second form, إفعال of the fourth, مفاعلة of the third, and so on. Written without
vowels, the verbs of the first, second and fourth form look alike in the imperfect, so a bare stem
stands for all three. Only roots of three strong consonants are read, or with و for the first;
others stand in the lexicon.

What it may get wrong: a noun that has the pattern of a verbal noun by chance. The escape hatch is
a line of the lexicon, which tells a word before its pattern does.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digests.language.kin import stems

_C = "بتثجحخدذرزسشصضطظعغفقكلمنه"
#: Patterns of folded stems, each with the forms of the verb of which it may be.
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern.replace("C", f"([{_C}و])", 1).replace("C", f"([{_C}])")), forms)
    for pattern, forms in (
        ("^CCC$", "1 2 4"),
        ("^تCCيCه?$", "2"),
        ("^CاCC$", "3"),
        ("^مCاCCه$", "3"),
        ("^اCCC$", "4"),
        ("^اCCاC$", "4"),
        ("^تCCC$", "5"),
        ("^تCاCC$", "6"),
        ("^انCCا?C$", "7"),
        ("^نCCC$", "7"),
        ("^اCتCا?C$", "8"),
        ("^CتCC$", "8"),
        ("^استCCا?C$", "10"),
        ("^ستCCC$", "10"),
    )
)


@lru_cache(maxsize=1 << 15)
def verbs(word: str) -> frozenset[tuple[str, str]]:
    """The verbs, each by its form and root, of which the folded *word* may be a form or noun."""
    found: set[tuple[str, str]] = set()
    for stem in stems(word):
        for pattern, forms in _PATTERNS:
            if match := pattern.match(stem):
                root = "".join(match.groups())
                found.update((form, root) for form in forms.split())
    return frozenset(found)
