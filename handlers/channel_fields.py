"""The fields of a channel's settings: its own, and those that it shares with other chats."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from digests import dates
from digests.model import Arrival, Place, Preferences
from digests.store import channels, chats
from digests.store.channels import APPROVAL, Channel, Mode
from digests.store.database import Database
from digests.words import Phrase, Speaker
from handlers.fields import FIELDS

SWITCH = ("on", "off")


@dataclass(frozen=True, slots=True)
class ChannelField:
    """A field that only channels have. ``key`` begins the names of its values' words."""

    row: str
    ask: str
    values: tuple[str, ...]
    key: str
    shown: Callable[[Channel, datetime, Preferences, Speaker], Phrase]

    def text(self, value: str, say: Speaker) -> str:
        return say.label(f"channel-{self.key}{value}")


def _approval(channel: Channel, now: datetime, reader: Preferences, say: Speaker) -> Phrase:
    if channel.approval is None:
        return say("channel-approval-always")
    if not channel.approves(now):
        return say("channel-approval-off")
    return say("channel-approval-until", until=dates.short_date(channel.approval, reader))


def _switch(on: bool, say: Speaker) -> Phrase:
    return say("channel-on" if on else "channel-off")


CHANNEL_FIELDS = {
    "mode": ChannelField(
        "channel-row-mode",
        "channel-mode-ask",
        tuple(Mode),
        "mode-",
        lambda channel, _now, _reader, say: say(f"channel-mode-{channel.mode.value}"),
    ),
    "approval": ChannelField(
        "channel-row-approval",
        "channel-approval-ask",
        ("week", "always", "off"),
        "approval-",
        _approval,
    ),
    "breaking": ChannelField(
        "channel-row-breaking",
        "channel-breaking-ask",
        SWITCH,
        "",
        lambda channel, _now, _reader, say: _switch(channel.breaking, say),
    ),
    "hashtags": ChannelField(
        "channel-row-hashtags",
        "channel-hashtags-ask",
        SWITCH,
        "",
        lambda channel, _now, _reader, say: _switch(channel.hashtags, say),
    ),
    "pin": ChannelField(
        "channel-row-pin",
        "channel-pin-ask",
        SWITCH,
        "",
        lambda channel, _now, _reader, say: _switch(channel.pin, say),
    ),
}


def known_value(name: str, value: str, offered: Sequence[str]) -> bool:
    """Whether the screens offer *value* of the field *name*: a client may send what it likes."""
    if name in CHANNEL_FIELDS:
        return value in CHANNEL_FIELDS[name].values
    return name in offered and name in FIELDS and value in FIELDS[name].values


def chosen(channel: Channel, name: str, now: datetime) -> set[str]:
    """The values of a channel's own field that hold now."""
    if name == "mode":
        return {channel.mode.value}
    if name == "approval":
        if channel.approval is None:
            return {"always"}
        return set() if channel.approves(now) else {"off"}
    return {"on" if getattr(channel, name) else "off"}


def apply(db: Database, place: Place, name: str, value: str, now: datetime) -> None:
    """Store *value*, which `known_value` knows, for the channel at *place*."""
    if name == "mode":
        mode = Mode(value)
        channels.set_mode(db, place.chat, mode)
        arrival = Arrival.INSTANT if mode is Mode.STORY else Arrival.DAILY
        _prefer(db, place, lambda p: replace(p, arrival=arrival), now)
    elif name == "approval":
        until = {"week": now + APPROVAL, "always": None, "off": now}[value]
        channels.set_approval(db, place.chat, until)
    elif name == "breaking":
        channels.set_breaking(db, place.chat, value == "on")
    elif name == "hashtags":
        channels.set_hashtags(db, place.chat, value == "on")
    elif name == "pin":
        channels.set_pin(db, place.chat, value == "on")
    else:
        _prefer(db, place, lambda p: FIELDS[name].apply(p, value), now)


def _prefer(
    db: Database, place: Place, change: Callable[[Preferences], Preferences], now: datetime
) -> None:
    chat = chats.find(db, place)
    if chat is not None:
        chats.set_preferences(db, place, change(chat.preferences), now)
