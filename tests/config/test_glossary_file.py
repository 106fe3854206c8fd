"""glossary.yaml: what is read, and what is said about a file that cannot be."""

from pathlib import Path

import pytest

from config.document import CatalogueError
from config.glossary import read_glossary
from config.settings import HERE
from digests.editorial import faults

WRONG = [
    ("- {ar: غوغل, en: [Google]}\n- {en: [Meta]}", 2, "the key 'ar' is missing"),
    ("- {ar: غوغل}", 1, "'غوغل' has neither 'en' nor 'he': give the forms that it stands for"),
    ("- {ar: Google, en: [Google]}", 1, "'Google' under 'ar' has no Arabic letter"),
    ("- ar: غوغل\n  en: [גוגל]", 2, "'גוגל' under 'en' has no Latin letter"),
    ("- ar: غوغل\n  he: [גוגל]\n  en: Google", 3, "'en' must be a list, not the text 'Google'"),
    ("- {ar: مقاطعة, en: ['Boycott, Divestment']}", 1, "has a mark that parts clauses"),
    ("- ar: غوغل\n  en: [Google]\n  variant: [جوجل]", 3, "did you mean 'variants'?"),
    ("- {ar: غوغل, en: [Google]}\n\n- {ar: ألفابت, en: [google]}", 3, "stands in line 1 already"),
    ("ar: غوغل", 1, "the file must be a list"),
]


@pytest.mark.parametrize(("text", "line", "reason"), WRONG)
def test_a_wrong_file_is_refused_with_line_and_reason(text: str, line: int, reason: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read_glossary(Path("mine.yaml"), text)
    assert [(p.file, p.line) for p in caught.value.problems] == [("mine.yaml", line)]
    assert reason in str(caught.value)


def test_all_problems_of_a_file_are_told() -> None:
    with pytest.raises(CatalogueError) as caught:
        read_glossary(Path("mine.yaml"), "- {ar: غوغل}\n- {ar: ميتا, en: [12]}\n- text")
    assert [p.line for p in caught.value.problems] == [1, 2, 3]


def test_numbers_and_initials_of_a_name_are_read_as_written() -> None:
    (entry,) = read_glossary(
        Path("mine.yaml"), "- {ar: الوحدة 8200, en: [Unit 8200], he: [יחידה 8200, NSO]}"
    )
    assert (entry.ar, entry.en, entry.he) == ("الوحدة 8200", ("Unit 8200",), ("יחידה 8200", "NSO"))


def test_the_shipped_glossary_keeps_the_rules_for_our_own_words() -> None:
    entries = read_glossary(HERE / "glossary.yaml")
    assert len(entries) > 100
    assert [(e.line, faults(e.ar)) for e in entries if faults(e.ar)] == []
    written = {e.ar for e in entries}
    assert {"الجيش الإسرائيلي", "وزارة الدفاع الإسرائيلية", "القدس", "القدس الشرقية"} <= written
    assert {"قطاع غزة", "الحرب في غزة"} <= written
