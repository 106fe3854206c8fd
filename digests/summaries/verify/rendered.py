"""Quotations in another language: ours is a whole part of one of the evidence, nothing left out.

The rule: each word between our marks is said by one stretch of a quotation of the evidence, and
each word of that stretch by ours, none twice; pronouns, copulas and light verbs aside
(`small_words`). What stands beside the stretch in the quotation is parted from it (by punctuation,
a word that only ties or that opens a clause, or a joined particle), or is told next to our marks on
the same side: the subject («… the university "will not give in"»), or the negation («لم تبدِ "أي
استعداد"», "no willingness"). A condition, an exception or a negation that bears on the stretch is
told as well, and what is denied or said of all is not cut before a phrase that narrows it ("every
nurse who …"). What follows our "because" follows theirs, and the persons are theirs (`persons`).

What it may get wrong: inside the stretch the order is otherwise free, and a qualification in a
phrase of its own may be left out («"يقتل"» for "kills in the war"), as a writer may end a quotation
there. The escape hatch is the tables of small words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.negation import REACH, Negation, turned
from digests.language.quantities import Kind
from digests.language.small_words import CAUSAL, CAUSAL_ARABIC, OPENING, bare
from digests.language.strength import ANSWERS, Hedge
from digests.summaries.verify.alignment import Alignment, says
from digests.summaries.verify.excused import CARRIERS, only_a_thing
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.persons import of_one_person
from digests.summaries.verify.source import Source

#: Words of ours beside the marks among which stands what the quotation leaves out.
_BESIDE = 6
#: Words between a light verb and its noun, with the noun.
_CARRIED = 4
#: Letters of a Hebrew infinitive or noun with ל and ה before it, at least.
_INFINITIVE = 4
STOPS = frozenset(".,;:!?؟،؛–—()…")
SENTENCE_ENDS = frozenset(".;!?؟؛")


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
        ]
        found += self._numbers(theirs, evidence)
        if self._causal():
            found.append({j for j in theirs if evidence.words[j].fold in CAUSAL})
        if found:
            denied = {n.at for n in evidence.negations}
            denied |= {j for j in theirs if turned(evidence.words[j].fold)}
            found += [theirs & self._denied(n, denied) for n in self._negations()]
        return found if found and all(found) else None

    def _denied(self, negation: Negation, denied: set[int]) -> set[int]:
        """Places among *denied* whose no may be that of *negation*: they deny what it does."""
        found = {*self.aligned.every.get(negation.at, ())}
        after = [p for p in self.inner if p > negation.at and p in self.sentence.telling]
        if not after:
            return found | denied
        said = self.aligned.every.get(after[0], ())
        return found | {d for d in denied if any(0 <= j - d <= REACH for j in said)}

    def once(self, stretch: range) -> bool:
        """Whether no word of *stretch* is said twice but side by side («رجال الإطفاء»)."""
        places = set(stretch)
        last: dict[int, int] = {}
        for place in self.inner:
            said = places.intersection(self.aligned.every.get(place, ()))
            if place not in self.sentence.telling or len(said) != 1:
                continue
            (there,) = said
            before = last.get(there)
            if before is not None and (self._telling_between(before, place) or self._and(place)):
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

    def _telling_between(self, first: int, last: int) -> bool:
        return any(p in self.sentence.telling for p in range(first + 1, last))

    def _and(self, place: int) -> bool:
        word = self.sentence.words[place].fold
        return word[0] == "و" and not as_it_stands(word)

    def told(self, theirs: set[int], evidence: Passage) -> set[int]:
        """Places of *theirs* that the words between our marks tell."""
        found = {j for p in self.inner for j in self.aligned.every.get(p, ())} & theirs
        found |= set().union(*self._numbers(theirs, evidence))
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
        """Whether the form of our words tells the word at *place*: «أهم», «على الجيش "أن …"»."""
        word = evidence.words[place].fold
        if word == "most":
            said = (p for p in self.inner if place + 1 in self.aligned.every.get(p, ()))
            return any(_ELATIVE.fullmatch(self.sentence.words[p].fold) for p in said)
        if word in _MUST and self.sentence.words[self.inner[0]].fold == "ان":
            before = self.sentence.words[max(0, self.inner[0] - _BESIDE) : self.inner[0]]
            return any(w.fold in _UPON for w in before)
        return False

    def _carries(self, place: int) -> bool:
        """Whether the word at *place* adds nothing to the next: «عمليات نقل», «أمر لا يُغتفر»."""
        if self.aligned.every.get(place) or place + 1 not in self.inner:
            return False
        if only_a_thing(self.sentence, place):
            return True
        word = self.sentence.words[place].fold
        carrier = not CARRIERS.isdisjoint(without_particles(word))
        return carrier and bool(self.aligned.every.get(place + 1))

    def _causal(self) -> bool:
        return any(self._bare(p) in CAUSAL_ARABIC for p in self.inner)

    def _bare(self, place: int) -> str:
        word = self.sentence.words[place].fold
        return word[1:] if word[:1] in "وف" and word not in CAUSAL_ARABIC else word

    def _negations(self) -> list[Negation]:
        return [n for n in self.sentence.negations if n.at in self.inner]

    def _numbers(self, theirs: set[int], evidence: Passage) -> list[set[int]]:
        return [
            {j for q in evidence.numbers if q.value == n.value for j in range(q.first, q.end)}
            & theirs
            for n in self.sentence.numbers
            if n.first in self.inner and n.kind is not Kind.DUAL
        ]

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
            if _whole(ours, stretch, theirs, evidence):
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
            if any(_meant(evidence, j) and j not in said for j in range(first, last + 1)):
                break
            if last + 1 in said and not STOPS & set(evidence.gap(last + 1)):
                continue
            stretch = range(first, last + 1)
            if not all(map(set(stretch).intersection, support)):
                continue
            if ours.once(stretch) and ours.for_its_reason(stretch, evidence):
                yield stretch


def _whole(ours: Marked, stretch: range, theirs: set[int], evidence: Passage) -> bool:
    before = ours.beside(evidence, before=True)
    behind = ours.beside(evidence, before=False)
    return (
        of_one_person(ours.sentence, ours.inner, ours.aligned, stretch, evidence)
        and _parted_before(evidence, stretch, theirs, before)
        and _parted_behind(evidence, stretch, theirs, behind)
        and not _narrowed(evidence, stretch, theirs, behind)
        and not _bound(ours, stretch, theirs, evidence, before | behind)
    )


def _parted_before(evidence: Passage, stretch: range, theirs: set[int], told: set[int]) -> bool:
    place = stretch.start
    while True:
        if place - 1 not in theirs or STOPS & set(evidence.gap(place)):
            return True
        if place < stretch.start or not _opened(evidence, place):
            place -= 1
            if not _meant(evidence, place) or evidence.words[place].fold in OPENING:
                return True
            if place not in told:
                return False
        else:
            return True


def _parted_behind(evidence: Passage, stretch: range, theirs: set[int], told: set[int]) -> bool:
    place = stretch.stop
    while True:
        if place not in theirs or STOPS & set(evidence.gap(place)):
            return True
        if not _meant(evidence, place) or _opened(evidence, place):
            return True
        if place not in told:
            return False
        place += 1


def _narrowed(evidence: Passage, stretch: range, theirs: set[int], told: set[int]) -> bool:
    """Whether what is cut behind narrows a denial or an "all": "no deal that leaves them there"."""
    place = stretch.stop
    if place not in theirs or STOPS & set(evidence.gap(place)) or place in told:
        return False
    word = evidence.words[place].fold
    if word in _WIDENING or (evidence.language == "he" and word[0] == "ו"):
        return False
    if not _more(evidence, place, theirs):
        return False
    whole = any(evidence.words[j].fold in _ALL for j in stretch)
    return whole or any(n.at in stretch for n in evidence.negations)


def _more(evidence: Passage, place: int, theirs: set[int]) -> bool:
    """Whether anything that says something stands from *place* to the next stop of *theirs*."""
    while place in theirs:
        if _meant(evidence, place):
            return True
        place += 1
        if STOPS & set(evidence.gap(place) if place < len(evidence.words) else "."):
            return False
    return False


def _opened(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* opens a clause or a phrase: because; a particle joined to it."""
    word = evidence.words[place].fold
    if word in OPENING:
        return True
    if evidence.language != "he" or evidence.keys[place]:
        return False
    if word[0] in "וש":
        return True
    infinitive = word.startswith("לה") and len(word) > _INFINITIVE
    return word[0] in "בלכ" and (infinitive or as_it_stands(word[1:])) and not as_it_stands(word)


def _bound(
    ours: Marked, stretch: range, theirs: set[int], evidence: Passage, beside: set[int]
) -> bool:
    """Whether a negation, a condition or an exception bears on *stretch* and is not told."""
    told = ours.told(theirs, evidence) | beside
    place = stretch.start
    while place - 1 in theirs and not STOPS & set(evidence.gap(place)):
        place -= 1
        word = evidence.words[place].fold
        if word in _FAR_FROM and place not in told:
            return True
        if word in _AND and evidence.words[place - 1].fold not in _FAR_FROM:
            break
        if any(n.at == place for n in evidence.negations) and place not in told:
            return True
    conditional = any(h.hedge is Hedge.CONDITIONAL for h in ours.sentence.hedges)
    excepted = any(word.fold in _EXCEPT for word in ours.sentence.words)
    return any(
        _conditional(evidence, place) and not conditional and not excepted
        for place in _around(evidence, stretch, theirs)
    )


def _around(evidence: Passage, stretch: range, theirs: set[int]) -> Iterator[int]:
    """Places of the rest of the sentence in *theirs* that *stretch* is of."""
    place = stretch.start
    while place - 1 in theirs and not SENTENCE_ENDS & set(evidence.gap(place)):
        place -= 1
        yield place
    place = stretch.stop
    while place in theirs and not SENTENCE_ENDS & set(evidence.gap(place)):
        yield place
        place += 1


def _conditional(evidence: Passage, place: int) -> bool:
    word = evidence.words[place].fold
    if word == _IN_CASE:  # and not «בתנאי העבודה»
        return any(w.fold[0] == "ש" for w in evidence.words[place + 1 : place + 2])
    return word in _CONDITIONS


def _meant(evidence: Passage, place: int) -> bool:
    """Whether a translation of a quotation must tell the word at *place*."""
    word = evidence.words[place].fold
    return word in _NO_MERE_TIES or (says(evidence, place) and not bare(word))


#: Words without a meaning of their own that change what is said.
_NO_MERE_TIES = frozenset(
    "not no nor never only very all some most any more against before after under over same own "
    "must may might could can should if new such other during".split()
) | folded("לא אין בלי רק כל נגד אחרי לאחר לפני עוד כבר אם תחת במהלך")
#: Words that say how widely something holds; what follows them may say of what.
_ALL = frozenset("all every each any always only everyone everything anyone".split()) | folded(
    "כל תמיד רק"
)
#: Words by which a speech goes on without narrowing what it denied.
_WIDENING = frozenset(
    "and but or nor while whereas although though despite so therefore thus hence yet".split()
) | folded("או אבל אך אולם ואילו למרות לכן")
_MUST, _UPON = frozenset({"must"}) | folded("חייב חייבת חייבים חייבות"), folded("على عليه عليها")
_ELATIVE = re.compile("(?:ال)?ا[^اويى].{1,3}")
#: Verbs that say nothing but their noun: makes no sense, engaging in talks.
_LIGHT = frozenset(
    "make makes made making give gives gave giving take takes took taking hold holds held holding "
    "bear bears conduct conducts conducted conducting engage engages engaged engaging undertake "
    "undertaking carry carries carried carrying perform performing".split()
)
#: Words before a stretch by which it is not, or not quite, so: "anything but fair".
_FAR_FROM = frozenset("far anything almost nearly barely hardly scarcely".split()) | folded(
    "כמעט בקושי רחוק רחוקה"
)
_AND = frozenset("and but".split()) | folded("אבל אך")
_CONDITIONS = frozenset(
    "if unless except excepting excluding barring until without provided providing only".split()
) | folded("אם אלא למעט מלבד פרט בתנאי ללא בלי עד רק חוץ")
_IN_CASE = "בתנאי"
_EXCEPT = folded(
    "إلا سوى فقط فحسب عدا ماعدا باستثناء ما حتى دون بدون بلا قبل وحده وحدها خلا غير شريطة بشرط"
)
