"""Who does what to whom: no two parties, names or numbers have changed places.

The rule: of one verb, the first noun after it in Arabic and the nouns before it in English and
Hebrew do it, and after "was" and its kind those behind "by"; a sentence in which the doer is the
evidence's other party, and the other party the evidence's doer, is refused. What stands beside
names is compared in `crossed`, the sides of a dealing, by whatever verb, in `dealt`; what these
find to stand on its own side no check of order moves.

What is no verb, and which noun a preposition keeps from being the doer, is told in `government`;
which nouns of the evidence do it, in `sides`.

What it may get wrong: free word order. It refuses only an exchange of two, never one party that
merely stands elsewhere. The escape hatch is to cite a shorter passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from digests.language.arabic import DAMMA
from digests.language.arabic_agents import agent
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.transliteration import same_name
from digests.summaries.parties import CLAIM
from digests.summaries.verify.actors import actor, mark_before, party, title
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.apposition import apposition
from digests.summaries.verify.around_verbs import (
    REACH,
    TO_SOMEBODY,
    alone,
    fronted,
    has_it,
    parties_of,
    takes_it,
)
from digests.summaries.verify.asides import doer_in_an_aside
from digests.summaries.verify.changed_places import changed_places
from digests.summaries.verify.charged import charged
from digests.summaries.verify.clauses import mixed
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.crossed import clauses_exchanged, crossed
from digests.summaries.verify.dealt import exchanged_deal, is_settled
from digests.summaries.verify.doers import (
    doers_exchanged,
    mutual,
    side_by_side,
    sides_of_a_preposition,
)
from digests.summaries.verify.government import (
    by_agent,
    definite,
    governs,
    under_preposition,
)
from digests.summaries.verify.heads import exchanged_names
from digests.summaries.verify.names_behind import names_behind
from digests.summaries.verify.one_phrase import by_exchanged, one_phrase
from digests.summaries.verify.order import passive, reordered
from digests.summaries.verify.other_way import other_way
from digests.summaries.verify.owners import owner_exchanged
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.prepositions import compared, prepositions
from digests.summaries.verify.pronoun_subjects import another_for_the_pronoun
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.sides import bounds, sides, spelt
from digests.summaries.verify.source import Source
from digests.summaries.verify.subjects import other_subject
from digests.summaries.verify.substituted import substituted
from digests.summaries.verify.successors import followed
from digests.summaries.verify.willing import willing

#: How a past of the fourth form begins that is written as a passive.
_PASSIVE = "أ" + DAMMA
_MOMENTS = folded("بعد قبل وبعد وقبل")
_VERBAL = folded("قد لم لن سوف لا")


def roles(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """Two parties or names of *sentence* that stand the other way round in the evidence."""
    if (pair := exchanged_deal(sentence, source, aligned)) is not None:
        return _refused(sentence, *pair)
    pairs = _exchanges(sentence, source, aligned)
    pair = next((p for p in pairs if not is_settled(sentence, source, aligned, p)), None)
    return _refused(sentence, *pair) if pair is not None else None


def _exchanges(sentence: Passage, source: Source, aligned: Alignment) -> Iterator[tuple[int, int]]:
    """The pairs that a check finds to have changed places, one a verb and one a check."""
    saying = {f.at for f in sentence.frames if f.act not in TO_SOMEBODY}
    accusing = {f.at for f in sentence.frames if f.act in TO_SOMEBODY}
    saying |= {p for f in sentence.frames if f.opened for p in f.speaker}
    for place in sentence.content:
        if place in saying or place - 1 in sentence.counted:
            continue  # «28 مجلسا بلديا»
        if place == 0 and sentence.words[place].fold in _MOMENTS:
            continue  # «بعد أوروغواي، تعد الأرجنتين …»: no verb
        if sentence.words[place].text.startswith(_PASSIVE):
            continue  # «أُطلق المسبار»: nobody there does it
        if mutual(sentence, place):
            if (pair := _met_apart(sentence, place, source.passage, aligned)) is not None:
                yield pair
            continue
        if _spelt(sentence, place, source.passage, aligned):
            continue
        opens = place == 0 or place in accusing or mark_before(sentence, place)
        if not opens and (actor(sentence, place) or title(sentence, place)):
            continue
        if (pair := _exchanged(sentence, place, source, aligned)) is not None:
            yield pair
    for check in _CHECKS:
        if (pair := check(sentence, source, aligned)) is not None:
            yield pair


def _met_apart(
    sentence: Passage, verb: int, evidence: Passage, aligned: Alignment
) -> tuple[int, int] | None:
    """Two of whom each meets somebody, and not the other: "A met B, and C met D"."""
    places = aligned.every.get(verb, ())
    parties = parties_of(sentence, verb, evidence, aligned)[:2]
    if len(places) < 2 or len(parties) < 2:
        return None
    clauses = [set(range(*bounds(evidence, there))) for there in places]
    together = any(all(around & set(aligned.every[p]) for p in parties) for around in clauses)
    apart = all(any(around & set(aligned.every[p]) for around in clauses) for p in parties)
    return (parties[0], parties[1]) if apart and not together else None


def _spelt(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the word at *place* only writes the letters of a name, which does nothing."""
    if evidence.language == sentence.language or not aligned.of(place):
        return False
    return all(
        not sentence.meanings[place] & evidence.meanings[j]
        and same_name(sentence.words[place].fold, evidence.words[j].fold)
        for j in aligned.of(place)
    )


def _refused(sentence: Passage, one: int, other: int) -> Refusal:
    first, second = sentence.words[one].text, sentence.words[other].text
    return Refusal(
        Code.ROLES, f"«{first}» and «{second}» stand the other way round in the evidence"
    )


def _exchanged(
    sentence: Passage, verb: int, source: Source, aligned: Alignment
) -> tuple[int, int] | None:
    """The doer and the other party of the verb at *verb*, when the evidence has them exchanged."""
    evidence = source.passage
    holders = _HOLDERS.fullmatch(sentence.words[verb].fold)
    if holders or not governs(sentence, verb, evidence, aligned.of(verb)):
        return None
    parties = parties_of(sentence, verb, evidence, aligned)
    taken_up = evidence.language == "ar" and has_it(sentence.words[verb].fold)
    if taken_up and parties[:1] == [verb + 1]:
        parties += fronted(sentence, verb, evidence, aligned)
    if verb and sentence.words[verb].fold[0] not in "وف" and not mark_before(sentence, verb):
        ahead = verb - 1
        while ahead > 0 and sentence.words[ahead].fold in _VERBAL:
            ahead -= 1  # «أن تكون المصانع قد باعت»
        known = ahead in sentence.telling and ahead in aligned.support
        known = known and all(f.at != ahead for f in sentence.frames)
        known = known and not takes_it(sentence.words[verb].fold)
        bidden = sentence.words[verb].fold[:1] == "ب"  # «أمرت س بدفع …»
        opens = bidden or _opened(sentence, ahead)
        if known and opens and party(sentence, ahead, evidence, aligned):
            parties = [ahead, *parties]
    if len(parties) < 2:
        return None
    doer = by_agent(sentence, verb, parties)
    undergone = doer is None and passive(sentence, verb)  # «فُصل 28 موظفا»
    if doer is None:
        doer = parties[0]
        if under_preposition(sentence, doer) and not _of_a_verbal_noun(sentence, verb, doer):
            return None
    for theirs in aligned.of(verb):
        if len(aligned.every[verb]) > 1 and evidence.gap(theirs) == "-":
            continue  # "accept a military-backed council": another verb says it
        ours = set(aligned.of(doer))
        if alone(sentence, doer):
            ours = set(aligned.every[doer]) - {j for p in parties[1:] for j in aligned.of(p)}
        sure = {j for p in parties for j in aligned.of(p)}
        doers, others = sides(evidence, theirs, sure, spelt(sentence, parties, evidence, aligned))
        ours &= set(range(*bounds(evidence, theirs)))  # it may be told of in another clause too
        if undergone and evidence.language != "en":
            continue  # there, too, a passive is told by a vowel that is seldom written
        if undergone:
            doers, others = others, doers
        if (
            not ours <= others
            or ours & doers
            or _by_doers(sentence, verb, evidence, doers, aligned)
        ):
            continue
        elsewhere = doer > verb and _of_another_sentence(evidence, theirs, aligned.of(doer))
        if not ours and not elsewhere:
            continue
        for other in parties:
            if other == doer:
                continue
            support = set(aligned.of(other))
            if evidence.language == "ar" and side_by_side(sentence, other, evidence, ours):
                continue
            if one_phrase(sentence, evidence, aligned, doer, other):
                continue
            if _of_one_noun(sentence, doer, other) or _its_owner(sentence, doer, other, aligned):
                continue
            if support & doers and not support & others:
                return doer, other
    return None


def _by_doers(
    sentence: Passage, verb: int, evidence: Passage, doers: set[int], aligned: Alignment
) -> bool:
    """Whether a word behind «من جانب» rests on *doers*: «نُظم لقاء من جانب طلاب معهد البحر»."""
    if evidence.language != "ar":
        return False
    by = agent(sentence.words, sentence.text, verb, len(sentence.words)) or ()
    return any(not doers.isdisjoint(aligned.every.get(p, ())) for p in by)


def _of_a_verbal_noun(sentence: Passage, noun: int, doer: int) -> bool:
    """Whether *doer* does what the noun before it says: «بعد إلغاء الشركة عقدًا مع الوزارة».

    What it is done to stands behind it, in the case of an object.
    """
    behind = doer + 1
    if doer != noun + 1 or behind >= len(sentence.words) or mark_before(sentence, behind):
        return False
    word = sentence.words[behind]
    return word.text.endswith(_OBJECTS) and as_it_stands(word.fold.removesuffix("ا"))


#: How an object without the article ends.
_OBJECTS = ("ا", "ا\u064b", "\u064bا")


def _of_one_noun(sentence: Passage, doer: int, other: int) -> bool:
    """Whether *other* is the country of what *doer* is of: «حكومة رئيس الوزراء الفرنسي»."""
    between = range(doer + 1, other)
    return (
        bool(between)
        and not definite(sentence, doer)
        and definite(sentence, other)
        and sentence.words[other].fold.endswith(("ي", "يه"))
        and all(p in sentence.telling and not sentence.keys[p] for p in between)
        and not any(sentence.gap(p).strip() for p in range(doer + 1, other + 1))
    )


def _its_owner(sentence: Passage, doer: int, other: int, aligned: Alignment) -> bool:
    """Whether *other* has the *doer*, and its name stands right before: "a Jeju Air Boeing"."""
    owned = any(w.fold in _OWNED for w in sentence.words[doer + 1 : other])
    near = any(0 < k - j <= _COMPOUND for k in aligned.of(doer) for j in aligned.of(other))
    return owned and near


_OWNED = folded("تابعة تابع تتبع يتبع مملوكة مملوك تملكها يملكها")
#: Words from the name of an owner to that of what he has.
_COMPOUND = 2


def _of_another_sentence(evidence: Passage, verb: int, found: tuple[int, ...]) -> bool:
    """Whether all of *found* stand in other sentences of the evidence than the one of *verb*."""
    first, end = sentence_around(evidence, verb)
    return bool(found) and not any(first <= j < end for j in found)


#: «مصنّعي ومصدّري الملابس»: those who do something, before what they do it to.
_HOLDERS = re.compile("و?م\\w{2,}ي")


def _opened(sentence: Passage, place: int) -> bool:
    """Whether the noun at *place* begins its clause: «إن الشاهد …»."""
    return place == 0 or mark_before(sentence, place) or sentence.words[place - 1].fold in CLAIM


def _against(sentence: Passage, source: Source, aligned: Alignment) -> tuple[int, int] | None:
    """The party behind «ضد» when the evidence has it as the one that is for it, not against."""
    evidence = source.passage
    theirs = [p for p, w in enumerate(evidence.words) if w.fold in _AGAINST]
    for place, word in enumerate(sentence.words[:-1]):
        if word.fold not in _AGAINST or len(theirs) != 1:
            continue
        target = next((p for p in range(place + 1, place + 4) if aligned.of(p)), None)
        if target is None or not party(sentence, target, evidence, aligned):
            continue
        support = aligned.every.get(target, ())
        behind = _stood_against(evidence, theirs[0], aligned)
        if support and not set(support) & set(behind):
            return target, place
    return None


def _stood_against(evidence: Passage, against: int, aligned: Alignment) -> range:
    """The words behind *against*, up to what it is about: "against Google over Android"."""
    end = min(len(evidence.words), against + REACH)
    for place in range(against + 1, end):
        named = any(actor(evidence, p) and p in aligned.told for p in range(against + 1, place))
        if evidence.words[place].fold in _ABOUT and named:
            return range(against, place)
    return range(against, end)


_ABOUT = folded("over about regarding concerning בגין בנוגע بشأن بخصوص حول")
_AGAINST = frozenset({"against", "נגד", fold("ضد")})


#: The checks of words and names around, in their order.
_CHECKS = (
    _against,
    crossed,
    clauses_exchanged,
    mixed,
    reordered,
    prepositions,
    compared,
    substituted,
    exchanged_names,
    doers_exchanged,
    names_behind,
    sides_of_a_preposition,
    other_subject,
    owner_exchanged,
    charged,
    willing,
    apposition,
    changed_places,
    by_exchanged,
    another_for_the_pronoun,
    followed,
    other_way,
    doer_in_an_aside,
)
