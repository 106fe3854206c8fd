"""Names that look like an Arabic no or a number: «لا ليبرتاد», La Libertad; «ستون», Stone.

The rule: a word of denying, or a number in one word, is a name where it spells one with a capital
in the English evidence and the word beside it spells the one beside that, and not both of them are
words of the lexicon. It then denies and counts nothing, and rests on that name like any other.

What it may get wrong: a no right before a name, where the evidence has a name of that sound before
the same one. The escape hatch is to write the name between quotation marks.
"""

from __future__ import annotations

from dataclasses import replace

from digests.language.lexicon import listed
from digests.language.transliteration import same_name
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.spelling import together


def undisguised(sentence: Passage, evidence: Passage) -> Passage:
    """*sentence* with such names of *evidence* known for what they are."""
    if evidence.language != "en":
        return sentence
    seeming = {n.at for n in sentence.negations}
    seeming |= {q.first for q in sentence.quantities if q.end == q.first + 1}
    named = frozenset(p for p in seeming if _spelt(sentence, p, evidence))
    return replace(sentence, disguised=named) if named else sentence


def _spelt(sentence: Passage, place: int, evidence: Passage) -> bool:
    """Whether the word at *place* and one beside it spell two capitals side by side."""
    return any(
        _name(sentence, place, evidence, there)
        and any(
            0 <= place + step < len(sentence.words)
            and 0 <= there + step < len(evidence.words)
            and together(sentence, place, place + step)
            and together(evidence, there, there + step)
            and not _words(sentence.words[place + step].fold, evidence.words[there + step].fold)
            and _name(sentence, place + step, evidence, there + step)
            for step in (-1, 1)
        )
        for there in range(len(evidence.words))
    )


def _words(ours: str, theirs: str) -> bool:
    """Whether two words are both of the lexicon."""
    return listed(ours) and listed(theirs)


def _name(sentence: Passage, place: int, evidence: Passage, there: int) -> bool:
    other = evidence.words[there]
    return other.text[:1].isupper() and same_name(sentence.words[place].fold, other.fold)
