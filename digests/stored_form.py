"""Messages and items in the form that the store keeps and Telegram gets: text and buttons finished.

There is one such form, for digests, posts of channels, notices and answers alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from digests.model import Action, Button, Item, Message, Sentence, Shown
from digests.store import codec
from digests.store.told import Part, ToldItem

#: Turns a button's action into its callback data (``handlers.callbacks.pack``).
Pack = Callable[[Action], str]


def part(message: Message, pack: Pack) -> Part:
    """*message* with its actions packed."""
    rows = tuple(tuple(packed(button, pack) for button in row) for row in message.buttons)
    return Part(html=message.html, buttons=rows, silent=message.silent)


def packed(button: Button, pack: Pack) -> tuple[str, str, str]:
    """*button* as (text, "data" or "url", value).

    Raises ValueError when it has neither action nor address.
    """
    if button.action is not None:
        return (button.text, "data", pack(button.action))
    if button.url is None:
        raise ValueError(f"{button.text!r} has neither action nor address")
    return (button.text, "url", button.url)


def told_items(items: Sequence[Item], messages: Sequence[Message]) -> tuple[ToldItem, ...]:
    """What *messages* tell of *items*: each story with its articles, and the sentences shown."""
    by_story = {item.story.id: item for item in items}
    return tuple(
        _told(by_story[shown.story], shown, number)
        for number, message in enumerate(messages)
        for shown in message.shown
    )


def _told(item: Item, shown: Shown, number: int) -> ToldItem:
    return ToldItem(
        part=number,
        story=item.story.id,
        topic=item.topic,
        headline=item.summary.headline.text,
        sentences=codec.dump(tuple[Sentence, ...], (shown.head, *shown.sentences)),
        articles=tuple(article.id for article in item.story.articles),
        updated=item.updated,
        background=shown.background,
    )
