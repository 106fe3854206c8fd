"""A name in its own letters behind the Arabic one: «كراود سترايك (CrowdStrike)».

The rule: Latin words between parentheses write the name before them once more where that, its words
read together or one by one, spells them or is listed as the same name. Nothing else is said by
them, so they are left out, and the Arabic name is read alone.

What it may get wrong: initials (WHO) behind a name that is translated, which stay and are read as
any name. The escape hatch is to write the name once.
"""

from __future__ import annotations

import re

from digests.language.lexicon import only_proper
from digests.language.normal import fold
from digests.language.transliteration import same_name
from digests.model import Lang
from digests.summaries.verify.passage import passage

_GLOSS = re.compile(r"\s*[\(（]\s*([A-Z][A-Za-z0-9&.' -]{1,60}?)\s*[\)）]")
_WORDS = re.compile(r"[^\W\d_]+")
#: Words of a name more in Arabic than in Latin letters («كراود سترايك»), at most.
_MORE = 2


def unglossed(text: str) -> str:
    """*text* without what only writes a name before it in its own letters."""
    return _GLOSS.sub(lambda match: "" if _written_again(text, match) else match[0], text)


def _written_again(text: str, gloss: re.Match[str]) -> bool:
    latin = [fold(word) for word in _WORDS.findall(gloss[1])]
    arabic = [fold(word) for word in _WORDS.findall(text[: gloss.start()])]
    whole = "".join(latin)
    for count in range(1, len(latin) + _MORE + 1):
        name = arabic[-count:]
        if len(name) == count and same_name("".join(name), whole, surely=True):
            return True
    each = arabic[-len(latin) :]
    if len(each) == len(latin) and all(map(same_name, each, latin)):
        return True
    before = _names(text[: gloss.start()], Lang.AR)[-len(latin) - _MORE :]
    named = frozenset[int]().union(*before)
    return all(name & named for name in _names(gloss[1], Lang.EN))


def _names(text: str, language: Lang) -> list[frozenset[int]]:
    """For each word of *text* the meanings that are of names alone."""
    words = passage(text, language)
    return [m if only_proper(m) else frozenset() for m in words.meanings]
