"""Things of which a sentence tells by «ال» alone."""

from datetime import UTC, datetime

import pytest

from digests.model import Article
from digests.summaries.mentions import known_by_mention
from digests.summaries.passages import passages

NOW = datetime(2025, 3, 10, tzinfo=UTC)


def known(*sentences: str) -> list[frozenset[str]]:
    article = Article(1, "s", "ar", "", "", "\n\n".join(sentences), "", NOW, NOW)
    return known_by_mention(passages(article))


@pytest.mark.parametrize(
    ("first", "again", "noun"),
    [
        ("أصدر المجلس بيانا مساء الأحد عن الحادث.", "وقال البيان إن السبب مجهول.", "بيان"),
        ("قدم المحامي طعنين أمام محكمة النقض.", "قال بلحاج إن الطعنين قُبلا شكلا.", "طعنين"),
        ("افتتح الوزير محطة في المدينة أمس.", "ويعمل في المحطة مئة عامل.", "محطه"),
        ("نشرت الصحيفة رسالة من العمال أمس.", "وردت الإدارة على الرسالة بعد يومين.", "رساله"),
    ],
)
def test_a_thing_that_was_new_before_is_taken_as_known(first: str, again: str, noun: str) -> None:
    (need,) = known(first, again)[1]
    assert need.split("|")[0] == noun


@pytest.mark.parametrize(
    "again",
    [
        "دعا البيان الختامي سكانا إلى الهدوء.",  # which one is told
        "دعا البيان الذي نُشر أمس إلى الهدوء.",
        "أصدر المجلس بيانا آخر عن الحادث.",
        "وزع كاتب البيان نسخا منه على الحاضرين.",  # the second part of another noun
        "كاتب البيان ينفي أنه وزع نسخا منه.",
        "أصدر بيانا، ودعا البيان إلى الهدوء.",  # told by itself
    ],
)
def test_what_tells_which_is_meant_needs_nothing(again: str) -> None:
    assert known("أصدر المجلس بيانا مساء الأحد عن الحادث.", again)[1] == frozenset()


def test_what_is_definite_from_the_first_is_known_to_all() -> None:
    first = "ارتفع سعر النفط في السوق أمس."
    assert known(first, "قال خبراء إن النفط سيرتفع أكثر.")[1] == frozenset()


def test_who_knows_whose_it_was_knows_the_thing() -> None:
    first = "هاجمت مليشيا الدعم السريع قرية في الولاية أمس."
    assert known(first, "اتهمت الوزارة، في بيان لها، المليشيا بالقتل.")[1] == {
        "مليشيا|الدعم|السريع"
    }


def test_each_article_has_its_own_things() -> None:
    first = Article(1, "s", "ar", "", "", "أصدر المجلس بيانا مساء الأحد عن الحادث.", "", NOW, NOW)
    other = Article(2, "t", "ar", "", "", "دعا البيان إلى الهدوء.", "", NOW, NOW)
    assert known_by_mention([*passages(first), *passages(other)]) == [frozenset(), frozenset()]
