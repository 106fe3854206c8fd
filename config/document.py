"""A YAML list of entries whose values know their line, read without YAML's surprises.

The rule: a scalar is the text that is written. YAML 1.1 would turn ``NO`` into false, ``8200`` into
a number and ``2026-01-02`` into a date; here they stay what the file says, and the reader of a
field decides. Anchors, aliases, merge keys, tags and deep nesting have no use in a catalogue and
are refused, which also rules out documents that unfold into gigabytes. All problems of a file are
collected; the first does not hide the others, except where the file is not YAML at all.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

#: Levels of lists and maps that a catalogue needs, with some to spare.
DEEPEST = 8
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{kind}"
    for kind in ("str", "int", "float", "bool", "null", "timestamp", "value", "merge", "seq", "map")
)
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a file, and where; lines count from 1."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


class CatalogueError(ValueError):
    """A catalogue that cannot be used; ``problems`` lists all that is wrong, in order of line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(p) for p in problems))
        self.problems = problems


@dataclass(slots=True)
class Report:
    """The problems found in one file so far."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, line: int, reason: str) -> None:
        self.problems.append(Problem(self.file, line, reason))

    def raise_if_any(self) -> None:
        if self.problems:
            raise CatalogueError(tuple(sorted(self.problems, key=lambda p: p.line)))


def read_text(path: Path) -> str:
    """The text of *path*, which must be UTF-8. Raises CatalogueError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        raise CatalogueError((Problem(str(path), 1, f"cannot read the file: {reason}"),)) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise CatalogueError((Problem(str(path), line, "not UTF-8 text; save it so"),)) from None


def entries(text: str, report: Report) -> Iterator[Fields]:
    """The maps of the list that *text* holds; what is no map is reported.

    Raises CatalogueError at once when *text* is not YAML or no list.
    """
    root = _compose(text, report)
    if not isinstance(root, yaml.SequenceNode):
        report.add(1 if root is None else _line(root), "the file must be a list: start with '- '")
        report.raise_if_any()
        return
    for node in root.value:
        if isinstance(node, yaml.MappingNode):
            yield Fields(node, report)
        else:
            report.add(_line(node), f"an entry must be a map of keys and values, not {_kind(node)}")


class Fields:
    """The keys and values of one map. Reading a key reports what is wrong with its value."""

    def __init__(self, node: yaml.MappingNode, report: Report, within: str = "") -> None:
        self.line = _line(node)
        self._report = report
        self._within = within
        self._values: dict[str, yaml.Node] = {}
        self._known: list[str] = []
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                report.add(_line(key), f"a key must be a word, not {_kind(key)}")
            elif key.value in self._values:
                report.add(_line(key), f"{self._name(key.value)!r} is given twice")
            else:
                self._values[key.value] = value
        self._lines = {k.value: _line(k) for k, _ in node.value if isinstance(k, yaml.ScalarNode)}

    def text(self, key: str, default: str | None = None) -> str | None:
        """A text, its white space collapsed; *default* "" makes the key optional."""
        node = self._take(key, required=default is None)
        return default if node is None else self._scalar(node, self._name(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """An optional list of texts."""
        node = self._take(key, required=False)
        return () if node is None else self._list(node, self._name(key))

    def groups(self, key: str) -> tuple[tuple[str, ...], ...]:
        """A list of lists of texts, none of them empty."""
        node = self._take(key, required=True)
        if node is None:
            return ()
        name = self._name(key)
        if not isinstance(node, yaml.SequenceNode):
            self.wrong(key, f"{name!r} must be a list of groups, not {_kind(node)}")
            return ()
        if not node.value:
            self.wrong(key, f"{name!r} has no group")
        groups = []
        for number, group in enumerate(node.value, 1):
            label = f"group {number} of {name}"
            if isinstance(group, yaml.SequenceNode) and not group.value:
                self._report.add(_line(group), f"{label} is empty")
            groups.append(self._list(group, label))
        return tuple(groups)

    def either(self, key: str) -> str | Fields | None:
        """A text, or a map."""
        node = self._take(key, required=True)
        if isinstance(node, yaml.MappingNode):
            return Fields(node, self._report, self._name(key))
        return None if node is None else self._scalar(node, self._name(key))

    def map(self, key: str, required: bool = True) -> Fields | None:
        node = self._take(key, required)
        if isinstance(node, yaml.MappingNode):
            return Fields(node, self._report, self._name(key))
        if node is not None:
            self.wrong(key, f"{self._name(key)!r} must be a map, not {_kind(node)}")
        return None

    def flag(self, key: str) -> bool:
        """An optional true or false; false when absent."""
        word = self.text(key, "false")
        if word is not None and word.lower() not in _FLAGS:
            self.wrong(key, f"{self._name(key)!r} must be true or false, not {word!r}")
        return _FLAGS.get((word or "").lower(), False)

    def wrong(self, key: str, reason: str) -> None:
        """Report *reason* at the line of *key*."""
        self._report.add(self._lines.get(key, self.line), reason)

    def done(self) -> None:
        """Report the keys that nobody asked for."""
        for key in self._values:
            if key not in self._known:
                near = difflib.get_close_matches(key, self._known, 1)
                hint = f"; did you mean {near[0]!r}?" if near else ""
                self.wrong(key, f"unknown key {self._name(key)!r}{hint}")

    def _name(self, key: str) -> str:
        return f"{self._within}.{key}" if self._within else key

    def _take(self, key: str, required: bool) -> yaml.Node | None:
        self._known.append(key)
        node = self._values.get(key)
        if node is None and required:
            self._report.add(self.line, f"the key {self._name(key)!r} is missing")
        return node

    def _scalar(self, node: yaml.Node, name: str) -> str | None:
        if not isinstance(node, yaml.ScalarNode):
            self._report.add(_line(node), f"{name!r} must be a text, not {_kind(node)}")
            return None
        text = " ".join(node.value.split())
        if not text or (not node.style and text in ("~", "null")):
            self._report.add(_line(node), f"{name!r} is empty")
            return None
        return text

    def _list(self, node: yaml.Node, name: str) -> tuple[str, ...]:
        if not isinstance(node, yaml.SequenceNode):
            self._report.add(_line(node), f"{name!r} must be a list, not {_kind(node)}")
            return ()
        texts = (self._scalar(child, f"a phrase of {name}") for child in node.value)
        return tuple(text for text in texts if text is not None)


def _compose(text: str, report: Report) -> yaml.Node | None:
    try:
        _refuse_surprises(text, report)
        report.raise_if_any()
        return yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        report.add(mark.line + 1 if mark else 1, f"not YAML: {error.problem or error.context}")
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        report.add(line, f"a character that YAML does not allow (U+{_code(error.character):04X})")
    report.raise_if_any()
    return None


def _refuse_surprises(text: str, report: Report) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        line = _line(event)
        if isinstance(event, yaml.AliasEvent):
            report.add(line, f"the alias *{event.anchor} is not allowed; write the value out")
        elif isinstance(event, yaml.NodeEvent):
            tag = getattr(event, "tag", None)
            if tag not in (None, "!") and tag not in _PLAIN_TAGS:
                report.add(line, f"the tag {tag} is not allowed")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                report.add(line, f"lists and maps are nested deeper than {DEEPEST} levels")
                report.raise_if_any()
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _code(character: object) -> int:
    return character if isinstance(character, int) else ord(str(character)[0])


def _line(node: yaml.Node | yaml.Event) -> int:
    return int(node.start_mark.line) + 1 if node.start_mark else 1


def _kind(node: yaml.Node) -> str:
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    return "a map" if isinstance(node, yaml.MappingNode) else f"the text {node.value[:40]!r}"
