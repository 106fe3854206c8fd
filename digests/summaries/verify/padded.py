"""Words that Arabic sets beside another one and English leaves out, each in its own turn of phrase.

The rule: excused are the kind of a product, or of what one is on board of, where the article tells
of that kind alone; «مدة كل منهما يوم» of what is "two one-day"; «سيارة تلو الأخرى», car by car; «لم
… من قبل», never; «بات أمرا صعبا», is hard; «وصل إلى» of "up to"; «بعد فرز» of "with … counted";
«استخدام» behind recommended, approved or banned; «اتفاق» before a truce; «تولي» before an office;
«تثير» for "of"; «بدأ إضرابا», went on strike; «الممتد 106 أعوام», of 106 years; «أوبك بلس», OPEC+;
«في صورة أسهم» of a sum that is paid so; «منتخب بلاده» for «المنتخب».

What it may get wrong: where such a word is the point of the sentence, its change is not seen. The
escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.currencies import currency
from digests.language.kin import without_particles
from digests.language.lexicon import meanings
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.number_parts import part_of
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.gaps import says
from digests.summaries.verify.passage import Passage, passage
from digests.summaries.verify.source import Source
from digests.summaries.verify.spelling import nameish
from digests.summaries.verify.units import measure_of_time

#: What carries persons, and what else is made and has a name; the English nouns of each.
_VEHICLES = {
    fold(noun): frozenset(english.split())
    for noun, english in {
        "طائرة": "plane planes aircraft jet jets airliner airplane",
        "سفينة": "ship ships vessel vessels",
        "قطار": "train trains",
        "حافلة": "bus buses coach",
        "عبارة": "ferry ferries",
        "قارب": "boat boats dinghy",
        "مروحية": "helicopter helicopters",
        "يخت": "yacht yachts",
    }.items()
}
_PRODUCTS = _VEHICLES | {
    fold("لقاح"): frozenset({"vaccine", "vaccines"}),
    fold("صاروخ"): frozenset({"rocket", "rockets", "missile", "missiles"}),
    fold("قمر"): frozenset({"satellite", "satellites"}),
}
_BOARD, _ON_BOARD = folded("متن"), folded("board aboard onboard")


def padded(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """Whether the word at *place*, of which *forms* are readings, only fills a turn of phrase."""
    evidence = source.passage
    if (
        _in_the_form_of(sentence, place, evidence, aligned)
        or _of_his_country(sentence, place, evidence, aligned)
        or of_a_model(sentence, place, forms, evidence, aligned)
    ):
        return True
    if evidence.language != "en":
        return False
    return (
        _of_its_kind(sentence, place, source, aligned)
        or _of_a_number(sentence, place, forms, evidence, aligned)
        or _of_a_denial(sentence, place, evidence)
        or _before_its_noun(sentence, place, forms, evidence, aligned)
        or _one_by_one(sentence, place, evidence, aligned)
        or _plus(sentence, place, evidence, aligned)
    )


def _of_its_kind(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether it is the kind of a name, or of what one is on board of, as the article tells it."""
    evidence = source.passage
    if place and sentence.words[place - 1].fold in _BOARD:
        kinds, aboard = _VEHICLES, any(w.fold in _ON_BOARD for w in evidence.words)
        return aboard and _only_kind(sentence, place, source, kinds)
    if place + 1 >= len(sentence.words) or sentence.gap(place + 1).strip(" «"):
        return False
    named = [j for j in aligned.of(place + 1) if nameish(evidence, j)]
    listed = sentence.keys[place + 1] or meanings(sentence.words[place + 1].fold)
    return bool(named) and not listed and _only_kind(sentence, place, source, _PRODUCTS)


def of_a_model(
    sentence: Passage, place: int, forms: set[str], evidence: Passage, aligned: Alignment
) -> bool:
    """Whether it is «طائرة» before a maker of planes with the number of a model, "Boeing 737"."""
    behind = place + 1
    if _PLANES.isdisjoint(forms) or behind >= len(sentence.words) or sentence.gap(behind).strip():
        return False
    return any(
        not _MAKERS.isdisjoint(without_particles(evidence.words[j].fold))
        and any(c.isdigit() for w in evidence.words[j + 1 : j + 2] for c in w.fold)
        for j in aligned.of(behind)
    )


_PLANES = folded("طائرة طائرتان طائرتين طائرات")
_MAKERS = folded("boeing airbus embraer bombardier cessna antonov tupolev בואינג איירבוס אמבראר")


def _only_kind(
    sentence: Passage, place: int, source: Source, kinds: dict[str, frozenset[str]]
) -> bool:
    """Whether the article tells of the noun at *place*, and of no other one among *kinds*."""
    own = kinds.keys() & set(without_particles(sentence.words[place].fold))
    there = {w.fold for w in passage(source.article.text, source.article.language).words}
    return bool(own) and own == {kind for kind, nouns in kinds.items() if nouns & there}


#: «مدة كل منهما يوم»; words to the number.
_EACH, _OF_THEM, _EACH_WITHIN = folded("كل"), folded("منهما منها منهم"), 3
_LONG = folded("ممتد ممتدة امتد امتدت يمتد تمتد")
_REACHES, _TO = folded("وصل وصلت يصل تصل"), fold("إلى")
#: Words from a verb of reaching to its number.
_REACHED_WITHIN = 8
_UP_TO = (["up", "to"], ["much", "as"], ["many", "as"])
_AFTER, _WITH, _WITH_WITHIN = folded("بعد"), "with", 10


def _of_a_number(
    sentence: Passage, place: int, forms: set[str], evidence: Passage, aligned: Alignment
) -> bool:
    """Whether it ties a number to what it counts: «كل» of each, «وصلت إلى» of "up to"."""
    if sentence.words[place].fold in _EACH:
        return of_each(sentence, place, evidence)
    behind = [q for q in sentence.numbers if 0 < q.first - place <= _REACHED_WITHIN]
    if not behind:
        return False
    first = behind[0]
    theirs = [q for q in evidence.quantities if q.value == first.value]
    if forms & _LONG and first.first == place + 1:
        return measure_of_time(sentence, first) is not None
    if forms & _REACHES and sentence.words[first.first - 1].fold == _TO:
        before = ([w.fold for w in evidence.words[max(0, q.first - 2) : q.first]] for q in theirs)
        return any(words in _UP_TO for words in before)
    if sentence.words[place].fold not in _AFTER or not aligned.of(place + 1):
        return False
    return any(
        evidence.words[j].fold.endswith("ed") and _with(evidence, j) for j in aligned.of(place + 1)
    )


def of_each(sentence: Passage, place: int, evidence: Passage) -> bool:
    """Whether the number of each, «كل منهما يوم واحد», is tied to its unit there: one-day."""
    behind = [w.fold for w in sentence.words[place + 1 : place + 2 + _EACH_WITHIN]]
    told = {part.value for part in map(part_of, behind[1:]) if part is not None}
    return not _OF_THEM.isdisjoint(behind[:1]) and any(
        evidence.gap(end) == "-" and (part := part_of(word.fold)) and part.value in told
        for end, word in enumerate(evidence.words[:-1], 1)
    )


def _with(evidence: Passage, participle: int) -> bool:
    """Whether *participle* ends a clause that "with" opens: "with 99 percent of votes counted"."""
    ends = participle + 1 == len(evidence.words) or mark_before(evidence, participle + 1)
    for place in range(participle, max(-1, participle - _WITH_WITHIN), -1):
        if evidence.words[place].fold == _WITH:
            return ends
        if mark_before(evidence, place):
            break
    return False


_FROM, _BEFORE = fold("من"), folded("قبل")
_NEVER = frozenset({"never"})


def _of_a_denial(sentence: Passage, place: int, evidence: Passage) -> bool:
    """Whether it ends «لم … من قبل», never."""
    if not place or sentence.words[place].fold not in _BEFORE:
        return False
    if sentence.words[place - 1].fold != _FROM:
        return False
    ends = place + 1 == len(sentence.words) or mark_before(sentence, place + 1)
    denied = any(n.at < place for n in sentence.negations)
    return ends and denied and any(w.fold in _NEVER for w in evidence.words)


_USE = folded("استخدام استعمال")
#: Verbs of which what is used is the object.
_ALLOWS = (
    "recommend",
    "approv",
    "authori",
    "ban",
    "prohibit",
    "permit",
    "allow",
    "clear",
    "forbid",
)
_ALLOWS_WITHIN = 12
_PACT, _TRUCES = (
    folded("اتفاق اتفاقا اتفاقية"),
    folded("ceasefire cease-fire truce armistice cessation"),
)
_HOLDS, _OFFICES = folded("تولي"), folded("وزارة منصب حقيبة رئاسة قيادة إدارة")
_CAUSES = folded("يثير تثير أثار أثارت")
_BEGINS, _STRIKES = folded("بدأ بدأت بدأوا يبدأ تبدأ"), folded("إضراب إضرابا")
#: «بات أمرا صعبا», and no order.
_A_THING = folded("أمرا")
_BE = folded("بات باتت أصبح يصبح كان يكون ليس يعد صار سيكون سيصبح يبقى ظل")


def _before_its_noun(
    sentence: Passage, place: int, forms: set[str], evidence: Passage, aligned: Alignment
) -> bool:
    """Whether it carries the noun behind it: «استخدام لقاح», «اتفاق هدنة», «تولي وزارة»."""
    behind = aligned.of(place + 1)
    if forms & _BEGINS:
        return _goes_on_strike(sentence, place, evidence, aligned)
    if not behind:
        return False
    if sentence.words[place].fold in _A_THING:
        is_so = place > 0 and sentence.words[place - 1].fold in _BE
        return is_so and sentence.words[place + 1].fold.endswith("ا")
    if forms & _USE:
        before = range(max(0, place - _ALLOWS_WITHIN), place)
        verbs = (evidence.words[j].fold for p in before for j in aligned.of(p))
        return any(verb.startswith(_ALLOWS) for verb in verbs)
    if forms & _PACT:
        return any(evidence.words[j].fold in _TRUCES for j in behind)
    if forms & _HOLDS:
        office = sentence.words[place + 1].fold in _OFFICES
        return office and all(_promised(evidence, j, aligned) for j in behind)
    return bool(forms & _CAUSES) and any(_of(evidence, j) for j in behind)


def _promised(evidence: Passage, office: int, aligned: Alignment) -> bool:
    """Whether the sentence tells the word before the *office*, "a" and "the" aside."""
    before = (j for j in range(office - 1, -1, -1) if says(evidence, j))
    return next(before, -1) in aligned.used


def _of(evidence: Passage, noun: int) -> bool:
    """Whether "of" stands before *noun*, an attribute between them: "of great concern"."""
    return any(word.fold == "of" for word in evidence.words[max(0, noun - 2) : noun])


def _goes_on_strike(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether a strike stands behind the verb of beginning, and they go on one or walk out."""
    behind = range(place + 1, min(len(sentence.words), place + 1 + _BEGUN_WITHIN))
    strikes = {
        j for p in behind if sentence.words[p].fold in _STRIKES for j in aligned.every.get(p, ())
    }
    return any(
        (word.fold in _WALKED and _OUT & {w.fold for w in evidence.words[j + 1 : j + 2]})
        or (word.fold in _GONE and [w.fold for w in evidence.words[j + 1 : j + 3]] == _ON_STRIKE)
        for j, word in enumerate(evidence.words)
        if not strikes.isdisjoint(range(j, j + 3))
    )


_FORMS, _AS = folded("صورة شكل هيئة"), folded("في على")


def _in_the_form_of(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether it is of «مليار يورو في صورة أسهم», where the sum stands right before the shares."""
    if sentence.words[place].fold not in _FORMS or place < _OF_A_SUM:
        return False
    sum_ends = place - 2
    if sentence.words[place - 1].fold not in _AS or not currency(sentence.words[sum_ends].fold):
        return False
    return any(
        j - k == 1 or (j - k == _OF_A_SUM and evidence.words[j - 1].fold in ("in", "of"))
        for j in aligned.of(place + 1)
        for k in aligned.every.get(sum_ends, ())
    )


#: Words before such a form, at least, and from a sum to what it is paid in.
_OF_A_SUM = 2
_HIS_COUNTRY, _NATIONAL_TEAM = folded("بلاده بلادها بلادهم"), folded("المنتخب للمنتخب بالمنتخب")
#: How the adjective of a country ends, of whose team a player of another is told.
_OF_A_COUNTRY = ("ي", "يه")


def _of_his_country(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether it is of «منتخب بلاده», for which the evidence has «المنتخب», of no named country."""
    if sentence.words[place].fold not in _HIS_COUNTRY or not place:
        return False
    teams = aligned.of(place - 1)
    behind = [evidence.words[j + 1].fold for j in teams if j + 1 < len(evidence.words)]
    return (
        bool(teams)
        and all(evidence.words[j].fold in _NATIONAL_TEAM for j in teams)
        and not any(w.startswith("ال") and w.endswith(_OF_A_COUNTRY) for w in behind)
    )


#: Words from a verb of beginning to its strike.
_BEGUN_WITHIN = 12
_GONE, _ON_STRIKE = folded("went go goes going gone"), ["on", "strike"]
_WALKED, _OUT = frozenset("walked walk walks walking".split()), frozenset({"off", "out"})
_NEXT, _OTHER = folded("تلو"), folded("الآخر الأخرى")


def _one_by_one(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether it is of «سيارة تلو الأخرى», car by car."""
    at = place if sentence.words[place].fold in _NEXT else place - 1
    if at < 1 or at + 1 >= len(sentence.words) or sentence.words[at].fold not in _NEXT:
        return False
    nouns = {evidence.words[j].fold for j in aligned.every.get(at - 1, ())}
    return sentence.words[at + 1].fold in _OTHER and any(
        [w.fold for w in evidence.words[j : j + 3]] in ([noun, "by", noun], [noun, "after", noun])
        for noun in nouns
        for j in aligned.every[at - 1]
    )


_PLUS = folded("بلس")


def _plus(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether it is the sign that ends a name: «أوبك بلس», OPEC+."""
    ends = (evidence.words[j].end for j in aligned.of(place - 1))
    return (
        place > 0
        and sentence.words[place].fold in _PLUS
        and any(evidence.text[end : end + 1] == "+" for end in ends)
    )
