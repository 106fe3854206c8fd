"""Particles that need no support by themselves: the evidence ties its words without them.

The rule: excused are «بعد» for "yet", «داخل» for "in", «على أيدي» for "by", a word for "because of"
before what the evidence tells as a cause, or as what does it to another, "ever" with a no where the
evidence has one, «مقابل» of an exchange rate, «ضد» of a remedy, «بين» of a range, «كل من» before
two who are named, and «لصالح» for "for".

What it may get wrong: where such a word is the point of the sentence, its change is not seen. The
escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.currencies import currency
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands, listed
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.small_words import BECAUSE
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.gaps import says
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: «داخل المبنى» for "in the building".
_WITHIN, _IN = folded("داخل ضمن"), folded("في in inside within")
#: «على أيدي»: by.
_HANDS, _AT = folded("أيدي يد"), folded("على بأيدي بيد")
#: Words after a negation within which «بعد» means "yet".
_YET = 3
_FOR = folded("لصالح لمصلحة")
_FAVOUR = folded(
    "for favour favor favouring favoring backed behalf benefit approve approved בעד לטובת לטובתו "
    "לטובתה لصالح لمصلحة صالح مصلحة"
)
#: «لم تكن قط»: ever, with a no.
_EVER = folded("قط يوما أبدا مطلقا إطلاقا بتاتا")
_EVER_THERE = _EVER | folded("ever never מעולם לעולם כלל")
#: «24 ليرة مقابل الدولار».
_FOR_MONEY = folded("مقابل أمام")
#: «لقاح ضد الملاريا», a malaria vaccine.
_AGAINST, _REMEDIES = (
    folded("ضد"),
    folded("لقاح لقاحا لقاحات اللقاح تطعيم تطعيما التطعيم تحصين مصل دواء علاج"),
)
_DETERMINERS = frozenset("the a an his her its their this that".split())
#: «كل من الوزير والسفير»; words behind «كل» in it at least, and among which the second stands.
_EACH, _OF_TWO, _PAIR = folded("كل لكل وكل بكل"), 3, 5
_IS = frozenset("is are was were be been being".split())
#: Participles by which English tells what came of it: ", killing 21".
_CAME_OF_IT = frozenset(
    "killing leaving causing forcing sending prompting wounding injuring displacing destroying "
    "triggering sparking damaging disrupting trapping cutting knocking".split()
)
#: What ties an effect to its cause in the languages of the evidence.
_CAUSES = folded("from over because due בשל בגלל עקב בעקבות על כתוצאה بسبب جراء إثر نتيجة لأن بفعل")
#: «بقرار من الهيئة»: by.
_ORDERED_BY, _BY = folded("بقرار بأمر"), fold("من")
#: «الواقع على بعد 80 كيلومترا»; words between «بعد» and its number, with it, at most.
_LYING, _FAR, _ON, _AWAY = folded("الواقع الواقعة واقع واقعة"), fold("بعد"), fold("على"), 3
#: «تتراوح أعمارهم بين 5 و17 شهرا»; words before and behind «بين», at most.
_RANGES, _BETWEEN, _RANGING = folded("يتراوح تتراوح تراوح تراوحت يتراوحون تتراوحان"), fold("بين"), 6


_FOR_HIS_PART, _OF = folded("جانبه جانبها جانبهم جانبهما جهته جهتها جهتهم جهتهما"), folded("من ومن")


def particle(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """Whether the word at *place* is no more than a preposition or an adverb of the evidence."""
    evidence = source.passage
    word = sentence.words[place].fold
    if word == fold("بعد") and any(0 < place - n.at <= _YET for n in sentence.negations):
        return True
    if word in _FOR_HIS_PART and place and sentence.words[place - 1].fold in _OF:
        return True  # «من جانبه»
    if word in _WITHIN:
        return any(
            w.fold in _IN for j in aligned.of(place + 1) for w in evidence.words[max(0, j - 2) : j]
        )
    if forms & _HANDS and place and sentence.words[place - 1].fold in _AT:
        return bool(aligned.of(place + 1))
    if forms & BECAUSE:
        cause = aligned.of(place + 1)
        if any(_caused_by(evidence, j) for j in cause) or _came_of(evidence, cause):
            return True
        return _brought_about(sentence, place, evidence, aligned)
    if word in _AIMS:
        return any(_aimed_at(evidence, j) for j in aligned.of(place + 1))
    if forms & _RESULTING and place + 2 < len(sentence.words):
        return any(_caused_by(evidence, j) or _from_it(evidence, j) for j in aligned.of(place + 2))
    if word in _EVER and any(n.at < place for n in sentence.negations):
        return any(w.fold in _EVER_THERE for w in evidence.words)
    if word in _FOR_MONEY and _money(sentence, place + 1):
        return any(_money(evidence, j) for j in aligned.of(place + 1))
    if word in _AGAINST and place and sentence.words[place - 1].fold.lstrip("وبل") in _REMEDIES:
        return bool(aligned.of(place - 1) and aligned.of(place + 1))
    if word in _ORDERED_BY and place + 2 < len(sentence.words):
        return sentence.words[place + 1].fold == _BY and bool(aligned.of(place + 2))
    if word in _EACH:
        return _of_each(sentence, place)
    if word in _LYING or word == _FAR:
        return _at_a_distance(sentence, place)
    if word not in _FOR:
        return word == _BETWEEN and (_of_years(sentence, place) or _of_a_range(sentence, place))
    return any(_FAVOUR.intersection(without_particles(w.fold)) for w in evidence.words)


def _of_each(sentence: Passage, place: int) -> bool:
    """Whether «كل من» at *place* only goes before two that are named: «في كل من سرمين ولونا»."""
    following = sentence.words[place + 1 : place + 2 + _PAIR]
    if len(following) < _OF_TWO or following[0].fold != "من":
        return False
    first = place + 2
    named = following[1].fold.startswith("ال") or bool(sentence.keys[first])
    named = named or following[1].fold in _YEARS
    named = named or first in sentence.counted or not sentence.meanings[first]
    return named and any(w.fold[0] == "و" and not as_it_stands(w.fold) for w in following[2:])


def _at_a_distance(sentence: Passage, place: int) -> bool:
    """Whether «الواقع» or «بعد» at *place* stands in «الواقع على بعد 80 كيلومترا»."""
    words = [word.fold for word in sentence.words[place : place + 3]]
    far = place if words[0] == _FAR else place + 2
    if words[0] != _FAR and words[1:] != [_ON, _FAR]:
        return False
    on = place > 0 and sentence.words[far - 1].fold == _ON
    return on and any(0 < q.first - far <= _AWAY for q in sentence.numbers)


def _of_years(sentence: Passage, place: int) -> bool:
    """Whether «بين» at *place* opens the years of a time: «بين عامي 2008 و2019»."""
    behind = sentence.words[place + 1 : place + 2]
    return any(word.fold in _YEARS for word in behind) and place + 2 in sentence.counted


_YEARS = folded("عامي سنتي العامين السنتين")


def _of_a_range(sentence: Passage, place: int) -> bool:
    """Whether «بين» at *place* opens a range of two numbers: «تتراوح أعمارهم بين 5 و17»."""
    before = sentence.words[max(0, place - _RANGING) : place]
    numbers = [q for q in sentence.numbers if 0 < q.first - place <= _RANGING]
    return len(numbers) > 1 and any(word.fold in _RANGES for word in before)


def _money(text: Passage, place: int) -> bool:
    """Whether a currency stands at *place*, a particle aside: «للدولار»."""
    if place >= len(text.words):
        return False
    return any(currency(form) is not None for form in without_particles(text.words[place].fold))


def _came_of(evidence: Passage, cause: tuple[int, ...]) -> bool:
    """Whether the evidence goes on from a *cause* with what came of it: ", killing 21"."""
    return bool(cause) and any(
        word.fold in _CAME_OF_IT and "," in evidence.gap(at)
        for at, word in enumerate(evidence.words[max(cause) + 1 :], max(cause) + 1)
    )


def _brought_about(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the cause does there what befalls another here: «يتأخر المصنع بسبب التخفيضات».

    "The cuts would delay the plant": nothing but auxiliaries stands between it and its verb.
    """
    cause = max(aligned.of(place + 1), default=None)
    if cause is None or evidence.language != "en":
        return False
    return any(
        cause < verb < min(aligned.of(other), default=verb)
        and not any(says(evidence, j) for j in range(cause + 1, verb))
        and not any(evidence.gap(j).strip() for j in range(cause + 1, verb + 1))
        and evidence.words[verb + 1].fold != "by"
        for p in range(max(0, place - _BEFALLS), place)
        for other in (p - 1, p + 1)
        for verb in aligned.of(p)
        if other != place and {p, other} <= sentence.telling
    )


def _from_it(evidence: Passage, place: int) -> bool:
    """Whether the Hebrew word at *place* has its "from" on it: הנזק מיום שביתה."""
    word = evidence.words[place].fold
    return evidence.language == "he" and word[0] == "מ" and not as_it_stands(word)


def _aimed_at(evidence: Passage, place: int) -> bool:
    """Whether the evidence has the word at *place* as an aim: "to slow it", «لخفض سرعته», כדי."""
    word = evidence.words[place].fold
    before = {w.fold for w in evidence.words[max(0, place - _AIM) : place]}
    if not _LED_TO.isdisjoint(before):
        return False
    joined = word[0] in "لל" and not as_it_stands(word) and listed(word[1:])
    return joined or not _TO.isdisjoint(before)


#: «بهدف إبطاء سرعته»; words of the evidence that say so, and before what is aimed at, at most.
_AIMS, _AIM = folded("بهدف بغية بغرض لغرض قصد"), 2
_TO = folded("to aim כדי מנת במטרה لكي كي أجل بهدف بغية بغرض لغرض")
#: Hebrew verbs whose ל stands before a result.
_LED_TO = folded(
    "גרם גרמה גרמו גורם גורמת הביא הביאה הביאו מביא הוביל הובילה הובילו מוביל לגרום להביא להוביל"
)
#: «الأضرار الناجمة عن يوم إضراب», the damage from it.
_RESULTING = folded("ناجم ناجمة ناتج ناتجة الناجم الناجمة الناتج الناتجة")
#: Words from what befalls somebody to its cause.
_BEFALLS = 9


def _caused_by(evidence: Passage, place: int) -> bool:
    """Whether a word for "because of" stands right before the noun at *place* of the evidence."""
    word = evidence.words[place].fold
    if evidence.language == "ar" and word[0] == "ل" and listed(word[1:]) and not as_it_stands(word):
        return True  # «لنفاد الدم»
    before = place - 1
    while before > 0 and evidence.words[before].fold in _DETERMINERS:
        before -= 1
    behind = evidence.words[before - 1].fold if before > 0 else ""
    return before >= 0 and evidence.words[before].fold in _CAUSES and behind not in _IS
