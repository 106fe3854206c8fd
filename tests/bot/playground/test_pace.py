"""How fast the bot may send, told by a clock that is moved by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.playground.pace import CHAT_BURST, Pace

if TYPE_CHECKING:
    from tests.bot.playground.conftest import Trial


def sent(pace: Pace, now: float, chat: int, *, group: bool = False, paid: bool = False) -> int:
    """The seconds to wait; 0 after a message was counted."""
    seconds = pace.wait(now, chat, group=group, paid=paid)
    if not seconds:
        pace.took(now, chat, group=group)
    return seconds


def test_thirty_a_second_over_all_chats() -> None:
    pace = Pace()
    assert [sent(pace, 0, chat) for chat in range(30)] == [0] * 30
    assert sent(pace, 0.5, 99) == 1
    assert sent(pace, 1.0, 99) == 0


def test_evenly_spaced_messages_pass_for_ever() -> None:
    pace = Pace()
    assert [sent(pace, i / 30 + (i % 3) * 0.01, i) for i in range(300)] == [0] * 300


def test_a_short_burst_passes_in_one_chat_and_then_one_a_second() -> None:
    pace = Pace()
    assert [sent(pace, 0, 1) for _ in range(CHAT_BURST)] == [0] * CHAT_BURST
    assert sent(pace, 0, 1) == 1
    assert [sent(pace, float(i), 1) for i in range(1, 20)] == [0] * 19
    assert sent(pace, 19.5, 1) == 1


def test_twenty_a_minute_in_one_group() -> None:
    pace = Pace()
    assert [sent(pace, 2.0 * i, -5, group=True) for i in range(20)] == [0] * 20
    assert sent(pace, 40, -5, group=True) == 20
    assert sent(pace, 40, 7) == 0
    assert sent(pace, 60, -5, group=True) == 0


def test_paid_messages_may_come_faster() -> None:
    pace = Pace()
    assert [sent(pace, 0, chat, paid=True) for chat in range(1000)] == [0] * 1000
    assert sent(pace, 0, 5000, paid=True) == 1


def test_sending_on_in_spite_of_retry_after_is_counted() -> None:
    pace = Pace()
    for _ in range(CHAT_BURST + 3):
        sent(pace, 0, 1)
    assert pace.violations == 2


async def test_too_many_requests_say_when_to_come_back(trial: Trial) -> None:
    reader = await trial.reader()
    for _ in range(CHAT_BURST):
        await trial.ok("sendMessage", chat_id=reader, text="x")
    url = f"{trial.url}/bot{trial.world.token}/sendMessage"
    async with trial.session.post(url, json={"chat_id": reader, "text": "x"}) as answer:
        body = await answer.json()
        assert answer.status == 429
        assert answer.headers["Retry-After"] == "1"
    assert body["description"] == "Too Many Requests: retry after 1"
    assert body["parameters"] == {"retry_after": 1}
    trial.clock.advance(1)
    await trial.ok("sendMessage", chat_id=reader, text="x")
    assert len(trial.world.record.accepted) == CHAT_BURST + 1
