"""A verb of reporting with its speaker and claim, and what all languages share in finding it."""

from __future__ import annotations

from dataclasses import dataclass

from digests.language.letters import letters
from digests.language.lexicon import listed
from digests.language.lists import folded
from digests.language.speech_verbs import Act, act_of
from digests.language.stems import stop_words
from digests.language.words import Token


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


def abbreviated(before: Token, gap: str, after: Token, earlier: Token | None = None) -> bool:
    """Whether the point in *gap* ends no sentence: "Dr. Vaughan", "S. Rajan", «س. راجان».

    So do the points between names of letters, «إن.إس.أو», and behind one of them before a name:
    «إس. راجان»; *earlier* is the word before *before*.
    """
    if gap == ".":
        return bool(letters(before.fold, joined=True) and letters(after.fold))
    if gap != ". ":
        return False
    return before.fold in _TITLES or _initial(before, after) or _spelt(before, after, earlier)


def _initial(before: Token, after: Token) -> bool:
    """Whether *before* is one letter of a name that goes on with *after*: "P. Perera".

    A sentence may end with a letter, too ("Plan B. The council"): no name goes on with a small
    word, a verb of reporting, or a listed word behind «و».
    """
    if len(before.text) > 1 or not before.text.isalpha() or before.text.islower():
        return False
    word, latin = after.fold, after.text.isascii()
    language = "en" if latin else "ar"
    if word in stop_words(language) or act_of(word, language) is not None:
        return False
    return after.text[:1].isupper() if latin else not (word[0] in "وفו" and listed(word[1:]))


def _spelt(before: Token, after: Token, earlier: Token | None) -> bool:
    """Whether *before* is the name of one letter and *after* a name that it begins: «إس. راجان».

    A row of letters ends a sentence («بي بي سي. راجان»), and so does X («منصة إكس. راجان»).
    """
    spelt = letters(before.fold)
    if not spelt or "x" in spelt or before.text.isascii() or listed(after.fold):
        return False
    row = earlier is not None and before.start - earlier.end == 1 and letters(earlier.fold)
    return not row and act_of(after.fold, "ar") is None
