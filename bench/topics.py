"""What matching costs, as the number of phrases grows: ``python -m bench topics [--sizes …]``.

Generated articles of some 3 kB in Arabic and English are matched with generated topics of two
groups. The peers run beside it over the same phrases: one regular expression of all of them with
word boundaries, and ``str in`` after normalisation, which both know no particles and no plurals.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from digests.language.normal import fold
from digests.model import Article, Text, Topic, Zone
from digests.topics.matching import Matcher

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
LATIN = "abcdefghijklmnopqrstuvwxyz"
PARTICLES = ("", "", "", "و", "ب", "ل", "ال", "وال", "بال")


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench topics", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000, 100_000])
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peers-up-to", type=int, default=10_000, help="phrases; they are slow")
    options = parser.parse_args(argv)
    rows = [
        _measure(size, options.articles, options.seed, peers=size <= options.peers_up_to)
        for size in options.sizes
    ]
    for row in rows:
        print(row)
    print(json.dumps({"bench": "topics", "rows": rows}))
    return 0


def _measure(size: int, count: int, seed: int, *, peers: bool) -> dict[str, Any]:
    chance = random.Random(seed)
    words = [_word(chance) for _ in range(2 * size + 1000)]
    phrases = [" ".join(chance.sample(words, chance.choice((1, 1, 2)))) for _ in range(size)]
    number = max(1, size // 10)
    none = Text("", "")
    topics = [
        Topic(f"t{n}", none, none, (tuple(phrases[n::number]), (words[n],)), (), Zone.ANY)
        for n in range(number)
    ]
    articles = [_article(number, words, phrases, chance) for number in range(count)]
    started = time.process_time()
    matcher = Matcher(topics)
    build = time.process_time() - started
    row: dict[str, Any] = {
        "phrases": size,
        "topics": len(topics),
        "build_ms": round(build * 1000, 1),
        "first_us": _cost(articles, matcher.match),
        "again_us": _cost(articles, matcher.match),
    }
    if peers:
        folded = [fold(phrase) for phrase in phrases]
        pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, folded)) + r")\b")
        row["regex_us"] = _cost(articles, lambda a: pattern.findall(fold(a.text)))
        row["substring_us"] = _cost(articles, lambda a: _substrings(folded, fold(a.text)))
    return row


def _cost(articles: list[Article], match: Callable[[Article], object]) -> float:
    """CPU microseconds an article."""
    started = time.process_time()
    for article in articles:
        match(article)
    return round((time.process_time() - started) * 1e6 / len(articles), 1)


def _substrings(phrases: list[str], text: str) -> list[str]:
    return [phrase for phrase in phrases if phrase in text]


def _word(chance: random.Random) -> str:
    letters = chance.choice((ARABIC, ARABIC, LATIN))
    return "".join(chance.choices(letters, k=chance.randint(4, 9)))


def _article(number: int, words: list[str], phrases: list[str], chance: random.Random) -> Article:
    text: list[str] = []
    while sum(map(len, text)) + len(text) < 3000:
        word = chance.choice(phrases) if chance.random() < 0.02 else chance.choice(words)
        text.append(chance.choice(PARTICLES) + word if word[0] in ARABIC else word)
        if chance.random() < 0.06:
            text[-1] += "."
    now = datetime(2026, 1, 1, tzinfo=UTC)
    return Article(number, "", "ar", text[0], "", " ".join(text), "", now, now)
