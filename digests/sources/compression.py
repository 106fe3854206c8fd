"""Decompressing a body piece by piece, never past a limit (a few kB can unpack to gigabytes)."""

from __future__ import annotations

import zlib
from typing import Protocol

import brotli

from digests.sources.errors import BadEncoding

ACCEPTED = "gzip, deflate, br"
#: Encodings one upon another; more than this is a trick.
_LAYERS = 3


class _Layer(Protocol):
    def feed(self, data: bytes, limit: int) -> bytes: ...

    def end(self) -> bytes: ...


class Decoder:
    """Undoes a Content-Encoding. Yields at most a little over *limit* bytes for any input.

    :raises BadEncoding: an encoding we do not know, broken or cut-off data.
    """

    def __init__(self, content_encoding: str, limit: int) -> None:
        names = [name.strip().lower() for name in content_encoding.split(",")]
        names = [name for name in names if name not in ("", "identity")]
        if len(names) > _LAYERS:
            raise BadEncoding(f"it is compressed {len(names)} times over")
        self._layers = [_layer(name) for name in reversed(names)]
        self._left = limit

    def feed(self, data: bytes) -> bytes:
        for layer in self._layers:
            data = layer.feed(data, max(self._left, 0) + 1)
        self._left -= len(data)
        return data

    def end(self) -> bytes:
        for layer in self._layers:
            layer.end()
        return b""


def _layer(name: str) -> _Layer:
    if name in ("gzip", "x-gzip"):
        return _Zlib(zlib.MAX_WBITS | 16)
    if name == "deflate":
        return _Zlib(None)
    if name == "br":
        return _Brotli()
    raise BadEncoding(f"it is compressed as {name[:40]!r}, which we do not read")


class _Zlib:
    """gzip (several members too), and deflate with or without its header."""

    def __init__(self, bits: int | None) -> None:
        self._bits = bits
        self._stream = zlib.decompressobj(bits) if bits is not None else None
        self._started = False

    def feed(self, data: bytes, limit: int) -> bytes:
        if self._stream is None:
            if not data:
                return b""
            self._bits = zlib.MAX_WBITS if data[0] & 0x0F == 8 else -zlib.MAX_WBITS
            self._stream = zlib.decompressobj(self._bits)
        out: list[bytes] = []
        size = 0
        try:
            while data and size < limit:
                self._started = True
                part = self._stream.decompress(data, limit - size)
                out.append(part)
                size += len(part)
                data = self._stream.unconsumed_tail
                if self._stream.eof:
                    data = self._stream.unused_data
                    if not data.startswith(b"\x1f\x8b"):
                        break
                    self._stream = zlib.decompressobj(self._bits or zlib.MAX_WBITS)
        except zlib.error as error:
            raise BadEncoding("its compressed data is broken") from error
        return b"".join(out)

    def end(self) -> bytes:
        if self._started and self._stream is not None and not self._stream.eof:
            raise BadEncoding("its compressed data is cut off")
        return b""


class _Brotli:
    def __init__(self) -> None:
        self._stream = brotli.Decompressor()
        self._started = False

    def feed(self, data: bytes, limit: int) -> bytes:
        out: list[bytes] = []
        size = 0
        try:
            while size < limit:
                if data:
                    self._started = True
                part = self._stream.process(data, output_buffer_limit=limit - size)
                data = b""
                out.append(part)
                size += len(part)
                if self._stream.can_accept_more_data() or (not part and not data):
                    break
        except brotli.error as error:
            raise BadEncoding("its compressed data is broken") from error
        return b"".join(out)

    def end(self) -> bytes:
        if self._started and not self._stream.is_finished():
            raise BadEncoding("its compressed data is cut off")
        return b""
