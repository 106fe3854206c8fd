"""Exceptions and limits: what the evidence says of all but some, or of a time, is told so.

The rule: an exception of the evidence («باستثناء», except, למעט) whose clause the sentence tells
stands in the sentence, as an exception or as a negation; one under a negation («لا … إلا») stands
there as an exception or as "only". A sentence has no «لا … إلا» where the evidence has nothing of
the kind. What holds on a condition («بشرط», unless) is told with one. What has "not yet" come
about, or holds "for now", is told with a word for it.

What it may get wrong: "apart from" may add as well as take away, and is an exception only beside a
word for all or none; «بعد» is "yet" only where nothing follows that it could stand before. The
escape hatch is the tables below.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lexicon import joined
from digests.language.lists import folded
from digests.language.negation import below, denies_a_clause
from digests.language.normal import fold
from digests.language.scarcity import LITTLE, lets_little_through
from digests.language.seeming_hedges import seeming
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.fixed_phrases import phrases
from digests.summaries.verify.no_longer import ended
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Words after a negation within which its exception stands.
_EXCEPT_WITHIN = 3
#: Words before (or, of one that opens the sentence, behind) an exception that say of what it is.
_HOST = 8
#: Words of the host that a sentence has to tell before it has to tell the exception.
_TOLD = 2
#: Words before and behind a limit in time that say what is limited.
_LIMITED = 7


def exceptions(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """An exception or a limit of the evidence that *sentence* drops, or one that it adds."""
    return (
        _of_a_denial(sentence, source, aligned)
        or _of_all(sentence, source, aligned)
        or _conditioned(sentence, source, aligned)
        or _added(sentence, source)
        or _limited(sentence, source, aligned)
        or _until(sentence, source, aligned)
        or _new(sentence, source)
    )


def excepts(text: Passage, place: int) -> bool:
    """Whether a word for an exception stands at *place*: «إلا», and neither «ألا» nor «إلا أن»."""
    word = text.words[place]
    if word.fold != _ILLA:
        return word.fold in _EXCEPTIONS
    behind = text.words[place + 1].fold if place + 1 < len(text.words) else ""
    return not denies_a_clause(word.text) and behind not in _THAT


_ILLA, _SIWA = fold("إلا"), fold("سوى")
_THAT = folded("أن أنه أنها أنهم أنهما أنني أننا")
_EXCEPTIONS = folded("سوى except unless אלא מלבד פרט למעט")
#: Words that tell an exception, or that there is nothing else.
_EXCEPT = folded(
    "سوى فقط فحسب وحده وحدها وحدهم عدا ماعدا باستثناء حصرا مجرد اقتصر اقتصرت تقتصر يقتصر إذا بل"
)


def _of_a_denial(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A denial of the evidence that has an exception, told without it."""
    evidence = source.passage
    if _excepted(sentence):
        return None
    for negation in sentence.negations:
        support = {j for p in range(negation.at, negation.end) for j in aligned.of(p)}
        for theirs in evidence.negations:
            reach = range(theirs.at, min(len(evidence.words), theirs.end + _EXCEPT_WITHIN))
            if not support & set(reach) or theirs.at not in source.inside:
                continue
            for place in reach:
                if place > theirs.at + 1 and any(c in evidence.gap(place) for c in ".؛;!؟?"):
                    break
                if excepts(evidence, place):
                    return _keep(evidence, place)
    return None


def _excepted(sentence: Passage) -> bool:
    places = range(len(sentence.words))
    return any(sentence.words[p].fold in _EXCEPT or excepts(sentence, p) for p in places)


def _keep(evidence: Passage, place: int) -> Refusal:
    shown = evidence.words[place].text
    return Refusal(Code.NEGATION, f"the evidence has an exception («{shown} …»); keep it")


def _of_all(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """What the evidence says of all but some, told without the exception."""
    evidence = source.passage
    if _excepted(sentence) or any(_answers(word.fold) for word in sentence.words):
        return None
    if sentence.negations and not evidence.negations:
        return None
    for at, _ in [f for f in phrases(evidence, _OUTRIGHT) if not _forbids(evidence, f[0])] + [
        found for found in phrases(evidence, _MAYBE) if _of_everybody(evidence, found[0])
    ]:
        host = _host(evidence, at)
        told = [p for p in sentence.content if set(aligned.of(p)) & host]
        if len(told) >= _TOLD:
            return _keep(evidence, at)
    return None


def _forbids(evidence: Passage, at: int) -> bool:
    """Whether "barring" and "excluding" forbid here: "barring the firm from …"."""
    behind = evidence.words[at + 1 : at + 1 + _BARRED_WITHIN]
    return evidence.words[at].fold == "barring" and any(w.fold == "from" for w in behind)


#: Words between "barring" and its "from".
_BARRED_WITHIN = 5


def _conditioned(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """What the evidence says on a condition, told without it; «إذا» is a hedge of `strength`."""
    evidence = source.passage
    if any(_IF.intersection(without_particles(word.fold)) for word in sentence.words):
        return None
    if phrases(sentence, _IN_CASE):
        return None
    for at, _ in phrases(evidence, _CONDITIONS):
        if seeming(evidence.words, at, evidence.language):
            continue  # בתנאי השכר
        told = [p for p in sentence.content if set(aligned.of(p)) & _host(evidence, at)]
        if len(told) >= _TOLD and at in source.inside:
            shown = evidence.words[at].text
            return Refusal(Code.STRENGTH, f"the evidence has a condition («{shown} …»); keep it")
    return None


_CONDITIONS = {
    "en": "on condition that, on the condition that, provided that, providing that, unless, "
    "as long as, so long as",
    "ar": "بشرط, شريطة, شرط أن, ما لم, طالما أن, مشروط ب, مشروطة ب",
    "he": "בתנאי, אלא אם, כל עוד",
}
_IN_CASE = {"ar": "ما لم, إن لم, في حال, في حالة, إلا إن, على أن"}
_IF = folded(
    "شرط شريطة اشترط اشترطت يشترط تشترط مشترطا مشترطة مشروط مشروطة مشروطا رهن رهنا مرهون مرهونة "
    "إذا لو طالما مادام دام دامت متى"
)


def _answers(word: str) -> bool:
    return any(form in _EXCEPTED for form in without_particles(word))


_EXCEPTED = folded(
    "استثناء استثنى استثنت يستثني تستثني يستثنى تستثنى مستثنى مستثناة مستثنيا مستثنية خلا دون بدون "
    "إعفاء معفى معفاة أعفى أعفت يعفي تعفي استبعاد"
)
_OUTRIGHT = {
    "en": "except, excepting, excluding, barring, with the exception of",
    "ar": "باستثناء, ما عدا, ماعدا, وباستثناء, فيما عدا, يستثنى, تستثنى, ويستثنى, وتستثنى",
    "he": "למעט, ולמעט",
}
_MAYBE = {
    "en": "apart from, aside from, other than, save for, but for",
    "ar": "عدا, سوى, خلا",
    "he": "מלבד, פרט, חוץ, להוציא",
}
_EVERYBODY = folded(
    "all every each everyone everybody everything any no none entire "
    "كل جميع كافة جميعها جميعهم كلها كلهم أي כל כולם כולן אף"
)


def _of_everybody(evidence: Passage, at: int) -> bool:
    first = at
    while first > 0 and not _ends(evidence, first):
        first -= 1
    around = _host(evidence, at) | set(range(first, at))
    return any(evidence.words[j].fold in _EVERYBODY for j in around)


def _host(evidence: Passage, at: int) -> set[int]:
    """The words of the clause that the exception at *at* is taken from."""
    first = at
    while first > max(0, at - _HOST) and not _ends(evidence, first):
        first -= 1
    if at - first >= _TOLD:
        return set(range(first, at))
    end = at + 1
    while end < min(len(evidence.words), at + 2 * _HOST) and not _ends(evidence, end):
        end += 1
    return set(range(at + 1, end))


def _ends(evidence: Passage, place: int) -> bool:
    return any(mark in ".;:!?؟؛" for mark in evidence.gap(place))


def _added(sentence: Passage, source: Source) -> Refusal | None:
    """«لا … إلا» of the sentence where the evidence has neither an exception nor "only"."""
    evidence = source.passage
    theirs = {form for word in evidence.words for form in without_particles(word.fold)}
    if theirs & _LIMITS or any(excepts(evidence, p) for p in range(len(evidence.words))):
        return None
    for place, word in enumerate(sentence.words):
        if word.fold not in (_ILLA, _SIWA) or not excepts(sentence, place):
            continue
        if _only_if(sentence, place) and phrases(evidence, _UNLESS):
            continue
        if sentence.words[place + 1 : place + 2] and sentence.words[place + 1].fold in _A_QUARTER:
            continue  # «الثالثة إلا ربعًا»
        if theirs & LITTLE and lets_little_through(sentence.words, place):
            continue
        behind = sentence.words[place + 1].fold if place + 1 < len(sentence.words) else ""
        if not theirs & _UNTIL or behind in _UNTIL:
            return Refusal(Code.NEGATION, f"the evidence has no exception («{word.text} …»)")
    return None


def _only_if(sentence: Passage, place: int) -> bool:
    """Whether «إلا إذا» stands at *place* and no denial behind it: it says what «ما لم» does."""
    behind = [word.fold for word in sentence.words[place + 1 : place + 3]]
    return behind[:1] == [_PROVIDED] and behind[-1] not in _NOT


_A_QUARTER = folded("ربعا ثلثا")
_PROVIDED, _NOT = fold("إذا"), folded("لم لا لن ما")
_UNLESS = {"ar": "ما لم, إن لم", "he": "אלא אם"}
#: Words by which an evidence limits what it says, as «لا … إلا» does.
_LIMITS = frozenset(
    "only merely mere solely exclusively alone except excepting excluding barring apart aside "
    "save but unless sole lone limited".split()
) | folded(
    "فقط فحسب وحده وحدها وحدهم حصرا حصريا مجرد اقتصر اقتصرت يقتصر تقتصر مقتصر عدا باستثناء "
    "רק בלבד לבדו לבדה למעט מלבד פרט חוץ להוציא אלא יחיד"
)
#: Words of time that limit a denial as «إلا بعد» does.
_UNTIL = folded("until till before حتى قبل עד לפני")
_SINCE = folded("since منذ מאז")


def _limited(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """What holds so far or for now, told without a limit in time."""
    evidence = source.passage
    ours = {form for word in sentence.words for form in without_particles(word.fold)}
    if ours & _IN_TIME:
        return None
    denied = {p for n in sentence.negations for p in range(n.at, n.end + 1)}
    for at, end in phrases(evidence, _SO_FAR) + _yet(evidence):
        about = _about(evidence, at, end)
        to_come = end < len(evidence.words) and evidence.words[end].fold == "to"  # "yet to agree"
        if not to_come and not any(n.at in about for n in evidence.negations):
            continue
        if any(set(aligned.of(p)) & about for p in denied & sentence.telling):
            return _untimed(evidence, at, end)
    for at, end in phrases(evidence, _FOR_NOW):
        about = _about(evidence, at, end)
        if sum(bool(set(aligned.of(p)) & about) for p in sentence.content) >= _TOLD:
            return _untimed(evidence, at, end)
    return None


def _until(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """What is denied until something comes about, told as denied for good."""
    evidence = source.passage
    if any(set(without_particles(word.fold)) & _TOLD_UNTIL for word in sentence.words):
        return None
    words = sentence.words
    if any(words[p].fold == _YET for n in sentence.negations for p in _behind(sentence, n.at)):
        return None
    told = {
        j
        for n in sentence.negations
        for p in range(n.at, n.end)
        if p in sentence.telling
        for j in aligned.of(p)
    }
    for negation in evidence.negations:
        if not told.intersection(range(negation.at + 1, negation.end)):
            continue
        for at in range(negation.at + 1, min(len(evidence.words), negation.at + _CLAUSE)):
            of_a_noun = evidence.words[negation.at].fold in _OF_NOUNS
            if _ends(evidence, at) or evidence.words[at].fold in _AND:
                break
            if of_a_noun and evidence.gap(at).strip():
                break  # «عدم ذكر اسمه، قد يتأخر حتى»
            if evidence.words[at].fold in _UNTIL | _SINCE:
                return _untimed(evidence, at, at + 1)
    return None


#: Words behind a negation within which stands until when it holds.
_CLAUSE = 12
_OF_NOUNS = folded("عدم بعدم لعدم وعدم دون بدون بلا without ללא בלי")
_AND = folded("and but אבל אך لكن ولكن بل")


def _behind(sentence: Passage, at: int) -> range:
    return range(at + 1, min(len(sentence.words), at + 1 + _YET_WITHIN))


#: «بعد» behind a negation, and the words within which it stands.
_YET, _YET_WITHIN = fold("بعد"), 3
_TOLD_UNTIL = folded(
    "قبل قبيل حتى إلا ريثما حين لحين حينما عندما قبلما بانتظار منذ مذ يسبق تسبق سبق سبقت"
)


def _new(sentence: Passage, source: Source) -> Refusal | None:
    """«لم يعد», «دون سطح البحر» where the evidence has no end and nothing below."""
    theirs = {f for word in source.passage.words for f in without_particles(word.fold)}
    if ended(sentence, theirs):
        return Refusal(Code.STRENGTH, "the evidence does not say «no longer»")
    low = theirs & _LOW or any(word.startswith(("sub", "under")) for word in theirs)
    for place, word in enumerate(sentence.words):
        if word.fold == _DUNA and below(sentence.words, place) and not low:
            return Refusal(Code.STRENGTH, "the evidence does not say «below»")
    return None


_DUNA = fold("دون")
_LOW = folded(
    "below under beneath less lower lowest short fewer sub minimum minor minors younger without "
    "מתחת תחת פחות נמוך נמוכה נמוכים מתחתיו עד دون تحت أقل أدنى بدون بلا غير ללא בלי"
)


def _untimed(evidence: Passage, at: int, end: int) -> Refusal:
    shown = evidence.text[evidence.words[at].start : evidence.words[end - 1].end]
    return Refusal(Code.STRENGTH, f"the evidence says this only with «{shown}»; keep it")


def _about(evidence: Passage, at: int, end: int) -> set[int]:
    """The words of the sentence around a limit in time that say what is limited."""
    first, last = at, end
    while first > max(0, at - _LIMITED) and not _another(evidence, first):
        first -= 1
    while last < min(len(evidence.words), end + _LIMITED) and not _another(evidence, last):
        last += 1
    return set(range(first, last))


def _another(evidence: Passage, place: int) -> bool:
    """Whether another statement begins at *place*: behind a stop, or joined behind a comma."""
    word = evidence.words[place].fold if place < len(evidence.words) else ""
    another = (word[:1] in _AND and joined(word)) or word in ("and", "but")
    return _ends(evidence, place) or (another and not {",", "،"}.isdisjoint(evidence.gap(place)))


_AND = frozenset("וو")
_SO_FAR = {
    "en": "yet, so far, to date, until now, thus far, as of now",
    "ar": "حتى الآن, حتى اللحظة, إلى الآن, لحد الآن, حتى الساعة, حتى اليوم",
    "he": "טרם, עדיין, עד כה, עד עתה, עד היום, לעת עתה",
}
_FOR_NOW = {
    "en": "for now, for the time being, until further notice",
    "ar": "حتى إشعار آخر, إلى إشعار آخر, في الوقت الراهن",
    "he": "לעת עתה, בשלב זה, עד להודעה חדשה",
}
_YET = fold("بعد")
_BEHIND_YET = folded("ما إذا إن أن عن إلى على من في")
_IN_TIME = folded(
    "بعد حتى الآن للآن اللحظة حاليا حاليًا حالي الحالي الحالية راهن الراهن الراهنة مؤقت مؤقتا مؤقتة "
    "المؤقت المؤقتة زال زالت يزال تزال يزالون إشعار المرحلة الساعة سبق يسبق حينه"
)


def _yet(evidence: Passage) -> list[tuple[int, int]]:
    """The places of «بعد» that says "yet": behind its verb and before nothing of its own."""
    if evidence.language != "ar":
        return []
    return [
        (at, at + 1)
        for at, word in enumerate(evidence.words)
        if word.fold == _YET
        and (
            at + 1 == len(evidence.words)
            or evidence.gap(at + 1).strip()
            or evidence.words[at + 1].fold in _BEHIND_YET
        )
    ]
