"""Rules for what Mujaz says in its own words (docs/editorial.md, "Fairness" and "Language").

Rule. In our own voice a speaker said, stated, announced, reported, accused, denied, answered; never
«زعم» or «اعترف», which judge what was said. Nothing is cried out; Arabic has Arabic punctuation; a
line carries at most one mark of direction. Words within «…» are a source's and are left alone.

A refused word that stands in another sense judges nobody and is let pass: a parliament that adopts
a law («أقرّ»), a state that is recognised («اعترفت بدولة»), what is not disclosed («عدم كشف
هويته», «لم تكشف عن قيمة العقد») and what detects («أجهزة كشف الدخان»).

What it may get wrong: the other senses are known by the words beside them, and a rarer one is
refused. In our own few texts another word is always at hand, and a model's sentence that is refused
gives way to the source's own words. Escape hatch: quote the word, with its speaker.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from digests.language.direction import LRM, RLM
from digests.model import Lang

#: What a speaker does in our own words; the same verbs for every side.
SAID = ("قال", "ذكر", "أعلن", "أفاد", "اتهم", "نفى", "ردّ", "بحسب")

_REFUSED_AR = frozenset(
    """
    زعم زعمت زعما زعمتا زعموا يزعم تزعم يزعمون يزعمان مزاعم المزاعم زعمه زعمها زعمهم
    المزعوم المزعومة
    ادعى ادعت ادعيا ادعوا يدعي تدعي يدعون ادعاء ادعاءات ادعائه ادعائها الادعاءات
    اعترف اعترفت اعترفا اعترفوا يعترف تعترف يعترفون اعتراف اعترافات
    اقر اقرت اقرا اقروا يقر تقر يقرون
    كشف كشفت كشفا كشفوا يكشف تكشف يكشفون
    فضح فضحت فضحوا يفضح تفضح فضيحة الفضيحة
    """.split()
)
#: «أقرّ» of a body that passes laws is no verb of speech, nor is «أُقرّ»; how it passes them.
_PASSES = frozenset("اقر اقرت يقر تقر".split())
_LEGISLATURES = frozenset(
    "برلمان بلدية مجلس المجلس البرلمان الكنيست الكونغرس النواب الشيوخ الحكومة اللجنة لجنة "
    "الجمعية الهيئة "
    "الاتحاد "
    "الوزراء نواب الكونجرس الكابينت الدوما البوندستاغ الناخبون المساهمون "
    "المفوضية البلدية القانون الاقتراح المشروع الموازنة الميزانية التعديل الخطة الاتفاق".split()
)
#: Who votes on something, and what is voted on.
_VOTERS = frozenset("الاعضاء اعضاء المندوبون مندوبو المشاركون مساهمو الاهالي السكان".split())
_VOTED_ON = frozenset(
    "اتفاق اتفاقا الاتفاق قانون قانونا خطة الخطة موازنة الموازنة ميزانية الميزانية عقد عقدا العقد "
    "تعديل تعديلا تعديلات التعديل التعديلات مشروع المشروع قرار قرارا القرار صفقة الصفقة دستور "
    "دستورا الدستور اقتراح اقتراحا الاقتراح بيان بيانا ميثاق ميثاقا ترشيح تعيين نظام نظاما "
    "لائحة".split()
)
#: Words behind a refused one among which its sense is told.
_REACH = 4
_HOW = frozenset(
    "بالاجماع باغلبية بالاغلبية بغالبية بالقراءة بقراءة بالكامل باصوات بتصويت بالتصويت "
    "بموجب".split()
)
#: What discloses; accounts that bear its name; and words by which a thing is not disclosed.
_DISCLOSES = frozenset("كشف كشفت كشفا كشفوا يكشف تكشف يكشفون".split())
_ACCOUNTS = frozenset("حساب حسابات طبي طبيا طبية".split())
#: What detects: «أجهزة كشف الدخان», «الكلاب المدربة على كشف المتفجرات».
_DETECTORS = frozenset(
    "جهاز الجهاز اجهزة الاجهزة باجهزة بجهاز نظام انظمة بنظام بانظمة معدات بمعدات ادوات ماكينة "
    "ماكينات بوابة بوابات تقنية تقنيات كاميرات مستشعرات مجسات اختبار اختبارات فحص فحوص".split()
)
_UNDISCLOSED = frozenset(
    "لم ولم فلم لن ولن لا ولا عدم بعدم لعدم دون بدون رفض رفضت رفضوا يرفض ترفض رافضا رافضة امتنع "
    "امتنعت".split()
)
#: Words of a body that stands before its verb, at most.
_BODY = 2
_NEVER, _THAT = frozenset({"يسبق"}), "ان"
#: «أُقرّ»; the imperfect has this vowel in the active too.
_PASSED = re.compile("[وف]?أ\u064f")
#: Words from «لم يسبق» to its «أن», at most.
_SUBJECT = 6
#: «اعترف» of a state, and what is recognised so.
_RECOGNISES = frozenset("اعترف اعترفت اعترفا اعترفوا يعترف تعترف يعترفون اعتراف اعترافات".split())
_RECOGNISED = frozenset(
    "بدولة بالدولة باستقلال بسيادة بحكومة بالحكومة بفلسطين باسرائيل بكوسوفو بتايوان".split()
)
_PROSECUTION, _OFFICIAL = "ادعاء", frozenset({"عام", "عسكري"})
_REFUSED_EN = re.compile(
    r"\b(?:claim(?:s|ed|ing)?|admit(?:s|ted|ting)?|reveal(?:s|ed|ing)?|expos(?:es?|ed|ing)"
    r"|alleg(?:es?|ed|ing|edly)|confess(?:es|ed)?|so-called)\b",
    re.IGNORECASE,
)
_REFUSED_PHRASES = ("ما يسمى", "ما يسمي", "المسمى زورا")
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”")
_WORD = re.compile(r"[\w\u064b-\u0652]+")
_ALEF = str.maketrans("أإآٱ", "اااا")
_EXCLAIMED = re.compile("[!！¡]")
_FOREIGN_PUNCTUATION = re.compile(r"(?<=[\u0600-\u06ff\u2069»])[,;?]|\.\.\.")
_MARK = re.compile(f"[{LRM}{RLM}]")


def refused(text: str, language: str = Lang.AR) -> list[str]:
    """The words of *text* that we never use ourselves, as they stand in it; quotations excepted."""
    ours = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    if language == Lang.EN:
        return _REFUSED_EN.findall(ours)
    written = list(_WORD.finditer(ours))
    words = [word[0] for word in written]
    forms = [_bare(word) for word in words]
    found = [
        word
        for at, word in enumerate(words)
        if forms[at] in _REFUSED_AR and not _in_another_sense(words, forms, at)
        if not _recognises_a_quoted(forms[at], text[written[at].end() :])
    ]
    folded = _fold(ours)
    return found + [phrase for phrase in _REFUSED_PHRASES if phrase in folded]


def _in_another_sense(written: list[str], words: list[str], at: int) -> bool:
    """Whether the refused word at *at* says there what judges nobody.

    *words* are the forms of those *written* without their marks.
    """
    word = words[at].removeprefix("و")
    following = words[at + 1 : at + 1 + _REACH]
    if word in _RECOGNISES:
        return not _RECOGNISED.isdisjoint(following)
    if word == _PROSECUTION:
        return not _OFFICIAL.isdisjoint(following[:1])
    if word in _DISCLOSES:
        detects = word == "كشف" and not _DETECTORS.isdisjoint(words[max(0, at - 1) : at])
        return detects or not _ACCOUNTS.isdisjoint(following[:1]) or _undisclosed(words[:at])
    body = not _LEGISLATURES.isdisjoint(words[max(0, at - _BODY) : at])  # «أن المجلس أقر رسمًا»
    return _adopts(words[at:], passive=body or _PASSED.match(written[at]) is not None)


def _recognises_a_quoted(word: str, behind: str) -> bool:
    """Whether *word* recognises what a quotation right *behind* it tells: «اعتراف «بدولة كذا»»."""
    if (
        word.removeprefix("و") not in _RECOGNISES
        or (quoted := _QUOTED.match(behind.strip())) is None
    ):
        return False
    said = [_bare(one) for one in _WORD.findall(quoted[0])][:_REACH]
    return not _RECOGNISED.isdisjoint(said)


def _undisclosed(before: list[str]) -> bool:
    """Whether *before* ends by saying that what follows is not disclosed, or never was."""
    if before[-1:] == [_THAT]:
        near = before[-1 - _SUBJECT :]
        return any(one in _UNDISCLOSED and two in _NEVER for one, two in pairwise(near))
    return not _UNDISCLOSED.isdisjoint(before[-1:])


def _adopts(words: list[str], *, passive: bool) -> bool:
    """Whether «أقرّ», the first of *words*, says that a body passed a law, not that one admits.

    Of the passive, «أُقرّ», no body need be told, nor where one stands right before.
    """
    if words[0].removeprefix("و") not in _PASSES:
        return False
    reach = words[1:8]
    if any(word in ("ان", "انه", "انها", "بان", "بانه", "بانها") for word in reach):
        return False
    behind = [w for w in words[1:4] if w[:1] == "ب" and w not in _HOW and w not in _LEGISLATURES]
    voted = not _VOTERS.isdisjoint(words[1:4]) and not _VOTED_ON.isdisjoint(reach)
    return not behind and (passive or voted or any(word in _LEGISLATURES for word in words[1:4]))


def faults(text: str, language: str = Lang.AR) -> list[str]:
    """What is wrong with a text of ours, in English, for whoever wrote it; empty when it is fit."""
    found = [f"refused word {word!r}" for word in refused(text, language)]
    if _EXCLAIMED.search(text):
        found.append("an exclamation mark")
    if any(len(_MARK.findall(line)) > 1 for line in text.split("\n")):
        found.append("more than one mark of direction in a line")
    if language == Lang.AR:
        ours = _QUOTED.sub(" ", text)
        found += [f"{hit!r} for Arabic punctuation" for hit in _FOREIGN_PUNCTUATION.findall(ours)]
        if "ـ" in text:
            found.append("a tatweel")
    return found


def _bare(word: str) -> str:
    """*word* without diacritics, hamzas on alef, and a joined و or ف."""
    folded = _fold(word)
    return folded[1:] if folded[:1] in ("و", "ف") and folded[1:] in _REFUSED_AR else folded


def _fold(text: str) -> str:
    bare = "".join(c for c in text if unicodedata.category(c) != "Mn")
    return bare.translate(_ALEF)
