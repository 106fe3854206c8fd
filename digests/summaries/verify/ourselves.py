"""A name told for "we": «كورفين» of its spokesman's, «العراق» of an Iraqi minister's.

The rule: where somebody says "we", "our" or «نحن» in the evidence, the sentence may have the body
for which he speaks: the only unlisted name of the title, where he is a spokesman or an officer; or
the country whose adjective stands in his title, here or just before.

What it may get wrong: an officer who says "we" of a smaller circle. The escape hatch is to leave
the name out.
"""

from __future__ import annotations

from collections.abc import Iterable

from digests.language.kin import without_particles
from digests.language.lexicon import listed
from digests.language.lists import folded
from digests.language.transliteration import same_name
from digests.summaries.verify.nationality import countries
from digests.summaries.verify.passage import Passage, passage
from digests.summaries.verify.source import Source

_WE = folded("we our us ourselves אנחנו אנו שלנו نحن إننا أننا لدينا علينا لنا")
_OFFICERS = folded("متحدث متحدثة ناطق ناطقة رئيس رئيسة مدير مديرة مؤسس مؤسسة المتحدث المتحدثة")
#: Letters of a verb of the first person plural, «نطلب», and of what is ours, at least.
_VERB = 4


def for_ourselves(sentence: Passage, place: int, source: Source) -> bool:
    """Whether the word at *place* is the body for which somebody says "we" in the evidence."""
    if not _says_we(source):
        return False
    if ours := countries(sentence, place):
        texts = (source.passage, *source.before)
        told = [countries(t, p) for t in texts for f in t.frames for p in _within(t, f.speaker)]
        return all(one & ours for one in told if one) and any(told)
    word = sentence.words[place].fold
    if listed(word) or not _by_an_officer(sentence):
        return False
    title = passage(source.article.title, source.article.language)
    names = {
        w.fold
        for at, w in enumerate(title.words)
        if w.text[:1].isupper() and not listed(w.fold) and not title.keys[at]
    }
    return len(names) == 1 and same_name(word, names.pop())


def _within(text: Passage, places: Iterable[int]) -> list[int]:
    return [p for p in places if p < len(text.words)]


def _says_we(source: Source) -> bool:
    """Whether somebody speaks of himself and others in the evidence."""
    evidence = source.passage
    if any(evidence.words[at].fold in _WE for at in source.inside):
        return True
    return evidence.language == "ar" and any(
        at in evidence.marked and _of_us(evidence.words[at].fold) for at in source.inside
    )


def _of_us(word: str) -> bool:
    """Whether *word* is a noun of ours, or a verb of the first person: «حصتنا», «نطلب»."""
    return len(word) >= _VERB and (word[0] == "ن" or word.endswith("نا"))


def _by_an_officer(sentence: Passage) -> bool:
    """Whether a spokesman or an officer speaks in the sentence."""
    return any(
        not _OFFICERS.isdisjoint(without_particles(sentence.words[p].fold))
        for f in sentence.frames
        for p in _within(sentence, f.speaker)
    )
