"""The words of a sentence that name a speaker, reduced to a party.

The rule: beside a verb of saying stands a noun phrase; titles («المتحدث باسم»), days and words of
quantity open it, then comes a body of a kind (``parties``), a quoted name or a bare one. A name
goes on as long as its words are given names, of no lexicon or attributes («الجهاد الإسلامي»); a
noun behind it is what is spoken of («أعلنت السويد تسجيل إصابة»), and «ل» leads to who was told.

What it may get wrong: a surname that is a word («سعيد») ends a name, as does a first name that is
neither listed nor unknown. The escape hatch is ``given_names.txt`` and the lists below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from digests.language import lexicon
from digests.language.given_names import given_name
from digests.language.lexicon import as_it_stands
from digests.language.quotation import GERSHAYIM, QUOTATION
from digests.language.stems import words
from digests.language.words import normal_forms
from digests.stories.names import meanings, table
from digests.summaries.parties import (
    CLAIM,
    DAYS,
    FUNCTION,
    KIND_OF,
    RELATIVE,
    TITLES,
    speaking_verb,
)
from digests.summaries.sides import NATIONAL, kind_of_listed, listed, side

#: A word of a sentence, folded, and whether a mark that ends a clause follows it.
Piece = tuple[str, bool]

#: Stands for a quotation among the words of a sentence, before its first words.
_QUOTE = "quotation:"
_CALLED = 8
_PARTS = re.compile(f'((?:[^«"“„]|{GERSHAYIM})+)|({QUOTATION})|([«"“„])')
_CLAUSE = frozenset('،,:؛;"«“')
#: The party of sources without a name, who report and are no party to the news.
NAMELESS = "source"
#: Their nouns.
_NAMELESS = frozenset(
    words(
        "مصدر مصادر المصدر المصادر مصدرا شاهد شهود الشهود محلل محللون محللين المحللون المحللين "
        "مراقب مراقبون مراقبين المراقبون المراقبين سكان السكان مواطن مواطنون المواطنون المواطنين"
    )
)
#: Words of a name that is one name, of a quotation that is one, and of a title's body, at most.
_NAME, _QUOTED, _BODY = 4, 4, 3
#: Letters of a name that is spelt out: «إن.إس.أو».
_INITIALS = 3
#: How many or of what form they are, before who they are: «مئات المحتجين», «دولة قطر».
_BEFORE_NAMES = frozenset(
    words(
        "دولة جمهورية مملكة سلطنة إمارة مئات آلاف عشرات عدد كل جميع بعض أكثر غالبية معظم مجموعة "
        "كبير كبار أحد إحدى مئة ألف أكبر أقدم أول أهم أبرز كبرى"
    )
)
#: Definite nouns of a person, whose name follows: «الوزير فلان»; behind «الوزارة» comes an object.
_PERSONS = frozenset(
    words(
        "الرئيس الملك الوزير الوزيرة النائب السيناتور القاضي القاضية المدعي المحامي الخبير الباحث "
        "المقررة الناشط الناشطة المهندس العامل الموظف الموظفة العملاق"
    )
)
#: What stands before the name of a state that speaks, and states whose names look like attributes.
_OF_A_STATE = frozenset(words("المملكة الجمهورية بعثة سفارة وفد مندوب ممثل"))
_STATES = frozenset(words("السعودية"))
#: What leads from a title to its body, and from a name to who he is.
_AT = frozenset(words("في لدى من"))
_WHO_IS = frozenset(words("وهو وهي وهم وهما ومعه ومعها ومعهم"))
_IN_NAME_OF = frozenset(words("باسم"))
_IN_ITS_NAME = frozenset(words("باسمه باسمها باسمهم باسمهما"))
#: What may be written into a name.
IN_NAMES = frozenset(words("بن ابن بنت أبو أبي أم ولد آل عبد دي فان فون"))
#: What is said or refused, behind a name: «نفت الجهاد الإسلامي الاتهام».
_SAID = re.compile(
    r"ال(?:اتهام|تهم|رواي|مزاعم|ادعا|مسوول|قرار|حكم|خبر|انبا|امر|مطلب|طلب|عرض|مقترح|اقتراح|"
    r"خط[هو]|فكر|تقرير|نتيج|نتايج|انتقاد)"
)
#: Those who are told something, «ل» aside, and media, which may also be whom somebody speaks for.
_HEARERS = re.compile(r"لل?(?:صحف|صحاف|اعلام|برلمان|نواب|جمهور|حاضر|محقق|متابع|وسايل)")
_MEDIA = re.compile(r"لل?(?:تلفز|قنا|وكال|اذاع|جريد|مجله|مجلات|موقع)")
#: Whom he told, without a name.
TO_HIM = frozenset(words("ل لنا له لها لهم لهما لكم"))


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a sentence.

    ``party`` is a kind of party or a person's name, None when no verb of saying was found or when
    its subject is not named; the latter sets ``absent``. ``named`` says that the sentence itself
    tells which one («حملة "…"», «شركة مايكروسوفت», not «الشركة»); ``names`` are the folded words of
    the speaker's own name, ``side`` tells it from others of its kind. ``cited`` says that it speaks
    by no verb: «وفق وزارة الصحة». ``noun`` is the noun of a body, without «ال», and ``known`` says
    that it is definite alone («الوزارة»), so that it was told before.
    """

    party: str | None
    absent: bool = False
    named: bool = False
    names: tuple[str, ...] = ()
    side: str | None = None
    cited: bool = False
    noun: str | None = None
    known: bool = False


@lru_cache(maxsize=4096)
def pieces_of(sentence: str) -> Sequence[Piece]:
    """Folded words, a quotation as one of them, each with whether a clause mark follows it."""
    found: list[Piece] = []
    for plain, quoted, opened in _PARTS.findall(sentence):
        if quoted or opened:
            found.append((" ".join((_QUOTE, *words(quoted)[:_CALLED])), False))
            continue
        for part in plain.split():
            cut = _of_a_part(part)
            if cut:
                found.extend(cut)
            elif found and not _CLAUSE.isdisjoint(part):
                found[-1] = (found[-1][0], True)
    return found


@lru_cache(maxsize=1 << 15)
def _of_a_part(part: str) -> tuple[Piece, ...]:
    """The words of what stands between two blanks, the last with whether *part* ends a clause."""
    folded = normal_forms(part)
    last = len(folded) - 1
    return tuple((word, at == last and part[-1] in _CLAUSE) for at, word in enumerate(folded))


def is_quote(word: str) -> bool:
    """Whether the *word* of a piece stands for a quotation."""
    return word.startswith(_QUOTE)


def quoted_name(pieces: Sequence[Piece], at: int) -> tuple[str, ...]:
    """The name that the quotation at *at* is, empty for words that somebody said: a short one,
    behind which the sentence goes on («قالت «ميتا» إن», «رئيس «كريدي سويس» أكسل»)."""
    called = _inside(pieces[at][0])
    if not 0 < len(called) <= _QUOTED or at + 1 >= len(pieces) or pieces[at][1]:
        return ()
    return () if is_quote(pieces[at + 1][0]) else called


@lru_cache(maxsize=1 << 14)
def is_word(word: str) -> bool:
    """Whether the folded *word* is one of the language and no name of a person or place."""
    if given_name(word) or _named(word):
        return False
    bare = word[2:] if word.startswith("ال") and not as_it_stands(word) else word
    return as_it_stands(bare) and not lexicon.only_proper(lexicon.meanings(bare, core=True))


def _named(word: str) -> bool:
    """Whether *word* is a listed name of somebody or somewhere, and no act («قتل»)."""
    found = (key for _, _, keys in meanings((word,)) for key in keys)
    return any(table().kinds[key] != "acts" for key in found)


def verb_of_saying(word: str) -> bool:
    """Whether *word* is a verb of saying, an object pronoun at its end aside."""
    ends = (word, *(word.removesuffix(end) for end in ("ها", "ه") if word.endswith(end)))
    return any(speaking_verb(form, "ar") for form in ends)


def subject(pieces: Sequence[Piece]) -> Voice | None:
    """The speaker at the front of *pieces*, which follow a verb of saying.

    A kind of party counts when only titles («المتحدث باسم») or an apposition's comma stand before
    it; after a bare name it is the object («اتهم الطبوبي الحكومة»).
    """
    names: list[str] = []
    bodies: list[str] = []
    apposition, called_so, titles = True, False, 0
    for at, (word, closes) in enumerate(pieces):
        initials = word in CLAIM and listed(tuple(w for w, _ in pieces[at : at + _INITIALS]))
        if word in CLAIM and not initials:
            break
        if word in RELATIVE or word in TO_HIM or word in _WHO_IS:
            break
        if word in _IN_ITS_NAME:
            return Voice(None)  # «أكد ناطق باسمها»: of one that was told before
        told = _HEARERS.match(word) or (not titles and _MEDIA.match(word))
        if told or (not at and word[0] == "ل" and word[1:] in KIND_OF):
            break  # «وأضاف للصحفيين», «قالت لهيئة بث»: whom he told
        if word.startswith("لل") and not names:
            if not titles:
                break
            body = "ال" + word[2:]
            if kind := kind_at(body, ""):
                return _body(kind, [(body, closes), *pieces[at + 1 :]], 0, names, titles)
            bodies.append(body)
            continue  # «المدير العام للمرفأ حسن قريطم»
        if titles and not names and word[:1] == "ل" and word[1:] in TITLES:
            continue  # «الأمين العام لمجلس الكنائس»
        following = pieces[at + 1][0] if at + 1 < len(pieces) else ""
        if is_quote(word):
            called = () if names else quoted_name(pieces, at)
            if not called:
                break
            if kind := _quoted_kind(called) or kind_at(called[0], "".join(called[1:2])):
                return Voice(kind, named=True, names=called, side=side(kind, called))
            if titles:
                bodies.extend(called)
            else:
                names.extend(called)
                apposition = False
            continue
        kind = initials[0] if initials else kind_at(word, following)
        if kind and apposition:
            return _body(kind, pieces, at, names, titles)
        begun = titles or pieces[0][0] in _NAMELESS or pieces[0][0] in _BEFORE_NAMES
        within = word in _AT and not names and bool(begun)
        ali = following in IN_NAMES or not (is_word(following) or following.startswith("ال"))
        function = word in FUNCTION and not within and not (ali and given_name(word))
        if kind or function or word.isdigit():
            break
        if within:
            continue  # «مصدر في الشركة», «عدد من العمال»
        if titles and not names and word.startswith("ال") and word not in TITLES:
            if not pieces[0][0].startswith("ال"):
                bodies.append(word)
            continue  # «المستشار القانوني لوزارة», «رئيس الجمهورية ميشال عون»
        if names and not apposition and not _goes_on(word, names, titles):
            break
        if word in _BEFORE_NAMES and not names:
            continue
        if word in TITLES:
            called_so = bool(names)
            apposition = apposition or word in _IN_NAME_OF  # «فلان المتحدث باسم الشركة»
            titles += 1
        elif word not in DAYS and not called_so:
            names.append(word)
            apposition = False
        if closes and names:
            apposition = called_so = True
    if pieces and pieces[0][0] in _NAMELESS:
        return Voice(NAMELESS)
    names = names or bodies[:_BODY]
    if not names:
        return None
    if (country := _country(names)) is not None:
        return Voice("government", named=True, names=tuple(names), side=country)
    return Voice(names[-1 if len(names) <= _NAME else 0], named=True, names=tuple(names))


def _country(names: Sequence[str]) -> str | None:
    """The key of the listed country that *names* are, which speaks as its government: «ردت
    إسرائيل», «رحبت المملكة العربية السعودية»; «الكاتبة المصرية» and «الحوثيون» are none."""
    if len(names) > 1 and names[0] not in _OF_A_STATE:
        return None
    last = names[-1]
    if last.startswith("ال") and last.endswith(("ي", "يه", "ون", "ين")) and last not in _STATES:
        return None
    found = (key for _, _, keys in meanings((last,)) for key in keys)
    return next((key for key in found if table().kinds[key] == "places"), None)


def _body(kind: str, pieces: Sequence[Piece], at: int, names: list[str], titles: int) -> Voice:
    """The party of a *kind* whose noun stands at *at*, behind *names* and so many *titles*."""
    word = pieces[at][0]
    following = pieces[at + 1][0] if at + 1 < len(pieces) else ""
    called = names_of(pieces[at + 1 :])
    if word.startswith("ال") and not titles and word not in _PERSONS:
        called = [name for name in called[:1] if _attribute(name)]
    if is_quote(following) and len(_inside(following)) < _CALLED:
        called = [*_inside(following), *called]
        kind = _quoted_kind(_inside(following)) or kind
    own = names + called
    alone = word.startswith("ال") and not is_quote(following) and not _attribute(following)
    which = _side(kind, pieces[at:], called if word in KIND_OF else ())
    return Voice(
        kind,
        named=not alone or bool(own),
        names=tuple(own),
        side=which,
        noun=word.removeprefix("ال"),
        known=alone and word not in _PERSONS,
    )


def _goes_on(word: str, names: Sequence[str], titles: int) -> bool:
    """Whether *word* is part of the name that *names* begin behind so many *titles*, or a title
    behind it."""
    if word in TITLES or word in DAYS or word in IN_NAMES or names[-1] in IN_NAMES:
        return True
    if _SAID.match(word) or verb_of_saying(word) or word.startswith(("بال", "لل")):
        return False  # «رحب سموتريتش بالقرار», «أظهرت نتائج أعلنتها هيئة»
    first = len(names) == 1 and (given_name(names[0]) or (titles > 0 and not is_word(names[0])))
    if first and not word.endswith(("ته", "تها", "تهم")):
        return word not in FUNCTION  # a surname may be a word: «محمد رعد», «العميد يحيى سريع»
    if word.startswith("ال"):
        second = not names[-1].startswith("ال") and is_word(names[-1])  # «مكتب الادعاء»
        return second or _attribute(word) or not is_word(word)
    joined = word[:1] in "بل" and is_word(word[1:])  # «بقصف»
    return not (is_word(word) or joined)  # «بعثة إسرائيل»


def _attribute(word: str) -> bool:
    """Whether *word* may tell which («الوزارة الإسرائيلية»)."""
    return word.startswith("ال") and word.endswith(("ي", "يه"))


def _inside(word: str) -> tuple[str, ...]:
    """The words of a quotation: a name, where it follows «حملة» or «شركة»."""
    return tuple(word.split()[1:])


def _quoted_kind(called: tuple[str, ...]) -> str | None:
    """The kind of a listed party whose name is quoted («مجموعة "لا تكنولوجيا …"»: staff)."""
    keys = (key for _, _, keys in meanings(called) for key in keys)
    return next((kind for key in keys if (kind := kind_of_listed(key))), None)


def _side(kind: str, pieces: Sequence[Piece], called: Sequence[str]) -> str | None:
    """The side of a speaker whose noun opens *pieces*; *called* are the words after the noun."""
    told: list[str] = []
    for at, (word, closes) in enumerate(pieces[:6]):
        if (at and word in CLAIM) or (told and word in FUNCTION):
            break
        if is_quote(word):
            told.extend(_inside(word) if told else ())
            break
        if told and _other_party(word, kind):
            break
        told.append(word)
        if closes:
            break
    definite = pieces[0][0].startswith("ال") or listed((pieces[0][0],))
    own = () if definite or kind == "medium" else called
    return side(kind, told, _nationality(kind, told) or own)


def _nationality(kind: str, told: Sequence[str]) -> tuple[str, ...]:
    """The word that tells a body of one country from that of another, without its ending: «الجيش
    الأذربيجاني», and not «وزارة الخارجية»."""
    found = (word[2:] for word in told[1:] if kind in NATIONAL and _attribute(word))
    lands = [word for word in found if not (is_word(word) or is_word(word.removesuffix("ه")))]
    return tuple(word.removesuffix("ه").removesuffix("ي") for word in lands)[:1]


def _other_party(word: str, kind: str) -> bool:
    """Whether *word*, behind a speaker of *kind*, is the object («اتهمت الهيئة الجيش»)."""
    return kind_at(word, "") not in (None, kind) or (word.startswith("ال") and word in KIND_OF)


def names_of(pieces: Sequence[Piece]) -> list[str]:
    """Words of a name, up to the claim, a comma, a particle or another party."""
    found: list[str] = []
    for word, closes in pieces[:4]:
        if word in CLAIM or word in FUNCTION or is_quote(word) or kind_at(word, ""):
            break
        if word.isdigit() or _does(word):
            break
        if word not in TITLES and word not in DAYS:
            found.append(word)
        if closes:
            break
    return found


def _does(word: str) -> bool:
    """Whether *word*, behind a noun, is a verb of its own: «سائق يعمل منذ عامين»."""
    return word[:1] in "يت" and is_word(word)


def kind_at(word: str, following: str) -> str | None:
    """The kind of party that *word* names, with the word *following* it or alone."""
    for form in (f"{word} {following}", word, word[1:], word[2:]):
        if form in KIND_OF:
            return KIND_OF[form]
    found = listed((word, following)) if following else listed((word,))
    return found[0] if found else None


def mention(pieces: Sequence[Piece]) -> Voice | None:
    """The first party named in *pieces*, before the word that opens the claim."""
    for at, (word, _) in enumerate(pieces):
        if word in CLAIM:
            return None
        following = pieces[at + 1][0] if at + 1 < len(pieces) else ""
        if kind := kind_at(word, following):
            generic = word in KIND_OF and word.startswith(("ال", "ה"))
            which = side(kind, [w for w, _ in pieces[at : at + 4] if w not in CLAIM])
            return Voice(kind, named=not generic or is_quote(following), side=which)
    return None
