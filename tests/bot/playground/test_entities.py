"""Telegram's HTML: what becomes of tags, references, white space and invisible characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.entities import Entity, settle, utf16_length, utf16_slice
from bot.playground.errors import ApiError
from bot.playground.tags import parse_html

TAGS = ["b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "code", "pre"]
MARKUP = st.lists(
    st.one_of(
        st.text(max_size=8),
        st.sampled_from(
            [
                *(f"<{tag}>" for tag in [*TAGS, "blockquote", "div"]),
                *(f"</{tag}>" for tag in [*TAGS, "blockquote", "a", "span"]),
                '<a href="https://example.com">',
                "<a href=bad>",
                '<span class="tg-spoiler">',
                "<blockquote expandable>",
                "&lt;",
                "&#1588;",
                "&nbsp;",
                "<",
                "</",
                "=",
                '"',
                "😀",
                "شمس",
                " \n ",
                "\u200f\u200f",
                "\u202b",
            ]
        ),
    ),
    max_size=20,
).map("".join)


def read(html: str) -> tuple[str, list[tuple[str, str]]]:
    """The text, and each entity's type with the words it covers."""
    text, entities = settle(*parse_html(html))
    return text, [(e.type, utf16_slice(text, e.offset, e.length)) for e in entities]


@given(MARKUP)
def test_any_markup_is_read_or_refused_and_offsets_stay_inside(html: str) -> None:
    complaint, text, entities = "", "", list[Entity]()
    try:
        text, entities = settle(*parse_html(html))
    except ApiError as error:
        complaint = error.description
    assert not complaint or complaint.startswith("Bad Request: can't parse entities: ")
    assert all(e.length > 0 and e.offset >= 0 for e in entities)
    assert all(e.end <= utf16_length(text) for e in entities)
    assert len(entities) <= 100


@given(st.lists(st.tuples(st.sampled_from(TAGS[:10]), st.sampled_from("😀شaé𝄞")), min_size=1))
def test_offsets_count_utf16_units(parts: list[tuple[str, str]]) -> None:
    html = "".join(f"x<{tag}>{word}</{tag}>" for tag, word in parts)
    text, entities = parse_html(html)
    assert text == "".join(f"x{word}" for _, word in parts)
    assert [utf16_slice(text, e.offset, e.length) for e in entities] == [w for _, w in parts]


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        ("ش<div>", 'Unsupported start tag "div" at byte offset 2'),
        ("a<br>b", 'Unsupported start tag "br" at byte offset 1'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b ", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<i =x>y</i>", 'Empty attribute name in the tag "i" at byte offset 0'),
        ("<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<i   aba", 'Unclosed start tag "i" at byte offset 0'),
        ('<tg-emoji emoji-id="x">a</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
def test_bad_markup_is_refused_in_the_servers_words(html: str, complaint: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_html(html)
    assert caught.value.code == 400
    assert caught.value.description == f"Bad Request: can't parse entities: {complaint}"


def test_only_four_named_references_and_numeric_ones_are_read() -> None:
    text, _ = parse_html("&lt;&gt;&amp;&quot; &#1588;&#x634; &nbsp;&laquo;&#12345678;&lt")
    assert text == '<>&" شش &nbsp;&laquo;&#12345678;<'


@pytest.mark.parametrize("href", ["not-a-link", "ftp://example.com", "https://", "javascript:x()"])
def test_a_bad_address_drops_the_link_and_keeps_its_words(href: str) -> None:
    assert read(f'<a href="{href}">كلمة</a>') == ("كلمة", [])


def test_a_link_is_kept_with_its_path() -> None:
    _, entities = parse_html('<a href="HTTPS://Example.com?a=1&amp;b=2">x</a>')
    assert entities == [Entity("text_link", 0, 1, {"url": "https://example.com/?a=1&b=2"})]


def test_nothing_stands_inside_code_and_no_quote_in_a_quote() -> None:
    assert read("<code>a<b>b</b></code>") == ("ab", [("code", "ab")])
    assert read("<b>x<code>y</code>z</b>")[1] == [("bold", "x"), ("code", "y"), ("bold", "z")]
    nested = "<blockquote>a<blockquote expandable>b</blockquote></blockquote>"
    assert read(nested) == ("ab", [("blockquote", "ab")])
    linked = '<a href="https://example.com">a<blockquote>b</blockquote></a>'
    assert read(linked) == ("ab", [("blockquote", "b")])


def test_expandable_quotes_spoilers_and_languages() -> None:
    html = '<blockquote expandable>ق</blockquote> <span class="tg-spoiler">س</span>'
    assert read(html) == ("ق س", [("expandable_blockquote", "ق"), ("spoiler", "س")])
    _, entities = parse_html('<pre><code class="language-python">x</code></pre>')
    assert entities == [Entity("pre", 0, 1, {"language": "python"})]


def test_only_the_first_hundred_entities_stay() -> None:
    _, entities = read("<b>x</b> " * 150)
    assert len(entities) == 100


def test_white_space_is_trimmed_up_to_the_first_entity() -> None:
    assert read("  \n نص <b>غ </b> \n") == ("نص غ", [("bold", "غ")])
    assert read("<b> x</b>") == (" x", [("bold", " x")])
    assert read("<b>  </b>") == ("", [])


def test_direction_marks_are_deleted_doubled_or_kept() -> None:
    text, words = read("\u202ba\u202c<b>\u2028ب</b> \u2066c\u2069")
    assert text == "aب \u2066c\u2069"
    assert words == [("bold", "ب")]
    assert read("x\u200f\u200f\u200ey")[0] == "x\u200c\u200c\u200ey"
    assert read("\u200fنص")[0] == "\u200fنص"


def test_commands_mentions_hashtags_and_addresses_are_found_in_plain_words() -> None:
    text = "/latest@some_bot قال @reader إن #خبر على https://example.com/ا."
    assert read(text)[1] == [
        ("bot_command", "/latest@some_bot"),
        ("mention", "@reader"),
        ("hashtag", "#خبر"),
        ("url", "https://example.com/ا"),
    ]
    assert read("<code>/start</code>")[1] == [("code", "/start")]
