"""How many dead a sentence counts."""

import pytest

from digests.summaries.toll import toll


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
    ],
)
def test_a_number_beside_a_word_for_the_killed(sentence: str, dead: set[int]) -> None:
    assert toll(sentence) == dead
