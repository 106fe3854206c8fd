"""Two nouns whose places say what they are: from and to, this and not that, doer and done to.

The rule: what a sentence has after "from" and after "to" is refused where the evidence has the two
the other way round. So is what it has after «لا» between commas ("the airline, not the airport")
where the evidence denies the other. And of an Arabic verb, so is the first noun after it where
Arabic evidence has another first and this one later, unless its first vowel says a passive.

What it may get wrong: an object that stands before its doer, which newspapers seldom write. The
escape hatch is to follow the order of the source.
"""

from __future__ import annotations

from digests.language.arabic import DAMMA
from digests.language.arabic_agents import agent
from digests.language.given_names import given_name
from digests.language.lexicon import listed
from digests.language.lists import folded
from digests.summaries.verify.actors import actor, clause, mark_before, party, title
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.doers import mutual, side_by_side
from digests.summaries.verify.government import definite, under_preposition
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.source import Source

_FROM = folded("from מ من")
_TO = folded("to into אל ל إلى")
_DETERMINERS = frozenset("the a an its his her their".split())
#: Words between a preposition and its noun, at most.
_UNDER = 3
#: Words after a verb in which its doer begins; words after "not" that it denies.
_DOER, _DENIED = 4, 4
_NOT = folded("not לא ולא لا ولا وليس وليست ليس ليست")
_ADVERBS = folded(
    "بعد بين قبل أمس اليوم غدا أيضا بعض كل جميع خلال صباح مساء فجر ليل يوم كذلك مجددا حاليا"
)
_BEFORE_VERBS = folded("لم لن قد لا سوف أن وقد ولم ولن")
#: Words that open a clause and govern a noun, as a verb does: «، عقب محادثات».
_PREPOSITIONS = folded(
    "عقب بعد قبل قبيل بعيد إثر غداة منذ خلال أثناء طوال وسط رغم برغم بسبب نتيجة جراء بفضل بفعل "
    "بموجب بحسب وفق ضمن عبر"
)
_A_WORD = 3
_PRONOUNS = ("ه", "ها", "هم", "هن")


def reordered(sentence: Passage, source: Source, aligned: Alignment) -> tuple[int, int] | None:
    """Two nouns of *sentence* in each other's place."""
    return (
        _from_to(sentence, source.passage, aligned)
        or _not_but(sentence, source.passage, aligned)
        or _first_after(sentence, source.passage, aligned)
        or _side_by_side(sentence, source.passage, aligned)
        or _neighbours(sentence, source.passage, aligned)
    )


def _from_to(sentence: Passage, evidence: Passage, aligned: Alignment) -> tuple[int, int] | None:
    nouns = [
        p
        for p in sentence.content
        if aligned.of(p)
        and (
            party(sentence, p, evidence, aligned)
            or definite(sentence, p)
            or (p and sentence.words[p - 1].fold in _FROM | _TO)
        )
    ]
    ways = {p: _way(sentence, p) for p in nouns}
    for one in nouns:
        for other in nouns:
            if ways[one] != "from" or ways[other] != "to":
                continue
            first = {_way(evidence, j) for j in aligned.every[one]}
            second = {_way(evidence, j) for j in aligned.every[other]}
            if "to" in first - second and "from" in second - first:
                return one, other
    return None


def _way(text: Passage, place: int) -> str:
    """Whether the noun at *place* stands after "from" or after "to"."""
    for before in range(place - 1, max(-1, place - 1 - _UNDER), -1):
        word = text.words[before]
        if text.gap(before + 1).strip():
            return ""
        if word.fold in _FROM:
            return "from"
        if word.fold in _TO:
            return "to"
        if text.language == "en":
            if word.fold not in _DETERMINERS and not word.text[:1].isupper():
                return ""
        elif word.fold in FREE or text.keys[before] or before < place - 1:
            break
    form = text.words[place].fold
    if text.language == "he":
        return {"מ": "from", "ל": "to"}.get(form[0], "")
    return "to" if text.language == "ar" and form[:2] == "لل" else ""


def _not_but(sentence: Passage, evidence: Passage, aligned: Alignment) -> tuple[int, int] | None:
    for place in range(1, len(sentence.words) - 1):
        if sentence.words[place].fold not in _NOT or "،" not in sentence.gap(place):
            continue
        denied = place + 1
        if not aligned.of(denied) or not _noun(sentence, denied):
            continue
        theirs = [_denied(evidence, q) for q in range(1, len(evidence.words)) if _noes(evidence, q)]
        for there in theirs:
            said = any(j in there for p in sentence.content for j in aligned.of(p))
            if said and not set(aligned.every[denied]) & set(there):
                return place, denied
    return None


def _noes(text: Passage, place: int) -> bool:
    """Whether a noun alone is denied at *place*: ", not the airport,"."""
    word = text.words[place].fold
    apart = bool(text.gap(place).strip()) or word[0] in "וو" or text.words[place - 1].fold == "and"
    follows = place + 1 < len(text.words) and (text.language != "ar" or _noun(text, place + 1))
    return word in _NOT and apart and follows


def _noun(text: Passage, place: int) -> bool:
    """Whether the Arabic word at *place* can be no verb: it has the article, or is a name."""
    return definite(text, place) or bool(text.keys[place]) or actor(text, place)


def _denied(text: Passage, place: int) -> range:
    last = min(len(text.words), place + 1 + _DENIED)
    return range(place + 1, next((p for p in range(place + 2, last) if mark_before(text, p)), last))


def _first_after(
    sentence: Passage, evidence: Passage, aligned: Alignment
) -> tuple[int, int] | None:
    if evidence.language != "ar":
        return None
    for verb in sentence.content:
        if not opens_clause(sentence, verb) or actor(sentence, verb) or title(sentence, verb):
            continue
        by = agent(sentence.words, sentence.text, verb, len(sentence.words))
        if by and _done_to_the_doer(by, verb, evidence, aligned):
            return verb + 1, by.start
        if by or passive(sentence, verb) or mutual(sentence, verb):
            continue
        ours = _doer(sentence, verb)
        for there in aligned.of(verb):
            theirs = _doer(evidence, there)
            if ours is None or theirs is None or not aligned.of(ours):
                continue
            end = clause(evidence, there)[1]
            if not all(theirs < j < end for j in aligned.every[ours]):
                continue
            for later in range(ours + 1, clause(sentence, verb)[1]):
                if side_by_side(sentence, later, evidence, aligned.of(ours)):
                    continue
                if theirs in aligned.every.get(later, ()) and _may_do(sentence, later):
                    there_later = min(aligned.every[ours])
                    offices = _offices(sentence, ours, later)
                    offices += _offices(evidence, theirs, there_later)
                    shared = offices == 1 and _with_it(sentence, later, evidence, theirs)
                    if shared or not offices:
                        return ours, later
    return None


def _done_to_the_doer(by: range, verb: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether what is right behind a passive does it in the evidence, and not who stands at *by*.

    «دُعم البنك من جانب الشركة», for «دعم البنك الشركة».
    """
    doing = {j for p in by for j in aligned.every.get(p, ())}
    done_to = set(aligned.every.get(verb + 1, ()))
    active = {at + 1 for at in aligned.of(verb) if DAMMA not in evidence.words[at].text}
    told = doing and all(min(doing) > at + 1 for at in active)
    return bool(active & done_to and told)


def passive(text: Passage, verb: int) -> bool:
    """Whether a past of the passive stands at *verb*, told by its first vowel: «أُطلق المسبار»."""
    word = text.words[verb].text
    word = word[1:] if word[0] in "وف" and word[1:2] != DAMMA else word
    return word[1:2] == DAMMA and word[0] not in _PRESENT


_PRESENT = "يتن"


def _side_by_side(
    sentence: Passage, evidence: Passage, aligned: Alignment
) -> tuple[int, int] | None:
    """The two nouns right after one Arabic verb, in the other order: «هزم الأهلي الزمالك»."""
    if evidence.language != "ar":
        return None
    for verb in sentence.content:
        ours = _two_after(sentence, verb) if opens_clause(sentence, verb) else None
        for there in aligned.of(verb) if ours is not None else ():
            theirs = _two_after(evidence, there)
            if ours is None or theirs is None or ours[2] != theirs[2]:
                continue
            first, second = (set(aligned.every.get(p, ())) for p in ours[:2])
            crossed = theirs[1] in first and theirs[0] in second
            joined = side_by_side(sentence, ours[1], evidence, first)
            if joined or mutual(sentence, verb):
                continue
            if crossed and theirs[0] not in first and theirs[1] not in second:
                return ours[0], ours[1]
    return None


def _neighbours(sentence: Passage, evidence: Passage, aligned: Alignment) -> tuple[int, int] | None:
    """Two names right behind one Arabic verb that stand side by side in the other order, farther
    on: «دعا كوربن جونسون», and «دعا زعيم الحزب جونسون كوربن»."""
    if evidence.language != "ar":
        return None
    for verb in sentence.content:
        if not aligned.of(verb) or not opens_clause(sentence, verb) or mutual(sentence, verb):
            continue
        for other in range(verb + 2, min(len(sentence.words), verb + 2 + _PARTS)):
            if not all(_named(sentence, p) for p in (other - 1, other)):
                break
            if any(f.at == verb and other < f.claim.start for f in sentence.frames):
                break  # who says it, and no one done to
            theirs = _turned(range(verb + 1, other), other, evidence, aligned)
            if theirs is None or side_by_side(sentence, other, evidence, {theirs}):
                continue
            there = clause(evidence, theirs)[0]
            if any(there <= j < theirs - 1 for j in aligned.every[verb]):
                return verb + 1, other
    return None


#: Words of the first of two names that stand side by side, at most.
_PARTS = 3


def _named(text: Passage, place: int) -> bool:
    """Whether a name, or a part of one, stands at *place*, with no mark before it."""
    word = text.words[place].fold
    if place not in text.telling or mark_before(text, place) or definite(text, place):
        return False
    return bool(text.keys[place]) or given_name(word) or not listed(word)


def _turned(first: range, other: int, evidence: Passage, aligned: Alignment) -> int | None:
    """Where the evidence has the name *first* whole, right behind the name of *other*."""
    second = aligned.every.get(other, ())
    if any(j + 1 in second for j in aligned.every.get(first[-1], ())):
        return None
    for j in aligned.every.get(first[0], ()):
        whole = all(j + n in aligned.every.get(p, ()) for n, p in enumerate(first))
        before = next((k for k in (j - 1, j - 2) if k in second), None)
        if not whole or before is None or j in second or j - 1 in aligned.every[first[0]]:
            continue
        if not any(evidence.gap(k).strip() for k in range(before + 1, j + 1)):
            return j
    return None


def _two_after(text: Passage, verb: int) -> tuple[int, int, str] | None:
    """The two nouns behind a verb and the preposition between them, if any."""
    after = verb + 1
    between = text.words[after + 1].fold if after + 1 < len(text.words) else ""
    between = between if between in _SET_AGAINST else ""
    other = after + 1 + bool(between)
    if other >= len(text.words) or any(mark_before(text, p) for p in range(after, other + 1)):
        return None
    for place in (after, other):
        if place not in text.telling or place in text.counted or title(text, place):
            return None
    return after, other, between


#: Prepositions whose two sides are not the same: «فاز الهلال على النصر».
_SET_AGAINST = folded("على من إلى ضد أمام عن")


def opens_clause(text: Passage, place: int) -> bool:
    """Whether the word at *place* stands where a clause has its verb, and is no «أن الهجوم»."""
    word = text.words[place].fold
    if word in _PREPOSITIONS or (word[0] in "وف" and word[1:] in _PREPOSITIONS):
        return False
    if definite(text, place):
        return False
    before = text.words[place - 1].fold if place else ""
    first = place == 0 or mark_before(text, place) or word[0] == "و"
    return first or before in _BEFORE_VERBS


def _doer(text: Passage, verb: int) -> int | None:
    """The first noun after an Arabic verb that may be the name of its doer."""
    for place in range(verb + 1, min(len(text.words), verb + 1 + _DOER)):
        if mark_before(text, place) or text.words[place].fold in FREE or place in text.counted:
            return None
        if _class(text, place):
            continue
        if _may_do(text, place):
            return None if under_preposition(text, place) else place
    return None


def _may_do(text: Passage, place: int) -> bool:
    """Whether the word at *place* may be a name, and no class, office or adverb."""
    word = text.words[place].fold
    if text.keys[place]:
        return True
    if place and _class(text, place - 1) and not text.gap(place).strip():
        return word not in FREE and word not in _ADVERBS and word[:2] != "لل"
    if definite(text, place) or title(text, place) or len(word) < _A_WORD:
        return False
    if word in _ADVERBS or word.endswith(_PRONOUNS) or place not in text.telling:
        return False
    return not (text.meanings[place] and actor(text, place))


def _class(text: Passage, place: int) -> bool:
    """Whether the word at *place* is the noun of a class that a name may follow: «شركة البدر»."""
    known = bool(text.meanings[place]) and not text.keys[place]
    return known and actor(text, place) and not definite(text, place) and not title(text, place)


def _with_it(sentence: Passage, name: int, evidence: Passage, there: int) -> bool:
    """Whether the same office stands right before a name in both: «خلافة الرئيس برهم صالح»."""
    ours, theirs = name - 1, there - 1
    if ours < 0 or theirs < 0 or not (title(sentence, ours) and title(evidence, theirs)):
        return False
    return bool(sentence.meanings[ours] & evidence.meanings[theirs])


def _offices(text: Passage, first: int, last: int) -> int:
    return sum(title(text, place) for place in range(first, last))
