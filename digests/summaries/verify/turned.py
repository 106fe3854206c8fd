"""Before and after, since and until, up and down: one is not told for the other.

The rule: the noun or date of the sentence right behind such a word rests on a noun or date of the
evidence; where only the opposite word stands right before that one there, the sentence is refused.
Until a day is not from it on, nor is either in it. Refused is also one with the same word whose two
sides have changed places: «التصويت قبل المغادرة», and one whose word says the opposite of the word
that it rests on: rose for fell, extended for suspended.

What it may get wrong: "before three days" is a time ago and is left alone. The escape hatch is the
table.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.hedge_words import Hedge
from digests.language.lexicon import only_proper
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.opposites import opposite
from digests.language.speech_verbs import Act
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.dates import alike
from digests.summaries.verify.gaps import says
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.units import is_time

_BEFORE, _AFTER, _SINCE, _UNTIL = "before", "after", "since", "until"
_WORDS = {
    "ar": {
        _BEFORE: folded("قبل قبيل وقبل"),
        _AFTER: folded("بعد بعدما عقب وبعد وعقب"),
        _SINCE: folded("منذ مذ ومنذ اعتبارا ابتداء بدءا"),
        _UNTIL: folded("حتى وحتى بحلول"),
    },
    "en": {
        _BEFORE: folded("before"),
        _AFTER: folded("after"),
        _SINCE: folded("since from starting"),
        _UNTIL: folded("until till by"),
    },
    "he": {
        _BEFORE: folded("לפני ולפני קודם"),
        _AFTER: folded("אחרי לאחר ואחרי ולאחר"),
        _SINCE: folded("מאז ומאז החל"),
        _UNTIL: folded("עד ועד"),
    },
}
#: What is not told for which: up to a day is not from it on, nor after it.
_CONTRARY = {
    _BEFORE: (_AFTER, _SINCE),
    _AFTER: (_BEFORE, _UNTIL),
    _SINCE: (_UNTIL, _BEFORE),
    _UNTIL: (_SINCE, _AFTER),
}
#: Words for a point in a length of time, which is no length itself: «بعد نهاية الشهر».
_POINTS = folded("نهاية بداية مطلع منتصف أواخر أوائل ختام end beginning start סוף תחילת ראשית")
#: Words behind a "no" within which «بعد» is "yet".
_STILL, _YET = fold("بعد"), 3
_FROM = fold("من")
_PARTS_OF_A_DAY = folded(
    "متأخر متأخرة مبكر مبكرة لاحق لاحقة الأولى الأخيرة ساعة وقت صباح مساء ليل فجر ظهر عصر"
)
#: Words behind such a word within which stands what it governs.
_GOVERNED = 4
#: Words before such a word that say what is set in time.
_HOST = 8


def turned(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A word of time in *sentence* where the evidence has its opposite."""
    evidence = source.passage
    for refusal in (
        _opposite(sentence, evidence, aligned),
        _suspended(sentence, evidence, aligned),
    ):
        if refusal is not None:
            return refusal
    theirs = {at: way for at in range(len(evidence.words)) if (way := _way(evidence, at))}
    for at in range(len(sentence.words)):
        way = _way(sentence, at)
        governed = _governed(sentence, at) if way else None
        if way is None or governed is None:
            continue
        there = _supports(sentence, governed, evidence, aligned)
        before = [_nearest(evidence, j, theirs) for j in there]
        ways = [w for w in before if w is not None]
        if ways and all(w in _CONTRARY[way] for w in ways):
            return _refused(sentence, at, governed)
        plain = there and not ways and governed in sentence.dated
        begun = way == _SINCE and any(_begun(evidence, j, theirs) for j in there)
        if plain and not begun and all(_on_the_day(evidence, j) for j in there):
            return _refused(sentence, at, governed)
        if _sides_exchanged(sentence, at, way, evidence, theirs, aligned):
            return _refused(sentence, at, governed)
    return None


def _on_the_day(evidence: Passage, place: int) -> bool:
    """Whether something is told to be in, or on, the date at *place*."""
    moment = next((m for m in evidence.moments if m.first <= place < m.end), None)
    first = place if moment is None else moment.first
    before = evidence.words[first - 1].fold if first else ""
    onto = evidence.language == "he" and evidence.words[first].fold[:1] == "ב"
    return onto or before in _IN


_IN = folded("in on في")


def _begun(evidence: Passage, place: int, ways: dict[int, str]) -> bool:
    """Whether the date at *place* is when something began since which it is told."""
    first = place
    while first > max(0, place - _HOST) and not mark_before(evidence, first):
        first -= 1
    since = [at for at in range(first, place) if ways.get(at) == _SINCE]
    between = evidence.words[since[-1] + 1 : place] if since else ()
    return any(word.fold in _BEGAN for word in between)


_BEGAN = folded(
    "began begun start started starting onset outbreak بدء بداية بدأ بدأت اندلاع انطلاق תחילת פרוץ "
    "פרצה פרץ החל החלה"
)


def _opposite(sentence: Passage, evidence: Passage, aligned: Alignment) -> Refusal | None:
    """A word of *sentence* of which the evidence has the opposite, and no word of its own way.

    A word that rests on its opposite alone is one, too: a rise on a fall.
    """
    bounds = {p for h in sentence.hedges if h.hedge in _BOUNDS for p in range(h.at, h.end)}
    for place in sentence.content:
        if place in bounds:
            continue  # «لا يزيد على 400»
        if sentence.keys[place] or only_proper(sentence.meanings[place]):
            continue  # «بنما», which is no growth
        if _of_a_compound(sentence, place, evidence, aligned):
            continue
        if opposed(sentence, place, evidence) or _rests_on_it(sentence, place, evidence, aligned):
            shown = sentence.words[place].text
            return Refusal(Code.NEGATION, f"«{shown}»: the evidence says the opposite")
    return None


def _of_a_compound(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether a noun and the one before it say one word of the evidence: «مركبة الهبوط», a lander.

    That word is no opposite.
    """
    if not place or sentence.gap(place).strip() or {place - 1, place} & aligned.near:
        return False
    shared = set(aligned.of(place)) & set(aligned.of(place - 1))
    word, definite = sentence.words[place].fold, sentence.words[place].fold.startswith("ال")
    return definite and any(
        not opposite(word, [evidence.words[j].fold], evidence.language) for j in shared
    )


_BOUNDS = frozenset({Hedge.AT_LEAST, Hedge.AT_MOST})


def _rests_on_it(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    word, support = sentence.words[place].fold, aligned.of(place)
    return bool(support) and all(
        opposite(word, [evidence.words[j].fold], evidence.language) for j in support
    )


def opposed(sentence: Passage, place: int, evidence: Passage) -> bool:
    """Whether the evidence has the opposite of the word at *place*, and no word of its own way.

    Where either denies something, the opposite may be how it says the same.
    """
    if sentence.negations or evidence.negations or _a_limit(sentence, place, evidence):
        return False
    others = (word.fold for word in evidence.words)
    return opposite(sentence.words[place].fold, others, evidence.language)


def _a_limit(sentence: Passage, place: int, evidence: Passage) -> bool:
    """Whether the word at *place* tells of a limit that the evidence has: «الحد الأدنى»."""
    names = _LIMITS.get(sentence.words[place].fold, frozenset())
    return not names.isdisjoint(word.fold for word in evidence.words)


_LIMITS = {
    form: folded(names)
    for forms_, names in {
        "أدنى الأدنى": "minimum מינימום أدنى الأدنى",
        "أقصى الأقصى": "maximum מקסימום أقصى الأقصى",
    }.items()
    for form in folded(forms_)
}


def _suspended(sentence: Passage, evidence: Passage, aligned: Alignment) -> Refusal | None:
    """«علّق» with an object, which suspends, on a verb of speech, for which it only comments.

    So «منع», which denies somebody a thing, on a verb that denies what was said.
    """
    speaking = {frame.at for frame in evidence.frames}
    denying = {frame.at for frame in evidence.frames if frame.act is Act.DENY}
    for place in sentence.content:
        support = set(aligned.of(place))
        verb = sentence.words[place].fold.removeprefix("و")
        every = set(aligned.every.get(place, ()))
        if verb in _WITHHOLDS and support and every <= denying and len(sentence.frames) > 0:
            shown = sentence.words[place].text
            return Refusal(Code.NEGATION, f"«{shown}»: the evidence says another thing here")
        if verb not in _COMMENTS or not support:
            continue
        behind = sentence.words[place + 1 : place + 1 + 2 * _GOVERNED]
        if support <= speaking and not any(word.fold in _SPEAKING for word in behind):
            shown = sentence.words[place].text
            return Refusal(Code.NEGATION, f"«{shown}»: the evidence says another thing here")
    return None


_WITHHOLDS = forms("ar", ["منع يمنع", "حرم يحرم", "حظر يحظر", "حجب يحجب"])
_COMMENTS = forms("ar", ["علق يعلق"])
_SPEAKING = folded("على عليه عليها عليهم قائلا قائلة قائلين بالقول بقوله بقولها بأن إن أن")


def _refused(sentence: Passage, at: int, governed: int) -> Refusal:
    first, last = sentence.words[at], sentence.words[governed]
    shown = sentence.text[first.start : last.end]
    return Refusal(Code.DATE, f"«{shown}»: the evidence has it the other way round in time")


def _way(text: Passage, at: int) -> str | None:
    """What the word at *at* says of time, if it does so."""
    word = text.words[at].fold
    way = next((w for w, words in _WORDS[text.language].items() if word in words), None)
    if word == _FROM and at + 1 in text.dated and not text.dated.intersection((at, at - 1)):
        part = at > 0 and text.words[at - 1].fold in _PARTS_OF_A_DAY
        way = None if part else _SINCE  # «من 28 مايو»، «في وقت متأخر من يوم الاثنين»
    if way is None or at + 1 >= len(text.words) or mark_before(text, at + 1):
        return None
    if way == _BEFORE and at and text.words[at - 1].fold == "من":
        return None  # «من قبل», by
    if word == _STILL and any(0 < at - n.at <= _YET for n in text.negations):
        return None  # «لا يوجد بعد»: yet
    if way in (_BEFORE, _AFTER) and _lasting(text, at + 1):
        return None
    return way


def _lasting(text: Passage, place: int) -> bool:
    """Whether a length of time begins at *place*: «قبل ثلاثة أيام», "after two weeks"."""
    if place in text.dated or text.words[place].fold in _POINTS:
        return False
    measures = range(place, min(len(text.words), place + 3))
    if any(is_time(text, p) and text.gap(p).strip() == "-" for p in measures):
        return False  # after a two-week strike
    if text.language == "ar" and place not in text.counted and not is_time(text, place):
        measures = measures[:2]
    return place in text.counted or any(is_time(text, p) for p in measures)


def _governed(text: Passage, at: int) -> int | None:
    for place in range(at + 1, min(len(text.words), at + 1 + _GOVERNED)):
        if mark_before(text, place):
            return None
        if place in text.dated:
            return place
        if place in text.counted:
            return None
        if text.words[place].fold not in FREE and (text.language == "ar" or says(text, place)):
            return place
    return None


def _supports(
    sentence: Passage, place: int, evidence: Passage, aligned: Alignment
) -> tuple[int, ...]:
    """Where the evidence has the word or the date at *place* of the sentence."""
    if place not in sentence.dated:
        return aligned.every.get(place, ())
    ours = next((m for m in sentence.moments if m.first <= place < m.end), None)
    ours = ours or next((m for m in sentence.moments if 0 < m.first - place <= 2), None)
    if ours is None:
        return ()
    weekday = ours.weekday
    return tuple(
        m.first
        for m in evidence.moments
        if alike(ours, m) or (weekday is not None and weekday == m.weekday)
    )


def _nearest(text: Passage, place: int, ways: dict[int, str]) -> str | None:
    """The nearest word of time before *place* that nothing parts from it."""
    for at in range(place - 1, max(-1, place - 1 - _GOVERNED), -1):
        if mark_before(text, at + 1):
            return None
        if at in ways:
            return ways[at]
    return None


def _sides_exchanged(
    sentence: Passage,
    at: int,
    way: str,
    evidence: Passage,
    theirs: dict[int, str],
    aligned: Alignment,
) -> bool:
    """Whether what the sentence has behind a word the evidence has before the same word."""
    same = [other for other, their_way in theirs.items() if their_way == way]
    if way not in (_BEFORE, _AFTER) or len(same) != 1:
        return False
    host, behind = set(_host(evidence, same[0])), set(_behind(evidence, same[0]))
    return _rests(sentence, _host(sentence, at), behind, aligned) and _rests(
        sentence, _behind(sentence, at), host, aligned
    )


def _rests(sentence: Passage, places: range, there: set[int], aligned: Alignment) -> bool:
    """Whether a word at *places* of the sentence rests on words of *there* alone."""
    return any(
        bool(support := set(aligned.every.get(p, ()))) and support <= there
        for p in places
        if p in sentence.telling
    )


def _behind(text: Passage, at: int) -> range:
    """The words of the clause behind the word of time at *at*."""
    end = at + 1
    while end < min(len(text.words), at + 1 + _HOST) and not mark_before(text, end):
        end += 1
    return range(at + 1, end)


def _host(text: Passage, at: int) -> range:
    """The words of the clause before the word of time at *at*."""
    first = at
    while first > max(0, at - _HOST) and not mark_before(text, first):
        first -= 1
    return range(first, at)
