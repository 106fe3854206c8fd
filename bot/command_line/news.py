"""``poll``, ``digest``, ``match`` and ``stories``."""

from __future__ import annotations

import asyncio
import json
import logging
import math
import sys
from collections import Counter
from datetime import datetime
from functools import partial
from typing import Any

import click

from bot.command_line import ID, Misused, run, settings
from bot.logs import configure
from config.settings import Settings
from digests.clock import Clock
from digests.model import Digest, Item, Message, Preferences, Topic
from digests.writer import Writer

#: Hours that a digest on the command line looks back, as the first one of a chat does.
HOURS = 48.0
#: Seconds that a digest on the command line waits for the model's summaries.
WRITING = 90.0
#: Where the numbers of stories and articles are found.
NUMBERS = "`python run.py stories list` shows each story's number and those of its articles below"
#: The archive holds 90 days.
LONGEST = 90 * 24.0


class Hours(click.FloatRange):
    """A number of hours; «nan» is none."""

    def convert(self, value: Any, param: Any, ctx: Any) -> float:
        hours = float(super().convert(value, param, ctx))
        if math.isnan(hours):
            self.fail(f"{value!r} is not a number of hours.", param, ctx)
        return hours


@click.command()
@click.option("--once", is_flag=True, help="Poll every source once and stop.")
def poll(once: bool) -> None:
    """Read the sources into the archive, without sending anything."""
    configure(level=logging.INFO if not once else logging.ERROR)
    chosen = settings()
    polled = run(_poll(chosen, once))
    _report(polled)
    if polled.bad and not polled.good:
        sys.exit(1)


class _Sum:
    """What one round of polling came to."""

    def __init__(self) -> None:
        self.good = 0
        self.new = 0
        self.bad: list[str] = []


def _report(polled: _Sum) -> None:
    """One round of polling, in a line, and a line for each source that failed."""
    for line in polled.bad:
        click.echo(line, err=True)
    click.echo(f"{polled.good} sources read, {len(polled.bad)} failed, {polled.new} new articles.")


async def _poll(chosen: Settings, once: bool) -> _Sum:
    from bot.application import newsroom

    clock = Clock.parse(chosen.clock)
    total = _Sum()
    async with newsroom(chosen, clock) as room:
        await room.pipeline.match_waiting()
        await room.pipeline.match_changed_topics()
        while True:
            now = clock.now()
            if once:
                results = await room.pipeline.poll_all(now)
            else:
                due = await room.pipeline.due(now)
                tasks = [room.pipeline.start_poll(source, state, now) for source, state in due]
                results = list(await asyncio.gather(*tasks))
                await room.pipeline.group_waiting(now)
            for result in results:
                total.new += result.new
                if result.error is None:
                    total.good += 1
                else:
                    total.bad.append(f"{result.source}: {result.error}")
            if once:
                return total
            if results:
                _report(total)
                total = _Sum()
            await clock.sleep(1)


@click.command()
@click.argument("topic")
@click.option(
    "--hours", type=Hours(min=0, min_open=True, max=LONGEST), default=HOURS, show_default=True
)
@click.option("--format", "form", type=click.Choice(["text", "html", "json"]), default="text")
def digest(topic: str, hours: float, form: str) -> None:
    """What a new subscriber of TOPIC would get now."""
    configure(level=logging.ERROR)
    text = run(_digest(settings(), topic, hours, form))
    click.echo(text)


async def _digest(chosen: Settings, slug: str, hours: float, form: str) -> str:
    from bot.application import newsroom
    from digests.telling import Teller
    from handlers.callbacks import pack

    clock = Clock.parse(chosen.clock)
    async with newsroom(chosen, clock) as room:
        topic = room.catalogue.topics.get(slug)
        if topic is None:
            known = ", ".join(t.slug for t in room.catalogue.shipped)
            raise Misused(f"There is no topic «{slug}». The topics are: {known}.")
        await room.pipeline.match_changed_topics()
        await room.pipeline.group_waiting(clock.now())
        teller = Teller(
            room.store, room.catalogue, room.words, pack, lambda: None, room.pipeline.ungrouped.set
        )
        preferences = Preferences(timezone=chosen.timezone, times=(chosen.digest_time,))
        now = clock.now()
        found = await teller.preview(slug, preferences, hours, now)
        if room.writer is not None and found.items:
            await _write(room.writer, found)
            found = await teller.preview(slug, preferences, hours, now)
        messages = teller.messages(found, preferences)
        if form == "json":
            return json.dumps(_as_json(topic, found, messages, now), ensure_ascii=False, indent=2)
        if not messages:
            say = room.words.in_(preferences.language)
            return str(say("latest-nothing-topic", topic=topic.name.ar, hours=int(hours)))
        if form == "html":
            return "\n\n".join(message.html for message in messages)
        from digests.compose.plain import plain

        return "\n\n".join(plain(message) for message in messages)


async def _write(writer: Writer, found: Digest) -> None:
    """Have the stories of *found* summarised by the model that is set, as far as it answers."""
    writer.start()
    await writer.fill([item.story.id for item in found.items], WRITING)
    if writer.asker.trouble is not None:
        click.echo(f"The model gave no summary: {writer.asker.trouble}.", err=True)
        return
    came = writer.asker.figures.stories
    if kept := came - Counter({"written": came["written"]}):
        reasons = ", ".join(f"{why}: {count}" for why, count in sorted(kept.items()))
        click.echo(f"Summaries that stay extractive: {kept.total()} ({reasons}).", err=True)


def _as_json(
    topic: Topic, found: Digest, messages: tuple[Message, ...], now: datetime
) -> dict[str, Any]:
    return {
        "topic": topic.slug,
        "generated_at": now.isoformat(),
        "stories": [_story(item) for item in found.items],
        "messages": [message.html for message in messages],
    }


def _story(item: Item) -> dict[str, Any]:
    urls = {article.id: article.url for article in item.story.articles}
    headline = item.summary.headline
    return {
        "id": item.story.id,
        "title": headline.text,
        "title_article": headline.article,
        "title_evidence": headline.evidence,
        "title_method": headline.method.value,
        "updated": item.updated,
        "sentences": [
            {
                "text": sentence.text,
                "article": sentence.article,
                "url": urls.get(sentence.article, ""),
                "evidence": sentence.evidence,
                "method": sentence.method.value,
            }
            for sentence in item.summary.sentences
        ],
        "articles": [
            {
                "id": article.id,
                "source": article.source,
                "language": article.language,
                "title": article.title,
                "url": article.url,
                "published": article.published.isoformat(),
            }
            for article in item.story.articles
        ],
    }


@click.command()
@click.argument("text", nargs=-1, required=True)
def match(text: tuple[str, ...]) -> None:
    """Which topics TEXT belongs to, and by which words."""
    configure(level=logging.ERROR)
    chosen = settings()
    from config import catalog
    from digests import catalogs
    from digests.topics.matching import Matcher

    topics = catalogs.topics(catalog.load(chosen.topics, chosen.sources).topics)
    hits = Matcher(topics.values()).explain(" ".join(text))
    matched = list(dict.fromkeys(hit.topic for hit in hits))
    for slug in matched:
        click.echo(f"{slug} ({topics[slug].name.ar})")
        for hit in hits:
            if hit.topic == slug:
                click.echo(f"    {hit.phrase}: «{hit.words}»")
    if not matched:
        click.echo("No topic matches.")


@click.group()
def stories() -> None:
    """List stories, split one, or merge two."""


@stories.command("list")
@click.option("--hours", type=Hours(min=0, max=LONGEST), default=72.0, show_default=True)
def list_stories(hours: float) -> None:
    """The stories of the last hours, with their articles."""
    configure(level=logging.ERROR)
    for line in run(_list_stories(settings(), hours)):
        click.echo(line)


async def _list_stories(chosen: Settings, hours: float) -> list[str]:
    from datetime import timedelta

    from bot.application import newsroom
    from digests.store import stories as kept

    clock = Clock.parse(chosen.clock)
    lines: list[str] = []
    async with newsroom(chosen, clock) as room:
        start = clock.now() - timedelta(hours=hours)
        ids = sorted(set((await room.store.read(lambda db: kept.assignment(db, start))).values()))
        for story, told in await room.store.read(lambda db: kept.get(db, ids)):
            lines.append(f"{story.id}  {told.summary.headline.text}")
            lines += [
                f"      {a.id}  {a.published:%Y-%m-%d %H:%M}  {a.source} ({a.language})  {a.title}"
                for a in story.articles
            ]
    return lines


@stories.command("split")
@click.argument("articles", nargs=-1, type=ID, required=True)
def split_story(articles: tuple[int, ...]) -> None:
    """Take ARTICLES (ids, as `stories list` shows) out of their story, into one of their own."""
    configure(level=logging.ERROR)
    run(_split(settings(), articles))
    click.echo("Split. What was told stays told.")


async def _split(chosen: Settings, articles: tuple[int, ...]) -> None:
    from bot.application import newsroom
    from digests.store import stories as kept

    clock = Clock.parse(chosen.clock)
    async with newsroom(chosen, clock) as room:
        of = {a: await room.store.read(partial(kept.of_article, article=a)) for a in articles}
        if lost := [str(article) for article, story in of.items() if story is None]:
            raise Misused(f"No story has an article {' or '.join(lost)}; {NUMBERS}.")
        if len(set(of.values())) > 1:
            each = ", ".join(f"{article} of {story}" for article, story in of.items())
            raise Misused(f"These are articles of several stories ({each}); {NUMBERS}.")
        if not await room.store.write(partial(kept.split, articles=articles)):
            [story] = of.values()
            raise Misused(
                f"Story {story} has no other articles, so nothing would be left of it; {NUMBERS}."
            )
        await room.pipeline.group(clock.now())


@stories.command("merge")
@click.argument("story", type=ID)
@click.argument("other", type=ID)
def merge_stories(story: int, other: int) -> None:
    """Make one story of STORY and OTHER (ids, as `stories list` shows)."""
    configure(level=logging.ERROR)
    run(_merge(settings(), story, other))
    click.echo("Merged. What was told stays told.")


async def _merge(chosen: Settings, story: int, other: int) -> None:
    from bot.application import newsroom
    from digests.store import stories as kept

    clock = Clock.parse(chosen.clock)
    async with newsroom(chosen, clock) as room:
        if story == other:
            raise Misused(f"Story {story} is one story already; {NUMBERS}.")
        if not await room.store.write(partial(kept.merge, story=story, other=other)):
            there = {s.id for s, _ in await room.store.read(partial(kept.get, ids=(story, other)))}
            lost = " or ".join(str(one) for one in (story, other) if one not in there)
            raise Misused(f"There is no story {lost}; {NUMBERS}.")
        await room.pipeline.group(clock.now())


COMMANDS = [poll, digest, match, stories]
