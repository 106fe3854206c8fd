"""What the buttons of channels do; ``handlers.callbacks`` packs them.

All of them stand in a private chat with an owner. ``channel`` is the channel's chat id, ``draft``
the id of a draft.
"""

from __future__ import annotations

from dataclasses import dataclass

from digests.model import Action


@dataclass(frozen=True, slots=True)
class ShowChannels(Action):
    """The channels of the one who taps."""


@dataclass(frozen=True, slots=True)
class ConnectChannel(Action):
    channel: int


@dataclass(frozen=True, slots=True)
class ShowChannel(Action):
    """A screen of the settings of *channel*: ``main``, ``more`` or the name of a field."""

    channel: int
    screen: str = "main"


@dataclass(frozen=True, slots=True)
class ShowChannelTopics(Action):
    channel: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class ToggleChannelTopic(Action):
    channel: int
    topic: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class SetChannel(Action):
    """Sets *field* of the channel to *value*, as text."""

    channel: int
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class StopChannel(Action):
    """«أوقف كل النشر الآن»."""

    channel: int


@dataclass(frozen=True, slots=True)
class ResumeChannel(Action):
    channel: int


@dataclass(frozen=True, slots=True)
class CheckChannel(Action):
    """Asks Telegram whether we may post again."""

    channel: int


@dataclass(frozen=True, slots=True)
class LeaveChannel(Action):
    """Asks whether the one who taps wants no more to do with *channel*; *sure*: does it."""

    channel: int
    sure: int = 0


# --- drafts


@dataclass(frozen=True, slots=True)
class Publish(Action):
    draft: int


@dataclass(frozen=True, slots=True)
class PublishAt(Action):
    """Publishes at *minute*, counted since 1970."""

    draft: int
    minute: int


@dataclass(frozen=True, slots=True)
class EditHeadline(Action):
    draft: int


@dataclass(frozen=True, slots=True)
class IgnoreDraft(Action):
    draft: int


# --- a post of which nobody knows whether it arrived


@dataclass(frozen=True, slots=True)
class PostAgain(Action):
    delivery: int
    attempts: int


@dataclass(frozen=True, slots=True)
class PostIsThere(Action):
    delivery: int
    attempts: int
