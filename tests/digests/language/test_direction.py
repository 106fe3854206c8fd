"""Right to left is right: controls out, isolates in, one mark at the start of a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.language.direction import (
    isolate,
    isolate_runs,
    start_of_line,
    strip_controls,
    strip_isolates,
)

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
RLM, LRM = "\u200f", "\u200e"
CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_every_control_of_direction_is_taken_away() -> None:
    assert strip_controls("".join(f"{c}ا" for c in CONTROLS)) == "ا" * len(CONTROLS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("منصة Azure وخدماتها", f"منصة {LRI}Azure{PDI} وخدماتها"),
        ("عقد Office 365 الجديد", f"عقد {LRI}Office 365{PDI} الجديد"),
        ("شركة AT&T وشبكة 5G", f"شركة {LRI}AT&T{PDI} وشبكة {LRI}5G{PDI}"),
        ("مؤتمر (Build) للمطورين", f"مؤتمر ({LRI}Build{PDI}) للمطورين"),
        ("نموذج GPT-4 وGemini 2", f"نموذج {LRI}GPT-4{PDI} و{LRI}Gemini 2{PDI}"),
        ("كتبت הארץ اليوم", f"كتبت {RLI}הארץ{PDI} اليوم"),
        ("90% من 365 موظفًا", "90% من 365 موظفًا"),
        ("المواضيع: /topics", f"المواضيع: {LRI}/topics{PDI}"),
    ],
)
def test_foreign_words_inside_arabic_stand_in_isolates(text: str, expected: str) -> None:
    assert isolate_runs(text) == expected
    assert isolate_runs(expected) == expected


@pytest.mark.parametrize(
    ("name", "arabic", "english"),
    [
        ("قدس نت", "قدس نت", f"{RLI}قدس نت{PDI}"),
        ("Reuters", f"{LRI}Reuters{PDI}", "Reuters"),
        ("הארץ", f"{RLI}הארץ{PDI}", f"{RLI}הארץ{PDI}"),
        ("قناة France 24", f"{FSI}قناة France 24{PDI}", f"{FSI}قناة France 24{PDI}"),
        ("20:00", "20:00", "20:00"),
        (f"{LRM}Reuters\u202e", f"{LRI}Reuters{PDI}", "Reuters"),
    ],
)
def test_a_name_is_isolated_when_its_direction_is_not_the_lines(
    name: str, arabic: str, english: str
) -> None:
    assert isolate(name, "ar") == arabic
    assert isolate(name, "en") == english


@pytest.mark.parametrize(
    ("line", "language", "mark"),
    [
        ("قالت الشركة", "ar", ""),
        ("«قالت الشركة»", "ar", RLM),
        ("3 أخبار", "ar", RLM),
        ("🗞 موجز", "ar", RLM),
        (f"{LRI}Reuters{PDI} قالت", "ar", RLM),
        ("", "ar", ""),
        ("   ", "ar", ""),
        ("Three stories", "en", ""),
        ("3 stories", "en", LRM),
        ("قالت الشركة", "en", ""),
        ("«قالت الشركة»", "en", RLM),
        (f"{RLI}قدس نت{PDI} said", "en", LRM),
    ],
)
def test_a_line_starts_with_its_own_letters_or_one_mark(
    line: str, language: str, mark: str
) -> None:
    assert start_of_line(line, language) == mark


@given(st.text(alphabet=f'ا ב.a1-"{CONTROLS}', max_size=40))
def test_isolates_are_balanced_and_only_add_to_the_text(text: str) -> None:
    clean = strip_controls(text)
    for shown in (isolate_runs(clean), isolate(text, "ar"), isolate(text, "en")):
        assert strip_isolates(shown) == clean
        depth = 0
        for char in shown:
            depth += (char in (LRI, RLI, FSI)) - (char == PDI)
            assert depth >= 0
        assert depth == 0
