"""Names between quotation marks: of a party, a ship, a film, a paper, where the source has none.

The rule: each word between the marks is one name of the evidence's in another script, the "&"
between two of them, the number right behind one, or the letters of one abbreviation; or all of them
translate one whole name, and nothing of it is left out. English shows that a word is a name by its
capital. A name of several words that the lexicon lists may be any of its forms there. One word in
a capital is no name by that alone (the first of a sentence, a title), and
Hebrew has no capitals: there an indefinite noun of a kind before our marks says that a name
follows, and the name is definite («حزب "العمل"», and neither «الحزب "القوي"» nor «خطة "خطيرة"»); in
Hebrew what stands beside it is told outside our marks. A noun of the kind may stand inside them.

What it may get wrong: a name that our kind of noun does not introduce is refused. The escape hatch
is the table of kinds.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.letters import letters
from digests.language.lexicon import listed, of_names
from digests.language.lists import folded
from digests.language.marked_names import kind
from digests.language.transliteration import same_name
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.gaps import says
from digests.summaries.verify.parted import SENTENCE_ENDS, STOPS
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.rendered import Marked, stretches
from digests.summaries.verify.source import Source
from digests.summaries.verify.spelling import one_name, respelt, together

#: Words of a name in another script, at most.
_LONGEST = 5
#: Words in capitals of an English name that is known by them alone, at least.
_TITLE = 2
#: Words between the noun of a kind and the marks, at most: «هيئة الإغاثة التركية "…"».
_GENITIVE = 2
_IN_NAMES = frozenset("of for the a an and in to against with on at by from".split())
_AND = folded("آند أند")


def named(sentence: Passage, source: Source, aligned: Alignment, inner: list[int]) -> bool:
    """Whether the words *inner*, between marks, are a name of another language's evidence."""
    evidence = source.passage
    if not inner:
        return False
    if len(inner) <= _LONGEST:
        if _spelt_out(inner, evidence, aligned) or _in_one_word(inner, evidence, aligned):
            return True
        if all(
            _of_a_name(sentence, p, source, aligned)
            or _ampersand(sentence, p, inner, evidence)
            or (p > inner[0] and _its_number(sentence, p, evidence, aligned))
            for p in inner
        ):
            return True
    if _listed_name(sentence, source, inner):
        return True
    if any(sentence.words[p].fold in _AND for p in inner):
        return False
    if aligned.near.intersection(inner):
        return False
    return any(
        _translated(Marked(sentence, aligned, words), source, introduced)
        for words, introduced in _readings(sentence, aligned, inner)
    )


def _listed_name(sentence: Passage, source: Source, inner: list[int]) -> bool:
    """Whether the words *inner* are one name of the lexicon, in its translation or by its sound,
    that the evidence has: «هناك مستقبل» and «يش عتيد» for יש עתיד."""
    if len(inner) < _TITLE:
        return False
    shared = frozenset.intersection(*(sentence.meanings[p] for p in inner))
    names = {meaning for meaning in shared if of_names(frozenset((meaning,)))}
    theirs = [source.passage.meanings[j] for j in source.inside]
    return any(not names.isdisjoint(meant) for meant in theirs)


def respelt_name(ours: list[str], theirs: list[str]) -> bool:
    """Whether two stretches of one language are one name, parted or spelt otherwise.

    What differs in spelling is a word of no lexicon.
    """
    if not ours or not theirs or len(ours) > _LONGEST:
        return False
    if "".join(ours) == "".join(theirs):
        return not all(map(listed, ours))
    return len(ours) == len(theirs) and all(
        one == other or respelt(one, other) for one, other in zip(ours, theirs, strict=True)
    )


def _readings(
    sentence: Passage, aligned: Alignment, inner: list[int]
) -> Iterator[tuple[list[int], bool]]:
    """The words of the name, and whether a noun of a kind introduces it, which may be inside."""
    yield inner, _introduced(sentence, inner[0])
    if len(inner) > 1 and _kind(sentence, inner[0]) and aligned.of(inner[0]):
        yield inner[1:], True


def _introduced(sentence: Passage, first: int) -> bool:
    for place in range(first - 1, max(-1, first - 2 - _GENITIVE), -1):
        if place < 0 or set(sentence.gap(place + 1)) & STOPS:
            return False
        if _kind(sentence, place):
            return True
        if not sentence.words[place].fold.startswith("ال"):
            return False
    return False


def _kind(sentence: Passage, place: int) -> bool:
    return kind(sentence.words[place].fold)


def _spelt_out(inner: list[int], evidence: Passage, aligned: Alignment) -> bool:
    """Whether the words are the letters of one abbreviation in capitals: «بي بي سي»."""
    shared = set.intersection(*(set(aligned.every.get(p, ())) for p in inner))
    return any(
        evidence.words[j].text.isupper() and len(evidence.words[j].fold) == len(inner)
        for j in shared
    )


def _in_one_word(inner: list[int], evidence: Passage, aligned: Alignment) -> bool:
    """Whether several words are one name with capitals inside: «نت بلوكس», NetBlocks."""
    if len(inner) < _TITLE or aligned.near.intersection(inner):
        return False
    found = {aligned.every.get(p, ()) for p in inner}
    names = {evidence.words[j].text for j in next(iter(found))} if len(found) == 1 else set()
    return any(name[:1].isupper() and not name[1:].islower() for name in names)


def _of_a_name(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place* is a name of the evidence's, though it may say a word, too."""
    evidence = source.passage
    word = sentence.words[place].fold
    for there in source.inside:
        other = evidence.words[there]
        if evidence.language == "en" and not other.text[:1].isupper():
            continue
        if sentence.keys[place] & evidence.keys[there] or same_name(word, other.fold):
            return True
        if there in aligned.every.get(place, ()) and letters(word) and other.text.isupper():
            return True
        if there in aligned.every.get(place, ()) and one_name(sentence, place, evidence, there):
            return True
    return False


def _its_number(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether a number at *place* stands right behind the same name there: «تشاندرايان 3»."""
    number = sentence.words[place].fold
    return number.isdigit() and any(
        j + 1 < len(evidence.words)
        and evidence.words[j + 1].fold == number
        and together(evidence, j, j + 1)
        for j in aligned.every.get(place - 1, ())
    )


def _ampersand(sentence: Passage, place: int, inner: list[int], evidence: Passage) -> bool:
    """Whether the word at *place* is the "&" between two words of a firm's name: «آند»."""
    if sentence.words[place].fold not in _AND or not inner[0] < place < inner[-1]:
        return False
    one, other = sentence.words[place - 1].fold, sentence.words[place + 1].fold
    return any(
        "&" in evidence.gap(j)
        and same_name(one, evidence.words[j - 1].fold)
        and same_name(other, evidence.words[j].fold)
        for j in range(1, len(evidence.words))
    )


def _translated(ours: Marked, source: Source, introduced: bool) -> bool:
    evidence = source.passage
    definite = ours.sentence.words[ours.inner[0]].fold.startswith("ال")
    if evidence.language == "he":
        return (introduced and definite) and any(
            _whole_in_hebrew(ours, stretch, source)
            for stretch in stretches(ours, set(source.inside), evidence)
        )
    least = 1 if introduced and definite else _TITLE
    return any(
        (stretch.start, stretch.stop - 1) == (min(theirs), max(theirs))
        for name in _titled(evidence, least)
        if (theirs := name & source.inside)
        for stretch in stretches(ours, theirs, evidence)
    )


def _whole_in_hebrew(ours: Marked, stretch: range, source: Source) -> bool:
    """Whether what stands beside *stretch* is no part of the name: we tell it outside the marks.

    Before it stands the noun of its kind, or another name, of which a list is made.
    """
    evidence = source.passage
    outside = {
        j
        for p, found in ours.aligned.every.items()
        if p not in ours.inner
        for j in found
        if p in ours.sentence.telling
    }
    kinds = {
        j
        for p in range(max(0, ours.inner[0] - 1 - _GENITIVE), ours.inner[0] + 1)
        for j in ours.aligned.every.get(p, ())
        if _kind(ours.sentence, p)
    }
    before, behind = stretch.start - 1, stretch.stop
    if behind < len(evidence.words) and not STOPS & set(evidence.gap(behind)):
        number = any(q.first == behind for q in evidence.quantities)
        if says(evidence, behind) and not number and behind not in outside:
            return False
    numbered = any(q.first <= before < q.end for q in evidence.quantities)
    listed = evidence.words[stretch.start].fold[0] == "ו" and (before in outside or numbered)
    return before in kinds or listed


def _titled(evidence: Passage, least: int) -> Iterator[set[int]]:
    """The names in title case of an English text, with the small words inside them."""
    if evidence.language != "en":
        return
    run: list[int] = []
    for place in range(len(evidence.words) + 1):
        word = evidence.words[place] if place < len(evidence.words) else None
        parted = place > 0 and word is not None and STOPS & set(evidence.gap(place))
        if word is None or parted or not (word.text[0].isupper() or word.fold in _IN_NAMES):
            yield from _names_of(evidence, run, least)
            run = []
        if word is not None and (word.text[0].isupper() or (run and word.fold in _IN_NAMES)):
            run.append(place)


def _names_of(evidence: Passage, run: list[int], least: int) -> Iterator[set[int]]:
    """The name that *run* is, its small edges aside; and what is left of it without a first word
    that is in capitals as the first of its sentence."""
    name = _without_edges(evidence, run)
    opens = bool(run) and (run[0] == 0 or bool(SENTENCE_ENDS & set(evidence.gap(run[0]))))
    if len(name) >= (_TITLE if opens else least):
        yield set(name)
    if opens and len(rest := _without_edges(evidence, run[1:])) >= least:
        yield set(rest)


def _without_edges(evidence: Passage, run: list[int]) -> list[int]:
    big = [
        p
        for p in run
        if evidence.words[p].text[0].isupper() and evidence.words[p].fold not in _IN_NAMES
    ]
    return [p for p in run if big and big[0] <= p <= big[-1]]
