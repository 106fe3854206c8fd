"""Words that look like an Arabic no, a number or a day: «لا ليبرتاد», La Libertad; «ستون», Stone.

The rule: a word of denying, or a number in one word, is a name where it spells one with a capital
in the English evidence and the word beside it spells the one beside that, and not both of them are
words of the lexicon. It then denies and counts nothing, and rests on that name like any other.
«الاثنين» behind no word for a day are the two, where the evidence tells of the two and of no
Monday.

What it may get wrong: a no right before a name, where the evidence has a name of that sound before
the same one. The escape hatch is to write the name between quotation marks.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from digests.language.lexicon import listed
from digests.language.lists import folded
from digests.language.number_words import EITHER
from digests.language.transliteration import same_name
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.spelling import together


def undisguised(sentence: Passage, evidence: Passage) -> Passage:
    """*sentence* with such names of *evidence* known for what they are."""
    two = _the_two(sentence, evidence)
    if two:
        sentence = replace(sentence, the_two=two)
    if evidence.language != "en":
        return sentence
    seeming = {n.at for n in sentence.negations}
    seeming |= {q.first for q in sentence.quantities if q.end == q.first + 1}
    named = frozenset(p for p in seeming if _spelt(sentence, p, evidence))
    return replace(sentence, disguised=named) if named else sentence


def _the_two(sentence: Passage, evidence: Passage) -> frozenset[int]:
    """The places of «الاثنين» in *sentence* that are no Monday."""
    places = [m.first for m in sentence.moments if sentence.words[m.first].fold in _TWO]
    places = [p for p in places if not p or sentence.words[p - 1].fold not in _BEFORE_A_DAY]
    monday = any(m.weekday == 0 for m in evidence.moments)
    if not places or monday or not _tells_of_two(evidence):
        return frozenset()
    return frozenset(places)


def _tells_of_two(evidence: Passage) -> bool:
    """Whether the evidence has "the two" or both, or a dual of Arabic."""
    words = [word.fold for word in evidence.words]
    if any(word in EITHER | _BOTH for word in words):
        return True
    return any(a in _THE and b in _PAIR for a, b in pairwise(words))


_TWO = folded("الاثنين للاثنين بالاثنين والاثنين")
_BOTH, _THE, _PAIR = folded("השניים השתיים לשניים الاثنان"), folded("the"), folded("two pair")
#: What stands before a weekday: «يوم الاثنين», «مساء الاثنين».
_BEFORE_A_DAY = folded("يوم ليوم بيوم صباح مساء ليل ليلة فجر ظهر عصر ظهيرة منذ حتى نهار الأحد في")


def _spelt(sentence: Passage, place: int, evidence: Passage) -> bool:
    """Whether the word at *place* and one beside it spell two capitals side by side."""
    return any(
        _name(sentence, place, evidence, there)
        and any(
            0 <= place + step < len(sentence.words)
            and 0 <= there + step < len(evidence.words)
            and together(sentence, place, place + step)
            and together(evidence, there, there + step)
            and not _words(sentence.words[place + step].fold, evidence.words[there + step].fold)
            and _name(sentence, place + step, evidence, there + step)
            for step in (-1, 1)
        )
        for there in range(len(evidence.words))
    )


def _words(ours: str, theirs: str) -> bool:
    """Whether two words are both of the lexicon."""
    return listed(ours) and listed(theirs)


def _name(sentence: Passage, place: int, evidence: Passage, there: int) -> bool:
    other = evidence.words[there]
    return other.text[:1].isupper() and same_name(sentence.words[place].fold, other.fold)
