"""Buttons carry their action within 64 bytes, and unreadable data is never an error."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests import actions
from digests.channels import actions as channel_actions
from digests.limits import CALLBACK_DATA
from digests.model import Action
from handlers import own_actions
from handlers.callbacks import CODES, LARGEST, CallbackError, Stale, pack, unpack

SLUGS = st.text(st.characters(codec="utf-8"), max_size=40)
NUMBERS = st.integers(-LARGEST, LARGEST)


def every_action() -> list[type[Action]]:
    modules = (actions, own_actions, channel_actions)
    found = [value for module in modules for value in vars(module).values()]
    return [
        kind
        for kind in found
        if isinstance(kind, type) and issubclass(kind, Action) and kind is not Action
    ]


def some_action(kind: type[Action]) -> st.SearchStrategy[Action]:
    hints = get_type_hints(kind)
    return st.builds(
        kind, **{f.name: NUMBERS if hints[f.name] is int else SLUGS for f in fields(kind)}
    )


ACTIONS = st.sampled_from(sorted(CODES.values(), key=lambda k: k.__name__)).flatmap(some_action)


def test_every_action_has_a_code_of_its_own() -> None:
    assert set(every_action()) == set(CODES.values())
    assert len(CODES) == len(set(CODES.values()))


@given(ACTIONS)
def test_what_fits_comes_back_and_what_does_not_is_said(action: Action) -> None:
    try:
        data = pack(action)
    except CallbackError:
        assert sum(len(str(getattr(action, f.name)).encode()) for f in fields(action)) > 25
        return
    assert 1 <= len(data.encode()) <= CALLBACK_DATA
    assert unpack(data) == action


@given(st.text(max_size=80))
def test_any_text_is_an_action_or_stale(data: str) -> None:
    assert isinstance(unpack(data), Action)


@given(ACTIONS, st.integers(0, 70), st.text(max_size=3))
def test_damaged_data_is_no_error(action: Action, at: int, noise: str) -> None:
    try:
        data = pack(action)
    except CallbackError:
        return
    assert isinstance(unpack(data[:at] + noise + data[at + 1 :]), Action)


@pytest.mark.parametrize(
    "data",
    [None, "", "zz", "l|microsoft|0|1", "tt", "m|", "m|-", "m|ABC", f"m|{'z' * 13}", "l|~", "m|٣"],
)
def test_unreadable_data_is_stale(data: str | None) -> None:
    assert unpack(data) == Stale()


def test_the_largest_ids_and_slugs_of_the_store_fit() -> None:
    largest = 2**60 - 1
    for action in (
        actions.ToggleTopic("x" * 40, 999),
        actions.Latest("x" * 40, 999),
        actions.MuteTopic("x" * 40, 24 * 365),
        actions.MuteSource("x" * 40),
        actions.ReportReason(largest, largest, "translation"),
        actions.CoverageStory(largest, largest),
        actions.Set("screen_reader", "22:00-07:00"),
    ):
        assert unpack(pack(action)) == action


def test_a_field_with_its_default_takes_no_room() -> None:
    assert pack(actions.Latest()) == "l"
    assert unpack("l") == actions.Latest("", 0)


@dataclass(frozen=True, slots=True)
class Unknown(Action):
    pass


def test_an_action_without_a_code_names_the_way_out() -> None:
    with pytest.raises(CallbackError, match="CODES"):
        pack(Unknown())
