"""The parties of an Arabic verb: the nouns behind it that the evidence has, and those before it.

The rule: they stand between the verb and the end of its clause, or before the next verb of its own;
titles before a name, a noun of class («شركة ميتا»), what stands in apposition and the adjective of
a country are none. What is told before a verb that takes it up («ثمن الخطأ يدفعه العمال») has
parties, too.

What it may get wrong: a clause that ends without a mark. The escape hatch is to cite a shorter
passage.
"""

from __future__ import annotations

from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.speech_verbs import Act
from digests.summaries.verify.actors import actor, apposed, mark_before, party, title
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.government import (
    after_noun,
    attribute,
    by_agent,
    definite,
    under_preposition,
)
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.units import is_time

#: What is done by words to another: who says something else has no object.
TO_SOMEBODY = (Act.ACCUSE, Act.ASK, Act.WARN)
#: Words after an Arabic verb in which its parties are looked for.
REACH = 12
_NOT_DONE = folded("لم لن سوف")
_BETWEEN = fold("بين")
_SEAT = folded("مقره مقرها ومقره ومقرها")
_RELATIVE = folded("الذي التي الذين اللذين اللتين")
#: Nouns that only say what the name behind them is: «شركة إنتل».
NOUNS_OF_CLASS = folded("شركة الشركة مدينة دولة السيد الدكتور")


def parties_of(sentence: Passage, verb: int, evidence: Passage, aligned: Alignment) -> list[int]:
    """The aligned nouns after an Arabic verb up to the end of its clause, titles left out."""
    found: list[int] = []
    under: set[int] = set()
    sources = {f.at for f in sentence.frames if f.according}
    for place in range(verb + 1, min(len(sentence.words), verb + REACH)):
        if any(mark in sentence.gap(place) for mark in ".؛;:«") or place in sources:
            break
        if sentence.words[place].fold in _RELATIVE:
            break
        word = sentence.words[place].fold
        if _another_clause(sentence, place):
            break
        if place not in aligned.support or (title(sentence, place) and not alone(sentence, place)):
            continue
        if word in NOUNS_OF_CLASS and _named_after(sentence, place):
            continue
        if definite(sentence, place) and is_time(sentence, place - 1):
            continue  # «في اليوم السابق»
        if sentence.words[place - 1].fold in _SEAT:
            continue  # «ومقرها لورن»
        if sentence.words[place - 1].fold == _BETWEEN:
            under.add(place)
            continue
        if word[0] == "و" and place - 1 in under:
            under.add(place)  # «فرق من مصر وتركيا»
            continue
        if under_preposition(sentence, place) and not by_agent(sentence, verb, [place]):
            under.add(place)
        if apposed(sentence, place) or (
            (place > verb + 1 or after_noun(sentence, place))
            and attribute(sentence, place, evidence, aligned)
        ):
            continue
        if place in sentence.content and party(sentence, place, evidence, aligned):
            found.append(place)
    return found


def _another_clause(sentence: Passage, place: int) -> bool:
    """Whether another verb of its own begins at *place*, behind what is told of the first.

    «انهار السد خلال العاصفة، فاجتاحت السيول …»; «ثمن الخطأ يدفعه العمال», whose verb stands behind
    a definite noun: behind another it is of a relative clause, «خطة تعدها الوزارة».
    """
    word = sentence.words[place].fold
    if word in _NOT_DONE or (has_it(word) and definite(sentence, place - 1)):
        return True
    if word[0] != "ف" or not {"،", ","} & set(sentence.gap(place)):
        return False
    return as_it_stands(word[1:]) and not as_it_stands(word)


def fronted(sentence: Passage, verb: int, evidence: Passage, aligned: Alignment) -> list[int]:
    """The parties of what is done, told before its verb: «ثمن أخطاء الإدارة يدفعه …»."""
    first = verb
    while first > max(0, verb - _FRONT) and sentence.words[first - 1].fold not in FREE:
        if mark_before(sentence, first):
            break
        first -= 1
    return [
        p for p in range(first, verb) if aligned.of(p) and party(sentence, p, evidence, aligned)
    ]


#: Words of what is told before the verb that is done to it.
_FRONT = 4


def has_it(word: str) -> bool:
    """Whether *word* is a present that has its object on it, told of before: «يدفعه»."""
    ends = (word.removesuffix(end) for end in ("ه", "ها", "هم", "هما") if word.endswith(end))
    return takes_it(word) and any(as_it_stands("ي" + stem[1:]) for stem in ends)


def alone(sentence: Passage, place: int) -> bool:
    """Whether the office at *place* stands for its holder: «الرئيس» before another office."""
    after = place + 1
    return (
        definite(sentence, place)
        and after < len(sentence.words)
        and not definite(sentence, after)
        and not sentence.keys[after]
        and bool(sentence.meanings[after])
        and (title(sentence, after) or actor(sentence, after))
    )


def _named_after(sentence: Passage, place: int) -> bool:
    """Whether a name follows the noun of its class («شركة ميتا»)."""
    after = place + 1
    return (
        after < len(sentence.words)
        and not sentence.gap(after).strip()
        and (
            bool(sentence.keys[after])
            or (after in sentence.telling and not sentence.meanings[after])
        )
    )


def takes_it(word: str) -> bool:
    """Whether a verb has its object on it, who stands before it: «مجلس يدعمه الجيش»."""
    return word[:1] in "يت" and len(word) > _WITH_IT and word.endswith(("ه", "ها", "هم", "هما"))


#: Letters of a verb with a pronoun, at least one more.
_WITH_IT = 4
