"""Words of ours that say what the evidence says by a form or a small word of its own.

The rule: a noun behind a verb may stand for the question that the verb tells («يعرف مكان السفينة»,
"knows where the ship is"), «آخذ في» before a noun says of a verb in -ing, or of a Hebrew present,
that it is still going on («آخذ في الانخفاض», is falling), and the noun of a quality behind its
adjective, or «بقدر», says "as … as" («قديمة قدم الحضارة», "as old as civilization").

What it may get wrong: a question word farther from its verb, as behind a long object, is not found.
The escape hatch is the tables.
"""

from __future__ import annotations

import re

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.summaries.verify.passage import Passage

#: Words from a verb to the question that it tells, with a pronoun between: told us where.
_ASKED = 2
#: Nouns by which an indirect question is told, with its words.
_QUESTIONS = {
    noun: folded(words)
    for nouns, words in (
        ("مكان أماكن موقع مواقع", "where היכן איפה"),
        ("موعد موعده موعدها توقيت", "when מתי"),
        ("سبب أسباب", "why מדוע למה"),
        ("كيفية طريقة", "how כיצד איך"),
        ("هوية هويات", "who מי"),
    )
    for noun in folded(nouns)
}
_ONGOING, _IN = folded("آخذ آخذا آخذة آخذان آخذين آخذون آخذتان آخذات"), fold("في")
_NOTHING: frozenset[str] = frozenset()


def indirectly(
    sentence: Passage, evidence: Passage, places: list[int], support: dict[int, tuple[int, ...]]
) -> None:
    """Add to *support* the words of *sentence* for which *evidence* has another form."""
    if evidence.language == sentence.language:
        return
    for place in sentence.content:
        if place in support:
            continue
        said = _asked(sentence, place, evidence, support)
        said += _going_on(sentence, place, evidence, support)
        said += _as_much(sentence, place, evidence, support)
        if found := tuple(j for j in said if j in places):
            support[place] = found


def _asked(
    sentence: Passage, place: int, evidence: Passage, support: dict[int, tuple[int, ...]]
) -> list[int]:
    """Places of the question word that the noun at *place* stands for, behind the same verb."""
    forms = without_particles(sentence.words[place].fold)
    asked = _NOTHING.union(*(_QUESTIONS.get(form, ()) for form in forms))
    verb = next((p for p in range(place - 1, -1, -1) if p in sentence.telling), None)
    if not asked or verb is None:
        return []
    behind = {k + n for k in support.get(verb, ()) for n in range(1, _ASKED + 1)}
    return [j for j in sorted(behind) if _has(evidence, j, asked)]


def _has(evidence: Passage, place: int, words: frozenset[str]) -> bool:
    return place < len(evidence.words) and evidence.words[place].fold in words


def _going_on(
    sentence: Passage, place: int, evidence: Passage, support: dict[int, tuple[int, ...]]
) -> list[int]:
    """Places of the verb that is going on, which the noun behind «آخذ في» at *place* says."""
    following = [word.fold for word in sentence.words[place + 1 : place + 2]]
    if sentence.words[place].fold not in _ONGOING or following != [_IN]:
        return []
    said = support.get(place + 2, ())
    return [j for j in said if evidence.language == "he" or evidence.words[j].fold.endswith("ing")]


def _as_much(
    sentence: Passage, place: int, evidence: Passage, support: dict[int, tuple[int, ...]]
) -> list[int]:
    """Places of the quality of which the word at *place* says that it is as much of another."""
    if not place or place + 1 == len(sentence.words) or sentence.gap(place).strip():
        return []
    word, quality = sentence.words[place].fold, sentence.words[place - 1].fold
    root = _WEAK.sub("", word)
    of_it = len(root) >= _ROOT and root == _WEAK.sub("", quality.removeprefix("ال"))
    if not (word in _MEASURE or (of_it and not word.startswith("ال") and word != quality)):
        return []
    return [j for j in support.get(place - 1, ()) if _compared(evidence, j)]


def _compared(evidence: Passage, place: int) -> bool:
    """Whether the quality at *place* is told as that of another: "as old as", «עתיקה כמו»."""
    before = evidence.words[place - 1].fold if place else ""
    behind = [w.fold for w in evidence.words[place + 1 : place + 1 + _COMPARED]]
    if evidence.language == "en":
        return before == "as" and "as" in behind
    return not _LIKE.isdisjoint(behind)


#: Weak letters of a root and endings, which its noun and its adjective write otherwise.
_WEAK = re.compile("[اويهءئؤ]")
_ROOT, _COMPARED = 2, 2
_MEASURE, _LIKE = folded("بقدر قدر مثل كمثل بمثل"), folded("כמו כגיל בדיוק באותה")
