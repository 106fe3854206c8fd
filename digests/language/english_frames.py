"""The frames of English: the speaker stands before the verb, or after it at a sentence's end.

What it may get wrong: a noun that looks like a verb. The escape hatch is `speech_verbs`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from digests.language.declared import declares_a_deed, deed_end, deed_start
from digests.language.english_clauses import DETERMINERS, FINITE, finite, last_comma
from digests.language.english_endings import ends, said_on_a_day
from digests.language.english_turns import (
    answered_behind,
    asks,
    noun_before,
    question_end,
    told_by,
    writer,
)
from digests.language.frame import OPENERS, REACH, TRAILING, Frame, clause_mark
from digests.language.lists import folded
from digests.language.speech_verbs import Act, act_of
from digests.language.verbs_or_nouns import is_noun
from digests.language.words import Token


def english(
    words: Sequence[Token],
    text: str,
    at: int,
    act: Act,
    said: range,
    clause: tuple[int, int],
) -> Frame | None:
    """The frame of the verb at *at* in *clause*; *said* names whoever spoke before it."""
    start, end = clause
    if asks(words, start, at):
        return Frame(at, act, range(at, at), range(at + 1, question_end(words, text, at, end)))
    if told_by(words, at):
        return _by_agent(words, text, at, act, noun_before(words, at), end)
    if _passive(words, text, at):
        return _by_agent(words, text, at, act, start, end)
    if is_noun(words, at):
        return None
    if declares_a_deed(words, at):
        start, end = deed_start(words, start, at), deed_end(words, text, at, end)
    if _adds_to(words, text, at):
        return Frame(at, act, said, range(at + 1, end))
    if (named := _antecedent(words, at, start)) is not None:
        return Frame(at, act, named, range(at + 1, answered_behind(words, text, at, end)))
    if (wrote := writer(words, start, at)) is not None:
        return Frame(at, act, wrote, range(at + 1, end))
    if (what := _behind_what(words, at, start)) is not None:
        return Frame(at, act, range(what + 1, at), range(at + 1, end))
    before = text[words[at - 1].end : words[at].start] if at > start else ","
    pronoun = _pronoun(words, at, start)
    if pronoun is not None and _after_a_quotation(words, text, pronoun):
        return Frame(at, act, range(pronoun, at), range(start, pronoun))
    if pronoun is not None and words[pronoun - 1].fold in _RELATIVE | _WHAT:
        return Frame(at, act, range(pronoun, at), range(at + 1, end))
    rest = end - at - 1
    quoted = _behind_quotation(words, text, start, at)
    if quoted is not None and ends(words, at, end):
        return Frame(at, act, range(quoted, at), range(start, quoted))
    comma = last_comma(words, text, start, at)
    goes_on = _PASSIVE if words[at].fold.endswith("ing") and comma < at else frozenset[str]()
    if comma > start and all(w.fold in _AUXILIARIES | goes_on for w in words[comma:at]):
        return Frame(at, act, range(start, at), range(at + 1, end))  # "X, a critic, has denied it"
    if _said_behind(words, at, before):
        stop = _phrase_end(words, text, at + 1, end)
        return Frame(at, act, range(at + 1, stop), range(start, at))
    following = words[at + 1].fold if rest else ""
    joined = at > start and words[at - 1].fold in _JOINING
    trailing = following not in OPENERS["en"] and "," not in before and not joined
    parenthetic = rest and "," in text[words[at].end : words[at + 1].start]
    closes = trailing and (
        ends(words, at, end) or said_on_a_day(words, text, (start, comma), at, end)
    )
    if comma > start and (closes or parenthetic):
        return Frame(at, act, range(_behind_the_charge(words, comma, at), at), range(start, comma))
    inverted = at > start and "," in before and comma <= start
    if inverted and _named(words, at + 1) and _only_a_name(words, text, at + 1, end):
        return Frame(at, act, range(at + 1, end), range(start, at))
    if joined:  # "X has paid but said it would not …", "X, a critic, resigned and denied it"
        verbs = (
            p
            for p in range(start + 1, at - 1)
            if finite(words, p) or _resumes(p, comma, words) or _of_a_name(words, p)
        )
        verb = next(verbs, at)
        return Frame(at, act, range(start, verb), range(at + 1, end))
    return Frame(at, act, range(_in_a_relative(words, start, at), at), range(at + 1, end))


def _resumes(place: int, comma: int, words: Sequence[Token]) -> bool:
    """Whether a verb stands at *place* right behind the *comma* that ends an apposition."""
    return place == comma and words[place].text.islower() and words[place].fold.endswith("ed")


def _of_a_name(words: Sequence[Token], at: int) -> bool:
    """Whether a past verb at *at* has a name for its object: "thanked Queen Ilse and promised"."""
    past = words[at].text.islower() and words[at].fold.endswith("ed")
    return past and words[at + 1].text[:1].isupper() and words[at - 1].fold not in DETERMINERS


def _in_a_relative(words: Sequence[Token], start: int, at: int) -> int:
    """Where who speaks at *at* begins: at *start*, or "ships that | Oslo says had"."""
    near = range(max(start + 1, at - 1 - _SUBJECT), at - 1)
    tie = next((p for p in near if words[p].fold in _RELATIVE), None)
    if tie is None or any(finite(words, p) for p in range(tie + 1, at)):
        return start
    noun = words[tie - 1]
    if act_of(noun.fold, "en") is not None or noun.fold.endswith("ed") or not noun.text.islower():
        return start  # "ruled that Oslo maintained", "ruled on May 5 that"
    return tie + 1 if words[tie + 1].text[:1].isupper() or words[tie + 1].fold == "the" else start


_RELATIVE = frozenset({"which", "that", "whom"})


def _only_a_name(words: Sequence[Token], text: str, at: int, end: int) -> bool:
    """Whether nothing but a name follows, and who that is: "said Ada Lin, a clerk at the port"."""
    if end - at <= 2 * TRAILING:
        return True
    who = next(
        (p for p in range(at + 1, min(end, at + 2 * TRAILING)) if words[p].text == "who"), end
    )
    if who < end:  # "said an aide who asked not to be named"
        return not any(
            clause_mark(text[words[p - 1].end : words[p].start]) for p in range(at + 1, end)
        )
    comma = next(
        (p for p in range(at + 1, end) if clause_mark(text[words[p - 1].end : words[p].start])), end
    )
    name = words[at:comma]
    if len(name) > TRAILING or not all(word.text[:1].isupper() for word in name):
        return False
    return apposition_end(words, text, comma, end) == end


def behind_a_dateline(words: Sequence[Token], text: str, start: int, at: int) -> int:
    """Where the sentence begins behind its dateline: "SANTIAGO, March 5 (Andes) - Chile's"."""
    if not words[start].text.isupper() or len(words[start].text) < _A_TOWN:
        return start
    for place in range(start + 1, min(at, start + REACH)):
        if _DASH.search(text, words[place - 1].end, words[place].start):
            return place
        if not (words[place].text[:1].isupper() or words[place].text.isdigit()):
            return start  # "IBM chief Dana Rowley - …"
    return start


#: Letters of the town in a dateline, at least, and the dash behind it.
_A_TOWN, _DASH = 3, re.compile(r"\s[-\u2013\u2014]+\s")


def _pronoun(words: Sequence[Token], at: int, start: int) -> int | None:
    """Where a pronoun stands that is the subject of the verb at *at*: "she later said"."""
    place = at - 1
    while place > start and words[place].fold in _AUXILIARIES:
        place -= 1
    return place if place > start and words[place].fold in _SHE else None


_SHE = folded("he she they it we i")


def _after_a_quotation(words: Sequence[Token], text: str, at: int) -> bool:
    """Whether a quotation ends with a comma before the word at *at*: "Most have left," she."""
    gap = text[words[at - 1].end : words[at].start]
    return "," in gap and _closes_quotation(gap)


def _behind_quotation(words: Sequence[Token], text: str, start: int, at: int) -> int | None:
    """Where who speaks is named behind a quotation: "We lost," its head, Ada Lin, said."""
    near = range(at - 2, max(start, at - 1 - REACH), -1)
    quoted = next((p for p in near if _after_a_quotation(words, text, p)), None)
    if quoted is None or words[quoted].fold in _JOINING | _RELATIVE | FINITE:
        return None
    return quoted


def _behind_what(words: Sequence[Token], at: int, start: int) -> int | None:
    """Where "what" opens the clause of the verb at *at*: "half of what the county asked for"."""
    near = range(at - 2, max(start, at - 2 - TRAILING), -1)
    return next((p for p in near if words[p].fold in _WHAT), None)


_WHAT = folded("what")


def _behind_the_charge(words: Sequence[Token], comma: int, at: int) -> int:
    """Where the name begins of who says something of what stands before: "a charge | it denies"."""
    for place in range(comma, min(at - 1, comma + _CHARGED)):
        if words[place].fold in _CHARGES and words[comma].fold in _ARTICLES:
            return place + 2 if words[place + 1].fold in ("that", "which") else place + 1
    return comma


#: Words of a charge before its noun and with it, at most: "an old allegation".
_CHARGED = 3
_ARTICLES = folded("a an the something")
_CHARGES = folded(
    "charge charges allegation allegations accusation accusations claim claims assertion account "
    "suggestion something figure"
)


def _antecedent(words: Sequence[Token], at: int, start: int) -> range | None:
    """Whom "who" stands for before the verb at *at*: "replied to the minister, who said"."""
    who = next((p for p in range(at - 1, at - 3, -1) if p > start and words[p].text == "who"), None)
    if words[at - 1].text == "which" and at - 2 > start and words[at - 2].fold not in _BEFORE_WHICH:
        who = at - 1
    if who is None:
        return None
    for place in range(who - 1, start, -1):
        if words[place].fold in _BEFORE_NAMES:
            return range(place + 1, who)
        if _has_object(words, place):
            return range(place + 1, who)  # "arrested the guard, who denied"
    return range(start, who)


_BEFORE_WHICH = folded("in of on at to for by with from under after")
_BEFORE_NAMES = folded("to by with for from against told asked met")


def clause_start(
    words: Sequence[Token], text: str, start: int, at: int, inside: bool = False
) -> int:
    """Where the clause of the verb at *at* begins: behind ", and" and its kind.

    A sentence begins with another clause only where a verb stands before ("No one died, but …");
    *inside* a claim it may be cut short.
    """
    for place in range(at - 2, start, -1):
        if inside and ":" in text[words[place - 1].end : words[place].start]:
            return place  # "wrote in a letter: “We never asked …”"
        joins = words[place].fold in _JOINING
        if joins and "," in text[words[place - 1].end : words[place].start]:
            told = _a_clause(words[start:place]) or _short(words, text, start, place, at)
            return place + 1 if inside or told else start
    return start


def _short(words: Sequence[Token], text: str, start: int, place: int, at: int) -> bool:
    """Whether a short subject stands between the "and" at *place* and the verb at *at*, and a past
    verb before: "993 workers voted against a union, and the board said".

    Before a name it stands right there: "A tower collapsed, and Governor Rana said".
    """
    subject = words[place + 1 : at]
    if not 0 < len(subject) <= _SUBJECT:
        return False
    if subject[0].fold not in _DEFINITE and not _the_one_mark(words, text, start, place, subject):
        return False
    return any(
        words[p].text.islower()
        and words[p].fold.endswith("ed")
        and words[p - 1].fold not in DETERMINERS
        and not text[words[p - 1].end : words[p].start].strip()
        for p in range(start + 1, place)
    )


def _the_one_mark(
    words: Sequence[Token], text: str, start: int, place: int, subject: Sequence[Token]
) -> bool:
    """Whether *subject* is a name, and the comma before its "and" the first of the sentence.

    Two who speak have no comma between them: "A tower collapsed, and Governor Ada Lin said".
    """
    if not all(word.text[:1].isupper() for word in subject):
        return False
    gaps = (text[words[p - 1].end : words[p].start] for p in range(start + 1, place))
    return not any(clause_mark(gap) for gap in gaps)


#: Words of a short subject, and how it begins.
_SUBJECT, _DEFINITE = 4, folded("the his her its their police officials he she it they")


_JOINING = folded("and but while although though yet")


def _a_clause(words: Sequence[Token]) -> bool:
    """Whether *words* have a verb that is no part of a relative clause."""
    verb = next((p for p in range(1, len(words)) if finite(words, p)), None)
    return verb is not None and not any(w.fold in _RELATIVE for w in words[:verb])


def _has_object(words: Sequence[Token], at: int) -> bool:
    """Whether a past verb with its object behind it stands at *at*: "arrested Hal Morrit"."""
    past = words[at].text.islower() and words[at].fold.endswith("ed")
    return past and words[at + 1].fold not in _PREPOSITIONS


_PREPOSITIONS = folded(
    "of in by on at to for with from as under after before over against into who"
)
_RELATIVE = folded("who which that whose whom when while after as before if")


_AUXILIARIES = folded("has have had also later then not never already since would will")


def _adds_to(words: Sequence[Token], text: str, at: int) -> bool:
    """Whether the verb at *at* goes on with the words of whoever spoke before: ", saying"."""
    gap = text[words[at - 1].end : words[at].start] if at else ""
    return words[at].fold.endswith("ing") and "," in gap


def _passive(words: Sequence[Token], text: str, at: int) -> bool:
    """Whether "was" or its kind stands before the verb, an adverb between them aside."""
    if words[at].fold.endswith("ing"):
        return False
    first = at - 1
    while first > 0 and (words[first].fold.endswith("ly") or words[first].fold in _ADVERBS):
        first -= 1
    if first < 0 or words[first].fold not in _PASSIVE:
        return False
    return not clause_mark(text[words[first].end : words[at].start])


_ADVERBS = folded("first also not never later then already")


_PASSIVE = folded("was were been is are be being")


def _by_agent(
    words: Sequence[Token], text: str, at: int, act: Act, start: int, end: int
) -> Frame | None:
    """The frame of "was reported by the newspaper"; None when nobody is named."""
    for place in range(at + 1, min(end, at + 4)):
        if words[place].fold == "to":
            return None  # "is expected to decide by June"
        if words[place].fold == "by" and place + 1 < end:
            stop = _phrase_end(words, text, place + 1, end)
            return Frame(at, act, range(place + 1, stop), range(start, at))
    return None


def _closes_quotation(gap: str) -> bool:
    return any(mark in gap for mark in '"”’»')


def _phrase_end(words: Sequence[Token], text: str, at: int, end: int) -> int:
    """Where the name that begins at *at* ends: at a comma, or before a relative clause."""
    stop = at + 1
    while stop < end and stop - at < REACH:
        gap = text[words[stop - 1].end : words[stop].start]
        if clause_mark(gap) or words[stop].fold in ("who", "which", "in", "on", "at", "after"):
            break
        stop += 1
    return stop


def apposition_end(words: Sequence[Token], text: str, at: int, end: int) -> int:
    """Where the apposition of the name that ends at *at* ends: "said X, 31, leader of the group."""
    if (
        at + 1 < end
        and words[at].fold.isdigit()
        and text[words[at].end : words[at + 1].start] == ", "
    ):
        return apposition_end(words, text, at + 1, end)
    if at >= end or text[words[at - 1].end : words[at].start].strip() != ",":
        return at
    stop = at
    while stop < end and stop - at <= REACH:
        word = words[stop].fold
        gap = text[words[stop - 1].end : words[stop].start]
        if stop > at and (clause_mark(gap) or any(mark in gap for mark in ".!?")):
            return stop
        if word in _NO_APPOSITION or act_of(word, "en") is not None:
            return at
        stop += 1
    return stop if stop == end else at


_NO_APPOSITION = folded(
    "who which that whose and but was were is are has have had will would could said while when "
    "as after before adding he she it they we i"
)


def _said_behind(words: Sequence[Token], at: int, before: str) -> bool:
    """Whether who speaks stands behind the verb at *at*, which a quotation ends before."""
    return _closes_quotation(before) and at + 1 < len(words) and words[at + 1].fold not in _NOT_WHO


_NOT_WHO = folded("that to in on at of by for and but with when about")


def _named(words: Sequence[Token], at: int) -> bool:
    return at < len(words) and (words[at].text[:1].isupper() or words[at].fold in ("the", "a"))
