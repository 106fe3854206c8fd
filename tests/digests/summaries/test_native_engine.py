"""fxtranslate itself, where it is installed, over a small model whose weights are drawn by lot."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench._untrained import Size, write
from digests.summaries.translation_engine import Firefox, TranslationError, lacking

pytest.importorskip("fxtranslate")

SMALL = Size(dim=32, feed_forward=64, encoder=1, decoder=1, pieces=400)


@pytest.fixture
def models(tmp_path: Path) -> Path:
    for pair in ("en-ar", "he-en"):
        write(tmp_path / pair, SMALL)
    return tmp_path


async def test_both_pairs_load_and_answer_the_same_each_time(models: Path) -> None:
    assert lacking(models) is None
    engine = Firefox(models)
    for pair, text in ((("en", "ar"), "The union met."), (("he", "en"), "האיגוד נפגש")):
        once = await engine.translate(pair, text)
        assert once
        assert once == await engine.translate(pair, text)
    await engine.close()


@pytest.mark.parametrize("name", ["model.untrained.bin", "lex.untrained.bin"])
async def test_a_file_cut_short_is_an_error_and_no_crash_of_ours(models: Path, name: str) -> None:
    path = models / "en-ar" / name
    path.write_bytes(path.read_bytes()[:1000])
    engine = Firefox(models)
    with pytest.raises(TranslationError):
        await engine.translate(("en", "ar"), "The union met.")
    assert await engine.translate(("he", "en"), "האיגוד נפגש")
    await engine.close()
