"""A small lexicon of news: which words of Arabic, English and Hebrew may say the same.

The rule: each line of `lexicon/*.txt` is one meaning with its words in the three languages. A
word has the meanings of the nearest of its forms that is listed (`kin`) and of what is left without
its particles, first as it stands, then by its consonants; a listed phrase takes the words that it
covers («رئيس الوزراء» is no رئيس), where its file says so. Two words can say the same when they
share a meaning. The lines of ``further.txt``, ``further_nouns.txt`` and ``judgements.txt`` are
narrow, and several have one meaning; who weighs what two texts have in common asks without them;
``synonyms.txt`` has such lines of Arabic alone. The lines of ``further_nouns.txt`` have no
neighbours: siblings (a town, a village) share a free choice of words.

What it may get wrong: the lines are wide (a translator has a choice), so a shared meaning is
support, not identity; a word that is not listed has no meaning here, which is not the same as
having another. The escape hatch is the files: one line more is all it takes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from digests.language.degrees import positive
from digests.language.hebrew_verbs import pasts
from digests.language.kin import past_of_future, skeleton, stems, without_particles
from digests.language.lexicon_index import NOTHING, Index, core_index, index_read, whole_index
from digests.language.lists import folded

#: Letters of each part of a compound, at least.
_PART = 4
#: Letters of a listed form that counts beside a longer one with a particle on it («باستخدام»).
_BARE, _BARE_HEBREW = 4, 3
#: Nouns of three letters with a particle, which mean what they mean without it as well.
_OF_NOUNS = folded(
    "بطلب بوقف بدعم بحكم بإذن بتهم بثمن بسعر بصفة بطول بعدد بعرض بعمق بقول بوزن بصدق بقلم بحذر "
    "بحزم بحزن بعنف بعون بشرط بقوة بشدة بهدف بغرض لغرض لمدة لسبب لقلق"
)
#: Letters by which an imperfect is of the speaker's, and letters of one at least.
_FIRST_PERSON, _IMPERFECT = frozenset("نا"), 4
#: Letters of the imperfect with which no verbal noun begins.
_NEVER_OF_NOUNS = frozenset("ين")
_ENGLISH_PREFIX = re.compile("^(?:re|un|in|im|ir|il|non|dis|mis|over|under|pre|co|anti|inter)")
#: "And", and small Hebrew words behind it.
_HEBREW_AND = "ו"
_AND_SMALL = folded(
    "ואם ואל ועל ועם ולא וגם וכי ואת ומי ומה ואז ואף וכך ובו ולו והן והם ורק וכל ויש"
)
#: Pronouns behind a verb; endings before which its last weak letter is lost; letters at least.
_OF_IT, _OF_THE_PAST = ("", "ه", "ها", "هم", "هما"), ("ت", "وا", "تا", "و")
_WEAK_IMPERFECT, _WEAK_PAST = 4, 3
#: Sound imperfects whose past begins with «ا»: يتضح، ينخفض، يقتصر، يستخدم.
_OF_A_PAST_IN_ALEF = re.compile("[يت](?:ت.|ن..|.ت.|ست..?)[^اويى]")


@lru_cache(maxsize=1 << 15)
def meanings(word: str, *, core: bool = False) -> frozenset[int]:
    """Meanings of one folded *word*; empty when the lexicon does not know it.

    *core* leaves out the files of further words.
    """
    index = core_index() if core else whole_index()
    left_out = index.further if core else NOTHING
    forms = stems(word)
    latin = word[:1] < "\u0590"
    entries = index.core if core else index.exact.keys()
    if latin and of_names(frozenset(index.exact.get(word, ()))):
        forms = (word,)  # Hamas is not Hama
    known = [f for f in forms if f in entries] if latin else _known(word, forms, index, entries)
    if latin and not known and (adjective := positive(word)):
        known = [form for form in stems(adjective) if form in entries]
    if not core and not latin:
        known = _of_a_noun(word, known)
    if not latin:
        known += _of_one_verb(word, known, entries) + _of_two(word, entries)
        if not core and word[0] == "ن" and known and all(f == word[1:] for f in known):
            known += _of_the_speaker(word, index)  # «نعود»: of يعود, besides «عود»
    if not known and word[0] == _HEBREW_AND and word[1:] in entries and word not in _AND_SMALL:
        known = [word[1:]]  # «ושר»
    if known:
        return NOTHING.union(*(_said_by(word, form, index) for form in known)) - left_out
    if latin:
        bare = _ENGLISH_PREFIX.sub("", word)
        if 4 <= len(bare) < len(word) and (meant := meanings(bare, core=core)):
            return meant
        return _compound(word, index) - left_out
    spoken = NOTHING.union(*(index.exact[form] for form in _of_the_speaker(word, index)))
    for form in forms:
        if len(form) > 2 and (kin := index.consonants.get(skeleton(form))):
            found_kin = frozenset(kin) - left_out
            if found_kin:
                return found_kin | (spoken - left_out)
    return spoken - left_out


def _said_by(word: str, form: str, index: Index) -> tuple[int, ...]:
    """The meanings of the listed *form* of *word*, and of the feminine noun whose plural it is.

    «سدادات» is of «سدادة» as well as «سداد»; a listed plural has lines of its own.
    """
    own = index.exact.get(form, ())
    if own and not _plural(word, form, index):
        return own
    if own and any(bare in index.exact for bare in without_particles(word)):
        return own
    return (*own, *index.feminine[form])


def _compound(word: str, index: Index) -> frozenset[int]:
    """The meanings of an English word made of two that are listed (metalworker)."""
    exact = index.exact
    for at in range(len(word) - _PART, _PART - 1, -1):
        first = exact.get(word[:at])
        second = [exact[form] for form in stems(word[at:]) if form in exact]
        if first and second:
            return frozenset(first).union(*second)
    return NOTHING


def _known(word: str, forms: Sequence[str], index: Index, entries: Container[str]) -> list[str]:
    """The nearest listed forms of *word*, and those of what is left without each particle."""
    found = dict.fromkeys(_nearest(word, forms, index, entries))
    shortest = _BARE_HEBREW if "א" <= word[0] <= "ת" else _BARE
    for bare in without_particles(word)[1:]:
        if len(bare) >= shortest or word in _OF_NOUNS:
            found |= dict.fromkeys(_nearest(bare, stems(bare), index, entries))
    return list(found)


def _of_two(word: str, entries: Container[str]) -> list[str]:
    """The noun of two letters of which *word*, not listed itself, is the dual: «سدين», two dams."""
    bare = word.removeprefix("و").removeprefix("ب").removeprefix("ال")
    bare = bare.removeprefix("لل")
    if len(bare) != _A_DUAL or not bare.endswith(("ين", "ان")) or bare in entries:
        return []
    return [bare[:2]] if bare[:2] in entries else []


def a_pair(word: str) -> bool:
    """Whether the folded *word* is the dual of a noun of two letters, and no listed word itself."""
    return bool(_of_two(word, whole_index().exact.keys()))


#: Letters of the dual of a noun of two.
_A_DUAL = 4


def _of_a_noun(word: str, known: list[str]) -> list[str]:
    """*known* forms of *word* but those that a noun with the article has not.

    It has lost no letter of the imperfect: «النادي» performs nothing.
    """
    noun = next((bare for bare in without_particles(word)[1:] if "ال" + bare in word), "")
    if noun[:1] not in _NEVER_OF_NOUNS:
        return known
    return [form for form in known if not noun[1:].startswith(form)]


def _nearest(word: str, forms: Sequence[str], index: Index, entries: Container[str]) -> list[str]:
    """The nearest listed forms of *word*, those of one length together, and what they inflect."""
    listed = [form for form in forms if form in entries or _plural(word, form, index)]
    if not listed:
        return []
    nearest = max(len(form) for form in listed)
    near = [form for form in listed if len(form) == nearest]
    made = [form for form in near if form not in word]  # a past that was made of a future
    if made and len(made) == len(near):
        near = listed
    return [form for form in listed if form in near or any(_inflects(one, form) for one in near)]


def _of_the_speaker(word: str, index: Index) -> list[str]:
    """The listed imperfect of a third person that *word* is in the first: نريد، سأعود of يعود."""
    for bare in without_particles(word):
        if bare[0] in _FIRST_PERSON and len(bare) >= _IMPERFECT:
            for form in stems("ي" + bare[1:]):
                if form in index.exact and form[0] == "ي":
                    return [form]
    return []


def _plural(word: str, form: str, index: Index) -> bool:
    """Whether *word* is a listed feminine noun in the plural or dual: نقابات of نقابة."""
    if form not in index.feminine:
        return False
    ending = word[word.rfind(form) + len(form) :]
    return ending.startswith(("ات", "تا", "تي"))


def _inflects(form: str, base: str) -> bool:
    """Whether *form* is *base* with an ending, or with the letter of the imperfect before it."""
    if form == base or len(base) < 3:
        return False
    starts = [form, form[1:]] if form[0] in "يتنמ" else [form]
    if form[0] == "س" and form[1:2] in "يتن":
        starts.append(form[2:])
    return any(start.startswith(base) and len(start) - len(base) <= 2 for start in starts)


def _of_one_verb(word: str, known: Sequence[str], entries: Container[str]) -> list[str]:
    """Listed forms of the verb of *word*, as whose forms *known* are listed, in another person.

    A noun with the article is no verb.
    """
    if any(bare != word and "ال" + bare in word for bare in without_particles(word)):
        return []
    if "א" <= word[0] <= "ת":
        made = (form for form in past_of_future(word) if form in entries)
        return [*made, *pasts(word, entries)]
    others = (*map(_of_him, known), *_weak(word), *map(_of_the_past, known))
    return [form for form in others if form in entries]


def _of_him(form: str) -> str:
    """The imperfect of a man's deed of which *form* is a woman's: يمتد of «تمتد»."""
    return "ي" + form[1:] if form[0] == "ت" and len(form) >= _IMPERFECT else ""


def _of_the_past(form: str) -> str:
    """The past in «ا» of which *form* is the imperfect: اتضح of «يتضح», انخفض of «ينخفض»."""
    return "ا" + form[1:] if _OF_A_PAST_IN_ALEF.fullmatch(form) else ""


def _weak(word: str) -> Iterator[str]:
    """The verbs of which *word* has lost the weak last letter: «يتلقون», «ألغتها»."""
    for bare in without_particles(word):
        for end in _OF_IT:
            form = bare.removesuffix(end)
            if end and form == bare:
                continue
            if form.endswith(("ون", "ين")) and form[0] in "يت" and len(form) > _WEAK_IMPERFECT:
                yield "ي" + form[1:-2] + "ي"
            for ending in _OF_THE_PAST:
                if form.endswith(ending) and form[0] in "ات" and len(form) > _WEAK_PAST:
                    yield form.removesuffix(ending) + "ي"


def near(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two words whose meanings are *one* and *other* have a word that may say both."""
    beside = index_read().beside
    return any(not other.isdisjoint(beside.get(meaning, ())) for meaning in one)


def of_names(meant: frozenset[int]) -> bool:
    """Whether one of the meanings *meant* is a name's."""
    return not meant.isdisjoint(index_read().names)


def proper(meant: frozenset[int]) -> bool:
    """Whether one of *meant* is written with a capital in English: a name, a people."""
    return not meant.isdisjoint(index_read().proper)


def only_proper(meant: frozenset[int]) -> bool:
    """Whether *meant* is nothing but names, peoples and what else has a capital in English."""
    index = index_read()
    return bool(meant) and all(m in index.names or m in index.proper for m in meant)


@lru_cache(maxsize=1 << 15)
def listed(word: str) -> bool:
    """Whether a form of the folded *word* is in the lexicon as it stands."""
    known = index_read().known
    return any(form in known for form in stems(word))


def joined(word: str) -> bool:
    """Whether an "and" is surely written onto the folded *word*: not onto «وارسو» or «وفد»."""
    bare = word[1:]
    return as_it_stands(bare) or as_it_stands(bare.removeprefix("ال").removeprefix("ה"))


def as_it_stands(word: str) -> bool:
    """Whether the folded *word* itself is in the lexicon, a joined «و» or «ف» aside."""
    known = index_read().known
    return word in known or (word[:1] in "وف" and word[1:] in known)


def headed(words: frozenset[str], *, phrases: bool = False) -> frozenset[int]:
    """The meanings whose lines begin with one of the folded *words*.

    With *phrases*, also with a phrase that begins with one («صندوق النقد»).
    """
    heads = index_read().heads.items()
    return frozenset(m for m, head in heads if (head.split()[0] if phrases else head) in words)


def breadth(meaning: int) -> int:
    """How many forms say *meaning*: a wide line is met by chance more often."""
    return _breadths()[meaning]


@lru_cache(maxsize=1)
def _breadths() -> Counter[int]:
    index = index_read()
    found = Counter(meaning for meanings_ in index.exact.values() for meaning in meanings_)
    found.update(
        meaning
        for seconds in index.phrases.values()
        for rows in seconds.values()
        for _, meaning in rows
    )
    return found
