"""What somebody denies told as confirmed, admitted or accepted by him: «أكد المدير اتهام النقابة».

The rule: a verb of confirming of the sentence whose subject is who denies in the evidence, or that
goes on with who spoke before («لكنه أكد»), is refused where its object begins with what is denied
there («أكدت إلغاء رحلات»), or rests on the accusation that is answered so; unless the evidence has
such a verb itself, or the sentence says there that it is untrue («أكد بطلان الاتهام»).

What it may get wrong: a denial of one thing and, in other words, an admission of another in the
same sentence. The escape hatch is `_CONFIRMING` and its words in the other languages.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.frame import Frame
from digests.language.lists import folded
from digests.language.speech_verbs import Act
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.disclaimed import AFFIRMING, unsaid
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal

_CONFIRMING = forms(
    "ar",
    "أكد يؤكد, أقر يقر, اعترف يعترف, قبل يقبل, أيد يؤيد, أثبت يثبت, صدق يصدق, سلم يسلم, "
    "تبنى يتبنى, وافق يوافق".split(", "),
)
_CONFIRMED = (
    forms("en", "confirm, admit, acknowledge, accept, concede, agree, affirm".split(", "))
    | folded("אישר אישרה אישרו הודה הודתה הודו קיבל קיבלה קיבלו הסכים הסכימה הסכימו")
    | _CONFIRMING
)
#: What is said of a charge that is not true.
_UNTRUE = folded(
    "بطلان كذب زيف عدم باطل باطلة كاذب كاذبة زائف زائفة ملفق ملفقة خطأ خاطئ خاطئة مغلوط مغلوطة "
    "خلو براءة براءته براءتها براءتهم رفض رفضه رفضها رفضهم"
)
#: Words among which the subject is named, words behind it that say what is confirmed, and both.
_SUBJECT, _OBJECT, _REACH = 7, 3, 16


def confirmed(sentence: Passage, evidence: Passage, aligned: Alignment) -> Refusal | None:
    """What the evidence denies and *sentence* tells as confirmed by who denies it."""
    denials = [f for f in evidence.frames if f.act is Act.DENY]
    if not denials or any(_is_one(w.fold, _CONFIRMED) for w in evidence.words):
        return None
    negated = {p for n in sentence.negations for p in range(n.at, n.end)}
    speaking = {f.at for f in evidence.frames}
    for place in sentence.content:
        if not _is_one(sentence.words[place].fold, _CONFIRMING) or place in negated:
            continue
        if not speaking.issuperset(aligned.of(place)):
            continue  # "approved the request"
        if any(_of_the_denial(sentence, place, evidence, d, aligned) for d in denials):
            shown = sentence.words[place].text
            return Refusal(Code.NEGATION, f"«{shown}»: the evidence denies this")
    return None


def _is_one(word: str, verbs: frozenset[str]) -> bool:
    """Whether *word* is one of *verbs*, as it stands («وافق») or behind "and" («وأكد»)."""
    return word in verbs or (word[:1] in ("و", "ف", "ו") and word[1:] in verbs)


def _of_the_denial(
    sentence: Passage, place: int, evidence: Passage, denial: Frame, aligned: Alignment
) -> bool:
    """Whether who makes the *denial* confirms at *place* what he denies."""
    reach = _clause(sentence, place)
    if any(sentence.words[p].fold in _UNTRUE for p in reach):
        return False
    if _denies(sentence, reach) and not _denies(evidence, denial.claim):
        return False
    who = _who_denies(evidence, denial)
    own = next((f for f in sentence.frames if f.at == place and f.opened), None)
    if own and own.speaker and not any(who & set(aligned.every.get(p, ())) for p in own.speaker):
        return False  # «أكدت النقابة أن الشركة …»: another confirms it
    told = [p for p in reach if p in sentence.telling and aligned.every.get(p)]
    named = [n for n, p in enumerate(told[:_SUBJECT]) if who & set(aligned.every[p])]
    if not named and not _goes_on(sentence, place, who, aligned):
        return False
    thing = told[named[-1] + 1 if named else 0 :][:_OBJECT]
    said = (f for f in evidence.frames if f.act is not Act.DENY and set(f.speaker) <= who)
    affirmed = {p for f in said if f.speaker for p in f.claim if p < denial.at}
    denied = unsaid(evidence, denial) | set(range(denial.at + 1)) - who - affirmed
    speaking = {f.at for f in evidence.frames}
    support = [set(aligned.every[p]) - speaking for p in thing]
    return bool(thing) and support[0] <= denied and all(s <= denied | affirmed for s in support)


def _who_denies(evidence: Passage, denial: Frame) -> set[int]:
    """Who makes the *denial*: where it has no subject, who spoke before it («، ونفت إلغاء …»)."""
    earlier = (f for f in reversed(evidence.frames) if f.at <= denial.at and f.speaker)
    return set(denial.speaker or next((f.speaker for f in earlier), ()))


def _clause(sentence: Passage, place: int) -> range:
    """The words behind the verb at *place*, up to a comma behind which another one begins."""
    end = min(len(sentence.words), place + _REACH)
    for p in range(place + 1, end):
        joined = sentence.words[p].fold[:1] == "و" and mark_before(sentence, p)
        if joined or sentence.words[p].fold in AFFIRMING or sentence.ends(p):
            return range(place + 1, p)
    return range(place + 1, end)


def _denies(text: Passage, reach: range) -> bool:
    return any(n.at in reach for n in text.negations) or bool(text.averse & set(reach))


def _goes_on(sentence: Passage, place: int, who: set[int], aligned: Alignment) -> bool:
    """Whether the verb at *place* goes on with who stands before it in *sentence*: «لكنه أكد»."""
    word, before = sentence.words[place].fold, sentence.words[place - 1].fold if place else ""
    turned = before in _BUT or word[:1] == "و"
    return turned and any(who & set(aligned.every.get(p, ())) for p in range(place))


_BUT = folded("لكنه لكنها لكنهم ولكنه ولكنها ولكنهم وإنه وإنها وأنه وأنها")
