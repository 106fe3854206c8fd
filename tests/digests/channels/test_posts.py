"""What a post looks like: hashtags, the owner's headline, limits; for any name and any words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from digests.channels.posts import hashtag, with_headline
from digests.compose.voice import HEADLINE
from digests.markup import measure, visible
from digests.model import Preferences

WORDS = st.text(st.characters(codec="utf-8"), max_size=300)


def test_a_topics_name_becomes_one_hashtag() -> None:
    assert hashtag("مايكروسوفت وإسرائيل") == "#مايكروسوفت_وإسرائيل"
    assert hashtag("Microsoft & Israel") == "#Microsoft_Israel"
    assert hashtag("اتفاق 5+1، فيينا") == "#اتفاق_5_1_فيينا"


def test_what_has_no_letter_is_no_hashtag() -> None:
    assert hashtag("2025") == ""
    assert hashtag("«…»") == ""


@given(WORDS)
def test_a_hashtag_is_one_word_whatever_the_name(name: str) -> None:
    made = hashtag(name)
    assert made == "" or re.fullmatch(r"#\w+", made)


def test_the_owners_headline_takes_the_first_line_and_the_emblem_stays() -> None:
    post = "\u200f🗞 <b>موجز المساء</b>\nالجمعة 26 سبتمبر 2025\n<b>خبر</b>"
    changed = with_headline(post, "عنوان < وآخر & ثالث", Preferences())
    assert changed.split("\n")[0] == "\u200f🗞 <b>عنوان &lt; وآخر &amp; ثالث</b>"
    assert changed.split("\n")[1:] == post.split("\n")[1:]
    story = "<b>خبر قديم</b> (ترجمة آلية)\nجملة."
    assert with_headline(story, "خبر جديد", Preferences()) == "<b>خبر جديد</b>\nجملة."


@given(WORDS)
def test_any_headline_is_one_line_of_text(headline: str) -> None:
    changed = with_headline("<b>خبر</b>\nجملة.", headline, Preferences())
    first, *rest = changed.split("\n")
    assert rest == ["جملة."]
    assert not re.search("[\u202a-\u202e]", first)
    assert len(visible(first)) <= HEADLINE + 40
    assert measure(first).entities <= 1
