"""How fast the bot was, measured at the server."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from typing import Any


def measure(seen: dict[str, Any]) -> dict[str, int]:
    """The most that was accepted in any window; ``seen`` as ``bench.trial.server`` tells it.

    ``in_a_second``: all chats. ``in_ten_seconds``: one chat; one a second sustained and a burst of
    three make 13. ``in_a_minute``: one group. ``refused_for_pace``: 429s that no fault ordered.
    """
    sent = [e for e in seen["accepted"] if e["method"] == "sendMessage"]
    chats: dict[int, list[float]] = defaultdict(list)
    for entry in sent:
        chats[entry["chat"]].append(entry["at"])
    groups = [times for chat, times in chats.items() if chat < 0]
    return {
        "in_a_second": most((e["at"] for e in sent), 1.0),
        "in_ten_seconds": max((most(times, 10.0) for times in chats.values()), default=0),
        "in_a_minute": max((most(times, 60.0) for times in groups), default=0),
        "under_way": int(seen["most_under_way"]),
        "refused_for_pace": sum(
            1 for r in seen["refused"] if r["code"] == 429 and not r["injected"]
        ),
        "sent_despite_retry_after": int(seen["violations"]),
    }


def most(times: Iterable[float], window: float) -> int:
    """The most of *times* in any window of *window* seconds."""
    inside: deque[float] = deque()
    found = 0
    for at in sorted(times):
        inside.append(at)
        while inside[0] <= at - window:
            inside.popleft()
        found = max(found, len(inside))
    return found
