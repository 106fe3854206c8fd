"""Conditions: what the evidence says only if something is so is not told without it.

The rule: what lies ahead, or is possible, in a sentence of the evidence with a condition needs a
condition in the sentence. A condition may be told by the subject of what is possible: «استمرار
الجفاف قد يجبر الأسر على النزوح» for "families may have to leave if the drought goes on". What is so
unless something happens is not so if it does.

What it may get wrong: a condition that belongs to another part of a long sentence of the evidence.
The escape hatch is to cite a shorter passage.
"""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise

from digests.language.hedge_words import Hedge
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.strength import Reach
from digests.summaries.verify.ahead import ahead
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Words of a condition behind its "if" among which stands its verb, at most.
_CONDITION = 6
#: Words between a subject and its «قد», and behind the verb of «قد» where its subject stands.
_SUBJECT, _BEHIND = 9, 3
_THAT = folded("إن أن بأن")


def unconditional(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """What the evidence says only under a condition, told without it."""
    evidence = source.passage
    if any(h.hedge in (Hedge.CONDITIONAL, Hedge.ASKED) for h in sentence.hedges):
        return None
    words = [word.fold for word in sentence.words]
    if any(pair in _WHETHER for pair in pairwise(words)) or not HAD_IT["ar"].isdisjoint(words):
        return None
    coming = ahead(evidence) | {
        p
        for h in evidence.hedges
        if h.hedge in (Hedge.POSSIBLE, Hedge.EXPECTED, Hedge.INTENDED)
        for p in range(h.end, h.stop)
    }
    kept = {j for p in sentence.content for j in aligned.of(p)}
    for hedge in evidence.hedges:
        if hedge.hedge is not Hedge.CONDITIONAL or as_subject(sentence, evidence, hedge, aligned):
            continue
        first, end = sentence_around(evidence, hedge.at)
        stands = kept & set(range(first, end))
        aside = _aside(evidence, hedge) and len(stands) >= _TOLD
        if aside or stands & coming:
            shown = evidence.words[hedge.at].text
            return Refusal(Code.STRENGTH, f"the evidence says this on a condition («{shown} …»)")
    if (had_it := _never_was(evidence, kept)) is not None:
        shown = evidence.words[had_it].text
        return Refusal(Code.STRENGTH, f"the evidence says this on a condition («{shown} …»)")
    return None


def _aside(evidence: Passage, condition: Reach) -> bool:
    """Whether *condition* stands between commas: "the matter, if true, is grave"."""
    behind = range(condition.end + 1, min(len(evidence.words), condition.end + _ASIDE))
    before = "," in evidence.gap(condition.at) or "،" in evidence.gap(condition.at)
    return before and any({",", "،"} & set(evidence.gap(p)) for p in behind)


def _never_was(evidence: Passage, kept: Set[int]) -> int | None:
    """The "had it" by whose sentence, of two words that are *kept*, nothing came to be.

    «אילו אושר התקציב, הכנסת לא הייתה מתפזרת»: it was not passed; «لولا فرق الإنقاذ لانهار السد».
    """
    for at, word in enumerate(evidence.words):
        had = word.fold in HAD_IT.get(evidence.language, ())
        if not had and (word.fold, *(w.fold for w in evidence.words[at + 1 : at + 2])) != _BUT_FOR:
            continue
        around = range(*sentence_around(evidence, at))
        would = evidence.language == "ar" or any(evidence.words[j].fold in _WOULD for j in around)
        if would and len(kept & set(around)) >= _TOLD:
            return at
    return None


HAD_IT = {"he": folded("אילו אלמלא לולא ואלמלא ולולא"), "ar": folded("لولا ولولا فلولا")}
_BUT_FOR = ("but", "for")
_WOULD = folded("היה הייתה היו would could might")
#: Words of such a condition, at most, and words of its sentence that are told, at least.
_ASIDE, _TOLD = 5, 2


def as_subject(sentence: Passage, evidence: Passage, condition: Reach, aligned: Alignment) -> bool:
    """Whether *condition* is told as the subject of what is possible: «استمرار الجفاف قد يجبر».

    Its noun stands right behind «إن», or right behind the verb of «قد», and its other words are
    told beside it.
    """
    behind = range(condition.end, min(len(evidence.words), condition.end + _CONDITION))
    verb = next((j for j in behind if j in aligned.told), None)
    if verb is None or any(evidence.gap(j).strip() for j in range(condition.end, verb + 1)):
        return False
    for may in (h for h in sentence.hedges if h.hedge is Hedge.POSSIBLE):
        for place in _subjects(sentence, may):
            told = {j for p in (place, place + 1) for j in aligned.every.get(p, ())}
            if verb in aligned.every.get(place, ()) and _a_noun(sentence, place):
                return len(told & set(behind)) > 1
    return False


def _subjects(sentence: Passage, may: Reach) -> list[int]:
    """Where the subject of what *may* be stands: behind «إن» before it, or behind its verb."""
    found = [
        place
        for place in range(max(1, may.at - _SUBJECT), may.at)
        if sentence.words[place - 1].fold in _THAT
        and not any(sentence.gap(p).strip() for p in range(place + 1, may.at + 1))
    ]
    if may.at <= _SUBJECT and not any(sentence.gap(p).strip() for p in range(1, may.at + 1)):
        found.append(0)
    end = min(len(sentence.words), may.end + 1 + _BEHIND)
    return found + list(range(may.end + 1, end))


def _a_noun(sentence: Passage, place: int) -> bool:
    """Whether a noun stands at *place* whose own noun stands behind it: «استمرار الجفاف»."""
    word = sentence.words[place].fold
    behind = sentence.words[place + 1].fold if place + 1 < len(sentence.words) else ""
    construct = behind.startswith("ال") and not word.startswith(("ال", "ي", "س"))
    return construct and not (word[:1] == "ت" and word[-1:] != "ت" and not _of_the_form(word))


def _of_the_form(word: str) -> bool:
    """Whether a word that begins with «ت» has the form of a noun of its verb: «تراجع», «تدهور»."""
    return len(word) in (4, 5) and word[-1] not in "ون"


def sentence_around(text: Passage, place: int) -> tuple[int, int]:
    """The words of the sentence that the word at *place* stands in."""
    first, end = place, place + 1
    while first > 0 and not any(mark in text.gap(first) for mark in ".!?؟"):
        first -= 1
    while end < len(text.words) and not any(mark in text.gap(end) for mark in ".!?؟"):
        end += 1
    return first, end


def unless_as_if(sentence: Passage, evidence: Passage, aligned: Alignment) -> int | None:
    """A word for "if" in *sentence* before what the evidence tells with "unless", without a no."""
    unless = {
        p
        for at in range(len(evidence.words))
        if evidence.words[at].fold == "unless"
        or (evidence.words[at].fold, *(w.fold for w in evidence.words[at + 1 : at + 2])) in _UNLESS
        for p in range(at + 1, at + 1 + _REACH)
    }
    for at, word in enumerate(sentence.words):
        before = sentence.words[at - 1].fold if at else ""
        if word.fold not in _IF or before in _BUT or not unless:
            continue
        if word.fold == _THAT_OR_IF and not any(h.at == at for h in sentence.hedges):
            continue  # «أن», and «إن» that tells
        behind = range(at + 1, min(len(sentence.words), at + 1 + _REACH))
        denied = any(n.at in range(at, at + _REACH) for n in sentence.negations)
        averse = sentence.averse.intersection(behind)
        if not denied and not averse and any(unless & set(aligned.of(p)) for p in behind):
            return at
    return None


_UNLESS = {tuple(map(fold, pair.split())) for pair in ("ما لم", "إلا إذا", "אלא אם")}
_WHETHER = {tuple(map(fold, pair.split())) for pair in ("ما إذا", "فيما إذا", "عما إذا")}
_THAT_OR_IF = fold("إن")
_IF, _BUT, _REACH = folded("إذا إن حال"), folded("ما إلا عما فيما"), 6
