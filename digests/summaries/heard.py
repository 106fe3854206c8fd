"""Which parties a summary hears, in one measure for three languages.

Rule. What a model writes is Arabic and names the speaker in Arabic, so a sentence's own words come
before its evidence: "Nuvio denied" and «نفت الشركة» are one party. A name without a kind has that
of the body with which a text of the story names it («شركة نوفيو», "company Nuvio"). Where the
sentence's words tell no kind, the evidence does. A party of the extract is heard too where a
sentence of ours with a speaker rests on the very passage in which it speaks.

What it may get wrong: parties are kinds (``voices``), so that the loss of one of two companies is
not seen. There is no escape hatch but the tables of ``parties``.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.stems import words
from digests.model import Lang, Sentence, Story
from digests.summaries.parties import CLAIM, KIND_OF, KINDS
from digests.summaries.voices import voice

#: Words before a name among which the body that it belongs to stands.
_BEFORE = 3


def lost(sentences: Sequence[Sentence], before: Sequence[Sentence], story: Story) -> list[Sentence]:
    """The first sentence of each party of *before* that *sentences* do not hear; none where fewer
    than two parties speak in *before*."""
    shown = [*(f"{a.title}\n{a.body}" for a in story.articles), *(s.text for s in sentences)]
    languages = {article.id: article.language for article in story.articles}
    told = [(s, _party(s, languages.get(s.article, Lang.AR), shown)) for s in before]
    kinds = {kind for _, kind in told if kind is not None}
    if len(kinds) < 2:
        return []
    ours = {_party(s, languages.get(s.article, Lang.AR), shown) for s in sentences}
    ours |= {kind for s, kind in told if any(_rests_on(one, s) for one in sentences)}
    first: dict[str, Sentence] = {}
    for sentence, kind in told:
        if kind is not None and kind not in ours:
            first.setdefault(kind, sentence)
    return list(first.values())


def kind_heard(sentence: Sentence, story: Story) -> str | None:
    """The kind of party that speaks in *sentence*."""
    languages = {article.id: article.language for article in story.articles}
    return _party(sentence, languages.get(sentence.article, Lang.AR), ())


def _party(sentence: Sentence, language: str, shown: Sequence[str]) -> str | None:
    """The kind of who speaks in *sentence*; media report and are none."""
    said = voice(sentence.text, sentence.language)
    known = _speaking(said.party) or _body_of(said.names, shown)
    return known or _speaking(voice(sentence.evidence, language).party)


def _speaking(party: str | None) -> str | None:
    return party if party in KINDS and party != "medium" else None


def _body_of(names: Sequence[str], shown: Sequence[str]) -> str | None:
    """The kind of the body with which one of the texts *shown* names somebody of *names*."""
    if not names:
        return None
    for text in shown:
        found = words(text)
        for at, word in enumerate(found):
            if word in names and (kind := _kind_before(found[max(0, at - _BEFORE) : at])):
                return kind
    return None


def _kind_before(found: Sequence[str]) -> str | None:
    """The kind that the last body in the words *found* has; «الشركة» is nobody's first name."""
    for word in reversed(found):
        if word in CLAIM:
            return None
        if word in KIND_OF and not word.startswith(("ال", "ה")):
            return _speaking(KIND_OF[word])
    return None


def _rests_on(ours: Sentence, theirs: Sentence) -> bool:
    """Whether *ours*, in which somebody speaks, cites the passage of *theirs*."""
    if ours.article != theirs.article or voice(ours.text, ours.language).party is None:
        return False
    return ours.evidence in theirs.evidence or theirs.evidence in ours.evidence
