"""Whether an edit of an article changes what was told from it.

The rule. The evidence (the verbatim span that a told sentence rests on) is sought in the new text.
Where its words stand there still, spelling and punctuation aside, nothing changed. Else the
sentence of the new text that shares most words with it, and that did not stand in the old text
already, is its counterpart, and the two are compared:

* a number or a date of the evidence that the counterpart lacks, by value («خمسة» is 5), unless the
  counterpart only leaves it out and the text gives it elsewhere;
* words in quotation marks that are quoted no more, or otherwise;
* a negation, or a word of doubt (قد، ربما، reportedly), more or less;
* words of the subject that gave way to others, or that the whole text lacks now;
* two names that changed places; a word that may be a verb, beside its subject, is none.

Where the evidence ends before its sentence does (a long one is shown cut), what stands behind it
was not told, and is left out of the comparison. Words added to a sentence change nothing. Where
half of the words or more are others, it is a new sentence, and only its numbers, quotations and
negation are held against the old one. A sentence without a counterpart was dropped; that counts
when its neighbours stand still, so that a feed that shortens its summary, or a rewritten report, is
no correction. A headline is compared with the new headline alone, and is never dropped.

What it may get wrong: a synonym counts as another word, and a rewriting that moves a fact into
another sentence may pass for a change of it. Escape hatch: what a source announces as a correction
is told by its notice, and operators can correct by hand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from digests.corrections.facts import Facts, facts
from digests.corrections.spelling import among, inflected, same_word
from digests.language import sentences
from digests.language.stems import words

#: Share of the evidence's words that a counterpart has at least.
COUNTERPART = 0.4
#: Share from which two sentences are one sentence edited, so that every word counts.
EDITED = 0.6
#: Words of a moved name at most, and of two names that stand beside each other, together.
_MOVED, _BESIDE = 4, 3
_CUT = re.compile(r"(?:\.\.\.|…|\[…\])\s*$")


class What(StrEnum):
    """What is different."""

    NUMBER = "number"
    QUOTATION = "quotation"
    NEGATION = "negation"
    WORDS = "words"
    ORDER = "order"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Change:
    """*before*, as it was told, reads *after* now; an empty *after*: it was dropped."""

    what: What
    before: str
    after: str = ""


def changed(
    evidence: str, old: str, new: str, language: str, *, title: bool = False
) -> Change | None:
    """What the edit of an article's text from *old* to *new* does to *evidence* of it.

    With *title* the texts are headlines. None when what was told holds still.
    """
    told = words(evidence)
    if not told or _holds(told, words(new)):
        return None
    if title:
        share = _share(told, words(new), language)
        seen = _as_far(told, [old], new)
        what = _difference(evidence, seen, new, language, share) if new.strip() else None
        return None if what is None else Change(what, evidence, new.strip())
    before, after = sentences.split(old, language), sentences.split(new, language)
    counterpart, share = _counterpart(told, before, after, language)
    if counterpart is not None:
        seen = _as_far(told, before, counterpart)
        what = _difference(evidence, seen, new, language, share)
        return None if what is None else Change(what, evidence, counterpart)
    dropped = _dropped(told, before, after, new)
    return Change(What.DROPPED, evidence) if dropped else None


def stands(evidence: str, text: str, language: str) -> float:
    """Share of the words of *evidence* that the nearest sentence of *text* has."""
    told = words(evidence)
    near = (_share(told, words(sentence), language) for sentence in sentences.split(text, language))
    return max(near, default=0.0)


def _holds(told: Sequence[str], text: Sequence[str]) -> bool:
    """Whether the words *told* stand in *text* one after another."""
    return _end(told, text) is not None


def _end(told: Sequence[str], text: Sequence[str]) -> int | None:
    """Where the words *told* end in *text*, in which they stand one after another."""
    count = len(told)
    starts = range(len(text) - count + 1)
    found = (at for at in starts if text[at] == told[0] and text[at : at + count] == told)
    at = next(found, None)
    return None if at is None else at + count


# --- the counterpart


def _counterpart(
    told: Sequence[str], before: Sequence[str], after: Sequence[str], language: str
) -> tuple[str | None, float]:
    """The sentence of *after* that says by now what was *told*, and the share of words kept."""
    stood = {words(sentence) for sentence in before}
    best, found, kept = 0.0, None, 0.0
    for sentence in after:
        here = words(sentence)
        if here in stood:
            continue
        share = _share(told, here, language)
        score = share + _share(here, told, language)
        if share >= COUNTERPART and score > best:
            best, found, kept = score, sentence, share
    return found, kept


def _as_far(told: Sequence[str], before: Sequence[str], counterpart: str) -> str:
    """*counterpart* as far as its sentence was *told*: behind that stood words that were not shown,
    and that are found by themselves, or by what they followed."""
    for sentence in before:
        whole = words(sentence)
        end = _end(told, whole)
        if end is None:
            continue
        here, behind = words(counterpart), whole[end:]
        if not behind:
            return counterpart
        if here[-len(behind) :] == behind:
            return _first(counterpart, len(here) - len(behind))
        last = [at + 2 for at in range(len(here) - 1) if here[at : at + 2] == told[-2:]]
        return _first(counterpart, last[-1]) if last else counterpart
    return counterpart


def _first(text: str, count: int) -> str:
    """*text* up to the end of its word number *count*."""
    parts = text.split()
    most = max(n for n in range(len(parts) + 1) if len(words(" ".join(parts[:n]))) <= count)
    return " ".join(parts[:most])


def _share(told: Sequence[str], here: Sequence[str], language: str) -> float:
    """Share of the words *told* that stand *here* too, each once."""
    left = Counter(here)
    found = 0
    for word in told:
        hit = (
            word
            if left[word]
            else next((w for w in left if left[w] and same_word(word, w, language)), None)
        )
        if hit is not None:
            left[hit] -= 1
            found += 1
    return found / len(told) if told else 0.0


# --- the difference


def _difference(
    evidence: str, counterpart: str, text: str, language: str, share: float
) -> What | None:
    old, now = facts(evidence, language), facts(counterpart, language)
    edited = share >= EDITED
    if _numbers_differ(old, now, text, language, edited=edited):
        return What.NUMBER
    if not all(_quoted(quote, counterpart, text, language, edited=edited) for quote in old.quotes):
        return What.QUOTATION
    if share >= COUNTERPART and old.negations != now.negations:
        return What.NEGATION
    if not edited:
        return None
    if old.doubts != now.doubts:
        return What.WORDS
    lost = [w for w in old.subject if not among(w, now.subject, language)]
    gained = [w for w in now.subject if not among(w, old.subject, language)]
    if lost and (gained or _retracted(lost, evidence, counterpart, text, language)):
        return What.WORDS
    if not lost and _exchanged(old.subject, now.subject, language):
        return What.ORDER
    return None


def _retracted(
    lost: Sequence[str], evidence: str, counterpart: str, text: str, language: str
) -> bool:
    """Whether the *lost* words are nowhere in the *text* now, and not only cut off at the end."""
    told, here = words(evidence), words(counterpart)
    cut = len(told) > len(here) and _share(here, told[: len(here)], language) == 1
    return not cut and not _elsewhere(lost, text, language)


def _numbers_differ(old: Facts, now: Facts, text: str, language: str, *, edited: bool) -> bool:
    """Whether a number gave way to another, or is nowhere in the *text* any more."""
    missing = old.numbers - now.numbers
    if not missing:
        return False
    other = bool(now.numbers - old.numbers)
    if edited and other:
        return True
    return (edited or other) and not missing <= facts(text, language).numbers


def _quoted(
    quote: tuple[str, ...], counterpart: str, text: str, language: str, *, edited: bool
) -> bool:
    """Whether *quote* is said still, spelling aside; by a new sentence, anywhere in the text."""
    where = words(counterpart if edited else text)
    count = len(quote)
    for at in range(len(where) - count + 1):
        if all(_spelt(a, b, language) for a, b in zip(quote, where[at : at + count], strict=True)):
            return True
    return not edited and not facts(counterpart, language).quotes


def _spelt(one: str, other: str, language: str) -> bool:
    return one == other or (len(one) > 2 and same_word(one, other, language))


def _elsewhere(lost: Iterable[str], text: str, language: str) -> bool:
    everything = set(words(text))
    return all(word in everything or among(word, everything, language) for word in lost)


def _exchanged(one: Sequence[str], other: Sequence[str], language: str) -> bool:
    """Whether *other* is *one* with two short runs of words in each other's place."""
    if len(one) != len(other):
        return False
    apart = [
        at
        for at, (a, b) in enumerate(zip(one, other, strict=True))
        if not same_word(a, b, language)
    ]
    if len(apart) < 2:
        return False
    a, b = one[apart[0] : apart[-1] + 1], other[apart[0] : apart[-1] + 1]
    for left in range(1, min(_MOVED, len(a) - 1) + 1):
        for right in range(1, min(_MOVED, len(a) - left) + 1):
            middle = a[left : len(a) - right]
            swapped = (*a[len(a) - right :], *middle, *a[:left])
            near = middle or (left + right <= _BESIDE and not any(map(inflected, a)))
            if near and all(same_word(x, y, language) for x, y in zip(swapped, b, strict=True)):
                return True
    return False


# --- dropped


def _dropped(told: Sequence[str], before: Sequence[str], after: Sequence[str], new: str) -> bool:
    """Whether what was *told* is gone from among neighbours that stand still."""
    at = next((n for n, sentence in enumerate(before) if _holds(told, words(sentence))), None)
    if at is None or _CUT.search(new):
        return False
    whole = words(new)
    stand = [bool(words(s)) and _holds(words(s), whole) for s in before]
    sides = [stand[n] for n in (at - 1, at + 1) if 0 <= n < len(stand)]
    if not sides or not all(sides):
        return False
    shortened = not any(stand[at + 1 :]) and len(after) <= at
    return not shortened or at < len(before) - 1
