"""Who follows whom in an office: «خلفت لينا ماهر سامي» is not told for «سامي خلفا للينا».

The rule: who stands in the evidence behind «خلفا لـ» or «بدلا من» was there before, and is not told
right behind a verb of following («خلف», «يخلف») or before its «محل» («حل فلان محل») as who comes
after.

What it may get wrong: an object that stands before its doer. The escape hatch is to follow the
order of the source.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

#: Verbs of following, those that do so with «محل», and words from «خلفا» and «بدلا من» to the name.
_FOLLOWS = folded("خلف خلفت يخلف تخلف سيخلف ستخلف وخلف وخلفت")
_TAKES, _PLACE = folded("حل حلت يحل تحل سيحل ستحل"), folded("محل محله محلها")
_INSTEAD = dict.fromkeys(folded("خلفا وخلفا"), 1) | dict.fromkeys(folded("بدلا"), 2)
#: Words of the name of who was there before, with his office, at most.
_NAME = 4


def followed(sentence: Passage, source: Source, aligned: Alignment) -> tuple[int, int] | None:
    """Who follows in *sentence*, with the verb, where the evidence has him as who was followed."""
    evidence = source.passage
    before: set[int] = set()
    for at, word in enumerate(evidence.words):
        if evidence.language == "ar" and (skipped := _INSTEAD.get(word.fold)):
            first, last = at + skipped, min(len(evidence.words), at + skipped + _NAME)
            stops = (p for p in range(first + 1, last) if mark_before(evidence, p))
            before |= set(range(first, next(stops, last)))
    for verb, word in enumerate(sentence.words[:-1] if before else ()):
        support = set(aligned.every.get(verb + 1, ()))
        if not support or not support <= before:
            continue
        behind = {w.fold for w in sentence.words[verb + 1 : verb + 2 + _NAME]}
        if word.fold in _FOLLOWS or (word.fold in _TAKES and not behind.isdisjoint(_PLACE)):
            return verb + 1, verb
    return None
