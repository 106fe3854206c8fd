"""A summary in the source's own words: a headline and three or four of its sentences.

The rule: the first sentence is the best of an article's opening; the others are the best set
(``candidates``, ``selection``), in which each party that speaks is heard. Arabic articles speak; an
English or Hebrew sentence is taken only for a party that no Arabic one lets speak, when it replies
to an accusation or the Arabic ones give a single sentence, or when there is no Arabic article.

An article that repeats another of the story gives neither sentence nor headline, unless it alone
has the text.

What it may get wrong: parties are known by their kinds and names (``voices``). Escape hatches: the
weights below, and the operator's correction by hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as Set_
from dataclasses import replace
from datetime import timedelta

from digests.language.stems import content
from digests.model import Article, Lang, Sentence, Source, SourceKind, Story, Summary
from digests.stories.outlets import independence
from digests.summaries.candidates import TURNING, candidates
from digests.summaries.headline import headline
from digests.summaries.parties import KINDS
from digests.summaries.replies import accuses, as_the_other_side, disputes, silent
from digests.summaries.same_voice import kind_of
from digests.summaries.selection import ALIKE, ENOUGH, MOST, Candidate, choose, share, tells_nothing
from digests.summaries.selfcontained import LEANING, is_told, leaning, names
from digests.summaries.toll import Count, left_behind, of_all
from digests.summaries.turns import newest
from digests.summaries.voices import REPORTING
from digests.summaries.wording import shown

#: Sentences below which a party's words in another language are welcome.
FEW = 2
#: Passages of the first article among which the opening is sought.
OPENING = 3
#: The same where these set a scene.
_BELOW = 8
#: Words below which an article is too short to open a summary when a longer one exists.
_SHORT = 40
#: What the first sentence of a feed's summary or text has more as an opening, or the first that
#: tells the news behind a scene.
_FIRST = 0.5
#: What a count of the dead loses when a later one is higher.
_OUTDATED = 0.6
#: What a sentence loses that was told before the story took its last turn.
_BEFORE = 0.3
#: How a quotation opens, and how much a sentence leans that points back («هؤلاء»).
_QUOTES, _POINTS = frozenset("\"«“”„'"), 0.3
#: Stems of the headline by which a sentence tells its news, at least, and how much older than the
#: first article the one may be whose lead is taken for it.
_NEWS, _SAME_DAY = 2, timedelta(days=1)
#: What a sentence loses for each day beyond the first that its article is older than the opening's,
#: and at most: «الإضراب مستمر غدا» is no news when the strike is over, whoever says so.
_A_DAY, _OLD = 0.15, 2.0
#: Sentences that a party has more in the order of those to be heard when the titles name it.
_PROMINENT = 3
#: What an opening loses for «الشركة» that the headline names, and for «القرار» that nothing told.
_GENERIC, _UNKNOWN = 0.15, 0.3


def summarise(story: Story, sources: Mapping[str, Source]) -> Summary:
    """The extractive summary of *story*; deterministic, every span verbatim in its article."""
    articles = _own(story, sources)
    turn = newest(articles)
    title = headline([a for a in articles if a.id in turn] or articles, sources)
    ranked = _ranked(articles, title, sources, turn)
    arabic = [a for a in ranked if a.language == Lang.AR]
    chosen = _chosen(arabic or ranked, title, turn)
    if arabic and (len(chosen) < FEW or _unanswered(chosen)):
        chosen = _with_foreign(chosen, [a for a in ranked if a.language != Lang.AR], len(arabic))
    return Summary(title, tuple(_sentence(c) for c in chosen))


def _unanswered(chosen: Sequence[Candidate]) -> bool:
    """Whether one of *chosen* accuses, and none of them answers it."""
    met = {place for c in chosen for place in (*(c.answers or ()), c.rejoins)}
    return any(c.order not in met and accuses(c.span, c.language) for c in chosen)


def _with_foreign(
    chosen: Sequence[Candidate], articles: Sequence[Article], rank: int
) -> list[Candidate]:
    """*chosen* with the best foreign sentence of a party that it lacks, if that one replies to an
    accusation or *chosen* is short; a full summary gives up the sentence that it misses least."""
    heard = {kind_of(c.party) for c in chosen if c.party}
    unheard = [
        c
        for c in candidates(articles, rank)
        if c.party and kind_of(c.party) not in {*heard, *REPORTING} and _stands(c)
        if len(chosen) < FEW or disputes(c.span, c.language) or silent(c.span, c.language)
    ]
    if not unheard:
        return list(chosen)
    voices = Counter(c.party for c in chosen)
    spare = [c for c in chosen[1:] if (not c.contests and voices[c.party] > 1) or c.party is None]
    if len(chosen) == MOST and not spare:
        return list(chosen)
    weakest = min(spare, key=lambda c: c.value) if len(chosen) == MOST else None
    best = max(unheard, key=lambda c: (c.value, -c.order))
    return [*(c for c in chosen if c is not weakest), best]


def _own(story: Story, sources: Mapping[str, Source]) -> Sequence[Article]:
    """The articles of *story* but for copies of one among them that holds as much."""
    copies = independence(story, sources).copies
    if not copies:
        return story.articles
    size: dict[tuple[str, str], int] = {}
    for article in story.articles:
        source = sources.get(article.source)
        if article.source not in copies:
            key = (source.name if source else article.source, article.language)
            size[key] = max(size.get(key, 0), len(article.body))
    return [
        article
        for article in story.articles
        if len(article.body) > 2 * size.get((copies.get(article.source, ""), article.language), 0)
        or article.source not in copies
    ]


def _ranked(
    articles: Sequence[Article],
    title: Sentence,
    sources: Mapping[str, Source],
    turn: Set_[int],
) -> list[Article]:
    """Arabic first, those of the last *turn*, outlets before parties and aggregators, longer texts,
    then the headline's."""
    order = {SourceKind.OUTLET: 0, SourceKind.PARTY: 1, SourceKind.AGGREGATOR: 2}

    def key(article: Article) -> tuple[bool, bool, int, bool, int]:
        source = sources.get(article.source)
        kind = order[source.kind if source else SourceKind.OUTLET]
        short = len(article.body.split()) < _SHORT
        other, headed = article.language != Lang.AR, article.id == title.article
        return (other, bool(turn) and article.id not in turn, kind + short, not headed, article.id)

    return sorted(articles, key=key)


def _chosen(articles: Sequence[Article], title: Sentence, turn: Set_[int]) -> list[Candidate]:
    found = candidates(articles)
    sound = [c for c in found if _stands(c)] or found
    if not sound:
        return []
    known = frozenset(content(title.text, title.language))
    first = [c for c in sound if c.article == sound[0].article][:OPENING]
    telling = [c for c in first if not tells_nothing(c, [], known)]
    plain = [c for c in telling or first if c.answers is None]
    named = names(title.text)
    text = next(a.text for a in articles if a.id == sound[0].article)
    leads = {sound[0], next((c for c in first if c.span in text), sound[0])}
    if not any(len(c.stems & known) >= _NEWS for c in leads):  # a scene, before the news
        scene = all(c.stems.isdisjoint(known) for c in leads)
        own = [c for c in sound if c.article == sound[0].article][: _BELOW if scene else OPENING]
        below = [c for c in own if _tells_news(c, known)][:1]
        at = {article.id: article.published for article in articles}
        since = at[sound[0].article] - _SAME_DAY
        other = [c for c in sound if c.lead and _tells_news(c, known) and at[c.article] >= since]
        news = (other or below) if scene else (below or other)
        leads = set(news) if news or scene else leads
        plain += [c for c in news if c not in first]
    openings = plain or telling or first
    opening = max(openings, key=lambda c: (_opening(c, named, c in leads), -c.order))
    current = _current(sound, opening, articles, turn)
    return choose(current, opening, known, named, _speaking(current))


def _tells_news(candidate: Candidate, known: frozenset[str]) -> bool:
    """Whether *candidate* tells the news of the headline whose stems are *known*, by itself and in
    nobody's quoted words."""
    quoted = candidate.span.lstrip()[:1] in _QUOTES
    alone = leaning(candidate.span, candidate.language, lead=candidate.lead) < _POINTS
    telling = len(candidate.stems & known) >= _NEWS and not candidate.adds
    return telling and alone and not quoted


def _current(
    sound: Sequence[Candidate],
    opening: Candidate,
    articles: Sequence[Article],
    turn: Set_[int],
) -> list[Candidate]:
    """*sound*, worth less for each day that their article is older than that of the *opening*, and
    where it tells nothing of the last *turn*; without counts of the dead that were left behind."""
    at = {article.id: article.published for article in articles}
    ages = {id: (at[opening.article] - when) / timedelta(days=1) for id, when in at.items()}
    lost = {id: min(_OLD, _A_DAY * (days - 1.0)) for id, days in ages.items() if days > 1.0}
    counts = [Count(c.order, at[c.article], max(c.toll), c.party) for c in sound if c.toll]
    passed = left_behind(counts)
    turned = min((at[id] for id in turn if id in at), default=None)
    gone = {c.order for c in sound if c.order in passed and _left_behind(c, sound)}
    before = {id for id, when in at.items() if turned and id not in turn and when < turned}
    return [
        replace(c, value=c.value - less)
        if (
            less := lost.get(c.article, 0.0)
            + (_BEFORE if c.article in before else 0.0)
            + (_OUTDATED if c.order in passed else 0.0)
        )
        else c
        for c in sound
        if c is opening or c.order not in gone
    ]


def _left_behind(candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether all the dead that *candidate* counts are counted anew, and more, in one of *others*
    that tells of the same."""
    return of_all(candidate.span) and any(
        other.toll
        and max(other.toll) > max(candidate.toll)
        and of_all(other.span)
        and share(candidate.stems, other.stems) >= ALIKE
        for other in others
    )


def _opening(candidate: Candidate, named: frozenset[str], leads: bool) -> float:
    """The worth of an opening: less for what it takes as known, and more so without headline; to
    turn against a party, which makes others worth more, is for later."""
    lost = sum(_GENERIC if is_told(need, named) else _UNKNOWN for need in candidate.needs)
    lost += TURNING if candidate.party and candidate.contests else 0.0
    return candidate.value - lost + (_FIRST if leads else 0.0)


def _stands(candidate: Candidate) -> bool:
    return leaning(candidate.span, candidate.language, lead=candidate.lead) < LEANING


def _speaking(sound: Sequence[Candidate]) -> list[str]:
    """Parties that speak: of each kind first those whom the titles name and who speak most; media
    and sources without a name report and are no party, nor is who counts the dead («وفق وزارة
    الصحة»).

    Of a kind that falls into sides, the first and those that turn against somebody.
    """
    speaking = [c for c in sound if not (c.cited and (c.toll or c.party not in KINDS))]
    counts = Counter(c.party for c in speaking if c.party and c.party not in REPORTING)
    first = {c.party: c.order for c in reversed(speaking) if c.party}
    split = {kind_of(party) for party in counts if party != kind_of(party)}
    opposed = {c.party for c in sound if _opposes(c)}
    prominent = {c.party for c in sound if c.prominent}

    def weight(party: str) -> int:
        return counts[party] + _PROMINENT * (party in prominent) + (party in opposed)

    ranked = sorted(
        counts.keys() - (split - opposed),
        key=lambda party: (-weight(party), kind_of(party) not in KINDS, first[party]),
    )
    kinds = [kind_of(party) for party in ranked]
    sides = opposed | prominent
    heard = [
        party
        for at, party in enumerate(ranked)
        if party in sides or (kinds[at] in KINDS and kinds.index(kinds[at]) == at)
    ]
    return heard[: MOST if split or opposed.intersection(ranked) else ENOUGH]


def _opposes(candidate: Candidate) -> bool:
    """Whether the party of *candidate* turns against another, opens as the other side («في
    المقابل»), or is a body that says what is not so."""
    if candidate.contests or as_the_other_side(candidate.span):
        return True
    body = candidate.party is not None and kind_of(candidate.party) in KINDS
    return body and candidate.denies and candidate.matters


def _sentence(candidate: Candidate) -> Sentence:
    return Sentence(
        text=shown(candidate.span, candidate.language),
        article=candidate.article,
        evidence=candidate.span,
        language=candidate.language,
    )
