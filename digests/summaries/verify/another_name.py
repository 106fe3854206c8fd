"""A name put for another that is also a word: «محمد روي» is no Mohamed Morsi.

The rule: the word behind a first name of the evidence, in the place of a surname that no lexicon
has and that nothing of the sentence tells, is a surname too, whatever else it means («روي» is also
"was told", «الشرع» law), if another word rests on all that it rests on. So is a word behind a
preposition that is none of the lexicon as it stands, while all that it rests on carries another
word, and a name of the evidence stays untold.

What it may get wrong: a first name that is told alone, with a word of another meaning behind it.
The escape hatch is to write the surname.
"""

from __future__ import annotations

from digests.language.date_names import decade
from digests.language.given_names import one_given_name
from digests.language.lexicon import as_it_stands, listed
from digests.language.lists import folded
from digests.language.transliteration import same_name
from digests.stories.names import table
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.spelling import nameish, together


def another_name(sentence: Passage, evidence: Passage, support: dict[int, tuple[int, ...]]) -> None:
    """Take what *support* has for a word that was put for a name."""
    if evidence.language == sentence.language:
        return
    told = {j for found in support.values() for j in found}
    for place in sorted(sentence.telling & support.keys()):
        if place - 1 not in support or not together(sentence, place - 1, place):
            continue
        first = sentence.words[place - 1].fold
        behind = [
            k
            for j in support[place - 1]
            if _one_first_name(first, evidence, j)
            if (k := _surname_behind(evidence, j)) is not None
        ]
        word = sentence.words[place].fold
        others = {j for p, found in support.items() if p != place for j in found}
        if not others.issuperset(support[place]) or word.endswith(("ها", "هم", "ه")):
            continue  # «أعلن أحمد استقالته»: the word is needed for what is announced
        if not behind or not told.isdisjoint(behind) or _named_there(evidence, support[place]):
            continue
        if not any(same_name(word, evidence.words[k].fold) for k in behind):
            del support[place]
    _another_place(sentence, evidence, support)


def _another_place(
    sentence: Passage, evidence: Passage, support: dict[int, tuple[int, ...]]
) -> None:
    """Take what *support* has for a word that was put for a name: it is no word as it stands, and
    another word rests on all that it rests on («وصل إلى أوتويا», "arrived in Pristina")."""
    told = {j for found in support.values() for j in found}
    untold = [
        j
        for j in evidence.telling - told
        if nameish(evidence, j) and not listed(evidence.words[j].fold) and not evidence.keys[j]
    ]
    twos = {q.first for q in sentence.quantities}
    for place in sorted(sentence.telling & support.keys()) if untold else ():
        word = sentence.words[place].fold
        if word.startswith(_DEFINITE) or word[:1] < _FIRST_ARABIC or decade(word) is not None:
            continue
        if any(as_it_stands(word.removesuffix(owner)) for owner in _OWNERS):
            continue
        others = {j for p, found in support.items() if p != place for j in found}
        before = sentence.words[place - 1].fold if place else ""
        there = support[place]
        named = _named_there(evidence, there) or place in twos or word.endswith("تين")
        named = named or any(same_name(word, evidence.words[j].fold) for j in there)
        if before in _TO and others.issuperset(there) and not named:
            del support[place]


_FIRST_ARABIC = "\u0600"
_DEFINITE, _OWNERS = ("ال", "لل"), folded("ه ها هم هما نا") | {""}
_TO = folded("إلى في من على عن نحو بين مدينة بلدة قرية بلدات ضاحية حي جزيرة")


def _one_first_name(first: str, evidence: Passage, there: int) -> bool:
    """Whether the first name *first* stands *there*, a listed company or country is none."""
    word = evidence.words[there].fold
    if one_given_name(first, word):
        return True
    plain = listed(word) or bool(evidence.keys[there])
    return not plain and nameish(evidence, there) and same_name(first, word)


def _surname_behind(evidence: Passage, there: int) -> int | None:
    """Where the surname behind the first name stands, which no lexicon has; an article aside."""
    for place in range(there + 1, min(there + 3, len(evidence.words))):
        word = evidence.words[place].fold
        if not together(evidence, place - 1, place):
            return None
        if word in _ARTICLES:
            continue
        capital = evidence.language != "en" or evidence.words[place].text[:1].isupper()
        plain = listed(word) and not _of_people(evidence, place)
        return place if capital and not plain and len(word) > 1 else None
    return None


def _of_people(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* is a listed name of a person."""
    kinds = table().kinds
    return any(kinds[key.split(":")[0]] == "people" for key in evidence.keys[place])


_ARTICLES = folded("al el ul אל א")


def _named_there(evidence: Passage, places: tuple[int, ...]) -> bool:
    """Whether a word with a capital stands at one of *places*, where the script has capitals."""
    return evidence.language == "en" and any(evidence.words[j].text[:1].isupper() for j in places)
