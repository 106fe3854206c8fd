"""Which words of the evidence say what a word of the sentence says, in one language or two.

The rule: a word is supported by a word of the evidence that is the same, of the same root, of a
shared meaning in the lexicon, the same listed name, the same name in another script, or the same
letters spelt out (`spelling`). Words of one root count only when the lexicon does not tell them
apart, or when they are of one verb. A light verb rests on the verb that its noun stands for. What
no word says may rest, less surely, on a word in its place (`gaps`): a translator knows more words
than the lexicon. No quotation rests on such a one.

What it may get wrong: shared meanings are wide, so order, numbers, speakers, noes and hedges have
checks of their own; a rare word in free paraphrase is refused. The escape hatch is one more line in
the lexicon.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from digests.language.date_names import is_month
from digests.language.derivation import verbs
from digests.language.kin import kin, stems, without_particles
from digests.language.lexicon import as_it_stands, listed, of_names
from digests.language.lists import folded
from digests.language.transliteration import same_name
from digests.summaries.verify.another_name import another_name
from digests.summaries.verify.compounds import at_its_capitals, in_one_word, in_two_words
from digests.summaries.verify.decades import in_decades
from digests.summaries.verify.gaps import WORDS_A_SLOT, are_siblings, nearest, nearly, slot
from digests.summaries.verify.idiomatic import idiomatic
from digests.summaries.verify.indirect import indirectly
from digests.summaries.verify.lightly import lightly
from digests.summaries.verify.names_in_place import in_their_place
from digests.summaries.verify.own_words import by_its_own
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.predicates import same_state
from digests.summaries.verify.spelling import (
    borrowed,
    initials,
    letter_by_letter,
    letters_there,
    month_names,
    nameish,
    one_name,
    own_name,
)

#: Carriage, and by its letters what is reported («وزير النقل», «نقل عنه»).
_CARRIAGE = folded("النقل للنقل والنقل بالنقل")
#: Letters of a verb whose last is doubled.
_DOUBLED = 2
#: Letters of an imperfect that has lost its first.
_ASSIMILATED = 3


@dataclass(frozen=True)
class Alignment:
    """``support``: places of the evidence for each supported place of the sentence.

    Where several would do, it has those that stand nearest to the support of the words around, and
    for a word between quotation marks those that stand between marks;
    ``every`` has all. What ``near`` has is less sure: a neighbouring meaning or an unknown word;
    what ``placed`` has is a name in the place of one that is spelt otherwise, and what ``pointed``
    has rests on what it points back to (`two_places`).
    """

    support: Mapping[int, tuple[int, ...]]
    unsupported: tuple[int, ...]
    every: Mapping[int, tuple[int, ...]]
    near: frozenset[int] = frozenset()
    placed: frozenset[int] = frozenset()
    pointed: frozenset[int] = frozenset()

    @cached_property
    def used(self) -> frozenset[int]:
        """The places of the evidence on which words of the sentence rest."""
        return frozenset(j for found in self.support.values() for j in found)

    @cached_property
    def told(self) -> frozenset[int]:
        """The places of the evidence that words of the sentence may rest on."""
        return frozenset(j for found in self.every.values() for j in found)

    def of(self, place: int) -> tuple[int, ...]:
        return self.support.get(place, ())

    def pointing(self, found: Mapping[int, tuple[int, ...]]) -> Alignment:
        """This with each place of *found* resting on those of the evidence that it has there."""
        return replace(
            self,
            support={**self.support, **found},
            every={**self.every, **found},
            unsupported=tuple(p for p in self.unsupported if p not in found),
            near=self.near - found.keys(),
            pointed=self.pointed | found.keys(),
        )


def align(sentence: Passage, evidence: Passage, allowed: frozenset[int]) -> Alignment:
    """The support of each content word of *sentence* by words of *evidence* in *allowed*."""
    places = [
        j
        for j in sorted(allowed)
        if j not in evidence.dated or not is_month(evidence.words[j].fold)
    ]  # «انطلقت», marched, does not rest on March
    support: dict[int, tuple[int, ...]] = {}
    for place in range(len(sentence.words)):
        whole = is_month(sentence.words[place].fold)
        if found := _supports(sentence, place, evidence, sorted(allowed) if whole else places):
            support[place] = found
    month_names(sentence, evidence, sorted(allowed), support)
    letter_by_letter(sentence, evidence, places, support)
    letters_there(sentence, evidence, places, support)
    initials(sentence, evidence, places, support)
    at_its_capitals(sentence, evidence, places, support)
    in_two_words(sentence, evidence, places, support)
    in_one_word(sentence, evidence, places, support)
    _own_place(sentence, evidence, support)
    in_decades(sentence, evidence, places, support)
    lightly(sentence, evidence, support)
    idiomatic(sentence, evidence, places, support)
    indirectly(sentence, evidence, places, support)
    another_name(sentence, evidence, support)
    placed = in_their_place(sentence, evidence, places, support)
    missing = [place for place in sentence.content if place not in support]
    sure = set(support)
    slots = max(1, len(sentence.content) // WORDS_A_SLOT)
    for place in missing:
        if slots and (there := slot(sentence, place, evidence, places, support)) is not None:
            support[place] = (there,)
            slots -= 1
    nearly(sentence, evidence, places, support)
    for place in support.keys() - sure:
        if sentence.abbreviated(place + 1):
            del support[place]  # «كيه. راجان» is no S. Rajan
    spoken = _as_quoted(sentence, evidence, support)
    chosen = {place: nearest(place, spoken) for place in spoken}
    unsupported = tuple(p for p in missing if p not in support)
    return Alignment(chosen, unsupported, support, frozenset(support.keys() - sure), placed)


def _own_place(sentence: Passage, evidence: Passage, support: dict[int, tuple[int, ...]]) -> None:
    """In one language an attribute does not rest on what its noun says itself: «مهلة نهائية»."""
    if evidence.language != sentence.language:
        return
    for place in sentence.content:
        word, found = sentence.words[place].fold, support.get(place, ())
        noun = sentence.words[place - 1].fold if place else ""
        if not found or any(_kin(word, evidence.words[j].fold) for j in found):
            continue
        if word.startswith("ال") and not noun.startswith("ال"):
            continue  # «جنوبي البلاد»
        if place - 1 in sentence.telling and all(
            alike(noun, evidence.words[j].fold) for j in found
        ):
            del support[place]


def _as_quoted(
    sentence: Passage, evidence: Passage, support: dict[int, tuple[int, ...]]
) -> dict[int, tuple[int, ...]]:
    """*support* with words between marks resting on words between marks, where such do."""
    return {
        place: (place in sentence.marked and tuple(j for j in found if j in evidence.marked))
        or found
        for place, found in support.items()
    }


def _supports(
    sentence: Passage, place: int, evidence: Passage, places: list[int]
) -> tuple[int, ...]:
    word, meant, keys = (
        sentence.words[place].fold,
        sentence.meanings[place],
        sentence.keys[place],
    )
    close = [j for j in places if _same(word, evidence.words[j].fold, evidence.language)]
    named = [j for j in places if keys and keys & evidence.keys[j]]
    if keys and not named:
        named = [j for j in places if own_name(word) & evidence.keys[j]]
    if named and evidence.language != sentence.language:
        of_it = meant.intersection(*(evidence.meanings[j] for j in named))  # המצרי, of מצרים
        named += [j for j in places if not evidence.keys[j] and of_it & evidence.meanings[j]]
    if close or named:
        return tuple(dict.fromkeys(close + named))
    found = [
        j
        for j in places
        if meant & evidence.meanings[j]
        and not _apart(keys, evidence.keys[j])
        and not are_siblings(sentence, place, evidence, j)
    ]
    if word in _CARRIAGE:  # «وزير النقل» is no "reported"
        found = [j for j in found if all(f.at != j for f in evidence.frames)]
    if evidence.language == sentence.language:  # the very verb before one of its meanings
        found = [j for j in found if _kin(word, evidence.words[j].fold)] or found
    if all(evidence.words[j].fold in _TIES for j in found):
        found = []
    found = by_its_own(sentence, place, evidence, found)
    if place not in sentence.telling:
        return tuple(found)
    plain = listed(word)
    lent = any(same_name(word, evidence.words[j].fold) for j in found)  # «فيديو», video
    found += [
        j
        for j in places
        if not (found and plain) or (not lent and _no_word(word, evidence, j))
        if nameish(evidence, j) and not _two_names(sentence, place, evidence, j)
        if one_name(sentence, place, evidence, j)
    ]
    if not (found and plain):
        found = found or [j for j in places if borrowed(word, evidence, j)]
    if not found:
        found = [
            j
            for j in places
            if evidence.language == sentence.language and _kin(word, evidence.words[j].fold)
            if not are_siblings(sentence, place, evidence, j)
        ] or [j for j in places if same_state(sentence, place, evidence, j)]
    return tuple(found)


#: English words that carry the meaning of a phrase only with its other words.
_TIES = frozenset(
    "for to at by in of on with from as be been is are was were has have had it its that this "
    "do did does will would and or".split()
)


def _no_word(word: str, evidence: Passage, place: int) -> bool:
    """Whether *word* spells a name at *place* that is no word: «سلمان», Salman, not "hand over"."""
    other = evidence.words[place].fold
    return evidence.language == "en" and not listed(other) and same_name(word, other, surely=True)


def _two_names(sentence: Passage, place: int, evidence: Passage, there: int) -> bool:
    """Whether the two words are listed, and as two names: Mali is not «مالاوي»."""
    keys, others = sentence.keys[place], evidence.keys[there]
    ours, theirs = sentence.meanings[place], evidence.meanings[there]
    if _apart(keys, others):
        return True
    if not (keys or (of_names(ours) and listed(sentence.words[place].fold))):
        return False
    if not (others or (of_names(theirs) and listed(evidence.words[there].fold))):
        return False
    if not others and same_name(
        sentence.words[place].fold, evidence.words[there].fold, surely=True
    ):
        return False  # one of the words of a listed name
    return not (keys & others or ours & theirs)


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)


@lru_cache(maxsize=1 << 16)
def _same(word: str, other: str, language: str) -> bool:
    if word == other:
        return True
    verb = min(word, other, key=len)
    if language == "ar" and len(verb) == _DOUBLED and verb not in FREE:
        return max(word, other, key=len) == "و" + verb  # «وحلّ»: only «و» is taken away
    if language != "ar" or word[0] < "\u0590" or other[0] < "\u0590":
        return False
    return not set(without_particles(word)[:8]).isdisjoint(
        form for form in without_particles(other) if len(form) > 2
    )


def alike(word: str, other: str) -> bool:
    """Whether two Arabic words are one, apart from particles and endings of number and gender."""
    return _same(word, other, "ar") or not set(_near(word)).isdisjoint(_near(other))


@lru_cache(maxsize=1 << 16)
def _kin(word: str, other: str) -> bool:
    """Whether two Arabic words are of one root, and not listed as two different ones."""
    if _lost_its_first(word, other) or _lost_its_first(other, word):
        return True
    if listed(word) and listed(other):
        return not (
            set(_near(word)).isdisjoint(_near(other)) and verbs(word).isdisjoint(verbs(other))
        )
    return not kin(word).isdisjoint(kin(other))


def _lost_its_first(word: str, other: str) -> bool:
    """Whether *word* is the imperfect of a verb in و, whose و is lost, and *other* is of it too.

    «تقف» is of وقف, as «بالوقوف».
    """
    if as_it_stands(word) and not as_it_stands("ي" + word[1:]):
        return False  # «ترك» is a past
    verbs_in_w = {"و" + f[1:] for f in stems(word) if len(f) == _ASSIMILATED and f[0] in "يت"}
    return any(as_it_stands(verb) for verb in verbs_in_w & kin(other))


def _near(word: str) -> tuple[str, ...]:
    return tuple(form for form in stems(word) if len(form) > 2 and len(word) - len(form) <= 4)
