"""What the buttons of the conversations' own screens do, beside ``digests.actions``."""

from __future__ import annotations

from dataclasses import dataclass

from digests.model import Action


@dataclass(frozen=True, slots=True)
class Back(Action):
    """From a question under a digest back to the digest's own buttons."""

    digest: int


@dataclass(frozen=True, slots=True)
class ShowHelp(Action):
    """What the bot can do."""


@dataclass(frozen=True, slots=True)
class ShowStatus(Action):
    """What the chat gets and how the sources are."""


@dataclass(frozen=True, slots=True)
class AskMuteTopic(Action):
    """Asks for how long to mute *topic*, under *digest*."""

    digest: int
    topic: str
