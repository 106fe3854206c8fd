"""Stems: one form for the inflected forms of a word, for comparing texts and never for showing.

The rule: Arabic and English words go through Snowball; an Arabic word of the article and its
attached particles loses them first; Hebrew, for which Snowball has nothing, loses its attached
particles and the plural and possessive endings (light stemming). Words that carry no subject
(articles,
prepositions, pronouns, verbs of saying) give no stem in ``content``.

What it may get wrong: two words may share a stem («مكتب»، «مكتبة») and a broken plural may miss its
singular («عامل»، «عمال»). Callers weigh many stems together, so one wrong stem decides nothing.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

import Stemmer

from digests.language.normal import fold
from digests.language.words import normal_forms


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...


# Without a cache of their own: ``stem`` keeps what was asked.
_SNOWBALL: dict[str, _Stemmer] = {
    "ar": Stemmer.Stemmer("arabic", 0),
    "en": Stemmer.Stemmer("english", 0),
}

_STOP_TEXT = {
    "ar": """
    من في على إلى الى عن مع أن إن ان لم لن لا ما هل قد كان كانت يكون تكون كما هذا هذه ذلك تلك
    التي الذي الذين
    اللذين هو هي هم هن نحن أنت أنا ثم أو ام أم بل لكن حتى إذا اذا لو عند عندما بعد قبل خلال بين
    كل بعض غير سوى ليس
    ليست منذ حول ضد لدى نحو فوق تحت أي أيضا وهو وهي وهم بأن لأن كأن إنه إنها أنه أنها بها به فيها
    فيه عليها عليه منها
    منه إليها إليه لها له لهم وقد ولم وفي ومن وعلى كانوا حيث فقد بعدما قبيل عبر أثناء حين بينما
    فيما مما وما ولا
    قال قالت يقول تقول أعلن أعلنت أكد أكدت أضاف أضافت ذكر ذكرت أفاد أفادت أوضح أوضحت بحسب وفق
    وفقا اليوم أمس
    الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
    """,
    "en": """
    a an the of in on at to for from by with about as into over after before under between out
    against during
    and or but if then than so that this these those it its he she they them his her their we our
    you your i my
    is are was were be been being has have had do does did will would can could may might must
    should not no nor
    which who whom whose what when where why how all any each more most other some such only own
    same too very
    said says say told tells tell announced announces according also new up down off amid via per
    monday tuesday wednesday thursday friday saturday sunday today yesterday
    """,
    "he": """
    של את על עם אל מן בין גם או אם כי לא זה זו זאת אלה הוא היא הם הן אני אנחנו אתה יש אין היה
    היתה הייתה היו יהיה
    כל רק עוד אך אבל כדי לפי אחרי לפני תחת נגד בלי עד כמו מה מי איך כאשר אשר שבו שבה בו בה בהם
    להם לו לה שלו שלה
    שלהם אמר אמרה אמרו מסר מסרה נמסר הודיע הודיעה הודיעו לאחר במהלך ביום שני שלישי רביעי חמישי
    שישי ראשון כבר
    """,
}
_STOP = {
    language: frozenset(fold(word) for word in words.split())
    for language, words in _STOP_TEXT.items()
}

_ARABIC_PREFIXES = ("وبال", "وال", "فال", "بال", "كال", "ولل", "ال", "لل")
_HEBREW_SUFFIXES = ("יותיהם", "ותיהם", "יהם", "יות", "ים", "ות", "יה", "ית", "ה", "ת")


@lru_cache(maxsize=1024)
def words(text: str) -> tuple[str, ...]:
    """The folded words of *text* in order."""
    return normal_forms(text)


def stop_words(language: str) -> frozenset[str]:
    """Folded words of *language* that carry no subject."""
    return _STOP.get(language, frozenset())


@lru_cache(maxsize=1024)
def content(text: str, language: str) -> tuple[str, ...]:
    """The stems of the words of *text* that carry a subject, in order, repetitions kept."""
    stop = stop_words(language)
    return tuple(stem(word, language) for word in words(text) if word not in stop and word[1:])


@lru_cache(maxsize=65_536)
def stem(word: str, language: str) -> str:
    """The stem of one folded *word*; unknown languages and numbers come back unchanged."""
    if not word.isalpha():
        return word
    if "a" <= word[0] <= "z":
        return _SNOWBALL["en"].stemWord(word)
    if language == "ar":
        return _arabic(word)
    if language == "he":
        return _hebrew(word)
    return word


def _arabic(word: str) -> str:
    for prefix in _ARABIC_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    return _SNOWBALL["ar"].stemWord(word)


def _hebrew(word: str) -> str:
    for _ in range(2):
        if len(word) > 4 and word[0] in "והבלמשכ":
            word = word[1:]
    for suffix in _HEBREW_SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word
