"""Ways in which a sentence tells a claim rightly, though no frame of it has the same speaker.

The rule: the claim is told by an act of its speaker that is no verb of saying, in several frames of
that speaker, as what another denies by "it", by a noun in another's words, as figures that show it,
as what somebody is to show on a condition, by people in a body who have no name, or as what another
speaks of who points back to it.

What it may get wrong: two claims of one speaker, of which the sentence tells one with the other's
words. The escape hatch is to tell each in a frame of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.reporting import Frame
from digests.language.speech_verbs import Act
from digests.summaries.verify.acts import acts, clause_start
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.conditions import sentence_around
from digests.summaries.verify.naming import Speaker, named_in
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.resting import covers
from digests.summaries.verify.source import Source
from digests.summaries.verify.told_by import same_one
from digests.summaries.verify.who import who_says


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim of the evidence that *sentence* tells.

    *theirs* is its frame, *frames* are all whose claims stand in the cited evidence, *who* are its
    speakers; *resting* are the words of *sentence* that rest on it, *ours* the frames of *sentence*
    that may tell it.
    """

    sentence: Passage
    source: Source
    aligned: Alignment
    frames: list[Frame]
    theirs: Frame
    who: list[Speaker]
    resting: list[int]
    ours: list[Frame]

    @property
    def evidence(self) -> Passage:
        return self.source.passage

    def told_by_its_speaker(self, frames: Iterable[Frame]) -> bool:
        """Whether the speaker of the claim speaks in one of *frames* of the sentence."""
        return any(same_one(self.sentence, f, self.who, self.source, self.aligned) for f in frames)


def speaks(
    sentence: Passage,
    ours: Iterable[Frame],
    theirs: Iterable[Frame],
    source: Source,
    aligned: Alignment,
) -> bool:
    """Whether the speaker of one of *theirs*, of the evidence, speaks in one of *ours*."""
    ours = list(ours)
    return any(
        same_one(sentence, mine, who, source, aligned)
        for who in (who_says(f, source) for f in theirs)
        for mine in ours
    )


def speaking(who: list[Speaker], evidence: Passage) -> frozenset[int]:
    """The places of *evidence* that name *who*."""
    return frozenset(j for one in who if one.text is evidence for j in one.places)


def told_otherwise(claim: Claim) -> bool:
    """Whether the sentence tells *claim* rightly in one of the ways above."""
    return any(tells(claim) for tells in _WAYS)


def _by_an_act(claim: Claim) -> bool:
    """Whether the speaker does it by a verb of another kind: «لم تردّ السلطات على …»."""
    who = speaking(claim.who, claim.evidence)
    clauses = acts(claim.sentence, claim.theirs, claim.aligned, who)
    return claim.told_by_its_speaker(f for f in clauses if covers(claim.sentence, f, claim.resting))


def _in_parts(claim: Claim) -> bool:
    """Whether frames of one speaker cover it together: «قال إن …، واستبعد …».

    What is denied stands with what is said only where the evidence has no denial of it.
    """
    if any(f.act in (Act.DENY, Act.ACCUSE) for f in claim.evidence.frames):
        return False
    own = [f for f in claim.sentence.frames if claim.told_by_its_speaker([f])]
    claims = {p for f in own for p in (*f.claim, *f.speaker, f.at)}
    told = sum(p in claims for p in claim.resting)
    return len(own) > 1 and told * 2 > len(claim.resting)


def _pointed_back_to(claim: Claim) -> bool:
    """Whether what rests on it only names what another speaks of: "such a loan would"."""
    sentence = claim.sentence
    for other in claim.frames:
        begins = [claim.evidence.words[j].fold for j in other.claim[:_BEGINS]]
        if other.opened and begins[:1] == ["that"]:
            begins = begins[1:]  # "denied that" points back to nothing
        if other.at < claim.theirs.at:
            continue
        if _SUCH.isdisjoint(begins) and not (other.opened and _ends_with_it(claim, other)):
            continue
        naming = [f for f in sentence.frames if covers(sentence, f, claim.resting)]
        naming = [f for f in naming if len(claim.resting) * 2 <= _told_in(sentence, f)]
        if speaks(sentence, naming, [other], claim.source, claim.aligned):
            return True
    return False


def _ends_with_it(claim: Claim, other: Frame) -> bool:
    """Whether *other* ends with "it" for the one thing that rests on the claim: "might win it"."""
    last = claim.evidence.words[other.claim[-1]].fold if other.claim else ""
    told = set(other.claim)
    alone = [p for p in claim.resting if told.isdisjoint(claim.aligned.every.get(p, ()))]
    return last in _AT_THE_END and len(alone) == 1


_AT_THE_END = folded("it them")


def _told_in(sentence: Passage, frame: Frame) -> int:
    """How many words of the claim of *frame* say something."""
    return sum(p in sentence.telling for p in frame.claim)


#: Words of a claim in which it points back to what was told before.
_BEGINS = 3
_SUCH = folded("such this that these those it they هذا هذه ذلك تلك כזה כזאת זה זו")


def _only_thought(claim: Claim) -> bool:
    """Whether nobody is told to think it, and the sentence leaves it open or to somebody."""
    thought = not claim.who and claim.theirs.act is Act.THINK
    return thought and bool(claim.ours or claim.sentence.hedges)


def _denied_by_it(claim: Claim) -> bool:
    """Whether a charge, or what was said right before, is told as what another denies by "it".

    "X accused Y of theft. Y denied it": «نفى ص أن يكون قد سرق».
    """
    if claim.theirs.act not in (Act.ACCUSE, Act.SAY):
        return False
    sentence = claim.sentence
    denying = [f for f in sentence.frames if f.act is Act.DENY and not f.according]
    denying = [f for f in denying if covers(sentence, f, claim.resting)]
    theirs = [f for f in claim.frames if f.at >= claim.theirs.at and _denies_it(f, claim.evidence)]
    if claim.theirs.act is Act.SAY:  # and no other has spoken since
        theirs = [f for f in theirs if not any(claim.theirs.at < g.at < f.at for g in claim.frames)]
    return speaks(sentence, denying, theirs, claim.source, claim.aligned)


def _denies_it(frame: Frame, evidence: Passage) -> bool:
    """Whether *frame* denies by "it", and opens no claim of its own."""
    if frame.act is not Act.DENY or (frame.opened and len(frame.claim) > _BARE):
        return False
    near = evidence.words[frame.at + 1 : frame.at + 1 + _POINTING]
    return any(word.fold in _IT for word in near)


#: Words of a claim that is only "it", at most; words behind a denial in which "it" stands; what
#: points back to a charge.
_BARE, _POINTING, _IT = 2, 5, folded("it this that ذلك هذا זאת זה כך")


def _shown_by_figures(claim: Claim) -> bool:
    """Whether the sentence names the figures that show it, though by no verb: «تصدر النتائج»."""
    words = claim.evidence.words
    if words[claim.theirs.at].fold.removeprefix("و") not in _SHOWING:
        return False
    figures = {
        j for j in claim.theirs.speaker if not _FIGURES.isdisjoint(without_particles(words[j].fold))
    }
    return any(figures & set(claim.aligned.of(place)) for place in claim.sentence.content)


_SHOWING = forms("ar", ["أظهر يظهر"]) | forms("en", ["show", "indicate"]) | folded("put")
_FIGURES = folded(
    "نتائج استطلاع استطلاعات بيانات أرقام إحصاءات تعداد فرز results poll polls survey data figures "
    "count"
)


def _by_who_tells_of_it(claim: Claim) -> bool:
    """Whether it is told as the words of who tells of it.

    "Congo has reported 500 cases, according to the WHO" is the WHO's word, and names Congo.
    """
    sentence, frame = claim.sentence, claim.theirs
    verb = claim.evidence.words[frame.at].fold
    counted = any(0 < q.first - frame.at <= _COUNTED for q in claim.evidence.quantities)
    if verb not in _RECORDS or not counted:
        return False
    opens = {next((p for p in f.claim if p in sentence.telling), -1) for f in claim.ours}
    if not any(set(claim.aligned.of(p)) & set(frame.speaker) for p in opens):
        return False
    outer = [
        f for f in claim.frames if f is not frame and {frame.at, *frame.speaker} <= set(f.claim)
    ]
    return speaks(sentence, claim.ours, outer, claim.source, claim.aligned)


#: Verbs by which somebody tells figures of his own; words between one and its figure, at most.
_RECORDS, _COUNTED = forms("en", ["report", "record", "register"]), 4


def _by_a_noun(claim: Claim) -> bool:
    """Whether it is told by its noun and its speaker, in another's words.

    «نفى فلان إعلان هيئته الحصيلة» denies that she announced it, who is named behind the noun.
    """
    sentence, frame, aligned = claim.sentence, claim.theirs, claim.aligned
    saying = {f.at for f in sentence.frames}
    nouns = (p for p in sentence.content if p not in saying and frame.at in aligned.of(p))
    if not any(set(aligned.of(p + 1)) & set(frame.speaker) for p in nouns):
        return False
    whole = {frame.at, *frame.claim}
    outer = [f for f in claim.frames if f.at < frame.at and whole <= set(f.claim)]
    return speaks(sentence, claim.ours, outer, claim.source, aligned)


def _by_who_claims_it(claim: Claim) -> bool:
    """Whether what is denied was told before, and is told as the words of who claims it.

    "Accused the firm of theft, which it denied"; who denies it is compared in `disputes`.
    """
    frame = claim.theirs
    if frame.act is not Act.DENY or frame.claim.stop > frame.at:
        return False
    claimants = [f for f in claim.frames if f.at < frame.at and f.act is not Act.DENY]
    claimants = [f for f in claimants if set(frame.claim) <= set(f.claim)]
    return speaks(claim.sentence, claim.ours, claimants, claim.source, claim.aligned)


def _by_the_same_clause(claim: Claim) -> bool:
    """Whether it is told as the end of what its speakers did: «تظاهر آلاف للمطالبة باستقالته».

    The evidence goes on with their subject («تظاهر آلاف … مطالبين»), and the sentence has the same
    verb, with the same ones right behind it, before the demand.
    """
    sentence, evidence, aligned = claim.sentence, claim.evidence, claim.aligned
    if evidence.language != "ar" or set(claim.theirs.speaker) or claim.theirs.act is not Act.ASK:
        return False
    start = sentence_around(evidence, claim.theirs.at)[0]
    demands = [p for p in sentence.content if claim.theirs.at in aligned.of(p)]
    for demand in demands:
        first = clause_start(sentence, demand)
        if demand - first <= 1 or start not in aligned.every.get(first, ()):
            continue
        if {p for p in claim.resting if p < demand} or not _the_same_ones(claim, first + 1, start):
            continue
        return True
    return False


def _on_condition(claim: Claim) -> bool:
    """Whether it is what somebody is to show, and told so: "certified when it shows that".

    The sentence keeps the verb behind its own "when" or "if".
    """
    there, words = claim.theirs.at, claim.evidence.words
    before = words[max(0, there - _CONDITION) : there]
    if words[there].fold not in _TO_SHOW or _WHEN.isdisjoint(word.fold for word in before):
        return False
    sentence = claim.sentence
    return any(
        there in claim.aligned.of(p)
        and any(word.fold in _WHENEVER for word in sentence.words[max(0, p - _CONDITION) : p])
        for p in sentence.content
        if p < min(claim.resting)
    )


#: Verbs of showing, words for "when", and words between the two, at most.
_TO_SHOW = forms("en", ["show", "demonstrate", "prove"])
_WHEN, _WHENEVER = folded("when if once unless"), folded("عندما إذا حين حينما متى كلما بعدما لو")
_CONDITION = 4


def _the_same_ones(claim: Claim, ours: int, theirs: int) -> bool:
    """Whether the word at *ours*, or the number there, is that behind the verb at *theirs*."""
    if theirs + 1 in claim.aligned.every.get(ours, ()):
        return True
    numbers = [q.value for q in claim.evidence.quantities if q.first == theirs + 1]
    return any(q.first == ours and q.value in numbers for q in claim.sentence.quantities)


def _within_a_body(claim: Claim) -> bool:
    """Whether unnamed people of a body say it in both: בליכוד העריכו, «قدّروا في الليكود أن»."""
    sentence, evidence = claim.sentence, claim.evidence
    if evidence.language != "he" or not len(claim.theirs.speaker):
        return False
    body = claim.theirs.speaker.start
    word = evidence.words[body].fold.removeprefix("ו")
    if word[:1] != "ב" or as_it_stands(word):
        return False
    unnamed = [f for f in claim.ours if f.opened and not named_in(sentence, f.speaker)]
    return any(
        f.at + 1 < len(sentence.words)
        and sentence.words[f.at + 1].fold == _IN
        and any(body in claim.aligned.every.get(p, ()) for p in range(f.at + 2, f.claim.start))
        for f in unnamed
    )


_IN = "في"


_WAYS: tuple[Callable[[Claim], bool], ...] = (
    _by_an_act,
    _in_parts,
    _pointed_back_to,
    _only_thought,
    _denied_by_it,
    _shown_by_figures,
    _by_who_tells_of_it,
    _by_a_noun,
    _by_who_claims_it,
    _by_the_same_clause,
    _on_condition,
    _within_a_body,
)
