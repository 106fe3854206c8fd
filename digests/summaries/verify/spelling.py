"""Names that are written otherwise: letter by letter, in two words, with other letters.

The rule: a run of the Arabic names of Latin letters is the name that they spell (إس بي دي, SPD), in
either direction, or the capitals that a name begins with (جيه بي مورغان, JPMorgan); two words may
be one name («برايت ووتر», Brightwater; «عبدالقادر», عبد القادر); and in one language a foreign name
may have another consonant for a sound, or one vowel more (رايموندو, ريموندو). A short name is spelt
more freely where the word beside it is the same name in both texts («جان كاسيا», Jean Kaseya).

What it may get wrong: two names that differ by one vowel that is written. The escape hatch is
`lexicon/names.txt`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digests.language.kin import without_particles
from digests.language.letters import letters
from digests.language.lexicon import listed, of_names
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.transliteration import diminutive, same_name
from digests.stories.names import meanings as names_in
from digests.summaries.verify.passage import FREE, Passage


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
    another makes another name.
    """
    one, two = (form.translate(_LIKE_SOUNDS) for form in (word, other))
    if diminutive(word, other):
        return False
    if one == two:
        return True
    if not (listed(word) or listed(other)) and _once(one) == _once(two):
        return True  # «ميللر»، «ميلر»
    short, long = sorted((one, two), key=len)
    return len(long) - len(short) == 1 and any(
        long[at] in "اوي" and long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 1)
    )


_LIKE_SOUNDS = str.maketrans("ثغقظذ", "تجكزز")


def _once(word: str) -> str:
    """*word* with a letter once that a foreign name has twice in it."""
    return re.sub(r"(?<=\w)([لنتسرم])\1(?=\w)", r"\1", word)


def one_name(sentence: Passage, place: int, evidence: Passage, there: int) -> bool:
    """Whether the word at *place* may be the name that stands *there* in the evidence."""
    word, others = sentence.words[place].fold, _as_said(evidence, there)
    if evidence.language == sentence.language:
        other = others[0]
        return respelt(word, other) or (
            spelt_otherwise(word, other) and _in_a_name(sentence, place, evidence, there)
        )
    english, plain = evidence.language == "en", listed(word)
    if not any(same_name(word, other) for other in others):
        loosely = any(same_name(word, other, loosely=True) for other in others)
        sides = 2 if plain and not (english and not listed(others[0])) else 1
        return loosely and _in_a_name(sentence, place, evidence, there, sides=sides)
    if english or not (plain and listed(others[0])):
        return True
    return same_name(word, others[0], surely=True) or _in_a_name(
        sentence, place, evidence, there, loosely=True
    )


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
        if not (_together(sentence, place, ours) and _together(evidence, there, theirs)):
            continue
        pair = sentence.words[ours].fold, evidence.words[theirs].fold
        listed_so = sentence.meanings[ours] & evidence.meanings[theirs]
        same = of_names(listed_so) or same_name(*pair, loosely=loosely)
        sides -= ours in sentence.telling and same
    return sides <= 0


def _together(text: Passage, one: int, other: int) -> bool:
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
        end = at
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
                    break
            hits = [j for j in places if _spells(evidence.words[j].fold, rows)]
            if length > 1 and not hits and (row := _spelt_there(evidence, places, rows)):
                support.update(dict.fromkeys(range(at, at + length), row))
                break
            if length == 1:  # X, and no article or pronoun
                hits = [j for j in hits if evidence.words[j].fold not in ("a", "i")]
            if hits:
                for place in range(at, at + length):
                    support[place] = tuple(hits)
                break
        at = max(at + 1, end)


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


def in_two_words(
    sentence: Passage, evidence: Passage, places: list[int], support: dict[int, tuple[int, ...]]
) -> None:
    """One name written as two words («برايت ووتر», Brightwater), on either side."""
    words = [word.fold for word in sentence.words]
    theirs = [word.fold for word in evidence.words]
    for at in range(len(words) - 1):
        if (at in support and at + 1 in support) or sentence.language == evidence.language:
            continue
        if evidence.language != "en" and (listed(words[at]) or listed(words[at + 1])):
            continue
        if not _together(sentence, at, at + 1):
            continue
        hits = [j for j in places if len(theirs[j]) > 4 and nameish(evidence, j)]
        hits = [j for j in hits if _joined(words[at], words[at + 1], theirs[j])]
        if hits:
            support.setdefault(at, tuple(hits))
            support.setdefault(at + 1, tuple(hits))
    within = set(places)
    for at, word in enumerate(words):
        if at in support or len(word) < 5 or sentence.language == evidence.language:
            continue
        pairs = [
            (j, j + 1)
            for j in places
            if j + 1 in within
            and nameish(evidence, j)
            and nameish(evidence, j + 1)
            and _together(evidence, j, j + 1)
            and same_name(word, theirs[j] + theirs[j + 1])
        ]
        pairs = pairs or _servant_of(word, evidence, within)
        if pairs:
            support[at] = pairs[0]


def _servant_of(word: str, evidence: Passage, within: set[int]) -> list[tuple[int, int]]:
    """«عبدالفتاح» where the evidence parts it, with an article or without: עבד אל-פתאח."""
    bare = next((form for form in without_particles(word) if form.startswith("عبدال")), "")
    if len(bare) < _SERVANT + 2:
        return []
    found = []
    for j in sorted(within):
        if evidence.words[j].fold not in _SERVANTS:
            continue
        k = j + 1 + (j + 1 in within and evidence.words[j + 1].fold in _ARTICLES)
        if k in within and same_name(bare[_SERVANT:], evidence.words[k].fold):
            found.append((j, k))
    return found


_SERVANT = len("عبدال")
_SERVANTS, _ARTICLES = folded("abd abdel abdul abdal עבד"), folded("al el ul אל א")


def _joined(one: str, other: str, name: str) -> bool:
    """Whether two Arabic words are *name*: «إمام أوغلو» is Imamoglu, without the second alef."""
    bare = other[1:] if other[:2] in _BEGINNINGS else other
    return same_name(one + other, name) or (bare != other and same_name(one + bare, name))


#: Letters that write a vowel at the beginning of a word, and its second alone within one.
_BEGINNINGS = ("او", "اي")


def in_one_word(
    sentence: Passage, evidence: Passage, places: list[int], support: dict[int, tuple[int, ...]]
) -> None:
    """In one language, two words written as one, letter for letter: «عبدالقادر», عبد القادر."""
    if sentence.language != evidence.language:
        return
    within = set(places)
    theirs = _pairs(evidence)
    for at in sentence.content:
        hits = [
            theirs[form] for form in without_particles(sentence.words[at].fold) if form in theirs
        ]
        if at not in support and hits and within.issuperset(hits[0]):
            support[at] = hits[0]
    ours = _pairs(sentence)
    for there in places:
        pair = ours.get(evidence.words[there].fold)
        if pair and any(place in sentence.content and place not in support for place in pair):
            support.update(dict.fromkeys(pair, (there,)))


def written_together(
    sentence: Passage, place: int, evidence: Passage, found: tuple[int, ...]
) -> bool:
    """Whether the word at *place* is two words of the evidence, or half of one."""
    whole = "".join(evidence.words[j].fold for j in found)
    if len(found) == 2 and whole in without_particles(sentence.words[place].fold):
        return True
    halves = [pair for form, pair in _pairs(sentence).items() if form == whole]
    return any(place in pair for pair in halves)


def _pairs(text: Passage) -> dict[str, tuple[int, int]]:
    """Two words side by side, by what they are when they are written as one."""
    words = [word.fold for word in text.words]
    pairs = ((at, at + 1) for at in range(len(words) - 1) if _together(text, at, at + 1))
    return {
        words[a] + words[b]: (a, b)
        for a, b in pairs
        if min(len(words[a]), len(words[b])) > 1 and FREE.isdisjoint((words[a], words[b]))
    }
