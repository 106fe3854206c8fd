"""Negation: what the evidence denies stays denied, and nothing else is.

The rule: the words that a negation of the sentence reaches rest on words that a negation of the
evidence reaches, or on a verb that carries a no of its own (نفى، رفض؛ deny, refuse); and the other
way round. What failed or was refused is not told as done, and to have found none is not that there
is none.

What it may get wrong: a negation in a part of the evidence that the sentence leaves out is not
missed, which is right, and one that reaches far is. The escape hatch is
`digests.language.negation`.
"""

from __future__ import annotations

from digests.language.currencies import currency
from digests.language.frame import OPENERS
from digests.language.lexicon import listed, meanings
from digests.language.lists import folded
from digests.language.negation import Negation, positive, turned
from digests.language.normal import fold
from digests.language.speech_verbs import Act
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.advised import advised_against
from digests.summaries.verify.affirmed import affirmed
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.breaches import breached
from digests.summaries.verify.confirmed import confirmed
from digests.summaries.verify.contraries import contraries, says_it
from digests.summaries.verify.counted_noes import counted_noes
from digests.summaries.verify.denials import (
    HEADS,
    clause,
    denied,
    heads_of,
    said_again,
    thought,
)
from digests.summaries.verify.disclaimed import denied_twice, disclaimed, unsaid
from digests.summaries.verify.littles import littles
from digests.summaries.verify.neither import neither
from digests.summaries.verify.of_another import of_another
from digests.summaries.verify.only import as_only, only_one
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.searched import searched
from digests.summaries.verify.source import Source
from digests.summaries.verify.undone import BUT, undone

#: Words after a verb with a no of its own within which it answers a negation.
_AVERSE_REACH = 8


def noes(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A negation that *sentence* adds to its evidence, or drops from it."""
    evidence = source.passage
    reached = _reached(evidence) | _unless(evidence) | breached(evidence) | _missing(evidence)
    reached |= advised_against(evidence)
    opposites = contraries(sentence, evidence, aligned)
    for negation in sentence.negations:
        args = sentence, evidence, aligned, negation
        if littles(*args) or said_again(*args) or neither(*args):
            continue
        verb = negation.at + 1
        if verb in opposites and not says_it(sentence, verb, evidence, aligned):
            continue
        if denied_twice(sentence, evidence, negation):
            return Refusal(
                Code.NEGATION, f"«{_said(sentence, negation)}»: the evidence denies this once"
            )
        if not denied(*args, reached) or of_another(*args):
            return Refusal(
                Code.NEGATION, f"the evidence does not deny «{_said(sentence, negation)}»"
            )
    apart = _behind_the_subject(sentence) | _of_none(sentence) | _unless(sentence)
    apart |= breached(sentence)
    ours = _reached(sentence) | apart
    for negation in evidence.negations:
        heads = heads_of(evidence, negation)
        reach = range(negation.at, negation.end + HEADS)
        kept = {
            p
            for p in aligned.support
            if p in sentence.content
            and (_rests(aligned, p, heads, reach) or _is_it(sentence, aligned, p, heads))
            and negation.at not in aligned.every[p]  # «على حالها» says "no change" by itself
            and not _by_chance(sentence, evidence, aligned, p, reach)
        }
        if as_only(sentence, evidence, aligned, negation) or _same_verb(sentence, aligned, heads):
            continue
        if any(thought(sentence, aligned, n, evidence, negation) for n in sentence.negations):
            continue
        answering = _reached(sentence, _echoes(sentence, evidence, aligned, negation)) | apart
        if kept and not kept & (answering - _doubled(sentence, aligned, heads)):
            return Refusal(
                Code.NEGATION,
                f"the evidence denies «{_said(evidence, negation)}»; the sentence does not",
            )
    for refusal in (
        counted_noes(sentence, source, aligned, opposites),
        _opposite(sentence, source, aligned, ours),
        affirmed(sentence, source, aligned),
        confirmed(sentence, evidence, aligned),
        undone(sentence, source, aligned, ours),
        _alone(sentence, evidence),
        disclaimed(sentence, source, aligned, ours),
    ):
        if refusal is not None:
            return refusal
    return searched(sentence, source, aligned) or _there(sentence, source, aligned)


def _alone(sentence: Passage, evidence: Passage) -> Refusal | None:
    """«ليس … فحسب، بل …» of what the evidence has alone."""
    if (place := only_one(sentence, evidence)) is None:
        return None
    shown = sentence.words[place].text
    return Refusal(Code.NEGATION, f"«{shown}»: the evidence says only, not that it is not")


def _there(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """What is missing from something, told as if it were there."""
    missing = _missing(source.passage)
    told = {j for p in sentence.content for j in aligned.of(p)}
    if not missing & told or min(missing) in told:
        return None
    if sentence.negations or sentence.averse:
        return None
    shown = source.passage.words[min(missing)].text
    return Refusal(Code.NEGATION, f"the evidence has «{shown}»; the sentence does not")


def _by_chance(
    sentence: Passage, evidence: Passage, aligned: Alignment, place: int, reach: range
) -> bool:
    """Whether a word tells nothing of what is denied: a currency, or "said" for another verb."""
    if currency(sentence.words[place].fold):
        return True
    speaking = {frame.at for frame in evidence.frames}.difference(reach)
    said = sentence.words[place].fold in _SAID
    return said and not speaking.isdisjoint(aligned.every[place])


_SAID = folded("قال قالت قالوا أضاف أضافت أضافوا ذكر ذكرت ذكروا")


def _same_verb(sentence: Passage, aligned: Alignment, heads: list[int]) -> bool:
    """Whether the sentence denies the verb that the evidence does, however far its object.

    Where another verb of it rests on that one and is not denied, it does not.
    """
    verb = set(heads[:1])
    denied = {p for n in sentence.negations for p in range(n.at, n.end)}
    verbs = (p for p in sentence.content if p not in denied and _may_be_a_verb(sentence, p))
    again = any(verb & set(aligned.of(p)) for p in verbs)
    return not again and any(
        verb.intersection(aligned.every.get(n.at + 1, ())) for n in sentence.negations
    )


def _may_be_a_verb(text: Passage, place: int) -> bool:
    """Whether an Arabic imperfect may stand at *place*, or a verb that opens its clause."""
    opens = place == 0 or mark_before(text, place)
    return opens or text.words[place].fold[0] in _IMPERFECT


_IMPERFECT = "يت"
#: Words that deny the verb by its object: "found no weapons", "received none".
_OBJECTS = frozenset({"no", "none", "nothing", "nobody"})


def _reached(text: Passage, leaving: frozenset[int] = frozenset()) -> set[int]:
    found = {place for n in text.negations for place in range(n.at, n.end)}
    if text.language == "en":
        found |= {p for p, w in enumerate(text.words) if turned(w.fold)}
        found |= {n.at - 1 for n in text.negations if n.at and text.words[n.at].fold in _OBJECTS}
        found |= {n.at - 1 for n in text.negations if n.at and _auxiliary(text, n.at - 1)}
    for place in text.averse - leaving:
        found |= set(range(place, _averse_end(text, place)))
    for frame in text.frames:
        if frame.act is Act.DENY and frame.at not in leaving:
            found.add(frame.at)
            if not any(_another_verb(text, p) for p in range(frame.at + 1, frame.claim.start)):
                found |= unsaid(text, frame)
    return found


def _averse_end(text: Passage, verb: int) -> int:
    """Where what a *verb* with a no of its own reaches ends: «رفضت الطلب، وقررت أن», «، لكنها»."""
    end = min(len(text.words), verb + _AVERSE_REACH)
    return next((p for p in range(verb + 1, end) if _turns(text, p)), end)


def _turns(text: Passage, place: int) -> bool:
    """Whether another statement begins at *place*, behind what is refused or denied."""
    marked = bool(set(text.gap(place)) & _COMMAS)
    if marked and (text.words[place].fold in BUT or any(f.at == place for f in text.frames)):
        return True
    return _another_verb(text, place)


_COMMAS = frozenset(",،;؛")


def _another_verb(text: Passage, place: int) -> bool:
    """Whether a verb that says something of its own is joined at *place*: in Arabic behind a comma,
    else as a verb of saying («הכחישה … והודיעה ש»)."""
    if text.language != "ar":
        joined = text.words[place].fold[0] == _AND or text.words[place - 1].fold == "and"
        return joined and any(f.at == place and f.opened for f in text.frames)
    if text.words[place].fold[:1] != "و" or "،" not in text.gap(place):
        return False
    opened = any(word.fold in OPENERS["ar"] for word in text.words[place + 1 : place + 2])
    return opened or any(f.at == place for f in text.frames)


_AND = "ו"


def _auxiliary(text: Passage, place: int) -> bool:
    """Whether a word before "not" stands there for the verb that is denied: could not, did not."""
    return text.words[place].fold in _BEFORE_NOT


_BEFORE_NOT = frozenset("did do does could can would will may must should".split())


def _echoes(
    sentence: Passage, evidence: Passage, aligned: Alignment, negation: Negation
) -> frozenset[int]:
    """Words with a no of their own that say such a word of the evidence, and not *negation*.

    «رفضت» for "rejected" is no answer to the "not" that stands behind it.
    """
    reach = set(range(max(0, negation.at - 1), negation.end))
    return frozenset(
        place
        for place in sentence.averse
        if set(aligned.of(place)) & evidence.averse - reach and not set(aligned.of(place)) & reach
    )


def _unless(text: Passage) -> set[int]:
    """Places behind a word for "unless", which another text tells as "if … not"."""
    words = [word.fold for word in text.words]
    found: set[int] = set()
    for at, word in enumerate(words):
        pair = (word, words[at + 1] if at + 1 < len(words) else "")
        if word == "unless" or pair in _UNLESS:
            found |= set(range(at + 1, min(len(words), at + _AVERSE_REACH)))
    return found


_UNLESS = {tuple(map(fold, pair.split())) for pair in ("ما لم", "إلا إذا", "אלא אם")}


def _missing(text: Passage) -> set[int]:
    """What is missing from where it might be: "missing from the lists" is not in them."""
    return {
        place
        for at, word in enumerate(text.words[:-1])
        if word.fold == "missing" and text.words[at + 1].fold in ("from", "in")
        for place in range(at, min(len(text.words), at + _AVERSE_REACH))
    }


def _behind_the_subject(text: Passage) -> set[int]:
    """What a negated Arabic verb denies after its subject: «لم يعثر مفتشو الشركة على دليل»."""
    return {
        place
        for negation in text.negations
        if text.words[negation.at].fold.lstrip("وف") in _OF_VERBS
        for place in clause(text, negation)
        if place >= negation.end
    }


_OF_VERBS = folded("لم لن لا عدم بعدم لعدم")


def _of_none(text: Passage) -> set[int]:
    """Of whom an Arabic verb is denied before it: «أيًّا من العمال لم يصب», none of the workers."""
    found: set[int] = set()
    for negation in text.negations:
        before = range(max(0, negation.at - _WHOM), negation.at)
        whom = [p for p in before if text.words[p].fold in _ANY]
        if whom and not any(mark_before(text, p) for p in range(whom[-1] + 1, negation.at + 1)):
            found |= set(range(whom[-1], negation.at))
    return found


#: Any of some; words from there to its verb, at most.
_ANY, _WHOM = folded("أيا أي أحدا"), 10


def _rests(aligned: Alignment, place: int, heads: list[int], reach: range | None = None) -> bool:
    """Whether the word at *place* rests on *heads*; a phrase may take more of their *reach*."""
    support = set(aligned.of(place))
    return bool(support & set(heads)) and support <= set(heads) | set(reach or ())


def _is_it(sentence: Passage, aligned: Alignment, place: int, heads: list[int]) -> bool:
    """Whether the verb at *place* is the denied one, and what stands nearer is another word's.

    «السلطات تسمح», of "the authorities did not allow".
    """
    verb = set(heads[:1]) & set(aligned.every.get(place, ()))
    if not verb or sentence.words[place].fold[0] not in _IMPERFECT:
        return False
    others = {j for p in aligned.support if p != place for j in aligned.of(p)}
    return set(aligned.of(place)) <= others and not verb & others


def _doubled(sentence: Passage, aligned: Alignment, heads: list[int]) -> set[int]:
    """What a verb with a no of its own reaches in *sentence* that says the very verb denied.

    «منعت» is no answer to "did not ban".
    """
    negated = {p for n in sentence.negations for p in range(n.at, n.end)}
    found: set[int] = set()
    for place in sentence.averse:
        reach = set(range(place, place + _AVERSE_REACH))
        if _rests(aligned, place, heads):
            found |= reach - negated
        else:
            negated |= reach  # «امتنعت عن نفي»
    return found - negated


def _opposite(
    sentence: Passage, source: Source, aligned: Alignment, ours: set[int]
) -> Refusal | None:
    """An English word with its no in front (unsafe) told by a word for what it denies («آمن»).

    A word in full whose meaning the sentence has is no denial: "immigrant".
    """
    evidence = source.passage
    if evidence.language != "en":
        return None
    for place in sentence.content:
        support = aligned.of(place)
        words = [evidence.words[j].fold for j in support]
        meant = meanings(sentence.words[place].fold)
        before = sentence.words[place - 1].fold if place else ""
        if not words or place in ours or before in _UN:
            continue
        if all(
            (bare := positive(word))
            and (word.startswith("un") or not listed(word) or not meant & meanings(word))
            and meant & meanings(bare)
            for word in words
        ):
            shown = evidence.words[support[0]].text
            return Refusal(Code.NEGATION, f"the evidence has «{shown}»; the sentence does not")
    return None


#: «غير مسبوق», which is no negation of its clause.
_UN = folded("غير وغير لا")


def _said(text: Passage, negation: Negation) -> str:
    last = text.words[min(negation.end, negation.at + 4) - 1]
    return text.text[text.words[negation.at].start : last.end]
