"""From stories not yet told to a chat to the messages that it reads.

``compose`` writes a digest, ``coverage`` the side-by-side view, ``plain`` shows a message as text.
``finish`` is the last step of every message, also of the ones that handlers write: it puts the mark
at the start of each line, applies the chat's digits, and serves screen readers.
"""

from digests.compose.coverage import coverage
from digests.compose.digest import compose
from digests.compose.finish import finish, finish_html, finish_label
from digests.compose.plain import plain

__all__ = [
    "compose",
    "coverage",
    "finish",
    "finish_html",
    "finish_label",
    "plain",
]
