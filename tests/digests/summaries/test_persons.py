"""Persons whom a sentence tells by the surname alone."""

from datetime import UTC, datetime

import pytest

from digests.model import Article
from digests.summaries.passages import passages
from digests.summaries.persons import known_by_surname

NOW = datetime(2025, 3, 10, tzinfo=UTC)


def known(*sentences: str) -> list[frozenset[str]]:
    article = Article(1, "s", "ar", "", "", "\n\n".join(sentences), "", NOW, NOW)
    return known_by_surname(passages(article))


@pytest.mark.parametrize(
    ("full", "alone", "surname"),
    [
        ("صرح عميد البلدية عبدالمنعم الغيثي بذلك.", "قال وزير إن الغيثي أوقف عن العمل.", "الغيثي"),
        ("صرح عميد البلدية عبد المنعم الغيثي بذلك.", "ولم يتسن الوصول إلى الغيثي.", "الغيثي"),
        ("قال وزير الطيران هشام أبو شكيوات ذلك.", "نفى أبو شكيوات الخبر كله.", "شكيوات"),
        ("أعلن الطبيب إيان كانيانيا النتائج.", "كتب كانيانيا أن العدد أكبر.", "كانيانيا"),
    ],
)
def test_who_was_introduced_before_is_taken_as_known(full: str, alone: str, surname: str) -> None:
    assert known(full, alone) == [frozenset(), frozenset({surname})]


@pytest.mark.parametrize(
    "again",
    [
        "قال عبد المنعم الغيثي إنه أوقف عن العمل.",
        "قال رئيس البلدية إنه أوقف عن العمل.",
        "قال المدير الغيثي إنه أوقف عن العمل.",
    ],
)
def test_a_name_in_full_or_behind_a_title_needs_nothing(again: str) -> None:
    assert known("صرح عميد البلدية عبد المنعم الغيثي بذلك.", again)[1] == frozenset()


def test_a_speaker_by_name_is_introduced_and_in_his_own_sentence_he_is_not_alone() -> None:
    first = "قال رئيس مجلس الإدارة ألب غوركان إن المنجم آمن."
    again = "وكان غوركان قد تباهى بخفض الكلفة."
    article = Article(1, "s", "ar", "", "", f"{first}\n\n{again}\n\n{first}", "", NOW, NOW)
    names = [("غوركان",), (), ("الب", "غوركان")]
    assert known_by_surname(passages(article), names)[1:] == [frozenset({"غوركان"}), frozenset()]


def test_an_outlet_that_somebody_spoke_to_is_no_surname() -> None:
    first = "قال القاضي غسان عويدات لفرانس برس إنه بريء."
    assert known(first, "ورد بيطار في تصريح لفرانس برس بأنه باق.")[1] == frozenset()
