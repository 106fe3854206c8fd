"""Markup becomes the text that readers would have seen."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.sources.clean import clean_url, lines, plain, text, title


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>أول</p><p>ثان</p>", "أول\nثان"),
        ("<div><p>a</p>\n\n<p>b</p></div>", "a\nb"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("a <b>b</b><i>c</i> <a href='x'>d</a>", "a bc d"),
        ("line one\nline two", "line one\nline two"),
        ("<p>soft\nwrapped\ttext</p>", "soft wrapped text"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("a<script>var x='<p>';</script>b", "ab"),
        ("a<STYLE>p{}</STYLE >b", "ab"),
        ("a<!-- <p>no</p> -->b", "ab"),
        ("a<!-- never closed <p>b", "a"),
        ("<figure><img src=x alt='no > no'><figcaption>no</figcaption></figure><p>yes</p>", "yes"),
        ("<p class='wp-caption-text'>no</p><p>yes</p>", "yes"),
        ("<figcaption>unclosed<p>yes</p>", "unclosed\nyes"),
        ("<iframe src='x'>no</iframe>yes", "yes"),
        ("<img title=\"a > b\" src='x'>yes", "yes"),
        ("yes <p", "yes"),
        ("yes</", "yes"),
        ("<a href='x'<img src='y'>yes</a>", "yes"),
        ("<![CDATA[<p>yes</p>]]>", "yes"),
        ("3 < 5 and 7 > 6", "3 < 5 and 7 > 6"),
        ("a<b", "a<b"),
        ("Tom &amp; Jerry", "Tom & Jerry"),
        ("Tom &amp;amp; Jerry &amp;#39;s", "Tom & Jerry 's"),
        ("&lt;p&gt;twice&lt;/p&gt;&lt;p&gt;escaped&lt;/p&gt;", "twice\nescaped"),
        ("<p>a</p>&lt;b&gt;b&lt;/b&gt;<p>c</p>", "a\nb\nc"),
        ("x &nbsp; y\u00a0z", "x y z"),
        ("caf&eacute; &#1605; &#x645;", "café م م"),
        ("&copy without semicolon &unknown;", "© without semicolon &unknown;"),
        ("\u202bعربي\u202c \u200fنص\u200e \u2067x\u2069", "عربي نص x"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u2028b\x0bc", "a\nb\nc"),
        ("it\x92s", "it’s"),
        ("", ""),
    ],
)
def test_markup_becomes_text(markup: str, expected: str) -> None:
    assert text(markup) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("A <b>bold</b> title", "A bold title"),
        ("A &amp; B", "A & B"),
        ("A &amp;amp; B", "A & B"),
        ("x < y", "x < y"),
        ("<متحدث> قال", "<متحدث> قال"),
        (" two\n lines\t", "two lines"),
        ("\u200fعنوان", "عنوان"),
        ("&lt;i&gt;A&lt;/i&gt;", "A"),
        ("", ""),
    ],
)
def test_a_title_is_one_line_of_text(value: str, expected: str) -> None:
    assert title(value) == expected


def test_a_plain_title_keeps_what_looks_like_markup() -> None:
    assert title("The <b> element", markup=False) == "The <b> element"
    assert plain("if a &lt; b &amp; c") == "if a < b & c"


@given(st.text(alphabet="<>&;/!-ap\"' \n=ب#x3[]script", max_size=200))
def test_any_markup_becomes_tidy_text(markup: str) -> None:
    out = text(markup)
    assert out == lines(out)
    assert not re.search(r"[\u202a-\u202e\u2066-\u2069]|  |\n\n", out)


@given(st.lists(st.text(alphabet="ابتثج abc.", min_size=1, max_size=30), min_size=1, max_size=8))
def test_paragraphs_come_back_as_they_were(paragraphs: list[str]) -> None:
    wanted = [" ".join(p.split()) for p in paragraphs if p.strip()]
    assert text("".join(f"<p>{p}</p>\n" for p in paragraphs)) == "\n".join(wanted)


@pytest.mark.parametrize(
    "markup", ["<" * 50_000, "<a " * 50_000, "<a '" * 50_000, "<!--" * 50_000, "&" * 50_000,
               "<figcaption>" * 20_000, "<p class='" * 20_000, "<pre>" * 20_000,
               "<script>" * 20_000, "<a b='" * 20_000 + "'" * 20_000],
)  # fmt: skip
def test_hostile_markup_ends(markup: str) -> None:
    assert len(text(markup)) <= 4 * len(markup)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x?utm_source=rss&id=3&utm_medium=x", "https://a.example/x?id=3"),
        ("https://a.example/x?fbclid=1&gclid=2&mc_cid=3&igshid=4", "https://a.example/x"),
        ("https://a.example/x?at_medium=RSS&at_campaign=KARANGA", "https://a.example/x"),
        ("https://a.example/x?ns_mchannel=rss&ns_source=y#xtor=RSS-1", "https://a.example/x"),
        ("https://a.example/x#xtor=RSS-1", "https://a.example/x"),
        ("https://a.example/x?CMP=share_btn&xtor=1", "https://a.example/x"),
        ("https://a.example/x?ref=rss", "https://a.example/x"),
        ("https://a.example/x?ref=1234", "https://a.example/x?ref=1234"),
        ("https://a.example/x?partner=rss&emc=rss", "https://a.example/x"),
        ("https://a.example/x#:~:text=a", "https://a.example/x"),
        ("https://a.example/x#comments", "https://a.example/x#comments"),
        ("https://a.example/?p=7&a=&b", "https://a.example/?p=7&a=&b"),
        ("https://a.example/خبر?q=ب", "https://a.example/خبر?q=ب"),
        ("http://a.example:8080/x", "http://a.example:8080/x"),
        ('  https://a.example/a b"c<d>\n', "https://a.example/a%20b%22c%3Cd%3E"),
        ("https://a.example/\u202egpj", "https://a.example/gpj"),
        ("//a.example/x", None),
        ("/x", None),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("ftp://a.example/", None),
        ("tg://resolve?domain=x", None),
        ("https://bank.example@evil.example/", None),
        ("http://", None),
        ("http://[::1", None),
        ("http://a.example:x/", None),
        ("https://a.example/" + "x" * 5000, None),
        ("", None),
        (None, None),
    ],
)
def test_a_url_is_kept_without_tracking_or_not_at_all(
    url: str | None, expected: str | None
) -> None:
    assert clean_url(url) == expected


def test_relative_urls_start_from_their_base() -> None:
    assert clean_url("../b?utm_source=x", "https://a.example/x/y/") == "https://a.example/x/b"
    assert clean_url("//b.example/", "https://a.example/") == "https://b.example/"


@given(st.text(max_size=80), st.text(max_size=20))
def test_no_url_raises_and_what_is_kept_stays(url: str, base: str) -> None:
    kept = clean_url(url, base)
    assert kept is None or clean_url(kept) == kept
