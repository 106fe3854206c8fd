"""What the evidence tells of the first is not told of the second.

The rule: an ordinal of the sentence is refused where the words of its part rest on the part of the
evidence that has another ordinal of that noun, and none rests on the one that has its own. A part
that leaves out its verb («والمصنع الثاني في يونيو») shares what stands before the other ordinal,
and one that tells nothing else shares all but the dates and numbers, of which each has its own;
"of the plan" behind the noun is of both.

What it may get wrong: a second one whose part begins with a word of its own, and shares the rest.
The escape hatch is to cite that part with its verb.
"""

from __future__ import annotations

from digests.language.lexicon import listed
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.ordinals import above_one, definite, is_first, refused
from digests.summaries.verify.parts import parts, tells
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.refusal import Refusal
from digests.summaries.verify.source import Source

#: Ordinals that are told apart, at least; and the second, which Hebrew may write like two: השני.
_TOLD_APART, _SECOND, _THE_SECOND = 2, 2, folded("השני השנייה השניה")
#: Words from an ordinal to its noun, at most.
_TO_ITS_NOUN = 2
#: Verbs and adverbs that say nothing of the second but that it was.
_CAME = folded(
    "came comes come followed follows took place was were just only جاء جاءت כבר באה בא הגיע הגיעה"
)
_OF = frozenset({"of", *folded("من של")})


def ranked(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """An ordinal of *sentence* whose part tells what the evidence tells with another one."""
    evidence = source.passage
    theirs = _ranks(evidence)
    if len(set(theirs.values())) < _TOLD_APART:
        return None
    split = [range(*part) for part in parts(evidence)]
    for part in (range(*one) for one in parts(sentence)):
        for place, value in _ranks(sentence).items():
            noun = place - 1 if definite(sentence, place) else place + 1
            nouns = aligned.every.get(noun, ())
            if place not in part or noun not in sentence.telling or not nouns:
                continue
            own = [one for one in split if any(theirs.get(j) == value for j in one)]
            away = [
                one
                for one in split
                if one not in own and any(j in theirs and _near(j, nouns) for j in one)
            ]
            told = [
                (p in sentence.telling, found)
                for p in part
                if p not in (noun, place) and (found := aligned.every.get(p))
                if p in sentence.telling or p in sentence.dated or p in sentence.counted
            ]
            if not own or any(set(found) <= set(one) for _, found in told for one in own):
                continue
            if all(_told_of_another(evidence, told, one, away, theirs, nouns) for one in own):
                return refused(sentence, place)
    return None


def _told_of_another(
    evidence: Passage,
    told: list[tuple[bool, tuple[int, ...]]],
    own: range,
    away: list[range],
    theirs: dict[int, int],
    nouns: tuple[int, ...],
) -> bool:
    """Whether one of *told*, words or figures, is of a part *away* and not shared by *own*."""
    figures = any(_figure(evidence, p) and p not in theirs for p in own)
    shares, all_of_it = _shares(evidence, own, theirs, nouns)
    for one in away:
        first = min(p for p in one if p in theirs)
        for word, found in told:
            if not set(found) <= set(one):
                continue
            if not word and figures:
                return True
            shared = all_of_it or (shares and max(found) < first)
            if word and not shared and not _of_the_noun(evidence, min(found), first, nouns):
                return True
    return False


def _shares(
    evidence: Passage, part: range, theirs: dict[int, int], nouns: tuple[int, ...]
) -> tuple[bool, bool]:
    """Whether *part* leaves its verb out, and whether it tells nothing at all by itself."""
    rank = next(p for p in part if p in theirs)
    named = [p for p in part if p == rank or (p in nouns and _near(rank, (p,)))]
    first, last = min(named), max(named)
    rest = [p for p in part if not first <= p <= last and _tells(evidence, p)]
    behind = last + 1
    verb = behind in rest and not _tied(evidence, behind)
    return not verb and all(p > last for p in rest), not rest


def _tells(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* says something but that it was."""
    return evidence.words[place].fold not in FREE | _CAME and tells(evidence, place)


def _figure(evidence: Passage, place: int) -> bool:
    return place in evidence.dated or place in evidence.counted


def _tied(evidence: Passage, place: int) -> bool:
    """Whether a preposition is written onto the word at *place*: בברלין, «ببرلين»."""
    word = evidence.words[place].fold
    return word[0] in "بلבלמ" and not listed(word)


def _of_the_noun(evidence: Passage, place: int, rank: int, nouns: tuple[int, ...]) -> bool:
    """Whether the word at *place* stands behind "of" right behind the ranked noun."""
    last = max((p for p in nouns if _near(rank, (p,))), default=rank)
    between = [evidence.words[p].fold for p in range(max(last, rank) + 1, place)]
    return bool(between) and between[0] in _OF and len(between) <= _TO_ITS_NOUN


def _ranks(text: Passage) -> dict[int, int]:
    """The places of the ordinals of *text*, and what they say."""
    found = {number.first: int(number.value) for number in above_one(text)}
    found |= {p: _SECOND for p, word in enumerate(text.words) if word.fold in _THE_SECOND}
    return found | {p: 1 for p in range(len(text.words)) if is_first(text, p)}


def _near(place: int, nouns: tuple[int, ...]) -> bool:
    """Whether one of *nouns* stands by the ordinal at *place*."""
    return any(0 < abs(place - noun) <= _TO_ITS_NOUN for noun in nouns)
