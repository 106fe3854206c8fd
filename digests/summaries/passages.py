"""The passages of an article that may be shown: its sentences without what is not a sentence.

The rule, by the form of a line and by the words that newsrooms use for such lines:

* a line without a closing mark and of at most ``HEADING_WORDS`` words is a heading, and an item of
  a list without one, or of a label and what belongs to it, is no sentence,
* a line or sentence that opens like a credit («المصدر: …»), a pointer to other pages («اقرأ
أيضًا»),
  a caption («صورة أرشيفية») or a notice of correction is left out, and a credit at the end of a
  sentence is cut off,
* a dateline («غزة - وكالة:») or a label («تحديث:») is cut off the front, so that the span begins
  with the sentence,
* a line that breaks off with an ellipsis is a truncated teaser, left out when anything else
remains.

What it may get wrong: a last sentence that the source left without a full stop, if short, counts as
a heading; an unusual credit passes. The escape hatch is the word lists below. An article that
consists of nothing else keeps its lines, because a short text is better than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digests.language.date_names import is_month
from digests.language.given_names import given_name
from digests.language.normal import fold
from digests.language.sentences import ends_like_sentence, paragraphs, spans
from digests.language.speech_verbs import act_of
from digests.language.stems import words
from digests.language.words import tokens
from digests.model import Article
from digests.summaries.parties import FUNCTION
from digests.summaries.speakers import is_listed_as, is_listed_name, is_word

#: Words up to which a line without a closing mark is taken for a heading.
HEADING_WORDS = 14


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that may be shown; ``text`` is a verbatim span of the article.

    ``place`` counts passages of the article from 0, ``first`` says that it opens its paragraph,
    ``update`` that the article marks it as news that came later.
    """

    article: int
    language: str
    text: str
    place: int
    first: bool
    update: bool = False


_CREDIT = re.compile(
    r"^[\W_]*(?:"
    r"(?:المصدر|المصادر|مصدر الخبر|ترجمة|ترجمه|إعداد|اعداد|تحرير|تصوير|بقلم|عن|المحرر|"
    r"المراسل)\s*[:：/-]"
    r"|تغطية صحفية|(?:كتب|كتبت)\s*[:：/-]|جميع الحقوق|حقوق النشر|تنويه|ملاحظة المحرر|هذا المقال نشر"
    r"|(?:source|sources|via|credit|credits|photo credit|byline|editor'?s note)\s*[:：-]"
    r"|(?:reporting|editing|writing|additional reporting|compiled|translated) by\b|"
    r"by [A-Z][a-z]+ [A-Z][a-z]+$"
    r"|©|\(c\)|copyright\b|all rights reserved|the post .{0,120} appeared first|this (?:article|"
    r"story) "
    r"(?:was|is) (?:originally|first|produced)"
    r"|(?:מקור|מאת|קרדיט|צילום|כתב|עריכה|תרגום)\s*[:：-]|כל הזכויות"
    r")",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"^[\W_]*(?:"
    r"(?:ا|إ|أ)قر(?:أ|ئي|أوا|ؤوا|ا)\s*(?:أيض|ايض|المزيد|كذلك|:|التفاصيل)|طالع\s*(?:أيض|ايض|:|"
    r"المزيد)"
    r"|(?:شاهد|شاهدوا|تابع|تابعوا|استمع)\s*(?:أيض|ايض|:|المزيد|التفاصيل|الفيديو|بالفيديو|قناتنا|صفحتنا|"
    r"آخر|عبر)"
    r"|للمزيد|لمزيد من|لقراءة|لمتابعة|تابعنا|تابعونا|شاركنا|شاركونا|شارك برأيك|اكتب لنا|"
    r"راسلنا|اشترك|انضم إلى|انضموا|حمل تطبيق|حمّل تطبيق|"
    r"هل أعجبك|شاركه? (?:المقال|الخبر|مع أصدقائك)|"
    r"اضغط هنا"
    r"|(?:ملخص|خلاصة|أبرز النقاط|النقاط الرئيسية|نقاط رئيسية)\s*[:：-]"
    r"|(?:مواضيع|موضوعات|أخبار|مقالات|مواد|روابط) (?:ذات صلة|متعلقة|مرتبطة|أخرى)|ذات صلة|"
    r"قد يعجبك|الأكثر قراءة"
    r"|(?:also )?read (?:more|also|next|the full)|also read|read:|related\b.{0,20}:|"
    r"related (?:stories|articles|news|coverage)"
    r"|see also|more on this|more from|watch\s*(?::|now|the)|listen\s*(?::|to this|now)|"
    r"subscribe|sign up|follow us"
    r"|click here|download (?:our|the) app|join our|continue reading|don't miss|most read|"
    r"recommended"
    r"|קראו (?:גם|עוד|בהרחבה)|קרא (?:גם|עוד)|לקריאה נוספת|עוד בנושא|צפו|האזינו|הירשמו|להצטרפות|"
    r"הצטרפו"
    r"|כתבות נוספות|לכתבה המלאה|לידיעה המלאה|אולי יעניין"
    r")",
    re.IGNORECASE,
)
#: The same at the end of a teaser, in lower case: «… اضغط هنا لقراءة المزيد».
_POINTING_TAIL = re.compile(
    r"(?:اضغط هنا|اضغطوا هنا|لقراءة المزيد|اقر[أا] المزيد|قراءة المزيد|click here|read more|"
    r"לקריאה נוספת|להמשך קריאה)\W*$"
)
#: What each of those has.
_POINTING = ("هنا", "المزيد", "here", "more", "קריאה")
_CAPTION = re.compile(
    r"^[\W_]*(?:(?:ال)?تعليق على الصورة|صورة (?:أرشيفية|ارشيفية|تعبيرية|توضيحية|من|لـ?)"
    r"|الصورة\s*:|صورة\s*:|أرشيفية|أرشيف\b"
    r"|(?:file )?photo(?:graph)?\s*[:(]|image\s*[:(]|illustration\b|file photo|pictured\b|"
    r"a file picture"
    r"|תמונת? (?:ארכיון|אילוסטרציה)|אילוסטרציה|בתמונה\s*:|צילום אילוסטרציה)",
    re.IGNORECASE,
)
#: What tells at its end who took a picture, so that the whole line is its caption.
_PICTURED = re.compile(
    r"(?:(?:بعدسة|عدسة|تصوير|صورة|photo(?:graph)?(?: by)?|picture|צילום)\s*[:：/]\s*[^.:؛\n]{2,60}"
    r"|[(\[](?:(?:تصوير|צילום|photo(?: by)?)\s*:|[^()\[\]\n]{0,40}[-–—/]\s*أرشيف\w*|أرشيف\w*|"
    r"(?:AP|AFP|EPA|Reuters) photo/|[^()\[\]\n]{0,40}(?:/|via )Getty)[^()\[\]\n]{0,50}[)\]])\W*$",
    re.IGNORECASE,
)
#: What such a line has.
_PICTURES = re.compile("تصوير|عدسة|صورة|أرشيف|غيتي|photo|getty|image|picture|צילום", re.IGNORECASE)
#: How the caption of a picture opens that has an agency at its end.
_SCENE = re.compile(r"^\W*(?:جانب من|مشهد(?: عام)?(?: من|\s+ل)|مشاهد من|لقطة(?: من|\s+ل))(?!\w)")
_CORRECTION = re.compile(
    r"^[\W_]*(?:تصحيح|تصويب|استدراك|correction|clarification|corrected|תיקון|הבהרה)\b\s*[:：-]",
    re.IGNORECASE,
)
#: Characters of the longest credit or pointer at an end.
_TAIL = 160
_CREDIT_TAIL = re.compile(
    r"\s*(?:[(\[]\s*(?:المصدر|رويترز|أ ?ف ?ب|فرانس برس|أسوشيتد برس|الأناضول|د ب أ|وكالات|وفا|سانا|"
    r"Reuters|AFP|AP|DPA|רויטרס)[^()\[\]]{0,30}[)\]]|(?<=[.!؟?»\"])\s*(?:المصدر|المصادر|"
    r"Source)\s*:.{0,80})"
    r"\s*\.?$"
)
#: What every credit at an end has.
_MAY_CREDIT = re.compile(r"[)\]:]")
_AGENCY = (
    r"\b(?:و?وكالات|وكالة|وكالـة|رويترز|الأناضول|أ\s?\.?\s?ف\s?\.?\s?ب|أ\s?\.?\s?ب|"
    r"د\s?\.?\s?ب\s?\.?\s?أ|فرانس برس|"
    r"أسوشيتد برس|وفا|سانا|بترا|واس|وام|قنا|كونا|سبأ|أ\s?ش\s?أ|"
    r"خاص|مراسل|مراسلنا|مراسلتنا|متابعات|نت|برس|نيوز|"
    r"CNN|BBC|بي بي سي|سي إن إن|"
    r"Reuters|AFP|AP|DPA|Xinhua|Staff|Agencies|AA|UPI|EFE|ANSA|סוכנויות|רויטרס)\b"
)
#: A dateline of a place and a date in words: «بيروت، 31 تشرين الأول/أكتوبر 2022 -».
_DATED = re.compile(
    r"^(?:[^\W\d_]+\s+){0,2}[^\W\d_]+\s*[،,]\s*(?:[^\W\d_]+\s+)?\d{1,2}\s+(?:[^\W\d_]+\s+)?"
    r"[^\W\d_]+(?:\s*/\s*[^\W\d_]+)?(?:\s+\d{4})?\s*[-–—ـ:]+\s*(?=\S)"
)
_DATELINES = (
    re.compile(r"^[^\n.:،؛!؟?«\"]{2,40}?[\s]*[(\[][^()\[\]\n]{2,40}[)\]]\s*[-–—ـ:]+\s*(?=\S)"),
    re.compile(  # «مراكش (المغرب) 10-9-2023 (أ ف ب) -»
        r"^[^\n.:،؛!؟?«\"()]{2,40}?\s*(?:\([^()\n]{2,40}\)\s*)?\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\s*"
        r"\([^()\n]{2,40}\)\s*[-–—ـ:]+\s*(?=\S)"
    ),
    re.compile(
        rf"^[^\n.:،؛!؟?«\"]{{2,40}}?\s*[(\[][^()\[\]\n]*{_AGENCY}[^()\[\]\n]*[)\]]\s*،\s*(?=\S)"
    ),
    re.compile(  # «دبي، الإمارات العربية المتحدة (CNN)--»
        rf"^[^\n.:؛!؟?«\"()]{{2,40}}?[(\[][^()\[\]\n]*{_AGENCY}[^()\[\]\n]*[)\]]\s*[-–—ـ:]+\s*(?=\S)"
    ),
    re.compile(
        rf"^[^\n.:!؟?«\"]{{2,40}}?\s*[-–—ـ/|]\s*[^\n.:!؟?]{{0,40}}?{_AGENCY}[^\n.:!؟?«\"]{{0,25}}?\s*[:–—ـ-]+\s*(?=\S)"
    ),
    re.compile(rf"^(?:\S+\s+){{0,3}}?{_AGENCY}(?:\s+\S+){{0,2}}?\s*[:ـ/–—-]+\s*(?=\S)"),
    re.compile(
        r"^(?:[A-Z][A-Z'.-]+(?:\s+[A-Z][A-Z'.-]+){0,3})(?:,\s*[A-Z][\w.]+(?:\s+\d{1,2})?){0,3}\s*[-–—:]+\s*(?=\S)"
    ),
    re.compile(  # «الإسماعيلية في 7 يوليو /أ ش أ/»
        rf"^[^\n.:،؛!؟?«\"/]{{2,40}}?\s*/\s*[^\n/]{{0,20}}?{_AGENCY}[^\n/]{{0,12}}/\s*[-–—ـ:.]*\s*(?=\S)"
    ),
    re.compile(r"^(?:[^\W\d_]+\s+){1,2}\d{1,2}\s+[^\W\d_]+\s+\d{4}\s*[-–—ـ:]+\s*(?=\S)"),
    re.compile(  # no days: «غرق ليل السبت - الأحد زورق»
        r"^(?:[^\W\d_]+\s+){1,3}[-–—ـ]+\s+(?![^.\n]{1,60}\s[-–—ـ]\s)"
        r"(?!ال(?:أحد|[اإ]ثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت)(?!\w))(?=\S)"
    ),
)
#: One to three words.
_PART = r"(?:[^\W\d_]+\s+){0,2}[^\W\d_]+"
#: One of a place and an outlet or a reporter: «رام الله/PNN-», «الجزائر- "الشروق"-».
_OF_A_PLACE = re.compile(
    rf"^({_PART})(?:\s[-–—ـ|]\s?|[-–—ـ]\s|\s?/\s?)[\"«“]?({_PART})[\"»”]?"
    rf"(?:\s?[-–—ـ|]\s|\s?[:/]\s?)\s*(?=\S)"
)
#: What joins two places by a dash: «طريق بيروت - دمشق الدولي».
_BETWEEN = frozenset(
    words("طريق خط جسر قطار محور رحلة مباراة قمة حدود اتفاق حرب لقاء مفاوضات محادثات العلاقات")
)
#: A dash that is set apart, as asides are; reporters and places have theirs at the word: «عمان- ».
_LOOSE = re.compile(r"\s[-–—ـ|]")
#: A place alone: «عمان- وقعت الحكومة».
_PLACE = re.compile(r"^([^\W\d_]+)()[-–—ـ]\s(?=\S)")
#: Datelines that only open an article: those, and a newspaper alone.
_OPENING_DATELINES = (
    _DATED,
    _OF_A_PLACE,
    _PLACE,
    re.compile(
        r"^[\"«“](?:القدس العربي|الشرق الأوسط|العربي الجديد|المصري اليوم|الجزيرة نت|عربي ?21)"
        r"[\"»”]\s*:\s*(?=\S)"
    ),
)
#: A heading whose paragraph sums up the article.
_BOX = re.compile(r"^\W*(?:ملخص|خلاصة|الخلاصة|summary|תקציר)\W*$", re.IGNORECASE)
#: What marks news that came after the rest was written: «تحديث 19 أغسطس:».
_UPDATE = re.compile(
    r"^\W*(?:تحديث|مستجدات|update|updated|עדכון)\b[^:：.\n]{0,40}(?::\d\d[^:：.\n]{0,30})?[:：]\s*",
    re.IGNORECASE,
)
#: Parts of a dateline.
_PARTS = 2
#: What ends a dateline, and the characters within which it stands.
_DASH, _FRONT = re.compile("[-–—ـ:/]|[)\\]]\\s*،"), 250
_ELLIPSIS = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\(\.\.\.\))\s*[\])]?\s*$")
#: Words of the label of a list's item.
_LABEL = 6
_BULLET = re.compile(r"^(?:[\s•·▪●◦*‣–—-]+|[0-9٠-٩]{1,2}[.)-]\s+)")


def passages(
    article: Article, most: int = 1000, least: int = 1000, until: int = -1
) -> list[Passage]:
    """At most *most* sentences of *article* that may be shown: the feed's summary, then the text.

    A sentence that the text repeats from the summary stands once, in its place in the text. Of the
    text those behind the first *least* are left out whose line begins behind the place *until*.
    """
    found = _showable(article.text, article.language, most, least, until)
    if article.summary and article.summary != article.text:
        known = fold(article.text)
        ahead = [
            piece
            for piece in _showable(article.summary, article.language)
            if fold(piece[0]).rstrip(". ") not in known and not _ELLIPSIS.search(piece[0])
        ]
        found = ahead + found
    if not found:
        found = _anything(article)
    return [
        Passage(article.id, article.language, text, place, first, update)
        for place, (text, first, update) in enumerate(found[:most])
    ]


def is_heading(line: str) -> bool:
    """Whether a whole *line* of a longer text is a heading rather than a sentence."""
    return not ends_like_sentence(line) and (
        len(line.split()) <= HEADING_WORDS or line.rstrip().endswith(":")
    )


def is_listed(line: str, language: str) -> bool:
    """Whether *line* is an item of a list that is no sentence: without a closing mark, or a label
    with what belongs to it («• التعويضات العقابية: أكثر من 167 مليون دولار.»)."""
    item = _BULLET.match(line)
    if item is None:
        return False
    label, colon, _ = line[item.end() :].partition(":")
    labelled = colon and len(label.split()) <= _LABEL and not _speaks(label, language)
    return bool(labelled) or not ends_like_sentence(line)


def _tail(text: str) -> int:
    """Where the part of *text* begins in which what stands at its end is looked for."""
    return max(0, len(text) - _TAIL)


def is_furniture(text: str) -> bool:
    """Whether *text* is a credit, a pointer, a caption or a notice rather than news."""
    if _CREDIT.match(text) or _CORRECTION.match(text) or is_caption(text):
        return True
    if _POINTER.match(text):
        return True
    end = text[_tail(text) :].lower()
    return any(hint in end for hint in _POINTING) and bool(_POINTING_TAIL.search(end))


def is_caption(text: str) -> bool:
    """Whether *text* tells what a picture shows: «جانب من آثار السيول في تعز (رويترز)»."""
    if _CAPTION.match(text):
        return True
    end = _tail(text)
    credited = text.rfind(":", end) >= 0 or text.rfind("(", end) >= 0 or text.rfind("[", end) >= 0
    if credited and _PICTURES.search(text, end) and _PICTURED.search(text, end):
        return True
    return bool(_SCENE.match(text) and _CREDIT_TAIL.search(text, end))


def _showable(
    text: str, language: str, most: int = 1000, least: int = 1000, until: int = -1
) -> list[tuple[str, bool, bool]]:
    found: list[tuple[str, bool, bool]] = []
    boxed = False
    for start, end in paragraphs(text):
        if len(found) >= most or (len(found) >= least and start > until):
            break
        line = text[start:end]
        if boxed or _BOX.match(line):
            boxed = not boxed  # the line behind «ملخص» tells what the article does
            continue
        if is_furniture(line) or is_heading(line) or is_listed(line, language):
            continue
        label = _UPDATE.match(line)
        begin = label.end() if label else _dateline(line, language, opening=not found)
        for number, (a, b) in enumerate(spans(line[begin:], language)):
            piece = _trimmed(line[begin + a : begin + b])
            known = piece == line or not is_furniture(piece)
            if piece and known and not _ELLIPSIS.search(piece, _tail(piece)):
                found.append((piece, number == 0, label is not None))
    return found


def _anything(article: Article) -> list[tuple[str, bool, bool]]:
    """All lines of the longest text that are not furniture, for texts without a full sentence."""
    lines = [article.body[a:b] for a, b in paragraphs(article.body)]
    return [(line, True, False) for line in lines if not is_furniture(line)]


def _dateline(line: str, language: str, *, opening: bool) -> int:
    """Characters of the dateline at the front of *line*, 0 when there is none; it may be of a place
    and of outlets («تونس ـ «القدس العربي» ووكالات:»). *opening* says that the line opens its
    article."""
    shapes = (*_OPENING_DATELINES, *_DATELINES) if opening else _DATELINES
    begin = 0
    for _ in range(_PARTS):
        found = _one_dateline(line[begin:], language, shapes)
        if not found:
            break
        begin += found
    return begin


def _one_dateline(line: str, language: str, shapes: Sequence[re.Pattern[str]]) -> int:
    if not _DASH.search(line, 0, _FRONT):
        return 0
    first = fold(line.split(maxsplit=1)[0])
    if first in FUNCTION or first in _BETWEEN:
        return 0  # «في 31 أكتوبر 2022 - وهو …»
    for shape in shapes:
        found = shape.match(line)
        if not found or len(line) - found.end() <= 40 or _speaks(found.group(), language):
            continue
        said = [token.fold for token in tokens(found.group())]
        if shape in (_OF_A_PLACE, _PLACE) and not _of_a_place(found):
            continue
        if shape is not _DATED or any(map(is_month, said)):
            return found.end()
    return 0


def _of_a_place(dateline: re.Match[str]) -> bool:
    """Whether the first part of a *dateline* is a place and the second no listed name.

    A place is listed, or of no words of the language and with its dash at it. «روسيا/أوكرانيا - …»,
    «آبل / غوغل: …» and «حميدتي - قائد الدعم السريع - أعلن» are none.
    """
    place, outlet = words(dateline[1]), words(dateline[2])
    if outlet and is_listed_name(*outlet):
        return False
    if is_listed_name(*place):
        return is_listed_as("places", *place)
    plain = any(is_word(word) or given_name(word) for word in place)
    return not (plain or _LOOSE.search(dateline.group()))


def _speaks(text: str, language: str) -> bool:
    """Whether *text* has a verb of reporting, so that it is no dateline."""
    return any(act_of(word.fold, language) is not None for word in tokens(text))


def _trimmed(piece: str) -> str:
    piece = _BULLET.sub("", piece)
    if _MAY_CREDIT.search(piece, _tail(piece)):
        tail = _CREDIT_TAIL.search(piece, _tail(piece))
        piece = piece[: tail.start()].rstrip() if tail and tail.start() > 30 else piece
    return piece if any(c.isalpha() for c in piece) else ""
