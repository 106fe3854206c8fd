"""Names that are written otherwise: letter by letter, or with other letters.

The rule: a run of the Arabic names of Latin letters is the name that they spell (إس بي دي, SPD), in
either direction, or the capitals that a name begins with (جيه بي مورغان, JPMorgan), or has on both
sides of a mark (إكس واي زد, XY,Z); and in one language a foreign name may have another consonant
for a sound, or one vowel more (رايموندو, ريموندو). A short name is spelt more freely where the word
beside it is the same name in both texts («جان كاسيا», Jean Kaseya), or the same number («لونا-25»),
and a long one more freely still («رامابوزا», «رامافوزا»), but no given name of another man's;
there a name may be a month's, and a C written as it is said or not (كوفاتش, كوفاكس). A term that no
lexicon has is spelt like a name (كيتوبروفين, ketoprofen). Names of several words in one text and of
one in the other are in `compounds`.

What it may get wrong: two names that differ by one vowel that is written. The escape hatch is
`lexicon/names.txt`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digests.language.date_names import is_month
from digests.language.given_names import given_name, one_given_name, two_given_names
from digests.language.letters import letters
from digests.language.lexicon import listed, of_names
from digests.language.normal import fold
from digests.language.transliteration import diminutive, same_name, same_name_freely
from digests.stories.names import meanings as names_in
from digests.summaries.verify.passage import Passage


@lru_cache(maxsize=1 << 12)
def own_name(word: str) -> frozenset[str]:
    """The listed names of *word* outside the longer name that it stands in («الإسرائيلية»)."""
    return frozenset(f"{key}:it" for _, _, keys in names_in([word]) for key in keys)


def respelt(word: str, other: str) -> bool:
    """Whether two words of one language are one name in two spellings, and no word of a lexicon."""
    return not (listed(word) or listed(other)) and same_name(word, other, surely=True)


def spelt_otherwise(word: str, other: str) -> bool:
    """Whether two Arabic words differ in spelling only as a foreign name does: رايموندو, ريموندو.

    A sound written with another consonant, or one vowel written and not written; a vowel put for
    another makes another name, and a long one makes another Arabic surname.
    """
    one, two = (form.translate(_LIKE_SOUNDS) for form in (word, other))
    if diminutive(word, other):
        return False
    if one == two:
        return True
    if not (listed(word) or listed(other)) and _foreign(one) == _foreign(two):
        return True  # «ميللر»، «ميلر»، «سنطرال»، «سنترال»
    if all(form.startswith("ال") and form.endswith("ي") for form in (word, other)):
        return False  # «العامري», «العمري»
    short, long = sorted((one, two), key=len)
    return len(long) - len(short) == 1 and any(
        long[at] in "اوي" and long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 1)
    )


_LIKE_SOUNDS = str.maketrans("ثغقظذ", "تجكزز")


def _foreign(word: str) -> str:
    """A foreign name *word* in one of its spellings: a letter that it has twice in it once, plain
    consonants for emphatic ones, and J as it is said at its beginning."""
    plain = word.translate(_EMPHATIC)
    once = re.sub(r"(?<=\w)([لنتسرم])\1(?=\w)", r"\1", plain)
    return _J + once[1:] if once[:1] in _JAYS else once


_EMPHATIC, _JAYS, _J = str.maketrans("طضص", "تدس"), frozenset("جي"), "ي"


def differ_in_a_c(word: str, other: str) -> bool:
    """Whether two unlisted names differ in the C at their end: كوفاتش, كوفاكس, Kovács.

    Newsrooms write it as it is said, or as an English reader would say it.
    """
    if listed(word) or listed(other) or word == other:
        return False
    return any(
        one == two and ours != theirs and _AS_SAID in (ours, theirs)
        for one, ours in _without_c(word)
        for two, theirs in _without_c(other)
    )


def _c_in_hebrew(word: str, other: str) -> bool:
    """Whether an unlisted name has at its end the C that Hebrew writes as it is said: בוריץ'."""
    if listed(word) or not other.endswith(_HEBREW_AS_SAID):
        return False
    return any(
        same_name(bare + _AS_SAID, other, surely=True)
        for bare, end in _without_c(word)
        if end != _AS_SAID
    )


def _without_c(word: str) -> list[tuple[str, str]]:
    """*word* without each ending that may be a C, and that ending."""
    return [
        (word.removesuffix(end), end)
        for end in _CS
        if word.endswith(end) and len(word) - len(end) >= _WITH_A_C
    ]


#: Letters of such a name before its C, at least, and what stands for it.
_WITH_A_C, _AS_SAID, _HEBREW_AS_SAID = 3, "تش", fold("ץ'")
_CS = (_AS_SAID, "كس", "ك", "ج")


def one_name(sentence: Passage, place: int, evidence: Passage, there: int) -> bool:
    """Whether the word at *place* may be the name that stands *there* in the evidence."""
    word, others = sentence.words[place].fold, _as_said(evidence, there)
    if one_given_name(word, others[0]):
        return True
    if two_given_names(word, others[0]):
        return False
    if evidence.language == sentence.language:
        other = others[0]
        if word[:1].isascii() and not listed(word) and same_name(word, other, surely=True):
            return True  # Careem, «كريم»
        alike = spelt_otherwise(word, other) or differ_in_a_c(word, other)
        if respelt(word, other) or (alike and _in_a_name(sentence, place, evidence, there)):
            return True
        return _freely(sentence, place, evidence, there)
    if evidence.language == "he" and (
        _freely(sentence, place, evidence, there) or _c_in_hebrew(word, others[0])
    ):
        return True
    english, plain = evidence.language == "en", listed(word)
    if not any(same_name(word, other) for other in others):
        loosely = any(same_name(word, other, loosely=True) for other in others)
        twice = plain and not (english and (not listed(others[0]) or _hyphened(evidence, there)))
        sides = 2 if twice else 1
        return loosely and _in_a_name(sentence, place, evidence, there, sides=sides)
    if english or not (plain and listed(others[0])):
        return True
    return same_name(word, others[0], surely=True) or _in_a_name(
        sentence, place, evidence, there, loosely=True
    )


def _hyphened(evidence: Passage, place: int) -> bool:
    """Whether a hyphen ties the capital at *place* to another before it: Bankman-Fried."""
    tied = place > 0 and evidence.gap(place) in _HYPHENS
    return tied and _capital(evidence, place) and _capital(evidence, place - 1)


def freely_respelt(word: str, other: str) -> bool:
    """Whether two words are one name spelt freely, neither a word of a lexicon nor a given name."""
    plain = listed(word) or listed(other)
    return not (plain or given_name(word) or given_name(other)) and same_name_freely(word, other)


def _freely(sentence: Passage, place: int, evidence: Passage, there: int) -> bool:
    """Whether the words are one name spelt freely, with another part of the name beside both."""
    word, other = sentence.words[place].fold, evidence.words[there].fold
    if not freely_respelt(word, other) or any(w.fold == word for w in evidence.words):
        return False
    for step in (-1, 1):
        ours, theirs = place + step, there + step
        if not (0 <= ours < len(sentence.words) and 0 <= theirs < len(evidence.words)):
            continue
        if together(sentence, place, ours) and together(evidence, there, theirs):
            a, b = sentence.words[ours].fold, evidence.words[theirs].fold
            if (given_name(a) or not listed(a)) and (same_name(a, b) or one_given_name(a, b)):
                return True
    return False


def _as_said(evidence: Passage, place: int) -> tuple[str, ...]:
    """The word at *place*, and with the s that a name keeps in Arabic (Moody's, موديز).

    A sign on a letter says which sound it has, and the normal form is without it: Şimşek, Babiš.
    """
    word = evidence.words[place]
    if word.text.endswith(("'s", "’s")):
        return (word.fold, word.fold + "s")
    signed = word.text.lower().translate(_SIGNED)
    return (word.fold,) if signed == word.text.lower() else (word.fold, fold(signed))


_SIGNED = str.maketrans({"ş": "sh", "š": "sh", "ś": "sh", "č": "ch", "ž": "zh", "ñ": "ny"})


def _in_a_name(
    sentence: Passage,
    place: int,
    evidence: Passage,
    there: int,
    loosely: bool = False,
    sides: int = 1,
) -> bool:
    """Whether the words beside both, on so many *sides*, are one name too: «دانا روت», דנה רוט."""
    for step in (-1, 1):
        ours, theirs = place + step, there + step
        if not (0 <= ours < len(sentence.words) and 0 <= theirs < len(evidence.words)):
            continue
        if not (together(sentence, place, ours) and together(evidence, there, theirs)):
            continue
        pair = sentence.words[ours].fold, evidence.words[theirs].fold
        listed_so = sentence.meanings[ours] & evidence.meanings[theirs]
        number = pair[0] == pair[1] and pair[0].isdigit() and evidence.language != "en"  # «لونا-25»
        same = of_names(listed_so) or same_name(*pair, loosely=loosely) or number
        sides -= ours in sentence.telling and same
    return sides <= 0


def month_names(
    sentence: Passage, evidence: Passage, places: list[int], support: dict[int, tuple[int, ...]]
) -> None:
    """A name that is a month's, too, beside another of the same name: «يولي إدلشتاين»."""
    months = [j for j in places if j in evidence.dated and is_month(evidence.words[j].fold)]
    for place in sentence.content if months else ():
        word = sentence.words[place].fold
        found = tuple(
            j
            for j in months
            if same_name(word, evidence.words[j].fold) and _in_a_name(sentence, place, evidence, j)
        )
        if found and place not in support and not is_month(word):
            support[place] = found


def together(text: Passage, one: int, other: int) -> bool:
    """Whether nothing but a space or a hyphen stands between two neighbouring words."""
    return text.gap(max(one, other)).strip() in _TIES


_TIES = frozenset({"", "-", "\u2010", "\u2011", "\u05be"})  # and the Hebrew maqaf


def nameish(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* may be a name, or part of one: Marit de Vos, Hyun-kuk."""
    word = evidence.words[place]
    if evidence.language != "en" and not word.text[:1].isascii():
        return len(word.fold) > 1
    if _capital(evidence, place) or word.text[:1].isdigit():
        return True
    if word.fold in _PARTICLES:
        after = (p for p in range(place + 1, place + 3) if p < len(evidence.words))
        return _capital(evidence, next((p for p in after if not _particle(evidence, p)), place))
    return place > 0 and evidence.gap(place) in _HYPHENS and _capital(evidence, place - 1)


def borrowed(word: str, evidence: Passage, place: int) -> bool:
    """Whether two words of no lexicon are one term that Arabic spells: «كيتوبروفين», ketoprofen."""
    other = evidence.words[place]
    if evidence.language != "en" or listed(word) or listed(other.fold) or len(word) < _TERM:
        return False
    return other.text.isalpha() and same_name(word, other.fold, surely=True)


#: Letters of a term that is written in small letters and no word of a lexicon.
_TERM = 5


def _capital(evidence: Passage, place: int) -> bool:
    return evidence.words[place].text[:1].isupper()


def _particle(evidence: Passage, place: int) -> bool:
    return evidence.words[place].fold in _PARTICLES


#: Small words of names; of, and, in and their kind are translated.
_PARTICLES = frozenset(
    "de der den del della di da das do dos du des la le van von zu zur ten ter el al bin bint ibn "
    "ben abu y e".split()
)
_HYPHENS = frozenset({"-", "\u2010", "\u2011"})


def letter_by_letter(
    sentence: Passage, evidence: Passage, places: list[int], support: dict[int, tuple[int, ...]]
) -> None:
    """Runs of letters' names support nothing but the row of letters that they spell."""
    words = [word.fold for word in sentence.words]
    at = 0
    while at < len(words):
        end, found = at, False
        while end < len(words) and letters(words[end], joined=end == at):
            end += 1
        for length in range(end - at, 0, -1):
            rows = [letters(word, joined=not n) for n, word in enumerate(words[at : at + length])]
            digits = words[at + length] if words[at + length : at + length + 1] else ""
            if length > 1 and digits.isdigit():
                named = [*rows, *map(frozenset, digits)]
                whole = [j for j in places if _spells(evidence.words[j].fold, named)]
                if whole:
                    support.update(dict.fromkeys(range(at, at + length + 1), tuple(whole)))
                    found = True
                    break
            hits = [j for j in places if _spells(evidence.words[j].fold, rows)]
            hits = hits or [k for j in places for k in _spelt_at_a_mark(evidence, j, rows)]
            if length > 1 and not hits and (row := _spelt_there(evidence, places, rows)):
                support.update(dict.fromkeys(range(at, at + length), row))
                found = True
                break
            if length == 1:  # X, and no article or pronoun
                hits = [j for j in hits if evidence.words[j].fold not in ("a", "i")]
            if hits:
                for place in range(at, at + length):
                    support[place] = tuple(hits)
                found = True
                break
        if not found and at not in sentence.telling:
            end = at  # «في تي دي كوين»: the first is no letter
        at = max(at + 1, end)


def _spelt_at_a_mark(evidence: Passage, at: int, rows: list[frozenset[str]]) -> tuple[int, ...]:
    """The capitals on both sides of a mark that *rows* spell: XY,Z."""
    if at + 1 >= len(evidence.words) or evidence.gap(at + 1) not in _WITHIN_A_NAME:
        return ()
    both = evidence.words[at : at + 2]
    spelt = all(w.text.isupper() for w in both) and _spells("".join(w.fold for w in both), rows)
    return (at, at + 1) if spelt else ()


#: Marks between the capitals of one name.
_WITHIN_A_NAME = frozenset(",-/&")


def _spelt_there(
    evidence: Passage, places: list[int], rows: list[frozenset[str]]
) -> tuple[int, ...]:
    """Where the evidence spells the same letters: «جيه دي», ג'יי די."""
    for at in places:
        spelt = [word.fold for word in evidence.words[at : at + len(rows)]]
        theirs = [letters(word, joined=not n) for n, word in enumerate(spelt)]
        if len(spelt) == len(rows) and all(a & b for a, b in zip(theirs, rows, strict=True)):
            return tuple(range(at, at + len(rows)))
    return ()


def letters_there(
    sentence: Passage, evidence: Passage, places: list[int], support: dict[int, tuple[int, ...]]
) -> None:
    """A name in Latin letters whose letters the evidence spells out: DNO is دي إن أو."""
    if evidence.language != "ar":
        return
    words = [word.fold for word in evidence.words]
    for place, word in enumerate(sentence.words):
        name = "".join(c for c in word.fold if c.isalpha())
        digits = "".join(c for c in word.fold if c.isdigit())
        if place in support or len(name) < 1 or not word.text[:1].isupper() or len(name) > _SPELT:
            continue
        for at in places:
            row = [letters(w, joined=not n) for n, w in enumerate(words[at : at + len(name)])]
            end = at + len(name)
            if digits and (end >= len(words) or words[end] != digits):
                continue
            if len(row) == len(name) and len(word.fold) > 1 and _spells(name, row):
                support[place] = tuple(range(at, end + bool(digits)))
                break


#: Letters of a name that is spelt out, at most.
_SPELT = 5


def _spells(word: str, rows: list[frozenset[str]]) -> bool:
    return len(word) == len(rows) and all(a in row for a, row in zip(word, rows, strict=True))


def initials(
    sentence: Passage, evidence: Passage, places: list[int], support: dict[int, tuple[int, ...]]
) -> None:
    """Capitals that a name begins with, spelt letter by letter: «جيه بي مورغان», JPMorgan."""
    words = [word.fold for word in sentence.words]
    for there in places:
        name = evidence.words[there]
        found = _CAPITALS.match(name.text)
        if found is None:
            continue
        first, rest = found[1].lower(), name.fold[len(found[1]) :]
        for at in range(len(words) - len(first)):
            end = at + len(first)
            rows = [letters(word, joined=not n) for n, word in enumerate(words[at:end])]
            if _spells(first, rows) and same_name(words[end], rest):
                support.update(dict.fromkeys(range(at, end + 1), (there,)))


#: Two capitals or three before a name with one of its own.
_CAPITALS = re.compile(r"([A-Z]{2,3})(?=[A-Z][a-z]{2})")
