"""Compares what every chat was sent, as the server recorded it, with what it was owed.

Owed is every word of the model's (`readers`), once a reader. A word that was not told is *refused*,
*held* (a standing Retry-After) or *unsure* when the ledger says so and the server knows a cause; it
is *lost* otherwise. A message that tells a word again is a *double*; it is *explained* when there
are as many messages with that word whose outcome was unknown to the bot: the server knows that its
answer did not get back, or the bot had ended and its ledger, read before it was started again, had
it still under way. (The one in doubt may also be the later one: a request that was held up reaches
the server after its repetition.)
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field, fields
from typing import Any

from bench.trial.events import EVENTS
from bench.trial.house import House
from bench.trial.readers import Reader
from bench.trial.tempo import refusals
from digests.model import ChatKind

#: Seconds after a full disk or a lock within which what could not be written meanwhile is written:
#: not an allowance, only what `Account.longest_unwritten` leaves out.
CATCHING_UP = 3.0


@dataclass
class Account:
    """Counts; ``wrong`` names what must not be, ``paced`` each message that was refused because it
    came too soon (it is sent later, but should not have left), for whoever looks into it.

    ``unwritten``: sends that were answered, and whose outcome was not on the disk when the bot had
    ended; ``longest_unwritten``: the most seconds between such a send and the end, when the disk
    could be written.
    """

    chats: int = 0
    owed: int = 0
    sent: int = 0
    lost: int = 0
    refused: int = 0
    held: int = 0
    unsure: int = 0
    doubles: int = 0
    explained_doubles: int = 0
    unknown_sends: int = 0
    channel_doubles: int = 0
    channel_unsure: int = 0
    channel_unsure_told: int = 0
    ledger_wrong: int = 0
    kills: int = 0
    bad_stops: int = 0
    unwritten: int = 0
    longest_unwritten: float = 0.0
    wrong: list[str] = field(default_factory=list)
    paced: list[str] = field(default_factory=list)

    def add(self, other: Account) -> None:
        longest = max(self.longest_unwritten, other.longest_unwritten)
        for each in fields(self):
            mine = getattr(self, each.name)
            setattr(self, each.name, mine + getattr(other, each.name))
        self.longest_unwritten = longest

    @property
    def kept(self) -> bool:
        """Whether the promise held."""
        return not (
            self.lost
            or self.channel_doubles
            or self.ledger_wrong
            or self.bad_stops
            or self.doubles > self.explained_doubles
            or self.channel_unsure > self.channel_unsure_told
        )


@dataclass(frozen=True, slots=True)
class _Row:
    """A delivery of the ledger."""

    id: int
    state: str
    message: int | None
    html: str
    error: str | None


async def settle(house: House, readers: list[Reader]) -> Account:
    """The account of a trial that has come to rest."""
    seen = await house.witness()
    account = Account(
        chats=len(readers),
        kills=len(house.kills),
        bad_stops=len(house.bad_stops),
        wrong=[f"a stop ended with {how}" for how in house.bad_stops],
        paced=refusals(seen, house.kills),
    )
    moved = {int(old): int(new) for old, new in seen["migrated"].items()}
    sent = _by_place(seen, moved)
    _unwritten(account, house, sent, moved)
    ledger = _ledger(house)
    causes = {moved.get(r["chat"], r["chat"]) for r in seen["refused"]}
    inactive = {
        (chat, thread)
        for chat, thread in house.query("SELECT chat, thread FROM chat WHERE active = 0")
    }
    for reader in readers:
        place = (moved.get(reader.place.chat, reader.place.chat), reader.place.thread)
        rows, messages = ledger.get(place, []), sent.get(place, [])
        account.unknown_sends += sum(m["unknown"] for m in messages)
        _words(account, reader, rows, messages, place in inactive)
        _doubles(account, reader, messages)
        _check_ledger(account, reader, rows, messages, place[0] in causes)
        if reader.kind is ChatKind.CHANNEL:
            _channel(account, reader, rows, sent.get((reader.owner or 0, 0), []))
    return account


def _by_place(
    seen: dict[str, Any], moved: dict[int, int]
) -> dict[tuple[int, int], list[dict[str, Any]]]:
    found: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    for entry in seen["accepted"]:
        if entry["method"] == "sendMessage":
            place = (moved.get(entry["chat"], entry["chat"]), entry["thread"])
            found[place].append(entry | {"unknown": entry["unanswered"]})
    return found


def _unwritten(
    account: Account,
    house: House,
    sent: dict[tuple[int, int], list[dict[str, Any]]],
    moved: dict[int, int],
) -> None:
    """Mark what the bot had under way at one of its ends: of each delivery the last that arrived
    before the next start, for an earlier one of the same delivery was settled."""
    for left in house.left:
        for chat, thread, html in left.under_way:
            words = {event.word for event in EVENTS if event.word in html}
            arrived = [
                message
                for message in sent.get((moved.get(chat, chat), thread), [])
                if message["at"] <= left.until and any(w in message["text"] for w in words)
            ]
            if arrived and not arrived[-1]["unknown"]:
                arrived[-1]["unknown"] = True
                account.unwritten += 1
                at = arrived[-1]["at"]
                if not any(s <= left.at and at <= e + CATCHING_UP for s, e in house.troubles):
                    waited = round(left.at - at, 3)
                    account.longest_unwritten = max(account.longest_unwritten, waited)


def _ledger(house: House) -> dict[tuple[int, int], list[_Row]]:
    found: dict[tuple[int, int], list[_Row]] = defaultdict(list)
    for id_, chat, thread, state, message, part, messages, error in house.query(
        "SELECT d.id, d.chat, d.thread, d.state, d.message, d.part, g.messages, d.error "
        "FROM delivery d JOIN digest g ON g.id = d.digest WHERE d.kind = 'send' ORDER BY d.id"
    ):
        html = json.loads(messages)[part]["html"]
        found[chat, thread].append(_Row(id_, state, message, html, error))
    return found


def _words(
    account: Account,
    reader: Reader,
    rows: list[_Row],
    messages: list[dict[str, Any]],
    inactive: bool,
) -> None:
    for word in reader.owed:
        account.owed += 1
        if any(word in message["text"] for message in messages):
            account.sent += 1
            continue
        states = {row.state for row in rows if word in row.html}
        if "refused" in states or (not states and inactive):
            account.refused += 1
        elif "unsure" in states:
            account.unsure += 1
        elif "pending" in states and not states & {"sent"}:
            account.held += 1
        else:
            account.lost += 1
            account.wrong.append(f"lost: {reader.kind} {reader.place} {word} {sorted(states)}")


def _doubles(account: Account, reader: Reader, messages: list[dict[str, Any]]) -> None:
    for number, message in enumerate(messages):
        again = [
            earlier
            for earlier in messages[:number]
            if any(w in message["text"] and w in earlier["text"] for w in reader.owed)
        ]
        if not again:
            continue
        account.doubles += 1
        if reader.kind is ChatKind.CHANNEL:
            account.channel_doubles += 1
            account.wrong.append(f"double in channel {reader.place}: message {message['message']}")
        if sum(each["unknown"] for each in (*again, message)) >= len(again):
            account.explained_doubles += 1
        else:
            taken = ", ".join(f"{each['at']:.3f}" for each in (*again, message))
            account.wrong.append(f"double: {reader.kind} {reader.place}, taken at {taken}")


def _check_ledger(
    account: Account,
    reader: Reader,
    rows: list[_Row],
    messages: list[dict[str, Any]],
    refused_there: bool,
) -> None:
    """What the ledger says of each delivery must be what the server saw."""
    there = {message["message"] for message in messages}
    for row in rows:
        problem = ""
        if row.state == "sent" and row.message not in there:
            problem = "is sent, says the ledger; the server has no such message"
        elif row.state == "refused" and not refused_there and "blocked" not in (row.error or ""):
            problem = f"is refused ({row.error}); the server refused nothing there"
        elif row.state == "sending":
            problem = "is under way for ever"
        if problem:
            account.ledger_wrong += 1
            account.wrong.append(f"delivery {row.id} to {reader.place} {problem}")


def _channel(
    account: Account, reader: Reader, rows: list[_Row], told: list[dict[str, Any]]
) -> None:
    unsure = sum(row.state == "unsure" for row in rows)
    account.channel_unsure += unsure
    account.channel_unsure_told += min(unsure, len(told))
    if unsure > len(told):
        account.wrong.append(f"unsure in channel {reader.place}, and the owner was not told")
