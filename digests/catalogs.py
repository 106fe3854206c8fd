"""Catalogue entries become sources and topics, and sources and topics become catalogue text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

from config.catalog import Names, OwnershipEntry, SourceEntry, TopicEntry
from digests.model import Ownership, Source, SourceKind, Text, Topic, Zone


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is polled and what can be followed, as it stands now.

    ``topics`` holds the shipped topics first, in the order of the file, then those that chats made
    from their own words; the pipeline adds to it while the service runs.
    """

    sources: dict[str, Source]
    topics: dict[str, Topic]

    @property
    def shipped(self) -> tuple[Topic, ...]:
        """The topics that everyone is offered."""
        return tuple(topic for topic in self.topics.values() if not topic.own)


def topic(entry: TopicEntry) -> Topic:
    return Topic(
        slug=entry.slug,
        name=_text(entry.name),
        about=_text(entry.about),
        all=entry.all,
        none=entry.none,
        where=Zone(entry.where),
    )


def source(entry: SourceEntry) -> Source:
    return Source(
        id=entry.id,
        name=entry.name,
        original=entry.original,
        url=entry.url,
        language=entry.language,
        country=entry.country,
        ownership=_ownership(entry.ownership),
        full_text=entry.full_text,
        kind=SourceKind(entry.kind),
    )


def topics(entries: Iterable[TopicEntry]) -> dict[str, Topic]:
    """By slug, in the order of the file."""
    return {entry.slug: topic(entry) for entry in entries}


def sources(entries: Iterable[SourceEntry]) -> dict[str, Source]:
    """By id, in the order of the file."""
    return {entry.id: source(entry) for entry in entries}


def topics_yaml(topics: Iterable[Topic]) -> str:
    """The text of a topics.yaml that reads back as *topics*."""
    return _dump([_topic_map(t) for t in topics])


def sources_yaml(sources: Iterable[Source]) -> str:
    """The text of a sources.yaml that reads back as *sources*."""
    return _dump([_source_map(s) for s in sources])


def _topic_map(topic: Topic) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "slug": topic.slug,
        "name": {"ar": topic.name.ar, "en": topic.name.en},
        "about": {"ar": topic.about.ar, "en": topic.about.en},
        "all": [list(group) for group in topic.all],
    }
    if topic.none:
        entry["none"] = list(topic.none)
    if topic.where is not Zone.LEAD:
        entry["where"] = str(topic.where)
    return entry


def _source_map(source: Source) -> dict[str, Any]:
    same = source.name == source.original
    entry: dict[str, Any] = {
        "id": source.id,
        "name": source.name if same else {"ar": source.name, "original": source.original},
        "url": source.url,
        "language": source.language,
    }
    if source.country:
        entry["country"] = source.country
    if source.kind is not SourceKind.OUTLET:
        entry["kind"] = str(source.kind)
    if source.ownership:
        label = source.ownership
        entry["ownership"] = {
            "funding": label.funding,
            "owner": {"ar": label.owner.ar, "en": label.owner.en},
            "evidence": label.evidence,
            "checked": label.checked,
        }
    if source.full_text:
        entry["full_text"] = True
    return entry


def _dump(entries: list[dict[str, Any]]) -> str:
    return yaml.safe_dump(
        entries, allow_unicode=True, sort_keys=False, default_flow_style=None, width=100
    )


def _ownership(entry: OwnershipEntry | None) -> Ownership | None:
    if entry is None:
        return None
    return Ownership(entry.funding, _text(entry.owner), entry.evidence, entry.checked)


def _text(names: Names) -> Text:
    return Text(names.ar, names.en)
