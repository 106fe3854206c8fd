"""Accounts that differ, and an accusation without a reply, among the sentences of a summary.

The rule. Two accounts differ when one sentence disputes what another says («نفت …», «غير صحيح»):
that one accuses the party that disputes it, or is of whom the denial speaks («ما قاله الجيش»), or
accuses or is referred to («هذه الرواية») right before it, or shares most of its stems; or when a
party says that something is not so of which another says, with the same verb and much the same
words, that it is. A court that rejects a claim is no party. A reply is missing when a sentence
accuses a listed party (``digests.stories.names``) and no article of the story, in any language, has
that party speak, or says that it did not.

What it may get wrong: both err towards silence. A denial in other words passes unnoticed; a party
that is not listed is never said to be missing; any speaker who might be of the accused counts as a
reply. The escape hatch is the shares below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digests.language.stems import content, stem, words
from digests.language.words import normal
from digests.model import Story, Summary
from digests.stories.names import meanings
from digests.summaries.parties import KIND_OF, KINDS
from digests.summaries.passages import passages
from digests.summaries.replies import (
    accusation,
    accuses,
    denies,
    disputes,
    disputes_figures,
    figured,
    negated,
    quoted_other,
    silent,
)
from digests.summaries.same_voice import distinguished, kind_of, names, resumed
from digests.summaries.sides import kind_of_listed, owner
from digests.summaries.speakers import Voice
from digests.summaries.taking_up import answers
from digests.summaries.voices import titled, voice

#: Shares of the smaller sentence's stems: a denial with what it denies, and "is" with "is not".
_SAME_MATTER, _SAME_WORDS = 0.5, 0.6
#: Words after the verb of an accusation within which the accused is named.
_REACH = 12
_CLAUSE = re.compile(r"[;؛،,:]\s")
#: Passages of an article that are looked through for a reply.
_DEPTH = 40


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence of the summary with what its evidence says."""

    place: int
    article: int
    language: str
    span: str
    who: Voice

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(content(self.span, self.language))


def differing(story: Story, summary: Summary) -> tuple[int, int] | None:
    """The places of two sentences of *summary* whose accounts differ, the account first."""
    said = _said(story, summary)
    for one in said:
        if one.who.party is None or kind_of(one.who.party) in ("court", "medium"):
            continue
        if disputes(one.span, one.language):
            others = [(_disputed(one, o, story), -abs(o.place - one.place), o.place) for o in said]
            strength, _, place = max(others)
            if strength:
                return place, one.place
        elif denies(one.span, one.language):
            for other in said:
                if _another(one, other) and _contradicts(one, other):
                    return other.place, one.place
    return None


def unanswered(story: Story, summary: Summary) -> tuple[int, str] | None:
    """The place of a sentence that accuses, and the key of the party without a reply in *story*."""
    for one in _said(story, summary):
        accused = _accused(one.span, one.language)
        if accused and owner(accused[0]) != one.who.side and not _replied(story, *accused, one):
            return one.place, accused[0]
    return None


def _said(story: Story, summary: Summary) -> list[_Said]:
    articles = {article.id: article for article in story.articles}
    found = [
        (place, articles[s.article], s)
        for place, s in enumerate(summary.sentences)
        if s.article in articles
    ]
    voices = resumed(
        [voice(s.evidence, a.language) for _, a, s in found], [a.id for _, a, _ in found]
    )
    named = [titled(s.evidence) for _, a, s in found if a.language == "ar"]
    return [
        _Said(place, article.id, article.language, sentence.evidence, who)
        for (place, article, sentence), who in zip(found, distinguished(voices, named), strict=True)
    ]


def _another(one: _Said, other: _Said) -> bool:
    """Whether *other* is another sentence, of which *one* does not have the speaker."""
    return other.place != one.place and other.who.party != one.who.party


def _disputed(one: _Said, other: _Said, story: Story) -> int:
    """How surely the denial *one* is of what *other* says; 0: not at all."""
    accusing = accuses(other.span, other.language)
    if not _another(one, other) or (disputes(other.span, other.language) and not accusing):
        return 0
    if accusing and names(other.span, one.who):
        return 3
    if _is_of(words(quoted_other(one.span)), other.who):
        return 3
    if other.who.party is None or (disputes_figures(one.span) and not figured(other.span)):
        return 0
    refers = answers(one.span, one.language) or disputes_figures(one.span) or accusing
    if refers and one.article == other.article and _follows(one, other, story):
        return 2
    if denies(other.span, other.language):
        return 0
    return int(one.language == other.language and _share(one, other) >= _SAME_MATTER)


def _contradicts(one: _Said, other: _Said) -> bool:
    """Whether *one* says that it is not so in the words in which *other* says that it is."""
    if other.who.party is None or denies(other.span, other.language):
        return False
    denied = {stem(normal(word), one.language) for word in negated(one.span, one.language)}
    if one.language != other.language or not _alike(denied, other.stems):
        return False
    return _share(one, other) >= _SAME_WORDS


def _alike(denied: set[str], stems: frozenset[str]) -> bool:
    """Whether one of the verbs *denied* is among *stems*, its present form aside."""
    bare = {word[1:] for word in denied if word[:1] in "يتن" and len(word) > 3}
    return any(word in stems or f"ا{word}" in stems for word in denied | bare)


def _share(one: _Said, other: _Said) -> float:
    return len(one.stems & other.stems) / max(1, min(len(one.stems), len(other.stems)))


def _follows(one: _Said, other: _Said, story: Story) -> bool:
    """Whether *one* comes right after *other* in its article, or after its figures if it denies
    figures."""
    article = next(a for a in story.articles if a.id == one.article)
    told = [p.text for p in passages(article, _DEPTH)]
    at = next((at for at, text in enumerate(told) if one.span in text), 0)
    before = [text for text in told[:at] if figured(text) or not disputes_figures(one.span)]
    return bool(before) and other.span in before[-1]


def _is_of(named: Sequence[str], who: Voice) -> bool:
    """Whether the words *named* are a name or the kind of *who*."""
    kind = kind_of(who.party) if who.party else None
    return any(word in who.names or KIND_OF.get(word) == kind for word in named if kind)


def _accused(text: str, language: str) -> tuple[str, frozenset[str]] | None:
    """The listed party that *text* accuses, and the nouns for parties before it: the accuser's."""
    end = accusation(text, language)
    if end is None:
        return None
    found = words(text[end:])[:_REACH]
    for start, _, keys in meanings(found):
        for key in keys:
            if kind_of_listed(key) is not None:
                return key, _nouns(words(text[:end])) | _nouns(found[:start])
    return None


def _replied(story: Story, accused: str, nouns: frozenset[str], one: _Said) -> bool:
    """Whether a speaker who might be of *accused* stands anywhere in *story*, or is said not to."""
    kind = kind_of_listed(accused)
    for article in story.articles:
        told = [p.text for p in passages(article, _DEPTH) if one.span not in p.text]
        for text in (article.title, *told, *_CLAUSE.split(one.span)[1:]):
            if _speaks(text, article.language, owner(accused), kind, nouns):
                return True
    return False


def _speaks(
    text: str, language: str, accused: str, kind: str | None, nouns: frozenset[str]
) -> bool:
    who = voice(text, language)
    found = words(text)
    about = accused in {owner(key) for _, _, keys in meanings(found) for key in keys}
    if silent(text, language):
        return about or kind == who.party or who.party is None
    if who.absent:
        return about
    if who.party is None:
        return False
    if who.party not in KINDS:
        return about or any(KIND_OF.get(word) == kind for word in found)
    if kind_of(who.party) != kind:
        return False
    return who.side == accused or (who.side is None and not _nouns(found) & nouns)


def _nouns(found: Sequence[str]) -> frozenset[str]:
    """The nouns for parties in *found*, without their article: «الهيئة» is «هيئة»."""
    return frozenset(word.removeprefix("ال") for word in found if word in KIND_OF)
