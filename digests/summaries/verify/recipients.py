"""Who gets it: whom something is paid, granted, sold or written to is not who does it.

The rule: of two names around a verb of giving or writing, the one behind «لـ» or «إلى» is refused
where the evidence has the other behind its "to" (ל), and not this one.

What it may get wrong: a recipient that English names without a "to" ("paid Kelmer"). Then nothing
is refused.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.transliteration import same_name
from digests.model import Lang
from digests.summaries.verify.actors import actor
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_GIVING = forms(
    "ar",
    (
        "دفع يدفع, سدد يسدد, منح يمنح, سلم يسلم, باع يبيع, قدم يقدم, حول يحول, أرسل يرسل, "
        "كتب يكتب, نقل ينقل, وجه يوجه"
    ).split(", "),
) | folded("دفع تسديد سداد منح تسليم بيع تقديم تحويل إرسال توجيه")
#: Words behind a verb of giving in which its recipient is told, in our text and in the evidence.
_OURS, _THEIRS = 9, 12
_TO, _TOWARD = frozenset({"to"}), fold("إلى")


def recipients(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A recipient of *sentence* who gives in the evidence, where the other one gets."""
    evidence = source.passage
    if evidence.language == Lang.AR:
        return None
    for verb in sentence.content:
        if _GIVING.isdisjoint(without_particles(sentence.words[verb].fold)):
            continue
        named = _to_whom(sentence, verb)
        theirs = [_behind_to(evidence, j) for j in aligned.of(verb)]
        if named is None or not any(theirs):
            continue
        got = set[int]().union(*theirs)
        ours = _names(sentence, named, evidence, aligned)
        if not ours and actor(sentence, named[0]):
            whom = set(aligned.every.get(named[0], ()))
            ours = {j for j in whom if all(k < min(aligned.of(verb)) for k in whom)}
        before = range(max(0, verb - _OURS), verb)
        giving = _names(sentence, before, evidence, aligned)
        if named[0] > verb + 1 and not sentence.gap(verb + 1).strip():
            behind = verb + 1
            giver = set(aligned.every.get(behind, ())) if actor(sentence, behind) else set[int]()
            giving |= giver if giver <= got else set()
        if ours and not ours & got and giving & got:
            shown = sentence.words[named[0]].text
            return Refusal(Code.ROLES, f"«{shown}»: in the evidence it goes to another")
    return None


def _to_whom(sentence: Passage, verb: int) -> range | None:
    """The words of the name behind «لـ» or «إلى» that follows the *verb*."""
    for place in range(verb + 1, min(len(sentence.words), verb + _OURS)):
        word = sentence.words[place].fold
        if any(mark in sentence.gap(place) for mark in ".،؛"):
            return None
        if word == _TOWARD:
            return range(place + 1, min(len(sentence.words), place + 4)) or None
        if word[0] == "ل" and not as_it_stands(word):
            return range(place, min(len(sentence.words), place + 3))
    return None


def _behind_to(evidence: Passage, verb: int) -> set[int]:
    """The places of who gets it, behind the *verb* of the evidence."""
    end = min(len(evidence.words), verb + _THEIRS)
    for place in range(verb + 1, end):
        if any(mark in evidence.gap(place) for mark in ".,;"):
            break
        word = evidence.words[place].fold
        if evidence.language == Lang.EN and word in _TO:
            return set(range(place + 1, min(end, place + 6)))
        if evidence.language == Lang.HE and word[0] == "ל" and len(word) > 2:
            return {place, place + 1} & set(range(end))
    return set()


def _names(sentence: Passage, places: range, evidence: Passage, aligned: Alignment) -> set[int]:
    """The places of the evidence whose names the words at *places* write."""
    return {
        j
        for p in places
        for j in aligned.every.get(p, ())
        if sentence.keys[p] & evidence.keys[j] or _written(sentence.words[p].fold, evidence, j)
    }


def _written(word: str, evidence: Passage, place: int) -> bool:
    name = evidence.words[place].fold
    return any(same_name(form, name) for form in without_particles(word) if len(form) > 2)
