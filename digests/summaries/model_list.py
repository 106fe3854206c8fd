"""The list of Firefox's translation models, and which of its files are ours.

The rule: the list is the answer of Remote Settings (``{"data": [record, …]}``). Of the versions
that the engine reads the newest is taken, a release before a trial ("3.0a1"). Firefox's own list
has its files on a server of their own; those of any other list lie beside it, under each record's
``location``. A record that is not whole, or whose digest is no SHA-256, counts as absent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from config.settings import MODELS
from digests.summaries.translation_models import KINDS, PAIRS, ModelsError

#: The version of the models that fxtranslate 0.5 reads.
MAJOR = 3
#: Where the files of Firefox's own list lie.
FILES = "https://firefox-settings-attachments.cdn.mozilla.net/"
#: Bytes of one file; the models have 17 to 32 million.
LONGEST = 300_000_000
_OURS = frozenset("-".join(pair) for pair in PAIRS)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,100}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_VERSION = re.compile(r"(\d+)\.(\d+)([a-z]+\d*)?")


@dataclass(frozen=True, slots=True)
class Listed:
    """One file of a list: *url* gives *size* bytes of *digest*, which unpack to *unpacked*."""

    pair: str
    name: str
    url: str
    size: int
    digest: str
    unpacked: str | None
    version: str

    @property
    def kind(self) -> str:
        return self.name.partition(".")[0]


def choose(records: Iterable[Any], url: str) -> tuple[Listed, ...]:
    """The newest files of each pair among the *records* of the list at *url*.

    Raises:
        ModelsError: a pair has no model and vocabulary in it.
    """
    best: dict[tuple[str, str], Listed] = {}
    for file in (listed(record, url) for record in records if isinstance(record, dict)):
        if file is None:
            continue
        known = best.get((file.pair, file.kind))
        if known is None or _rank(file.version) > _rank(known.version):
            best[file.pair, file.kind] = file
    chosen: list[Listed] = []
    for pair in sorted(_OURS):
        files = {kind: file for (of, kind), file in best.items() if of == pair}
        model = files.get("model")
        if model is None or not ("vocab" in files or {"srcvocab", "trgvocab"} <= files.keys()):
            raise ModelsError(f"{url} lists no whole model {pair} of version {MAJOR}.")
        chosen += [f for f in files.values() if f.kind != "lex" or f.version == model.version]
    return tuple(chosen)


def listed(record: dict[str, Any], url: str) -> Listed | None:
    """The file of *record*, when it is one of ours and the record is whole."""
    attachment = record.get("attachment")
    pair = f"{record.get('sourceLanguage')}-{record.get('targetLanguage')}"
    name, version = str(record.get("name")), str(record.get("version"))
    if pair not in _OURS or not isinstance(attachment, dict) or not _NAME.fullmatch(name):
        return None
    size, location = attachment.get("size"), attachment.get("location")
    digest = _sha256(attachment.get("hash"))
    given = record.get("decompressedHash")
    unpacked = _sha256(given)
    if name.partition(".")[0] not in KINDS or _rank(version)[1] != MAJOR:
        return None
    if digest is None or (given is not None and unpacked is None):
        return None
    if not isinstance(size, int) or not 0 < size <= LONGEST or not isinstance(location, str):
        return None
    address = urljoin(FILES if url == MODELS else url, location)
    if urlsplit(address).scheme not in ("http", "https"):
        return None
    return Listed(pair, name, address, size, digest, unpacked, version)


def _sha256(value: object) -> str | None:
    digest = str(value).lower()
    return digest if _SHA256.fullmatch(digest) else None


def _rank(version: str) -> tuple[bool, int, int]:
    match = _VERSION.fullmatch(version.strip())
    return (not match[3], int(match[1]), int(match[2])) if match else (False, -1, -1)
