"""How fast the bot was, measured at the server."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from typing import Any


def measure(seen: dict[str, Any]) -> dict[str, int]:
    """The most that was accepted in any window; ``seen`` as ``bench.trial.server`` tells it.

    ``in_a_second``: all chats. ``in_ten_seconds``: one chat; one a second sustained and a burst of
    three make 13. ``in_a_minute``: one group. ``refused_for_pace``: 429s that no fault ordered.
    ``sent_despite_retry_after``: requests that came while one stood that the chat had been told.
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
        "sent_despite_retry_after": max(int(seen["violations"]), _despite(seen)),
    }


def _despite(seen: dict[str, Any]) -> int:
    came: dict[int, list[float]] = defaultdict(list)
    for entry in (*seen["accepted"], *seen["refused"]):
        if entry["method"] == "sendMessage":
            came[entry["chat"]].append(entry["at"])
    return sum(
        refused["at"] < at < refused["at"] + int(refused["description"].split()[-1])
        for refused in seen["refused"]
        if refused["code"] == 429
        for at in came[refused["chat"]]
    )


def refusals(seen: dict[str, Any], kills: list[float]) -> list[str]:
    """Each 429 that no fault ordered, with what had been accepted before it, to find its cause."""
    sent = [e for e in seen["accepted"] if e["method"] == "sendMessage"]
    found = []
    for refused in seen["refused"]:
        if refused["code"] != 429 or refused["injected"]:
            continue
        at, chat = refused["at"], refused["chat"]
        there = [e["at"] for e in sent if e["chat"] == chat and e["at"] <= at]
        second = sum(at - 1 < e["at"] <= at for e in sent)
        minute = sum(at - 60 < moment for moment in there)
        since = min((round(at - kill, 2) for kill in kills if kill <= at), default=None)
        last = round(at - there[-1], 2) if there else None
        found.append(
            f"429 in chat {chat}: {second} accepted in the second before, there {minute} in the "
            f"minute before, the last {last} s before; the last kill {since} s before"
        )
    return found


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
