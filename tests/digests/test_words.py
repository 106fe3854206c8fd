"""Speaking: arguments are data, links are kept, a missing word never stops a digest."""

from __future__ import annotations

from pathlib import Path

import pytest

from digests.markup import Html, bold, link
from digests.words import Words, WordsError

LRI, PDI = "\u2066", "\u2069"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language, greeting in (("ar", "مرحبًا { $name }، اكتب /help"), ("en", "Hello { $name }")):
        (tmp_path / language).mkdir()
        (tmp_path / language / "a.ftl").write_text(f"greeting = {greeting}\n", encoding="utf-8")
    (tmp_path / "ar" / "b.ftl").write_text("arabic-only = نص\n", encoding="utf-8")
    return tmp_path


def test_a_foreign_name_is_isolated_in_text_and_bare_on_a_button(folder: Path) -> None:
    say = Words.load(folder, strict=True).in_("ar")
    command = f"{LRI}/help{PDI}"
    assert say("greeting", name="Sara") == f"مرحبًا {LRI}Sara{PDI}، اكتب {command}"
    assert say("greeting", name="سارة") == f"مرحبًا سارة، اكتب {command}"
    assert say.label("greeting", name="Sara") == "مرحبًا Sara، اكتب /help"


def test_text_is_escaped_in_markup_and_markup_is_kept(folder: Path) -> None:
    say = Words.load(folder, strict=True).in_("en")
    assert say.html("greeting", name="<b>&\u202e") == "Hello &lt;b&gt;&amp;"
    linked = link("Sara", "https://example.org/?a=1&b=2")
    assert say.html("greeting", name=bold(linked)) == (
        'Hello <b><a href="https://example.org/?a=1&amp;b=2">Sara</a></b>'
    )
    assert say("greeting", name=Html("<b>Sara</b>")) == "Hello Sara"


def test_long_arguments_and_private_characters_pass_whole(folder: Path) -> None:
    say = Words.load(folder, strict=True).in_("en")
    long = "name " * 2000
    assert say("greeting", name=long) == f"Hello {long.strip()}"
    assert say("greeting", name="\ue000\ue001") == "Hello \ue000\ue001"


def test_a_missing_word_falls_back_to_arabic_then_to_its_key(folder: Path) -> None:
    say = Words.load(folder).in_("en")
    assert say("arabic-only") == "نص"
    assert say("nowhere") == "nowhere"
    assert "greeting" not in say("greeting")


def test_a_missing_word_or_argument_is_an_error_when_strict(folder: Path) -> None:
    say = Words.load(folder, strict=True).in_("en")
    with pytest.raises(WordsError, match=r"en: «nowhere»"):
        say("nowhere")
    with pytest.raises(WordsError, match=r"«greeting».*name"):
        say("greeting")


def test_a_broken_file_is_refused_with_file_and_line(folder: Path) -> None:
    (folder / "en" / "c.ftl").write_text("# fine\n\nbroken { \n", encoding="utf-8")
    with pytest.raises(WordsError, match=r"c\.ftl:3"):
        Words.load(folder)


def test_a_key_given_twice_is_refused(folder: Path) -> None:
    (folder / "en" / "c.ftl").write_text("greeting = Hi\n", encoding="utf-8")
    with pytest.raises(WordsError, match=r"«greeting» is already in a\.ftl"):
        Words.load(folder)


def test_a_language_without_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WordsError, match="no messages"):
        Words.load(tmp_path)


def test_other_languages_are_answered_in_arabic(folder: Path) -> None:
    assert Words.load(folder, strict=True).in_("fr").language == "ar"
