"""The commands of run.py, each as an operator types it."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from aiohttp import web

from digests.full_text import FIRST
from tests.e2e.house import House, Item
from tests.e2e.test_first_minutes import MICROSOFT

ARTICLE = Path(__file__).parents[3] / "shared/data/articles/qudsnet-microsoft-review.txt"


@pytest.fixture
async def read(house: House) -> House:
    """A house whose sources were read once."""
    house.catalogue("one", "two")
    house.paper.items["one"] = MICROSOFT
    house.paper.items["two"] = [
        Item(
            "مايكروسوفت تبدأ مراجعة عقودها مع وزارة الدفاع الإسرائيلية",
            "قالت شركة مايكروسوفت إنها بدأت مراجعة لعقودها مع وزارة الدفاع الإسرائيلية، "
            "يتولاها مكتب محاماة مستقل وتُنشر نتائجها خلال ثلاثة أشهر.",
            "https://example.org/two/review",
            age=timedelta(minutes=30),
        )
    ]
    status, out, err = await house.command("poll", "--once")
    assert (status, err) == (0, "")
    assert "2 sources read, 0 failed, 3 new articles." in out
    return house


async def test_digest_as_json_ties_every_sentence_to_its_article(read: House) -> None:
    status, out, _ = await read.command("digest", "microsoft-israel", "--format", "json")
    assert status == 0
    digest = json.loads(out)
    assert digest["topic"] == "microsoft-israel"
    assert len(digest["stories"]) == 2
    texts = {i.url: f"{i.title}\n{i.text}" for items in read.paper.items.values() for i in items}
    for story in digest["stories"]:
        urls = {article["id"]: article["url"] for article in story["articles"]}
        assert story["title_evidence"] in texts[urls[story["title_article"]]]
        assert story["sentences"]
        for sentence in story["sentences"]:
            assert sentence["url"] == urls[sentence["article"]]
            assert sentence["evidence"] in texts[sentence["url"]]
            assert sentence["method"] == "extractive"
    assert all(url in "".join(digest["messages"]) for url in texts)


async def test_a_real_article_becomes_one_story_that_hears_both_parties(house: House) -> None:
    if not ARTICLE.exists():
        pytest.skip("the sample article is not beside this checkout")
    title, _, text = ARTICLE.read_text(encoding="utf-8").partition("\n\n")
    house.catalogue("qudsnet")
    house.paper.items["qudsnet"] = [Item(title, text, "https://example.org/review")]
    assert (await house.command("poll", "--once"))[0] == 0
    _, out, _ = await house.command("digest", "microsoft-israel", "--format", "json")
    [story] = json.loads(out)["stories"]
    evidence = [sentence["evidence"] for sentence in story["sentences"]]
    assert 3 <= len(evidence) <= 4
    assert all(span in text for span in evidence)
    assert any("الحملة" in span or "حملة" in span for span in evidence)
    assert any("قالت شركة مايكروسوفت" in span or "الشركة" in span for span in evidence)
    assert not any("المصدر:" in span or span.startswith("انتقادات داخلية") for span in evidence)
    _, shown, _ = await house.command("digest", "microsoft-israel", "--format", "text")
    assert "موجز: مايكروسوفت وإسرائيل" in shown
    assert "خبر واحد من مصدر واحد" in shown
    assert "ورد في مصدر واحد حتى الآن." in shown


async def test_an_unknown_topic_is_refused_with_the_list(read: House) -> None:
    status, _, err = await read.command("digest", "nothing-such")
    assert status == 2
    assert "project-nimbus" in err


async def test_the_first_poll_reads_the_pages_of_the_newest_teasers(house: House) -> None:
    title, text = MICROSOFT[0].title, MICROSOFT[0].text
    page = (
        f"<html><body><article><h1>{title}</h1><p>{text}</p><p>{text}</p></article></body></html>"
    )

    async def serve(request: web.Request) -> web.Response:
        return web.Response(text=page, content_type="text/html")

    source = {"id": "one", "name": "صحيفة", "url": f"{house.paper.base}/one", "language": "ar"}
    house.catalogue()
    path = house.folder / "sources.yaml"
    path.write_text(yaml.safe_dump([source | {"full_text": True}]), encoding="utf-8")
    pages = [f"page{number}" for number in range(8)]
    house.paper.serve.update(dict.fromkeys(pages, serve))
    house.paper.items["one"] = [
        Item(title, "مقدمة.", f"{house.paper.base}/{page}", age=timedelta(minutes=number))
        for number, page in enumerate(pages)
    ]
    assert (await house.command("poll", "--once"))[0] == 0
    assert [page for page in pages if house.paper.asked.get(page)] == pages[:FIRST]
    _, out, _ = await house.command("digest", "microsoft-israel", "--format", "json")
    assert any("مكتب محاماة" in s["text"] for s in json.loads(out)["stories"][0]["sentences"])


async def test_nothing_new_is_said_in_words(read: House) -> None:
    status, out, _ = await read.command("digest", "spyware", "--hours", "24")
    assert status == 0
    assert "لا جديد عن «برامج التجسس» منذ 24 ساعة." in out


async def test_match_names_topic_phrase_and_words(read: House) -> None:
    _, out, _ = await read.command("match", "عقد لمايكروسوفت مع الجيش الإسرائيلي")
    assert "microsoft-israel" in out
    assert "«لمايكروسوفت»" in out


async def listed(house: House) -> dict[str, str]:
    """Article id to story id, as `stories list` shows them."""
    _, out, _ = await house.command("stories", "list")
    found: dict[str, str] = {}
    story = ""
    for line in out.splitlines():
        if line.startswith(" "):
            found[line.split()[0]] = story
        else:
            story = line.split()[0]
    return found


async def test_stories_are_merged_and_split_by_hand(read: House) -> None:
    before = await listed(read)
    one, other = sorted(set(before.values()))
    assert (await read.command("stories", "merge", one, other))[0] == 0
    assert len(set((await listed(read)).values())) == 1
    alone = next(article for article, story in before.items() if story == one)
    assert (await read.command("stories", "split", alone))[0] == 0
    after = await listed(read)
    assert [a for a, s in after.items() if s == after[alone]] == [alone]
    rest = next(story for article, story in after.items() if article != alone)
    assert (await read.command("stories", "merge", after[alone], rest))[0] == 0
    assert len(set((await listed(read)).values())) == 1
    assert (await read.command("stories", "merge", "1", "999"))[0] == 2


async def test_numbers_that_are_none_are_named_with_where_to_find_them(read: House) -> None:
    of = await listed(read)
    article, story = next((a, s) for a, s in of.items() if list(of.values()).count(s) == 1)
    elsewhere, other = next((a, s) for a, s in of.items() if s != story)
    for arguments, said in (
        (["split", "9999"], "No story has an article 9999; "),
        (["split", article, "9998", "9999"], "No story has an article 9998 or 9999; "),
        (["split", article, elsewhere], f"({article} of {story}, {elsewhere} of {other}); "),
        (["split", article], f"Story {story} has no other articles"),
        (["merge", story, "9999"], "There is no story 9999; "),
        (["merge", story, story], f"Story {story} is one story already; "),
    ):
        status, out, err = await read.command("stories", *arguments)
        assert (status, out) == (2, "")
        assert said in err
        assert "`python run.py stories list` shows" in err
    status, _, err = await read.command("stories", "split", "9" * 30)
    assert status == 2
    assert "not in the range" in err


async def test_a_story_that_was_told_to_nobody_is_named(read: House) -> None:
    status, _, err = await read.command("corrections", "withdraw", "9999")
    assert status == 2
    assert "Nobody was told a story 9999; `python run.py stories list`" in err


async def test_sources_are_added_imported_and_exported(read: House) -> None:
    read.paper.items["en-third"] = MICROSOFT
    url = f"{read.paper.base}/en-third"
    status, out, err = await read.command("sources", "add", url, "--id", "third")
    assert status == 1
    assert "--language" in err
    status, out, _ = await read.command("sources", "add", url, "--id", "third", "--language", "en")
    assert status == 0
    opml = read.folder / "feeds.opml"
    opml.write_text(
        f"<opml version='2.0'><body><outline text='رابعة' xmlUrl='{read.paper.base}/fourth'/>"
        f"<outline text='خامسة' xmlUrl='{read.paper.base}/fifth'/></body></opml>",
        encoding="utf-8",
    )
    assert (await read.command("sources", "import", str(opml)))[0] == 0
    _, exported, _ = await read.command("sources", "export")
    assert url in exported
    assert f"{read.paper.base}/fourth" in exported
    assert f"{read.paper.base}/fifth" in exported
    _, listed, _ = await read.command("sources", "export", "--opml")
    assert f'xmlUrl="{read.paper.base}/fifth"' in listed
    (read.folder / "sources.yaml").write_text(exported, encoding="utf-8")
    _, out, _ = await read.command("sources", "list")
    assert [line.split("\t")[0] for line in out.splitlines()][:2] == ["one", "two"]
    status, _, err = await read.command("sources", "add", url, "--id", "again")
    assert status == 1
    assert "third" in err


async def test_a_list_of_feeds_is_imported_as_far_as_it_can_be(read: House) -> None:
    opml = read.folder / "קובץ عربي.opml"
    feeds = {"fourth": "", "autre": "fr-FR", "fifth": "he"}
    rows = "".join(
        f"<outline xmlUrl='{read.paper.base}/{name}' language='{language}'/>"
        for name, language in feeds.items()
    )
    rows += "<outline text='قديمة' xmlUrl='ftp://old.example/feed'/><outline text='بلا عنوان'/>"
    opml.write_text(f"<opml version='2.0'><body>{rows}</body></opml>", encoding="utf-8")
    status, out, err = await read.command("sources", "import", str(opml))
    assert status == 0
    assert [line.rpartition("/")[2] for line in out.splitlines()] == ["fourth", "fifth"]
    assert err.startswith(f"{read.paper.base}/autre is not added: {opml} says")
    assert "its language is “fr”, and Mujaz reads ar, en and he;" in err
    assert "ftp://old.example/feed is not added: a feed's address begins with http://" in err
    assert len(err.splitlines()) == 2
    status, out, err = await read.command("sources", "import", str(opml))
    assert (status, out) == (1, "")
    opml.write_text("<opml version='2.0'><body/></opml>", encoding="utf-8")
    status, out, err = await read.command("sources", "import", str(opml))
    assert (status, err) == (0, "")
    assert out == f"{opml} names no feed that is not a source already.\n"
    opml.write_text("feeds", encoding="utf-8")
    status, out, err = await read.command("sources", "import", str(opml))
    assert (status, out) == (1, "")
    assert err.startswith(f"{opml}: the file is not OPML")


async def test_a_backup_comes_back(read: House) -> None:
    copy = read.folder / "copy.db"
    assert (await read.command("backup", str(copy)))[0] == 0
    assert copy.stat().st_mode & 0o077 == 0
    (read.folder / "data/mujaz.db").unlink()
    status, out, err = await read.command("restore", str(copy))
    assert (status, err) == (0, "")
    _, out, _ = await read.command("stories", "list")
    assert "مايكروسوفت" in out
    status, _, err = await read.command("restore", str(read.folder / "sources.yaml"))
    assert status == 1
    assert "sources.yaml is not a backup of Mujaz" in err
    assert f"{read.folder}/data/backups" in err
    status, _, err = await read.command("backup", str(read.folder / "none" / "copy.db"))
    assert status == 1
    assert f"there is no folder {read.folder}/none. Make it" in err


async def test_topics_of_readers_are_not_counted_among_the_catalogues(read: House) -> None:
    shipped = len((await read.command("topics", "list"))[1].splitlines())
    _, out, _ = await read.command("check")
    assert f"ok   {shipped} topics in the catalogue; 2 sources" in out.splitlines()
    await read.start()
    reader = await read.person()
    await read.say(reader, "/track مشروع نيمبوس")
    await read.wait(reader, 1)
    _, out, _ = await read.command("check")
    told = f"ok   {shipped} topics in the catalogue, and 1 that readers made; 2 sources"
    assert told in out.splitlines()


@pytest.mark.parametrize(
    ("line", "named", "help_of"),
    [
        ("serv", "serv", ""),
        ("--fast", "--fast", ""),
        ("digest", "TOPIC", "digest "),
        ("digest spyware --hour 3", "--hours", "digest "),
        ("digest spyware --format xml", "xml", "digest "),
        ("restore /nowhere.db", "/nowhere.db", "restore "),
        ("stories split one", "one", "stories split "),
        ("corrections correct 1", "--wrong", "corrections correct "),
        (f"corrections list --limit {10**20}", "not in the range", "corrections list "),
    ],
)
async def test_a_command_used_wrongly_gets_one_line_that_names_its_help(
    house: House, line: str, named: str, help_of: str
) -> None:
    status, out, err = await house.command(*line.split())
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert named in err
    assert err.endswith(f" (see `python run.py {help_of}--help`).\n")


async def test_a_group_of_commands_by_itself_shows_its_help(house: House) -> None:
    status, _, err = await house.command("stories")
    assert status == 2
    assert "split" in err
    assert "merge" in err
