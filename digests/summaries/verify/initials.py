"""A name told in full where the evidence has its initials: «قوات الدعم السريع», the RSF.

The rule: the article writes the name out before the evidence, and its capitals are the letters of
the evidence's word, in their order: Rapid Support Forces, RSF. What the sentence has of that name
then rests on its initials.

What it may get wrong: two names with the same initials in one article; the first is taken. The
escape hatch is to cite the sentence that has the name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digests.language.stems import stop_words
from digests.summaries.verify.alignment import align
from digests.summaries.verify.passage import Passage, passage
from digests.summaries.verify.source import Source

_INITIALS = re.compile(r"[A-Z]{3,7}$")


def by_its_initials(sentence: Passage, place: int, source: Source) -> bool:
    """Whether the word at *place* is of the name that letters of the evidence stand for."""
    if source.passage.language != "en" or not sentence.meanings[place]:
        return False
    for at in sorted(source.inside):
        letters = source.passage.words[at].text
        if not _INITIALS.match(letters):
            continue
        name = _spelt(source.article.text, letters)
        if not name:
            continue
        text = passage(name, "en")
        there = align(sentence, text, frozenset(range(len(text.words))))
        beside = [p for p in (place - 2, place - 1, place + 1, place + 2) if there.of(p)]
        if place not in there.near and there.of(place) and beside:
            return True
    return False


@lru_cache(maxsize=1 << 8)
def _spelt(text: str, letters: str) -> str:
    """The first name in *text* whose capitals are *letters*; small words of it aside."""
    words = text.split()
    small = stop_words("en")
    for at in range(len(words)):
        initials, end = "", at
        while end < len(words) and len(initials) < len(letters):
            word = words[end].strip("()\"'“”")
            if word[:1].isupper() and (end == at or words[end - 1][-1:] not in ",.;:"):
                initials += word[0]
            elif end == at or word.lower() not in small:
                break
            end += 1
        if initials == letters and end > at + 1:
            return " ".join(words[at:end])
    return ""
