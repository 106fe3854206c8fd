"""No secret reaches a log, whichever way it comes; and no message that somebody wrote."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOKEN = "123456:AAE-secret_part-of-the-token"
BEGIN = f"""
import asyncio, logging, sys, threading, warnings
import structlog
from bot.logs import configure
TOKEN = {TOKEN!r}
configure([TOKEN, "llm-key-0815", ""])
log = structlog.get_logger()
"""


def said(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + code], capture_output=True, text=True, cwd=ROOT, timeout=60
    )
    assert done.stdout == ""
    return done.stderr


@pytest.mark.parametrize(
    "code",
    [
        "log.info('calling', url=f'https://api.telegram.org/bot{TOKEN}/getMe')",
        "log.info(f'calling {TOKEN}')",
        "log.info('nested', data={'url': ['x', TOKEN]})",
        "log.info('object', error=ValueError(TOKEN))",
        "log.info('quoted', url='/bot123456%3AAAE-secret_part-of-the-token/getMe')",
        "log.info('half', key='AAE-secret_part-of-the-token')",
        "log.info('other', key='Bearer llm-key-0815')",
        "logging.getLogger('aiohttp.client').warning('GET %s', 'http://x/bot' + TOKEN)",
        "logging.getLogger('somebody').error('no', exc_info=ValueError(TOKEN))",
        "warnings.warn('unclosed ' + TOKEN)",
        "raise RuntimeError('cannot reach ' + TOKEN)",
        "t = threading.Thread(target=int, args=[TOKEN]); t.start(); t.join()",
        "try:\n    int(TOKEN)\nexcept ValueError:\n    log.exception('failed')",
        "async def f():\n"
        "    asyncio.get_running_loop().call_soon(lambda: int(TOKEN))\n"
        "    await asyncio.sleep(0.01)\n"
        "asyncio.run(f())",
    ],
)
def test_a_secret_is_replaced_wherever_it_turns_up(code: str) -> None:
    text = said(code)
    assert "«secret»" in text
    assert "secret_part" not in text
    assert "0815" not in text


def test_the_framework_does_not_log_what_people_write() -> None:
    code = (
        "from telegram import Bot\n"
        "from telegram.request import BaseRequest\n"
        "logging.getLogger('telegram.ext.ExtBot').critical('Received data was %r', 'نص خاص')\n"
        "logging.getLogger('telegram.Bot').critical('Received data was %r', 'نص خاص')\n"
        "logging.getLogger('telegram.request.BaseRequest').error('invalid JSON: نص خاص')\n"
        "log.info('after')"
    )
    text = said(code)
    assert "after" in text
    assert "نص خاص" not in text


def test_an_event_is_one_line_of_keys_and_values_on_stderr() -> None:
    (line,) = said("log.warning('source.unreadable', source='quds', reason='لا رد')").splitlines()
    assert "event='source.unreadable'" in line
    assert "source='quds'" in line
    assert "reason='لا رد'" in line
    assert line.startswith("timestamp='20")


@pytest.mark.parametrize("how", ["log.exception('a')", "log.error('a', exc_info=error)"])
def test_what_says_what_to_do_needs_no_traceback(how: str) -> None:
    text = said(
        "from pathlib import Path\n"
        "from digests.store.errors import StoreFull\n"
        "try:\n"
        "    raise StoreFull(Path('mujaz.db')) from OSError(28)\n"
        f"except StoreFull as error:\n    {how}"
    )
    assert "Free some space" in text
    assert "Traceback" not in text


def test_chatter_of_libraries_is_left_out_and_their_warnings_are_not() -> None:
    text = said(
        "logging.getLogger('apscheduler.scheduler').info('Added job')\n"
        "logging.getLogger('apscheduler.scheduler').warning('Run time was missed')"
    )
    assert "Added job" not in text
    assert "Run time was missed" in text
