"""Quotations in another language: ours is a whole part of one of the evidence, nothing left out.

The rule: each word between our marks is said by one stretch of a quotation of the evidence, and
each word of that stretch by ours. What stands beside the stretch in the quotation is parted from
it (by punctuation, a word that only ties, or a joined particle), or is told next to our marks on
the same side: the subject («… the university "will not give in"»), or the negation («لم تبدِ "أي
استعداد"», "no willingness"). A condition, an exception or a negation that bears on the stretch is
told as well. A name in title case counts as a quotation that is taken whole or not at all: its
translation between marks is no one's speech.

What it may get wrong: inside the stretch the order is free, and a qualification in a phrase of its
own may be left out («"يقتل"» for "kills in the war"), as a writer may end a quotation there. The
escape hatch is the tables of small words below.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from digests.language.lexicon import as_it_stands, listed
from digests.language.lists import folded
from digests.language.negation import Negation, turned
from digests.language.strength import ANSWERS, Hedge
from digests.summaries.verify.alignment import Alignment, says
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Words of ours beside the marks among which stands what the quotation leaves out.
_BESIDE = 6
#: Words of the evidence's that stand in title case, for a name at least.
_TITLE = 2
#: Letters of a Hebrew infinitive or noun with ל and ה before it, at least.
_INFINITIVE = 4
_STOPS = frozenset(".,;:!?؟،؛–—()…")
_SENTENCE_ENDS = frozenset(".;!?؟؛")


@dataclass(frozen=True, slots=True)
class _Marked:
    """A range of the sentence between marks: its words, and who may tell what stands beside."""

    sentence: Passage
    aligned: Alignment
    inner: list[int]

    def support(self, theirs: set[int], evidence: Passage) -> list[set[int]] | None:
        """For each word that tells something the places of *theirs* that say it; None for a gap."""
        found = [
            theirs.intersection(self.aligned.every.get(place, ()))
            for place in self.inner
            if place in self.sentence.telling
        ]
        found += self._numbers(theirs, evidence)
        if found:
            denied = {n.at for n in evidence.negations}
            denied |= {j for j in theirs if turned(evidence.words[j].fold)}
            found += [
                theirs & {*denied, *self.aligned.every.get(n.at, ())} for n in self._negations()
            ]
        return found if found and all(found) else None

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
        return found | ((hedged | denied) & theirs)

    def _negations(self) -> list[Negation]:
        return [n for n in self.sentence.negations if n.at in self.inner]

    def _numbers(self, theirs: set[int], evidence: Passage) -> list[set[int]]:
        return [
            {j for q in evidence.numbers if q.value == n.value for j in range(q.first, q.end)}
            & theirs
            for n in self.sentence.numbers
            if n.first in self.inner
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
    whole part of one, or a name, in our language."""
    evidence = source.passage
    if not inner or aligned.near.intersection(inner):
        return False
    ours = _Marked(sentence, aligned, inner)
    for opened, closed in quoted:
        theirs = {p for p, w in enumerate(evidence.words) if opened <= w.start and w.end <= closed}
        theirs &= source.inside
        for stretch in _stretches(ours, theirs, evidence):
            if _whole(ours, stretch, theirs, evidence):
                return True
    names = (name & source.inside for name in _titled(evidence))
    return any(
        (name.start, name.stop - 1) == (min(theirs), max(theirs))
        for theirs in names
        if theirs
        for name in _stretches(ours, theirs, evidence)
    )


def _stretches(ours: _Marked, theirs: set[int], evidence: Passage) -> Iterator[range]:
    """The stretches of *theirs* that say all of ours and no more, each as long as may be."""
    support = ours.support(theirs, evidence)
    if support is None:
        return
    told = ours.told(theirs, evidence)
    said = sorted(told)
    for first in said:
        if first - 1 in said and not _STOPS & set(evidence.gap(first)):
            continue
        for last in (j for j in said if j >= first):
            if any(_meant(evidence, j) and j not in said for j in range(first, last + 1)):
                break
            if last + 1 in said and not _STOPS & set(evidence.gap(last + 1)):
                continue
            if all(places.intersection(range(first, last + 1)) for places in support):
                yield range(first, last + 1)


def _whole(ours: _Marked, stretch: range, theirs: set[int], evidence: Passage) -> bool:
    before = ours.beside(evidence, before=True)
    behind = ours.beside(evidence, before=False)
    return (
        _of_one_person(ours, stretch, evidence)
        and _parted_before(evidence, stretch, theirs, before)
        and _parted_behind(evidence, stretch, theirs, behind)
        and not _bound(ours, stretch, theirs, evidence, before | behind)
    )


def _of_one_person(ours: _Marked, stretch: range, evidence: Passage) -> bool:
    """Whether "our" of an English quotation is not «كم» of ours, nor "your" «نا»."""
    if evidence.language != "en":
        return True
    theirs = {evidence.words[j].fold for j in stretch}
    words = [ours.sentence.words[p].fold for p in ours.inner]
    return (
        bool(theirs & _YOU)
        or not theirs & _WE
        or not any(_suffixed(word, ("كم", "كما")) for word in words)
    ) and (
        bool(theirs & _WE)
        or not theirs & _YOU
        or not any(_suffixed(word, ("نا",)) for word in words)
    )


_WE = frozenset("i me my mine we us our ours".split())
_YOU = frozenset("you your yours".split())


def _suffixed(word: str, suffixes: tuple[str, ...]) -> bool:
    return any(
        word.endswith(suffix) and listed(word.removesuffix(suffix)) and not as_it_stands(word)
        for suffix in suffixes
    )


def _parted_before(evidence: Passage, stretch: range, theirs: set[int], told: set[int]) -> bool:
    place = stretch.start
    while True:
        if place - 1 not in theirs or _STOPS & set(evidence.gap(place)):
            return True
        if place < stretch.start or not _opened(evidence, place):
            place -= 1
            if not _meant(evidence, place):
                return True
            if place not in told:
                return False
        else:
            return True


def _parted_behind(evidence: Passage, stretch: range, theirs: set[int], told: set[int]) -> bool:
    place = stretch.stop
    while True:
        if place not in theirs or _STOPS & set(evidence.gap(place)):
            return True
        if not _meant(evidence, place) or _opened(evidence, place):
            return True
        if place not in told:
            return False
        place += 1


def _opened(evidence: Passage, place: int) -> bool:
    """Whether the Hebrew word at *place* opens a phrase with a particle that is joined to it."""
    word = evidence.words[place].fold
    if evidence.language != "he" or evidence.keys[place]:
        return False
    if word[0] in "וש":
        return True
    infinitive = word.startswith("לה") and len(word) > _INFINITIVE
    return word[0] in "בלכ" and (infinitive or as_it_stands(word[1:])) and not as_it_stands(word)


def _bound(
    ours: _Marked, stretch: range, theirs: set[int], evidence: Passage, beside: set[int]
) -> bool:
    """Whether a negation, a condition or an exception bears on *stretch* and is not told."""
    told = ours.told(theirs, evidence) | beside
    place = stretch.start
    while place - 1 in theirs and not _STOPS & set(evidence.gap(place)):
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
        word in _CONDITIONS and not conditional and not excepted
        for word in _around(evidence, stretch, theirs)
    )


def _around(evidence: Passage, stretch: range, theirs: set[int]) -> Iterator[str]:
    """The words of the sentence in *theirs* that *stretch* is of, the stretch left out."""
    place = stretch.start
    while place - 1 in theirs and not _SENTENCE_ENDS & set(evidence.gap(place)):
        place -= 1
        yield evidence.words[place].fold
    place = stretch.stop
    while place in theirs and not _SENTENCE_ENDS & set(evidence.gap(place)):
        yield evidence.words[place].fold
        place += 1


def _titled(evidence: Passage) -> Iterator[set[int]]:
    """The names in title case of an English text, with the small words inside them."""
    if evidence.language != "en":
        return
    run: list[int] = []
    for place in range(len(evidence.words) + 1):
        word = evidence.words[place] if place < len(evidence.words) else None
        parted = place > 0 and word is not None and _STOPS & set(evidence.gap(place))
        if word is None or parted or not (word.text[0].isupper() or word.fold in _IN_NAMES):
            yield from _names_of(evidence, run)
            run = []
        if word is not None and (word.text[0].isupper() or (run and word.fold in _IN_NAMES)):
            run.append(place)


def _names_of(evidence: Passage, run: list[int]) -> Iterator[set[int]]:
    """The name that *run* is, its small edges aside; and what is left of it without a first word
    that is in capitals as the first of its sentence."""
    name = _without_edges(evidence, run)
    if len(name) >= _TITLE:
        yield set(name)
    opens = bool(run) and (run[0] == 0 or bool(_SENTENCE_ENDS & set(evidence.gap(run[0]))))
    if opens and len(rest := _without_edges(evidence, run[1:])) >= _TITLE:
        yield set(rest)


def _without_edges(evidence: Passage, run: list[int]) -> list[int]:
    big = [
        p
        for p in run
        if evidence.words[p].text[0].isupper() and evidence.words[p].fold not in _IN_NAMES
    ]
    return [p for p in run if big and big[0] <= p <= big[-1]]


def _meant(evidence: Passage, place: int) -> bool:
    """Whether a translation of a quotation must tell the word at *place*."""
    word = evidence.words[place].fold
    return word in _NO_MERE_TIES or (says(evidence, place) and word not in _COPULAS)


#: Words without a meaning of their own that change what is said.
_NO_MERE_TIES = frozenset(
    "not no nor never only very all some most any more against before after under over same own "
    "must may might could can should if new such other during".split()
) | folded("לא אין בלי רק כל נגד אחרי לאחר לפני עוד כבר אם תחת במהלך")
_COPULAS = folded("להיות תהיה תהיו היינו הייתי נהיה הם הן הוא היא זהו זוהי אלו")
_IN_NAMES = frozenset("of for the a an and in to against with on at by from".split())
#: Words before a stretch by which it is not, or not quite, so: "anything but fair".
_FAR_FROM = frozenset("far anything almost nearly barely hardly scarcely".split()) | folded(
    "כמעט בקושי רחוק רחוקה"
)
_AND = frozenset("and but".split()) | folded("אבל אך")
_CONDITIONS = frozenset(
    "if unless except excepting excluding barring until without provided providing only".split()
) | folded("אם אלא למעט מלבד פרט בתנאי ללא בלי עד רק חוץ")
_EXCEPT = folded(
    "إلا سوى فقط فحسب عدا ماعدا باستثناء ما حتى دون بدون بلا قبل وحده وحدها خلا غير شريطة بشرط"
)
