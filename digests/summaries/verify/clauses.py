"""Two clauses that have exchanged a word: «A rose to 2 while B stayed at 1», told of B and A.

The rule: most words and numbers of a clause stand in one clause of the evidence. Two neighbouring
clauses are refused when each has a word that only the other's clause of the evidence has; and when
one has a name from the other's, while the name that its own has there is told in the other. A
number whose clause of the evidence says nothing else here is refused where another clause, which
has such a number itself, says the rest.

What it may get wrong: clauses are parted by marks alone, and a sentence that mixes two of them on
purpose is refused; a noun that stands for a name («الشركة») is no word of its own. The escape hatch
is to cite a shorter passage, or to say it in the order of the source.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from digests.language.arabic import WHOLE
from digests.language.calendar import Moment
from digests.language.lexicon import listed, of_names
from digests.language.lists import folded
from digests.language.quantities import Quantity
from digests.language.transliteration import same_name
from digests.summaries.verify.actors import actor, mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.alignment import alike as alike_words
from digests.summaries.verify.dates import alike
from digests.summaries.verify.exchanged import equal
from digests.summaries.verify.gaps import says
from digests.summaries.verify.government import definite
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.source import Source

#: What a number says of where a clause stands, in words.
_A_NUMBER = 3
#: Letters of a name.
_A_NAME = 3
_ANAPHORS = folded(
    "الشركة الوزارة الحكومة المنظمة الهيئة الجامعة النقابة الاتحاد الحزب الجماعة الحركة المجموعة "
    "البنك المصرف المحكمة اللجنة الوكالة السلطة المؤسسة الجمعية المركز الوزير الوزيرة الرئيس"
)

_WHILE = folded("and while whereas but although بينما فيما لكن ولكن أما ואילו אך אבל בעוד")

#: Places of a clause of the sentence by the clause of the evidence that alone has them.
_Stands = dict[int, list[int]]


def mixed(sentence: Passage, source: Source, aligned: Alignment) -> tuple[int, int] | None:
    """A word of each of two clauses that the evidence has in the other."""
    names = frozenset(p for p in aligned.support if _spells(sentence, p, source.passage, aligned))
    ours, theirs = _clauses(sentence, names), _clauses(source.passage)
    stands = [_stands(sentence, clause, source.passage, theirs, aligned) for clause in ours]
    for found in stands:
        alone = _lone_number(sentence, source.passage, aligned, theirs, found)
        if alone is not None:
            return alone
    for one, two in pairwise(stands):
        both = sorted(one.keys() & two.keys())
        for first, second in pairwise(both):
            pair = one[second], two[first]
            if _weight(sentence, one[first]) < _weight(sentence, one[second]):
                pair = one[first], two[second]
            if not _same_party(sentence, *pair):
                return pair[0][0], pair[1][0]
    return _name_moved(sentence, source.passage, aligned, ours, theirs, stands)


def _spells(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the word at *place* is a name of the evidence in other letters: «ويتلوك»."""
    word = sentence.words[place].fold
    return evidence.language != sentence.language and any(
        same_name(word, evidence.words[j].fold) for j in aligned.of(place)
    )


def _clauses(text: Passage, names: frozenset[int] = frozenset()) -> list[range]:
    inner = (
        p
        for p in range(1, len(text.words))
        if mark_before(text, p) or (p not in names and _set_against(text, p))
    )
    starts = [0, *inner, len(text.words)]
    return [range(a, b) for a, b in pairwise(starts)]


def _set_against(text: Passage, place: int) -> bool:
    """Whether a clause may begin at *place*: at "while", "and", or at «و» on what may be a verb."""
    word = text.words[place].fold
    if word in _WHILE:
        return not _within_a_name(text, place)
    if text.language == "en" or word[0] not in "وו" or len(word) <= _A_NAME:
        return False
    noun = definite(text, place) or text.keys[place] or word[1] == "ה" or word in WHOLE
    if text.language == "ar" and not listed(word[1:]):
        return False  # a name: «وولف»
    return not (noun or place in text.counted or word in FREE)


def _within_a_name(text: Passage, place: int) -> bool:
    """Whether "and" stands between nouns in capitals: "the Brick Makers and Sellers Union"."""
    if text.language != "en" or not 0 < place < len(text.words) - 1:
        return False
    return all(
        text.words[p].text[:1].isupper()
        and listed(text.words[p].fold)
        and not text.keys[p]
        and not of_names(text.meanings[p])
        for p in (place - 1, place + 1)
    )


def _stands(
    sentence: Passage, clause: range, evidence: Passage, theirs: list[range], aligned: Alignment
) -> _Stands:
    numbers = {
        ours.first: tuple(q.first for q in evidence.quantities if equal(ours, q))
        for ours in sentence.numbers
    }
    for moment in sentence.moments:
        numbers[moment.first] = tuple(m.first for m in evidence.moments if _same_day(moment, m))
    found: _Stands = {}
    for place in clause:
        told = place in sentence.telling and place not in aligned.near
        if any(frame.at == place for frame in sentence.frames):
            continue  # «لكنه قال»: who speaks may be told again
        support = numbers.get(place, ())
        if told:
            support = _surely(sentence, place, evidence, aligned)
        among = [n for n, other in enumerate(theirs) if any(j in other for j in support)]
        if len(among) == 1:
            found.setdefault(among[0], []).append(place)
    return found


def _same_day(one: Moment, other: Moment) -> bool:
    weekday = one.weekday is not None and one.weekday == other.weekday
    return alike(one, other) or (weekday and None in (one.day, other.day))


def _surely(
    sentence: Passage, place: int, evidence: Passage, aligned: Alignment
) -> tuple[int, ...]:
    """What supports the word at *place*; of a name, what sounds like it alone."""
    support = aligned.every.get(place, ())
    if evidence.language == sentence.language or len(support) < 2:
        return support
    word = sentence.words[place].fold
    named = [j for j in support if same_name(word, evidence.words[j].fold, surely=True)]
    return tuple(named) or support


def _weight(sentence: Passage, places: list[int]) -> int:
    return sum(1 if place in sentence.telling else _A_NUMBER for place in places)


def _lone_number(
    sentence: Passage,
    evidence: Passage,
    aligned: Alignment,
    theirs: list[range],
    found: _Stands,
) -> tuple[int, int] | None:
    """A number from a clause that tells nothing else here, told of one with a like number."""
    told = aligned.told
    opened = [f for f in sentence.frames if f.opened]
    saying = {p for f in opened for p in (f.at, *f.speaker)}
    for ours in sentence.numbers:
        home = next((n for n, places in found.items() if ours.first in places), None)
        if home is None:
            continue
        apart = {ours.first, ours.end} | saying
        left = [j for j in theirs[home] if j not in told and _tells(evidence, j)]
        if not left or not apart.issuperset(found[home]):
            continue
        for away, places in found.items():
            others = [p for p in places if p in sentence.telling and p not in apart]
            if away != home and others and _has_like(sentence, ours, evidence, theirs[away]):
                return others[0], ours.first
    return None


def _has_like(sentence: Passage, ours: Quantity, evidence: Passage, clause: range) -> bool:
    """Whether *clause* of the evidence has a number like *ours* that the sentence leaves out."""
    return any(
        like.first in clause
        and like.kind is ours.kind
        and not any(equal(q, like) for q in sentence.numbers)
        and _same_unit(sentence, ours.end, evidence, like.end)
        for like in evidence.numbers
    )


def _tells(text: Passage, place: int) -> bool:
    word = text.words[place].fold
    counted = place in text.counted or place in text.dated
    return not counted and word not in FREE and says(text, place)


def _same_unit(sentence: Passage, ours: int, evidence: Passage, theirs: int) -> bool:
    """Whether the words after two numbers are one, or the second has none."""
    if theirs >= len(evidence.words) or mark_before(evidence, theirs):
        return True
    if ours >= len(sentence.words):
        return False
    one, other = sentence.words[ours].fold, evidence.words[theirs].fold
    return alike_words(one, other) or bool(sentence.meanings[ours] & evidence.meanings[theirs])


def _same_party(sentence: Passage, one: list[int], other: list[int]) -> bool:
    """Whether each of the two words may stand for the other: a name, and «الشركة»."""
    places = [*one, *other]
    general = [p for p in places if sentence.words[p].fold in _ANAPHORS]
    return len(places) == 2 and len(general) > 0 and all(actor(sentence, p) for p in places)


def _name_moved(
    sentence: Passage,
    evidence: Passage,
    aligned: Alignment,
    ours: list[range],
    theirs: list[range],
    stands: list[_Stands],
) -> tuple[int, int] | None:
    """A name told in the clause of another that the sentence has in its place."""
    homes = [_home(sentence, found) for found in stands]
    for here, there in [pair for n in range(1, len(ours)) for pair in ((n - 1, n), (n, n - 1))]:
        home, away = homes[here], homes[there]
        if home is None or away is None or home == away:
            continue
        said = {j for p in ours[here] for j in aligned.every.get(p, ())}
        left = {j for j in theirs[home] if _named(evidence, j) and j not in said}
        for place in stands[here].get(away, ()):
            if not _named(sentence, place):
                continue
            for other in ours[there]:
                if _named(sentence, other) and left & set(aligned.every.get(other, ())):
                    return place, other
    return None


def _home(sentence: Passage, found: _Stands) -> int | None:
    """The clause of the evidence that has most of a clause; None when two have as much."""
    weights = Counter({n: _weight(sentence, places) for n, places in found.items()})
    most = weights.most_common(2)
    if not most or (len(most) > 1 and most[0][1] == most[1][1]):
        return None
    return most[0][0]


def _named(text: Passage, place: int) -> bool:
    word = text.words[place].fold
    if text.keys[place]:
        return True
    common = text.meanings[place] or word in FREE or len(word) < _A_NAME
    return not common and place not in text.counted and place not in text.dated
