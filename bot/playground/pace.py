"""How fast a bot may send: Telegram's limits, kept for one bot.

* 30 messages in any second over all chats. The window is measured 5 % short: what a sender spaced
  by exactly a second may arrive a little closer.
* One message a second in one chat; a burst of up to four passes, and fills up again at that rate.
* 20 messages a minute in one group or supergroup.
* With ``allow_paid_broadcast`` 1000 a second over all chats.

Only messages count, edits and answers do not; the real server limits those too, less strictly.
"""

from __future__ import annotations

import math
from collections import defaultdict, deque
from dataclasses import dataclass, field

OVERALL = 30
OVERALL_WINDOW = 0.95
PAID = 1000
CHAT_BURST = 4
CHAT_RATE = 1.0
GROUP = 20
GROUP_WINDOW = 60.0


@dataclass
class Pace:
    """``wait(…)`` says how long a message must wait; ``took(…)`` counts one that was accepted."""

    enabled: bool = True
    violations: int = 0  # messages sent although a Retry-After still stood
    _overall: deque[float] = field(default_factory=deque)
    _chats: dict[int, tuple[float, float]] = field(default_factory=dict)
    _groups: defaultdict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _standing: dict[int | None, float] = field(default_factory=dict)

    def wait(self, now: float, chat_id: int, *, group: bool, paid: bool = False) -> int:
        """Whole seconds to wait before the next message to *chat_id*, 0 when it may go now."""
        if not self.enabled:
            return 0
        most = PAID if paid else OVERALL
        overall = _window_wait(self._overall, now, most, OVERALL_WINDOW)
        tokens = self._tokens(now, chat_id)
        chat = (1 - tokens) / CHAT_RATE if tokens < 1 else 0.0
        if group:
            chat = max(chat, _window_wait(self._groups[chat_id], now, GROUP, GROUP_WINDOW))
        seconds = math.ceil(max(overall, chat))
        if seconds:
            if any(self._standing.get(scope, now) > now for scope in (None, chat_id)):
                self.violations += 1
            self._standing[None if overall >= chat else chat_id] = now + seconds
        return seconds

    def took(self, now: float, chat_id: int, *, group: bool) -> None:
        self._overall.append(now)
        self._chats[chat_id] = (self._tokens(now, chat_id) - 1, now)
        if group:
            self._groups[chat_id].append(now)

    def _tokens(self, now: float, chat_id: int) -> float:
        tokens, since = self._chats.get(chat_id, (float(CHAT_BURST), now))
        return min(float(CHAT_BURST), tokens + (now - since) * CHAT_RATE)


def _window_wait(times: deque[float], now: float, most: int, window: float) -> float:
    while times and times[0] <= now - window:
        times.popleft()
    return times[len(times) - most] + window - now if len(times) >= most else 0.0
