"""Two sentences are tied by no cause or time that neither tells: «استقال بسبب صفقة».

The rule: where what stands before a word for a cause or for one thing upon another («بسبب»,
«إثر», «بعد», «أثناء») and what stands behind it rest each on another sentence of the evidence,
one of the two has a word for a cause or a time, or begins with one that points back ("this", "the
move"). A sentence that counts dead or wounded right behind another is tied to that by its place.

What it may get wrong: two sentences that tell one event by their order alone. The escape hatch is
to tell them as two.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.small_words import BECAUSE, CAUSAL
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Words that tie by a cause, and those that tie by a time.
_BY_TIME = folded("إثر عقب بعد أثناء خلال بعدما عندما حين")
_BY_CAUSE = (BECAUSE - _BY_TIME) | folded("بفعل ردا احتجاجا لرفض بفضل")
_CAUSES = (
    frozenset(
        "due over amid following after response prompting prompted led leading caused "
        "causing triggered sparked protest result blamed".split()
    )
    | folded(
        "عقب بعد بعدما ردا احتجاجا إذ أعقاب لأن أدى أدت بفعل أسفر أسفرت خلف خلفت أوقع أوقعت "
        "أودى أودت בעקבות לאחר אחרי"
    )
    | BECAUSE
    | CAUSAL
)
_TIMES = _CAUSES | (
    frozenset(
        "before later follows followed then during while when as earlier despite afterwards "
        "hours days minutes weeks until".split()
    )
    | folded(
        "قبل أثناء خلال عندما حين ثم لاحقا وذلك غداة وسط رغم حتى منذ "
        "לפני כאשר בזמן במהלך תוך למרות מאז"
    )
)
_POINTING = folded(
    "this that these those such it they he she its his her their meanwhile "
    "وهذا وهذه وذلك وتلك هذا هذه ذلك تلك ويأتي وتأتي وجاء وجاءت جاء جاءت "
    "זה זאת אלה הדבר המהלך"
)
_CASUALTIES = (
    frozenset("killed dead died deaths wounded injured hurt casualties".split())
    | folded(
        "قتل قتلوا قتلى قتيلا لقي لقوا مصرعهم مصرعه أصيب أصيبوا جرح جرحى استشهد استشهدوا قضى توفي"
    )
    | folded("נהרג נהרגה נהרגו נפצע נפצעה נפצעו נרצח נרצחו הרוגים פצועים")
)
#: What takes up a whole sentence, behind "the".
_TAKEN_UP = frozenset(
    "move decision announcement ruling vote deal incident attack strike step resignation".split()
)


def linked(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A word of *sentence* that ties what two sentences of the evidence tell apart."""
    evidence = source.passage
    if not any(evidence.ends(p) for p in range(1, len(evidence.words))):
        return None
    for place, word in enumerate(sentence.words):
        if word.fold not in _BY_CAUSE | _BY_TIME or place in sentence.marked:
            continue
        ties = _CAUSES if word.fold in _BY_CAUSE else _TIMES
        before = _sentences(sentence, _clause_before(sentence, place), evidence, aligned)
        behind = _sentences(sentence, range(place + 1, len(sentence.words)), evidence, aligned)
        if not before or not behind or before & behind:
            continue
        if any(_tied(evidence, ties, *one) for one in before | behind):
            continue
        if any(_counted(evidence, one, other) for one in before for other in behind):
            continue
        return Refusal(Code.UNSUPPORTED, f"«{word.text}»: the evidence does not tie the two")
    return None


def _clause_before(sentence: Passage, place: int) -> range:
    """The words before *place*, back to a mark."""
    first = place
    while first > 0 and not mark_before(sentence, first):
        first -= 1
    return range(first, place)


def _sentences(
    sentence: Passage, places: range, evidence: Passage, aligned: Alignment
) -> set[tuple[int, int]]:
    """The sentences of the evidence on which the first of the words at *places* may rest."""
    for place in places:
        if place in sentence.telling and aligned.every.get(place):
            return {sentence_around(evidence, j) for j in aligned.every[place]}
    return set()


def _tied(evidence: Passage, ties: frozenset[str], first: int, end: int) -> bool:
    """Whether a sentence of the evidence has one of *ties*, or points back by its first words."""
    words = [word.fold for word in evidence.words[first:end]]
    if any(not ties.isdisjoint(without_particles(word)) for word in words):
        return True
    back = words[0] in _POINTING or (words[0] == "the" and words[1] in _TAKEN_UP)
    return first > 0 and len(words) > 1 and back


def _counted(evidence: Passage, effect: tuple[int, int], cause: tuple[int, int]) -> bool:
    """Whether *effect* counts dead or wounded right behind *cause*."""
    words = (word.fold for word in evidence.words[effect[0] : effect[1]])
    found = any(not _CASUALTIES.isdisjoint(without_particles(word)) for word in words)
    return effect[0] == cause[1] and found
