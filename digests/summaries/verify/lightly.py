"""Light verbs: what only carries a noun that the evidence says by a verb, or carries there too.

The rule: «فرضت غرامة» rests on "fined" where its noun does and a verb stands there; on the light
verb by which English says the noun ("made an appeal"); and on a Hebrew verb that has its object
behind it.

What it may get wrong: an English noun in -ed or -ing that is read as a verb. The escape hatches are
the tables below and those of `digests.language.light_verbs`.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands, listed
from digests.language.light_verbs import is_light
from digests.language.lists import folded
from digests.language.normal import fold
from digests.summaries.verify.hebrew_givers import gives
from digests.summaries.verify.passage import Passage

#: Words after a light verb in which its noun stands; the same behind whom it is done to: «وجّه قاضٍ
#: إلى فلان، النائب السابق للحاكم، تهمة».
_OBJECT, _OBJECT_BEHIND, _DIRECTS = 8, 14, forms("ar", ["وجه يوجه"])


def lightly(sentence: Passage, evidence: Passage, support: dict[int, tuple[int, ...]]) -> None:
    """A light verb rests on the verb by which the evidence says its noun: «فرضت غرامة», fined."""
    for place in sentence.content:
        noun = place > 0 and sentence.words[place - 1].fold in _BEFORE_NOUNS
        if not is_light(sentence.words[place].fold, noun=noun):
            continue
        if place in support:
            _of_its_noun(sentence, place, evidence, support)
            continue
        behind = [p for p in range(place + 1, len(sentence.words)) if p not in sentence.dated]
        directs = not _DIRECTS.isdisjoint(without_particles(sentence.words[place].fold)[:2])
        for other in behind[: _OBJECT_BEHIND if directs else _OBJECT]:
            if any(mark in sentence.gap(other) for mark in ".؛;:"):
                break
            said = tuple(j for j in support.get(other, ()) if as_verb(evidence, j))
            if not said and _with_object(evidence, support.get(other, ())):
                said = support[other]
            said = said or _light_there(evidence, support.get(other, ()))
            said = said or gives(sentence.words[place].fold, evidence, support.get(other, ()))
            if other in sentence.telling and said:
                support[place] = said
                break


def _of_its_noun(
    sentence: Passage, verb: int, evidence: Passage, support: dict[int, tuple[int, ...]]
) -> None:
    """A light verb rests on the Hebrew verb of its noun, and on no noun that it shares a meaning
    with: in «رفعت الشركة دعوى» it is תבעה, and not מכשירים."""
    if any(_with_object(evidence, (j,)) for j in support[verb]):
        return
    for other in range(verb + 1, min(len(sentence.words), verb + _OBJECT)):
        if sentence.gap(other).strip():
            return
        found = support.get(other, ())
        if other in sentence.telling and not sentence.keys[other] and _with_object(evidence, found):
            support[verb] = found
            return


def as_verb(evidence: Passage, place: int) -> bool:
    """Whether a verb stands at *place* of the evidence: fined, sued, did not comment."""
    word = evidence.words[place]
    before = evidence.words[place - 1].fold if place else ""
    if evidence.language == "en":
        if word.fold in _PASTS:
            return True
        noun = before in _BEFORE_NOUNS or before.endswith(("ed", "'s"))
        ending = word.fold.endswith(("ed", "ing")) or before in _BEFORE_VERBS
        ending = ending or _predicate(evidence, place)
        return word.text[:1].islower() and ending and not noun
    if evidence.language != "ar":
        return False
    if word.fold.lstrip("وفس")[:1] in ("ي", "ت") or before in _BEFORE_VERBS:
        return True
    opens = place == 0 or any(mark in evidence.gap(place) for mark in ".؛،-–—")
    return opens and not word.text.startswith(("ال", "وال", "لل", "ول"))  # «ألغت»


def _predicate(evidence: Passage, place: int) -> bool:
    """Whether something is said to have been what stands at *place*: "had been negligent"."""
    before = place - 1
    while before > 0 and evidence.words[before].fold.endswith("ly"):
        before -= 1
    if before < 1 or evidence.words[place].fold.endswith("s"):
        return False  # "there were strikes"
    return evidence.words[before].fold in _BE and evidence.words[before - 1].fold != "there"


def _with_object(evidence: Passage, said: tuple[int, ...]) -> bool:
    """Whether *said* is one Hebrew verb, with את behind it or behind a name: תבעה את."""
    if evidence.language != "he" or len(said) != 1:
        return False
    word = evidence.words[said[0]].fold
    behind = [w.fold for w in evidence.words[said[0] + 1 : said[0] + 3]]
    if word[:1] == "ה" and as_it_stands(word[1:]):
        return False  # «התביעה»
    if behind[:1] == [_OBJECT_MARK]:
        return True
    return behind[1:] == [_OBJECT_MARK] and bool(
        evidence.keys[said[0] + 1] or not listed(evidence.words[said[0] + 1].fold)
    )


_OBJECT_MARK = fold("את")


def _light_there(evidence: Passage, nouns: tuple[int, ...]) -> tuple[int, ...]:
    """The light verb of English by which the evidence says one of *nouns*: made an appeal."""
    if evidence.language != "en":
        return ()
    return tuple(
        k
        for j in nouns
        for k in range(max(0, j - _OBJECT_THERE), min(len(evidence.words), j + _PASSIVE_THERE))
        if evidence.words[k].fold in (_LIGHT_ENGLISH if k < j else _LIGHT_PASSIVES)
        if k < j or evidence.words[k - 1].fold in _BE
    )


_LIGHT_ENGLISH = frozenset(
    "make makes made making give gives gave given giving take takes took taken hold holds held "
    "issue issues issued play plays played launch launches launched conduct conducted carry "
    "carried file files filed bring brought deliver delivered produce produces produced "
    "provide provides provided offer offers offered".split()
)
#: Words between an English light verb and its noun, at most: «made a rare appeal».
_OBJECT_THERE = 4
#: The same behind its noun, in the passive: "no progress was made".
_LIGHT_PASSIVES = frozenset(
    "made given taken held issued launched conducted carried filed brought offered".split()
)
_PASSIVE_THERE, _BE = 4, frozenset("is are was were be been being".split())


#: Pasts and participles without -ed that are never nouns, of verbs of which Arabic carries the noun
#: (wrote, was sworn in); no others, lest «أطلق» carry the noun of what has fallen.
_PASTS = frozenset("wrote written swore sworn spoke spoken".split())


_BEFORE_NOUNS = frozenset(
    "a an the this that its his her their our no any more of".split()
) | folded("على عن في من إلى بعد قبل عدم خلال عند بسبب")
_BEFORE_VERBS = frozenset(
    "to not will would did does do could may might must should cannot never".split()
) | folded("لم لن قد وقد لقد سوف أن")
