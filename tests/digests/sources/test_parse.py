"""Every format gives its entries, and no malformed document loses one."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digests.model import Entry
from digests.sources.errors import NotAFeed
from digests.sources.parse import parse
from tests.digests.sources.feedserver import rss

RSS_091 = """<?xml version="1.0"?>
 <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
 "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel>
 <title>T</title><language>ar</language><item><title>خبر أول</title><link>http://a.example/1</link>
 <description>نص</description></item></channel></rss>"""
RSS_10 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
 <channel rdf:about="http://a.example/"><title>T</title></channel>
 <item rdf:about="http://a.example/1"><title>خبر أول</title><link>http://a.example/1</link>
 <description>نص</description><dc:date>2026-05-16T10:00:00+03:00</dc:date>
 <dc:creator>Sami</dc:creator></item></rdf:RDF>"""
RSS_20 = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
 <channel><title>T</title><ttl>15</ttl><item><title>خبر أول</title>
 <guid>http://a.example/1</guid><description>&lt;b&gt;نص&lt;/b&gt;</description>
 <content:encoded><![CDATA[<p>فقرة</p><p>أخرى</p>]]></content:encoded>
 <pubDate>Sat, 16 May 2026 10:00:00 +0300</pubDate></item></channel></rss>"""
ATOM_03 = """<feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="ar"><title>T</title>
 <entry><title>خبر أول</title><link rel="alternate" type="text/html" href="http://a.example/1"/>
 <id>tag:a,1</id><issued>2026-05-16T07:00:00Z</issued>
 <summary type="text/html" mode="escaped">&lt;i&gt;نص&lt;/i&gt;</summary></entry></feed>"""
ATOM_10 = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://a.example/x/"><title>T</title>
 <entry xml:lang="ar"><title type="html">خبر &amp;amp; أول</title><link href="../1"/>
 <link rel="enclosure" href="http://a.example/1.mp3"/><id>tag:a,1</id>
 <updated>2026-05-16T07:00:00Z</updated><author><name>Sami</name><email>s@a.example</email></author>
 <summary>نص 3 &lt; 5</summary>
 <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>فقرة</p><p>أ &lt; ب</p></div>
 </content></entry></feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "T",
        "language": "ar",
        "items": [
            {
                "id": 1,
                "url": "http://a.example/1",
                "title": "خبر أول",
                "summary": "نص",
                "content_html": "<p>فقرة</p><p>أخرى</p>",
                "date_published": "2026-05-16T10:00:00+03:00",
                "authors": [{"name": "Sami"}],
            }
        ],
    }
)
AT = datetime(2026, 5, 16, 7, tzinfo=UTC)


def one(document: str | bytes, url: str = "http://a.example/feed") -> Entry:
    body = document if isinstance(document, bytes) else document.encode()
    [entry] = parse(body, url=url).entries
    return entry


@pytest.mark.parametrize(
    ("document", "guid", "summary", "text", "published"),
    [
        (RSS_091, None, "نص", "", None),
        (RSS_10, "http://a.example/1", "نص", "", AT),
        (RSS_20, "http://a.example/1", "نص", "فقرة\nأخرى", AT),
        (ATOM_03, "tag:a,1", "نص", "", AT),
        (ATOM_10, "tag:a,1", "نص 3 < 5", "فقرة\nأ < ب", AT),
        (JSON_FEED, "1", "نص", "فقرة\nأخرى", AT),
    ],
    ids=["rss0.91", "rss1.0", "rss2.0", "atom0.3", "atom1.0", "json"],
)
def test_each_format_is_read(
    document: str, guid: str | None, summary: str, text: str, published: datetime | None
) -> None:
    entry = one(document)
    assert entry.title.replace(" & ", " ") == "خبر أول"
    assert entry.url == "http://a.example/1"
    assert (entry.guid, entry.summary, entry.text) == (guid, summary, text)
    assert entry.published == published


def test_languages_ttl_and_authors_are_kept() -> None:
    assert parse(RSS_091.encode()).language == "ar"
    assert parse(RSS_20.encode()).ttl == 900
    assert one(ATOM_10).language == "ar"
    assert [one(d).author for d in (RSS_10, ATOM_10, JSON_FEED)] == ["Sami"] * 3


@pytest.mark.parametrize("document", [RSS_091, RSS_10, RSS_20, ATOM_03, ATOM_10])
def test_the_fast_reader_agrees_with_the_reference(document: str) -> None:
    mine, theirs = one(document, ""), feedparser.parse(io.BytesIO(document.encode())).entries[0]
    assert mine.url == theirs.link
    assert (mine.guid or "") == theirs.get("id", "")


MALFORMED = {
    "undefined entities": "<title>A&nbsp;B &copy; &mdash; C</title>",
    "stray ampersands": "<title>AT&T & more &c; R&D</title><link>http://a.example/?a=1&b=2</link>",
    "unclosed markup": "<title>A</title><description><p>one<br>two</description>",
    "mismatched tags": "<title>A</title><description><b><i>x</b></i></description>",
    "unbound prefix": "<title>A</title><foo:bar>x</foo:bar>",
    "control characters": "<title>A\x0b\x1fB</title>",
    "forbidden references": "<title>A&#0;&#x1F;B&#55296;</title>",
    "unquoted attribute": "<title>A</title><guid isPermaLink=false>x</guid>",
    "lonely less-than": "<title>3 < 5</title>",
    "unclosed CDATA": "<title>A</title><description><![CDATA[never closed</description>",
    "unclosed comment": "<title>A</title><!-- never closed",
    "double hyphen": "<title>A</title><!-- a -- b -->",
}


@pytest.mark.parametrize("broken", MALFORMED.values(), ids=MALFORMED.keys())
@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_broken_item_costs_no_other(broken: str, place: int) -> None:
    items = [f"<item><title>good {at}</title><guid>g{at}</guid></item>" for at in range(3)]
    items[place] = f"<item>{broken}</item>"
    body = f"<rss version='2.0'><channel><title>T</title>{''.join(items)}</channel></rss>".encode()
    feed = parse(body)
    assert len(feed.entries) >= 3
    titles = [entry.title for entry in feed.entries]
    assert [t for at in range(3) if at != place and (t := f"good {at}") not in titles] == []
    assert feed.problems


def test_a_document_cut_anywhere_gives_every_item_that_had_begun() -> None:
    body = rss("One", "Two", "Three", more="<description>&lt;p&gt;text&lt;/p&gt;</description>")
    for end in range(body.index(b"<item>") + 6, len(body)):
        cut = body[:end]
        assert len(parse(cut).entries) >= cut.count(b"<item>"), cut[-40:]


def test_mended_text_is_the_text_that_was_meant() -> None:
    body = b"<rss><channel><item><title>R&D at AT&T&nbsp;&eacute;</title><link>http://a.example/?a=1&b=2</link></item></channel></rss>"
    entry = one(body)
    assert entry.title == "R&D at AT&T é"
    assert entry.url == "http://a.example/?a=1&b=2"


def test_white_space_or_noise_before_the_declaration_does_no_harm() -> None:
    for before in (b"\n\n  ", b"\xef\xbb\xbf\n", b"\0\0"):
        assert len(parse(before + rss("One", "Two")).entries) == 2


def test_entries_without_title_take_it_from_their_text() -> None:
    text = "&lt;p&gt;خبر قصير.&lt;/p&gt;&lt;p&gt;ثم&lt;/p&gt;"
    item = f"<item><description>{text}</description></item>"
    entry = one(f"<rss><channel>{item}</channel></rss>")
    assert entry.title == "خبر قصير."


def test_every_item_of_a_json_feed_counts() -> None:
    body = json.dumps({"items": [{}, None, 3, {"id": "x"}, {"title": 5, "content_text": "a"}]})
    assert len(parse(body.encode()).entries) == 5


@pytest.mark.parametrize(
    "body",
    [b"", b"   ", b"<!DOCTYPE html><html><body>Not found</body></html>", b"{}", b"{broken", b"[1]",
     b"plain text", b"<sitemap></sitemap>", b"\xff\xfe", b"/etc/passwd", b"http://127.0.0.1/"],
)  # fmt: skip
def test_what_is_no_feed_is_told(body: bytes) -> None:
    with pytest.raises(NotAFeed):
        parse(body)


def test_an_empty_feed_is_a_feed() -> None:
    assert parse(b"<rss version='2.0'><channel><title>T</title></channel></rss>").entries == ()


def test_entities_do_not_explode() -> None:
    lines = ['<!ENTITY a0 "lol">'] + [
        f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 12)
    ]
    body = (
        f"<!DOCTYPE rss [{''.join(lines)}]><rss version='2.0'><channel><title>T</title>"
        "<item><title>A &a11; B</title></item></channel></rss>"
    ).encode()
    assert len(one(body).title) < 10_000


def test_no_file_of_ours_comes_in_by_an_entity() -> None:
    body = (
        b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel>'
        b"<title>T</title><item><title>A &x; B</title><link>http://a.example/</link></item>"
        b"</channel></rss>"
    )
    assert "root:" not in repr(parse(body))


def test_depth_is_bounded() -> None:
    body = b"<rss><channel><item><title>A</title>" + b"<d>" * 3000 + b"</d>" * 3000
    assert len(parse(body + b"</item></channel></rss>").entries) == 1


def test_guids_are_links_only_where_they_say_so() -> None:
    item = "<rss><channel><item><title>A</title><guid{}>{}</guid></item></channel></rss>"
    assert one(item.format("", "http://a.example/9")).url == "http://a.example/9"
    assert one(item.format(" isPermaLink='false'", "http://a.example/9")).url is None
    assert one(item.format("", "/9")).url == "http://a.example/9"


def read_or_refused(body: bytes) -> str:
    try:
        return f"{len(parse(body).entries)} entries"
    except NotAFeed as refused:
        return str(refused)


@given(st.binary(max_size=300))
def test_wild_bytes_are_read_or_refused(body: bytes) -> None:
    assert read_or_refused(body)


_FRAGMENTS = st.sampled_from(
    ["<rss>", "<channel>", "<item>", "</item>", "<entry>", "<title>", "</title>", "&", "&amp;",
     "&#x", "<![CDATA[", "]]>", "<!--", "-->", "<", ">", "خبر", "\0", "<feed xmlns='x'>", '"',
     "<!DOCTYPE rss [", "]>", "<?xml", "?>", "<link href='", "<p>", "{", "</rss>"]
)  # fmt: skip


@given(st.lists(_FRAGMENTS, max_size=30))
@settings(max_examples=300)
def test_wild_markup_is_read_or_refused(parts: list[str]) -> None:
    body = "".join(parts).encode()
    assert read_or_refused(body)
