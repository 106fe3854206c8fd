"""Verbs by which somebody is reported to speak, in Arabic, English and Hebrew, by what they do.

The rule: each verb does one thing (say, deny, accuse, ask, warn, promise, think), in each form that
`conjugation` builds. Some report only beside certain words (`speech_beside`), some are nouns in
other places (`verbs_or_nouns`). A verb whose imperfect says
something else as often («يبلغ», «يرد», «يعد») has none in its line.

What it may get wrong: a verb that is not listed is not seen. The escape hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lists import folded


class Act(StrEnum):
    """What a speaker does; each answers only to its like."""

    SAY = "say"
    DENY = "deny"
    ACCUSE = "accuse"
    ASK = "ask"
    WARN = "warn"
    PROMISE = "promise"
    THINK = "think"


def acts_in(language: str, lines: Mapping[Act, str]) -> dict[str, Act]:
    """Each form of the verbs of *lines*, parted by commas, with what it does."""
    return {form: act for act, text in lines.items() for form in forms(language, text.split(","))}


def acts_of(acts: Mapping[Act, str]) -> dict[str, Act]:
    return {word: act for act, text in acts.items() for word in folded(text)}


_ARABIC = {
    Act.SAY: "قال يقول, ذكر يذكر, أعلن يعلن, أفاد يفيد, أوضح يوضح, أضاف يضيف, صرح يصرح, أكد يؤكد, "
    "أشار يشير, شدد يشدد, لفت يلفت, أخبر يخبر, أبلغ, اعترف يعترف, كشف يكشف, كتب يكتب, زعم يزعم, "
    "ادعى, نقل, عزا يعزو, اعترض يعترض, أظهر, وصف يصف, روى يروي, رد, أجاب يجيب, أخطر يخطر, "
    "جزم يجزم, أعرب يعرب, أورد يورد, نبه ينبه, ألمح يلمح, أحصى يحصي, وثق يوثق",
    Act.DENY: "نفى ينفي, أنكر ينكر, استبعد يستبعد, كذب يكذب",
    Act.ACCUSE: "اتهم يتهم, حمل, انتقد ينتقد, ندد يندد, أدان يدين, استنكر يستنكر",
    Act.ASK: "أوصى يوصي, دعا يدعو, طلب يطلب, طالب يطالب, ناشد يناشد, حث يحث, اقترح يقترح",
    Act.WARN: "حذر يحذر, هدد يهدد, توعد يتوعد",
    Act.PROMISE: "تعهد يتعهد, وعد",
    Act.THINK: "توقع يتوقع, رجح يرجح, اعتبر يعتبر, رأى يرى, قدر يقدر, اعتقد يعتقد, ظن يظن",
}
_ENGLISH = {
    Act.SAY: "say said, tell told, announce, state, add, report, confirm, claim, explain, insist, "
    "argue, write wrote, acknowledge, admit admitted, declare, maintain, testify, disclose, "
    "reveal, assert, inform, notify, reply, respond, tweet, note, describe, conclude, contend, "
    "post, concede, recall, recount",
    Act.DENY: "deny",
    Act.ACCUSE: "accuse, allege, blame, criticise, criticize, condemn, denounce",
    Act.ASK: "urge, call, demand, appeal, request, ask, recommend, advise, propose",
    Act.WARN: "warn, threaten, caution",
    Act.PROMISE: "pledge, vow, promise",
    Act.THINK: "believe, estimate, expect, predict, think thought, forecast forecast, suspect, "
    "consider",
}
_HEBREW = {
    Act.SAY: "אמר אומר, מסר מוסר, הודיע מודיע, ציין מציין, הוסיף מוסיף, טען טוען, דיווח מדווח, "
    "הבהיר מבהיר, הסביר מסביר, הצהיר מצהיר, סיפר, כתב כותב, הדגיש מדגיש, השיב משיב, הגיב מגיב, "
    "הודה מודה, עדכן מעדכן, קבע קובע, כינה מכנה, תיאר מתאר, העיד מעיד",
    Act.DENY: "הכחיש מכחיש, שלל שולל",
    Act.ACCUSE: "האשים מאשים, גינה מגנה",
    Act.ASK: "קרא קורא, דרש דורש, ביקש מבקש, המליץ ממליץ",
    Act.WARN: "הזהיר מזהיר, איים מאיים",
    Act.PROMISE: "הבטיח מבטיח, התחייב מתחייב",
    Act.THINK: "העריך מעריך, סבר סבור, צפה צופה, חזה חוזה, האמין מאמין, חשב חושב",
}
#: Participles that go on with the words of whoever is the subject of the clause.
ADDING = folded("قائلا قائلة قائلين مضيفا مؤكدا مشيرا موضحا معتبرا معتبرة معتبرين")
DENYING = folded("نافيا نافية نافين")
BASES = frozenset(line.split()[0] for text in _ENGLISH.values() for line in text.split(","))
_VERBS: dict[str, dict[str, Act]] = {
    "ar": acts_in("ar", _ARABIC)
    | dict.fromkeys(ADDING, Act.SAY)
    | dict.fromkeys(DENYING, Act.DENY),
    "en": acts_in("en", _ENGLISH)
    | acts_of(
        {
            Act.SAY: "saying announcing",
            Act.DENY: "denying",
            Act.ACCUSE: "accusing alleging",
            Act.ASK: "demanding urging",
            Act.WARN: "warning",
        }
    ),
    "he": acts_in("he", _HEBREW) | acts_of({Act.SAY: "נמסר"}),
}
#: Arabic verbs with the pronoun of their object on them («اتهمته»), where no noun is spelt so.
_WITH_OBJECT = {
    Act.SAY: "أبلغ يبلغ, أخبر يخبر, عزا يعزو",
    Act.ACCUSE: "اتهم يتهم, انتقد ينتقد",
    Act.ASK: "ناشد يناشد, طالبت يطالب, دعت, حثت يحث",
    Act.WARN: "حذرت يحذر, هددت يهدد",
    Act.THINK: "اعتبر يعتبر",
}
_OBJECTS = ("ه", "ها", "هم", "هما")
_ON_VERBS = {
    (form[:-1] if form.endswith("وا") else form) + ending: act
    for form, act in acts_in("ar", _WITH_OBJECT).items()
    for ending in _OBJECTS
}
_VERBS["ar"] |= _ON_VERBS
_ACCORDING = {
    "ar": folded("بحسب حسب وفق وفقا نقلا حسبما برأي"),
    "en": folded("according"),
    "he": folded("לדברי לפי לטענת לגרסת להערכת לדבריו לדבריה לדבריהם לדבריהן מטעם"),
}


@lru_cache(maxsize=1 << 14)
def act_of(word: str, language: str) -> Act | None:
    """What the folded *word* does when it is a verb of reporting."""
    for form in without_particles(word) if language != "he" else _hebrew_forms(word):
        act = _VERBS.get(language, {}).get(form)
        if act is not None and _takes(word, form):
            return act
    return None


def has_object(word: str) -> bool:
    """Whether the folded Arabic *word* is such a verb with its object on it: «واتهمتها»."""
    return word in _ON_VERBS or (word[:1] in ("و", "ف") and word[1:] in _ON_VERBS)


def is_according(word: str, language: str) -> bool:
    """Whether the folded *word* opens the name of a speaker: «بحسب», "according", לדברי."""
    table = _ACCORDING.get(language, frozenset())
    return word in table or (word[:1] in ("و", "ف", "ו", "ב") and word[1:] in table)


def _takes(word: str, form: str) -> bool:
    """Whether what stands before *form* in *word* may stand before a verb."""
    return word[: len(word) - len(form)] in ("", "و", "ف", "س", "وس", "ו")


def _hebrew_forms(word: str) -> tuple[str, ...]:
    return (word, word[1:]) if word[:1] in ("ו", "ש", "ה") and len(word) > 3 else (word,)
