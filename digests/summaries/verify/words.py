"""Words: each word of the sentence that says something is said by the evidence.

The rule: a content word without support refuses the sentence, unless it adds nothing to one that
has it (`excused`) or tells who speaks as the article does just before (`context`). In one language
a speaker's name is no other word of its root.

What it may get wrong: a rare word in free paraphrase. The escape hatch is the lexicon.
"""

from __future__ import annotations

from digests.language.derivation import verbs
from digests.language.kin import kin
from digests.summaries.verify.actors import actor, title
from digests.summaries.verify.alignment import Alignment, alike
from digests.summaries.verify.context import speaker_around
from digests.summaries.verify.excused import excused
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.spelling import spelt_otherwise, written_together
from digests.summaries.verify.turned import opposed


def words(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A word of *sentence* that its evidence does not say."""
    missing = [p for p in aligned.unsupported if not excused(sentence, p, source, aligned)]
    if missing and (outside := speaker_around(sentence, source)):
        missing = [p for p in missing if p not in outside]
    if not missing:
        missing = _other_names(sentence, source, aligned)
    if not missing:
        return None
    turned = next((p for p in missing if opposed(sentence, p, source.passage)), None)
    if turned is not None:
        shown = sentence.words[turned].text
        return Refusal(Code.NEGATION, f"«{shown}»: the evidence says the opposite")
    shown = "، ".join(f"«{sentence.words[p].text}»" for p in missing[:3])
    return Refusal(Code.UNSUPPORTED, f"the evidence does not say {shown}")


def _one_name(word: str, other: str) -> bool:
    """Whether two words of a speaker are one, or one name in two spellings, or one verb's."""
    if word[:1].isascii() or alike(word, other) or spelt_otherwise(word, other):
        return True
    return not verbs(word).isdisjoint(verbs(other))


def _synonyms(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the word at *place* stands by no name, and the evidence has a synonym of it.

    Of two roots: «البيوت», المنازل.
    """
    beside = [p for p in (place - 1, place + 1) if 0 <= p < len(sentence.words)]
    if any(p in sentence.telling and not sentence.meanings[p] for p in beside):
        return False
    word = sentence.words[place].fold
    others = [evidence.words[j] for j in aligned.of(place) if evidence.meanings[j]]
    return any(kin(word).isdisjoint(kin(w.fold)) for w in others) and not sentence.keys[place]


def _other_names(sentence: Passage, source: Source, aligned: Alignment) -> list[int]:
    """Words in the name of a speaker that are only of one root with the evidence's.

    A name is not inflected: «الخطابي» is not «الخطيب».
    """
    evidence = source.passage
    if evidence.language != sentence.language:
        return []
    found = []
    for frame in sentence.frames:
        if not frame.opened:
            continue
        for place in frame.speaker:
            known = sentence.keys[place] or sentence.meanings[place]
            if place not in aligned.support or place not in sentence.telling:
                continue
            if title(sentence, place):
                continue
            if known and actor(sentence, place):
                continue
            word = sentence.words[place].fold
            if known and _synonyms(sentence, place, evidence, aligned):
                continue
            if written_together(sentence, place, evidence, aligned.of(place)):
                continue
            if not any(_one_name(word, evidence.words[j].fold) for j in aligned.of(place)):
                found.append(place)
    return found
