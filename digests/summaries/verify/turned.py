"""Before and after, since and until: one is not told for the other.

The rule: the noun or date of the sentence right behind such a word rests on a noun or date of the
evidence; where only the opposite word stands right before that one there, the sentence is refused.
Until a day is not from it on, nor is either in it. Refused is also one with the same word whose two
sides have changed places: «التصويت قبل المغادرة». Behind a "no", «بعد» is "yet", unless the
evidence has "before" right there: «لن يتفاوض بعد حلها». Nor is during a thing before or after it. A
bare year (since 2019) has its word right before it.

What it may get wrong: "before three days" is a time ago and is left alone. The escape hatch is the
table.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.dates import alike
from digests.summaries.verify.exchanged import year
from digests.summaries.verify.gaps import says
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.units import is_time

_BEFORE, _AFTER, _SINCE, _UNTIL, _DURING = "before", "after", "since", "until", "during"
_WORDS = {
    "ar": {
        _BEFORE: folded("قبل قبيل وقبل"),
        _AFTER: folded("بعد بعدما عقب وبعد وعقب"),
        _SINCE: folded("منذ مذ ومنذ اعتبارا ابتداء بدءا"),
        _UNTIL: folded("حتى وحتى بحلول"),
        _DURING: folded("خلال أثناء وخلال"),
    },
    "en": {
        _BEFORE: folded("before ahead prior"),
        _AFTER: folded("after following"),
        _SINCE: folded("since from starting"),
        _UNTIL: folded("until till by"),
        _DURING: folded("during"),
    },
    "he": {
        _BEFORE: folded("לפני ולפני קודם"),
        _AFTER: folded("אחרי לאחר ואחרי ולאחר"),
        _SINCE: folded("מאז ומאז החל"),
        _UNTIL: folded("עד ועד"),
        _DURING: folded("במהלך ובמהלך"),
    },
}
#: «بدءًا», which without its hamza on the line has the form of «بدأ», began.
_STARTING, _HAMZA = fold("بدءا"), "ء"
#: Words for before and after in Arabic, before which «حتى» says "even".
_MOMENTS = _WORDS["ar"][_BEFORE] | _WORDS["ar"][_AFTER]
#: What is not told for which: up to a day is not from it on, nor after it.
_CONTRARY = {
    _BEFORE: (_AFTER, _SINCE, _DURING),
    _AFTER: (_BEFORE, _UNTIL, _DURING),
    _SINCE: (_UNTIL, _BEFORE),
    _UNTIL: (_SINCE, _AFTER),
    _DURING: (_BEFORE, _AFTER),
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
#: Words behind such a word, and before it, that say what is set in time.
_HOST, _CLAUSE = 8, 12


def turned(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A word of time in *sentence* where the evidence has its opposite."""
    evidence = source.passage
    theirs = {at: way for at in range(len(evidence.words)) if (way := _way(evidence, at))}
    for at in range(len(sentence.words)):
        yet = _yet(sentence, at)
        way = _AFTER if yet else _way(sentence, at)
        governed = _governed(sentence, at) if way else None
        if way is None or governed is None:
            continue
        there = _supports(sentence, governed, evidence, aligned)
        ways = _ways_there(sentence, governed, way, evidence, theirs, aligned)
        if ways and all(w in _CONTRARY[way] and (w == _BEFORE or not yet) for w in ways):
            return _refused(sentence, at, governed)
        if yet:
            continue
        timed = governed in sentence.dated or (
            way in (_BEFORE, _AFTER) and _year(sentence, governed) is not None
        )
        plain = there and not ways and timed
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


_IN = folded("in on في ב")


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
    if word == _STARTING and _HAMZA not in text.words[at].text:
        return None  # «أسبوع بدأ في 9 كانون الثاني»
    if way == _UNTIL and text.words[at + 1].fold in _MOMENTS:
        return None  # «حتى بعد», even after
    if way == _BEFORE and (_by(text, at) or _in_front_of(text, at)):
        return None
    if word == _STILL and any(0 < at - n.at <= _YET for n in text.negations):
        return None  # «لا يوجد بعد»: yet
    if way == _AFTER and at and text.words[at - 1].fold in _BUT:
        return None  # «لن يفتح إلا بعد»: not before
    if way in (_BEFORE, _AFTER, _DURING) and _lasting(text, at + 1):
        return None
    return way


def _by(text: Passage, at: int) -> bool:
    """Whether «قبل» at *at* is that of «من قبل», by."""
    return at > 0 and text.words[at - 1].fold == "من"


def _in_front_of(text: Passage, at: int) -> bool:
    """Whether "before" at *at* says where: before the court, לפני הוועדה."""
    behind = text.words[at + 1 : at + 1 + _FORUM_WITHIN]
    return any(not _FORUMS.isdisjoint(without_particles(word.fold)) for word in behind)


#: Before whom one stands, and words from "before" to it.
_FORUMS, _FORUM_WITHIN = (
    folded(
        "court judge judges tribunal jury committee commission panel parliament congress senate "
        "inquiry magistrate camera cameras council assembly lawmakers audience crowd crowds "
        "בית שופט שופטת ועדה ועדת הכנסת מצלמות קהל"
    ),
    3,
)


def _yet(text: Passage, at: int) -> bool:
    """Whether «بعد» at *at* may be "yet", behind a "no" and no "but": «لن يتفاوض بعد حل …»."""
    if text.words[at].fold != _STILL or at + 1 >= len(text.words) or mark_before(text, at + 1):
        return False
    if text.words[at + 1].fold in _PREPOSITIONS:
        return False  # «لم يمثل بعد أمام المحكمة»
    return any(
        0 < at - n.at <= _YET and not any(w.fold in _BUT for w in text.words[n.at : at])
        for n in text.negations
    )


_BUT = folded("إلا سوى غير حتى")
_PREPOSITIONS = folded("أمام على إلى عن من في مع بين لدى")


def _lasting(text: Passage, place: int) -> bool:
    """Whether a length of time begins at *place*: «قبل ثلاثة أيام», "after two weeks"."""
    if place in text.dated or text.words[place].fold in _POINTS or _year(text, place):
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
        if place in text.dated or (place == at + 1 and _year(text, place)):
            return place
        if place in text.counted:
            return None
        if text.words[place].fold not in FREE and (text.language == "ar" or says(text, place)):
            return place
    return None


def _year(text: Passage, place: int) -> int | None:
    """The year at *place*, by its noun or by itself: «عام 2019», שנת 2019, 2019."""
    named = _names_a_year(text, place)
    if not named and place and _names_a_year(text, place - 1):
        return None
    number = next((q for q in text.quantities if q.first == place + named), None)
    return int(number.value) if number is not None and year(number) else None


def _names_a_year(text: Passage, place: int) -> bool:
    return not _YEARS.isdisjoint(without_particles(text.words[place].fold))


#: Nouns of a year.
_YEARS = folded("عام سنة العام السنة year שנת")


def _supports(
    sentence: Passage, place: int, evidence: Passage, aligned: Alignment
) -> tuple[int, ...]:
    """Where the evidence has the word, the date or the year at *place* of the sentence."""
    if place not in sentence.dated and (year := _year(sentence, place)) is not None:
        return tuple(p for p in range(len(evidence.words)) if _year(evidence, p) == year)
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


def _ways_there(
    sentence: Passage,
    governed: int,
    way: str,
    evidence: Passage,
    theirs: dict[int, str],
    aligned: Alignment,
) -> list[str]:
    """The words of time before what is at *governed*, or else before the noun of its genitive.

    «قبل انتهاء المفاوضات» is not "after the talks on a new deal had ended".
    """
    places = [governed]
    following = governed + 1
    if (
        way not in theirs.values()
        and _way(sentence, governed) is None
        and aligned.every.get(governed)
        and following in sentence.telling
        and not mark_before(sentence, following)
        and sentence.words[following].fold.startswith("ال")
    ):
        places.append(following)
    first = min(aligned.every.get(governed, ()), default=len(evidence.words))
    moments = {at: w for at, w in theirs.items() if w not in (_SINCE, _UNTIL) and at < first}
    for place in places:
        there = _supports(sentence, place, evidence, aligned)
        known = theirs if place == governed else moments  # no "by" of "pressure by the union"
        if ways := [w for j in there for w in _nearest(evidence, j, known, way)]:
            return ways
    return []


def _nearest(text: Passage, place: int, ways: dict[int, str], ours: str) -> list[str]:
    """The nearest word of time before *place* that nothing parts from it, and one joined to it.

    Right before it, where one of the two is "during": «خلال حملة الانتخابات» is before them.
    """
    for at in range(place - 1, max(-1, place - 1 - _GOVERNED), -1):
        if mark_before(text, at + 1):
            return []
        if at in ways:
            close = all(text.words[p].fold in _ARTICLES for p in range(at + 1, place))
            near = _DURING not in (ours, ways[at]) and _year(text, place) is None
            joined = [ways[at - 2]] if at - 2 in ways else []  # "during and after the war"
            return [ways[at], *joined, *_joined_behind(text, place)] if close or near else []
    return []


def _joined_behind(text: Passage, place: int) -> list[str]:
    """The word of time, with its pronoun, that is joined behind *place*: «وبعدها», ובמהלכה."""
    word = text.words[place + 1].fold if place + 1 < len(text.words) else ""
    forms = {word[1:].removesuffix(own) for own in _PRONOUNS} if word[:1] in ("و", "ו") else set()
    return [way for way, words in _WORDS[text.language].items() if forms & words]


_PRONOUNS = ("", *folded("ه ها هم"), "ה", "ו", "ם")


_ARTICLES = frozenset("the a an his her its their this that".split())


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
    """The words of the clause before the word of time at *at*, a mark right before it aside.

    "Egypt is the third country to be certified, after Morocco".
    """
    first = at - mark_before(text, at) if at else at
    most = _CLAUSE if first == at else 2 * _HOST
    while first > max(0, at - most) and not mark_before(text, first):
        first -= 1
    return range(first, at)
