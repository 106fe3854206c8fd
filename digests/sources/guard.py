"""The guard: which addresses sources may not reach, and the socket factory that refuses them.

Rule: the address that is about to be connected to is tested against the lists below, which follow
the IANA special-purpose registries; ``ipaddress.is_global`` is not asked, because its answer
depends on the Python release (192.0.0.192 and 64:ff9b:1::/48 pass in some). IPv6 forms that carry
an IPv4 address (mapped, compatible, NAT64, 6to4, Teredo, ISATAP) are unwrapped and the inner
address is tested too. The test happens when the socket is made, the last step before connect, so
neither redirects nor IP literals in odd notations nor DNS answers that change get around it.

May be wrong: an operator's own feed on a private network is refused. Escape hatch:
MUJAZ_PRIVATE_NETWORK=true, or ``own_ports`` for a port of ours on loopback.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

AddrInfo = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[Any, ...]]

_V4 = [
    (ipaddress.IPv4Network(network), reason)
    for network, reason in (
        ("0.0.0.0/8", "unspecified"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "shared by carriers (CGNAT)"),
        ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved for protocols"),
        ("192.0.2.0/24", "for documentation"),
        ("192.31.196.0/24", "reserved for AS112"),
        ("192.52.193.0/24", "reserved for AMT"),
        ("192.88.99.0/24", "a 6to4 relay"),
        ("192.168.0.0/16", "private"),
        ("192.175.48.0/24", "reserved for AS112"),
        ("198.18.0.0/15", "for benchmarking"),
        ("198.51.100.0/24", "for documentation"),
        ("203.0.113.0/24", "for documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
    )
]
_V6 = [
    (ipaddress.IPv6Network(network), reason)
    for network, reason in (
        ("::/128", "unspecified"),
        ("::1/128", "loopback"),
        ("64:ff9b:1::/48", "a local translation prefix (NAT64)"),
        ("100::/64", "a discard prefix"),
        ("100:0:0:1::/64", "a discard prefix"),
        ("2001::/23", "reserved for protocols"),
        ("2001:db8::/32", "for documentation"),
        ("2620:4f:8000::/48", "reserved for AS112"),
        ("3fff::/20", "for documentation"),
        ("5f00::/16", "reserved for segment routing"),
        ("fc00::/7", "private (unique local)"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
    )
]
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
#: What is left of IPv6 after the list: global unicast and the NAT64 prefix, nothing else.
_V6_GLOBAL = (ipaddress.IPv6Network("2000::/3"), _NAT64[0])

#: Refusals met while one request connects: (address, reason). Tasks that race for the connection
#: inherit the context, so they write to the same list.
refusals: ContextVar[list[tuple[str, str]] | None] = ContextVar("refusals", default=None)


class Refused(PermissionError):
    """Raised inside the connector; `http` turns it into BlockedAddress."""


def reason(address: str) -> str | None:
    """Why sources may not reach *address* (``127.0.0.1``, ``fe80::1%eth0``), or None."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "not an IP address"
    if isinstance(parsed, ipaddress.IPv4Address):
        return _listed_v4(parsed)
    if parsed.ipv4_mapped is not None:
        why = _listed_v4(parsed.ipv4_mapped)
        return why and f"{parsed.ipv4_mapped} in mapped form: {why}"
    for inner, form in _embedded(parsed):
        if why := _listed_v4(inner):
            return f"{inner} {form}: {why}"
    for network, why in _V6:
        if parsed in network:
            return why
    if not any(parsed in network for network in _V6_GLOBAL):
        return "reserved"
    return None


def _listed_v4(address: ipaddress.IPv4Address) -> str | None:
    return next((why for network, why in _V4 if address in network), None)


def _embedded(address: ipaddress.IPv6Address) -> list[tuple[ipaddress.IPv4Address, str]]:
    """IPv4 addresses that *address* carries, with the name of the form."""
    value = int(address)
    low = ipaddress.IPv4Address(value & 0xFFFF_FFFF)
    found: list[tuple[ipaddress.IPv4Address, str]] = []
    if value >> 32 == 0 and value > 1:
        found.append((low, "in compatible form"))
    elif value >> 32 == 0xFFFF << 16:
        found.append((low, "in translated form"))
    if any(address in network for network in _NAT64):
        found.append((low, "behind NAT64"))
    if address.sixtofour is not None:
        found.append((address.sixtofour, "in 6to4 form"))
    if address.teredo is not None:
        found.extend((part, "in Teredo form") for part in address.teredo)
    if (value >> 32) & 0xFDFF_FFFF == 0x5EFE:
        found.append((low, "in ISATAP form"))
    return found


def socket_factory(
    private_network: bool, own_ports: frozenset[int]
) -> Callable[[AddrInfo], socket.socket]:
    """A maker of sockets for aiohttp's connector that refuses what the lists name.

    *private_network* lifts the guard altogether; *own_ports* are ports on loopback that stay open.
    """

    def make(info: AddrInfo) -> socket.socket:
        family, kind, protocol, _, target = info
        address = str(target[0])
        why = None if private_network else reason(address)
        if why == "loopback" and int(target[1]) in own_ports:
            why = None
        if why is not None:
            met = refusals.get()
            if met is not None:
                met.append((address, why))
            raise Refused(f"{address} is {why}")
        return socket.socket(family, kind, protocol)

    return make
