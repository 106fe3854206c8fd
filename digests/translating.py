"""Has the sentences that stayed in English or Hebrew translated, story after story, newest first.

Rule. Grouping waits for no translation: what is known already goes into a new summary at once, the
rest follows in a task of its own, begun after each grouping and at each tick of housekeeping. A
sentence is translated once for a model, a glossary and our rules; what was refused is remembered
too. When the models or fxtranslate are missing, or the engine fails, the originals are shown and
the reason is told once; what waits is found again from the database when there is a model.

What it may get wrong: a digest that falls due in the seconds between shows the original, and later
ones the translation. Escape hatch: none is needed; both are marked for what they are.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from hashlib import blake2b

import structlog

from digests.model import Lang, Method, Sentence, Summary
from digests.store import translations
from digests.store.database import Store
from digests.store.stories import Told
from digests.store.translations import foreign, sentences
from digests.summaries.glossary import Glossary
from digests.summaries.translate import RULES, Fidelity, translate, version
from digests.summaries.translation_engine import Engine, TranslationError

log = structlog.get_logger()

#: Stories after which what is newest is asked for anew.
ROUND = 10
#: Failures of the engine, one after another, after which the rest waits for the next tick.
FAILURES = 2
#: Seconds after which a story at which the engine failed is tried again.
REST = 600.0


class Translator:
    """Translates what *store* holds; *fidelity* has the last word on each sentence."""

    def __init__(
        self,
        store: Store,
        engine: Engine,
        glossary: Glossary,
        fidelity: Fidelity,
        rest: float = REST,
    ) -> None:
        self._store = store
        self._engine = engine
        self._glossary = glossary
        self._fidelity = fidelity
        self._rest = rest
        self._resting: dict[tuple[int, str], float] = {}
        self._task: asyncio.Task[None] | None = None
        self._again = False
        self._seen: dict[int, str] = {}  # versions by story that nothing more can be done for
        self._seen_with: dict[str, str | None] = {}
        self._trouble: str | None = None

    async def known(self, fresh: Mapping[int, Told]) -> dict[int, Told]:
        """*fresh* summaries, with the translations that were made already."""
        wanted = [s for told in fresh.values() for s in sentences(told.summary) if foreign(s)]
        if not wanted:
            return dict(fresh)
        keys = _keys(wanted, await self._versions())
        kept = await self._store.read(partial(translations.known, keys=keys.values()))
        return {story: _shown(told, keys, kept) for story, told in fresh.items()}

    async def begin(self, now: datetime) -> None:
        """Have what waits translated, in a task of its own; one that runs looks once more."""
        self._again = True
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._catch_up(now))

    async def settled(self) -> None:
        """Wait until nothing waits any more that can be translated now."""
        if self._task is not None:
            await asyncio.wait([self._task])

    async def stop(self) -> None:
        """End at once; what waits is found again at the next start."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self._engine.close()

    async def _catch_up(self, now: datetime) -> None:
        try:
            while self._again:
                self._again = False
                versions = await self._versions()
                if versions != self._seen_with:
                    self._seen, self._seen_with = {}, versions
                    self._resting.clear()
                if any(versions.values()):
                    await self._all(versions, now)
        except Exception:
            # A broken round harms nobody: originals are shown, and the next tick tries again.
            log.exception("translation.broken")

    async def _all(self, versions: Mapping[str, str | None], now: datetime) -> None:
        failures = 0
        failed: dict[int, str] = {}
        clock = asyncio.get_running_loop().time
        while True:
            resting = {story: of for (story, of), until in self._resting.items() if until > clock()}
            seen = self._seen | resting | failed
            found = await self._store.read(partial(translations.waiting, seen=seen))
            if not found:
                return
            for story, of, told in found[:ROUND]:
                try:
                    await self._story(story, of, told, versions, now)
                except TranslationError as error:
                    self._failed(str(error))
                    failed[story] = of
                    self._resting[story, of] = clock() + self._rest
                    failures += 1
                    if failures >= FAILURES:
                        return
                else:
                    self._fine()
                    failures = 0

    async def _story(
        self,
        story: int,
        of: str,
        told: Told,
        versions: Mapping[str, str | None],
        now: datetime,
    ) -> None:
        keys = _keys([s for s in sentences(told.summary) if foreign(s)], versions)
        kept = await self._store.read(partial(translations.known, keys=keys.values()))
        made: dict[str, str | None] = {}
        try:
            for (text, language), key in keys.items():
                if key in kept or key in made:
                    continue
                outcome = await translate(
                    text, language, self._engine, self._glossary, self._fidelity
                )
                if outcome.text is None:
                    log.debug("translation.refused", why=outcome.why, language=language)
                made[key] = outcome.text
        finally:
            if made:
                await self._store.write(partial(translations.keep, made=made, now=now))
        shown = _shown(told, keys, kept | made)
        if shown != told:
            await self._store.write(
                partial(translations.set_summary, story=story, version=of, told=shown)
            )
        self._seen[story] = of

    async def _versions(self) -> dict[str, str | None]:
        """By language, what its translations are made by: the models, the glossary, our rules."""
        found: dict[str, str | None] = {}
        for language in (Lang.EN, Lang.HE):
            models = await version(language, self._engine)
            made_by = f"{models} {self._glossary.fingerprint} {RULES}"
            found[language] = None if models is None else made_by
        return found

    def _failed(self, reason: str) -> None:
        if self._trouble is None:
            log.warning("translation.failing", reason=reason, advice="originals are shown")
        self._trouble = reason

    def _fine(self) -> None:
        if self._trouble is not None:
            log.info("translation.fine-again")
        self._trouble = None


def _keys(
    wanted: Iterable[Sentence], versions: Mapping[str, str | None]
) -> dict[tuple[str, str], str]:
    """By text and language, the key of its translation; none where there is no model."""
    keys: dict[tuple[str, str], str] = {}
    for sentence in wanted:
        made_by = versions.get(sentence.language)
        if made_by is not None:
            text = f"{made_by}\x1f{sentence.language}\x1f{sentence.text}"
            key = blake2b(text.encode(), digest_size=16).hexdigest()
            keys[sentence.text, sentence.language] = key
    return keys


def _shown(told: Told, keys: Mapping[tuple[str, str], str], kept: Mapping[str, str | None]) -> Told:
    """*told* with the translations that are there; evidence stays the original's."""

    def one(sentence: Sentence) -> Sentence:
        key = keys.get((sentence.text, sentence.language)) if foreign(sentence) else None
        text = kept.get(key) if key is not None else None
        if text is None:
            return sentence
        return replace(sentence, text=text, language=Lang.AR, method=Method.TRANSLATED)

    summary = told.summary
    translated = Summary(one(summary.headline), tuple(one(s) for s in summary.sentences))
    return replace(told, summary=translated)
