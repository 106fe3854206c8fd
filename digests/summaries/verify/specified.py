"""Words that make another of a speaker: what a body is of, and a name derived from a name.

The rule: «سلطة المطارات» is no "authorities", «المنظمة الدولية للهجرة» not the United Nations, and
«الكاظمي» not a man whose first name is «كاظم».

What it may get wrong: a body of which the article around the evidence tells is not seen to be
another. The escape hatch is `_BODIES`.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.naming import proper_name
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.standing import kind_of_body

_BODIES = folded("سلطة هيئة وكالة منظمة إدارة دائرة مصلحة مديرية لجنة مجلس اتحاد نقابة رابطة")


def derived_name(sentence: Passage, place: int, word: str) -> bool:
    """Whether the name at *place* is only derived from *word*: «الكاظمي» is no «كاظم»."""
    name = sentence.words[place].fold
    derived = name.startswith("ال") and name.endswith("ي") and name[2:-1] == word
    return derived and proper_name(sentence, place) and not sentence.keys[place]


def of_what(sentence: Passage, place: int, hits: list[int]) -> bool:
    """Whether the word at *place* says which body one of *hits* is: «سلطة المطارات»."""
    word, before = sentence.words[place].fold, sentence.words[place - 1].fold if place else ""
    if place - 1 not in hits or kind_of_body(before) is not None:
        return False
    if any(proper_name(sentence, p) for p in hits):
        return False
    bare = not before.startswith("ال") and any(f in _BODIES for f in without_particles(before))
    return word.startswith("لل") or (bare and word.startswith("ال"))
