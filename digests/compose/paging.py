"""Blocks into messages: split between stories, never inside one, within Telegram's limits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from digests.markup import Size, measure

#: What stands between two blocks.
BLANK_LINE = "\n\n"
_BLANK = measure(BLANK_LINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a message that is never split.

    ``form`` gives the finished text of one story, from the whole (0) to the shortest (``forms``
    - 1). ``heading`` stands above it where it opens its topic, and again where it opens a further
    message.
    """

    form: Callable[[int], str]
    forms: int = 1
    story: int | None = None
    heading: str = ""
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A message; ``stories``: those that it tells, each with the number of its form."""

    html: str
    stories: tuple[tuple[int, int], ...]


def paginate(head: str, blocks: Sequence[Block], foot: str) -> tuple[Page, ...]:
    """The pages of *head*, *blocks* and *foot*; *head* opens the first, *foot* ends the last."""
    spare = measure(foot) + _BLANK if foot else Size()
    pages: list[_Draft] = []
    draft = _Draft([head] if head else [])
    for block in blocks:
        whole = draft.with_block(block, 0)
        if whole.fits(spare) or not draft.stories:
            draft = _shortest_that_fits(draft, block, spare)
            continue
        pages.append(draft)
        draft = _shortest_that_fits(_Draft([]), block, spare)
    if foot:
        draft = draft.with_text(foot)
    pages.append(draft)
    return tuple(Page(BLANK_LINE.join(p.parts), tuple(p.stories)) for p in pages)


class _Draft:
    """A page in the making; each step gives a new one."""

    def __init__(
        self,
        parts: list[str],
        stories: list[tuple[int, int]] | None = None,
        size: Size | None = None,
    ) -> None:
        self.parts = parts
        self.stories = stories or []
        self.size = size or sum((measure(part) + _BLANK for part in parts), Size())

    def with_text(self, text: str) -> _Draft:
        return _Draft([*self.parts, text], self.stories, self.size + measure(text) + _BLANK)

    def with_block(self, block: Block, at: int) -> _Draft:
        """The same with *block* in its form *at*."""
        fresh = block.opens or not self.stories
        parts = (block.heading if fresh else "", block.form(at))
        draft = self.with_text(BLANK_LINE.join(part for part in parts if part))
        draft.stories = [*self.stories, *([] if block.story is None else [(block.story, at)])]
        return draft

    def fits(self, spare: Size) -> bool:
        return (self.size + spare).fits()


def _shortest_that_fits(draft: _Draft, block: Block, spare: Size) -> _Draft:
    """*draft* with the longest form of *block* that fits; the shortest when none does."""
    extended = draft
    for at in range(block.forms):
        extended = draft.with_block(block, at)
        if extended.fits(spare):
            break
    return extended
