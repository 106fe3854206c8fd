"""Who is told to do what an Arabic speaker says of itself: «قالت نورال إنها ستغلق المصنع».

The rule: of a verb that stands right behind «إنها» or «إنه» in the evidence, nobody is the subject
in the sentence («إن الحكومة ستغلق») of whom the evidence tells behind that pronoun only.

What it may get wrong: a pronoun that stands for what follows it, which Arabic does not write. The
escape hatch is to keep the pronoun.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_ITSELF = folded("إنها أنها بأنها إنه أنه بأنه إنهم أنهم بأنهم")
_THAT = folded("إن أن بأن وإن وأن وبأن")


def another_for_the_pronoun(
    sentence: Passage, source: Source, aligned: Alignment
) -> tuple[int, int] | None:
    """Who stands before a verb of *sentence* for the pronoun of the evidence, and the verb."""
    evidence = source.passage
    if evidence.language != "ar":
        return None
    for verb in range(2, len(sentence.words)):
        who, there = verb - 1, aligned.every.get(verb, ())
        if sentence.words[who - 1].fold not in _THAT or mark_before(sentence, verb):
            continue
        pronouns = [j - 1 for j in there if j and evidence.words[j - 1].fold in _ITSELF]
        support = aligned.every.get(who, ())
        if len(there) == 1 and pronouns and support and min(support) > there[0]:
            return who, verb
    return None
