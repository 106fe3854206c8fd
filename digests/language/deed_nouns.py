"""Verbal nouns that name a deed, and so nobody who speaks: «، ونفت إلغاء أي رحلة».

The rule: a listed word of the pattern of a verbal noun (إلغاء, تأجيل, استئناف, انقطاع, اعتقال),
without an article and with its object behind it, names what is done; so do some nouns without a
pattern (صحة, وصول). Patterns of which bodies have their names (اتحاد, تحالف, تجمع, محافظة) are left
out, and so are given names, and deeds that show something (استطلاع, تحقيق).

What it may get wrong: a body or a person whose name has such a pattern. The escape hatch is the
table of those.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from digests.language.given_names import given_name
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.language.words import Token

_C = "[بتثجحخدذرزسشصضطظعغفقكلمنهوي]"
_MARKS = re.compile("[\u064b-\u0652\u0670ـ]")
_DEED = re.compile(
    f"إ{_C}{_C}ا[{_C[1:-1]}ء]|إ{_C}ا{_C}ة|ت{_C}[{_C[1:-1]}أ]ي{_C}|است{_C}[{_C[1:-1]}ئ]?ا[{_C[1:-1]}ء]ة?"
    f"|ا(?:ن{_C}{_C}|{_C}[تطد]{_C})ا[{_C[1:-1]}ء]"
)
#: Bodies and persons whose names have such a pattern.
_NOT_DEEDS = folded(
    "تنظيم تشكيل تحرير ائتلاف احتلال إدارة إذاعة إمارة إقامة إسلام إلهام إحسان إكرام إنعام إيمان "
    "إخلاص إقبال إجلال إسحاق إسراء إيناس تيسير تحسين توفيق انتصار ابتسام افتخار اعتدال امتثال "
    "ابتهال انشراح استخبارات استبرق إعلام"
)
#: Deeds that show or say something.
_SAYING = folded(
    "استطلاع استبيان استفتاء تحقيق تقييم تحليل تدقيق تقدير تقرير إعلان إحصاء إحصائية إفادة إجابة"
)
#: Nouns of deeds without such a pattern.
_PLAIN = folded(
    "صحة وصول دخول خروج سقوط مقتل وفاة فرض وقف رفع خفض بيع شراء نقل قصف تلقي تعرض تأثر ضلوع تورط "
    "صدور نشوب ظهور وقوع حدوث وجود نفاد توقف تراجع"
)


def promised(word: Token) -> bool:
    """Whether *word* is a verbal noun behind «ب», and no name in ب: «ووعد | بمساعدة المتضررين»."""
    plain = _MARKS.sub("", word.text)
    deed = _DEED.fullmatch(plain[1:]) or _MUTUAL.fullmatch(plain[1:]) or word.fold[1:] in _PLAIN
    return plain[:1] == "ب" and bool(deed) and not given_name(word.fold)


#: «مساعدة», «مراجعة»: what is done to or with another.
_MUTUAL = re.compile(f"م{_C}ا{_C}{_C}ة")


def is_deed(word: Token) -> bool:
    """Whether *word* is a verbal noun, with or without the article: «التأخير», «انقطاع»."""
    plain = _MARKS.sub("", word.text).removeprefix("ال")
    if word.fold.removeprefix("ال") in _NOT_DEEDS or given_name(word.fold):
        return False
    return word.fold.removeprefix("ال") in _PLAIN or bool(_DEED.fullmatch(plain))


def names_a_deed(words: Sequence[Token], text: str, at: int, end: int) -> bool:
    """Whether the word at *at* is a verbal noun with its object behind it: «إلغاء أي رحلة»."""
    if at + 1 >= end or text[words[at].end : words[at + 1].start].strip():
        return False
    word, plain = words[at].fold, _MARKS.sub("", words[at].text)
    if word in _NOT_DEEDS | _SAYING or given_name(word):
        return False
    return word in _PLAIN or bool(_DEED.fullmatch(plain) and as_it_stands(word))
