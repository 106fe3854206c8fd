"""A name says nothing but whom it names: Kerem Shipping, which is there as «شيبينغ», sends nothing.

The rule: a word that rests by its meaning on one word of the evidence alone is refused where that
word is the name that another word of the sentence writes: one that shares no meaning with it and is
spelt as the name.

What it may get wrong: a company that is told by its name and by what the name means («شركة نت
للشبكات») rests both on one word. The escape hatch is a line of the lexicon for the name.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.model import Lang
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.class_nouns import class_noun
from digests.summaries.verify.padded import of_a_model
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.spelling import nameish


def lent(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A word of *sentence* to which a name of the evidence lends its meaning."""
    evidence = source.passage
    if evidence.language == sentence.language:
        return None
    names = _names(sentence, evidence, aligned)
    for place in sorted(sentence.telling):
        found = aligned.every.get(place, ())
        if len(found) != 1 or found[0] not in names or place in aligned.near:
            continue
        forms = set(without_particles(sentence.words[place].fold))
        if class_noun(sentence, place, forms, source, aligned):
            continue  # «شركة نورث غروب», North Group
        if of_a_model(sentence, place, forms, evidence, aligned):
            continue  # «طائرة بوينغ 737», an Alaska Airlines Boeing 737
        if sentence.meanings[place] & evidence.meanings[found[0]]:
            shown = sentence.words[place].text
            return Refusal(Code.UNSUPPORTED, f"the evidence does not say «{shown}»")
    return None


def _names(sentence: Passage, evidence: Passage, aligned: Alignment) -> set[int]:
    """The places of the evidence with a name that a word of *sentence* spells.

    Hebrew has no capitals: there two names stand side by side («دير نور»).
    """
    spelt = {
        p: aligned.of(p)[0]
        for p in sentence.telling
        if len(aligned.of(p)) == 1 and p not in aligned.near
        if nameish(evidence, aligned.of(p)[0])
        if not sentence.meanings[p] & evidence.meanings[aligned.of(p)[0]]
    }
    return {
        j
        for p, j in spelt.items()
        if evidence.language == Lang.EN or j + 1 == spelt.get(p + 1) or j - 1 == spelt.get(p - 1)
    }
