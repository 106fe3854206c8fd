"""The line under whatever tells news of the sample newsroom, so that none passes for real news."""

from __future__ import annotations

from digests.compose.voice import clip, words_of
from digests.markup import Html, italic
from digests.model import Lang

#: Characters of the line.
NOTICE = 300


def notice(announced: str | None) -> Html:
    """«نموذج للتجربة، وليس خبرًا جديدًا», or nothing where the news are real."""
    return italic(words_of(clip(announced, NOTICE), Lang.AR, NOTICE)) if announced else Html("")
