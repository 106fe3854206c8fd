"""A statement is plain Arabic of ours: no other language, link, instruction or markup in it.

The rule: nearly all letters are Arabic, apart from names in Latin letters; no address, handle,
e-mail or telephone number; no question, no thought left open, no sentence twice; no word that turns
to the reader or to a model; no markup. The words that docs/editorial.md refuses are refused outside
quotations, and so are loaded names of any side; «إبادة جماعية» and «فصل عنصري» need a speaker or
stand in a name.

A loaded word in the name of a party or body is a name where the evidence has it.

What it may get wrong: a report about instructions («أصدرت تعليمات») is told from an instruction
by its
form (an imperative); a rare imperative passes here and fails for want of evidence. The escape hatch
is the tables below.
"""

from __future__ import annotations

import re

from digests.editorial import refused
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quotation import paired, unquoted
from digests.language.words import Token, tokens
from digests.model import Lang
from digests.summaries.verify.refusal import Code, Refusal

#: The share of the letters that are Arabic, at least.
ARABIC_SHARE = 0.6
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC = re.compile("[\u0621-\u064a\u0660-\u0669\u066e-\u06d3]")
_HEBREW = re.compile("[\u0590-\u05ff]")
_LINK = re.compile(
    r"https?:|www\.|://|@\w|\S@\S+\.\w|\b[a-z0-9-]+\.(?:com|net|org|me|io|info|ly|co|news|app|tv|gg|"
    r"link|site|xyz|ru|ir|il|ps|uk|de|fr|eu|us)\b|\bt\.me\b|\bbit\.ly\b|\(\s*at\s*\)|\[at\]|"
    r"نقطة كوم|دوت كوم",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\+?\d[\d\s-]{8,}\d")
_MARKUP = re.compile(r"[<>{}|\\`\[\]*_#~^]|&\w+;|\n")
_MISSPELT = re.compile("[ةى][\u064b-\u0652]*[\u0621-\u064a]")
#: Pictures, a sentence left open, and a letter drawn out, which no plain statement has.
_PLAYFUL = re.compile(
    "[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f]|\u0640(?=[\u0621-\u063a\u0641-\u064a])"
)
#: A question, a thought left open and a sign of money without its sum, quotations aside.
_NOT_TOLD = re.compile(r"[؟?…]|\.\.|(?:^|[.:]\s*)هل\s|[$€£₪¥](?!\s?\d)(?<!\d.)(?<!\d\s.)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_IMPERATIVES = folded("""
        تجاهلوا اشترك اشتركوا اشتركي تابعوا تابعونا تابعنا اضغط اضغطوا انقر انقروا شاهدوا سجلوا
        حملوا
        اتصلوا زوروا أرسلوا شاركونا شاركوا انضموا اقبل اكتب اكتبوا أضف أضيفوا انسخ أجب تبرعوا
        ادعموا انتظروا اقرأوا اقرؤوا صوتوا احذف قل تذكر عليك عليكم يمكنك
        يمكنكم بإمكانك بإمكانكم ننصحكم ندعوكم لمتابعتنا لمزيد للمزيد ليصلكم ليصلك انشروا احجزوا
        اطلبوا
        اشتروا اشتر احصلوا احصل هيا استخدموا
        """)
_TO_A_MODEL = re.compile(
    r"التعليمات السابقة|تعليماتك|"
    r"\b(?:تجاهل|انس|اترك|تجاوز) (?:كل|جميع|أي|ما|هذه|القواعد|التعليمات)|"
    r"\b(?:اعتبر|عد|لا تذكر|لا تنس|تصرف ك)[ ]?(?:نفسك|هذا|هذه|أنك)|(?:أيها|عزيزي|أعزائي) "
    r"(?:النموذج|المساعد|القار|المتابع|المشترك|الزائر)|"
    r"\b(?:prompt|ignore|system|assistant|instructions?|json|null)\b|كمساعد|بصفتي|بوصفي|نموذج لغوي|"
    r"رسالة النظام|الرسالة النظامية|كود الخصم|كلمة المرور",
    re.IGNORECASE,
)
#: A passage that turns to a model: an order to pass over its orders, or what it is to say.
_ORDERS = re.compile(
    r"(?:تجاهل|تجاهلوا|انس|تجاوز)\w*\s+(?:كل\s+|جميع\s+)?(?:التعليمات|الأوامر|القواعد)|"
    r"أيها (?:النموذج|المساعد|الذكاء)|"
    r"\b(?:ignore|disregard|forget)\s+(?:all\s+|any\s+|your\s+|the\s+)*"
    r"(?:previous|prior|above|earlier)\s+(?:instruction|prompt|order)|"
    r"\b(?:system|assistant)\s*:|\bthe (?:summary|digest|model) must (?:say|state|write)|"
    r"התעלם\S*\s+(?:מכל\s+)?מ?ה?(?:הוראות|הנחיות)|המודל,|יש לכתוב בתקציר",
    re.IGNORECASE,
)
_FIRST_ONLY = folded("أضف قل تذكر احصل أجب اكتب اقبل انسخ احذف")
_LOADED = folded("""
        شهيد الشهيد شهيدا شهيدة شهداء الشهداء استشهد استشهدت استشهدوا استشهاد استشهاده إرهابي
        الإرهابي إرهابيا
        إرهابيون الإرهابيون إرهابيين الإرهابيين إرهابية الإرهابية مخرب مخربون مخربين المخربين
        المخربون صهيوني
        الصهيوني صهاينة الصهاينة الصهيونية مجزرة المجزرة مجازر المجازر مذبحة المذبحة العدوان محرقة
        المحرقة
        الأبرتهايد نازي النازية النازيين نازيين تطهير المقاومين الخونة خونة الغاصب الغاصبين بربري
        بربرية همجي همجية
        وحشي وحشية العصابات
        """)
_LOADED_PHRASES = tuple(
    fold(phrase)
    for phrase in """
    الكيان الصهيوني, الكيان الإسرائيلي, كيان الاحتلال, الكيان المحتل, جيش الاحتلال, قوات الاحتلال,
    سلطات الاحتلال, دولة الاحتلال, حكومة الاحتلال, جيش الدفاع الإسرائيلي, جيش الدفاع, عرب إسرائيل,
    يهودا والسامرة, ما يسمى, فلسطين المحتلة, القدس المحتلة, الحرب على غزة, حرب غزة, وزارة الحرب,
    وزارة الأمن الإسرائيلية
    """.split(",")
)
#: Names of parties and bodies, and what they are called in the other languages.
_NAMES = {
    tuple(fold(name).split()): tuple(map(fold, others.split(", ")))
    for name, others in {
        "الصهيونية الدينية": "religious zionism, religious zionist, הציונות הדתית",
        "الاتحاد الصهيوني": "zionist union, המחנה הציוני",
        "المعسكر الصهيوني": "zionist camp, zionist union, המחנה הציוני",
        "المنظمة الصهيونية العالمية": "world zionist organi, ההסתדרות הציונית העולמית",
        "المؤتمر الصهيوني العالمي": "world zionist congress, הקונגרס הציוני העולמי",
        "شهداء الأقصى": "al-aqsa martyrs, al aqsa martyrs, חללי אל-אקצא, חללי אל אקצא",
    }.items()
}
_GRAVE = tuple(map(fold, ("إبادة", "الإبادة", "فصل عنصري", "الفصل العنصري", "فصل عنصريا")))
_PART_OF_A_NAME = re.compile(fold("للفصل العنصري|منع جريمة الإبادة|اتفاقية الإبادة|منع الإبادة"))


def form(text: str) -> Refusal | None:
    """What is wrong with the form of *text* by itself."""
    letters = _LETTER.findall(text)
    arabic = sum(1 for letter in letters if _ARABIC.match(letter))
    if not letters or arabic < ARABIC_SHARE * len(letters) or _HEBREW.search(text):
        return Refusal(Code.FORM, "it is not written in Arabic")
    if _MISSPELT.search(text):
        return Refusal(Code.FORM, "a word has a letter inside that only ends words")
    if _LINK.search(text) or _PHONE.search(text):
        return Refusal(Code.FORM, "it holds a link, an address or a telephone number")
    if _MARKUP.search(text) or _CONTROL.search(text):
        return Refusal(Code.FORM, "it holds markup or a line break")
    if _PLAYFUL.search(text):
        return Refusal(Code.FORM, "it holds a picture or a letter drawn out")
    if _NOT_TOLD.search(unquoted(text)) or _twice(text):
        return Refusal(Code.FORM, "it asks, breaks off or says the same twice")
    if _TO_A_MODEL.search(text) or _addresses(text):
        return Refusal(Code.FORM, "it gives an instruction or turns to the reader")
    return None


def _twice(text: str) -> bool:
    """Whether *text* has a sentence twice."""
    told = [fold(one).strip(" .") for one in re.split(r"(?<=\.)\s+", text) if one.strip(" .")]
    return len(told) > len(set(told))


def to_a_model(evidence: str) -> Refusal | None:
    """Evidence that tells no news but orders a model what to write."""
    if _ORDERS.search(evidence):
        return Refusal(Code.EVIDENCE, "its evidence gives an instruction and tells no news")
    return None


def _addresses(text: str) -> bool:
    words = tokens(unquoted(text))
    for place, word in enumerate(words):
        if word.fold not in _IMPERATIVES:
            continue
        told = word.fold in _FIRST_ONLY or word.fold.endswith("وا")
        if not told or place == 0 or _opens(text, word.start):
            return True
    return False


def _opens(text: str, start: int) -> bool:
    return text[:start].rstrip()[-1:] in ".!؟:"


def _named(words: list[Token], evidence: str) -> set[int]:
    """The places of *words* that are of the name of a party or body that *evidence* has."""
    folds, theirs = [word.fold for word in words], fold(evidence)
    found: set[int] = set()
    for name, others in _NAMES.items():
        if not any(other in theirs for other in (" ".join(name), *others)):
            continue
        size = len(name)
        starts = (at for at in range(len(folds)) if _holds(folds[at : at + size], name))
        found |= {at + step for at in starts for step in range(size)}
    return found


def _holds(folds: list[str], name: tuple[str, ...]) -> bool:
    """Whether *folds* are the words of *name*, a particle before the first aside."""
    if tuple(folds[1:]) != name[1:]:
        return False
    bare = name[0].removeprefix("ال")
    return folds[:1] in ([start + name[0]] for start in ("", "و", "ب")) or folds[:1] == [
        "لل" + bare
    ]


def wording(text: str, attributed: bool, evidence: str = "") -> Refusal | None:
    """A word of *text* that we do not use; *attributed* says that it names a speaker.

    A loaded word in the name of a party that *evidence* has takes no side.
    """
    ours = unquoted(text)
    if (words := refused(ours, Lang.AR)) and refused(paired(text), Lang.AR):
        return Refusal(Code.WORDING, f"«{words[0]}» is not used outside a quotation")
    folded = f" {fold(ours)} "
    written = tokens(ours)
    named = _named(written, evidence)
    for place, word in enumerate(written):
        if place in named:
            continue
        bare = word.fold[1:] if word.fold[:1] in "وبلف" else word.fold
        if word.fold in _LOADED or bare in _LOADED:
            return Refusal(
                Code.WORDING, f"«{word.text}» takes a side; quote it or use a plain word"
            )
    for phrase in _LOADED_PHRASES:
        if phrase in folded:
            return Refusal(Code.WORDING, f"«{phrase}» takes a side; quote it or use a plain name")
    grave = any(phrase in folded for phrase in _GRAVE)
    if grave and not attributed and not _PART_OF_A_NAME.search(folded):
        return Refusal(Code.WORDING, "a charge this grave needs its speaker")
    if "!" in text or "！" in text:
        return Refusal(Code.WORDING, "no exclamation marks")
    return None
