"""The fields of the settings that are chosen from a list: their values, and how they read.

Each field knows the values it offers as text (as buttons carry them), which are chosen now, and
what the preferences become by a tap. A value that is not offered changes nothing: a client may
send what it likes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import time
from typing import Any

from digests import dates
from digests.model import Arrival, Digits, Length, Preferences
from digests.words import Speaker

#: Times of day offered for digests.
TIMES = tuple(f"{hour:02}:00" for hour in range(6, 24))
QUIET = ("21:00-06:00", "22:00-07:00", "23:00-07:00", "00:00-08:00", "none")
STORIES = ("3", "4", "5", "6", "7")
SWITCH = ("on", "off")
MONTHS = ("auto", "mayo", "ayyar", "mai")


@dataclass(frozen=True, slots=True)
class Field:
    """One field: ``row`` is the key of its line, ``ask`` of its question.

    ``chosen`` gives the values that hold now; ``text`` how one value reads; ``apply`` the
    preferences after a tap on a value. ``about`` is a key that explains each value, if any.
    """

    name: str
    values: tuple[str, ...]
    chosen: Callable[[Preferences], Sequence[str]]
    text: Callable[[str, Speaker], str]
    apply: Callable[[Preferences, str], Preferences]
    row: str
    ask: str
    per_row: int = 1
    about: str = ""

    def value(self, preferences: Preferences, say: Speaker) -> str:
        """What the line of this field shows."""
        shown = (self.text(value, say) for value in self.chosen(preferences))
        return say.comma.join(shown)


def _keyed(prefix: str) -> Callable[[str, Speaker], str]:
    return lambda value, say: say.label(f"{prefix}-{value}")


def _plain(value: str, _say: Speaker) -> str:
    return value


def _quiet_text(value: str, say: Speaker) -> str:
    if value == "none":
        return say.label("settings-quiet-none")
    start, _, end = value.partition("-")
    return say.label("settings-quiet-range", **{"from": start, "to": end})


def _toggle_time(preferences: Preferences, value: str) -> Preferences:
    """Add the time, or take it away unless it is the last."""
    at = time.fromisoformat(value)
    times = set(preferences.times) ^ {at}
    return replace(preferences, times=tuple(sorted(times))) if times else preferences


def _apply_quiet(preferences: Preferences, value: str) -> Preferences:
    if value == "none":
        return replace(preferences, quiet=None)
    start, _, end = value.partition("-")
    return replace(preferences, quiet=(time.fromisoformat(start), time.fromisoformat(end)))


def _quiet(preferences: Preferences) -> Sequence[str]:
    if preferences.quiet is None:
        return ("none",)
    start, end = preferences.quiet
    return (f"{start:%H:%M}-{end:%H:%M}",)


def _switched(preferences: Preferences, name: str, on: bool) -> Preferences:
    changed: dict[str, Any] = {name: on}
    return replace(preferences, **changed)


def _switch(name: str, row: str, ask: str, on: str, off: str) -> Field:
    return Field(
        name,
        SWITCH,
        chosen=lambda p: ("on",) if getattr(p, name) else ("off",),
        text=lambda value, say: say.label(on if value == "on" else off),
        apply=lambda p, value: _switched(p, name, value == "on"),
        row=row,
        ask=ask,
        per_row=2,
    )


FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field(
            "times",
            TIMES,
            chosen=lambda p: [str(dates.clock(at)) for at in sorted(p.times)],
            text=_plain,
            apply=_toggle_time,
            row="settings-row-times",
            ask="settings-times-ask",
            per_row=3,
        ),
        Field(
            "arrival",
            tuple(Arrival),
            chosen=lambda p: (p.arrival.value,),
            text=_keyed("settings-arrival"),
            apply=lambda p, value: replace(p, arrival=Arrival(value)),
            row="settings-row-arrival",
            ask="settings-arrival-ask",
            per_row=2,
            about="settings-arrival-about",
        ),
        Field(
            "stories",
            STORIES,
            chosen=lambda p: (str(p.stories),),
            text=_plain,
            apply=lambda p, value: replace(p, stories=int(value)),
            row="settings-row-stories",
            ask="settings-stories-ask",
            per_row=5,
        ),
        Field(
            "quiet",
            QUIET,
            chosen=_quiet,
            text=_quiet_text,
            apply=_apply_quiet,
            row="settings-row-quiet",
            ask="settings-quiet-ask",
            per_row=2,
        ),
        Field(
            "length",
            tuple(Length),
            chosen=lambda p: (p.length.value,),
            text=_keyed("settings-length"),
            apply=lambda p, value: replace(p, length=Length(value)),
            row="settings-row-length",
            ask="settings-length-ask",
            per_row=2,
        ),
        Field(
            "digits",
            tuple(Digits),
            chosen=lambda p: (p.digits.value,),
            text=_keyed("settings-digits"),
            apply=lambda p, value: replace(p, digits=Digits(value)),
            row="settings-row-digits",
            ask="settings-digits-ask",
            per_row=2,
        ),
        Field(
            "months",
            MONTHS,
            chosen=lambda p: (p.months,),
            text=_keyed("settings-months"),
            apply=lambda p, value: replace(p, months=value),
            row="settings-row-months",
            ask="settings-months-ask",
            per_row=2,
        ),
        Field(
            "language",
            ("ar", "en"),
            chosen=lambda p: (p.language,),
            text=_keyed("settings-language"),
            apply=lambda p, value: replace(p, language=value),
            row="settings-row-language",
            ask="settings-language-ask",
            per_row=2,
        ),
        _switch(
            "weekend", "settings-row-weekend", "settings-weekend-ask", "settings-on", "settings-off"
        ),
        _switch("hijri", "settings-row-hijri", "settings-hijri-ask", "settings-on", "settings-off"),
        _switch(
            "sound",
            "settings-row-sound",
            "settings-sound-ask",
            "settings-sound-on",
            "settings-sound-off",
        ),
        _switch(
            "screen_reader",
            "settings-row-reader",
            "settings-reader-ask",
            "settings-on",
            "settings-off",
        ),
    )
}
