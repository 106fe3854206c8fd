"""One name in two scripts: «لايتكاب» is Lightcap, «رابابورت» is רפפורט.

The rule: an Arabic word is a name in Latin or Hebrew letters when it is one of the spellings that
Arabic gives it, with few departures (`transcription`): none for a short name, one or two for a long
one. Two Arabic words are one name by the same measure, except that a diminutive is another name
(سلمان, سليمان). A Latin and a Hebrew word become rows of consonant classes, more than one where a
letter is ambiguous (th is t or s, ch is k or sh), and are one name when they share a row of three
classes. In one of these scripts a name has one spelling. Particles written onto Arabic and Hebrew
words are tried with and without; without one that may be a letter of the name, nothing is forgiven.

What it may get wrong: different names that Arabic writes alike (John, Joan) match, so a match
supports a name and never proves one; names that are translated do not. The escape hatch is
`lexicon/names.txt`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from digests.language.kin import without_particles
from digests.language.transcription import distance

_CLASSES = {
    "B": "bpfvبفבפ",
    "K": "kqcكقכק",
    "G": "gjغجג",
    "S": "szسصزشظצסזש",
    "T": "tتطثטת",
    "D": "dدضذד",
    "M": "mمמ",
    "N": "nنנ",
    "L": "lلל",
    "R": "rرר",
}
#: The class of each letter that transliteration keeps.
CLASS_OF = {letter: kind for kind, letters in _CLASSES.items() for letter in letters}
#: Latin and Hebrew spellings with one or more sounds, in the letters above; "" is silent.
_AMBIGUOUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("gn", ("gn", "n")),
    ("tsch", ("s",)),
    ("sch", ("s", "sk")),
    ("tch", ("s",)),
    ("ch", ("s", "k", "")),
    ("sh", ("s",)),
    ("ts", ("s", "ts")),
    ("tz", ("s", "ts")),
    ("zz", ("s", "ts")),
    ("ph", ("f",)),
    ("kh", ("", "k")),
    ("gh", ("g", "")),
    ("th", ("t", "s")),
    ("dj", ("g",)),
    ("dg", ("g",)),
    ("zh", ("g", "s")),
    ("ck", ("k",)),
    ("cc", ("k", "ks", "s")),
    ("ci", ("s",)),
    ("ce", ("s", "")),
    ("cy", ("s",)),
    ("x", ("ks", "s")),
    ("j", ("g", "")),
    ("g", ("g", "k")),
    ("w", ("", "v")),
    ("h", ("",)),
    ("צ'", ("s",)),
    ("ג'", ("g",)),
    ("ז'", ("g", "s")),
    ("ת'", ("t", "s")),
    ("ח", ("", "k")),
    ("כ", ("k", "")),
    ("ו", ("", "v")),
    ("ז", ("s", "g")),
)
_SPELLINGS = re.compile("|".join(re.escape(s) for s, _ in _AMBIGUOUS))
_SOUNDS = dict(_AMBIGUOUS)
#: French endings that are written and not said.
_SILENT_END = re.compile("(?:oi|ai|e|u|o|i)[stxzd]$")
#: Classes of a row, and consonants of a name, that say enough alone; ambiguities tried.
_ENOUGH, _MOST = 3, 6
#: Departures from the usual spelling that are forgiven, by the consonants that the name has.
_FORGIVEN = {"latin": ((6, 2), (4, 1)), "hebrew": ((6, 2), (3, 1)), "arabic": ((4, 1),)}
#: Long vowels that say as much as a consonant.
_VOWELS_A_CONSONANT = 3
_ARABIC_VOWELS = frozenset("اوي")


def same_name(a: str, b: str, surely: bool = False, loosely: bool = False) -> bool:
    """Whether the folded words *a* and *b* may be one name, in any of the three scripts.

    *surely* asks for three consonants: two words of a dictionary may share two by chance.
    *loosely* forgives one departure in a short name too, for a name whose other part is certain.
    """
    if surely and _consonants(max(a, b)) < _ENOUGH:
        return False
    return any(
        _same(x, y, loosely, whole=_whole(x, a) and _whole(y, b))
        for x in without_particles(a)
        for y in without_particles(b)
    )


def same_name_freely(word: str, other: str) -> bool:
    """Whether the Arabic *word* may be *other*, in Arabic or Hebrew letters, spelt more freely.

    For a name whose other part is certain: two departures, by four consonants at least; ي and و
    elsewhere between the same letters; or another letter for its last s or z. Never another vowel
    in a short name or the first syllable (ليندبرغ, لوندبرغ), another ending or another beginning.
    """
    if other[0] < _FIRST_HEBREW or min(len(word), len(other)) < _FREELY_SPELT:
        return False
    if _first_vowel(word) | _first_vowel(other) == _TWO_VOWELS:
        return False
    if _another_end(word, other):
        return False
    if other[0] <= _LAST_HEBREW:
        return _consonants(word) >= _A_LONG_NAME and distance(other, word, _FREELY) is not None
    if diminutive(word, other) or word[:2] == other[:2] == "ال":
        return False
    if word[0] != other[0] and {word[0], other[0]} not in _ONE_BEGINNING:
        return False
    if word[:-1] == other[:-1] and word[-1] in _SIBILANTS and other[-1] in _SIBILANTS:
        return True
    silent_t = {word[-2:], other[-2:]} == {"يه", "يت"}  # «باشيليت», «باشليه»
    if (word[-1] in _OPEN_ENDS) != (other[-1] in _OPEN_ENDS) and not silent_t:
        return False
    if _another_vowel(word, other):
        return False
    consonants = max(_consonants(word), _consonants(other))
    if _moved(word) == _moved(other):
        return consonants >= _ENOUGH
    if consonants < _A_LONG_NAME:
        return False
    return any(distance(a, b, _FREELY) is not None for a, b in ((word, other), (other, word)))


#: Letters and consonants of a name that is spelt freely, and the departures that are forgiven.
_FREELY_SPELT, _A_LONG_NAME, _FREELY = 4, 4, 2
#: First letters that write one sound.
_ONE_BEGINNING = [set(pair) for pair in "جغ فو تط سص هخ كق غك دض جي اع زس".split()]
#: Consonants of a name in which one vowel may stand for another: «زوكربرغ», «زاكربرغ».
_ANY_VOWELS = 5
#: The ends of a feminine, and the letters for a last s or z.
_OPEN_ENDS, _SIBILANTS = frozenset("اه"), frozenset("زسثص")

#: Vowels that make two names of one; and the ends of two, -ov and -ev.
_TWO_VOWELS, _TWO_ENDS = {"ي", "و"}, ("وف", "يف")
#: Letters behind which -ev is said, and written, -ov too: «غورباتشوف», «كوفاليوف».
_SOFT = frozenset("شجلي")
_OF_HEBREW = str.maketrans("יו", "يو")


def _first_vowel(word: str) -> set[str]:
    """The ي or و of the first syllable of *word*, if it is one of them alone."""
    found = word[1:3].translate(_OF_HEBREW)
    return {found[0]} if found[0] in _TWO_VOWELS and found[1:] not in _TWO_VOWELS else set()


def _another_end(word: str, other: str) -> bool:
    """Whether the one Arabic name ends in -ov and the other in -ev: ديميتروف, ديميترييف."""
    ov, ev = sorted((word, other), key=lambda name: name.endswith(_TWO_ENDS[1]))
    return ov.endswith(_TWO_ENDS[0]) and ev.endswith(_TWO_ENDS[1]) and ov[-3] not in _SOFT


def _another_vowel(word: str, other: str) -> bool:
    """Whether a short name has another long vowel for one of *word*: «كورتز» is no «كيرتز»."""
    if min(_consonants(word), _consonants(other)) >= _ANY_VOWELS:
        return False
    more = {v for v in _ARABIC_VOWELS if word[:-1].count(v) > other[:-1].count(v)}
    fewer = {v for v in _ARABIC_VOWELS if word[:-1].count(v) < other[:-1].count(v)}
    return bool(more and fewer)


def _moved(word: str) -> tuple[str, str, list[str]]:
    """The first letter of *word*, the others without ي and و, and these in no order."""
    rest = word[1:]
    weak = sorted(letter for letter in rest if letter in "يو")
    return word[0], "".join(letter for letter in rest if letter not in "يو"), weak


def _whole(form: str, word: str) -> bool:
    """Whether nothing but the article was taken from *word*, and so perhaps no letter of a name."""
    return form == word or word.endswith("ال" + form)


@lru_cache(maxsize=1 << 17)
def _same(a: str, b: str, loosely: bool, whole: bool) -> bool:
    if a == b:
        return len(a) > 2
    if len(a) < 2 or len(b) < 2:
        return False
    if b > a:  # Latin, Hebrew, Arabic
        a, b = b, a
    if a[0] > _LAST_HEBREW:
        most = _forgiven(a, b, loosely) if whole else int(loosely)
        if b[0] > _LAST_HEBREW and _another_end(a, b):
            return False
        return not diminutive(a, b) and distance(b, a.replace("ء", ""), most) is not None
    if a[0] < _FIRST_HEBREW or b[0] >= _FIRST_HEBREW:
        return False
    return any(len(row) >= _ENOUGH for row in rows(a) & rows(b))


_FIRST_HEBREW, _LAST_HEBREW = "א", "ת"
_HEBREW_VOWELS = frozenset("אוי")
#: First letters by which a name of three consonants is Arabic, and its long vowels are written.
_OF_ARABIC = frozenset("حعصضطظق")

#: Endings behind three consonants of a name that has a diminutive: «سلمان», «عبدة».
_ENDS_OF_ROOTS = ("ان", "ه", "ا", "ي")
#: Letters of an Arabic name that has a diminutive: سلمان.
_ARABIC_ROOT = 5


def _forgiven(arabic: str, other: str, loosely: bool) -> int:
    script = "latin" if other[0] < _FIRST_HEBREW else "hebrew"
    steps = _FORGIVEN["arabic" if other[0] > _LAST_HEBREW else script]
    own = _consonants(arabic) + sum(map(_ARABIC_VOWELS.__contains__, arabic)) // _VOWELS_A_CONSONANT
    return next((most for least, most in steps if own >= least), int(loosely))


def _consonants(word: str) -> int:
    """The consonants of an Arabic name; of another, its letters."""
    return sum(letter not in _ARABIC_VOWELS for letter in word.removesuffix("ه"))


def diminutive(a: str, b: str) -> bool:
    """Whether the one word is the diminutive of the other: سليمان of سلمان, حسين of חסן."""
    short, long = sorted((a, b), key=len)
    if short[0] > _LAST_HEBREW:
        of_one = long[2:3] == "ي" and long[:2] + long[3:] == short
        if len(short) > _ENOUGH and not short.endswith(_ENDS_OF_ROOTS):
            of_one = of_one and not _OF_ARABIC.isdisjoint(short)  # «شريمس» is of no «شرمس»
        return of_one and len(short) <= _ARABIC_ROOT and not short.startswith("تش")
    of_three = len(b) == _ENOUGH and _HEBREW_VOWELS.isdisjoint(b) and a[0] in _OF_ARABIC
    return b[0] >= _FIRST_HEBREW and of_three and len(a) == len(b) + 1 and a[2] == "ي"


@lru_cache(maxsize=1 << 15)
def rows(word: str) -> frozenset[str]:
    """The rows of consonant classes that the folded Latin or Hebrew *word* may stand for."""
    pieces: list[tuple[str, ...]] = []
    at = ambiguous = 0
    for match in _SPELLINGS.finditer(word):
        pieces.append((word[at : match.start()],))
        sounds = _SOUNDS[match[0]]
        ambiguous += len(sounds) > 1
        pieces.append(sounds if ambiguous <= _MOST else sounds[:1])
        at = match.end()
    pieces.append((word[at:],))
    found = set()
    for letters in product(*pieces):
        row = "".join(CLASS_OF.get(letter, "") for letter in "".join(letters))
        row = re.sub(r"(.)\1+", r"\1", row)
        found.add(row)
        if _SILENT_END.search(word) and len(row) > 2:
            found.add(row[:-1])
    return frozenset(found)
