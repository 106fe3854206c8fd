"""A verb of reporting with its speaker and claim, and what all languages share in finding it."""

from __future__ import annotations

from dataclasses import dataclass

from digests.language.lists import folded
from digests.language.speech_verbs import Act


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb of reporting at word ``at``; ``speaker`` and ``claim`` are ranges of words.

    What a noun reports («اتهام فلان له») is said ``aside``: the sentence goes on with another.
    """

    at: int
    act: Act
    speaker: range
    claim: range
    opened: bool = True
    according: bool = False
    aside: bool = False


OPENERS = {
    "ar": folded(
        "إن أن بأن إنه إنها إنهم أنه أنها أنهم بأنه بأنها بأنهم أنهما إنهما إنني إننا لأن"
    ),
    "en": folded("that whether"),
    "he": folded("כי ש"),
}
RELATIVES = folded("التي الذي الذين")
#: Words in which the name of a speaker is looked for when nothing opens the claim.
REACH = 9
#: Words after a verb that closes its sentence, at most.
TRAILING = 4


def clause_mark(gap: str) -> bool:
    return any(mark in gap for mark in '،,:؛;«"“()')


_TITLES = folded(
    "dr mr mrs ms prof gen brig maj col lt sgt capt cpt rev sen rep gov hon adm supt insp st"
)


def abbreviated(word: str, gap: str) -> bool:
    """Whether the point in *gap* is that of a title before a name: "Dr. Vaughan"."""
    return word in _TITLES and gap == ". "
