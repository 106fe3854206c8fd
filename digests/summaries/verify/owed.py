"""What somebody should do, told as what he will do: «سيرحل» for "should leave".

The rule: an Arabic future rests on a verb that stands behind "should" or "ought to" in the English
evidence, and the sentence has no word by which something is owed («على», «يجب», «ينبغي»). It is
then refused, as what has been said to be right has not been said to come.

What it may get wrong: a "should" that only expects ("should arrive on Monday"). The escape hatch is
to cite a sentence that says that it will.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.ahead import FUTURE, future
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Words from "should" to its verb, with it, at most.
_VERB = 3
_SHOULD, _OUGHT = frozenset({"should"}), ["ought", "to"]
_OWES = folded(
    "على يجب ينبغي يتعين يلزم بد ضرورة الضروري ضروري واجب المفترض يفترض يستحق لازم داعيا دعا دعت "
    "طالب طالبت عليه عليها عليهم علينا سيتعين سيجب المنتظر المتوقع"
)


def owed(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A verb of *sentence* that tells as coming what the evidence says should be."""
    evidence = source.passage
    verbs = _should(evidence) & source.inside
    if not verbs or any(word.fold in _OWES for word in sentence.words):
        return None
    for place in sentence.content:
        before = sentence.words[place - 1].fold if place else ""
        coming = before in FUTURE["ar"] or future(sentence, place)
        support = set(aligned.of(place))
        if coming and support and support <= verbs:
            shown = sentence.words[place].text
            return Refusal(
                Code.STRENGTH, f"«{shown}»: the evidence says that it should, not that it will"
            )
    return None


def _should(evidence: Passage) -> set[int]:
    """The words behind each "should" and "ought to"."""
    found: set[int] = set()
    words = [word.fold for word in evidence.words]
    for at, word in enumerate(words):
        if word in _SHOULD or words[at : at + 2] == _OUGHT:
            found |= set(range(at + 1, min(len(words), at + 1 + _VERB)))
    return found
