"""Telegram's limits, measured in virtual time where requests arrive."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Callable, Coroutine
from random import Random
from typing import Any

import pytest
from telegram.error import RetryAfter

from bot.pace import ANSWER, EVERYONE, GROUP, IN_FLIGHT, PACED, PATIENCE, Pace
from digests.store.deliveries import Priority
from tests.bot.virtual import run


def busiest(times: list[float], window: float) -> int:
    """The most *times* in any window of that length."""
    times = sorted(times)
    first = most = 0
    for last, at in enumerate(times):
        while times[first] <= at - window:
            first += 1
        most = max(most, last - first + 1)
    return most


class Server:
    """Takes requests, slowly or not, and writes down when each arrived."""

    def __init__(self, travel: Callable[[], float] = lambda: 0.0) -> None:
        self.travel = travel
        self.arrived: list[tuple[float, int | str]] = []
        self.refuse: Callable[[int | str], int] = lambda _chat: 0
        self.in_flight = self.most_in_flight = 0

    @property
    def times(self) -> list[float]:
        return [at for at, _ in self.arrived]

    def of(self, chat: int | str) -> list[float]:
        return [at for at, to in self.arrived if to == chat]

    async def take(self, chat: int | str) -> str:
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            await asyncio.sleep(self.travel())
            seconds = self.refuse(chat)
            if seconds:
                raise RetryAfter(seconds)
            self.arrived.append((asyncio.get_running_loop().time(), chat))
            await asyncio.sleep(0.01)
        finally:
            self.in_flight -= 1
        return "taken"


async def answer(pace: Pace, server: Server, chat: int | str, endpoint: str = "sendMessage") -> Any:
    return await pace.process_request(server.take, (chat,), {}, endpoint, {"chat_id": chat}, None)


async def deliver(
    pace: Pace,
    server: Server,
    chat: int,
    priority: int = Priority.DIGEST,
    commit: Callable[[], float] = lambda: 0.0,
) -> None:
    async with pace.slot(chat, priority):
        await asyncio.sleep(commit())
        await pace.depart()
        await pace.process_request(
            server.take, (chat,), {}, "sendMessage", {"chat_id": chat}, PACED
        )


def together(
    main: Callable[[Pace, Server], Coroutine[Any, Any, None]], server: Server | None = None
) -> Server:
    server = server or Server()

    async def start() -> None:
        pace = Pace()
        await pace.initialize()
        await main(pace, server)
        await pace.shutdown()

    run(start)
    return server


@pytest.mark.parametrize("seed", range(6))
def test_no_second_holds_more_than_thirty_messages(seed: int) -> None:
    random = Random(seed)
    slow = [0.0, 0.003, 0.4, 2.0][seed % 4]  # a commit, now and then

    async def fan_out(pace: Pace, server: Server) -> None:
        await asyncio.gather(
            *(
                deliver(
                    pace, server, 1 + n, commit=lambda: slow if random.random() < 0.1 else 0.001
                )
                for n in range(400)
            ),
            *(answer(pace, server, 10_000 + n) for n in range(100)),
        )

    server = together(fan_out, Server(lambda: 0.05 + 0.05 * random.random()))
    assert len(server.arrived) == 500
    assert busiest(server.times, 1.0) <= 30
    assert server.most_in_flight <= IN_FLIGHT
    if slow < 0.1:
        assert max(server.times) < 25


def test_requests_that_a_stall_held_up_do_not_arrive_in_a_crowd() -> None:
    async def stalling(pace: Pace, server: Server) -> None:
        loop = asyncio.get_running_loop()

        def travel() -> float:
            """Every five seconds nothing gets through for a second."""
            at = loop.time() % 5
            return 5.02 - at if at > 4 else 0.02

        server.travel = travel
        await asyncio.gather(*(deliver(pace, server, 1 + n) for n in range(400)))

    server = together(stalling)
    assert len(server.arrived) == 400
    assert busiest(server.times, 1.0) <= 30


def test_a_process_that_was_not_woken_for_a_while_sends_no_crowd() -> None:
    async def stalling(pace: Pace, server: Server) -> None:
        loop = asyncio.get_running_loop()

        def stall() -> None:
            """For half a second nothing runs here; everything that was to be woken is, at once."""
            loop._virtual.moment += 0.5  # type: ignore[attr-defined]
            loop.call_later(2.0, stall)

        loop.call_later(2.0, stall)
        await asyncio.gather(
            *(deliver(pace, server, 1 + n, commit=lambda: 0.2) for n in range(200))
        )

    server = together(stalling)
    assert busiest(server.times, 1.0) <= 30


def test_one_chat_gets_one_delivery_a_second_however_slow_the_commits() -> None:
    random = Random(1)

    async def many(pace: Pace, server: Server) -> None:
        await asyncio.gather(
            *(
                deliver(pace, server, 7, commit=lambda: random.choice([0.0, 0.0, 1.5]))
                for _ in range(30)
            )
        )

    times = together(many, Server(lambda: random.choice([0.02, 0.02, 0.9]))).of(7)
    assert len(times) == 30
    assert busiest(times, 0.95) == 1


def test_answers_come_in_bursts_of_three_and_one_a_second_after_that() -> None:
    async def flood(pace: Pace, server: Server) -> None:
        await asyncio.gather(*(answer(pace, server, 7) for _ in range(20)))

    times = together(flood).of(7)
    assert len(times) == 20
    assert times[2] - times[0] < 0.2
    assert busiest(times, 1.0) <= 4
    assert all(busiest(times, float(seconds)) <= seconds + 3 for seconds in range(1, 20))
    assert times[-1] - times[0] < 18


@pytest.mark.parametrize("group", [-100123, "@channel"])
def test_a_group_gets_at_most_twenty_a_minute(group: int | str) -> None:
    async def flood(pace: Pace, server: Server) -> None:
        await asyncio.gather(*(answer(pace, server, group) for _ in range(70)))

    times = together(flood).of(group)
    assert len(times) == 70
    assert busiest(times, 60.0) <= 20
    assert times[-1] < 240


def test_a_group_that_used_up_its_minute_keeps_nobody_else_waiting() -> None:
    async def both(pace: Pace, server: Server) -> None:
        tasks = [asyncio.create_task(deliver(pace, server, -5)) for _ in range(40)]
        await asyncio.sleep(30)
        assert pace.waiting() == [-5]
        await asyncio.gather(*(deliver(pace, server, 1 + n) for n in range(50)))
        assert asyncio.get_running_loop().time() < 34
        await asyncio.gather(*tasks)
        await asyncio.sleep(60)
        assert pace.waiting() == []

    server = together(both)
    assert len(server.of(-5)) == 40
    assert busiest(server.of(-5), 60.0) <= GROUP + 1


def test_answers_overtake_deliveries() -> None:
    async def both(pace: Pace, server: Server) -> None:
        tasks = [asyncio.create_task(deliver(pace, server, 1 + n)) for n in range(200)]
        await asyncio.sleep(3)
        asked = asyncio.get_running_loop().time()
        await asyncio.gather(*(answer(pace, server, 5000 + n) for n in range(5)))
        assert asyncio.get_running_loop().time() - asked < 1.0
        await asyncio.gather(*tasks)

    server = together(both)
    answers = [at for at, chat in server.arrived if isinstance(chat, int) and chat >= 5000]
    assert len(answers) == 5
    assert max(answers) < 5


def test_instant_news_goes_before_digests_and_announcements_last() -> None:
    async def mixed(pace: Pace, server: Server) -> None:
        tasks = [
            asyncio.create_task(deliver(pace, server, priority * 1000 + n, priority))
            for n in range(20)
            for priority in (Priority.ANNOUNCEMENT, Priority.DIGEST, Priority.INSTANT)
        ]
        await asyncio.gather(*tasks)

    order = [int(chat) // 1000 for _, chat in together(mixed).arrived]
    assert sorted(order) == order


def test_deliveries_leave_places_in_flight_for_answers() -> None:
    async def hanging(pace: Pace, server: Server) -> None:
        tasks = [asyncio.create_task(deliver(pace, server, 1 + n)) for n in range(50)]
        await asyncio.sleep(10)
        assert server.in_flight < IN_FLIGHT
        server.travel = lambda: 0.0
        await asyncio.wait_for(answer(pace, server, 999), 2)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.wait_for(answer(pace, server, 998), 2)

    server = together(hanging, Server(lambda: 1000.0))
    assert [chat for _, chat in server.arrived] == [999, 998]


def test_what_is_no_message_waits_for_a_place_alone() -> None:
    async def taps(pace: Pace, server: Server) -> None:
        async def tap() -> Any:
            return await pace.process_request(
                server.take, (0,), {}, "answerCallbackQuery", {"callback_query_id": "1"}, None
            )

        await asyncio.gather(*(tap() for _ in range(300)))

    server = together(taps)
    assert max(server.times) < 1
    assert server.most_in_flight <= IN_FLIGHT


# --- Retry-After


def test_a_retry_after_delays_its_chat_alone() -> None:
    holds: list[tuple[str, float]] = []

    async def main() -> None:
        pace, server = Pace(lambda scope, seconds: holds.append((scope, seconds))), Server()
        refused: Counter[int | str] = Counter()

        def refuse(chat: int | str) -> int:
            refused[chat] += 1
            return 20 if chat == 7 and refused[chat] == 1 else 0

        server.refuse = refuse
        tasks = [answer(pace, server, 7), *(answer(pace, server, 100 + n) for n in range(20))]
        assert await asyncio.gather(*tasks) == ["taken"] * 21
        assert server.of(7)[0] >= 20
        assert max(at for at, chat in server.arrived if chat != 7) < 3

    run(main)
    assert holds == [("7", 20.0)]


def test_an_answer_does_not_wait_for_hours() -> None:
    async def main() -> None:
        pace, server = Pace(), Server()
        server.refuse = lambda _chat: int(PATIENCE) + 1
        with pytest.raises(RetryAfter):
            await answer(pace, server, 7)
        assert asyncio.get_running_loop().time() < 1
        assert pace.waiting() == [7]
        server.refuse = lambda _chat: 2
        with pytest.raises(RetryAfter):
            await answer(pace, server, 8)

    run(main)


def test_an_answer_that_would_wait_for_hours_has_its_error_at_once() -> None:
    async def main() -> None:
        pace, server = Pace(), Server()
        waits = asyncio.create_task(answer(pace, server, 7))
        pace.hold("7", 3600)
        with pytest.raises(RetryAfter) as told:
            await answer(pace, server, 7)
        assert told.value.retry_after == 3600
        pace.hold(EVERYONE, 43_200)
        delivery = asyncio.create_task(deliver(pace, server, 9))
        results = await asyncio.gather(waits, answer(pace, server, 8), return_exceptions=True)
        assert all(isinstance(result, RetryAfter) for result in results)
        assert asyncio.get_running_loop().time() < 1
        await delivery
        assert server.of(9)[0] >= 43_200
        assert server.of(7) == server.of(8) == []

    run(main)


def test_an_answer_waits_out_what_a_person_would() -> None:
    async def main() -> None:
        pace, server = Pace(), Server()
        pace.hold(EVERYONE, PATIENCE - 1)
        assert await answer(pace, server, 7) == "taken"
        assert server.of(7)[0] >= PATIENCE - 1

    run(main)


def test_three_chats_told_to_wait_mean_everyone() -> None:
    async def main() -> None:
        pace, server = Pace(), Server()
        assert [pace.refused(chat, 12) for chat in (1, 1, 2, 3)] == ["1", "1", "2", EVERYONE]
        await answer(pace, server, 99)
        assert server.of(99)[0] >= 12

    run(main)


def test_one_chat_told_to_wait_for_hours_among_others_told_seconds_stops_nobody_else() -> None:
    async def main() -> None:
        pace, server = Pace(), Server()
        assert [pace.refused(c, s) for c, s in ((1, 4), (2, 43_200), (3, 3))][-1] == EVERYONE
        await answer(pace, server, 99)
        assert 3 <= server.of(99)[0] < 10
        assert 2 in pace.waiting()

    run(main)


def test_three_chats_told_to_wait_for_hours_hold_everyone_for_the_shortest_of_them() -> None:
    async def main() -> None:
        holds: list[tuple[str, float]] = []
        pace = Pace(lambda scope, seconds: holds.append((scope, seconds)))
        server = Server()
        told = [(1, 43_200), (2, 43_100), (3, 43_150)]
        assert [pace.refused(*one) for one in told] == ["1", "2", EVERYONE]
        assert holds[-1] == (EVERYONE, 43_100.0)
        await deliver(pace, server, 99)
        assert 43_100 <= server.of(99)[0] < 43_101

    run(main)


def test_refusals_that_lie_apart_are_each_chats_own() -> None:
    async def main() -> None:
        pace = Pace()
        scopes = []
        for chat in (1, 2, 3, 4):
            scopes.append(pace.refused(chat, 5))
            await asyncio.sleep(4)
        assert scopes == ["1", "2", "3", "4"]

    run(main)


def test_a_hold_is_never_shortened() -> None:
    async def main() -> None:
        pace, server = Pace(), Server()
        pace.hold("7", 30)
        pace.hold("7", 3)
        await deliver(pace, server, 7)
        assert server.of(7)[0] >= 30

    run(main)


# --- a restart


def test_the_first_second_after_a_start_is_silent() -> None:
    async def one(pace: Pace, server: Server) -> None:
        await answer(pace, server, 7)

    assert together(one).of(7)[0] >= 1.0


def test_what_was_sent_before_a_restart_still_counts() -> None:
    async def main() -> None:
        pace, server = Pace(), Server()
        await asyncio.sleep(1000)
        for second in range(GROUP):
            pace.remember(-5, 50 - second)
        pace.remember(7, 0.2)
        begin = asyncio.get_running_loop().time()
        await asyncio.gather(deliver(pace, server, 7), deliver(pace, server, -5))
        assert server.of(7)[0] - begin >= 0.75
        assert server.of(-5)[0] - begin >= 9.5

    run(main)


def test_a_clock_that_was_put_back_silences_nobody() -> None:
    async def main() -> None:
        pace, server = Pace(), Server()
        await asyncio.sleep(1000)
        begin = asyncio.get_running_loop().time()
        for chat in (7, -5):
            pace.remember(chat, -86_400)
        await asyncio.gather(answer(pace, server, 7), deliver(pace, server, -5))
        assert max(server.times) - begin < 3

    run(main)


# --- places are never lost


@pytest.mark.parametrize("seed", range(5))
def test_places_come_back_whatever_is_cancelled(seed: int) -> None:
    random = Random(seed)

    async def storm(pace: Pace, server: Server) -> None:
        tasks = [
            asyncio.create_task(
                deliver(pace, server, random.randrange(1, 30))
                if random.random() < 0.6
                else answer(pace, server, random.randrange(1, 30))
            )
            for _ in range(300)
        ]
        for task in random.sample(tasks, 200):
            await asyncio.sleep(random.random() * 0.05)
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        before = len(server.arrived)
        await asyncio.gather(*(deliver(pace, server, 900 + n) for n in range(IN_FLIGHT)))
        assert len(server.arrived) - before == IN_FLIGHT
        per_chat = defaultdict(list)
        for at, chat in server.arrived:
            per_chat[chat].append(at)
        assert all(busiest(times, 1.0) <= 4 for times in per_chat.values())

    server = together(storm, Server(lambda: random.random() * 0.3))
    assert busiest(server.times, 1.0) <= 30


def test_a_stop_lets_go_of_everyone_who_waits() -> None:
    async def main() -> None:
        pace, server = Pace(), Server()
        pace.hold(EVERYONE, PATIENCE - 1)
        tasks = [asyncio.create_task(answer(pace, server, n)) for n in range(5)]
        await asyncio.sleep(1)
        await pace.shutdown()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(isinstance(result, asyncio.CancelledError) for result in results)
        assert server.arrived == []
        assert ANSWER < Priority.INSTANT

    run(main)
