"""The date that a relative day («الخميس», «أمس») in a source's words needs.

The rule (docs/editorial.md, "A digest", 9): the article's date; or, when the only day named is the
one before, that day's with its name. A weekday is the one before only where the words ahead of it
tell of what has happened: «قُتل الثلاثاء»; «أمهلت النقابة الإدارة حتى الاثنين», «دعا إلى إضراب
الاثنين» and «يجتمع المجلس الاثنين» may mean a day to come, and get the article's date.

What this may get wrong: a weekday that is a name («صحيفة الجمعة») brings a date that nobody needed.
A date that is not certain is never shown, so that many a day before has the article's date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

from digests import dates
from digests.markup import Html, escape
from digests.model import Article, Preferences

_RELATIVE = re.compile(
    r"(?<!\w)[وفلبك]{0,2}(?:اليوم|أمس|الأمس|غدًا|غدا|البارحة|(?:ال|ل)(?:سبت|أحد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة))(?!\w)"
    r"|\b(?:today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|(?<!\w)(?:היום|אתמול|מחר)(?!\w)",
    re.IGNORECASE,
)
#: Of a day that is yet to come; a word that only looks like it costs nothing.
_AHEAD = re.compile(
    r"(?:ال)?(?:مقبل|قادم|تالي)|(?<!\w)و?س(?:وف|[يتن]\w{3,})|\b(?:next|will|coming)\b",
    re.IGNORECASE,
)
#: What makes a day right behind it a limit: «حتى الاثنين», «من يوم الاثنين».
_LIMIT = re.compile(
    r"(?<!\w)(?:حتى|لغاية|إلى|الى|من|قبل|بعد|كل)(?:\s+(?:يوم|مساء|صباح|فجر|ظهر|ليلة?|غداة))?\s+$"
    r"|\b(?:to|from|until|till|by|before|after|every|for)\s+$"
    r"|(?<!\w)(?:עד|החל מ?|לקראת|לפני|אחרי)\s*$",
    re.IGNORECASE,
)
#: What stands anywhere before a day of which is not sure that it has been: what is wanted or put
#: off, what was not, and what somebody says («أن يجتمع», «إن إضرابا سيبدأ»).
_NOT_SURE = re.compile(
    r"(?<!\w)[وف]?(?:لن|لم|أن|إن|بأن|أنه\w*|إنه\w*|اعتبار\w*|ابتداء\w*|بدء[اً]+|"
    r"(?:ال)?(?:مقرر|مزمع|متوقع|منتظر|مرتقب|موعد|تأجيل|إرجاء|مهلة|دعوة)\w*|س[يت]\w+)(?!\w)"
    r"|\b(?:to|that|set|due|scheduled|plan\w*|expect\w*|would|could|may|might|should|if|not|ahead)\b"
    r"|(?<!\w)(?:כי|ש\w+|צפוי\w*|אמור\w*|מתוכנ\w*)(?!\w)",
    re.IGNORECASE,
)
#: Verbs of what is to come; the day is their own where the claim follows it: «أعلن الوزير السبت
#: أن …», and not «أعلنت النقابة إضرابا الاثنين».
_ANNOUNCED = re.compile(
    r"(?<!\w)[وف]?(?:أعلن|قرر|أقر|حدد|هدد|وافق|اتفق|طالب|وعد|تعهد|دعا|دع|أمر|أمهل|أجل|أرجأ|حث|ناشد|لوح)"
    r"(?:ت|وا|تا|ا)?(?!\w)"
    r"|\b(?:announc|decid|threaten|agree|call|vow|promis|postpon|delay|schedul|extend)\w*",
    re.IGNORECASE,
)
_CLAIM = re.compile(r"\s*[،,]?\s*(?:أن|إن|بأن|عن|أنه|إنه|that\b|כי)")
#: A sentence that opens with an imperfect tells what is, or is to come; some pasts begin so, too.
_IMPERFECT = re.compile(r"\W*[وف]?س?[يت]\w{2,}")
#: A particle before a weekday that makes it a limit: «للاثنين».
_LIMITED = re.compile(r"[وف]?لل?(?!\w*يوم)")
_BARE = str.maketrans("أإآ", "ااا")
#: Days of the week as they begin, without hamzas; Monday is 0.
_WEEKDAYS = {
    "اثنين": 0, "ثلاثاء": 1, "اربعاء": 2, "خميس": 3, "جمعة": 4, "سبت": 5, "احد": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
}  # fmt: skip


def day_of(article: Article, texts: Iterable[str], preferences: Preferences) -> list[Html]:
    """The date that the relative days of *texts*, sentences of *article*, need; none if they have
    no such day, or the feed gave no date."""
    said = [(text, found) for text in texts for found in _RELATIVE.finditer(text)]
    if not said or not article.dated:
        return []
    eve = article.published - timedelta(days=1)
    before = dates.local(eve, preferences).weekday()
    if all(_weekday(found.group()) == before and _has_been(text, found) for text, found in said):
        return [escape(dates.day_date(eve, preferences))]
    return [escape(dates.short_date(article.published, preferences))]


def _has_been(text: str, day: re.Match[str]) -> bool:
    """Whether the *day* in *text* is surely one that has been."""
    if _AHEAD.search(text) or _LIMITED.match(day.group()) or _IMPERFECT.match(text):
        return False
    before = text[: day.start()]
    if _LIMIT.search(before) or _NOT_SURE.search(before):
        return False
    return not _ANNOUNCED.search(before) or bool(_CLAIM.match(text, day.end()))


def _weekday(word: str) -> int | None:
    """The day of the week that *word* names, None for «أمس» and its like."""
    bare = word.lower().translate(_BARE)
    return next((day for name, day in _WEEKDAYS.items() if bare.endswith(name)), None)
