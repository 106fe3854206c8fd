"""What the evidence only points at, spelt out as its article names it before.

The rule: «الشركة», "the ministry", «الوزير» and a bare surname are read as the one company, body or
person whom the article has named before, an office as the company's (`companies_before`,
`bodies_before`, `persons_before`, `officers_before`): the article is read once (`told`), they find
the names, and here they are put in place. Every check then reads the evidence with that name in the
place of what points to it. A name is put only where the sentence has words of it that the evidence
has not.

What it may get wrong: an article in which another one is meant that those modules do not see. The
escape hatch is to cite the sentence that names them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from digests.summaries.verify.alignment import Alignment, align
from digests.summaries.verify.bodies_before import bodies_before
from digests.summaries.verify.companies_before import companies_before
from digests.summaries.verify.it_before import it_before
from digests.summaries.verify.officers_before import officers_before
from digests.summaries.verify.passage import Passage, passage
from digests.summaries.verify.persons_before import persons_before
from digests.summaries.verify.pronouns_before import pronouns_before
from digests.summaries.verify.source import Source
from digests.summaries.verify.told import Mention, Told, told

#: How often what is put is read again: «المنصوري», «الناطق باسم الوزارة», «وزارة الداخلية».
_READ_AGAIN = 2


def spelt_out(sentence: Passage, source: Source, aligned: Alignment) -> Iterator[Source]:
    """*source* with what its evidence points at in full, as far as *sentence* tells that.

    An office is first read as the company's with the rest as it stands: of «الرئيس التنفيذي
    لشركة كذا … إن الشركة» the second «الشركة» is not to be the name as well.
    """
    yield from _put_in_turn(sentence, source, aligned, (officers_before,))
    yield from _put_in_turn(sentence, source, aligned, _FINDERS)


_Finder = Callable[[Told], Iterator[Mention]]
_FINDERS: tuple[_Finder, ...] = (
    companies_before,
    bodies_before,
    persons_before,
    officers_before,
    pronouns_before,
    it_before,
)


def _put_in_turn(
    sentence: Passage, source: Source, aligned: Alignment, finders: tuple[_Finder, ...]
) -> Iterator[Source]:
    for _ in range(_READ_AGAIN):
        put = _telling(sentence, source, aligned, finders)
        if not put:
            return
        source = _with(source, put)
        aligned = align(sentence, source.passage, source.inside)
        yield source


def _telling(
    sentence: Passage, source: Source, aligned: Alignment, finders: tuple[_Finder, ...]
) -> list[Mention]:
    """For each place of the evidence, the name that tells most of what *sentence* has besides."""
    text = told(source)
    best: dict[int, tuple[int, int, Mention]] = {}
    for find in finders:
        for mention in find(text):
            score = _tells(sentence, mention, source, aligned)
            rank = (score, -len(mention.text), mention)
            if score and rank[:2] > best.get(mention.first, (0, 0))[:2]:
                best[mention.first] = rank
    chosen: list[Mention] = []
    for first in sorted(best):
        if not chosen or first >= chosen[-1].end:
            chosen.append(best[first][2])
    return chosen


def _tells(sentence: Passage, mention: Mention, source: Source, aligned: Alignment) -> int:
    """How many words of *sentence* the full name tells that what points to it does not."""
    evidence = source.passage
    name = passage(mention.text, evidence.language)
    there = align(sentence, name, frozenset(range(len(name.words))))
    own = set(range(mention.first, mention.end))
    return sum(
        1
        for place in sentence.content
        if there.of(place) and own.isdisjoint(aligned.every.get(place, ()))
    )


def _with(source: Source, mentions: list[Mention]) -> Source:
    """*source* with each of *mentions* in the place of what points to it."""
    evidence = source.passage
    words = evidence.words
    start = words[min(source.inside)].start
    end = words[max(source.inside)].end
    parts, at = [], 0
    begin, stop = start, end
    for one in mentions:
        first, last = words[one.first].start, words[one.end - 1].end
        parts += [evidence.text[at:first], one.text]
        grown = len(one.text) - (last - first)
        begin += grown if first < start else 0
        stop += grown if first < end else 0
        at = last
    full = passage("".join([*parts, evidence.text[at:]]), evidence.language)
    inside = frozenset(p for p, w in enumerate(full.words) if w.end > begin and w.start < stop)
    before, behind = source.whole[: source.start], source.whole[source.start :]
    whole = before + full.text + behind[len(evidence.text) :]
    return replace(source, passage=full, inside=inside, whole=whole)
