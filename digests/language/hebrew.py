"""What a Hebrew word may be, once the particles written onto it are taken away.

The rule: a word may carry ו, then a subordinator (ש, כש, מש, לכש), then a preposition (ב כ ל מ),
then the article ה; after ב כ ל the article is swallowed, so «בממשלה» may be «הממשלה» too.
Suffixes are never taken away.

What it may get wrong: a letter of the root can look like a particle («מכתב» is not מ + כתב). So a
reading is *doubtful*, and holds only inside a longer phrase, when it leaves two letters after
anything but the article, or when the word as written is in `WHOLE`, a list of common words that
begin with such a letter. Escape hatch: quote a longer phrase.
"""

from __future__ import annotations

import re

from digests.language.lists import word_list

ARTICLE = "ה"
_SHORTEST = 3  # letters left after anything but the article, else the reading is doubtful
_SUBORDINATORS = ("לכש", "כש", "מש", "ש")
_SWALLOWING = frozenset("בכל")
_ALONE = re.compile("ו?(?:לכש|כש|מש|ש)?(?:[בכל]|מה?|ה)?")

WHOLE = word_list("whole_words/he.txt")


def readings(_word: str, form: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Normal forms that a word may stand for: (sure, doubtful, inner), as in `arabic.readings`."""
    sure, doubtful, inner = {form: True}, {form: False}, {form: True}
    for rest, certain in _without_particles(form):
        if len(rest) > 1:
            (sure if certain else doubtful)[rest] = certain
    if form[0] == ARTICLE and len(form) > 2:
        inner[form[1:]] = True
    return tuple(sure), tuple(form for form in doubtful if form not in sure), tuple(inner)


def is_particle(form: str) -> bool:
    """Whether *form* consists of particles alone, as in ל־NSO and ה־8200."""
    return bool(form) and _ALONE.fullmatch(form) is not None


def _without_particles(form: str) -> list[tuple[str, bool]]:
    """What particles leave of *form*, each rest with whether the reading is sure."""
    found: list[tuple[str, bool]] = []
    starts = [(form, True)]
    if form[0] == "ו":
        starts.append((form[1:], form not in WHOLE))
    for base, certain in list(starts):
        for subordinator in _SUBORDINATORS:
            if base.startswith(subordinator):
                starts.append((base[len(subordinator) :], certain and base not in WHOLE))
    for base, certain in starts:
        found.append((base, certain and len(base) >= _SHORTEST))
        found += [(rest, sure and certain) for rest, sure in _after_subordinator(base)]
    return found


def _after_subordinator(base: str) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    first, rest, whole = base[:1], base[1:], base in WHOLE
    if first == ARTICLE:
        found.append((rest, not whole))
    if first in _SWALLOWING:
        sure = not whole and len(rest) >= _SHORTEST
        found += [(rest, sure), (ARTICLE + rest, sure)]
    if first == "מ":
        found.append((rest, not whole and len(rest) >= _SHORTEST))
        if rest[:1] == ARTICLE:
            found.append((rest[1:], not whole))
    return found
