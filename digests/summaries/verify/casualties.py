"""Casualties: a number of dead, wounded or missing has the body that gives it.

The rule: a number beside a word for dead, wounded, missing or detained victims stands in the claim
of a frame whose speaker names a body or a person, who is in the evidence, or behind the body that
recorded it («سجلت وزارة الصحة») or announced it («إعلان الجيش») and that speaks in the evidence, or
the country or body that records cases there too («سجلت مصر»). «حصيلة» and «مصادر» name nobody. A
number that only says after what something else was done («علّق عمله بعد مقتل 3 من موظفيه») needs
none where nobody in the article gives it.
Bodies that the evidence counts are not told as persons; who is alive is no victim.

What it may get wrong: a toll of the distant past that nobody disputes needs its body too. There is
no escape hatch: the source's own words stay for such a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lexicon import of_names
from digests.language.lists import folded
from digests.language.quantities import Kind, Quantity
from digests.language.reporting import Frame
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage, passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.speakers import body
from digests.summaries.verify.victims import exchanged
from digests.summaries.verify.who import subject_gone_on_with

_VICTIMS = folded("""
        توفيا قتلا أصيبا جرحا لقيا حتفهم قتيل قتيلا قتلى قتيلين قتيلان مقتل قتل قتلت قتلوا قتلهم
        قتلا جريح جريحا جرحى جريحين جريحان
        جرح جرحوا
        جرحت إصابة إصابات مصاب مصابا مصابين مصابون أصيب أصيبوا أصيبت إصابته إصابتهم ضحية ضحايا
        وفاة وفيات
        توفي توفوا توفيت مصرع مصرعهم لقوا لقي مفقود مفقودا مفقودين مفقودون فقدوا مات ماتوا موت
        شهيد شهداء
        جثة جثث وفاتهم مقتلهم بجروح أودى أودت حياة بحياة
        """)
#: Words that open a sentence in which a body counts victims: verbs, and the bodies.
_OPENING = 2
_RECORDS = folded("سجل سجلت أحصى أحصت رصد رصدت وثق وثقت قدر قدرت")
_RECORDING = folded(
    "وزارة الوزارة مديرية إدارة دائرة هيئة الهيئة مكتب المكتب منظمة المنظمة منظمات مستشفى المستشفى "
    "سلطات السلطات مركز المركز معهد المعهد بعثة البعثة لجنة اللجنة وكالة الوكالة نقابة النقابة"
)
#: Words between a number and the word for its victims.
_NEAR = 4
_AMONG_LIFE = folded("حياة بحياة أودى أودت لقي لقوا فقدوا")


def casualties(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A number of victims in *sentence* that no body gives, or that counts other victims."""
    for place, word in enumerate(sentence.words):
        if not any(form in _VICTIMS for form in without_particles(word.fold)):
            continue
        if place and (sentence.words[place - 1].fold in _ALIVE or _living(sentence, place)):
            continue
        if not _counted(sentence, place) or _cases(sentence, place, source.passage, aligned):
            continue
        frames = [f for f in sentence.frames if place in f.claim]
        bodies = [p for f in frames for p in body(sentence, f) or _who_goes_on(sentence, f)]
        given = any(aligned.of(p) for p in bodies) or _recorded(sentence, place, source, aligned)
        given = given or _only_dates(sentence, place, source, aligned)
        if not given and not _announced(sentence, place, source, aligned):
            return Refusal(
                Code.CASUALTIES,
                f"the number with «{word.text}» needs the body that gives it, as in the evidence",
            )
    return exchanged(sentence, source.passage)


def _only_dates(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the victims at *place* only say after what something else was done, and the article
    has nobody give their number: «علّق البرنامج عمله بعد مقتل 3 من موظفيه»."""
    before = sentence.words[place - 1].fold if place > 1 else ""
    tied = sentence.words[place].fold in _VICTIMS and before in _AFTER
    evidence = source.passage
    if not tied or not _counted_there(sentence, place, evidence, aligned, 2 * _NEAR):
        return False
    if any(f.at < place for f in sentence.frames):
        return False
    ours = {q.value for q in sentence.numbers if 0 <= q.first - place <= _NEAR}
    text = passage(source.article.text, source.article.language)
    return not any(
        q.value in ours and any(q.first in f.claim for f in told.frames)
        for told in (evidence, text)
        for q in told.numbers
    )


#: What ties a death to what was done behind it.
_AFTER = folded("بعد عقب إثر منذ قبل")


def _living(sentence: Passage, place: int) -> bool:
    """Whether the victims at *place* do what only the living can: «تحدث تسعة من الضحايا»."""
    counting = (q for q in sentence.numbers if 0 <= place - q.end <= 1 and q.first)
    before = {
        form for q in counting for form in without_particles(sentence.words[q.first - 1].fold)
    }
    return sentence.words[place].fold.endswith(_SURVIVING) and not before.isdisjoint(_ACTING)


#: Victims who may be alive, as a word ends, and what they do then.
_SURVIVING = ("ضحايا", "مصابين", "جرحى")
_ACTING = forms(
    "ar", "تحدث يتحدث, شهد يشهد, أدلى يدلي, روى يروي, حضر يحضر, طالب يطالب, غادر يغادر".split(", ")
)


def _who_goes_on(sentence: Passage, frame: Frame) -> list[int]:
    """Who spoke or acted before a verb of saying that names nobody: «أعلن الرئيس …، وقال إن»."""
    if sentence.words[frame.at].fold[0] not in _AND:
        return []
    before = [f for f in sentence.frames if f.at < frame.at and body(sentence, f)]
    return body(sentence, before[-1]) if before else subject_gone_on_with(frame, sentence)


_AND = "وف"


def _cases(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether cases of a disease are counted at *place* that nobody is said to have recorded in
    either text: «شمل التحليل 94 إصابة مؤكدة», "the analysis covered 94 confirmed cases"."""
    found = aligned.every.get(place, ())
    cases = bool(found) and all(evidence.words[j].fold in _OF_A_DISEASE for j in found)
    counted = any(q.end == place for q in sentence.numbers)
    beside = {j - 1 for j in found}  # "94 confirmed cases"
    others = (w.fold for j, w in enumerate(evidence.words) if j not in beside)
    recorded = any(word.lstrip("ו") in _RECORDED for word in others)
    recorded = recorded or any(w.fold.lstrip("و") in _RECORDS for w in sentence.words)
    return cases and counted and not recorded and not evidence.frames


_OF_A_DISEASE = folded("case cases infection infections מקרה מקרים נדבק נדבקו נדבקים")


def _recorded(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the sentence opens with a body that records the number, and the evidence has it say
    so: «سجلت وزارة الصحة 400 إصابة»."""
    evidence = source.passage
    if len(sentence.words) < _OPENING:
        return False
    verb, doer = (word.fold for word in sentence.words[:_OPENING])
    if _RECORDS.isdisjoint((verb, verb[1:])):
        return False
    body_of_it = doer in _RECORDING or bool(sentence.keys[1]) or of_names(sentence.meanings[1])
    counted = _counted_there(sentence, place, evidence, aligned)
    if body_of_it and counted and _records_cases(0, 1, evidence, aligned):
        return True
    if doer not in _RECORDING:
        return False
    speaking = {p for frame in evidence.frames for p in body(evidence, frame)}
    return not speaking.isdisjoint(aligned.of(1))


def _counted_there(
    sentence: Passage, place: int, evidence: Passage, aligned: Alignment, behind: int = _NEAR
) -> bool:
    """Whether the evidence has the word for victims at *place* beside the number of ours, at most
    so many words *behind* it."""
    ours = [q.value for q in sentence.numbers if -_NEAR <= q.first - place <= _NEAR]
    return any(
        q.value in ours and q.first - _NEAR <= j < q.end + behind
        for q in evidence.numbers
        for j in aligned.every.get(place, ())
    )


def _records_cases(verb: int, doer: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether a country or a body that *doer* names records something in the evidence too.

    "Egypt recorded three million cases": it stands right by such a verb.
    """
    for there in aligned.of(doer):
        for theirs in aligned.of(verb):
            first, last = sorted((there, theirs))
            marked = any(evidence.gap(p).strip(" -") for p in range(first + 1, last + 1))
            before = there > theirs if evidence.language == "ar" else there < theirs
            if before and last - first <= _BY_ITS_VERB and not marked:
                return evidence.words[theirs].fold.lstrip("وו") in _RECORDED
    return False


#: Words from who records to the verb, at most, and such verbs.
_BY_ITS_VERB = 3
_RECORDED = (
    forms("en", ["record", "report", "register", "log", "confirm"])
    | forms("ar", ["سجل يسجل", "أحصى يحصي", "رصد يرصد", "وثق يوثق"])
    | folded("רשם רשמה רשמו דיווח דיווחה דיווחו תיעד תיעדה מנה מנתה")
)
#: «على قيد الحياة», alive.
_ALIVE = folded("قيد")


def _announced(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the number stands in what a noun says that a body of the evidence announced.

    «إعلان الجيش العثور على ست جثث»: the body stands right behind the noun.
    """
    evidence = source.passage
    speaking = {p for frame in evidence.frames for p in body(evidence, frame)}
    for at in range(place - 1, max(-1, place - _ANNOUNCED), -1):
        if sentence.gap(at + 1).strip():
            return False
        if not _SAYING.isdisjoint(without_particles(sentence.words[at].fold)):
            return not speaking.isdisjoint(aligned.of(at + 1))
    return False


_SAYING = folded("إعلان تأكيد إفادة")
#: Words from such a noun to the word for victims.
_ANNOUNCED = 12


def _counted(sentence: Passage, place: int) -> bool:
    word = sentence.words[place].fold
    if word in _AMONG_LIFE and not any(
        abs(q.first - place) <= 2 and q.first > place for q in sentence.numbers
    ):
        return False
    before = sentence.words[place - 1].fold if place else ""
    if any(form in _RELATIVES for form in without_particles(before or " ")):
        return False
    return any(
        (-_NEAR <= q.first - place <= _NEAR or _bare(sentence, q, place))
        and not _measured(sentence, q)
        for q in sentence.numbers
    )


#: Those of whom a number beside the word for victims is told: «العشرات من ذوي الضحايا».
_RELATIVES = folded(
    "ذوو ذوي أهالي أهل عائلات عائلة أسر أسرة أقارب أقرباء آباء أمهات محامو محامي والدي"
)


def _bare(sentence: Passage, quantity: Quantity, place: int) -> bool:
    """Whether a number further on has no noun of its own: «حصيلة القتلى … إلى 61»."""
    if quantity.first < place or quantity.kind in (Kind.DUAL, Kind.ORDINAL, Kind.PERCENT):
        return False
    end = quantity.end
    return end >= len(sentence.words) or any(c in sentence.gap(end) for c in "،,.؛")


def _measured(sentence: Passage, quantity: Quantity) -> bool:
    """Whether *quantity* counts money, length or time, and no victims: «توفي بعد أسبوعين»."""
    end = quantity.end
    if quantity.kind is Kind.DUAL:
        return sentence.words[end - 1].fold in _TWO
    return end < len(sentence.words) and sentence.words[end].fold in _UNITS


_UNITS = folded(
    "دولار دولارا دولارات يورو شيكل جنيه عاما سنة سنوات أعوام يوما أيام ساعات شهرا أشهر كيلومترا "
    "أسبوعا أسابيع ساعة دقيقة دقائق"
)
#: Two of a measure of time.
_TWO = folded("يومين أسبوعين شهرين عامين سنتين ساعتين دقيقتين عقدين")


def persons_for_bodies(
    sentence: Passage, quantity: Quantity, evidence: Passage, same: Sequence[Quantity]
) -> bool:
    """Whether *quantity* counts persons of whom the evidence, by the *same*, counts the dead:
    «12 شخصا» for «12 جثة»."""
    noun = sentence.words[quantity.end : quantity.end + 1]
    return bool(noun and noun[0].fold in PERSONS) and all(
        any(word.fold in _BODIES for word in evidence.words[q.end : q.end + _NEAR]) for q in same
    )


#: Words for persons of whom nothing more is said.
PERSONS = folded("شخص شخصا أشخاص")
_BODIES = folded("جثة جثث جثمان جثامين رفات bodies corpses remains גופות")
