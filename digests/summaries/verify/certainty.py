"""Strength: a sentence says nothing more surely, more widely or as further done than its evidence.

The rule: a hedge of the evidence (may, is expected, plans, alleged, about, at least, some, if,
preliminary) whose words the sentence keeps is in the sentence as well, by a word of its kind. A
sentence has no bound ("more than", "at most") that the evidence lacks. What lies ahead in the
evidence is not told as done, nor what was or was not done as what will be or never be.

What it may get wrong: of two hedges of a kind near each other, either counts as kept. The escape
hatch is `digests.language.strength`.
"""

from __future__ import annotations

from digests.language.frame import OPENERS
from digests.language.hedge_words import BOUNDS, NUMERIC
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import Kind, Quantity
from digests.language.signing import signs
from digests.language.speech_verbs import Act
from digests.language.strength import ANSWERS, Hedge, Reach
from digests.language.transliteration import same_name
from digests.summaries.verify.actors import and_before
from digests.summaries.verify.ahead import FUTURE, ahead, future, objects_of
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.bounds import behind_a_may, bounded_number, has_bound, same_number
from digests.summaries.verify.conditions import (
    HAD_IT,
    as_subject,
    sentence_around,
    unconditional,
    unless_as_if,
)
from digests.summaries.verify.disclaimed import unsaid
from digests.summaries.verify.exactly import exactly
from digests.summaries.verify.more_or_less import more_or_less
from digests.summaries.verify.naming import proper_name
from digests.summaries.verify.owed import owed
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.pasts import in_its_past, in_the_past, past_predicate
from digests.summaries.verify.permitted import permitted
from digests.summaries.verify.presently import presently
from digests.summaries.verify.promised import ARTICLES, SMALL, behind_small, promised
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.rehedged import (
    aimed,
    claimed,
    decided,
    peaked,
    projected,
    reported,
    risked,
    scheduled,
    surpassed,
    unexpected,
)
from digests.summaries.verify.single import misbounded
from digests.summaries.verify.source import Source
from digests.summaries.verify.undertaken import undertaken

#: Words before a hedge that closes its clause («נסגר כנראה במרץ») to which it belongs.
_BEHIND = 2


def certainty(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """How *sentence* is stronger than its evidence."""
    evidence = source.passage
    hedges = [h for h in evidence.hedges if h.at in source.inside or _touches(h, source)]
    for hedge in hedges:
        if not _keeps(sentence, evidence, hedge, aligned):
            continue
        if not _answered(sentence, evidence, hedge, aligned):
            words = evidence.words[hedge.at : hedge.end]
            shown = evidence.text[words[0].start : words[-1].end]
            return Refusal(
                Code.STRENGTH,
                f"the evidence says this only with «{shown}» ({hedge.hedge}); keep it",
            )
    if (refusal := unconditional(sentence, source, aligned)) is not None:
        return refusal
    if (condition := unless_as_if(sentence, evidence, aligned)) is not None:
        shown = sentence.words[condition].text
        return Refusal(Code.STRENGTH, f"«{shown}»: the evidence says unless")
    for hedge in sentence.hedges:
        may = behind_a_may(sentence, hedge)
        if hedge.hedge in BOUNDS and not may and not has_bound(hedge, sentence, source):
            words = sentence.words[hedge.at : hedge.end]
            shown = sentence.text[words[0].start : words[-1].end]
            return Refusal(Code.STRENGTH, f"the evidence does not say «{shown}»")
    return (
        misbounded(sentence, source, aligned)
        or exactly(sentence, source)
        or more_or_less(sentence, source, aligned)
        or _done(sentence, source, aligned)
        or presently(sentence, source, aligned)
        or promised(sentence, source, aligned)
        or undertaken(sentence, source, aligned)
        or owed(sentence, source, aligned)
    )


_WAS_NOT = folded("لم ولم فلم")
_UNLESS = folded("ما إذا إن")


def _touches(hedge: Reach, source: Source) -> bool:
    return any(place in source.inside for place in range(hedge.end, hedge.stop))


def _keeps(sentence: Passage, evidence: Passage, hedge: Reach, aligned: Alignment) -> bool:
    """Whether *sentence* tells what *hedge* reaches."""
    if hedge.hedge in NUMERIC:
        number = bounded_number(evidence, hedge)
        if number is None:
            return False
        undated = (q for q in sentence.quantities if q.first not in sentence.dated)
        return any(same_number(q, number) for q in undated)
    first, stop = _behind_that(evidence, hedge)
    begun = first if hedge.hedge is Hedge.TENTATIVE else first + 1
    partly = hedge.hedge is Hedge.PARTLY
    stop = next((p for p in range(begun, stop) if _ends(evidence, p, partly=partly)), stop)
    denials = evidence.averse & set(range(hedge.at - _BEHIND, stop))
    if any(f.act is Act.DENY and hedge.at in unsaid(evidence, f) for f in evidence.frames):
        denials |= {hedge.at}
    if evidence.words[hedge.at].fold in _CHARGES and denials:
        return False  # "denied the accusation" tells the denial
    reach = [
        p
        for p in range(first, stop)
        if evidence.words[p].fold not in SMALL and len(evidence.words[p].fold) > 1
    ]
    if hedge.hedge is Hedge.POSSIBLE and len(reach) < _BEHIND:  # "may have contributed to the fall"
        reach += [p for p in behind_small(evidence, stop) if not _ends(evidence, p)]
    if not set(reach) - evidence.dated:
        reach = list(range(max(0, hedge.at - _BEHIND), hedge.at))
    if evidence.language == "en" and evidence.words[hedge.at].fold in _PREDICATES:
        before = evidence.words[hedge.at - 1].fold if hedge.at else ""
        behind = evidence.words[hedge.end].fold if hedge.end < len(evidence.words) else ""
        if before in _BE and behind not in ("to", "that"):  # "an appeal was possible"
            reach = list(range(max(0, hedge.at - 2 * _BEHIND), hedge.at))
    if hedge.hedge is Hedge.TENTATIVE:
        reach = [p for p in range(max(0, hedge.at - 2), stop) if p != hedge.at]
    heads = set(reach[:3]) if hedge.hedge is not Hedge.TENTATIVE else set(reach)
    if hedge.hedge is Hedge.SEEMING:  # "appeared to show": «تكشف» may rest on "reveal" as well
        return any(found and heads.issuperset(found) for found in aligned.every.values())
    sure = hedge.hedge is not Hedge.POSSIBLE  # «may» is never to be missed
    if sure:
        return any(heads.intersection(aligned.of(p)) for p in aligned.support)
    near = range(*sentence_around(evidence, hedge.at))  # what is told there is told of this
    named = {j for f in evidence.frames for j in f.speaker if j not in heads}
    about = {p for h in sentence.hedges if h.hedge is Hedge.ABOUT for p in range(h.at, h.end)}
    return any(
        heads.intersection(aligned.every[p])
        and p not in about  # «نحو» may rest on "some" of "some countries"
        and sentence.words[p].fold not in OPENERS["ar"]
        and any(j in near for j in aligned.of(p))
        and not set(aligned.of(p)) <= named  # "vice-president", and no leader whom they may meet
        for p in aligned.support
    )


def _ends(evidence: Passage, place: int, *, partly: bool = False) -> bool:
    """Whether a sentence or a quotation ends before *place*, or another statement («، وقال»).

    What is said *partly* ends at any such comma: «قضى معظمهم اختناقا، وإن».
    """
    joined = evidence.words[place].fold[0] == "و" and "،" in evidence.gap(place)
    if joined and (partly or any(f.at == place for f in evidence.frames)):
        return True
    return evidence.ends(place) or any(mark in evidence.gap(place) for mark in '"”»')


def _behind_that(evidence: Passage, hedge: Reach) -> tuple[int, int]:
    """What *hedge* reaches: of «تتوقع الشركة أن» what follows «أن»; of a noun, no other clause."""
    words = [word.fold for word in evidence.words[hedge.end : hedge.stop]]
    if hedge.hedge is Hedge.EXPECTED and evidence.language == "ar" and _THAT in words[1:]:
        first = hedge.end + words.index(_THAT) + 1
        return first, min(len(evidence.words), first + len(words))
    if (asked := _behind_the_subject(evidence, hedge)) is not None:
        return asked, min(len(evidence.words), asked + len(words))
    if evidence.words[hedge.at].fold in _CHARGES and "and" in words:
        return hedge.end, hedge.end + words.index("and")
    return hedge.end, hedge.stop


def _behind_the_subject(evidence: Passage, hedge: Reach) -> int | None:
    """Where what is asked for stands, behind who asks: «طالبت النائبة سناء الموسوي بإقالة»."""
    if evidence.language != "ar" or not any(f.at == hedge.at for f in evidence.frames):
        return None
    for place in range(hedge.end + 1, min(len(evidence.words), hedge.end + _SUBJECT_WITHIN)):
        word = evidence.words[place].fold
        if evidence.gap(place).strip():
            return None
        if word[0] == "ب" and not evidence.keys[place] and as_it_stands(word[1:]):
            return place
        if word == _TO and evidence.words[hedge.at].fold.lstrip("وف") in _URGED:
            return place + 1  # «دعا المدير السكان إلى إغلاق النوافذ»
    return None


_TO, _URGED = fold("إلى"), folded("دعا دعت دعوا يدعو تدعو")
#: Words behind a verb of asking in which its subject ends.
_SUBJECT_WITHIN = 7
_CHARGES = folded(
    "accusation accusations allegation allegations suspicion الاتهام الاتهامات الادعاءات المزاعم "
    "التهمة التهم ההאשמה ההאשמות הטענה הטענות"
)
_PREDICATES = frozenset("possible likely unlikely probable expected".split())
_BE = frozenset("is are was were be been".split())


def _answered(sentence: Passage, evidence: Passage, hedge: Reach, aligned: Alignment) -> bool:
    wanted = ANSWERS[hedge.hedge] | {hedge.hedge}
    kept = [
        p
        for p in aligned.support
        if set(aligned.every[p]) & set(range(hedge.at - _BEHIND, hedge.stop))
    ]
    number = bounded_number(evidence, hedge) if hedge.hedge in NUMERIC else None
    for ours in sentence.hedges:
        if _hedges_nothing(ours, sentence, evidence, aligned):
            continue
        if _is_another(ours, hedge, evidence, aligned):
            continue
        if ours.hedge in wanted and (number is not None or _beside(ours, hedge, kept, aligned)):
            own = bounded_number(sentence, ours) if number is not None else None
            if number is None or own is None or same_number(own, number):
                return True
    if reported(sentence, evidence, hedge, kept) or risked(sentence, evidence, hedge, aligned):
        return True
    if hedge.hedge is Hedge.EXPECTED and unexpected(sentence, evidence, hedge):
        return True
    if projected(sentence, evidence, hedge, aligned) or aimed(sentence, evidence, hedge, aligned):
        return True
    if scheduled(sentence, evidence, hedge, aligned) or permitted(sentence, evidence, hedge):
        return True
    if number is not None and hedge.hedge in BOUNDS:
        told = peaked if hedge.hedge is Hedge.AT_MOST else surpassed
        if told(sentence, number) or _until(sentence, number):
            return True
    if hedge.hedge is Hedge.CONDITIONAL and as_subject(sentence, evidence, hedge, aligned):
        return True
    if hedge.hedge is Hedge.ALLEGED and claimed(evidence, hedge) and sentence.frames:
        return True  # `speakers` asks that it be the same speaker's words
    meant = frozenset().union(*(evidence.meanings[p] for p in range(hedge.at, hedge.end)))
    that = evidence.words[hedge.at].fold == _THAT  # «إن» of a condition, and of speech
    return (
        hedge.hedge not in _STRICT
        and not that
        and any(
            meant & sentence.meanings[p]
            for p in range(len(sentence.words))
            if set(aligned.of(p)) & set(range(hedge.at, hedge.end))
            and (p in sentence.telling or hedge.hedge is not Hedge.ALLEGED)
            and not (hedge.hedge is Hedge.INTENDED and decided(sentence, p))
            and not signs(sentence.words, p)  # «ستوقع», of expected to sign
        )
    )


def _until(sentence: Passage, number: Quantity) -> bool:
    """Whether *sentence* says "until" of the *number* of a week or month: «حتى الأسبوع الرابع»."""
    return number.kind is Kind.ORDINAL and any(
        word.fold in _UNTIL
        for ours in sentence.quantities
        if ours.kind is Kind.ORDINAL and same_number(ours, number)
        for word in sentence.words[max(0, ours.first - 2) : ours.first]
    )


_UNTIL = folded("حتى لغاية")


def _hedges_nothing(ours: Reach, sentence: Passage, evidence: Passage, aligned: Alignment) -> bool:
    """Whether a noun of intention only says one of the evidence: «منع الخطة», to stop the plan."""
    if not sentence.words[ours.at].fold.startswith(ARTICLES):
        return False
    said = {j for p in range(ours.at, ours.end) for j in aligned.of(p)}
    hedging = {j for h in evidence.hedges for j in range(h.at, h.end)}
    return ours.hedge is Hedge.INTENDED and bool(said) and not said & hedging


def _is_another(ours: Reach, theirs: Reach, evidence: Passage, aligned: Alignment) -> bool:
    """Whether *ours* only says another hedge of the evidence than *theirs*.

    «احتمال النجاح لا يتجاوز» has the «احتمال» of the evidence, and not its «قد».
    """
    said = {j for p in range(ours.at, ours.end) for j in aligned.of(p)}
    others = {j for h in evidence.hedges if h != theirs for j in range(h.at, h.end)}
    return bool(said) and said <= others and ours.hedge is theirs.hedge is Hedge.POSSIBLE


def _beside(ours: Reach, theirs: Reach, kept: list[int], aligned: Alignment) -> bool:
    """Whether a hedge of the sentence stands by what it must hedge, or is the very same word."""
    own = range(ours.at, ours.end)
    if any(set(aligned.of(p)) & set(range(theirs.at, theirs.end)) for p in own):
        return True
    others = [p for p in kept if p not in own]
    return not others or any(-_AFTER <= p - ours.at <= _AHEAD for p in others)


#: Words before and after a hedge among which stands what it hedges.
_AFTER, _AHEAD = 3, 10


_THAT = "ان"
#: Hedges that only a hedge answers; the others are also kept by a word of the same meaning.
_STRICT = frozenset(
    {Hedge.ASKED, Hedge.KNOWN, Hedge.POSSIBLE, Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.ABOUT}
)


def _done(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """What the evidence puts in the future and the sentence in the past."""
    evidence = source.passage
    coming = ahead(evidence) & source.inside
    unreal = any(word.fold in HAD_IT["ar"] for word in sentence.words)
    for place in sentence.content if coming and not unreal else ():
        if _looks_ahead(sentence, place) or _a_name(sentence, place, evidence, aligned):
            continue
        support = set(aligned.of(place))
        said = frozenset[int]().union(*(evidence.meanings[j] for j in support))
        if (
            support & coming
            and support <= coming | objects_of(evidence, coming)
            and (
                in_the_past(sentence, place, said)
                or past_predicate(sentence, place)
                or _same_in_the_past(sentence, place, evidence, support)
                or (
                    place > 0
                    and sentence.words[place - 1].fold in _WAS_NOT
                    and not (place > 1 and sentence.words[place - 2].fold in _UNLESS)
                    and not any(evidence.words[j].fold[0] == "ש" for j in support)
                )
            )
        ):
            return Refusal(
                Code.STRENGTH,
                f"«{sentence.words[place].text}»: in the evidence this has not happened yet",
            )
    return None


def _a_name(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the word at *place* only writes the letters of a Hebrew name: «شيربيت», שירביט."""
    if evidence.language != "he" or not proper_name(sentence, place):
        return False
    word = sentence.words[place].fold
    return all(same_name(word, evidence.words[j].fold) for j in aligned.of(place))


def _same_in_the_past(sentence: Passage, place: int, evidence: Passage, support: set[int]) -> bool:
    """Whether the word at *place* is the Arabic verb of the evidence, in the past: «حدد»."""
    before = sentence.words[place - 1].fold if place else ""
    return before not in _BEFORE_NOUNS and any(
        future(evidence, j) and in_its_past(sentence.words[place].fold, evidence.words[j].fold)
        for j in support
    )


_BEFORE_NOUNS = folded("في عن على من إلى بعد قبل أي عدم")


def _looks_ahead(sentence: Passage, place: int) -> bool:
    """Whether the clause of the word at *place* speaks of what lies ahead."""
    ahead_of = [p for p, w in enumerate(sentence.words) if _is_ahead(sentence, p, w.fold)]
    own = [h.at for h in sentence.hedges if h.hedge in _AHEAD_OF and h.at != place]
    ahead_of += own  # «عُرضت», was shown, is none for itself
    return any(_one_clause(sentence, place, p) for p in ahead_of)


def _is_ahead(sentence: Passage, place: int, word: str) -> bool:
    return future(sentence, place) or word in FUTURE["ar"]


def _one_clause(sentence: Passage, one: int, other: int) -> bool:
    """Whether no clause with a verb ahead begins between two words: «درست وقد تستأنف»."""
    if other < one:
        return True
    if and_before(sentence, other) or sentence.words[other].fold in _AND_MAY:
        return False
    return not any(
        sentence.words[p].fold in _AND_THAT
        or (sentence.gap(p).strip() and sentence.words[p].fold[0] == "و")
        for p in range(one + 1, other)
    )


_AHEAD_OF = frozenset({Hedge.INTENDED, Hedge.EXPECTED, Hedge.POSSIBLE})
#: What opens another clause behind a verb.
_AND_MAY = folded("وقد وربما")
_AND_THAT = folded("وإن وأن وإنها وإنه وأنها وأنه وإنهم وأنهم لكنها لكنه")
