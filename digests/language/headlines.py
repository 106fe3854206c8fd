"""Headlines that tell whose words they are by a colon: «الوزير: لن نستسلم», "Ministry: no deal".

The rule: the first words of a sentence up to a colon are who speaks, where they are few, hold no
number and no verb of reporting, and are an office or body with what belongs to it: in English what
stands before it, capitals and "of the …"; in Arabic and Hebrew names and, behind a definite noun,
definite ones. A name alone («تسلا:», "Ukraine:") may as well be a topic: it speaks only where what
follows the colon is in quotation marks or in the first person. A question is nobody's.

What it may get wrong: an office that is a topic («محكمة العدل: ملف القضية»), and a name whose words
are told in the third person. The escape hatch is the table of offices.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from digests.language.arabic import TANWIN
from digests.language.frame import Frame
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands, listed, meanings, of_names, proper
from digests.language.lists import folded
from digests.language.quantities import quantities
from digests.language.speech_verbs import Act, act_of, is_according
from digests.language.stems import stop_words
from digests.language.words import Token

_FEMININE = "ه"
#: Words before the colon, at most.
_NAMED = 6
_QUOTES = frozenset("\"«“”„״'‘")
#: The first person, in which nobody but a speaker tells.
_WE = folded(
    "نحن أنا إننا إنني أننا أنني لنا علينا لدينا لدي we i our us my we'll we're we've i'm i've "
    "i'll אני אנחנו אנו שלנו לנו לי"
)
_NOT_YET = folded("لن لا لم س")
_QUESTIONS = folded(
    "ماذا كيف لماذا هل متى أين who what how why when where which is are will can could should "
    "מה מי איך למה מדוע כיצד האם מתי איפה"
)
_WHAT, _WHICH = folded("ما من"), folded("الذي التي هو هي")
_OF = folded("of the for in")
#: Words of what is said behind the colon, at least.
_SAID = 3
#: Words of a title that tells a way from one thing to another, at most.
_WAY, _FROM, _TO = 8, folded("من from"), folded("إلى to")
_LABELS = folded(
    "عاجل تحديث فيديو صور بالفيديو بالصور شاهد خاص تقرير ملاحظة المصدر المصادر الخلاصة تحليل رأي "
    "مقال حصري تصحيح breaking update updated video watch exclusive analysis opinion live explainer "
    "correction note factbox timeline review מבזק עדכון צפו וידאו בלעדי פרשנות דעה סיכום"
)
_OFFICES = folded(
    "وزير وزارة رئيس رئيسة رئاسة حكومة جيش شرطة نقابة محكمة متحدث متحدثة ناطق ناطقة مدير مديرة "
    "أمين اتحاد منظمة شركة نائب نائبة مسؤول مسؤولون مصدر مصادر محامي محامية محام شاهد شهود خبير "
    "خبيرة خبراء هيئة مجلس لجنة بنك مصرف وكالة دراسة دبلوماسي دبلوماسيان دبلوماسيون محلل محللون "
    "باحث باحثة باحثون مستشفى بعثة مجموعة ادعاء نيابة قاض قاضي قاضية دفاع مرصد مركز معهد جمعية حزب "
    "حركة جماعة تحالف ائتلاف صندوق مفوضية مفوض مفوضة سفير سفيرة سفارة خارجية داخلية بلدية محافظ "
    "محافظة عائلة أسرة ناشط ناشطة ناشطون عمال عاملون موظف موظفة موظفون سكان طبيب طبيبة أطباء "
    "معلمون مؤسسة سلطات سلطة إدارة الأمم "
    "minister ministry president police army union court spokesperson spokesman spokeswoman "
    "official officials source sources report company council committee lawyer witnesses experts "
    "govt government prosecutors analysts judge study agency "
    "שר שרת משרד נשיא ממשלה משטרה צבא איגוד דובר דוברת מקור מקורות ועדה חברה עורך יור "
    "פרקליטות שופט שופטת מחקר"
)


def headline(
    words: Sequence[Token], text: str, start: int, end: int, language: str
) -> Frame | None:
    """The frame of the sentence from *start* to *end*, if a colon parts who speaks from it."""
    stop = _colon(words, text, start, min(end, start + _NAMED + 1))
    if stop is None or end - stop < _SAID or _from_to(words, stop, end) or _asks(words, stop):
        return None
    named = [word.fold for word in words[start:stop]]
    bare = named[0][1:] if named[0][:1] == "و" else named[0]
    if {named[0], bare} & (_LABELS | stop_words(language)) or any(w[0].isdigit() for w in named):
        return None
    if any(act_of(w, language) is not None or is_according(w, language) for w in named):
        return None
    before = words[start:stop]
    if quantities(before):
        return None
    alone = all(_a_name(word, language) for word in before) and _speaks(words, text, stop, end)
    if not alone and not _a_body(before, language):
        return None
    return Frame(start, Act.SAY, range(start, stop), range(stop, end), according=True)


def _from_to(words: Sequence[Token], first: int, end: int) -> bool:
    """Whether a way is told and no more: «ميلانوكس: من يوكنعام إلى إنفيديا»."""
    rest = [word.fold for word in words[first:end]]
    return len(rest) <= _WAY and rest[0] in _FROM and not _TO.isdisjoint(rest)


def _colon(words: Sequence[Token], text: str, start: int, last: int) -> int | None:
    """The place of the word behind the first colon, with at most commas before it."""
    for place in range(start + 1, last):
        gap = text[words[place - 1].end : words[place].start]
        if ":" in gap:
            return None if gap == ":" else place  # 5:30
        if gap.strip(" -،,"):
            return None
    return None


def _asks(words: Sequence[Token], stop: int) -> bool:
    """Whether a question follows the colon before *stop*: "Supreme Court: what we know"."""
    word, after = words[stop].fold, words[stop + 1].fold
    return word in _QUESTIONS or (word in _WHAT and after in _WHICH)


def _speaks(words: Sequence[Token], text: str, stop: int, end: int) -> bool:
    """Whether what follows the colon before *stop* is in quotation marks or the first person."""
    if _QUOTES & set(text[words[stop - 1].end : words[stop].start]):
        return True
    told = [word.fold for word in words[stop:end]]
    ours = any(a in _NOT_YET and b[0] == _OUR for a, b in pairwise(told))
    return ours or not _WE.isdisjoint(told)


#: How an Arabic imperfect of the first person begins.
_OUR = "ن"


def _a_body(words: Sequence[Token], language: str) -> bool:
    """Whether *words* are an office or a body and what belongs to it, and hold no verb."""
    if language == "en":
        last = max((p for p, w in enumerate(words) if w.fold in _OFFICES), default=None)
        if last is None or not all(_belongs(word, language) for word in words[last + 1 :]):
            return False
        return words[0].text[:1].isupper()
    if not _an_office(words[0]):
        return False
    definite = _definite(words[0], language)
    for word in words[1:]:
        if definite and not (
            _belongs(word, language) or _an_office(word) or _no_verb(word, language)
        ):
            return False
        named = _a_name(word, language) and not _an_office(word)
        definite = definite or named or _definite(word, language)
    return True


def _definite(word: Token, language: str) -> bool:
    """Whether *word* has an article, a preposition before it aside."""
    if language == "ar":
        return word.fold.startswith(("ال", "لل", "بال"))
    return word.fold[0] in _ARTICLES and as_it_stands(word.fold[1:]) and not as_it_stands(word.fold)


#: The Hebrew article, and prepositions that have it in them.
_ARTICLES = "הלב"


def _belongs(word: Token, language: str) -> bool:
    """Whether *word* may stand behind a definite noun without being a verb."""
    if language == "en":
        return word.fold in _OF or (word.text[:1].isupper() and _a_name(word, language))
    return word.fold in _IN or _definite(word, language) or _a_name(word, language)


def _no_verb(word: Token, language: str) -> bool:
    """Whether an Arabic *word* ends as neither a verb nor its object, so that it may be a name."""
    ended = word.text.endswith(("ت", "وا", "ين", "ا", TANWIN))
    return language == "ar" and not ended and word.fold[0] not in "يت"


_IN = folded("في של")


def _an_office(word: Token) -> bool:
    forms = {*without_particles(word.fold)}
    return not _OFFICES.isdisjoint(forms | {form.removesuffix(_FEMININE) for form in forms})


def _a_name(word: Token, language: str) -> bool:
    """Whether *word* is the name of somebody or something, or may be one."""
    meant = meanings(word.fold, core=True)
    if proper(meant) or of_names(meant):
        return True
    capital = language != "en" or word.text[:1].isupper()
    return capital and word.fold.isalpha() and not listed(word.fold) and len(word.fold) > 2
