"""Whatever feeds bring, messages stay within Telegram's limits and rules of markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digests.compose import coverage, finish_html, plain
from digests.markup import visible
from digests.model import Article, Digits, Independence, Item, Length, Method, Preferences, Sentence

if TYPE_CHECKING:
    from tests.digests.compose.conftest import Newsroom

Faults = Callable[[str], list[str]]

_NASTY = """<>&"'«»“”()[]\u200e\u200f\u202a\u202e\u2066\u2067\u2068\u2069\n\t ا.bא1@#/"""
_EXTREME = (
    "",
    " ",
    "\u200f\u200f",
    "<b>",
    "</a>",
    "&amp;",
    "🗞" * 40,
    "ا" * 9000,
    "كلمة " * 3000,
    "<blockquote>«",
    "evil.example.com @name #وسم /start",
    "\ud83d",
    "\x00",
    "e\u0301" * 400,
    "&" * 5000,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 أسرة",
    "\u2028سطر\u2029",
)
_ADDRESSES = (
    "https://example.org/" + "&" * 4000,
    "https://example.org/" + "ا" * 3000,
    "javascript:x",
    'https://example.org/"><b>',
    "http://[::1",
    "https://example.org/a b?c=d&e='f'",
    "//x",
)
_WILD = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=_NASTY, max_size=80),
    st.sampled_from(_EXTREME),
)
_URLS = st.one_of(_WILD, st.sampled_from(_ADDRESSES))
_LANGUAGES = st.sampled_from(["ar", "en", "he", "fr", "ar-EG"])
_METHODS = st.sampled_from(list(Method))
_CHATS = st.builds(
    Preferences,
    language=st.sampled_from(["ar", "en"]),
    digits=st.sampled_from(list(Digits)),
    length=st.sampled_from(list(Length)),
    hijri=st.booleans(),
    screen_reader=st.booleans(),
    city=st.sampled_from(["makkah", "jerusalem", "algiers", "nowhere"]),
)
_wild_settings = settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
_MARKS = re.compile("[\u200e\u200f]")


def _wild_article(newsroom: Newsroom, source: str, data: st.DataObject) -> Article:
    return replace(
        newsroom.article("mithal"),
        source=source,
        url=data.draw(_URLS),
        title=data.draw(_WILD),
        language=data.draw(_LANGUAGES),
    )


@_wild_settings
@given(data=st.data())
def test_any_text_composes_into_markup_within_the_limits(
    newsroom: Newsroom, telegram_faults: Faults, data: st.DataObject
) -> None:
    items = []
    for _ in range(data.draw(st.integers(1, 4))):
        known = st.sampled_from([*newsroom.sources, "غريب<&"])
        names = data.draw(st.lists(known, min_size=1, max_size=5))
        articles = [_wild_article(newsroom, name, data) for name in names]
        ids = st.sampled_from([a.id for a in articles])
        sentence = st.builds(Sentence, _WILD, ids, st.just("x"), _METHODS, _LANGUAGES)
        items.append(
            newsroom.item(
                *articles,
                topic=data.draw(st.sampled_from(["cloud", "unions", "<غريب>"])),
                headline=data.draw(sentence),
                sentences=tuple(data.draw(st.lists(sentence, max_size=5))),
                independence=Independence(
                    tuple(names[:2]),
                    data.draw(st.dictionaries(st.sampled_from(names), _WILD, max_size=2)),
                    tuple(names[2:3]),
                ),
                updated=data.draw(st.booleans()),
            )
        )
    heading = data.draw(st.sampled_from(["digest-evening", "digest-topic"]))
    announced = data.draw(st.none() | _WILD)
    chat = data.draw(_CHATS)
    messages = newsroom.told(newsroom.digest(*items, heading=heading, announced=announced), chat)
    assert [one.story for m in messages for one in m.shown] == [i.story.id for i in items]
    for message in messages:
        assert telegram_faults(message.html) == []
        assert all(len(_MARKS.findall(line)) <= 1 for line in message.html.split("\n"))
        assert finish_html(message.html, chat) == message.html
        assert "<a href" not in plain(message)


@_wild_settings
@given(data=st.data())
def test_any_headlines_stand_side_by_side_within_the_limits(
    newsroom: Newsroom, telegram_faults: Faults, data: st.DataObject
) -> None:
    count = data.draw(st.integers(1, 12))
    articles = [_wild_article(newsroom, "mithal", data) for _ in range(count)]
    item = newsroom.item(*articles, headline=Sentence(data.draw(_WILD), articles[0].id, "x"))
    chat = data.draw(_CHATS)
    message = coverage(item.story, chat, newsroom.sources, newsroom.words, item.summary)
    assert telegram_faults(message.html) == []


def _long_items(newsroom: Newsroom, count: int) -> list[Item]:
    items: list[Item] = []
    for _ in range(count):
        articles = [newsroom.article(s) for s in ("mithal", "nahar", "wire", "latin", "dugma")]
        sentences = tuple(newsroom.extract(articles[0], "قالت الشركة ذلك " * 30) for _ in range(4))
        items.append(newsroom.item(*articles, sentences=sentences))
    return items


def test_long_digests_split_between_stories_with_buttons_under_the_last(
    newsroom: Newsroom, telegram_faults: Faults
) -> None:
    items = _long_items(newsroom, 7)
    messages = newsroom.told(newsroom.digest(*items, failing=3))
    assert len(messages) > 2
    assert [bool(m.buttons) for m in messages] == [False] * (len(messages) - 1) + [True]
    assert all(telegram_faults(m.html) == [] for m in messages)
    assert all(m.html.startswith("<b>الحوسبة السحابية</b>\n\n") for m in messages[1:])
    assert ["تعذّرت قراءة" in m.html for m in messages] == [bool(m.buttons) for m in messages]
    told = sum(m.html.count("<blockquote expandable>") for m in messages)
    assert told == len(items)


def test_a_story_too_long_for_one_message_loses_sentences_but_not_its_link(
    newsroom: Newsroom, telegram_faults: Faults
) -> None:
    long = "https://mithal.example.org/" + "&" * 4000
    articles = [newsroom.article("mithal", url=long) for _ in range(4)]
    sentences = tuple(
        Sentence("كلمة " * 1000 + str(article.id), article.id, "x", Method.MODEL)
        for article in articles
    )
    (message,) = newsroom.told(newsroom.digest(newsroom.item(*articles, sentences=sentences)))
    assert telegram_faults(message.html) == []
    assert message.html.count("<a href") == 1
    assert "…" in message.html


def test_entities_beyond_a_hundred_open_a_new_message(
    newsroom: Newsroom, telegram_faults: Faults
) -> None:
    items = [newsroom.item(*(newsroom.article(s) for s in newsroom.sources)) for _ in range(20)]
    messages = newsroom.told(newsroom.digest(*items))
    assert len(messages) > 1
    assert all(telegram_faults(m.html) == [] for m in messages)


def test_nothing_in_a_sources_words_becomes_a_link_of_telegrams_own(newsroom: Newsroom) -> None:
    article = newsroom.article("mithal", language="en")
    text = "See evil.example and mail a@b.example, #tag, @name, /start"
    item = newsroom.item(article, sentences=(newsroom.extract(article, text),))
    (message,) = newsroom.told(newsroom.digest(item))
    shown = visible(message.html)
    assert not re.search(r"\w\.[a-z]{2,}|[@#]\w|(?<!\w)/\w", shown)
    assert text in shown.replace("\u2060", "")
