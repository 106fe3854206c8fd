"""The public list of corrections, a screen at a time, the newest first.

Rule. An entry is the message that was sent for it, under the day on which it was made; nothing is
shortened or taken off, and where a page that was gone came back, that is said. A screen holds as
many entries as fit, up to ``ENTRIES``, and is found by the entry that it follows or precedes, so
that turning it shows each entry once whatever was added meanwhile.

What it may get wrong: dates of telling are those of who was told first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digests import actions, dates
from digests.compose.finish import finish
from digests.compose.paging import BLANK_LINE
from digests.compose.voice import Voice
from digests.corrections import wording
from digests.markup import Html, bold, italic, measure
from digests.model import Button, Message
from digests.store import corrections
from digests.store.corrections import Correction
from digests.store.database import Database

#: Entries of one screen at most; more would be a wall.
ENTRIES = 5


@dataclass(frozen=True, slots=True)
class Screen:
    """What a screen is made from, newest first, and whether the list goes on either way."""

    entries: tuple[Correction, ...]
    newer: bool = False
    older: bool = False
    upward: bool = False  # turned to the newer: what does not fit is left to the newer side


def read(db: Database, shown: actions.ShowCorrections) -> Screen:
    """What *shown* asks for: up to ``ENTRIES`` of the list, and one beyond told by a flag."""
    if shown.after:
        found = corrections.newer(db, shown.after, ENTRIES + 1)
        if len(found) > ENTRIES:
            return Screen(tuple(reversed(found[:ENTRIES])), newer=True, older=True, upward=True)
        return read(db, actions.ShowCorrections())  # the newest screen, whole
    found = corrections.listed(db, ENTRIES + 1, shown.before)
    return Screen(tuple(found[:ENTRIES]), newer=shown.before > 0, older=len(found) > ENTRIES)


def compose(screen: Screen, voice: Voice) -> Message:
    """*screen* as one message; entries that do not fit are left to the screen beside it."""
    say = voice.say
    head = bold(say.html("corrections-title"))
    if not screen.newer:
        said = "corrections-intro" if screen.entries else "corrections-none"
        head = Html(f"{head}\n{say.html(said)}")
    entries = _fitting(head, screen, voice)
    html = BLANK_LINE.join([head, *(_entry(entry, voice) for entry in entries)])
    row = _turning(entries, screen, voice)
    return finish(Message(html, (row,) if row else ()), voice.preferences)


def _fitting(head: Html, screen: Screen, voice: Voice) -> list[Correction]:
    """The entries that fit into one message, newest first; at least one."""
    taken: list[Correction] = []
    size = measure(head)
    for entry in reversed(screen.entries) if screen.upward else screen.entries:
        html = finish(Message(f"{BLANK_LINE}{_entry(entry, voice)}"), voice.preferences).html
        size += measure(html)
        if taken and not size.fits():
            break
        taken.append(entry)
    return taken[::-1] if screen.upward else taken


def _entry(entry: Correction, voice: Voice) -> Html:
    lines: list[Html] = [
        italic(dates.full_date(entry.made, voice.preferences)),
        wording.written(entry, voice),
    ]
    if entry.returned is not None:
        day = dates.short_date(entry.returned, voice.preferences)
        lines.append(voice.say.html("gone-returned", day=day))
    return Html("\n".join(lines))


def _turning(entries: Sequence[Correction], screen: Screen, voice: Voice) -> tuple[Button, ...]:
    row = []
    if entries and (screen.older or entries[-1] != screen.entries[-1]):
        older = actions.ShowCorrections(before=entries[-1].id)
        row.append(Button(voice.say.label("corrections-older"), older))
    if entries and screen.newer:
        newer = actions.ShowCorrections(after=entries[0].id)
        row.append(Button(voice.say.label("corrections-newer"), newer))
    return tuple(row)
