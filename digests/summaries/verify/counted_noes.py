"""How often something is denied: no more often than the evidence denies, refuses or lacks.

The rule: each negation of the sentence has one of the evidence to itself. One that says "only" or
"little" where the evidence does, that goes on with "nor" behind another, or that denies the
opposite of what is told there has none. What the sentence tells with a verb that carries a no of
its own (نفى، رفض، منع) is spent on that one. So neither «لن يرسل … ولم ترد» for "will send … has
not answered" nor «لم يقل إنه لم يجد» for "said it had found none" passes, though one no is there.

What it may get wrong: a no that another language says in a word without any (undue, rather than).
The escape hatches are `digests.language.negation` and `_NO_IN_ANOTHER_WAY`.
"""

from __future__ import annotations

from digests.language.lists import folded
from digests.language.negation import Negation, turned
from digests.language.speech_verbs import Act
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.denials import said_again
from digests.summaries.verify.littles import littles
from digests.summaries.verify.only import limits
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal

#: Words of the evidence that another text tells with a no.
_NO_IN_ANOTHER_WAY = folded(
    "only unless rather instead little few hardly missing other lost free empty end ended "
    "stop stopped רק בלבד אלא מעט לבד חסר فقط إلا سوى فحسب قليل قليلة نادرا غاب"
)
#: A no that only goes on with the one before: «لم يصب أحد ولا مبنى».
_NOR = folded("ولا وبلا ودون")


def counted_noes(
    sentence: Passage, evidence: Passage, aligned: Alignment, opposites: set[int]
) -> Refusal | None:
    """More negations in *sentence* than its evidence has; *opposites* are verbs it may deny."""
    args = sentence, evidence, aligned
    theirs = _theirs(evidence)
    ours = [
        negation
        for negation in sentence.negations
        if theirs.issuperset(aligned.every.get(negation.at, ()))  # «لا مبرر له» is "undue"
        and not _without_another(*args, negation, opposites)
    ]
    own = sentence.averse | {f.at for f in sentence.frames if f.act is Act.DENY}
    spent = {place for place in own if theirs.intersection(aligned.every.get(place, ()))}
    theirs -= {j for place in spent for j in aligned.every[place]}
    if not ours or len(ours) + len(spent) < _SEVERAL or len(ours) <= len(theirs):
        return None
    shown = sentence.words[ours[-1].at].text
    return Refusal(Code.NEGATION, f"«{shown}»: the evidence denies less")


#: Of one negation others ask what it denies.
_SEVERAL = 2


def _theirs(evidence: Passage) -> set[int]:
    """The places at which the evidence says no in any way."""
    found = {n.at for n in evidence.negations} | set(evidence.averse)
    found |= {f.at for f in evidence.frames if f.act is Act.DENY}
    words = enumerate(word.fold for word in evidence.words)
    english = evidence.language == "en"
    return found | {p for p, w in words if w in _NO_IN_ANOTHER_WAY or (english and turned(w))}


def _without_another(
    sentence: Passage,
    evidence: Passage,
    aligned: Alignment,
    negation: Negation,
    opposites: set[int],
) -> bool:
    """Whether *negation* needs none of the evidence for itself."""
    args = sentence, evidence, aligned, negation
    joined = sentence.words[negation.at].fold in _NOR and negation is not sentence.negations[0]
    if joined or negation.at + 1 in opposites:
        return True
    return bool(limits(*args)) or bool(littles(*args)) or said_again(*args)
