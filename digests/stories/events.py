"""What happens in a sentence, in kinds that Arabic, English and Hebrew share, and who speaks there.

The rule: ``events.txt`` lists the words for each kind of event (an arrest, a dismissal, a vote …),
for parties, and for saying. A form that ends in ``*`` is the beginning of a word; one of at most
``SHORT`` letters in Arabic or Hebrew script takes only the endings of its conjugation, so that
«دعت» is no «دعم». The longest form at a place wins; a word of several kinds is one mention of all.

What it may get wrong: a word that happens to be spelled like an event («سلّم»), and an event under
words that are not listed. Callers therefore never rest on one mention alone. The escape hatch is
the file: one more form is all it takes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from digests.language.stems import words
from digests.stories.names import BrokenTable, bare_forms

_FILE = Path(__file__).with_name("events.txt")
#: Letters of a beginning up to which only endings of conjugation may follow.
SHORT = 4
_ENDINGS = frozenset(
    "ا ت ه ها هم هما وا ون ين ان ات ته تها تهم تا نا ي يه يا ني ا نه تنا "
    "ה ו ת ימ ות י תי יו יה הו תה נו תו ותיו יהמ ויות".split()
)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to name a kind: folded words; ``open`` where the last is only a beginning."""

    words: tuple[str, ...]
    open: bool
    key: str

    def fits(self, first: str, rest: Sequence[str]) -> bool:
        """Whether it stands at the word *first* and those after it."""
        more = len(self.words) - 1
        if len(rest) < more:
            return False
        found = (first, *rest[:more])
        if any(a != b for a, b in zip(found[:-1], self.words[:-1], strict=True)):
            return False
        return found[-1] == self.words[-1] or (self.open and _goes_on(self.words[-1], found[-1]))


@dataclass(frozen=True, slots=True)
class Mention:
    """Kinds that the words ``[start, end)`` of a text may name."""

    start: int
    end: int
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The forms by the first letters of their first word, each kind's section, and its kin."""

    forms: dict[str, tuple[Form, ...]]
    sections: dict[str, str]
    kin: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The shipped lexicon, read once."""
    return parse(_FILE.read_text(encoding="utf-8"))


def parse(text: str) -> Lexicon:
    """The lexicon in *text*; raises BrokenTable with the line that is wrong."""
    forms: dict[str, list[Form]] = defaultdict(list)
    sections: dict[str, str] = {}
    kin: dict[str, set[str]] = defaultdict(set)
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if opened := re.fullmatch(r"\[(\w+)\]", line):
            section = opened[1]
            continue
        key, equals, listed = line.partition(" = ")
        if equals and section == "kin":
            family = {one.strip() for one in listed.split(",")}
            for one in family:
                kin[one] |= family - {one}
            continue
        if not equals or listed.count("|") != 2 or not section:
            raise BrokenTable(f"events, line {number}: expected «key = ar | en | he», got: {line}")
        sections[key] = section
        for form in re.split(r"[|,]", listed):
            found = words(form.strip().rstrip("*"))
            if found:
                forms[found[0][:2]].append(Form(found, form.strip().endswith("*"), key))
    return Lexicon(
        {start: tuple(found) for start, found in forms.items()},
        sections,
        {key: frozenset(family) for key, family in kin.items()},
    )


def mentions(text: Sequence[str]) -> list[Mention]:
    """The mentions in the folded words *text*, left to right."""
    known = lexicon()
    found: list[Mention] = []
    at = 0
    while at < len(text):
        mention = _at(text, at, known)
        if mention is not None:
            found.append(mention)
        at = mention.end if mention is not None else at + 1
    return found


def _at(text: Sequence[str], at: int, known: Lexicon) -> Mention | None:
    rest = text[at + 1 : at + 5]
    for first in bare_forms(text[at]):
        fitting = [form for form in known.forms.get(first[:2], ()) if form.fits(first, rest)]
        if fitting:
            length = max(len(form.words) for form in fitting)
            keys = frozenset(form.key for form in fitting if len(form.words) == length)
            return Mention(at, at + length, keys)
    return None


def _goes_on(beginning: str, word: str) -> bool:
    if not word.startswith(beginning):
        return False
    if len(beginning) > SHORT or beginning.isascii():
        return True
    return word[len(beginning) :] in _ENDINGS
