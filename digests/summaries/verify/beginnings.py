"""Whether a name of the sentence is that with which a speaker of the evidence begins.

The rule: where nothing closes the evidence's speaker («أعلن فلان استقالته»), only its first words
are sure: the sentence names it by one of them, by a proper name near the beginning, by a name
behind an office that is longer than what is looked at, or by an apposition turned about.

What it may get wrong: a name near the beginning that is what is spoken of. The escape hatch is to
name the speaker as the source does.
"""

from __future__ import annotations

from digests.summaries.verify.actors import apposed
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.naming import NAME, proper_name
from digests.summaries.verify.passage import Passage


def begins(sentence: Passage, hits: list[int], places: list[int], aligned: Alignment) -> bool:
    """Whether *hits* name who begins at *places*, where the end of the name is not known.

    In «نفت الشركة التزام الوزير» the minister may be what is spoken of; a proper name near the
    beginning is the speaker's.
    """
    for place in hits:
        support = set(aligned.every.get(place, ()))
        if support & set(places[:2]) or (
            support & set(places[:NAME]) and proper_name(sentence, place)
        ):
            return True
    if _named_behind(sentence, hits, places, aligned):
        return True
    return _in_apposition(sentence, hits, places, aligned)


def _named_behind(
    sentence: Passage, hits: list[int], places: list[int], aligned: Alignment
) -> bool:
    """Whether the name with which *places* begin follows a long office of *sentence*:
    «أعلن رئيس لجنة الانتخابات الرئاسية في مصر فاروق سلطان»."""
    if not hits:
        return False
    behind = range(hits[-1] + 1, min(len(sentence.words), hits[-1] + 1 + NAME))
    for place in behind:
        if sentence.gap(place).strip():
            return False
        if place - hits[0] >= NAME - 1 and places[0] in aligned.every.get(place, ()):
            return True
    return False


def _in_apposition(
    sentence: Passage, hits: list[int], places: list[int], aligned: Alignment
) -> bool:
    """Whether a name opens *sentence*, and who it is follows between commas, as the evidence has it
    before the name: «أعلن محمد شرفي، رئيس السلطة، …»."""
    opens = next((p for p in hits if set(aligned.every.get(p, ())) & set(places[:1])), None)
    return opens is not None and apposed(sentence, opens)
