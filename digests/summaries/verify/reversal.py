"""Up and down, extended and suspended: a word is not told for its opposite.

The rule: refused is a sentence with a word of which the evidence has the opposite
(`digests.language.opposites`) and no word of its own way, and one whose word rests on its opposite
alone: rose for fell, extended for suspended. Where both deny something, it is refused only if each
denies its own of the two. «علّق» with an object is no comment, nor is «منع» the
denial of what was said.

What it may get wrong: a word of the other side that is said of another thing. The escape hatch is
the table of opposites.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.hedge_words import BOUNDS
from digests.language.lexicon import only_proper
from digests.language.lists import folded
from digests.language.opposites import opposite
from digests.language.speech_verbs import Act
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.bounds import bounded_number
from digests.summaries.verify.contraries import contraries
from digests.summaries.verify.disclaimed import WITHHOLDING
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.units import is_time


def reversal(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A word of *sentence* whose opposite the evidence has in its place."""
    return _opposite(sentence, source.passage, aligned) or _suspended(
        sentence, source.passage, aligned
    )


def _opposite(sentence: Passage, evidence: Passage, aligned: Alignment) -> Refusal | None:
    """A word of *sentence* of which the evidence has the opposite, and no word of its own way.

    A word that rests on its opposite alone is one, too: a rise on a fall.
    """
    bounds = _bounding(sentence)
    denied = contraries(sentence, evidence, aligned)
    for place in sentence.content:
        if place in bounds or place in denied:
            continue  # «لا يزيد على 400», «لم يحضر» of who was absent
        if sentence.keys[place] or only_proper(sentence.meanings[place]):
            continue  # «بنما», which is no growth
        if _of_a_compound(sentence, place, evidence, aligned):
            continue
        if (
            opposed(sentence, place, evidence)
            or _denied_alike(sentence, place, evidence)
            or _rests_on_it(sentence, place, evidence, aligned)
        ):
            shown = sentence.words[place].text
            return Refusal(Code.NEGATION, f"«{shown}»: the evidence says the opposite")
    return None


def _of_a_compound(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether a noun and the one before it say one word of the evidence: «مركبة الهبوط», a lander.

    That word is no opposite.
    """
    if not place or sentence.gap(place).strip() or {place - 1, place} & aligned.near:
        return False
    shared = set(aligned.of(place)) & set(aligned.of(place - 1))
    word, definite = sentence.words[place].fold, sentence.words[place].fold.startswith("ال")
    return definite and any(
        not opposite(word, [evidence.words[j].fold], evidence.language) for j in shared
    )


def _rests_on_it(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    word, support = sentence.words[place].fold, aligned.of(place)
    return bool(support) and all(
        opposite(word, [evidence.words[j].fold], evidence.language) for j in support
    )


def opposed(sentence: Passage, place: int, evidence: Passage) -> bool:
    """Whether the evidence has the opposite of the word at *place*, and no word of its own way.

    Where either denies something, the opposite may be how it says the same.
    """
    if sentence.negations or evidence.negations or _a_limit(sentence, place, evidence):
        return False
    bounds = _of_a_number(evidence)  # "to cut 900 jobs, more than a quarter" rises by nothing
    bounds |= _of_a_time(evidence)
    others = (word.fold for p, word in enumerate(evidence.words) if p not in bounds)
    return opposite(sentence.words[place].fold, others, evidence.language)


def _of_a_number(text: Passage) -> set[int]:
    """The words of *text* that bound a number, and not what was expected."""
    reaches = (h for h in text.hedges if h.hedge in BOUNDS and bounded_number(text, h) is not None)
    return {p for h in reaches for p in range(h.at, h.end)}


def _of_a_time(text: Passage) -> set[int]:
    """The words that tell which part of a time is meant, and end nothing: "the end of the year"."""
    return {
        p
        for p in range(len(text.words) - 2)
        if text.words[p + 1].fold == "of" and any(is_time(text, q) for q in (p + 2, p + 3))
    }


def _bounding(text: Passage) -> set[int]:
    """The words of *text* that only bound a number: «لا يزيد على 400», "more than 400"."""
    return {p for h in text.hedges if h.hedge in BOUNDS for p in range(h.at, h.end)}


def _denied_alike(sentence: Passage, place: int, evidence: Passage) -> bool:
    """Whether both deny, the sentence the word at *place* and the evidence only its opposite.

    Who bears no more rises has not said that he bears no more cuts.
    """
    if len(sentence.negations) != 1 or len(evidence.negations) != 1:
        return False
    here, there = sentence.negations[0], evidence.negations[0]
    if not here.at < place < here.end or _a_limit(sentence, place, evidence):
        return False
    word = sentence.words[place].fold
    denied = (w.fold for w in evidence.words[there.at + 1 : there.end])
    everywhere = (w.fold for w in evidence.words)
    return opposite(word, denied, evidence.language) and opposite(
        word, everywhere, evidence.language
    )


def _a_limit(sentence: Passage, place: int, evidence: Passage) -> bool:
    """Whether the word at *place* tells of a limit that the evidence has: «الحد الأدنى»."""
    names = _LIMITS.get(sentence.words[place].fold, frozenset())
    return not names.isdisjoint(word.fold for word in evidence.words)


_LIMITS = {
    form: folded(names)
    for forms_, names in {
        "أدنى الأدنى": "minimum מינימום أدنى الأدنى",
        "أقصى الأقصى": "maximum מקסימום أقصى الأقصى",
    }.items()
    for form in folded(forms_)
}


def _suspended(sentence: Passage, evidence: Passage, aligned: Alignment) -> Refusal | None:
    """«علّق» with an object, which suspends, on a verb of speech, for which it only comments.

    So «منع», which denies somebody a thing, on a verb that denies what was said.
    """
    speaking = {frame.at for frame in evidence.frames}
    denying = {frame.at for frame in evidence.frames if frame.act is Act.DENY}
    for place in sentence.content:
        support = set(aligned.of(place))
        verb = sentence.words[place].fold.removeprefix("و")
        every = set(aligned.every.get(place, ()))
        if verb in WITHHOLDING and support and every <= denying and len(sentence.frames) > 0:
            shown = sentence.words[place].text
            return Refusal(Code.NEGATION, f"«{shown}»: the evidence says another thing here")
        if verb not in _COMMENTS or not support:
            continue
        behind = sentence.words[place + 1 : place + 1 + _OBJECT]
        if every <= speaking and not any(word.fold in _SPEAKING for word in behind):
            shown = sentence.words[place].text
            return Refusal(Code.NEGATION, f"«{shown}»: the evidence says another thing here")
    return None


#: Words behind a verb within which its object would stand.
_OBJECT = 8
_COMMENTS = forms("ar", ["علق يعلق"])
_SPEAKING = folded("على عليه عليها عليهم قائلا قائلة قائلين بالقول بقوله بقولها بأن إن أن")
