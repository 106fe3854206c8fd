"""A party is one party, in whatever language and by whatever name it speaks."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from digests.model import Article, Lang, Method, Sentence, Story
from digests.summaries.heard import lost

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
ARABIC = [
    "قالت المهندسة سارة كيلي، المتحدثة باسم المعتصمين، إن العقد يسمح بالمراقبة.",
    "نفت الشركة ذلك وقالت إنها لا تقدم خدمات مراقبة لأي جيش.",
    "وظفت شركة نوفيو 300 مهندس العام الماضي.",
]
ENGLISH = [
    "Engineer Sara Kelly, a spokesperson for the protesters, said the deal allows surveillance.",
    "Nuvio denied the accusation and said it sells no surveillance to any army.",
    "The RSF denied that and said the roads were open.",
    "The United Nations said 45 trucks entered the strip.",
    "Justice Minister Yariv Levin welcomed the ruling.",
    "The Histadrut federation threatened a strike.",
    "Brian Doyle hired 300 engineers.",
]
STORY = Story(
    1,
    tuple(
        Article(
            number, f"s{number}", language, "", "", "\n".join(body), "http://a.test", NOON, NOON
        )
        for number, language, body in ((1, "ar", ARABIC), (2, "en", ENGLISH))
    ),
)


def own(text: str) -> Sentence:
    """A sentence of the Arabic article, as the extract has it."""
    return Sentence(text, 1, text, Method.EXTRACTIVE, Lang.AR)


def wrote(text: str, evidence: str) -> Sentence:
    article = 1 if evidence in ARABIC else 2
    return Sentence(text, article, evidence, Method.MODEL, Lang.AR)


ACCUSED = wrote(
    "قالت المهندسة سارة كيلي، المتحدثة باسم المحتجين، إن العقد يتيح المراقبة.", ENGLISH[0]
)
BEFORE = [own(ARABIC[0]), own(ARABIC[1])]


@pytest.mark.parametrize(
    "denial",
    [
        wrote("نفت الشركة الاتهام.", ENGLISH[1]),
        wrote("نفت شركة نوفيو الاتهام.", ENGLISH[1]),
        wrote("نفت نوفيو الاتهام وقالت إنها لا تبيع المراقبة لأي جيش.", ENGLISH[1]),
        wrote("نفت الشركة ذلك.", ARABIC[1]),
    ],
)
def test_a_denial_from_another_language_is_the_same_partys(denial: Sentence) -> None:
    assert lost([ACCUSED, denial], BEFORE, STORY) == []


@pytest.mark.parametrize(
    "other",
    [
        wrote("وظفت نوفيو 300 مهندس العام الماضي.", ARABIC[2]),
        wrote("وظف براين دويل 300 مهندس.", ENGLISH[6]),
        wrote("قالت الأمم المتحدة إن 45 شاحنة دخلت القطاع.", ENGLISH[3]),
        wrote("نفت قوات الدعم السريع ذلك وقالت إن الطرق مفتوحة.", ENGLISH[2]),
    ],
)
def test_whoever_else_speaks_the_denial_of_the_accused_is_missed(other: Sentence) -> None:
    assert lost([ACCUSED, other], BEFORE, STORY) == [BEFORE[1]]


def test_the_accusers_are_missed_too() -> None:
    denial = wrote("نفت نوفيو الاتهام.", ENGLISH[1])
    assert lost([denial], BEFORE, STORY) == [BEFORE[0]]


@pytest.mark.parametrize(
    ("arabic", "text", "evidence"),
    [
        ("نفت قوات الدعم السريع ذلك.", "نفت قوات الدعم السريع ذلك.", ENGLISH[2]),
        ("ذكرت الأمم المتحدة أن 45 شاحنة دخلت.", "قالت الأمم المتحدة إن 45 دخلت.", ENGLISH[3]),
        ("رحب وزير العدل بالقرار.", "رحب وزير العدل ياريف ليفين بالحكم.", ENGLISH[4]),
        ("هدد اتحاد العمال «الهستدروت» بالإضراب.", "هدد اتحاد العمال بالإضراب.", ENGLISH[5]),
    ],
)
def test_bodies_whose_english_names_no_table_knows(arabic: str, text: str, evidence: str) -> None:
    before = [own(ARABIC[1]), own(arabic)]
    denial = wrote("نفت نوفيو الاتهام.", ENGLISH[1])
    assert lost([denial, wrote(text, evidence)], before, STORY) == []
    assert lost([denial], before, STORY) == [before[1]]


def test_one_voice_alone_is_no_dispute() -> None:
    assert lost([wrote("وظفت نوفيو 300 مهندس.", ARABIC[2])], BEFORE[1:], STORY) == []
