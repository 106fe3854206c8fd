"""Persons of whom a sentence tells by the surname alone, where its article told of them before.

The rule: an article introduces a person by a first name (`given_names`), or by a word of no
lexicon, and what follows it, as far as the lexicon has no such words; a later sentence that has
the surname, and neither a first name nor a title right before it, takes the person as known.

What it may get wrong: two unknown words side by side that are no person («شركة نورثغيت لورنتك»); a
surname that is a word («سعيد») and a first name that the table lacks are
not seen, so that such a sentence counts as one that stands alone. The escape hatch is a line in
``given_names.txt``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import repeat

from digests.language.given_names import given_name
from digests.language.lexicon import as_it_stands
from digests.language.stems import stop_words, words
from digests.model import Lang
from digests.summaries.parties import KIND_OF, TITLES
from digests.summaries.passages import Passage

#: Words of a name behind the first, at most, and letters of a surname at least.
_BEHIND, _SURNAME = 4, 4
SERVANT = "عبد"
#: What may be written onto a name, or a noun of an office.
ATTACHED = "وفبلك"
#: First words of outlets that are in no table.
_OUTLETS = frozenset(words("فرانس سكاي الجزيرة الأناضول الحرة مونت"))
#: What a surname begins with: «أبو شكيوات», «بن سلمان».
OF_A_SURNAME = frozenset(("ابو", "بن", "ابن", "ال", "ابي", "ولد"))


def known_by_surname(
    found: Sequence[Passage], speaking: Sequence[Sequence[str]] = ()
) -> list[frozenset[str]]:
    """For each passage of articles in order, the surnames that it takes as known; *speaking* are
    the names of who speaks in each, as far as that is known."""
    introduced: dict[int, set[str]] = {}
    taken = []
    for passage, names in zip(found, speaking or repeat(()), strict=False):
        if passage.language != Lang.AR:
            taken.append(frozenset[str]())
            continue
        before = introduced.setdefault(passage.article, set())
        said = words(passage.text)
        alone = frozenset(_alone(said, before)) if before else frozenset[str]()
        taken.append(alone.difference(names[1:]))  # «براد سميث»
        before.update(_introduced(said))
        before.update(name for name in names[-1:] if of_a_name(name))
    return taken


def _introduced(said: tuple[str, ...]) -> Iterator[str]:
    """The surnames of persons whom *said* names in full: behind a first name or, of foreigners,
    behind another word of no lexicon."""
    for at, word in enumerate(said):
        if not _first_name(word):
            continue
        first = at + 1 + (word == SERVANT)  # «عبد المنعم الغيثي»
        for behind in said[first : first + _BEHIND]:
            if not (of_a_name(behind) or given_name(behind) or behind in OF_A_SURNAME):
                break
            if for_a_medium(behind):
                break
            if of_a_name(behind):
                yield behind


def for_a_medium(word: str) -> bool:
    """Whether the folded *word* says to which outlet somebody spoke: «لرويترز», «لفرانس برس»."""
    bare = word.removeprefix("ل")
    return bare != word and (bare in _OUTLETS or KIND_OF.get(bare) == "medium")


def _alone(said: tuple[str, ...], known: set[str]) -> Iterator[str]:
    """The *known* surnames in *said* with neither a first name nor a title before them."""
    for at, word in enumerate(said if known else ()):
        bare = word[1:] if word[1:] in known and word[0] in ATTACHED else word
        if bare in known:
            first = at - 1 if at and said[at - 1] not in OF_A_SURNAME else at - 2
            before = said[first] if first >= 0 else ""
            if not (given_name(before) or before in _OFFICES or of_a_name(before)):
                yield bare


_OFFICES = TITLES - stop_words(Lang.AR)


@lru_cache(maxsize=1 << 14)
def _first_name(word: str) -> bool:
    """Whether a name of two words may begin with *word*."""
    return word == SERVANT or given_name(word) or of_a_name(word)


@lru_cache(maxsize=1 << 14)
def of_a_name(word: str) -> bool:
    """Whether *word* is of no lexicon, as surnames are."""
    if len(word) < _SURNAME or not word.isalpha() or word in stop_words(Lang.AR):
        return False
    return not (as_it_stands(word) or as_it_stands(word.removeprefix("ال")))
