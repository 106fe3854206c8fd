"""What is said according to somebody: «بحسب الوزارة», "according to", לדברי, «في رأي».

The rule: behind such a word stands who speaks, up to a mark, a relative or what opens a claim. He
says what stands behind, or what stands before where that is more or he ends the sentence; «بلغت 5
بحسب اللجنة، أي أقل …» is one statement around him. A law, plan or contract says nothing.

What it may get wrong: where the name ends before no mark. The escape hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.arabic_subjects import ends_name
from digests.language.claim_ends import WHILE
from digests.language.counterclaims import WHAT_HE_SAID
from digests.language.english_frames import apposition_end
from digests.language.frame import (
    OPENERS,
    REACH,
    RELATIVES,
    Frame,
    clause_mark,
)
from digests.language.lists import folded
from digests.language.speech_verbs import Act, act_of, is_according
from digests.language.words import Token

_NOT_SPEAKERS = folded(
    "חשד חוק הסכם תוכנית צו דין תקנון חוזה מסלול לוח החלטה נהלים נוהל תקנות "
    "כללים תנאים القانون الخطة الاتفاق العقد الجدول قانون خطة "
    "اتفاق عقد جدول شروط law plan agreement contract schedule rules deal terms constitution"
)


def in_the_opinion(words: Sequence[Token], at: int) -> bool:
    """Whether «في رأي» ends at *at*, behind which stands whose opinion it is."""
    return words[at].text.endswith("رأي") and at > 0 and words[at - 1].fold in ("في", "وفي")


def by_word(words: Sequence[Token], text: str, at: int, start: int) -> bool:
    """Whether the Hebrew «על פי» ends at *at*, behind which stands who says it.

    It opens its sentence or stands behind a comma; elsewhere it tells by what something is done.
    """
    if words[at].fold != "פי" or at <= start or words[at - 1].fold not in ("על", "ועל"):
        return False
    return at - 1 == start or "," in text[words[at - 2].end : words[at - 1].start]


ACCORDING_TO_HIM = folded("לדבריו לדבריה לדבריהם לדבריהן")


def of_a_pronoun(at: int, said: range, start: int, end: int) -> Frame:
    """The frame of "according to him", whose words follow unless it ends the sentence."""
    claim = range(at + 1, end) if at + 1 < end else range(start, at)
    return Frame(at, Act.SAY, said, claim, according=True)


_WHICH = RELATIVES | folded("وهو وهي وهم which who whose")
#: Words behind "and according to" that surely belong to the name.
_SURE = 1


def _opens_anew(words: Sequence[Token], text: str, at: int, language: str) -> bool:
    """Whether "and according to" at *at* opens a clause behind a mark."""
    gap = text[words[at - 1].end : words[at].start]
    word = words[at].fold
    joined = word[:1] in ("و", "ו") and is_according(word[1:], language) and clause_mark(gap)
    return joined or words[at - 1].fold in ("and", "but")


def _in_between(words: Sequence[Token], text: str, stop: int, end: int) -> bool:
    """Whether "according to" up to *stop* parts one statement: «بلغت 5 بحسب اللجنة، أي أقل …»."""
    if stop >= end:
        return False
    anew = words[stop].fold[:1] in ("و", "ف") or words[stop].fold in WHILE
    return clause_mark(text[words[stop - 1].end : words[stop].start]) and not anew


def _ends_with_who(
    words: Sequence[Token], text: str, named: tuple[int, int], start: int, end: int
) -> bool:
    """Whether ", according to" and a name with its apposition end the sentence."""
    at, stop = named
    marked = at > start + 1 and "," in text[words[at - 1].end : words[at].start]
    return marked and stop < end and apposition_end(words, text, stop, end) == end


#: Words between «وفق» and who speaks, those that open what he said, and its pronouns.
_BEFORE_WHO, _WHAT = folded("to ل عن ما لما إلى"), folded("ما لما حسبما بحسبما وفقما")
_OF_IT = folded("به عنه عليه إليه في")


def _whose_words(words: Sequence[Token], at: int, end: int) -> bool:
    """Whether at *at* is told who gave out the paper: «وفق النتائج | التي أعلنتها المفوضية»."""
    if at + 2 >= end or words[at].fold not in RELATIVES or ends_name(words[at + 2]):
        return False
    verb = words[at + 1].fold
    return any(verb.endswith(it) and act_of(verb.removesuffix(it), "ar") is Act.SAY for it in _IT)


_IT = ("ه", "ها")


def _ends_there(words: Sequence[Token], text: str, at: int) -> bool:
    return ends_name(words[at]) or clause_mark(text[words[at - 1].end : words[at].start])


def according_to(
    words: Sequence[Token],
    text: str,
    at: int,
    start: int,
    end: int,
    language: str,
    turn: int = 1,
) -> Frame | None:
    first = at + turn
    while first < end and words[first].fold in _BEFORE_WHO:
        first += 1
    said = first < end and words[first - 1].fold in _WHAT
    if said and (act_of(words[first].fold, language) or words[first].fold in WHAT_HE_SAID):
        first += 1
        while first < end and words[first].fold in _OF_IT:
            first += 1  # «حسبما أفادت به الوزارة»
        if first == end or clause_mark(text[words[first - 1].end : words[first].start]):
            return Frame(at, Act.SAY, range(at, at), range(start, end), according=True)
    stop = first
    while stop < end and stop - first < REACH:
        if stop > first and clause_mark(text[words[stop - 1].end : words[stop].start]):
            break
        if words[stop].fold in OPENERS.get(language, ()) or words[stop].fold in RELATIVES:
            break
        stop += 1
    if language == "ar" and _whose_words(words, stop, end):
        first, stop = stop + 2, min(end, stop + 2 + REACH)
        stop = next((p for p in range(first + 1, stop) if _ends_there(words, text, p)), stop)
    opens = stop < end and words[stop].fold in OPENERS.get(language, ()) and at > start
    before = at - start > end - stop or (at > start and stop < end and words[stop].fold in _WHICH)
    if language == "en" and _ends_with_who(words, text, (at, stop), start, end):
        return Frame(at, Act.SAY, range(first, end), range(start, at), according=True)
    claim = range(start, at) if before and not opens else range(stop, end)
    if language == "ar" and at > start + 1 and not opens and _in_between(words, text, stop, end):
        claim = range(start, end)
    if at > start and _opens_anew(words, text, at, language):
        if stop == end:  # where the name ends is not known
            stop = min(first + _SURE, end)
        return Frame(at, Act.SAY, range(first, stop), range(stop, end), according=True)
    if at > start + 1 and any(is_according(w.fold, language) for w in words[stop:end]):
        claim = range(start, at)  # «33 بحسب فلان، و26 بحسب فلان»: each has what stands before it
    noun = first + 1 if first + 1 < end and words[first].fold in ("the", "a", "its") else first
    if noun < end and {words[noun].fold, words[noun].fold.removeprefix("ה")} & _NOT_SPEAKERS:
        return None
    return Frame(at, Act.SAY, range(first, stop), claim, according=True)
