"""Numbers: each is in the evidence, of the same kind, counting the same thing.

The rule: a number of the sentence has the value of one in the evidence and is a percentage, a
vague number or a fraction where that one is. What it counts (the noun beside it, the currency) is
what the evidence counts with it: not another currency, and not the noun of another number. A dual
is two, or two that are named. "More than" and its kind need the like in the evidence.

What it may get wrong: a number that the evidence spells in an unlisted way. The escape hatch is
`digests.language.number_words`.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.ages import in_his_year
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.bound_to import of_another_noun, of_the_second
from digests.summaries.verify.casualties import PERSONS, persons_for_bodies
from digests.summaries.verify.counted_by import nearest, of_which
from digests.summaries.verify.displaced import a_year, beyond, parted
from digests.summaries.verify.exchanged import FROM, TO, equal, year
from digests.summaries.verify.few import in_another_form, manifold, two, two_lost
from digests.summaries.verify.government import definite
from digests.summaries.verify.mistold import mistold
from digests.summaries.verify.paired import two_named, unlike
from digests.summaries.verify.parts import parts, tells
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.points import as_many, other_points
from digests.summaries.verify.ranks import ranks
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.sums import (
    PARTS_OF,
    behind_roughly,
    currency_of,
    elliptic,
    may_be_a_sum,
    rate_of,
    rates_of,
    shared_currency,
    shared_rate,
)
from digests.summaries.verify.two_of_a_kind import two_of_a_kind
from digests.summaries.verify.units import another_span, as_long, halved
from digests.summaries.verify.vague_times import another_plural
from digests.summaries.verify.votes import SIDES, of_a_majority
from digests.summaries.verify.wholes import OF, all_for_some, out_of

#: Words beside a number in which its currency or noun is looked for.
_BESIDE = 3


def figures(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A number of *sentence* that the evidence does not support."""
    if (rank := ranks(sentence, source, aligned)) is not None:
        return rank
    if (found := mistold(sentence, source, aligned)) is not None:
        return _refused(sentence, *found)
    if (other := of_another_noun(sentence, source, aligned)) is not None:
        return _refused(sentence, other, "in the evidence another number is of that")
    if (second := of_the_second(sentence, source, aligned)) is not None:
        return _refused(sentence, second, "in the evidence it is of two things together")
    if (some := all_for_some(sentence, source, aligned)) is not None:
        return _refused(sentence, some, "in the evidence this is told of some of them only")
    span = another_span(sentence, source)
    if span is None:
        span = another_plural(sentence, source, aligned)
    if span is not None:
        shown = sentence.words[span].text
        return Refusal(Code.NUMBER, f"«{shown}»: the evidence has another measure of time")
    if (pair := two_lost(sentence, source, aligned)) is not None:
        shown = sentence.words[pair].text
        return Refusal(Code.NUMBER, f"«{shown}»: the evidence has two; keep the number")
    if (more := halved(sentence, source)) is not None:
        return _refused(source.passage, more, "keep the half")
    faults = (_unsupported(sentence, number, source, aligned) for number in sentence.numbers)
    return next((refusal for refusal in faults if refusal is not None), None)


def _unsupported(
    sentence: Passage, quantity: Quantity, source: Source, aligned: Alignment
) -> Refusal | None:
    """Why *quantity* is no number of the evidence, or of another thing there."""
    evidence = source.passage
    if quantity.kind is Kind.DUAL or (quantity.value == 2 and _after_dual(sentence, quantity)):
        if unlike(sentence, quantity, source, aligned):
            return _refused(sentence, quantity, "in the evidence the two are not of one kind")
        definite = "ال" in sentence.words[quantity.first].fold[:4]
        there = two(quantity, source, aligned, definite) or manifold(sentence, quantity, evidence)
        there = there or quantity.first in aligned.pointed
        there = there or two_named(sentence, quantity, source, aligned)
        there = there or two_of_a_kind(sentence, quantity.first, source, aligned)
        why = "two of them are not in the evidence"
        return None if there else _refused(sentence, quantity, why)
    same = _there(sentence, quantity, source)
    if not same:
        told = in_another_form(sentence, quantity, source, aligned)
        why = "the evidence does not have this number"
        return None if told else _refused(sentence, quantity, why)
    if (measure := _of_another_measure(sentence, quantity, evidence, same)) is not None:
        return _refused(sentence, quantity, measure)
    if persons_for_bodies(sentence, quantity, evidence, same):
        return _refused(sentence, quantity, "in the evidence it counts the dead")
    if any(_goes_on(sentence, quantity, evidence, q, aligned) for q in same):
        return None
    farther = len(same) == 1 and beyond(sentence, quantity, evidence, same[0], aligned)
    if farther or not any(_of_the_same(sentence, quantity, evidence, q, aligned) for q in same):
        return _refused(sentence, quantity, "in the evidence this number counts something else")
    return None


def _there(sentence: Passage, quantity: Quantity, source: Source) -> list[Quantity]:
    """The numbers of the evidence that are as much as *quantity*."""
    evidence = source.passage
    same = [q for q in evidence.numbers if equal(quantity, q)]
    if quantity.kind is Kind.ORDINAL and not any(q.first in source.inside for q in same):
        same = [q for q in evidence.quantities if equal(quantity, q)]
    if not any(q.first in source.inside for q in same):
        same = as_long(sentence, quantity, evidence) + as_many(sentence, quantity, evidence)
        same += out_of(sentence, quantity, evidence)
    return [q for q in same if q.first in source.inside]


def _of_another_measure(
    sentence: Passage, quantity: Quantity, evidence: Passage, same: list[Quantity]
) -> str | None:
    """How *quantity* measures something else than the numbers *same* of the evidence."""
    if all(other_points(sentence, quantity, evidence, q) for q in same):
        return "in the evidence it counts other points"
    rate = rate_of(sentence, quantity)
    priced = shared_rate if behind_roughly(sentence, quantity) in FROM | TO else rate_of
    if rate is not None and all(rate not in rates_of(evidence, q, priced) for q in same):
        return "the evidence has another currency"
    money = currency_of(sentence, quantity)
    sums = [currency_of(evidence, q) or shared_currency(evidence, q) for q in same]
    if money and not any(money & theirs for theirs in sums):
        return "the evidence has another currency"
    shared = shared_currency(sentence, quantity)
    if shared and not any(may_be_a_sum(evidence, q) for q in same):
        return "in the evidence it is no sum of money"
    if not money and _counts(sentence, quantity) and all(c and not c & shared for c in sums):
        return "in the evidence it is a sum of money"
    return None


def _after_dual(sentence: Passage, quantity: Quantity) -> bool:
    before = sentence.words[quantity.first - 1].fold if quantity.first else ""
    return before.endswith(("ين", "ان"))


def _refused(sentence: Passage, quantity: Quantity, why: str) -> Refusal:
    first, last = sentence.words[quantity.first], sentence.words[quantity.end - 1]
    return Refusal(Code.NUMBER, f"the number «{sentence.text[first.start : last.end]}»: {why}")


def _counts(sentence: Passage, quantity: Quantity) -> bool:
    return quantity.end < len(sentence.words) and quantity.kind is Kind.COUNT


def noun(sentence: Passage, quantity: Quantity) -> int | None:
    """The place of the noun that *quantity* counts in an Arabic text."""
    content = set(sentence.content)
    if _behind_its_noun(sentence, quantity):
        return quantity.first - 1
    if quantity.end < len(sentence.words) and sentence.words[quantity.end].fold in PERSONS:
        return None
    for place in range(quantity.end, min(len(sentence.words), quantity.end + _BESIDE)):
        if place in sentence.counted or any(c in sentence.gap(place) for c in "،,؛;:()«»"):
            return None
        if quantity.kind is Kind.PERCENT and sentence.words[place].fold in _AFTER_A_SHARE:
            return None
        word = sentence.words[place].fold
        if place == quantity.end and (word in _WHEN or word in SIDES or _joins(word)):
            return None
        if place == quantity.end and year(quantity) and word in _AND_AS_MUCH:
            return None  # «50 مليون جرعة في 2020 وما يصل إلى مليار»
        if word.lstrip("و") in _NUMBER_OF:
            return None  # «القتلى 34 وعدد المفقودين»
        if quantity.kind is Kind.PERCENT and sentence.words[place].fold.startswith(_FOR):
            return None
        if place in content:
            return place
    return None


_ONE = folded("واحد واحدة")
#: What goes on behind a year with another number.
_AND_AS_MUCH = folded("وما ونحو وحوالي وقرابة وأكثر وأقل وحتى وزهاء")


def _joins(word: str) -> bool:
    """Whether *word* has an «و» of its own before it: «القتلى 40 والمصابين», «وبيوم إجازة»."""
    bare = word[1:].removeprefix("ال")
    governed = bare[:1] in _GOVERNING and as_it_stands(bare[1:].removeprefix("ال"))
    return word[0] == "و" and (as_it_stands(bare) or governed) and not as_it_stands(word)


_GOVERNING = ("ب", "ل")


_AFTER_A_SHARE = folded("على إلى خلال منذ في مع")
_WHEN = folded("قبل بعد عقب إثر")
#: Right behind a number they show that it has no noun of its own: «وأُصيب 11 في الانفجار».
_PREPOSITIONS = folded("في على إلى عن خلال منذ لدى")
#: A preposition that is written onto its noun: «7 في المئة لموظفي الشركة».
_FOR = "ل"


def _behind_its_noun(sentence: Passage, quantity: Quantity) -> bool:
    """Whether a number with its article stands behind what it counts: «القتلى السبعة عشر»."""
    if quantity.kind not in (Kind.COUNT, Kind.ORDINAL) or not quantity.first or year(quantity):
        return False
    noun = sentence.words[quantity.first - 1].fold
    with_article = sentence.words[quantity.first].fold.startswith(_ARTICLE)
    return with_article and quantity.first - 1 in sentence.telling and noun.startswith(_ARTICLES)


_ARTICLE = "ال"
_ARTICLES = ("ال", "لل", "بال", "وال", "كال")


def _numbered(sentence: Passage, quantity: Quantity) -> int | None:
    """The place of the noun whose number is told further on: «عدد العاملين … نحو 30 ألفًا»."""
    first, end = quantity.first - 2 * _BESIDE - 1, quantity.first
    for place in range(max(0, first), end - 1):
        if any(form in _NUMBER_OF for form in without_particles(sentence.words[place].fold)):
            between = any(q.first in range(place, end) for q in sentence.quantities)
            return None if between or parted(sentence, place + 1, end - 1) else place + 1
    return None


def _numbering(sentence: Passage, quantity: Quantity) -> list[int]:
    """The nouns that «عددهم» before *quantity* points back to: «موظفو الشركة البالغ عددهم 40»."""
    at = quantity.first - 1
    while at > 0 and sentence.words[at].fold in _ROUGHLY:
        at -= 1
    if at < 0 or sentence.words[at].fold not in _THEIR_NUMBER:
        return []
    before = range(max(0, at - 2 * _BESIDE + 1), at)
    forms = {p: without_particles(sentence.words[p].fold) for p in before}
    return [p for p in before if p in sentence.telling and _COMING_TO.isdisjoint(forms[p])]


_THEIR_NUMBER = folded("عددهم عددها عددهن عدده")
_COMING_TO = folded("بالغ بالغة يبلغ تبلغ بلغ")
_NUMBER_OF = frozenset({fold("عدد")})


def _of_the_same(
    sentence: Passage, ours: Quantity, evidence: Passage, theirs: Quantity, aligned: Alignment
) -> bool:
    """Whether no other number of the evidence stands nearer to the noun that *ours* counts."""
    if _named_beside(sentence, ours, evidence, theirs, aligned):
        return True
    if in_his_year(sentence, ours, evidence, theirs):
        return True
    if numbered := _numbering(sentence, ours):
        near = [nearest(evidence, j) for p in numbered for j in aligned.every.get(p, ())]
        return not near or any(theirs in one or not one for one in near)
    one = ours.first > 0 and sentence.words[ours.first].fold in _ONE
    if one and theirs.end in aligned.every.get(ours.first - 1, ()):
        return True  # «رجل واحد», "one man"
    told = _numbered(sentence, ours)
    other = _numbered(evidence, theirs) if evidence.language == sentence.language else None
    if told is not None and other is not None:
        return not aligned.of(told) or other in aligned.every.get(told, ())
    counted = noun(sentence, ours)
    ranked = ours.kind is Kind.COUNT and theirs.kind is Kind.ORDINAL
    if elliptic(evidence, theirs) and not ranked and not _a_share(evidence, theirs):
        if sentence.words[min(ours.end, len(sentence.words) - 1)].fold in _PREPOSITIONS:
            counted = None
        places = aligned.every.get(counted, ()) if counted is not None else ()
        return not _counted_elsewhere(evidence, theirs, places)
    if currency_of(sentence, ours) & currency_of(evidence, theirs):
        return True
    if counted is None or not aligned.of(counted):
        counted = told
    places = aligned.every.get(counted, ()) if counted is not None else ()
    if not places:
        return True
    if any(0 < theirs.first - place <= 1 for place in places):
        return True
    if any(of_a_majority(evidence, place, theirs) for place in places):
        return True
    near_each = [nearest(evidence, place) for place in places]
    if any(of_which(evidence, theirs) in near for near in near_each):
        return True
    if ours.kind is Kind.ORDINAL:
        near_each = [[q for q in near if q.kind is Kind.ORDINAL] for near in near_each]
    return any(theirs in near or not near for near in near_each)


def _goes_on(
    sentence: Passage, ours: Quantity, evidence: Passage, theirs: Quantity, aligned: Alignment
) -> bool:
    """Whether the sentence tells all that stands beside *theirs*, which counts the noun before.

    «50 فرعًا في الأردن» where the evidence has "200 branches in Egypt and 50 in Jordan".
    """
    own = next(range(*part) for part in parts(evidence) if theirs.first in range(*part))
    about = next(range(*part) for part in parts(sentence) if ours.first in range(*part))
    told = {p for p in own if tells(evidence, p)}
    before = [w.fold for w in evidence.words[max(own[0], theirs.first - 2) : theirs.first]]
    if before and before[-1] in _ROUGHLY:
        before.pop()
    if before and before[-1] in PARTS_OF:
        return False  # it is the whole, or an end
    if not told or not told <= {j for p in about for j in aligned.every.get(p, ())}:
        return False
    if theirs.end < len(evidence.words) and evidence.words[theirs.end].fold in PERSONS:
        return False
    places = aligned.every.get(counted, ()) if (counted := noun(sentence, ours)) is not None else ()
    if not places or set(places) & set(own):
        return False
    near = [q for place in places for q in nearest(evidence, place)]
    for one in reversed([q for q in evidence.numbers if q.end <= theirs.first]):
        if one in near:
            return one.kind is theirs.kind
        if not elliptic(evidence, one):
            return False
    return False


_ROUGHLY = folded("about nearly some כ نحو حوالي")


def _counted_elsewhere(evidence: Passage, theirs: Quantity, places: tuple[int, ...]) -> bool:
    """Whether a noun at *places* has its own number in another sentence than *theirs*."""
    if not places:
        return False
    near = [nearest(evidence, place) for place in places]
    if not all(found and theirs not in found for found in near):
        return False
    return all(
        any(
            mark in evidence.gap(p)
            for p in range(min(place, theirs.first) + 1, max(place, theirs.first) + 1)
            for mark in ".!?؟;؛"
        )
        for place in places
    )


def _a_share(text: Passage, quantity: Quantity) -> bool:
    """Whether "of" stands between a percentage and the noun of which it is a share."""
    following = text.words[quantity.end].fold if quantity.end < len(text.words) else ""
    return quantity.kind is Kind.PERCENT and following in OF


def _named_beside(
    sentence: Passage, ours: Quantity, evidence: Passage, theirs: Quantity, aligned: Alignment
) -> bool:
    """Whether a number is a year, or stands behind the same noun in both («المرسوم 54»)."""
    if a_year(sentence, ours):
        return True
    counted = noun(sentence, ours)
    before = ours.first - 1
    if before < 0:
        return False
    tied = "-" in sentence.gap(ours.first) or definite(sentence, before)  # «لونا-25»
    verb = not tied and bool(sentence.meanings[before])
    if verb and counted is not None and aligned.of(counted):
        return False  # «سجلت 52 وفاة»
    nouns = aligned.every.get(before, ())
    return before in sentence.telling and any(
        theirs.first - j == 1 or (theirs.first - j == 2 and _numbers(evidence, j + 1))
        for j in nouns
    )


def _numbers(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* may stand between a noun and its number: «رقم», a name."""
    word = evidence.words[place]
    if word.fold in _NUMBERED or evidence.keys[place]:
        return True
    return word.text[:1].isupper() if evidence.language == "en" else not evidence.meanings[place]


_NUMBERED = folded("no number رقم מספר")
