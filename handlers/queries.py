"""The words of a search travel in the message that shows them, not in the store.

A button has room for 64 bytes, so it carries a number made from the words, and the words stand in
bold in the message above it. What it may get wrong: where Telegram does not send the message along
with the tap, the words are lost, and the button is answered as an old one.
"""

from __future__ import annotations

from hashlib import blake2b

from telegram import Message as Sent
from telegram.constants import MessageEntityType

from digests.language.direction import isolate
from digests.markup import JOINER, Html, bold, clean, inert
from digests.topics.query import QueryRefused
from handlers.turn import Turn

#: Characters of a query; a longer one is cut, since no one reads on.
LONGEST = 200


def clean_query(words: str) -> str:
    """*words* as one line without controls."""
    return clean(words.replace(JOINER, ""))[:LONGEST].strip()


def id_of(query: str) -> int:
    """The number that stands for *query* in a button."""
    return int.from_bytes(blake2b(query.encode(), digest_size=7).digest())


def shown(turn: Turn, query: str) -> Html:
    """*query* in bold, as `recover` finds it again."""
    return bold(isolate(inert(query), turn.say.language))


def refusal(turn: Turn, refused: QueryRefused, usage: str) -> Html:
    """Why a query is refused, and what helps; without a word in it, the text *usage*."""
    say = turn.say
    match refused.reason:
        case "short":
            return say.html("query-short", word=refused.word)
        case "common":
            return say.html("query-common", word=refused.word)
        case "excluded":
            return say.html("query-excluded")
        case "long":
            return say.html("query-long")
    return say.html(usage)


def recover(message: Sent | None, wanted: int) -> str | None:
    """The query with the number *wanted* among the bold texts of *message*."""
    if message is None or not message.text:
        return None
    for text in message.parse_entities([MessageEntityType.BOLD]).values():
        query = clean_query(text)
        if id_of(query) == wanted:
            return query
    return None
