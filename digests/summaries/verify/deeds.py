"""Claims that are deeds, or that only describe a noun: they report nothing that may not be so.

The rule: to declare martial law or a strike is an act, which a sentence may tell by its noun («بعد
إعلانه الأحكام العرفية»), of the same one; «إضرابًا دعت إليه النقابة» tells who called for a strike
of which the sentence tells, and may be left out; what was decided on somebody's proposal is told
so.

What it may get wrong: a pronoun that stands for another man of the sentence. The escape hatch is to
tell the deed by its verb and its speaker.
"""

from __future__ import annotations

from digests.language.declared import declares_a_deed
from digests.language.frame import Frame
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.speech_verbs import Act
from digests.summaries.verify.naming import named_in
from digests.summaries.verify.resting import covers
from digests.summaries.verify.retold import Claim, speaking


def told_as_a_deed(claim: Claim) -> bool:
    """Whether the sentence tells *claim* as a deed, or what the claim only describes."""
    return _declared(claim) or _described(claim) or _proposed(claim)


def _declared(claim: Claim) -> bool:
    """Whether a deed that is done by declaring it is told by the noun of that: «إعلانه الحرب»."""
    if not declares_a_deed(claim.evidence.words, claim.theirs.at):
        return False
    return any(_by_its_noun(claim, place) for place in claim.sentence.content)


def _by_its_noun(claim: Claim, place: int) -> bool:
    """Whether «إعلان» stands at *place* for the verb, with its pronoun, its doer or its deed."""
    sentence, aligned = claim.sentence, claim.aligned
    word = sentence.words[place].fold
    if claim.theirs.at not in aligned.every.get(place, ()) or not _declaring(word):
        return False
    told = set(claim.theirs.claim)
    near = range(place + 1, min(len(sentence.words), place + 1 + _NEAR))
    deed = next((p for p in near if set(aligned.of(p)) & told), None)
    if deed is None:
        return False
    frame = Frame(place, Act.SAY, range(place + 1, deed), range(deed, len(sentence.words)))
    resting = [p for p in claim.resting if p != place - 1]
    if not covers(sentence, frame, resting):
        return False
    if his := next((h for h in _HIS if word.endswith(h)), None):
        return deed == place + 1 and _may_be(claim, his, place)
    return deed == place + 1 or claim.told_by_its_speaker([frame])


def _declaring(word: str) -> bool:
    return any(form.startswith(_DECLARATION) for form in without_particles(word))


def _may_be(claim: Claim, his: str, place: int) -> bool:
    """Whether the pronoun *his* of the noun at *place* may stand for who declares it."""
    pronouns = {claim.evidence.words[p].fold for p in claim.theirs.speaker}
    for pronoun, ours in _PRONOUNS.items():
        if pronoun in pronouns:
            return his in ours
    who = speaking(claim.who, claim.evidence)
    return any(set(claim.aligned.of(p)) & who for p in range(place))


_DECLARATION = "اعلان"
_HIS = ("هما", "ها", "هم", "ه")
_PRONOUNS = {"he": ("ه",), "she": ("ها",), "it": ("ه", "ها"), "they": ("هم", "ها", "هما", "ه")}
#: Words in which a deed stands behind its noun.
_NEAR = 5


def _described(claim: Claim) -> bool:
    """Whether it only tells who called for what a clause tells of, and is left out.

    «بدأ المعلمون إضرابًا دعت إليه النقابة», "a strike called by the union": they did begin it.
    """
    frame, words = claim.theirs, claim.evidence.words
    if frame.act is not Act.ASK or frame.claim.stop != frame.at or frame.at + 1 >= len(words):
        return False
    if words[frame.at + 1].fold not in _TO_IT:
        return False
    told = {j for p in claim.sentence.content for j in claim.aligned.of(p)}
    return told.isdisjoint({frame.at, *frame.speaker[:1]})


_TO_IT = folded("إليه إليها إليهم by")


def _proposed(claim: Claim) -> bool:
    """Whether what was decided on somebody's proposal is told so: «بناء على اقتراح فلان»."""
    frame, sentence = claim.theirs, claim.sentence
    nouns = [p for p in frame.speaker[:1] if _proposal(claim.evidence.words[p].fold)]
    if not frame.according or not nouns or frame.claim.stop > frame.at:
        return False
    for place in sentence.content:
        if nouns[0] not in claim.aligned.every.get(place, ()):
            continue
        named = range(place + 1, min(len(sentence.words), place + 1 + 2 * _NEAR))
        ours = Frame(place, Act.SAY, named, range(place), opened=False)
        if named_in(sentence, named) and claim.told_by_its_speaker([ours]):
            return True
    return False


def _proposal(word: str) -> bool:
    return any(form in _PROPOSALS for form in (*without_particles(word), word))


_PROPOSALS = folded("اقتراح طلب توصية הצעה הצעת בקשה בקשת המלצה המלצת")
