"""Numbers that are shared out: whose each is, and the ends of a range that only may be.

The rule: a number told right before whose it is («47 في المئة لفلان») is refused where the evidence
has another name right behind that number, or half "of them" as half of what is somebody's («نصف
موظفيها»), and numbers told of several in turn where their order is
another there (`in_turn`). One end of a range ("between 300 and 1,000") is not told alone as what it
came to, unless the sentence leaves it open («قد يصل إلى»).

What it may get wrong: a number that the evidence tells twice, of two. Then nothing is refused.
"""

from __future__ import annotations

from digests.language.lexicon import as_it_stands, listed
from digests.language.lists import folded
from digests.language.quantities import Kind, Quantity
from digests.language.strength import Hedge
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.exchanged import equal, word_before
from digests.summaries.verify.in_turn import turned_about
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.spelling import nameish

#: Words between a number and whose it is.
_UNITS = folded(
    "في المئة بالمئة المائة من الأصوات أصوات صوتا مقعدا مقاعد دولار percent of the vote votes "
    "seats אחוז אחוזים מהקולות קולות מנדטים"
)
_BETWEEN = folded("بين between בין")
#: Words from the first number of a range to the second, at most, and words before one of ours in
#: which it is left open.
_APART, _OPEN = 4, 4
_LEAVES_OPEN = folded("بين حتى يصل تصل ليصل لتصل أقل أكثر الأقل الأكثر أقصى أدنى نحو حوالي")


def shared_out(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A number of *sentence* told as another's, or as what it came to."""
    evidence = source.passage
    if (turn := turned_about(sentence, source, aligned)) is not None:
        shown = sentence.words[turn].text
        return Refusal(Code.NUMBER, f"«{shown}»: in the evidence each number is another's")
    for ours in sentence.numbers:
        same = [q for q in evidence.numbers if equal(ours, q)]
        if len(same) != 1 or ours.kind is Kind.DUAL:
            continue
        one, other = _whose(sentence, ours), _whose(evidence, same[0])
        if one is not None and other is not None and _another(one, other, aligned):
            return _refused(sentence, ours, "in the evidence it is another's")
        if _of_them(evidence, same[0]) and _of_its_own(sentence, ours):
            return _refused(sentence, ours, "in the evidence it is a share of something else")
        if _ends_a_range(same[0], evidence) and not _left_open(ours, sentence, evidence):
            return _refused(sentence, ours, "in the evidence it is the end of a range")
    return None


def _of_them(evidence: Passage, share: Quantity) -> bool:
    """Whether *share* is one of what was told before: "half of them", «نصفها»."""
    behind = [w.fold for w in evidence.words[share.end : share.end + 2]]
    glued = evidence.words[share.end - 1].fold.endswith(_THEIRS)
    return glued or behind in (["of", "them"], ["of", "those"], ["of", "these"])


def _of_its_own(sentence: Passage, share: Quantity) -> bool:
    """Whether *share* is one of somebody's: «نصف موظفيها»."""
    if share.kind is not Kind.FRACTION or share.end >= len(sentence.words):
        return False
    word = sentence.words[share.end].fold
    return word.endswith(_THEIRS) and not as_it_stands(word) and listed(word)


_THEIRS = ("ها", "هم", "هما")


def _another(one: int, other: int, aligned: Alignment) -> bool:
    """Whether the name at *one* is elsewhere in the evidence, and not at *other*."""
    support = set(aligned.every.get(one, ()))
    near = range(other - 1, other + _UNTIL)
    return bool(support) and support.isdisjoint(near)


#: Words of a name, at most.
_UNTIL = 3


def _whose(text: Passage, number: Quantity) -> int | None:
    """The place of the name right behind *number* and its unit that says whose it is."""
    place = number.end
    while place < len(text.words) and text.words[place].fold in _UNITS:
        place += 1
    if place >= len(text.words) or text.gap(place).strip():
        return None
    word = text.words[place].fold
    if text.language == "en":
        name = place + 1
        named = word == "for" and name < len(text.words) and nameish(text, name)
        return name if named else None
    joined = word[0] in "لל" and len(word) > _JOINED and not as_it_stands(word)
    return place if joined else None


#: Letters of a name with its particle, at least.
_JOINED = 3


def _ends_a_range(number: Quantity, evidence: Passage) -> bool:
    """Whether *number* is one of two between which something may lie."""
    for one in evidence.numbers:
        if word_before(evidence, one) not in _BETWEEN:
            continue
        behind = (q for q in evidence.numbers if 0 <= q.first - one.end <= _APART)
        other = next(behind, None)
        if other is not None and _joined(evidence, other) and number in (one, other):
            return True
    return False


def _joined(text: Passage, number: Quantity) -> bool:
    before = word_before(text, number)
    return before in _AND or text.words[number.first].fold[0] in "وו"


_AND = frozenset({"and", "و", "ו", "ל"})


def _left_open(ours: Quantity, sentence: Passage, evidence: Passage) -> bool:
    """Whether *sentence* has both ends, or says that it may be so much, or at most or at least."""
    if _ends_a_range(ours, sentence):
        return True
    before = {w.fold for w in sentence.words[max(0, ours.first - _OPEN) : ours.first]}
    if before & _LEAVES_OPEN:
        return True
    others = [q for q in sentence.numbers if q != ours]
    if any(equal(q, e) for q in others for e in evidence.numbers if _ends_a_range(e, evidence)):
        return True
    return any(h.hedge in (Hedge.POSSIBLE, Hedge.EXPECTED) for h in sentence.hedges)


def _refused(sentence: Passage, number: Quantity, why: str) -> Refusal:
    first, last = sentence.words[number.first], sentence.words[number.end - 1]
    return Refusal(Code.NUMBER, f"the number «{sentence.text[first.start : last.end]}»: {why}")
