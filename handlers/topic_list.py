"""The topics as people pick them: names, buttons, and what a slug or a name in words means."""

from __future__ import annotations

from difflib import SequenceMatcher

from digests.language.direction import isolate
from digests.language.normal import fold
from digests.markup import Html, clean, escape, inert
from digests.model import Action, Button, Topic
from handlers.turn import Turn

#: Likeness of two names, from 0 to 1, above which one is taken for a slip of the other.
ALIKE = 0.75
#: Letters that a part of a name needs before it may stand for the whole.
PART = 3
LONGEST_LABEL = 60
#: Letters of what people write that can be a name; likeness costs their square.
LONGEST_NAME = 100


def offered(turn: Turn) -> dict[str, Topic]:
    """The topics that anyone may follow, in the order of the catalogue."""
    return {slug: t for slug, t in turn.services.catalogue.topics.items() if not t.own}


def listed(turn: Turn) -> dict[str, Topic]:
    """The topics of this chat's list: its own words first, then those offered to all."""
    topics = turn.services.catalogue.topics
    own = {s: topics[s] for s in turn.chat.topics if s in topics and topics[s].own}
    return own | offered(turn)


def label(turn: Turn, slug: str) -> str:
    """The name of a topic in this chat's language, plain; its slug when the catalogue lost it."""
    topic = turn.services.catalogue.topics.get(slug)
    shown = clean(topic.name.in_(turn.say.language) or topic.name.ar) if topic else slug
    return shown if len(shown) <= LONGEST_LABEL else shown[: LONGEST_LABEL - 1].rstrip() + "…"


def name(turn: Turn, slug: str) -> Html:
    """The same as markup."""
    return escape(isolate(inert(label(turn, slug)), turn.say.language))


def row_of(turn: Turn, slug: str, action: Action) -> list[Button]:
    """A button of its own row, marked when the topic is followed."""
    text = label(turn, slug)
    if slug in turn.chat.topics:
        text = turn.say.label("topics-button-followed", topic=text)
    return [Button(text, action)]


def find(turn: Turn, words: str) -> list[str]:
    """The slugs that *words* may mean, likeliest first: a slug, a name, a part or slip of one."""
    topics, words = listed(turn), words[:LONGEST_NAME]
    wanted = fold(words).strip()
    if words.strip().lower() in topics:
        return [words.strip().lower()]
    if not wanted:
        return []
    scored = [(_likeness(wanted, topic), slug) for slug, topic in topics.items()]
    near = sorted((pair for pair in scored if pair[0] >= ALIKE), key=lambda pair: -pair[0])
    return [slug for _, slug in near]


def _likeness(wanted: str, topic: Topic) -> float:
    return max(_score(wanted, fold(text)) for text in (topic.name.ar, topic.name.en))


def _score(wanted: str, text: str) -> float:
    if wanted == text:
        return 1.0
    inside = f" {wanted} " in f" {text} " or text.startswith(wanted)
    if len(wanted) >= PART and inside:
        return 0.9
    return SequenceMatcher(None, wanted, text).ratio()


async def refuse_topic(turn: Turn) -> None:
    """A topic that is not in the catalogue (any more)."""
    await turn.reply(turn.say.html("topics-unknown"))
