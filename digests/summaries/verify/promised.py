"""What is or was done, told as what will be: «ستبيع», "sold".

The rule: an Arabic verb with the letter of the future, or behind «سوف» and «لن», does not rest on
words that the evidence tells in the past alone, or denies in it, nor on what would have been
there ("would have resigned", «كان سيستقيل»), unless it says so.

What it may get wrong: an English verb that is written like its past. The escape hatch is the
tables.
"""

from __future__ import annotations

from itertools import pairwise

from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.strength import Hedge
from digests.summaries.verify.ahead import FUTURE, ahead, future
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.conditions import HAD_IT
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.pasts import in_the_past
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source


def promised(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """What the evidence has as done, or as not done yet, told as what will be or never be."""
    evidence = source.passage
    coming = ahead(evidence) | {
        p for h in evidence.hedges if h.hedge in _OPEN for p in range(h.end, h.stop)
    }
    for place in sentence.content:
        before = sentence.words[place - 1].fold if place else ""
        if before not in FUTURE["ar"] and not future(sentence, place):
            continue
        support = {j for j in aligned.of(place) if evidence.words[j].fold not in SMALL}
        unreal = support and all(_never_was(evidence, j) for j in support)
        if unreal and not _told_as_unreal(sentence, place):
            return Refusal(
                Code.STRENGTH, f"«{sentence.words[place].text}»: in the evidence this never was"
            )
        if (
            support
            and not coming.intersection(aligned.every[place])
            and all(_past(evidence, j) for j in support)
        ):
            return Refusal(
                Code.STRENGTH,
                f"«{sentence.words[place].text}»: the evidence says nothing of the future here",
            )
    return None


def _never_was(evidence: Passage, place: int) -> bool:
    """Whether the evidence tells at *place* what would have been: «كان سيستقيل», too."""
    before = [word.fold for word in evidence.words[max(0, place - _BEFORE) : place]]
    if evidence.language == "en":
        return any(pair in _WOULD_HAVE for pair in pairwise(before))
    return evidence.language == "ar" and future(evidence, place) and not _WAS.isdisjoint(before)


def _told_as_unreal(sentence: Passage, place: int) -> bool:
    words = {word.fold for word in sentence.words[max(0, place - 2 * _BEFORE) : place]}
    return not words.isdisjoint(_WAS) or any(w.fold in HAD_IT["ar"] for w in sentence.words)


#: Words before a verb among which stands what makes it unreal.
_BEFORE = 4
_WOULD_HAVE = frozenset({("would", "have"), ("could", "have"), ("might", "have")})
_WAS = folded("كان كانت كانوا وكان وكانت لكان لكانت")
_OPEN = frozenset(
    {Hedge.INTENDED, Hedge.EXPECTED, Hedge.POSSIBLE, Hedge.CONDITIONAL, Hedge.UNLIKELY, Hedge.ASKED}
)


def _past(evidence: Passage, place: int) -> bool:
    """Whether a verb in the past stands at *place* of the evidence, or one that is denied in it."""
    words = [word.fold for word in evidence.words[max(0, place - 4) : place]]
    if evidence.language == "ar":
        as_past = in_the_past(evidence, place, evidence.meanings[place])
        noun = evidence.words[place].fold.startswith(ARTICLES) or evidence.keys[place]
        return bool({"لم", "ولم", "فلم"} & set(words[-1:])) or (as_past and not noun)
    if evidence.language == "he":
        word = evidence.words[place].fold
        as_past = word[0] not in _NO_PAST and not word.endswith(("ימ", "ות", "ת"))
        return as_past and as_it_stands(word) and place + 1 < len(evidence.words)
    if evidence.language == "en":
        done = {"had", "has", "have", "was", "were", "did", "didn't", "hasn't", "haven't", "hadn't"}
        clause = words[max((n + 1 for n, word in enumerate(words) if word in _JOINS), default=0) :]
        if "to" in clause:
            return False
        after = evidence.words[place + 1].fold if place + 1 < len(evidence.words) else ""
        verb = evidence.words[place].fold
        as_past = verb.endswith("ed") or verb in _IRREGULAR
        plain = as_past and (after in _DID or after[:1].isdigit() or place + 1 in evidence.counted)
        return bool(done & set(clause)) or (plain and not _NOT_YET.intersection(words))
    return False


#: English pasts without an "ed", and how an Arabic noun with its article begins.
_IRREGULAR = frozenset(
    "sold paid met won left sent held made took gave built bought spent lost began wrote found got "
    "broke led brought sought fell rose grew drew threw ran came went fought taught caught".split()
)
ARTICLES = ("ال", "وال", "لل", "بال")
#: First letters of Hebrew words that are no past, as they stand, or seldom.
_NO_PAST = "יתאנלמהבכו"
_JOINS = frozenset("and but that which who when while".split())
_NOT_YET = frozenset("be been being is are if when once after until unless".split())
_DID = frozenset("the a an his her its their".split())
#: Words that carry nothing that lies ahead or is possible.
SMALL = frozenset(
    "a an the to be been of in on at by for that it its his her their have has is was were "
    "את של כי על".split()
) | folded("أن إلى في من على عن ما لا يكون تكون")


def behind_small(text: Passage, start: int) -> list[int]:
    """The first word from *start* on that is no small one, if it stands close enough."""
    further = range(start, min(len(text.words), start + _FURTHER))
    return [place for place in further if text.words[place].fold not in SMALL][:1]


#: Words among which it stands: "may have contributed to the fall".
_FURTHER = 4
