"""A summary in the source's own words: a headline and three or four of its sentences.

The rule: the first sentence is the best of an article's opening; the others are the best set
(``selection``), in which each party that speaks is heard. A sentence is worth more when it stands
early, shares words with titles and with other sentences, names its speaker or holds a number; less
when it is loaded, leans on its neighbours (``selfcontained``), is long or asks. Arabic articles
speak; an English or Hebrew sentence is taken only when the Arabic ones give a single sentence and
lack that party, or when there is no Arabic article.

What it may get wrong: importance is judged by position and shared words alone, and a party is a
kind (``voices``). Escape hatches: the weights below, and the operator's correction by hand.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nlargest

from digests.language.stems import content
from digests.model import Article, Lang, Sentence, Source, SourceKind, Story, Summary
from digests.summaries.headline import headline
from digests.summaries.loaded import loadedness
from digests.summaries.parties import KINDS
from digests.summaries.passages import Passage, passages
from digests.summaries.selection import ENOUGH, Candidate, choose, tells_nothing
from digests.summaries.selfcontained import LEANING, answers, leaning, names, needs
from digests.summaries.voices import Voice, affiliations, voice
from digests.summaries.wording import WORDS, connected, shortened, shown

#: Passages that are looked at: of one article, of a story's articles together, of each at least.
DEPTH, TOGETHER, EACH = 40, 72, 8
#: Passages of the first article among which the opening is sought.
OPENING = 3
#: Words below which an article is too short to open a summary when a longer one exists.
_SHORT = 40
#: Sentences of one article that share a stem of its subject.
_SUBJECT = 3


def summarise(story: Story, sources: Mapping[str, Source]) -> Summary:
    """The extractive summary of *story*; deterministic, every span verbatim in its article."""
    title = headline(story.articles, sources)
    ranked = _ranked(story.articles, title, sources)
    arabic = [a for a in ranked if a.language == Lang.AR]
    chosen = _chosen(arabic or ranked, title)
    if arabic and len(chosen) < 2:
        heard = {c.party for c in chosen}
        foreign = _candidates([a for a in ranked if a.language != Lang.AR], len(arabic))
        unheard = [c for c in foreign if c.party and c.party not in heard and _stands(c)]
        chosen += sorted(unheard, key=lambda c: (-c.value, c.order))[:1]
    return Summary(title, tuple(_sentence(c) for c in chosen))


def _ranked(
    articles: Sequence[Article], title: Sentence, sources: Mapping[str, Source]
) -> list[Article]:
    """Arabic first, outlets before parties and aggregators, longer texts, then the headline's."""
    order = {SourceKind.OUTLET: 0, SourceKind.PARTY: 1, SourceKind.AGGREGATOR: 2}

    def key(article: Article) -> tuple[bool, int, bool, int]:
        source = sources.get(article.source)
        kind = order[source.kind if source else SourceKind.OUTLET]
        short = len(article.body.split()) < _SHORT
        return (article.language != Lang.AR, kind + short, article.id != title.article, article.id)

    return sorted(articles, key=key)


def _chosen(articles: Sequence[Article], title: Sentence) -> list[Candidate]:
    candidates = _candidates(articles)
    sound = [c for c in candidates if _stands(c)] or candidates
    if not sound:
        return []
    known = frozenset(content(title.text, title.language))
    first = [c for c in sound if c.article == sound[0].article][:OPENING]
    telling = [c for c in first if not tells_nothing(c, [], known)]
    plain = [c for c in telling or first if not c.answers]
    opening = max(plain or telling or first, key=lambda c: (c.value, -c.order))
    return choose(sound, opening, known, names(title.text), _speaking(sound))


def _candidates(articles: Sequence[Article], rank: int = 0) -> list[Candidate]:
    depth = max(EACH, min(DEPTH, TOGETHER // max(1, len(articles))))
    found = [(at, p) for at, a in enumerate(articles, rank) for p in passages(a, depth)]
    spans = [shortened(p.text, p.language) for _, p in found]
    stems = [frozenset(content(s, p.language)) for s, (_, p) in zip(spans, found, strict=True)]
    weights = _weights(articles, stems)
    subject = _subject(articles, [p for _, p in found], stems)
    voices = [voice(span, p.language) for span, (_, p) in zip(spans, found, strict=True)]
    known = affiliations(voices)
    return [
        _candidate(order, at, passage, span, own, _affiliated(who, known), weights, subject)
        for order, ((at, passage), span, own, who) in enumerate(
            zip(found, spans, stems, voices, strict=True)
        )
    ]


def _affiliated(who: Voice, known: Mapping[str, str]) -> Voice:
    """*who* under the party that the text gave the speaker's name elsewhere."""
    if who.party in KINDS or who.party is None:
        return who
    party = next((known[name] for name in reversed(who.names) if name in known), who.party)
    return Voice(party, who.absent, who.named, who.names)


def _weights(articles: Sequence[Article], stems: Sequence[frozenset[str]]) -> dict[str, float]:
    """What a stem tells about the story: rare ones that return, and those of the titles.

    The twelve most telling add up to 1.
    """
    spread = Counter(stem for one in stems for stem in one)
    titles = Counter(stem for a in articles for stem in set(content(a.title, a.language)))
    weights = {
        stem: math.log(1 + len(stems) / count) * (1 + min(count - 1, 3)) + 2 * titles[stem]
        for stem, count in spread.items()
    }
    top = sum(nlargest(12, weights.values())) or 1.0
    return {stem: weight / top for stem, weight in weights.items()}


def _subject(
    articles: Sequence[Article], found: Sequence[Passage], stems: Sequence[frozenset[str]]
) -> frozenset[str]:
    """Stems that name what the story is about; saying them again is no repetition."""
    common: set[str] = set()
    for article in articles:
        own = Counter(
            s for p, one in zip(found, stems, strict=True) if p.article == article.id for s in one
        )
        common.update(stem for stem, count in own.items() if count >= _SUBJECT)
    return frozenset(common)


def _candidate(
    order: int,
    rank: int,
    passage: Passage,
    span: str,
    stems: frozenset[str],
    who: Voice,
    weights: Mapping[str, float],
    subject: frozenset[str],
) -> Candidate:
    language = passage.language
    count = len(span.split())
    value = 0.35 * _central(stems, weights) + 0.5 / (1 + 0.35 * passage.place) - 0.05 * rank
    if who.party and who.party != "medium":
        value += 0.18 if who.named else 0.08
    value += 0.06 if any(c.isdigit() for c in span) else 0.0
    value -= 0.15 * loadedness(span) + leaning(span, language)
    value -= 0.05 if connected(span, language) else 0.0
    value -= 0.06 * max(0, count - WORDS) + 0.04 * max(0, 8 - count) + 0.1 * max(0, 6 - count)
    value -= 0.4 if span.rstrip('»" ').endswith(("؟", "?")) else 0.0
    return Candidate(
        order=order,
        article=passage.article,
        language=language,
        span=span,
        stems=stems,
        telling=stems - subject,
        value=value,
        party=who.party,
        answers=answers(span, language),
        needs=needs(span, language),
        names=names(span),
    )


def _central(stems: frozenset[str], weights: Mapping[str, float]) -> float:
    """The weights of a sentence's stems, damped by its length; 0 to about 1."""
    if not stems or not weights:
        return 0.0
    return sum(weights.get(s, 0.0) for s in stems) / math.sqrt(max(1.0, len(stems) / 12))


def _stands(candidate: Candidate) -> bool:
    return leaning(candidate.span, candidate.language) < LEANING


def _speaking(sound: Sequence[Candidate]) -> list[str]:
    """Kinds of party that speak, the most heard first; media report and are no party."""
    counts = Counter(c.party for c in sound if c.party and c.party != "medium")
    first = {c.party: c.order for c in reversed(sound) if c.party}
    return sorted(counts, key=lambda kind: (-counts[kind], first[kind]))[:ENOUGH]


def _sentence(candidate: Candidate) -> Sentence:
    return Sentence(
        text=shown(candidate.span, candidate.language),
        article=candidate.article,
        evidence=candidate.span,
        language=candidate.language,
    )
