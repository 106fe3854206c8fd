"""Words of one language that have changed places: names and their prepositions, «على أ … لـ ب»,
and what «أكثر من» compares.

The rule: of two names, each with a preposition before it or written onto it, the evidence has each
under the other's. A noun of a name's class («على شركة آبل») stands between. What is compared by
«أكثر من» keeps its side.

What it may get wrong: a sentence that tells of two acts by one word, with other prepositions. The
escape hatch is to cite a shorter passage.
"""

from __future__ import annotations

from itertools import combinations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.class_nouns import CLASS_NOUNS
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Prepositions, without an "and"; those of one letter; and nouns of a name's class.
_WORDS = {
    form: form.removeprefix("و") for form in folded("على من إلى عن ضد مع وعلى ومن وإلى وعن وضد ومع")
}
_ATTACHED = "لب"
#: Prepositions that part who does it from whom it is done to; words between the two, at most.
_PARTING, _WITHIN = folded("على ضد") | {"ل"}, 8
_CLASSES = CLASS_NOUNS | folded("بنك مصرف نادي ميناء مطار وزارة الشركة")


def prepositions(sentence: Passage, source: Source, aligned: Alignment) -> tuple[int, int] | None:
    """Two names of *sentence* that stand each under the preposition of the other."""
    evidence = source.passage
    if evidence.language != sentence.language:
        return None
    names = [
        (p, aligned.every[p][0])
        for p in sentence.content
        if len(aligned.every.get(p, ())) == 1 and _is_a_name(sentence, p)
    ]
    for (one, first), (other, second) in combinations(names, 2):
        if {w.fold for w in (sentence.words[one], sentence.words[other])} & _CLASSES:
            continue
        bare = _bare(sentence, one, evidence, first), _bare(sentence, other, evidence, second)
        ours = _before(sentence, one, bare[0]), _before(sentence, other, bare[1])
        theirs = _before(evidence, first, bare[0]), _before(evidence, second, bare[1])
        if ours[0] == ours[1] or ours != theirs[::-1]:
            continue
        if all(ours) or (_PARTING.intersection(ours) and _near(one, other, first, second)):
            return one, other  # «فازت س على ص», «فازت ص على س»
    return None


def _near(one: int, other: int, first: int, second: int) -> bool:
    """Whether two names stand close to each other in both texts."""
    return abs(one - other) <= _WITHIN and abs(first - second) <= _WITHIN


def compared(sentence: Passage, source: Source, aligned: Alignment) -> tuple[int, int] | None:
    """Two words on either side of «أكثر من» that have changed sides."""
    evidence = source.passage
    if evidence.language != sentence.language:
        return None
    for here in _comparisons(sentence):
        for there in _comparisons(evidence):
            before = _beside(sentence, range(here - _SIDE, here), aligned)
            after = _beside(sentence, range(here + 2, here + 2 + _SIDE), aligned)
            turned = [p for p, j in before.items() if there < j <= there + 1 + _SIDE]
            other = [p for p, j in after.items() if there - _SIDE <= j < there]
            same = sentence.words[here].fold == evidence.words[there].fold
            if turned and other and same:
                return turned[0], other[0]
    return None


def _comparisons(text: Passage) -> list[int]:
    return [
        p
        for p, word in enumerate(text.words[:-1])
        if word.fold in _MORE
        and text.words[p + 1].fold == _THAN
        and not any(0 <= q.first - p <= _SIDE for q in text.quantities)
    ]


def _beside(text: Passage, places: range, aligned: Alignment) -> dict[int, int]:
    """Words of *text* at *places* that rest on one word of the evidence."""
    return {
        p: aligned.every[p][0]
        for p in places
        if p in text.telling and len(aligned.every.get(p, ())) == 1
    }


#: What compares, and the words on either side of it among which the compared stand.
_MORE, _THAN, _SIDE = folded("أكثر أقل أكبر أصغر أعلى أدنى"), fold("من"), 4


def _is_a_name(text: Passage, place: int) -> bool:
    """Whether a name stands at *place*: listed, unknown, or behind the noun of its class."""
    if text.keys[place] or not text.meanings[place]:
        return True
    return place > 0 and not _CLASSES.isdisjoint(without_particles(text.words[place - 1].fold))


def _bare(sentence: Passage, place: int, evidence: Passage, there: int) -> str:
    """The longest form of a name without particles that both texts have."""
    ours, theirs = (
        without_particles(word.fold) for word in (sentence.words[place], evidence.words[there])
    )
    return max(set(ours) & set(theirs), key=len, default="")


def _before(text: Passage, place: int, bare: str) -> str:
    """The preposition of the name at *place*, its noun of class left out; empty without one."""
    word = text.words[place].fold
    if len(word) > len(bare) and word[0] in _ATTACHED:
        return word[0]
    noun = text.words[place - 1].fold if place else ""
    if noun in _CLASSES:
        return _WORDS.get(text.words[place - 2].fold, "") if place > 1 else ""
    if noun[:1] in _ATTACHED and noun[1:] in _CLASSES:
        return noun[0]
    return _WORDS.get(noun, "")
