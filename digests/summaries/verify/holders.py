"""Two persons and two offices: each keeps his own, in whatever order they are told.

The rule: an office is told right before its holder's name, or behind it between commas. Where the
sentence names two persons of the evidence with an office each, and the words of the one's office
are in the evidence those of the other's, they are exchanged.

What it may get wrong: an office that the evidence tells far from its holder. The escape hatch is to
leave the offices out.
"""

from __future__ import annotations

from dataclasses import dataclass

from digests.language.given_names import given_name
from digests.language.named_nouns import PERSONS, senses
from digests.summaries.verify.actors import persons
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.body_names import begins_before
from digests.summaries.verify.name_words import TIES, nameish
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.told import parted

#: Words of an office, and of a name, at most.
_OFFICE, _NAME = 7, 5


@dataclass(frozen=True, slots=True)
class Holder:
    """A person at the places ``name``, whose office stands at the places ``office``."""

    name: range
    office: range


def holders(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """Two persons of *sentence* of whom each has the other's office."""
    theirs = _holders(source.passage)
    if len(theirs) < 2:
        return None
    ours = [
        (one, there)
        for one in _holders(sentence)
        if (there := _the_same(one.name, [t.name for t in theirs], aligned)) is not None
    ]
    for one, there in ours:
        others = {other for _, other in ours if other != there}
        words = [len(_told(one.office, other.office, aligned)) for other in theirs]
        if any(words[other] > words[there] for other in others):
            shown = sentence.words[one.name.start].text
            return Refusal(Code.ROLES, f"«{shown}»: in the evidence this is the other one's office")
    return None


def _the_same(name: range, names: list[range], aligned: Alignment) -> int | None:
    """Which of *names* of the evidence *name* is: the one on which most of its words rest."""
    words = [len(_told(name, other, aligned)) for other in names]
    most = max(words)
    return words.index(most) if most and words.count(most) == 1 else None


def _told(ours: range, theirs: range, aligned: Alignment) -> set[int]:
    """The places of *ours* that rest on words of *theirs*."""
    return {p for p in ours if not set(theirs).isdisjoint(aligned.every.get(p, ()))}


def _holders(text: Passage) -> list[Holder]:
    """The persons of *text* that are named with an office."""
    found: list[Holder] = []
    place = 0
    while place < len(text.words):
        if not _an_office(text, place) or _a_name(text, place):
            place += 1
            continue
        holder = _before_a_name(text, place) or _behind_a_name(text, place)
        if holder is not None:
            found.append(holder)
        place = max(place + 1, holder.name.stop if holder is not None else 0)
    return found


def _before_a_name(text: Passage, place: int) -> Holder | None:
    """Who is named right behind the office at *place*: «وزير المالية محمد معيط»."""
    name = place + 1
    while name < len(text.words) and name <= place + _OFFICE and not parted(text, name):
        if text.words[name].fold in FREE:
            return None
        if _a_name(text, name):
            first = begins_before(text, place) if text.language == "en" else place
            return Holder(range(name, _name_end(text, name)), range(first, name))
        name += 1
    return None


def _behind_a_name(text: Passage, place: int) -> Holder | None:
    """Whose office stands between commas behind his name: "Ana Ruiz, the energy secretary,"."""
    first = place
    while first > 0 and place - first < _OFFICE and not parted(text, first):
        first -= 1
    if not first or text.gap(first).strip() not in (",", "،"):
        return None
    name = first
    while name > 0 and first - name < _NAME and _of_a_name(text, name - 1):
        name -= 1
        if parted(text, name):
            break
    end = place + 1
    while end < len(text.words) and end < place + _OFFICE and not parted(text, end):
        end += 1
    return Holder(range(name, first), range(first, end)) if name < first else None


def _an_office(text: Passage, place: int) -> bool:
    """Whether an office or a trade stands at *place*."""
    if text.meanings[place] & persons():
        return True
    return bool(senses(text.words[place].fold, text.language, *PERSONS))


def _a_name(text: Passage, place: int) -> bool:
    """Whether a person's name may begin at *place*."""
    word = text.words[place]
    if text.language == "en" and not word.text[:1].isupper():
        return False
    return given_name(word.fold) or (nameish(text, place) and not text.keys[place])


def _of_a_name(text: Passage, place: int) -> bool:
    """Whether the word at *place* is of a name, or what stands behind a given name."""
    word = text.words[place].fold
    if nameish(text, place) or word in TIES:
        return True
    behind = place > 0 and not parted(text, place) and given_name(text.words[place - 1].fold)
    return behind and word not in FREE and not _an_office(text, place)


def _name_end(text: Passage, first: int) -> int:
    end = first + 1
    while end < len(text.words) and end < first + _NAME and not parted(text, end):
        if not _of_a_name(text, end):
            break
        end += 1
    return end
