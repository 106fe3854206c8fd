"""Both languages say the same, the code uses what they say, and they keep the editorial rules."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from digests import limits
from digests.editorial import faults
from digests.words import LANGUAGES, LOCALES, Words, read

ROOT = Path(__file__).parents[3]
CODE = [
    ROOT / "run.py",
    *(f for d in ("digests", "handlers", "bot") for f in (ROOT / d).rglob("*.py")),
]
CATEGORIES = {"ar": {"zero", "one", "two", "few", "many", "other"}, "en": {"0", "one", "other"}}
#: Variants that are figures; the others are words («خبر واحد»، «خبران»، «لا أخبار»).
FIGURES = {"few", "many", "other"}


class _Parts(Visitor):  # type: ignore[misc,unused-ignore]
    """The variables, references, texts and selections of one message."""

    def __init__(self, message: ftl.Message) -> None:
        self.variables: set[str] = set()
        self.references: set[str] = set()
        self.texts: list[str] = []
        self.selections: list[ftl.SelectExpression] = []
        self.visit(message)

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:
        self.references.add(node.id.name)

    def visit_TextElement(self, node: ftl.TextElement) -> None:
        self.texts.append(node.value)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:
        self.selections.append(node)
        self.generic_visit(node)


def _messages(language: str) -> dict[str, _Parts]:
    return {
        entry.id.name: _Parts(entry)
        for file in sorted((LOCALES / language).glob("*.ftl"))
        for entry in read(file).body
        if isinstance(entry, ftl.Message)
    }


MESSAGES = {language: _messages(language) for language in map(str, LANGUAGES)}


def _needed(language: str, key: str) -> set[str]:
    """The variables of a message, those of the messages that it refers to included."""
    parts = MESSAGES[language][key]
    return parts.variables.union(*(_needed(language, other) for other in parts.references))


def _literals(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.Constant | ast.JoinedStr):
        yield node


def _said() -> Iterator[tuple[str, ast.Call, ast.expr]]:
    """Every place of the code that says something: where, the call, and its key."""
    for file in CODE:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            target = ast.unparse(node.func)
            if re.search(r"(?:^|\.)say(?:\.html|\.label)?$", target):
                where = f"{file.relative_to(ROOT)}:{node.lineno}"
                yield from ((where, node, key) for key in _literals(node.args[0]))


def test_both_languages_have_the_same_keys() -> None:
    assert MESSAGES["ar"].keys() == MESSAGES["en"].keys()


@pytest.mark.parametrize("key", sorted(MESSAGES["ar"]))
def test_both_languages_take_the_same_arguments(key: str) -> None:
    assert _needed("ar", key) == _needed("en", key)


def test_every_key_that_the_code_says_exists_and_gets_its_arguments() -> None:
    missing = []
    for where, call, key in _said():
        if not isinstance(key, ast.Constant):
            continue
        if key.value not in MESSAGES["ar"]:
            missing.append(f"{where}: no message {key.value!r}")
            continue
        given = {keyword.arg for keyword in call.keywords}
        if None not in given and given != _needed("ar", key.value):
            missing.append(f"{where}: {key.value!r} takes {sorted(_needed('ar', key.value))}")
    assert missing == []


def test_every_key_that_the_code_builds_has_its_beginning_in_the_files() -> None:
    beginnings = [
        (where, key.values[0].value)
        for where, _, key in _said()
        if isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.Constant)
    ]
    assert beginnings
    lost = [b for b in beginnings if not any(k.startswith(str(b[1])) for k in MESSAGES["ar"])]
    assert lost == []


def test_no_message_is_unused() -> None:
    texts = {
        node.value
        for file in CODE
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    built = {text.rstrip("-") + "-" for text in texts if "-" in text and text not in MESSAGES["ar"]}
    referred = {key for parts in MESSAGES["ar"].values() for key in parts.references}
    unused = [
        key
        for key in MESSAGES["ar"]
        if key not in texts and key not in referred and not key.startswith(tuple(built))
    ]
    assert sorted(unused) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_texts_keep_the_editorial_rules(language: str) -> None:
    found = {}
    for key, parts in MESSAGES[language].items():
        wrong = [fault for text in parts.texts for fault in faults(text, language)]
        if wrong:
            found[key] = wrong
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_hold_no_markup_of_their_own(language: str) -> None:
    marked = [
        key
        for key, parts in MESSAGES[language].items()
        if any(re.search(r"[<>&]", text) for text in parts.texts)
    ]
    assert marked == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_has_every_plural_and_small_ones_are_words(language: str) -> None:
    wrong = []
    for key, parts in MESSAGES[language].items():
        for selection in parts.selections:
            assert isinstance(selection.selector, ftl.VariableReference)
            number = selection.selector.id.name
            names = set()
            for variant in selection.variants:
                name = variant.key.name if isinstance(variant.key, ftl.Identifier) else "0"
                names.add(name)
                printed = number in _Parts(variant.value).variables  # type: ignore[arg-type]
                if printed and name not in FIGURES:
                    wrong.append(f"{key}[{name}] prints a figure")
            if names != CATEGORIES[language]:
                wrong.append(f"{key} has {sorted(names)}")
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_is_printed_only_where_its_noun_agrees(language: str) -> None:
    counted = {
        selection.selector.id.name
        for parts in MESSAGES[language].values()
        for selection in parts.selections
        if isinstance(selection.selector, ftl.VariableReference)
    }
    loose = [
        (key, parts.variables & counted)
        for key, parts in MESSAGES[language].items()
        if parts.variables & counted and not parts.selections and key not in LABELLED
    ]
    assert loose == []


#: Figures after a colon, which count no noun beside them, and names under the same variable.
LABELLED = {"admin-catalogue", "admin-failing"}


@pytest.mark.parametrize("number", [0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111])
def test_stories_and_sources_agree_with_their_number_in_both_cases(number: int) -> None:
    say = Words.load(strict=True).in_("ar")
    subject = {
        0: "لا أخبار جديدة", 1: "خبر واحد", 2: "خبران", 3: "3 أخبار", 10: "10 أخبار",
        11: "11 خبرًا", 99: "99 خبرًا", 100: "100 خبر", 101: "101 خبر", 102: "102 خبر",
        103: "103 أخبار", 111: "111 خبرًا",
    }  # fmt: skip
    after = {
        0: "أي مصدر", 1: "مصدر واحد", 2: "مصدرين", 3: "3 مصادر", 10: "10 مصادر",
        11: "11 مصدرًا", 99: "99 مصدرًا", 100: "100 مصدر", 101: "101 مصدر", 102: "102 مصدر",
        103: "103 مصادر", 111: "111 مصدرًا",
    }  # fmt: skip
    assert say("count-stories", stories=number) == subject[number]
    assert say("count-sources-of", sources=number) == after[number]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_profile_fits_telegrams_limits(language: str) -> None:
    say = Words.load(strict=True).in_(language)
    assert limits.utf16_length(say.label("profile-description")) <= limits.DESCRIPTION
    assert limits.utf16_length(say.label("profile-short")) <= limits.SHORT_DESCRIPTION
    commands = [key for key in MESSAGES[language] if key.startswith("command-")]
    assert len(commands) >= 6
    for key in commands:
        assert 0 < limits.utf16_length(say.label(key)) <= limits.COMMAND_DESCRIPTION
