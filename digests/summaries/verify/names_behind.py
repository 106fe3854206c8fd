"""Who stands first behind an Arabic verb, of two who are named: «دعا كوربن جونسون إلى الاستقالة».

The rule: where Arabic evidence has the same verb, the first name behind it does it, his office
aside, unless it stands behind a preposition («فاز على سامر كمال»). A sentence whose first name is a
later one of that clause, and which has the first one behind it, bare or behind «إلى», «على» or
«لـ», has exchanged the two. Of whom an office is («مديرا لكوردا») is not done to; an office that a
name completes, with no definite noun («رئيس كوردا سامر نصار»), tells nothing of the order.

What it may get wrong: a passive without its vowels whose doer is told behind such a preposition.
The escape hatch is «على يد».
"""

from __future__ import annotations

from digests.language.given_names import given_name
from digests.language.lexicon import as_it_stands, listed, of_names
from digests.language.lists import folded
from digests.summaries.verify.actors import actor, and_before, mark_before, title
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.doers import mutual
from digests.summaries.verify.government import by_whom, definite
from digests.summaries.verify.order import opens_clause, passive
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.source import Source

#: Words of a clause behind its verb in which its two names stand.
_CLAUSE = 14
#: What may stand before the one to whom it is done; other prepositions end the clause.
_OVER = folded("إلى على عن ضد")
_TO_WHOM = _OVER | folded("له لها لهم إليه إليها عليه عليها")
_CLUBS = folded("نادي منتخب")
#: Words behind a verb in which an office and the name that completes it stand.
_OFFICE = 4


def names_behind(sentence: Passage, source: Source, aligned: Alignment) -> tuple[int, int] | None:
    """The first name behind a verb of *sentence*, and the one that is first in the evidence."""
    evidence = source.passage
    if evidence.language != sentence.language:
        return None
    for verb in sentence.content:
        if not _tells_order(sentence, verb):
            continue
        for there in aligned.of(verb):
            if _tells_order(evidence, there) and _one_form(sentence, verb, evidence, there):
                pair = _exchanged(sentence, verb, evidence, there, aligned)
                if pair is not None:
                    return pair
    return None


def _exchanged(
    sentence: Passage, verb: int, evidence: Passage, there: int, aligned: Alignment
) -> tuple[int, int] | None:
    """The first name behind *verb*, a later one behind *there*, and another that is before it."""
    theirs = _names(evidence, there)
    ours = _names(sentence, verb, _resting(sentence, theirs, aligned))
    if len(ours) < 2 or _governed(sentence, ours[0], ours):
        return None
    first = set(aligned.every.get(ours[0], ()))
    later = {j for j in theirs[1:] if not _of_his_office(evidence, j)}
    if len(first) != 1 or not first <= later:
        return None
    earlier = {j for j in theirs if j < min(first) and not _governed(evidence, j, theirs)}
    for other in (p for p in ours[1:] if not _of_his_office(sentence, p)):
        resting = set(aligned.every.get(other, ()))
        if len(resting) == 1 and resting <= earlier and not by_whom(sentence, other):
            return ours[0], other
    return None


def _tells_order(text: Passage, verb: int) -> bool:
    """Whether the first name behind the word at *verb* does what it says."""
    return _opens(text, verb) and not mutual(text, verb) and not _completed(text, verb)


def _opens(text: Passage, place: int) -> bool:
    """Whether a verb that is no passive may stand at *place*, and no «وزير» or «وليد»."""
    noun = actor(text, place) or title(text, place) or given_name(text.words[place].fold)
    return opens_clause(text, place) and not noun and not passive(text, place)


def _completed(text: Passage, verb: int) -> bool:
    """Whether a name completes an office behind the *verb*: «أعلن مدير شركة كوردا سامر نصار»."""
    office = verb + 1
    for place in range(office, min(len(text.words), verb + 1 + _OFFICE)):
        if mark_before(text, place) or definite(text, place) or text.words[place].fold in FREE:
            return False
        if text.keys[place] or _unknown(text, place):
            return place > office
        if place == office and not title(text, place):
            return False
    return False


def _governed(text: Passage, place: int, names: list[int]) -> bool:
    """Whether the name at *place*, of *names* side by side, stands right behind a preposition."""
    while place - 1 in names and not _joined(text, place):
        place -= 1
    return _joined(text, place) or text.words[place - 1].fold in _OVER


def _joined(text: Passage, place: int) -> bool:
    """Whether «لـ» or «بـ» is written onto the name at *place*."""
    word = text.words[place].fold
    return word[0] in "لب" and listed(word) and not as_it_stands(word)


def _of_his_office(text: Passage, place: int) -> bool:
    """Whether the word at *place* tells by «لـ» of whom an office is: «مديرا لكوردا».

    An adjective may stand between them: «رئيسا تنفيذيا لكوردا».
    """
    if text.words[place].fold[0] != "ل" or mark_before(text, place):
        return False
    adjective = text.words[place - 1].text.endswith(_INDEFINITE)
    before = range(max(0, place - 1 - adjective), place)
    return any(_office(text, p) and not definite(text, p) for p in before)


def _office(text: Passage, place: int) -> bool:
    """Whether an office stands at *place*, or the head of one of two words: «رئيسا تنفيذيا»."""
    word = text.words[place].fold
    return title(text, place) or word.removesuffix("ا").removesuffix("ه") in _OFFICES


_OFFICES = folded("رئيس مدير وزير أمين سفير مدرب قائد مستشار ممثل مندوب مبعوث متحدث ناطق وكيل")
_INDEFINITE = ("ا", "اً", "ًا", "ة")


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
