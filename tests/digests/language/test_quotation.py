"""What of a text is quoted."""

from __future__ import annotations

import pytest

from digests.language.quotation import QUOTED, paired, unquoted


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("قال «لن نبيع» ثم “سنرى”.", ["«لن نبيع»", "“سنرى”"]),
        ('He said "no" twice.', ['"no"']),
        ("Er sagte „nein“.", ["„nein“"]),
        ('צה"ל הודיע כי "הכול בסדר" אתמול.', ['"הכול בסדר"']),
        ('מנכ"לית החברה ודובר צה"ל סירבו.', []),
        ('נכתב ב"הארץ" אתמול.', ['"הארץ"']),
        ('הוא אמר "דובר צה"ל טועה" ויצא.', ['"דובר צה"ל טועה"']),
    ],
)
def test_quotations_are_told_from_marks_inside_words(text: str, quotations: list[str]) -> None:
    assert [hit[0] for hit in QUOTED.finditer(text)] == quotations


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('مدير "كالفيرا" قال "لا".', "مدير «كالفيرا» قال «لا»."),
        ('شاشة 32" كبيرة', 'شاشة 32" كبيرة'),
        ("لا علامات هنا", "لا علامات هنا"),
    ],
)
def test_straight_marks_stand_in_pairs(text: str, shown: str) -> None:
    assert paired(text) == shown


def test_the_rest_is_what_is_not_quoted() -> None:
    assert unquoted("قال «لا» اليوم.", "…") == "قال … اليوم."
