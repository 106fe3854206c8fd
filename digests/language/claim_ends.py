"""Where a claim ends: before the next statement of its sentence.

The rule: a claim ends where the next frame begins with "and", stands behind a mark or a word for
"while", or has its own subject behind one. One that no word opened («أعلن الحداد») also ends where
a past verb with its subject is joined to it behind a comma, «، وقبلت الرباط مساعدات», and within
another's claim where «וכי» goes on with that.

What it may get wrong: a claim that goes on behind another's words. The escape hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digests.language.arabic_turns import CALLING_IT
from digests.language.frame import OPENERS, Frame, clause_mark
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quotation import QUOTED
from digests.language.words import Token


def bounded(found: list[Frame], words: Sequence[Token], text: str) -> list[Frame]:
    """Each claim ends where the next frame of the sentence begins with و or stands after it."""
    ended = []
    for number, frame in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        if following and words[following.at].fold in CALLING_IT:
            following = None  # «قال إن …، ووصفها بأنها …»: he goes on about the same
        end = frame.claim.stop
        if following and (other := _meanwhile(words, following.at)) is not None:
            end = min(end, max(frame.claim.start, other))
        elif following and not following.according and _anew(words, text, following.at):
            end = min(end, max(frame.claim.start, following.at))
        elif following and (joined := _joined_at(following, frame, words)) is not None:
            end = min(end, max(frame.claim.start, joined))
        if number and not frame.opened and frame.at in found[number - 1].claim:
            end = _told_on(words, frame.claim.start, end)
        if not frame.opened and not frame.according:
            end = _turned(words, text, frame.claim.start, end)
        claim = frame.claim if frame.according else range(frame.claim.start, end)
        speaker = frame.speaker
        if frame.at < claim.stop <= speaker.stop:
            speaker = range(speaker.start, max(speaker.start, claim.stop))
        if following and following.according and following.at in speaker:
            speaker = range(speaker.start, following.at)
        ended.append(replace(frame, claim=claim, speaker=speaker))
    return ended


def within_quotations(found: list[Frame], words: Sequence[Token], text: str) -> list[Frame]:
    """What is said in a quotation ends with it: “I concede,” the president said."""
    ranges = [match.span() for match in QUOTED.finditer(text)]
    kept = []
    for frame in found:
        verb = words[frame.at]
        around = next((r for r in ranges if r[0] < verb.start and verb.end <= r[1]), None)
        if around is None:
            kept.append(frame)
            continue
        inside = [
            p for p in frame.claim if words[p].end <= around[1] and words[p].start > around[0]
        ]
        if inside:
            kept.append(replace(frame, claim=range(inside[0], inside[-1] + 1)))
    return kept


def _told_on(words: Sequence[Token], start: int, end: int) -> int:
    """Where "and that" goes on with what another said, behind what no word opened."""
    return next((p for p in range(start, end) if words[p].fold == _AND_THAT), end)


_AND_THAT = fold("וכי")


def _turned(words: Sequence[Token], text: str, start: int, end: int) -> int:
    """Where another clause begins behind a mark in what no word opened: «، بينما», «، وقبلت»."""
    within = False
    for place in range(start + 1, end):
        within = within or words[place - 1].fold in OPENERS["ar"]
        if not within and _a_past_verb(words, place):
            return place
        meanwhile = words[place].fold in WHILE or (
            words[place].fold == "في" and place + 1 < end and words[place + 1].fold == "حين"
        )
        if meanwhile and clause_mark(text[words[place - 1].end : words[place].start]):
            return place
    return end


def _a_past_verb(words: Sequence[Token], at: int) -> bool:
    """Whether a verb with its subject behind it is joined at *at* behind a comma: «، وقبلت الرباط».

    A noun that is said goes on with nouns; a verb of the writer's own begins another statement.
    """
    word = words[at].fold
    if word[0] != "و" or word[-1] != "ت" or len(word) < _PAST or at + 1 == len(words):
        return False
    marked = words[at].start - words[at - 1].end > 1
    return marked and words[at + 1].fold.startswith("ال") and as_it_stands(word[1:-1])


#: Letters of «و» and a verb in «ت», at least.
_PAST = 5


def _meanwhile(words: Sequence[Token], at: int) -> int | None:
    """Where a word for "while" stands right before the verb at *at*: «فيما قال فلان»."""
    place = at - 1
    if place > 0 and words[place].fold in ("حين", "المقابل") and words[place - 1].fold == "في":
        return place - 1
    return place if place >= 0 and words[place].fold.removeprefix("و") in WHILE else None


WHILE = folded("فيما بينما لكن")


def _joined_at(following: Frame, frame: Frame, words: Sequence[Token]) -> int | None:
    """Where "and" stands before the subject of *following*, in the claim of *frame*."""
    first = following.speaker.start
    if first not in frame.claim:
        return None
    if words[first].fold[:1] == "ו" and words[first].start - words[first - 1].end > 1:
        return first
    return first - 1 if words[first - 1].fold in ("and", "but", "while") else None


def _anew(words: Sequence[Token], text: str, at: int) -> bool:
    """Whether the verb at *at* begins a statement of its own, and is no part of the one before."""
    word = words[at].fold
    gap = text[words[at - 1].end : words[at].start] if at else ""
    return (
        word[:1] in ("و", "ف", "ו")
        or (at > 0 and words[at - 1].fold in ("and", "but"))
        or (at > 1 and words[at - 1].fold in _AUXILIARIES and joined_to_it(words, at))
        or any(mark in gap for mark in ",،;؛")
    )


def joined_to_it(words: Sequence[Token], at: int) -> bool:
    """Whether "and" joins the verb at *at* to the one before: "and has described"."""
    place = at - 1
    while place > 0 and words[place].fold in _AUXILIARIES:
        place -= 1
    return place >= 0 and words[place].fold in _ALSO


_AUXILIARIES = folded("has have had also then later")


_ALSO = folded("and but nor or")
