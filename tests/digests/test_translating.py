"""English and Hebrew stories reach readers in Arabic, marked, or as they are, marked too."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from digests.catalogs import Catalogue
from digests.compose import compose
from digests.markup import visible
from digests.model import Digest, Entry, Item, Method, Preferences, Sentence, Source, Text, Topic
from digests.pipeline import Pipeline
from digests.sources.http import HttpClient
from digests.sources.worker import Worker
from digests.store import archive, stories
from digests.store.archive import Arriving
from digests.store.database import Store
from digests.store.stories import Told
from digests.summaries.glossary import Glossary, Term
from digests.summaries.verify.fidelity import fidelity
from digests.translating import Translator
from digests.words import Words
from tests.digests.summaries.dictionary import Dictionary

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
WIRE = Source("wire", "سلك المثال", "Example Wire", "http://wire.test/feed", "en")
HEBREW = Source("dugma", "سوكنوت", "הדוגמה", "http://dugma.test/feed", "he")
TOPIC = Topic("clouds", Text("السحاب", "Clouds"), Text("", ""), (("Google", "גוגל"),))
TITLE = "Google cuts 40 cloud jobs at its Haifa office this week"
FIRST = "Google told 40 workers of its Haifa office on Monday that their jobs would end."
SECOND = "The workers' union said it would ask a court to stop the 40 dismissals at once."
HEAD_AR = "غوغل تلغي 40 وظيفة سحابية في مكتبها في حيفا هذا الأسبوع"
FIRST_AR = "أبلغت غوغل 40 عاملًا في مكتب حيفا يوم الإثنين أن وظائفهم ستنتهي."
SECOND_AR = "قالت نقابة العمال إنها ستطلب من محكمة وقف عمليات الفصل الـ40 فورًا."
NAMES = Glossary([Term("غوغل", ("Google",), ("גוגל",), ("جوجل",))])


def engine(**changes: str) -> Dictionary:
    book = {TITLE: HEAD_AR, FIRST: FIRST_AR, SECOND: SECOND_AR}
    return Dictionary({("en", "ar"): book | changes})


class House:
    """A real database and the pipeline over it."""

    def __init__(self, store: Store, pipeline: Pipeline, translator: Translator) -> None:
        self.store, self.pipeline, self.translator = store, pipeline, translator

    async def read(self, *entries: Entry, source: Source = WIRE) -> None:
        saved = self.store.write_now(
            lambda db: archive.save(db, source, entries, NOW, Arriving.USUAL)
        )
        await self.pipeline.match([*saved.new, *saved.changed])
        await self.pipeline.group(NOW)

    async def told(self) -> Told:
        await self.translator.settled()
        ids = self.store.read_now(
            lambda db: stories.pushable(db, "clouds", NOW - timedelta(days=1))
        )
        return self.store.read_now(lambda db: stories.get(db, ids))[0][1]

    async def shown(self) -> str:
        told = await self.told()
        ids = self.store.read_now(
            lambda db: stories.pushable(db, "clouds", NOW - timedelta(days=1))
        )
        story = self.store.read_now(lambda db: stories.get(db, ids))[0][0]
        item = Item("clouds", story, told.summary, told.independence)
        messages = compose(
            Digest((item,), NOW, "digest-evening"),
            Preferences(),
            {WIRE.id: WIRE, HEBREW.id: HEBREW},
            {TOPIC.slug: TOPIC},
            Words.load(),
        )
        return visible(messages[0].html)


@asynccontextmanager
async def house(folder: Path, dictionary: Dictionary) -> AsyncIterator[House]:
    store = Store(folder / "mujaz.db")
    catalogue = Catalogue({WIRE.id: WIRE, HEBREW.id: HEBREW}, {TOPIC.slug: TOPIC})
    translator = Translator(store, dictionary, NAMES, fidelity, rest=0)
    async with HttpClient(private_network=True) as http:
        pipeline = Pipeline(
            store, catalogue, http, Worker(), timedelta(minutes=10), None, translator
        )
        yield House(store, pipeline, translator)
        await pipeline.stop()
        await translator.stop()
    store.close()


def report(text: str = f"{FIRST}\n{SECOND}", guid: str = "1", title: str = TITLE) -> Entry:
    return Entry(guid, f"https://wire.test/{guid}", title, text=text, published=NOW)


async def test_headline_and_sentences_are_translated_and_keep_their_evidence(
    tmp_path: Path,
) -> None:
    async with house(tmp_path, engine()) as home:
        await home.read(report())
        told = (await home.told()).summary
        assert told.headline == Sentence(HEAD_AR, 1, TITLE, Method.TRANSLATED, "ar")
        assert {(s.text, s.evidence) for s in told.sentences} == {
            (FIRST_AR, FIRST),
            (SECOND_AR, SECOND),
        }
        assert {(s.method, s.language) for s in told.sentences} == {(Method.TRANSLATED, "ar")}


async def test_readers_see_the_label_at_headline_and_sentence(tmp_path: Path) -> None:
    async with house(tmp_path, engine()) as home:
        await home.read(report())
        shown = await home.shown()
    assert f"{HEAD_AR} (ترجمة آلية)" in shown
    assert f"{FIRST_AR} (سلك المثال، ترجمة آلية، 24 نوفمبر)" in shown
    assert f"{SECOND_AR} (سلك المثال، ترجمة آلية)" in shown
    assert "بالإنجليزية" not in shown


async def test_an_unfaithful_translation_gives_way_to_the_original_marked(tmp_path: Path) -> None:
    async with house(tmp_path, engine(**{FIRST: FIRST_AR.replace("40", "400")})) as home:
        await home.read(report())
        told = (await home.told()).summary
        shown = await home.shown()
    kept = next(s for s in told.sentences if s.evidence == FIRST)
    assert (kept.text, kept.method, kept.language) == (FIRST, Method.EXTRACTIVE, "en")
    assert f"{HEAD_AR} (ترجمة آلية)" in shown
    assert "من نص سلك المثال (بالإنجليزية" in shown
    assert "400" not in shown
    assert SECOND_AR in shown


async def test_a_sentence_is_translated_once(tmp_path: Path) -> None:
    dictionary = engine()
    async with house(tmp_path, dictionary) as home:
        await home.read(report())
        await home.told()
        assert sorted(dictionary.asked) == sorted([TITLE, FIRST, SECOND])
        await home.read(report(f"{FIRST}\n{SECOND}\nMore."))
        await home.told()
        await home.pipeline.translate(NOW)
        await home.translator.settled()
        assert [text for text in dictionary.asked if text in (TITLE, FIRST, SECOND)] == [
            *dictionary.asked[:3]
        ]


async def test_what_was_refused_is_not_tried_again(tmp_path: Path) -> None:
    dictionary = engine(**{FIRST: "لا أرقام هنا ولا غوغل ولا شيء آخر في هذه الجملة الطويلة"})
    async with house(tmp_path, dictionary) as home:
        await home.read(report())
        await home.told()
        once = len(dictionary.asked)
    async with house(tmp_path, dictionary) as home:
        dictionary.broken = False
        await home.pipeline.translate(NOW)
        await home.translator.settled()
        assert len(dictionary.asked) == once


async def test_a_changed_story_shows_known_translations_at_once(tmp_path: Path) -> None:
    dictionary = engine()
    async with house(tmp_path, dictionary) as home:
        await home.read(report())
        await home.told()
        dictionary.broken = True
        await home.read(report(f"{FIRST}\n{SECOND}\nAnd the mayor of Haifa thanked them."))
        told = (await home.told()).summary
        assert told.headline.text == HEAD_AR
        assert FIRST_AR in {s.text for s in told.sentences}


async def test_without_models_the_original_stands(tmp_path: Path) -> None:
    dictionary = engine()
    dictionary.models.clear()
    async with house(tmp_path, dictionary) as home:
        await home.read(report())
        assert (await home.told()).summary.headline.language == "en"
        assert dictionary.asked == []
        dictionary.models["en", "ar"] = "1"
        await home.pipeline.translate(NOW)
        assert (await home.told()).summary.headline.text == HEAD_AR


async def test_an_engine_that_fails_is_told_once_and_tried_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dictionary = engine()
    dictionary.broken = True
    async with house(tmp_path, dictionary) as home:
        await home.read(report())
        assert (await home.told()).summary.headline.language == "en"
        for _ in range(3):
            await home.pipeline.translate(NOW)
            await home.translator.settled()
        dictionary.broken = False
        await home.pipeline.translate(NOW)
        assert (await home.told()).summary.headline.text == HEAD_AR
    said = capsys.readouterr().out
    assert said.count("translation.failing") == 1
    assert said.count("translation.fine-again") == 1


async def test_another_model_translates_anew(tmp_path: Path) -> None:
    dictionary = engine(**{FIRST: "خطأ 400"})
    async with house(tmp_path, dictionary) as home:
        await home.read(report())
        await home.told()
        assert isinstance(dictionary.books, dict)
        dictionary.books["en", "ar"] = engine().books["en", "ar"]
        dictionary.models["en", "ar"] = "2"
        await home.pipeline.translate(NOW)
        told = await home.told()
        assert FIRST_AR in {s.text for s in told.summary.sentences}
