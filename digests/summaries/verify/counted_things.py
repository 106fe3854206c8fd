"""What a number counts, told by a word that the evidence has far from it: 28 managers for workers.

The rule: the noun right behind a number, or in the dual, is refused where all that it rests on
stands far from that number in the evidence, or beside it as another thing ("30 houses near a
school"), and what the evidence counts with it is told by nothing in the sentence; not where the
evidence tells further on what they are, or points back to them. A noun that rests on a neighbour of
its meaning alone is refused where that is not what the evidence counts. A whole has the noun of its
part, where it has none of its own («430 عاملًا من أصل 510»).

What it may get wrong: a noun that the evidence tells of the counted somewhere else. The escape
hatch is to use the noun that stands beside the number.
"""

from __future__ import annotations

from digests.language.english_clauses import finite
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import Kind, Quantity
from digests.model import Lang
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.casualties import PERSONS
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.exchanged import equal, year
from digests.summaries.verify.gaps import says
from digests.summaries.verify.parts import tells
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.votes import of_a_majority

#: Words from a number to what stands beside it, at most; and from it to its noun.
_BESIDE, _TO_THE_NOUN = 4, 4
_OF = folded("of من about some nearly the more than كل ה מ") | folded("عدد نحو حوالي")
_DUAL = ("ين", "ان")
_TWO = folded("اثنين اثنان اثنتين اثنتان")
_OTHERS = folded(
    "others other people person persons men women them whom which those آخرين آخرون آخر منهم منهن "
    "منها אחרים אנשים איש בני אדם נפש מהם מהן מהמ מתוכם"
)


def counted_things(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """What *sentence* counts and the evidence does not count with that number."""
    evidence = source.passage
    all_of_them = any(word.fold in _ALL for word in evidence.words)
    for ours in sentence.quantities:
        noun = _counted(sentence, ours)
        places = aligned.every.get(noun, ()) if noun is not None else ()
        if noun is None or not places:
            continue
        same = [q for q in evidence.numbers if equal(ours, q) and q.first in source.inside]
        theirs = [_of_the_whole(evidence, q) or _noun_of(evidence, q) for q in same]
        if not same or any(e is None or e in places for e in theirs):
            continue
        if any(of_a_majority(evidence, j, q) for j in places for q in same):
            continue
        far = all(j < q.first - _BESIDE or j >= q.end + _BESIDE for j in places for q in same)
        far = far or all(_parted(evidence, j, q) for j in places for q in same)
        untold = all(e not in aligned.told for e in theirs)
        untold = untold and not any(_points_back(evidence, j, q) for j in places for q in same)
        untold = untold and not any(_what_they_are(evidence, j) for j in places)
        if (far and untold and not all_of_them) or noun in aligned.near:
            shown = sentence.words[noun].text
            return Refusal(Code.NUMBER, f"«{shown}»: the evidence counts something else")
    return None


#: What is told of them all may be said in place of what they are called.
_ALL = folded(
    "all both each כולם כולן שניהם שתיהן كلهم جميعهم جميعهن كلها جميعها كلاهما وجميعهم وكلهم"
)


def _counted(sentence: Passage, number: Quantity) -> int | None:
    """The place of the noun right behind *number*, or of the dual that it is."""
    if number.kind is Kind.DUAL:
        return number.first if number.first in sentence.telling else None
    place = number.end
    if sentence.words[number.first].fold in _TWO and number.first:
        pair = number.first - 1  # «مديرين اثنين»
        dual = pair in sentence.telling and sentence.words[pair].fold.endswith(_DUAL)
        return pair if dual else None
    if number.kind is not Kind.COUNT or year(number) or place >= len(sentence.words):
        return None
    if (
        place not in sentence.telling
        or sentence.gap(place).strip()
        or number.first in sentence.dated
    ):
        return None
    word = sentence.words[place].fold
    governed = word[0] in _GOVERNING and as_it_stands(word[1:].removeprefix("ال"))
    if governed or sentence.words[number.first].fold.startswith(_ARTICLE) or number.value <= 1:
        return None  # «أعضاء المجلس الخمسة لصالح»
    if word in _BELONGING:
        return None  # «بوينغ 737 ماكس 8 تابعة لشركة»
    return place if word not in PERSONS and tells(sentence, place) else None


#: What tells whose the thing is that has a number in its name.
_BELONGING = folded("تابع تابعة التابع التابعة مملوك مملوكة المملوك المملوكة")
#: Particles behind a number that show that it has no noun of its own.
_GOVERNING, _ARTICLE = ("ل", "ب"), "ال"


def _noun_of(evidence: Passage, number: Quantity) -> int | None:
    """The place of what *evidence* counts by *number*."""
    if number.kind is Kind.DUAL:
        return number.first
    before = number.first - 1
    of = number.end < len(evidence.words) and evidence.words[number.end].fold in _OF
    two = evidence.words[number.first].fold in _TWO and not of
    if two and before >= 0 and _says(evidence, before):
        return before
    place = number.end
    while place < min(len(evidence.words), number.end + _TO_THE_NOUN):
        if evidence.gap(place).strip(" -־"):
            return None
        skipped = evidence.words[place].fold in _OF or place in evidence.counted
        if not skipped:
            known = _says(evidence, place) and bool(evidence.meanings[place])
            return place if known and evidence.words[place].fold not in PERSONS | _OTHERS else None
        place += 1
    return None


def _of_the_whole(evidence: Passage, whole: Quantity) -> int | None:
    """The noun of a part, which is that of its *whole* too: «430 عاملًا من أصل 510 شاركوا».

    The whole has no noun of its own: behind it stands a verb, a mark or a small word.
    """
    before = [word.fold for word in evidence.words[max(0, whole.first - 2) : whole.first]]
    end = whole.end
    if not (tuple(before) in _OUT_OF or before[-1:] in ([_OF_WHOLE], [_OUT_OF_HEBREW])):
        return None
    bare = end == len(evidence.words) or bool(evidence.gap(end).strip())
    bare = bare or not says(evidence, end) or evidence.words[end].fold.endswith(_PLURAL_VERB)
    if not (bare or finite(evidence.words, end)):
        return None
    ends = [q for q in evidence.numbers if q.end <= whole.first and q.kind is Kind.COUNT]
    noun = _noun_of(evidence, ends[-1]) if ends else None
    near = noun is not None and ends[-1].end <= noun < whole.first <= noun + _BESIDE
    return noun if near else None


#: What stands between a part and its whole, and the ending of an Arabic verb behind the whole.
_OUT_OF = {tuple(map(fold, pair)) for pair in (("من", "أصل"), ("من", "بين"), ("out", "of"))}
_OF_WHOLE, _OUT_OF_HEBREW, _PLURAL_VERB = "of", "מתוך", "وا"


def _points_back(evidence: Passage, place: int, number: Quantity) -> bool:
    """Whether another sentence tells of the counted again: "12 suspects … The men"."""
    if place in range(*sentence_around(evidence, number.first)):
        return False
    if evidence.language == Lang.EN:
        return place > 0 and evidence.words[place - 1].fold in _THE
    return evidence.words[place].fold.startswith(_DEFINITE)


_THE = frozenset("the these those they its their".split())
_DEFINITE = ("ال", "وال", "لل", "بال", "ה", "וה", "שה")


def _parted(evidence: Passage, place: int, number: Quantity) -> bool:
    """Whether the noun at *place* stands beside what *number* counts, and is another thing.

    A word for "near" or "and" stands right before it, or it stands before the number, which has a
    noun of its own, in one clause: "28 workers and a manager", "its managers dismissed 28 workers".
    """
    if place >= number.end:
        at = place - 1
        while at > number.end and evidence.words[at].fold in _THE | _ARTICLES:
            at -= 1
        tied = at > number.first and evidence.words[at].fold in _NEAR
        return tied or (place > number.end and _joined(evidence, place))
    between = range(place + 1, number.first)
    joined = any(_joined(evidence, p) or evidence.words[p].fold == "and" for p in between)
    marked = any(evidence.gap(p).strip(" -־'’$€£") for p in [*between, number.first])
    behind = evidence.words[number.end : number.end + 1]
    of_them = any(word.fold in _OF for word in behind)  # «اثنين من أفراد الشرطة»
    return bool(between) and not (joined or marked or of_them)


def _joined(evidence: Passage, place: int) -> bool:
    """Whether "and" ties the word at *place* to the one before it: "30 houses and a mosque"."""
    word, at = evidence.words[place].fold, place - 1
    if evidence.language == Lang.EN:
        at -= evidence.words[at].fold in _ARTICLES
        return evidence.words[at].fold == "and"
    return word[0] in "וو" and not as_it_stands(word)


_ARTICLES = frozenset({"a", "an", "the"})
#: Words that say beside what something is.
_NEAR = folded(
    "near beside outside opposite behind قرب بالقرب بجوار بجانب أمام خلف ליד מול סמוך לצד"
)


def _what_they_are(evidence: Passage, place: int) -> bool:
    """Whether the noun at *place* is what somebody is: "who are refugees", «يعملون معلمين»."""
    if evidence.language == Lang.HE and _as_what(evidence.words[place].fold):
        return True
    before = place - 1
    while before > 0 and evidence.words[before].fold in _STILL:
        before -= 1
    parted = any(evidence.gap(p).strip() for p in range(before + 1, place + 1))
    return before >= 0 and not parted and evidence.words[before].fold in _BEING


def _as_what(word: str) -> bool:
    """Whether the Hebrew "as" is written onto *word*: כמורים."""
    return word[0] == "כ" and not as_it_stands(word)


_STILL = folded(
    "now also all once still not already then formerly mostly both the a an كلهم جميعهم"
)
_BEING = folded(
    "are were is was be been being become became as called "
    "هم هن وهم وهن وهما هما كانوا كن كانا يعملون يعملن يعمل تعمل يعملان عملوا عملن بصفتهم بصفتهن "
    "أصبحوا صاروا باتوا الذين "
    "הם הן שהם שהן והם והן היו שהיו והיו"
)


def _says(text: Passage, place: int) -> bool:
    """Whether the word at *place* says something by itself."""
    return place in text.telling if text.language == Lang.AR else says(text, place)
