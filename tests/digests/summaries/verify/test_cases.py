"""What the verifier takes and refuses, over invented news in three languages.

Each line of the files beside this one is an article and statements about it, each with the passage
that it cites and what is expected of it; ``code`` is the check that must find the fault, where the
kind of the fault names one.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import digests.summaries.verify as checks
from bench.verify import article
from digests.summaries.verify import verify

HERE = Path(__file__).parent
#: The share of correct statements that may be refused: the source's words are shown instead.
REFUSED = 0.05


def cases(expect: str) -> Iterator[dict[str, Any]]:
    for file in sorted(HERE.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            told = json.loads(line)
            for case in told["cases"]:
                if case["expect"] == expect:
                    yield {**case, "article": told["article"]}


@pytest.mark.parametrize("case", list(cases("refuse")), ids=lambda c: f"{c['id']}-{c['kind']}")
def test_what_the_evidence_does_not_say_is_refused(case: dict[str, Any]) -> None:
    refusal = verify(case["text"], case["evidence"], article(case["article"]))
    assert refusal is not None
    assert refusal.reason
    assert refusal.code == case.get("code", refusal.code)


def test_what_the_evidence_says_is_taken() -> None:
    correct = list(cases("accept"))
    refused = [
        (case["id"], refusal.reason)
        for case in correct
        if (refusal := verify(case["text"], case["evidence"], article(case["article"])))
    ]
    assert len(refused) <= REFUSED * len(correct), refused


def test_a_statement_that_would_take_seconds_is_refused_at_once() -> None:
    words = "قالت الشركة إنها باعت 5 أسهم، " * 400
    told = article({"title": "", "text": words, "language": "ar"})
    assert verify(words, words, told) is not None
    assert verify("قالت الشركة إنها باعت 5 أسهم.", words.strip(), told) is not None


_PIECES = (
    "قال قالت نفى اتهم أعلن وألف ولم غيّر يشكل من إلى على بعد قبل حتى أكثر منذ أن إن قد «سامي» (W). "
    "الوزير الشركة لشركة سرمين 12 ثانية آل ثاني، بن فليس: - said denied that which not replied (X) "
    "than expected, two men According to IBM - Rowley unless by from until اتُّهم רשם אמר כי אך לא "
    "שילמה לחברת נסגור, (ב) ."
).split(" ")


def listed() -> list[str]:
    """Every word of the tables of the verifier's modules."""
    found: set[str] = set()
    for module in pkgutil.iter_modules(checks.__path__):
        tables = vars(importlib.import_module(f"{checks.__name__}.{module.name}")).values()
        for table in tables:
            if isinstance(table, frozenset | dict):
                found.update(word for word in table if isinstance(word, str))
    return sorted(found)


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.sampled_from(listed()), min_size=1, max_size=6), st.integers(0, 5))
def test_no_word_of_a_table_breaks_the_verifier(words: list[str], at: int) -> None:
    told = ["قال", "الوزير", "سامي", "إن", "20", "مليون", "في", *words, "و", "3", "آخرين"]
    text = " ".join([*told[:at], *reversed(told[at:])]), " ".join(told)
    for language in ("ar", "en", "he"):
        cited = article({"title": "", "text": text[1], "language": language})
        for statement in text:
            refusal = verify(statement, text[1], cited)
            assert refusal is None or refusal.reason


def test_a_contract_is_no_measure_of_time() -> None:
    evidence = "وقالت الشركة إنها باعت 20 سفينة في عقد مع لورن."
    told = article({"title": "", "text": evidence, "language": "ar"})
    assert verify("قالت الشركة إنها باعت 20 سفينة في عقد مع لورن.", evidence, told) is None


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=14), st.lists(st.sampled_from(_PIECES)))
def test_no_text_breaks_the_verifier(statement: list[str], evidence: list[str]) -> None:
    text, passage = " ".join(statement), " ".join(evidence)
    for language in ("ar", "en", "he"):
        told = article({"title": "", "text": passage, "language": language})
        refusal = verify(text, passage, told)
        assert refusal is None or refusal.reason
