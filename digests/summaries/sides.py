"""Which of several parties of one kind speaks: names, so that two companies are two voices.

The rule: the first listed name (``digests.stories.names``) in the words that tell the speaker is
its side, what belongs to a listed owner standing for the owner (WhatsApp: Meta); a country tells
one government or army from another. A name that is not listed is a side when it follows its noun
(«شركة ستوربراند»). A kind falls into sides only where two of them speak in one story.

What it may get wrong: a subsidiary that is not in `_OWNED` is a side of its own, and a spokesman
who is named without the party («قال أحمد») belongs to no side. The escape hatch is the two tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from digests.language.stems import words
from digests.stories.names import meanings, table

#: What belongs to whom, and products named in place of their makers.
_OWNED_TEXT = """
whatsapp meta, instagram meta, facebook meta, threads-app meta, aws amazon, alexa amazon,
azure microsoft, windows microsoft, xbox microsoft, linkedin microsoft, bradsmith microsoft,
youtube google, deepmind google, chrome google, android google, gemini google,
iphone apple, siri apple, appstore apple, pegasus nso, graphite paragon, tiktok bytedance,
chatgpt openai, grok twitter, israelmod idf, unga un, senate congress, whitehouse usa
"""
_OWNED: dict[str, str] = {}
for _pair in _OWNED_TEXT.replace("\n", " ").split(","):
    _own, _owner = _pair.split()
    _OWNED[_own] = _owner

#: The kind of party (``parties``) of a listed name, by its section or its key.
_SECTIONS = {"companies": "company", "campaigns": "staff"}
_KEYS = {
    **dict.fromkeys(("idf", "israelmod", "pentagon", "usarmy", "shinbet", "mossad"), "army"),
    **dict.fromkeys(("knesset", "whitehouse", "congress", "senate", "ftc", "doj"), "government"),
    **dict.fromkeys(("icc", "icj", "scotus"), "court"),
    **dict.fromkeys(("hrw", "amnesty", "unrwa", "who", "oversight", "citizenlab"), "organisation"),
    **dict.fromkeys(("teamsters", "ifmetall", "uaw"), "staff"),
    **dict.fromkeys(("guardian", "haaretz", "reuters", "wired"), "medium"),
}
#: Listed things of the sections that never speak for themselves.
_MUTE = frozenset(("nimbus", "build", "anniversary50", "lavender", "unit8200", "wallstreet"))
#: Kinds of which each country has its own.
NATIONAL = frozenset(("government", "army", "court"))


@lru_cache(maxsize=4096)
def listed(words: tuple[str, ...]) -> tuple[str, str] | None:
    """The kind and key of the listed party with which folded *words* begin, None for others."""
    for start, _, keys in meanings(words):
        if start:
            return None
        for key in keys:
            if kind := kind_of_listed(key):
                return kind, owner(key)
    return None


def kind_of_listed(key: str) -> str | None:
    """The kind of party of a listed *key*, None for what never speaks for itself."""
    kind = _KEYS.get(key) or _SECTIONS.get(table().kinds[key])
    return kind if key not in _MUTE else None


def parties_listed(text: str) -> frozenset[str]:
    """The keys of the listed parties that *text* names."""
    found = (key for _, _, keys in meanings(words(text)) for key in keys)
    return frozenset(key for key in found if kind_of_listed(key) is not None)


def owner(key: str) -> str:
    """The key of whom the thing listed as *key* belongs to, or *key* itself."""
    return _OWNED.get(key, key)


def side(kind: str, words: Sequence[str], own: Sequence[str] = ()) -> str | None:
    """The side of a speaker of *kind* told by folded *words*; *own* follow its noun at once."""
    for _, _, keys in meanings(words):
        for key in keys:
            section = table().kinds[key]
            if key in _MUTE or section in ("acts", "people"):
                continue
            if section == "places" and kind not in NATIONAL:
                continue
            return _OWNED.get(key, key)
    return own[0] if own else None
