"""``serve`` and ``demo``."""

from __future__ import annotations

import click

from bot.command_line import Failed, run, settings
from bot.logs import configure
from bot.memory import keep_small
from digests.clock import Clock


@click.command()
def serve() -> None:
    """Run the bot: poll sources, answer people, send digests."""
    from bot.application import serve as start

    chosen = settings()
    if chosen.telegram_token is None:
        raise Failed(
            "MUJAZ_TELEGRAM_TOKEN is not set. Ask @BotFather for a token and put it into .env, "
            "or run `python run.py demo` to try Mujaz without one."
        )
    secrets = [chosen.telegram_token, chosen.llm_key, chosen.webhook_secret]
    configure([s.get_secret_value() for s in secrets if s] + [chosen.webhook_header])
    keep_small()
    run(start(chosen, Clock.parse(chosen.clock)))


COMMANDS = [serve]
