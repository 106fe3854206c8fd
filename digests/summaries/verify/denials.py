"""Denials: whether the evidence denies what a negation of the sentence does.

The rule: the words that the negation surely reaches rest on words that the evidence denies; or a
phrase or a word of the evidence says the negation with its word ("did not comment", "anonymity",
מיותר); or the verb is denied there and the subject that stands between is its own; or both say
"only" (`only`).

What it may get wrong: whose act is denied is asked by `of_another` and by `roles`, here only of a
verb that no other rule answers. The escape hatch is `digests.language.negation`.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lexicon import listed, meanings
from digests.language.lists import folded
from digests.language.negation import Negation
from digests.language.words import Token
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.neighbours import is_preposition
from digests.summaries.verify.only import limits
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.rather import rather

#: Content words after a negation that it surely reaches.
HEADS = 2
#: Words of a phrase behind its negation.
_PHRASE = 3
#: Words of a clause in which a negated verb, its subject and its object stand.
_CLAUSE = 10


def denied(
    sentence: Passage,
    evidence: Passage,
    aligned: Alignment,
    negation: Negation,
    reached: set[int],
) -> bool:
    """Whether the evidence denies what *negation* of the sentence does."""
    foreign = sentence.language != evidence.language
    if foreign and negation.at in sentence.telling and aligned.of(negation.at):
        return True
    for known in (
        limits(sentence, evidence, aligned, negation),
        _by_a_phrase(sentence, evidence, aligned, negation),
    ):
        if known is not None:
            return known
    if any(thought(sentence, aligned, negation, evidence, n) for n in evidence.negations):
        return True
    if rather(sentence, evidence, aligned, negation):
        return True
    if _should_not(sentence, evidence, aligned, negation):
        return True
    denied = {place for n in evidence.negations for place in range(n.at, n.end)}
    heads = heads_of(sentence, negation)
    if not aligned.of(heads[0] if heads else -1):
        heads = [p for p in range(negation.at + 1, negation.end) if aligned.of(p)]
    support = {j for place in heads for j in aligned.of(place)}
    first = set(aligned.every.get(heads[0], ())) if heads else set()
    if not foreign and first and not first & reached:
        return False  # «لم يصب أحد» for "nine were hurt and nobody was killed"
    twice = _carries_a_no(sentence, heads) and set(aligned.of(heads[0])) & evidence.averse
    if twice:  # "failed to bar" denies it, and "barred" does not
        denied |= {p for at in evidence.averse - first for p in range(at + 1, at + 1 + _PHRASE)}
    if not support or (support & reached and not (twice and not support & denied)):
        return True
    return not twice and _over_the_subject(sentence, evidence, aligned, negation)


def _carries_a_no(sentence: Passage, heads: list[int]) -> bool:
    """Whether the verb that is denied has a no of its own: «ولم تمنع», «لم يرفض»."""
    if not heads:
        return False
    word = sentence.words[heads[0]].fold
    forms_of = {*without_particles(word), *(word.removesuffix(own) for own in _OBJECTS)}
    return heads[0] in sentence.averse or not _AVERSE_VERBS.isdisjoint(forms_of)


#: Pronouns behind a verb: «لم تمنعها».
_OBJECTS = ("ه", "ها", "هم")
#: Verbs that deny by themselves, in the imperfect, too.
_AVERSE_VERBS = forms("ar", "منع يمنع, حظر يحظر, رفض يرفض, نفى ينفي, حرم يحرم".split(", "))


def _should_not(
    sentence: Passage, evidence: Passage, aligned: Alignment, negation: Negation
) -> bool:
    """Whether «ينبغي ألا» is the "should not" of the evidence, which reaches what follows."""
    duty = negation.at - 1
    if duty < 0 or sentence.words[duty].fold not in _DUTY:
        return False
    behind = range(negation.at + 1, negation.end)
    told = [j for p in behind for j in aligned.of(p) if p in sentence.telling]
    return any(
        n.at - 1 in aligned.every.get(duty, ())
        and told
        and n.at < max(told) < _clause_end(evidence, n)
        for n in evidence.negations
    )


_DUTY = folded("ينبغي يجب ويجب وينبغي يتعين")


def said_again(
    sentence: Passage, evidence: Passage, aligned: Alignment, negation: Negation
) -> bool:
    """Whether the evidence has the verb of *negation* twice, and denies that which goes on so.

    "X said it had paid. It did not say when": «لم تذكر س متى …» names who says from the one before;
    behind that comes what is denied, with at most a noun for its pronoun.
    """
    verb = negation.at + 1
    behind = _up_to_a_clause(sentence, verb + 1)
    told = [aligned.of(p)[0] for p in behind if p in sentence.telling and aligned.of(p)]
    speaking = {j for f in evidence.frames for j in f.speaker}
    while told and told[0] in speaking:
        told = told[1:]
    return any(
        _asks_behind(evidence, n, there, told)
        for n in evidence.negations
        for there in set(aligned.every.get(verb, ())).intersection(range(n.at + 1, n.end))
    )


def _up_to_a_clause(text: Passage, start: int) -> range:
    """The words from *start* on, up to one that opens a clause of its own: «على قوله | إنه …»."""
    end = min(len(text.words), start - 1 + _CLAUSE)
    opened = (p for p in range(start, end) if text.words[p].fold in _NEW_CLAUSE)
    return range(start, next(opened, end))


def _asks_behind(evidence: Passage, negation: Negation, verb: int, told: list[int]) -> bool:
    """Whether *told* begins behind a denied *verb*, in its clause, and leaves it once at most."""
    if not told or told[0] <= verb:
        return False
    pronoun = evidence.words[max(0, negation.at - AUXILIARY) : negation.at]
    before = [j for j in told if j < negation.at]
    ended = any(evidence.ends(j) for j in range(verb, max(told) + 1))
    return len(before) < len(told) and len(before) <= 1 and not ended and _it(pronoun)


def _it(words: Sequence[Token]) -> bool:
    return any(word.fold in _PRONOUNS for word in words)


#: Words between a pronoun and its "not", and those pronouns.
AUXILIARY, _PRONOUNS = 3, folded("it he she they הוא היא הם")


def thought(
    sentence: Passage,
    aligned: Alignment,
    negation: Negation,
    evidence: Passage,
    theirs: Negation,
) -> bool:
    """Whether «لا يتوقع أن» is "expects … not": what is denied stands behind the verb of both."""
    verb = negation.at + 1
    if verb >= len(sentence.words) or sentence.words[verb].fold not in _THINKING:
        return False
    thinking = {j for j in aligned.of(verb) if j not in _denied_there(evidence)}
    behind = range(verb + 1, min(len(sentence.words), verb + _CLAUSE + _THOUGHT_WITHIN))
    told = {j for p in behind for j in aligned.of(p)}
    near = any(0 < theirs.at - j <= _THOUGHT_WITHIN for j in thinking)
    denied = [j for j in told if j > theirs.at]
    return near and bool(denied) and max(denied) < _clause_end(evidence, theirs)


def _clause_end(text: Passage, negation: Negation) -> int:
    """Where another clause begins behind *negation*: at "but", at «وأن»."""
    for place in range(negation.at + 2, len(text.words)):
        word = text.words[place].fold
        joined = word[:1] in ("و", "ו") and (
            word[1:] in _NEW_CLAUSE or not text.gap(place).isspace()
        )
        if text.ends(place) or word in TURNING or word == "and" or joined:
            return place
    return len(text.words)


def _denied_there(evidence: Passage) -> set[int]:
    return {place for n in evidence.negations for place in range(n.at, n.end)}


_THINKING = folded("يتوقع تتوقع يتوقعون يعتقد تعتقد يعتقدون يظن تظن يرجح ترجح")
#: Words between a verb of thinking and the denial of what is thought.
_THOUGHT_WITHIN = 6


def is_a_name(evidence: Passage, place: int) -> bool:
    if evidence.keys[place]:
        return True
    if evidence.language != "en" or not evidence.words[place].text[:1].isupper():
        return False
    opens = place == 0 or evidence.ends(place)
    behind = evidence.words[place + 1].text if place + 1 < len(evidence.words) else ""
    return not (opens and listed(evidence.words[place].fold) and behind.islower())


TURNING = folded("but while whereas although אבל אך ואילו בעוד لكن ولكن بينما فيما")


def _by_a_phrase(
    sentence: Passage, evidence: Passage, aligned: Alignment, negation: Negation
) -> bool | None:
    """Whether the evidence has a phrase or a word for the negation with its word: "anonymity" for
    «عدم ذكر اسمه», "did not comment" for «لم تعلّق»; None when it has not.

    A phrase with a no of its own must be that of the words that follow; a word with a no of its own
    (unnecessary) must not be denied in turn.
    """
    own = set(aligned.every.get(negation.at, ()))
    behind = range(negation.at + 1, min(len(sentence.words), negation.at + 1 + _PHRASE))
    shared = own & {j for p in behind for j in aligned.every.get(p, ())}
    if not shared or evidence.language == sentence.language:
        return None
    theirs = [n for n in evidence.negations if n.at in own]
    if theirs:
        said = {j for p in clause(sentence, negation) for j in aligned.every.get(p, ())}
        same = any(said & set(range(n.at + 1, n.end)) for n in theirs)
        return True if same else None
    twice = {j for j in shared for n in evidence.negations if n.at < j < n.end}
    if not twice or any(n.at < negation.at < n.end for n in sentence.negations):
        return True  # «لم تجد شيئا غير عادي» denies twice as well
    bare = frozenset[int]().union(*(meanings(sentence.words[p].fold) for p in behind))
    negative = not any(bare & meanings(evidence.words[j].fold) for j in twice)
    return False if negative else None


def _over_the_subject(
    sentence: Passage, evidence: Passage, aligned: Alignment, negation: Negation
) -> bool:
    """Whether the evidence denies the verb, its subject set between: «لا يشمل النص», "does not".

    Of an auxiliary («لم تعد الصيغة تشمل») it must deny the predicate. The other words of the clause
    stand behind the negation, or before it with nothing between that parts them.
    """
    verb = negation.at + 1
    auxiliary = verb < len(sentence.words) and (
        sentence.words[verb].fold in _AUXILIARY_VERBS
        or _may_not_be_able(sentence, evidence, aligned, verb)
    )
    places = [p for p in clause(sentence, negation) if p in sentence.telling and aligned.of(p)]
    if not auxiliary and not aligned.of(verb):
        return False
    if verb not in places and aligned.of(verb):
        places = [verb, *places]
    for theirs in evidence.negations:
        reach = set(range(theirs.at + 1, theirs.end))
        if evidence.words[theirs.at].fold in _OF_OBJECTS:
            reach |= {theirs.at - 1}
        inside = [p for p in places if set(aligned.every[p]) & reach]
        if (
            inside
            and (auxiliary or verb in inside)
            and all(
                any(_joined(evidence, j, theirs.at) for j in aligned.every[p])
                for p in places
                if p not in inside
            )
        ):
            return True
    return False


def _may_not_be_able(sentence: Passage, evidence: Passage, aligned: Alignment, verb: int) -> bool:
    """Whether «قد لا يتمكن» rests on no more than a "may" of the evidence: עלולה שלא לעמוד."""
    if verb < _MAY_NOT or sentence.words[verb].fold not in _ABLE:
        return False
    hedged = {j for h in evidence.hedges for j in range(h.at, h.end)}
    return sentence.words[verb - _MAY_NOT].fold in _MAY and set(aligned.of(verb)) <= hedged


#: «قد لا» and its verbs; words from «قد» to its verb.
_MAY, _MAY_NOT = folded("قد وقد ربما وربما"), 2
_ABLE = folded("يتمكن تتمكن يتمكنوا يتمكنون يستطيع تستطيع يستطيعون يقدر تقدر يقدرون ينجح تنجح")
#: Words by which the object of a verb denies it: "have reported no cases".
_OF_OBJECTS = frozenset({"no", "none", "nothing", "nobody"})
_AUXILIARY_VERBS = folded("يعد تعد يعودوا يعودون يكن تكن يكونوا يكون تكون")


def _joined(text: Passage, place: int, negation: int) -> bool:
    """Whether nothing parts the word at *place* from a *negation*."""
    between = list(range(min(place, negation) + 1, max(place, negation) + 1))
    marked = [p for p in between if set(text.gap(p)) & _STOPS]
    if len(marked) == _AN_ASIDE and all(text.gap(p).strip() in _COMMAS for p in marked):
        between = [p for p in between if not marked[0] <= p < marked[1]]  # "X, an ally of Y, did"
        marked = []
    return not marked and not any(
        (text.words[p].fold in _PARTING and not _of_two_names(text, p))
        or (p == negation and text.words[p].fold[0] in "وו")
        for p in between
    )


def _of_two_names(text: Passage, place: int) -> bool:
    """Whether the "and" at *place* stands between two names: "Zambia and Namibia reported none"."""
    first = place
    while first > 0 and is_a_name(text, first - 1):
        first -= 1
    named = first < place < len(text.words) - 1 and is_a_name(text, place + 1)
    return named and (first == 0 or not is_preposition(text.words[first - 1].fold))


_STOPS = frozenset(".,;:!?،؛؟")
#: Commas around what is said of somebody by the way.
_AN_ASIDE, _COMMAS = 2, frozenset(",،")
_PARTING = folded("and but or אבל אך או و لكن ولكن بل")


def clause(text: Passage, negation: Negation) -> range:
    """The words of the clause behind *negation*."""
    end = negation.end
    while end < min(len(text.words), negation.at + _CLAUSE) and not (
        text.gap(end).strip() or text.words[end].fold in _NEW_CLAUSE
    ):
        end += 1
    return range(negation.at + 1, end)


_NEW_CLAUSE = folded(
    "إن أن بأن إنه إنها إنهم أنه أنها أنهم لكن ولكن بل إلا بعد قبل بعدما منذ حين عندما الذي التي "
    "الذين لأن لأنه لأنها رغم"
)


def heads_of(text: Passage, negation: Negation) -> list[int]:
    """What *negation* surely denies; what is not there stands behind where it is not."""
    content = [
        place
        for place in range(_behind_a_place(text, negation), negation.end)
        if (text.language != "ar" or place in text.content or place in text.counted)
        and text.words[place].fold not in _AUXILIARIES
    ]
    return content[:HEADS]


def _behind_a_place(text: Passage, negation: Negation) -> int:
    """Where what is not there begins: «لم تكن في المستشفى منظومة»."""
    verb = negation.at + 1
    folds = [word.fold for word in text.words[verb : verb + _PHRASE + 1]]
    if len(folds) <= _PHRASE or folds[0] not in _BEING or folds[1] not in _IN:
        return verb
    there = folds[_PHRASE]
    no = text.words[negation.at].fold
    alone = negation.at == 0 or bool(text.gap(negation.at).strip()) or no[0] == "و"
    something = not there.startswith("ال") and there not in _WHEN
    return verb + _PHRASE if alone and something and verb + _PHRASE < negation.end else verb


_BEING = folded("يكن تكن يكون تكون يوجد توجد")
_IN = folded("في لدى")
_WHEN = folded("لحظة وقت يوم ساعة حين عندما خلال أثناء منذ قبل بعد ليلة أمس لدى عند حتى سوى إلا")
_AUXILIARIES = folded(
    "a an the any been be is are was were has have had do does did will would yet to of in on at "
    "by for that it its his her their longer כל את של יש היה הייתה כי עוד"
)
