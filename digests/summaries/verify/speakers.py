"""Who says it: what the evidence reports as somebody's words stays that one's words.

The rule: when the words of the sentence rest on the claim of a frame of the evidence, they stand in
a frame of the sentence whose speaker is the same one: a name or the noun of the speaker aligns with
the evidence's speaker, and no name aligns elsewhere. A pronoun in the evidence is the last speaker
named before it in the article.

What it may get wrong: a frame that the tables of `digests.language.reporting` do not see. The
escape hatch is those tables.
"""

from __future__ import annotations

from digests.language.declared import declares_a_deed
from digests.language.lists import folded
from digests.language.reporting import CALLS, Frame
from digests.language.speech_verbs import Act
from digests.language.verbs_or_nouns import ITS_VERBS
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.deeds import told_as_a_deed
from digests.summaries.verify.disputes import accusers, denials
from digests.summaries.verify.fronted import not_fronted
from digests.summaries.verify.naming import NAME, Speaker, core_of, named_in, proper_name, setting
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.resting import covers, resting, telling
from digests.summaries.verify.retold import Claim, speaking, speaks, told_otherwise
from digests.summaries.verify.source import Source
from digests.summaries.verify.standing import another_body, kind_of_body
from digests.summaries.verify.who import shown, who_says

#: What gives no name to a speaker.
_NOBODY = folded(
    "مصدر مصادر تقرير تقارير حصيلة حصائل أنباء معلومات مطلع مطلعة موثوقة وسائل إعلام محلية رسمية "
    "بيان أرقام إحصاء إحصائية إحصائيات بيانات آخر أحدث جهات مراقبون"
)


def speakers(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A claim of the evidence that *sentence* tells without its speaker, or with another."""
    frames = [f for f in source.passage.frames if _claims(f, source)]
    for frame in frames:
        claim = _told(sentence, frame, frames, source, aligned)
        if claim is None or told_otherwise(claim) or told_as_a_deed(claim):
            continue
        who = shown(frame, source)
        if not claim.ours:
            return Refusal(Code.SPEAKER, f"the evidence reports what {who} said; name that speaker")
        if not claim.told_by_its_speaker(claim.ours):
            return Refusal(Code.SPEAKER, f"the speaker in the evidence is {who}, not another")
        if _disputed(claim):
            return Refusal(Code.SPEAKER, f"another denies what {who} said; tell it as said")
    return (
        denials(sentence, source, aligned)
        or accusers(sentence, source, aligned)
        or _exchanged(sentence, source, aligned)
        or _of_another_body(sentence, source, aligned)
        or _nobodys(sentence, source.passage, aligned)
        or _unheard(sentence, source, aligned)
    )


def _disputed(claim: Claim) -> bool:
    """Whether a deed of which its doer says, and another denies, that he did it is told as done.

    "Melnik said he had warned the manager, who denied it" is no «حذّر ملنيك المدير».
    """
    told, theirs = set(claim.theirs.claim), set(claim.theirs.speaker)
    if claim.theirs.act is not Act.SAY or not any(
        f.act is Act.DENY and f.at > claim.theirs.at and theirs.isdisjoint(f.speaker)
        for f in claim.evidence.frames
    ):
        return False
    saying = [set(claim.aligned.of(f.at)) for f in claim.ours]
    return all(said and said <= told for said in saying)


def _told(
    sentence: Passage, frame: Frame, frames: list[Frame], source: Source, aligned: Alignment
) -> Claim | None:
    """The claim of *frame*, one of the *frames* of the evidence, if *sentence* tells it."""
    evidence = source.passage
    others = [f for f in frames if f is not frame]
    named = {j for f in others for j in speaking(who_says(f, source), evidence)}
    words = resting(sentence, evidence, frame, frames, aligned, named)
    if not words:
        return None
    if not (
        declares_a_deed(evidence.words, frame.at)
        or telling(sentence, evidence, words, frame, aligned)
    ):
        return None
    who = who_says(frame, source)
    words = not_fronted(sentence, words, frame, who, source, aligned)
    if not words:
        return None
    ours = [f for f in sentence.frames if covers(sentence, f, words)]
    ours = [f for f in ours if _may_tell(f, frame, frames, evidence)]
    return Claim(sentence, source, aligned, frames, frame, who, words, ours)


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
        if not inner or speaks(sentence, [ours], theirs, source, aligned):
            continue
        others = [g for g in inner if g not in theirs]
        if speaks(sentence, [ours], others, source, aligned):
            return Refusal(
                Code.SPEAKER, f"the speaker in the evidence is {shown(theirs[0], source)}"
            )
    return None


def _of_another_body(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """What a ministry announces, told as the government's or its minister's word.

    Where nothing opens what is said, no word may rest on it alone: «أعلنت الوزارة الإغلاق».
    """
    evidence = source.passage
    bodies = {kind_of_body(evidence.words[j].fold) for f in evidence.frames for j in f.speaker}
    for ours in sentence.frames:
        named = named_in(sentence, ours.speaker)
        theirs = [f for f in evidence.frames if f.at in aligned.every.get(ours.at, ())]
        if not named or kind_of_body(sentence.words[named[0]].fold) in bodies:
            continue
        who = [one for f in theirs for one in who_says(f, source)]
        if who and all(_another(sentence, named, one) for one in who):
            return Refusal(
                Code.SPEAKER, f"the speaker in the evidence is {shown(theirs[0], source)}"
            )
    return None


def _nobodys(sentence: Passage, evidence: Passage, aligned: Alignment) -> Refusal | None:
    """Calls that nobody is told to have made, told as somebody's: "boycott calls spread"."""
    for ours in sentence.frames:
        support = aligned.of(ours.at)
        who = {j for p in ours.speaker for j in aligned.every.get(p, ())}
        if any(not who.isdisjoint(range(max(0, j - 2), j)) for j in support):
            continue  # "opposition calls for a boycott grew louder"
        if support and all(_nobodys_noun(evidence, j) for j in support):
            shown_as = evidence.words[support[0]].text
            return Refusal(Code.SPEAKER, f"the evidence tells nobody whose «{shown_as}» they are")
    return None


def _unheard(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """Who speaks in *sentence* though the evidence has no word of his name, and no "he" for it."""
    evidence = source.passage
    for ours in sentence.frames:
        named = core_of(sentence, named_in(sentence, ours.speaker))
        named = [p for p in named if p < setting(sentence, named)]
        if not ours.opened:
            named = [p for p in named[:1] if proper_name(sentence, p)]
        if not named or any(aligned.every.get(p) for p in named):
            continue
        if not speaks(sentence, [ours], evidence.frames, source, aligned):
            shown_as = sentence.words[named[0]].text
            return Refusal(Code.SPEAKER, f"the evidence does not have «{shown_as}» speak")
    return None


def _nobodys_noun(evidence: Passage, place: int) -> bool:
    """Whether a noun of speech stands at *place* with a verb of its own, and nobody's name."""
    words = [w.fold for w in evidence.words[place : place + _OWN_VERB]]
    if (
        evidence.language != "en"
        or words[0][-1:] != "s"
        or any(f.at == place for f in evidence.frames)
    ):
        return False
    owners = evidence.words[max(0, place - 2) : place]
    owned = any(w.fold in _POSSESSIVES or w.text.endswith(("'s", "’s")) for w in owners)
    behind = {w.fold for w in evidence.words[place : place + 2 * _OWN_VERB]}
    return not owned and _BY.isdisjoint(behind) and not ITS_VERBS.isdisjoint(words[1:])


#: Words from a noun to its verb; what tells whose it is.
_OWN_VERB, _POSSESSIVES, _BY = 6, folded("its his her their"), folded("by from of")


def _another(sentence: Passage, named: list[int], one: Speaker) -> bool:
    places = one.places if one.opened else one.places[:NAME]
    return another_body(sentence.words, named, one.text.words, places)


def attributed(sentence: Passage) -> bool:
    """Whether *sentence* has a frame with a speaker."""
    return any(named_in(sentence, frame.speaker) for frame in sentence.frames)


def body(sentence: Passage, frame: Frame) -> list[int]:
    """The places of *frame*'s speaker in *sentence* that name a body or a person."""
    return [p for p in named_in(sentence, frame.speaker) if sentence.words[p].fold not in _NOBODY]


def _claims(frame: Frame, source: Source) -> bool:
    return bool(set(frame.claim) & source.inside)
