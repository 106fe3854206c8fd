"""Stories in the source's words and a model's, side by side: ``python -m bench writing FILE``.

Input, a line each: ``{id?, articles: [{source?, language, title, text, published?}]}``, a story.
``--sample`` takes the stories of the sample newsroom instead. The endpoint is that of
MUJAZ_LLM_URL, _MODEL and _KEY, or of ``--url`` and ``--model``. With ``--answers FILE``, lines of
an earlier run or ``{story, answers}``, no model is asked: the answers in it are read again, by
today's rules. ``--page FILE`` writes the part of docs/examples.md that shows the stories.

Prints a line for each story: ``extractive`` (headline and sentences), ``answers`` (the model's,
raw), ``accepted`` and ``refused`` (with code and reason), ``model`` (the summary as it would be
told; null where the extractive one stays, and ``why``). The last line has the figures of all.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench._side_by_side import BY_HAND, HEADING, replaced, section
from bot.playground.newsroom import desk
from config.settings import load
from digests.model import Article, Sentence, Source, Story, Summary
from digests.summaries import grounded, summarise, writing
from digests.summaries.grounded import Ask, Written
from digests.summaries.model_client import Answer, ModelClient, ModelError, Stalled, Turn
from digests.summaries.verify import verify

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
#: Seconds that a request may take here: small machines are slow.
SECONDS = 300.0


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench writing", description=__doc__)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--sample", action="store_true", help="the sample newsroom's stories")
    parser.add_argument("--most", type=int, default=1000, help="stories at most")
    parser.add_argument("--url")
    parser.add_argument("--model")
    parser.add_argument("--out", type=Path, help="the lines of the stories, as a file")
    parser.add_argument("--answers", type=Path, help="answers to read again; no model is asked")
    parser.add_argument("--page", type=Path, help="the page whose last part is written")
    parser.add_argument("--by-hand", action="store_true", help="no model wrote the answers")
    parser.add_argument("--note", default="", help="what the page says of the model")
    options = parser.parse_args(argv)
    settings = load()
    url, name = options.url or settings.llm_url, options.model or settings.llm_model
    if (options.file is None) is not options.sample:
        parser.error("give FILE or --sample")
    found = list(sample() if options.sample else stories(options.file))[: options.most]
    if options.answers:
        name = name or "kept answers"
        lines = asyncio.run(again(options.answers.read_text("utf-8"), found))
    elif url is None or name is None:
        parser.error("give an endpoint: MUJAZ_LLM_URL and MUJAZ_LLM_MODEL")
    else:
        key = settings.llm_key.get_secret_value() if settings.llm_key else None
        lines = asyncio.run(_run(ModelClient(url, name, key, seconds=SECONDS), found))
    if options.page:
        heading = BY_HAND if options.by_hand else HEADING
        part = section(heading, lines, _figures(name, lines), options.note)
        options.page.write_text(replaced(options.page.read_text("utf-8"), heading, part), "utf-8")
    if options.out:
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        options.out.write_text(text, "utf-8")
    print(json.dumps(_figures(name, lines), ensure_ascii=False))
    return 0


def stories(path: Path) -> Iterator[tuple[Story, dict[str, Source]]]:
    """The stories of *path*, with the sources that its articles name."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip():
            yield story(number, json.loads(line))


def sample() -> Iterator[tuple[Story, dict[str, Source]]]:
    """The events of the sample newsroom, each as one story."""
    events: dict[str, list[dict[str, Any]]] = {}
    for article in desk.articles():
        outlet = desk.outlets()[article.outlet]
        events.setdefault(article.event, []).append(
            {
                "source": outlet.name,
                "language": outlet.language,
                "title": article.title,
                "summary": article.summary,
                "text": "\n".join(article.paragraphs),
                "published": article.published(NOW).isoformat(),
            }
        )
    for number, articles in enumerate(events.values(), 1):
        yield story(number, {"articles": articles})


def story(number: int, given: dict[str, Any]) -> tuple[Story, dict[str, Source]]:
    articles = []
    sources: dict[str, Source] = {}
    for place, one in enumerate(given["articles"], 1):
        name = str(one.get("source") or f"source-{place}")
        sources[name] = Source(name, name, name, "http://localhost/", one["language"])
        moment = datetime.fromisoformat(one["published"]) if one.get("published") else NOW
        articles.append(
            Article(
                number * 1000 + place, name, one["language"], one["title"], one.get("summary", ""),
                one["text"], f"http://localhost/{number}/{place}", moment, moment,
            )
        )  # fmt: skip
    return Story(given.get("id") or number, tuple(articles)), sources


async def _run(
    client: ModelClient, found: Sequence[tuple[Story, dict[str, Source]]]
) -> list[dict[str, Any]]:
    async def ask(turns: Sequence[Turn]) -> Answer:
        return await client.ask(turns, writing.SCHEMA, writing.LIMIT)

    lines = []
    for one, sources in found:
        line = await compare(ask, one, sources)
        lines.append(line)
        print(json.dumps(line, ensure_ascii=False), flush=True)
    await client.close()
    return lines


async def again(
    answered: str, found: Sequence[tuple[Story, dict[str, Source]]]
) -> list[dict[str, Any]]:
    """The lines of *found* that the lines of answers *answered* make."""
    kept: dict[int, list[str]] = {}
    for text in answered.splitlines():
        line = json.loads(text)
        kept[line["story"]] = [
            answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)
            for answer in line["answers"]
        ]
    lines = []
    for one, sources in found:
        if one.id in kept:
            answers = iter(kept[one.id])

            async def ask(_: Sequence[Turn], answers: Iterator[str] = answers) -> Answer:
                try:
                    return Answer(next(answers), 0, 0)
                except StopIteration:
                    raise Stalled("no answer was kept") from None

            lines.append(await compare(ask, one, sources))
    return lines


async def compare(model: Ask, one: Story, sources: dict[str, Source]) -> dict[str, Any]:
    """Both summaries of *one*, and what became of each statement of the model's."""
    extractive = summarise(one, sources)
    used = Answer("", 0, 0)
    started = time.monotonic()

    async def ask(turns: Sequence[Turn]) -> Answer:
        nonlocal used
        answer = await model(turns)
        used = replace(used, read=used.read + answer.read, written=used.written + answer.written)
        return answer

    try:
        written = await grounded.write(one, sources, extractive, ask, verify)
    except ModelError as error:
        written = Written(None, error.code)
    return {
        "story": one.id,
        "titles": [f"{a.source} ({a.language}): {a.title}" for a in one.articles],
        "extractive": _summary(extractive),
        "model": _summary(written.summary) if written.summary else None,
        "why": written.why,
        "answers": list(written.answers),
        "accepted": [_sentence(sentence) for sentence in written.accepted],
        "refused": [
            {
                "which": r.which,
                "second_version": r.again,
                "text": r.candidate.text,
                "evidence": r.candidate.evidence,
                "article": r.candidate.article.id if r.candidate.article else None,
                "code": r.code,
                "reason": r.reason,
            }
            for r in written.refused
        ],
        "tokens": {"read": used.read, "written": used.written},
        "seconds": round(time.monotonic() - started, 1),
    }


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "headline": _sentence(summary.headline),
        "sentences": [_sentence(sentence) for sentence in summary.sentences],
    }


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "article": sentence.article,
        "evidence": sentence.evidence,
        "method": sentence.method.value,
        "language": sentence.language,
    }


def _figures(name: str, lines: Sequence[dict[str, Any]]) -> dict[str, Any]:
    refused = Counter(r["code"] for line in lines for r in line["refused"])
    return {
        "bench": "writing",
        "model": name,
        "stories": len(lines),
        "by_model": sum(1 for line in lines if line["model"]),
        "why_not": dict(Counter(line["why"] for line in lines if not line["model"])),
        "accepted": sum(len(line["accepted"]) for line in lines),
        "refused": dict(refused.most_common()),
        "tokens_read": sum(line["tokens"]["read"] for line in lines),
        "tokens_written": sum(line["tokens"]["written"] for line in lines),
        "seconds": round(sum(line["seconds"] for line in lines), 1),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
