"""Who says what: the verbs of reporting of three languages, their speakers and what is said.

The rule: a verb of saying, denying, accusing, asking, warning or estimating, or a word like
according to, opens a *frame*: the words that name the speaker, and the words that are the speaker's
claim. In Arabic the speaker follows the verb up to the word that opens the claim (إن، أن، بأن، a
colon or quotation mark), or stands before a verb that is followed by that word at once. In
English and Hebrew the speaker stands before the verb, or after it at the end of a sentence and
after "according to". A frame ends with its sentence.

What it may get wrong: where no word opens the claim («أعلن X استقالة حكومته») the end of the name
is not known; ``opened`` is False then, and only the first words of ``speaker`` are sure. The escape
hatch is `speech_verbs`, `according` and the tables below.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.according import (
    ACCORDING_TO_HIM,
    according_to,
    by_word,
    in_the_opinion,
    of_a_pronoun,
)
from digests.language.arabic_frames import arabic
from digests.language.arabic_turns import attributes, calls_it, of_who_spoke
from digests.language.claim_ends import bounded, joined_to_it, within_quotations
from digests.language.conjugation import forms
from digests.language.counterclaims import accusation, denied_behind
from digests.language.declared import declares_a_deed
from digests.language.english_frames import behind_a_dateline, clause_start, english
from digests.language.english_turns import behind_a_question, outside_quotations
from digests.language.frame import (
    OPENERS,
    REACH,
    TRAILING,
    Frame,
    abbreviated,
)
from digests.language.headlines import headline
from digests.language.hebrew_frames import hebrew
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.participles import participle
from digests.language.speech_beside import act_here
from digests.language.speech_verbs import Act, act_of, is_according
from digests.language.unreported import not_reporting
from digests.language.verbs_or_nouns import is_noun
from digests.language.words import Token

__all__ = ["CALLS", "Frame", "frames"]


def frames(words: Sequence[Token], text: str, language: str) -> list[Frame]:
    """The frames of *words*, the tokens of *text*, in order."""
    found: list[Frame] = []
    for start, end in _sentences(words, text):
        found += _in_sentence(words, text, start, end, language)
    return found


def _sentences(words: Sequence[Token], text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for at in range(1, len(words)):
        gap = text[words[at - 1].end : words[at].start]
        if abbreviated(words[at - 1], gap, words[at], words[at - 2] if at > 1 else None):
            continue
        if any(mark in gap for mark in ".!?؟؛;\n") and gap.strip() not in ("", "-"):
            found.append((start, at))
            start = at
    found.append((start, len(words)))
    return [(a, b) for a, b in found if b > a]


def _in_sentence(
    words: Sequence[Token], text: str, start: int, end: int, language: str
) -> list[Frame]:
    found: list[Frame] = []
    if (title := headline(words, text, start, end, language)) is not None:
        found.append(title)
    for at in range(start if not found else found[0].claim.start, end):
        word = words[at].fold
        if _is_a_name(words, text, at):
            continue
        if found and found[-1].according and at in _name_of(found[-1], language):
            continue  # "according to a report of …", «حسبما أفادت الوزارة»
        frame: Frame | None
        if language == "ar" and (turn := attributes(words, text, at, start)):
            frame = according_to(words, text, at, start, end, language, turn)
            if of_who_spoke(words, at):
                said = range(at, at) if not found else found[-1].speaker
                claim = range(at + turn, end) if at == start else range(start, at)
                frame = Frame(at, Act.SAY, said, claim, according=True)
        elif (
            is_according(word, language)
            or in_the_opinion(words, at)
            or by_word(words, text, at, start)
        ):
            frame = according_to(words, text, at, start, end, language)
            if word.removeprefix("ו") in ACCORDING_TO_HIM:
                frame = of_a_pronoun(at, _said(found, words, at, start), start, end)
        elif (act := _act(words, at, language)) is not None:
            if not_reporting(words, at):
                continue
            if language == "ar" and found and found[-1].opened and at in found[-1].speaker:
                continue
            if language == "ar" and (deed := _another_deed(words, found, at, end)) is not None:
                found.append(deed)
                continue
            open_ = outside_quotations(found, words, text, at) if language == "en" else found
            if (joined := _of_the_same(words, open_, at, act, end, language)) is not None:
                found.append(joined)
                continue
            frame = _verb(words, text, at, act, found, (start, end), language)
        elif language == "ar":
            frame = _in_passing(words, text, at, found, (start, end))
        else:
            continue
        if frame is not None:
            found.append(frame)
    return within_quotations(bounded(found, words, text), words, text)


def _name_of(frame: Frame, language: str) -> range:
    """The words of a frame with "according to" that open no other frame."""
    first = frame.at + 1
    return range(first, frame.speaker.start if language == "ar" else frame.speaker.stop)


def _act(words: Sequence[Token], at: int, language: str) -> Act | None:
    """What the word at *at* does when it reports."""
    act = act_of(words[at].fold, language) or act_here(words, at)
    if act is Act.ASK and words[at].fold in CALLS and not _calls_for(words, at):
        act = Act.SAY  # "called the charge a lie"
    return participle(words, at) if act is None and language == "ar" else act


def _calls_for(words: Sequence[Token], at: int) -> bool:
    """Whether "call" at *at* asks for something: "called for", "called a strike"."""
    near = [word.fold for word in words[at + 1 : at + _CALLED]]
    before = words[at - 1].fold if at else ""
    called_by = near[:1] == ["by"] and before in _MEETINGS  # "a strike called by"
    if called_by or not _FOR.isdisjoint(near[:2]):
        return True
    return near[:1] == ["a"] and not _MEETINGS.isdisjoint(near)


CALLS, _FOR = forms("en", ["call"]), folded("for on upon")
#: What people may be called to, and words behind the verb in which it stands.
_MEETINGS, _CALLED = folded("strike walkout protest rally march boycott referendum meeting"), 6


def _verb(
    words: Sequence[Token],
    text: str,
    at: int,
    act: Act,
    found: list[Frame],
    sentence: tuple[int, int],
    language: str,
) -> Frame | None:
    first, end = sentence
    if language == "ar":
        return arabic(words, text, at, act, first, end)
    if language == "en":
        first = behind_a_dateline(words, text, first, at)
        first = behind_a_question(words, text, first, at, end)
    start = _within(found, at, first)
    if language == "en" and (quoted := _quotation(words, text, at, first)) is not None:
        start = min(start, quoted)
    said = _said(found, words, at, first)
    if language == "he":
        return hebrew(words, text, at, act, said, (start, end))
    start = clause_start(words, text, start, at, inside=start > first)
    return english(words, text, at, act, said, (start, end))


def _quotation(words: Sequence[Token], text: str, at: int, first: int) -> int | None:
    """Where the quotation opens that ends before the verb at *at*, or before its pronoun."""
    last = at if any(mark in text[words[at - 1].end : words[at].start] for mark in _CLOSING) else 0
    if not last:
        near = range(at - 1, max(first, at - 1 - REACH), -1)
        gaps = ((p, text[words[p - 1].end : words[p].start]) for p in near)
        last = next((p for p, gap in gaps if "," in gap and any(m in gap for m in _CLOSING)), 0)
    if not last:
        return None
    for place in range(last - 1, first - 1, -1):
        gap = text[words[place - 1].end if place else 0 : words[place].start]
        if any(mark in gap for mark in _OPENING):
            return place
    return None


_CLOSING, _OPENING = '"”', '"“'


def _in_passing(
    words: Sequence[Token], text: str, at: int, found: list[Frame], sentence: tuple[int, int]
) -> Frame | None:
    """The frame of an Arabic word at *at* that accuses by a noun, denies what stands before, or
    goes on with what was said by calling it something."""
    denial = denied_behind(words, text, at, found, sentence)
    called = calls_it(words, at, found, sentence[1])
    return denial or called or accusation(words, text, at, sentence[1])


def _is_a_name(words: Sequence[Token], text: str, at: int) -> bool:
    """Whether the word at *at* stands alone between quotation marks: the observatory «أفاد»."""
    before = text[words[at - 1].end if at else 0 : words[at].start]
    after = text[words[at].end : words[at + 1].start if at + 1 < len(words) else len(text)]
    return before.rstrip()[-1:] in ("«", "“") and after.lstrip()[:1] in ("»", "”")


def _of_the_same(
    words: Sequence[Token], found: list[Frame], at: int, act: Act, end: int, language: str
) -> Frame | None:
    """A further verb of the speaker of the frame before ("rejected … and said …"), if it is one."""
    before = words[at - 1].fold if at else ""
    if language == "en" and found and joined_to_it(words, at) and not is_noun(words, at):
        return Frame(at, act, found[-1].speaker, range(at + 1, end))
    if language == "ar" and found and found[-1].opened and at in found[-1].claim:
        opener = found[-1].claim.start
        first = opener + (words[opener].fold in OPENERS["ar"])
        follows = at > opener and before not in OPENERS["ar"] | _TURNS
        turned = any(word.fold in _BUT_IT for word in words[max(first, at - 2) : at])
        again = [p + 1 for p in range(first, at) if _opens_again(words[p].fold)]
        first = again[-1] if again else first  # «إن الشركة باعت …، وإنها لم تبلغها»
        if follows and words[at].fold[:1] in "يت" and not turned:
            named = range(first, at) if at - first <= REACH else range(at, at)
            return Frame(at, act, named, range(at + 1, end))
    return None


def _another_deed(
    words: Sequence[Token], found: Sequence[Frame], at: int, end: int
) -> Frame | None:
    """What the speaker before declares besides: «وقال الرئيس إن …، وأعلن حالة الطوارئ»."""
    joined = words[at].fold[0] == "و" and found and found[-1].opened
    marked = words[at].start - words[at - 1].end > 1  # a new clause, and no second verb of another
    if not joined or not marked or words[at].fold.endswith("وا") or at + 2 >= end:
        return None
    behind = declares_a_deed(words[at : at + 2 + (words[at + 1].fold == _STATE)], 0)
    return Frame(at, Act.SAY, found[-1].speaker, range(at + 1, end)) if behind else None


_STATE = fold("حالة")


def _opens_again(word: str) -> bool:
    """Whether *word* opens another claim of the same speaker: «وإنها»."""
    return word[:1] == "و" and word[1:] in OPENERS["ar"]


_BUT_IT = folded("لكنه لكنها لكنهم ولكنه ولكنها ولكنهم")


def _said(found: list[Frame], words: Sequence[Token], at: int, start: int) -> range:
    """Who spoke last in the sentence before *at*, or the words that begin it with its subject."""
    if found:
        return _new_subject(found[-1], words, at) or found[-1].speaker
    start = next((p + 1 for p in range(at - 1, start, -1) if words[p].fold in _BUT), start)
    for place in range(start + 1, min(at, start + 2 * REACH)):
        word = words[place]
        if (word.text.islower() and word.fold.endswith("ed")) or word.fold in _BEHIND_SUBJECTS:
            return range(start, place)
    return range(start, min(at, start + TRAILING))


def _new_subject(before: Frame, words: Sequence[Token], at: int) -> range | None:
    """The subject of a Hebrew clause behind a comma and ו between two verbs of saying.

    «קטאר האשימה את ישראל, וראש הממשלה דחה את הטענה ואמר»: the prime minister said.
    """
    for place in range(at - 2, before.at + 1, -1):
        word = words[place].fold
        marked = words[place].start - words[place - 1].end > 1
        if not marked or word[:1] != "ו" or act_of(word, "he") is not None:
            continue
        stop = next((p for p in range(place + 1, at) if words[p].fold in _BEHIND_SUBJECTS), at)
        return range(place, min(stop, place + TRAILING))
    return None


_TURNS = folded("فيما بينما حين لكن ولكن كما التي الذي الذين")
_BUT = folded("but while whereas אך אבל ואילו בעוד")
_BEHIND_SUBJECTS = folded(
    "won took left went made gave held sought told met began lost paid brought sent led found got "
    "was were is are has have had will would did does את על אל"
)


def _within(found: list[Frame], at: int, start: int) -> int:
    """Where the clause of the verb at *at* begins: in the claim of the frame before, if it is
    there."""
    if found and not found[-1].according and at in found[-1].claim:
        return found[-1].claim.start
    return start
