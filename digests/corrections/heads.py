"""How the title of a notice begins: «تصحيح: …», «توضيح بشأن خبر …», "Corrections: Nov. 25".

The rule. A title begins with a word for what a newsroom does to its own report, or two of them
joined by "and"; a word for a report, for an error or for the editors may follow, then what it is
about. Words that are used of reports alone («تصحيح», "correction", «תיקון») before a colon or a
word for a report, and a report that is withdrawn, are *sure*, unless a question follows: that is
an explanation. All others («توضيح», "apology", «הבהרה», «תיקון לחוק») only *may* be a notice: the
text has to speak of the outlet's own report (``own``). *Reported* are those that a colon or a word
for a report follows, *close* also those that "about" follows. What takes back or withdraws
something else is news («سحب الثقة», "withdrawal of troops"). What somebody else issues («توضيح من
الوزارة») is none, nor is a title that says who does it, but for an outlet that apologises for a
report or takes it back.

What it may get wrong: a new idiom. Escape hatch: ``_IDIOMS``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from digests.language.normal import fold

ITEM = {
    "ar": "خبر تقرير مادة مقال مقالة نبأ نص منشور تغطية قصة عنوان صورة مقابلة حلقة",
    "en": "article story report item piece headline dispatch obituary caption column",
    "he": "ידיעה כתבה דיווח מאמר ידיעות כתבות כותרת פרסום",
}
PRESS = (
    "وكالة صحيفة جريدة قناة موقع إذاعة مجلة بوابة شبكة منصة تلفزيون تحرير محرر",
    "editor editors newsroom",
    "מערכת עורכים",
)


def any_of(words: str | Iterable[str]) -> str:
    """A pattern of one of *words*, as they are folded."""
    found = words.split() if isinstance(words, str) else words
    return "(?:" + "|".join(re.escape(fold(word)) for word in found) + ")"


AR = rf"(?:ال|لل|ل|ب|بال)?{any_of(ITEM['ar'])}(?:نا|ه|ها|ات)?(?!\w)"
EN = rf"{any_of(ITEM['en'])}s?\b"
HE = rf"[בלהמ]{{0,2}}{any_of(ITEM['he'])}(?!\w)"
_NEWS = rf"(?:ال|لل|ل)?{any_of('خبر نبأ')}(?!\w)"

_CORRECTS = any_of(
    "تصحيح تصحيحات تصويب استدراك correction corrections corrected corrects retraction retracted "
    "תיקון תיקונים"
)
_TAKES_BACK = any_of("سحب إلغاء حذف شطب تراجع إهمال")
_WITHDRAWN = any_of("سحب withdrawal withdrawn retraction retracted kill")
_MAY = any_of(
    "توضيح إيضاح تنويه تنبيه اعتذار تعديل clarification clarifications apology apologies "
    "amendment הבהרה הבהרת הבהרות התנצלות"
)
_IDIOMS = any_of(
    [
        "editor's note",
        "editors' note",
        "editors note",
        "note to readers",
        "a note to readers",
        "an apology",
        "for the record",
        "setting the record straight",
        "we got it wrong",
        "we were wrong",
        "our mistake",
        "kill notice",
        "טעות לעולם חוזרת",
        "סליחה, טעינו",
        "טעינו",
        "תיקון טעות",
        "תיקוני טעויות",
    ]
)
_HEAD = rf"(?:{_IDIOMS}|{_CORRECTS}|{_WITHDRAWN}|{_TAKES_BACK}|{_MAY})"
_UPDATE = any_of("تحديث update updated עדכון")
_JOINED = r"(?:\s+(?:and\s+|&\s*)|\s+[وו])"
_URGENT = rf"(?:{any_of('عاجل breaking urgent')}\s*[:|-]?\s*)?(?:{any_of('رجاء يرجى')}\s+)?"
_ABOUT = any_of("بشأن حول عن بخصوص في على to of about on regarding in over על בעניין") + r"\s+"
_CONCERNING = any_of("بشأن حول عن بخصوص about on regarding concerning בעניין לגבי") + r"\s+"
_THE = r"(?:an?|the|our|this|that)\s+"
#: A colon, a dash, the end; agencies write "CORRECTED-Oil rises".
_END = r"(?:\s*[:|]|\s+-|(?<=corrected)-|\s*$)"
_BEGINS = re.compile(
    rf"^{_URGENT}(?:refile-|rpt-)?(?:{_UPDATE}{_JOINED})?(?P<heads>{_HEAD}(?:{_JOINED}{_HEAD})*)(?!\w)"
    rf"(?:\s+{any_of('هام مهم واجب لازم ضروري')}(?!\w))?"
)
_ERROR = any_of("خطأ أخطاء error errors טעות")
#: A word for a report right behind; of those that mean other things too, only behind an error.
_REPORTED = re.compile(
    rf"^\s*(?:{_ABOUT})?(?:ال|لل|ل)?{any_of('خبر نبأ تقرير مقال مقالة')}(?!\w)"
    rf"|^\s*(?:{_ABOUT})?{_ERROR}\s+{_ABOUT}{AR}"
    rf"|^\s*(?:{_ERROR}\s+)?(?:{_ABOUT}(?:{_THE})?|{_THE})(?:\w+\s+){{0,2}}?{EN}"
    rf"|^\s*(?:{_ABOUT})?{HE}"
)
_TAKEN_BACK = re.compile(rf"^\s*(?:{_ABOUT})?{_NEWS}")
_ITEM_FIRST = re.compile(
    rf"^{any_of(ITEM['en'])}\s+(?:withdrawn|retracted|removed|corrected|killed){_END}"
    rf"|^(?:{any_of('משיכת הסרת')})\s+{HE}"
)
_BY = re.compile(r"^\s*(?:من|from|by|של)\s+")
_OURS = re.compile(
    rf"^\s*\S+\s+(?:\w+\s+){{0,1}}?(?:ال|ה|the\s+)?{any_of(' '.join(PRESS))}"
    r"|^\s*\S+\s+\""
)
#: Who is told, or who tells: «اعتذار للقراء», «הבהרת המערכת».
_READERS = re.compile(
    rf"^\s*{any_of('للقراء لقرائنا لقراء')}(?!\w)|^\s*to\s+(?:our\s+)?readers\b|^\s*המערכת"
)
_QUESTION = re.compile(
    r"^\W*(?:لماذا|ما|ماذا|هل|كيف|متي|اين|what|why|how|when|who|where|is|are|does|did|can|"
    r"מה|למה|איכ|האמ|מדוע)(?!\w)|\?\s*$"
)
#: An outlet that says in its title that it apologises for a report, or takes it back.
_DOES = re.compile(
    rf"^(?:\S+\s+){{0,4}}?{any_of('تعتذر يعتذر نعتذر تصحح يصحح تصوب تسحب يسحب تتراجع يتراجع تحذف')}"
    rf"\s+(?:عن\s+)?(?:{any_of('نشر نشرها بث')}\s+)?(?:{AR}|{any_of('خطأ')}(?!\w))"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a title that may be a notice's; ``rest``: what follows it, folded.

    ``reported``: a colon or a word for a report follows; ``close``: that, or "about".
    """

    rest: str
    sure: bool = False
    reported: bool = False
    close: bool = False
    withdraws: bool = False


def head(title: str) -> Head | None:
    """How *title* begins; None when not as that of a notice."""
    folded = fold(title).strip()
    if (found := _ITEM_FIRST.search(folded)) is not None:
        withdraws = "corrected" not in found[0]
        return Head(folded[found.end() :], True, True, True, withdraws)
    if (found := _DOES.search(folded)) is not None:
        return Head(folded[found.end() :], reported=True, close=True)
    if (found := _BEGINS.search(folded)) is None:
        return None
    heads, rest = found["heads"], folded[found.end() :]
    by, ours = _BY.search(rest), _OURS.search(rest) or _READERS.search(rest)
    if by and not ours:
        return None
    end = re.match(_END, rest)
    reported = None if end else _REPORTED.search(rest)
    back = None if end else _TAKEN_BACK.search(rest)
    about = end or reported or re.match(rf"\s*{_CONCERNING}", rest)
    named = rest[(reported or end).end() :] if reported or end else rest  # type: ignore[union-attr]
    corrects = re.search(rf"(?:^|\s[וو]?){_CORRECTS}(?!\w)", heads) is not None
    takes_back = re.match(_TAKES_BACK, heads) is not None
    withdrawn = end is not None and re.match(_WITHDRAWN, heads) is not None
    withdraws = withdrawn or (takes_back and back is not None)
    if (takes_back or re.match(_WITHDRAWN, heads)) and not (end or reported):
        return None  # «سحب الثقة من الحكومة», "Withdrawal of US troops"
    sure = withdraws or (corrects and bool(end or reported))
    asks = _QUESTION.search(named) is not None
    if asks and not sure:
        return None
    return Head(
        named,
        sure=sure and not asks,
        reported=bool(end or reported or ours or (corrects and about)),
        close=about is not None,
        withdraws=withdraws,
    )
