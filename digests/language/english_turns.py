"""English turns by which a sentence tells who says something: what he was asked, and "called by".

The rule: "Asked whether he would go, the mayor said" is a question, which ends at the last comma
before the answer; his words begin behind it. "A strike called by 33 unions" has behind "by" who
calls for what stands before.

What it may get wrong: a question that nobody answers in its sentence, which reaches to the end. The
escape hatch is the table of pronouns and auxiliaries.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.english_clauses import DETERMINERS, FINITE, finite, last_comma
from digests.language.frame import Frame
from digests.language.lists import folded
from digests.language.quotation import QUOTED
from digests.language.speech_verbs import Act, act_of
from digests.language.words import Token

_QUESTION, _ANSWERS = "asked", (Act.SAY, Act.DENY)
_NO_NOUNS = FINITE | folded("he she they it we i been be not also then later who which that")


def asks(words: Sequence[Token], start: int, at: int) -> bool:
    """Whether the sentence opens at *at* with what somebody is asked: "Asked whether …"."""
    return at == start and words[at].fold == _QUESTION


def question_end(words: Sequence[Token], text: str, at: int, end: int) -> int:
    """Where the question that opens at *at* ends, before who answers it."""
    answers = (p for p in range(at + 2, end) if act_of(words[p].fold, "en") in _ANSWERS)
    comma = last_comma(words, text, at, next(answers, end))
    return comma if at < comma else end


def behind_a_question(words: Sequence[Token], text: str, start: int, at: int, end: int) -> int:
    """Where the words begin of who answers at *at* what he was asked."""
    if at == start or words[start].fold != _QUESTION:
        return start
    behind = question_end(words, text, start, end)
    return behind if behind < at else start


def told_by(words: Sequence[Token], at: int) -> bool:
    """Whether the participle at *at* says of the noun before by whom: "a strike called by 33"."""
    if not 0 < at < len(words) - 2 or not words[at].fold.endswith("ed"):
        return False
    agent, noun = words[at + 2], words[at - 1]
    named = agent.text[:1].isupper() or _opens_noun(agent)
    beside = words[at].start - noun.end == 1 and noun.text.islower() and noun.fold not in _NO_NOUNS
    return words[at + 1].fold == "by" and named and beside


def noun_before(words: Sequence[Token], at: int) -> int:
    """Where the noun begins of which the participle at *at* tells: "with | a strike called by"."""
    near = range(at - 1, max(-1, at - 1 - _NOUN), -1)
    return next((p for p in near if _opens_noun(words[p])), at - 1)


#: Words of such a noun, at most.
_NOUN = 5


def _opens_noun(word: Token) -> bool:
    return word.fold in DETERMINERS or word.fold[0].isdigit()


def answered_behind(words: Sequence[Token], text: str, at: int, end: int) -> int:
    """Where the clause of "who" ends: ", who proposed the levy, | said" is said by the one before.

    A comma ends it where a verb of saying stands right behind.
    """
    for place in range(at + 2, end):
        marked = "," in text[words[place - 1].end : words[place].start]
        if marked and act_of(words[place].fold, "en") is not None:
            return place
    return end


def writer(words: Sequence[Token], start: int, at: int) -> range | None:
    """Who writes what says something: "300 doctors | signed a letter to the mayor saying".

    Where it is written to nobody, none else is named before the verb.
    """
    paper = next((p for p in range(at - 1, start + 1, -1) if words[p].fold in _PAPERS), None)
    if paper is None or words[at].fold != "saying":
        return None
    if all(word.fold != "to" for word in words[paper + 1 : at]):
        return None
    verb = next((p for p in range(start + 1, paper) if _acts(words, p)), None)
    return range(start, verb) if verb is not None else None


def _acts(words: Sequence[Token], at: int) -> bool:
    """Whether the word at *at* is the verb of who writes."""
    past = words[at].text.islower() and words[at].fold.endswith("ed")
    return past or finite(words, at) or words[at].fold in _WRITES


_PAPERS = folded("letter statement petition email memo message note report notice")
_WRITES = folded("wrote sent put gave read")


def outside_quotations(
    found: list[Frame], words: Sequence[Token], text: str, at: int
) -> list[Frame]:
    """Those of *found* that stand in no quotation closed before *at*: “I think so,” but said."""
    closed = [m.span() for m in QUOTED.finditer(text) if m.end() <= words[at].start]
    return [f for f in found if not any(a < words[f.at].start < b for a, b in closed)]
