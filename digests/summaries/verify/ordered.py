"""What a court orders, told as what it decides that somebody do: «قضت المحكمة بأن يدفع المصرف».

The rule: «قضى», «قرر» or «حكم» of a court, judge or jury, with «أن» behind it, rests on the verb by
which the evidence has the same body oblige somebody. In Arabic the body stands right behind that
verb, in English and Hebrew before it.

What it may get wrong: a body that is itself obliged by another, in an order of words that puts it
first. The escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.neighbours import verbs_of
from digests.summaries.verify.passage import Passage

_DECIDES = verbs_of("قضى يقضي, قرر يقرر, حكم يحكم")
_ORDERS = {
    "ar": verbs_of("ألزم يلزم, أمر يأمر"),
    "en": forms("en", ["order", "oblige", "compel compelled", "require", "instruct"]),
    "he": forms("he", ["הורה מורה", "חייב מחייב"]),
}
_BODIES = folded(
    "محكمة المحكمة هيئة قاض قاضي القاضي قاضية القاضية قضاة القضاة دائرة محلفون محلفين النيابة نيابة"
)
_THAT = folded("أن بأن")
#: Words from the verb to its «أن»; from the body of the evidence to its verb, at most.
_AHEAD, _NEAR = 9, 5


def ordered(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the verb at *place* is a court's, of what the evidence has it order."""
    words = sentence.words
    if _DECIDES.isdisjoint(without_particles(words[place].fold)[:2]) or place + 1 == len(words):
        return False
    if any(n.at <= place < n.end for n in sentence.negations):
        return False
    ahead = {word.fold for word in words[place + 2 : place + 2 + _AHEAD]}
    deed = aligned.of(place + 2) if evidence.language == "ar" else ()
    if words[place + 1].fold not in _BODIES or (ahead.isdisjoint(_THAT) and not deed):
        return False
    denied = {j for n in evidence.negations for j in range(n.at, n.end)}
    verbs = [
        at
        for at, word in enumerate(evidence.words)
        if at not in denied
        and not _ORDERS[evidence.language].isdisjoint(_read(word.fold, evidence))
    ]
    bodies = aligned.every.get(place + 1, ())
    if len(bodies) != 1:
        return False  # «محكمة الاستئناف», which orders another court
    if evidence.language == "ar":
        verbs = [at for at in verbs if not deed or not ahead.isdisjoint(_THAT) or at + 2 in deed]
        return any(j - at == 1 for at in verbs for j in bodies)
    return any(0 < at - j <= _NEAR and not _by(evidence, at) for at in verbs for j in bodies)


def _read(word: str, evidence: Passage) -> tuple[str, ...]:
    return (word,) if evidence.language == "en" else tuple(without_particles(word)[:2])


def _by(evidence: Passage, verb: int) -> bool:
    """Whether the English *verb* is passive: "the court was ordered", "ordered by"."""
    around = (verb - 1, verb + 1)
    words = (evidence.words[p].fold for p in around if 0 <= p < len(evidence.words))
    return not {"was", "were", "been", "be", "by"}.isdisjoint(words)
