"""How often something is denied: as often as the evidence denies, refuses or lacks it.

The rule: each negation of the sentence has one of the evidence to itself, unless that one denies
several things: what stands behind its "or" («لم يُقتل أحد ولم يُصب أحد», "No one was killed or
injured"), or its verb, told once for each. One that says "only" or "little" where the evidence
does, that goes on with "nor" behind another, or that denies the opposite of what is told there
has none. What the sentence tells with a verb that carries a no of its own (نفى، رفض، منع) is
spent on that one. So neither «لن يرسل … ولم ترد» for "will send … has not answered" nor «لم يقل
إنه لم يجد» for "said it had found none" passes, though one no is there. The other way round, of
the negations of the evidence whose verb, or nearly all of whose words, the sentence tells, each
has one of the sentence; of "none", which denies an attribute of all of them, a word is enough;
one with «أو» is as good as two.

What it may get wrong: a no that another language says in a word without any (undue, rather than).
The escape hatches are `digests.language.negation` and `_NO_IN_ANOTHER_WAY`.
"""

from __future__ import annotations

from digests.language.kin import kin
from digests.language.lists import folded
from digests.language.negation import Negation, turned
from digests.language.normal import fold
from digests.language.speech_verbs import Act
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.denials import heads_of, said_again
from digests.summaries.verify.littles import littles
from digests.summaries.verify.neighbours import tells
from digests.summaries.verify.only import limits
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Words of the evidence that another text tells with a no.
_NO_IN_ANOTHER_WAY = folded(
    "only unless rather instead little few hardly missing other lost free empty end ended "
    "stop stopped רק בלבד אלא מעט לבד חסר فقط إلا سوى فحسب قليل قليلة نادرا غاب"
)
#: Of one negation others ask what it denies; words that tell of which clause one is.
_SEVERAL = 2
#: A no that only goes on with the one before: «لم يصب أحد ولا مبنى».
_NOR = folded("ولا وبلا ودون")


def counted_noes(
    sentence: Passage, source: Source, aligned: Alignment, opposites: set[int]
) -> Refusal | None:
    """More negations in *sentence* than in its evidence, or fewer than it tells of there.

    *opposites* are the verbs that it may deny since the evidence has their opposite.
    """
    return _added(sentence, source.passage, aligned, opposites) or _dropped(
        sentence, source, aligned
    )


def _added(
    sentence: Passage, evidence: Passage, aligned: Alignment, opposites: set[int]
) -> Refusal | None:
    args = sentence, evidence, aligned
    theirs = _theirs(evidence)
    ours = [
        negation
        for negation in sentence.negations
        if theirs.issuperset(aligned.every.get(negation.at, ()))  # «لا مبرر له» is "undue"
        and not _without_another(*args, negation, opposites)
        and not _shares(*args, negation)
    ]
    own = sentence.averse | {f.at for f in sentence.frames if f.act is Act.DENY}
    refusing = theirs - {n.at for n in evidence.negations}
    spent = {place for place in own if refusing.intersection(aligned.every.get(place, ()))}
    theirs -= {j for place in spent for j in aligned.every[place] if j in refusing}
    if not ours or len(ours) + len(spent) < _SEVERAL or len(ours) <= len(theirs):
        return None
    shown = sentence.words[ours[-1].at].text
    return Refusal(Code.NEGATION, f"«{shown}»: the evidence denies less")


def _dropped(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    evidence = source.passage
    theirs = [n for n in evidence.negations if n.at in source.inside]
    theirs = [n for n in theirs if _of_a_clause(evidence, n)]
    theirs = [n for n in theirs if _is_told(sentence, evidence, aligned, n)]
    ours = sentence.averse | {f.at for f in sentence.frames if f.act is Act.DENY}
    ours |= {n.at for n in sentence.negations}
    ours |= _as_good_as_a_no(sentence)
    if len(theirs) <= len(ours):
        return None
    shown = evidence.text[
        evidence.words[theirs[-1].at].start : evidence.words[theirs[-1].end - 1].end
    ]
    return Refusal(Code.NEGATION, f"the evidence denies «{shown}»; the sentence denies less")


def _of_a_clause(text: Passage, negation: Negation) -> bool:
    """Whether *negation* denies a clause, and no noun or adjective, which has an opposite."""
    particle = text.words[negation.at].fold.removeprefix("ו")
    return particle not in _OF_NOUNS and negation.end > negation.at + 1


_OF_NOUNS = folded("غير عدم بعدم لعدم وعدم بلا دون بدون انعدام without non ללא בלי בלתי אי חוסר")


def _as_good_as_a_no(sentence: Passage) -> set[int]:
    """Places of *sentence* that answer a no: only, «ما لم», and «أو» in what a no reaches."""
    words = [word.fold for word in sentence.words]
    found = {p for p, word in enumerate(words) if word in _ONLY}
    found |= {p for p in range(len(words) - 1) if (words[p], words[p + 1]) == _UNLESS}
    for no in {n.at for n in sentence.negations} | sentence.averse:
        end = min(len(words), no + _CLAUSE)
        stop = next((p for p in range(no + 1, end) if words[p] in _BUT or sentence.ends(p)), end)
        found |= {p for p in range(no + 1, stop) if words[p] in _OR}
    return found


def _shares(sentence: Passage, evidence: Passage, aligned: Alignment, negation: Negation) -> bool:
    """Whether *negation* denies one of several things that one no of the evidence denies.

    What it denies stands behind an "or" of that no, or is that no's verb, denied before of another.
    """
    heads = [p for p in heads_of(sentence, negation) if aligned.every.get(p)]
    if not heads:
        return False
    verb = set(aligned.every[heads[0]])
    refusing = {n.at for n in evidence.negations} | evidence.averse
    if any(_behind_an_or(evidence, no, j) for no in refusing for j in aligned.of(heads[0])):
        return True
    denied = {j for n in evidence.negations for j in range(n.at + 1, n.end)}
    before = [heads_of(sentence, n)[:1] for n in sentence.negations if n.at < negation.at]
    return verb <= denied and any(
        verb == set(aligned.every.get(p, ()))
        and kin(sentence.words[p].fold) & kin(sentence.words[heads[0]].fold)
        for found in before
        for p in found
    )


def _behind_an_or(evidence: Passage, no: int, place: int) -> bool:
    """Whether the word at *place* stands behind an "or" in the clause of the no at *no*."""
    between = range(no + 1, place)
    if place <= no or any(evidence.ends(p) or evidence.words[p].fold in _BUT for p in between):
        return False
    return any(evidence.words[p].fold in _OR for p in between)


_OR = folded("or nor أو או ולא ولا")
_BUT = folded("but while although אבל אך לכן لكن لكنه لكنها لكنهم بل بينما")
#: What begins another clause behind a no: "have not fallen and remain high".
_AND = frozenset({"and"})
#: Words of a clause behind its no, at most.
_CLAUSE = 10
#: «ما لم», unless; words for "only", which let one thing through.
_UNLESS = (fold("ما"), fold("لم"))
_ONLY = folded("فقط إلا سوى فحسب وحده وحدها وحدهم قلما نادرا")


def _is_told(sentence: Passage, evidence: Passage, aligned: Alignment, negation: Negation) -> bool:
    """Whether *sentence* tells what *negation* of the evidence denies: its verb, or the rest."""
    saying = {frame.at for frame in sentence.frames}
    told = {j for p in sentence.content if p not in saying for j in aligned.of(p)}
    denied = range(negation.at + 1, negation.end)
    stop = next((j for j in denied if evidence.words[j].fold in _AND), negation.end)
    reach = [j for j in range(negation.at + 1, stop) if tells(evidence, j)]
    kept = [j for j in reach if j in told]
    if len(reach) == 1 and kept:
        support = [set(aligned.every[p]) for p in sentence.content if kept[0] in aligned.of(p)]
        return any(found <= {kept[0], negation.at} for found in support)
    if kept and evidence.words[negation.at].fold in _NONE and not sentence.negations:
        alone = (set(aligned.of(p)) for p in sentence.content)
        return any(found and found <= set(kept) for found in alone)
    verb = any(head in kept for head in heads_of(evidence, negation)[:1])
    return len(kept) >= (_SEVERAL if verb else max(_SEVERAL, len(reach) / 2))


#: Of several things they deny whatever they reach, the attribute as well as the verb.
_NONE = folded("none neither nobody אף איש")


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
