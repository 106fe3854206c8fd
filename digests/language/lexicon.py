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
import sys
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from digests.language.kin import skeleton, stems, without_particles
from digests.language.normal import fold
from digests.language.stems import stem
from digests.language.words import normal, tokens

_FOLDER = Path(__file__).with_name("lexicon")
_NAMES = "names.txt"
#: Files whose phrases take the words that they cover; elsewhere a phrase adds to its words.
_TAKING = frozenset({"things.txt", _NAMES})
#: Files of further words for what the others have: narrow lines, several of one meaning.
_FURTHER = frozenset({"further.txt", "further_nouns.txt", "judgements.txt", "synonyms.txt"})
#: Files whose lines have no neighbours: free choices of words, which siblings share.
_APART = frozenset({"further_nouns.txt"})
_NOTHING: frozenset[int] = frozenset()
_Key = TypeVar("_Key", str, tuple[str, ...])
#: Consonants of a root, at least.
_ROOT = 2
#: «الآن», which has no article: «أن» is another word.
_NOW = fold("الآن")
#: Letters of each part of a compound, at least.
_PART = 4
#: Letters of a listed form that counts beside a longer one with a particle on it («باستخدام»).
_BARE, _BARE_HEBREW = 4, 3
#: Lines after which the loader forgets how their words were read; texts ask for other words.
_FORGOTTEN = 500
#: Meanings of a word that may tie two of them together, at most; words that do, at least.
_FEW, _TIES = 8, 2
#: Letters by which an imperfect is of the speaker's, and letters of one at least.
_FIRST_PERSON, _IMPERFECT = frozenset("نا"), 4
#: Words after which an imperfect loses a weak last letter; its first letters, and its most.
_JUSSIVE, _IMPERFECTS, _LONGEST = frozenset(("لم", "ولم", "فلم")), frozenset("يتنا"), 6
_REMAINS = frozenset((fold("يبقى"), fold("يبقي")))
#: Words of an object between a verb and its particle, at most.
_OBJECT = 4
#: Words of a subject between an Arabic verb and its preposition, at most; letters of one.
_SUBJECT, _PREPOSITION = 4, 3
#: Prepositions that alone give an Arabic verb another meaning («أتى على»); «إلى» seldom does.
_BINDING = frozenset((fold("على"), fold("عن")))
#: Possessive endings that a short noun of a phrase may have: «أماكن عملنا»; its letters.
_POSSESSIVES, _SHORT = frozenset(map(fold, "ه ها هم هما نا كم".split())), 3
_VERB_PARTICLES = frozenset("down off out up back aside at over in away on".split())
_ENGLISH_PREFIX = re.compile("^(?:re|un|in|im|ir|il|non|dis|mis|over|under|pre|co|anti|inter)")


class BrokenLexicon(ValueError):
    """A line of the lexicon that cannot be read; says which and what is expected."""


#: The words of a phrase behind its first two, and its meaning.
_Phrase = tuple[tuple[str, ...], int]
#: Phrases by their second word.
_Seconds = dict[str, list[_Phrase]]


@dataclass(slots=True)
class _Index:
    """What is looked up.

    ``phrases`` are by their first word and their second; ``known`` has all listed forms, those of
    lines that are not kept, too.
    """

    exact: dict[str, tuple[int, ...]] = field(default_factory=dict)
    feminine: dict[str, tuple[int, ...]] = field(default_factory=dict)
    consonants: dict[str, tuple[int, ...]] = field(default_factory=dict)
    phrases: dict[str, _Seconds] = field(default_factory=dict)
    adding: set[int] = field(default_factory=set)
    further: set[int] = field(default_factory=set)
    names: set[int] = field(default_factory=set)
    proper: set[int] = field(default_factory=set)
    core: Container[str] = frozenset()
    known: Container[str] = frozenset()
    heads: dict[int, str] = field(default_factory=dict)
    beside: dict[int, tuple[int, ...]] = field(default_factory=dict)


@lru_cache(maxsize=1)
def _whole() -> _Index:
    index = _built(whole=True)
    _core.cache_clear()
    return index


@lru_cache(maxsize=1)
def _core() -> _Index:
    return _built(whole=False)


def _index() -> _Index:
    """The whole lexicon where it is read already; else its core, which has the same numbers."""
    return _whole() if _whole.cache_info().currsize else _core()


def _built(*, whole: bool) -> _Index:
    index = _Index()
    loader = _Loader(index)
    files = sorted(_FOLDER.glob("*.txt"), key=lambda file: (file.name in _FURTHER, file.name))
    meaning = 0
    for file in files:
        further = file.name in _FURTHER
        for number, line in enumerate(_lines(file), 1):
            if number % _FORGOTTEN == 0:
                _forget()
            if further and not whole:
                loader.know(line)
                continue
            meaning += 1
            if further:
                index.further.add(meaning)
            else:
                index.heads[meaning] = fold(line.split(",")[0].split("|")[0])
            if file.name == _NAMES:
                index.names.add(meaning)
            if line.split("|")[1].strip()[:1].isupper():
                index.proper.add(meaning)
            if file.name not in _TAKING:
                index.adding.add(meaning)
            for form in line.replace("|", ",").split(","):
                stemmed, tied = file.name != _NAMES, file.name not in _APART
                loader.enter(form.strip(), meaning, stemmed=stemmed, tied=tied)
    loader.finish()
    return index


def _lines(file: Path) -> Iterator[str]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.count("|") not in (1, 2):
            raise BrokenLexicon(
                f"{file.name}, line {number}: expected «Arabic | English | Hebrew», got: {line}"
            )
        yield line


def load(*, whole: bool) -> None:
    """Read the lexicon now, so that nobody waits for it later: all of it, or its core alone.

    The core is enough for whoever verifies nothing, and takes little more than half of the memory.
    """
    if whole:
        _whole()
    else:
        _core()


class _Loader:
    """Gathers the lines; rows of meanings that many words share are kept once."""

    def __init__(self, index: _Index) -> None:
        self._index = index
        self._known: set[str] = set()
        self._exact: dict[str, tuple[int, ...]] = {}
        self._feminine: dict[str, tuple[int, ...]] = {}
        self._words: dict[tuple[str, ...], tuple[int, ...]] = {}

    def enter(self, form: str, meaning: int, *, stemmed: bool, tied: bool) -> None:
        words = tuple(sys.intern(_base(word, stemmed)) for word in _folds(form))
        if not words:
            return
        if tied:
            _add(self._words, words, meaning)
        if len(words) > 1:
            seconds = self._index.phrases.setdefault(words[0], {})
            seconds.setdefault(words[1], []).append((words[2:], meaning))
            return
        if words[0][-1] == "ه" and len(words[0]) > 3:
            _add(self._feminine, words[0][:-1], meaning)
        for listed_form in _listed(words[0]):
            _add(self._exact, listed_form, meaning)

    def know(self, line: str) -> None:
        """Note the single words of a *line* whose meanings are not kept."""
        for form in map(str.strip, line.replace("|", ",").split(",")):
            words = _folds(form)
            if len(words) == 1:
                self._known.update(_listed(_base(words[0])))

    def finish(self) -> None:
        index, once = self._index, dict[tuple[int, ...], tuple[int, ...]]()
        alike: dict[str, list[str]] = {}
        for form in self._exact:
            key = skeleton.__wrapped__(form)
            if len(key) >= _ROOT:
                alike.setdefault(key, []).append(form)
        for key, forms in alike.items():
            row = tuple(sorted({m for form in forms for m in self._exact[form]}))
            index.consonants[key] = once.setdefault(row, row)
        for kept, gathered in ((index.exact, self._exact), (index.feminine, self._feminine)):
            kept.update((form, once.setdefault(row, row)) for form, row in gathered.items())
        index.known = self._known.union(index.exact) if self._known else index.exact
        index.core = index.exact.keys()
        if index.further:
            index.core = frozenset(
                form for form, meant in index.exact.items() if not index.further.issuperset(meant)
            )
        self._tie(once)
        _forget()

    def _tie(self, once: dict[tuple[int, ...], tuple[int, ...]]) -> None:
        """Note which meanings have words in common."""
        tied: dict[int, list[tuple[int, ...]]] = {}
        for shared in self._words.values():
            if 1 < len(shared) <= _FEW:
                for meaning in shared:
                    tied.setdefault(meaning, []).append(shared)
        for meaning, rows_of in tied.items():
            times = Counter(other for row in rows_of for other in row if other != meaning)
            near_by = tuple(sorted(other for other, count in times.items() if count >= _TIES))
            if near_by:
                self._index.beside[meaning] = once.setdefault(near_by, near_by)


def _forget() -> None:
    """Give back the memory of how the words of the files were read."""
    for memory in (stems, skeleton, normal, stem, _begun):
        memory.cache_clear()


def _folds(form: str) -> list[str]:
    return [fold(form)] if form.isalpha() else [token.fold for token in tokens(form)]


def _add(gathered: dict[_Key, tuple[int, ...]], key: _Key, meaning: int) -> None:
    """Add *meaning*, which is the last one that was given out, to those of *key*, once."""
    row: tuple[int, ...] = gathered.get(key, ())
    if not row or row[-1] != meaning:
        gathered[key] = (*row, meaning)


def _base(word: str, stemmed: bool = True) -> str:
    """The form under which *word* is kept; a name in Latin letters has no other than its own."""
    if word[:2] == "ال" and len(word) > 3 and word != _NOW:
        return word[2:]
    if word[0] == "ה" and len(word) > 4:
        return word[1:]
    return stems(word)[-1] if stemmed and word[0] < "\u0590" else word


def _listed(word: str) -> list[str]:
    """Forms under which a listed word is kept: itself, and without its ending of gender."""
    found = [word]
    if word[-1] == "ه" and len(word) > 2 and word[0] > "\u0600":
        found.append(word[:-1] + "ت")
    if word[0] == "ה" and len(word) > 4:
        found.append(word[1:])
    if word[-1] == "ה" and len(word) > 3:
        found.append(word[:-1])
    if word[1:2] == "י" and "א" <= word[0] <= "ת" and len(word) > 3:
        found.append(word[0] + word[2:])
    if word[-1] in "يا" and len(word) > 3 and word[0] > "\u0600":
        found += [word[:-1] + "ت", word[:-1] + "وا"]
    if word[-2:] == "اء" and len(word) > 3:
        found += [word[:-1], word[:-1] + "ي", word[:-1] + "و"]
    return found


@lru_cache(maxsize=1 << 15)
def meanings(word: str, *, core: bool = False) -> frozenset[int]:
    """Meanings of one folded *word*; empty when the lexicon does not know it.

    *core* leaves out the files of further words.
    """
    index = _index() if core else _whole()
    left_out = index.further if core else _NOTHING
    forms = stems(word)
    latin = word[:1] < "\u0590"
    entries = index.core if core else index.exact.keys()
    if latin and of_names(frozenset(index.exact.get(word, ()))):
        forms = (word,)  # Hamas is not Hama
    known = [f for f in forms if f in entries] if latin else _known(word, forms, index, entries)
    if known:
        found = (index.exact.get(form) or index.feminine[form] for form in known)
        return _NOTHING.union(*found) - left_out
    if latin:
        bare = _ENGLISH_PREFIX.sub("", word)
        if 4 <= len(bare) < len(word) and (meant := meanings(bare, core=core)):
            return meant
        return _compound(word, index) - left_out
    spoken = _NOTHING.union(*(index.exact[form] for form in _of_the_speaker(word, index)))
    for form in forms:
        if len(form) > 2 and (kin := index.consonants.get(skeleton(form))):
            found_kin = frozenset(kin) - left_out
            if found_kin:
                return found_kin | (spoken - left_out)
    return spoken - left_out


def _compound(word: str, index: _Index) -> frozenset[int]:
    """The meanings of an English word made of two that are listed (metalworker)."""
    exact = index.exact
    for at in range(len(word) - _PART, _PART - 1, -1):
        first = exact.get(word[:at])
        second = [exact[form] for form in stems(word[at:]) if form in exact]
        if first and second:
            return frozenset(first).union(*second)
    return _NOTHING


def _known(word: str, forms: Sequence[str], index: _Index, entries: Container[str]) -> list[str]:
    """The nearest listed forms of *word*, and those of what is left without each particle."""
    found = dict.fromkeys(_nearest(word, forms, index, entries))
    shortest = _BARE_HEBREW if "א" <= word[0] <= "ת" else _BARE
    for bare in without_particles(word)[1:]:
        if len(bare) >= shortest:
            found |= dict.fromkeys(_nearest(bare, stems(bare), index, entries))
    return list(found)


def _nearest(word: str, forms: Sequence[str], index: _Index, entries: Container[str]) -> list[str]:
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


def _of_the_speaker(word: str, index: _Index) -> list[str]:
    """The listed imperfect of a third person that *word* is in the first: نريد، سأعود of يعود."""
    for bare in without_particles(word):
        if bare[0] in _FIRST_PERSON and len(bare) >= _IMPERFECT:
            for form in stems("ي" + bare[1:]):
                if form in index.exact and form[0] == "ي":
                    return [form]
    return []


def _in_full(word: str, index: _Index) -> frozenset[int]:
    """The meanings of the imperfect whose weak last letter *word* has lost: «لم يأت» of يأتي.

    What remains is left out: it remains without a change, which is another "no".
    """
    if word[0] not in _IMPERFECTS or len(word) > _LONGEST:
        return _NOTHING
    full = {"ي" + word[1:] + weak for weak in "يو"} - _REMAINS
    return _NOTHING.union(*(index.exact.get(form, ()) for form in full))


def _plural(word: str, form: str, index: _Index) -> bool:
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


def near(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two words whose meanings are *one* and *other* have a word that may say both."""
    beside = _index().beside
    return any(not other.isdisjoint(beside.get(meaning, ())) for meaning in one)


def of_names(meant: frozenset[int]) -> bool:
    """Whether one of the meanings *meant* is a name's."""
    return not meant.isdisjoint(_index().names)


def proper(meant: frozenset[int]) -> bool:
    """Whether one of *meant* is written with a capital in English: a name, a people."""
    return not meant.isdisjoint(_index().proper)


def only_proper(meant: frozenset[int]) -> bool:
    """Whether *meant* is nothing but names, peoples and what else has a capital in English."""
    index = _index()
    return bool(meant) and all(m in index.names or m in index.proper for m in meant)


@lru_cache(maxsize=1 << 15)
def listed(word: str) -> bool:
    """Whether a form of the folded *word* is in the lexicon as it stands."""
    known = _index().known
    return any(form in known for form in stems(word))


def as_it_stands(word: str) -> bool:
    """Whether the folded *word* itself is in the lexicon, a joined «و» or «ف» aside."""
    known = _index().known
    return word in known or (word[:1] in "وف" and word[1:] in known)


def headed(words: frozenset[str], *, phrases: bool = False) -> frozenset[int]:
    """The meanings whose lines begin with one of the folded *words*.

    With *phrases*, also with a phrase that begins with one («صندوق النقد»).
    """
    heads = _index().heads.items()
    return frozenset(m for m, head in heads if (head.split()[0] if phrases else head) in words)


def breadth(meaning: int) -> int:
    """How many forms say *meaning*: a wide line is met by chance more often."""
    return _breadths()[meaning]


@lru_cache(maxsize=1)
def _breadths() -> Counter[int]:
    index = _index()
    found = Counter(meaning for meanings_ in index.exact.values() for meaning in meanings_)
    found.update(
        meaning
        for seconds in index.phrases.values()
        for rows in seconds.values()
        for _, meaning in rows
    )
    return found


def read(words: Sequence[str], *, core: bool = False) -> list[frozenset[int]]:
    """The meanings of each of the folded *words*, phrases before single words.

    *core* leaves out the files of further words.
    """
    index = _index() if core else _whole()
    left_out = index.further if core else _NOTHING
    found = [meanings(word, core=core) for word in words]
    for place in (p for p in range(1, len(words)) if words[p - 1] in _JUSSIVE):
        found[place] |= _in_full(words[place], index) - left_out
    begun = [_begun(word, core=core) for word in words]
    said = [_said(word) for word in words]
    at = 0
    while at < len(words):
        if not begun[at]:
            at += 1
            continue
        phrases = [row for row in _phrases_at(begun, said, at) if row[1] not in left_out]
        longest = max((size for size, _ in phrases), default=1)
        whole = frozenset(m for size, m in phrases if size == longest)
        if whole and not whole & index.adding:
            found[at : at + longest] = [whole] * longest
            at += longest
            continue
        for size, meaning in phrases:
            for place in range(at, at + size):
                found[place] = found[place] | {meaning}
        at += 1
    for place in filter(begun.__getitem__, range(len(words))):
        if parted := _parted(begun, words, place) - left_out:
            found[place] = found[place] | parted
        for meaning, told in _around_a_subject(begun, words, said, place):
            for at in told if meaning not in left_out else ():
                found[at] = found[at] | {meaning}
    return found


@lru_cache(maxsize=1 << 15)
def _begun(word: str, *, core: bool) -> tuple[_Seconds, ...]:
    """The phrases that may begin with the folded *word*, by their second words."""
    phrases = (_index() if core else _whole()).phrases
    return tuple(phrases[first] for first in stems(word) if first in phrases)


def _parted(begun: Sequence[Sequence[_Seconds]], words: Sequence[str], at: int) -> frozenset[int]:
    """The meanings of an English verb whose particle stands after its object: turned it down."""
    if words[at][0] > "z":
        return _NOTHING
    meant: set[int] = set()
    following = words[at + 2 : at + 2 + _OBJECT]
    particles = _VERB_PARTICLES.intersection(following)
    for seconds in begun[at] if particles else ():
        for particle in particles.intersection(seconds):
            meant.update(meaning for rest, meaning in seconds[particle] if not rest)
    return frozenset(meant)


def _around_a_subject(
    begun: Sequence[Sequence[_Seconds]],
    words: Sequence[str],
    said: Sequence[frozenset[str]],
    at: int,
) -> list[tuple[int, list[int]]]:
    """The meanings, each with its places, of an Arabic phrase whose verb stands before a subject.

    «توقف العمال عن العمل» is «توقف عن العمل», said of the workers.
    """
    if not "\u0600" < words[at][0] < "\u0700":
        return []
    found: list[tuple[int, list[int]]] = []
    reach = range(at + 2, min(at + 2 + _SUBJECT, len(words)))
    near_by = {part for start in reach for part in said[start] if len(part) <= _PREPOSITION}
    for seconds in begun[at]:
        for second in near_by & seconds.keys():
            starts = [start for start in reach if second in said[start]]
            for rest, meaning in seconds[second]:
                if not rest and second not in _BINDING:
                    continue
                for start in starts:
                    if _goes_on(said, start + 1, rest):
                        found.append((meaning, [at, *range(start, start + 1 + len(rest))]))
                        break
        if found:
            break
    return found


def _phrases_at(
    begun: Sequence[Sequence[_Seconds]], said: Sequence[frozenset[str]], at: int
) -> list[tuple[int, int]]:
    """The phrases that begin at *at*, each with how many words it takes and its meaning."""
    found: list[tuple[int, int]] = []
    if at + 1 == len(said):
        return found
    for seconds in begun[at]:
        for second in said[at + 1] & seconds.keys():
            found.extend(
                (len(rest) + 2, meaning)
                for rest, meaning in seconds[second]
                if _goes_on(said, at + 2, rest)
            )
        if found:
            break
    return found


def _goes_on(said: Sequence[frozenset[str]], at: int, rest: Sequence[str]) -> bool:
    """Whether the words from *at* on are the *rest* of a phrase."""
    if at + len(rest) > len(said):
        return False
    return all(part in said[at + number] for number, part in enumerate(rest))


@lru_cache(maxsize=1 << 14)
def _said(word: str) -> frozenset[str]:
    """The parts of phrases, but the first, as which the folded *word* may stand.

    Short parts take the article alone, and short nouns an owner.
    """
    if not word:
        return frozenset()
    forms = [form for form in stems(word) if len(form) > _SHORT]
    found = {word, _base(word), *forms}
    found.update(form[:-1] + "ه" for form in forms if form[-1] == "ت")
    if word[0] == "ה":
        found.add(word[1:])
    if word[_SHORT:] in _POSSESSIVES:
        found.add(word[:_SHORT])
    return frozenset(found)
