"""Latin letters: in an Arabic statement they write a name and no common word.

The rule: a word in Latin letters stands in the evidence with a capital or a digit that is not only
the beginning of its sentence, or is a listed name that the evidence has in any script, or writes
an Arabic or Hebrew name of the evidence, or is of the name that its article gives to a noun of the
evidence. A small word between two capitals is part of their name.

What it may get wrong: a term that is written in small letters (deepfake) is refused. There is no
escape hatch: Arabic has a word for it, or its letters.
"""

from __future__ import annotations

from digests.language.lexicon import listed
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source


def latin(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A word of *sentence* in Latin letters that is no name."""
    evidence = source.passage
    for place, word in enumerate(sentence.words):
        if not word.text[:1].isascii() or not word.text[:1].isalpha():
            continue
        inside = _within_a_name(sentence, place)
        same = [
            w
            for p, w in enumerate(evidence.words)
            if w.fold == word.fold and (inside or _written_as_a_name(evidence, p))
        ]
        if same or any(sentence.keys[place] & evidence.keys[j] for j in aligned.of(place)):
            continue
        capital = any(c.isupper() for c in word.text)
        meant = any(sentence.meanings[place] & evidence.meanings[j] for j in aligned.of(place))
        spelt = aligned.of(place) and place not in aligned.near and not meant
        if not (capital and spelt and evidence.language != "en"):
            return Refusal(Code.UNSUPPORTED, f"«{word.text}» is no name; write it in Arabic")
    return None


def _written_as_a_name(text: Passage, place: int) -> bool:
    """Whether a Latin word has a capital, and not only because a sentence begins with it."""
    word = text.words[place]
    if not any(c.isupper() or c.isdigit() for c in word.text):
        return False
    if text.keys[place] or any(c.isupper() for c in word.text[1:]) or not listed(word.fold):
        return True
    return place > 0 and not any(mark in text.gap(place) for mark in '.!?:"“«')


def _within_a_name(text: Passage, place: int) -> bool:
    """Whether a small word stands between two capitals: Bank of England."""
    if not 0 < place < len(text.words) - 1 or len(text.words[place].text) > _SMALL:
        return False
    return all(text.words[p].text[:1].isupper() for p in (place - 1, place + 1))


#: Letters of a word that ties two words of a name.
_SMALL = 3
