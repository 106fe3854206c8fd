"""What is only to come told as what is so: «يسمح القانون» for "the law would allow".

The rule: an Arabic verb in the present that opens its clause, or stands behind the subject of a
claim, does not rest on what the evidence puts in the future alone, or lets or obliges somebody to
do. A day, a length of time or a later one beside it makes a future of it, as in any agenda («تنظر
المحكمة الثلاثاء في الطلب»), and what a bill, plan or offer says is told in the present («يسمح
مشروع القانون»), as is what a strike or change ahead covers («يشمل الإضراب»).

What it may get wrong: a present that the reader takes for the future without a time. The escape
hatch is the letter of the future.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.strength import Hedge
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.ahead import FUTURE, ahead, future
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.commanded import commanded
from digests.summaries.verify.exchanged import year
from digests.summaries.verify.government import definite
from digests.summaries.verify.neighbours import verbs_of
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.units import measure_of_time

_OPEN = frozenset({Hedge.INTENDED, Hedge.EXPECTED, Hedge.POSSIBLE, Hedge.CONDITIONAL, Hedge.ASKED})
#: Nouns of what is only proposed, whose words are told in the present.
_PROPOSED = folded(
    "مشروع مسودة مبادرة مقترح اقتراح خطة عرض تعديل تعديلات اتفاق اتفاقية صفقة مذكرة بند بنود نص "
    "عقد عقدا شروط التماس طلب دعوى حملة"
)
#: What is announced ahead, and the verbs of what it covers.
_ANNOUNCED = folded(
    "إضراب إضرابات تغيير تغييرات تسريح تسريحات تخفيض تخفيضات إقالات زيادة زيادات إصلاحات هدنة "
    "إغلاق إغلاقات عقوبات رسوم مناورات تدريبات محادثات زيارة جولة"
)
_COVERING = verbs_of("شمل يشمل, طال يطال, مس يمس, تضمن يتضمن, ضم يضم")
#: Words that tell of a later time, or of what was or may be.
_LATER = folded(
    "المقبل المقبلة القادم القادمة قريبا لاحقا مستقبلا غدا نهاية بداية بدءا ابتداء اعتبارا حين "
    "عندما بعد قبل كان كانت كانوا شأن لولا لو إذا خلال حتى موعد"
)
#: Verbs of what is so already when it is to go on.
_LASTING = verbs_of("بقي يبقى, ظل يظل, استمر يستمر, واصل يواصل, أيد يؤيد, دعم يدعم, عارض يعارض")
_CLAIMS, _SUBJECT = folded("أن إن بأن وأن وإن"), 6
_THEM = folded("إنه إنها إنهم أنه أنها أنهم بأنه بأنها بأنهم وأنه وأنها وإنه وإنها")


def presently(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A present of *sentence* of which the evidence has only the future, or leave or an order."""
    evidence = source.passage
    coming = (ahead(evidence) | commanded(evidence).keys()) & source.inside
    if not coming or _of_a_later_time(sentence):
        return None
    for place in sentence.content:
        support = set(aligned.of(place))
        if not support or not support <= coming or not _present(sentence, place):
            continue
        if _covers(sentence, place):
            continue
        if _opens(sentence, place) or _of_a_claim(sentence, place):
            shown = sentence.words[place].text
            return Refusal(Code.STRENGTH, f"«{shown}»: in the evidence this is not so yet")
    return None


def _of_a_later_time(sentence: Passage) -> bool:
    """Whether *sentence* tells a day, a later time or something proposed, or hedges."""
    timed = any(year(q) or measure_of_time(sentence, q) for q in sentence.quantities)
    if timed or sentence.moments or any(hedge.hedge in _OPEN for hedge in sentence.hedges):
        return True
    words = {form for word in sentence.words for form in without_particles(word.fold)}
    if words & (_LATER | _PROPOSED | FUTURE["ar"]):
        return True
    return any(future(sentence, place) for place in range(len(sentence.words)))


def _present(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* has the shape of a verb in the present, and of no noun."""
    word = sentence.words[place].fold
    bare = word[1:] if word[0] in "وف" and not as_it_stands(word) else word
    if bare[0] not in "يت" or sentence.keys[place] or bare in _LASTING:
        return False
    return as_it_stands("ي" + bare[1:]) or as_it_stands(bare.removesuffix("ون"))


def _covers(sentence: Passage, place: int) -> bool:
    """Whether the verb at *place* says what something announced covers: «يشمل الإضراب»."""
    if _COVERING.isdisjoint(without_particles(sentence.words[place].fold)):
        return False
    opener = _opener(sentence, place)
    subject = place + 1 if opener is None else opener + 1
    words = sentence.words[subject : subject + 1]
    return any(not _ANNOUNCED.isdisjoint(without_particles(w.fold)) for w in words)


def _opens(sentence: Passage, place: int) -> bool:
    """Whether a verb may open its clause at *place*: at the front, behind a mark or «إنها»."""
    before = sentence.words[place - 1].fold if place else ""
    first = place == 0 or mark_before(sentence, place) or sentence.words[place].fold[0] == "و"
    return first or before in _THEM


def _of_a_claim(sentence: Passage, place: int) -> bool:
    """Whether the subject of a claim stands right before *place*: «إن القانون الجديد يسمح»."""
    opener = _opener(sentence, place)
    if opener is None or not definite(sentence, opener + 1):
        return False
    subject = range(opener + 1, place)
    return all(definite(sentence, p) or sentence.keys[p] for p in subject)


def _opener(sentence: Passage, place: int) -> int | None:
    """The place of «أن» or «إن» close before the verb at *place*, a subject between them."""
    near = range(place - 2, max(-1, place - _SUBJECT), -1)
    return next((p for p in near if sentence.words[p].fold in _CLAIMS), None)
