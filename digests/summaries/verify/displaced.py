"""Numbers told of something else: of another year, of the change for what it came to, of another.

The rule: «102 in 2020» is refused where the evidence has 102, "compared with 290 in 2020"; «rose
by 4» where it rose to 4, or reached it, unless what reached it is a rise or a cut itself; and «the
deposit rate to 28» where another number stands between that noun and 28.

What it may get wrong: a number that the evidence has twice is not looked at. The escape hatch is
to cite a shorter passage.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands, meanings
from digests.language.lists import folded
from digests.language.quantities import Kind, Quantity
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.exchanged import (
    FROM,
    TO,
    end_of_change,
    equal,
    word_before,
    year,
)
from digests.summaries.verify.neighbours import before
from digests.summaries.verify.parts import tells
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Words between a number and its year, or the noun before it.
_NEAR = 4


def of_another_year(sentence: Passage, source: Source) -> Quantity | None:
    """«102 مليار في 2020» where the evidence says "102, compared with 290 in 2020"."""
    evidence = source.passage
    said = {q.value for q in sentence.quantities}
    for ours, its_year in pairwise(sentence.quantities):
        close = its_year.first - ours.end <= _NEAR and not parted(
            sentence, ours.end, its_year.first
        )
        if not close or not a_year(sentence, its_year) or a_year(sentence, ours):
            continue
        own = [q for q in evidence.quantities if equal(ours, q)]
        years = [q for q in evidence.quantities if q.value == its_year.value]
        if len(own) != 1 or len(years) != 1 or own[0].first > years[0].first:
            continue
        between = [q for q in evidence.quantities if own[0].end <= q.first < years[0].first]
        if any(q.kind is own[0].kind and q.value not in said and q.value > 31 for q in between):
            return ours
    return None


def a_year(text: Passage, quantity: Quantity) -> bool:
    """Whether a number is a year: behind the word for one, or behind «في» with no noun after.

    So is the next of a list: «في عامي 2008 و2011».
    """
    before = text.words[quantity.first - 1].fold if quantity.first else ""
    if not year(quantity):
        return False
    listed = [q for q in text.quantities if q.end == quantity.first - 1] if before == _AND else []
    if listed and year(listed[-1]):
        return a_year(text, listed[-1]) or word_before(text, listed[-1]) in _IN_A_YEAR
    bare = quantity.end == len(text.words) or parted(text, quantity.end, quantity.end)
    return before in _OF_YEARS or (before in _IN_A_YEAR and bare)


_IN_A_YEAR, _AND = folded("في منذ بعد قبل حتى"), "و"


def level(sentence: Passage, source: Source) -> Quantity | None:
    """«ارتفع 4 في المئة» where the evidence says that it rose to 4 per cent."""
    evidence = source.passage
    for ours in sentence.numbers:
        if not ours.first or ours.kind in (Kind.DUAL, Kind.ORDINAL) or year(ours):
            continue
        same = [q for q in evidence.numbers if equal(ours, q) and q.first]
        if not same or not all(_end_of_change(evidence, q) for q in same):
            continue
        if sentence.words[ours.first - 1].fold in _BY or _changed_by(sentence, ours):
            return ours
    return None


def _end_of_change(text: Passage, quantity: Quantity) -> bool:
    """Whether *quantity* is what something came to; "up to" is a bound."""
    verb = _reaching(text, quantity)
    if verb is not None and _of_a_change(text, verb):
        return False
    up = [word.fold for word in text.words[max(0, quantity.first - 2) : quantity.first]][:1]
    return (end_of_change(text, quantity) == "to" and up != ["up"]) or verb is not None


def _reaching(text: Passage, quantity: Quantity) -> int | None:
    """The place of a verb of reaching close before *quantity*: «بلغت الواردات 40»."""
    for place in range(quantity.first - 1, max(-1, quantity.first - _NEAR - 2), -1):
        if parted(text, place + 1, place + 1) or text.words[place].fold in _BY:
            return None
        if any(form in _REACHING for form in without_particles(text.words[place].fold)):
            between = any(place < q.first < quantity.first for q in text.quantities)
            return None if between else place
        if text.meanings[place] & _changing() and before(text, place) not in _ONCE:
            return None
    return None


def _of_a_change(text: Passage, verb: int) -> bool:
    """Whether the subject before *verb* is a change itself: "the rise in prices reached"."""
    for place in range(verb - 1, -1, -1):
        word = text.words[place].fold
        if parted(text, place + 1, place + 1) or word in _JOINING:
            return False
        changes = text.meanings[place] & _growing_or_cut()
        if changes and not word.endswith(_PARTICIPLES):
            return _heads(text, place)
    return False


def _heads(text: Passage, noun: int) -> bool:
    """Whether no preposition stands before *noun* in its clause, "the number of" aside."""
    for place in range(noun, -1, -1):
        word = text.words[place].fold
        if place < noun and (parted(text, place + 1, place + 1) or word in _JOINING):
            break
        counted = place > 0 and text.words[place - 1].fold in _NUMBER_OF
        attached = text.language == "ar" and word[0] in "بل" and not as_it_stands(word)
        if attached or (word in _BEFORE_A_NOUN and not counted):
            return False
    return True


#: Words that join a clause; prepositions; nouns that say how much something is.
_JOINING = folded(
    "and but while as when that which who because أن إن التي الذي بينما فيما حين لكن אבל אך כי אשר"
)
_BEFORE_A_NOUN = folded(
    "of in at after despite since with by before from on for amid under to following during "
    "في من على عن بعد عقب إثر منذ رغم قبل مع خلال وسط אחרי לאחר למרות של על מאז לפני"
)
_NUMBER_OF = folded("number total rate size pace scale extent מספר היקף שיעור")
_PARTICIPLES = ("ing", "ed")
#: Verbs of reaching a sum.
_REACHING = folded(
    "بلغ بلغت يبلغ تبلغ reached reach reaches totalled totaled הגיע הגיעה הגיעו הסתכם הסתכמה הסתכמו"
)


def amount(sentence: Passage, source: Source) -> Quantity | None:
    """«ارتفع إلى 4 في المئة» where the evidence says that it rose by 4 per cent."""
    evidence = source.passage
    for ours in sentence.numbers:
        before = {w.fold for w in sentence.words[max(0, ours.first - _NEAR) : ours.first]}
        places = range(max(0, ours.first - _NEAR), ours.first)
        changes = before & _CHANGE or any(sentence.meanings[p] & _changing() for p in places)
        if ours.kind is Kind.DUAL or not _reached(sentence, ours) or not changes:
            continue
        same = [q for q in evidence.numbers if equal(ours, q) and q.first]
        if same and all(_by(evidence, q) for q in same):
            return ours
    return None


def _reached(text: Passage, quantity: Quantity) -> bool:
    """Whether "to" stands before *quantity*, a word for "about" aside."""
    before = [w.fold for w in text.words[max(0, quantity.first - 2) : quantity.first]]
    if before and before[-1] in _ROUGHLY:
        before.pop()
    return bool(before) and before[-1] in TO


def _by(text: Passage, quantity: Quantity) -> bool:
    """Whether *quantity* is by how much something changed."""
    place = quantity.first - 1
    while place > 0 and text.words[place].fold in _ROUGHLY:
        place -= 1
    before = text.words[place].fold
    if before in _BY or (before == "a" and place and text.words[place - 1].fold in _BY):
        return True
    if before == "of":
        place -= 1
    if text.language == "ar" and text.words[quantity.first].fold[:1] == "ب":
        return True
    behind = [quantity.end] if before in ("a", "an", "the") else []
    return any(
        text.meanings[p] & _changing() or text.words[p].fold in ("up", "down")
        for p in [place, *behind]
        if 0 <= p < len(text.words)
    )


@lru_cache(maxsize=1)
def _changing() -> frozenset[int]:
    return frozenset(m for word in _VERBS_OF_CHANGE for m in meanings(word))


@lru_cache(maxsize=1)
def _growing_or_cut() -> frozenset[int]:
    return _changing() | frozenset(m for word in _GROWTH_AND_CUTS for m in meanings(word))


_BY = frozenset({"by", "ב"}) | folded("بنسبة بمقدار بواقع בשיעור")
_ROUGHLY = folded("about nearly almost some around roughly نحو حوالي قرابة more than أكثر من כ")
_VERBS_OF_CHANGE, _GROWTH_AND_CUTS = folded("ارتفع انخفض"), folded("خفض قلص نما نمو زيادة")


def _changed_by(sentence: Passage, quantity: Quantity) -> bool:
    """Whether a verb or noun of change stands before a number, and nothing that says "to".

    A rate is itself what changed, unless it is told what that came to: «ليبلغ سعر الإيداع 21%».
    """
    rate = False
    for place in range(quantity.first - 1, max(-1, quantity.first - _CHANGED_WITHIN), -1):
        forms = without_particles(sentence.words[place].fold)
        if any(form in _AT_LAST or form in TO for form in forms):
            return False
        behind = place > 0 and sentence.words[place - 1].fold in _ONCE
        changes = any(form in _CHANGE for form in forms) or sentence.meanings[place] & _changing()
        if changes and not behind:
            return True
        rate = rate or any(form in _RATES for form in forms)
        if any(mark in sentence.gap(place) for mark in "،,؛;:"):
            break
    return rate


_CHANGED_WITHIN = 8
#: Words behind which a change is told as done: «بلغت بعد الرفع 5 في المئة».
_ONCE = folded("بعد عقب إثر")


_AT_LAST = folded(
    "أصبح أصبحت يصبح تصبح ليصبح لتصبح فأصبح فأصبحت صار صارت عند بلغ بلغت يبلغ تبلغ ليبلغ لتبلغ "
    "ليصل لتصل يصل تصل وصل وصلت حتى مستوى سجل مسجلا"
)


_CHANGE = folded(
    "ارتفع ارتفعت ارتفاع انخفض انخفضت انخفاض تراجع تراجعت هبط هبطت هبوط زاد زادت زيادة صعد صعدت "
    "صعود قفز قفزت نما نمت خفض خفضت رفع رفعت"
)
_RATES = folded("الإيداع الإقراض")


_OF_YEARS = folded("عام سنة العام لعام عامي سنتي العامين السنتين أعوام الأعوام سنوات السنوات")


def beyond(
    sentence: Passage, ours: Quantity, evidence: Passage, theirs: Quantity, aligned: Alignment
) -> bool:
    """Whether the evidence has another number between *theirs* and the words before *ours*.

    «سعر الإيداع إلى 28» where it says «سعر الإيداع إلى 27 وسعر الإقراض إلى 28».
    """
    before = range(max(0, ours.first - _NEAR), ours.first)
    places = [p for p in before if p in sentence.telling and aligned.of(p)]
    if not places or any(mark in sentence.gap(p + 1) for p in before for mark in "،,؛;:()«»"):
        return False
    noun = aligned.of(ours.end) if ours.end < len(sentence.words) else ()
    if theirs.end in noun or theirs.end + 1 in noun:
        return False  # it counts the same noun in both
    if _in_other_words(evidence, theirs):
        return False
    stands = max(aligned.of(places[-1]))
    said = {q.value for q in sentence.quantities}
    return any(
        stands < one.first < theirs.first
        and not _all_told(evidence, range(one.end, theirs.first), aligned)
        and one.first - stands <= _NEAR
        and one.kind is theirs.kind
        and one.value not in said
        and not parted(evidence, stands + 1, one.first)
        and not (word_before(evidence, one) in FROM and word_before(evidence, theirs) in TO)
        for one in evidence.numbers
    )


def _in_other_words(evidence: Passage, number: Quantity) -> bool:
    """Whether *number* says again, behind a mark and "or", what another did: "would pay 60 dollars
    a share, or about 15 billion"."""
    place = number.first - 1
    while place > 0 and evidence.words[place].fold in _ROUGHLY:
        place -= 1
    again = place > 0 and evidence.words[place].fold in _OR
    return again and "," in evidence.gap(place)


_OR = folded("or או")


def _all_told(evidence: Passage, between: range, aligned: Alignment) -> bool:
    """Whether the sentence tells whatever the evidence does between two numbers."""
    telling = [p for p in between if tells(evidence, p)]
    return bool(telling) and aligned.told.issuperset(telling)


def parted(text: Passage, first: int, last: int) -> bool:
    return any(mark in text.gap(place) for place in range(first, last + 1) for mark in "،,؛;:.()")
