"""Builds everything, starts it, and stops it cleanly.

Order of a start: lock, database, catalogue, archive's topics, schedule, then Telegram; a Telegram
that cannot be reached keeps nothing else from running. A stop goes the other way and takes at most
ten seconds, whatever is in flight.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from telegram import Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import ApplicationBuilder, BaseRateLimiter, ContextTypes

from bot.channel_notices import ChannelNotices
from bot.delivery import Courier
from bot.model_figures import ModelFigures
from bot.pace import Pace
from bot.request import Request
from bot.schedule import Schedule
from bot.updates import ALLOWED, BACKOFF, Updates
from bot.web import PATIENCE, WEBHOOK_PATH, WebServer
from config import catalog
from config.glossary import read_glossary
from config.settings import Settings
from digests import catalogs
from digests.asking import Asker
from digests.catalogs import Catalogue
from digests.clock import Clock
from digests.corrections.pages import Pages
from digests.language import lexicon_index
from digests.language.embed import embedder
from digests.pipeline import Pipeline
from digests.sources.http import HttpClient
from digests.sources.worker import Worker
from digests.store import archive, backups, holds, own_topics
from digests.store.database import InstanceLock, Store
from digests.summaries.glossary import Glossary, glossary
from digests.summaries.model_client import ModelClient
from digests.summaries.translation_engine import Firefox, available, lacking
from digests.summaries.translation_models import PAIRS, missing
from digests.summaries.verify import verify
from digests.summaries.verify.fidelity import fidelity
from digests.telling import Teller
from digests.threads import DeletedThreads
from digests.translating import Translator
from digests.words import Words
from digests.writer import Writer
from handlers import register
from handlers.callbacks import pack
from handlers.commands import announce
from handlers.context import App, Context, Services

log = structlog.get_logger()

#: Seconds of a stop: deliveries in flight have their own five.
HANDLERS_STOP = 2.0
#: Seconds that a stop waits for screens whose state is changed already.
SCREENS_STOP = 1.0
TELEGRAM_STOP = 1.5


class StartError(Exception):
    """The service cannot start; the sentence says what to do."""


@dataclass(frozen=True, slots=True)
class Newsroom:
    """Everything from feeds to digests, without Telegram: what commands and the service share."""

    settings: Settings
    store: Store
    catalogue: Catalogue
    pipeline: Pipeline
    words: Words
    clock: Clock
    writer: Writer | None  # when a model is set
    http: HttpClient
    worker: Worker


def read_catalogue(settings: Settings, store: Store) -> Catalogue:
    """The shipped catalogues, with what commands and chats added; the latter win by id.

    Raises:
        CatalogueError: a file is wrong; every problem with file and line.
    """
    entries = catalog.load(settings.topics, settings.sources)
    sources = catalogs.sources(entries.sources)
    added = store.read_now(archive.source_entries)
    for text in added.values():
        for entry in catalog.read_sources(settings.sources, text):
            sources[entry.id] = catalogs.source(entry)
    return Catalogue(
        sources, catalogs.topics(entries.topics) | store.read_now(own_topics.all_of_them)
    )


@asynccontextmanager
async def newsroom(settings: Settings, clock: Clock) -> AsyncIterator[Newsroom]:
    """Open database, worker and HTTP client; close them again."""
    store = await asyncio.to_thread(Store, settings.database)
    try:
        catalogue = await asyncio.to_thread(read_catalogue, settings, store)
        worker = Worker()
        vectors = embedder(settings.embeddings)
        interval = timedelta(seconds=settings.poll_interval)
        names = await asyncio.to_thread(_names, settings)
        translator = Translator(store, Firefox(settings.models), names, fidelity)
        async with HttpClient(settings.private_network) as http:
            pipeline = Pipeline(store, catalogue, http, worker, interval, vectors, translator)
            writer = await asyncio.to_thread(_writer, settings, store, catalogue, clock, names)
            try:
                yield Newsroom(
                    settings, store, catalogue, pipeline, Words.load(), clock, writer, http, worker
                )
            finally:
                await pipeline.stop()
                await translator.stop()
                if writer is not None:
                    await writer.stop()
                await worker.stop()
                if vectors is not None:
                    await vectors.close()
    finally:
        await asyncio.to_thread(store.close)


def _names(settings: Settings) -> Glossary:
    """The glossary, for whoever translates.

    Raises:
        CatalogueError: it is wrong.
    """
    return glossary(read_glossary(settings.glossary))


def _writer(
    settings: Settings, store: Store, catalogue: Catalogue, clock: Clock, names: Glossary
) -> Writer | None:
    """Who has summaries written by the model that is set; None when none is."""
    if settings.llm_url is None or settings.llm_model is None:
        return None
    model = ModelClient(settings.llm_url, settings.llm_model, key_of(settings))
    asker = Asker(store, model, clock, settings.llm_daily_tokens)
    return Writer(store, catalogue.sources, asker, verify, clock, names)


def key_of(settings: Settings) -> str | None:
    return settings.llm_key.get_secret_value() if settings.llm_key else None


class Service:
    """The running bot. *announced* is a notice under every digest: the sample newsroom's."""

    def __init__(self, room: Newsroom, announced: str | None = None) -> None:
        settings, store, clock = room.settings, room.store, room.clock
        assert settings.telegram_token is not None
        self._settings, self._store, self._clock = settings, store, clock
        self._pipeline = room.pipeline
        self._words = room.words
        self._pace = Pace(self._keep_hold)
        self._background: set[asyncio.Task[Any]] = set()
        self._writer = room.writer
        awaits = self._writer.awaits if self._writer else None
        teller = Teller(
            store,
            room.catalogue,
            room.words,
            pack,
            wake=lambda: self._courier.wake(),
            stale=room.pipeline.ungrouped.set,
            announced=announced,
            awaits=awaits,
        )
        services = Services(
            settings=settings,
            store=store,
            catalogue=room.catalogue,
            pipeline=room.pipeline,
            teller=teller,
            words=room.words,
            clock=clock,
            started=clock.now(),
        )
        self._app = framework(settings, services, self._pace)
        threads = DeletedThreads(room.catalogue, room.words, pack)
        notices = ChannelNotices(store, teller.channels, clock, self._app.bot)
        self._courier = Courier(
            store, self._app.bot, self._pace, clock, notices.unsure, notices.lost, threads.tell
        )
        chores = [notices.tick, self._back_up, room.pipeline.translate]
        if self._writer is not None:
            chores.insert(0, self._writer.ahead)
        self._corrections = teller.corrections
        self._pages = Pages(
            store, room.http, room.worker, room.catalogue, self._corrections, room.pipeline.rematch
        )
        chores.append(self._corrections.tidy)
        self._schedule = Schedule(
            store, room.pipeline, teller, clock, chores, [self._correct, self._pages.tick]
        )
        self._updates = Updates(self._app, store)
        figures = [ModelFigures(self._writer.asker.figures)] if self._writer else []
        self._web = WebServer(store, clock.now, settings.web_host, settings.web_port, figures)

    async def _correct(self, now: datetime) -> None:
        """Correct what was told; what is told from now on changes with the next grouping."""
        await self._corrections.tick(now, settled=self._pipeline.settled)

    async def _back_up(self, now: datetime) -> None:
        """Once a day, a copy of the database; a failure is the chore's, and comes again."""
        await asyncio.to_thread(backups.daily, self._settings.database, self._settings.backups, now)

    def _keep_hold(self, scope: str, seconds: float) -> None:
        now = self._clock.now()
        until = now + timedelta(seconds=seconds * self._clock.rate)
        self._store.submit(lambda db: holds.hold(db, scope, until, now), urgent=True)

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until *stop* is set.

        Raises:
            StartError: the token is refused, or the webhook's port is taken.
        """
        await self._open_web()
        # No digest waits for it later; only what others wrote is verified.
        written = self._writer is not None or lacking(self._settings.models) is None
        await asyncio.to_thread(lexicon_index.load, whole=written)
        self._run(self._pipeline.match_waiting())
        self._run(self._pipeline.match_changed_topics())
        if self._writer is not None:
            self._writer.start()
        self._say_whether_translating()
        self._schedule.start()
        connected = asyncio.create_task(self._connect())
        waiting = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait([connected, waiting], return_when=asyncio.FIRST_COMPLETED)
            if connected.done():
                connected.result()
                await self._serve(waiting)
        finally:
            connected.cancel()
            waiting.cancel()
            await self._stop()

    def _say_whether_translating(self) -> None:
        """Tell an operator who has one half of translation, models or engine, what is missing."""
        models = self._settings.models
        reason = lacking(models)
        if reason is not None and (available() or len(missing(models)) < len(PAIRS)):
            log.warning("translation.off", reason=reason)

    async def _open_web(self) -> None:
        if self._settings.webhook_url:
            self._web.add_webhook(self._settings.webhook_header, self._take)
        try:
            await self._web.start()
        except OSError as error:
            where = self._settings.web
            if self._settings.webhook_url:
                raise StartError(
                    f"The webhook cannot listen on {where} ({error.strerror or error}). "
                    "Set MUJAZ_WEB to a free address."
                ) from error
            log.warning("web.not-listening", address=where, advice="set MUJAZ_WEB to a free one")

    async def _take(self, data: dict[str, Any]) -> asyncio.Task[None] | None:
        update = Update.de_json(data, self._app.bot)
        return await self._updates.take_when_open(update, PATIENCE)

    async def _connect(self) -> None:
        """Reach Telegram, however long it takes; only a refused token is final."""
        failures = 0
        while True:
            try:
                await self._app.initialize()
                break
            except InvalidToken as error:
                raise StartError(
                    "Telegram refuses the bot token. Copy it again from @BotFather into "
                    "MUJAZ_TELEGRAM_TOKEN."
                ) from error
            except TelegramError as error:
                if not failures:
                    log.warning("telegram.unreachable", reason=str(error))
                await asyncio.sleep(BACKOFF[min(failures, len(BACKOFF) - 1)])
                failures += 1
        log.info("telegram.connected", bot=self._app.bot.username)

    async def _serve(self, waiting: asyncio.Task[bool]) -> None:
        recovered = asyncio.create_task(self._courier.recover())
        await asyncio.wait([waiting, recovered], return_when=asyncio.FIRST_COMPLETED)
        if not recovered.done():  # stopped before the database could be written
            recovered.cancel()
            await asyncio.gather(recovered, return_exceptions=True)
            return
        recovered.result()
        tasks = [asyncio.create_task(self._courier.run()), asyncio.create_task(self._listen())]
        try:
            await asyncio.wait([waiting, *tasks], return_when=asyncio.FIRST_COMPLETED)
            for task in tasks:
                if task.done():
                    task.result()
        finally:
            tasks[1].cancel()
            await asyncio.gather(self._courier.stop(), self._updates.stop(HANDLERS_STOP))
            await self._app.bot_data.screens.settle(SCREENS_STOP)
            tasks[0].cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _listen(self) -> None:
        self._run(announce(self._app.bot, self._words))
        bot = self._app.bot
        if self._settings.webhook_url:
            self._updates.open()
            url = self._settings.webhook_url.rstrip("/") + WEBHOOK_PATH
            secret = self._settings.webhook_header
            await self._insist(
                lambda: bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED)
            )
            await asyncio.Event().wait()
        await self._insist(lambda: bot.delete_webhook(drop_pending_updates=False))
        await self._updates.poll()

    async def _insist(self, call: Any) -> None:
        for attempt in range(1_000_000):
            try:
                await call()
            except TelegramError as error:
                if not attempt:
                    log.warning("telegram.unreachable", reason=str(error))
                await asyncio.sleep(BACKOFF[min(attempt, len(BACKOFF) - 1)])
            else:
                return

    def _run(self, work: Any) -> None:
        task: asyncio.Task[Any] = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._background.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("background.failed", exc_info=error)

    async def _stop(self) -> None:
        for task in self._background:
            task.cancel()
        await self._schedule.stop()
        await self._pages.stop()
        await self._web.stop()
        await self._pace.shutdown()
        with contextlib.suppress(TelegramError, TimeoutError, RuntimeError):
            await asyncio.wait_for(self._app.shutdown(), TELEGRAM_STOP)
        await self._app.bot.shutdown()  # of a Telegram that was never reached, too


def framework(settings: Settings, services: Services, pace: BaseRateLimiter[int] | None) -> App:
    """The framework's application for *settings*, with every conversation registered."""
    assert settings.telegram_token is not None
    api = settings.telegram_api.rstrip("/")
    builder = (
        ApplicationBuilder()
        .token(settings.telegram_token.get_secret_value())
        .base_url(f"{api}/bot")
        .base_file_url(f"{api}/file/bot")
        .request(Request())
        .get_updates_request(Request(connections=2))
        .context_types(ContextTypes(context=Context, bot_data=lambda: services))  # type: ignore[call-overload]
        .updater(None)
        .job_queue(None)
    )
    app: App = (builder if pace is None else builder.rate_limiter(pace)).build()
    register(app)
    return app


async def serve(settings: Settings, clock: Clock) -> None:
    """Run the service until SIGTERM or SIGINT.

    Raises:
        AlreadyRunning: another process serves this data folder.
        StartError, CatalogueError, StoreError: it cannot start; each says what to do.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    lock = InstanceLock(settings.data)
    lock.acquire()
    try:
        async with newsroom(settings, clock) as room:
            await Service(room).run(stop)
    finally:
        lock.release()
