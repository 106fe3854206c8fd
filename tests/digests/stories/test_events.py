"""Kinds of event by the words of three languages, and words that only look like one."""

from __future__ import annotations

import pytest

from digests.language.stems import words
from digests.stories.events import mentions


def kinds(text: str) -> set[str]:
    return {key for mention in mentions(words(text)) for key in mention.keys}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ماكرون يرجئ زيارته إلى بيروت", "delay"),
        ("عمال المرفأ يفكون إضرابهم", "end-action"),
        ("الرئيس يقبل استقالة الوزير", "accept-resignation"),
        ("العثور على جثة عامل في المصنع", "recover-body"),
        ("السيطرة على حريق في مصنع", "contain"),
        ("المركزي يثبت الفائدة عند 39 في المئة", "keep-steady"),
        ("انقلبت حافلة على الطريق", "crash"),
        ("انقلاب حافلة على الطريق", "crash"),
        ("Central bank holds rates", "keep-steady"),
    ],
)
def test_what_happens_has_its_kind(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أسرة الضحية تتحدث", "arrest"),
        ("المجلس الأعلى للقضاء", "raise"),
        ("الطب الشرعي والقضاء", "launch"),
        ("تبقى المدارس في المدينة", "keep-steady"),
        ("العبوة تحتوي على مواد", "contain"),
        ("سفينة تحمل 200 مهاجر", "blame"),
        ("لقي القرار ترحيبا", "kill"),
        ("الانتخابات البلدية في لبنان", "appoint"),
        ("أسقطت المحكمة التهم عنه", "fire"),
        ("مات مدنيون عزل", "dismiss"),
        ("The UN body remains in Geneva", "recover-body"),
        ("The names of as many as up to ten", "raise"),
    ],
)
def test_a_word_that_looks_like_one_has_not(text: str, kind: str) -> None:
    assert kind not in kinds(text)
