"""Where somebody is from: the adjective of a country beside a name is that of the evidence.

The rule: an Arabic adjective of a country right behind a name («شركة سامار الروسية») is refused
where the evidence has that of another country right beside the same name.

What it may get wrong: two adjectives of one name («الفرنسية الألمانية»), of which the nearest is
compared. The escape hatch is to leave the adjective out.
"""

from __future__ import annotations

from digests.model import Lang
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.naming import proper_name
from digests.summaries.verify.nationality import countries
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Endings of an adjective of a country.
_ADJECTIVE = ("ي", "يه", "يين", "يون", "يان", "يتين", "يتان")


def origins(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """An adjective of *sentence* that gives a name another country than its evidence."""
    evidence = source.passage
    for place in range(1, len(sentence.words)):
        word = sentence.words[place].fold
        ours = countries(sentence, place)
        if not ours or not word.endswith(_ADJECTIVE) or countries(sentence, place - 1):
            continue
        if not proper_name(sentence, place - 1):
            continue
        beside = [_country_beside(evidence, j) for j in aligned.of(place - 1)]
        if beside and all(theirs and not theirs & ours for theirs in beside):
            shown = sentence.words[place].text
            return Refusal(Code.ROLES, f"«{shown}»: the evidence has another country here")
    return None


def _country_beside(evidence: Passage, place: int) -> frozenset[str]:
    """The country whose adjective stands right beside the word at *place*, behind it in Arabic."""
    beside = place - 1 if evidence.language == Lang.EN else place + 1
    if not 0 <= beside < len(evidence.words):
        return frozenset()
    if evidence.gap(max(place, beside)).strip(" »”\"'"):
        return frozenset()
    if evidence.language == Lang.AR and not evidence.words[beside].fold.endswith(_ADJECTIVE):
        return frozenset()
    return countries(evidence, beside)
