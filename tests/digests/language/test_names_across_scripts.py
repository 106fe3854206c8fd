"""One name in two scripts is one, and names that look alike are two."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.language.normal import fold
from digests.language.transcription import distance
from digests.language.transcription_tables import ARABIC, CONSONANTS, HEBREW, VOWELS
from digests.language.transliteration import same_name

#: Names as Arabic newsrooms write them, by the language that the name comes from.
SAME = """
English: ووكر/Walker تايلور/Taylor كوبر/Cooper بيكر/Baker غراهام/Graham هيوستن/Houston
  ماكونيل/McConnell تشرشل/Churchill رايت/Wright نايت/Knight جولي/Julie ترامب/Trump والز/Walz
  جيفريز/Jeffries هيغسيث/Hegseth بيتسبرغ/Pittsburgh سميث/Smith هاريس/Harris مايكل/Michael
  أوكونور/O'Connor كيلي/Kelly وايت/White فوكس/Fox غلوستر/Gloucester
French: جان/Jean فرانسوا/François بارنييه/Barnier ماكرون/Macron دوبوا/Dubois بوردو/Bordeaux
  لوكورنو/Lecornu بينوا/Benoît شيراك/Chirac ميشيل/Michel ميلانشون/Mélenchon رينو/Renault
  هولاند/Hollande أولاند/Hollande ليون/Lyon
German: ميرتس/Merz ميرتز/Merz شولتس/Scholz فاغنر/Wagner شتاينماير/Steinmeier شتوتغارت/Stuttgart
  نويمان/Neumann يونكر/Juncker فايدل/Weidel كورتز/Kurz شوارزنيغر/Schwarzenegger
Dutch: فوس/Vos روته/Rutte فيلدرز/Wilders
Spanish: خورخي/Jorge خيمينيس/Jiménez سانشيز/Sánchez كاستيو/Castillo غوتيريش/Guterres
  راخوي/Rajoy ثاباتيرو/Zapatero بوينس/Buenos
Italian: جورجيا/Giorgia فرانشيسكو/Francesco ميلوني/Meloni لوتشيانو/Luciano بوتشيني/Puccini
Slavic: شيفتشوفيتش/Šefčovič شيفتشوفيتش/Sefcovic فيتسو/Fico فوتشيتش/Vučić
  كاتشينسكي/Kaczyński زيلينسكي/Zelenskyy خاركيف/Kharkiv يانوكوفيتش/Yanukovych
Turkish: أردوغان/Erdoğan أوزغور/Özgür يرليكايا/Yerlikaya هاكان/Hakan
Chinese: شي/Xi جين/Jin تشاو/Zhao تشانغ/Zhang تشيانغ/Qiang وانغ/Wang شنغهاي/Shanghai
Korean: كوك/kuk هيون/Hyun يون/Yoon جونغ/Jong بيونغ/Pyong
Burmese: نايبيداو/Naypyitaw هلاينغ/Hlaing
Arabic: عبدالقادر/Abdelkader محمد/Mohammed محمد/Muhammad حسين/Hussein حسن/Hassan عمر/Omar
  منذر/Munther
  سلمان/Salman سليمان/Suleiman الحريري/Hariri خالد/Khaled خالد/Khalid سعيد/Saied الشرع/Sharaa
  إسماعيل/Ismail هنية/Haniyeh عراقجي/Araghchi غزة/Ghazza
Hebrew: بريدج/ברידג' كوهين/כהן ليفي/לוי غانتس/גנץ هرتسوغ/הרצוג سموتريتش/סמוטריץ' لابيد/לפיד
  بينيت/בנט نتنياهو/נתניהו شلومو/שלמה ساعر/סער غولدشتاين/גולדשטיין رابابورت/רפפורט جاك/ז'אק
  ويتكوف/וויטקוף بايدن/ביידן زيلينسكي/זלנסקי حسين/חוסיין خالد/ח'אלד درعي/דרעי
  تسيون/ציון سيناتور/סנאטור يعقوب/יעקב
"""

#: Real names that look alike, each against the other one's spelling.
DIFFERENT = """
Latin: ميركل/Merz ميرتس/Merkel كام/Kim كيم/Kam بايدن/Baden بادن/Biden كوهين/Kahn كان/Cohen
  ليفي/Livni ليفني/Levi حجري/Hariri الحريري/Hijri سلمان/Suleiman سليمان/Salman إيران/Iraq
  العراق/Iran النمسا/Australia أستراليا/Austria سلوفاكيا/Slovenia سلوفينيا/Slovakia النيجر/Nigeria
  نيجيريا/Niger مالي/Malawi ملاوي/Mali حسين/Hassan حسن/Hussein عمرو/Omar جوان/John جين/John
  ماركو/Mark مارك/Marco ماريا/Mary مريم/Mary بوش/Bass كاميرون/Macron ماكرون/Cameron
  كلينتون/Clifton أسامة/Obama أوباما/Osama سوناك/Sonic جونسون/Jensen جونز/James جيمس/Jones
  ديفيس/David ديفيد/Davis مارتن/Morton روبن/Robert روبرتس/Robert روبرت/Roberts
  جنسن/Johnson نتانيا/Netanyahu سليمان/Soleimani والز/Waltz
  ستاين/Stephen
  بوتر/Peter بيتر/Potter باركلي/Parker بارك/Birk سميث/Schmidt شميت/Smith وانغ/Wong لو/Lee لي/Lou
  مورغان/Megan غانا/Guinea غينيا/Ghana غيانا/Ghana زامبيا/Gambia غامبيا/Zambia أرمينيا/Romania
  رومانيا/Armenia لاتفيا/Lithuania ليتوانيا/Latvia بوسنيا/Boston بودابست/Bucharest
  بوخارست/Budapest تونس/Denis باريس/Paros سعيد/Saad سعد/Saied كمال/Camille جميل/Jamal جمال/Jamil
  ناصر/Nasrallah خليل/Khalid رشيد/Rashad كريم/Karam كرم/Karim نور/Nir حمد/Hamid أحمد/Hamid
  حامد/Hamdi عامر/Omar سامر/Samara ريما/Rami رامي/Rima ويلسون/Wilton براون/Brien ديلان/Dillard
  تشاد/China كوبا/Copenhagen
Hebrew: ليفني/לוי ليفي/לבני ليفين/לבנה كاتس/כהן كوهين/כץ هرتسوغ/הרצל هرتسل/הרצוג باراك/בורג
  شاكيد/שקל مزراحي/מזרח دانون/דיין ديان/דנון غولان/גולד غولد/גולן يعقوب/יעקבי نير/נור نور/ניר
  رون/רן ران/רון دان/דין شور/שיר بيريس/פרל أولمرت/אלמוג حسن/חוסיין حسين/חסן غانتس/גנור روبين/רביץ
"""

_PAIR = re.compile(r"(\S+?)/(\S+)")


def pairs(text: str) -> list[tuple[str, str]]:
    return _PAIR.findall(text)


@pytest.mark.parametrize(("arabic", "other"), pairs(SAME))
def test_one_name_in_two_scripts(arabic: str, other: str) -> None:
    assert same_name(fold(arabic), fold(other))
    assert same_name(fold(other), fold(arabic))


@pytest.mark.parametrize(("arabic", "other"), pairs(DIFFERENT))
def test_names_that_look_alike_are_two(arabic: str, other: str) -> None:
    assert not same_name(fold(arabic), fold(other))
    assert not same_name(fold(other), fold(arabic))


@pytest.mark.parametrize(
    ("one", "other"),
    [("google", "goggle"), ("merz", "merkel"), ("salman", "suleiman"), ("לוי", "לוין")],
)
def test_in_one_script_a_name_has_one_spelling(one: str, other: str) -> None:
    assert same_name(one, one)
    assert not same_name(one, other)


def test_a_foreign_name_may_have_two_arabic_spellings_and_a_diminutive_is_another_name() -> None:
    assert same_name(fold("رايموندو"), fold("ريموندو"))
    assert same_name(fold("غوتيريش"), fold("جوتيريش"))
    assert not same_name(fold("سلمان"), fold("سليمان"))
    assert not same_name(fold("حسن"), fold("حسين"))
    assert not same_name(fold("أنطوني"), fold("أنطونيو"))


@pytest.mark.parametrize(
    ("arabic", "other"), pairs("توسان/Tucson لوران/Laurent ماروش/Maroš رجب/Recep")
)
def test_a_short_name_is_spelt_more_freely_only_when_asked(arabic: str, other: str) -> None:
    assert not same_name(fold(arabic), fold(other))
    assert same_name(fold(arabic), fold(other), loosely=True)


@pytest.mark.parametrize(
    ("arabic", "other"), pairs("بايدن/Baden كام/Kim حسين/Hassan بوش/Bass كرم/Karim ران/רון")
)
def test_not_even_freely_is_another_name_the_same(arabic: str, other: str) -> None:
    assert not same_name(fold(arabic), fold(other), loosely=True)


@pytest.mark.parametrize("table", [CONSONANTS, VOWELS, HEBREW, ARABIC])
def test_a_line_of_a_table_is_read(table: str) -> None:
    lines = [line for line in table.split("\n") if line]
    assert all(re.fullmatch(r"\^?[a-z'\"א-תء-ي]+[$+@%_~]? = [ء-ي|\- ]+", line) for line in lines)
    keys = [line.partition(" = ")[0] for line in lines]
    assert len(keys) == len(set(keys))


_LATIN = st.text("abcdefghijklmnopqrstuvwxyz'", min_size=1, max_size=24)
_HEBREW = st.text("אבגדהוזחטיכלמנסעפצקרשת'", min_size=1, max_size=24)
_SPELT = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=1, max_size=24)


@given(st.one_of(_LATIN, _HEBREW, _SPELT), _SPELT)
def test_who_is_compared_with_whom_does_not_matter(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one)


@given(st.one_of(_LATIN, _HEBREW, _SPELT), _SPELT, st.integers(0, 3))
def test_more_forgiveness_takes_no_name_away(one: str, other: str, most: int) -> None:
    found = distance(one, other, most)
    if found is not None:
        assert found <= most
        assert distance(one, other, most + 1) == found


@given(st.text("bdfklmnr", min_size=1, max_size=9), st.sampled_from("بتدرلم"))
def test_a_consonant_more_is_another_name(word: str, letter: str) -> None:
    word = re.sub(r"(.)\1+", r"\1", word)
    spelt = word.translate(str.maketrans("bdfklmnr", "بدفكلمنر"))
    assert distance(word, spelt, 0) is not None
    assert distance(word, spelt + letter * 2, 2) is None
