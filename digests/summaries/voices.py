"""Who speaks in a sentence, so that each party is heard and no claim loses its speaker.

The rule: a verb of saying, and the noun phrase beside it (after the verb in Arabic, before or after
it in English and Hebrew), names the speaker. The phrase is reduced to a *party*: a campaign or
staff, a company, an army or ministry, a government, a court, a union or organisation, a medium, or
a person. Two words for one party in one text («الشركة»، «مايكروسوفت») meet in the kind of party, so
a text with two companies that contradict each other counts them as one; a quarrel within one kind
is rarer than a company named in three ways.

What it may get wrong: a verb that only looks like one of saying, and speakers named in an earlier
sentence; such a sentence has an *absent* speaker and is not self-contained. The escape hatch is
the word lists below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digests.language.stems import words
from digests.summaries.parties import (
    ACCORDING,
    CLAIM,
    FUNCTION,
    KIND_OF,
    KINDS,
    RELATIVE,
    TITLES,
    WITH_BA,
    speaking_verb,
)

#: Words from a verb of saying within which its speaker is looked for.
REACH = 10
#: Stands for a quotation among the words of a sentence.
_QUOTE = "quotation"
_CLAUSE = re.compile(r"[،,:؛;\"«“]")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a sentence.

    ``party`` is a kind of party or a person's name, None when no verb of saying was found or when
    its subject is not named; the latter sets ``absent``. ``named`` says that the sentence itself
    tells which one («حملة "…"», «شركة مايكروسوفت», not «الشركة»); ``names`` are the folded words of
    the speaker's own name.
    """

    party: str | None
    absent: bool = False
    named: bool = False
    names: tuple[str, ...] = ()


def voice(sentence: str, language: str) -> Voice:
    """The speaker of *sentence*."""
    return _voice(sentence, language)


def affiliations(voices: Iterable[Voice]) -> dict[str, str]:
    """The kind of party of each name that some voice gives together with its party."""
    found: dict[str, str] = {}
    for one in voices:
        if one.party in KINDS:
            for name in one.names:
                found.setdefault(name, one.party)
    return found


@lru_cache(maxsize=4096)
def _voice(sentence: str, language: str) -> Voice:
    pieces = _pieces(sentence)
    return _arabic(pieces) if language == "ar" else _beside(pieces, language)


def _arabic(pieces: Sequence[tuple[str, bool]]) -> Voice:
    for at, (word, closes) in enumerate(pieces):
        if word in ACCORDING["ar"] or word[1:] in ACCORDING["ar"]:
            if (found := _mention(pieces[at + 1 : at + 4])) is not None:
                return found
            continue
        if not speaking_verb(word, "ar") or (at and pieces[at - 1][0] in RELATIVE):
            continue
        before = _mention(pieces[max(0, at - 5) : at])
        following = pieces[at + 1][0] if at + 1 < len(pieces) else ""
        if closes or not following or _opens_claim(following, word):
            return before or Voice(None, absent=at < 2)
        return _subject(pieces[at + 1 : at + 1 + REACH]) or before or Voice(None, absent=at < 2)
    return Voice(None)


def _opens_claim(word: str, verb: str) -> bool:
    """Whether the *word* after a *verb* of saying begins what is said rather than who says it."""
    objected = word.startswith("ب") and verb.removeprefix("و").removesuffix("ت") in WITH_BA
    return word in FUNCTION or word == _QUOTE or (objected and word not in KIND_OF)


def _pieces(sentence: str) -> list[tuple[str, bool]]:
    """Folded words, a quotation as one of them, each with whether a clause mark follows it."""
    bare = re.sub(r"«[^»]*»|\"[^\"]*\"|“[^”]*”", f" {_QUOTE} ", sentence)
    found: list[tuple[str, bool]] = []
    for part in bare.split():
        folded = words(part)
        if not folded:
            if found and _CLAUSE.search(part):
                found[-1] = (found[-1][0], True)
            continue
        found.extend((word, False) for word in folded[:-1])
        found.append((folded[-1], bool(_CLAUSE.search(part[-1:]))))
    return found


def _subject(pieces: Sequence[tuple[str, bool]]) -> Voice | None:
    """The speaker at the front of *pieces*, which follow a verb of saying.

    A kind of party counts when only titles («المتحدث باسم») or an apposition's comma stand
    before it;
    after a bare name it is the object («اتهم الطبوبي الحكومة»).
    """
    names: list[str] = []
    apposition = True
    for at, (word, closes) in enumerate(pieces):
        if word in CLAIM or word == _QUOTE:
            break
        following = pieces[at + 1][0] if at + 1 < len(pieces) else ""
        kind = _kind(word, following)
        if kind and apposition:
            own = names + _names(pieces[at + 1 :])
            generic = word.startswith("ال") and not own and following != _QUOTE
            return Voice(kind, named=not generic, names=tuple(own))
        if kind or word in FUNCTION:
            break
        if word not in TITLES:
            names.append(word)
            apposition = False
        apposition = apposition or closes
    return Voice(names[-1], named=True, names=tuple(names)) if names else None


def _names(pieces: Sequence[tuple[str, bool]]) -> list[str]:
    """Words of a name, up to the claim, a comma, a particle or another party."""
    found: list[str] = []
    for word, closes in pieces[:4]:
        if word in CLAIM or word in FUNCTION or word == _QUOTE or _kind(word, ""):
            break
        if word not in TITLES:
            found.append(word)
        if closes:
            break
    return found


def _kind(word: str, following: str) -> str | None:
    for form in (f"{word} {following}", word, word[1:], word[2:]):
        if form in KIND_OF:
            return KIND_OF[form]
    return None


def _mention(pieces: Sequence[tuple[str, bool]]) -> Voice | None:
    """The first party named in *pieces*, before the word that opens the claim."""
    for at, (word, _) in enumerate(pieces):
        if word in CLAIM:
            return None
        following = pieces[at + 1][0] if at + 1 < len(pieces) else ""
        if kind := _kind(word, following):
            generic = word in KIND_OF and word.startswith(("ال", "ה"))
            return Voice(kind, named=not generic or following == _QUOTE)
    return None


def _beside(pieces: Sequence[tuple[str, bool]], language: str) -> Voice:
    for at, (word, _) in enumerate(pieces):
        if word in ACCORDING.get(language, ()):
            if (found := _mention(pieces[at + 1 : at + 8])) is not None:
                return found
        elif speaking_verb(word, language):
            before = pieces[max(0, at - 6) : at]
            if (named := _mention(before) or _mention(pieces[at + 1 : at + 8])) is not None:
                return named
            return Voice(before[-1][0], named=True) if before else Voice(None, absent=True)
    return Voice(None)
