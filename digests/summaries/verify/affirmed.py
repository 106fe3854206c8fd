"""Adjectives that deny with «غير» told without it: «قانوني» for "illegal".

The rule: of an English word with its no in front, the Arabic adjective stands behind a word that
denies it.

What it may get wrong: an adjective that is not listed. The escape hatch is the table.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Adjectives that deny with «غير» what they say without it.
_POSITIVE = folded(
    "قانوني قانونية شرعي شرعية مشروع مشروعة دستوري دستورية عادل عادلة آمن آمنة ممكن ممكنا مقبول "
    "مقبولة ضروري ضرورية كاف كافية واضح واضحة مستقر مستقرة منطقي منطقية متوقع متوقعة معقول معقولة "
    "مبرر مبررة رسمي رسمية مؤكد مؤكدة"
)
_PREFIXES = ("il", "un", "in", "im", "ir")
_DENYING = folded("غير لا ليس ليست لم لن عدم بلا دون مخالف مخالفة خارج")
#: Words before an adjective among which stands its denial.
_BEFORE = 3


def affirmed(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """An adjective that denies with «غير», told without it: «قانوني» for "illegal"."""
    evidence = source.passage
    if evidence.language != "en":
        return None
    for place in sentence.content:
        support = aligned.every.get(place, ())
        if not support or not _POSITIVE.intersection(without_particles(sentence.words[place].fold)):
            continue
        before = sentence.words[max(0, place - _BEFORE) : place]
        if any(not _DENYING.isdisjoint(without_particles(w.fold)) for w in before):
            continue
        theirs = [evidence.words[j].fold for j in support]
        if all(word.startswith(_PREFIXES) and len(word) > 5 for word in theirs):
            shown = sentence.words[place].text
            return Refusal(Code.NEGATION, f"«{shown}»: the evidence denies it")
    return None
