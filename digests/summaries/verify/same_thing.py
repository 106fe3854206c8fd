"""«القانون نفسه» told of a similar law: what is like a thing, or another one, is not that thing.

The rule: a noun with «نفسه» or «ذاته» behind it rests on a noun of the evidence that has no
"similar", "another" or "different" right before it.

What it may get wrong: such a word further from its noun. The escape hatch is the table.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_ITSELF = folded("نفسه نفسها نفسهم ذاته ذاتها ذاتهم")
_OTHER = frozenset("similar another different comparable".split())


def same_thing(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A noun of *sentence* that is said to be the same, and is only like it in the evidence."""
    evidence = source.passage
    for place in range(1, len(sentence.words)):
        found = aligned.of(place - 1)
        if sentence.words[place].fold not in _ITSELF or not found:
            continue
        if all(j and evidence.words[j - 1].fold in _OTHER for j in found):
            shown = sentence.words[place - 1].text
            return Refusal(Code.UNSUPPORTED, f"«{shown}» is not the same in the evidence")
    return None
