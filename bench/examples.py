"""Twenty summaries to read: ``python -m bench examples [--out docs/examples.md]``.

The stories are those of ``bench/examples.yaml``; each is summarised in its sources' own words and
shown as a reader gets it. The points of the list (`POINTS`) are ticked by people, in that file, for
the message that they read: ``read`` is its fingerprint, and a tick for another message does not
count. ``--fingerprints`` prints those of the present messages. What stands in the page from `REST`
on is written elsewhere and kept.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import yaml

from bench._side_by_side import HEADING
from config.catalog import read_topics
from digests.catalogs import topics
from digests.compose import compose, plain
from digests.model import Article, Digest, Item, Preferences, Source, SourceKind, Story, Summary
from digests.stories.outlets import independence
from digests.summaries import summarise
from digests.words import Words

ROOT = Path(__file__).parent.parent
STORIES = ROOT / "bench" / "examples.yaml"
NEWSROOM = ROOT / "bot" / "playground" / "newsroom"
PAGE = ROOT / "docs" / "examples.md"
#: The heading from which the page is not ours.
REST = HEADING

#: What a stern reader asks of a summary, in the order of the list.
POINTS = {
    "alone": "stands alone: no dangling pronoun or connective",
    "once": "says nothing twice",
    "who": "who, what and when are there",
    "true": "each sentence is true of its evidence",
    "heard": "both parties are heard",
}
_HEAD = f"""\
# Twenty summaries, and what is wrong with them

What readers get without a language model: a headline and sentences in the sources' own words, as \
`digests/summaries` chooses them and `digests/compose` shows them. The stories are real and past; \
their articles are our own, in the shape of outlets' pages, from the sample newsroom and from \
[bench/examples.yaml](../bench/examples.yaml), where each can be read whole. Which articles tell \
one story is given here. The digest is dated an hour after the last article.

`python -m bench examples --out docs/examples.md` writes this part anew. Each message was read \
against a list: {"; ".join(f"**{key}** ({meaning})" for key, meaning in POINTS.items())}. A tick \
holds for the message that was read: a changed message shows none until it is read again.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A story with what people noted about its message."""

    id: str
    tries: str
    topic: str
    story: Story
    read: str = ""
    held: tuple[str, ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """An example as readers see it; ``seconds`` is the CPU time of its summary."""

    example: Example
    summary: Summary
    message: str
    seconds: float

    @property
    def fingerprint(self) -> str:
        return blake2b(self.message.encode(), digest_size=4).hexdigest()

    @property
    def held(self) -> tuple[str, ...]:
        """The points that hold for this very message."""
        return self.example.held if self.example.read == self.fingerprint else ()


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench examples", description=__doc__)
    parser.add_argument("--out", type=Path, help="the page; what follows its first part is kept")
    parser.add_argument("--fingerprints", action="store_true")
    parser.add_argument("--show", help="print the message of one story")
    options = parser.parse_args(argv)
    told = [tell(example) for example in examples()]
    if options.show:
        print("\n\n".join(one.message for one in told if one.example.id == options.show))
    if options.fingerprints:
        print("\n".join(f"{one.fingerprint} {one.example.id}" for one in told))
    if options.out:
        before = options.out.read_text("utf-8") if options.out.exists() else ""
        options.out.write_text(page(told) + rest(before), "utf-8")
    seconds = [one.seconds for one in told]
    figures = {
        "bench": "examples",
        "stories": len(told),
        "read": sum(one.example.read == one.fingerprint for one in told),
        "held": {point: sum(point in one.held for one in told) for point in POINTS},
        "cpu_ms_mean": round(1000 * sum(seconds) / len(seconds), 1),
        "cpu_ms_most": round(1000 * max(seconds), 1),
    }
    print(json.dumps(figures, ensure_ascii=False))
    return 0


@cache
def sources() -> dict[str, Source]:
    """The outlets of the sample newsroom and those of the examples."""
    entries = yaml.safe_load((NEWSROOM / "outlets.yaml").read_text("utf-8"))
    more = yaml.safe_load(STORIES.read_text("utf-8"))["outlets"]
    return {source.id: source for source in map(_source, [*entries, *more])}


def examples() -> list[Example]:
    """The stories of the file, in its order, those of the newsroom by their event."""
    newsroom = yaml.safe_load((NEWSROOM / "articles.yaml").read_text("utf-8"))
    events = {event["event"]: event for event in newsroom}
    entries = yaml.safe_load(STORIES.read_text("utf-8"))["stories"]
    return [_example(number, entry, events) for number, entry in enumerate(entries, 1)]


def tell(example: Example) -> Told:
    """The message of *example*, an hour after its last article."""
    started = time.process_time()
    summary = summarise(example.story, sources())
    seconds = time.process_time() - started
    voices = independence(example.story, sources())
    item = Item(example.topic, example.story, summary, voices)
    digest = Digest((item,), example.story.latest + timedelta(hours=1), "digest-topic")
    shipped = topics(read_topics(ROOT / "config" / "topics.yaml"))
    messages = compose(digest, Preferences(), sources(), shipped, Words.load())
    return Told(example, summary, "\n\n".join(map(plain, messages)), seconds)


def page(told: list[Told]) -> str:
    """The first part of the page, up to `REST`."""
    parts = [_HEAD, _table(told)]
    parts += [_section(number, one) for number, one in enumerate(told, 1)]
    return "\n".join(parts) + "\n"


def rest(before: str) -> str:
    """What the page *before* holds from `REST` on."""
    _, found, after = before.partition(REST)
    return found + after


def _table(told: list[Told]) -> str:
    rows = [
        f"| {number} | [{one.example.id}](#{number}-{one.example.id}) | "
        + " | ".join("✓" if point in one.held else "" for point in POINTS)
        + " |"
        for number, one in enumerate(told, 1)
    ]
    head = f"| | story | {' | '.join(POINTS)} |"
    return "\n".join([head, "|---" * (len(POINTS) + 2) + "|", *rows, ""])


def _section(number: int, one: Told) -> str:
    lines = [f"## {number}. {one.example.id}", ""]
    if one.example.tries:
        lines += [f"Tried here: {one.example.tries}.", ""]
    shown = "  \n> ".join(one.message.split("\n"))
    lines += ['<div dir="rtl">', "", f"> {shown}", "", "</div>", ""]
    ticks = " · ".join(f"{'☑' if point in one.held else '☐'} {point}" for point in POINTS)
    unread = "" if one.example.read == one.fingerprint else " (not read since it changed)"
    lines += [f"{ticks}{unread}", ""]
    if one.example.fault and not unread:
        lines += [f"Fault: {one.example.fault}", ""]
    cut = [s for s in one.summary.sentences if s.text != s.evidence]
    if cut:
        lines += ["Rests on, where the source's sentence begins otherwise:", ""]
        lines += [f'* <span dir="rtl">«{" ".join(s.evidence.split())}»</span>' for s in cut]
        lines.append("")
    return "\n".join(lines)


def _source(entry: dict[str, Any]) -> Source:
    name = entry["name"] if isinstance(entry["name"], dict) else {"ar": entry["name"]}
    original = name.get("original") or entry.get("original") or name["ar"]
    kind = SourceKind(entry.get("kind", "outlet"))
    url = f"https://example.org/{entry['id']}"
    return Source(entry["id"], name["ar"], original, url, entry["language"], kind=kind)


def _example(number: int, entry: dict[str, Any], events: dict[str, Any]) -> Example:
    event = events[entry["event"]] if "event" in entry else entry
    day = event.get("date")
    articles = [
        _article(100 * number + at, one, day, at) for at, one in enumerate(event["articles"], 1)
    ]
    articles.sort(key=lambda article: (article.published, article.id))
    return Example(
        id=entry.get("event") or entry["id"],
        tries=entry.get("tries", ""),
        topic=event["topic"] if "topic" in event else event["topics"][0],
        story=Story(number, tuple(articles)),
        read=str(entry.get("read", "")),
        held=tuple(entry.get("held", ())),
        fault=entry.get("fault", ""),
    )


def _article(number: int, entry: dict[str, Any], day: Any, place: int) -> Article:
    if "at" in entry:
        at = datetime.fromisoformat(entry["at"]) if isinstance(entry["at"], str) else entry["at"]
        at = at.astimezone(UTC)
    else:
        at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC) + timedelta(minutes=place)
    return Article(
        id=number,
        source=entry["outlet"],
        language=sources()[entry["outlet"]].language,
        title=entry["title"],
        summary=(entry.get("summary") or "").strip(),
        text=entry["text"].strip(),
        url=f"https://example.org/{number}",
        published=at,
        first_seen=at,
    )
