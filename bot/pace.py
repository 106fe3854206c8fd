"""The one limiter, for answers and deliveries alike; answers go first.

Telegram takes 30 messages a second over all chats, one a second in one chat (short bursts pass),
20 a minute in one group, and answers 429 above that. Kept here, measured where requests leave:

* departures are spaced evenly, `OVERALL` a second, so that no one-second window at the server holds
  more than 30 even when some requests travel 60 ms longer than others; one that was under way for
  longer than usual may have arrived only just now, and takes its place once more;
* one chat gets `BURST` answers at once and one a second sustained; deliveries are a second apart;
* one group gets `GROUP` in any minute;
* at most `IN_FLIGHT` requests are under way, of which deliveries take at most `DELIVERIES`;
* a Retry-After holds its chat; when `GLOBAL_CHATS` chats are told to wait within `GLOBAL_SECONDS`,
  it holds everyone, for the shortest of their waits: one chat's 12 hours are not everyone's.
  Telegram does not say which it meant: a wrong guess delays, and loses nothing.

Seconds here are the machine's, whatever MUJAZ_CLOCK says: Telegram's clock is not simulated.
"""

from __future__ import annotations

import asyncio
import math
from bisect import insort
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.request import NotSent, Unsure

OVERALL = 28
BURST = 3.0
GROUP = 19
GROUP_SECONDS = 60.0
IN_FLIGHT = 16
DELIVERIES = 12
GLOBAL_CHATS = 3
GLOBAL_SECONDS = 5.0
#: Seconds by which a request may take longer than usual before it counts as late.
LATE = 0.03
#: An answer waits this long at most for a Retry-After, then its error is the handler's.
PATIENCE = 30.0
#: Seconds before an answer that did not arrive is tried again: once, while the tap is young.
AGAIN = (0.5,)
#: A group's state is dropped when it has been silent for this long.
IDLE = 120.0

#: Priority of answers to people; deliveries have those of digests.store.deliveries.Priority.
ANSWER = 0
#: Passed as ``rate_limit_args`` by a caller that holds a slot already.
PACED = -1

EVERYONE = "all"


@dataclass(slots=True)
class _Chat:
    """What one chat was sent: a bucket of tokens, and a group's last minute."""

    tokens: float = BURST
    at: float = 0.0
    minute: deque[float] = field(default_factory=deque)
    busy: bool = False  # a delivery to it is under way: order is kept


@dataclass(slots=True, order=True)
class _Waiter:
    priority: int
    number: int
    chat: int | str | None = field(compare=False)
    future: asyncio.Future[None] = field(compare=False)
    at: float = field(default=0.0, compare=False)  # when it was given its place


class Pace(BaseRateLimiter[int]):
    """The limiter, as the framework's ``BaseRateLimiter`` and as ``slot`` for deliveries.

    ``on_hold(scope, seconds)`` is told of each Retry-After, to be kept across a restart.
    """

    def __init__(self, on_hold: Callable[[str, float], None] | None = None) -> None:
        self._on_hold = on_hold
        self._chats: dict[int | str, _Chat] = {}
        self._waiting: list[_Waiter] = []
        self._free: list[_Waiter] = []  # requests that are no messages
        self._number = 0
        self._in_flight = 0
        self._deliveries = 0
        self._next = 0.0  # earliest moment of the next release
        self._departed = 0.0  # moment of the last departure
        self._door = asyncio.Lock()  # through which one departs after another
        self._holds: dict[str, float] = {}
        self._refusals: deque[tuple[float, int | str, float]] = deque()  # moment, chat, seconds
        self._crowded: set[int] = set()  # groups that were sent `GROUP` within a minute
        self._usual = LATE  # seconds that a request takes at least, these days
        self._timer: asyncio.TimerHandle | None = None

    # --- the framework's side

    async def initialize(self) -> None:
        """Begin with a second of silence: what was sent just before a stop still counts."""
        self._next = asyncio.get_running_loop().time() + 1.0

    async def shutdown(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        for waiter in (*self._waiting, *self._free):
            waiter.future.cancel()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        """Called by the framework for each request but getUpdates.

        An answer that surely or perhaps did not arrive is tried again: a person who waits is worse
        off without one than with two. Deliveries have the outbox for that.
        """
        if rate_limit_args == PACED:
            return await callback(*args, **kwargs)
        for pause in AGAIN:
            try:
                return await self._answer(callback, args, kwargs, endpoint, data, rate_limit_args)
            except (NotSent, Unsure):
                await asyncio.sleep(pause)
        return await self._answer(callback, args, kwargs, endpoint, data, rate_limit_args)

    async def _answer(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        chat = data.get("chat_id")
        if chat is None or not counts(endpoint):
            async with self.slot(None, ANSWER):
                return await callback(*args, **kwargs)
        for last in (False, True):
            async with self.slot(chat, rate_limit_args or ANSWER):
                await self.depart()
                try:
                    return await callback(*args, **kwargs)
                except RetryAfter as error:
                    seconds = _seconds(error)
                    self.refused(chat, seconds)
                    if last or seconds > PATIENCE:
                        raise
        raise AssertionError("unreachable")

    # --- slots

    @asynccontextmanager
    async def slot(self, chat: int | str | None, priority: int) -> AsyncIterator[None]:
        """Wait until a message to *chat* may leave; holds one of the places in flight meanwhile.

        None: a request that is no message; it waits only for a place.
        """
        waiter = _Waiter(priority, self._number, chat, asyncio.get_running_loop().create_future())
        self._number += 1
        waiting = self._waiting if chat is not None else self._free
        insort(waiting, waiter)
        self._pump()
        try:
            await waiter.future
        except asyncio.CancelledError:
            if waiter.future.done() and not waiter.future.cancelled():
                if waiter.future.exception() is None:
                    self._release(waiter)
            else:
                waiting.remove(waiter)
            raise
        try:
            yield
        finally:
            self._release(waiter)

    async def depart(self) -> None:
        """Wait for the exact moment to leave: spacing holds where requests leave, whatever was
        done (a commit, say) since the slot was given, and however late this process is woken."""
        loop = asyncio.get_running_loop()
        async with self._door:
            await asyncio.sleep(max(0.0, self._departed + 1 / OVERALL - loop.time()))
            self._departed = loop.time()

    def waiting(self) -> list[int]:
        """Chats to which no delivery may leave within a second: there is no use in claiming one."""
        now = asyncio.get_running_loop().time()
        held = (scope for scope, until in self._holds.items() if until > now + 1.0)
        found = {int(scope) for scope in held if scope.lstrip("-").isdecimal()}
        self._crowded = {
            chat
            for chat in self._crowded
            if chat in self._chats and self._minute_over(self._chats[chat], now) > now + 1.0
        }
        return sorted(found | self._crowded)

    def _release(self, waiter: _Waiter) -> None:
        self._in_flight -= 1
        if waiter.chat is not None:
            chat = self._chats.setdefault(waiter.chat, _Chat())
            self._late(chat, waiter.at)
            if waiter.priority > ANSWER:
                self._deliveries -= 1
                chat.busy = False
        self._pump()

    def _late(self, chat: _Chat, since: float) -> None:
        """Make room for a request that took longer than usual: it may have arrived only now."""
        now = asyncio.get_running_loop().time()
        took = now - since
        excess = took - self._usual - LATE
        self._usual = min(took, self._usual * 1.02 + 0.001)
        if excess > 0:
            self._next = max(self._next, now) + min(excess, 1 / OVERALL)
            chat.at = max(chat.at, now)

    def _pump(self) -> None:
        """Give slots to those who may go, by priority and order; wake again when more may."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        for waiter in list(self._free[: IN_FLIGHT - self._in_flight]):
            self._grant(waiter, now)
        self._turn_away(now)
        wake = self._grant_next(now)
        if wake < float("inf"):
            self._timer = loop.call_later(max(0.001, wake - now), self._pump)
        if len(self._chats) > 5000:
            self._sweep(now)

    def _turn_away(self, now: float) -> None:
        """Answers for which a Retry-After stands longer than a person waits have their error."""
        everyone = self._holds.get(EVERYONE, 0.0)
        for waiter in list(self._waiting):
            if waiter.priority > ANSWER:
                return
            left = max(everyone, self._holds.get(str(waiter.chat), 0.0)) - now
            if left > PATIENCE:
                self._waiting.remove(waiter)
                waiter.future.set_exception(RetryAfter(math.ceil(left)))

    def _grant_next(self, now: float) -> float:
        """Let the first message go that may; when to look again, never if a release will."""
        closed = max(self._next, self._holds.get(EVERYONE, 0.0))
        if not self._waiting or self._in_flight >= IN_FLIGHT:
            return float("inf")
        if closed > now:
            return closed
        wake = float("inf")
        for waiter in self._waiting:
            ready = self._ready(waiter, now)
            if ready <= now and not waiter.future.done():
                self._grant(waiter, now)
                return self._next if self._waiting else float("inf")
            wake = min(wake, ready)
        return wake

    def _ready(self, waiter: _Waiter, now: float) -> float:
        """The moment at which *waiter* may go by its own chat, as far as it is known now."""
        assert waiter.chat is not None
        if waiter.priority > ANSWER and self._deliveries >= DELIVERIES:
            return float("inf")
        moment = self._holds.get(str(waiter.chat), 0.0)
        chat = self._chats.get(waiter.chat)
        if chat is None:
            return moment
        if waiter.priority > ANSWER and chat.busy:
            return float("inf")
        needed = 1.0 if waiter.priority == ANSWER else BURST - 1e-6
        tokens = min(BURST, chat.tokens + (now - chat.at))
        moment = max(moment, now + max(0.0, needed - tokens))
        return max(moment, self._minute_over(chat, now))

    def _minute_over(self, chat: _Chat, now: float) -> float:
        """When a group may be sent one more by its minute; *now* or before for anyone else."""
        while chat.minute and chat.minute[0] <= now - GROUP_SECONDS:
            chat.minute.popleft()
        return chat.minute[-GROUP] + GROUP_SECONDS if len(chat.minute) >= GROUP else now

    def _grant(self, waiter: _Waiter, now: float) -> None:
        if waiter.future.done():
            return
        (self._free if waiter.chat is None else self._waiting).remove(waiter)
        self._in_flight += 1
        waiter.at = now
        waiter.future.set_result(None)
        if waiter.chat is None:
            return
        chat = self._chats.setdefault(waiter.chat, _Chat(at=now))
        chat.tokens = min(BURST, chat.tokens + (now - chat.at)) - 1.0
        chat.at = now
        if is_group(waiter.chat):
            chat.minute.append(now)
            if len(chat.minute) >= GROUP and isinstance(waiter.chat, int):
                self._crowded.add(waiter.chat)
        if waiter.priority > ANSWER:
            # After a delivery the chat's bucket needs a second to be full again.
            chat.tokens = BURST - 1.0
            chat.busy = True
            self._deliveries += 1
        self._next = max(self._next, now) + 1 / OVERALL

    def _sweep(self, now: float) -> None:
        self._chats = {
            key: chat for key, chat in self._chats.items() if chat.busy or now - chat.at < IDLE
        }
        self._holds = {scope: until for scope, until in self._holds.items() if until > now}

    # --- Retry-After

    def refused(self, chat: int | str, seconds: float) -> str:
        """Note that *chat* got a Retry-After; returns the widest scope that is held."""
        now = asyncio.get_running_loop().time()
        self._refusals.append((now, chat, seconds))
        while self._refusals and self._refusals[0][0] < now - GLOBAL_SECONDS:
            self._refusals.popleft()
        self._told(str(chat), seconds)
        if len({c for _, c, _ in self._refusals}) < GLOBAL_CHATS:
            return str(chat)
        self._told(EVERYONE, min(wait for _, _, wait in self._refusals))
        return EVERYONE

    def _told(self, scope: str, seconds: float) -> None:
        self.hold(scope, seconds)
        if self._on_hold is not None:
            self._on_hold(scope, seconds)

    def hold(self, scope: str, seconds: float) -> None:
        """Let nothing go to *scope* (a chat, or everyone) for *seconds*."""
        until = asyncio.get_running_loop().time() + seconds
        self._holds[scope] = max(until, self._holds.get(scope, 0.0))
        self._pump()

    def remember(self, chat: int, seconds_ago: float) -> None:
        """At a start: *chat* was sent a message *seconds_ago*; in the future, says a clock that
        was put back since: just now, then."""
        at = asyncio.get_running_loop().time() - max(0.0, seconds_ago)
        state = self._chats.setdefault(chat, _Chat(at=at))
        state.tokens = BURST - 1.0
        state.at = max(state.at, at)
        if is_group(chat):
            state.minute.append(at)
            if len(state.minute) >= GROUP:
                self._crowded.add(chat)


def is_group(chat: int | str) -> bool:
    """Whether *chat* has a group's limit: groups, supergroups, channels, and ``@names``."""
    return not isinstance(chat, int) or chat < 0


def counts(endpoint: str) -> bool:
    """Whether *endpoint* counts as a message for Telegram's limits."""
    return endpoint != "sendChatAction" and endpoint.startswith(("send", "edit", "copy", "forward"))


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return float(after if isinstance(after, int | float) else after.total_seconds())
