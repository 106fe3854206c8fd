"""Who stands as the subject and who as the object of an English or Hebrew verb.

The rule: who stands before the verb does it, over an aside between commas («The club, fined by the
league, sued»), and who stands behind it or behind את has it done to him; behind "by" and «בידי» and
in the passive the other way round. A verb behind "and" goes on with who does another, and tells
only its object. A clause begins behind "after", "while" and their kind.

What it may get wrong: a clause within a clause. The escape hatch is to cite one sentence.
"""

from __future__ import annotations

from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.summaries.verify.actors import clause, mark_before
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.done_to import is_undergone, next_of, np_before, np_behind
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.sides import ET, antecedent, sides

#: By whom, in either language.
_BY = {"en": folded("by"), "he": folded("בידי ידי מידי")}
_NOBODY = frozenset[int]()


def sides_around(text: Passage, verb: int) -> tuple[frozenset[int], frozenset[int]]:
    """Subject and object of an English or Hebrew verb."""
    by = next_of(text, verb, _BY[text.language])
    participle = text.language == "en" and by == verb + 1
    if by is not None and (participle or text.language == "he" or is_undergone(text, verb)):
        return _with_its_name(text, np_behind(text, by + 1)), _undergoing(text, verb)
    if text.language == "en" and is_undergone(text, verb) and text.words[verb].text.islower():
        return _NOBODY, _undergoing(text, verb)
    if text.language == "he" and text.words[clause(text, verb)[0]].fold in ET:
        return np_behind(text, verb + 1), np_before(text, verb)
    doers = _whole(_doers(text, verb))
    behind = _with_its_name(text, _object(text, verb)) - doers
    others = behind or (p for p in sides(text, verb, set())[1] if p > verb)
    return doers, _whole(frozenset(others))


def _doers(text: Passage, verb: int) -> frozenset[int]:
    """Who does what the *verb* in the active says."""
    if _goes_on(text, verb):
        return _NOBODY
    if aside := _before_asides(text, verb):
        return aside
    doers, _ = sides(text, verb, set())
    first, _ = clause(text, verb)
    if text.words[first].fold in _WHO and all(text.words[p].fold in _WHO | _WAS for p in doers):
        doers = antecedent(text, first)  # "Riedel, who once represented"
    last = max((p for p in range(verb) if text.words[p].fold in _SUBORDINATE), default=-1)
    doers = {p for p in doers if p > last}
    before = np_before(text, verb)
    if before and all(p > verb for p in doers) and _et(text, verb) is None:
        return before
    return frozenset(doers | before if doers and max(doers) < verb else doers)


def _whole(side: frozenset[int]) -> frozenset[int]:
    """*side* with the small words in it: "a group of pensioners"."""
    return frozenset(range(min(side), max(side) + 1)) if side else side


def _object(text: Passage, verb: int) -> frozenset[int]:
    """What stands behind the *verb*; of a Hebrew one behind את, where there is one."""
    if (et := _et(text, verb)) is not None:
        return np_behind(text, et + 1)
    if text.language == "he" and joined_in_hebrew(text, verb + 1, "למ"):
        return _NOBODY
    return np_behind(text, verb + 1)


def joined_in_hebrew(text: Passage, place: int, letters: str) -> bool:
    """Whether one of *letters* is written onto the Hebrew word at *place*, and not behind את."""
    if place >= len(text.words) or text.words[place - 1].fold in ET:
        return False
    word = text.words[place].fold
    joined = len(word) > _LETTERS and word[0] in letters and not text.keys[place]
    return joined and not as_it_stands(word)


#: Letters of a word with its preposition, more than.
_LETTERS = 3


def _et(text: Passage, verb: int) -> int | None:
    """Where את stands behind the Hebrew *verb*, a date between commas aside."""
    for place in range(verb + 1, min(len(text.words), verb + 1 + _TO_ET)):
        if mark_before(text, place) and not {place - 1, place} & set(text.dated):
            return None
        if text.words[place].fold in ET:
            return place if text.language == "he" else None
    return None


#: Words from a Hebrew verb to its את, at most.
_TO_ET = 12


def _with_its_name(text: Passage, found: frozenset[int]) -> frozenset[int]:
    """*found* with the name that a comma sets behind it: "by the new chairman, Susan Ellery,"."""
    behind = max(found, default=-1) + 1
    if not 0 < behind < len(text.words) or text.gap(behind).strip() not in {",", "،"}:
        return found
    first, end = clause(text, behind)
    names = all(text.words[p].text[:1].isupper() for p in range(first, end))
    return found | frozenset(range(first, end)) if names else found


def _before_the_aside(text: Passage, verb: int) -> frozenset[int]:
    """Who stands before the comma right before a participle: "The club, fined by the league,"."""
    first = _with_auxiliaries(text, verb)
    if text.language != "en" or not first or text.gap(first).strip() != ",":
        return _NOBODY
    return np_before(text, first - 1) | {first - 1}


def _undergoing(text: Passage, verb: int) -> frozenset[int]:
    """Who stands before a verb in the passive, before an aside, too."""
    begins = _with_auxiliaries(text, verb)
    whom = _NOBODY
    if text.language == "en" and begins and text.gap(begins).strip() == ",":
        aside = text.words[clause(text, begins - 1)[0]].fold
        describes = aside in _WHO | _ARTICLES or aside.endswith("ed")
        whom = _before_asides(text, verb) if describes else _NOBODY
    return whom or np_before(text, verb) or _before_the_aside(text, verb)


def _with_auxiliaries(text: Passage, verb: int) -> int:
    """Where the verb begins: "had later | sued"."""
    while verb and text.words[verb - 1].fold in _WAS and not mark_before(text, verb):
        verb -= 1
    return verb


_WAS = frozenset("was were is are been being has have had later then also will would once".split())


_SUBORDINATE = frozenset("after before when while because although though if as since".split())


def _goes_on(text: Passage, verb: int) -> bool:
    """Whether the verb goes on with who does another: "needed players and bought two"."""
    word = text.words[verb].fold
    if text.language == "en":
        return verb > 0 and text.words[verb - 1].fold in {"and", "or", "but", "then"}
    return word[0] == "ו" and not as_it_stands(word)


def _before_asides(text: Passage, verb: int) -> frozenset[int]:
    """Who opens the sentence before asides up to the *verb*: "The city, backed by X, voted"."""
    if text.language == "he" and _relative(text, verb):
        return np_before(text, verb - 1) | {verb - 1}
    begins = _with_auxiliaries(text, verb)
    if not begins or text.gap(begins).strip() != ",":
        return _NOBODY
    first, _ = sentence_around(text, verb)
    start, end = clause(text, first)
    while end < verb and (text.words[start].fold in _OPENING or start in text.dated):
        start, end = clause(text, end)
    return frozenset(range(start, end)) if end < verb else _NOBODY


def _relative(text: Passage, verb: int) -> bool:
    """Whether a Hebrew relative clause opens with the *verb*: «ארנון, שמספקת אנטנות»."""
    word = text.words[verb].fold
    return verb > 0 and mark_before(text, verb) and word[0] == "ש" and not as_it_stands(word)


_WHO = frozenset({"who", "which", "that"})
_ARTICLES = frozenset({"a", "an", "the"})
_OPENING = frozenset("on in at after before during since as with by for from when while".split())
