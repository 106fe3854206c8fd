"""Which articles become one story, and which id it keeps."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from digests.model import Article, Story
from digests.stories import assign

NOON = datetime(2025, 5, 13, 12, tzinfo=UTC)


def article(
    number: int, title: str, summary: str = "", language: str = "ar", hours: float = 0
) -> Article:
    at = NOON + timedelta(hours=hours)
    return Article(number, f"s{number}", language, title, summary, "", "https://e.org", at, at)


LAYOFFS = (
    article(1, "Microsoft to cut 6,000 jobs, 3% of its staff", "All levels are hit.", "en"),
    article(2, "مايكروسوفت تسرّح 6 آلاف موظف أي 3% من قوتها العاملة", "من كل المستويات."),
    article(3, "מיקרוסופט תפטר 6,000 עובדים, 3% מכוח האדם", "", "he"),
)
AGAIN = article(4, "مايكروسوفت تسرّح 9 آلاف موظف في موجة جديدة", "أكبر موجة منذ عامين.")
FINE = article(5, "EU fines Apple €500m under digital markets law", "", "en")
ALL = (*LAYOFFS, AGAIN, FINE)


def groups(stories: Iterable[Story]) -> set[frozenset[int]]:
    return {frozenset(a.id for a in story.articles) for story in stories}


def test_three_languages_meet_and_two_events_of_one_company_stay_apart() -> None:
    assert groups(assign(ALL)) == {frozenset({1, 2, 3}), frozenset({4}), frozenset({5})}


def test_near_identical_texts_meet_whatever_they_are_about() -> None:
    text = "أعلنت بلدية المدينة افتتاح حديقة عامة جديدة قرب النهر بعد عامين من الأعمال."
    same = (
        article(1, "افتتاح حديقة عامة قرب النهر", text),
        article(2, "افتتاح حديقة قرب النهر", text),
    )
    assert groups(assign(same)) == {frozenset({1, 2})}


def test_reports_farther_apart_than_the_window_do_not_meet() -> None:
    late = replace(LAYOFFS[1], published=NOON + timedelta(hours=80))
    assert len(assign((LAYOFFS[0], late))) == 2
    assert len(assign((LAYOFFS[0], late), timedelta(hours=100))) == 1


def test_a_told_story_does_not_split_by_itself_and_an_untold_one_may() -> None:
    previous = {1: 7, 5: 7}
    pair = (LAYOFFS[0], FINE)
    assert groups(assign(pair, previous=previous, told={7})) == {frozenset({1, 5})}
    assert len(assign(pair, previous=previous)) == 2


def test_an_operator_joins_and_parts_whatever_the_words_say() -> None:
    joined = assign(ALL, by_hand=[(1, 5, True)])
    assert frozenset({1, 2, 3, 5}) in groups(joined)
    parted = assign(ALL, by_hand=[(1, 2, False)], previous={1: 3, 2: 3}, told={3})
    assert not any({1, 2} <= group for group in groups(parted))


def test_an_id_goes_to_the_story_that_shares_most_articles_with_the_earlier_one() -> None:
    previous = {1: 40, 2: 40, 4: 40}
    ids = {story.id: {a.id for a in story.articles} for story in assign(ALL, previous=previous)}
    assert ids[40] == {1, 2, 3}
    assert min(set(ids) - {40}) == 41


def test_new_ids_begin_where_they_are_told_to() -> None:
    assert {story.id for story in assign((FINE, AGAIN), next_id=90)} == {90, 91}


@given(st.permutations(ALL))
def test_the_order_of_arrival_does_not_matter(articles: list[Article]) -> None:
    assert assign(articles) == assign(ALL)


def test_nothing_gives_nothing_and_an_empty_text_gives_a_story_of_its_own() -> None:
    assert assign(()) == ()
    assert len(assign((article(1, ""), article(2, "…")))) == 2
