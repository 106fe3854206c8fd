"""Whether a sentence can stand alone: what it leans on, as a penalty.

The rule: a sentence leans on its neighbours when it opens with a pronoun or a demonstrative, when
its verb has no named subject («وأضاف أن»), when it points back («لذلك»، «آنذاك»، «نفسه»), or
when it speaks of
«الشركة» or «الحملة» that nothing shown so far has named. Each has a weight; the sum is taken
from the
sentence's value.

What it may get wrong: Arabic drops the subject after a verb, and an object can look like a subject
(«ولم تذكر سببًا»); only verbs at the front are judged, by the definiteness of the word that
follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from digests.language.conjugation import forms
from digests.language.given_names import given_name
from digests.language.lexicon import as_it_stands
from digests.language.quotation import unquoted
from digests.language.stems import words
from digests.language.words import normal
from digests.model import Lang
from digests.summaries.aftermath import presumed, told
from digests.summaries.parties import KINDS, named, party, speaking_verb
from digests.summaries.persons import of_a_name
from digests.summaries.replies import silent
from digests.summaries.sides import parties_listed
from digests.summaries.speakers import is_listed_name, is_word
from digests.summaries.taking_up import answers, behind_the_verb, office_of, possessed
from digests.summaries.voices import voice
from digests.summaries.wording import shown

#: Words of a sentence's beginning in which «الشركة» is taken as known.
_NEEDING = 10
#: Weight at which a sentence is left out as long as another one is there.
LEANING = 0.5

_OPENING_PRONOUNS = {
    "ar": set(
        words(
            "هو هي هم هن هما ذلك تلك وهو وهي وهم وذلك ذاك هؤلاء أولئك إنه إنها إنهم أنه أنها "
            "منها منهم بعضهم كلاهما كلها آخرون الأخير الأخيرة هنا وهنا"
        )
    ),
    "en": set(
        words("he she they it this that these those his her their its such both another others")
    ),
    "he": set(
        words(
            "הוא היא הם הן זה זאת זו אלה אלו כך לכן הדבר שניהם שתיהן האחרון האחרונה לדבריו "
            "לדבריה לדבריהם בכך בשל"
        )
    ),
}
#: A demonstrative with a noun that is not a time: «هذا التبرير», not «هذا العام».
_POINTING = re.compile(
    r"(?<!\w)[وفبكل]?(?:هذا|هذه|تلك|هذين) (?!ال(?:عام|سنة|شهر|أسبوع|يوم|مرة|صيف|شتاء|ربيع|خريف|"
    r"موسم|قرن|عقد))ال(\w+)"
)
_LEADING = {"من", "في", "عن", "على", "أهم", "أبرز", "أحد", "إحدى", "أول", "آخر", "كل", "بعض"}
_DEMONSTRATIVES = {
    "ar": set(words("هذا هذه هذان هاتان تلك ذلك هؤلاء")),
    "en": set(words("this these those that")),
    "he": set(words("זה זאת זו אלה")),
}
_QUOTES = frozenset('"«“„”')
#: An item of a statement, whose head tells who says so: «رابعا: تدعو …».
_ITEM = re.compile(
    r"(?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا|أخيرا)[ًا]*\s*[:：-]"
)
#: A clause that belongs to the sentence before it, where no other follows: «فيما كانت قد طالبته».
_WHILE = re.compile(r"(?:فيما|بينما|في حين)\s")
#: What stays before a noun that shows its case (``shown``), and joins it to the sentence before.
_BUT = re.compile(r"[وف]?(?:لكن|إلا أن|غير أن|بيد أن)\s")
#: What sets a sentence against the one before it, and how much it leans by that.
_AS_FOR, _SET_AGAINST = re.compile(r"[وف]?أم[ّ]?ا\s"), 0.3
#: A sentence that opens with whom it was taken from tells it at second hand.
_RETOLD = re.compile(r"نقل[اًا]*\s+عن\s")
_BACKWARD = {
    "ar": re.compile(
        r"(?:لذلك|لهذا|بذلك|بهذا|"
        r"آنذاك|حينها|حينذاك|بعد ذلك|قبل ذلك|في اليوم (?:نفسه|ذاته|التالي|السابق)|المذكور|"
        r"المذكورة|المذكورين|المذكورون|المذكورتين|سالف|السابق ذكره|"
        r"[بكفو]?(?:ال|لل)(?!وقت|حين|آن)\w+ (?:نفس|ذات)(?:ه|ها|هم|هما))(?!\w)"
    ),
    "en": re.compile(
        r"\b(?:therefore|thereby|that day|the same day|the latter|the former|afterwards|"
        r"at the time|as a result)\b",
        re.I,
    ),
    "he": re.compile(r"\b(?:לפיכך|לאחר מכן|באותו יום|הנ\"ל|כתוצאה מכך|אז)\b"),
}
#: What an Arabic text has that may match, looked for first, since that is quick.
_BACK = ("ذلك", "لهذا", "بهذا", "آنذاك", "حين", "نفس", "ذات", "التالي", "السابق", "المذكور", "سالف")
#: What a sentence brings about by what it told itself: «، لتصبح بذلك أول دولة».
_BY_ITSELF = re.compile(r"،\s+(?:\w+\s+){1,4}بذلك(?!\w)")
#: «يطالب العمال كذلك بـ…»: beside what was told before, and how much a sentence leans by that.
_TOO, _ALSO = frozenset(words("كذلك أيضا")), 0.15
_PARTICLES = set(
    words(
        "أن إن قد لا لم في من إلى على عن بعد قبل حتى عليه عليها فيه فيها به بها له لها "
        "لهم منه منها إليه إليها ذلك هذا أنه أنها بأن بأنه بأنها مع منذ خلال ضد بين عبر"
    )
)
#: What happens, so that it may stand before its subject: «عُقدت في العاصمة جولة محادثات».
_HAPPENED = set(
    words(
        "عقدت اختتمت انطلقت بدأت جرت وقعت اندلعت صدرت أقيمت نظمت افتتحت انتهت تواصلت استمرت انعقدت "
        "حدثت ظهرت وصلت"
    )
)
#: What one speaks of when somebody has done it: «الحكم», after "the jury ordered".
_DONE = {
    noun: frozenset(
        form for verb in forms("ar", verbs.split(",")) for form in (verb, "و" + verb, "ف" + verb)
    )
    for noun, verbs in {
        "حكم": "قضى يقضي,حكم يحكم,ألزم يلزم,أدان يدين,برأ يبرئ,أمر يأمر,أصدر يصدر",
        "قرار": (
            "قضى يقضي,قرر يقرر,أمر يأمر,ألغى يلغي,علق يعلق,فصل يفصل,سحب يسحب,أوقف يوقف,ألزم يلزم,"
            "أقال يقيل,عين يعين,حظر يحظر,منع يمنع,فرض يفرض,أصدر يصدر,أقر يقر"
        ),
        "اتفاق": "وقع يوقع,اتفق يتفق,توصل يتوصل",
        "دعوى": "قاضى يقاضي,رفع يرفع,ادعى يدعي",
    }.items()
}
_TIMES = set(words("عام سنة شهر يوم قرن حوالي نحو"))
_PRONOMINAL = set(words("عليه عليها عليهم له لها لهم فيه فيها منه منها إليه إليها به بها"))
_WAS = set(words("كان كانت"))
_ADVERBS = set(words("أيضا كذلك فورا حاليا لاحقا مجددا أمس اليوم تدريجيا"))
_AUXILIARY = set(
    words("كان كانت كانوا كنا لم لن لا سوف ما زال زالت ظل ظلت بات باتت أصبح أصبحت عاد عادت")
)
_SPEAKER_NOUNS = set(
    words(
        "الشركة الحملة المجموعة المنظمة المؤسسة النقابة اللجنة الحركة الجمعية الصندوق "
        "الكلية الجامعة المجلس المتحدث الناطق المسؤول الناشط الوزارة الهيئة "
        "البيان التقرير القرار الاتفاق العقد المشروع العملية الحادث المبلغ الخطوة الحكم الصفقة "
        "البنك المصرف الحزب الاتحاد النادي "
        "الهزة الزلزال الحريق الانفجار الهجوم القصف العاصفة الإعصار الفيضان الجريمة الاعتداء "
        "المصدر المصادر الوكالة الصحيفة القناة المكتب الشبكة المجلة الموقع "
        "الرسالة العريضة الدعوى الغرامة الخطة القائمة الوثيقة المبادرة الاتفاقية المناقصة"
    )
)
#: Those that speak for somebody, and what leads to whom; «ل» with a pronoun leads to nobody.
_PERSONS = frozenset(words("المتحدث الناطق المسؤول الناشط المصدر المصادر"))
_OF_WHOM = frozenset(words("باسم بلسان في لدى من عن بوزارة بالوزارة"))
_FOR_HIM = frozenset(words("له لها لهم لهما لم لن لا لكن لأن لأنها لأنه لدى لقد"))
#: Two parties that were told before, what stands for them among what is known, and how many are.
_BOTH = frozenset(
    words(
        "الاثنان كلاهما الطرفان الطرفين الجانبان الجانبين البلدان البلدين الرجلان الرجلين "
        "الشركتان الشركتين"
    )
)
TWO, _SEVERAL = "two", 2
_PLURALS = ("ون", "ين", "ات", "ان", "وا")
#: Those nouns by every form that ``without_particle`` makes them of.
_PRESUMING = {
    form: noun
    for noun in _SPEAKER_NOUNS | _BOTH
    for form in (noun, *(particle + noun for particle in "وفبك"), "ل" + noun[1:])
}


@lru_cache(maxsize=2048)
def leaning(text: str, language: str, *, lead: bool = False) -> float:
    """How much *text* leans on its neighbours; from ``LEANING`` on it does not stand alone.

    A *lead* has none before it, so that «هذا الإنجاز» is what it tells itself.
    """
    bare = shown(text, language)
    found = words(bare)
    if not found:
        return 1.0
    weight = 0.0
    if found[0] in _OPENING_PRONOUNS.get(language, ()):
        weight += 0.5
    elif not lead and _points(bare, found, language):
        weight += 0.3
    if _RETOLD.match(bare) or _BUT.match(bare):
        weight += 0.3
    if _AS_FOR.match(bare):
        weight += _SET_AGAINST
    if text[:1] in _QUOTES and not words(unquoted(text)):
        weight += 0.5  # a quotation, and nobody who says it
    if _ITEM.match(bare) or (_WHILE.match(bare) and "،" not in bare):
        weight += 0.5
    if voice(text, language).absent:
        weight += 0.6
    elif (
        language == Lang.AR
        and not silent(text, language)
        and (_subject_missing(found, bare) or _object_attached(found[0]))
    ):
        weight += 0.5
    elif language == Lang.AR and _possessor_missing(bare):
        weight += 0.25
    if language == Lang.AR and not _TOO.isdisjoint(found[1:4]):
        weight += _ALSO
    back = language != Lang.AR or any(word in bare for word in _BACK)
    pattern = _BACKWARD.get(language) if back and not lead else None
    if pattern and pattern.search(_BY_ITSELF.sub("،", bare)):
        weight += 0.2
    return weight


def _points(text: str, found: Sequence[str], language: str) -> bool:
    """Whether *text* points at something by «this», its quotations aside."""
    if any(word in _DEMONSTRATIVES.get(language, ()) for word in found[1:3]):
        return True
    return language == Lang.AR and bool(_POINTING.search(unquoted(text)))


def _object_attached(word: str) -> bool:
    """Whether a verb of saying carries a pronoun for someone not named: «ووصفته», «اتهمتها»."""
    bare = word[1:] if word[:1] in "وف" and not speaking_verb(word, Lang.AR) else word
    return any(
        speaking_verb(form.removesuffix(suffix), Lang.AR)
        for form in (word, bare)
        for suffix in ("ه", "ها", "هم")
        if form.endswith(suffix) and not speaking_verb(form, Lang.AR)
    )


def needs(text: str, language: str) -> frozenset[str]:
    """What *text* takes as known, unless its own words before that tell it: kinds of party and
    nouns in its opening («الشركة»: company), two parties («الطرفان»), what it points at («هذه
    الخدمات»), people of an event (``aftermath``), and who speaks by one name alone («قال سميث»)."""
    if language != Lang.AR:
        return frozenset()
    pointed: frozenset[str] = frozenset()
    if not answers(text, language):
        pointed = frozenset(map(normal, _POINTING.findall(unquoted(text))))
    return generic(text, language) | pointed | presumed(text) | _surname(text)


def _surname(text: str) -> frozenset[str]:
    """The one name by which an Arabic *text* tells who speaks, with nothing beside it."""
    who = voice(text, Lang.AR)
    if len(who.names) != 1 or who.party in KINDS or who.party != who.names[0]:
        return frozenset()
    (name,) = who.names
    noun = name.startswith("ال") and not name.endswith("ي")
    several = name.endswith(_PLURALS) and is_word(name[:-2])
    plain = noun or several or is_word(name)
    written = text.split()
    told = any(
        words(word) == (name,) and (word[-1] in "،," or following[0] == "(")
        for word, following in pairwise((*written, " "))
    )
    return frozenset() if plain or told else frozenset({name})


@lru_cache(maxsize=2048)
def generic(text: str, language: str) -> frozenset[str]:
    """The kinds of party and the nouns that the opening of *text* takes as known."""
    if language != Lang.AR:
        return frozenset()
    found: set[str] = set()
    opening = words(shown(text, language))[:_NEEDING]
    for at, written in enumerate(opening):
        if (word := _PRESUMING.get(written)) is None:
            continue
        before = list(map(without_particle, opening[:at]))
        if _goes_on_to_say(word, opening[at + 1 : at + 3]):
            continue
        if word in _BOTH:
            told = len(named(before)) >= _SEVERAL or _named_behind(opening[at + 1 :])
            found |= set() if told else {TWO}
            continue
        kind = party(word)
        if not (kind in named(before) if kind else word[2:] in before):
            found.add(kind or word[2:])
    return frozenset(found)


def _named_behind(following: Sequence[str]) -> bool:
    """Whether the names of two stand right behind them, attributes aside: «الشركتين الإسرائيليتين
    NSO وكانديرو»."""
    names = [word for word in following if not word.startswith("ال")][:2]
    return len(names) == 2 and names[1][:1] == "و" and not any(map(is_word, names))


def _goes_on_to_say(noun: str, following: Sequence[str]) -> bool:
    """Whether what stands behind *noun* tells which: «المتحدث باسم الجيش», «الهيئة العليا
    للانتخابات»; «الشركة الإسرائيلية» does not."""
    first, second = (*following, "", "")[:2]
    if noun in _PERSONS:
        return first in _OF_WHOM or first.startswith("لل")
    return first.startswith("ال") and second.startswith("ل") and second not in _FOR_HIM


def without_particle(word: str) -> str:
    """The folded *word* without a particle before its article: «بالشركة», «للشركة»."""
    if word.startswith("لل"):
        return "ا" + word[1:]
    return word[1:] if word[:1] in "وفبك" and word[1:3] == "ال" else word


def is_told(need: str, known: frozenset[str]) -> bool:
    """Whether *need*, which may be told in any of several words («a|b»), is among *known*."""
    return not known.isdisjoint(need.split("|"))


@lru_cache(maxsize=2048)
def names(text: str) -> frozenset[str]:
    """What a reader knows after *text*: the parties and events that it names, and its words."""
    found = words(text)
    bare = {word[cut:] for word in found for cut in (1, 2) if len(word) - cut >= 3}
    bare |= {word[:-1] for word in found if word.endswith("ا") and len(word) > 3}
    several = len(named(found)) >= _SEVERAL or len(parties_listed(text)) >= _SEVERAL
    done = {TWO} if several else set()
    done |= {noun for noun, verbs in _DONE.items() if not verbs.isdisjoint(found)}
    return named(found) | set(found) | bare | done | told(text)


def _possessor_missing(text: str) -> bool:
    """Whether the first words belong to someone not named: «طوله 30 مترًا», «من أهم حسناتها»; an
    office is for ``takes_up``."""
    first = behind_the_verb(text)
    if office_of(first):
        return False
    for word in first[:3]:
        if possessed(word):
            return True
        if word.startswith("ال") or word not in _LEADING:
            return False
    return False


def _is_name(word: str) -> bool:
    """Whether the folded *word* is, or may be, somebody's name."""
    if word in _OPENING_PRONOUNS["ar"]:
        return False
    return given_name(word) or is_listed_name(word) or of_a_name(word)


#: Letters of a text that may stand for one folded one more, at a word's beginning.
_FOLDED = 8
#: A past in the plural, which stands behind its subject.
_OF_MANY = re.compile(r"\w{3,}وا$")


def _subject_missing(found: Sequence[str], text: str) -> bool:
    """Whether the verb that opens the sentence has no noun beside it that could be its subject."""
    at = 0
    while at < len(found) - 1 and found[at] in _AUXILIARY:
        at += 1
    verb = found[at]
    if at and not verb.startswith("ال") and _is_name(verb):
        return False  # «بات إيلون ماسك مالكا»
    following = found[at + 1] if at + 1 < len(found) else ""
    mechanism = "آلي" in text[: len(verb) + _FOLDED]  # «خلصت آلية», written like «إليه» when folded
    if mechanism and following in _PRONOMINAL:
        return False
    if at == 0 and following in _PRONOMINAL | _PARTICLES and re.match(r"^(?!ال)\w{2,5}ت?$", verb):
        late = verb.removeprefix("و") in _HAPPENED and any(
            word not in _PARTICLES and word not in _TIMES and not word.isdigit()
            for word in found[at + 3 : at + 7]
        )
        return following in _PRONOMINAL or (verb.endswith("ت") and not late)
    if found[0] in _WAS and at == 1 and verb.endswith("ه") and not party(verb):
        return True
    if at == 0 and _OF_MANY.match(verb) and as_it_stands(verb[:-2]):
        return True  # «صفقوا حين قالت القاضية», and not «أوتاوا»
    if at == 0 and not re.match(r"^س?[يت]\w{3,}$", verb):
        return False
    if party(verb) or verb.startswith(("ال", "تقرير", "تحقيق", "تل")) or verb.endswith(("ة", "ه")):
        return False
    rest = [word for word in found[at + 1 : at + 4] if word not in _ADVERBS]
    following = rest[0] if rest else ""
    if not following or following in _PARTICLES or verb.endswith("وا"):
        return True
    if re.search(r"(?:ها|هم|ه)$", following) and following[-2:] != "يه" and len(rest) > 1:
        possessed = following.removesuffix("ها").removesuffix("هم").removesuffix("ه")
        if rest[1] in _PARTICLES and len(possessed) > 2 and not following.startswith("ال"):
            return True
    if at and not (following.startswith("ال") or party(following) or following.isascii()):
        return not following.endswith(("ي", "ه"))
    return False
