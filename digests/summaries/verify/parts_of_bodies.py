"""What a committee of a body does is not told of the body: «أقر الكنيست» for its committee.

The rule: where the evidence tells a deed of a committee, branch or subsidiary, with the body that
it belongs to ("a committee of the City Council", "parliament's finance committee", ועדת הכלכלה של
הכנסת), the sentence does not have that body do it, unless it names the part as well.

What it may get wrong: a part by a word that the table lacks. The escape hatch is the table.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.actors import actor, mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.government import under_preposition
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_PARTS = {
    "en": folded(
        "committee committees subcommittee subcommittees panel subsidiary subsidiaries branch arm "
        "chapter caucus faction"
    ),
    "he": folded("ועדת ועדה הוועדה וועדת ועדות סניף זרוע סיעת"),
    "ar": folded("لجنة لجان اللجنة لجنتها فرع فرعها الفرع ذراع كتلة الكتلة شركتها تابعة التابعة"),
}
_OF = {
    "en": frozenset("of in at from".split()),
    "he": folded("של"),
    "ar": folded("في من ل داخل التابعة التابع التابعين"),
}
_THAT = folded("إن أن بأن إنها إنه وإن وأن")
#: Words from a part to its body, and of the body's name, at most.
_WITHIN, _NAME = 4, 4


def parts_of_bodies(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A body that *sentence* has do what a part of it does in the evidence."""
    evidence = source.passage
    table = _PARTS.get(evidence.language, frozenset())
    parts = [j for j in source.inside if evidence.words[j].fold in table]
    if not parts or any(_part(word.fold) for word in sentence.words):
        return None
    for part in sorted(parts):
        body = _body(evidence, part)
        for place in sentence.content:
            if not actor(sentence, place) or not _rests(evidence, aligned, place, part, body):
                continue
            if _does(sentence, place):
                whole, name = evidence.words[part].text, sentence.words[place].text
                return Refusal(
                    Code.STRENGTH, f"the evidence tells this of a «{whole}», not of «{name}»"
                )
    return None


def _rests(evidence: Passage, aligned: Alignment, place: int, part: int, body: set[int]) -> bool:
    """Whether the word at *place* rests on *body* alone, in the clause of what the verb before it
    tells."""
    near = {j for j in aligned.of(place) if _one_clause(evidence, part, j)}
    if not near or not near <= body:
        return False
    others = set(aligned.every[place]) - body - {part}
    deeds = aligned.every.get(place - 1, ())
    return not any(_one_clause(evidence, j, deed) for j in others for deed in deeds)


def _part(word: str) -> bool:
    return not _PARTS["ar"].isdisjoint(without_particles(word))


def _one_clause(evidence: Passage, part: int, place: int) -> bool:
    """Whether no stop or semicolon stands between *part* and *place*."""
    first, last = sorted((part, place))
    return not any(mark in evidence.gap(p) for p in range(first + 1, last + 1) for mark in ".;؛!?؟")


def _body(evidence: Passage, part: int) -> set[int]:
    """The words of the body that *part* belongs to: behind "of", or before it in English."""
    of = _OF[evidence.language]
    near = range(part + 1, min(len(evidence.words), part + 1 + _WITHIN))
    for place in near:
        if mark_before(evidence, place):
            break
        if evidence.words[place].fold in of:
            return set(range(place + 1, min(len(evidence.words), place + 1 + _NAME)))
    if evidence.language != "en":
        return {part + 1}  # ועדת הכנסת
    first = part
    while first > max(0, part - _NAME) and not mark_before(evidence, first):
        first -= 1
    return set(range(first, part))


def _does(sentence: Passage, place: int) -> bool:
    """Whether the body at *place* does something: right behind the verb of a clause, or «إن»."""
    if under_preposition(sentence, place):
        return False
    verb = place - 1
    if verb < 0 or sentence.words[verb].fold in _THAT or mark_before(sentence, place):
        return True
    while verb > 0 and sentence.words[verb - 1].fold in FREE and not mark_before(sentence, verb):
        verb -= 1
    return verb == 0 or mark_before(sentence, verb)
