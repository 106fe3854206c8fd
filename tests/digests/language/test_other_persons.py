"""A verb has the meanings of its listed forms in another person, and of one without its end."""

import pytest

from digests.language.lexicon import meanings
from digests.language.normal import fold


@pytest.mark.parametrize(
    ("word", "other"),
    [("تمتد", "يستغرق"), ("يتلقون", "receive"), ("تلقوا", "received"), ("ألغتها", "cancelled")],
)
def test_a_verb_has_the_meanings_of_its_other_persons(word: str, other: str) -> None:
    assert meanings(fold(word)) & meanings(fold(other))


def test_a_noun_with_the_article_is_no_verb_of_another_person() -> None:
    assert not meanings(fold("التهمة")) & meanings(fold("يهم"))
