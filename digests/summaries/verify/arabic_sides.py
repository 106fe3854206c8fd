"""Who stands as the subject and who as the object of an Arabic verb.

The rule: the first noun phrase behind the verb does it and the rest is done to; who stands before
it where its clause begins does it («إن أحد الضباط ضرب»), as does who stands behind «من قبل» and
who stands behind a verb with a pronoun («دعمه حزب الأرض»). Behind a plural or a pronoun who does it
was told before. A noun in «ون» does it and one in «ين» does not; where a verb that goes on has one
noun alone, no order tells which it is.

What it may get wrong: an object before its subject («زار المدير الوزير», which no order tells). The
escape hatch is to name who does it with «من قبل».
"""

from __future__ import annotations

from digests.language.frame import RELATIVES
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.summaries.parties import CLAIM
from digests.summaries.verify.actors import clause, mark_before
from digests.summaries.verify.arabic_phrases import (
    ONE_OF,
    REACH,
    first_phrase,
    is_person,
    many,
    nouns_behind,
    stops,
)
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.told_deeds import (
    agent_behind,
    fronted_doer,
    has_its_object,
    phrase,
    undergoes,
)

_NOBODY = frozenset[int]()


def arabic_sides(text: Passage, verb: int) -> tuple[frozenset[int], frozenset[int]]:
    """Subject and object of an Arabic verb."""
    if agent := agent_behind(text, verb):
        return frozenset(agent), frozenset(fronted_doer(text, verb) or phrase(text, verb + 1))
    behind = nouns_behind(text, verb)
    if has_its_object(text, verb):
        return frozenset(behind), frozenset(fronted_doer(text, verb))
    if undergoes(text, verb):
        return _NOBODY, frozenset(behind)
    if ahead := fronted_doer(text, verb) or _fronted(text, verb):
        return frozenset(ahead), frozenset(behind)
    if of_one_before(text, verb):
        return _NOBODY, frozenset(behind)
    if _counted_behind(text, verb):
        return _NOBODY, _NOBODY
    first = first_phrase(text, verb + 1) & frozenset(behind)
    rest = frozenset(behind) - first
    head = text.words[min(first)].text if first else ""
    if not rest and many(head, "ين"):
        return _NOBODY, first
    goes_on = verb > 0 and (text.words[verb].fold[0] in "وف" or mark_before(text, verb))
    if goes_on and not rest and not many(head, "ون"):
        return _NOBODY, _NOBODY
    return first, rest


def _fronted(text: Passage, verb: int) -> frozenset[int]:
    """Who stands before the *verb*, from where his clause begins: «إن أحد الضباط ضرب»."""
    last = verb
    if not verb:
        return _NOBODY
    while last > 1 and text.words[last - 1].fold in _NOT_DONE:
        last -= 1
    first, _ = clause(text, last - 1)
    opened = [p for p in range(first, last) if text.words[p].fold in CLAIM | _WAS_DONE]
    first = opened[-1] + 1 if opened else first
    if first < last and text.words[first].fold in ONE_OF:
        first += 1
    whole = frozenset(range(first, last))
    if (
        not whole
        or text.words[first].fold.startswith("بال")
        or not whole <= first_phrase(text, first)
    ):
        return _NOBODY
    return whole


_NOT_DONE = folded("قد لم لن لا سوف")
_WAS_DONE = folded("كان كانت وكان وكانت بأن وإن وأن")


def of_one_before(text: Passage, verb: int) -> bool:
    """Whether who does it stands before, as its plural tells, or a pronoun: «لكنها طالبت»."""
    word, before = text.words[verb].fold, text.words[verb - 1].fold if verb else ""
    if word[0] in "يت" and word.endswith(("ون", "ان")):
        return True
    if word.endswith("وا") or (word.endswith("تا") and as_it_stands(word[:-1])):
        return True
    return before in RELATIVES or (before in FREE and before.endswith(_PRONOUNS))


_PRONOUNS = ("ها", "ه", "هم", "هما", "هي", "هو")


def _counted_behind(text: Passage, verb: int) -> bool:
    """Whether so many persons stand behind the first noun, who do it: «زار المتحف 700 شخص»."""
    for place in range(verb + 1, min(len(text.words) - 1, verb + REACH)):
        if stops(text, place):
            return False
        if place in text.counted:
            behind = [p for p in range(place, len(text.words)) if p not in text.counted][:1]
            return place > verb + 1 and any(is_person(text, p) for p in behind)
    return False
