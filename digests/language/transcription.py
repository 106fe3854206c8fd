"""How far an Arabic spelling departs from a name in Latin, Hebrew or Arabic letters.

The rule: each letter, and each group of letters that stands for one sound, has the Arabic spellings
of `transcription_tables`, the usual ones for nothing, a rare one for one departure and a rarer one
for two. A consonant is written; a short vowel may be, and of two vowels one is. Hebrew leaves short
vowels out, so that one may be written after any of its letters; two consonants that open a Latin
name may have one between them; one Arabic spelling may have one vowel more than another. A word
whose last syllable has i, o or u has a long vowel in Arabic: Karim is not كرم. The
distance is the sum of the departures on the cheapest way through both words.

What it may get wrong: two names of which Arabic has one spelling (Joan and John are both جون). The
escape hatch is a line of the tables.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digests.language.transcription_tables import ARABIC, CONSONANTS, HEBREW, VOWELS

Spellings = tuple[tuple[str, int], ...]
#: Where the letters of a step end, and their spellings with their costs.
Step = tuple[int, Spellings]

_NOTHING = "-"
_VOWELS = frozenset("aeiou")
_Y_OR_VOWEL = _VOWELS | {"y"}
_HEBREW_VOWELS = frozenset("וי")
_AHEAD = {
    "$": "$",
    "+": "[eiy]",
    "@": "[aeiouy]",
    "%": "(?![aeiouy])",
    "_": "[^aeiouyw](?:[^aeiouyw]?[eiy]|o)",
    "~": ".$",
}
#: What Arabic may write after a Hebrew letter: in a word without letters for vowels, in another,
#: in one of two letters; and after an Arabic letter.
_BETWEEN: Spellings = (("", 0), ("ا", 0), ("ي", 0), ("و", 1), ("ع", 1))
_BETWEEN_VOWELS: Spellings = (("", 0), ("ا", 0), ("ي", 0), ("و", 2), ("ع", 1))
_BETWEEN_TWO: Spellings = (("", 0), ("ا", 0), ("ي", 1), ("و", 2))
_AT_THE_END: Spellings = (("", 0),)
_ONE_MORE: Spellings = (("", 0), ("ا", 1), ("و", 1), ("ي", 1))
#: Two consonants that open a name may be parted: «ديمتري», Dmitry; «غافير», Gvir.
_IN_A_CLUSTER: Spellings = (("", 0), ("ا", 1), ("ي", 1))
#: A vowel before the last consonant that is long (before two it is short: Ghosn, غصن; Homs, حمص),
#: and the Arabic letters of long vowels.
_LAST_VOWEL = re.compile(
    r"(?:[io]|[aeo]u|u(?!r$))(?:[sctkgdp]h|ck|ng|tz|(?P<last>[^aeiouy])(?P=last)?)$|[וי][^וי]$"
)
_LONG = re.compile("[اويع]")
#: A word that begins with u and has it again, which is short in Arabic: Ufuq, أُفُق; Uhud, أُحُد.
_TWICE_SHORT = re.compile("u[^aeiouy]u[^aeiouy]$")
#: Letters of an Arabic word that are its root alone.
_A_ROOT = 3


class _Rule:
    """One line of a table: its letters, where they count, and their spellings."""

    __slots__ = ("_after", "_at_start", "letters", "spellings")

    def __init__(self, line: str) -> None:
        key, _, rest = line.partition(" = ")
        self._at_start = key.startswith("^")
        self._after = re.compile(_AHEAD[key[-1]]) if key[-1] in _AHEAD else None
        self.letters = key.strip("^$+@%_~")
        self.spellings: Spellings = tuple(
            ("" if form == _NOTHING else form, cost)
            for cost, forms in enumerate(rest.split("|"))
            for form in forms.split()
        )

    @property
    def placed(self) -> bool:
        """Whether it is of one letter in a certain place, where the letter has no other."""
        return len(self.letters) == 1 and (self._at_start or self._after is not None)

    def stands(self, word: str, at: int) -> bool:
        if not word.startswith(self.letters, at) or (self._at_start and at):
            return False
        return self._after is None or bool(self._after.match(word, at + len(self.letters)))


def _table(*texts: str) -> dict[str, list[_Rule]]:
    found: dict[str, list[_Rule]] = {}
    for text in texts:
        for line in text.split("\n"):
            if line:
                rule = _Rule(line)
                found.setdefault(rule.letters[0], []).append(rule)
    return found


_LATIN_RULES = _table(CONSONANTS, VOWELS)
_HEBREW_RULES = _table(HEBREW)
_ARABIC_RULES = _table(ARABIC)


def distance(word: str, arabic: str, most: int) -> int | None:
    """The departures of *arabic* from the folded name *word*; None when there are above *most*."""
    steps = _steps(word)
    reached: list[dict[int, int]] = [{} for _ in range(len(steps) + 1)]
    reached[0][0] = 0
    for at, ways in enumerate(steps):
        for place, cost in reached[at].items():
            for end, spellings in ways:
                there = reached[end]
                for form, more in spellings:
                    if cost + more > most or not arabic.startswith(form, place):
                        continue
                    after = place + len(form)
                    if cost + more < there.get(after, most + 1):
                        there[after] = cost + more
    found = reached[-1].get(len(arabic))
    short = _LONG.search(arabic, 1) or _TWICE_SHORT.match(word)
    if found is not None and _LAST_VOWEL.search(word) and not short:
        found += 1 if len(arabic) > _A_ROOT else 2
    return found if found is not None and found <= most else None


@lru_cache(maxsize=1 << 14)
def _steps(word: str) -> tuple[tuple[Step, ...], ...]:
    """The ways on from each place of *word*."""
    read = _latin if word[0] < "\u0590" else _hebrew if word[0] <= "ת" else _arabic
    return tuple(tuple(read(word, at)) for at in range(len(word)))


def _standing(table: dict[str, list[_Rule]], word: str, at: int) -> list[_Rule]:
    rules = [rule for rule in table.get(word[at], ()) if rule.stands(word, at)]
    placed = [rule for rule in rules if rule.placed][:1]
    return [rule for rule in rules if not placed or len(rule.letters) > 1] + placed


def _latin(word: str, at: int) -> list[Step]:
    steps = []
    for rule in _standing(_LATIN_RULES, word, at):
        end = at + len(rule.letters)
        if word[at] in _Y_OR_VOWEL:
            row = _in_a_row(word, at, end)
            steps.append((end, _with_ayn(rule.spellings, row, round_=word[at] in "ou")))
            continue
        cluster = not at and word[end : end + 1] not in _Y_OR_VOWEL and rule.letters != "'"
        spellings = _followed(rule.spellings, _IN_A_CLUSTER) if cluster else rule.spellings
        steps.append((end, spellings))
        if len(rule.letters) == 1 and word.startswith(word[at], end):  # a doubled consonant
            steps.append((end + 1, rule.spellings))
    return steps


def _in_a_row(word: str, at: int, end: int) -> bool:
    """Whether one letter stands beside a vowel or a silent h; to leave it out costs something."""
    around = word[max(0, at - 1) : at] + word[end : end + 1]
    silent = word[end : end + 1] == "h" and word[end + 1 : end + 2] not in _VOWELS
    return end - at == 1 and (silent or not _VOWELS.isdisjoint(around))


def _with_ayn(spellings: Spellings, row: bool, round_: bool) -> Spellings:
    """A vowel with and without the ayn that Latin letters do not write; o and u are not عا."""
    found: dict[str, int] = {}
    for form, cost in spellings:
        plain = "ع" in form or (round_ and form == "ا")
        for one in (form,) if plain else (form, "ع" + form, form + "ع"):
            more = cost + (row and not one)
            found[one] = min(found.get(one, more), more)
    return tuple(found.items())


def _hebrew(word: str, at: int) -> list[Step]:
    steps = []
    for rule in _standing(_HEBREW_RULES, word, at):
        end = at + len(rule.letters)
        between = _BETWEEN
        if end == len(word):
            between = _AT_THE_END
        elif len(word) < 3:
            between = _BETWEEN_TWO
        elif not _HEBREW_VOWELS.isdisjoint(word[1:-1]):
            between = _BETWEEN_VOWELS
        steps.append((end, _followed(rule.spellings, between)))
    return steps


def _arabic(word: str, at: int) -> list[Step]:
    rules = _standing(_ARABIC_RULES, word, at)
    if not rules:
        return [(at + 1, ((word[at], 0),))]
    ends = [(rule, at + len(rule.letters)) for rule in rules]
    return [
        (end, _followed(rule.spellings, _ONE_MORE if end < len(word) else _AT_THE_END))
        for rule, end in ends
    ]


def _followed(spellings: Spellings, between: Spellings) -> Spellings:
    return tuple((form + vowel, cost + more) for form, cost in spellings for vowel, more in between)
