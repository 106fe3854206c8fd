"""Whether a text speaks of what its own outlet published, as the text of a notice does.

The rule. It says so in the first person («ذكرنا أن», "we reported", «פרסמנו», «يرجى إهمال خبر»), or
as an outlet speaks of itself («تعتذر الصحيفة عن»), which is how others speak of it too («نشرته
الصحيفة»). Or it tells of a report that it was published, or what it said («ورد في خبر سابق», "an
earlier version", «בכתבה נכתב»), and in the same
few sentences that this was wrong («والصواب», "misstated", «נפלה טעות»): that is asked for where
the outlet is not heard itself, because others speak of reports as well.

What it may get wrong: an outlet that reports on another outlet's error in these words. Escape
hatch: the title has to begin as a notice's (``heads``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from digests.corrections.heads import AR, EN, HE, PRESS, any_of
from digests.language.normal import fold
from digests.language.quotation import unquoted

_PRESS = rf"(?:ال)?{any_of(PRESS[0])}"
_WE = re.compile(
    # Arabic: ours; what we did; a request to those who print it
    rf"(?<!\w)(?:ب|ل|ال)?{any_of('خبرنا تقريرنا مقالنا موقعنا صفحتنا قصتنا عنواننا نشرتنا')}(?!\w)"
    rf"|(?<!\w)و?{any_of('ذكرنا نشرنا أوردنا كتبنا نقلنا بثثنا قلنا نسبنا')}"
    rf"|(?<!\w)و?{any_of('حذفنا صححنا سحبنا عدلنا')}"
    rf"|(?<!\w){any_of('نعتذر نصحح نصوب نسحب')}(?!\w)"
    rf"|(?<!\w){any_of('يرجى رجاء نرجو')}\s+{any_of('إهمال تجاهل إلغاء حذف عدم')}(?!\w)"
    # English
    rf"|\bour\s+(?:\w+\s+){{0,3}}?{EN}"
    r"|\bwe\s+(?:(?:have|had|also|are|were|\w+ly)\s+)*(?:reported|stated|wrote|published|removed|"
    r"removing|retract|withdr|apolog|regret|correct|amended|deleted|misstat|misidentif|misquot)"
    r"|\bwe\s+(?:wrongly|incorrectly|erroneously|mistakenly)\s"
    rf"|\bplease\s+(?:kill|disregard|delete|ignore)\s+(?:\w+\s+){{0,4}}?{EN}"
    # Hebrew
    rf"|(?<!\w){any_of('פרסמנו דיווחנו כתבנו טעינו ייחסנו הסרנו תיקנו')}(?!\w)"
    rf"|{any_of('אנו אנחנו המערכת')}\s+{any_of('מתנצלים מתנצלת מצרים מצרה')}"
)
#: What an outlet does as it says so; others are told of like that, too.
_THE_OUTLET = re.compile(
    rf"(?<!\w)[تي](?:{any_of('عتذر تراجع سحب وضح نوه صحح صوب لغي حذف')})\s+{_PRESS}(?!\w)"
    rf"|(?<!\w){any_of('سحبت حذفت عدلت صححت نشرت أوردت بثت ألغت')}\s+ال{any_of(PRESS[0])}(?!\w)"
    rf"|(?<!\w){any_of('نشرته نشرتها بثته أوردته نشره')}\s+ال{any_of(PRESS[0])}(?!\w)"
)
_PUBLISHED = re.compile(
    rf"{AR}\s+(?:\S+\s+){{0,5}}?(?:{any_of('سابق السابق المنشور المنشورة منشور أمس')}|"
    rf"{any_of('نشر بث أورد أذاع')}(?:ت|ناه|نا|ه|ته|تها)?)(?!\w)"
    rf"|{any_of('نسخة النسخة صيغة الصيغة')}\s+{any_of('سابقة السابقة أولى الأولى')}"
    rf"|(?<!\w)و?(?:{any_of('ورد ورود جاء وقع')})\s+(?:\S+\s+){{0,3}}?في\s+(?:\S+\s+){{0,2}}?{AR}"
    rf"|(?<!\w){any_of('عدل صحح ألغي يلغى يسحب سحب حذف')}\s+(?:{any_of('هذا هذه')}\s+)?ال{AR}"
    rf"|(?<!\w){any_of('نشر نشرت')}\s+(?:{any_of('هذا هذه')}\s+)?{AR}"
    rf"|(?<!\w){any_of('نشر نشرت أورد أوردت')}\s+{_PRESS}(?:\s+\S+){{0,3}}?\s+{AR}"
    rf"|\b(?:an?|the)\s+(?:earlier|previous|original|prior)\s+version"
    rf"|\b(?:an?|the|this|that|in)\s+(?:\S+\s+){{0,6}}?{EN}"
    rf"|\bcorrects\s+(?:\S+\s+){{1,8}}?(?:paragraph|headline|story|spelling)"
    rf"|{HE}(?:\s+\S+){{0,10}}?\s+ו?ש?{any_of('נכתב פורסם פורסמה נאמר נטען נפלה נפל יוחס יוחסו')}"
    rf"|{HE}(?:\s+\S+){{0,10}}?\s+ו?ש?{any_of('הוסרה הוסר תוקנה תוקן נמחקה כללה צוין')}"
)
_WRONG = re.compile(
    rf"(?<!\w)[وفبل]?(?:ال)?{any_of('خطأ سهوا سهو صواب صحيح تبين اتضح دقيق دقيقة دقته صحته')}(?!\w)"
    rf"|(?<!\w)ل?{any_of('عدم ليست ليس نعتذر تعتذر أصلية موثوق موثوقا بينما نفاه')}(?!\w)"
    r"|\b(?:mis(?:stat|identif|spel|attribut|character|quot|report|represent)|incorrect|erroneous|"
    r"wrong|inaccura|mistake|error|should have|apolog|untrue|not true|false|retract|withdr|removed|"
    r"deleted|corrects|corrected|unreliable|omitted|did not)"
    rf"|{any_of('טעות שגוי שגויה שגויים נכון מתנצל מתנצלים מתנצלת מצרים הוסרה הוסר למעשה')}(?!\w)"
    rf"|(?<!\w)ו?(?:{any_of('לא שלא אינו אינה')})(?!\w)"
)


def we(opening: Iterable[str]) -> bool:
    """Whether an outlet speaks of itself in the first person in the sentences *opening* a text."""
    return any(_WE.search(_unquoted(sentence)) for sentence in opening)


def heard(opening: Iterable[str]) -> bool:
    """Whether the outlet itself is heard in them, or told of."""
    return any(_itself(_unquoted(sentence)) for sentence in opening)


def _itself(said: str) -> bool:
    return _WE.search(said) is not None or _THE_OUTLET.search(said) is not None


def wronged(opening: Iterable[str]) -> bool:
    """Whether they tell of a report, and that it was wrong."""
    said = _unquoted(" ".join(opening))
    return _PUBLISHED.search(said) is not None and _WRONG.search(said) is not None


def _unquoted(text: str) -> str:
    """*text* folded, without what somebody else says in it."""
    return fold(unquoted(text))


def published(sentence: str) -> bool:
    """Whether *sentence* tells of a report that it was published, or what it said."""
    said = _unquoted(sentence)
    return _itself(said) or _PUBLISHED.search(said) is not None
