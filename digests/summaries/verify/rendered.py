"""Quotations in another language: ours is a whole part of one of the evidence, nothing left out.

The rule: each word between our marks is said by one stretch of a quotation of the evidence, and
each word of that stretch by ours, none twice; pronouns, copulas and light verbs aside
(`small_words`). What stands beside the stretch in the quotation is parted from it (`parted`), or is
told next to our marks on the same side: the subject («… the university "will not give in"»), or the
negation («لم تبدِ "أي استعداد"», "no willingness"). What follows our "because" follows theirs, and
the persons are theirs (`persons`). A noun that is shared by two attributes may stand with each
(«خدمات إدارية وخدمات ترجمة»).

What it may get wrong: inside the stretch the order is otherwise free. The escape hatch is the
tables of small words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.negation import REACH, Negation, turned
from digests.language.normal import fold
from digests.language.quantities import Kind, Quantity
from digests.language.small_words import CAUSAL, CAUSAL_ARABIC
from digests.language.strength import ANSWERS, Hedge
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.beside_nouns import CARRIERS, only_a_thing
from digests.summaries.verify.parted import (
    STOPS,
    bound,
    meant,
    narrowed,
    parted_before,
    parted_behind,
)
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.persons import of_one_person
from digests.summaries.verify.source import Source

#: Words of ours beside the marks among which stands what the quotation leaves out.
_BESIDE = 6
#: Words between a light verb and its noun, with the noun.
_CARRIED = 4


@dataclass(frozen=True, slots=True)
class Marked:
    """A range of the sentence between marks: its words, and who may tell what stands beside."""

    sentence: Passage
    aligned: Alignment
    inner: list[int]

    def support(self, theirs: set[int], evidence: Passage) -> list[set[int]] | None:
        """For each word that tells something the places of *theirs* that say it; None for a gap."""
        found = [
            theirs.intersection(self.aligned.every.get(place, ()))
            for place in self.inner
            if place in self.sentence.telling and not self._carries(place)
            if not self._ever(place, theirs, evidence)
        ]
        found += self._numbers(theirs, evidence)
        if self._causal():
            found.append({j for j in theirs if evidence.words[j].fold in CAUSAL})
        if self._obliges():
            found.append({j for j in theirs if evidence.words[j].fold in _OBLIGED})
        found += self._doubts(theirs, evidence)
        if found:
            denied = {n.at for n in evidence.negations}
            denied |= {j for j in theirs if turned(evidence.words[j].fold)}
            only = {j for j in theirs if evidence.words[j].fold in _ONLY}
            found += [
                theirs & self._denied(n, (self._excepts(n) and only) or denied, evidence)
                for n in self._negations()
            ]
        return found if found and all(found) else None

    def _excepts(self, negation: Negation) -> bool:
        """Whether *negation* lets one thing through, and says "only": «لم نقرأ سوى الصفحة»."""
        behind = self.sentence.words[negation.at : negation.end]
        return any(word.fold in _EXCEPT for word in behind)

    def _denied(self, negation: Negation, denied: set[int], evidence: Passage) -> set[int]:
        """Places among *denied* whose no may be that of *negation*: they deny what it does."""
        found = {*self.aligned.every.get(negation.at, ())}
        after = [p for p in self.inner if p > negation.at and p in self.sentence.telling]
        if not after:
            return found | denied
        after = [p for p in after if p < negation.end] if self._copular(negation) else after[:1]
        said = {j for p in after for j in self.aligned.every.get(p, ())}
        object_of = {d for d in denied if evidence.words[d].fold in _OBJECTS and d - 1 in said}
        return found | object_of | {d for d in denied if any(0 <= j - d <= REACH for j in said)}

    def _copular(self, negation: Negation) -> bool:
        """Whether *negation* is of "to be", whose subject stands before what is denied."""
        words = [w.fold for w in self.sentence.words[negation.at : negation.at + 2]]
        return not _IS_NOT.isdisjoint(words[:1]) or not _IS.isdisjoint(words[1:])

    def once(self, stretch: range, evidence: Passage) -> bool:
        """Whether no word of *stretch* is said twice but side by side («رجال الإطفاء»)."""
        places = set(stretch)
        last: dict[int, int] = {}
        for place in self.inner:
            said = places.intersection(self.aligned.every.get(place, ()))
            if place not in self.sentence.telling or len(said) != 1:
                continue
            (there,) = said
            before = last.get(there)
            apart = before is not None and (
                self._telling_between(before, place) or self._and(place)
            )
            if before is not None and apart and not self._shared(before, place, there, evidence):
                return False
            last[there] = place
        return True

    def for_its_reason(self, stretch: range, evidence: Passage) -> bool:
        """Whether what stands behind "because" in *stretch* stands behind ours, and no more."""
        ours = [p for p in self.inner if self._bare(p) in CAUSAL_ARABIC]
        theirs = [j for j in stretch if evidence.words[j].fold in CAUSAL]
        if not ours or not theirs:
            return True
        return all(
            any(
                (j > theirs[0]) == (place > ours[0]) or theirs[0] == stretch.start
                for j in self.aligned.every.get(place, ())
                if j in stretch
            )
            for place in self.inner
            if place in self.sentence.telling and place != ours[0] and not self._carries(place)
        )

    def _shared(self, first: int, last: int, noun: int, evidence: Passage) -> bool:
        """Whether the *noun* of two attributes, "A and B services", stands with each of them."""
        one, other = (
            {j for p in places for j in self.aligned.every.get(p, ())} - {noun}
            for places in (range(first + 1, last), [last + 1])
        )
        again = self.sentence.words[last].fold == "و" + self.sentence.words[first].fold
        if not again or last + 1 not in self.inner or last - first != _WITH_ATTRIBUTE:
            return False
        return any(
            abs(j - k) > 1 and _tied(evidence, min(j, k), max(j, k)) and _beside_both(noun, j, k)
            for j in one
            for k in other
        )

    def _telling_between(self, first: int, last: int) -> bool:
        return any(p in self.sentence.telling for p in range(first + 1, last))

    def _and(self, place: int) -> bool:
        word = self.sentence.words[place].fold
        return word[0] == "و" and not as_it_stands(word)

    def _doubts(self, theirs: set[int], evidence: Passage) -> list[set[int]]:
        """Places of *theirs* that say "may" where ours do: «قد تمر» is no "will pass"."""
        may = {h.at for h in evidence.hedges if h.hedge in (Hedge.POSSIBLE, Hedge.EXPECTED)}
        return [theirs & may for p in self.inner if self.sentence.words[p].fold in _MAY]

    def told(self, theirs: set[int], evidence: Passage) -> set[int]:
        """Places of *theirs* that the words between our marks tell."""
        found = {j for p in self.inner for j in self.aligned.every.get(p, ())} & theirs
        found |= set().union(*self._numbers(theirs, evidence), *self._pairs(theirs, evidence))
        ours = {h.hedge for h in self.sentence.hedges if h.at in self.inner}
        hedged = {h.at for h in evidence.hedges if ANSWERS[h.hedge] & ours}
        denied = {
            n.at
            for n in evidence.negations
            if self._negations() and found.intersection(range(n.at, n.end))
        }
        if self._causal():
            found |= {j for j in theirs if evidence.words[j].fold in CAUSAL}
        found |= {j for j in theirs if self._in_form(j, evidence)}
        found |= {j for j in theirs if _light(evidence, j, found)}
        return found | ((hedged | denied) & theirs)

    def _in_form(self, place: int, evidence: Passage) -> bool:
        """Whether our words tell the word at *place* by their form: «أهم», "already" by «منذ»."""
        word = evidence.words[place].fold
        if word == "most":
            said = (p for p in self.inner if place + 1 in self.aligned.every.get(p, ()))
            return any(_ELATIVE.fullmatch(self.sentence.words[p].fold) for p in said)
        if word in _MUST:
            return self._obliges() or self._obliged()
        inside = [self.sentence.words[p].fold for p in self.inner]
        if word == "whether" and any(a == _IF and b in _WAS for a, b in pairwise(inside)):
            return True
        following = [w.fold for w in evidence.words[place + 1 : place + 2]]
        if following == [_BUT] and any(n.at == place for n in evidence.negations):
            return not _EXCEPT.isdisjoint(inside)  # «אינה אלא», «ليس سوى»
        return not _BY_SMALL_WORDS.get(word, _NOTHING).isdisjoint(inside)

    def _obliged(self) -> bool:
        """Whether «على» before our marks says that somebody must: «على الجيش "أن …"»."""
        first = self.inner[0]
        before = self.sentence.words[max(0, first - _BESIDE) : first]
        return self.sentence.words[first].fold == _THAT and any(w.fold in _UPON for w in before)

    def _carries(self, place: int) -> bool:
        """Whether the word at *place* adds nothing to the next: «عمليات نقل», «أمر لا يُغتفر»."""
        if self.aligned.every.get(place) or place + 1 not in self.inner:
            return False
        if only_a_thing(self.sentence, place):
            return True
        word = self.sentence.words[place].fold
        carrier = not CARRIERS.isdisjoint(without_particles(word))
        return carrier and bool(self.aligned.every.get(place + 1))

    def _ever(self, place: int, theirs: set[int], evidence: Passage) -> bool:
        """Whether «من قبل» at *place* is what their "never" says: «لم نر النهر هكذا من قبل»."""
        words = [word.fold for word in self.sentence.words[max(0, place - 1) : place + 1]]
        never = any(evidence.words[j].fold in _NEVER for j in theirs)
        return words == _BEFORE_NOW and never and any(n.at < place for n in self._negations())

    def _obliges(self) -> bool:
        """Whether our words say «على الوزير أن …», that somebody must."""
        first, *others = (self.sentence.words[p].fold for p in self.inner[:_BESIDE])
        return first in _UPON and _THAT in others and _IN_SPITE not in others

    def _causal(self) -> bool:
        return any(self._bare(p) in CAUSAL_ARABIC for p in self.inner)

    def _bare(self, place: int) -> str:
        word = self.sentence.words[place].fold
        return word[1:] if word[:1] in "وف" and word not in CAUSAL_ARABIC else word

    def _negations(self) -> list[Negation]:
        return [n for n in self.sentence.negations if n.at in self.inner]

    def _numbers(self, theirs: set[int], evidence: Passage) -> list[set[int]]:
        return [
            self._number(n, evidence) & theirs
            for n in self.sentence.numbers
            if n.first in self.inner and n.kind is not Kind.DUAL
        ]

    def _pairs(self, theirs: set[int], evidence: Passage) -> list[set[int]]:
        """Places of the two that our duals tell: «يومين»."""
        duals = [n for n in self.sentence.numbers if n.kind is Kind.DUAL and n.first in self.inner]
        return [self._number(n, evidence) & theirs for n in duals]

    def _number(self, number: Quantity, evidence: Passage) -> set[int]:
        """Places of *number* in the evidence; of one («شاهد واحد») also those of "a single"."""
        same = [q for q in evidence.numbers if q.value == number.value]
        found = {j for q in same for j in range(q.first, q.end)}
        if number.value == 1:
            found |= {j for j, word in enumerate(evidence.words) if word.fold in _SINGLE}
        return found

    def beside(self, evidence: Passage, *, before: bool) -> set[int]:
        """Places of the evidence that our words *before* or behind the marks tell."""
        first, last = self.inner[0], self.inner[-1]
        near = range(max(0, first - _BESIDE), first) if before else range(last + 1, last + _BESIDE)
        speaking = {p for f in self.sentence.frames for p in (f.at, *f.speaker)}
        found = {j for p in near if p not in speaking for j in self.aligned.of(p)}
        if before and any(n.at < first < n.end for n in self.sentence.negations):
            found |= {n.at for n in evidence.negations}
        return found


def rendered(
    sentence: Passage,
    source: Source,
    aligned: Alignment,
    inner: list[int],
    quoted: list[tuple[int, int]],
) -> bool:
    """Whether the words *inner* of the sentence are one of the evidence's *quoted* ranges, or a
    whole part of one, in our language."""
    evidence = source.passage
    if not inner or aligned.near.intersection(inner):
        return False
    ours = Marked(sentence, aligned, inner)
    for opened, closed in quoted:
        theirs = {p for p, w in enumerate(evidence.words) if opened <= w.start and w.end <= closed}
        theirs &= source.inside
        for stretch in stretches(ours, theirs, evidence):
            if whole(ours, stretch, theirs, evidence):
                return True
    return False


def _light(evidence: Passage, place: int, told: set[int]) -> bool:
    """Whether an English verb at *place* only carries a noun behind it that is *told*."""
    if evidence.words[place].fold not in _LIGHT:
        return False
    return any(j in told for j in range(place + 1, place + 1 + _CARRIED))


def stretches(ours: Marked, theirs: set[int], evidence: Passage) -> Iterator[range]:
    """The stretches of *theirs* that say all of ours and no more, each as long as may be."""
    support = ours.support(theirs, evidence)
    if support is None:
        return
    told = ours.told(theirs, evidence)
    said = sorted(told)
    for first in said:
        if first - 1 in said and not STOPS & set(evidence.gap(first)):
            continue
        for last in (j for j in said if j >= first):
            if any(meant(evidence, j) and j not in said for j in range(first, last + 1)):
                break
            if last + 1 in said and not STOPS & set(evidence.gap(last + 1)):
                continue
            stretch = range(first, last + 1)
            if not all(map(set(stretch).intersection, support)):
                continue
            if ours.once(stretch, evidence) and ours.for_its_reason(stretch, evidence):
                yield stretch


def whole(ours: Marked, stretch: range, theirs: set[int], evidence: Passage) -> bool:
    """Whether *stretch* is a whole part of *theirs*: nothing that bears on it is cut."""
    before = ours.beside(evidence, before=True)
    behind = ours.beside(evidence, before=False)
    told = ours.told(theirs, evidence)
    return (
        of_one_person(ours.sentence, ours.inner, ours.aligned, stretch, evidence)
        and parted_before(evidence, stretch, theirs, before)
        and parted_behind(evidence, stretch, theirs, behind)
        and not narrowed(evidence, stretch, theirs, behind)
        and not bound(evidence, stretch, theirs, told | before | behind, ours.sentence)
    )


def _tied(evidence: Passage, first: int, last: int) -> bool:
    """Whether nothing but an "and" stands between the places *first* and *last*."""
    return [evidence.words[j].fold for j in range(first + 1, last)] == ["and"]


def _beside_both(noun: int, one: int, other: int) -> bool:
    """Whether *noun* stands right behind the two words at *one* and *other*."""
    return noun == max(one, other) + 1


_MAY = folded("قد وقد ربما وربما")
_SINGLE = frozenset({"single"}) | folded("יחיד יחידה")
#: Words from a noun that two attributes share to where it stands again: «خدمات إدارية وخدمات».
_WITH_ATTRIBUTE = 2
_IF, _WAS = fold("إن"), folded("كان كانت كانوا كنا كنت كنتم يكون تكون")
_BUT, _EXCEPT = fold("אלא"), folded("سوى إلا")
#: Words of the evidence that small words of ours tell.
_BY_SMALL_WORDS = {
    fold(word): folded(ours)
    for words, ours in (
        ("any שום", "أي أية بأي لأي"),
        ("אף ואף", "أحد أحدا أي أية"),
        ("whether", "إذا هل"),
        ("כבר", "منذ"),
        ("הזה הזאת הזו", "هذا هذه ذلك تلك"),
        ("האלה האלו", "هؤلاء هذه تلك"),
        ("אלא", "سوى إلا بل إنما"),
    )
    for word in words.split()
}
_NOTHING: frozenset[str] = frozenset()
_IS_NOT = folded("ليس ليست ليسوا لسنا لست لستم")
_IS = folded("يكن تكن يكونوا نكن أكن يكون تكون يكونون نكون أكون")
#: "We have seen no evidence": the no of an object stands behind the verb.
_OBJECTS = frozenset({"no", "none", "nothing", "nobody"})
_ONLY = frozenset({"only", "just", "merely"}) | folded("רק אך")
_NEVER = frozenset({"never"}) | folded("מעולם לעולם")
_BEFORE_NOW = [fold("من"), fold("قبل")]
_MUST = frozenset({"must", "should"}) | folded("חייב חייבת חייבים חייבות צריך צריכה צריכים צריכות")
_OBLIGED = _MUST | frozenset("has have had need needs ought required obliged supposed".split())
_IN_SPITE = fold("الرغم")
_UPON, _THAT = folded("على عليه عليها عليهم علينا"), fold("أن")
_ELATIVE = re.compile("(?:ال)?ا[^اويى].{1,3}")
#: Verbs that say nothing but their noun: makes no sense, engaging in talks.
_LIGHT = frozenset(
    "make makes made making give gives gave giving take takes took taking hold holds held holding "
    "bear bears conduct conducts conducted conducting engage engages engaged engaging undertake "
    "undertaking carry carries carried carrying perform performing".split()
)
