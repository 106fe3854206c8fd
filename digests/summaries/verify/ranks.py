"""Ranks: the second largest, and one of the largest, are not the largest.

The rule: where the sentence has what the evidence ranks (the second largest, the third term), it
has the rank; and where it has a superlative that the evidence says of several (one of the largest,
«من أكبر», אחד הבנקים הגדולים), it says so too.

What it may get wrong: a superlative that is not listed is not looked at. The escape hatch is
`_SUPERLATIVES`.
"""

from __future__ import annotations

import re
from fractions import Fraction

from digests.language.arabic import TANWIN
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.quantities import Kind
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Words with which a superlative is said of several, and between them and it how many others.
_OF_SEVERAL = folded("أحد إحدى واحد واحدة من بين ضمن كأحد كإحدى one among אחד אחת מבין")
_WITHIN = 3
_ROMAN = re.compile("[IVXLC]+")
_SUPERLATIVES = folded(
    "أكبر أهم أبرز أقدم أقوى أعلى أشهر أغنى أصغر أقل أكثر أضخم أطول أسرع أفضل أسوأ أخطر أوسع أدنى "
    "أحدث أول آخر أقرب أبعد أرفع أعرق كبرى"
)


def ranks(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """«The largest» where the evidence has the second largest, or one of the largest."""
    return _rank(sentence, source, aligned) or _the_only_one(sentence, source, aligned)


def _rank(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    evidence = source.passage
    kept = {
        j
        for p in sentence.content
        for j in aligned.every.get(p, ())
        if not _ranked_otherwise(sentence, p, evidence, j, aligned.every[p])
    }
    for rank in evidence.quantities:
        if rank.kind is not Kind.ORDINAL or rank.first in evidence.dated:
            continue
        if _ROMAN.fullmatch(evidence.words[rank.first].text):
            continue  # Leo XIV may be told without his number
        ranked = [rank.end] if evidence.language == "en" else [rank.end, rank.first - 1]
        if evidence.words[rank.first].text.endswith((TANWIN, f"{TANWIN}ا")):
            ranked = [rank.first - 1]  # «حلّ ثانيًا بنسبة …»
        if not any(p in kept and p in source.inside for p in ranked):
            continue
        if _one_more(evidence, rank.first) and _told_as_two(
            sentence, rank.first, evidence, aligned
        ):
            continue
        if not any(q.value == rank.value for q in sentence.quantities):
            shown = evidence.words[rank.first].text
            return Refusal(Code.NUMBER, f"the evidence says «{shown}» of this; keep it")
    return None


def _one_more(evidence: Passage, place: int) -> bool:
    """Whether a second one of what was told stands at *place*: «مذكرة عام 2009 وثانية عام 2010»."""
    return evidence.words[place].fold in _A_SECOND


_A_SECOND = folded("وثان وثانيا وثانية وثاني ושני ושנייה")


def _told_as_two(sentence: Passage, second: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether *sentence* tells in the dual what stands before the *second* one of it."""
    for place in sentence.telling:
        word = sentence.words[place].fold
        for j in aligned.of(place):
            one = evidence.words[j].fold
            stem = one[:-1] if one.endswith("ه") else one
            near = j < second and not any(evidence.ends(p) for p in range(j + 1, second + 1))
            if near and any(word.endswith(stem + end) for end in _TWO):
                return True
    return False


#: Endings of a dual behind its stem.
_TWO = ("ين", "ان", "تين", "تان", "تي", "تا")


def _ranked_otherwise(
    sentence: Passage, place: int, evidence: Passage, there: int, others: tuple[int, ...]
) -> bool:
    """Whether the noun at *place* has a rank that the evidence gives to another such noun.

    «الربع الثاني», where the evidence tells of the second quarter and of the fourth: השני is read
    as two, and stands behind its noun.
    """
    own, theirs = _ranks_of(sentence, place), _ranks_of(evidence, there)
    if not own or not theirs or own & theirs:
        return False
    told = {q.value for q in evidence.quantities for j in others if q.first == j + 1}
    return bool(own & told.union(*(_ranks_of(evidence, j) for j in others)))


def _ranks_of(text: Passage, place: int) -> set[Fraction]:
    return {
        q.value
        for q in text.quantities
        if q.kind is Kind.ORDINAL and (q.end == place or q.first == place + 1)
    }


def _the_only_one(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    evidence = source.passage
    for place in sentence.content:
        if not _superlative(sentence.words[place].fold) or _of_several(sentence, place):
            continue
        support = aligned.every.get(place, ())
        if support and all(_highest(evidence, j) and _of_several(evidence, j) for j in support):
            shown = sentence.words[place].text
            return Refusal(Code.NUMBER, f"«{shown}»: the evidence says this of several")
    return None


def _superlative(word: str) -> bool:
    return not _SUPERLATIVES.isdisjoint(without_particles(word))


def _highest(evidence: Passage, place: int) -> bool:
    word = evidence.words[place].fold
    if evidence.language == "en":
        before = evidence.words[place - 1].fold if place else ""
        return word.endswith("est") or word in ("most", "top") or before == "most"
    return evidence.language == "he" or _superlative(word)


def _of_several(text: Passage, place: int) -> bool:
    """Whether the superlative at *place* is said of several things."""
    before = [text.words[p].fold for p in range(max(0, place - _WITHIN), place)]
    if text.language == "ar":
        return bool(_OF_SEVERAL & set(before[-1:]))
    if text.language == "he" and text.words[place].fold.startswith("מה"):
        return True
    return bool(_OF_SEVERAL & set(before))
