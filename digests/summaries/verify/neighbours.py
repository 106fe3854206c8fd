"""What stands on both sides of a word, and whether it stands side by side in the evidence.

The rule: the neighbours of a word are the nearest words of its clause that say something; they
stand side by side in the evidence where little is between them, and nothing but what the sentence
tells, too.

What it may get wrong: a noun told twice stands where it is nearest. The escape hatch is the number
of words.
"""

from __future__ import annotations

from collections.abc import Iterable

from digests.language.conjugation import forms
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.gaps import says
from digests.summaries.verify.passage import Passage

#: Words between such a word and those on its sides; between those in the evidence, at most.
SIDE, CLOSE = 3, 5
_STOPS = frozenset(".؛;:!؟?")
_PREPOSITIONS = folded("في على إلى من عن مع بين ضد حول قرب عند بشأن داخل خارج وسط لدى عبر")
_SIDES_OF_THE_SKY = ("شمال", "جنوب", "شرق", "غرب")


def participles(stems: str) -> frozenset[str]:
    """The *stems* with their endings of number and gender."""
    endings = ("", "ة", "ون", "ين", "ان", "تان", "تين", "ات")
    return folded(" ".join(stem + ending for stem in stems.split() for ending in endings))


def verbs_of(lines: str) -> frozenset[str]:
    """The forms of Arabic verbs, parted by commas: past and present of each."""
    return forms("ar", lines.replace("\n", " ").split(","))


def sides(sentence: Passage, place: int) -> tuple[int | None, int | None]:
    """The nearest words that say something on both sides of *place*, in its clause."""
    left = right = None
    for p in range(place - 1, max(-1, place - 1 - SIDE), -1):
        if not _STOPS.isdisjoint(sentence.gap(p + 1)):
            break
        if p in sentence.telling:
            left = p
            break
    for p in range(place + 1, min(len(sentence.words), place + 1 + SIDE)):
        if not _STOPS.isdisjoint(sentence.gap(p)):
            break
        if p in sentence.telling:
            right = p
            break
    return left, right


def tells(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* says something by itself; a number does."""
    if place in evidence.counted:
        return True
    return place in evidence.telling if evidence.language == "ar" else says(evidence, place)


def side_by_side(
    sentence: Passage,
    evidence: Passage,
    aligned: Alignment,
    left: int,
    right: int,
    told: Iterable[int],
) -> tuple[int, int] | None:
    """Where the support of two words stands close, with nothing between but what *told* say."""
    own = {j for p in told for j in aligned.of(p)}
    values = {q.value for q in sentence.quantities if left < q.first < right}
    own |= {at for q in evidence.quantities if q.value in values for at in range(q.first, q.end)}
    for j in aligned.of(left):
        for k in aligned.of(right):
            first, last = sorted((j, k))
            between = range(first + 1, last)
            if first == last or len(between) > CLOSE:
                continue
            if any(not _STOPS.isdisjoint(evidence.gap(at)) for at in range(first + 1, last + 1)):
                continue
            if all(at in own or not tells(evidence, at) for at in between):
                return j, k
    return None


def is_preposition(word: str) -> bool:
    """Whether the folded *word* is a preposition, or has one written onto it."""
    bare = word.lstrip("و")
    return bare in _PREPOSITIONS or bare[:1] in ("ب", "ل") or bare.startswith(_SIDES_OF_THE_SKY)


def before(text: Passage, place: int, by: int = 1) -> str:
    """The folded word so many places before *place*, or nothing."""
    return text.words[place - by].fold if place >= by else ""


def after(text: Passage, place: int, by: int = 1) -> str:
    """The folded word so many places after *place*, or nothing."""
    return text.words[place + by].fold if place + by < len(text.words) else ""


def has(text: Passage, words: frozenset[str]) -> bool:
    """Whether *text* has one of *words*."""
    return any(word.fold in words for word in text.words)
