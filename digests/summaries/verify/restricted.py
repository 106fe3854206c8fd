"""Restrictions: what is denied, or told of all or of a share of some, is not told of more.

The rule: a phrase behind a preposition in a negated clause of the evidence, or right behind a noun
that "all", a percentage or a fraction stands before, says of whom or where it holds («لا يسمح ببيع
الأدوية للأطفال»). A sentence that denies the same, or tells the same of all or of that share,
tells at least one word of that phrase: without it, it would say more. A date and a setting ("in a
statement") restrict nothing.

What it may get wrong: a phrase that is only told by the way. The escape hatch is to tell it.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands, listed
from digests.language.lists import folded
from digests.language.negation import Negation
from digests.language.quantities import Kind
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.denials import heads_of
from digests.summaries.verify.gaps import says
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source
from digests.summaries.verify.units import is_time

#: Words behind a negation within which its clause restricts it.
_CLAUSE = 14
#: Words of a noun phrase behind its share, and of a phrase behind its preposition.
_NOUN, _PHRASE = 4, 4
#: Words of a phrase that opens with its noun which surely belong to it.
_HEAD = 2
_PREPOSITIONS = {
    "en": folded("to for in at on with against under over"),
    "ar": folded("في إلى على عن مع ضد"),
    "he": folded("ל ב על עם נגד אל"),
}
#: Words behind a preposition that only say when, how or where it was said.
_SETTINGS = folded(
    "statement interview comment comments speech letter email post report article time times "
    "moment once all least first last response request questions court law fact practice principle "
    "addition person public record phone clear it them him her us me you this that which "
    "whom future past present just barely "
    "بيان مقابلة تصريح تصريحات خطاب رسالة تقرير الوقت الواقع الحقيقة العموم الأمر ذلك هذا هذه "
    "הודעה ראיון נאום מכתב דוח פנייה תגובה עת זמן זה כך"
)
_BREAKS = folded(
    "and but or that who which when while because after before since until if whether unless "
    "و أو لكن ولكن بل أن إن الذي التي الذين بعد قبل منذ حتى لأن عندما إلا ו או אבל כי אלא אם כאשר"
)
#: Of every one of a kind, before its noun.
_ALL = folded("all every each جميع كل كافة سائر כל")
#: Words with which a sentence points back to what restricts it, unless the evidence has them, too.
_BACK = folded(
    "فيها فيه فيهم لها لهم له هناك بها به بهم منها منهم منه عنها عنه عنهم عليها عليه عليهم إليها "
    "إليه إليهم معها معه معهم ضدها ضده ضدهم"
)
_PRONOUNS = _BACK | folded("him her them it us me you לו לה להם להן אותו אותה אותם בו בה בהם")


def restricted(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A restriction of the evidence that *sentence* drops and so says more."""
    evidence = source.passage
    if any(word.fold in _BACK for word in sentence.words) and not any(
        word.fold in _PRONOUNS for word in evidence.words
    ):
        return None
    for phrase in (
        *_denied(sentence, evidence, aligned),
        *_shared(sentence, evidence),
        *_ranked(sentence, evidence, aligned),
    ):
        if phrase[0] in source.inside and aligned.told.isdisjoint(phrase):
            shown = " ".join(evidence.words[p].text for p in phrase)
            return Refusal(Code.STRENGTH, f"the evidence says this only of «{shown}»; keep it")
    return None


def _ranked(sentence: Passage, evidence: Passage, aligned: Alignment) -> Iterator[list[int]]:
    """The attribute of what is the first or largest of its kind: «أول دولة عربية», no first
    country."""
    ranks = {j for p, w in enumerate(sentence.words) if w.fold in _FIRST for j in aligned.of(p)}
    ranks |= {j for j, w in enumerate(evidence.words) if w.fold in _FIRST}
    if not any(word.fold in _FIRST for word in sentence.words):
        return
    to_noun, to_attribute = _PLACES[evidence.language]
    for rank in ranks:
        noun, attribute = rank + to_noun, rank + to_attribute
        first, last = min(rank, noun), max(rank, noun, attribute)
        if first < 0 or last >= len(evidence.words):
            continue
        together = not any(evidence.gap(p).strip() for p in range(first + 1, last + 1))
        if noun in aligned.told and _of_a_kind(evidence, attribute) and together:
            yield [attribute]


#: Where the noun and its attribute stand from the word for "first", by language.
_PLACES = {"ar": (1, 2), "en": (2, 1), "he": (-2, -1)}


def _of_a_kind(text: Passage, place: int) -> bool:
    """Whether an adjective of a country, a people or a kind stands at *place*: Arab, «عربية»."""
    word = text.words[place]
    if text.language == "en":
        return word.text[:1].isupper() and not text.keys[place - 1]
    if text.language == "he":
        return word.fold.endswith(("ית", "י")) and says(text, place)
    definite = word.fold.startswith("ال")
    return not definite and word.fold.endswith(("يه", "ي")) and place in text.telling


#: Words of what comes before all others of its kind, before their noun.
_FIRST = folded(
    "أول أولى أكبر أصغر أهم أعلى أقدم أضخم أطول آخر first largest biggest highest smallest oldest "
    "longest last youngest ראשון ראשונה הראשון הראשונה הגדול הגדולה"
)


def _denied(sentence: Passage, evidence: Passage, aligned: Alignment) -> Iterator[list[int]]:
    """The phrases that restrict the negations of the evidence which *sentence* tells."""
    for ours in sentence.negations:
        support = {j for p in heads_of(sentence, ours) for j in aligned.of(p)}
        for theirs in evidence.negations:
            heads = {theirs.at - 1, *heads_of(evidence, theirs)}  # "found no weapons"
            if support & heads:
                for phrase in _phrases(evidence, _clause(evidence, theirs)):
                    if not aligned.told.isdisjoint(phrase):
                        break  # what follows may say only which one: "the fire at the refinery"
                    yield phrase


def _clause(text: Passage, negation: Negation) -> range:
    end = negation.at + 1
    last = min(len(text.words), negation.at + _CLAUSE)
    while end < last and not mark_before(text, end) and not _breaks(text.words[end].fold):
        end += 1
    return range(negation.at + 1, end)


def _breaks(word: str) -> bool:
    return word in _BREAKS or (word[:1] in ("ו", "و") and word[1:] in _BREAKS)


def _shared(sentence: Passage, evidence: Passage) -> Iterator[list[int]]:
    """The phrase right behind a noun of which both texts tell all, or one share."""
    shares = (Kind.PERCENT, Kind.FRACTION)
    for theirs in (q for q in evidence.numbers if q.kind in shares):
        if not any(q.kind in shares and q.value == theirs.value for q in sentence.numbers):
            continue
        behind = evidence.words[theirs.end].fold if theirs.end < len(evidence.words) else ""
        construct = theirs.kind is Kind.FRACTION and behind.startswith("ال")
        if construct:
            yield from _behind_a_noun(evidence, theirs.end)
        elif behind in ("of", "من") or behind[:1] == "מ":
            yield from _behind_a_noun(evidence, theirs.end + 1)
    if any(_ALL.intersection(without_particles(word.fold)) for word in sentence.words):
        for place, word in enumerate(evidence.words):
            if _ALL.intersection(without_particles(word.fold)):
                yield from _behind_a_noun(evidence, place + 1)


def _behind_a_noun(evidence: Passage, start: int) -> Iterator[list[int]]:
    """The phrase right behind the noun that begins at *start*, if one is."""
    end = start
    last = min(len(evidence.words), start + _NOUN)
    while end < last and not mark_before(evidence, end) and not _opens(evidence, end):
        end += 1
    if start < end < len(evidence.words) and _opens(evidence, end):
        yield from list(_phrases(evidence, range(end, min(len(evidence.words), end + _PHRASE))))[:1]


def _opens(text: Passage, place: int) -> bool:
    return text.words[place].fold in _PREPOSITIONS.get(text.language, frozenset()) or (
        bool(_attached(text, place))
    )


def _attached(text: Passage, place: int) -> bool:
    """Whether a preposition is written onto the noun at *place*."""
    word = text.words[place].fold
    if text.language == "he":
        bare = word[0] == "ב" or (word[0] == "ל" and listed(word[1:]))
        return bare and len(word) > 3 and not as_it_stands(word)
    if text.language == "ar":
        return word[:2] == "لل" and len(word) > 4
    return False


def _phrases(text: Passage, places: range) -> Iterator[list[int]]:
    """The words that say something behind each preposition among *places*."""
    at = places.start
    while at < places.stop:
        if not _opens(text, at):
            at += 1
            continue
        first = at if _attached(text, at) else at + 1
        end = first + _attached(text, at)
        while end < min(places.stop, first + _PHRASE) and not _opens(text, end):
            end += 1
        timed = (p for p in range(first, end) if p in text.dated or is_time(text, p))
        phrase = [p for p in range(first, next(timed, end)) if _says(text, p)]
        if text.language != "en":
            phrase = phrase[:_HEAD]
        if phrase and text.words[phrase[-(text.language == "en")]].fold not in _SETTINGS:
            yield phrase
        at = max(end, at + 1)


def _says(text: Passage, place: int) -> bool:
    if place in text.counted or text.words[place].fold in FREE:
        return False
    return text.language == "ar" or says(text, place)
