"""Dates as feeds write them: RFC 822, ISO 8601, and what outlets write instead.

Rule: the two standard forms are read here, with the spellings that occur (no weekday, two-digit
years, named zones); numeric days before months with dots or slashes, years first, and month names
in Arabic or Hebrew follow; all else is left to feedparser's readers. A date without a zone is UTC.
IST and AST mean Israel's and Arabia's time in feeds of those languages, as nobody else there uses
the letters; elsewhere they are read as feedparser does.

May be wrong: ``03/04/2026`` is read as 3 April; a date that says no zone may be hours off. A date
that cannot be read is None: the article then counts from when it was first seen.
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier يناير كانون_الثاني جانفي ינואר",
            "feb february فبراير شباط فيفري פברואר",
            "mar march مارس آذار اذار מרץ מרס",
            "apr april أبريل ابريل نيسان إبريل أفريل אפריל",
            "may مايو أيار ايار ماي מאי",
            "jun june يونيو حزيران جوان يونيه יוני",
            "jul july يوليو تموز جويلية يوليوز يوليه יולי",
            "aug august أغسطس اغسطس آب اب أوت غشت אוגוסט",
            "sep sept september سبتمبر أيلول ايلول شتنبر ספטמבר",
            "oct october أكتوبر اكتوبر تشرين_الأول تشرين_الاول אוקטובר",
            "nov november نوفمبر تشرين_الثاني نونبر נובמבר",
            "dec december ديسمبر كانون_الأول كانون_الاول دجنبر דצמבר",
        ),
        1,
    )
    for name in names.split()
}
#: Hours from UTC. The North American ones are of RFC 822; summer time of Britain and Europe too.
_ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "cest": 2,
    "eet": 2, "eest": 3, "msk": 3, "idt": 3, "ast": -4, "adt": -3, "est": -5, "edt": -4, "et": -5,
    "cst": -6, "cdt": -5, "ct": -6, "mst": -7, "mdt": -6, "mt": -7, "pst": -8, "pdt": -7, "pt": -8,
}  # fmt: skip
_LOCAL_ZONES = {"he": {"ist": 2}, "ar": {"ast": 3}}
_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
_ZONE = r"(?P<zone>[+-]\d{2}:?\d{2}|[+-]\d{1,2}|[A-Za-z]{1,5})?(?:\s*\([^)]*\))?"
_RFC = re.compile(
    r"(?:[^\W\d]{2,12}\.?[,،]?\s+)?(?P<day>\d{1,2})[\s-]+(?P<month>[^\W\d]{3,12})\.?,?[\s-]+"
    rf"(?P<year>\d{{4}}|\d{{2}})(?:,?\s+{_TIME}\s*(?P<half>[AaPp]\.?[Mm]\.?)?\s*{_ZONE})?"
)
_ISO = re.compile(
    rf"(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})(?:[Tt\s]+{_TIME}\s*{_ZONE})?"
)
_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})[/.](?P<month>\d{{1,2}})[/.](?P<day>\d{{1,2}})(?:[,\s]+{_TIME}\s*{_ZONE})?"
)
_DAY_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}})[./-](?P<month>\d{{1,2}})[./-](?P<year>\d{{4}})(?:[,\s]+{_TIME}\s*{_ZONE})?"
)
_MONTH_FIRST = re.compile(
    r"(?:[A-Za-z]{3,9},?\s+)?(?P<month>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+"
    rf"(?P<year>\d{{4}})(?:,?\s+(?:at\s+)?{_TIME}\s*(?P<half>[AaPp]\.?[Mm]\.?)?\s*{_ZONE})?"
)
_FORMS = (_RFC, _ISO, _YEAR_FIRST, _DAY_FIRST, _MONTH_FIRST)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
#: Longer strings are no dates.
_LONGEST = 100


@lru_cache(maxsize=4096)
def parse_date(value: str, language: str | None = None) -> datetime | None:
    """The moment that *value* names, in UTC; None when it names none between 1990 and 2100."""
    value = " ".join(value.translate(_DIGITS).split())
    if not value or len(value) > _LONGEST:
        return None
    value = re.sub(r"(تشرين|كانون) (ال)", r"\1_\2", value)
    for form in _FORMS:
        if match := form.fullmatch(value):
            return _sane(_moment(match, language))
    return _sane(_by_feedparser(value)) if re.search(r"\d\D+\d|\d{8}", value) else None


def _moment(match: re.Match[str], language: str | None) -> datetime | None:
    found = match.groupdict()
    try:
        year = int(found["year"])
        if len(found["year"]) == 2:
            year += 2000 if year < 70 else 1900
        hour = _hour(int(found["hour"] or 0), found.get("half"))
        second = min(int(found["second"] or 0), 59)
        moment = datetime(
            year, _month(found["month"]), int(found["day"]), 0, int(found["minute"] or 0), second,
            tzinfo=timezone(_offset(found["zone"], language)),
        )  # fmt: skip
        return (moment + timedelta(hours=hour)).astimezone(UTC)
    except (ValueError, KeyError, OverflowError):
        return None


def _hour(hour: int, half: str | None) -> int:
    if hour > 24:
        raise ValueError("no such hour")
    if half:
        return hour % 12 + (12 if half[0] in "pP" else 0)
    return hour


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    name = name.lower().lstrip("בو") if name.lower() not in _MONTHS else name.lower()
    return _MONTHS[name] if name in _MONTHS else _MONTHS[name[:3]]


def _offset(zone: str | None, language: str | None) -> timedelta:
    if not zone:
        return timedelta(0)
    if zone[0] in "+-":
        digits = zone[1:].replace(":", "")
        hours, minutes = int(digits[:2]), int(digits[2:] or 0)
        offset = timedelta(hours=hours, minutes=minutes)
        if offset >= timedelta(days=1):
            raise ValueError("no such offset")
        return -offset if zone[0] == "-" else offset
    local = _LOCAL_ZONES.get((language or "")[:2].lower(), {})
    return timedelta(hours=local.get(zone.lower(), _ZONES.get(zone.lower(), 0)))


def _by_feedparser(value: str) -> datetime | None:
    from feedparser.datetimes import _parse_date

    try:
        parts = _parse_date(value)
        return datetime.fromtimestamp(calendar.timegm(parts), UTC) if parts else None
    except (ValueError, TypeError, OverflowError, IndexError, AttributeError, OSError):
        return None


def _sane(moment: datetime | None) -> datetime | None:
    return moment if moment is not None and 1990 <= moment.year <= 2100 else None
