"""A message says what it shows of each story: nothing that was left out, nothing cut off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digests.channels.posts import Desk, story_post
from digests.compose import plain
from digests.compose.voice import SENTENCE
from digests.language.direction import strip_isolates, strip_marks
from digests.model import Background, Item, Length, Message, Preferences, Sentence
from digests.stored_form import told_items
from tests.digests.compose.conftest import TITLE, Newsroom

SAID = tuple(f"قال المتحدث رقم {n} إن الخدمة تعود قريبًا." for n in range(1, 6))


def story(newsroom: Newsroom, *, outlets: int = 1, address: int = 10) -> Item:
    """A story of five sentences, told by many outlets with long addresses."""
    first = newsroom.article("mithal", text=" ".join(SAID))
    for n in range(1, outlets):
        newsroom.sources[f"more{n}"] = replace(
            newsroom.sources["nahar"], id=f"more{n}", name=f"نهار {n}"
        )
    others = [
        newsroom.article(f"more{n}", url=f"https://nahar.example.org/{n}/{'a' * address}")
        for n in range(1, outlets)
    ]
    said = tuple(newsroom.extract(first, text) for text in SAID)
    return newsroom.item(first, *others, sentences=said)


def seen(message: Message) -> str:
    return strip_isolates(strip_marks(plain(message)))


def holds(message: Message) -> None:
    """*message* shows what it says, and of the sentences of the story no other."""
    (shown,) = message.shown
    text = seen(message)
    assert shown.head.text in text
    assert [one.text for one in shown.sentences] == [said for said in SAID if said in text]


@pytest.mark.parametrize(
    ("length", "count"), [(Length.BRIEF, 1), (Length.FULL, 4)], ids=["brief", "full"]
)
def test_as_many_sentences_as_the_length_allows(
    newsroom: Newsroom, length: Length, count: int
) -> None:
    digest = newsroom.digest(story(newsroom))
    (message,) = newsroom.told(digest, Preferences(length=length))
    assert len(message.shown[0].sentences) == count
    holds(message)


@pytest.mark.parametrize(("outlets", "count"), [(20, 4), (23, 1)])
def test_as_many_as_fit_into_the_message(newsroom: Newsroom, outlets: int, count: int) -> None:
    (message,) = newsroom.told(newsroom.digest(story(newsroom, outlets=outlets, address=1500)))
    assert len(message.shown[0].sentences) == count
    holds(message)


@pytest.mark.parametrize("outlets", [1, 23])
def test_so_does_a_post_of_a_channel(newsroom: Newsroom, outlets: int) -> None:
    desk = Desk(newsroom.sources, newsroom.topics, newsroom.words)
    item = story(newsroom, outlets=outlets, address=1500)
    post = story_post(desk, item, Preferences(), hashtags=False)
    assert len(post.shown) == 1
    holds(post)


def test_breaking_news_shows_its_one_sentence_and_no_headline(newsroom: Newsroom) -> None:
    (message,) = newsroom.told(newsroom.digest(story(newsroom), heading="digest-breaking"))
    (shown,) = message.shown
    assert shown.head.text in seen(message)
    assert TITLE not in seen(message)
    assert shown.sentences == ()


def test_a_digest_in_two_messages_says_which_shows_what(newsroom: Newsroom) -> None:
    items = [story(newsroom, outlets=15, address=1500) for _ in range(2)]
    messages = newsroom.told(newsroom.digest(*items))
    assert len(messages) == 2
    for message in messages:
        holds(message)
    assert [told.part for told in told_items(items, messages)] == [0, 1]


@pytest.mark.parametrize("connector", ["", "وأضاف "])
def test_what_was_cut_off_a_sentence_was_not_told(newsroom: Newsroom, connector: str) -> None:
    long = " ".join(f"كلمة{n}" for n in range(200))
    article = newsroom.article("mithal", text=f"{connector}{long}.")
    sentence = Sentence(f"{long}.", article.id, f"{connector}{long}.")
    (message,) = newsroom.told(newsroom.digest(newsroom.item(article, sentences=(sentence,))))
    (said,) = message.shown[0].sentences
    assert len(said.text) < SENTENCE
    assert f"{said.text}…" in seen(message)
    assert said.evidence == f"{connector}{said.text}"


def test_a_background_that_is_left_out_was_not_told(newsroom: Newsroom) -> None:
    earlier = newsroom.article("nahar", "خبر سابق", text="حدث ذلك قبل عام.")
    background = Background(earlier, newsroom.extract(earlier, "حدث ذلك قبل عام."))
    for outlets, shown in ((1, background.sentence), (23, None)):
        item = replace(story(newsroom, outlets=outlets, address=1500), background=background)
        (message,) = newsroom.told(newsroom.digest(item))
        assert message.shown[0].background == shown
        assert ("حدث ذلك قبل عام." in seen(message)) is (shown is not None)
