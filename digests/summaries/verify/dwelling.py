"""Where somebody is based: «المحامي المقيم في باريس», a Paris-based lawyer.

The rule: «المقيم», «المتمركز» or «مقره» before a place needs no support where the evidence has
"based" with the same place, tied to it by a hyphen or behind "in", and with who is based there.

What it may get wrong: two that are based in one place each; who is where is read by other checks.
The escape hatch is the table.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.neighbours import participles
from digests.summaries.verify.passage import Passage

_DWELLS = participles("مقيم متمركز مستقر") | folded("مقره مقرها مقرهم مقرهما يقيم تقيم يقيمون")
#: Words of a place's name (United Arab Emirates), and of a title and a name beside "based".
_PLACE, _TITLE = 4, 5


def dwells(
    sentence: Passage, place: int, forms: set[str], evidence: Passage, aligned: Alignment
) -> bool:
    """Whether the word at *place* says that somebody is based where the evidence has him based."""
    if not forms & _DWELLS or evidence.language != "en":
        return False
    where = {
        j
        for p in range(place + 1, min(len(sentence.words), place + 1 + _PLACE))
        for j in aligned.every.get(p, ())
    }
    who = {j for p in (place - 1, place - 2) for j in aligned.every.get(p, ())}
    return any(
        where.intersection(_based_in(evidence, at)) and who.intersection(_beside(evidence, at))
        for at, word in enumerate(evidence.words)
        if word.fold == "based"
    )


def _based_in(evidence: Passage, at: int) -> range:
    """The places of the name of where "based" at *at* says that somebody is."""
    if at and "-" in evidence.gap(at):
        return range(max(0, at - _PLACE), at)
    following = evidence.words[at + 1].fold if at + 1 < len(evidence.words) else ""
    return range(at + 2, at + 2 + _PLACE) if following in ("in", "at", "near") else range(0)


def _beside(evidence: Passage, at: int) -> range:
    """The places where he stands of whom "based" at *at* is said: behind it with a hyphen."""
    if at and "-" in evidence.gap(at):
        return range(at + 1, at + 1 + _TITLE)
    return range(max(0, at - _TITLE), at)
