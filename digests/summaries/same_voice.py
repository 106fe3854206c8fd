"""Which sentences of a story have one speaker: by body, by name, by side.

The rule: a name belongs to the body that the text gives with it elsewhere; «الوزارة» is the last
ministry that spoke in its article; a kind of which two sides speak is parted by side (``sides``).

What it may get wrong: two persons of one surname, and a body that only a sentence without a speaker
names. There is no escape hatch but the tables of ``parties`` and ``sides``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from digests.language.stems import words
from digests.stories.names import meanings
from digests.summaries.parties import KIND_OF, KINDS
from digests.summaries.sides import owner
from digests.summaries.speakers import Voice


def distinguished(voices: Sequence[Voice], named: Sequence[Voice | None] = ()) -> list[Voice]:
    """*voices* of one story: names under the party that the text gives with them elsewhere (also
    in *named*, ``titled``), and a kind of which two sides speak as ``kind:side``.
    """
    known: dict[str, Voice] = {}
    for one in (*voices, *named):
        if one and one.party in KINDS:
            for name in one.names:
                known.setdefault(name, one)
    found = [_affiliated(one, known) for one in voices]
    sides: dict[str, set[str]] = {}
    for one in found:
        if one.party in KINDS and one.party != "medium" and one.side:
            sides.setdefault(one.party, set()).add(one.side)
    return [
        replace(one, party=f"{one.party}:{one.side}")
        if one.party and one.side and len(sides.get(one.party, ())) > 1
        else one
        for one in found
    ]


def resumed(voices: Sequence[Voice], articles: Sequence[int]) -> list[Voice]:
    """*voices*, the bodies that are known by their noun alone («الوزارة») as the last of that noun
    that spoke by name in their article; *articles* has the number of the article of each voice."""
    named: dict[tuple[int, str], Voice] = {}
    found = []
    for one, article in zip(voices, articles, strict=True):
        if one.noun is None:
            found.append(one)
        elif one.known:
            like = named.get((article, one.noun))
            found.append(replace(one, party=like.party, side=like.side) if like else one)
        else:
            named[article, one.noun] = one
            found.append(one)
    return found


def names(text: str, who: Voice) -> bool:
    """Whether *text* names the party *who*, by its name or, without one, by its kind."""
    found = words(text)
    if who.side and who.side in {owner(key) for _, _, keys in meanings(found) for key in keys}:
        return True
    if who.names and set(who.names[:2]) <= set(found):
        return True
    return who.side is None and any(KIND_OF.get(word) == who.party for word in found)


def kind_of(party: str) -> str:
    """The kind of a party as ``distinguished`` gives it."""
    return party.partition(":")[0]


def _affiliated(who: Voice, known: Mapping[str, Voice]) -> Voice:
    if who.party is None or who.party in KINDS:
        return who
    like = next((known[name] for name in reversed(who.names) if name in known), None)
    return replace(who, party=like.party, side=like.side) if like else who
