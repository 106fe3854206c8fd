"""Token, keys and the webhook's secret are in nothing that Mujaz shows; its files are its own."""

from __future__ import annotations

import asyncio
import stat
from pathlib import Path

from tests.digests.summaries.endpoint import failure, serve
from tests.e2e.house import TOKEN, House
from tests.e2e.test_first_minutes import MICROSOFT, read
from tests.e2e.test_restarts import free_port

SECRETS = (TOKEN.partition(":")[2], "the-webhooks-secret-word", "sk-key-of-the-model")


def titles(first: int) -> str:
    """The command lines of the process *first* and of all below it."""
    parents, lines = {}, {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(entry.name)] = int(
                (entry / "stat").read_text().rpartition(")")[2].split()[1]
            )
            lines[int(entry.name)] = (entry / "cmdline").read_bytes().decode("utf-8", "replace")
        except OSError:
            continue
    below = {first}
    while more := {child for child, parent in parents.items() if parent in below} - below:
        below |= more
    return "\n".join(lines.get(process, "") for process in below)


def open_to_others(folder: Path) -> list[str]:
    return [
        path.name
        for path in (folder, *folder.rglob("*"))
        if stat.S_IMODE(path.stat().st_mode) & 0o077
    ]


async def test_no_secret_is_shown_whatever_goes_wrong(house: House) -> None:
    port = free_port()
    async with serve() as endpoint:
        endpoint.reply = lambda _body: failure(401, f"Incorrect API key provided: {SECRETS[2]}")
        house.extra |= {
            "MUJAZ_LLM_URL": endpoint.url,
            "MUJAZ_LLM_MODEL": "m",
            "MUJAZ_LLM_KEY": SECRETS[2],
            "MUJAZ_WEB": f"127.0.0.1:{port}",
            "MUJAZ_WEBHOOK_URL": f"http://127.0.0.1:{port}",
            "MUJAZ_WEBHOOK_SECRET": SECRETS[1],
        }
        house.catalogue("one")
        house.paper.items["one"] = MICROSOFT
        for kind in ("drop_before", "drop_after", "gateway", "error_after"):
            await house.post("faults", kind=kind, method="sendMessage", count=2)
        await house.post("faults", kind="drop_after", method="setWebhook")
        await house.post("faults", kind="error", method="setMyCommands", code=404)
        await house.start()
        await read(house, "one")
        await asyncio.sleep(2)
        for _ in range(3):
            user = await house.person()
            await house.post("start", user_id=user, parameter="microsoft-israel")
            await house.say(user, "/help")
            await house.wait(user, 2, seconds=60)
        assert house.process is not None
        shown = [titles(house.process.pid)]
        for path in ("/metrics", "/health"):
            async with house.session.get(f"http://127.0.0.1:{port}{path}") as answer:
                shown.append(await answer.text())
        shown += [text for _, *texts in [await house.command("check")] for text in texts]
        shown += (await house.command("backup", str(house.folder / "data" / "copy.db")))[1:]
        assert open_to_others(house.folder / "data") == []
        await house.kill()
        house.extra["MUJAZ_TELEGRAM_API"] = f"http://127.0.0.1:{free_port()}"
        await house.start()

        async def out_of_reach() -> bool:
            return "telegram.unreachable" in house.log()

        await house.until(out_of_reach)
        await house.stop()
        house.extra["MUJAZ_TELEGRAM_TOKEN"] = f"123:{SECRETS[0]}"
        del house.extra["MUJAZ_TELEGRAM_API"]
        await house.start()
        assert house.process is not None
        assert await asyncio.wait_for(house.process.wait(), 30) == 1
        shown.append(house.log())
    assert "refuses the bot token" in shown[-1]
    assert "Unclosed" not in shown[-1]
    assert [(n, s) for n, text in enumerate(shown) for s in SECRETS if s in text] == []
