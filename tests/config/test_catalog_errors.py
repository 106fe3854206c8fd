"""A wrong catalogue is refused with file, line and reason, all problems at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.catalog import CatalogueError, load, read_sources, read_topics

SOURCES = Path("sources.yaml")
TOPICS = Path("topics.yaml")
SOURCE = "- {id: a, name: مثال, url: https://example.org/feed, language: ar}\n"
TOPIC = """\
- slug: rain
  name: {ar: مطر, en: Rain}
  about: {ar: أخبار المطر, en: News of rain}
  all: [[مطر, rain]]
  none: []
"""


def source_problems(text: str) -> list[str]:
    with pytest.raises(CatalogueError) as caught:
        read_sources(SOURCES, text)
    return [str(p) for p in caught.value.problems]


def topic_problems(text: str) -> list[str]:
    with pytest.raises(CatalogueError) as caught:
        read_topics(TOPICS, text)
    return [str(p) for p in caught.value.problems]


def extra(line: str) -> str:
    """A good source in lines 1 to 4, and *line* as its fifth."""
    return f"- id: a\n  name: مثال\n  url: https://example.org/feed\n  language: ar\n  {line}\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SOURCE + SOURCE, "2: the id 'a' is used already in line 1"),
        ("- {id: a, name: b, language: ar}", "1: the key 'url' is missing"),
        (extra("langauge: ar"), "5: unknown key 'langauge'; did you mean 'language'?"),
        (extra("id: b"), "5: 'id' is given twice"),
        (extra("kind: blog"), "5: kind is 'blog'; it must be outlet, party or aggregator"),
        (extra("country: Palestine"), "5: the country 'Palestine' must be two capital letters"),
        (extra("full_text: maybe"), "5: 'full_text' must be true or false, not 'maybe'"),
        (extra("full_text: [true]"), "5: 'full_text' must be a text, not a list"),
        (extra("ownership: state"), "5: 'ownership' must be a map, not the text 'state'"),
        (extra("ownership: {funding: x}"), "5: the key 'ownership.evidence' is missing"),
        (extra("[a]: b"), "5: a key must be a word, not a list"),
        (extra("country:"), "5: 'country' is empty"),
        (SOURCE.replace("ar}", "fr}"), "1: language is 'fr'; it must be ar, en or he"),
        (SOURCE.replace("id: a", "id: وكالة"), "1: the id 'وكالة' must be ASCII"),
        (SOURCE.replace("id: a", f"id: {'a' * 41}"), "40 at most"),
        (SOURCE.replace("https://", "//"), "1: '//example.org/feed' is not a URL"),
        (SOURCE.replace("https://example.org", "file:///etc"), "is not a URL"),
        (SOURCE.replace("example.org", "example.org:port"), "is not a URL"),
        (SOURCE.replace("مثال", "{ar: مثال}"), "1: the key 'name.original' is missing"),
        (SOURCE.replace("مثال", "~"), "1: 'name' is empty"),
        (SOURCE + "- just text\n", "2: an entry must be a map of keys and values"),
        ("id: a\n", "1: the file must be a list"),
        ("", "1: the file must be a list"),
        ("# nothing\n", "1: the file must be a list"),
        (SOURCE + "- {id: b\n\n- c\n", "not YAML"),
        ("- {id: 'open}\n", "not YAML"),
        (SOURCE + "---\n" + SOURCE, "2: not YAML"),
        ("- id: a\n- id: \x01\n", "2: "),
        ("- &x [a]\n- *x\n", "2: the alias *x is not allowed"),
        ("- !!python/object/apply:os.system [id]\n", "1: the tag "),
        ("[" * 12, "nested deeper"),
        ("[" * 5000, "nest"),
    ],
)
def test_a_wrong_source_is_told_by_line(text: str, told: str) -> None:
    problems = source_problems(text)
    assert any(told in p for p in problems), problems
    assert all(p.startswith("sources.yaml:") for p in problems)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TOPIC + TOPIC, "6: the slug 'rain' is used already in line 1"),
        (TOPIC.replace("slug: rain", "slug: Rain"), "1: the slug 'Rain' must be a-z"),
        (TOPIC.replace("slug: rain", "slug: rain_fall"), "1: the slug 'rain_fall' must be a-z"),
        (TOPIC.replace("slug: rain", f"slug: {'r' * 41}"), "40 at most"),
        (TOPIC.replace("[[مطر, rain]]", "[]"), "4: 'all' has no group"),
        (TOPIC.replace("[[مطر, rain]]", "[[مطر], []]"), "4: group 2 of all is empty"),
        (TOPIC.replace("[[مطر, rain]]", "[مطر]"), "4: 'group 1 of all' must be a list"),
        (TOPIC.replace("[[مطر, rain]]", "مطر"), "4: 'all' must be a list of groups"),
        (TOPIC.replace("[[مطر, rain]]", "[[مطر, {a: b}]]"), "must be a text, not a map"),
        (TOPIC.replace("[[مطر, rain]]", "[['']]"), "is empty"),
        (TOPIC.replace("[[مطر, rain]]", "[['…!']]"), "has no letter or digit"),
        (TOPIC.replace("  all: [[مطر, rain]]\n", ""), "1: the key 'all' is missing"),
        (TOPIC.replace("none: []", "none: rain"), "5: 'none' must be a list"),
        (TOPIC.replace("none: []", "where: body"), "5: where is 'body'"),
        (TOPIC.replace(", en: Rain", ""), "2: the key 'name.en' is missing"),
        (TOPIC.replace("{ar: مطر, en: Rain}", "مطر"), "2: 'name' must be a map"),
    ],
)
def test_a_wrong_topic_is_told_by_line(text: str, told: str) -> None:
    problems = topic_problems(text)
    assert any(told in p for p in problems), problems


def test_all_problems_of_both_files_come_at_once(tmp_path: Path) -> None:
    topics, sources = tmp_path / "t.yaml", tmp_path / "s.yaml"
    topics.write_text(TOPIC + TOPIC + "- slug: x\n", "utf-8")
    sources.write_bytes(SOURCE.encode() + b"- name: \xe3\xe6\n")
    with pytest.raises(CatalogueError) as caught:
        load(topics, sources)
    told = str(caught.value).splitlines()
    assert f"{topics}:6: the slug 'rain' is used already in line 1" in told
    assert f"{topics}:11: the key 'all' is missing" in told
    assert f"{sources}:2: not UTF-8 text; save it so" in told


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"none\.yaml:1: cannot read the file"):
        read_topics(tmp_path / "none.yaml")


def test_an_alias_bomb_is_refused_before_it_unfolds() -> None:
    lines = ["- &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"- &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    problems = source_problems("\n".join(lines))
    assert problems[0].startswith("sources.yaml:2: the alias")


@given(st.text(alphabet="-: []{}ab&*!#|>'\"\n\t,?%@~", max_size=200))
def test_any_text_is_read_or_refused_with_a_line(text: str) -> None:
    problems: tuple[object, ...] = ()
    try:
        read_sources(SOURCES, text)
    except CatalogueError as error:
        problems = error.problems
    assert all(str(p).startswith("sources.yaml:") for p in problems)
