"""The parts of a text between its commas and its words for "and", and what they tell.

The rule: a part ends at a comma, a bracket, a full stop, and before a word that joins a clause
(and, while, after, «بينما», ואילו, an attached «و» or ו). What a part tells are its words that say
something, without the numbers, dates and currencies, the speaker whose words it gives, and the
words that carry any number («بلغ», «نسبة»).

What it may get wrong: an «و» or ו that belongs to a word the lexicon lacks parts a text as well,
which only makes parts smaller. The escape hatch is the lexicon.
"""

from __future__ import annotations

from itertools import pairwise

from digests.language.currencies import currency
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.stems import stop_words
from digests.summaries.verify.gaps import says
from digests.summaries.verify.passage import Passage

_ANDS = {
    "en": frozenset("and while but whereas after before when because although".split()),
    "ar": folded("فيما بينما لكن ولكن ثم أما وأما بعد قبل بعدما قبلما عندما حين إثر عقب جراء"),
    "he": folded("ואילו בעוד אבל אך אחרי לאחר לפני כאשר בעקבות"),
}
#: Words behind which a number tells when, and an action opens a part.
AFTER = folded("after before بعد قبل عقب إثر אחרי לאחר לפני")
_MARKS = ",،.؛;:()!?؟–—"
#: Words that carry a number and are told of any.
CARRIERS = folded(
    "بلغ بلغت يبلغ تبلغ قدره قدرها قيمة قيمته قيمتها بقيمة مقدار نسبة بنسبة عدد عددهم إجمالي وصل "
    "وصلت آخر آخرون آخرين أخرى أوقع أوقعت أسفر أسفرت خلف خلفت"
)
_AGAINST = "against"
#: Letters of a Hebrew word that is seldom "and" with another, unless that one is a preposition.
_SHORT = 3


def parts(text: Passage) -> list[tuple[int, int]]:
    """The parts of *text* between its commas and its words for "and"."""
    starts = [0]
    inside = {p for q in text.quantities for p in range(q.first + 1, q.end)}
    inside |= {p for m in text.moments for p in range(m.first + 1, m.end)}
    for place in range(1, len(text.words)):
        gap = text.gap(place)
        mark = any(c in gap for c in _MARKS) or " - " in gap
        if place not in inside and (mark or _and(text, place)):
            starts.append(place)
    return [*pairwise(starts), (starts[-1], len(text.words))]


def _and(text: Passage, place: int) -> bool:
    word = text.words[place].fold
    if word in _ANDS.get(text.language, ()):
        number = any(q.first == place + 1 for q in text.quantities)
        return word not in AFTER or not number  # «بعد يومين»
    if word[:1] not in ("و", "ו"):
        return False
    whole = as_it_stands(word) and not as_it_stands(word[1:])
    if text.keys[place] or whole:
        return False
    return text.language == "ar" or len(word) != _SHORT or word[1:] in stop_words("he")


def tells(text: Passage, place: int) -> bool:
    if place in text.counted or place in text.dated or currency(text.words[place].fold):
        return False
    if any(f.opened and (place == f.at or place in f.speaker) for f in text.frames):
        return False
    if text.language == "ar":
        return place in text.telling and text.words[place].fold not in CARRIERS
    if any(form in stop_words("he") for form in without_particles(text.words[place].fold)[:2]):
        return False
    return says(text, place) or text.words[place].fold == _AGAINST
