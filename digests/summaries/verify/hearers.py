"""Whom a speaker tells, who stands among the words of his name: «أبلغت الشركة الحكومة أنها …».

The rule: a word under «ل», or behind the speaker of a verb that has its hearer for its object, is
whom he tells when it rests only on the words right behind a verb of saying of the evidence.

What it may get wrong: a hearer who is told far behind the verb. The escape hatch is to leave him
out.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.speech_verbs import Act
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage

#: Verbs that have for their object whom the speaker tells.
_TELLING = forms("ar", ["أبلغ يبلغ", "أخبر يخبر", "أعلم يعلم", "أخطر يخطر", "أطلع يطلع"])
#: Words behind a verb in which whom it tells stands.
_TOLD = 4


def is_told(sentence: Passage, place: int, text: Passage, aligned: Alignment) -> bool:
    """Whether the word at *place* is whom the speaker tells: «قال فلان للموظفين», "told staff".

    «أبلغ» has him for its object, behind the speaker: «أبلغت الشركة الحكومة أنها …».
    """
    support, told = set(aligned.every.get(place, ())), _behind_verbs(text)
    object_of = any(
        place in f.speaker[1:] and sentence.words[f.at].fold.removeprefix("و") in _TELLING
        for f in sentence.frames
    )
    to = object_of or sentence.words[place].fold[:1] == "ل"
    return to and bool(support) and support <= told


def tells_instead(sentence: Passage, named: list[int], text: Passage, aligned: Alignment) -> bool:
    """Whether who tells in *sentence*, whose words are *named*, is whom the evidence has told.

    «أبلغت الحكومة الشركة أنها …», where the company told the government.
    """
    verbs = [f.at for f in sentence.frames if f.opened and named[:1] == [*f.speaker[:1]]]
    if not any(sentence.words[at].fold.removeprefix("و") in _TELLING for at in verbs):
        return False
    support = set(aligned.every.get(named[0], ()))
    return bool(support) and support <= _behind_verbs(text)


def _behind_verbs(text: Passage) -> set[int]:
    """The places right behind verbs of saying."""
    return {j for f in text.frames if f.act is Act.SAY for j in range(f.at + 1, f.at + _TOLD)}
