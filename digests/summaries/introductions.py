"""How an article introduces a person: first names, and the office told before or behind them.

The rule: a full name is a first name (`given_names`), or a word of no lexicon, and the words of a
name behind it; it introduces somebody when it begins with a given name or has an office beside it
(``offices``).

What it may get wrong: two words of no lexicon that are no person, behind an office («المدير نورثغيت
لورنتك»). The escape hatch is a line in ``stories/names.txt``: a listed name begins no person.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digests.language.given_names import given_name
from digests.language.lexicon import as_it_stands
from digests.language.sentences import paragraphs
from digests.language.stems import stop_words, words
from digests.language.words import Token, tokens
from digests.model import Article, Lang
from digests.summaries.offices import (
    BEFORE,
    NAME,
    WITH_BODY,
    WITHIN,
    is_office,
    office_before,
    office_behind,
)
from digests.summaries.parties import CLAIM, DAYS, FUNCTION
from digests.summaries.persons import ATTACHED, OF_A_SURNAME, SERVANT, for_a_medium, of_a_name
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
#: What joins two names into one.
_HYPHENS = ("-", "\u2010", "\u2011")
#: A noun with the article and a particle, or «ل» before it; a pronoun at an end, and the letters of
#: what it may be written onto.
_ON, _PRONOUN, _BARE = re.compile("ال|[وفبك]ال|لل"), re.compile("(?:ها|هم|نا|ه|ا)$"), 3
#: A verb of many: «يتهمون».
_THEY_DO = re.compile(r"[يت]\w{2,}ون$")


@dataclass(frozen=True, slots=True)
class Introduction:
    """A person as an article tells him once.

    ``names`` are the folded words of the full ``name``, the last of them the surname; ``first`` is
    what stands before the surname, ``office`` before the name and ``beside`` behind it, each
    verbatim in the article and empty when there is none.
    """

    names: tuple[str, ...]
    name: str
    first: str
    office: str
    beside: str

    @property
    def surname(self) -> str:
        return self.names[-1]


@lru_cache(maxsize=1 << 10)
def introductions(line: str) -> tuple[Introduction, ...]:
    """The persons whom an Arabic *line* names in full, in its order."""
    return tuple(_introductions(line, tokens(line)))


@lru_cache(maxsize=1 << 10)
def _firsts(line: str) -> frozenset[tuple[str, str]]:
    """Each word of *line* that stands behind a given name, with that one."""
    found = [token.fold for token in tokens(line)]
    said = [one if given_name(one) else one.lstrip(ATTACHED) for one in found]
    return frozenset(
        (one, behind) for one, behind in zip(said, found[1:], strict=False) if given_name(one)
    )


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
        office = "" if joined_to else office_before(text, found, at)
        beside = office_behind(text, found, end)
        if office or beside or given_name(names[0]):
            name, first = text[begin : found[end - 1].end], text[begin : found[last - 1].end]
            yield Introduction(names, name, first, office, beside)
        at = end
        if end < len(found) and found[end].fold[0] == "ب" and joined(text, found, end - 1):
            at += 1  # whom the particle leads to has no office of those before


def _within(found: Sequence[Token], at: int, said: frozenset[str]) -> bool:
    """Whether the word at *at* begins no name, since it is part of one («بن علي يلدريم») or has a
    particle («لمانشستر سيتي»)."""
    word = found[at].fold
    if at and found[at - 1].fold in PARTS:
        return True
    if word[:1] not in ATTACHED or word in _LETTERS or _attached_to_given(word):
        return False
    known = word[0] != "ك" and _known(word[1:])  # «كيلي», no «ك» before «يلي»
    return not _directly(word) and (word[1:] in said or known)


def _attached_to_given(word: str) -> bool:
    """Whether *word* is a given name with a particle written onto it."""
    return word[:1] in ATTACHED and not _directly(word) and given_name(word[1:])


def _full_name(text: str, found: Sequence[Token], at: int) -> int | None:
    """The place behind the full name that the word at *at* begins, None when it begins none."""
    token = found[at]
    first = at + (_initials(text, found, at) if token.fold in _LETTERS else 0)
    if first == at and (not _begins(token.fold) or is_on(token) or _is_i(token)):
        return None
    end = max(first, at + 1)
    while end < len(found) and end - at < NAME and joined(text, found, end - 1):
        of_him = found[end - 1].fold == SERVANT and found[end].fold.startswith("ال")
        if not (of_him or goes_on(found[end]) or _word_of_a_name(text, found, at, end)):
            break
        if end - at > 1 and found[end].fold[0] == "ب" and not _directly(found[end].fold):
            break  # «دونالد ترامب بفولوديمير زيلينسكي»
        end += 1
    longer = end - at == NAME and end < len(found) and joined(text, found, end - 1)
    if longer and goes_on(found[end]):
        return None  # it would be cut
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
    if word in WITH_BODY or word in WITHIN:
        return False  # «مالك مجموعة», «باسم الشركة»
    if _ON.match(word) or is_listed_name(word):
        return False
    return given_name(word) or (_unknown(word) and word[0] != "ل")  # «لمانشستر سيتي»


def goes_on(token: Token) -> bool:
    """Whether *token*, behind a first name, belongs to the name."""
    word = token.fold
    if word in PARTS:
        return True
    if is_on(token) or for_a_medium(word) or word.startswith("لل"):
        return False
    if word[:1] == "و" or (word[:1] == "ب" and _with_particle(word)):
        return _directly(word)
    if word[:1] in "بل" and _known(word[1:]) and word[:2] != "بو":
        return False
    return _unknown(word) or _directly(word) or _proper(word)


def _with_particle(word: str) -> bool:
    """Whether the first letter of *word* may be a particle before a name or before what somebody
    has: «ترامب بفولوديمير», «منصور بفوزه»."""
    bare = _PRONOUN.sub("", word[1:])
    return given_name(word[1:]) or (bare != word[1:] and is_word(bare))


def _proper(word: str) -> bool:
    """Whether the lexicon has *word* as a name of people alone, and of no place or body."""
    listed = is_listed_name(word) and not is_listed_as("people", word)
    return as_it_stands(word) and not (is_word(word) or word in FUNCTION or listed)


def _word_of_a_name(text: str, found: Sequence[Token], at: int, end: int) -> bool:
    """Whether the word at *end* is a surname or middle name that is a word, too: behind one given
    name, and before another word of the name or where a clause ends («محمد رعد إن»)."""
    word = found[end].fold
    servant = found[at].fold == SERVANT  # «عبد الفتاح البرهان»
    if end - at != 1 + servant or not (servant or given_name(found[at].fold)) or not is_word(word):
        return False
    if word in FUNCTION or word in DAYS or verb_of_saying(word) or is_office(word):
        return False
    if word[:1] in "وفبل" or word.startswith("كال") or word in stop_words(Lang.AR):
        return False
    if word.startswith("ال") and not any(
        is_office(token.fold) for token in found[max(0, at - BEFORE) : at]
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


def _is_i(token: Token) -> bool:
    """Whether *token* is «أنا», which is the name «آنا» once folded."""
    return token.fold == "انا" and not token.text.startswith("آ")


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


def people_of(
    article: Article, story: Sequence[Article], wanted: Mapping[str, str] | None = None
) -> dict[str, Introduction]:
    """Whom *article* introduces, by surname: none where two bear it. Where another Arabic article
    of the *story* alone tells the office of the same person, it is taken from there.

    With *wanted*, only these surnames are looked for; it has how each is written in *article*.
    """
    written = None if wanted is None else wanted.values()
    own = _lines(article.body, written)
    people = _by_surname(own)
    bare = {name for name, who in people.items() if " " not in who.office and not who.beside}
    if not bare:
        return people
    others = [
        line
        for one in story
        if one.language == Lang.AR and one.id != article.id
        for line in _lines(one.body, written)
    ]
    elsewhere = _by_surname([*others, *own])
    return people | {name: elsewhere[name] for name in bare & elsewhere.keys()}


def _lines(text: str, written: Collection[str] | None) -> list[str]:
    """The lines of *text*, only those with one of the words *written* if these are given."""
    if written is not None and not any(word in text for word in written):
        return []
    lines = (text[start:end] for start, end in paragraphs(text))
    return [line for line in lines if written is None or any(word in line for word in written)]


def _by_surname(lines: Iterable[str]) -> dict[str, Introduction]:
    """The one person of each surname in *lines*, as he is told most of; none where two bear it."""
    people: dict[str, list[Introduction]] = {}
    firsts: dict[str, set[str]] = {}
    for line in lines:
        for who in introductions(line):
            people.setdefault(who.surname, []).append(who)
        for first, surname in _firsts(line):
            firsts.setdefault(surname, set()).add(first)
    return {
        surname: max(same, key=lambda who: (len(who.office.split()), bool(who.beside)))
        for surname, same in people.items()
        if len({who.names[0] for who in same}) == 1
        and firsts.get(surname, set()) <= {name for who in same for name in who.names}
    }
