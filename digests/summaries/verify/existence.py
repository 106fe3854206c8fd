"""Verbs of being and taking place: «شهدت المدينة مواجهات», «وقع تصادم», «وُجدت هيئة».

The rule: such a verb adds nothing to its noun where the evidence has "there is" of the noun, tells
it by a verb as done, or leaves nothing of the noun's clause untold. A denied one needs a denial
there.

What it may get wrong: where being is the point of the sentence, its change is not seen. The escape
hatch is the tables.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.actors import clause
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.context import says_so, unused
from digests.summaries.verify.lightly import as_verb
from digests.summaries.verify.neighbours import SIDE, side_by_side, sides, tells, verbs_of
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Words behind a verb among which stands the noun of what took place.
_BEHIND = 4
_TAKES_PLACE = verbs_of(
    "شهد يشهد, ظهر يظهر, وجد يوجد, وقع يقع, حدث يحدث, حصل يحصل, برز يبرز, طرأ يطرأ, نشأ ينشأ"
)
#: Verbs that in the passive say no more: «قد تُنظَّم إضرابات», "there could be strikes".
_ARRANGED = verbs_of("نظم ينظم, أقام يقيم, عقد يعقد, نفذ ينفذ, سجل يسجل") | folded(
    "أقيم أقيمت يقام تقام"
)
_THERE = folded("there יש היה היו הייתה אין يوجد توجد هناك ثمة كان كانت")
#: Before a verb: it is not said to have been done.
_NOT_DONE = folded("to not will would did do could may might must should cannot never لم لن سوف أن")
#: What gives one of those verbs another meaning: to obtain, to testify, to find that.
_OTHERWISE = folded("على أمام بأن أن أنه أنها إلى")
_YEARS = folded("عام سنة العام")


def takes_place(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """A verb of being or taking place, of a noun whose clause the sentence tells in full."""
    arranged = bool(forms & _ARRANGED)
    if not (arranged or forms & _TAKES_PLACE) or place + 1 >= len(sentence.words):
        return False
    if sentence.words[place + 1].fold in _OTHERWISE:
        return False
    evidence = source.passage
    denied = any(n.at <= place < n.end for n in sentence.negations)
    nouns = [p for p in _behind(sentence, place) if aligned.of(p) and _common(sentence, p)]
    if denied and not any(_denied(evidence, j, aligned) for p in nouns for j in aligned.of(p)):
        return False
    left, right = sides(sentence, place)
    if left is not None and left < clause(sentence, place)[0]:
        left = None
    beside = [p for p in (left, *_behind(sentence, place)) if p is not None and aligned.of(p)]
    if any(_there_is(sentence, beside, p, evidence, aligned) for p in nouns):
        return True
    if arranged:
        return False
    if not denied and any(_done(evidence, j) for p in nouns for j in aligned.of(p)):
        return True
    if left is not None and right is not None and _common(sentence, left):
        nouns.append(left)
    untold = {j for j in unused(source, aligned) if _tells(evidence, j)}
    return any(untold.isdisjoint(range(*clause(evidence, j))) for p in nouns for j in aligned.of(p))


def has_none(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """«خالٍ من» before, or «مزود بـ» with a no, what the evidence says that there is none of."""
    without = bool(forms & _WITHOUT)
    denied = any(n.at < place < n.end for n in sentence.negations)
    if not ((without and not denied) or (denied and forms & _FITTED)):
        return False
    nouns = [p for p in _behind(sentence, place) if aligned.of(p)][:1]
    return any(_denied(source.passage, j, aligned) for p in nouns for j in aligned.of(p))


#: What has none, and what has something put into it.
_WITHOUT = folded("خلا خلت يخلو تخلو خال خاليا خالية خاليين خالين خالون مفتقر مفتقرة")
_FITTED = folded("مزود مزودا مزودة مجهز مجهزا مجهزة")


def _denied(evidence: Passage, place: int, aligned: Alignment) -> bool:
    """Whether the evidence denies the noun at *place*, and nothing untold before it."""
    used = aligned.used
    return place in evidence.averse or any(
        n.at <= place < n.end
        and all(k in used or not tells(evidence, k) for k in range(n.at + 1, place))
        for n in evidence.negations
    )


def _behind(sentence: Passage, place: int) -> list[int]:
    """The words that say something closely behind *place*, in its clause."""
    end = min(clause(sentence, place)[1], place + 1 + _BEHIND)
    return [p for p in range(place + 1, end) if p in sentence.telling]


def _common(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* is no name."""
    return bool(sentence.meanings[place]) and not sentence.keys[place]


def _done(evidence: Passage, place: int) -> bool:
    """Whether the evidence tells the noun at *place* by a verb, and as done."""
    before = {w.fold for w in evidence.words[max(0, place - SIDE) : place]}
    word = evidence.words[place].fold
    if not as_verb(evidence, place) or before & _NOT_DONE:
        return False
    return word.endswith("ed") if evidence.language == "en" else word[0] not in "يت"


def _there_is(
    sentence: Passage, beside: list[int], noun: int, evidence: Passage, aligned: Alignment
) -> bool:
    """Whether the evidence has "there is" of the *noun*, and by it what stands *beside* it here."""
    used = aligned.used
    for j in aligned.of(noun):
        there = [k for k in range(max(0, j - SIDE - 1), j) if evidence.words[k].fold in _THERE]
        if there and all(k in used or not tells(evidence, k) for k in range(there[-1] + 1, j)):
            told = sentence.content
            return all(
                p == noun or side_by_side(sentence, evidence, aligned, p, noun, told)
                for p in beside
            )
    return False


def _tells(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* tells what happens: no verb of saying, no head of a year."""
    if evidence.words[place].fold in _YEARS or evidence.meanings[place] & says_so():
        return False
    return tells(evidence, place)
