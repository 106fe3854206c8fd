"""CPU of one story of eight articles: ``python -m bench story [--words N] [--rounds N]``.

Each round makes eight Arabic articles of about N words, of sentences of ``bench/examples.yaml`` and
the sample newsroom that no round has used (numbers in them are changed once they run out), so
that nothing is remembered from before. Measured in CPU time of the process, without embeddings:
grouping the eight, their independent sources, the summary, and whether its accounts differ or a
reply is missing. The figure is the median of the rounds and the slowest one.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from statistics import median

from bench.examples import Example, examples, sources
from digests.model import Article, Lang, Story
from digests.stories.grouping import assign
from digests.stories.outlets import independence
from digests.summaries import summarise
from digests.summaries.accounts import differing, unanswered
from digests.summaries.passages import passages

ARTICLES = 8
NOON = datetime(2025, 5, 13, 12, tzinfo=UTC)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench story", description=__doc__)
    parser.add_argument("--words", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args(argv)
    told = _sentences(examples())
    _round(_articles(told, 50))  # reads the tables
    rounds = [_round(_articles(told, options.words)) for _ in range(options.rounds)]
    figures = {"bench": "story", "articles": ARTICLES, "words": options.words}
    for part in rounds[0]:
        spent = [one[part] for one in rounds]
        figures[f"{part}_ms"] = round(median(spent), 1)
        figures[f"{part}_ms_most"] = round(max(spent), 1)
    print(json.dumps(figures))
    return 0


def _sentences(stories: list[Example]) -> Iterator[str]:
    """The Arabic sentences of *stories*, then the same with other numbers, without end."""
    found = [
        passage.text
        for example in stories
        for article in example.story.articles
        if article.language == Lang.AR
        for passage in passages(article)
    ]
    for turn in count():
        for sentence in dict.fromkeys(found):
            yield sentence if not turn else _changed(sentence, turn)


def _changed(sentence: str, turn: int) -> str:
    """*sentence* with other numbers, and one more at its end."""
    changed = re.sub(r"\d+", lambda digits: str(int(digits.group()) + turn), sentence)
    return f"{changed.rstrip('. ')} في {1000 + turn} موقع."


def _articles(told: Iterator[str], words: int) -> tuple[Article, ...]:
    outlets = [id for id, source in sources().items() if source.language == Lang.AR]
    return tuple(_article(at, outlets[at % len(outlets)], told, words) for at in range(ARTICLES))


def _article(at: int, outlet: str, told: Iterator[str], words: int) -> Article:
    text: list[str] = []
    while sum(len(sentence.split()) for sentence in text) < words:
        text.append(next(told))
    body = "\n\n".join(text)
    moment = NOON + timedelta(minutes=at)
    title = " ".join(text[0].split()[:12])
    return Article(at + 1, outlet, Lang.AR, title, "", body, "https://e.org", moment, moment)


def _round(articles: tuple[Article, ...]) -> dict[str, float]:
    """Milliseconds of CPU of each step, and of all."""
    story = Story(1, articles)
    spent: dict[str, float] = {}
    spent["grouping"] = _spent(lambda: assign(articles))
    spent["independence"] = _spent(lambda: independence(story, sources()))
    summary = None

    def write() -> None:
        nonlocal summary
        summary = summarise(story, sources())

    spent["summary"] = _spent(write)
    assert summary is not None
    spent["accounts"] = _spent(lambda: (differing(story, summary), unanswered(story, summary)))
    spent["all"] = sum(spent.values())
    return spent


def _spent(step: Callable[[], object]) -> float:
    started = time.process_time()
    step()
    return 1000 * (time.process_time() - started)
