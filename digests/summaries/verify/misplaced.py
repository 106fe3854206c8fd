"""Names told of something else: the evidence puts another name beside what is told.

The rule: a name of the sentence, of a place above all, is refused when, in the evidence, another
name that the sentence leaves out stands between it and each of the words that the sentence tells
just before it, and something else is told between the two: «visited Rome and met the mayor in
Milan» is no visit to Milan.

What it may get wrong: a name that is told in passing between the two («from Rome, where he
lives, to Milan»). The escape hatch is to cite a shorter passage.
"""

from __future__ import annotations

from digests.language.lexicon import listed, proper
from digests.language.stems import stop_words
from digests.summaries.parties import CLAIM
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.gaps import says
from digests.summaries.verify.parts import parts
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Words told before a name that must all stand on the far side of another one.
_BEFORE = 3
#: Letters of a name.
_SHORTEST = 3
#: Words told between two names, where no mark and no word for "and" parts them.
_MORE = 3


def misplaced(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A name of *sentence* that the evidence tells of something else."""
    evidence = source.passage
    used = aligned.told
    names = frozenset(p for p in range(len(evidence.words)) if _name(evidence, p))
    rivals = [j for j in sorted(names & source.inside) if j not in used]
    for place in sentence.content if rivals else ():
        found = names.intersection(aligned.of(place))
        before = _told_before(sentence, place, aligned)
        if not found or not before or (len(before) == 1 and not _behind(sentence, place)):
            continue
        if all(
            any(_elsewhere(evidence, before, r, j, aligned, place) for r in rivals) for j in found
        ):
            word = sentence.words[place].text
            return Refusal(Code.ROLES, f"in the evidence «{word}» is told of something else")
    return None


def _behind(sentence: Passage, place: int) -> bool:
    """Whether the name at *place* is no subject of the verb before it: a preposition is between."""
    return sentence.words[place - 1].fold in FREE or sentence.words[place].fold[:1] in "بل"


def _told_before(sentence: Passage, place: int, aligned: Alignment) -> list[tuple[int, ...]]:
    """What supports the words before the one at *place*, up to a mark or to whose claim it is."""
    found: list[tuple[int, ...]] = []
    for p in range(place - 1, -1, -1):
        opened = sentence.words[p].fold in CLAIM
        if opened or mark_before(sentence, p + 1) or len(found) == _BEFORE:
            break
        if p in sentence.telling and aligned.of(p):
            found.append(aligned.of(p))
    return found


def _elsewhere(
    evidence: Passage,
    before: list[tuple[int, ...]],
    rival: int,
    there: int,
    aligned: Alignment,
    place: int,
) -> bool:
    """Whether *rival* stands between all of *before* and *there*, and more before *there*."""
    if not all(j < rival < there for found in before for j in found):
        return False
    told = {j for p, found in aligned.support.items() if p < place for j in found}
    between = range(rival + 1, there)
    more = [k for k in between if _says(evidence, k) and k not in told]
    if not more or len(more) >= _MORE:
        return bool(more)
    return any(first in between for first, _ in parts(evidence))


def _says(evidence: Passage, place: int) -> bool:
    """Whether the word at *place* is no name, and says something."""
    if place in evidence.dated or place in evidence.counted or _name(evidence, place):
        return False
    word = evidence.words[place]
    if evidence.language == "ar":
        return len(word.fold) > 2 and word.fold not in FREE and word.fold[1:] not in FREE
    return says(evidence, place)


def _name(text: Passage, place: int) -> bool:
    """Whether the word at *place* is a listed name, or has the look of one."""
    if place in text.dated or place in text.counted:
        return False
    word = text.words[place]
    if text.keys[place] or proper(text.meanings[place]):
        return True
    if text.language == "en":
        return word.text[:1].isupper() and place > 0 and says(text, place)
    bare = word.fold[1:] if word.fold[:1] in ("و", "ו") else word.fold
    if listed(word.fold) or len(bare) < _SHORTEST or bare in FREE:
        return False
    return text.language == "ar" or (says(text, place) and bare not in stop_words("he"))
