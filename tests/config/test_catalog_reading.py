"""What a good catalogue reads as, YAML's surprises included."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from config.catalog import Names, read_sources, read_topics

FULL = """\
# a comment
- id: example-he
  name: {ar: الدوغما, original: "דוגמה"}
  url: https://example.org/he?a=1&b=2
  language: he
  country: NO
  kind: party
  full_text: yes
  ownership:
    funding: state
    owner: {ar: مالك, en: Owner}
    evidence: https://example.org/about
    checked: 2026-01-02
- id: "2024"
  name: on
  url: http://127.0.0.1:8000/feed
  language: ar
"""


def test_every_key_of_a_source_is_read() -> None:
    first, second = read_sources(Path("s.yaml"), FULL)
    assert (first.id, first.name, first.original) == ("example-he", "الدوغما", "דוגמה")
    assert first.url == "https://example.org/he?a=1&b=2"
    assert (first.language, first.kind, first.full_text) == ("he", "party", True)
    assert first.ownership is not None
    assert first.ownership.checked == date(2026, 1, 2)
    assert first.ownership.owner == Names("مالك", "Owner")
    assert (first.file, first.line, second.line) == ("s.yaml", 2, 14)


def test_what_yaml_would_turn_into_another_type_stays_what_is_written() -> None:
    first, second = read_sources(Path("s.yaml"), FULL)
    assert first.country == "NO"
    assert (second.id, second.name) == ("2024", "on")
    text = (
        "- slug: x\n  name: {ar: ع, en: No}\n  about: {ar: ع, en: 1.10}\n"
        "  all: [[no, 8200, 0x1F, 1e3, 2025-05-16, 12:30, ~0, null hypothesis]]\n  none: [off]\n"
    )
    (topic,) = read_topics(Path("t.yaml"), text)
    assert topic.all == (
        ("no", "8200", "0x1F", "1e3", "2025-05-16", "12:30", "~0", "null hypothesis"),
    )
    assert topic.none == ("off",)
    assert (topic.name.en, topic.about.en) == ("No", "1.10")


def test_optional_keys_have_their_defaults() -> None:
    second = read_sources(Path("s.yaml"), FULL)[1]
    assert second.original == second.name
    assert (second.country, second.kind, second.ownership) == (None, "outlet", None)
    assert second.full_text is False
    (topic,) = read_topics(
        Path("t.yaml"), "- {slug: x, name: {ar: ع, en: e}, about: {ar: ع, en: e}, all: [[ع]]}"
    )
    assert (topic.none, topic.where) == ((), "lead")


def test_an_empty_list_is_a_catalogue_of_nothing() -> None:
    assert read_sources(Path("s.yaml"), "[]") == ()


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + FULL.replace("\n", "\r\n").encode())
    assert [s.line for s in read_sources(path)] == [2, 14]
