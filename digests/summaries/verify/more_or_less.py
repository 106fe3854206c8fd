"""More and less of a comparison: what is tied to one thing more than to another is not so less.

The rule: «أقل من» that bounds no number, between two words that stand so on both sides of "more
than" in the evidence, is refused where the evidence has no "less"; and «أكثر من» the other way.
With the two in the other order it says the same. «أقل من مرة» needs a "less" of the evidence.

What it may get wrong: a comparison whose second side is told with other words. The escape hatch is
to compare in the order of the source.
"""

from __future__ import annotations

from digests.language.hedge_words import BOUNDS
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.opposites import sides
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.bounds import bounded_number
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_MORE = folded("أكثر more יותר")
_LESS = folded("أقل less fewer פחות")
_ONCE = folded("مرة")


def more_or_less(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """«أقل من» of a comparison where the evidence has "more than" between the same words."""
    evidence = source.passage
    theirs = _compared(evidence)
    for place, which in _compared(sentence):
        if _sides_exchanged(sentence, place, which, evidence, aligned):
            return _contrary(sentence, place)
        if any(other == which for _, other in theirs) or _told(evidence, which):
            continue
        if sentence.words[min(place + 2, len(sentence.words) - 1)].fold in _ONCE:
            if which == "less":
                return _contrary(sentence, place)
            continue  # «أكثر من مرة», again and again
        sides_of = _sides_of(sentence, place, aligned)
        if sides_of is None:
            continue
        before, after = sides_of
        if _fell(evidence) and not _fell(sentence):
            continue  # what dropped more than expected is less than expected
        for at, _ in theirs:
            than = _than(evidence, at)
            if max(aligned.of(before), default=than) < than < min(aligned.of(after), default=than):
                return _contrary(sentence, place)
    return None


def _sides_of(sentence: Passage, place: int, aligned: Alignment) -> tuple[int, int] | None:
    """The nearest words on both sides of the comparison at *place* that rest on the evidence."""
    before = next((p for p in range(place - 1, -1, -1) if p in aligned.support), None)
    behind = range(place + 1, len(sentence.words))
    after = next((p for p in behind if p in aligned.support and p in sentence.telling), None)
    return None if before is None or after is None else (before, after)


def _sides_exchanged(
    sentence: Passage, place: int, which: str, evidence: Passage, aligned: Alignment
) -> bool:
    """Whether the two sides of a comparison have changed places: «مجلات أكثر من الكتب»."""
    found, theirs = _sides_of(sentence, place, aligned), _compared(evidence)
    if found is None or len(theirs) != 1 or theirs[0][1] != which:
        return False
    at, (before, after) = theirs[0][0], found
    than = _than(evidence, at)
    places, here = aligned.every.get(after, ()), aligned.every.get(before, ())
    turned = bool(here) and bool(places) and min(here) > than > max(places)
    return turned and max(places) >= at - _NEAR


#: Words from what is compared to its "more", at most.
_NEAR = 3


def _than(text: Passage, at: int) -> int:
    """Where the second side of the comparison at *at* begins: at "than", מאשר or there."""
    near = range(at, min(len(text.words), at + 1 + _TO_THAN))
    return next((p for p in near if text.words[p].fold in _THAN), at)


#: Words from "more" to "than", at most.
_THAN, _TO_THAN = folded("than מאשר"), 4


def _fell(text: Passage) -> bool:
    """Whether *text* tells of a fall."""
    fall = sides(_FALL, "ar")
    return any(not fall.isdisjoint(sides(word.fold, text.language)) for word in text.words)


_FALL = fold("انخفض")


def _contrary(sentence: Passage, place: int) -> Refusal:
    shown = sentence.words[place].text
    return Refusal(Code.STRENGTH, f"«{shown}»: the evidence has the contrary")


def _compared(text: Passage) -> list[tuple[int, str]]:
    """Where *text* compares with "more than" or "less than", and bounds no number."""
    found = []
    for hedge in text.hedges:
        if hedge.hedge in BOUNDS and bounded_number(text, hedge) is None:
            forms = without_particles(text.words[hedge.at].fold)
            for which, words in (("more", _MORE), ("less", _LESS)):
                if not words.isdisjoint(forms):
                    found.append((hedge.at, which))
    return found or _around(text)


def _around(text: Passage) -> list[tuple[int, str]]:
    """Comparisons with a noun in their midst: "more books than magazines"."""
    found = []
    for at, word in enumerate(text.words):
        than, before = _than(text, at), text.words[at - 1].fold if at else ""
        between = range(at, than + 1)
        counted = any(q.first in between for q in text.quantities)
        if than == at or counted or before in _NOT:
            continue
        for which, words in (("more", _MORE), ("less", _LESS)):
            if word.fold in words:
                found.append((at, which))
    return found


#: "No more books than magazines" are not more.
_NOT = folded("no not any לא אין")


def _told(text: Passage, which: str) -> bool:
    """Whether *text* has a word for "more", or for "less", anywhere."""
    words = _MORE if which == "more" else _LESS
    return any(not words.isdisjoint(without_particles(word.fold)) for word in text.words)
