"""An act of speech that a sentence tells by a verb of another kind: «لم تردّ السلطات على …».

The rule: a word of the sentence that says the verb of a frame of the evidence, and has that frame's
speaker for its subject, tells the same act; the words of its clause are then told as that one's.
The subject follows the verb at once, or is all that stands between the beginning of the clause and
the verb. A word that is only of a neighbouring meaning tells no act.

What it may get wrong: a verb that says both the act and something done («سجّل» for "reported"). The
escape hatch is `digests.language.speech_verbs`.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.frame import OPENERS, RELATIVES, Frame
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import FREE, Passage

#: Words by which a verb of the evidence and its particle are apart, at most: asked … for.
_PHRASE = 3
_BUT = folded("لكن ولكن بينما فيما بل غير حيث")
_AUXILIARY = folded("لم لا لن قد كان كانت كانا كانوا كانتا وكان وكانت ولم وقد")


def acts(
    sentence: Passage, theirs: Frame, aligned: Alignment, speaking: frozenset[int] = frozenset()
) -> Iterator[Frame]:
    """The clauses of *sentence* that tell the act of *theirs*, a frame of the evidence.

    *speaking* are the places of whoever speaks there, where the frame itself has a pronoun.
    """
    who = frozenset(theirs.speaker) | speaking
    saying = {frame.at for frame in sentence.frames}
    for place in sentence.content:
        if place in saying or place in aligned.near:
            continue
        said = aligned.of(place)
        if theirs.at not in said:
            continue
        far = {j for j in said if abs(j - theirs.at) > _PHRASE}
        if far and not far <= {j for p in sentence.content if p != place for j in aligned.of(p)}:
            continue
        start, end = _clause(sentence, place)
        claim = range(place, end)
        if (named := _by_a_noun(sentence, place, who, aligned)) is not None:
            yield Frame(place, theirs.act, named, claim)
            continue
        if (named := _antecedent(sentence, place, who, aligned)) is not None:
            yield Frame(place, theirs.act, named, claim)
            continue
        ahead = [p for p in range(start, place) if sentence.words[p].fold not in _AUXILIARY]
        if ahead:
            if all(_names(p, who, sentence, aligned) for p in ahead):
                yield Frame(place, theirs.act, range(start, place), claim)
        else:
            yield Frame(place, theirs.act, range(place + 1, end), claim, opened=False)


def _by_a_noun(
    sentence: Passage, place: int, who: frozenset[int], aligned: Alignment
) -> range | None:
    """The speaker, one of *who*, right behind a noun that tells the act: «بعد إعلان الجيش العثور».

    A preposition stands before the noun, or another noun of time.
    """
    if not place or sentence.words[place - 1].fold not in _BEFORE_A_NOUN:
        return None
    end = place + 1
    while end < len(sentence.words) and set(aligned.of(end)) & who:
        end += 1
    return range(place + 1, end) if end > place + 1 else None


_BEFORE_A_NOUN = folded("على بعد قبل عقب إثر منذ عند مع في")


def _antecedent(
    sentence: Passage, place: int, who: frozenset[int], aligned: Alignment
) -> range | None:
    """The speaker, one of *who*, before a relative clause that opens with the verb at *place*."""
    last = place - 1
    if last < 1 or sentence.words[last].fold not in RELATIVES:
        return None
    first = last
    while first > 0 and sentence.words[first - 1].fold not in FREE:
        if not _names(first - 1, who | _behind(who), sentence, aligned):
            break
        first -= 1
    named = any(who & set(aligned.of(p)) for p in range(first, last))
    return range(first, last) if named else None


def _behind(who: frozenset[int]) -> frozenset[int]:
    """Places behind those that name who speaks, which may still belong to the name."""
    return frozenset(j + by for j in who for by in range(1, _PHRASE + 1))


def _names(place: int, who: frozenset[int], sentence: Passage, aligned: Alignment) -> bool:
    """Whether the word at *place* says nothing but who speaks."""
    support = aligned.of(place)
    return place not in sentence.telling or bool(support and set(support) <= who)


def _clause(sentence: Passage, place: int) -> tuple[int, int]:
    """The words around *place* up to a conjunction that begins another clause."""
    start, end = place, place + 1
    while start > 0 and not _begins(sentence, start):
        start -= 1
    while end < len(sentence.words) and not _begins(sentence, end):
        end += 1
    return start, end


def clause_start(sentence: Passage, place: int) -> int:
    """Where the clause of the word at *place* begins."""
    return _clause(sentence, place)[0]


def _begins(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* begins a clause: behind «أن», or a comma and «و» or «لكن»."""
    word, gap = sentence.words[place].fold, sentence.gap(place)
    if sentence.words[place - 1].fold in OPENERS["ar"] or word in _BUT:
        return True
    joined = word[:1] in "وف" and not as_it_stands(word)
    return any(mark in gap for mark in ".؛;") or ("،" in gap and joined)
