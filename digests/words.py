"""All words shown to people, from ``config/locales`` (Fluent), in Arabic and English.

A ``Speaker`` says a message of one language. Text that comes in as an argument is data: it is
cleaned and isolated, so that a Latin name cannot turn an Arabic line around. ``Phrase`` (what a
speaker said) and ``Html`` (markup built in code) go in as they are. Fluent's own isolates are off,
since it would isolate every number and every Arabic word; the Latin words of the messages
themselves are isolated once, when the files are read.

A key that does not exist is an error in tests (``strict``). In production it falls back to Arabic,
then to the key itself, and is logged once: a missing word must not cost a reader the digest.
"""

from __future__ import annotations

import re
from html import escape as _escape
from pathlib import Path

import structlog
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from digests.language.direction import isolate, isolate_runs, strip_isolates
from digests.markup import Html, clean, inert, visible
from digests.model import Lang

LOCALES = Path(__file__).parents[1] / "config" / "locales"
LANGUAGES = (Lang.AR, Lang.EN)

_SLOT = re.compile("[\ue000-\uf8ff]")
_log = structlog.get_logger(__name__)


class WordsError(Exception):
    """Something is wrong with the locale files or with how they are used."""


class Phrase(str):
    """Text that a speaker said: clean, isolated where needed, plain."""

    __slots__ = ()


Argument = str | int


class Speaker:
    """One language: ``say(key)`` is plain text, ``say.html`` markup, ``say.label`` bare text."""

    def __init__(self, words: Words, language: str) -> None:
        self._words = words
        self.language = Lang.EN if language == Lang.EN else Lang.AR

    def __call__(self, key: str, /, **args: Argument) -> Phrase:
        """The message *key* as plain text with isolates: for text that is escaped later."""
        return Phrase(self._fill(key, args, self._plain))

    def html(self, key: str, /, **args: Argument) -> Html:
        """The message *key* as markup: text arguments are escaped, ``Html`` ones are kept."""
        return Html(self._fill(key, args, self._markup))

    def label(self, key: str, /, **args: Argument) -> str:
        """The message *key* without isolates: for buttons, menus, answers to a tap."""
        return strip_isolates(self(key, **args))

    @property
    def comma(self) -> str:
        """What stands between the parts of a list in running text."""
        return ", " if self.language == Lang.EN else "، "

    def knows(self, key: str) -> bool:
        return key in self._words.keys(self.language)

    def _plain(self, value: str) -> str:
        if isinstance(value, Phrase):
            return value
        return isolate(clean(visible(value) if isinstance(value, Html) else value), self.language)

    def _markup(self, value: str) -> str:
        if isinstance(value, Html):
            return value
        text = value if isinstance(value, Phrase) else inert(isolate(clean(value), self.language))
        return _escape(text, quote=False)

    def _fill(self, key: str, args: dict[str, Argument], show: object) -> str:
        """Text arguments travel as single characters of the private use area: Fluent cuts long
        ones, and nothing that a stranger wrote should pass through a formatter."""
        assert callable(show)
        texts: list[str] = []
        given: dict[str, Argument] = {}
        for name, value in args.items():
            if isinstance(value, str):
                given[name] = chr(0xE000 + len(texts))
                texts.append(show(value))
            else:
                given[name] = value
        said = self._words.format(self.language, key, given)
        return _SLOT.sub(lambda slot: texts[ord(slot[0]) - 0xE000], said)


class Words:
    """The messages of both languages. Build it with ``load``."""

    def __init__(
        self, bundles: dict[str, FluentBundle], keys: dict[str, frozenset[str]], strict: bool
    ) -> None:
        self._bundles = bundles
        self._keys = keys
        self._strict = strict
        self._missed: set[tuple[str, str]] = set()

    @classmethod
    def load(cls, path: Path = LOCALES, *, strict: bool = False) -> Words:
        """Reads ``<path>/<language>/*.ftl``. Raises ``WordsError`` for a file that does not parse,
        a key given twice, or a language without files."""
        bundles: dict[str, FluentBundle] = {}
        keys: dict[str, frozenset[str]] = {}
        for language in LANGUAGES:
            bundle = FluentBundle([language], use_isolating=False)
            seen: dict[str, Path] = {}
            for file in sorted((path / language).glob("*.ftl")):
                resource = read(file)
                for key in messages(resource):
                    if key in seen:
                        raise WordsError(
                            f"{file}: «{key}» is already in {seen[key].name}; remove one"
                        )
                    seen[key] = file
                if language == Lang.AR:
                    _IsolateLatin().visit(resource)
                bundle.add_resource(resource)
            if not seen:
                raise WordsError(f"no messages in {path / language}; expected *.ftl files there")
            bundles[language], keys[language] = bundle, frozenset(seen)
        return cls(bundles, keys, strict)

    def in_(self, language: str) -> Speaker:
        """The speaker of *language*; any language but English is answered in Arabic."""
        return Speaker(self, language)

    def keys(self, language: str) -> frozenset[str]:
        """The keys that *language* has."""
        return self._keys[language]

    def format(self, language: str, key: str, args: dict[str, Argument]) -> str:
        """The message, or what stands in for it: Arabic, then the key."""
        for candidate in (language, Lang.AR):
            bundle = self._bundles[candidate]
            pattern = bundle.get_message(key).value if bundle.has_message(key) else None
            if pattern is None:
                self._miss(candidate, key, "no such key")
                continue
            text, errors = bundle.format_pattern(pattern, args)
            if errors:
                self._miss(candidate, key, str(errors[0]))
            return str(text)
        return key

    def _miss(self, language: str, key: str, reason: str) -> None:
        if self._strict:
            raise WordsError(f"config/locales/{language}: «{key}»: {reason}")
        if (language, key) not in self._missed:
            self._missed.add((language, key))
            _log.error("words.missing", language=language, key=key, reason=reason)


def read(file: Path) -> ast.Resource:
    """The parsed *file*. Raises ``WordsError`` with file and line of what does not parse."""
    source = file.read_text(encoding="utf-8")
    resource = FluentResource(source)
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            line = source.count("\n", 0, entry.span.start if entry.span else 0) + 1
            reason = entry.annotations[0].message if entry.annotations else "not Fluent"
            raise WordsError(f"{file}:{line}: {reason}")
    return resource


def messages(resource: ast.Resource) -> list[str]:
    """The keys of *resource*, in order."""
    return [entry.id.name for entry in resource.body if isinstance(entry, ast.Message)]


class _IsolateLatin(Visitor):
    """Puts the Latin words of Arabic messages (a command, a name) in isolates."""

    def visit_TextElement(self, node: ast.TextElement) -> None:
        node.value = isolate_runs(node.value)
