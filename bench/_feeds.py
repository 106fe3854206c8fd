"""Feeds made up for benches: news-like in size, markup and languages, the same for one seed."""

from __future__ import annotations

import html
import random
from datetime import UTC, datetime, timedelta

_WORDS = {
    "ar": "قال رئيس مجلس المدينة إن الخطة الجديدة للنقل العام تبدأ في الشهر المقبل وتشمل أربعين "
    "حافلة كهربائية وطالبت النقابة بزيادة أجور العاملين ولم تعلق الشركة المشغلة حتى الآن",
    "en": "the city council said that its new plan for public transport begins next month with "
    "forty electric buses while the union asked for higher wages and the operator made no comment",
    "he": "ראש העיר אמר כי התוכנית החדשה לתחבורה הציבורית תתחיל בחודש הבא ותכלול ארבעים אוטובוסים "
    "חשמליים הוועד דורש העלאת שכר לעובדים והחברה המפעילה לא הגיבה עד כה",
}
_START = datetime(2026, 11, 24, 8, tzinfo=UTC)


def document(chance: random.Random, number: int, items: int, item_bytes: int) -> bytes:
    """Feed *number* with *items* entries of about *item_bytes* bytes each, in UTF-8."""
    language = ("ar", "en", "he")[number % 3]
    entry, head, tail = (
        (_item, _RSS, "</channel></rss>") if number % 4 else (_entry, _ATOM, "</feed>")
    )
    parts = [head.format(language=language, number=number)]
    for at in range(items):
        title = _sentence(chance, language, 9)
        body = _body(chance, language, item_bytes - 700)
        when = _START - timedelta(minutes=17 * at + number % 60)
        parts.append(
            entry(f"https://news{number}.example/2026/story-{at}?utm_source=rss", title, body, when)
        )
    return ("".join(parts) + tail).encode()


_RSS = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News {number}</title>'
    "<link>https://news{number}.example/</link><language>{language}</language><ttl>30</ttl>"
)
_ATOM = (
    '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" '
    'xml:lang="{language}"><title>News {number}</title><id>tag:news{number}.example,2026:feed</id>'
    '<link href="https://news{number}.example/"/><updated>2026-11-24T08:00:00Z</updated>'
)


def _item(url: str, title: str, body: str, when: datetime) -> str:
    lead = html.escape(body[:400].rpartition("</p>")[0])
    return (
        f"<item><title>{title}</title><link>{html.escape(url)}</link>"
        f'<guid isPermaLink="false">{html.escape(url)}#id</guid><dc:creator>Desk</dc:creator>'
        f"<pubDate>{when:%a, %d %b %Y %H:%M:%S} +0000</pubDate><category>City</category>"
        f"<description>{lead}</description>"
        f"<content:encoded><![CDATA[{body}]]></content:encoded></item>"
    )


def _entry(url: str, title: str, body: str, when: datetime) -> str:
    return (
        f'<entry><title>{title}</title><link href="{html.escape(url)}"/>'
        f"<id>{html.escape(url)}#id</id><author><name>Desk</name></author>"
        f"<updated>{when:%Y-%m-%dT%H:%M:%S}Z</updated>"
        f'<content type="html">{html.escape(body)}</content></entry>'
    )


def _body(chance: random.Random, language: str, size: int) -> str:
    parts: list[str] = []
    length = 0
    while length < size:
        sentence = _sentence(chance, language, 30)
        part = f'<p><a href="https://news.example/tag/{chance.randrange(999)}">{sentence[:20]}</a>'
        part += f"{sentence[20:]} &amp; <strong>{sentence[:30]}</strong>.</p>\n"
        parts.append(part)
        length += len(part.encode())
    return "".join(parts)


def _sentence(chance: random.Random, language: str, words: int) -> str:
    return " ".join(chance.choices(_WORDS[language].split(), k=words))
