"""Who stands first behind an Arabic verb, of two who are named: «دعا كوربن جونسون إلى الاستقالة».

The rule: where Arabic evidence has the same verb, the first name behind it does it, his office
aside. A sentence whose first name is a later one of that clause, and which has the first one
behind it, bare or behind «إلى», «على» or «لـ», has exchanged the two.

What it may get wrong: a passive without its vowels whose doer is told behind such a preposition.
The escape hatch is «على يد».
"""

from __future__ import annotations

from digests.language.arabic import DAMMA
from digests.language.lexicon import as_it_stands, of_names
from digests.language.lists import folded
from digests.summaries.verify.actors import actor, and_before, mark_before, title
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.doers import mutual
from digests.summaries.verify.government import by_whom, definite
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.source import Source

#: Words of a clause behind its verb in which its two names stand.
_CLAUSE = 14
#: What may stand before the one to whom it is done; other prepositions end the clause.
_TO_WHOM = folded("إلى على عن ضد له لها لهم إليه إليها عليه عليها")
_CLUBS = folded("نادي منتخب")
_BEFORE_VERBS = folded("أن قد وقد لم لن ولم ولن")


def names_behind(sentence: Passage, source: Source, aligned: Alignment) -> tuple[int, int] | None:
    """The first name behind a verb of *sentence*, and the one that is first in the evidence."""
    evidence = source.passage
    if evidence.language != sentence.language:
        return None
    for verb in sentence.content:
        if not _opens(sentence, verb) or mutual(sentence, verb):
            continue
        for there in aligned.of(verb):
            if not _opens(evidence, there) or not _one_form(sentence, verb, evidence, there):
                continue
            theirs = _names(evidence, there)
            ours = _names(sentence, verb, _resting(sentence, theirs, aligned))
            if len(ours) < 2:
                continue
            first = set(aligned.every.get(ours[0], ()))
            if len(first) != 1 or not first <= set(theirs[1:]):
                continue
            earlier = [j for j in theirs if j < min(first)]
            for other in ours[1:]:
                resting = set(aligned.every.get(other, ()))
                if len(resting) == 1 and resting <= set(earlier) and not by_whom(sentence, other):
                    return ours[0], other
    return None


def _opens(text: Passage, place: int) -> bool:
    """Whether the word at *place* stands where a clause has its verb, and is no passive."""
    word = text.words[place].text.lstrip("وف")
    if word[1:2] == DAMMA and word[0] not in "يتن":
        return False  # «أُقيل»
    before = text.words[place - 1].fold if place else ""
    return place == 0 or mark_before(text, place) or before in _BEFORE_VERBS


def _one_form(sentence: Passage, verb: int, evidence: Passage, there: int) -> bool:
    """Whether two verbs are one form, of a man or a woman: a passive has another past."""
    one, other = (
        text.words[place].fold.removeprefix("و").removesuffix("ت")
        for text, place in ((sentence, verb), (evidence, there))
    )
    return one == other or (one[0] in "يت" and other[0] in "يت" and one[1:] == other[1:])


def _resting(sentence: Passage, names: list[int], aligned: Alignment) -> frozenset[int]:
    """The words of *sentence* that rest on one of *names* alone: «نصار», whom it names by half."""
    return frozenset(
        p for p in sentence.content if aligned.every.get(p, ()) in [(name,) for name in names]
    )


def _names(text: Passage, verb: int, known: frozenset[int] = frozenset()) -> list[int]:
    """The words of the names behind the *verb* in its clause, nobody joined to another by «و»."""
    found: list[int] = []
    aside = False
    for place in range(verb + 1, min(len(text.words), verb + 1 + _CLAUSE)):
        if mark_before(text, place):
            if found and not aside and "،" in text.gap(place) and title(text, place):
                aside = True  # «كوربن، زعيم حزب العمال، إلى …»
            elif not aside or "،" not in text.gap(place):
                break
            else:
                aside = False
        word = text.words[place].fold
        if and_before(text, place) or (word in FREE and word not in _TO_WHOM):
            break
        if word[0] == "ب" and not _unknown(text, place) and not as_it_stands(word):
            break
        if not aside and (place in known or _name(text, verb, place, found)):
            found.append(place)
    return found


def _name(text: Passage, verb: int, place: int, found: list[int]) -> bool:
    """Whether a word of a name stands at *place*: unknown, listed, or behind another word.

    That is one of the name, an office, or the noun of a class («نادي الوادي»).
    """
    if title(text, place) or place not in text.telling:
        return False
    if definite(text, place):
        return place - 1 > verb and _class(text, place - 1)
    if text.keys[place] or _unknown(text, place) or of_names(text.meanings[place]):
        return True
    before = place - 1
    if before in found:
        return text.words[place].text[-1:] not in "اًة"
    person = title(text, before) or actor(text, before)
    return before > verb and person and definite(text, before)


def _unknown(text: Passage, place: int) -> bool:
    return not as_it_stands(text.words[place].fold)


def _class(text: Passage, place: int) -> bool:
    """Whether the noun of a body that its name may follow stands at *place*: «نادي», «شركة»."""
    body = bool(text.meanings[place]) and not text.keys[place] and actor(text, place)
    return (
        (body or text.words[place].fold in _CLUBS)
        and not definite(text, place)
        and not title(text, place)
    )
