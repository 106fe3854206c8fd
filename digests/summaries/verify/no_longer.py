"""«لم يعد»: what is no longer so was so, and «لم تُعد» restores nothing.

The rule: a sentence says "no longer" where its evidence has a word of an end, or of what was. The
same letters are the verb to restore, with its vowel («لم تُعد») or right before who does it, a name
or a definite noun, and right behind that what is given back or taken up again («لم تعد الشركة
العمل بالنظام»); that needs a word for restoring there.

What it may get wrong: the verb to restore in another order, or of another thing, which is read as
"no longer". The escape hatch is to write the vowel.
"""

from __future__ import annotations

from digests.language.arabic import DAMMA
from digests.language.conjugation import forms
from digests.language.lexicon import listed
from digests.language.lists import folded
from digests.summaries.verify.passage import Passage

#: Words of «لم يعد العمال إلى» which say that they did not come back.
_RETURNED = 4
_NO_LONGER = folded("يعد تعد يعودوا")
_BACK = folded("إلى الى لل")
_ENDED = folded(
    "longer anymore more further stop stopped ceased cease ended ends end former formerly expired "
    "lost again return returned back gone abandoned dropped כבר עוד יותר חדל חדלה הפסיק הפסיקה שוב "
    "יעד يعد تعد يعودوا عاد توقف توقفت كف كفت انتهى انتهت سابق سابقا سابقة فقد فقدت"
)
_RESTORED = (
    forms(
        "en",
        "restore, reinstate, return, resume, revive, reintroduce, reopen, rebuild, rehire, repay "
        "repaid".split(", "),
    )
    | forms("ar", "أعاد يعيد, استعاد يستعيد, استأنف يستأنف, رد يرد".split(", "))
    | forms("he", "החזיר מחזיר, השיב משיב, חידש מחדש, שיקם משקם".split(", "))
    | folded("back again إعادة استئناف يعد تعد يعيدوا להחזיר להשיב לחדש מחדש החזרת חזרה")
)
#: What is given back or taken up again, and is nobody's title or attribute.
_TAKEN_UP = folded(
    "العمل الفتح التشغيل النظر البناء الإعمار المبلغ المبالغ الأموال المال القرض الرهائن الأسرى "
    "الجثث الأراضي الممتلكات الخدمة الخدمات التيار الكهرباء الاتصال الاتصالات العلاقات"
)
_ARTICLE, _OF = "ال", "ل"


def ended(sentence: Passage, theirs: set[str]) -> bool:
    """Whether *sentence* says "no longer", or restores nothing, and no form of *theirs* does."""
    for negation in sentence.negations:
        verb = negation.at + 1
        behind = [word.fold for word in sentence.words[verb : verb + _RETURNED]]
        if not behind or behind[0] not in _NO_LONGER or not _BACK.isdisjoint(behind[1:]):
            continue
        known = _RESTORED if _gives_back(sentence, verb) else _ENDED
        if not theirs & known:
            return True
    return False


def _gives_back(sentence: Passage, verb: int) -> bool:
    """Whether the verb behind «لم» is to restore: «لم تُعد», «لم تعد الشركة العمل بالنظام»."""
    if sentence.words[verb].text[1:2] == DAMMA:
        return True
    near = sentence.words[verb + 1 : verb + 3]
    if len(near) < 2 or near[1].fold not in _TAKEN_UP:
        return False
    who = near[0].fold
    named = bool(sentence.keys[verb + 1]) or (verb + 1 in sentence.telling and not listed(who))
    return (named and not who.startswith(_OF)) or who.startswith(_ARTICLE)
