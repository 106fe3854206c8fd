"""The name of a body in English, and what points back to one: "the authority", "the agency".

The rule: a name in capitals goes on over "and" and "of" between its words ("Competition and Markets
Authority"), back to whose it is ("Britain's"). "The agency", which many a body is, is the one that
opens a sentence before with such a name and a noun of its kind, where there is no other.

What it may get wrong: an agency that another sentence only mentions. The escape hatch is to cite
the sentence that names who speaks.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.lists import folded
from digests.summaries.verify.naming import Speaker
from digests.summaries.verify.passage import Passage

#: Nouns that point back to a body of another noun, and the nouns of its kind.
_POINTING = folded("agency regulator watchdog body")
_KINDS = folded(
    "administration authority agency commission board bureau office service department council "
    "institute ministry inspectorate"
)
#: Words between the capitals of a name, and words of one, at most.
_TIES, _LONGEST = folded("and of for the"), 10


def capitals(text: Passage, last: int) -> int:
    """Where the name in capitals begins that ends at *last*: "Britain's Competition and Markets
    Authority"."""
    first = place = last
    while place > 0 and last - place < _LONGEST and not text.gap(place).strip():
        place -= 1
        if text.words[place].text[:1].isupper() and text.words[place].fold not in _TIES:
            first = place
        elif text.words[place].fold not in _TIES:
            break
    return first


def body_pointed_at(own: list[int], evidence: Passage) -> Iterator[Speaker]:
    """The one body before to which *own*, "the agency", points back by another noun."""
    words = evidence.words
    if evidence.language != "en" or len(own) != 2 or words[own[0]].fold != "the":
        return
    if words[own[1]].fold not in _POINTING:
        return
    named = [p for p in range(1, own[0]) if _ends_a_body(evidence, p)]
    if len(named) == 1 and _opens(evidence, first := capitals(evidence, named[0])):
        yield Speaker(evidence, [*range(first, named[0] + 1), *own])


def _opens(text: Passage, first: int) -> bool:
    """Whether the name from *first* on begins its sentence, its article aside."""
    start = first - 1 if first and text.words[first - 1].fold == "the" else first
    return start == 0 or text.ends(start)


def _ends_a_body(text: Passage, place: int) -> bool:
    """Whether a name in capitals ends at *place* with the noun of a body."""
    word = text.words[place]
    return word.text[:1].isupper() and word.fold in _KINDS and capitals(text, place) < place
