"""What each button does. ``handlers.callbacks`` packs these into 64 bytes and back.

Every field is a number or a slug of at most 40 characters; nothing else fits into a button, and
what is not here has no button. ``digest`` and ``story`` are ids of the store.
"""

from __future__ import annotations

from dataclasses import dataclass

from digests.model import Action


@dataclass(frozen=True, slots=True)
class Nothing(Action):
    """A button that only shows something."""


@dataclass(frozen=True, slots=True)
class Home(Action):
    """The first screen of /start."""


@dataclass(frozen=True, slots=True)
class Close(Action):
    """Takes the buttons away, or goes back to what the message was."""


# --- topics and news ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ShowTopics(Action):
    page: int = 0


@dataclass(frozen=True, slots=True)
class ToggleTopic(Action):
    """Follow or leave *topic* and stay on *page* of the list."""

    topic: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Subscribe(Action):
    topic: str


@dataclass(frozen=True, slots=True)
class Unsubscribe(Action):
    topic: str


@dataclass(frozen=True, slots=True)
class Undo(Action):
    """Takes the subscription to *topic* back («تراجع»)."""

    topic: str


@dataclass(frozen=True, slots=True)
class Latest(Action):
    """The latest news of *topic*, or of all topics of the chat when it is empty."""

    topic: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class WhatsNew(Action):
    """What the chat was not told yet of its topics."""


@dataclass(frozen=True, slots=True)
class Timeline(Action):
    """The timeline of *topic*; asks for the topic when it is empty and several are followed."""

    topic: str = ""


@dataclass(frozen=True, slots=True)
class TimelinePage(Action):
    """Another *page* of a timeline, in the place of the one shown."""

    topic: str
    page: int


@dataclass(frozen=True, slots=True)
class Search(Action):
    """Another page of the search that the store keeps under *query*."""

    query: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class Track(Action):
    """Follow the words of the search that the store keeps under *query*."""

    query: int


# --- under a digest -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class More(Action):
    """The stories that did not fit into *digest*."""

    digest: int


@dataclass(frozen=True, slots=True)
class Coverage(Action):
    """How the sources covered *digest*: asks for the story when there are several."""

    digest: int


@dataclass(frozen=True, slots=True)
class CoverageStory(Action):
    digest: int
    story: int


@dataclass(frozen=True, slots=True)
class Mute(Action):
    """Asks what of *digest* to mute."""

    digest: int


@dataclass(frozen=True, slots=True)
class MuteTopic(Action):
    """Mutes *topic* for so many *hours*; 0 means until it is unmuted."""

    topic: str
    hours: int = 24


@dataclass(frozen=True, slots=True)
class MuteSource(Action):
    source: str


@dataclass(frozen=True, slots=True)
class UnmuteTopic(Action):
    topic: str


@dataclass(frozen=True, slots=True)
class UnmuteSource(Action):
    source: str


@dataclass(frozen=True, slots=True)
class Report(Action):
    """Asks what is wrong in *digest*."""

    digest: int


@dataclass(frozen=True, slots=True)
class ReportStory(Action):
    digest: int
    story: int


@dataclass(frozen=True, slots=True)
class ReportReason(Action):
    """Reports a story; *reason* is one of REPORT_REASONS."""

    digest: int
    story: int
    reason: str


#: Reasons of a report; each has a message ``report-reason-<name>``.
REPORT_REASONS = ("summary", "merged", "topic", "translation")


# --- corrections by hand --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ShowTold(Action):
    """The stories that were told, to choose one; to *channel* alone for its owner (0: to all)."""

    channel: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowToldStory(Action):
    digest: int
    story: int
    channel: int = 0


@dataclass(frozen=True, slots=True)
class Correct(Action):
    """Asks what was wrong in *story* as *digest* told it, and what is right."""

    digest: int
    story: int
    channel: int = 0


@dataclass(frozen=True, slots=True)
class Withdraw(Action):
    """Shows the withdrawal of *story*, to be sent by another tap."""

    digest: int
    story: int
    channel: int = 0


@dataclass(frozen=True, slots=True)
class Split(Action):
    """Takes *article* out of *story*; asks which when it is 0 and there are more than two."""

    digest: int
    story: int
    article: int = 0


@dataclass(frozen=True, slots=True)
class WriteCorrection(Action):
    """Asks for the words of *correction*, or for the reason of a withdrawal."""

    correction: int


@dataclass(frozen=True, slots=True)
class SendCorrection(Action):
    correction: int


@dataclass(frozen=True, slots=True)
class DropCorrection(Action):
    correction: int


# --- settings -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Settings(Action):
    """Shows a screen of the settings: ``main``, ``more`` or the name of a field."""

    screen: str = "main"


@dataclass(frozen=True, slots=True)
class Set(Action):
    """Sets *field* of the preferences to *value*, as text."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class PickCity(Action):
    """Chooses a city by its key in ``digests.cities``."""

    city: str


@dataclass(frozen=True, slots=True)
class AskCity(Action):
    """Asks for the name of a city, to search for it."""


@dataclass(frozen=True, slots=True)
class Language(Action):
    language: str


# --- the rest -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ShowSources(Action):
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowSource(Action):
    source: str


@dataclass(frozen=True, slots=True)
class ShowCorrections(Action):
    """The list of corrections: the entries older than *before*, newer than *after*, or the newest.

    Both are ids of entries; 0 is none.
    """

    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class MoveThread(Action):
    """Moves what the deleted *thread* of a group follows to where the button is."""

    thread: int


@dataclass(frozen=True, slots=True)
class Forget(Action):
    """Erases what is known of the chat, after it was asked."""
