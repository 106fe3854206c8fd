"""Names and terms are found in English and Hebrew, and written one way in Arabic."""

import pytest

from config.glossary import read_glossary
from config.settings import HERE
from digests.summaries.glossary import Glossary, Term, glossary

SHIPPED = glossary(read_glossary(HERE / "glossary.yaml"))
MINE = Glossary(
    [
        Term("غوغل", ("Google",), ("גוגל",), ("جوجل", "قوقل")),
        Term("غوغل كلاود", ("Google Cloud",)),
        Term("الجيش الإسرائيلي", ("Israel Defense Forces", "IDF"), ('צה"ל',)),
        Term("القدس", ("Jerusalem",), ("ירושלים",), ("أورشليم", "اورشليم")),
    ]
)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Google's cloud", "en", [("Google", "غوغل")]),
        ("Google Cloud and Google", "en", [("Google Cloud", "غوغل كلاود"), ("Google", "غوغل")]),
        ("to google a word", "en", []),
        ("GOOGLE WINS", "en", [("GOOGLE", "غوغل")]),
        ('ולצה"ל נמסר', "he", [('צה"ל', "الجيش الإسرائيلي")]),
        ("בצה״ל אמרו", "he", [("צה״ל", "الجيش الإسرائيلي")]),
        ("Google", "ar", []),
        ("Googles and Bard", "fr", []),
    ],
)
def test_names_are_found_as_whole_words(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    assert list(MINE.pairs(text, language)) == expected


def test_names_are_put_into_a_text_with_its_particles_and_endings() -> None:
    assert (
        MINE.put("Google's team met the IDF.", "en", "ar")
        == "غوغل's team met the الجيش الإسرائيلي."
    )
    assert MINE.put('נמסר לצה"ל בירושלים', "he", "en") == "נמסר ל-Israel Defense Forces ב-Jerusalem"


def test_another_spelling_gives_way_with_the_particle_before_it() -> None:
    assert (
        MINE.settled("وقالت جوجل لقوقل في أورشليم واورشليم") == "وقالت غوغل لغوغل في القدس والقدس"
    )
    assert MINE.settled("لا شيء هنا") == "لا شيء هنا"


@pytest.mark.parametrize(
    ("translation", "missing"),
    [
        ("قال الجيش الإسرائيلي في القدس", []),
        ("قيل للجيش الإسرائيلي بالقدس", []),
        ("قالت قوات الدفاع في القدس", ["الجيش الإسرائيلي"]),
        ("قالت قوات الدفاع في أورشليم", ["الجيش الإسرائيلي", "القدس"]),
    ],
)
def test_a_name_that_a_translation_lacks_is_told(translation: str, missing: list[str]) -> None:
    terms = MINE.missing("The IDF said in Jerusalem, the IDF", "en", translation)
    assert [term.ar for term in terms] == missing


def test_the_fingerprint_changes_with_the_terms() -> None:
    assert Glossary(MINE.terms).fingerprint == MINE.fingerprint
    assert Glossary(MINE.terms[1:]).fingerprint != MINE.fingerprint


@pytest.mark.parametrize("language", ["en", "he"])
def test_every_shipped_form_is_found_and_its_name_too(language: str) -> None:
    for term in SHIPPED.terms:
        for form in term.forms(language):
            assert (form, term.ar) in SHIPPED.pairs(f"{form} (2025)", language)
        assert SHIPPED.missing(next(iter(term.forms(language)), ""), language, term.ar) == ()


def test_every_shipped_variant_settles_into_its_name() -> None:
    for term in SHIPPED.terms:
        for variant in term.variants:
            assert SHIPPED.settled(f"قالت {variant} اليوم") == f"قالت {term.ar} اليوم"
