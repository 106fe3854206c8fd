"""A dual whose two are named behind it: «الطرفان، الحكومة والنقابة», «الوزيران سامي دار ورلى عون».

The rule: two names or years joined by «و» behind a dual are its two. They are so in the evidence
where each has the noun of the dual before it («وزير التربية سامي دار ووزير الدولة رلى عون»), or
where both are years that it has. Two sides or parties are any two that it joins and nothing else
with them. Neither has another noun of its own there ("Minister Sami Dar and journalist Rola Aoun").

What it may get wrong: a name of more words than are looked at. The escape hatch is to write each
with its noun.
"""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from digests.language.kin import without_particles
from digests.language.lexicon import listed
from digests.language.lists import folded
from digests.language.number_words import EITHER
from digests.language.quantities import Quantity
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.class_nouns import is_name
from digests.summaries.verify.exchanged import equal, year
from digests.summaries.verify.gaps import says
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Words behind a dual in which its two begin, and between a noun and its name in the evidence.
_LONG, _NEAR = 7, 4
_SIDES = folded("الطرفان الطرفين الجانبان الجانبين الفريقان الفريقين للطرفين للجانبين بالطرفين")
_OPENS = frozenset({"", "،", ":", ","})
_AND, _THE = frozenset({"and", "و", "ו"}), frozenset({"the", "a", "an"})
_THEY = folded("هما وهما")


class Pair(NamedTuple):
    """The words of the two that a dual names."""

    one: range
    other: range


def pair_behind(sentence: Passage, dual: int) -> Pair | None:
    """The two that are named behind the dual at *dual*."""
    first = dual + 1
    while first < len(sentence.words) and sentence.words[first].fold in _THEY:
        first += 1
    if first >= len(sentence.words) or sentence.gap(first).strip() not in _OPENS:
        return None
    for place in range(first + 1, min(len(sentence.words), first + _LONG)):
        if sentence.gap(place).strip() not in ("", "-"):
            return None
        if _joined(sentence.words[place].fold):
            start = place + (sentence.words[place].fold in _AND)
            end = start + 1
            while end < min(len(sentence.words), start + _LONG) and not sentence.gap(end).strip():
                end += 1
            return Pair(range(first, place), range(start, end))
    return None


def _joined(word: str) -> bool:
    """Whether «و» is "and" here, and no letter of the word."""
    return word in _AND or (word[0] == "و" and _joined_word(word))


def two_named(sentence: Passage, quantity: Quantity, source: Source, aligned: Alignment) -> bool:
    """Whether the two that are named behind the dual *quantity* are two of its noun there."""
    pair = pair_behind(sentence, quantity.first)
    if pair is None:
        return False
    if _years(sentence, pair, source.passage):
        return True
    if sentence.words[quantity.first].fold in _SIDES:
        return joined_there(pair, source.passage, aligned)
    nouns = [_noun_before(own, quantity.first, source.passage, aligned) for own in pair]
    return None not in nouns and nouns[0] != nouns[1]


def sides_named(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether «الطرفان» at *place* is no more than the two named behind it."""
    if sentence.words[place].fold not in _SIDES:
        return False
    pair = pair_behind(sentence, place)
    return pair is not None and joined_there(pair, source.passage, aligned)


def _years(sentence: Passage, pair: Pair, evidence: Passage) -> bool:
    """Whether two years of the evidence are named."""
    theirs = [q for q in evidence.quantities if year(q)]
    numbers = {q.first: q for q in sentence.quantities if year(q)}
    ours = [numbers.get(own.start) for own in pair]
    return all(q is not None and any(equal(q, other) for other in theirs) for q in ours)


def _noun_before(own: range, dual: int, evidence: Passage, aligned: Alignment) -> int | None:
    """Where the noun of the *dual* stands right before the name of *own* in the evidence."""
    heads = next((aligned.every[p] for p in own if aligned.every.get(p)), ())
    if len(heads) != 1:
        return None
    noun = {form for j in aligned.every.get(dual, ()) for form in _forms(evidence, j)}
    for j in range(heads[0] - 1, max(-1, heads[0] - 1 - _NEAR), -1):
        if set(evidence.gap(j + 1)) & set(",،.؛;:"):
            return None
        if j in aligned.every.get(dual, ()) and noun & _forms(evidence, j):
            return j
    return None


def unlike(sentence: Passage, quantity: Quantity, source: Source, aligned: Alignment) -> bool:
    """Whether one of the two named behind the dual *quantity* has another noun there.

    «الوزيران سامي دار وجاد عون» of "Minister Sami Dar and journalist Jad Aoun".
    """
    dual, evidence = quantity.first, source.passage
    nouns, pair = set(aligned.every.get(dual, ())), pair_behind(sentence, dual)
    if pair is None or not nouns or sentence.words[dual].fold in _SIDES:
        return False
    if any(_counted_two(j, evidence) or _several(j, evidence) for j in nouns):
        return False
    if not all(is_name(sentence, own.start, source, aligned, spelt=True) for own in pair):
        return False
    heads = [found[0] for own in pair if len(found := aligned.every.get(own.start, ())) == 1]
    told = aligned.told - nouns
    return any(
        _of_another(head, max([h for h in heads if h < head], default=-1), nouns, told, evidence)
        for head in heads
    )


def _several(noun: int, evidence: Passage) -> bool:
    """Whether a plural of English stands before both names: "Players Lin and captain Ray"."""
    return evidence.language == "en" and evidence.words[noun].fold.endswith("s")


def _counted_two(noun: int, evidence: Passage) -> bool:
    """Whether the evidence tells of two of the *noun*: "both players", "two researchers"."""
    if evidence.words[noun - 1 if noun else 0].fold in EITHER:
        return True
    return any(q.value == 2 and q.end == noun for q in evidence.quantities)


def _of_another(
    name: int, after: int, nouns: set[int], told: frozenset[int], evidence: Passage
) -> bool:
    """Whether a noun that is none of *nouns* stands right before *name*, or behind as a capital.

    The nouns between *after*, where the other name stands, and it are its own.
    """
    at = name - 1
    skipped = _THE | _OF | (_OF_COUNTRIES if evidence.keys[name] else frozenset())
    while at > after and evidence.words[at].fold in skipped and not evidence.gap(at + 1).strip():
        at -= 1
    own = nouns.intersection(range(max(after + 1, at + 1 - _NEAR), at + 1))
    if at > after and not own and at not in told and at not in evidence.counted:
        word = evidence.words[at].fold
        close = not evidence.gap(at + 1).strip() and word not in _AND | _SAME_KIND
        if close and says(evidence, at):
            return listed(word)
    behind = name + 1
    if evidence.language != "en" or behind >= len(evidence.words) or behind in told | nouns:
        return False
    capital = evidence.words[behind].text[:1].isupper() and not evidence.gap(behind).strip()
    return capital and listed(evidence.words[behind].fold)


#: Nouns that are of the kind of another one.
_SAME_KIND = folded("counterpart colleague עמיתו עמיתתה نظيره نظيرته نظيرها زميله زميلته زميلها")
_OF = frozenset("of at for from".split())
#: Words before the one by which a country is known: the United Arab Emirates.
_OF_COUNTRIES = frozenset("united arab saudi republic kingdom south north".split())


def _forms(evidence: Passage, place: int) -> set[str]:
    return set(without_particles(evidence.words[place].fold))


def joined_there(pair: Pair, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the evidence joins the two of *pair*, and no third with them."""
    if aligned.near.intersection((pair.one.start, pair.other.start)):
        return False
    runs = [run(own, aligned) for own in pair]
    if not runs[0] or not runs[1]:
        return False
    first, second = sorted(runs, key=lambda run: run.start)
    between = [evidence.words[p].fold for p in range(first.stop, second.start)]
    if _joins(evidence, second.start) and not between:
        between = [*_AND]
    plain = not any(evidence.gap(p).strip() for p in range(first.stop, second.start + 1))
    tied = plain and not _AND.isdisjoint(between) and set(between) <= _AND | _THE
    return tied and not _with_another(first.start, second.stop, evidence)


def run(own: range, aligned: Alignment) -> range:
    """The words of the evidence, side by side, that say what *own* begins with."""
    told = list(takewhile(lambda p: aligned.of(p), own))
    places = {j for p in told for j in aligned.of(p)}
    if not places:
        return range(0)
    start = end = min(aligned.of(told[0]))
    while start - 1 in places:
        start -= 1
    while end + 1 in places:
        end += 1
    return range(start, end + 1)


def _joins(evidence: Passage, place: int) -> bool:
    """Whether "and" is written onto the word at *place*."""
    word = evidence.words[place].fold
    return evidence.language != "en" and word[:1] in ("و", "ו") and _joined_word(word)


def _joined_word(word: str) -> bool:
    """Whether "and" may be written onto *word*: of a name that no lexicon has it may."""
    return not listed(word) or listed(word[1:])


_WITH = frozenset({"with", "alongside", "plus"}) | folded("مع עם")


def _with_another(first: int, end: int, evidence: Passage) -> bool:
    """Whether a third stands with two: before *first*, or from *end* on."""
    behind = evidence.words[end].fold if end < len(evidence.words) else ""
    if behind and (behind in _AND | _WITH or _joins(evidence, end)):
        return not evidence.ends(end)
    while first and evidence.words[first - 1].fold in _THE:
        first -= 1
    if not first or evidence.ends(first):
        return False
    apart = "," in evidence.gap(first) or "،" in evidence.gap(first)
    before = evidence.words[first - 1].fold
    return before in _AND or _joins(evidence, first) or (apart and first - 1 not in evidence.dated)
