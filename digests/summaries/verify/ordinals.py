"""The first train is not the second, nor the first call the second one.

The rule: a noun of the sentence with an ordinal above one does not rest on what the evidence calls
the first («ثاني نداء», its first call). It passes where the evidence has that number with a word
that the noun may rest on, or without a noun ("and its second"), and the sentence has no first
itself. Where both texts have as many ordinals, none is told twice in the place of one that is lost
(«في الثانية … في الثانية», in the second and in the first). And «الثاني» stands for no
noun where the evidence has a first and that number nowhere.

What it may get wrong: a second thing that the sentence tells twice, in place of the first. The
escape hatch is to name it once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.quantities import Kind, Quantity
from digests.model import Lang
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.lightly import as_verb
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_FIRST = folded("أول أولى الأول الأولى first ראשון ראשונה ראשונים ראשונות")


def ordinals(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """An ordinal of *sentence* that the evidence has not of this."""
    evidence = source.passage
    ours = list(above_one(sentence))
    firsts = [j for j in range(len(evidence.words)) if is_first(evidence, j)]
    if not ours or not firsts:
        return None
    for number in ours:
        nouns = _nouns(sentence, number)
        there = [j for p in nouns for j in aligned.of(p)]
        called_first = there and all(_called_first(evidence, j) for j in there)
        every = {j for p in nouns for j in aligned.every.get(p, ())}
        turned = any(is_first(sentence, p) for p in range(len(sentence.words)))
        if called_first and (turned or not _ranked_so(evidence, number, every)):
            return refused(sentence, number)
        if _nowhere(sentence, number, evidence):
            return refused(sentence, number)
    return _told_twice(sentence, ours, evidence, firsts)


def refused(sentence: Passage, number: Quantity | int) -> Refusal:
    """The refusal of an ordinal, or of the word at a place."""
    place = number if isinstance(number, int) else number.first
    shown = sentence.words[place].text
    return Refusal(Code.NUMBER, f"«{shown}»: the evidence has another one of them here")


def above_one(text: Passage) -> Iterator[Quantity]:
    """The ordinals of *text* above "first" that are no date's."""
    for number in text.quantities:
        if number.kind is Kind.ORDINAL and number.value > 1 and number.first not in text.dated:
            yield number


def is_first(text: Passage, place: int) -> bool:
    """Whether "first" stands at *place*, and not of a date."""
    if place in text.dated:
        return False
    return not _FIRST.isdisjoint(without_particles(text.words[place].fold))


def _nouns(sentence: Passage, number: Quantity) -> list[int]:
    """The noun that *number* ranks: behind «ثاني», before «الثاني»."""
    place = number.first - 1 if definite(sentence, number.first) else number.end
    return [place] if place in sentence.telling else []


def _called_first(evidence: Passage, place: int) -> bool:
    """Whether "first" stands by the noun at *place*: "its first two months", «أول نداء»."""
    return any(
        0 <= place + step < len(evidence.words)
        and not evidence.gap(max(place, place + step)).strip()
        and is_first(evidence, place + step)
        and (evidence.language != "ar" or (step > 0) == definite(evidence, place + step))
        for step in _STEPS[evidence.language]
    )


def _ranked_so(evidence: Passage, number: Quantity, nouns: set[int]) -> bool:
    """Whether the evidence has *number* with one of *nouns*, or with no noun at all."""
    same = [q for q in above_one(evidence) if q.value == number.value]
    if number.value == 2 and any(_a_second(evidence, p) for p in range(len(evidence.words))):
        return True
    return any(not nouns.isdisjoint(_beside(evidence, q)) or _alone(evidence, q) for q in same)


def _a_second(evidence: Passage, place: int) -> bool:
    """Whether שני, which may be two, stands at *place* for a noun: וניצחה בשני."""
    ends = place + 1 == len(evidence.words) or bool(evidence.gap(place + 1).strip())
    return ends and evidence.words[place].fold in _SECOND


_SECOND = folded("בשני לשני")


def _beside(evidence: Passage, number: Quantity) -> range:
    """Where the noun that *number* ranks may stand: "second gold medal", «المصنع الثاني»."""
    behind = evidence.language == Lang.EN or (
        evidence.language == Lang.AR and not definite(evidence, number.first)
    )
    if behind:
        return range(number.end, number.end + _TO_ITS_NOUN)
    return range(number.first - _TO_ITS_NOUN, number.first)


#: Words from an ordinal to its noun, at most.
_TO_ITS_NOUN = 2


def _alone(evidence: Passage, number: Quantity) -> bool:
    """Whether *number* stands for its noun: "opened its second.", «ثم افتتحت الثاني», בשני."""
    if evidence.language == Lang.EN:
        place = number.end
        if place >= len(evidence.words) or evidence.gap(place).strip():
            return True
        return evidence.words[place].fold in FREE | _PARTING or _a_verb(evidence, place)
    word, before = evidence.words[number.first].fold, number.first - 1
    if before < 0 or evidence.gap(number.first).strip():
        return True
    if evidence.language == Lang.HE:
        return word[0] in _GOVERNING or evidence.words[before].fold in FREE
    noun = evidence.words[before].fold
    tied = noun.startswith(_DEFINITE) or noun.endswith(_POSSESSED)
    return definite(evidence, number.first) and not tied


def _a_verb(evidence: Passage, place: int) -> bool:
    """Whether the English word at *place* has an object or a complement behind it: "hit a"."""
    behind = evidence.words[place + 1].fold if place + 1 < len(evidence.words) else ""
    return behind in _ARTICLES or as_verb(evidence, place)


#: English words that no ordinal ranks.
_PARTING = frozenset(
    "on in at of for to by with and or but from than that which who is are was were has had will "
    "would could may after before when while as".split()
)
_ARTICLES = frozenset({"a", "an", "the"})
_GOVERNING, _POSSESSED = ("ב", "ל", "מ"), ("ه", "ها", "هم", "هن", "هما")
_DEFINITE = ("ال", "وال", "فال", "بال", "لل", "كال")


#: From a noun to its "first"; in Arabic «الأول» stands behind it, and «أول» before.
_STEPS = {"en": (-1, -2), "ar": (-1, 1), "he": (1,)}


def definite(text: Passage, place: int) -> bool:
    """Whether the Arabic word at *place* has the article."""
    return text.words[place].fold.lstrip("وبف").startswith(("ال", "لل"))


def _nowhere(sentence: Passage, number: Quantity, evidence: Passage) -> bool:
    """Whether *number* stands for a noun («وكان الثاني») and the evidence has only a first."""
    if not definite(sentence, number.first) or _nouns(sentence, number):
        return False
    if any(q.value == number.value for q in evidence.quantities):
        return False
    return not any(is_first(sentence, p) for p in range(len(sentence.words)))


def _told_twice(
    sentence: Passage, ours: list[Quantity], evidence: Passage, firsts: list[int]
) -> Refusal | None:
    """An ordinal that *sentence* has once more than the evidence, and another one once less."""
    here = Counter(int(number.value) for number in ours)
    here[1] = sum(is_first(sentence, p) for p in range(len(sentence.words)))
    there = Counter(int(number.value) for number in above_one(evidence))
    there[1] = len(firsts)
    if here.total() != there.total() or any(_in_digits(evidence, n) for n in ours):
        return None
    lost = any(here[value] == 0 < count for value, count in there.items())
    again = (n for n in ours if here[int(n.value)] > there[int(n.value)] > 0)
    number = next(again, None) if lost else None
    return None if number is None else refused(sentence, number)


def _in_digits(evidence: Passage, number: Quantity) -> bool:
    """Whether the evidence tells *number* in digits, too: "Q2", רבעון 2."""
    digits = str(int(number.value))
    return any("".join(filter(str.isdigit, word.fold)) == digits for word in evidence.words)
