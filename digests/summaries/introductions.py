"""How an article introduces a person: first names, and the office told before or behind them.

The rule: a full name is a first name (`given_names`), or a word of no lexicon, and the words of a
name behind it. The office before it is a noun of one («رئيس الوزراء الأرميني نيكول باشينيان»), in
the same clause; behind it stands another between commas («إريك ميلنر، أحد وكلاء النقابة»).

An office is not taken where the words may be those of another: two nouns of offices («محامي الرئيس
دونالد ترامب»), and a noun that the name itself completes («حكومة بوريس جونسون»).

What it may get wrong: two words of no lexicon that are no person («شركة نورثغيت لورنتك»). The
escape hatch is the lists below, and a line in ``given_names.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from digests.language.given_names import given_name
from digests.language.lexicon import as_it_stands
from digests.language.stems import stop_words, words
from digests.language.words import Token, tokens
from digests.model import Article, Lang
from digests.summaries.parties import CLAIM, DAYS, FUNCTION, RELATIVE
from digests.summaries.persons import OF_A_SURNAME, SERVANT, of_a_name
from digests.summaries.speakers import is_listed_as, is_listed_name, is_word, verb_of_saying

#: Words before the last that belong to the surname: «أبو الهاشم», «عبد الرحمن».
PARTS = OF_A_SURNAME | {SERVANT}
#: Letters by which foreign initials are written («بي آر شيتي»), and how many at most.
_LETTERS = frozenset(
    words(
        "إيه بي سي دي إي إف جي إتش آي جاي جيه كي كيه كاي إل إم إن أو كيو آر إس تي يو في دبليو إكس "
        "واي زد"
    )
)
_INITIALS = 3
#: Words of a name and of an office at most.
_NAME, _OFFICE, _BESIDE = 4, 8, 9
#: Nouns of an office whose bearer's name follows them at once.
_WITH_NAME = frozenset(
    words(
        "الرئيس الرئيسة الملك الملكة الأمير الأميرة الوزير الوزيرة النائب النائبة السيناتور "
        "القاضي القاضية المدعي المدعية المحامي المحامية الخبير الخبيرة الباحث الباحثة الناشط "
        "الناشطة الناشطون المهندس المهندسة العامل العاملة الموظف الموظفة المتحدث المتحدثة الناطق "
        "الناطقة المدير المديرة الأمين الأمينة المسؤول المسؤولة القيادي القيادية المستشار "
        "المستشارة الأستاذ الأستاذة الكاتب الكاتبة الطالب الطالبة المعارض المعارضة المدرب المدربة "
        "اللاعب اللاعبة الصحفي الصحفية الصحافي الصحافية الفنان الفنانة المخرج المخرجة المزارع "
        "الطبيب الطبيبة الدكتور الدكتورة الشيخ العماد اللواء العميد العقيد الرائد النقيب الملازم "
        "الأميرال الجنرال الحاكم المحافظ السفير السفيرة الزعيم الزعيمة الطفل الطفلة الشاب الشابة "
        "الأسير الأسيرة المتهم المتهمة المؤسس المرشح المرشحة الممثل الممثلة المطرب المطربة "
        "الروائي الروائية الشاعر الشاعرة العداءة العداء الملياردير البابا الإمام الحقوقي الحقوقية "
        "الإعلامي الإعلامية المحلل المحللة الممرض الممرضة السائق المواطن المواطنة الراحل الراحلة "
        "السيد السيدة"
    )
)
#: Those whose body comes between them and the name.
_WITH_BODY = frozenset(
    words(
        "رئيس رئيسة ملك ملكة أمير وزير وزيرة مدير مديرة أمين أمينة متحدث متحدثة ناطق ناطقة مسؤول "
        "مسؤولة نائب نائبة عضو عضوة مؤسس محافظ سفير سفيرة قائد منسق منسقة حاكم والي عمدة "
        "نقيب مفتي زعيم زعيمة قيادي قيادية أستاذ أستاذة باحث باحثة قاضي قاضية خبير خبيرة مهندس "
        "ناشط ناشطة لاعب لاعبة مهاجم حارس مالك مالكة صاحب صاحبة"
    )
)
#: Titles that may stand between an office and the name.
_TITLES = frozenset(
    words(
        "الدكتور الدكتورة القاضي القاضية الأمير الأميرة الشيخ اللواء العميد العقيد الفريق العماد "
        "الجنرال المهندس المهندسة المستشار المستشارة الأستاذ الأستاذة السيد السيدة النائب النائبة"
    )
)
#: Whose office it is not that stands behind them: «مستشار رئيس الجمهورية محمد فلان».
_OF_ANOTHER = frozenset(
    words(
        "مستشار مستشارة مستشاري محامي محامية نجل ابن ابنة زوج زوجة شقيق شقيقة والد والدة مساعد "
        "مساعدة مساعدي سكرتير سكرتيرة وكيل كبير مبعوث مبعوثة ممثل ممثلة صهر مرافق سائق خليفة سلف"
    )
)
#: Those whose body has two nouns: «وزير الخارجية والمغتربين».
_OF_TWO = frozenset(words("وزير وزيرة"))
#: What joins two names into one.
_HYPHENS = ("-", "\u2010", "\u2011")
#: What may be written onto a name, and a pronoun that says whose somebody is, which is no «ة».
_ATTACHED, _HIS = "وفبلك", ("ه", "ها", "هم")
#: A noun with the article and a particle, or «ل» before it; a pronoun at an end, and the letters of
#: what it may be written onto.
_ON, _PRONOUN, _BARE = re.compile("ال|[وفبك]ال|لل"), re.compile("(?:ها|هم|نا|ه|ا)$"), 3
#: A verb of many: «يتهمون».
_THEY_DO = re.compile(r"[يت]\w{2,}ون$")
#: What opens an apposition behind a name, besides those.
_ONE_OF = frozenset(words("أحد إحدى مؤسسة محامي محامية وكيل وكيلة كبير كبيرة"))
#: Words within an office that stand elsewhere for relations.
_WITHIN = frozenset(words("في لدى باسم"))
#: What the name of an office may not hold, though it looks like a noun.
_NEVER = CLAIM | RELATIVE | (FUNCTION - _WITHIN)


#: Nouns of an office.
OFFICES = _WITH_NAME | _WITH_BODY | _ONE_OF


def is_office(word: str) -> bool:
    """Whether the folded *word* is a noun of an office, with a particle or without."""
    return word in OFFICES or (word[:1] in _ATTACHED and word[1:] in OFFICES)


@dataclass(frozen=True, slots=True)
class Introduction:
    """A person as an article tells him once.

    ``place`` is where the full ``name`` begins in the text, ``names`` are its folded words, the
    last of them the surname; ``first`` is what stands before the surname, ``office`` before the
    name and ``beside`` behind it, each verbatim in the article and empty when there is none.
    """

    place: int
    names: tuple[str, ...]
    name: str
    first: str
    office: str
    beside: str

    @property
    def surname(self) -> str:
        return self.names[-1]


def introductions(text: str) -> tuple[Introduction, ...]:
    """The persons whom an Arabic *text* names in full, in its order."""
    return _read(text)[0]


@lru_cache(maxsize=32)
def words_of(text: str) -> tuple[Token, ...]:
    """The words of the whole *text* of an article, which several ask for."""
    return tuple(tokens(text))


@lru_cache(maxsize=256)
def _read(text: str) -> tuple[tuple[Introduction, ...], frozenset[tuple[str, str]]]:
    """The persons whom *text* names in full, and each word with the given name before it."""
    found = words_of(text)
    firsts = (
        (form, behind.fold)
        for one, behind in pairwise(found)
        for form in (one.fold, one.fold[1:])
        if given_name(form)
    )
    return tuple(_introductions(text, found)), frozenset(firsts)


def _introductions(text: str, found: Sequence[Token]) -> Iterator[Introduction]:
    said = frozenset(token.fold for token in found)
    at = 0
    while at < len(found):
        end = _full_name(text, found, at)
        if end is None or _within(found, at, said):
            at += 1
            continue
        last = end - 1
        while last > at + 1 and found[last - 1].fold in PARTS:
            last -= 1  # «محمد أبو الهاشم», «محمد بن سلمان»
        joined_to = _attached_to_given(found[at].fold)  # «وأحمد الشرع»
        begin = found[at].start + joined_to
        names = tuple(token.fold for token in found[at:end])
        names = (names[0][joined_to:], *names[1:])
        office = "" if joined_to else _office(text, found, at)
        beside = _beside(text, found, end)
        if office or beside or given_name(names[0]):
            name, first = text[begin : found[end - 1].end], text[begin : found[last - 1].end]
            yield Introduction(begin, names, name, first, office, beside)
        at = end


def _within(found: Sequence[Token], at: int, said: frozenset[str]) -> bool:
    """Whether the word at *at* begins no name, since it is part of one («بن علي يلدريم») or has a
    particle («لمانشستر سيتي»)."""
    word = found[at].fold
    if at and found[at - 1].fold in PARTS:
        return True
    if word[:1] not in _ATTACHED or word in _LETTERS or _attached_to_given(word):
        return False
    known = word[0] != "ك" and _known(word[1:])  # «كيلي», no «ك» before «يلي»
    return not _directly(word) and (word[1:] in said or known)


def _attached_to_given(word: str) -> bool:
    """Whether *word* is a given name with a particle written onto it."""
    return word[:1] in _ATTACHED and not _directly(word) and given_name(word[1:])


def _full_name(text: str, found: Sequence[Token], at: int) -> int | None:
    """The place behind the full name that the word at *at* begins, None when it begins none."""
    token = found[at]
    first = at + (_initials(text, found, at) if token.fold in _LETTERS else 0)
    if first == at and (not _begins(token.fold) or is_on(token)):
        return None
    end = max(first, at + 1)
    while end < len(found) and end - at < _NAME and joined(text, found, end - 1):
        if not (goes_on(found[end]) or _word_of_a_name(text, found, at, end)):
            break
        end += 1
    while end > at + 1 and found[end - 1].fold in PARTS:
        end -= 1
    return end if end - at > 1 + (token.fold == SERVANT) and end > first else None


def _initials(text: str, found: Sequence[Token], at: int) -> int:
    """How many initials stand at *at*, right behind an office."""
    if not at or not joined(text, found, at - 1) or not is_office(found[at - 1].fold):
        return 0
    end = at
    while end + 1 < len(found) and end - at < _INITIALS and found[end].fold in _LETTERS:
        if not joined(text, found, end):
            return 0
        end += 1
    return end - at


@lru_cache(maxsize=1 << 14)
def _begins(word: str) -> bool:
    """Whether a name may begin with the folded *word*."""
    if word == SERVANT:
        return True
    if word in _WITH_BODY or word in _WITHIN:
        return False  # «مالك مجموعة», «باسم الشركة»
    if _ON.match(word) or is_listed_name(word):
        return False
    return given_name(word) or (_unknown(word) and word[0] != "ل")  # «لمانشستر سيتي»


def goes_on(token: Token) -> bool:
    """Whether *token*, behind a first name, belongs to the name."""
    word = token.fold
    if word in PARTS:
        return True
    if is_on(token) or word.startswith("لل") or (word[:1] == "و" and not _directly(word)):
        return False
    if word[:1] in "بل" and _known(word[1:]) and word[:2] != "بو":
        return False
    return _unknown(word) or _directly(word) or _proper(word)


def _proper(word: str) -> bool:
    """Whether the lexicon has *word* as a name of people alone, and of no place or body."""
    listed = is_listed_name(word) and not is_listed_as("people", word)
    return as_it_stands(word) and not (is_word(word) or word in FUNCTION or listed)


def _word_of_a_name(text: str, found: Sequence[Token], at: int, end: int) -> bool:
    """Whether the word at *end* is a surname or middle name that is a word, too: behind one given
    name, and before another word of the name or where a clause ends («محمد رعد إن»)."""
    word = found[end].fold
    if end - at != 1 or not given_name(found[at].fold) or not is_word(word):
        return False
    if word in FUNCTION or word in DAYS or verb_of_saying(word) or is_office(word):
        return False
    if word[:1] in "وفبل" or word.startswith("كال") or word in stop_words(Lang.AR):
        return False
    if word.startswith("ال") and not any(
        is_office(token.fold) for token in found[max(0, at - _OFFICE) : at]
    ):
        return False  # «أميرة الفيلم», no «الوزير فراس الأبيض»
    if (bare := _PRONOUN.sub("", word)) != word and is_word(bare):
        return False  # «قال حسن يومها إنه»
    if end + 1 == len(found) or not joined(text, found, end):
        return True
    claim = found[end + 1].fold in CLAIM or found[end + 1].fold in FUNCTION
    return claim or (goes_on(found[end + 1]) and not word.startswith("ال"))


def is_on(token: Token) -> bool:
    """Whether *token* is «على», which is «علي» once folded."""
    return token.fold.endswith("علي") and token.text.endswith("ى")


def _unknown(word: str) -> bool:
    """Whether *word* is of no lexicon, a pronoun at its end aside («تحقيقنا»)."""
    bare = _PRONOUN.sub("", word)
    name = of_a_name(word) and not _THEY_DO.match(word)
    return name and (bare == word or of_a_name(bare) or len(bare) < _BARE)


def _known(word: str) -> bool:
    return bool(word) and not of_a_name(word)


@lru_cache(maxsize=1 << 12)
def _directly(word: str) -> bool:
    """Whether *word* is a given name with no particle written onto it."""
    return given_name(word) and not (word[:1] in "وفلب" and given_name(word[1:]))


def joined(text: str, found: Sequence[Token], at: int) -> bool:
    """Whether only a blank or a hyphen («سكوت-رايلتون») stands between the word at *at* and the
    next."""
    gap = text[found[at].end : found[at + 1].start]
    return gap.strip(" \u00a0") == "" or gap in _HYPHENS


def _office(text: str, found: Sequence[Token], name: int) -> str:
    """The office before the name at *name*, verbatim."""
    first, heads, two = None, 0, False
    for at in range(name - 1, max(-1, name - 1 - _OFFICE), -1):
        word = found[at].fold
        between = text[found[at].end : found[at + 1].start]
        if between.strip(" \u00a0\"«»“”'") or word in _NEVER or verb_of_saying(word):
            break
        if found[at].text.endswith(_HIS):
            break  # «المتحدث باسمها»
        if word in _WITH_NAME or word in _WITH_BODY or word in _OF_ANOTHER:
            first, heads = at, heads + (at < name - 1 or not _is_title(found, at))
        elif given_name(word) and word not in _WITHIN:
            break
        elif word.startswith("وال"):
            if is_office(word[1:]) or word[3:] in _WITH_BODY:
                break
            two = True
    if (
        first is None
        or heads > 1
        or found[first].fold in _OF_ANOTHER
        or (two and found[first].fold not in _OF_TWO)
    ):
        return ""
    if found[first].fold in _WITH_BODY and not _completed(text, found, first, name):
        return ""
    office = text[found[first].start : found[name - 1].end]
    behind = text[found[name - 1].end : found[name].start].strip()
    office += behind[:1] if behind[:1] in ("»", '"', "”") else ""
    return office if _balanced(office) else ""


def _is_title(found: Sequence[Token], at: int) -> bool:
    """Whether the word at *at* is a title that an office told before does not govern: «رئيس
    المحكمة القاضي فلان», and not «نائب القاضي فلان»."""
    if found[at].fold not in _TITLES or not at:
        return False
    before = found[at - 1].fold
    return not is_office(before) and (before.startswith("ال") or is_listed_name(before))


def _completed(text: str, found: Sequence[Token], first: int, name: int) -> bool:
    """Whether the office at *first* has its body between it and the *name*, which so does not
    complete it itself."""
    if name - first < 2:
        return False
    if text[found[name - 1].end : found[name].start].strip():
        return True  # «رئيس حركة "الشعب" زهير المغزاوي»
    before, last = found[name - 2].fold, found[name - 1].fold
    return (
        last.startswith(("ال", "لل", "وال")) or is_listed_name(last) or is_listed_name(before, last)
    )


def _beside(text: str, found: Sequence[Token], end: int) -> str:
    """What is told of a person between commas behind the name that ends at *end*, verbatim."""
    if end >= len(found) or text[found[end - 1].end : found[end].start].strip() not in ("،", "("):
        return ""
    if found[end].fold not in OFFICES:
        return ""
    for at in range(end, min(len(found) - 1, end + _BESIDE)):
        word = found[at].fold
        if given_name(word) or verb_of_saying(word) or word in _NEVER:
            return ""
        gap = text[found[at].end : found[at + 1].start]
        if closing := next((mark for mark in gap if mark in "،.؛:)\n"), ""):
            beside = text[found[end].start : found[at].end + gap.index(closing)].rstrip()
            return beside if at > end and _balanced(beside) else ""
    return ""


def _balanced(text: str) -> bool:
    pairs = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in pairs)


def people_of(
    article: Article, story: Sequence[Article], wanted: Mapping[str, str] | None = None
) -> dict[str, Introduction]:
    """Who is told of by surname in *article*, by surname: as it introduces him itself, or else
    another Arabic article of the *story*; none where two bear the surname, or where only another
    article names one whose surname is a given name («قال منصور»).

    With *wanted*, only these surnames are looked for; it has how each is written in *article*.
    """
    own = introductions(article.body)
    people = _by_surname([article.body])
    here = {who.surname for who in own}
    missing = None if wanted is None else [w for name, w in wanted.items() if name not in here]
    others = [
        one.body
        for one in story
        if one.language == Lang.AR and one.id != article.id
        if missing is None or any(written in one.body for written in missing)
    ]
    elsewhere = _by_surname(others)
    further = {
        surname: who
        for surname, who in elsewhere.items()
        if surname not in here and not given_name(surname)
    }
    return further | people


def _by_surname(texts: Iterable[str]) -> dict[str, Introduction]:
    """The one person of each surname in *texts*, as he is told most of; none where two bear it."""
    people: dict[str, list[Introduction]] = {}
    firsts: dict[str, set[str]] = {}
    for introduced, pairs in map(_read, texts):
        for who in introduced:
            people.setdefault(who.surname, []).append(who)
        for first, surname in pairs:
            firsts.setdefault(surname, set()).add(first)
    return {
        surname: max(same, key=lambda who: (" " in who.office, bool(who.office), bool(who.beside)))
        for surname, same in people.items()
        if len({who.names[0] for who in same}) == 1
        and firsts.get(surname, set()) <= {name for who in same for name in who.names}
    }
