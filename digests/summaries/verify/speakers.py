"""Who says it: what the evidence reports as somebody's words stays that one's words.

The rule: when the words of the sentence rest on the claim of a frame of the evidence, they stand in
a frame of the sentence whose speaker is the same one: a name or the noun of the speaker aligns with
the evidence's speaker, and no name aligns elsewhere. A pronoun in the evidence is the last speaker
named before it in the article.

What it may get wrong: a frame that the tables of `digests.language.reporting` do not see. The
escape
hatch is those tables.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.frame import RELATIVES
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.quantities import Kind
from digests.language.reporting import CALLS, Frame
from digests.language.speech_verbs import Act
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.acts import acts
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.dates import alike
from digests.summaries.verify.disputes import accusers, denials
from digests.summaries.verify.fronted import not_fronted
from digests.summaries.verify.naming import Speaker, named_in
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.told_by import same_one
from digests.summaries.verify.who import shown, who_says

#: Words behind a verb that belong to its speaker, where the end of the name is not known.
_SURE = 3
#: What gives no name to a speaker.
_NOBODY = folded(
    "مصدر مصادر تقرير تقارير حصيلة حصائل أنباء معلومات مطلع مطلعة موثوقة وسائل إعلام محلية رسمية "
    "بيان أرقام إحصاء إحصائية إحصائيات بيانات آخر أحدث جهات مراقبون"
)


def speakers(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A claim of the evidence that *sentence* tells without its speaker, or with another."""
    evidence = source.passage
    frames = [f for f in evidence.frames if _claims(f, source)]
    for frame in frames:
        named = {
            j for f in frames if f is not frame for j in _speaking(who_says(f, source), evidence)
        }
        resting = _resting(sentence, evidence, frame, frames, aligned, named)
        if not resting or not _telling(sentence, resting, frame, aligned):
            continue
        who = who_says(frame, source)
        resting = not_fronted(sentence, resting, frame, who, source, aligned)
        if not resting:
            continue
        ours = [f for f in sentence.frames if _covers(sentence, f, resting)]
        ours = [f for f in ours if _may_tell(f, frame, frames, evidence)]
        clauses = acts(sentence, frame, aligned, _speaking(who, evidence))
        told = [f for f in clauses if _covers(sentence, f, resting)]
        if any(same_one(sentence, f, who, source, aligned) for f in told):
            continue
        if _told_in_parts(sentence, resting, who, source, aligned):
            continue
        if _referred_to(sentence, resting, frame, frames, source, aligned):
            continue
        if not who and frame.act is Act.THINK and (ours or sentence.hedges):
            continue
        if _denies_it(sentence, resting, frame, frames, source, aligned):
            continue
        if _names_what_shows(sentence, frame, evidence, aligned):
            continue
        if _told_by_another(sentence, frame, frames, ours, source, aligned):
            continue
        if _told_by_a_noun(sentence, frame, frames, ours, source, aligned):
            continue
        if _denied_behind(frame) and any(
            same_one(sentence, mine, who_says(theirs, source), source, aligned)
            for theirs in _claimants(frame, frames)
            for mine in ours
        ):
            continue
        if not ours:
            return Refusal(
                Code.SPEAKER,
                f"the evidence reports what {shown(frame, source)} said; name that speaker",
            )
        if not any(same_one(sentence, f, who, source, aligned) for f in ours):
            return Refusal(
                Code.SPEAKER, f"the speaker in the evidence is {shown(frame, source)}, not another"
            )
    return (
        denials(sentence, source, aligned)
        or accusers(sentence, source, aligned)
        or _exchanged(sentence, source, aligned)
    )


def _denies_it(
    sentence: Passage,
    resting: list[int],
    frame: Frame,
    frames: list[Frame],
    source: Source,
    aligned: Alignment,
) -> bool:
    """Whether *sentence* tells the charge of *frame* as what another denies by "it".

    "X accused Y of theft. Y denied it": «نفى ص أن يكون قد سرق».
    """
    if frame.act is not Act.ACCUSE:
        return False
    evidence = source.passage
    for other in frames:
        near = evidence.words[other.at + 1 : other.at + 1 + _POINTING]
        if (
            other.act is not Act.DENY
            or other.at < frame.at
            or (other.opened and len(other.claim) > 2)
        ):
            continue
        if not any(word.fold in _IT for word in near):
            continue
        who = who_says(other, source)
        denying = [f for f in sentence.frames if f.act is Act.DENY and not f.according]
        if any(
            _covers(sentence, f, resting) and same_one(sentence, f, who, source, aligned)
            for f in denying
        ):
            return True
    return False


#: Words behind a denial in which "it" stands; what points back to a charge.
_POINTING, _IT = 5, folded("it this that ذلك هذا זאת זה כך")


def _told_by_another(
    sentence: Passage,
    frame: Frame,
    frames: list[Frame],
    ours: list[Frame],
    source: Source,
    aligned: Alignment,
) -> bool:
    """Whether *sentence* tells what is said in *frame* as the words of who tells of it.

    "Congo has reported 500 cases, according to the WHO" is the WHO's word, and names Congo.
    """
    verb = source.passage.words[frame.at].fold
    counted = any(0 < q.first - frame.at <= _COUNTED for q in source.passage.quantities)
    if verb not in _RECORDS or not counted:
        return False
    opens = {next((p for p in f.claim if p in sentence.telling), -1) for f in ours}
    if not any(set(aligned.of(p)) & set(frame.speaker) for p in opens):
        return False
    return any(
        same_one(sentence, mine, who_says(outer, source), source, aligned)
        for outer in frames
        if outer is not frame and {frame.at, *frame.speaker} <= set(outer.claim)
        for mine in ours
    )


def _told_by_a_noun(
    sentence: Passage,
    frame: Frame,
    frames: list[Frame],
    ours: list[Frame],
    source: Source,
    aligned: Alignment,
) -> bool:
    """Whether *sentence* tells *frame* by its noun and its speaker, in another's words.

    «نفى فلان إعلان هيئته الحصيلة» denies that she announced it, who is named behind the noun.
    """
    saying = {f.at for f in sentence.frames}
    nouns = (p for p in sentence.content if p not in saying and frame.at in aligned.of(p))
    if not any(set(aligned.of(p + 1)) & set(frame.speaker) for p in nouns):
        return False
    outer = [f for f in frames if f.at < frame.at and {frame.at, *frame.claim} <= set(f.claim)]
    return any(
        same_one(sentence, mine, who_says(f, source), source, aligned)
        for f in outer
        for mine in ours
    )


#: Verbs by which somebody tells figures of his own; words between one and its figure, at most.
_RECORDS, _COUNTED = forms("en", ["report", "record", "register"]), 4


def _names_what_shows(
    sentence: Passage, frame: Frame, evidence: Passage, aligned: Alignment
) -> bool:
    """Whether *sentence* names the figures that show it, though by no verb: «تصدر النتائج»."""
    if evidence.words[frame.at].fold.removeprefix("و") not in _SHOWING:
        return False
    figures = {
        j
        for j in frame.speaker
        if not _FIGURES.isdisjoint(without_particles(evidence.words[j].fold))
    }
    return any(figures & set(aligned.of(place)) for place in sentence.content)


_SHOWING = forms("ar", ["أظهر يظهر"]) | forms("en", ["show", "indicate"]) | folded("put")
_FIGURES = folded(
    "نتائج استطلاع استطلاعات بيانات أرقام إحصاءات تعداد فرز results poll polls survey data figures "
    "count"
)


def _speaking(who: list[Speaker], evidence: Passage) -> frozenset[int]:
    """The places of *evidence* that name *who*."""
    return frozenset(j for one in who if one.text is evidence for j in one.places)


def _told_in_parts(
    sentence: Passage, resting: list[int], who: list[Speaker], source: Source, aligned: Alignment
) -> bool:
    """Whether frames of one speaker cover together what rests on a claim: «قال إن …، واستبعد …».

    What is denied stands with what is said only where the evidence has no denial of it.
    """
    own = [f for f in sentence.frames if same_one(sentence, f, who, source, aligned)]
    claims = {p for f in own for p in (*f.claim, *f.speaker, f.at)}
    denied = any(f.act in (Act.DENY, Act.ACCUSE) for f in source.passage.frames)
    return len(own) > 1 and not denied and sum(p in claims for p in resting) * 2 > len(resting)


def _referred_to(
    sentence: Passage,
    resting: list[int],
    frame: Frame,
    frames: list[Frame],
    source: Source,
    aligned: Alignment,
) -> bool:
    """Whether what rests on *frame* only names what another speaks of: "such a loan would"."""
    evidence = source.passage
    for other in frames:
        begins = [evidence.words[j].fold for j in other.claim[:_BEGINS]]
        if other.opened and begins[:1] == ["that"]:
            begins = begins[1:]  # "denied that" points back to nothing
        if other.at < frame.at or _SUCH.isdisjoint(begins):
            continue
        for ours in sentence.frames:
            told = [p for p in ours.claim if p in sentence.telling]
            if len(resting) * 2 > len(told) or not _covers(sentence, ours, resting):
                continue
            if same_one(sentence, ours, who_says(other, source), source, aligned):
                return True
    return False


#: Words of a claim in which it points back to what was told before.
_BEGINS = 3
_SUCH = folded("such this that these those it they هذا هذه ذلك تلك כזה כזאת זה זו")


def _may_tell(ours: Frame, theirs: Frame, frames: list[Frame], evidence: Passage) -> bool:
    """Whether *ours* may tell the claim of *theirs*: who denies a charge does not accuse.

    "The union accused the firm of theft" is no «نفت النقابة السرقة»; where the evidence denies a
    charge told by a noun, its denial may be told alone. Nor is what somebody affirms denied.
    """
    if ours.act is Act.DENY and theirs.act is Act.SAY and ours.opened:
        denied = any(f.act is Act.DENY and f.at != theirs.at for f in frames)
        turned = evidence.averse | {n.at for n in evidence.negations}
        return not denied or bool(turned & set(theirs.claim))
    if ours.act is Act.ASK and theirs.act is Act.SAY and evidence.words[theirs.at].fold in CALLS:
        return False  # "called the charge a lie" asks for nothing
    if ours.act is not Act.DENY or theirs.act is not Act.ACCUSE:
        return True
    return any(f.act is Act.DENY and theirs.at in f.claim for f in frames)


def _claimants(frame: Frame, frames: list[Frame]) -> list[Frame]:
    """The frames in whose claims all that *frame* denies stands."""
    return [
        f
        for f in frames
        if f.at < frame.at and f.act is not Act.DENY and set(frame.claim) <= set(f.claim)
    ]


def _denied_behind(frame: Frame) -> bool:
    """Whether *frame* denies what was told before: "accused the firm of theft, which it denied".

    The sentence may tell it as the words of who claims it; who denies it is compared in `denials`.
    """
    return frame.act is Act.DENY and frame.claim.stop <= frame.at


def _exchanged(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """Words of one speaker about another's, told as the other's words about the one's.

    "Reeves said the union had demanded it" is no «قالت النقابة إن ريفز طلب ذلك».
    """
    frames = source.passage.frames
    for ours in sentence.frames:
        if not ours.opened or not named_in(sentence, ours.speaker):
            continue
        theirs = [f for f in frames if f.at in aligned.every.get(ours.at, ())]
        theirs = [f for f in theirs if not any(f.at in g.claim and g.at < f.at for g in theirs)]
        inner = [g for g in frames for f in theirs if g.at in f.claim and g.at > f.at]
        inner = [g for g in inner if not g.according]
        if not inner or _spoken(sentence, ours, theirs, source, aligned):
            continue
        if _spoken(sentence, ours, [g for g in inner if g not in theirs], source, aligned):
            return Refusal(
                Code.SPEAKER, f"the speaker in the evidence is {shown(theirs[0], source)}"
            )
    return None


def _spoken(
    sentence: Passage, ours: Frame, theirs: list[Frame], source: Source, aligned: Alignment
) -> bool:
    """Whether the speaker of *ours* speaks in one of the frames *theirs* of the evidence."""
    return any(same_one(sentence, ours, who_says(f, source), source, aligned) for f in theirs)


def attributed(sentence: Passage) -> bool:
    """Whether *sentence* has a frame with a speaker."""
    return any(named_in(sentence, frame.speaker) for frame in sentence.frames)


def body(sentence: Passage, frame: Frame) -> list[int]:
    """The places of *frame*'s speaker in *sentence* that name a body or a person."""
    return [p for p in named_in(sentence, frame.speaker) if sentence.words[p].fold not in _NOBODY]


def _claims(frame: Frame, source: Source) -> bool:
    return bool(set(frame.claim) & source.inside)


def _resting(
    sentence: Passage,
    evidence: Passage,
    frame: Frame,
    frames: list[Frame],
    aligned: Alignment,
    named: set[int],
) -> list[int]:
    """Content words of *sentence* whose whole support lies in the claim of *frame*.

    *named* are those who speak elsewhere: to name them tells nothing of the claim.
    """
    verbs = {f.at for f in evidence.frames}
    saying = {f.at for f in sentence.frames if verbs & set(aligned.every.get(f.at, ()))}
    claim = set(frame.claim) - set(frame.speaker) - {frame.at} - named
    for other in frames:
        if other is not frame:
            claim -= set(other.speaker) | {other.at}
    found = []
    for place in sentence.content:
        support = aligned.of(place)
        if support and set(support) <= claim and place not in saying:
            found.append(place)
    return found + _numbers(sentence, evidence, claim) + _dates(sentence, evidence, claim)


def _numbers(sentence: Passage, evidence: Passage, claim: set[int]) -> list[int]:
    """The numbers of *sentence* that only *claim* gives."""
    found = []
    for ours in sentence.numbers:
        places = [q.first for q in evidence.numbers if q.value == ours.value]
        if places and set(places) <= claim and ours.kind is not Kind.DUAL:
            found.append(ours.first)
    return found


def _dates(sentence: Passage, evidence: Passage, claim: set[int]) -> list[int]:
    """The dates of *sentence* that only *claim* gives."""
    found = []
    for ours in sentence.moments:
        places = [m.first for m in evidence.moments if alike(ours, m)]
        if places and set(places) <= claim:
            found.append(ours.first)
    return found


def _telling(sentence: Passage, resting: list[int], frame: Frame, aligned: Alignment) -> bool:
    """Whether the words that rest on a claim tell it, rather than name whom it was told to.

    One word does when the rest of its sentence may stand in that claim too.
    """
    if len(resting) > 1 or frame.act is not Act.SAY:
        return True
    saying = {
        p for f in sentence.frames for p in (f.at, *(f.speaker if f.opened else f.speaker[:_SURE]))
    }
    others = [p for p in sentence.content if p not in saying and p not in resting]
    claim = set(frame.claim) | (set() if frame.opened else set(frame.speaker))
    return all(claim & set(aligned.every.get(p, ())) for p in others)


def _covers(sentence: Passage, frame: Frame, resting: list[int]) -> bool:
    """Whether most of what rests on a claim stands in the claim of *frame*.

    Who is accused stands before a charge that a noun tells: «رفضت الشركة اتهام النقابة لها».
    """
    if frame.aside or (frame.at and sentence.words[frame.at - 1].fold in RELATIVES):
        ahead = _clause_before(sentence, frame.at)
        resting = [place for place in resting if place not in ahead]
    claim = set(frame.claim) | set(frame.speaker) | {frame.at}
    return sum(place in claim for place in resting) * 2 > len(resting)


def _clause_before(sentence: Passage, place: int) -> range:
    """The words before *place* back to a mark, or the joined verb that begins the clause."""
    first = place
    while first > 0 and place - first < _CLAUSE and not mark_before(sentence, first):
        first -= 1
        if sentence.words[first].fold[:1] == "و" and not as_it_stands(sentence.words[first].fold):
            break
    return range(first, place)


#: Words of a clause before a charge, at most.
_CLAUSE = 6
