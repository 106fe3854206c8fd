"""Which port, village or hospital an Arabic report names, and that two ports are two events."""

from datetime import UTC, datetime, timedelta

import pytest

from digests.language.stems import words
from digests.model import Article
from digests.stories import assign
from digests.stories.sites import apart, sites

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("إضراب في ميناء العقبة", {"ميناء": {"العقبه"}}),
        ("تأجيل إضراب بميناء بورتسودان ومرفأ طرابلس", {"ميناء": {"بورتسودان", "طرابلس"}}),
        ("حريق في مستشفى حكومي قرب محطة وقود", {}),
        ("فيضانات في مدينة ساحلية وفي ميناء المدينة", {}),
        ("غارة على بلدة الخيام ومستشفى بشمال غزة", {"بلده": {"الخيام"}}),
        ("قرية دمرها الجيش ومدينة تعرضت لقصف وميناء توقف", {}),
    ],
)
def test_a_name_stands_behind_its_noun(text: str, found: dict[str, set[str]]) -> None:
    assert sites(words(text)) == found


def test_two_names_are_apart_unless_one_report_speaks_of_the_other_s() -> None:
    one, other = words("إضراب في ميناء العقبة"), words("إضراب في ميناء بورتسودان")
    both = words("إضراب في ميناء العقبة بعد بورتسودان")
    assert apart(sites(one), sites(other), one, other)
    assert not apart(sites(one), sites(one), one, one)
    assert not apart(sites(both), sites(other), both, other)
    spelt = words("حريق في مدينة مينيابوليس"), words("حريق في مدينة منيابوليس")
    assert not apart(sites(spelt[0]), sites(spelt[1]), *spelt)
    assert not apart(sites(one), sites(words("إضراب في الميناء")), one, words("إضراب في الميناء"))


PORTS = (
    (
        "ميناء العقبة: النقابة تمهل الإدارة حتى الاثنين قبل الإضراب",
        "أمهلت نقابة العاملين في الموانئ إدارة ميناء العقبة حتى الاثنين لتوقيع العقد الجماعي قبل "
        "الدخول في إضراب مفتوح.",
    ),
    (
        "تأجيل إضراب ميناء بورتسودان من الاثنين إلى الخميس",
        "أجلت لجنة عمال ميناء بورتسودان الجنوبي الإضراب الذي كان مقررًا الاثنين إلى الخميس بعد "
        "وساطة من والي البحر الأحمر.",
    ),
)


@pytest.mark.parametrize("minutes", [0, 7])
def test_strikes_in_two_ports_are_two_stories(minutes: int) -> None:
    articles = [
        Article(
            number,
            f"s{number}",
            "ar",
            title,
            "",
            text,
            f"https://e.org/{number}",
            NOON + timedelta(minutes=minutes * number),
            NOON,
        )
        for number, (title, text) in enumerate(PORTS, 1)
    ]
    assert len(assign(articles)) == 2
