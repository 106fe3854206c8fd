"""Names of several words in one text that are one word in the other.

The rule: two words may be one name, letter for letter or as a name is spelt otherwise («برايت
ووتر», Brightwater; «عبدالقادر», عبد القادر; «نورد فاجن», «نوردفاغن»). A Latin name with capitals
inside is parted at them, and capitals alone are spelt out: «هارت سميث كول», HartSmithCole;
«أورورا آي إل», AuroraIL. Of a Hebrew name in one word two listed words are the halves only beside
a name that both texts have, or where they spell a long one with no departure.

What it may get wrong: two words that happen to spell a name. The escape hatch is
`lexicon/names.txt`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digests.language.kin import without_particles
from digests.language.letters import letters
from digests.language.lexicon import as_it_stands, listed
from digests.language.lists import folded
from digests.language.transcription import distance
from digests.language.transliteration import same_name
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.spelling import nameish, spelt_otherwise, together

#: The pieces of a name with capitals inside: a word, or capitals that are spelt out.
_PIECES = re.compile("[A-Z][a-z]+|[A-Z]+(?![a-z])")
_PIECED = re.compile("(?:[A-Z][a-z]+){2,}|[A-Z][a-z]{2,}(?:[A-Z][a-z]+)*[A-Z]{2,3}")
#: Letters of a name that is written in one word and in two, where it is not letter for letter.
_LONG = 6


def at_its_capitals(
    sentence: Passage, evidence: Passage, places: list[int], support: dict[int, tuple[int, ...]]
) -> None:
    """A name that is parted at the capitals inside it: «هارت سميث كول», HartSmithCole."""
    for there in places:
        pieces = _pieces(evidence.words[there].text)
        for at in range(len(sentence.words) - len(pieces) + 1) if pieces else ():
            run = range(at, at + len(pieces))
            apart = any(not together(sentence, p - 1, p) for p in run[1:])
            if not apart and all(
                _is_piece(sentence.words[p].fold, piece, first=p == at)
                for p, piece in zip(run, pieces, strict=True)
            ):
                support.update(dict.fromkeys(run, (there,)))


@lru_cache(maxsize=1 << 12)
def _pieces(name: str) -> tuple[str, ...]:
    """The words and the spelt-out letters of a name with capitals inside, in small letters."""
    if not _PIECED.fullmatch(name):
        return ()
    found: list[str] = []
    for piece in _PIECES.findall(name):
        found += [piece] if piece[1:].islower() else piece
    return tuple(piece.lower() for piece in found)


def _is_piece(word: str, piece: str, *, first: bool) -> bool:
    if len(piece) == 1:
        return piece in letters(word, joined=first)
    return same_name(word, piece)


def in_two_words(
    sentence: Passage, evidence: Passage, places: list[int], support: dict[int, tuple[int, ...]]
) -> None:
    """One name written as two words («برايت ووتر», Brightwater), on either side."""
    words = [word.fold for word in sentence.words]
    theirs = [word.fold for word in evidence.words]
    for at in range(len(words) - 1):
        if (at in support and at + 1 in support) or sentence.language == evidence.language:
            continue
        if not together(sentence, at, at + 1):
            continue
        hits = [j for j in places if len(theirs[j]) > 4 and nameish(evidence, j)]
        hits = [j for j in hits if _joined(words[at], words[at + 1], theirs[j])]
        if evidence.language != "en" and (listed(words[at]) or listed(words[at + 1])):
            known = as_it_stands if words[at] in _SONS else listed
            hits = [
                j
                for j in hits
                if not known(theirs[j])
                and (
                    _beside_one(words, at, theirs, j)
                    or _letter_for_letter(words[at], words[at + 1], theirs[j])
                )
            ]
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
            and together(evidence, j, j + 1)
            and same_name(word, theirs[j] + theirs[j + 1])
        ]
        pairs = pairs or _servant_of(word, evidence, within)
        if pairs:
            support[at] = pairs[0]


#: Words with which a surname begins, written apart or not: «بن عطار», בנעטר.
_SONS = folded("بن ابن أبو بو بار")


def _letter_for_letter(one: str, other: str, name: str) -> bool:
    """Whether two Arabic words spell the long Hebrew *name*: «موبايل آي», מובילאיי."""
    return len(name) > _LONG and any(
        distance(theirs, ours + other, 0) is not None
        for theirs in without_particles(name)
        for ours in without_particles(one)
        if len(theirs) > _LONG
    )


def _beside_one(words: list[str], at: int, theirs: list[str], there: int) -> bool:
    """Whether the same name stands before or behind both: «سامي راجي زاده», סאמי ראג'יזאדה."""
    if min(at, there) > 0 and same_name(words[at - 1], theirs[there - 1]):
        return True
    behind = at + 2 < len(words) and there + 1 < len(theirs)
    return behind and same_name(words[at + 2], theirs[there + 1])


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
    """Whether two Arabic words are *name*: «إمام أوغلو» is Imamoglu, without the second alef, and
    «نور الدين» Noureddine, without the article that is said as a second d."""
    bare = other[1:] if other[:2] in _BEGINNINGS else other.removeprefix("ال")
    return same_name(one + other, name) or (bare != other and same_name(one + bare, name))


#: Letters that write a vowel at the beginning of a word, and its second alone within one.
_BEGINNINGS = ("او", "اي")


def in_one_word(
    sentence: Passage, evidence: Passage, places: list[int], support: dict[int, tuple[int, ...]]
) -> None:
    """In one language, two words written as one: «عبدالقادر», عبد القادر."""
    if sentence.language != evidence.language:
        return
    within = set(places)
    theirs = _pairs(evidence)
    for at in sentence.content:
        hits = [] if at in support else _halves(sentence.words[at].fold, theirs)
        if hits and within.issuperset(hits[0]):
            support[at] = hits[0]
    ours = _pairs(sentence)
    for there in places:
        for pair in _halves(evidence.words[there].fold, ours)[:1]:
            if any(place in sentence.content and place not in support for place in pair):
                support.update(dict.fromkeys(pair, (there,)))


def _halves(word: str, pairs: dict[str, tuple[int, int]]) -> list[tuple[int, int]]:
    """The *pairs* that are *word*, letter for letter or as a foreign name is spelt."""
    forms = without_particles(word)
    if found := [pairs[form] for form in forms if form in pairs]:
        return found
    if len(word) < _LONG:
        return []
    return [
        pair
        for whole, pair in pairs.items()
        for form in forms
        if len(form) >= _LONG and spelt_otherwise(whole, form)
    ]


def written_together(
    sentence: Passage, place: int, evidence: Passage, found: tuple[int, ...]
) -> bool:
    """Whether the word at *place* is two words of the evidence, or half of one."""
    whole = "".join(evidence.words[j].fold for j in found)
    if len(found) == 2 and _halves(sentence.words[place].fold, {whole: (found[0], found[1])}):
        return True
    return any(place in pair for pair in _halves(whole, _pairs(sentence)))


def _pairs(text: Passage) -> dict[str, tuple[int, int]]:
    """Two words side by side, by what they are when they are written as one."""
    words = [word.fold for word in text.words]
    pairs = ((at, at + 1) for at in range(len(words) - 1) if together(text, at, at + 1))
    return {
        words[a] + words[b]: (a, b)
        for a, b in pairs
        if min(len(words[a]), len(words[b])) > 1 and FREE.isdisjoint((words[a], words[b]))
    }
