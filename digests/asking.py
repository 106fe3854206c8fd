"""Asks the model within the day's tokens, and leaves an endpoint alone that does not answer.

Rule. Tokens are counted by UTC day in the database, so that a restart forgets nothing: what a
question may take is counted before it is asked, and corrected by what the endpoint says it took. An
endpoint is believed only what can be (`_believed`). A question that it did not take (nobody there,
busy, refused) is free; each that it took and broke off counts in full, and each that it answered
without a text counts as answered. After
`FAILURES` failures in a row, or at once when only the operator can help, nothing is asked for
`REST` seconds; one question then tries whether it is back. An outage, its end and an empty purse
are each told once.

What it may get wrong: where an endpoint tells no usage that can be, two characters count as a
token; one that fails (5xx) after it worked is not counted. Escape hatch: the endpoint's own limit.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial

import structlog

from digests.clock import Clock
from digests.store import writing as store
from digests.store.database import Store
from digests.summaries import writing
from digests.summaries.model_client import (
    Answer,
    Misconfigured,
    Model,
    ModelError,
    Turn,
    Unusable,
)

log = structlog.get_logger()

#: Failures in a row after which the endpoint is left alone, and for how many seconds.
FAILURES, REST = 2, 300.0
#: Least and most of our guess that an endpoint may have counted: English takes a token for four
#: characters, a byte of Arabic one each in the poorest vocabularies.
LEAST, MOST = 0.25, 8


class Spent(ModelError):
    """The day's tokens are used up."""

    code = "budget"


@dataclass
class Figures:
    """What the model was asked and what came of it, since the start."""

    requests: Counter[str] = field(default_factory=Counter)  # by outcome: answered, busy …
    tokens: Counter[str] = field(default_factory=Counter)  # read, written
    sentences: Counter[str] = field(default_factory=Counter)  # accepted, or the refusal's code
    stories: Counter[str] = field(default_factory=Counter)  # written, or why not


class Asker:
    """Asks *model*, at most *daily* tokens a UTC day; *rest* is in seconds."""

    def __init__(
        self, kept: Store, model: Model, clock: Clock, daily: int, rest: float = REST
    ) -> None:
        self._store = kept
        self._model = model
        self._clock = clock
        self._daily = daily
        self._rest = rest
        self._failures = 0
        self._resting_until = 0.0
        self._spent_on: date | None = None
        self.trouble: str | None = None  # why the endpoint is not answering, until it does
        self.figures = Figures()

    @property
    def name(self) -> str:
        """Who answers: what one model could not write, another is asked for."""
        return self._model.name

    @property
    def available(self) -> bool:
        """Whether it makes sense to ask now: the endpoint answers, and tokens are left today."""
        resting = asyncio.get_running_loop().time() < self._resting_until
        return not resting and self._spent_on != self._clock.now().date()

    async def close(self) -> None:
        await self._model.close()

    async def ask(self, turns: Sequence[Turn]) -> Answer:
        """The model's answer.

        Raises:
            ModelError: there is none; `Spent` when the day's tokens do not reach.
        """
        now = self._clock.now()
        expected = writing.tokens(turns, writing.LIMIT)
        reserve = partial(store.reserve, now=now, tokens=expected, most=self._daily)
        if not await self._store.write(reserve):
            self._tell_spent(now)
            raise Spent("the day's tokens are used up")
        try:
            answer = await self._model.ask(turns, writing.SCHEMA, writing.LIMIT)
        except ModelError as error:
            self._failed(error)
            used = error.lost * expected
            if error.answer is not None:
                used += sum(_believed(turns, error.answer))
            await self._store.write(partial(store.correct, day=now, tokens=used - expected))
            raise
        read, wrote = _believed(turns, answer)
        more = read + wrote + (answer.lost - 1) * expected
        await self._store.write(partial(store.correct, day=now, tokens=more))
        self._answered(read, wrote)
        return answer

    def _answered(self, read: int, wrote: int) -> None:
        self.figures.requests["answered"] += 1
        self.figures.tokens["read"] += read
        self.figures.tokens["written"] += wrote
        if self.trouble is not None:
            log.info("model.answers-again")
        self._failures, self._resting_until, self.trouble = 0, 0.0, None

    def _failed(self, error: ModelError) -> None:
        """Count a failure; tell the first one of a row."""
        self.figures.requests[error.code] += 1
        if self.trouble is None:
            log.warning("model.missing", reason=str(error), advice="summaries stay extractive")
        self.trouble = str(error)
        if isinstance(error, Unusable):
            return  # the endpoint answers, but not this question
        self._failures += 1
        if self._failures >= FAILURES or isinstance(error, Misconfigured):
            self._resting_until = asyncio.get_running_loop().time() + self._rest

    def _tell_spent(self, now: datetime) -> None:
        self.figures.requests["budget"] += 1
        if self._spent_on != now.date():
            self._spent_on = now.date()
            log.warning(
                "model.tokens-used-up",
                daily=self._daily,
                advice="extractive until 00:00 UTC; see MUJAZ_LLM_DAILY_TOKENS",
            )


def _believed(turns: Sequence[Turn], answer: Answer) -> tuple[int, int]:
    """Tokens read and written: as the endpoint tells them where that can be, else as guessed.

    It can be when what was read is between `LEAST` and `MOST` of the guess, and what was written,
    thoughts and all, is no more than `MOST` of what was allowed.
    """
    guess = writing.tokens(turns, 0)
    if (
        answer.counted
        and LEAST * guess <= answer.read <= MOST * guess
        and answer.written <= MOST * writing.LIMIT
    ):
        return answer.read, answer.written
    return guess, min(len(answer.text) // writing.CHARACTERS_A_TOKEN, writing.LIMIT)
