"""What a speaker denies: told as said it is refused; what he affirms with it, told as denied.

The rule: who denies something does not say «ذلك» («وأكدت المديرية ذلك»), nor keep somebody from it
(«منع»). A denial denies its claim up to a word with which the same speaker goes on («مؤكدا أن»,
"saying"); a sentence that tells two words of that claim, or one of a claim that is cut so, denies
them too.

What it may get wrong: a verb that goes on and affirms nothing. The escape hatch is `AFFIRMING`.
"""

from __future__ import annotations

from collections.abc import Set

from digests.language.conjugation import forms
from digests.language.frame import OPENERS, Frame
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.negation import Negation, turned
from digests.language.speech_verbs import Act
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.neighbours import tells
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Words with which who denies goes on to affirm.
AFFIRMING = folded(
    "مؤكدا مؤكدة مؤكدين مشددا مشددة قائلا قائلة قائلين موضحا موضحة مضيفا مضيفة مشيرا مشيرة معتبرا "
    "معتبرة لافتا لافتة وأكد وأكدت وقال وقالت وأضاف وأضافت saying insisting stressing adding "
    "arguing "
    "והוסיף והוסיפה והוסיפו ואמר ואמרה ואמרו ומסר ומסרה ומסרו"
)


def unsaid(text: Passage, frame: Frame) -> set[int]:
    """The words of what a denial denies."""
    claim = list(frame.claim)
    says = next((n for n, p in enumerate(claim) if text.words[p].fold in AFFIRMING), len(claim))
    return set(claim[:says])


def disclaimed(
    sentence: Passage, source: Source, aligned: Alignment, ours: set[int]
) -> Refusal | None:
    """What a speaker of the evidence denies and the sentence tells as said."""
    speaking = {f.at for f in source.passage.frames if f.act is not Act.DENY}
    verbs = {f.at for f in sentence.frames if speaking.intersection(aligned.every.get(f.at, ()))}
    said = [p for p in sentence.content if p not in verbs]
    for frame in source.passage.frames:
        if frame.act is not Act.DENY:
            continue
        if _says_so(sentence, frame, aligned):
            return Refusal(Code.NEGATION, "the evidence denies this")
        if any(f.act is Act.DENY and frame.at in aligned.of(f.at) for f in sentence.frames):
            continue
        if any(frame.at in aligned.of(p) and not _withholds(sentence, p) for p in sentence.averse):
            continue
        denied = unsaid(source.passage, frame)
        claim = denied & source.inside - _who(source.passage, frame, sentence, aligned)
        kept = [p for p in said if (s := set(aligned.of(p)) - speaking - {frame.at}) and s <= claim]
        cut = len(denied & source.inside) < len(frame.claim)
        whole = sum(tells(source.passage, j) for j in claim)
        least = 1 if cut else min(_SEVERAL, max(1, whole))  # of what is surely denied, a word
        if len(kept) >= least and not set(kept) & (ours - _repeated(sentence, claim, aligned)):
            return Refusal(Code.NEGATION, "the evidence denies this")
    return _affirmed(sentence, source.passage, aligned)


def _points(sentence: Passage, this: int) -> bool:
    """Whether «ذلك» or «هذا» at *this* points to the noun behind it: «ذلك الاتهام»."""
    behind = sentence.words[this + 1 : this + 2]
    return any(word.fold.startswith("ال") for word in behind)


def _withholds(sentence: Passage, place: int) -> bool:
    """Whether the word at *place* is «منع» or another for "deny somebody a thing"."""
    return not WITHHOLDING.isdisjoint(without_particles(sentence.words[place].fold))


def _says_so(sentence: Passage, denial: Frame, aligned: Alignment) -> bool:
    """Whether who only denies it says so in *sentence*: «وأكدت المديرية ذلك»."""
    for ours in sentence.frames:
        behind = ours.claim[:_SPEAKER]
        this = next((p for p in behind if sentence.words[p].fold in _THIS), None)
        if ours.act is Act.DENY or this is None or _points(sentence, this):
            continue
        if sentence.words[this - 1].fold in OPENERS["ar"]:
            continue  # «وقال إن ذلك غير صحيح»
        named = [p for p in (*ours.speaker, *ours.claim) if p in sentence.telling and p < this]
        support = [set(aligned.every.get(p, ())) for p in named]
        if support and all(found & set(denial.speaker) for found in support):
            return True
    return False


#: To deny somebody a thing, and the nouns of it.
WITHHOLDING = forms("ar", ["منع يمنع", "حرم يحرم", "حظر يحظر", "حجب يحجب"]) | folded(
    "منع حرمان حظر حجب"
)
_THIS = folded("ذلك هذا")
#: Words of a speaker and "it" behind his verb, at most.
_SPEAKER = 6


def _who(evidence: Passage, frame: Frame, sentence: Passage, aligned: Alignment) -> set[int]:
    """Who denies; where nothing opens the claim, as far as *sentence* has it as a speaker.

    «نفى وزير البيئة معاوية الردايدة تلوث المياه»: with the last name the speaker ends, and where
    there is none, with a word.
    """
    if frame.opened:
        return set(frame.speaker)
    named = {j for f in sentence.frames for p in f.speaker for j in aligned.every.get(p, ())}
    names = [j for j in frame.speaker if evidence.keys[j] or not evidence.meanings[j]]
    last = max(names, default=frame.speaker.start)
    if (aside := _said_of_him(evidence, last + 1)) is not None:
        return {j for j in named if frame.speaker.start <= j <= last} | set(aside)
    stop = frame.speaker.stop
    if stop < len(evidence.words) and evidence.words[stop].fold in _NO_NAMES:
        last = stop - 1
    return {j for j in named if frame.speaker.start <= j <= last}


def _said_of_him(evidence: Passage, start: int) -> range | None:
    """What two commas right behind a name enclose: «شركة شولته، المسؤولة عن السفينة، حدوث عطل»."""
    if start >= len(evidence.words) or "،" not in evidence.gap(start):
        return None
    near = range(start + 1, min(len(evidence.words), start + _ASIDE))
    end = next((p for p in near if "،" in evidence.gap(p)), None)
    joined = evidence.words[start].fold[0] == "و"
    return range(start, end) if end is not None and not joined else None


#: Words between two such commas, at most.
_ASIDE = 12
#: Words that end a name, whatever it is: «نفت وزيرة الصحة منى سالم | وجود خلاف».
_NO_NAMES = folded("وجود عدم أي أية حدوث وقوع")


def _repeated(sentence: Passage, claim: Set[int], aligned: Alignment) -> set[int]:
    """What a word with a no of its own reaches that only repeats one of the *claim*.

    Of "denied that it had refused help" «رفض المساعدة» is no denial.
    """
    negated = {p for n in sentence.negations for p in range(n.at, n.end)}
    echoes = [p for p in sentence.averse - negated if (s := set(aligned.of(p))) and s <= claim]
    return {p for at in echoes for p in range(at, at + _REACH)} - negated


def _affirmed(sentence: Passage, evidence: Passage, aligned: Alignment) -> Refusal | None:
    """What a speaker affirms in the evidence and the sentence tells as denied by him."""
    no = {p for n in evidence.negations for p in range(n.at, n.end)} | evidence.averse
    for frame in (f for f in sentence.frames if f.act is Act.DENY):
        claim = unsaid(sentence, frame).intersection(sentence.content)
        told = [set(aligned.every[p]) for p in claim if aligned.every.get(p)]
        for theirs in (f for f in evidence.frames if f.act is Act.DENY):
            affirming = _goes_on_at(evidence, theirs.at)
            if theirs.at not in aligned.of(frame.at) or affirming is None or len(told) < _SEVERAL:
                continue
            if all(min(support) > affirming and not support & no for support in told):
                return Refusal(Code.NEGATION, "the evidence does not deny this")
    return None


def denied_twice(sentence: Passage, evidence: Passage, negation: Negation) -> bool:
    """Whether *negation* stands in what *sentence* denies, and the evidence has none there.

    «نفى أن الشركة لم تبع»: that it sold.
    """
    of_a_noun = sentence.words[negation.at].fold in _LACK  # «نفت عدم وجود خلاف»
    denying = (f for f in sentence.frames if f.act is Act.DENY and (f.opened or of_a_noun))
    if not any(f.at < negation.at and negation.at in unsaid(sentence, f) for f in denying):
        return False
    denials = [f for f in evidence.frames if f.act is Act.DENY and f.claim.stop > f.at + 1]
    theirs = {p for f in denials for p in unsaid(evidence, f) if p > f.at}
    no = {n.at for n in evidence.negations} | evidence.averse
    no |= {p for p in theirs if turned(evidence.words[p].fold)}
    told = sum(tells(evidence, p) for p in theirs)
    return told >= (1 if of_a_noun else _SEVERAL) and not theirs & no


_LACK = folded("عدم")
#: Words of a claim that tell which of two it is; words that a word with a no of its own reaches.
_SEVERAL, _REACH = 2, 8


def _goes_on_at(text: Passage, denial: int) -> int | None:
    """Where the speaker of a *denial* goes on to affirm, in the same sentence."""
    for place in range(denial + 1, len(text.words)):
        if text.ends(place):
            return None
        if text.words[place].fold in AFFIRMING:
            return place
    return None
