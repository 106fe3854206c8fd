"""The words of a sentence as they are read for its speaker, and what such a speaker is: a party.

The rule: a quotation is one word, and a mark that ends a clause belongs to the word before it. A
word is a party by its kind (``parties``) or as a listed name, a name between quotation marks where
it is short and the sentence goes on behind it. Who speaks is read by ``subjects`` and ``voices``.

What it may get wrong: a short quotation that is no name. The escape hatch is ``parties``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from digests.language import lexicon
from digests.language.given_names import given_name
from digests.language.lexicon import as_it_stands
from digests.language.quotation import GERSHAYIM, QUOTATION
from digests.language.stems import words
from digests.language.words import normal_forms
from digests.stories.names import meanings, table
from digests.summaries.parties import (
    CLAIM,
    DAYS,
    FUNCTION,
    KIND_OF,
    TITLES,
    speaking_verb,
)
from digests.summaries.sides import listed, side

#: A word of a sentence, folded, and whether a mark that ends a clause follows it.
Piece = tuple[str, bool]

#: Stands for a quotation among the words of a sentence, before its first words.
_QUOTE = "quotation:"
#: Words of a quotation that are looked at.
CALLED = 8
_PARTS = re.compile(f'((?:[^«"“„]|{GERSHAYIM})+)|({QUOTATION})|([«"“„])')
_CLAUSE = frozenset('،,:؛;"«“')
#: Words of a quotation that is a name, at most.
_QUOTED = 4
#: The party of sources without a name, who report and are no party to the news.
NAMELESS = "source"
#: What may be written into a name.
IN_NAMES = frozenset(words("بن ابن بنت أبو أبي أم ولد آل عبد دي فان فون"))
#: Whom he told, without a name.
TO_HIM = frozenset(words("ل لنا له لها لهم لهما لكم"))


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a sentence.

    ``party`` is a kind of party or a person's name, None when no verb of saying was found or when
    its subject is not named; the latter sets ``absent``. ``named`` says that the sentence itself
    tells which one («حملة "…"», «شركة مايكروسوفت», not «الشركة»); ``names`` are the folded words of
    the speaker's own name, ``side`` tells it from others of its kind. ``cited`` says that it speaks
    by no verb: «وفق وزارة الصحة». ``noun`` is the noun of a body, without «ال», and ``known`` says
    that it is definite alone («الوزارة»), so that it was told before.
    """

    party: str | None
    absent: bool = False
    named: bool = False
    names: tuple[str, ...] = ()
    side: str | None = None
    cited: bool = False
    noun: str | None = None
    known: bool = False


@lru_cache(maxsize=4096)
def pieces_of(sentence: str) -> Sequence[Piece]:
    """Folded words, a quotation as one of them, each with whether a clause mark follows it."""
    found: list[Piece] = []
    for plain, quoted, opened in _PARTS.findall(sentence):
        if quoted or opened:
            found.append((" ".join((_QUOTE, *words(quoted)[:CALLED])), False))
            continue
        for part in plain.split():
            cut = _of_a_part(part)
            if cut:
                found.extend(cut)
            elif found and not _CLAUSE.isdisjoint(part):
                found[-1] = (found[-1][0], True)
    return found


@lru_cache(maxsize=1 << 15)
def _of_a_part(part: str) -> tuple[Piece, ...]:
    """The words of what stands between two blanks, the last with whether *part* ends a clause."""
    folded = normal_forms(part)
    last = len(folded) - 1
    return tuple((word, at == last and part[-1] in _CLAUSE) for at, word in enumerate(folded))


def is_quote(word: str) -> bool:
    """Whether the *word* of a piece stands for a quotation."""
    return word.startswith(_QUOTE)


def quoted_name(pieces: Sequence[Piece], at: int) -> tuple[str, ...]:
    """The name that the quotation at *at* is, empty for words that somebody said: a short one,
    behind which the sentence goes on («قالت «ميتا» إن», «رئيس «كريدي سويس» أكسل»)."""
    called = inside(pieces[at][0])
    if not 0 < len(called) <= _QUOTED or at + 1 >= len(pieces) or pieces[at][1]:
        return ()
    return () if is_quote(pieces[at + 1][0]) else called


@lru_cache(maxsize=1 << 14)
def is_word(word: str) -> bool:
    """Whether the folded *word* is one of the language and no name of a person or place."""
    if given_name(word) or is_listed_name(word):
        return False
    bare = word[2:] if word.startswith("ال") and not as_it_stands(word) else word
    return as_it_stands(bare) and not lexicon.only_proper(lexicon.meanings(bare, core=True))


def is_listed_name(*said: str) -> bool:
    """Whether the words *said* are a listed name of somebody or somewhere, and no act («قتل»)."""
    return any(kind != "acts" for kind in _kinds(said))


def is_listed_as(kind: str, *said: str) -> bool:
    """Whether the words *said* are a listed name of the *kind*: «people», «places»."""
    return kind in _kinds(said)


def _kinds(said: tuple[str, ...]) -> set[str]:
    """The kinds of which the words *said* are a listed name, all of them."""
    found = (keys for at, end, keys in meanings(said) if end - at == len(said))
    return {table().kinds[key] for keys in found for key in keys}


def verb_of_saying(word: str) -> bool:
    """Whether *word* is a verb of saying, an object pronoun at its end aside."""
    ends = (word, *(word.removesuffix(end) for end in ("ها", "ه") if word.endswith(end)))
    return any(speaking_verb(form, "ar") for form in ends)


def inside(word: str) -> tuple[str, ...]:
    """The words of a quotation: a name, where it follows «حملة» or «شركة»."""
    return tuple(word.split()[1:])


def names_of(pieces: Sequence[Piece]) -> list[str]:
    """Words of a name, up to the claim, a comma, a particle or another party."""
    found: list[str] = []
    for word, closes in pieces[:4]:
        if word in CLAIM or word in FUNCTION or is_quote(word) or kind_at(word, ""):
            break
        if word.isdigit() or _does(word):
            break
        if word not in TITLES and word not in DAYS:
            found.append(word)
        if closes:
            break
    return found


def _does(word: str) -> bool:
    """Whether *word*, behind a noun, is a verb of its own: «سائق يعمل منذ عامين»."""
    return word[:1] in "يت" and is_word(word)


def kind_at(word: str, following: str) -> str | None:
    """The kind of party that *word* names, with the word *following* it or alone."""
    for form in (f"{word} {following}", word, word[1:], word[2:]):
        if form in KIND_OF:
            return KIND_OF[form]
    found = listed((word, following)) if following else listed((word,))
    return found[0] if found else None


def mention(pieces: Sequence[Piece]) -> Voice | None:
    """The first party named in *pieces*, before the word that opens the claim."""
    for at, (word, _) in enumerate(pieces):
        if word in CLAIM:
            return None
        following = pieces[at + 1][0] if at + 1 < len(pieces) else ""
        if kind := kind_at(word, following):
            generic = word in KIND_OF and word.startswith(("ال", "ה"))
            which = side(kind, [w for w, _ in pieces[at : at + 4] if w not in CLAIM])
            return Voice(kind, named=not generic or is_quote(following), side=which)
    return None
