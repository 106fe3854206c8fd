"""``check``, ``sources`` and ``topics``."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Collection
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from bot.command_line import Failed, read_settings, run, settings
from bot.logs import configure
from config import catalog
from config.glossary import read_glossary
from config.settings import Settings, unknown
from digests import catalogs
from digests.clock import Clock
from digests.model import Source
from digests.sources.errors import SourceError


@click.command()
def check() -> None:
    """Check settings, catalogues, token and every source: a line each."""
    configure(level=logging.CRITICAL)
    chosen = read_settings()
    click.echo("ok   settings")
    for sentence in unknown():
        click.echo(f"??   {sentence}")
    if not run(_check(chosen)):
        sys.exit(1)


async def _check(chosen: Settings) -> bool:
    from bot.application import newsroom

    clock = Clock.parse(chosen.clock)
    async with newsroom(chosen, clock) as room:
        click.echo(_counted(room.catalogue))
        await _check_translation(chosen)
        good = await _check_token(chosen) & await _check_model(chosen)
        tasks = [
            asyncio.create_task(room.pipeline.try_source(source, clock.now()))
            for source in room.catalogue.sources.values()
        ]
        for source, task in zip(room.catalogue.sources.values(), tasks, strict=True):
            found = await task
            if isinstance(found, SourceError):
                good = False
                click.echo(f"BAD  {source.id}: {found}")
            elif not found.entries:
                good = False
                click.echo(f"BAD  {source.id}: {source.url} is a feed without articles")
            else:
                notes = f" ({'; '.join(found.problems)})" if found.problems else ""
                click.echo(f"ok   {source.id}: {len(found.entries)} articles{notes}")
    return good


def _counted(found: catalogs.Catalogue) -> str:
    """How much there is; topics that readers made are no entries of the operator's file."""
    shipped = len(found.shipped)
    own = len(found.topics) - shipped
    readers = f", and {own} that readers made" if own else ""
    return f"ok   {shipped} topics in the catalogue{readers}; {len(found.sources)} sources"


async def _check_translation(chosen: Settings) -> None:
    """Whether English and Hebrew can be translated here; without it originals are shown."""
    from digests.summaries.translation_engine import failing, lacking

    names = len(read_glossary(chosen.glossary))
    click.echo(f"ok   {names} names in the glossary")
    reason = lacking(chosen.models) or await failing(chosen.models)
    if reason is None:
        click.echo("ok   translation of English and Hebrew into Arabic")
    else:
        click.echo(f"none translation: originals are shown; {reason}")


async def _check_token(chosen: Settings) -> bool:
    from telegram import Bot
    from telegram.error import InvalidToken, TelegramError

    from bot.request import Request

    if chosen.telegram_token is None:
        click.echo("none MUJAZ_TELEGRAM_TOKEN is not set: only the playground can run")
        return True
    bot = Bot(
        chosen.telegram_token.get_secret_value(),
        base_url=f"{chosen.telegram_api.rstrip('/')}/bot",
        request=Request(),
        get_updates_request=Request(),
    )
    try:
        async with bot:
            click.echo(f"ok   token of @{bot.username}")
    except InvalidToken:
        click.echo("BAD  MUJAZ_TELEGRAM_TOKEN: Telegram refuses it; copy it again from @BotFather")
        return False
    except TelegramError as error:
        click.echo(f"BAD  MUJAZ_TELEGRAM_TOKEN: {error}")
        return False
    return True


async def _check_model(chosen: Settings) -> bool:
    """Ask the language model one small question."""
    from bot.application import key_of
    from digests.summaries.model_client import ModelClient, ModelError, Unusable

    if chosen.llm_url is None or chosen.llm_model is None:
        click.echo("none MUJAZ_LLM_URL is not set: summaries are extractive")
        return True
    model = ModelClient(chosen.llm_url, chosen.llm_model, key_of(chosen), pauses=())
    try:
        await model.probe()
    except Unusable as error:
        click.echo(f"??   model {chosen.llm_model}: {error}")
    except ModelError as error:
        click.echo(f"BAD  model {chosen.llm_model}: {error}")
        return False
    else:
        click.echo(f"ok   model {chosen.llm_model} answers")
    finally:
        await model.close()
    return True


@click.group()
def sources() -> None:
    """List, add, import or export sources."""


@sources.command("list")
def list_sources() -> None:
    """Every source: id, language, name, address."""
    configure(level=logging.ERROR)
    for source in run(_merged(settings())).sources.values():
        click.echo(f"{source.id}\t{source.language}\t{source.name}\t{source.url}")


@sources.command("export")
@click.option("--opml", is_flag=True, help="As OPML, for other feed readers.")
def export_sources(opml: bool) -> None:
    """The merged catalogue, as sources.yaml."""
    from digests.sources.opml import write_opml

    configure(level=logging.ERROR)
    merged = run(_merged(settings())).sources.values()
    text = write_opml(merged).decode() if opml else catalogs.sources_yaml(merged)
    click.echo(text, nl=False)


@sources.command("add")
@click.argument("url")
@click.option("--id", "source_id", help="Short ASCII name; by default from the address.")
@click.option("--name", help="Name that readers see; by default the feed's title.")
@click.option("--language", type=click.Choice(catalog.LANGUAGES), help="By default the feed's own.")
def add_source(url: str, source_id: str | None, name: str | None, language: str | None) -> None:
    """Add the feed at URL, or the one that the page at URL names."""
    configure(level=logging.ERROR)
    source = run(_add(settings(), url, source_id, name, language))
    click.echo(f"added {source.id} ({source.language}): {source.name}, {source.url}")


async def _add(
    chosen: Settings, url: str, source_id: str | None, name: str | None, language: str | None
) -> Source:

    from bot.application import newsroom
    from digests.store import archive

    async with newsroom(chosen, Clock.parse(chosen.clock)) as room:
        found_url, feed = await room.pipeline.discover(url)
        for known in room.catalogue.sources.values():
            if known.url in (url, found_url):
                raise Failed(f"{known.url} is a source already: {known.id}, «{known.name}».")
        if source_id in room.catalogue.sources:
            raise Failed(f"There is a source with the id {source_id} already; choose another.")
        source = _from_feed(found_url, feed.title, feed.language, source_id, name, language)
        if source_id is None:
            source = _with_free_id(source, room.catalogue.sources)
        entry = catalogs.sources_yaml([source])
        catalog.read_sources(Path("the new source"), entry)
        await room.store.write(lambda db: archive.add_source_entry(db, source.id, entry))
    return source


class UnknownLanguage(Failed):
    """A feed in none of the languages that Mujaz reads, or in one that nobody names."""


def _from_feed(
    url: str,
    title: str,
    feed_language: str | None,
    source_id: str | None,
    name: str | None,
    language: str | None,
) -> Source:
    from urllib.parse import urlsplit

    host = (urlsplit(url).hostname or "source").removeprefix("www.")
    known = (feed_language or "")[:2].lower()
    chosen = language or (known if known in catalog.LANGUAGES else None)
    if chosen is None:
        raise UnknownLanguage(f"{url} does not say its language; add --language ar, en or he.")
    shown = name or title or host
    return Source(source_id or host.replace(".", "-"), shown, shown, url, chosen)


def _with_free_id(source: Source, taken: Collection[str]) -> Source:
    """*source* under an id of its own: two feeds of one host are two sources."""
    found, number = source.id, 2
    while found in taken:
        found, number = f"{source.id}-{number}", number + 1
    return replace(source, id=found)


@sources.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--language", type=click.Choice(catalog.LANGUAGES), default="ar", show_default=True)
def import_sources(file: Path, language: str) -> None:
    """Add every feed of an OPML FILE; LANGUAGE is that of feeds whose language it does not say."""
    configure(level=logging.ERROR)
    added, refused = run(_import(settings(), file, file.read_bytes(), language))
    for source in added:
        click.echo(f"added {source.id}: {source.name}, {source.url}")
    for problem in refused:
        click.echo(problem, err=True)
    if refused and not added:
        sys.exit(1)
    if not added:
        click.echo(f"{file} names no feed that is not a source already.")


async def _import(
    chosen: Settings, file: Path, opml: bytes, language: str
) -> tuple[list[Source], list[str]]:
    """The sources added from *opml*, and a sentence for each feed that cannot be one."""
    from bot.application import newsroom
    from digests.sources.clean import clean_url
    from digests.sources.opml import read_opml
    from digests.store import archive

    try:
        outlines = read_opml(opml)
    except SourceError as error:
        raise Failed(f"{file}: {error}; export one from a feed reader.") from error
    added: list[Source] = []
    refused: list[str] = []
    async with newsroom(chosen, Clock.parse(chosen.clock)) as room:
        known = {source.url for source in room.catalogue.sources.values()}
        for outline in outlines:
            if outline.url in known:
                continue
            if clean_url(outline.url) is None:
                refused.append(
                    f"{outline.url} is not added: a feed's address begins with http:// or https:// "
                    "and holds no user name; put the right one into the file."
                )
                continue
            says = outline.language or language
            try:
                source = _from_feed(outline.url, outline.title, says, None, None, None)
                source = _with_free_id(source, room.catalogue.sources)
                entry = catalogs.sources_yaml([source])
                catalog.read_sources(file, entry)
            except UnknownLanguage:
                refused.append(
                    f"{outline.url} is not added: {file} says that its language is “{says}”, and "
                    "Mujaz reads ar, en and he; `python run.py sources add` can say another."
                )
                continue
            except catalog.CatalogueError as error:
                refused.append(f"{outline.url} is not added: {error}")
                continue
            room.catalogue.sources[source.id] = source
            await room.store.write(partial(archive.add_source_entry, source=source.id, entry=entry))
            known.add(outline.url)
            added.append(source)
    return added, refused


@click.group()
def topics() -> None:
    """List or export topics."""


@topics.command("list")
def list_topics() -> None:
    """Every topic: slug and names."""
    configure(level=logging.ERROR)
    for topic in run(_merged(settings())).topics.values():
        click.echo(f"{topic.slug}\t{topic.name.ar}\t{topic.name.en}")


@topics.command("export")
def export_topics() -> None:
    """The merged catalogue, as topics.yaml."""
    configure(level=logging.ERROR)
    click.echo(catalogs.topics_yaml(run(_merged(settings())).shipped), nl=False)


async def _merged(chosen: Settings) -> catalogs.Catalogue:
    from bot.application import read_catalogue
    from digests.store.database import Store

    store = await asyncio.to_thread(Store, chosen.database)
    try:
        return await asyncio.to_thread(read_catalogue, chosen, store)
    finally:
        await asyncio.to_thread(store.close)


COMMANDS = [check, sources, topics]
