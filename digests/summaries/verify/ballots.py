"""Votes by their word: «صوّت 40 في المئة بنعم و60 بلا», "40 percent voted Yes and 60 No".

The rule: «نعم» or «لا» of a vote, by itself or with «بـ», behind a number needs no support where
the evidence has that number with the same word close behind it. «بلا» there denies nothing.

What it may get wrong: a number that the evidence has with both words passes with either. The
escape hatch is the number of words.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.passage import Passage

_WORDS = {
    **dict.fromkeys(folded("نعم بنعم yes בעד"), "yes"),
    **dict.fromkeys(folded("لا بلا no נגד"), "no"),
}
#: Words from a number to its vote: percent of voters voted.
_NEAR = 5


def votes(sentence: Passage, place: int, evidence: Passage) -> bool:
    """Whether the word at *place* is a vote that the evidence has with the same number."""
    ours = _WORDS.get(sentence.words[place].fold)
    number = next((q for q in reversed(sentence.numbers) if q.end <= place), None)
    if ours is None or number is None or place - number.end > _NEAR:
        return False
    same = [q for q in evidence.numbers if q.value == number.value]
    return bool(same) and all(_vote(evidence, q.end) == ours for q in same)


def _vote(text: Passage, behind: int) -> str | None:
    """The first vote right *behind* a number, before the next one."""
    for place in range(behind, min(len(text.words), behind + _NEAR)):
        if place in text.counted:
            return None
        if found := _WORDS.get(text.words[place].fold):
            return found
    return None
