"""Words that no word of the evidence says: what they may rest on, less surely.

The rule: one word that neither text's lexicon knows may stand for another such word when their
neighbours stand for each other; a word may rest on one of a neighbouring meaning that says
nothing else, close to what the words around it rest on, and has no no of its own. Neither is done
for a word that carries a fact, or where the evidence says the opposite.

What it may get wrong: an unknown word in the place of another. The escape hatch is the lexicon.
"""

from __future__ import annotations

from collections.abc import Mapping

from digests.language.contrasting import carries_a_fact
from digests.language.lexicon import listed, near
from digests.language.lists import folded
from digests.language.named_nouns import PEOPLE, WITH_NAMES, senses
from digests.language.opposites import opposite
from digests.language.siblings import siblings
from digests.language.small_words import BECAUSE
from digests.language.stems import stop_words
from digests.summaries.verify.passage import Passage

#: Places between a word's neighbours in the evidence within which an unknown word may stand.
_NEIGHBOURHOOD = 3
#: Words between a word of a neighbouring meaning and the support of the words around.
_CLOSE = 5
#: Content words of a sentence for each that rests on a neighbouring meaning.
_WORDS_A_NEIGHBOUR = 4
#: Content words of a sentence for each unknown one.
WORDS_A_SLOT = 6


def nearest(place: int, support: Mapping[int, tuple[int, ...]]) -> tuple[int, ...]:
    """Of several words that support one, those that stand where its neighbours' support does."""
    found = support[place]
    if len(found) < 2:
        return found
    around = [support[p] for p in range(place - 2, place + 3) if p != place and p in support]
    if not around:
        return found
    scores = {j: sum(min(abs(j - k) for k in ks) for ks in around) for j in found}
    best = min(scores.values())
    return tuple(j for j in found if scores[j] <= best + 1)


def are_siblings(sentence: Passage, place: int, evidence: Passage, there: int) -> bool:
    """Whether the two words are of one kind, and never said for each other: a son, a daughter."""
    return siblings(
        sentence.words[place].text,
        sentence.language,
        evidence.words[there].text,
        evidence.language,
    )


def slot(
    sentence: Passage,
    place: int,
    evidence: Passage,
    places: list[int],
    support: Mapping[int, tuple[int, ...]],
) -> int | None:
    """The word of the evidence for which the word at *place* may stand, one of them unknown."""
    word = sentence.words[place].fold
    common = listed(word)
    if sentence.language == evidence.language or not (common or _common(word)):
        return None
    if not common and evidence.language == "he":
        return None  # each may be a name
    if sentence.keys[place] or (common and not _may_fill(sentence, place, evidence)):
        return None
    before = [support[p] for p in range(max(0, place - 2), place) if p in support]
    after = [support[p] for p in range(place + 1, place + 3) if p in support]
    if not before or not (after or place >= len(sentence.words) - 2):
        return None
    taken = {j for places_of in support.values() for j in places_of}
    sides = [side for side in (before, after) if side]
    for j in places:
        if (
            j in taken
            or not _fillable(evidence, j)
            or _has_a_name(evidence, j)
            or (common and listed(evidence.words[j].fold))
        ):
            continue
        if all(any(abs(j - k) <= _NEIGHBOURHOOD for ks in side for k in ks) for side in sides):
            return j
    return None


def nearly(
    sentence: Passage, evidence: Passage, places: list[int], support: dict[int, tuple[int, ...]]
) -> None:
    """Words that no word says may rest on one of a neighbouring meaning that says nothing else."""
    if sentence.language == evidence.language:
        return
    missing = [p for p in sentence.content if p not in support and sentence.meanings[p]]
    if not missing:
        return
    chosen = {place: nearest(place, support) for place in support}
    taken = {j for p, found in chosen.items() if p in sentence.telling for j in found}
    room = max(1, len(sentence.content) // _WORDS_A_NEIGHBOUR)
    said = [word.fold for word in evidence.words]
    for place in missing:
        word = sentence.words[place].fold
        if not room or sentence.keys[place] or opposite(word, said, evidence.language):
            continue
        around = [chosen[p] for p in range(place - 3, place + 4) if p in chosen and p != place]
        nothing = _NOTHING.get(word, _NO_CAUSE if word in BECAUSE else frozenset())
        nothing = nothing if place else _PREPOSITIONS
        for j in places:
            if j in taken or j in evidence.dated or j in evidence.counted or evidence.keys[j]:
                continue
            if j in evidence.averse and place not in sentence.averse:
                continue  # "ruled out" decides nothing
            close = any(abs(j - k) <= _CLOSE for found in around for k in found)
            if not close or evidence.words[j].fold in nothing:
                continue
            if are_siblings(sentence, place, evidence, j):
                continue
            if near(sentence.meanings[place], evidence.meanings[j]):
                support[place] = (j,)
                taken.add(j)
                room -= 1
                break


#: What no verb that opens a sentence rests on.
_PREPOSITIONS = frozenset("for to at by in of on from".split())
#: Those by which no cause is told.
_NO_CAUSE = _PREPOSITIONS - {"for", "from"}
#: Those by which nothing is told to be before another: «قبل الشهر الماضي», in the past month.
_NOTHING = dict.fromkeys(folded("قبل وقبل قبيل"), frozenset("in on at of from for with".split()))


def _may_fill(sentence: Passage, place: int, evidence: Passage) -> bool:
    """Whether a known word may stand for an unknown English one: not where Arabic has its verb."""
    opens = place == 0 or any(mark in sentence.gap(place) for mark in ",،.؛:«")
    checkable = carries_a_fact(sentence.words[place].fold)
    return evidence.language == "en" and not opens and not checkable


def says(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* of a text in English or Hebrew says something by itself."""
    word = evidence.words[place].fold
    return len(word) > 1 and word not in _EMPTY


def _fillable(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* of the evidence is a common word that says something."""
    word = evidence.words[place]
    if place in evidence.counted or place in evidence.dated or len(word.fold) < 4:
        return False
    if evidence.keys[place]:
        return False
    if evidence.language == "en":
        return not word.text[:1].isupper() and word.fold not in _EMPTY
    return word.fold not in _EMPTY


def _has_a_name(evidence: Passage, place: int) -> bool:
    """Whether a body, a town or a person may be told of, for whom no name stands unheard."""
    return bool(senses(evidence.words[place].fold, evidence.language, *PEOPLE, *WITH_NAMES))


_EMPTY = (
    stop_words("en")
    | stop_words("he")
    | frozenset("with from have been that will they there neither either nor".split())
)


def _common(word: str) -> bool:
    """Whether an unknown Arabic *word* has the shape of a common noun rather than of a name."""
    return word.startswith(("ال", "بال", "لل", "وال", "ي", "ت", "سي", "ست")) or word.endswith(
        ("ات", "ين", "ون", "ه", "يه")
    )
