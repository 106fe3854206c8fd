"""A page is gone after three answers over six hours, and nothing else makes it so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.corrections.gone import Seen, after

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


def seen(answers: Sequence[tuple[float, int]]) -> Seen:
    state = Seen()
    for hours, status in answers:
        state = after(state, status, NOON + timedelta(hours=hours))
    return state


@pytest.mark.parametrize(
    ("answers", "gone"),
    [
        ([(0, 404), (3, 404), (6, 404)], True),
        ([(0, 410), (3, 404), (6, 410)], True),
        ([(h, 404) for h in range(7)], True),
        ([(h, 404) for h in range(6)], False),
        ([(0, 404), (6, 404)], False),
        ([(0, 404), (1, 200), (6, 404), (7, 404)], False),
        ([(0, 404), (2, 304), (6, 404), (7, 404)], False),
        ([(0, 404), (2, 0), (4, 503), (5, 403), (6, 404)], False),
        ([(0, 404), (2, 0), (4, 404), (5, 403), (7, 404)], True),
        ([(h, 403) for h in range(24)], False),
        ([(h, 402) for h in range(24)], False),
        ([(h, 500) for h in range(24)], False),
        ([(h, 0) for h in range(24)], False),
    ],
)
def test_three_answers_over_six_hours(answers: list[tuple[float, int]], gone: bool) -> None:
    assert seen(answers).confirmed is gone


def test_a_page_that_comes_again_begins_anew() -> None:
    assert seen([(0, 404), (3, 404), (6, 404), (24, 200)]) == Seen()


@given(st.lists(st.tuples(st.floats(0, 100), st.sampled_from([0, 200, 304, 403, 404, 410, 500]))))
def test_confirmed_only_after_six_hours_without_a_page(answers: list[tuple[float, int]]) -> None:
    answers.sort(key=lambda one: one[0])
    if seen(answers).confirmed:
        start = max((at for at, (_, s) in enumerate(answers) if 200 <= s < 400), default=-1) + 1
        said = [hours for hours, status in answers[start:] if status in (404, 410)]
        assert len(said) >= 3
        assert said[-1] - said[0] >= 6 - 1e-6
