"""How many dead a sentence counts."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest

from digests.summaries.toll import Count, left_behind, of_all, toll


@pytest.mark.parametrize(
    ("sentence", "dead"),
    [
        ("أعلنت الوزارة، السبت 9 سبتمبر 2023، مقتل 632 شخصًا وإصابة 329.", {632}),
        ("ارتفعت الحصيلة إلى 820 قتيلًا و672 جريحًا.", {820}),
        ("قُتل تسعة أشخاص في الانفجار.", {9}),
        ("قال المدير إن نحو 70 شخصًا قُتلوا في الهجوم.", {70}),
        ("At least 12 people were killed in the blast.", {12}),
        ("שבעה בני אדם נהרגו בפיצוץ.", {7}),
        ("دفع الصليب الأحمر بأكثر من 50 سيارة إسعاف.", set()),
        ("قُتل صحفي في عام 2022.", set()),
        ("أودت السيول بحياة 14 شخصا، ولقي 3 حتفهم في حريق.", {14, 3}),
        ("ارتفع عدد القتلى من 5 إلى 9 في الانفجار.", {9}),
        ("The death toll rose from 14 to 21.", {21}),
    ],
)
def test_a_number_beside_a_word_for_the_killed(sentence: str, dead: set[int]) -> None:
    assert toll(sentence) == dead


NOON = datetime(2025, 5, 13, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "dead", "party", "left"),
    [
        (14, 2012, "ministry", {1}),
        (4, 2012, "ministry", {1}),
        (14, 2012, "army", set()),
        (2, 2012, "ministry", set()),
        (14, 52000, "ministry", set()),
        (14, 200, "ministry", set()),
        (14, 2012, "source", set()),
    ],
)
def test_a_count_is_left_behind_by_a_later_and_higher_one_of_its_own_body(
    hours: int, dead: int, party: str, left: set[int]
) -> None:
    first = Count(1, NOON, Fraction(296), "ministry")
    other = Count(2, NOON + timedelta(hours=hours), Fraction(dead), party)
    assert left_behind([first, other]) == left


@pytest.mark.parametrize("nobody", [None, "source", "medium"])
def test_a_count_that_no_body_gives_is_left_behind_by_any(nobody: str | None) -> None:
    first = Count(1, NOON, Fraction(296), nobody)
    other = Count(2, NOON + timedelta(hours=14), Fraction(2012), "ministry")
    assert left_behind([first, other]) == {1}


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("بلغ عدد قتلى السيول 21 شخصًا بعد انتشال جثث من الوادي.", True),
        ("أعلن الجيش مقتل 60 من عناصر الدعم السريع.", False),
        ("أعلنت وزارة الدفاع مقتل 4 جنود.", False),
        ("قُتل 7 في هجوم ثان على الحاجز.", False),
        ("20 قتيلا في غزة منذ الفجر.", False),
    ],
)
def test_a_count_of_a_side_or_since_a_time_is_not_of_all_the_dead(text: str, every: bool) -> None:
    assert of_all(text) is every
