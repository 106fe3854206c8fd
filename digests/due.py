"""When a chat's next digest is due: pure, by the chat's own clock.

The rule: the earliest of the chat's times after *after*, in its zone. Nothing falls on Friday
between 11:30 and 13:30 local (Friday prayer): it waits until 13:30. With the weekend setting,
Friday and Saturday have one digest, at 10:00. A time that daylight saving skips comes at the first
moment that exists after it; one that comes twice is taken once, the first time. Weekly digests come
on Thursday at the chat's last time of day. Instant chats are looked at every minute outside quiet
hours, and at their daily times, when what did not fit into the instant messages comes. A machine
that slept over several times owes one digest, because only the next time is stored and the one
after is counted from *now*. A chat that may not be written to is tried ever less often
(`next_try`).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from digests.model import Arrival, Preferences

FRIDAY, SATURDAY, THURSDAY = 4, 5, 3
WEEKEND = time(10, 0)
PRAYER = (time(11, 30), time(13, 30))
#: Instant chats are looked at this often; nothing is sent when nothing is new.
INSTANT = timedelta(minutes=1)
#: A chat that may not be written to is tried again after one, at the soonest and at the latest.
SOONEST, LATEST = timedelta(hours=1), timedelta(days=1)


def next_digest(preferences: Preferences, after: datetime) -> datetime:
    """The first moment after *after* (aware) at which a digest is due, in UTC."""
    zone = ZoneInfo(preferences.timezone)
    after = after.astimezone(UTC)
    arrival = preferences.arrival
    if arrival is Arrival.BREAKING:
        return _next_look(preferences, after, zone)
    at = _next_time(preferences, after, zone)
    return min(at, _next_look(preferences, after, zone)) if arrival is Arrival.INSTANT else at


def soon(preferences: Preferences, after: datetime) -> datetime:
    """A minute after *after*, outside quiet hours and Friday prayer."""
    return _next_look(preferences, after, ZoneInfo(preferences.timezone))


def next_try(preferences: Preferences, barred: datetime, after: datetime) -> datetime:
    """When a chat that may not be written to since *barred* is tried again after *after*.

    An hour after it was barred, then twice as long each time, and at its times of day. So a group
    that is closed at each of its times, every night say, gets its news once it is open, and one
    that is closed for months costs a request or two a day.
    """
    zone = ZoneInfo(preferences.timezone)
    pause = min(max(after - barred, SOONEST), LATEST)
    at = _next_look(preferences, after + pause - INSTANT, zone)
    return min(at, _next_time(preferences, after.astimezone(UTC), zone))


def is_untimely(preferences: Preferences, moment: datetime) -> bool:
    """Whether a try that comes late, at *moment*, falls into the quiet hours of a chat, and not
    into the hour after one of its own times."""
    own = daily_between(preferences, moment - SOONEST, moment)
    return is_quiet(preferences, moment) and not own


def daily_between(preferences: Preferences, after: datetime, until: datetime) -> bool:
    """Whether a daily digest falls due after *after* and not later than *until*."""
    zone = ZoneInfo(preferences.timezone)
    return _next_time(preferences, after.astimezone(UTC), zone) <= until


def is_quiet(preferences: Preferences, moment: datetime) -> bool:
    """Whether *moment* lies in the quiet hours of a chat."""
    zone = ZoneInfo(preferences.timezone)
    return _after_quiet(moment, preferences, zone) != moment


def _next_time(preferences: Preferences, after: datetime, zone: ZoneInfo) -> datetime:
    today = after.astimezone(zone).date()
    return min(
        moment
        for offset in range(-1, 9)
        for moment in _of_day(preferences, today + timedelta(days=offset), zone)
        if moment > after
    )


def _next_look(preferences: Preferences, after: datetime, zone: ZoneInfo) -> datetime:
    """A minute after *after*, put off to the end of the quiet hours and of the Friday prayer."""
    moment = after.astimezone(UTC) + INSTANT
    for _ in range(4):  # the end of one pause may lie in the other
        paused = _after_prayer(_after_quiet(moment, preferences, zone), zone)
        if paused == moment:
            break
        moment = paused
    return moment


def _of_day(preferences: Preferences, day: date, zone: ZoneInfo) -> list[datetime]:
    times = sorted(preferences.times) or [time(20, 0)]
    if preferences.arrival is Arrival.WEEKLY:
        times = times[-1:] if day.weekday() == THURSDAY else []
    elif preferences.weekend and day.weekday() in (FRIDAY, SATURDAY):
        times = [WEEKEND]
    if day.weekday() == FRIDAY:
        times = [PRAYER[1] if PRAYER[0] <= at < PRAYER[1] else at for at in times]
    return [_exact(day, at, zone) for at in times]


def _exact(day: date, at: time, zone: ZoneInfo) -> datetime:
    local = datetime.combine(day, at, zone)
    moment = local.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        return _first_after_gap(moment, zone)
    return moment


def _first_after_gap(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment at which the clocks were put forward, searched back from *moment* by minutes."""
    offset = moment.astimezone(zone).utcoffset()
    while (moment - timedelta(minutes=1)).astimezone(zone).utcoffset() == offset:
        moment -= timedelta(minutes=1)
    return moment


def _after_quiet(moment: datetime, preferences: Preferences, zone: ZoneInfo) -> datetime:
    if preferences.quiet is None:
        return moment
    start, end = preferences.quiet
    local = moment.astimezone(zone)
    at = local.time()
    inside = start <= at < end if start <= end else at >= start or at < end
    if not inside:
        return moment
    day = local.date() if at < end else local.date() + timedelta(days=1)
    return _exact_after(moment, day, end, zone)


def _after_prayer(moment: datetime, zone: ZoneInfo) -> datetime:
    local = moment.astimezone(zone)
    if local.weekday() != FRIDAY or not PRAYER[0] <= local.time() < PRAYER[1]:
        return moment
    return _exact_after(moment, local.date(), PRAYER[1], zone)


def _exact_after(moment: datetime, day: date, at: time, zone: ZoneInfo) -> datetime:
    """*at* on *day*, the second one where the clocks are put back and the first is over."""
    first = _exact(day, at, zone)
    if first > moment:
        return first
    return max(moment, datetime.combine(day, at.replace(fold=1), zone).astimezone(UTC))
