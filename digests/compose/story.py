"""One story of a digest: headline, sentences with their sources, who else reported it.

Rule (docs/editorial.md, "A digest"). The first sentence is visible, the others open on a tap. A
source's own words stand in «…» under «من نص ⟪المصدر⟫:»; any other sentence ends with its outlet as
a link. A translation is labelled as one, a party to the news as one, a language other than Arabic
as itself. Outlets not named yet follow in «المصادر:», and a story of a single source says so.

A relative day («الخميس», «أمس») in a source's words means nothing without a date: the line that
names the source then carries the article's, if the feed gave one. What this may get wrong: a
weekday that is a name («صحيفة الجمعة») brings a date that nobody needed. Nothing is changed inside
«…».

``Cut`` is the escape hatch for a story that is too long: fewer sentences, then fewer outlets, then
shorter ones; the link of at least one source always stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from digests import dates
from digests.compose.voice import HEADLINE, SENTENCE, Voice, clip, is_arabic, quoted, words_of
from digests.language.direction import PDI, RLI
from digests.markup import Html, bold, clean, escape, expandable
from digests.model import Article, Item, Lang, Length, Method, Sentence

#: The end of a sentence, with the quotation marks and brackets that may follow; the same ahead.
_ENDED = re.compile(r"[.!?؟…][\"'”’»)\]]*\s*$")
_ENDS = re.compile(r"[\"'”’»)\]]*[.!?؟…]")
_RELATIVE = re.compile(
    r"(?<!\w)[وفلبك]{0,2}(?:اليوم|أمس|الأمس|غدًا|غدا|البارحة|(?:ال|ل)(?:سبت|أحد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة))(?!\w)"
    r"|\b(?:today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|(?<!\w)(?:היום|אתמול|מחר)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cut:
    """How much of a story is told: sentences, outlets named apart, characters of each sentence."""

    sentences: int = 4
    outlets: int = 24
    length: int = SENTENCE


#: From the whole story to the least that still tells it; tried in order until one fits.
CUTS = (
    Cut(),
    Cut(sentences=3),
    Cut(sentences=2),
    Cut(sentences=1),
    Cut(sentences=1, outlets=8),
    Cut(sentences=1, outlets=3, length=400),
    Cut(sentences=1, outlets=0, length=300),
)


def write(item: Item, voice: Voice, cut: Cut = CUTS[0]) -> Html:
    """The story's lines, unfinished."""
    articles = {article.id: article for article in item.story.articles}
    told = _told(item, articles, voice, cut)
    lines = [_headline(item, voice)]
    if told:
        rest_known = told[0]
        lines.extend(_sentences(told[:1], item, articles, voice, cut))
        rest = list(_sentences(told[1:], item, articles, voice, cut, rest_known))
        lines.append(expandable(Html("\n".join(rest))))
    named = {articles[sentence.article].source for sentence in told}
    lines.append(_others(item, voice, named, cut))
    lines.append(_standing(item, voice))
    return Html("\n".join(line for line in lines if line))


def _told(item: Item, articles: dict[int, Article], voice: Voice, cut: Cut) -> list[Sentence]:
    """The sentences shown: those with a source and words, as many as length and cut allow."""
    most = 1 if voice.preferences.length is Length.BRIEF else cut.sentences
    usable = [s for s in item.summary.sentences if s.article in articles and clean(s.text)]
    return usable[:most]


def _headline(item: Item, voice: Voice) -> Html:
    headline = item.summary.headline
    text = words_of(headline.text, headline.language, HEADLINE)
    language = headline.language
    if not text:
        text, language = escape(voice.say("story-untitled")), voice.language
    if item.updated:
        if voice.language == Lang.EN and is_arabic(language):
            text = Html(f"{RLI}{text}{PDI}")
        text = voice.say.html("story-updated", headline=text)
    notes: list[Html] = []
    if not is_arabic(language) and language != voice.language:
        notes.append(escape(voice.in_language(language)))
    if headline.method is Method.TRANSLATED:
        notes.append(escape(voice.say("story-translated")))
    brackets = voice.brackets(notes, language)
    return Html(f"{bold(text)} {brackets}" if brackets else bold(text))


def _sentences(
    told: list[Sentence],
    item: Item,
    articles: dict[int, Article],
    voice: Voice,
    cut: Cut,
    before: Sentence | None = None,
) -> Iterator[Html]:
    """The lines of *told*. Extracts of one article share one line that names it; *before* is the
    sentence above, whose line of that kind still holds."""
    current = _run(before) if before else None
    for run, sentences in groupby(told, key=_run):
        group = list(sentences)
        if run[0] is Method.EXTRACTIVE:
            if run != current:
                yield _from_text(group, item, articles[run[1]], voice)
            for sentence in group:
                text = sentence.text
                if goes_on(articles[sentence.article], sentence.evidence):
                    text = f"{text} …"
                yield quoted(text, sentence.language, cut.length)
        else:
            for sentence in group:
                yield _attributed(sentence, item, articles[sentence.article], voice, cut)
        current = run


def goes_on(article: Article, evidence: str) -> bool:
    """Whether the source's sentence goes on where *evidence* ends: then a quotation must say so."""
    if _ENDED.search(evidence):
        return False
    for text in (article.text, article.summary, article.title):
        _, found, rest = text.partition(evidence)
        if found:
            line = rest.partition("\n")[0].strip()
            return bool(line) and not _ENDS.match(line)
    return False


def _run(sentence: Sentence) -> tuple[Method, int, str]:
    return sentence.method, sentence.article, sentence.language


def _from_text(group: list[Sentence], item: Item, article: Article, voice: Voice) -> Html:
    """«من نص ⟪المصدر⟫:», with what a reader must know about it in brackets."""
    notes = _notes(group[0], item, article, voice)
    if article.dated and any(_RELATIVE.search(sentence.text) for sentence in group):
        notes.append(escape(dates.short_date(article.published, voice.preferences)))
    source = voice.outlet_link(article)
    brackets = voice.brackets(notes, voice.language)
    return voice.say.html(
        "story-from-text", source=Html(f"{source} {brackets}") if brackets else source
    )


def _attributed(sentence: Sentence, item: Item, article: Article, voice: Voice, cut: Cut) -> Html:
    """A sentence in our words or a translation, ending with its outlet."""
    notes = [voice.outlet_link(article), *_notes(sentence, item, article, voice)]
    text = words_of(sentence.text, sentence.language, cut.length)
    return Html(f"{text} {voice.brackets(notes, sentence.language)}")


def _notes(sentence: Sentence, item: Item, article: Article, voice: Voice) -> list[Html]:
    notes: list[Html] = []
    if voice.is_party(article, item.independence):
        notes.append(escape(voice.say("story-party")))
    if not is_arabic(sentence.language) and sentence.language != voice.language:
        notes.append(escape(voice.in_language(sentence.language)))
    if sentence.method is Method.TRANSLATED:
        notes.append(escape(voice.say("story-translated")))
    return notes


def _others(item: Item, voice: Voice, named: set[str], cut: Cut) -> Html:
    """«المصادر:», the outlets that no sentence named, each once, with its language."""
    first: dict[str, Article] = {}
    for article in item.story.articles:
        if article.source not in named:
            first.setdefault(article.source, article)
    shown = list(first.values())[: cut.outlets if named else max(1, cut.outlets)]
    if not shown:
        return Html("")
    links = [_outlet(article, item, voice) for article in shown]
    left = len(first) - len(shown)
    if left:
        links.append(escape(voice.say("story-sources-more", sources=left)))
    return voice.say.html("story-sources", outlets=Html(" · ".join(links)))


def _outlet(article: Article, item: Item, voice: Voice) -> Html:
    notes: list[Html] = []
    if voice.is_party(article, item.independence):
        notes.append(escape(voice.say("story-party")))
    if voice.is_aggregator(article):
        notes.append(escape(voice.say("story-aggregator")))
    if not is_arabic(article.language) and article.language != voice.language:
        notes.append(escape(voice.in_language(article.language)))
    brackets = voice.brackets(notes, voice.language)
    source = voice.outlet_link(article)
    return Html(f"{source} {brackets}") if brackets else source


def _standing(item: Item, voice: Voice) -> Html:
    """How many voices the story has: a single one, or some that repeat others."""
    independence = item.independence
    outlets = len(independence.outlets)
    copies = _copies(item, voice)
    if outlets == 0:
        only = "story-only-parties" if independence.parties else "story-single"
        return voice.say.html(only)
    if outlets == 1:
        if copies:
            return voice.say.html("story-single-copied", copying=copies)
        return voice.say.html("story-single")
    return voice.say.html("story-copied", sources=outlets, copying=copies) if copies else Html("")


def _copies(item: Item, voice: Voice) -> Html:
    """«و3 نقلت عن رويترز», for each of the (at most three) names that most were copied from."""
    origins = Counter(item.independence.copies.values())
    said = [
        voice.say.html("story-copies", copies=count, origin=clip(voice.origin(name), 40))
        for name, count in origins.most_common(3)
    ]
    return Html(voice.say.comma.join(said))
