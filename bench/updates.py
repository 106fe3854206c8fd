"""Whether a reader told so far gets an update: ``python -m bench updates FILE [--out FILE]``.

Input, a story a line: ``{steps: [{at, source, lang, title, text, guid?, …}, …]}``, steps in time
order; other keys are ignored. Each line is an archive of its own with one reader, who is told at
once whatever is new. Each step arrives as an article, goes through ``stories.assign`` as production
does (the window is regrouped, ids are carried over, told stories never split), and then through
``stories.updates``. A later step with the same source and guid is an edited article, and one
without text is a page that is gone: neither is an update (corrections are told apart from news).

Prediction, in each step: ``update`` (whether the reader gets one), ``story_id``, and ``told``:
``story`` (a story that is new to the reader), ``update``, ``nothing`` or ``edit``. With labels
(``kind``): what came of each kind, the share of developments that gave an update, and how many
restatements gave one or were told as a new story. Embeddings are used where
production would use them; ``--semantic`` and ``--no-semantic`` decide otherwise.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import _semantic
from digests.language.embed import embed_here
from digests.language.vectors import Vector
from digests.model import Article
from digests.store.archive import NEWS
from digests.stories import assign
from digests.stories.grouping import WINDOW
from digests.stories.updates import developments

#: Kinds of step that say nothing new.
RESTATING = ("translation", "copy", "rewrite", "background", "more")


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench updates", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--out", type=Path, help="predictions, one line per input line")
    _semantic.add(parser)
    parser.add_argument("--show", action="store_true", help="print what came out otherwise")
    options = parser.parse_args(argv)
    options.semantic = _semantic.wanted(options.semantic)
    written = options.file.read_text("utf-8").splitlines()
    lines = [json.loads(line) for line in written if line.strip()]
    started = time.process_time()
    next_id = 1
    for line in lines:
        reader = Reader(next_id, semantic=options.semantic)
        for number, step in enumerate(line["steps"], 1):
            step.update(reader.step(number, step))
        next_id = reader.next_id
    seconds = time.process_time() - started
    if options.out:
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        options.out.write_text(text, "utf-8")
    if options.show:
        _show(lines)
    figures = {
        "bench": "updates",
        "stories": len(lines),
        "semantic": options.semantic,
        "cpu_seconds": round(seconds, 3),
    }
    print(json.dumps(figures | scores(lines), ensure_ascii=False))
    return 0


class Reader:
    """One reader of one archive, who is told at once whatever is new."""

    def __init__(self, next_id: int, *, semantic: bool) -> None:
        self.next_id = next_id
        self._semantic = semantic
        self._archive: dict[int, Article] = {}
        self._ids: dict[tuple[str, str], int] = {}
        self._stories: dict[int, int] = {}
        self._told: set[int] = set()
        self._vectors: dict[int, Vector] = {}

    def step(self, number: int, step: Mapping[str, Any]) -> dict[str, Any]:
        """What comes of *step*: the prediction."""
        key = (str(step["source"]), str(step.get("guid") or number))
        article = _article(self._ids.setdefault(key, number), step)
        if article.id in self._archive:
            if article.text:
                self._archive[article.id] = article
            return self._outcome(article, "edit")
        self._archive[article.id] = article
        self._group(article)
        own = self._stories[article.id]
        members = [a for a in self._archive.values() if self._stories[a.id] == own]
        before = tuple(a for a in members if a.id in self._told)
        since = article.published - NEWS
        fresh = tuple(a for a in members if a.id not in self._told and a.published >= since)
        if before and not developments(before, fresh):
            return self._outcome(article, "nothing")
        self._told.update(a.id for a in members)
        return self._outcome(article, "update" if before else "story")

    def _group(self, newest: Article) -> None:
        if self._semantic:
            self._vectors |= embed_here([newest])
        since = newest.published - WINDOW
        grouped = assign(
            [a for a in self._archive.values() if a.published >= since],
            WINDOW,
            previous=self._stories,
            told={self._stories[article] for article in self._told},
            next_id=self.next_id,
            vectors=self._vectors,
        )
        self._stories.update({a.id: story.id for story in grouped for a in story.articles})
        self.next_id = max(self.next_id, *(story + 1 for story in self._stories.values()))

    def _outcome(self, article: Article, told: str) -> dict[str, Any]:
        return {
            "update": told == "update",
            "story_id": self._stories[article.id],
            "told": told,
        }


def _article(identity: int, step: Mapping[str, Any]) -> Article:
    at = datetime.fromisoformat(str(step["at"]))
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return Article(
        id=identity,
        source=str(step["source"]),
        language=str(step.get("lang") or "ar"),
        title=str(step.get("title") or ""),
        summary=str(step.get("summary") or ""),
        text=str(step.get("text") or ""),
        url=f"https://example.org/{identity}",
        published=at,
        first_seen=at,
    )


def scores(lines: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Figures against the labels; empty without labels."""
    kinds: dict[str, Counter[str]] = {}
    for step in (step for line in lines for step in line["steps"]):
        if "kind" in step:
            kinds.setdefault(str(step["kind"]), Counter())[step["told"]] += 1
    if not kinds:
        return {}
    news = kinds.get("development", Counter())
    still = sum((kinds.get(kind, Counter()) for kind in RESTATING), Counter[str]())
    return {
        "developments": news.total(),
        "updates": round(news["update"] / max(1, news.total()), 4),
        "as_new_stories": news["story"],
        "missed": news["nothing"],
        "restatements": still.total(),
        "false_updates": still["update"],
        "told_again": still["story"],
        "by_kind": {kind: dict(sorted(found.items())) for kind, found in sorted(kinds.items())},
    }


def _show(lines: Sequence[Mapping[str, Any]]) -> None:
    expected = {"development": "update", "first": "story"}
    for line in lines:
        for number, step in enumerate(line["steps"], 1):
            kind = step.get("kind")
            if kind in RESTATING or kind in expected:
                wanted = expected.get(str(kind), "nothing")
                if step["told"] != wanted:
                    print(line.get("story"), number, kind, "->", step["told"], step["title"])
