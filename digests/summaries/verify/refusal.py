"""Why a statement is not published: a code for the figures, a sentence by which it can be
mended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """What is wrong with a statement; `verify` tells the first that it finds."""

    FORM = "form"  # not Arabic, a link, an instruction, markup
    WORDING = "wording"  # a word that docs/editorial.md refuses
    EVIDENCE = "evidence"  # the evidence is not in the article
    QUOTATION = "quotation"
    NUMBER = "number"
    DATE = "date"
    CASUALTIES = "casualties"
    UNSUPPORTED = "unsupported"  # a word that the evidence does not say
    NEGATION = "negation"
    STRENGTH = "strength"
    SPEAKER = "speaker"
    ROLES = "roles"  # who does what to whom


@dataclass(frozen=True, slots=True)
class Refusal:
    """A statement is refused: ``code`` for counting, ``reason`` in English for the writer."""

    code: Code
    reason: str
