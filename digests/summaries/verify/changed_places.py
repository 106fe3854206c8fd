"""Two names that have changed places: under a preposition, among their neighbours, or as who speaks
and who is spoken of.

The rule: of two names of a sentence, the one that stands under a preposition of place («في»، «إلى»،
«من») is under none in the evidence, where the other one always is; or each stands beside words that
the evidence has beside the other, and not beside itself. An adjective before a noun ("a Dublin
court"), an owner and a noun that the evidence has right before the preposition («محكمة دبلن») are
under it, too. Nor does one speak of the other where the evidence has it the other way round ("Biden
said Musk had bought it").

Where a town lies may stand behind «في» for a comma ("Lorn, Illinois").

What it may get wrong: a name told twice in the evidence, once without its preposition, is not
judged by it; of neighbours only those are compared that a mark does not part from the name. The
escape hatch is to keep each name beside its words.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from digests.language.currencies import currency
from digests.language.given_names import given_name
from digests.language.lexicon import as_it_stands, listed
from digests.language.lists import folded
from digests.language.transliteration import same_name
from digests.summaries.verify.actors import actor, mark_before, title
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.class_nouns import CLASS_NOUNS
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Prepositions of place in the three languages, by what they say, and the Hebrew ones that are
#: written onto the name.
_PLACED = {
    word: kind
    for kind, words in {
        "in": "في in at inside on across near",
        "to": "إلى to into toward towards",
        "from": "من from",
    }.items()
    for word in folded(words)
}
_ONTO = {"he": {"ב": "in", "ל": "to", "מ": "from"}}
#: Words between a preposition and its name, at most; and between a noun and its preposition.
_UNDER, _NOUN = 2, 3
#: Words of a sentence, and of its evidence, within which a word is a name's neighbour.
_BESIDE, _THERE = 3, 4
#: By how much the other name's neighbours must be nearer, both together.
_NEARER = 0.3
#: Other prepositions, under which what was in a place may be told.
_UNDER_ANOTHER = folded("على عن ضد مع لدى نحو باتجاه قرب عبر شمال جنوب شرق غرب شمالي جنوبي")
_HAS = folded("אין יש היה היתה הייתה היו יהיה תהיה יהיו")
#: Words of a title between a person and what it is of, at most.
_CHAIN = 3
_OF_IT = ("ها", "هم", "هما")
_ARTICLES = folded("the a an its their his her")
_ANDS = folded("and or ו و أو ولا")


class _Named(NamedTuple):
    """A name of the sentence: its words there, and its places in the evidence."""

    run: list[int]
    there: frozenset[int]

    @property
    def first(self) -> int:
        return self.run[0]


def changed_places(sentence: Passage, source: Source, aligned: Alignment) -> tuple[int, int] | None:
    """Two names of *sentence* that stand in each other's place, by the first word of each."""
    evidence = source.passage
    names = [
        _Named(run, _places(run, evidence, aligned)) for run in _runs(sentence, evidence, aligned)
    ]
    for one, other in combinations(names, 2):
        if one.there & other.there or _together(sentence, one.run, other.run):
            continue
        if (
            _governed(sentence, evidence, aligned, one, other)
            or _governed(sentence, evidence, aligned, other, one)
            or _neighbours_exchanged(sentence, evidence, aligned, one, other)
            or _speak_for_each_other(sentence, evidence, one, other)
        ):
            return one.first, other.first
    return None


def _runs(sentence: Passage, evidence: Passage, aligned: Alignment) -> list[list[int]]:
    """The names of *sentence* that are names of the evidence, words of one side by side."""
    saying = {frame.at for frame in sentence.frames}
    runs: list[list[int]] = []
    for place in sentence.content:
        support = aligned.every.get(place, ())
        if place in saying or place in aligned.near or not support:
            continue
        last = runs[-1][-1] if runs else -2
        beside = place == last + 1 and not sentence.gap(place).strip()
        word, before = sentence.words[place].fold, sentence.words[place - 1].fold
        if beside and given_name(before) and not title(sentence, place):
            runs[-1].append(place)  # a surname, which may be a word: «حسني مبارك»
            continue
        if not any(_name(evidence, j) for j in support):
            continue
        if not _named(sentence, place, evidence, support):
            continue
        if beside and not (given_name(word) and before.startswith("ال")):
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _name(text: Passage, place: int) -> bool:
    word = text.words[place]
    if place in text.dated or place in text.counted:
        return False
    if text.keys[place] or given_name(word.fold) or currency(word.fold):
        return True
    if listed(word.fold):
        return False
    return text.language != "en" or word.text[:1].isupper()


def _named(sentence: Passage, place: int, evidence: Passage, support: tuple[int, ...]) -> bool:
    """Whether a name stands at *place*, or a word that is one of the evidence by its sound."""
    word = sentence.words[place].fold
    spelt = (same_name(word, evidence.words[j].fold, surely=True) for j in support)
    if evidence.language != sentence.language and any(spelt):
        return True
    if not all(_name(evidence, j) for j in support):
        return False
    return _name(sentence, place) or not any(listed(evidence.words[j].fold) for j in support)


def _places(run: list[int], evidence: Passage, aligned: Alignment) -> frozenset[int]:
    named = frozenset(j for p in run for j in aligned.every[p] if _name(evidence, j))
    behind = (j for p in run for j in aligned.every[p] if {j - 1, j + 1} & named)
    return named.union(behind)


def _together(sentence: Passage, one: list[int], other: list[int]) -> bool:
    """Whether two names are parts of a list, or the second is of the title behind the first: «سامر
    نصار رئيس بلدية باريس», who may stand behind his title, too."""
    between = range(one[-1] + 1, other[0])
    first = sentence.words[other[0]].fold
    if all(sentence.words[p].fold in _ANDS for p in between):
        return True
    if first[0] == "و" and not as_it_stands(first) and len(between) <= 1:
        return True
    chain = {sentence.words[p].fold for p in between}
    if len(between) > _CHAIN or not chain.isdisjoint(CLASS_NOUNS | _PLACED.keys()):
        return False
    behind = between[0]
    return not mark_before(sentence, behind) and title(sentence, behind)


def _governed(
    sentence: Passage, evidence: Passage, aligned: Alignment, one: _Named, other: _Named
) -> bool:
    """Whether *one* stands under a preposition of place under which the evidence has *other*."""
    kind = _preposition(sentence, one.first)
    if kind is None or _preposition(sentence, other.first) == kind:
        return False
    if _of_a_town(sentence, evidence, aligned, one):
        return False
    noun = other.first - 1
    if noun >= 0 and sentence.words[noun].fold in _UNDER_ANOTHER:
        return False  # «غارات على رفح»
    if not all(_is_under(evidence, j, kind) for j in _firsts(other.there)):
        return False
    if any(_preposition(evidence, j) or _of_a_noun(evidence, j) for j in one.there):
        return False
    if noun < 0 or mark_before(sentence, other.first) or sentence.words[noun].fold in CLASS_NOUNS:
        return True
    return not any(0 < j - k <= _NOUN for k in aligned.every.get(noun, ()) for j in other.there)


def _of_a_town(sentence: Passage, evidence: Passage, aligned: Alignment, land: _Named) -> bool:
    """Whether *land* is where the town before it lies, told behind a comma: "Lorn, Illinois" for
    «لورن في إلينوي»."""
    town = land.first - 2
    if town < 0 or sentence.gap(land.first).strip() or sentence.gap(land.first - 1).strip():
        return False
    return any(
        j - 1 in aligned.every.get(town, ())
        and evidence.gap(j).strip() == ","
        and evidence.words[j - 1].text[:1].isupper()
        for j in _firsts(land.there)
    )


def _is_under(evidence: Passage, place: int, kind: str) -> bool:
    """Whether the name at *place* stands under a preposition of *kind*, or before what is there: a
    Dublin court."""
    if _preposition(evidence, place) == kind:
        return True
    return kind == "in" and evidence.language == "en" and _of_a_noun(evidence, place)


def _firsts(places: frozenset[int]) -> list[int]:
    """The first places of runs of neighbours among *places*."""
    return [j for j in sorted(places) if j - 1 not in places]


def _preposition(text: Passage, name: int) -> str | None:
    """The preposition of place that the name from *name* on stands under."""
    word = text.words[name].fold
    onto = _ONTO.get(text.language, {}).get(word[0])
    if onto is not None and len(word) > _UNDER and not given_name(word):
        behind = text.words[name + 1].fold if name + 1 < len(text.words) else ""
        return None if behind in _HAS else onto  # «לברית אין תוכניות»: it has none
    for place in range(name - 1, max(-1, name - 1 - _UNDER), -1):
        if mark_before(text, place + 1):
            return None
        before = text.words[place].fold
        if before in _PLACED:
            return _PLACED[before]
        if before not in _ARTICLES and not text.words[place].text[:1].isupper():
            return None
    return None


def _of_a_noun(text: Passage, place: int) -> bool:
    """Whether the name at *place* is an owner, or an adjective before a noun: a Dublin court."""
    word = text.words[place]
    before = text.words[place - 1].fold if place else ""
    if text.language == "ar":
        return before in _PLACED or word.fold.startswith(("ال", "ب", "ل"))
    if text.language == "he":
        return True
    if before in _OF:
        return True  # "the health ministry of Gaza"
    if word.text.endswith(("'s", "’s", "s'", "s’")) or place + 1 >= len(text.words):
        return word.text.endswith(("'s", "’s"))
    behind = text.words[place + 1]
    if text.gap(place + 1) == "-" and behind.text[:1].islower():
        return True  # Stockholm-based
    plain = text.gap(place + 1).strip() == "" and behind.text[:1].islower()
    return plain and behind.fold not in _VERBS and not behind.fold.endswith(("ed", "ing"))


_OF = folded("of for")
#: Verbs and small words that may follow a name; a regular past is known by its ending.
_VERBS = folded(
    "is was are were be been has have had will would could may might can must should did does do "
    "said says told paid sold bought won lost cut made took gave got saw set hit put left met led "
    "held went came ran rose fell sent built wrote chose spent in at to from of for with by and or "
    "on as that who which it its not never"
)


def _speak_for_each_other(sentence: Passage, evidence: Passage, one: _Named, other: _Named) -> bool:
    """Whether *one* is of who speaks, and *other* of what is said, the other way round in the
    evidence: "Biden said Musk had bought it"."""
    spoke = any(
        f.opened and one.first in f.speaker and other.first in f.claim for f in sentence.frames
    )
    if not spoke or _preposition(sentence, one.first) is not None:
        return False
    speaking = {j for f in evidence.frames for j in f.speaker}
    told = [f for f in evidence.frames if one.there <= set(f.claim) - set(f.speaker)]
    unheard = bool(told) and one.there.isdisjoint(speaking)
    return unheard and all(other.there <= {*f.speaker} for f in told)


def _neighbours_exchanged(
    sentence: Passage, evidence: Passage, aligned: Alignment, one: _Named, other: _Named
) -> bool:
    """Whether each name stands beside what the evidence has beside the other."""
    for name in (one, other):
        kind = _preposition(sentence, name.first)
        there = _firsts(name.there)
        if kind is not None and any(_preposition(evidence, j) == kind for j in there):
            return False  # «وصل من تركيا إلى بيروت», "arrived in Beirut from Turkey"
    between = (one.run[-1] + 1, other.first - 1)
    if any(sentence.words[p].fold.endswith(_OF_IT) for p in between):
        return False  # «شركة أبل اتهمها الاتحاد»
    skipped = frozenset(one.run) | frozenset(other.run)
    kept = turned = 0.0
    for name, another in ((one, other), (other, one)):
        beside = away = 0.0
        for place, far in _neighbours(sentence, aligned, name.run, skipped):
            office = actor(sentence, place) or title(sentence, place)
            beside += _nearness(evidence, aligned.every[place], name.there, across=office) / far
            away += _nearness(evidence, aligned.every[place], another.there, across=office) / far
        if away <= beside:
            return False
        kept, turned = kept + beside, turned + away
    return turned > kept + _NEARER


def _neighbours(
    sentence: Passage, aligned: Alignment, run: list[int], skipped: frozenset[int]
) -> list[tuple[int, int]]:
    """The words beside a name that no mark parts from it, with how far away they stand."""
    found = []
    for step, start in ((-1, run[0]), (1, run[-1])):
        for far in range(1, _BESIDE + 1):
            place = start + step * far
            if not 0 <= place < len(sentence.words) or mark_before(
                sentence, max(place, place - step)
            ):
                break
            if place in skipped or place not in sentence.telling or place not in aligned.every:
                continue
            found.append((place, far))
    return found


def _nearness(
    evidence: Passage, places: tuple[int, ...], name: frozenset[int], *, across: bool
) -> float:
    """1 for a word right beside *name*, 1/2 for the next but one; 0 when it is far away, or when a
    mark is between, unless *across* lets a title stand behind a comma."""
    found = [
        abs(j - k)
        for j in places
        for k in name
        if j != k and sentence_around(evidence, j) == sentence_around(evidence, k)
        if across or not any(mark_before(evidence, p) for p in range(min(j, k) + 1, max(j, k) + 1))
    ]
    nearest = min(found, default=_THERE + 1)
    return 1 / nearest if nearest <= _THERE else 0.0
