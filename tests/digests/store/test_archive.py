"""Articles: identity over polls, what counts as news, what retention leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digests.language.normal import fold
from digests.model import Article, Entry, Source
from digests.store import archive
from digests.store.archive import Arriving
from digests.store.database import Database
from tests.digests.store.desk import NOON, Desk, digest

HOUR = timedelta(hours=1)


def entry(number: int, **changes: object) -> Entry:
    made = Entry(
        guid=f"id-{number}",
        url=f"https://paper.test/2026/03/{number}",
        title=f"خبر رقم {number} عن أمر بعينه",
        summary=f"تفاصيل الخبر {number} كما وردت.",
        published=NOON - HOUR,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def articles(desk: Desk) -> list[Article]:
    ids = desk.store.read_now(archive.all_ids)
    return desk.store.read_now(lambda db: archive.articles(db, ids))


def test_as_many_articles_as_entries_also_when_entries_are_alike(desk: Desk) -> None:
    same = entry(1)
    saved = desk.save(same, same, entry(2), replace(same, guid=None))
    assert len(set(saved.new)) == 4
    again = desk.save(same, same, entry(2), replace(same, guid=None))
    assert (again.new, again.changed) == ((), ())
    assert desk.count("article") == 4


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.builds(
            Entry,
            guid=st.sampled_from([None, "a", "b", "http://p.test/x"]),
            url=st.sampled_from([None, "http://p.test/1", "http://p.test/2", "http://p.test/"]),
            title=st.sampled_from(["", "عاجل", "خبر أول طويل", "خبر ثان طويل"]),
            summary=st.sampled_from(["", "نص"]),
            published=st.sampled_from([None, NOON, NOON - HOUR]),
        ),
        max_size=8,
    )
)
def test_the_same_document_twice_brings_nothing_new(desk: Desk, entries: list[Entry]) -> None:
    desk.do(lambda db: db.execute("DELETE FROM article"))
    first = desk.save(*entries)
    assert len(set(first.new)) == len(entries)
    again = desk.save(*entries)
    assert again.new == ()
    assert again.changed == ()


@pytest.mark.parametrize(
    "change",
    [
        {"guid": "another"},
        {"guid": None},
        {"url": "https://paper.test/2026/03/moved-to-another-place"},
        {"title": "خبر عُدّل عنوانه كله"},
        {"summary": "تفاصيل أخرى تمامًا."},
    ],
)
def test_an_article_stays_itself_when_one_thing_changes(
    desk: Desk, change: dict[str, str | None]
) -> None:
    ids = desk.save(entry(1), entry(2), entry(3)).new
    saved = desk.save(entry(1), entry(2, **change), entry(3))
    assert saved.new == ()
    assert set(saved.changed) <= {ids[1]}
    assert desk.count("article") == 3
    assert desk.save(entry(1), entry(2, **change), entry(3)).changed == ()


def test_changes_one_after_another_keep_the_article(desk: Desk) -> None:
    (first,) = desk.save(entry(1)).new
    steps = [
        entry(1, title="عنوان ثان لهذا الخبر"),
        entry(1, title="عنوان ثان لهذا الخبر", guid="new-guid"),
        entry(1, title="عنوان ثان لهذا الخبر", guid="new-guid", url="https://paper.test/2026/9/9"),
    ]
    for step in steps:
        assert desk.save(step).new == ()
    assert [a.id for a in articles(desk)] == [first]
    assert articles(desk)[0].title == "عنوان ثان لهذا الخبر"


def test_two_sources_with_one_guid_have_two_articles(desk: Desk) -> None:
    other = Source("other", "أخرى", "Other", "http://other.test/feed", "ar")
    desk.save(entry(1))
    assert len(desk.save(entry(1), source=other).new) == 1


# --- freshness


def test_a_first_poll_of_five_hundred_items_brings_no_news(desk: Desk) -> None:
    entries = [entry(n, published=None if n % 3 == 0 else NOON - HOUR) for n in range(500)]
    saved = desk.save(*entries, arriving=Arriving.FIRST)
    assert len(saved.new) == 500
    assert not any(a.fresh for a in articles(desk))


def test_a_recovered_source_has_news_only_of_what_carries_a_recent_date(desk: Desk) -> None:
    desk.save(
        entry(1, published=None),
        entry(2, published=NOON - timedelta(hours=49)),
        entry(3, published=NOON - timedelta(hours=47)),
        arriving=Arriving.RECOVERED,
    )
    assert [a.fresh for a in articles(desk)] == [True, False, False]  # newest id first


def test_usual_news_is_of_the_last_48_hours_or_without_date(desk: Desk) -> None:
    desk.save(
        entry(1, published=None),
        entry(2, published=NOON - timedelta(hours=48)),
        entry(3, published=NOON - timedelta(hours=48, seconds=1)),
    )
    assert [a.fresh for a in articles(desk)] == [False, True, True]


@pytest.mark.parametrize("ahead", [timedelta(seconds=1), timedelta(days=400)])
def test_a_date_in_the_future_is_the_moment_it_was_seen(desk: Desk, ahead: timedelta) -> None:
    desk.save(entry(1, published=NOON + ahead))
    (article,) = articles(desk)
    assert article.published == article.first_seen == NOON
    assert article.dated


def test_the_one_entry_of_a_feed_is_known_again_by_a_date_in_the_future(desk: Desk) -> None:
    page, ahead = "https://paper.test/news", NOON + 2 * HOUR
    desk.save(entry(1, guid=page, url=page, published=ahead))
    edited = entry(1, guid=page, url=page, published=ahead, title="خبر رقم 1 بعد تعديله كله")
    assert desk.save(edited).changed == (1,)
    desk.now = NOON + 3 * HOUR  # the date is past by now
    assert desk.save(replace(edited, title="عنوان ثالث لهذا الخبر")).changed == (1,)
    assert desk.save(entry(2, guid=page, url=page, published=ahead + HOUR / 2)).new == (2,)


def test_no_date_is_the_moment_it_was_seen_and_stays_so(desk: Desk) -> None:
    desk.save(entry(1, published=None))
    desk.now = NOON + timedelta(days=3)
    desk.save(entry(1, published=None, title="عنوان آخر لهذا"))
    (article,) = articles(desk)
    assert article.published == article.first_seen == NOON
    assert not article.dated


@pytest.mark.parametrize("year", [1, 1970, 9999])
def test_absurd_dates_are_survived(desk: Desk, year: int) -> None:
    moment = datetime(year, 6, 1, tzinfo=UTC)
    desk.save(entry(1, published=moment))
    assert articles(desk)[0].published == min(moment, NOON)


def test_what_utf8_cannot_hold_costs_a_character_not_the_document(desk: Desk) -> None:
    broken = entry(1, title="خبر \ud83d مكسور", guid="\udc80", summary="nul \x00 inside")
    assert len(desk.save(broken, entry(2)).new) == 2
    assert "خبر ? مكسور" in [a.title for a in articles(desk)]
    assert desk.save(broken, entry(2)).new == ()


def test_the_text_of_the_page_stays_when_the_feed_is_edited(desk: Desk) -> None:
    (article,) = desk.save(entry(1)).new
    desk.do(lambda db: archive.set_text(db, article, "النص الكامل من صفحة الخبر."))
    assert desk.save(entry(1, title="عنوان صُحّح بعد حين")).changed == (article,)
    assert articles(desk)[0].text == "النص الكامل من صفحة الخبر."
    desk.save(entry(1, text="نص جاء في الخلاصة"))
    assert articles(desk)[0].text == "نص جاء في الخلاصة"


# --- topics


def topics_of(desk: Desk, article: int) -> dict[str, bool]:
    rows = desk.store.read_now(
        lambda db: db.execute(
            "SELECT topic, fresh FROM article_topic WHERE article = ?", (article,)
        ).fetchall()
    )
    return {topic: bool(fresh) for topic, fresh in rows}


def test_a_changed_topic_finds_old_articles_without_making_them_news(desk: Desk) -> None:
    (article,) = desk.save(entry(1)).new
    among = ["one", "two"]
    desk.do(lambda db: archive.set_topics(db, {article: ["one"]}, fresh=True, among=among))
    desk.do(lambda db: archive.set_topics(db, {article: ["one", "two"]}, fresh=False, among=among))
    assert topics_of(desk, article) == {"one": True, "two": False}
    desk.do(lambda db: archive.set_topics(db, {article: ["two"]}, fresh=True, among=among))
    assert topics_of(desk, article) == {"two": False}
    desk.do(lambda db: archive.set_topics(db, {article: []}, fresh=True, among=["one"]))
    assert topics_of(desk, article) == {"two": False}


def test_what_a_first_poll_brought_matches_without_being_news(desk: Desk) -> None:
    (article,) = desk.save(entry(1), arriving=Arriving.FIRST).new
    desk.do(lambda db: archive.set_topics(db, {article: ["one"]}, fresh=True, among=["one"]))
    assert topics_of(desk, article) == {"one": False}


# --- retention


def test_retention_keeps_what_is_owed(desk: Desk) -> None:
    old = desk.save(entry(1), entry(2), entry(3)).new
    desk.owe(desk.chat(1), digest(5, [old[0]]))
    desk.owe(desk.chat(2), digest(6, [old[1]]))
    desk.do(lambda db: db.execute("UPDATE delivery SET state = 'unsure' WHERE chat = 2"))
    removed = desk.store.write_now(lambda db: archive.prune(db, NOON + HOUR))
    assert removed == 1
    assert sorted(a.id for a in articles(desk)) == sorted(old[:2])
    desk.do(lambda db: db.execute("UPDATE delivery SET state = 'sent'"))
    desk.do(lambda db: archive.prune(db, NOON + HOUR))
    assert articles(desk) == []
    assert desk.count("delivery") == 2
    assert desk.count("digest_article") == 2


def test_an_article_id_is_never_given_twice(desk: Desk) -> None:
    old = desk.save(entry(1)).new[0]
    desk.do(lambda db: archive.prune(db, NOON + HOUR))
    assert desk.count("article") == 0
    assert desk.save(entry(2)).new[0] > old


def test_an_undated_article_that_its_feed_still_lists_does_not_come_back_as_news(
    desk: Desk,
) -> None:
    undated = entry(1, published=None, text="نص طويل")
    (article,) = desk.save(undated).new
    desk.do(lambda db: archive.set_topics(db, {article: ["one"]}, fresh=True, among=["one"]))
    desk.now = NOON + timedelta(days=100)
    desk.do(lambda db: archive.prune(db, desk.now - archive.KEPT))
    again = desk.save(undated)
    assert (again.new, again.changed) == ((), ())
    assert [a.text for a in articles(desk)] == [""]
    assert topics_of(desk, article) == {}


def test_search_finds_the_newest_first_and_forgets_what_is_gone(desk: Desk) -> None:
    first = desk.save(entry(1, title="قمة في القاهرة")).new
    second = desk.save(entry(2, title="القاهرة تستضيف القمة")).new
    added = [desk.store.write_now(lambda db: archive.index(db, fold, limit=1)) for _ in range(3)]
    assert added == [1, 1, 0]

    def search(words: str) -> list[int]:
        found = desk.store.read_now(lambda db: archive.search(db, fold(words), 10))
        return [a.id for a in found]

    assert search("القاهرة") == [*second, *first]
    assert search("بغداد") == []
    desk.do(lambda db: archive.prune(db, NOON + HOUR))
    assert search("القاهرة") == []
    desk.save(entry(3, title="القاهرة بعد ذلك"))
    desk.do(lambda db: archive.index(db, fold))
    assert len(search("القاهرة")) == 1


def test_an_index_that_cannot_forget_begins_anew(desk: Desk) -> None:
    def as_sqlite_before_3_43_makes_it(db: Database) -> None:
        db.execute("DROP TABLE article_search")
        db.execute("CREATE VIRTUAL TABLE article_search USING fts5 (words, content='')")

    desk.do(as_sqlite_before_3_43_makes_it)
    desk.save(*(entry(n) for n in range(1100)))
    while desk.store.write_now(lambda db: archive.index(db, fold)):
        pass
    desk.do(lambda db: archive.prune(db, NOON + HOUR))
    assert desk.count("article_search_docsize") == 0
    desk.now = NOON + 2 * HOUR
    desk.save(entry(2000))
    assert desk.store.write_now(lambda db: archive.index(db, fold)) == 1
