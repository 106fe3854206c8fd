"""The engine's process: begun when needed, ended when idle, replaced when it breaks.

The module that stands where fxtranslate does translates by reversing words, and breaks on demand.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from digests.summaries.translation_engine import (
    Firefox,
    TranslationError,
    failing,
    lacking,
)

PAIR = ("en", "ar")
MODULE = """
import os, time
class Translator:
    def __init__(self, model, source, target, shortlist=None):
        if model == b"spoilt":
            os._exit(101)
        if model == b"wrong":
            raise ValueError("malformed model")
        self.model = model.decode()
    def translate(self, text):
        if text == "hang":
            time.sleep(60)
        if text == "die":
            os._exit(101)
        return " ".join([self.model, *reversed(text.split()), str(os.getpid())])
"""


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    library = tmp_path / "library"
    library.mkdir()
    (library / "fxtranslate.py").write_text(MODULE)
    monkeypatch.setenv("PYTHONPATH", str(library))
    monkeypatch.syspath_prepend(str(library))
    for pair in ("en-ar", "he-en"):
        put(tmp_path / "models" / pair, "first")
    return tmp_path / "models"


def put(folder: Path, model: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.bin").write_text(model)
    (folder / "vocab.spm").write_text("words")


async def test_sentences_are_translated_one_after_another_in_one_process(models: Path) -> None:
    engine = Firefox(models)
    answers = await asyncio.gather(*(engine.translate(PAIR, f"one\ntwo {n}") for n in range(5)))
    assert [a.split()[:4] for a in answers] == [["first", str(n), "two", "one"] for n in range(5)]
    assert len({a.split()[-1] for a in answers}) == 1
    await engine.close()


@pytest.mark.parametrize("text", ["hang", "die"])
async def test_a_process_that_breaks_costs_one_sentence(models: Path, text: str) -> None:
    engine = Firefox(models, seconds=5 if text == "die" else 0.7)
    with pytest.raises(TranslationError):
        await engine.translate(PAIR, text)
    slow = Firefox(models)
    assert (await slow.translate(PAIR, "well")).startswith("first well")
    await slow.close()
    await engine.close()


async def test_after_a_broken_process_another_is_begun(models: Path) -> None:
    engine = Firefox(models)
    before = await engine.translate(PAIR, "a")
    with pytest.raises(TranslationError, match="models fetch"):
        await engine.translate(PAIR, "die")
    after = await engine.translate(PAIR, "a")
    assert before.split()[:2] == after.split()[:2]
    assert before.split()[-1] != after.split()[-1]
    await engine.close()


async def test_a_process_without_work_ends_and_comes_again(models: Path) -> None:
    engine = Firefox(models, idle=0.05)
    before = await engine.translate(PAIR, "a")
    await asyncio.sleep(0.5)
    after = await engine.translate(PAIR, "a")
    assert before.split()[-1] != after.split()[-1]
    await engine.close()


@pytest.mark.parametrize(
    ("model", "reason"),
    [("spoilt", "run.py models fetch"), ("wrong", "malformed model.*run.py models fetch")],
)
async def test_a_model_that_cannot_be_read_is_an_error_that_says_so(
    models: Path, model: str, reason: str
) -> None:
    put(models / "en-ar", model)
    engine = Firefox(models)
    with pytest.raises(TranslationError, match=reason):
        await engine.translate(PAIR, "a")
    await engine.close()


async def test_a_version_is_that_of_the_files(models: Path) -> None:
    engine = Firefox(models)
    first = await engine.version(PAIR)
    assert first == await engine.version(PAIR) == await engine.version(("he", "en"))
    put(models / "en-ar", "another")
    assert await engine.version(PAIR) not in (None, first)
    (models / "en-ar" / "vocab.spm").unlink()
    assert await engine.version(PAIR) is None
    with pytest.raises(TranslationError, match="no model en-ar"):
        await engine.translate(PAIR, "a")


async def test_another_model_is_loaded_when_the_files_change(models: Path) -> None:
    engine = Firefox(models)
    assert (await engine.translate(PAIR, "a")).startswith("first")
    put(models / "en-ar", "another")
    assert (await engine.translate(PAIR, "a")).startswith("another")
    await engine.close()


def test_what_is_lacking_is_told_with_the_way_out(models: Path, tmp_path: Path) -> None:
    assert lacking(models) is None
    assert lacking(tmp_path / "nothing") == (
        f"en-ar, he-en not in {tmp_path / 'nothing'}: python run.py models fetch"
    )


@pytest.mark.parametrize("model", ["spoilt", "wrong"])
async def test_models_are_tried_before_they_are_called_good(models: Path, model: str) -> None:
    assert await failing(models) is None
    put(models / "he-en", model)
    assert "run.py models fetch" in str(await failing(models))
