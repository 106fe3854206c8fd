"""Who does it and to whom it is done, of the nouns around a verb of the evidence.

The rule: in English and Hebrew the nouns before a verb do it, in Arabic the first after it; after
"was" and its kind, those behind "by"; in a Hebrew clause that begins with its verb, the first after
it, and to what stands behind את it is done. A clause begins after a mark, or after the word that
opens somebody's claim: who says that a thing was done has not done it. A noun under a Hebrew ב or ל
before the verb is where or to whom; of an Arabic noun under a preposition nothing before it is the
doer.

What it may get wrong: a clause within a clause, whose nouns count for both. The escape hatch is to
cite a shorter passage.
"""

from __future__ import annotations

from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.transliteration import same_name
from digests.summaries.parties import CLAIM
from digests.summaries.verify.actors import actor, clause, mark_before, title
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import FREE, Passage

#: Words of an office's epithet and a person's name, at most.
_NAME = 4
_ARTICLES = frozenset("the a an its his her their".split())
_PASSIVE = frozenset("was were is are been being be got".split())
#: What somebody does whose name is tied to it by a hyphen: "a military-backed government".
_BACKED = frozenset(
    "backed led funded run owned controlled brokered mediated sponsored supported".split()
)
#: Arabic prepositions under which a noun stands, and no verb.
_OVER_A_NOUN = folded("في إلى على عن مع ضد حول بشأن نحو بسبب خلال بعد قبل عقب إثر")
_RELATIVE = folded("which who that الذي التي الذين אשר")


def sides(
    evidence: Passage, verb: int, sure: set[int], named: frozenset[int] = frozenset()
) -> tuple[set[int], set[int]]:
    """Places of the doers and of the others around the verb at *verb* of the evidence.

    What is at *sure* is a party, whatever the word; what is at *named* is a name, too, which begins
    with no preposition.
    """
    if evidence.words[verb].fold in _BACKED and evidence.gap(verb) == "-":
        return {verb - 1}, set(range(verb + 1, min(len(evidence.words), verb + 1 + _NAME)))
    start, end = bounds(evidence, verb)
    before = {p for p in range(start, verb) if _does(evidence, p)}
    if evidence.language == "he" and before:
        before |= {p for p in sure if start <= p < verb and p - 1 in before}
    before |= {p for p in named if start <= p < verb}
    if not before and evidence.language != "ar":
        before = _before_an_aside(evidence, verb)
        if evidence.language == "he":
            before = _with_their_names(evidence, before, sure)
    if not before and evidence.words[start].fold in _RELATIVE:
        before = antecedent(evidence, start)
    after = {p for p in range(verb + 1, end) if _does(evidence, p) or p in sure}
    if evidence.language == "ar":
        if verb and evidence.words[verb - 1].fold in _OVER_A_NOUN:
            before = set()  # «بشأن تبادل الأسرى»: a noun, whose doer is not told before it
        return _arabic(evidence, verb, end, before, after)
    hands = _in_hands(evidence, verb, end) if evidence.language == "he" else None
    if hands is not None:
        doers = {p for p in after if p > hands}
        return doers, before | (after - doers)
    if evidence.language == "en" and is_passive(evidence, verb):
        by = next((p for p in range(verb + 1, end) if evidence.words[p].fold == "by"), None)
        doers = {p for p in after if by is not None and p > by}
        return doers, before | (after - doers)
    turned = evidence.language == "he" and evidence.words[verb].fold[0] not in _UNDER
    done_to = _behind_et(evidence, start, verb) if turned else set[int]()
    before -= done_to
    if evidence.language == "he" and not before:
        doer = min(after, default=verb)
        if any(evidence.words[p].fold in ET for p in range(verb + 1, doer)):
            return {p for f in evidence.frames if f.at == verb for p in f.speaker}, after
        doers = {doer} | ({doer + 1} & after if _of_it(evidence, doer + 1) else set())
        return doers, after - doers | done_to
    return before, after


def _behind_et(evidence: Passage, start: int, verb: int) -> set[int]:
    """The words behind an את before the *verb*: «את הממשלה האשים הוועד»."""
    at = next((p for p in range(start, verb) if evidence.words[p].fold in ET), verb)
    return set(range(at + 1, verb)) if at == start else set()


def _of_it(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* is whose the noun before it is: ועד העובדים."""
    if place >= len(evidence.words) or mark_before(evidence, place):
        return False
    return evidence.words[place].fold[0] == "ה"


def _in_hands(evidence: Passage, verb: int, end: int) -> int | None:
    """Where a Hebrew "by" stands behind the *verb* of a clause: בידי, על ידי."""
    return next((p for p in range(verb + 1, end) if evidence.words[p].fold in _BY), None)


ET, _BY = folded("את ואת"), folded("בידי ידי")
#: First letters of a verb that is a noun or an infinitive, of which what is behind את does it.
_UNDER = "בל"


def spelt(
    sentence: Passage, parties: list[int], evidence: Passage, aligned: Alignment
) -> frozenset[int]:
    """The Hebrew names that *parties* write with all their letters, the first one, too: ביטון."""
    if evidence.language != "he":
        return frozenset()
    return frozenset(
        j
        for p in parties
        for j in aligned.of(p)
        if sentence.words[p].fold[0] in _LETTERS.get(evidence.words[j].fold[0], _ANY)
        and same_name(sentence.words[p].fold, evidence.words[j].fold, surely=True)
    )


#: The Arabic letters for those that a Hebrew word may begin with for a particle.
_LETTERS = {"ב": "بف", "ל": "ل", "מ": "م", "כ": "كخ", "ה": "هح", "ו": "وف", "ש": "شس"}
_ANY = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def _with_their_names(evidence: Passage, doers: set[int], sure: set[int]) -> set[int]:
    """*doers* with the words at *sure* that stand right behind them: «ראש העירייה דן לוי»."""
    named = set(doers)
    for place in sorted(sure):
        if place - 1 in named and not mark_before(evidence, place):
            named.add(place)
    return named


def _before_an_aside(evidence: Passage, verb: int) -> set[int]:
    """Who does it before an aside between commas: "Smith, dismissed by X in May, thanked".

    Who the aside names does it, too: "The union's president, Christian Smalls, thanked".
    """
    if not verb or "," not in evidence.gap(verb):
        return set()
    aside, _ = clause(evidence, verb - 1)
    if not aside or "," not in evidence.gap(aside):
        return set()
    first, _ = clause(evidence, aside - 1)
    before = {p for p in range(first, aside) if _does(evidence, p)}
    opens = evidence.words[aside]
    if opens.fold.endswith("ed") or opens.fold in _RELATIVE or _who(opens.fold):
        return before
    named = {p for p in range(aside, verb) if _does(evidence, p)}
    short = verb - aside <= _NAME and (opens.text[:1].isupper() or opens.fold in _ARTICLES)
    return before | named if before and named and (short or evidence.language == "he") else set()


def _who(word: str) -> bool:
    """Whether a Hebrew *word* opens a relative clause: «הנגיד, שכהונתו הסתיימה, התפטר»."""
    return word[0] == _THAT and len(word) > _RELATED and not as_it_stands(word)


#: The Hebrew relative, which is written onto its word; letters of both, more than.
_THAT, _RELATED = "ש", 3


def antecedent(evidence: Passage, relative: int) -> set[int]:
    """The nearest party before the relative pronoun at *relative*, with what stands beside it."""
    first, _ = clause(evidence, relative - 1) if relative else (0, 0)
    near = [p for p in range(max(first, relative - _NAME), relative) if _does(evidence, p)]
    return {p for p in near if all(q in near for q in range(p, near[-1]))}


def bounds(evidence: Passage, verb: int) -> tuple[int, int]:
    """The clause of the verb at *verb*, without who says it."""
    start, end = clause(evidence, verb)
    for place in range(verb - 1, start, -1):
        if evidence.words[place].fold in CLAIM:
            start = place + 1
            break
    for frame in evidence.frames:
        if verb in frame.claim and start <= frame.at < verb and not frame.according:
            start = max(start, frame.claim.start)
    return start, end


def _arabic(
    evidence: Passage, verb: int, end: int, before: set[int], after: set[int]
) -> tuple[set[int], set[int]]:
    if before or not after:
        return before, after
    doer = min(after)
    while doer + 1 < end and title(evidence, doer):
        doer += 1
    first = set(range(min(after), doer + 1))
    name = range(doer + 1, min(end, doer + 1 + _NAME))
    if any(p in after and not evidence.meanings[p] for p in name):
        for place in name:
            known = place in after and evidence.meanings[place]
            if known or mark_before(evidence, place) or evidence.words[place].fold in FREE:
                break
            doer = place
            first.add(place)
    return first, after - set(range(verb + 1, doer + 1))


def _does(evidence: Passage, place: int) -> bool:
    long = len(evidence.words[place].fold) > 2
    return long and actor(evidence, place) and place not in evidence.dated


def is_passive(evidence: Passage, verb: int) -> bool:
    """Whether the verb at *verb* is done to who stands before it: reviewed, and not reviewing."""
    if evidence.words[verb].fold.endswith("ing"):
        return False
    return any(evidence.words[p].fold in _PASSIVE for p in range(max(0, verb - 2), verb))
