"""A reason that the sentence gives by «لأن» is given as one by the evidence.

The rule: what stands behind «لأن» rests on words of a sentence of the evidence that tells a cause:
by a word for one (because, due, بسبب, בגלל), or right behind one that may be (as, for, over, כי,
«لنقلها»). A quotation is compared word by word elsewhere.

What it may get wrong: a cause that two sentences side by side give without a word for it. The
escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.small_words import CAUSAL
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Words behind «لأن» that tell the reason, at most.
_REASON = 8
#: Words between one that may tell a cause and what it is the cause of, at most.
_BEHIND = 5
_BECAUSE = folded("لأن لأنه لأنها لأنهم لأنهما لأنهن لأننا لأنني لأني لأنك لأنكم")
_CAUSES = (
    frozenset(
        "due owing given so therefore thus hence thereby cause caused causes causing cite cites "
        "cited citing prompt prompted prompting lead leads led leading result resulted resulting "
        "reason reasons why blame blames blamed blaming attribute attributed attributing grounds "
        "stem stems stemmed explain explains explained explaining fearing glad happy pleased "
        "proud grateful relieved sorry sad angry disappointed worried concerned".split()
    )
    | folded(
        "لأن لأنه لأنها لأنهم لأنهما لأننا إذ بسبب نظرا نتيجة جراء إثر كون كونه كونها كونهم لكون "
        "لكونه لكونها لكونهم حيث بدعوى بحجة بذريعة بدافع بفعل احتجاجا اعتراضا خوفا خشية ردا خلفية "
        "سبب السبب أسباب أسبابا يعود تعود يرجع ترجع عازيا عازية مرجعا مبررا مبررة عزا عزت أدى أدت "
        "لعدم لذلك ولذلك لذا ولذا لهذا ولهذا وبالتالي سعيد سعيدة سعداء آسف فخور غاضب قلق قلقة"
    )
    | folded("לכן ולכן מאחר כיוון בטענה בנימוק נוכח לאור סיבה הסיבה בעקבות עקב הוביל הובילה")
    | (CAUSAL - folded("כי"))
)
#: Words that may tell a cause, right before it.
_MAY = frozenset("as for over with at by after amid that of".split()) | folded("כי על בעקבות")


def reasons(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A reason of *sentence* that its evidence does not give as one."""
    for place, word in enumerate(sentence.words):
        bare = word.fold[1:] if word.fold[:1] == "و" else word.fold
        if bare not in _BECAUSE or "أ" not in word.text or place in sentence.marked:
            continue
        behind = [
            aligned.of(p)
            for p in range(place + 1, min(len(sentence.words), place + 1 + _REASON))
            if p in sentence.telling and aligned.of(p)
        ]
        given = any(_given(source.passage, j) for found in behind for j in found)
        if not behind:
            given = any(word.fold in _CAUSES for word in source.passage.words)
        if not given:
            return Refusal(Code.UNSUPPORTED, f"«{word.text}»: the evidence does not give a reason")
    return None


def _given(evidence: Passage, place: int) -> bool:
    """Whether the evidence tells the word at *place* in a sentence that gives a reason."""
    first, end = sentence_around(evidence, place)
    if any(evidence.words[j].fold in _CAUSES for j in range(first, end)):
        return True
    if evidence.words[place].fold.startswith("ل"):
        return True
    before = range(max(first, place - _BEHIND), place)
    return any(evidence.words[j].fold in _MAY for j in before)
