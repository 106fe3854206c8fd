"""A relative clause for a participle, in Arabic: «التي تنتج البرنامج» for «المنتجة للبرنامج».

The rule: an imperfect behind «الذي», «التي» or «الذين» needs no support where the evidence has an
active participle of its root, definite, with the noun before the relative close before that
participle. Where the evidence denies it, it has no such pair.

What it may get wrong: a participle of another form of the verb («المعلمة», «التي تعلم»), and a noun
of place («المكتب», «التي تكتب»). The escape hatch is to tell it with the participle.
"""

from __future__ import annotations

import re

from digests.language.lists import folded
from digests.model import Lang
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage

_WHO = folded("الذي التي الذين اللذان اللتان")
_C = "[بتثجحخدذرزسشصضطظعغفقكلمنه]"
#: An imperfect with its ending and pronoun, and active participles, of three strong consonants.
_IMPERFECT = re.compile(f"[يت]({_C})({_C})({_C})(?:ون|ان)?(?:ه|ها|هم|هما)?")
_PARTICIPLE = re.compile(f"(?:ال)?(?:م({_C})({_C})({_C})|({_C})ا({_C})({_C}))(?:ه|ون|ين|ان|ات)?")
#: Words from the noun to «التي» and to the participle, at most.
_NOUN = 6


def in_a_relative(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the verb at *place* says in a relative clause what a participle says there."""
    verb = _IMPERFECT.fullmatch(sentence.words[place].fold)
    if evidence.language != Lang.AR or verb is None or not place:
        return False
    if sentence.words[place - 1].fold not in _WHO:
        return False
    nouns = {j for p in range(max(0, place - _NOUN), place - 1) for j in aligned.of(p)}
    denied = {j for n in evidence.negations for j in range(n.at, n.end)}
    return any(
        at not in denied
        and word.fold.startswith("ال")  # «المنتجة», and no «مكتب»
        and _root(word.fold) == verb.groups()
        and not nouns.isdisjoint(range(at - _NOUN, at))
        for at, word in enumerate(evidence.words)
    )


def _root(word: str) -> tuple[str, ...]:
    """The consonants of an active participle: ن, ت, ج of «المنتجة»."""
    found = _PARTICIPLE.fullmatch(word)
    return tuple(letter for letter in found.groups() if letter) if found else ()
