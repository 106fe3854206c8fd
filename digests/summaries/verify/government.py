"""What order says of an Arabic sentence: which words govern others, and which are governed.

The rule: a noun with the article, a name, an ordinal or superlative, a side of the compass and a
plural in «ات» have no doer after them. A noun under a preposition does nothing, unless the
preposition names the doer («من قبل», «على يد», «بأمر من»). A definite word in «ي» or «ية» after a
noun is its attribute, not another party.

What it may get wrong: words that are written like these and govern all the same («التقى» is let
through). The escape hatch is the tables below.
"""

from __future__ import annotations

import re

from digests.language.kin import without_particles
from digests.language.lexicon import a_pair, as_it_stands, listed, of_names
from digests.language.lists import folded
from digests.language.transliteration import same_name
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import FREE, Passage

_EIGHTH_FORM = re.compile("الت[^ا]{1,2}[ىيتوا]{0,2}")
_ORDERING = folded(
    "أول أولى ثاني ثانية ثالث ثالثة رابع رابعة خامس خامسة آخر أخرى أكبر كبرى أصغر صغرى أكثر أقل "
    "أعلى عليا أدنى أهم أبرز أحدث أقدم أفضل أسوأ أشد أطول أضخم أحد إحدى بعض جميع كل كافة معظم "
    "غالبية مجمل عموم سائر"
)
_SIDES = folded("شمال جنوب شرق غرب وسط شمالي جنوبي شرقي غربي داخل خارج أنحاء قرب")
_PREPOSITIONS = folded("في من إلى على عن مع ضد لدى عبر نحو حول بين خلال قرب داخل خارج")
#: The article, behind the particles that may be written onto it.
_ARTICLE = re.compile("(?:[وف])?(?:[بك](?=ال))?(ال|لل)")
_ATTACHED = re.compile("(?:[وف])?(?:لل|[بل]ال|كال)")
#: Words before a noun that tell its doer: «من قبل», «على يد», «بقرار من».
_BY = (("من", folded("قبل جانب طرف")), ("علي", folded("يد أيدي")))
_ORDERED_BY = folded("بأمر بقرار بطلب بإيعاز")


def definite(text: Passage, place: int) -> bool:
    """Whether the word at *place* has the article and is no verb in «الت»."""
    word = text.words[place]
    article = _ARTICLE.match(word.text)
    if article is None or (word.text[:2] != "ال" and as_it_stands(word.fold)):
        return False
    return len(word.text) - article.start(1) > 3 and not _EIGHTH_FORM.fullmatch(word.fold)


def governs(sentence: Passage, place: int, evidence: Passage, theirs: tuple[int, ...]) -> bool:
    """Whether the Arabic word at *place*, supported at *theirs*, may have a doer after it."""
    word = sentence.words[place].fold
    if definite(sentence, place) or sentence.keys[place] or of_names(sentence.meanings[place]):
        return False
    if any(form in _ORDERING or form in _SIDES for form in without_particles(word)):
        return False
    if (word.endswith("ات") and len(word) > 4) or a_pair(word):
        return False
    if word in _OF_NAMES or (not listed(word) and _beside_a_name(sentence, place)):
        return False
    noun = word[0] == "م" and word[-1] not in "ها"
    if noun and (len(word) >= _OF_A_PLACE or under_preposition(sentence, place)):
        return False  # «مستودع», «مشروع»
    if evidence.language != "ar" and not listed(word):
        named = len(word) > 3 and all(
            same_name(word, evidence.words[j].fold, surely=True) for j in theirs
        )
        return not (theirs and named)
    return True


def _beside_a_name(sentence: Passage, place: int) -> bool:
    """Whether a word of a name stands right before the word at *place*, which no lexicon has."""
    before = place - 1
    if place == 0 or sentence.gap(place).strip():
        return False
    word = sentence.words[before].fold
    return word in _OF_NAMES or (before in sentence.telling and not listed(word))


#: Words before a noun in which its preposition stands, a number between them aside.
_GOVERNED = 2
#: Words that are verbs as well, and stand in names: «يحيى ولد حدمين».
_OF_NAMES = folded("ولد بن ابن أبو يحيى آل")
#: Letters of a noun in «م» that is no participle of a short verb («منح», «منع»), at least.
_OF_A_PLACE = 5


def under_preposition(sentence: Passage, place: int) -> bool:
    """Whether the noun at *place* stands right under a preposition, or under a noun that does."""
    word = sentence.words[place]
    if _ATTACHED.match(word.text) and not as_it_stands(word.fold) and not sentence.keys[place]:
        bare = word.fold.lstrip("وف")
        if listed(bare[2:]) or listed(bare[3:]):
            return True
    uncounted = [p for p in range(place - 1, -1, -1) if p not in sentence.counted]
    for before in uncounted[:_GOVERNED]:
        form = sentence.words[before].fold
        if form in _PREPOSITIONS or form.lstrip("وف") in _PREPOSITIONS:
            return not _ends_with_by(sentence, before)
        if sentence.gap(before + 1).strip() or definite(sentence, before):
            return False
        if form in FREE or sentence.keys[before] or not sentence.meanings[before]:
            return False
    return False


def _ends_with_by(sentence: Passage, place: int) -> bool:
    before = sentence.words[place - 1].fold if place else ""
    return before in _ORDERED_BY


def by_agent(sentence: Passage, verb: int, parties: list[int]) -> int | None:
    """The party of those after the verb at *verb* that a phrase names as its doer."""
    for place in range(verb + 1, len(sentence.words) - 1):
        here, after = sentence.words[place].fold, sentence.words[place + 1].fold
        named = any(here == one and after in second for one, second in _BY)
        if named or here in _ORDERED_BY:
            return next((p for p in parties if p > place), None)
        if any(mark in sentence.gap(place) for mark in ".؛;:"):
            break
    return None


def by_whom(sentence: Passage, place: int) -> bool:
    """Whether the noun at *place* stands behind «على يد», «من قبل» or an order: who does it."""
    before = [word.fold for word in sentence.words[max(0, place - 2) : place]]
    named = len(before) > 1 and any(before[0] == one and before[1] in two for one, two in _BY)
    return named or not _ORDERED_BY.isdisjoint(before)


def after_noun(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* follows a feminine noun: it is no verb's doer."""
    noun = sentence.words[place - 1]
    return noun.text.endswith("ة") and not definite(sentence, place - 1)


def attribute(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the word at *place* is an adjective after its noun: «الطبي», «جلسة برلمانية».

    It is one in the evidence too: it stands there beside the same noun, on its own side. Without
    the article it is one after a feminine noun alone: «قالت برلمانية» is said by one.
    """
    word = sentence.words[place].fold
    if not word.endswith(("ي", "يه")):
        return False
    if not definite(sentence, place) and not (place and after_noun(sentence, place)):
        return False
    if sentence.keys[place] or not sentence.meanings[place] or sentence.gap(place).strip():
        return False
    side = -1 if evidence.language == "en" else 1
    beside = {j - k for j in aligned.of(place) for k in aligned.of(place - 1)}
    return not beside.isdisjoint({0, side})
