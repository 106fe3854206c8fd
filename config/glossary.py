"""The glossary: names and terms with the Arabic that Mujaz writes for them.

Format (docs/design.md): a list of ``{ar, en?, he?, variants?}``: the Arabic name, the English and
Hebrew forms that stand for it (one at least), and other Arabic spellings of the same name that give
way to ``ar``. A wrong file is refused as a whole, as the catalogues are.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from config.document import Fields, Report, entries, read_text

#: Marks across which no phrase is looked for (digests.topics.phrases).
_CLAUSE = frozenset("!?؟…;؛:,،|")

__all__ = ["GlossaryEntry", "read_glossary"]


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """One entry of glossary.yaml, and where it stands."""

    ar: str
    en: tuple[str, ...]
    he: tuple[str, ...]
    variants: tuple[str, ...]
    file: str
    line: int


def read_glossary(path: Path, text: str | None = None) -> tuple[GlossaryEntry, ...]:
    """The entries of *path*, or of *text* under that name.

    Raises:
        CatalogueError: the file is wrong; every problem with file, line and reason.
    """
    report = Report(str(path))
    text = read_text(path) if text is None else text
    found = [_entry(fields, report.file) for fields in entries(text, report)]
    _refuse_twins(report, [entry for entry in found if entry])
    report.raise_if_any()
    return tuple(entry for entry in found if entry)


def _entry(fields: Fields, file: str) -> GlossaryEntry | None:
    ar = fields.text("ar")
    en, he, variants = fields.texts("en"), fields.texts("he"), fields.texts("variants")
    fields.done()
    if ar is None:
        return None
    if not en and not he:
        fields.wrong("ar", f"{ar!r} has neither 'en' nor 'he': give the forms that it stands for")
    for key, script, forms in (
        ("ar", "Arabic", (ar,)),
        ("variants", "Arabic", variants),
        ("en", "Latin", en),
        ("he", "Hebrew", he),
    ):
        for form in forms:
            if not any(_is_of(script, c) for c in form) and not (key == "he" and form.isascii()):
                fields.wrong(key, f"{form!r} under {key!r} has no {script} letter")
            if any(c in _CLAUSE for c in form):
                fields.wrong(key, f"{form!r} has a mark that parts clauses: it is never found")
    return GlossaryEntry(ar, en, he, variants, file, fields.line)


def _is_of(script: str, character: str) -> bool:
    if script == "Arabic":
        return "\u0621" <= character <= "\u06d3"
    if script == "Hebrew":
        return "\u05d0" <= character <= "\u05ea"
    return character.isalpha() and character < "\u0370"


def _refuse_twins(report: Report, found: list[GlossaryEntry]) -> None:
    """A form that stands for two names would be decided by chance."""
    first: dict[str, int] = {}
    for entry in found:
        for form in dict.fromkeys(f.casefold() for f in (*entry.en, *entry.he, *entry.variants)):
            if form in first:
                report.add(entry.line, f"{form!r} stands in line {first[form]} already")
            first.setdefault(form, entry.line)
