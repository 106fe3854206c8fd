"""Words that carry a fact: exchanged for another of its kind, each makes a false sentence that
looks true («ارتفع» for «انخفض», «مهندس» for «طبيب», «مؤقت» for «دائم»).

The rule: the Arabic words of ``contrasting.txt``, in any inflection and with any particle, and
those of the families of `siblings`. What is not there carries little («وقوع», «يتمثل») or is rare.

What it may get wrong: a word that shares its stem with one of the list counts as that one, which
only makes a caller stricter; a word that is missing passes for one that carries nothing. The escape
hatch is one more line.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from digests.language.conjugation import forms
from digests.language.kin import stems, without_particles
from digests.language.lists import rows
from digests.language.normal import fold
from digests.language.siblings import arabic_members

#: Letters of a stem that is looked up; a shorter word only without its particles.
_STEM = 3
#: The ending whose hamza changes its seat before a suffix.
_HAMZA = "اء"


class BrokenContrasts(ValueError):
    """A line of the table that cannot be read; says which and what is expected."""


@lru_cache(maxsize=1 << 14)
def carries_a_fact(word: str) -> bool:
    """Whether the folded Arabic *word* is one that carries a fact."""
    table = _table()
    if not table.isdisjoint(without_particles(word)):
        return True
    return any(len(stem) >= _STEM and stem in table for stem in stems(word))


@lru_cache(maxsize=1)
def _table() -> frozenset[str]:
    return frozenset(form for word in _words() for form in _bases(word))


def _bases(word: str) -> Iterator[str]:
    """The folded *word*, and what its kin keep of a feminine ending or a hamza («اعتدائه»)."""
    yield word
    if word[-1] == "ه" and len(word) >= _STEM:
        yield from (word[:-1], word[:-1] + "ت")
    if word.endswith(_HAMZA) and len(word) > _STEM:
        yield from (word[:-1] + letter for letter in "يو")


def _words() -> Iterator[str]:
    yield from arabic_members()
    for number, line in rows(Path(__file__).with_name("contrasting.txt")):
        verb, bar, derived = line.rpartition("|")
        if bar and len(verb.split()) != 2:
            raise BrokenContrasts(
                f"contrasting.txt, line {number}: expected «past imperfect | derived», got: {line}"
            )
        yield from forms("ar", [verb] if bar else [])
        yield from map(fold, derived.split())
