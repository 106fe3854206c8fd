"""Names of people, places and bodies, as Arabic newsrooms write those of English and Hebrew ones.

``names.jsonl`` has a name a line in English and Hebrew, with its Arabic spellings, the usual one
first. Each is told in a sentence of its own; the share of those that are taken is what counts,
since some spellings follow no sound («ليخ فاونسا»).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

from bench.verify import article
from digests.summaries.verify import verify

SENTENCES = {
    "person": {
        "ar": "قال {} إن العمل بدأ.",
        "en": "{} said that the work had begun.",
        "he": "{} אמר כי העבודה החלה.",
    },
    "org": {
        "ar": "أعلنت {} نتائجها.",
        "en": "{} announced its results.",
        "he": "{} הודיעה על תוצאותיה.",
    },
    "place": {
        "ar": "وصل الوفد إلى {}.",
        "en": "The delegation arrived in {}.",
        "he": "המשלחת הגיעה ל{}.",
    },
}
NAMES = [
    json.loads(line)
    for line in Path(__file__).with_name("names.jsonl").read_text("utf-8").splitlines()
]


def taken(name: dict[str, Any], language: str, arabic: str) -> bool:
    told = SENTENCES[name["kind"]]
    evidence = told[language].format(name[language])
    source = article({"title": "", "text": evidence, "language": language, "source": "x"})
    return verify(told["ar"].format(arabic), evidence, source) is None


def nearest(name: dict[str, Any]) -> Iterator[str]:
    """The Arabic spellings of the two names of its kind that look most like *name*."""
    own = name["ar"][0]
    others = [other for other in NAMES if other["kind"] == name["kind"] and other is not name]
    others.sort(key=lambda other: -SequenceMatcher(None, other["ar"][0], own).ratio())
    return (other["ar"][0] for other in others[:2])


@pytest.mark.parametrize(("language", "least"), [("en", 0.97), ("he", 0.92)])
def test_the_usual_spelling_is_the_name(language: str, least: float) -> None:
    refused = [name[language] for name in NAMES if not taken(name, language, name["ar"][0])]
    assert len(refused) <= (1 - least) * len(NAMES), refused


@pytest.mark.parametrize("language", ["en", "he"])
def test_another_name_is_not(language: str) -> None:
    some = NAMES[::4]
    wrong = [
        (name[language], other)
        for name in some
        for other in nearest(name)
        if taken(name, language, other)
    ]
    assert len(wrong) <= 0.02 * len(some), wrong
