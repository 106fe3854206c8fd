"""What being each other's nearest adds to the score of two reports of one moment."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.model import Article
from digests.stories.likeness import ELSEWHERE, NOTHING
from digests.stories.mutual import LEAST, LIKELY, RIVALS, lifted

NOON = datetime(2025, 5, 13, 12, tzinfo=UTC)
#: Of twice ``MANY`` reports the first ``MANY`` are Arabic; report n's partner is n + ``MANY``.
MANY = RIVALS + 4
DOUBTFUL = MANY - 1, 2 * MANY - 1

Scores = dict[int, dict[int, float]]


def reports(many: int = MANY) -> list[Article]:
    return [
        Article(n, f"s{n}", "ar" if n < many else "en", "", "", "", "https://e.org", NOON, NOON)
        for n in range(2 * many)
    ]


def both_ways(pairs: dict[tuple[int, int], float]) -> Scores:
    scores: Scores = {}
    for (one, other), score in pairs.items():
        scores.setdefault(one, {})[other] = score
        scores.setdefault(other, {})[one] = score
    return scores


def window(doubtful: float, partners: int = MANY - 1, many: int = MANY) -> Scores:
    """*partners* sure pairs, and one *doubtful* one, which no other report comes near."""
    sure = {(n, n + many): 2.0 for n in range(partners)}
    return both_ways({**sure, (many - 1, 2 * many - 1): doubtful})


def test_a_doubtful_pair_that_leads_by_far_where_most_have_a_partner_is_likely() -> None:
    one, other = DOUBTFUL
    assert 0 < lifted(reports(), window(-1.5))[one][other] <= LIKELY


def test_it_stays_doubtful_where_few_reports_have_a_partner() -> None:
    assert lifted(reports(), window(-1.5, partners=2)) == window(-1.5, partners=2)


def test_it_stays_doubtful_where_another_report_is_as_near() -> None:
    one, other = DOUBTFUL
    scores = window(-1.5)
    rival = both_ways({(one, other - 1): -1.5})
    for place, near in rival.items():
        scores[place].update(near)
    assert lifted(reports(), scores)[one][other] == -1.5


def test_it_stays_doubtful_in_a_window_of_few_reports() -> None:
    few = RIVALS - 1
    scores = window(-1.5, partners=few - 1, many=few)
    assert lifted(reports(few), scores) == scores


def test_reports_with_moments_of_their_own_are_left_alone() -> None:
    one, other = DOUBTFUL
    articles = reports()
    articles[one] = replace(articles[one], published=NOON + timedelta(minutes=1))
    assert lifted(articles, window(-1.5))[one][other] == -1.5


@pytest.mark.parametrize("score", [ELSEWHERE, -1.5, -4.0])
def test_two_places_stay_two_whatever_their_score(score: float) -> None:
    one, other = DOUBTFUL
    articles = reports()
    articles[one] = replace(articles[one], title="حريق في مستودع في العقبة")
    articles[other] = replace(articles[other], title="Fire in warehouse in Aqaba")
    assert lifted(articles, window(score))[one][other] > 0
    articles[other] = replace(articles[other], title="Fire in warehouse in Marseille")
    assert lifted(articles, window(score))[one][other] == score


@pytest.mark.parametrize("score", [LEAST, NOTHING])
def test_what_shares_nothing_stays_apart(score: float) -> None:
    one, other = DOUBTFUL
    assert lifted(reports(), window(score))[one][other] == score


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 2 * MANY - 1), st.integers(0, 2 * MANY - 1)).filter(
            lambda pair: pair[0] < pair[1]
        ),
        st.floats(NOTHING, 8.0),
        max_size=200,
    )
)
def test_no_score_falls_none_is_lifted_beyond_what_is_likely_and_both_ways_agree(
    pairs: dict[tuple[int, int], float],
) -> None:
    scores = both_ways(pairs)
    found = lifted(reports(), scores)
    assert found.keys() == scores.keys()
    for one, near in found.items():
        for other, score in near.items():
            assert score == found[other][one]
            assert scores[one][other] <= score <= max(LIKELY, scores[one][other])
