"""Light verbs of Arabic: with their noun they say what another text says with one verb.

The rule: «فرضت غرامة» is fined, «رفعت دعوى» sued, «أجرى تحقيقا» investigated, «لم يصدر تعليق» did
not comment; the noun has the meaning. The verbs are conjugated by `conjugation`, and their verbal
nouns are listed.

What it may get wrong: the same verbs also mean what they say («رفع العلم»); a caller asks that the
noun be a verb in the other text. The escape hatch is the table.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.lists import folded
from digests.language.normal import fold

_VERBS = """
فرض يفرض, رفع يرفع, قدم يقدم, تقدم يتقدم, وجه يوجه, أصدر يصدر, صدر يصدر, أجرى يجري, شن يشن,
ألقى يلقي, عقد يعقد, اتخذ يتخذ, نفذ ينفذ, حدث يحدث, حصل يحصل, أبدى يبدي, مارس يمارس,
أدلى يدلي, أقام يقيم, أحدث يحدث, ألحق يلحق, تعرض يتعرض, خاض يخوض, تبادل يتبادل,
منح يمنح, أدى يؤدي, لعب يلعب, شهد يشهد, سجل يسجل, حقق يحقق, أحرز يحرز, تكبد يتكبد,
تسبب يتسبب, أسفر يسفر, أفضى يفضي, خضع يخضع, أوقع يوقع, خلف يخلف,
أطلق يطلق, أبرم يبرم, ارتكب يرتكب, بذل يبذل, طرح يطرح, تولى يتولى
"""
_NOUNS = "فرض رفع تقديم توجيه إصدار صدور إجراء شن إلقاء عقد اتخاذ تنفيذ حدوث إبداء ممارسة تبادل"
_GIVEN = folded(_NOUNS)
_LINES = _VERBS.replace("\n", " ").split(",")
#: «لم يُلقِ»: the jussive, which has lost its last letter.
_JUSSIVES = frozenset(
    letter + imperfect[1:-1]
    for imperfect in (fold(line.split()[1]) for line in _LINES)
    for letter in "يت"
    if imperfect[-1] == "ي"
)
#: «نجري»: what we do, and what I do.
_OWN = frozenset(letter + fold(line.split()[1])[1:] for line in _LINES for letter in "نا")
_FORMS = forms("ar", _LINES) | _JUSSIVES | _OWN | _GIVEN


def is_light(word: str, *, noun: bool = False) -> bool:
    """Whether the folded *word* may be a light verb, a joined «و» or «ف», and «س», aside.

    A *noun*, behind a preposition or with «ب», is one only when it is listed: «تلقي» is no
    verb there.
    """
    bare = word[1:] if word[:1] in ("و", "ف") and word not in _FORMS else word
    if bare[:1] == "ب" and bare not in _FORMS:
        return bare[1:] in _GIVEN
    if noun:
        return bare in _GIVEN
    return bare in _FORMS or (bare[:1] == "س" and bare[1:] in _FORMS)
