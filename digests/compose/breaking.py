"""عاجل as a message: one sentence with its speaker, and who told it within how long.

    عاجل | ⟪وكالة المثال⟫: «قال رئيس الشركة إن …»
    أوردته 3 مصادر خلال 25 دقيقة: ⟪…⟫ · ⟪…⟫ · ⟪…⟫

Rule. The sentence is the first of the summary, in the reader's language where there is one; or the
first that names who speaks, if it tells as many words of the headline as that one does. A source's
own words stand in «…» after the outlet's name, any other sentence is followed by it: so there is
always one who says it. What it may get wrong: a headline that shares no words with its story. The
whole summary follows in no digest; «كيف غطّته المصادر» shows the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.breaking import reports
from digests.compose.finish import finish_html
from digests.compose.story import as_shown, attributed, in_its_words
from digests.compose.voice import Voice, quoted
from digests.language.stems import content
from digests.markup import Html, bold, clean, measure
from digests.model import Article, Item, Method, Sentence, Shown
from digests.summaries.voices import voice as speaker

#: The heading of a digest that is breaking news.
HEADING = "digest-breaking"
#: Characters of the sentence, from what newsrooms write to what surely fits.
LENGTHS = (700, 300, 120)
#: Outlets that are named; the others are counted.
NAMED = 8


def write_breaking(item: Item, voice: Voice) -> tuple[str, Shown]:
    """The finished text, within Telegram's limits, and what it shows of the story."""
    articles = {article.id: article for article in item.story.articles}
    sentence = _sentence(item, voice, articles)
    html, length = "", 0
    for length in LENGTHS:
        html = finish_html(_lines(sentence, articles, item, voice, length), voice.preferences)
        if measure(html).fits():
            break
    return html, Shown(item.story.id, as_shown(sentence, length))


def _lines(
    sentence: Sentence, articles: dict[int, Article], item: Item, voice: Voice, length: int
) -> Html:
    article = articles[sentence.article]
    if sentence.method is Method.EXTRACTIVE:
        words = in_its_words(sentence, article, item.story.articles, length)
        said = quoted(words, sentence.language, length)
        told = voice.say.html(
            "digest-breaking-quoted", source=voice.outlet_link(article), sentence=said
        )
    else:
        told = attributed(sentence, item, article, voice, length)
    lines = [bold(voice.say.html(HEADING, sentence=told)), _outlets(item, voice)]
    return Html("\n".join(line for line in lines if line))


def _sentence(item: Item, voice: Voice, articles: dict[int, Article]) -> Sentence:
    usable = [s for s in item.summary.sentences if s.article in articles and clean(s.text)]
    mine = [s for s in usable if s.language == voice.language] or usable
    if not mine:
        return item.summary.headline
    least = _tells(mine[0], item.summary.headline)
    spoken = (s for s in mine if speaker(s.text, s.language).named)
    return next((s for s in spoken if _tells(s, item.summary.headline) >= least), mine[0])


def _tells(sentence: Sentence, headline: Sentence) -> int:
    """How many words of *headline* the *sentence* has, by their stems."""
    return len(
        {*content(sentence.text, sentence.language)} & {*content(headline.text, headline.language)}
    )


def _outlets(item: Item, voice: Voice) -> Html:
    """«أوردته 3 مصادر خلال 25 دقيقة: ⟪…⟫ · ⟪…⟫ · ⟪…⟫»."""
    soon: Sequence[Article] = reports(item, voice.sources)
    if not soon:
        return Html("")
    minutes = int((soon[-1].published - soon[0].published).total_seconds()) // 60
    links = Html(" · ".join(voice.outlet_link(article) for article in soon[:NAMED]))
    return voice.say.html(
        "digest-breaking-outlets", sources=len(soon), minutes=minutes, outlets=links
    )
