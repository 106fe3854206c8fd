"""One and two: what an Arabic noun says by its number, and English and Hebrew by a word.

The rule: «واحد» needs a word for one, or the noun as it stands; a dual needs a two, a word for
"both", two that are named, or a dual of the evidence. Two of the evidence are not told as one or as
several: the noun that they count is a dual, or has its number, in the sentence too. What the
evidence says by a word that is no number is told by one: an hour, a century, double.

What it may get wrong: any "and" of the evidence may name two. The escape hatch is to write the
number.
"""

from __future__ import annotations

import re

from digests.language.arabic import TANWIN
from digests.language.kin import without_particles
from digests.language.lexicon import listed, of_names
from digests.language.lists import folded
from digests.language.number_words import EITHER
from digests.language.quantities import EACH, Kind, Quantity
from digests.summaries.verify.ages import by_one_word
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.decades import is_century
from digests.summaries.verify.frequency import one_time
from digests.summaries.verify.government import definite
from digests.summaries.verify.hours import half_past, o_clock, over_one_night
from digests.summaries.verify.lettered import of_letters
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.rounds import of_a_round
from digests.summaries.verify.source import Source
from digests.summaries.verify.spelling import together

#: Words behind a number in which its noun stands.
_BEHIND = 3
_ONES = folded("a an single one sole חד אחד אחת יחיד واحد واحدة")


def single(source: Source) -> bool:
    """Whether the evidence has a word for one of something; each one of them is no such."""
    words = source.passage.words
    return any(
        words[p].fold in _ONES and not (p and words[p - 1].fold in EACH) for p in source.inside
    )


def one_of_it(sentence: Passage, quantity: Quantity, evidence: Passage, aligned: Alignment) -> bool:
    """Whether «سهمًا مجانيًا واحدًا» is «سهم مجاني» of the evidence: the noun as it stands."""
    return evidence.language == "ar" and any(
        sentence.words[p].fold.removesuffix("ا") == evidence.words[j].fold.removesuffix("ا")
        for p in range(max(0, quantity.first - 2), quantity.first)
        if p in sentence.telling
        for j in aligned.of(p)
    )


def apiece(sentence: Passage, quantity: Quantity, evidence: Passage, aligned: Alignment) -> bool:
    """Whether «الواحد» is each of what the evidence tells without a number: «للسهم الواحد»."""
    noun = quantity.first - 1
    if noun < 0 or sentence.words[quantity.first].fold not in _APIECE:
        return False
    told, before = sentence.words[noun].fold, sentence.words[noun - 1].fold if noun else ""
    each = told.startswith("لل") or (told.startswith("ال") and before in _IN)
    each = each or (told.startswith("ال") and _each_there(evidence, aligned.of(noun)))
    several = {q.end for q in evidence.numbers if q.value != 1}
    there = aligned.of(noun)
    return each and bool(there) and several.isdisjoint(there)


def _each_there(evidence: Passage, noun: tuple[int, ...]) -> bool:
    """Whether the evidence has a word for each before the *noun*: "each dose", "per dose"."""
    return any(evidence.words[j - 1].fold in EACH | _PER for j in noun if j)


_PER = folded("per")
#: «للسهم الواحد», for each share; and what stands before the noun, where it has no «لل».
_APIECE, _IN = folded("الواحد الواحدة"), folded("في عن")


def two(quantity: Quantity, source: Source, aligned: Alignment, definite: bool) -> bool:
    """Whether the evidence has two of what a dual says, in number or by naming both."""
    evidence = source.passage
    if any(q.value == 2 for q in evidence.quantities if q.first in source.inside):
        return True
    if any(evidence.words[p].fold in EITHER for p in source.inside):
        return True
    if definite and any(q.value == 2 for text in source.before for q in text.quantities):
        return True
    places = aligned.of(quantity.first)
    if evidence.language == "ar":
        if quantity.kind is not Kind.DUAL:
            places = aligned.of(quantity.first - 1)
        if any(evidence.words[p].fold.endswith(("ين", "ان", "ا", "ي")) for p in places):
            return True
        return _and_another(evidence, aligned.every.get(quantity.first, ()))
    halves = {p for q in evidence.quantities for p in range(q.first + 1, q.end)}
    return any(_conjunction(evidence.words[p].fold) for p in sorted(source.inside - halves))


def _and_another(evidence: Passage, places: tuple[int, ...]) -> bool:
    """Whether an Arabic text names the noun at *places* twice, or once «وأخرى» behind it."""
    if len({*places}) == 2 and len({evidence.words[p].fold.lstrip("ب") for p in places}) == 1:
        return True
    behind = {w.fold for p in places for w in evidence.words[p + 1 : p + 1 + _BEHIND]}
    return not behind.isdisjoint(_ANOTHER)


_ANOTHER = folded("وأخرى وآخر والأخرى والآخر")


def two_lost(sentence: Passage, source: Source, aligned: Alignment) -> int | None:
    """A noun of which the evidence has two, and the sentence one or several: «رجالا», two men."""
    evidence = source.passage
    for q in evidence.quantities:
        if q.value != 2 or q.kind not in (Kind.COUNT, Kind.DUAL) or q.first in evidence.dated:
            continue
        counted = q.first if q.kind is Kind.DUAL else q.end
        if evidence.language == "en" and evidence.words[counted : counted + 1]:
            counted += evidence.words[counted].text[:1].isupper()  # "two Texas crossings"
        if counted >= len(evidence.words) or counted in evidence.counted - {q.first}:
            continue
        for place in sentence.telling:
            if aligned.of(place) != (counted,) or _as_two(sentence, place):
                continue
            if aligned.of(place - 1) != (counted,) or not _as_two(sentence, place - 1):
                return place  # «رجلي أعمال» says two by its first word
    if evidence.language != sentence.language:
        return None
    return next((p for p in sentence.telling if _one_of_two(sentence, p, evidence, aligned)), None)


def _one_of_two(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the noun at *place* is one of what the evidence has two or several: جسر, «جسرين»."""
    word = sentence.words[place].fold.removesuffix("ا")
    more = {word + "ين", word + "ان"}
    support = aligned.every.get(place, ())
    several = all(more & set(without_particles(evidence.words[j].fold)) for j in support)
    return bool(support) and several and not _as_two(sentence, place)


def _as_two(sentence: Passage, place: int) -> bool:
    """Whether the noun at *place* is a dual, or definite, or stands by a number or an "each"."""
    word = sentence.words[place].fold
    if (
        word.endswith(_DUAL)
        or _in_construct(sentence, place)
        or definite(sentence, place)
        or not listed(word)
    ):
        return True
    if sentence.keys[place] or of_names(sentence.meanings[place]):
        return True
    near = any(
        abs(q.first - place) <= _BEHIND
        for q in sentence.quantities
        if q.first not in sentence.dated  # «الاثنين», Monday
    )
    theirs = sentence.words[place + 1 : place + 1 + _BEHIND]
    if any(w.fold.endswith("هما") for w in theirs):
        return True  # «مشتبها بهما»
    both = sentence.words[max(0, place - 1)].fold in EITHER | _ONES
    return both or near  # with another number `figures` compares it


def _in_construct(sentence: Passage, place: int) -> bool:
    """Whether the noun at *place* is a dual that has lost its «ن» before a noun: «رجلا أمن»."""
    word, after = sentence.words[place], place + 1
    cut = word.fold.endswith("ا") and TANWIN not in word.text
    return cut and after < len(sentence.words) and after in sentence.telling


#: Endings of a dual, whole, before a noun of its own or a pronoun.
_DUAL = ("ان", "ين", "ي", "اه", "يه", "اها", "يها", "اهم", "يهم")


def dual_behind(
    sentence: Passage, quantity: Quantity, evidence: Passage, aligned: Alignment
) -> bool:
    """Whether «اثنان من السائقين» is «سائقان» of the evidence."""
    behind = range(quantity.end, min(len(sentence.words), quantity.end + _BEHIND))
    return any(
        evidence.words[j].fold.endswith("ان") or _VOWELLED.search(evidence.words[j].text)
        for p in behind
        if p in sentence.telling
        for j in aligned.of(p)
        if evidence.language == "ar"
    )


def manifold(sentence: Passage, quantity: Quantity, evidence: Passage) -> bool:
    """Whether «مرتين», «ثلاثة أضعاف» is "doubled", "tripled" of the evidence."""
    times = sentence.words[quantity.end - 1].fold
    if times not in _TWICE:
        times = sentence.words[quantity.end].fold if quantity.end < len(sentence.words) else ""
    if times not in _TWICE | _TIMES:
        return False
    return any(word.fold in _MANIFOLD.get(int(quantity.value), ()) for word in evidence.words)


_TWICE, _TIMES = folded("مرتين مرتان ضعفين ضعفان ضعفي"), folded("مرات أضعاف أمثال")
_MANIFOLD = {
    2: folded(
        "double doubled doubles doubling twofold הכפיל הכפילה הכפילו הוכפל הוכפלה הוכפלו כפול"
    ),
    3: folded("triple tripled triples tripling trebled threefold שילש שילשה שולש"),
    4: folded("quadruple quadrupled fourfold"),
}


#: «صحفيَّين» with its vowel is two; without it, it may be a plural.
_VOWELLED = re.compile("َّ?يْ?ن")


def _conjunction(word: str) -> bool:
    return word == "and" or (word[:1] == "ו" and len(word) > 2)


def in_another_form(
    sentence: Passage, quantity: Quantity, source: Source, aligned: Alignment
) -> bool:
    """Whether the evidence says *quantity* by no number of its own: an hour, one, double, two."""
    evidence = source.passage
    if any(told(sentence, quantity, evidence) for told in _OTHERWISE):
        return True
    if quantity.value == 1 and (single(source) or one_of_it(sentence, quantity, evidence, aligned)):
        return True
    if apiece(sentence, quantity, evidence, aligned):
        return True
    if _of_a_name(sentence, quantity, evidence, aligned):
        return True
    return quantity.value == 2 and dual_behind(sentence, quantity, evidence, aligned)


def _of_a_name(
    sentence: Passage, quantity: Quantity, evidence: Passage, aligned: Alignment
) -> bool:
    """Whether *quantity* is the number of a name, as it is there: «تشاندرايان 3», Chandrayaan-3.

    It counts nothing: no noun without an article stands behind it.
    """
    place, end = quantity.first, quantity.end
    if not place or end - place > 1 or not together(sentence, place - 1, place):
        return False
    marked = "-" in sentence.gap(place) or end == len(sentence.words) or sentence.gap(end).strip()
    counts = not marked and end in sentence.telling
    if counts and not sentence.words[end].fold.startswith("ال"):
        return False
    return any(
        j + 1 < len(evidence.words)
        and evidence.words[j + 1].fold == sentence.words[place].fold
        and together(evidence, j, j + 1)
        for j in aligned.every.get(place - 1, ())
    )


#: What an evidence says by no number of its own: an hour, a half, a century, a double.
_OTHERWISE = (
    o_clock,
    half_past,
    over_one_night,
    is_century,
    by_one_word,
    manifold,
    one_time,
    of_a_round,
    of_letters,
)
