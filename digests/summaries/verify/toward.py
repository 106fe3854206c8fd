"""To and from, to and by: where something goes is not where it leaves, nor a change its end.

The rule: behind «إلى» no place stands that the evidence has right behind a word for "away from" or
a verb of leaving ("fled the area"), nor do the two sides of «إلى» change places («خفف الإعدام إلى
السجن»). An amount behind «إلى», told of a rise or a fall, stands behind such a word there too ("to
12 percent"); without one it is by how much, and not to what, it changed. Behind a verb of leaving
«من» has no place to which somebody goes there, and the number of a rise is not that of a fall.

What it may get wrong: an amount that the evidence tells as reached by another verb. The escape
hatch is `_REACHED`.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.opposites import sides
from digests.language.quantities import Quantity
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_TO = folded("إلى وإلى")
_FROM = folded("from out מן من")
_AWAY = fold("من")
#: Verbs of leaving and coming, behind which «من» is from where.
_LEAVING = (
    forms("ar", "فر يفر, هرب يهرب, نزح ينزح, غادر يغادر, خرج يخرج, انسحب ينسحب, وصل يصل".split(","))
    | forms("ar", "عاد يعود, سافر يسافر, انتقل ينتقل, جاء يجيء, قدم يقدم, توجه يتوجه".split(","))
    | folded("نزوح فرار هروب خروج انسحاب مغادرة عودة وصول انتقال نقل رحلة رحلات قادما قادمة")
)
#: What stands between such a word and its noun.
_BETWEEN = frozenset("the a an their its his her own this that el al".split())
_END = folded("إلى to")
_LEFT = frozenset("fled flee fleeing left leave leaving escaped escape quit evacuated".split())
#: Adverbs that say where to by themselves: "flee abroad".
_WHITHER = frozenset("abroad overseas home homeward northward southward".split())
#: Words behind «إلى» within which its amount stands («إلى أكثر من 12»).
_NUMBER = 3
#: Verbs and nouns of any language by which an amount is told as reached, and prepositions.
_REACHED = folded(
    "reach reached reaching hit hitting stood stands totalled totaled total totalling was were is "
    "are high low peak level record "
    "بلغ بلغت ليبلغ لتبلغ يبلغ تبلغ وصل وصلت ليصل لتصل يصل تصل سجل مسجلا مسجلة بلوغ "
    "הגיע הגיעה הגיעו עומד עומדת עמד עמדה לרמה"
)
_TO_THERE = folded("to at of below above إلى حتى عند עד אל על כדי לכדי")
#: Words before an amount among which such a verb or preposition stands, and words between a
#: change and its «إلى».
_VERB_BEFORE, _BEFORE, _VERB = 6, 3, 8
#: The letter by which Hebrew writes "to" onto a number.
_ONTO = "ל"


def toward(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """An «إلى» of *sentence* for a "from" or for a "by" of the evidence."""
    evidence = source.passage
    for at, word in enumerate(sentence.words[:-1]):
        if word.fold == _AWAY and _reached_there(sentence, at, evidence, aligned):
            return _refused(sentence, at, at + 1)
        if word.fold not in _TO:
            continue
        number = _amount(sentence, at)
        if number is not None:
            if _changes(sentence, at) and _by(number, evidence):
                return _refused(sentence, at, number.end - 1)
        elif at + 1 not in sentence.telling:
            continue
        elif _left(evidence, aligned.every.get(at + 1, ())) or _exchanged(at, evidence, aligned):
            return _refused(sentence, at, at + 1)
    return _turned_change(sentence, evidence)


def _exchanged(at: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether what stands behind «إلى» at *at* and what is before it are turned in the evidence."""
    ends = [p for p, word in enumerate(evidence.words[:-1]) if word.fold in _END]
    ours = aligned.every.get(at + 1, ())
    if len(ends) != 1 or not ours:
        return False
    end = first = ends[0]
    while first > 0 and not mark_before(evidence, first):
        first -= 1
    before = [word.fold for word in evidence.words[first:end]]
    if evidence.language != "ar" and "from" not in before:
        return False
    after = next((p for p in range(end + 1, end + 3) if p in evidence.telling), None)
    theirs = [p for p, support in aligned.every.items() if after in support]
    stood = all(first <= j < end for j in ours)
    return stood and bool(theirs) and all(p < at for p in theirs)


def _turned_change(sentence: Passage, evidence: Passage) -> Refusal | None:
    """A rise of *sentence* whose number the evidence has as that of a fall, or the other way."""
    for number in sentence.numbers:
        ours = _movement(sentence, number)
        same = [q for q in evidence.numbers if q.value == number.value and q.kind is number.kind]
        theirs = [_movement(evidence, q) for q in same]
        if ours and theirs and all(way == -ours for way in theirs):
            return _refused(sentence, number.first, number.end - 1)
    return None


def _movement(text: Passage, number: Quantity) -> int:
    """Which way the amount *number* moves: the sign of the word for it before, in its clause."""
    for place in range(number.first - 1, max(-1, number.first - 1 - _VERB), -1):
        if mark_before(text, place + 1):
            return 0
        word, after = text.words[place].fold, text.words[place + 1].fold
        if any(h.at <= place < h.end for h in text.hedges):
            continue  # «ما يزيد على أربعة»
        found = {_CHANGE, -_CHANGE} & sides(word, text.language)
        if found and (word, after) != ("up", "to"):
            return 0 if len(found) > 1 or text.negations else min(found)
    return 0


def _reached_there(sentence: Passage, at: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the evidence has the name behind «من» at *at* only as where somebody went."""
    if not at or _LEAVING.isdisjoint(without_particles(sentence.words[at - 1].fold)):
        return False
    before = [_before(evidence, j) for j in aligned.every.get(at + 1, ())]
    return bool(before) and all(word in _TO_THERE for word in before)


def _amount(sentence: Passage, at: int) -> Quantity | None:
    """The amount right behind «إلى» at *at*, or behind what bounds it («إلى أكثر من 12»)."""
    return next(
        (
            q
            for q in sentence.quantities
            if 0 < q.first - at <= _NUMBER and sentence.telling.isdisjoint(range(at + 1, q.first))
        ),
        None,
    )


def _refused(sentence: Passage, at: int, last: int) -> Refusal:
    shown = sentence.text[sentence.words[at].start : sentence.words[last].end]
    return Refusal(Code.ROLES, f"«{shown}»: the evidence says from or by where this says to")


def _changes(sentence: Passage, at: int) -> bool:
    """Whether the word at *at* stands behind a word for a rise or a fall, nothing parting them."""
    for place in range(at - 1, max(-1, at - 1 - _VERB), -1):
        if mark_before(sentence, place + 1):
            return False
        if {_CHANGE, -_CHANGE} & sides(sentence.words[place].fold, "ar"):
            return True
    return False


#: The pair of opposites of a rise and a fall.
(_CHANGE,) = {abs(side) for side in sides("ارتفاع", "ar")}


def _by(number: Quantity, evidence: Passage) -> bool:
    """Whether the evidence has *number*, and nowhere as an amount that is reached."""
    same = [q for q in evidence.quantities if q.value == number.value]
    return bool(same) and not any(_reached(evidence, q.first) for q in same)


def _reached(evidence: Passage, first: int) -> bool:
    words = [w.fold for w in evidence.words[max(0, first - _VERB_BEFORE) : first + 1]]
    near = words[-_BEFORE:]
    onto = evidence.language == "he" and any(w[:1] == _ONTO for w in near)
    return onto or not _TO_THERE.isdisjoint(near) or not _REACHED.isdisjoint(words)


def _left(evidence: Passage, found: tuple[int, ...]) -> bool:
    """Whether all places *found* stand behind a word for "from" or a verb of leaving."""
    return bool(found) and all(_from_there(evidence, j) for j in found)


def _from_there(evidence: Passage, place: int) -> bool:
    before = _before(evidence, place)
    return before in _FROM or (before in _LEFT and evidence.words[place].fold not in _WHITHER)


def _before(evidence: Passage, place: int) -> str:
    """The word before the noun at *place* and its article; empty where there is none."""
    before = place - 1
    while before >= 0 and evidence.words[before].fold in _BETWEEN:
        before -= 1
    return evidence.words[before].fold if before >= 0 else ""
