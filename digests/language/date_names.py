"""Names of months, weekdays, days from today and decades in Arabic, English and Hebrew.

The rule: a name is one word or two, an attached particle aside («ولمايو», בינואר); a month has all
its names (مايو، أيار، ماي; May; מאי). One that is a word of another meaning too (آب، May, March) is
doubtful, except behind a word or particle of time or before "and" and another month; with a small
letter it always is. «اليوم» is today, but «في اليوم» a day and «ذلك اليوم» that day.

What it may get wrong: a month that is a word and stands behind a word of time. The escape hatch is
the tables below.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.words import Token

_MONTHS_TEXT = """
يناير كانون-الثاني جانفي january jan ינואר
فبراير شباط فيفري february feb פברואר
مارس آذار march mar מרץ מארס מרס
أبريل إبريل نيسان أفريل april apr אפריל
مايو أيار ماي may מאי
يونيو يونيه حزيران جوان june jun יוני
يوليو يوليه تموز جويلية يوليوز july jul יולי
أغسطس آب أوت غشت august aug אוגוסט
سبتمبر أيلول شتنبر september sep sept ספטמבר
أكتوبر تشرين-الأول october oct אוקטובר
نوفمبر تشرين-الثاني نونبر november nov נובמבר
ديسمبر كانون-الأول دجنبر december dec דצמבר
"""
_WEEKDAYS_TEXT = """
الاثنين الإثنين monday יום-שני
الثلاثاء tuesday יום-שלישי
الأربعاء wednesday יום-רביעי
الخميس thursday יום-חמישי
الجمعة friday יום-שישי
السبت saturday שבת יום-שבת
الأحد sunday יום-ראשון
"""
#: A weekday's night without its word for day, by weekday.
_HEBREW_NIGHTS = "ליל-שני ליל-שלישי ליל-רביעי ליל-חמישי ליל-שישי ליל-שבת ליל-ראשון".split()
_RELATIVE_TEXT = {
    -2: "أول-أمس أمس-الأول שלשום",
    -1: "أمس الليلة-الماضية مساء-أمس صباح-أمس ليل-أمس البارحة yesterday last-night אתמול אמש",
    0: "اليوم الليلة هذا-الصباح today tonight this-morning this-evening היום הערב הבוקר הלילה",
    1: "غدا tomorrow מחר",
    2: "بعد-غد מחרתיים",
}


def _table(rows: Sequence[tuple[int, str]]) -> dict[tuple[str, ...], int]:
    return {
        tuple(fold(word) for word in name.split("-")): value
        for value, names in rows
        for name in names.split()
    }


#: The number of a month, the day of a week (0 for Monday) and the days from today, by their names.
MONTHS = _table(list(enumerate(_MONTHS_TEXT.strip().splitlines(), 1)))
WEEKDAYS = _table(
    [
        (day, f"{names} {nights}")
        for day, (names, nights) in enumerate(
            zip(_WEEKDAYS_TEXT.strip().splitlines(), _HEBREW_NIGHTS, strict=True)
        )
    ]
)
_TENS = "عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين"
_ENGLISH_TENS = "twenties thirties forties fifties sixties seventies eighties nineties"
#: The ten of a decade by its names; «سبعينات» is written too.
DECADES = {
    fold(name): ten
    for ten, (arabic, english) in enumerate(
        zip(_TENS.split(), _ENGLISH_TENS.split(), strict=True), 2
    )
    for name in (arabic + "يات", arabic + "ات", english)
}
_NAMES_OF_MONTHS = folded(_MONTHS_TEXT.replace("-", " "))
RELATIVE = _table(list(_RELATIVE_TEXT.items()))
#: Month names that are words of another meaning as well.
_DOUBTFUL = folded("آب ماي جوان أوت مارس may march mar sep jun dec מאי מרס")
#: Words before a month, and between two.
_ANDS = folded("and or to ו")
_TIME_WORDS = folded(
    "في شهر بين وبين منذ حتى خلال مطلع أواخر أوائل منتصف نهاية بداية من إلى in of between and "
    "since until by from late early mid last next this "
    "תחילת סוף אמצע ראשית חודש חודשי מאז עד בין"
)
#: August, which behind a particle is told from other words by its first letter alone.
_AUGUST, _MADDA = fold("آب"), "آ"
#: The party, whose last letter has the form of the middle; the month is מרץ.
_MERETZ = "מרצ"


def is_month(word: str) -> bool:
    """Whether the folded *word* may be the name of a month, or a word of one."""
    return word in _NAMES_OF_MONTHS


def decade(word: str) -> int | None:
    """The ten of the decade that the folded *word* names, an attached particle aside."""
    return next((DECADES[form] for form in without_particles(word) if form in DECADES), None)


def name_at(
    words: Sequence[Token], at: int, table: dict[tuple[str, ...], int]
) -> tuple[int, int] | None:
    """The value of the name of *table* at *at* and where it ends, an attached particle aside."""
    if words[at].text[-1] == _MERETZ[-1]:
        return None
    for length in (2, 1):
        rest = tuple(word.fold for word in words[at + 1 : at + length])
        if len(rest) < length - 1:
            continue
        for first in _bare(words[at].fold):
            if (value := table.get((first, *rest))) is not None:
                return value, at + length
    return None


_FRONTS = "و ف ب ل وب ول ה ב ל מ ו ש מה וב ול ומ שב כש".split()


@lru_cache(maxsize=1 << 15)
def _bare(word: str) -> tuple[str, ...]:
    found = [word]
    if word[:1] >= "\u0590":
        for prefixes in _FRONTS:
            if word.startswith(prefixes) and len(word) - len(prefixes) >= 2:
                found.append(word[len(prefixes) :])
        if word.startswith("وال"):
            found.append(word[1:])
        if word.startswith("لل"):
            found.append("ال" + word[2:])
    return tuple(found)


#: Words after «اليوم», «الليلة» that make it a day or a night of something and not today.
_OF_A_DAY = folded(
    "الأخير الأول الثاني الثالث الرابع الخامس السادس السابع التالي السابق نفسه ذاته الدراسي "
    "الوطني العالمي الموالي المقبل الواحد الفاصلة الواقعة"
)
#: Words before it that do so.
_OF_ANOTHER_DAY = folded("في ذلك هذا بذلك ذاك")
_NIGHT, _OF_ANOTHER_NIGHT = folded("الليلة"), folded("تلك بتلك")
#: The first words of all names of dates.
_OPENERS = frozenset(name[0] for table in (MONTHS, WEEKDAYS, RELATIVE) for name in table)


@lru_cache(maxsize=1 << 15)
def opens(word: str) -> bool:
    """Whether the name of a date may begin with the folded *word*."""
    return any(form in _OPENERS for form in _bare(word))


def is_no_today(words: Sequence[Token], at: int, end: int) -> bool:
    """Whether the name of today from *at* to *end* is a day, that day or a day of something."""
    word = words[at].fold
    before = words[at - 1].fold if at else ""
    after = words[end].fold if end < len(words) else ""
    if word in _NIGHT and before in _OF_ANOTHER_NIGHT:
        return True
    return word == "باليوم" or after in _OF_A_DAY or (word == "اليوم" and before in _OF_ANOTHER_DAY)


def _a_month_more(words: Sequence[Token], at: int) -> bool:
    """Whether "and" and a month stand at *at*: "for May and June"."""
    joined = at < len(words) and (words[at].fold in _ANDS or words[at].fold[0] == "و")
    return joined and any(name_at(words, p, MONTHS) for p in range(at, at + 2) if p < len(words))


def is_doubtful(words: Sequence[Token], at: int, end: int) -> bool:
    """Whether the name of a month from *at* to *end* may as well be a word of another meaning."""
    if end - at > 1 or not any(form in _DOUBTFUL for form in _bare(words[at].fold)):
        return False
    word = words[at]
    if word.text[:1].isascii() and not word.text[:1].isupper():
        return True
    if word.fold.endswith(_AUGUST) and word.fold != _AUGUST and _MADDA not in word.text:
        return True  # «باب», a door, and not «بآب»
    if _a_month_more(words, end):
        return False
    before = words[at - 1].fold if at else " "
    attached = word.fold not in _DOUBTFUL and word.fold[:1] in "بלב"
    return not (attached or any(form in _TIME_WORDS for form in _bare(before)))
