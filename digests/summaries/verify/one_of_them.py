"""One of several is not told of them all: «أغلقت مدارس الحي» for "one of the schools".

The rule: where the evidence has "one of" before a noun, and that noun nowhere else, the sentence
tells the noun in the singular, behind a word for one, or behind a «من» by which somebody is one of
them («أمازون من الشركات التي»). In Arabic the noun of the evidence is the plural; from other
languages a word counts as one when it has the ending or the pattern of a plural.

What it may get wrong: a broken plural of a rare pattern passes. The escape hatch is `_BROKEN`.
"""

from __future__ import annotations

import re

from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands, meanings
from digests.language.lists import folded
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment, alike
from digests.summaries.verify.government import definite
from digests.summaries.verify.naming import proper_name
from digests.summaries.verify.neighbours import tells
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_ONE = folded("أحد إحدى واحد واحدة واحدا one אחד אחת מאחד מאחת לאחד לאחת")
_OWN_ONE = _ONE | folded("أحدهم إحداها أحدها إحداهن أحدهما إحداهما بعض عدد")
_OF = folded("of من")
_PASSED_OVER = frozenset(
    "the a an its his her their country's company's city's government's world's".split()
)
#: Words from "one" to its noun, and from a word for one to that of the sentence, at most.
_NEAR, _BEFORE = 4, 3
_ENDS = ("ات", "ون", "ين", "اتها", "اته", "اتهم")
_EACH = folded("each every any כל")
_FROM, _BETWEEN, _CLAIMS = "من", "بين", folded("إن أن بأن")
_BEING = folded("تعد يعد تعتبر يعتبر كانت كان هي هو وهي وهو إنها إنه أنها أنه بأنها بأنه وتعد ويعد")
_CONSTRUCT, _LONG = "و", 5
#: Broken plurals and what makes their singular: مدارس, مصابيح, شوارع, أحزاب, أرصفة.
_BROKEN = (
    (re.compile("(م.)ا(..)"), ("{0}{1}", "{0}{1}ه")),
    (re.compile("(..)ا(.)ي(.)"), ("{0}{1}و{2}", "{0}{1}ا{2}", "{0}{1}ي{2}")),
    (re.compile("(.)وا(..)"), ("{0}ا{1}", "{0}ا{1}ه")),
    (re.compile("ا(..)ا(.)"), ("{0}{1}", "{0}ي{1}")),
    (re.compile("ا(..)(.)ه"), ("{0}ا{1}", "{0}ي{1}")),
)


def all_for_one(sentence: Passage, source: Source, aligned: Alignment) -> int | None:
    """A noun of *sentence* in the plural of which the evidence tells one alone."""
    evidence = source.passage
    for one in _nouns_behind_one(evidence):
        others = [p for p, w in enumerate(evidence.words) if w.fold == evidence.words[one].fold]
        if len(others) > 1 or one not in source.inside:
            continue
        for place in sentence.content:
            if one not in aligned.of(place) or not _several(sentence, place, evidence, one):
                continue
            before = sentence.words[max(0, place - _BEFORE) : place]
            own = (form for word in before for form in without_particles(word.fold))
            counted = any(place - _BEFORE < q.end <= place for q in sentence.numbers)
            if _OWN_ONE.isdisjoint(own) and not counted and not _among(sentence, place):
                return place
    return None


def _among(sentence: Passage, place: int) -> bool:
    """Whether the noun at *place* says among whom one is: «وهي من بين الشركات», «أمازون من»."""
    of = place - 1
    if of > 0 and sentence.words[of].fold == _BETWEEN:
        of -= 1
    if of < 1 or sentence.words[of].fold != _FROM:
        return False
    first = of
    while first > 0 and not mark_before(sentence, first):
        first -= 1
    before = [p for p in range(first, of) if sentence.words[p].fold not in _CLAIMS]
    if not before:
        return False
    if sentence.words[before[-1]].fold in _BEING or sentence.words[before[0]].fold in _BEING:
        return True
    return all(definite(sentence, p) or proper_name(sentence, p) for p in before)


def _nouns_behind_one(evidence: Passage) -> list[int]:
    """Places of the nouns of several, of which the evidence tells one: "one of the schools"."""
    found = []
    for at, word in enumerate(evidence.words[:-1]):
        forms = {word.fold, *without_particles(word.fold)}
        if _ONE.isdisjoint(forms) or at in evidence.dated or word.fold.startswith("ال"):
            continue
        if at and evidence.words[at - 1].fold in _EACH:
            continue
        after = evidence.words[at + 1].fold
        construct = evidence.language == "ar" and word.fold.endswith(("احد", "احدي"))
        attached = evidence.language == "he" and after[:1] == "מ"
        if not (construct or attached or after in _OF):
            continue
        for place in range(at + 1, min(len(evidence.words), at + 1 + _NEAR)):
            if evidence.gap(place).strip():
                break
            plain = evidence.words[place].fold
            passed = plain in _OF | _PASSED_OVER or evidence.words[place].text.endswith("'s")
            if tells(evidence, place) and not passed:
                found.append(place)
                break
    return found


def _several(sentence: Passage, place: int, evidence: Passage, there: int) -> bool:
    """Whether the noun at *place* is told of several."""
    word = sentence.words[place].fold
    if evidence.language == sentence.language:
        same = set(without_particles(word)) & set(without_particles(evidence.words[there].fold))
        return bool(same) or (alike(word, evidence.words[there].fold) and word.endswith(_ENDS))
    bare = word.removeprefix("ال")
    if bare.endswith(_ENDS):
        return True
    if bare.endswith(_CONSTRUCT) and len(bare) >= _LONG:
        return True
    return any(_broken(form) for form in without_particles(word))


def _broken(word: str) -> bool:
    """Whether *word* is a broken plural: one whose singular is listed with a meaning of its own."""
    for pattern, singulars in _BROKEN:
        if (match := pattern.fullmatch(word)) is None:
            continue
        found = (one.format(*match.groups()) for one in singulars)
        if any(as_it_stands(one) and meanings(word) & meanings(one) for one in found):
            return True
    return False
