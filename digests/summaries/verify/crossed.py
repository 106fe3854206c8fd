"""Names and numbers that have changed places with what stands beside them.

The rule: of two words that each have a name or number beside them, when the evidence puts the names
clearly the other way round, they were exchanged.

What it may get wrong: free word order, for which the distance must be clear. The escape hatch is
`_MARGIN`.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from digests.language.lexicon import listed, of_names
from digests.language.lists import folded
from digests.language.seeming_negations import SON
from digests.language.speech_verbs import Act
from digests.language.transliteration import same_name
from digests.summaries.parties import CLAIM
from digests.summaries.verify.actors import and_before, apposed, clause, mark_before, party, title
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.asides import told_aside
from digests.summaries.verify.exchanged import equal, year
from digests.summaries.verify.government import attribute, definite, under_preposition
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: How much nearer the exchanged order must be in the evidence, as a share.
_MARGIN = 0.35
#: Words by which it must be nearer.
_CLEARLY = 6
#: Words of a sentence in which its subject stands alone before a comma.
_AT_FIRST = 3
_TIES = folded(
    "أصل بين وبين بعد قبل ضد كل جميع حاليا الآن اليوم أيضا فقط مجددا لاحقا سابقا حديثا مؤخرا قريبا "
    "فورا رسميا تقريبا مباشرة"
)


def crossed(sentence: Passage, source: Source, aligned: Alignment) -> tuple[int, int] | None:
    """Two names whose words beside them are exchanged in the evidence."""
    placed = dict(aligned.support) | _numbers(sentence, source.passage)
    beside = _beside(sentence, source.passage, aligned, placed)
    numbers = {q.first for q in sentence.numbers}
    for (a, name), (b, other) in combinations(beside, 2):
        if a == b or set(aligned.of(a)) & set(aligned.of(b)):
            continue
        if set(placed[name]) & set(placed[other]) or not _alike(sentence, name, other):
            continue
        if _goes_on(sentence, source.passage, aligned, a, (name, other)):
            continue
        if any(word.fold in _NOR for word in sentence.words[name + 1 : other]):
            continue  # «لم يحضر سامي ولا نادر الجلسة»: of one list
        if any(_untold(source.passage, aligned, *pair) for pair in ((a, name), (b, other))):
            continue
        if _of_all(source.passage, placed[name]) or _of_all(source.passage, placed[other]):
            continue
        if told_aside(source.passage, placed[a], placed[name], placed[other], placed[b]):
            continue
        beside_it = b - name == 1 and _apart(placed, b, name) < _SIDE_BY_SIDE
        if beside_it and name not in numbers and _listed_under(sentence, other):
            continue  # «وصلت فرق إنقاذ من مصر وتركيا»
        now = _apart(placed, a, name) + _apart(placed, b, other)
        turned = _apart(placed, a, other) + _apart(placed, b, name)
        if turned <= _MARGIN * now and now - turned >= _CLEARLY:
            return name, other
    return None


def _listed_under(sentence: Passage, place: int) -> bool:
    """Whether the name at *place* stands under a preposition, alone or in a list."""
    while place and sentence.words[place].fold[0] == "و":
        if not sentence.keys[place] and listed(sentence.words[place].fold):
            break
        place -= 1
    return under_preposition(sentence, place)


def clauses_exchanged(
    sentence: Passage, source: Source, aligned: Alignment
) -> tuple[int, int] | None:
    """Two names or numbers that each stand where the evidence has the other."""
    evidence = source.passage
    placed = _numbers(sentence, evidence)
    named = {
        p: aligned.every[p]
        for p in range(len(sentence.words))
        if _one_place(aligned.every.get(p, ()))
        and is_a_name(sentence, p, evidence, aligned.every[p])
        and not title(sentence, p)
        and not owned_by(sentence, p)
    }
    for one, other in combinations(sorted(named), 2):
        if _turned(sentence, aligned, named, one, other):
            return one, other
    for one, other in combinations(sorted(placed), 2):
        if not _alike(sentence, one, other):
            continue
        if _turned(sentence, aligned, placed, one, other):
            return one, other
        ours = clause(sentence, one), clause(sentence, other)
        theirs = clause(evidence, placed[one][0]), clause(evidence, placed[other][0])
        if ours[0] == ours[1] or theirs[0] == theirs[1]:
            continue
        votes = [_votes(sentence, aligned, ours[n], theirs[n], theirs[1 - n]) for n in (0, 1)]
        clear = all(wrong and wrong > 2 * right for right, wrong in votes)
        if clear and sum(wrong for _, wrong in votes) > _VOTES:
            return one, other
    return None


def owned_by(sentence: Passage, place: int) -> bool:
    """Whether the name at *place* tells whose the noun before it is: «مستودع تابع لآبل»."""
    return place > 0 and sentence.words[place - 1].fold in _OWNED


#: What turns about whose a thing is: "an Apple warehouse".
_OWNED = folded("تابع تابعة تابعا التابع التابعة تابعين التابعين مملوك مملوكة المملوك المملوكة")


def is_a_name(sentence: Passage, place: int, evidence: Passage, support: tuple[int, ...]) -> bool:
    """Whether a name stands at *place*: listed, unknown, or the very one of a capital word."""
    if _beside_son(sentence, place):
        return True
    if place not in sentence.content:
        return False
    if sentence.keys[place] or not sentence.meanings[place]:
        return True
    if of_names(sentence.meanings[place]):
        return True
    there = support[0]
    return (
        evidence.language == "en"
        and evidence.words[there].text[:1].isupper()
        and not evidence.ends(there)
        and same_name(sentence.words[place].fold, evidence.words[there].fold)
    )


def _beside_son(sentence: Passage, place: int) -> bool:
    """Whether a name stands at *place* by «بن», though it looks a small word: «علي بن فليس»."""
    beside = {w.fold for w in sentence.words[max(0, place - 1) : place + 2]}
    return SON in beside and sentence.words[place].fold != SON


def _turned(
    sentence: Passage,
    aligned: Alignment,
    placed: Mapping[int, tuple[int, ...]],
    one: int,
    other: int,
) -> bool:
    """Whether each number follows, in the evidence, what the other one follows here."""
    first, second = _follows(sentence, aligned, one), _follows(sentence, aligned, other)
    if first is None or second is None or first == second:
        return False
    left, right = placed[one][0], placed[other][0]
    if 0 < first - left < _SIDE_BY_SIDE or 0 < second - right < _SIDE_BY_SIDE:
        return False  # "Facebook users" are «مستخدمو فيسبوك»
    return first < right < second < left or second < left < first < right


def _follows(sentence: Passage, aligned: Alignment, number: int) -> int | None:
    """The place in the evidence of the last word before a number that has one place there."""
    told = {p for f in sentence.frames if f.according for p in (f.at, *f.speaker)}
    if number in sentence.counted:
        told |= {f.at for f in sentence.frames}
    undated = [p for p in range(number - 1, -1, -1) if p not in sentence.dated]
    for place in undated[: _BEFORE - 1]:
        name = number not in sentence.counted
        if place in told or (name and mark_before(sentence, place + 1)):
            return None
        if name and sentence.words[place].fold in CLAIM:
            return None  # who says it stands before, and is followed by nothing
        support = aligned.every.get(place, ())
        if sentence.words[place].fold in _COUNTING:
            continue
        telling = place in sentence.telling or _beside_son(sentence, place)
        if telling and _one_place(support):
            return support[0]
    return None


#: Words of a count of votes, which set one number against another and name nothing.
_COUNTING = folded("مقابل بأغلبية بغالبية بموافقة لصالح")


def _one_place(support: tuple[int, ...]) -> bool:
    """Whether what supports a word stands in one place: a word, or two side by side."""
    return bool(support) and max(support) - min(support) < 2


#: Words between a name and the noun that it belongs to, on the other side in English.
_SIDE_BY_SIDE = 2
#: Words before a number among which what it belongs to is looked for.
_BEFORE = 6
#: Words that must say that a number stands in the wrong clause.
_VOTES = 2


def _votes(
    sentence: Passage,
    aligned: Alignment,
    ours: tuple[int, int],
    own: tuple[int, int],
    other: tuple[int, int],
) -> tuple[int, int]:
    """How many words of our clause rest on the one and on the other clause of the evidence."""
    right = wrong = 0
    for place in range(*ours):
        support = aligned.of(place)
        if place in sentence.telling and support:
            right += all(own[0] <= j < own[1] for j in support)
            wrong += all(other[0] <= j < other[1] for j in support)
    return right, wrong


def _alike(sentence: Passage, one: int, other: int) -> bool:
    """Whether two places may be exchanged: two names, two years, or two other numbers."""
    numbers = {q.first: q for q in sentence.numbers}
    first, second = numbers.get(one), numbers.get(other)
    if first is None or second is None:
        return first is second
    return year(first) == year(second)


def _of_all(evidence: Passage, places: tuple[int, ...]) -> bool:
    """Whether a name opens the evidence, parted from its verb: "The firm, founded …, makes"."""
    return any(
        j < _AT_FIRST and j + 1 < len(evidence.words) and "," in evidence.gap(j + 1) for j in places
    )


def _goes_on(
    sentence: Passage, evidence: Passage, aligned: Alignment, verb: int, parties: tuple[int, int]
) -> bool:
    """Whether the first party does what *verb* says to the second, and the evidence goes on so.

    «رحبت السفارة بالتحقيق، وحثت الحكومة»: the doer of a joined Arabic verb is told before it.
    """
    doer, other = parties
    between = range(verb + 1, other)
    if evidence.language != "ar" or doer not in between or other not in aligned.support:
        return False
    if any(sentence.words[p].fold[0] == "و" or mark_before(sentence, p) for p in between):
        return False
    objects = aligned.every[other]
    return any(
        evidence.words[j].fold[0] == "و" and j + 1 in objects and min(aligned.of(doer)) < j
        for j in aligned.of(verb)
    )


def _untold(evidence: Passage, aligned: Alignment, verb: int, name: int) -> bool:
    """Whether the doer of *verb*, right behind it here, is left out there, being told before.

    «وقبل المغرب مساعدة …، ولم يطلب مساعدة من فرنسا» is «لم يطلب المغرب مساعدة …».
    """
    if evidence.language != "ar" or name != verb + 1:
        return False
    return bool(aligned.of(verb)) and all(
        (and_before(evidence, j) or (j and evidence.words[j - 1].fold in _AND_NOT))
        and max(aligned.of(name), default=j) < j
        for j in aligned.of(verb)
    )


_NOR = folded("ولا")
_AND_NOT = folded("ولم ولا ولن وقد")


def _beside(
    sentence: Passage,
    evidence: Passage,
    aligned: Alignment,
    placed: Mapping[int, tuple[int, ...]],
) -> list[tuple[int, int]]:
    """Each party or name with the aligned word of its clause that stands nearest to it."""
    speaking = {p for f in sentence.frames if f.opened for p in f.speaker}
    opened = [f for f in sentence.frames if f.opened and f.act is not Act.ACCUSE]
    telling = {p for f in opened for p in (f.at, *f.speaker)}
    known = [p for p in sentence.content if p in aligned.support and p not in speaking]
    numbers = {q.first for q in sentence.numbers if q.first in placed}
    units = {q.end for q in sentence.numbers}  # «5 مليارات دولار» has nothing of «US»
    parties = {p for p in known if party(sentence, p, evidence, aligned)} | numbers
    others = [
        p
        for p in known
        if p not in parties | telling
        and not title(sentence, p)
        and not attribute(sentence, p, evidence, aligned)
        and sentence.words[p].fold not in _TIES
        and p not in units
    ]
    found = []
    for place in sorted(parties):
        if title(sentence, place) or apposed(sentence, place) or owned_by(sentence, place):
            continue
        if _taken_up(sentence, place, evidence, aligned):
            continue
        start, end = clause(sentence, place)
        near = [p for p in others if start <= p < end]
        if near:
            found.append((min(near, key=lambda p: (abs(p - place), p > place)), place))
    return found


def _taken_up(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the verb behind a noun is done to it: «خبراء عيّنهم السكان» for "hired by"."""
    verb = place + 1
    if verb >= len(sentence.words) or not sentence.words[verb].fold.endswith(_SUFFIXES):
        return False
    if definite(sentence, place) or sentence.keys[place] or sentence.gap(verb).strip():
        return False
    return any([w.fold for w in evidence.words[j + 1 : j + 2]] == ["by"] for j in aligned.of(verb))


_SUFFIXES = ("هم", "ها", "هن", "ه")


def _apart(placed: Mapping[int, tuple[int, ...]], one: int, other: int) -> int:
    return min(abs(i - j) for i in placed[one] for j in placed[other])


def _numbers(sentence: Passage, evidence: Passage) -> dict[int, tuple[int, ...]]:
    """Where the evidence has the numbers of *sentence* that it has once."""
    found: dict[int, tuple[int, ...]] = {}
    for ours in sentence.numbers:
        places = [q.first for q in evidence.numbers if equal(ours, q)]
        if len(places) == 1:
            found[ours.first] = (places[0],)
    return found
