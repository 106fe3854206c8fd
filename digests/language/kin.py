"""The forms by which an inflected word finds its kin: from least to most taken away.

The rule: Arabic loses attached particles, the endings of number, gender and person, and the first
letter of the imperfect; what remains meets its kin as it stands, else by its consonants («أعلنت»,
«يعلن», «إعلان» meet in علن). A word with fewer than three consonants keeps the places of its vowels
(قال and قول meet, قال and أقال do not). Hebrew loses particles, endings and the letters of the
future, and a noun in ה has it back for the ת before a pronoun (תשובתה); English goes through
Snowball.

What it may get wrong: words of one root that differ in meaning meet (حاكم, حكم), and roots with
weak letters do not always (وصل, يصل). Callers ask for the nearest kin first, and write weak forms
out. The escape hatch is a listed form, which is found as it stands before any consonants are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from digests.language.stems import stem

_AR_FRONTS = ("ال", "لل", "ب", "ك", "ل")
_AR_ENDS = (
    "", "ه", "ا", "ت", "ي", "ن", "ك", "و", "ات", "ان", "ون", "ين", "تا", "ها", "هم", "هن", "نا",
    "وا", "ته", "تي", "تم", "كم", "يه", "يا", "ته", "هما", "تها", "تهم", "تان", "تين", "اتها",
    "اته", "اتهم", "يها", "يهم", "يين", "يون", "ونها", "وها", "وه", "تنا", "تهما", "يات",
    "يتها", "يته", "اها", "اه", "اهم", "يتين", "يتان", "ونه", "ونا", "وني", "وهم", "تني",
)  # fmt: skip
_WEAK = str.maketrans("", "", "اويىءؤئ")
_WEAK_KEPT = str.maketrans("اويىءؤئ", "~~~~~~~")
_HE_FRONTS = "ושהבלמכ"
_HE_LETTERS = frozenset(_HE_FRONTS)
_HE_ENDS = (
    "", "ה", "ת", "י", "ו", "מ", "נ", "ימ", "ות", "יו", "יה", "נו", "תו", "תה", "תי", "תמ", "המ",
    "יהמ", "ותיו", "ותיה", "יות", "ית", "יימ", "ני", "ותיהמ",
)  # fmt: skip
#: Pronouns behind a noun in ה, whose ה is a ת before them.
_HE_OF_FEMININE = frozenset(("תו", "תה", "תי", "תמ"))
#: Letters of the plural of an adjective in ה of three letters.
_HE_SHORT = 4
_HE_WEAK = str.maketrans("", "", "וי")
_HE_FUTURE = re.compile("[יתאנל]([א-ת])([א-ת])ו([א-ת])")
_VOWEL = re.compile("~+")
#: Letters of a stem, and consonants of a skeleton, below which a form says too little.
SHORTEST_STEM, SHORTEST_SKELETON = 2, 3


@lru_cache(maxsize=1 << 15)
def stems(word: str) -> tuple[str, ...]:
    """Stems of one folded *word*, the nearest first; the word itself comes first of all."""
    if not word or not word[0].isalpha():
        return (word,)
    if "a" <= word[0] <= "z":
        return tuple(dict.fromkeys((word, stem(word, "en"))))
    if "א" <= word[0] <= "ת":
        return _ordered(word, _hebrew(word))
    return _ordered(word, _arabic(word))


@lru_cache(maxsize=1 << 15)
def skeleton(form: str) -> str:
    """The consonants of a stem; with its vowels' places when there are fewer than three."""
    if not form or form[0] < "\u0590":
        return form
    if "א" <= form[0] <= "ת":
        bare = form[0] + form[1:].translate(_HE_WEAK)
        return bare if len(bare) >= SHORTEST_SKELETON else form
    first = form[0] if form[0] == "و" else ""
    bare = first + form[len(first) :].translate(_WEAK)
    if len(bare) >= SHORTEST_SKELETON:
        return bare
    return _VOWEL.sub("~", form.translate(_WEAK_KEPT)) if len(form) > 2 else form


@lru_cache(maxsize=1 << 15)
def kin(word: str) -> frozenset[str]:
    """Skeletons of all stems of *word* that keep most of it; two words of a kin share one."""
    found = {skeleton(one) for one in stems(word) if len(one) >= 3}
    return frozenset(form for form in found if len(form) >= SHORTEST_SKELETON)


def _ordered(word: str, found: Iterator[str]) -> tuple[str, ...]:
    unique = dict.fromkeys([word, *found])
    return tuple(sorted(unique, key=lambda form: len(word) - len(form)))


@lru_cache(maxsize=1 << 15)
def without_particles(word: str) -> tuple[str, ...]:
    """*word* as it stands, and without each row of particles that may be written onto it."""
    if not word or word[0] < "\u0590":
        return (word,)
    if "א" <= word[0] <= "ת":
        cuts = [at for at in range(1, 4) if len(word) - at >= 2 and set(word[:at]) <= _HE_LETTERS]
        return (word, *(word[at:] for at in cuts))
    found = [word]
    starts = [word]
    if word[0] in "وف" and len(word) > 3:
        starts.append(word[1:])
    for start in starts:
        found.append(start)
        for front in _AR_FRONTS:
            if start.startswith(front) and len(start) - len(front) >= 2:
                found.append(start[len(front) :])
        if start[:1] in ("ب", "ك") and start[1:3] == "ال" and len(start) > 4:
            found.append(start[3:])
        if start[:1] == "س" and start[1:2] in ("ي", "ت", "ن", "ا") and len(start) > 4:
            found.append(start[1:])
    return tuple(dict.fromkeys(found))


def _arabic(word: str) -> Iterator[str]:
    for front in without_particles(word):
        for end in _AR_ENDS:
            if end and not front.endswith(end):
                continue
            rest = front[: len(front) - len(end)] if end else front
            if len(rest) < SHORTEST_STEM or (end and len(rest) < 3 and len(end) > 2):
                continue
            yield rest
            if rest[0] in "يتن" and len(rest) >= 4:
                yield rest[1:]
                if len(rest) >= 6 and rest[1:3] == "ست":
                    yield "ا" + rest[1:]
            if rest[0] == "م" and len(rest) == 5 and rest[3] == "و":
                yield rest[1:3] + rest[4]


def _hebrew_past(form: str) -> Iterator[str]:
    """The past forms of which a future, participle or infinitive may be made."""
    if len(form) < 4:
        return
    if form[0] in "יתנא":
        yield form[1:]
        yield "ה" + form[1:]
        if form[1] == "י":
            yield form[2:]
            yield "נ" + form[2:]
    elif form[0] == "מ":
        yield "ה" + form[1:]
        yield form[1:]
    elif form[:2] == "הי":
        yield "נ" + form[2:]


def past_of_future(word: str) -> Iterator[str]:
    """The Hebrew past of which *word* is a future or infinitive with ו: ירכוש, לרכוש of רכש."""
    for bare in without_particles(word):
        if future := _HE_FUTURE.fullmatch(bare):
            yield "".join(future.groups())


def _hebrew(word: str) -> Iterator[str]:
    starts = [word]
    for bare in without_particles(word):
        if len(bare) == _HE_SHORT and bare.endswith(("ימ", "ות")):
            yield bare[:-2] + "ה"  # «הקשים» of קשה
    rest = word
    while len(rest) > 3 and rest[0] in _HE_FRONTS and len(starts) < 4:
        rest = rest[1:]
        starts.append(rest)
    for start in starts:
        for end in _HE_ENDS:
            if end and not (start.endswith(end) and len(start) - len(end) >= 3):
                continue
            form = start[: len(start) - len(end)] if end else start
            yield form
            if end in _HE_OF_FEMININE and len(form) >= 3:
                yield form + "ה"  # «תשובתה» of תשובה, «שינתה» of שינה
            if not form.endswith("ות"):
                yield from _hebrew_past(form)
