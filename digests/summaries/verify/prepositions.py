"""Two names of one language whose prepositions have changed places: «على أ … لـ ب».

The rule: of two names, each with a preposition before it or written onto it, the evidence has each
under the other's. A noun of a name's class («على شركة آبل») stands between.

What it may get wrong: a sentence that tells of two acts by one word, with other prepositions. The
escape hatch is to cite a shorter passage.
"""

from __future__ import annotations

from itertools import combinations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_WORDS = {
    form: form.removeprefix("و") for form in folded("على من إلى عن ضد مع وعلى ومن وإلى وعن وضد ومع")
}
_ATTACHED = "لب"
_CLASSES = folded("شركة دولة مدينة بنك نادي حزب وزارة الشركة")


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
        if all(ours) and ours[0] != ours[1] and ours == theirs[::-1]:
            return one, other
    return None


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
