"""Wholes: the number of all is not told where the evidence has a part of them.

The rule: where the evidence has "two of nine members", a sentence that has nine and not two is
refused, unless «من أصل» before it says that a part is told. Where it has "86 complaints, nine of
them urgent", a sentence that has 86 and not nine does not say «عاجلة», unless «بينها» or «بعضها»
says that some are.

What it may get wrong: a dual that is not read as one stands for the two. The escape hatch is
`digests.language.number_words`.
"""

from __future__ import annotations

from itertools import pairwise

from digests.language.kin import without_particles
from digests.language.lexicon import only_proper
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.exchanged import year
from digests.summaries.verify.gaps import says
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source


def whole_for_part(sentence: Passage, source: Source) -> Quantity | None:
    """«Nine members voted» where the evidence has two of the nine."""
    evidence = source.passage
    ours = {q.value: q for q in sentence.numbers}
    for part, whole in pairwise(evidence.numbers):
        between = [w.fold for w in evidence.words[part.end : whole.first]]
        if part.kind in (Kind.ORDINAL, Kind.FRACTION) and year(whole):
            continue  # the first quarter of 2026
        if part.kind is whole.kind is Kind.COUNT and part.value > whole.value:
            continue  # «إلى ثمانية مليارات من ثلاثة»
        tied = bool(OF.intersection(between[:_OF_AT])) or of_the_whole(evidence, part, whole)
        if len(between) > _OF_WITHIN or not tied:
            continue
        if between and between[-1] in _WHOM:
            continue  # the whole comes first: "of whom 3,000"
        if whole.value in ours and _the_whole(sentence, ours[whole.value]):
            continue
        if part.value == 2 and _dual_like(sentence):
            continue
        if part.value == 1 and any(word.fold in _ONE_OF for word in sentence.words):
            continue  # «أحد المباني الأربعة»
        if whole.value in ours and part.value not in ours and part.value != whole.value:
            return ours[whole.value]
    return None


_ONE_OF = folded("أحد إحدى أحدها إحداها أحدهم إحداهن واحد واحدة")


def all_for_some(sentence: Passage, source: Source, aligned: Alignment) -> Quantity | None:
    """«86 urgent complaints» where the evidence has nine of them that are urgent."""
    evidence = source.passage
    values = {q.value for q in sentence.quantities}
    told = {j for p in sentence.content for j in aligned.of(p)}
    if any(not _SOME.isdisjoint(without_particles(word.fold)) for word in sentence.words):
        return None
    for whole, part in pairwise(evidence.numbers):
        ours = next((q for q in sentence.numbers if q.value == whole.value), None)
        if ours is None or part.value in values or part.value > whole.value:
            continue
        if any(mark in evidence.gap(p) for p in range(whole.end, part.first + 1) for mark in ".;؛"):
            continue
        if _of_them(evidence, part) and told & _said_of(evidence, whole, part):
            return ours
    return None


def _of_them(evidence: Passage, part: Quantity) -> bool:
    """Whether "of them" stands right behind *part*: "nine of which", «تسع منها»."""
    behind = [w.fold for w in evidence.words[part.end : part.end + 2]]
    return bool(behind) and (behind[0] in _THEM or (behind[0] == "of" and behind[-1] in _WHOM))


def _said_of(evidence: Passage, whole: Quantity, part: Quantity) -> set[int]:
    """What is said of *part* alone: the words behind it up to a mark, and its verb before it."""
    end = part.end + 1
    while end < len(evidence.words) and not set(evidence.gap(end)) & _MARKS:
        end += 1
    first = part.first
    while first > whole.end and not set(evidence.gap(first)) & _MARKS:
        first -= 1
    said = range(first, end) if set(evidence.gap(first)) & _MARKS else range(part.first, end)
    return {p for p in said if says(evidence, p) and p not in evidence.counted}


_MARKS = frozenset(".,;:!?،؛؟")
_THEM = folded("منها منهم منهن מהם מהן מתוכם מתוכן")
_SOME = folded(
    "بعض بعضها بعضهم بعضهن بينها بينهم بينهن منها منهم عدد قسم جزء أحد أحدها "
    "أحدهم إحدى إحداها إحداهن واحد واحدة"
)


def of_the_whole(evidence: Passage, part: Quantity, whole: Quantity) -> bool:
    """Whether "of" is written onto a number right behind its part: שמונה מתשעת הפעוטות."""
    glued = evidence.words[whole.first].fold[0] == "מ"
    return evidence.language == "he" and glued and part.end == whole.first


def out_of(sentence: Passage, share: Quantity, evidence: Passage) -> list[Quantity]:
    """The whole of "four out of five" in *evidence*, for «أربع من كل خمس»."""
    spelt = {word.fold for word in sentence.words[share.first : share.end]}
    if share.kind is not Kind.FRACTION or _EACH.isdisjoint(spelt):
        return []
    return [
        whole
        for part, whole in pairwise(evidence.numbers)
        if [w.fold for w in evidence.words[part.end : whole.first]] == ["out", "of"]
        and part.value < whole.value
        and part.value / whole.value == share.value
    ]


_EACH = folded("كل")


def _dual_like(sentence: Passage) -> bool:
    """Whether a word that is no date, number or name may be a dual that is not read as one."""
    apart = sentence.dated | sentence.counted
    return any(
        word.fold.endswith(("ان", "ين"))
        and place not in apart
        and not (sentence.keys[place] or only_proper(sentence.meanings[place]))
        and not (place and place - 1 in sentence.counted)
        for place, word in enumerate(sentence.words)
    )


#: Words between a part and its whole, and those of them up to "of", at most.
_OF_WITHIN, _OF_AT = 3, 2
_WHOM = frozenset("whom which them".split())
OF = frozenset({"of", "out", fold("מתוך"), fold("من")})


def _the_whole(sentence: Passage, quantity: Quantity) -> bool:
    """Whether «من أصل» before *quantity* says that a part of it is told."""
    return quantity.first > 0 and sentence.words[quantity.first - 1].fold in _AMONG


_AMONG = folded("أصل بين")
