"""Which addresses Telegram takes as a link, and the form in which it keeps them.

Rule: ``http``, ``https``, ``tg`` and ``ton`` only; an address without a scheme is an http one; the
host has a dot or is an IPv6 literal. May be wrong on exotic hosts (the real server checks more of
a name's characters); a link refused here is one that no reader could open.
"""

from __future__ import annotations

import re

_SCHEME = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*)://")
_USER = re.compile(r"^tg:(?://)?user\?id=(\d+)$", re.IGNORECASE)
_HOST = re.compile(r"^[^\s/?#@\[\]\\:\"<>^`{|}]+$")


class LinkError(ValueError):
    """The address is no link; the message is Telegram's reason."""


def user_of(url: str) -> int | None:
    """The user id of a ``tg://user?id=…`` link, which becomes a mention."""
    found = _USER.match(url.strip())
    return int(found.group(1)) if found else None


def checked(url: str) -> str:
    """*url* as Telegram stores it: scheme and host in lower case, a path of at least ``/``."""
    url = url.strip()
    found = _SCHEME.match(url)
    scheme = found.group(1).lower() if found else ""
    if scheme in ("tg", "ton") or url.lower().startswith(("tg:", "ton:")):
        if not re.match(r"^[a-zA-Z]+:(//)?[A-Za-z0-9_.-]+", url):
            raise LinkError("Wrong tg URL")
        return url
    if scheme and scheme not in ("http", "https"):
        raise LinkError("Unsupported URL protocol")
    rest = url[found.end() :] if found else url
    authority, slash, tail = _authority(rest)
    host = authority.rsplit("@", 1)[-1]
    name, port = _port(host)
    if not name:
        raise LinkError("URL host is empty")
    if name.startswith("["):
        if not re.match(r"^\[[0-9a-fA-F:.]+\]$", name):
            raise LinkError("Wrong IPv6 address specified in the URL")
    elif "." not in name or not _HOST.match(name) or name.startswith("."):
        raise LinkError("Wrong HTTP URL")
    if port and not (port.isdecimal() and 0 < int(port) < 65536):
        raise LinkError("Wrong port number specified in the URL")
    credentials = authority[: len(authority) - len(host)]
    shown = f"{credentials}{name.lower()}" + (f":{port}" if port else "")
    path = slash + tail if slash == "/" else "/" + slash + tail
    return f"{scheme or 'http'}://{shown}{path.replace(' ', '%20')}"


def _authority(rest: str) -> tuple[str, str, str]:
    found = re.search(r"[/?#]", rest)
    if not found:
        return rest, "", ""
    return rest[: found.start()], found.group(), rest[found.end() :]


def _port(host: str) -> tuple[str, str]:
    if host.startswith("["):
        name, _, after = host.partition("]")
        return name + "]", after.removeprefix(":")
    name, _, port = host.partition(":")
    return name, port
