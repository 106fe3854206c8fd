"""Translation models of the real form and size with weights drawn by lot.

They are right for memory, and for the order of time: how long they go on is by lot too, at most
twice the length of what they are given. What they write means nothing. The form is Marian's:
names, types, shapes, then the data; a matrix is int8, transposed, with its multiplier behind it
(fxtranslate reads it so). The vocabulary is a SentencePiece model, the shortlist names some target
pieces for each source piece.
"""

from __future__ import annotations

import random
import struct
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_FLOAT, _INT8, _BYTES = 0x404, 0x4101, 0x101
_NORMAL, _UNKNOWN, _CONTROL = 1, 2, 3
#: Candidates that the shortlist gives for every sentence, and for each piece of it.
_ALWAYS, _EACH = 50, 12


@dataclass(frozen=True, slots=True)
class Size:
    """The size of a model: Firefox's en-ar has the first, its he-en the second."""

    dim: int = 384
    feed_forward: int = 1536
    encoder: int = 6
    decoder: int = 4
    pieces: int = 32_000


ENGLISH_ARABIC = Size()
HEBREW_ENGLISH = Size(dim=256, decoder=2)


def write(folder: Path, size: Size, words: Iterable[str] = (), seed: int = 1) -> None:
    """A model of *size*, its vocabulary and its shortlist, into *folder*.

    Each of *words* is one piece, others are cut into letters.
    """
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.untrained.bin").write_bytes(_model(size, chance))
    (folder / "vocab.untrained.spm").write_bytes(_vocabulary(size.pieces, words))
    (folder / "lex.untrained.bin").write_bytes(_shortlist(size.pieces, chance))


class _Items:
    """The named tensors of a model, in order."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.found: list[tuple[str, int, tuple[int, ...], bytes]] = []

    def floats(self, name: str, count: int, value: float = 0.0) -> None:
        self.found.append((name, _FLOAT, (1, count), array("f", [value] * count).tobytes()))

    def matrix(self, name: str, rows: int, columns: int, multiplier: float = 200.0) -> None:
        data = self._chance.randbytes(rows * columns) + struct.pack("<f", multiplier) + bytes(252)
        self.found.append((name, _INT8, (rows, columns), data))

    def affine(self, name: str, rows: int, columns: int, bias: str | None = None) -> None:
        self.matrix(name, rows, columns, 600.0)
        self.floats(f"{name}_QuantMultA", 1, 10.0)
        if bias:
            self.floats(bias, columns)

    def norm(self, name: str, dim: int) -> None:
        self.floats(f"{name}_ln_scale", dim, 1.0)
        self.floats(f"{name}_ln_bias", dim)

    def attention(self, name: str, dim: int) -> None:
        for part in "qkvo":
            self.affine(f"{name}_W{part}", dim, dim, f"{name}_b{part}")
        self.norm(f"{name}_Wo", dim)

    def feed_forward(self, name: str, dim: int, inner: int) -> None:
        self.affine(f"{name}_W1", dim, inner, f"{name}_b1")
        self.affine(f"{name}_W2", inner, dim, f"{name}_b2")
        self.norm(f"{name}_ffn", dim)


def _model(size: Size, chance: random.Random) -> bytes:
    items, dim = _Items(chance), size.dim
    items.matrix("Wemb", size.pieces, dim)
    items.floats("none_QuantMultA", 1, 10.0)
    items.floats("decoder_ff_logit_out_b", size.pieces)
    for layer in range(1, size.encoder + 1):
        items.attention(f"encoder_l{layer}_self", dim)
        items.feed_forward(f"encoder_l{layer}_ffn", dim, size.feed_forward)
    for layer in range(1, size.decoder + 1):
        name = f"decoder_l{layer}"
        items.affine(f"{name}_rnn_W", dim, dim)
        items.affine(f"{name}_rnn_Wf", dim, dim, f"{name}_rnn_bf")
        items.norm(f"{name}_rnn_ffn", dim)
        items.attention(f"{name}_context", dim)
        items.feed_forward(f"{name}_ffn", dim, size.feed_forward)
    config = (
        f"dim-emb: {dim}\ntransformer-heads: 8\nenc-depth: {size.encoder}\n"
        f"dec-depth: {size.decoder}\ntransformer-dim-ffn: {size.feed_forward}\n\0"
    ).encode()
    items.found.append(("special:model.yml", _BYTES, (len(config),), config))
    return _packed(items.found)


def _packed(items: list[tuple[str, int, tuple[int, ...], bytes]]) -> bytes:
    out = [struct.pack("<QQ", 1, len(items))]
    out += [struct.pack("<4Q", len(n.encode()) + 1, t, len(s), len(d)) for n, t, s, d in items]
    out += [name.encode() + b"\0" for name, *_ in items]
    out += [struct.pack(f"<{len(shape)}i", *shape) for _, _, shape, _ in items]
    out.append(struct.pack("<Q", 0))
    out += [data for *_, data in items]
    return b"".join(out)


def _vocabulary(pieces: int, words: Iterable[str]) -> bytes:
    """``</s>``, ``<unk>``, the letters of three languages, and pieces that no text has."""
    letters = [chr(c) for span in ((33, 127), (0x5D0, 0x5EB), (0x621, 0x64B)) for c in range(*span)]
    texts = ["▁", *letters, *(f"▁{letter}" for letter in letters)]
    texts += [f"▁{word}" for word in words]
    texts += [f"▁zz{n}" for n in range(pieces)]
    entries = [("</s>", 0.0, _CONTROL), ("<unk>", 0.0, _UNKNOWN)]
    entries += [(text, -1.0 - n / 1000, _NORMAL) for n, text in enumerate(dict.fromkeys(texts))]
    return b"".join(_field(1, _piece(*entry)) for entry in entries[:pieces])


def _piece(text: str, score: float, kind: int) -> bytes:
    return _field(1, text.encode()) + b"\x15" + struct.pack("<f", score) + bytes([0x18, kind])


def _field(number: int, data: bytes) -> bytes:
    assert len(data) < 128
    return bytes([number << 3 | 2, len(data)]) + data


def _shortlist(pieces: int, chance: random.Random) -> bytes:
    offsets = [_EACH * n for n in range(pieces + 1)]
    lists = [chance.randrange(pieces) for _ in range(_EACH * pieces)]
    head = struct.pack("<6Q", 0, 0, _ALWAYS, _ALWAYS, len(offsets), len(lists))
    return head + struct.pack(f"<{len(offsets)}Q", *offsets) + array("I", lists).tobytes()
