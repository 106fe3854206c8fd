"""The frames of Hebrew: the speaker stands before the verb, or after one that opens its sentence.

What it may get wrong: free word order. The escape hatch is `speech_verbs` and the tables below.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.calendar import moments
from digests.language.frame import OPENERS, REACH, Frame, clause_mark
from digests.language.hebrew_subjects import (
    asks_of,
    behind_an_aside,
    end_of_denial,
    goes_on_not,
)
from digests.language.lexicon import as_it_stands, listed
from digests.language.lists import folded
from digests.language.speech_verbs import Act, act_of
from digests.language.words import Token

_HEBREW_STOPS = folded("על את ביום אתמול היום אחרי לאחר")
_BUT = folded("אך אבל אולם")
#: Letters of a Hebrew word that is no longer than "that the" and two more.
_JOINED = 4


def hebrew(
    words: Sequence[Token],
    text: str,
    at: int,
    act: Act,
    said: range,
    clause: tuple[int, int],
) -> Frame:
    """The frame of the verb at *at* in *clause*; *said* names the subject of the clause before."""
    start, end = clause
    start = _behind_an_opening(words, text, start, at)
    start = max((p + 1 for p in range(start, at) if words[p].fold in OPENERS["he"]), default=start)
    start = _behind_and(words, text, start, at)
    if at > start and words[at - 1].fold in _THUS:  # «…, כך קבע בית המשפט»
        return Frame(at, act, range(at + 1, end), range(start, at - 1))
    if at > start and _behind_a_quotation(words, text, at, end):
        return Frame(at, act, range(at + 1, _name_end(words, text, at, end)), range(start, at))
    if act in (Act.ASK, Act.PROMISE):
        end = _clause_end(words, text, at, end)
    opener = next(
        (i for i in range(at + 1, min(end, at + 2 * REACH)) if _opens(words[i].fold)), None
    )
    if opener is not None or act is Act.ASK:
        start = _behind_conjunction(words, start, at)
    if opener is not None:
        end = end_of_denial(words, text, act, opener, end)
    if goes_on_not(words, text, at) or (at == start and asks_of(words, at, act, end)):
        return Frame(at, act, said, range(at + 1, end))
    if opener is None and _closes(words, text, at, act, start, end):
        return Frame(at, act, range(at + 1, end), range(start, at))
    if words[at].fold[:1] == "ו" and said and not _subject_behind(words, at, opener):
        return Frame(at, act, said, range(at + 1 if opener is None else opener, end))
    if at > start and words[at - 1].fold in _BUT and said:
        return Frame(at, act, said, range(at + 1 if opener is None else opener, end))
    opened = opener is not None
    stop = opener if opener is not None else at + 1
    if not opened:
        while stop < end and stop - at <= REACH and words[stop].fold not in _HEBREW_STOPS:
            stop += 1
    opens = at > start and _opens_with_place(words[start].fold)
    if opens and words[at].fold[-1:] == "ו" and at + 1 < end and words[at + 1].fold in _OBJECTS:
        return Frame(at, act, range(start, at), range(at + 1, end))  # «במשרד הכחישו את הדברים»
    after_first = at == start or opens or words[at].fold[:1] == "ו"
    goes_on = at > start and at + 1 < end and act_of(words[at + 1].fold, "he") is not None
    near = at - start <= _OPENS_WITHIN or (opened and _subject_behind(words, at, opener))
    own = near and not (opened and opens and _only_when_or_where(words, text, at + 1, stop))
    behind = (after_first and own) or _only_a_date(words[start:at], text)
    behind = behind or behind_an_aside(words, text, start, at, end)
    if behind and stop > at + 1 and not goes_on:
        return Frame(at, act, range(at + 1, stop), range(stop if opened else at + 1, end), opened)
    return Frame(at, act, range(start, at), range(at + 1, end), opened)


def _behind_and(words: Sequence[Token], text: str, start: int, at: int) -> int:
    """Where a clause with its own subject begins behind a comma: «…, והמשטרה מסרה כי».

    Who it is may stand between commas: «…, ושר החוץ, דן כהן, הכחיש».
    """
    if words[at].fold[:1] == "ו":
        return start
    aside = "," in text[words[at - 1].end : words[at].start] if at else False
    for place in range(at - 1, max(start, at - 1 - _WITH_TITLE), -1):
        word = words[place].fold
        joined = word[:1] == "ו" and not as_it_stands(word)
        if "," in text[words[place - 1].end : words[place].start]:
            if joined or not aside:
                return place if joined else start
            aside = False
        if word[:1] == "ש" and not as_it_stands(word):
            return start
    return start


def _behind_conjunction(words: Sequence[Token], start: int, at: int) -> int:
    """Where the clause of «לאחר שצה"ל הודיע» begins: at the word with the ש, and its subject."""
    for place in range(at - 1, max(start, at - 1 - _SUBJECT), -1):
        word = words[place].fold
        if word[:1] == "ש" and words[place - 1].fold in _CONJUNCTIONS:
            return place
    return start


#: Words that with ש open a clause of time, of cause or of contrast.
_CONJUNCTIONS = folded("לאחר אחרי לפני מאז בזמן בעת בעוד עד כיוון מכיוון מפני משום למרות אף כפי")
#: Words of a subject behind a conjunction, and behind "and" with its title and name, at most.
_SUBJECT, _WITH_TITLE = 5, 9


def _only_when_or_where(words: Sequence[Token], text: str, first: int, stop: int) -> bool:
    """Whether what stands between a verb and its כי is no subject: «אמר השבוע כי», «בכנס»."""
    if first >= stop:
        return True
    word = words[first].fold
    return _only_a_date(words[first:stop], text) or (_opens_with_place(word) and listed(word[1:]))


def _only_a_date(words: Sequence[Token], text: str) -> bool:
    """Whether *words* tell a date and nothing else: «ב-6 באוגוסט», «בסוף 2024»."""
    if not words or len(words) > _DATE:
        return False
    told = {place for m in moments(words, text) for place in range(m.first, m.end)}
    rest = (words[place].fold for place in range(len(words)) if place not in told)
    return all(
        word in _OF_DATES
        or word.removeprefix("ו") in _OF_DATES
        or (word.isdigit() and len(word) == _YEAR)
        for word in rest
    )


#: Words before a verb that opens its clause with "in …", and words of a date, at most; digits of
#: a year; words of a date beside its numbers and names.
_OPENS_WITHIN, _DATE, _YEAR = 4, 6, 4
_OF_DATES = folded(
    "ב בשנת בסוף בתחילת באמצע בחודש בליל בבוקר בערב יום יומיים ימים שבוע שבועיים שבועות חודש "
    "חודשיים חודשים שנה שנתיים שנים שעה שעתיים שעות דקה דקות ערב לילה בוקר למחרת אתמול אמש היום "
    "הבוקר הערב השבוע החודש השנה קודם לכן לפני כן לאחר אחרי מכן מאוחר מוקדם יותר כעבור באותו אותו "
    "באותה עוד אף רק קצת מעט זמן כמה מספר"
)


def _behind_an_opening(words: Sequence[Token], text: str, start: int, at: int) -> int:
    """Where the clause begins behind what only opens it: «מנגד, אמרה», «עם זאת, הוא הבטיח»."""
    for place in range(start + 1, min(at, start + _OPENING) + 1):
        if "," in text[words[place - 1].end : words[place].start]:
            opening = " ".join(word.fold for word in words[start:place])
            return place if opening in _OPENINGS else start
    return start


#: Words that open a clause and say nothing, and how many they are at most.
_OPENINGS = frozenset(
    {
        "מנגד",
        "עמ זאת",
        "לעומת זאת",
        "בנוספ",
        "כמו כנ",
        "בתגובה",
        "מאוחר יותר",
        "לדבריו",
        "לדבריה",
        "נוספ על ככ",
    }
)
_OPENING = 3


def _behind_a_quotation(words: Sequence[Token], text: str, at: int, end: int) -> bool:
    """Whether the verb at *at* has its speaker behind it, and what was said before: «"…", אמר»."""
    gap = text[words[at - 1].end : words[at].start]
    if "," not in gap or not any(mark in gap for mark in '"”״'):
        return False
    follows = words[at + 1].fold if at + 1 < end else "על"
    return follows not in _OBJECTS and follows[:1] != "ל" and words[at].fold[:1] != "ו"


def _name_end(words: Sequence[Token], text: str, at: int, end: int) -> int:
    """Where the name behind the verb at *at* ends: at another verb of saying, or a mark and "and".

    An apposition belongs to it: «אמרה אחת המארגנות, המתכנתת נועה שקדי».
    """
    for place in range(at + 2, end):
        word = words[place].fold
        joined = word[:1] == "ו" and clause_mark(text[words[place - 1].end : words[place].start])
        if joined or word in _NAME_STOPS or act_of(word, "he") is not None:
            return place
    return end


_NAME_STOPS = folded("אך אבל אולם כי ביום אתמול היום אחרי לאחר על")


def _clause_end(words: Sequence[Token], text: str, at: int, end: int) -> int:
    """Where what is asked or promised by an infinitive ends: behind ", ו…", another clause."""
    if at + 1 >= end or words[at + 1].fold[:1] != "ל":
        return end
    for place in range(at + 2, end):
        gap = text[words[place - 1].end : words[place].start]
        if "," in gap and (words[place].fold[:1] == "ו" or words[place].fold in _BUT):
            infinitive = words[place].fold[1:2] == "ל"  # "and to …": promised too
            return end if infinitive else place
    return end


_BUT = folded("אך אבל אולם")


def _subject_behind(words: Sequence[Token], at: int, opener: int | None) -> bool:
    """Whether a joined verb has its own subject behind it: «והודיע השר כי», not «ומסר לשר כי»."""
    if opener is None or opener == at + 1:
        return False
    following = words[at + 1].fold
    if following in _IN_WORDS:
        return False
    return following not in _OBJECTS and following not in _HEBREW_STOPS and following[:1] != "ל"


def _closes(words: Sequence[Token], text: str, at: int, act: Act, start: int, end: int) -> bool:
    """Whether the verb behind a comma closes its sentence with its speaker: «…, אמר בכיר»."""
    if at - start <= 2 or act not in (Act.SAY, Act.THINK) or end - at - 1 > REACH + 2:
        return False
    behind = at + 1 + (at + 2 < end and words[at + 1].fold in _LATELY)
    if behind >= end or words[at].fold[:1] == "ו" or words[behind].fold in _OBJECTS:
        return False
    if "," not in text[words[at - 1].end : words[at].start]:
        return False
    return not any(clause_mark(text[words[p - 1].end : words[p].start]) for p in range(at + 1, end))


#: Adverbs between a verb and its object.
_LATELY = folded("לאחרונה אתמול אמש היום השבוע הבוקר כבר גם")
_IN_WORDS = folded("בהודעה בהודעתה בהודעתו בתגובה בתגובתה בתגובתו בשיחה בריאיון בראיון בהצהרה")
_OBJECTS = folded("את זאת על אל כי לא גם עם בין של")


_THUS = folded("כך")


def _opens_with_place(word: str) -> bool:
    """Whether a Hebrew sentence opens with "in …" and not with a name in ב (בר, בית)."""
    return word[:1] == "ב" and len(word) > _JOINED - 1 and not as_it_stands(word)


def _opens(word: str) -> bool:
    """Whether *word* opens a claim; it may be written onto the claim's first word."""
    return (word.startswith("שה") and len(word) > _JOINED) or word in OPENERS["he"]
