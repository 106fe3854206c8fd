"""From stories not yet told to a chat to the messages that it reads.

``compose`` writes a digest, ``coverage`` the side-by-side view, ``plain`` shows a message as text;
``nothing_new``, ``status`` and ``found`` are the answers that need data. ``finish`` is the last
step of every message, also of the ones that handlers write: it puts the mark at the start of each
line, applies the chat's digits, and serves screen readers.
"""

from digests.compose.coverage import coverage
from digests.compose.digest import compose
from digests.compose.finish import finish, finish_html, finish_label
from digests.compose.plain import plain
from digests.compose.screens import Reading, found, nothing_new, status, title_link

__all__ = [
    "Reading",
    "compose",
    "coverage",
    "finish",
    "finish_html",
    "finish_label",
    "found",
    "nothing_new",
    "plain",
    "status",
    "title_link",
]
