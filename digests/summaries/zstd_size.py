"""How much a zstd stream can unpack to, told by its block headers before it is unpacked.

The rule (RFC 8878): a frame is a row of blocks, each with its size before it. A raw block and a
repeated byte have as many bytes as they say, a compressed block has at most `_BLOCK`. The engine's
own decompression gives all bytes at once, so the bound has to come first.

What it may get wrong: short compressed blocks count as whole ones, so the bound is too high for
them, several times at worst. Escape hatch: none is needed, models hardly pack.
"""

from __future__ import annotations

#: Bytes that a compressed block unpacks to, at most.
_BLOCK = 1 << 17
_FRAME, _SKIPPED = 0xFD2FB528, 0x184D2A5
_DICTIONARY, _CONTENT = (0, 1, 2, 4), (0, 2, 4, 8)


def most(data: bytes, limit: int) -> int:
    """Bytes that *data* unpacks to at most; counted no further than a block above *limit*.

    Raises:
        ValueError: it is no whole zstd stream.
    """
    at = size = 0
    while at < len(data) and size <= limit:
        magic = _number(data, at, 4)
        if magic >> 4 == _SKIPPED:
            at += 8 + _number(data, at + 4, 4)
        elif magic == _FRAME:
            at, size = _frame(data, at + 4, size, limit)
        else:
            raise ValueError("it is no zstd stream")
    if size <= limit and at != len(data):
        raise ValueError("it ends in the middle of a block")
    return size


def _frame(data: bytes, at: int, size: int, limit: int) -> tuple[int, int]:
    """Where the frame ends whose descriptor stands at *at*, and *size* with what it unpacks to."""
    flags = _number(data, at, 1)
    single, checked = flags >> 5 & 1, flags >> 2 & 1
    at += 1 + (1 - single) + _DICTIONARY[flags & 3] + (_CONTENT[flags >> 6] or single)
    while size <= limit:
        head = _number(data, at, 3)
        kind, length = head >> 1 & 3, head >> 3
        if kind == 3:
            raise ValueError("it has a block of no known kind")
        size += _BLOCK if kind == 2 else length
        at += 3 + (1 if kind == 1 else length)
        if head & 1:
            return at + 4 * checked, size
    return at, size


def _number(data: bytes, at: int, length: int) -> int:
    if at + length > len(data):
        raise ValueError("it ends in the middle of a block")
    return int.from_bytes(data[at : at + length], "little")
