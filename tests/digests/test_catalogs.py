from __future__ import annotations

from pathlib import Path

import yaml

from config.catalog import read_sources, read_topics
from digests import catalogs
from digests.model import SourceKind, Zone

SOURCES = """\
- {id: a, name: {ar: ألف, original: Alef}, url: https://example.org/a, language: en, kind: party}
- id: b
  name: نعم
  url: https://example.org/b
  language: ar
  country: NO
  full_text: true
  ownership:
    funding: state
    owner: {ar: "2025", en: "no"}
    evidence: https://example.org/
    checked: 2026-01-02
"""
TOPICS = """\
- slug: rain
  name: {ar: مطر, en: Rain}
  about: {ar: أخبار المطر, en: "News: rain"}
  all: [[مطر, rain], ["8200", "no", 'צה"ל', "2025-01-01"]]
  none: ["~"]
  where: title
- {slug: sun, name: {ar: شمس, en: Sun}, about: {ar: أخبار, en: News}, all: [[شمس]]}
"""


def test_entries_become_sources_and_topics() -> None:
    found = catalogs.sources(read_sources(Path("s"), SOURCES))
    assert list(found) == ["a", "b"]
    assert found["a"].kind is SourceKind.PARTY
    assert found["b"].ownership is not None
    assert found["b"].ownership.owner.in_("en") == "no"
    topics = catalogs.topics(read_topics(Path("t"), TOPICS.replace('["~"]', "[ظل]")))
    assert topics["rain"].where is Zone.TITLE
    assert topics["sun"].where is Zone.LEAD
    assert topics["rain"].none == ("ظل",)
    assert not topics["rain"].own


def test_what_is_exported_reads_back_the_same() -> None:
    sources = catalogs.sources(read_sources(Path("s"), SOURCES))
    text = catalogs.sources_yaml(sources.values())
    assert catalogs.sources(read_sources(Path("s"), text)) == sources
    topics = catalogs.topics(read_topics(Path("t"), TOPICS.replace('["~"]', "[ظل]")))
    text = catalogs.topics_yaml(topics.values())
    assert catalogs.topics(read_topics(Path("t"), text)) == topics
    assert yaml.safe_load(text)[0]["all"][1][0] == "8200"
