"""A feeling told by its noun, which the evidence tells by an adjective: «تشعر بالخجل», is ashamed.

The rule: a verb of feeling before «بـ» with the noun of a feeling (the table) needs no support
where the noun rests on a word of the evidence that is said of somebody: a form of "to be" or "to
feel" stands right before it, adverbs aside. Who feels it is named right before in both, or is a
pronoun in both.

What it may get wrong: "she", of two women. The escape hatch is the table.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.neighbours import verbs_of
from digests.summaries.verify.passage import Passage

_FEELS = verbs_of("شعر يشعر, أحس يحس") | folded("أشعر نشعر أحس نحس شاعرا شاعرة")
_FEELINGS = folded(
    "الخجل الحرج الخوف القلق الفخر الاعتزاز الامتنان الصدمة الإحباط الغضب الحزن الارتياح التفاؤل "
    "التشاؤم الندم الذنب الفزع الرعب الذعر الذهول الدهشة الحيرة اليأس الرضا الاستياء السعادة "
    "الفرح الأسى الأسف الاشمئزاز الإهانة التعب الإرهاق الحماس الأمان الوحدة الثقة"
)
#: Who feels it, where nobody is named.
_PRONOUNS = frozenset("he she they i we who it".split())
#: Verbs that say a quality of somebody.
_IS = frozenset("is are was were am be been being feel feels felt feeling m re s".split())
#: Words of degree between such a verb and its adjective.
_VERY = frozenset(
    "very deeply so quite too extremely really still also more most not never both utterly "
    "increasingly and".split()
)


def feels(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the verb at *place* only carries a feeling: «شعر بالفخر», was proud."""
    if place + 1 >= len(sentence.words) or evidence.language != "en":
        return False
    verb, noun = sentence.words[place].fold, sentence.words[place + 1].fold
    if (verb not in _FEELS and verb[1:] not in _FEELS) or noun[:1] != "ب":
        return False
    if noun[1:] not in _FEELINGS and "ال" + noun[1:] not in _FEELINGS:
        return False
    named = place - 1 in sentence.telling
    who = set(aligned.every.get(place - 1, ()))
    subjects = [_subject(evidence, j) for j in aligned.of(place + 1)]
    return any(
        at in who if named else evidence.words[at].fold in _PRONOUNS
        for at in subjects
        if at is not None
    )


def _subject(evidence: Passage, place: int) -> int | None:
    """The place of whom the adjective at *place* is said with "is" or "feels", degrees aside."""
    before = place - 1
    while before > 0 and evidence.words[before].fold in _VERY:
        before -= 1
    return before - 1 if before > 0 and evidence.words[before].fold in _IS else None
