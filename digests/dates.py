"""Dates and times as readers of each country know them.

Month names follow the city's country (Babel's data): مايو in most, أيار in the Levant and Iraq, ماي
in the Maghreb, where November is نونبر in Morocco and نوفمبر in Algeria and Tunisia. A chat may
choose another style. The Hijri date, on request, is that of the Umm al-Qura calendar.

Everything returns a ``Phrase``: plain text in the reader's language, with Latin digits; other
digits are applied to the finished message (``digests.compose.finish``).
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import babel.dates
import structlog
from babel import Locale, UnknownLocaleError
from hijridate import Gregorian

from digests.cities import city
from digests.language.direction import isolate
from digests.markup import clean
from digests.model import Lang, Preferences
from digests.words import Phrase, Speaker

#: Locales whose month names a chat can choose regardless of its city.
_STYLES = {"mayo": "ar_EG", "ayyar": "ar_LB", "mai": "ar_MA"}
#: Within the Maghreb, «mai» keeps the names of the chat's own country.
_FRENCH_MONTHS = ("DZ", "TN")
#: Hours at which a part of the day begins, local time.
_NOON, _EVENING, _NIGHT_ENDS = 11, 15, 4

_log = structlog.get_logger(__name__)


def zone(preferences: Preferences) -> ZoneInfo:
    """The chat's zone; UTC, and a line in the log, when the name is unknown."""
    try:
        return ZoneInfo(preferences.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        _log.warning("dates.unknown_zone", zone=preferences.timezone)
        return ZoneInfo("UTC")


def local(moment: datetime, preferences: Preferences) -> datetime:
    """*moment* in the chat's zone."""
    return moment.astimezone(zone(preferences))


def clock(moment: datetime | time) -> Phrase:
    """``20:00``; a datetime must already be local."""
    return Phrase(moment.strftime("%H:%M"))


def full_date(moment: datetime, preferences: Preferences) -> Phrase:
    """«الجمعة 26 سبتمبر 2025», with the Hijri date when the chat wants it."""
    day = local(moment, preferences).date()
    shown = _format(day, "EEEE d MMMM y", preferences)
    hijri = hijri_date(day, preferences) if preferences.hijri else ""
    return Phrase(f"{shown} · {hijri}" if hijri else shown)


def day_date(moment: datetime, preferences: Preferences) -> Phrase:
    """«الأربعاء 14 مايو»."""
    return _format(local(moment, preferences).date(), "EEEE d MMMM", preferences)


def short_date(moment: datetime, preferences: Preferences) -> Phrase:
    """«14 مايو»."""
    return _format(local(moment, preferences).date(), "d MMMM", preferences)


def event_date(moment: datetime, now: datetime, preferences: Preferences) -> Phrase:
    """«14 مايو», with the year when it is not that of *now*."""
    day = local(moment, preferences).date()
    same = day.year == local(now, preferences).year
    return _format(day, "d MMMM" if same else "d MMMM y", preferences)


def weekday(moment: datetime, preferences: Preferences) -> Phrase:
    """«الأربعاء»."""
    return _format(local(moment, preferences).date(), "EEEE", preferences)


def hijri_date(day: date, preferences: Preferences) -> str:
    """«4 ربيع الثاني 1447 هـ»; empty outside the years that the calendar covers."""
    try:
        hijri = Gregorian.fromdate(day).to_hijri()
    except OverflowError:
        return ""
    if preferences.language == Lang.EN:
        return f"{hijri.day} {hijri.month_name('en')} {hijri.year} AH"
    return f"{hijri.day} {hijri.month_name('ar')} {hijri.year} هـ"


def ago(moment: datetime, now: datetime, say: Speaker) -> Phrase:
    """«قبل 6 دقائق», «قبل ساعتين», «قبل 3 أيام»; what lies in the future counts as now."""
    minutes = int((now - moment).total_seconds()) // 60
    if minutes < 1:
        return say("ago-now")
    if minutes < 60:
        return say("ago-minutes", minutes=minutes)
    if minutes < 24 * 60:
        return say("ago-hours", hours=minutes // 60)
    return say("ago-days", days=minutes // (24 * 60))


def part_of_day(moment: datetime, preferences: Preferences) -> str:
    """``morning``, ``noon`` or ``evening``; the night belongs to the evening."""
    hour = local(moment, preferences).hour
    if hour < _NIGHT_ENDS or hour >= _EVENING:
        return "evening"
    return "noon" if hour >= _NOON else "morning"


def heading(moment: datetime, preferences: Preferences) -> str:
    """The message key of a digest's title, by the part of the day: ``digest-evening`` …"""
    return f"digest-{part_of_day(moment, preferences)}"


def when(moment: datetime, now: datetime, preferences: Preferences, say: Speaker) -> Phrase:
    """A coming moment: «اليوم 20:00 بتوقيت مكة المكرمة», «غدًا …», «السبت 27 سبتمبر، …»."""
    then, today = local(moment, preferences), local(now, preferences).date()
    said: dict[str, str | int] = {"time": clock(then), "place": place(preferences)}
    if then.date() == today:
        return say("when-today", **said)
    if then.date() == today + timedelta(days=1):
        return say("when-tomorrow", **said)
    return say("when-day", day=day_date(moment, preferences), **said)


def place(preferences: Preferences) -> Phrase:
    """The chat's city, or its zone when the two do not belong together."""
    chosen = city(preferences.city)
    if chosen is None or chosen.zone != preferences.timezone:
        name = preferences.timezone.rpartition("/")[2].replace("_", " ")
        return Phrase(isolate(clean(name), preferences.language))
    return Phrase(chosen.name.in_(preferences.language))


def _format(day: date, pattern: str, preferences: Preferences) -> Phrase:
    return Phrase(babel.dates.format_date(day, pattern, locale=_locale(preferences)))


def _locale(preferences: Preferences) -> Locale:
    if preferences.language == Lang.EN:
        return Locale("en", "GB")
    chosen = city(preferences.city)
    country = chosen.country if chosen else ""
    name = _STYLES.get(preferences.months, f"ar_{country}")
    if preferences.months == "mai" and country in _FRENCH_MONTHS:
        name = f"ar_{country}"
    try:
        return Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return Locale("ar")
