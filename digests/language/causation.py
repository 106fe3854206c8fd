"""What a text gives as the cause of what: "the delay was due to rain", «أدى المطر إلى تأخير».

The rule: each language has words before a cause, with its effect ahead of them (due to, بسبب,
נובע מ), and verbs of a cause, with its effect behind them (caused, تسبب في, הוביל ל). The effect
and the cause reach to the nearest mark, joined word or word that opens a claim; an Arabic verb
before its cause is parted from the effect by its preposition («أدى … إلى», «عزا … إلى»).

What it may get wrong: a cause or effect that goes on behind a comma or an "and" is cut there, so
that fewer words are of it. The escape hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digests.language.conjugation import forms
from digests.language.deed_nouns import is_deed
from digests.language.kin import without_particles
from digests.language.lexicon import joined
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.words import Token


@dataclass(frozen=True, slots=True)
class Causation:
    """Words at ``at`` up to ``end`` that tie the ranges ``effect`` and ``cause``."""

    at: int
    end: int
    effect: range
    cause: range


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(fold, phrase.split())) for phrase in text.split(","))


#: Words before a cause, the longer first.
_BEFORE_A_CAUSE = {
    "ar": _phrases(
        "من جراء,ناتج عن,ناتجة عن,ناتجا عن,ناتجين عن,ناجم عن,ناجمة عن,ناجما عن,نجم عن,نجمت عن,"
        "نتج عن,نتجت عن,ينتج عن,تنتج عن,عائد إلى,عائدة إلى,يعود إلى,تعود إلى,يعود ذلك إلى,"
        "يرجع إلى,ترجع إلى,مرده,سببه,سببها,سببهما,بسبب,جراء,نتيجة,بفعل,نظرا"
    ),
    "en": _phrases(
        "because of,due to,owing to,caused by,as a result of,resulted from,resulting from,"
        "stems from,stemmed from,stemming from,stem from,arose from,attributed to,attributable to,"
        "blamed on,brought about by,triggered by,sparked by,prompted by,forced by"
    ),
    "he": _phrases(
        "נובע,נובעת,נובעים,נובעות,נבע,נבעה,נבעו,נגרם,נגרמה,נגרמו,כתוצאה,בשל,בגלל,עקב,מחמת"
    ),
}
#: Verbs of a cause; in Arabic each with the prepositions before its effect, none for an object.
_CAUSING = {
    "en": forms("en", ["cause", "prompt", "trigger", "force", "cost cost", "spark"])
    | folded("led leads causing leading prompting forcing costing"),
    "he": forms("he", ["גרם גורם", "הוביל מוביל", "הביא מביא", "אילץ מאלץ"]),
}
_INTO, _ON, _OF = folded("إلى"), folded("على"), folded("عن")
#: Verbs that have whom they drive to what between their cause and their preposition.
_DRIVING = forms("ar", ["دفع يدفع", "أجبر يجبر", "أرغم يرغم", "اضطر يضطر"])
_ARABIC_VERBS = (
    (forms("ar", ["أدى يؤدي", "أفضى يفضي"]), _INTO),
    (forms("ar", ["عزا يعزو", "أرجع يرجع", "رد يرد"]), _INTO),
    (forms("ar", ["تسبب يتسبب"]), folded("في")),
    (forms("ar", ["أسفر يسفر"]), _OF),
    (_DRIVING, _INTO | _ON),
    (forms("ar", ["كبد يكبد", "كلف يكلف", "سبب يسبب"]), frozenset[str]()),
)
#: Those by which somebody names the cause of something.
ATTRIBUTING = next(verbs for verbs, _ in _ARABIC_VERBS if fold("عزا") in verbs)
#: «تسبب بـ», and an "and" written onto a word.
_JOINED_PREPOSITION, _JOINED = "ب", {"ar": "و", "he": "ו"}
_MARKS = frozenset(',،;؛:.!?؟()–—«»“”"')
_AND = {
    "ar": folded("ولكن لكن بينما فيما ثم"),
    "en": frozenset("and but while whereas then that which who said says".split()),
    "he": folded("אבל אך בעוד ואילו כי אמר אמרה"),
}
_OPENS = {
    "ar": folded("إن أن بأن لأن التي الذي"),
    "en": frozenset[str](),
    "he": frozenset[str](),
}


def causations(words: Sequence[Token], text: str, language: str) -> list[Causation]:
    """What *words*, the tokens of *text*, give as the cause of what."""
    found: list[Causation] = []
    for at in range(len(words)):
        if (end := _before_a_cause(words, at, language)) is not None:
            first = _back(words, text, at, language)
            behind = _ahead(words, text, end, language)
            found.append(Causation(at, end, range(first, at), range(end, behind)))
        elif language == "ar":
            found.extend(_arabic(words, text, at))
        elif words[at].fold in _CAUSING[language] and not _passive(words, at):
            first = _back(words, text, at, language)
            behind = _ahead(words, text, at + 1, language)
            found.append(Causation(at, at + 1, range(at + 1, behind), range(first, at)))
    return found


def names_a_cause(words: Sequence[Token], at: int) -> bool:
    """Whether «أرجع» at *at* says to what something is due, and returns nothing: «إلى عطل».

    A verbal noun is its object, and no number counts it.
    """
    if words[at].fold.removeprefix("و") not in _REFERS:
        return False
    near = words[at + 2 : at + 2 + _OBJECT]
    end = next((p for p, word in enumerate(near) if word.fold in _INTO), 0)
    return any(map(is_deed, near[:end])) and not any(w.fold.isdigit() for w in near[:end])


#: «أرجع», and no «يرجع», is due; words from its subject to «إلى», at most.
_REFERS, _OBJECT = folded("أرجع أرجعت أرجعوا"), 9


def _before_a_cause(words: Sequence[Token], at: int, language: str) -> int | None:
    """Where words before a cause end that begin at *at*."""
    for phrase in _BEFORE_A_CAUSE[language]:
        told = words[at : at + len(phrase)]
        if len(told) == len(phrase) and all(
            word.fold == own or (not place and word.fold in ("و" + own, "ו" + own))
            for place, (word, own) in enumerate(zip(told, phrase, strict=True))
        ):
            return at + len(phrase)
    return None


def _arabic(words: Sequence[Token], text: str, at: int) -> Iterator[Causation]:
    """The causation of an Arabic verb at *at*: «أدى المطر إلى», «المطر أدى إلى», «يكبد»."""
    bare = set(without_particles(words[at].fold)[:2])
    for verbs, prepositions in _ARABIC_VERBS:
        if verbs.isdisjoint(bare):
            continue
        first, end = _back(words, text, at, "ar"), _ahead(words, text, at + 1, "ar")
        if not prepositions:
            ahead = range(first, at) if first < at else range(at + 1, at + 2)
            yield Causation(at, at + 1, range(max(at + 1, ahead.stop), end), ahead)
            return
        parted = next((p for p in range(at + 1, end) if _governs(words[p], prepositions)), None)
        if parted is None:
            return
        behind = range(parted if words[parted].fold not in prepositions else parted + 1, end)
        between = range(at + 1, parted)
        if verbs is ATTRIBUTING:
            yield Causation(at, at + 1, between, behind)
        elif verbs is _DRIVING:
            ahead = range(first, at) if first < at else range(at + 1, at + 2)
            yield Causation(at, at + 1, range(max(at + 1, ahead.stop), end), ahead)
        else:
            ahead = range(first, at) if len(between) == 0 else between
            yield Causation(at, at + 1, behind, ahead)
        return


def _governs(word: Token, prepositions: frozenset[str]) -> bool:
    """Whether *word* is one of *prepositions*, or has «ب» for «في»."""
    if word.fold in prepositions:
        return True
    return prepositions == folded("في") and word.fold[0] == _JOINED_PREPOSITION


def _passive(words: Sequence[Token], at: int) -> bool:
    """Whether "by" stands behind the verb at *at*, or "was" before it."""
    before = words[at - 1].fold if at else ""
    after = words[at + 1].fold if at + 1 < len(words) else ""
    return after == "by" or before in ("was", "were", "been", "be", "is", "are", "the", "a")


def _back(words: Sequence[Token], text: str, at: int, language: str) -> int:
    """Where the clause before *at* begins."""
    first = at
    while first > 0 and not _begins(words, text, first, language):
        first -= 1
        if words[first].fold in _AND[language] | _OPENS[language]:
            return first + 1
    return first


def _ahead(words: Sequence[Token], text: str, at: int, language: str) -> int:
    """Where the clause from *at* on ends."""
    end = at
    while end < len(words) and (end == at or not _begins(words, text, end, language)):
        if words[end].fold in _AND[language]:
            return end
        end += 1
    return end


def _begins(words: Sequence[Token], text: str, at: int, language: str) -> bool:
    """Whether a mark or an "and" written onto the word at *at* begins something new there."""
    if _MARKS.intersection(text[words[at - 1].end : words[at].start]):
        return True
    word = words[at].fold
    if language == "ar" and word.startswith("وال"):
        return False  # «توقف الجمارك والدوائر»
    return word[0] == _JOINED.get(language) and joined(word)
