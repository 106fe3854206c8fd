"""Who would do it to whom, and who gets it from whom: two who have changed places in a claim.

The rule: before an infinitive ("wanted to harm Boeing", רצה לפגוע; in Arabic a noun behind a word
of will, «راغبة في الإضرار») stands who would do it, right behind it to whom. A sentence is refused
that has before its verb who is behind that of the evidence, and right behind it who is before.
So is one that has right before its verb whom the evidence has behind the "from" of that verb:
"might seek damages from Corda" is no «كوردا قد تطالب».

A word that carries its object as a pronoun («تريد شراءه الشركة», «قد تطالبها») has its doer behind
it, and tells nothing of the order.

What it may get wrong: a verb that is told from the other side («تتضرر») by a word that the lexicon
does not tell apart, with no «من». The escape hatch is to keep the order of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.summaries.parties import CLAIM
from digests.summaries.verify.actors import actor, clause, mark_before, title
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.doers import VERBAL, mutual
from digests.summaries.verify.government import by_whom, definite
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Words around a verb among which its two parties stand; from it to whom it is done; from a word
#: of will to it.
_CLAUSE, _OBJECT, _WILLED = 9, 3, 3
#: Letters of a Hebrew word with «מ» written onto it, at least.
_LETTERS = 4
#: Words from a verb to its "from", and of the name behind that.
_TO_FROM, _NAME = 6, 9
_WILL = forms(
    "ar",
    (
        "أراد يريد, حاول يحاول, سعى يسعى, رغب يرغب, نوى ينوي, اعتزم يعتزم, قرر يقرر, خطط يخطط, "
        "وافق يوافق, رفض يرفض, هدد يهدد, تعهد يتعهد"
    ).split(", "),
) | folded("راغب راغبة راغبين رغبة رغبته رغبتها محاولة نية عازم عازمة مستعد مستعدة ساعية ساع")
_FROM = {"en": folded("from"), "ar": folded("من"), "he": folded("מ מאת")}
_TO, _OVER = folded("to"), folded("على إلى في عن")
#: A verb of the imperfect, with the particles written onto it; the article behind a preposition.
_IMPERFECT, _THE = re.compile("[وف]?س?[يت]..."), re.compile("[وف]?(?:بال|لل|كال)")
_OBJECT_PRONOUNS = ("ه", "ها", "هم", "هما", "هن")
_AUXILIARY = VERBAL | folded("كان كانت قد وقد ربما سبق")


def willing(sentence: Passage, source: Source, aligned: Alignment) -> tuple[int, int] | None:
    """Two parties of *sentence* that stand the other way round about a verb of the evidence."""
    for verb in sentence.content:
        if verb in aligned.near or mutual(sentence, verb) or _has_its_object(sentence, verb):
            continue
        places = aligned.every.get(verb, ())
        if len(places) == 1:
            pair = _about(sentence, verb, source.passage, places[0], aligned)
            pair = pair or _from(sentence, verb, source.passage, places[0], aligned)
            if pair is not None:
                return pair
    return None


def _has_its_object(sentence: Passage, verb: int) -> bool:
    """Whether a pronoun on the word at *verb* tells to whom it is done: «شراءه», no «يواجه»."""
    word = sentence.words[verb]
    return word.text.endswith(_OBJECT_PRONOUNS) and not as_it_stands(word.fold)


def _about(
    sentence: Passage, verb: int, evidence: Passage, there: int, aligned: Alignment
) -> tuple[int, int] | None:
    """Who is before the *verb* and is behind the infinitive of the evidence, and the other."""
    if not _infinitive(evidence, there):
        return None
    behind = _done_to(sentence, verb)
    if behind is None or not _party(sentence, behind) or behind in aligned.near:
        return None
    before, after = _around(evidence, there)
    if not _rests(aligned, behind, before):
        return None
    for place in range(verb - 1, max(-1, verb - 1 - _CLAUSE), -1):
        if mark_before(sentence, place + 1) or sentence.words[place].fold in CLAIM:
            break
        if not _party(sentence, place) or by_whom(sentence, place) or place in aligned.near:
            continue
        if _rests(aligned, place, after[:_OBJECT]):
            return place, behind
    return None


def _infinitive(evidence: Passage, place: int) -> bool:
    """Whether the verb at *place* tells what somebody would do."""
    before = [word.fold for word in evidence.words[max(0, place - 1) : place]]
    if evidence.language == "en":
        return bool(before) and before[0] in _TO
    if evidence.language == "he":
        return evidence.words[place].fold[0] == "ל"
    near = evidence.words[max(0, place - _WILLED) : place]
    return any(not _WILL.isdisjoint(without_particles(word.fold)) for word in near)


def _done_to(sentence: Passage, verb: int) -> int | None:
    """The word to which the *verb* is done: right behind it, or behind a preposition but «من»."""
    place = verb + 1
    while place < len(sentence.words) and not mark_before(sentence, place):
        if place in sentence.telling:
            return place
        if sentence.words[place].fold not in _OVER:
            return None
        place += 1
    return None


def _around(evidence: Passage, verb: int) -> tuple[range, range]:
    """The words of the clause before the *verb* and behind it."""
    first = verb
    while first > max(0, verb - _CLAUSE) and not mark_before(evidence, first):
        if evidence.words[first - 1].fold in CLAIM:
            break
        first -= 1
    end = verb + 1
    while end < min(len(evidence.words), verb + 1 + _CLAUSE) and not mark_before(evidence, end):
        end += 1
    return range(first, verb), range(verb + 1, end)


def _party(sentence: Passage, place: int) -> bool:
    """Whether a name or a definite noun, and no office, stands at *place*."""
    if place not in sentence.telling or title(sentence, place):
        return False
    named = bool(sentence.keys[place]) or not sentence.meanings[place]
    return named or definite(sentence, place) or _bound(sentence, place)


def _bound(sentence: Passage, place: int) -> bool:
    """Whether the article stands behind a preposition that is written onto the word: «بالنقابة»."""
    return bool(_THE.match(sentence.words[place].fold))


def _rests(aligned: Alignment, place: int, there: Iterable[int]) -> bool:
    """Whether the word at *place* rests on words of *there* alone."""
    return bool(found := set(aligned.every.get(place, ()))) and found <= set(there)


def _from(
    sentence: Passage, verb: int, evidence: Passage, there: int, aligned: Alignment
) -> tuple[int, int] | None:
    """Who stands right before the *verb*, of whom the evidence has that it is from them."""
    doer = verb - 1
    while doer >= 0 and sentence.words[doer].fold in _AUXILIARY:
        doer -= 1
    if doer < 0 or any(mark_before(sentence, p) for p in range(doer + 1, verb + 1)):
        return None
    verbal = _imperfect(sentence.words[verb].fold) or doer + 1 < verb
    whom = range(verb + 1, min(len(sentence.words), verb + 1 + _TO_FROM))
    against = any(sentence.words[p].fold in _FROM["ar"] | _FROM_IT for p in whom)
    if not verbal or not (against or doer + 1 < verb):
        return None
    if doer not in sentence.telling or definite(sentence, verb) or doer in aligned.near:
        return None
    giving = _behind_from(evidence, there)
    if not giving or not _rests(aligned, doer, giving):
        return None
    first, _ = clause(evidence, there)
    pronoun = any(sentence.words[p].fold in _FROM_IT for p in whom)
    others = range(doer) if pronoun else whom
    if any(_party(sentence, p) and _rests(aligned, p, range(first, there)) for p in others):
        return doer, verb
    return None


def _imperfect(word: str) -> bool:
    """Whether *word* is an imperfect, or a future; «سيطر» is a past."""
    return bool(_IMPERFECT.match(word)) and not (word[0] == "س" and as_it_stands(word))


_FROM_IT = folded("منه منها منهم")


def _behind_from(evidence: Passage, verb: int) -> range:
    """The words behind the "from" of the *verb* at *verb*."""
    marks = _FROM[evidence.language]
    for place in range(verb + 1, min(len(evidence.words), verb + 1 + _TO_FROM)):
        if mark_before(evidence, place):
            break
        word = evidence.words[place].fold
        joined = evidence.language == "he" and word[0] == "מ" and len(word) >= _LETTERS
        if word in marks or (joined and actor(evidence, place)):
            end = place + 1
            while end < min(len(evidence.words), place + _NAME) and not mark_before(evidence, end):
                end += 1
            return range(place, end)
    return range(0)
