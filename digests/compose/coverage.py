"""«كيف غطّته المصادر»: the outlets' own headlines of one story, by language, in time order.

Nothing here is ours but the frame: each line is a time, the outlet as a link, and its headline in
its own language. A language that none of our sources wrote in is stated as our not finding it
there. A link opens the page at the evidence (a text fragment) where a sentence of the summary
rests on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlsplit

from digests import dates
from digests.compose.finish import finish, finish_html
from digests.compose.sample import notice
from digests.compose.voice import HEADLINE, Voice, quoted, words_of
from digests.language.direction import isolate
from digests.markup import Html, bold, clean, escape, inert, link, measure
from digests.model import Article, Button, Lang, Message, Preferences, Source, Story, Summary
from digests.words import Words

#: Headlines and links beyond these do not fit a reader's screen; the rest is counted.
HEADLINES = 40
#: Words of the evidence that a text fragment carries: enough to be unique on a page.
FRAGMENT_WORDS = 8

_NAMED = {"ar": "arabic", "en": "english", "he": "hebrew"}


def coverage(
    story: Story,
    preferences: Preferences,
    sources: Mapping[str, Source],
    words: Words,
    summary: Summary | None = None,
    buttons: tuple[tuple[Button, ...], ...] = (),
    announced: str | None = None,
) -> Message:
    """The side-by-side view of *story* as one message within the limits.

    *summary*, when given, supplies the headline on top and the evidence for text fragments;
    *announced* is the sample newsroom's notice.
    """
    voice = Voice(words.in_(preferences.language), preferences, sources, {})
    ordered = sorted(story.articles, key=lambda article: (article.published, article.id))
    evidence = _evidence(summary)
    shown = min(len(ordered), HEADLINES)
    html = _page(ordered, shown, voice, summary, evidence, announced)
    while shown > 1 and not measure(html).fits():
        shown -= 1
        html = _page(ordered, shown, voice, summary, evidence, announced)
    return finish(Message(html, buttons), preferences)


def _page(
    ordered: list[Article],
    shown: int,
    voice: Voice,
    summary: Summary | None,
    evidence: Mapping[int, str],
    announced: str | None,
) -> str:
    """The finished page of the first *shown* of the *ordered* articles."""
    kept = ordered[:shown]
    top = [bold(voice.say("coverage-title"))]
    if summary is not None:
        headline = summary.headline
        top.append(words_of(headline.text, headline.language, HEADLINE))
    top.append(_tally(ordered, voice))
    blocks = [Html("\n".join(line for line in top if line))]
    for language in _languages(kept):
        lines = [bold(voice.in_language(language))]
        lines.extend(_line(a, ordered, voice, evidence) for a in kept if _language(a) == language)
        blocks.append(Html("\n".join(lines)))
    blocks += [_foot(ordered, len(ordered) - shown, voice), notice(announced)]
    return finish_html("\n\n".join(block for block in blocks if block), voice.preferences)


def _line(
    article: Article, ordered: list[Article], voice: Voice, evidence: Mapping[int, str]
) -> Html:
    """``20:14 ⟪قدس نت⟫: «العنوان»``, with the day where the story spans several."""
    preferences = voice.preferences
    clock = dates.clock(dates.local(article.published, preferences))
    days = {dates.local(a.published, preferences).date() for a in ordered}
    time = f"{dates.short_date(article.published, preferences)} {clock}" if len(days) > 1 else clock
    url = at_evidence(article.url, evidence.get(article.id, ""))
    name = isolate(voice.outlet(article.source), voice.language)
    title = quoted(article.title, article.language, HEADLINE)
    return Html(f"{escape(time)} {link(inert(name), url)}: {title}")


def _tally(ordered: list[Article], voice: Voice) -> Html:
    """«عربية 4 · إنجليزية 2 · عبرية 0»: articles in each language that we read."""
    counts = dict.fromkeys(_NAMED.values(), 0)
    for article in ordered:
        if name := _NAMED.get(_language(article)):
            counts[name] += 1
    return voice.say.html("coverage-tally", **{name: str(n) for name, n in counts.items()})


def _foot(ordered: list[Article], left: int, voice: Voice) -> Html:
    lines: list[Html] = []
    if left:
        lines.append(voice.say.html("coverage-more", articles=left))
    present = {_language(article) for article in ordered}
    lines.extend(voice.say.html(f"coverage-absent-{lang}") for lang in Lang if lang not in present)
    return Html("\n".join(lines))


def _languages(articles: list[Article]) -> list[str]:
    """The languages of *articles*: those that we read first, in their fixed order."""
    present = {_language(article) for article in articles}
    return [*(lang for lang in Lang if lang in present), *sorted(present - set(Lang))]


def _language(article: Article) -> str:
    return article.language.partition("-")[0].lower()


def _evidence(summary: Summary | None) -> dict[int, str]:
    if summary is None:
        return {}
    return {s.article: s.evidence for s in reversed(summary.sentences)}


def at_evidence(url: str, evidence: str) -> str:
    """*url* with a text fragment of the first words of *evidence*, unless it has a fragment."""
    words = clean(evidence).split()[:FRAGMENT_WORDS]
    try:
        taken = bool(urlsplit(url).fragment)
    except ValueError:
        taken = True
    if taken or len(words) < 3:
        return url
    return f"{url}#:~:text={quote(' '.join(words), safe='').replace('-', '%2D')}"
