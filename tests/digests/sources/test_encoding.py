"""The text is the same whatever encoding it came in and whatever was said about it."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.model import Feed
from digests.sources.encoding import decode
from digests.sources.parse import parse

ARABIC = [
    (
        "مجلس المدينة يقر ميزانية جديدة للنقل العام",
        "قال رئيس المجلس إن الخطة تبدأ في آذار، وتشمل 40 حافلة.",
    ),
    (
        "العاملون في الميناء يعلنون إضرابا ليوم واحد",
        "طالبت النقابة بزيادة الأجور؛ ولم تعلق الشركة المشغلة.",
    ),
    (
        "الجامعة تفتح باب القبول أمام طلبة الدراسات العليا",
        "يستمر التسجيل أسبوعين، ثم تعلن النتائج على موقع الجامعة.",
    ),
]
HEBREW = [
    (
        "העירייה אישרה תקציב חדש לתחבורה הציבורית",
        "ראש העיר אמר כי התוכנית תכלול 40 אוטובוסים חדשים.",
    ),
    ("עובדי הנמל הודיעו על שביתה של יום אחד", "הוועד דורש העלאת שכר; החברה לא הגיבה."),
]
FRENCH = [
    (
        "Le conseil vote un budget réduit à la fête d'été",
        "L'élève a été reçu où il était attendu; ça va.",
    )
]
RUSSIAN = [
    ("Совет утвердил новый бюджет на транспорт", "Глава города сказал, что план начнётся весной.")
]


def document(entries: list[tuple[str, str]], declared: str | None) -> str:
    declaration = f'<?xml version="1.0" encoding="{declared}"?>\n' if declared else ""
    items = "".join(
        f"<item><title>{title}</title><link>https://news.example/{at}</link>"
        f"<description>&lt;p&gt;{text}&lt;/p&gt;</description></item>"
        for at, (title, text) in enumerate(entries)
    )
    return (
        f'{declaration}<rss version="2.0"><channel><title>{entries[0][0]}</title>'
        f"{items}</channel></rss>"
    )


def told(feed: Feed) -> list[tuple[str, str]]:
    return [(entry.title, entry.summary) for entry in feed.entries]


CASES = [
    (entries, encoding, declared)
    for entries, encodings in (
        (ARABIC, ["windows-1256", "iso-8859-6", "utf-8", "utf-16"]),
        (HEBREW, ["windows-1255", "iso-8859-8", "utf-8", "utf-16"]),
    )
    for encoding in encodings
    for declared in (
        encoding, None, "utf-8", "iso-8859-1", "windows-1252", "windows-1256", "iso-8859-6",
        "windows-1255", "us-ascii", "utf-16", "x-unknown",
    )
]  # fmt: skip


@pytest.mark.parametrize(("entries", "encoding", "declared"), CASES)
def test_the_declaration_in_the_document_may_be_right_wrong_or_missing(
    entries: list[tuple[str, str]], encoding: str, declared: str | None
) -> None:
    assert told(parse(document(entries, declared).encode(encoding))) == entries


@pytest.mark.parametrize(("entries", "encoding", "declared"), CASES)
def test_the_servers_charset_may_be_right_wrong_or_missing(
    entries: list[tuple[str, str]], encoding: str, declared: str | None
) -> None:
    header = f"text/xml; charset={declared}" if declared else "text/xml"
    body = document(entries, None).encode(encoding)
    assert told(parse(body, content_type=header)) == entries


@pytest.mark.parametrize("entries", [ARABIC, HEBREW, FRENCH])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("declared", ["utf-16", "utf-8", None])
@pytest.mark.parametrize("mark", [True, False])
def test_wide_encodings_with_and_without_a_mark(
    entries: list[tuple[str, str]], encoding: str, declared: str | None, mark: bool
) -> None:
    marks = {
        "utf-16-le": codecs.BOM_UTF16_LE,
        "utf-16-be": codecs.BOM_UTF16_BE,
        "utf-32-le": codecs.BOM_UTF32_LE,
        "utf-32-be": codecs.BOM_UTF32_BE,
    }
    body = document(entries, declared).encode(encoding)
    assert told(parse(marks[encoding] + body if mark else body)) == entries


@pytest.mark.parametrize("entry", [*ARABIC, *HEBREW])
@pytest.mark.parametrize("declared", [None, "utf-8"])
def test_one_headline_is_enough(entry: tuple[str, str], declared: str | None) -> None:
    encodings = ["windows-1256", "iso-8859-6"] if entry in ARABIC else ["windows-1255"]
    for encoding in encodings:
        body = document([(entry[0], "")], declared).encode(encoding)
        assert told(parse(body)) == [(entry[0], "")]


@pytest.mark.parametrize(
    ("entries", "encoding", "declared"),
    [
        (FRENCH, "iso-8859-1", "iso-8859-1"),
        (FRENCH, "windows-1252", None),
        (FRENCH, "windows-1252", "utf-8"),
        (RUSSIAN, "windows-1251", None),
        (RUSSIAN, "koi8-r", None),
        (RUSSIAN, "windows-1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "utf-8"),
    ],
)
def test_other_scripts_are_not_taken_for_ours(
    entries: list[tuple[str, str]], encoding: str, declared: str | None
) -> None:
    assert told(parse(document(entries, declared).encode(encoding))) == entries


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("한국어 뉴스 제목입니다", "euc-kr"),
        ("日本語のニュース", "shift_jis"),
        ("日本語のニュース", "iso-2022-jp"),
        ("中文新闻标题", "gb2312"),
    ],
)
def test_declared_multibyte_encodings_are_read(text: str, encoding: str) -> None:
    assert told(parse(document([(text, "")], encoding).encode(encoding))) == [(text, "")]


def test_a_few_broken_bytes_do_not_make_a_utf8_text_another() -> None:
    body = document(ARABIC, "utf-8").encode().replace(" ميزانية".encode(), b" \xc7\xe6 ", 1)
    assert ARABIC[1][0] in decode(body)
    assert decode(body).count("\ufffd") in (1, 2)


def test_a_text_cut_in_a_letter_is_still_utf8() -> None:
    assert decode(ARABIC[0][0].encode()[:-1]) == ARABIC[0][0][:-1] + "\ufffd"


def test_a_web_page_says_its_encoding_in_a_meta_element() -> None:
    text = "Příliš žluťoučký kůň úpěl"
    body = f'<html><head><meta charset="iso-8859-2"></head><p>{text}'.encode("iso-8859-2")
    assert text in decode(body, "text/html")


@given(st.binary(max_size=400), st.text(max_size=60))
def test_no_bytes_and_no_header_raise(body: bytes, header: str) -> None:
    assert isinstance(decode(body, header), str)


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00\x1b\ufeff"))
)
def test_utf8_is_never_read_as_anything_else(text: str) -> None:
    assert decode(text.encode()) == text
