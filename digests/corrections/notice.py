"""A source's own notice: that it corrects, or withdraws, something that it published.

The rule. A notice begins its title with a word for one (``heads``), and, where that word is said of
other things too, its first sentences speak of the outlet's own report (``own``); or they say that
*this* article was corrected or withdrawn. It means an article when it gives its address, when it
quotes its headline, when most words of the headline occur in it, or when all that its own title
names stands in the headline or the lead of one article alone («سحب خبر انهيار سد في وادي ماسة»),
whose headline denies what it denies and has the first thing that it names. It means nothing that
was published after it, and nothing where two might be meant. It withdraws when it says so of the
article, else it corrects. Quoted are the sentence that tells what was wrong and, where it does not
say what is right, the next. The reason is what follows a word of cause in the same few sentences.

What it may get wrong: news *about* a correction («تصحيح: هبوط الأسهم ليس انهيارًا») passes for a
notice where its words meet those of a told headline. Escape hatch: it then only repeats the
source's own words about its own article, with the link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from digests.corrections import heads, own
from digests.language import sentences
from digests.language.direction import strip_controls
from digests.language.stems import content, words
from digests.model import Article
from digests.summaries.replies import denies

#: Sentences of a text in which a notice says what it is.
OPENING = 3
#: Characters of a title that are looked at, and of a text.
_TITLE, _TEXT = 300, 1200
#: Share of a headline's stems that a notice about it has, and how many there are at least.
_NAMED, _STEMS = 0.7, 3
#: Share of the stems of a notice's title that the article has that it means, characters of its
#: text that are looked at, and how sure that is at least, below ``_NAMED``.
_MEANT, _LEAD, _BY_TITLE = 0.8, 400, 0.5
#: How sure it is where the notice has its address or whole headline, from which on also what nobody
#: was told yet is withdrawn.
SURE = 1.5

_AR_ITEM = r"(?:ال|لل|ل)?(?:خبر|تقرير|مادة|مقال|مقالة|نبأ|نص|منشور|تغطية|قصة)"
_EN_ITEM = r"(?:article|story|report|item|piece|post|headline|dispatch)"
_HE_ITEM = r"ה?(?:ידיעה|כתבה|דיווח|מאמר|ידיעות)"
_AFTER = r"(?:\s*[:：|–—-]|\s*$)"

_WITHDRAWS = re.compile(
    rf"(?:سحبنا|نسحب|تسحب|يسحب|سحبت|سحب|سُحبت?|بسحب|جرى سحب|تم سحب|حذفنا|حُذفت?|إلغاء|ألغينا|ألغي)\s+"
    rf"(?:\w+\s+){{0,3}}?(?:هذا\s+|هذه\s+)?{_AR_ITEM}"
    rf"|^(?:سحب)(?:{_AFTER})"
    rf"|{_AR_ITEM}،?\s+(?:(?:وقد|قد|ثم|الذي)\s+)?(?:مسحوب|سُحبت?|سحبت?|حُذفت?)(?!\w)"
    rf"|\b(?:withdraw(?:s|n|ing)?|withdrew|retract(?:s|ed|ing|ion)?)\s+(?:\w+\s+){{0,4}}?{_EN_ITEM}\b"
    rf"|^(?:withdrawn|withdrawal|retraction|retracted|kill)\b"
    rf"|{_EN_ITEM}\s+(?:\w+\s+){{0,8}}?(?:has been|was|is|are)\s+(?:withdrawn|retracted)"
    rf"|{_EN_ITEM}\s+(?:has been|was|is)\s+(?:removed|taken down|deleted)"
    rf"|\bwe\s+(?:have\s+)?(?:removed|deleted|taken down|pulled)\s+(?:\w+\s+){{0,4}}?{_EN_ITEM}\b"
    rf"|{_HE_ITEM}\s+(?:\w+\s+){{0,4}}?(?:הוסרה|הוסר|נמשכה|נמחקה|בוטלה)"
    rf"|(?:משיכת|הסרת|מושכים את|הסרנו את)\s+{_HE_ITEM}",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    rf"(?:صححنا|صحّحنا|نصحح|نصحّح|تم تصحيح|جرى تصحيح|صُحّح|صُحح|عُدّل|عُدل|تم تعديل|جرى تعديل|"
    rf"ورد خطأ في|نعتذر عن)\s+(?:\w+\s+){{0,3}}?(?:هذا\s+|هذه\s+)?(?:{_AR_ITEM}|الخطأ|خطأ|ورود)"
    rf"|(?:ورد|نُشر|نشرنا)\s+(?:\w+\s+){{0,3}}?(?:خطأ|بالخطأ|خطأً)(?!\w)"
    rf"|\bthis {_EN_ITEM} (?:has been|was) (?:corrected|amended)"
    rf"|\b(?:an|the) (?:earlier|previous|original) version of this {_EN_ITEM}"
    rf"|\bwe (?:apologi[sz]e for|regret) the (?:error|mistake)"
    rf"|{_HE_ITEM}\s+(?:תוקנה|תוקן)|בגרסה (?:קודמת|מוקדמת)|נפלה טעות|אנו מתנצלים",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"(?<!\w)(?:لأن|بسبب|نظرا|نظرًا|لعدم|بعدما|بعد أن|بعد التحقق|إثر|لكون|إذ|"
    r"because|due to|owing to|after|since|as it|"
    r"בשל|בגלל|מפני|מכיוון|כיוון|מאחר|לאחר|עקב)(?!\w)",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"الصواب|الصحيح|تبين|تبيّن|اتضح|بدلا من|بدلًا من|وليس|ولا |"
    r"غير صحيح|عدم صح|\bthe correct\b|should (?:have|be|read)|in fact|actually|rather than|, not\b|"
    r"untrue|not true|was (?:false|wrong)|הנכון|אינו נכון|לא נכון|למעשה|ולא ",
    re.IGNORECASE,
)
_SORRY = re.compile(r"نعتذر|تعتذر|اعتذار|apologi|regret|מתנצל|מצרים", re.IGNORECASE)


_SUSPECT = re.compile(
    r"تصحيح|صحح|صُح|صحّ|تنويه|استدراك|اعتذار|نعتذر|توضيح|سحب|سُحب|مسحوب|حذف|حُذف|خطأ|تعديل|عُدل|"
    r"عُدّل|ألغي|إلغاء|تصويب|إيضاح|ايضاح|تراجع|عتذر|إهمال|اهمال|تنبيه|"
    r"correct|retract|withdr|version of this|apolog|regret|clarif|editor|kill|amend|removed|"
    r"taken down|deleted|for the record|record straight|wrong|mistake|note to readers|"
    r"תיקון|תיקונ|תוקנ|תוקן|הבהר|התנצל|מתנצל|טעות|טעינו|הוסר|הסר|נמחק|נמשכ|משיכת|מושכים|בוטל|"
    r"בגרסה",
    re.IGNORECASE,
)


class Says(StrEnum):
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True, slots=True)
class Notice:
    """What a notice says: its telling sentence verbatim, and the reason, empty when none."""

    says: Says
    sentence: str
    reason: str = ""


def suspected(title: str, text: str) -> bool:
    """Whether an entry may be a notice at all: the quick look that every entry gets."""
    return _SUSPECT.search(f"{title[:_TITLE]}\n{text[:_TEXT]}") is not None


def read(title: str, text: str, language: str) -> Notice | None:
    """The notice that an entry is; None for all other news."""
    head = strip_controls(title).strip()[:_TITLE]
    body = strip_controls(text)[:_TEXT]
    opening = sentences.split(body, language)[:OPENING]
    begins = heads.head(head)
    about = next((s for s in opening if _WITHDRAWS.search(s) or _CORRECTS.search(s)), None)
    titled = begins is not None and (
        begins.sure
        or (begins.reported and (own.heard(opening) or own.wronged(opening)))
        or (own.we(opening) and (begins.close or own.wronged(opening)))
    )
    if not titled and (about is None or not _of_itself(about)):
        return None
    by_title = begins is not None and (
        begins.withdraws or (begins.reported and _WITHDRAWS.search(head) is not None)
    )
    withdraws = (titled and by_title) or any(_WITHDRAWS.search(s) for s in opening)
    if withdraws:
        return Notice(Says.WITHDRAWAL, about or head, _reason([head, *opening]))
    return Notice(Says.CORRECTION, _quoted(body, opening) or head)


def _quoted(body: str, opening: Sequence[str]) -> str:
    """What of *body* says what was wrong and what is right, verbatim: a sentence, or two."""
    if not opening:
        return ""
    telling = (at for at, s in enumerate(opening) if own.published(s) or _CORRECTS.search(s))
    first = next(telling, 0)
    right = next((at for at, s in enumerate(opening) if _RIGHT.search(s)), first + 1)
    first = min(first, right)
    last = first if _RIGHT.search(opening[first]) else min(right, len(opening) - 1)
    if last > first and _SORRY.search(opening[last]) and not _RIGHT.search(opening[last]):
        last = first
    start = body.find(opening[first])
    end = body.find(opening[last], start)
    return body[start : end + len(opening[last])] if start >= 0 <= end else opening[first]


def _of_itself(sentence: str) -> bool:
    """Whether *sentence* speaks of the article in which it stands, or in the editors' voice."""
    return bool(
        re.search(
            rf"(?:هذا|هذه)\s+{_AR_ITEM}|نعتذر|صححنا|صحّحنا|سحبنا|نسحب|حذفنا|{_AR_ITEM}\s+مسحوب"
            rf"|\bthis {_EN_ITEM}|\bwe (?:apologi|regret|retract|withdraw|have)"
            rf"|{_HE_ITEM}\s+(?:תוקנה|תוקן|הוסרה|הוסר|נמשכה|נמחקה|בוטלה)|אנו|בגרסה",
            sentence,
            re.IGNORECASE,
        )
    )


def _reason(said: Iterable[str]) -> str:
    for sentence in said:
        found = _CAUSE.search(sentence)
        if found and len(sentence) - found.start() > 8:
            return sentence[found.start() :].strip().rstrip(".。")
    return ""


def meant(article: Article, told: Iterable[Article], least: float = 0.0) -> Article | None:
    """Which of the articles *told* before it the notice *article* is about, at *least* so surely;
    None when that is not sure."""
    before = (other for other in told if other.published <= article.published)
    ranked = sorted(
        ((means(article, other), other.published, other.id, other) for other in before),
        reverse=True,
    )
    if not ranked or not ranked[0][0] or ranked[0][0] < least:
        return None
    alone = len(ranked) == 1 or not ranked[1][0]
    return ranked[0][-1] if ranked[0][0] >= SURE or alone else None


def means(notice: Article, told: Article) -> float:
    """How surely *notice* is about the article *told*: 0 (it is not) to 2."""
    said = f"{notice.title}\n{notice.body[:_TEXT]}"
    address = _place(told.url)
    if address and address in unquote(said):
        return 2.0
    headline, here = words(told.title), words(said)
    if len(headline) >= _STEMS and any(
        here[at : at + len(headline)] == headline for at in range(len(here) - len(headline) + 1)
    ):
        return SURE
    stems = set(content(told.title, notice.language))
    if len(stems) < _STEMS:
        return 0.0
    if denies(told.title, told.language) and not denies(said, notice.language):
        return 0.0  # «سحب خبر وفاة …» is of the death, not of «ينفي وفاة …»
    share = len(stems & set(content(said, notice.language))) / len(stems)
    return share if share >= _NAMED else _by_title(notice, told, stems)


def _by_title(notice: Article, told: Article, stems: set[str]) -> float:
    """How surely *notice* is about *told*, whose headline has the *stems*, by what it is titled."""
    head = strip_controls(notice.title).strip()[:_TITLE]
    begins = heads.head(head)
    rest = begins.rest if begins else ""
    named = list(dict.fromkeys(content(rest, notice.language)))
    if len(named) < _STEMS or notice.language != told.language or named[0] not in stems:
        return 0.0
    if denies(rest, notice.language) != denies(told.title, told.language):
        return 0.0
    known = stems | set(content(told.body[:_LEAD], told.language))
    share = len(known.intersection(named)) / len(named)
    if share < _MEANT:
        return 0.0
    return _BY_TITLE + 0.1 * share + 0.09 * len(stems.intersection(named)) / len(stems)


def _place(url: str) -> str:
    """*url* without what an address in a text may lack."""
    bare = re.sub(r"^https?://(?:www\.)?", "", url.strip(), flags=re.IGNORECASE)
    place = unquote(bare).rstrip("/")
    return place if "/" in place else ""
