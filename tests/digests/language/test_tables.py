"""Each word that a table lists can be met: it is one word of a text, in its normal form."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

import digests.language
import digests.stories
import digests.summaries.verify
from digests.language.words import tokens

#: Tables that are compared with text as it is written, or that list parts of words.
AS_WRITTEN = {
    "digests.language.arabic": {"_IMPERFECT"},
    "digests.language.kin": {"_HE_LETTERS"},
    "digests.language.sentences": {"_ARABIC_TITLES", "_HEBREW_TITLES", "_PREPOSITIONS"},
    "digests.stories.outlets": {"_AGENCIES", "_AGENCY"},
}
PACKAGES = (digests.language, digests.stories, digests.summaries.verify)


def modules() -> Iterator[str]:
    for package in PACKAGES:
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            yield module.name
    yield from (f"digests.summaries.{name}" for name in ("parties", "voices", "aftermath"))


def listed(table: Any) -> Iterator[str]:
    """The single words in Arabic or Hebrew letters of a table of any depth."""
    if isinstance(table, dict):
        for value in table.values():
            yield from listed(value)
    if isinstance(table, (dict, set, frozenset)):
        for word in table:
            if isinstance(word, str) and len(word) > 1 and " " not in word and word[0] > "\u0590":
                yield word


@pytest.mark.parametrize("name", sorted(modules()))
def test_every_listed_word_is_one_word_in_its_normal_form(name: str) -> None:
    module = import_module(name)
    never = {
        (table, word)
        for table, value in vars(module).items()
        if table not in AS_WRITTEN.get(name, ())
        for word in listed(value)
        if word[0].isalpha() and [token.fold for token in tokens(word)] != [word]
    }
    assert not never
