"""Five seeds of everything that goes wrong at once: every message is accounted for."""

from __future__ import annotations

from bench.faults import run
from bench.trial.schedule import of_faults

SEEDS = [1, 2, 3, 4, 5]


async def test_every_message_of_five_seeds_is_accounted_for() -> None:
    found = await run(SEEDS, 100, of_faults, together=5)
    assert found["failed"] == []
    assert found["wrong"] == []
    assert found["seeds"] == SEEDS
    assert found["lost"] == found["channel_doubles"] == found["ledger_wrong"] == 0
    assert found["doubles"] <= found["explained_doubles"] <= found["unknown_sends"]
    assert found["channel_unsure"] == found["channel_unsure_told"]
    assert found["sent"] + found["refused"] + found["held"] + found["unsure"] == found["owed"]
    assert found["sent"] > 0.9 * found["owed"]
    assert found["kills"] >= 3 * len(SEEDS)
    pace = found["pace"]
    assert pace["in_a_second"] <= 30
    assert pace["in_ten_seconds"] <= 13
    assert pace["in_a_minute"] <= 20
    assert pace["under_way"] <= 16
    assert pace["refused_for_pace"] == pace["sent_despite_retry_after"] == 0
