"""The subject of a verb of saying: the noun phrase behind it, read word by word.

The rule: titles («المتحدث باسم»), days and words of quantity open it, then comes a body of a kind
(``parties``), a quoted name or a bare one. A kind counts when only titles or an apposition's comma
stand before it; after a bare name it is the object («اتهم الطبوبي الحكومة»). A name goes on as long
as its words are given names, of no lexicon or attributes («الجهاد الإسلامي»); a noun behind it is
what is spoken of («أعلنت السويد تسجيل إصابة»), and «ل» leads to who was told.

What it may get wrong: a surname that is a word («سعيد») ends a name, as does a first name that is
neither listed nor unknown. The escape hatch is ``given_names.txt`` and the lists below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from digests.language.given_names import given_name
from digests.language.stems import words
from digests.stories.names import meanings, table
from digests.summaries.parties import CLAIM, DAYS, FUNCTION, KIND_OF, RELATIVE, TITLES
from digests.summaries.sides import NATIONAL, kind_of_listed, listed, side
from digests.summaries.speakers import (
    CALLED,
    IN_NAMES,
    NAMELESS,
    TO_HIM,
    Piece,
    Voice,
    inside,
    is_quote,
    is_word,
    kind_at,
    names_of,
    quoted_name,
    verb_of_saying,
)

#: Nouns of sources without a name.
_NAMELESS = frozenset(
    words(
        "مصدر مصادر المصدر المصادر مصدرا شاهد شهود الشهود محلل محللون محللين المحللون المحللين "
        "مراقب مراقبون مراقبين المراقبون المراقبين سكان السكان مواطن مواطنون المواطنون المواطنين"
    )
)
#: Words of a name that is one name, and of a title's body, at most.
_NAME, _BODY = 4, 3
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
#: Forms and missions of states before their names, and states whose names look like attributes.
_BEFORE_STATES = frozenset(words("المملكة الجمهورية بعثة سفارة وفد مندوب ممثل"))
_STATES = frozenset(words("السعودية"))
#: What leads from a title to its body, and from a name to who he is.
_AT = frozenset(words("في لدى من"))
_WHO_IS = frozenset(words("وهو وهي وهم وهما ومعه ومعها ومعهم"))
_IN_NAME_OF = frozenset(words("باسم"))
_IN_ITS_NAME = frozenset(words("باسمه باسمها باسمهم باسمهما"))
#: What is said or refused, behind a name: «نفت الجهاد الإسلامي الاتهام».
_SAID = re.compile(
    r"ال(?:اتهام|تهم|رواي|مزاعم|ادعا|مسوول|قرار|حكم|خبر|انبا|امر|مطلب|طلب|عرض|مقترح|اقتراح|"
    r"خط[هو]|فكر|تقرير|نتيج|نتايج|انتقاد|قول|تعليق|افصاح|ادلاء)"
)
#: Those who are told something, «ل» aside, and media, which may also be whom somebody speaks for.
_HEARERS = re.compile(r"لل?(?:صحف|صحاف|اعلام|برلمان|نواب|جمهور|حاضر|محقق|متابع|وسايل)")
_MEDIA = re.compile(r"لل?(?:تلفز|قنا|وكال|اذاع|جريد|مجله|مجلات|موقع)")


#: Who leads a company: «الرئيس التنفيذي» is no president.
_CHIEF, _EXECUTIVE = frozenset(words("الرئيس الرئيسة")), frozenset(words("التنفيذي التنفيذية"))


class _Step(Enum):
    """What a word of the phrase does, if it does not tell who speaks: it goes on, or ends it."""

    ON = auto()
    END = auto()


def subject(pieces: Sequence[Piece]) -> Voice | None:
    """The speaker at the front of *pieces*, which follow a verb of saying."""
    return _Phrase(pieces).read()


@dataclass(slots=True)
class _Phrase:
    """A noun phrase, and what was read of it: bare names, bodies behind titles, how many titles,
    whether an apposition begins, whether a title stands behind the name, and whether one is of who
    leads a company."""

    pieces: Sequence[Piece]
    names: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    titles: int = 0
    apposition: bool = True
    called_so: bool = False
    executive: bool = False

    def read(self) -> Voice | None:
        for at in range(len(self.pieces)):
            step = (
                self._end(at)
                or self._with_lam(at)
                or self._quotation(at)
                or self._party(at)
                or self._of_titles(at)
                or self._name(at)
            )
            if isinstance(step, Voice):
                return step
            if step is _Step.END:
                break
        return self._who()

    def _following(self, at: int) -> str:
        return self.pieces[at + 1][0] if at + 1 < len(self.pieces) else ""

    def _end(self, at: int) -> Voice | _Step | None:
        """Where the claim, a relative clause or whom he told begins, the phrase ends."""
        word = self.pieces[at][0]
        if (word in CLAIM and not self._initials(at)) or word in RELATIVE:
            return _Step.END
        if word in TO_HIM or word in _WHO_IS:
            return _Step.END
        if word in _IN_ITS_NAME:
            return Voice(None)  # «أكد ناطق باسمها»: of one that was told before
        if _HEARERS.match(word) or (not self.titles and _MEDIA.match(word)):
            return _Step.END  # «وأضاف للصحفيين»
        told = not at and word[0] == "ل" and word[1:] in KIND_OF
        return _Step.END if told else None  # «قالت لهيئة بث»

    def _initials(self, at: int) -> tuple[str, str | None] | None:
        """The kind and the key of a listed party whose name is spelt out at *at*: «إن.إس.أو»."""
        if self.pieces[at][0] not in CLAIM:
            return None
        return listed(tuple(word for word, _ in self.pieces[at : at + _INITIALS]))

    def _with_lam(self, at: int) -> Voice | _Step | None:
        """«المدير العام للمرفأ حسن قريطم», «الأمين العام لمجلس الكنائس»."""
        word, closes = self.pieces[at]
        if self.names:
            return None
        if word.startswith("لل"):
            if not self.titles:
                return _Step.END
            told = "ال" + word[2:]
            if kind := kind_at(told, ""):
                return _body(kind, [(told, closes), *self.pieces[at + 1 :]], 0, [], self.titles)
            self.bodies.append(told)
            return _Step.ON
        return _Step.ON if self.titles and word[:1] == "ل" and word[1:] in TITLES else None

    def _quotation(self, at: int) -> Voice | _Step | None:
        """A name between quotation marks, of a party or behind titles."""
        if not is_quote(self.pieces[at][0]):
            return None
        called = () if self.names else quoted_name(self.pieces, at)
        if not called:
            return _Step.END
        if kind := _quoted_kind(called) or kind_at(called[0], "".join(called[1:2])):
            return Voice(kind, named=True, names=called, side=side(kind, called))
        if self.titles:
            self.bodies.extend(called)
        else:
            self.names.extend(called)
            self.apposition = False
        return _Step.ON

    def _party(self, at: int) -> Voice | _Step | None:
        """A body of a kind; a particle or a number ends the phrase, but for where somebody is."""
        word, following = self.pieces[at][0], self._following(at)
        if word in _CHIEF and following in _EXECUTIVE:
            self.executive, self.called_so = True, bool(self.names)
            self.titles += 1
            return _Step.ON
        initials = self._initials(at)
        kind = initials[0] if initials else kind_at(word, following)
        if kind and self.apposition:
            return _body(kind, self.pieces, at, self.names, self.titles)
        first = self.pieces[0][0]
        begun = self.titles or first in _NAMELESS or first in _BEFORE_NAMES
        within = word in _AT and not self.names and bool(begun)
        ali = following in IN_NAMES or not (is_word(following) or following.startswith("ال"))
        function = word in FUNCTION and not within and not (ali and given_name(word))
        if kind or function or word.isdigit():
            return _Step.END
        return _Step.ON if within else None  # «مصدر في الشركة», «عدد من العمال»

    def _of_titles(self, at: int) -> _Step | None:
        """«المستشار القانوني لوزارة», «رئيس الجمهورية ميشال عون», and where a name ends."""
        word = self.pieces[at][0]
        if (self.bodies or self.names) and _SAID.match(word):
            return _Step.END  # «نفت إدارة الميناء الاتهام»
        if self.titles and not self.names and word.startswith("ال") and word not in TITLES:
            if not self.pieces[0][0].startswith("ال"):
                self.bodies.append(word)
            return _Step.ON
        if self.names and not self.apposition and not _goes_on(word, self.names, self.titles):
            return _Step.END
        return _Step.ON if word in _BEFORE_NAMES and not self.names else None

    def _name(self, at: int) -> _Step:
        """A title («فلان المتحدث باسم الشركة») or a word of the name."""
        word, closes = self.pieces[at]
        if word in TITLES:
            self.called_so = bool(self.names)
            self.apposition = self.apposition or word in _IN_NAME_OF
            self.titles += 1
        elif word not in DAYS and not self.called_so:
            self.names.append(word)
            self.apposition = False
        if closes and self.names:
            self.apposition = self.called_so = True
        return _Step.ON

    def _who(self) -> Voice | None:
        """Who speaks, when no body of a kind was found."""
        if self.pieces and self.pieces[0][0] in _NAMELESS:
            return Voice(NAMELESS)
        names = self.names or self.bodies[:_BODY]
        if self.executive:
            of = side("company", names)
            return Voice("company", named=bool(names), names=tuple(names), side=of)
        if not names:
            return None
        if (country := _country(names)) is not None:
            return Voice("government", named=True, names=tuple(names), side=country)
        return Voice(names[-1 if len(names) <= _NAME else 0], named=True, names=tuple(names))


def _country(names: Sequence[str]) -> str | None:
    """The key of the listed country that *names* are, which speaks as its government: «ردت
    إسرائيل», «رحبت المملكة العربية السعودية»; «الكاتبة المصرية» and «الحوثيون» are none."""
    if len(names) > 1 and names[0] not in _BEFORE_STATES:
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
    if is_quote(following) and len(inside(following)) < CALLED:
        called = [*inside(following), *called]
        kind = _quoted_kind(inside(following)) or kind
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
            told.extend(inside(word) if told else ())
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
