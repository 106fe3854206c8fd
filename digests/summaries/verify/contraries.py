"""What is denied of which the evidence tells the opposite: «لم تقبل الهيئة الطلب», rejected it.

The rule: a verb of the sentence that is denied and that nothing of the evidence says rests on a
word of the evidence that is its opposite (`digests.language.opposites`), and that the evidence does
not deny: who rejected something has not accepted it. What the verb of the sentence governs stands
in the clause of that opposite, who does it before whom it is done to.

What it may get wrong: a clause that goes on behind a comma. The escape hatch is to use the word of
the source.
"""

from __future__ import annotations

from itertools import pairwise

from digests.language.lists import folded
from digests.language.negation import Negation
from digests.language.opposites import opposite
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage


def contraries(sentence: Passage, evidence: Passage, aligned: Alignment) -> set[int]:
    """The denied verbs of *sentence* of which *evidence* tells the opposite."""
    denied = {place for n in evidence.negations for place in range(n.at, n.end)}
    told = [place for place in range(len(evidence.words)) if place not in denied]
    found: set[int] = set()
    for negation in sentence.negations:
        verb = negation.at + 1
        if verb < len(sentence.words) and any(
            any(
                opposite(form, [evidence.words[p].fold], evidence.language)
                for form in _whole(sentence.words[verb].fold)
            )
            and _of_the_same(negation, evidence, p, aligned)
            for p in told
        ):
            found.add(verb)
    return found


def says_it(sentence: Passage, verb: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the evidence says the denied *verb*, by no opposite and no word for something else.

    «لم يحضر الاجتماع»: to attend shares a meaning with the meeting.
    """
    others = {j for p in aligned.support if p != verb for j in aligned.of(p)}
    word = sentence.words[verb].fold
    return any(
        j not in others and not opposite(word, [evidence.words[j].fold], evidence.language)
        for j in aligned.of(verb)
    )


def _whole(verb: str) -> tuple[str, ...]:
    """The denied *verb*, and what it is without its «لم» if its middle is weak: «يبع» of يبيع."""
    if len(verb) != _HOLLOW:
        return (verb,)
    return (verb, *(verb[:-1] + letter + verb[-1] for letter in "يوا"))


#: Letters of the jussive of a hollow verb.
_HOLLOW = 3


def _of_the_same(negation: Negation, evidence: Passage, place: int, aligned: Alignment) -> bool:
    """Whether the words behind the denied verb rest on the clause of its opposite at *place*."""
    first, end = place, place + 1
    while first > 0 and not _parts(evidence, first):
        first -= 1
    while end < len(evidence.words) and not _parts(evidence, end):
        end += 1
    governed = [p for p in range(negation.at + 2, negation.end) if aligned.every.get(p)]
    rests = [[j for j in aligned.every[p] if first <= j < end] for p in governed]
    if not rests or not all(rests):
        return False
    passive = any(word.fold == "by" for word in evidence.words[place:end])
    return passive or all(min(a) <= max(b) for a, b in pairwise(rests))


def _parts(text: Passage, place: int) -> bool:
    """Whether a clause may begin at *place*."""
    marked = bool(set(text.gap(place)) & set(",،;؛:.()–—"))
    return marked or text.words[place].fold in _TURNING


_TURNING = folded(
    "but while whereas although though who which that אבל אך בעוד לכן لكن ولكن بينما فيما الذي التي"
)
