"""A quotation that ends before its source's sentence does says so."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from digests.compose.story import goes_on
from digests.model import Article

AT = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.mark.parametrize(
    ("evidence", "shortened"),
    [
        ("أعلنت البلدية فتح الطريق", True),
        ("أعلنت البلدية فتح الطريق، وقالت إن الأشغال انتهت", False),
        ("أعلنت البلدية فتح الطريق، وقالت إن الأشغال انتهت.", False),
        ('وصف السكان الطريق بأنه "آمن"', False),
        ("الفتح غدًا", False),
    ],
)
def test_it_goes_on_where_the_sentence_does(evidence: str, shortened: bool) -> None:
    text = (
        "أعلنت البلدية فتح الطريق، وقالت إن الأشغال انتهت. "
        'وصف السكان الطريق بأنه "آمن".\nالفتح غدًا\nفقرة أخرى.'
    )
    article = Article(1, "one", "ar", "عنوان", "", text, "https://example.org/1", AT, AT)
    assert evidence in text
    assert goes_on(article, evidence) is shortened
