"""The lexicon as it is looked up: its files read into one index.

The rule: each line of `lexicon/*.txt` is one meaning with its words in the three languages; a word
is kept under the forms in which it is met (`base`), a phrase under its first word. The core, all
files but those of further words, is read by itself where that is enough, with the same numbers.

What it may get wrong: a line that is not in the form «Arabic | English | Hebrew» is refused with
its file and number.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from digests.language.kin import skeleton, stems
from digests.language.lists import rows
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
NOTHING: frozenset[int] = frozenset()
_Key = TypeVar("_Key", str, tuple[str, ...])
#: Consonants of a root, at least.
_ROOT = 2
#: «الآن», which has no article: «أن» is another word.
_NOW = fold("الآن")
#: A noun that begins as if with an article: «إلغاء», «إلقاء».
_WHOLE = "إل"
#: Letters of an imperfect, at least.
_IMPERFECT = 3
#: Letters of a short Hebrew word with a particle on it, and those particles.
_SHORT, _HEBREW_PARTICLES = 3, frozenset("בלמהוש")
#: Lines after which the loader forgets how their words were read; texts ask for other words.
_FORGOTTEN = 500
#: Meanings of a word that may tie two of them together, at most; words that do, at least.
_FEW, _TIES = 8, 2


class BrokenLexicon(ValueError):
    """A line of the lexicon that cannot be read; says which and what is expected."""


#: The words of a phrase behind its first two, and its meaning.
_Phrase = tuple[tuple[str, ...], int]
#: Phrases by their second word.
Seconds = dict[str, list[_Phrase]]


@dataclass(slots=True)
class Index:
    """What is looked up.

    ``phrases`` are by their first word and their second; ``known`` has all listed forms, those of
    lines that are not kept, too.
    """

    exact: dict[str, tuple[int, ...]] = field(default_factory=dict)
    feminine: dict[str, tuple[int, ...]] = field(default_factory=dict)
    consonants: dict[str, tuple[int, ...]] = field(default_factory=dict)
    phrases: dict[str, Seconds] = field(default_factory=dict)
    adding: set[int] = field(default_factory=set)
    further: set[int] = field(default_factory=set)
    names: set[int] = field(default_factory=set)
    proper: set[int] = field(default_factory=set)
    core: Container[str] = frozenset()
    known: Container[str] = frozenset()
    heads: dict[int, str] = field(default_factory=dict)
    beside: dict[int, tuple[int, ...]] = field(default_factory=dict)


@lru_cache(maxsize=1)
def whole_index() -> Index:
    return _built(whole=True)


@lru_cache(maxsize=1)
def core_index() -> Index:
    """The core of the lexicon, also where all of it is read: what stands for what in it, and how
    two texts are weighed against each other, must not hang on whether anybody verified before."""
    return _built(whole=False)


def index_read() -> Index:
    """The whole lexicon where it is read already; else its core, which has the same numbers."""
    return whole_index() if whole_index.cache_info().currsize else core_index()


def _built(*, whole: bool) -> Index:
    index = Index()
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
    for number, line in rows(file):
        if line.count("|") not in (1, 2):
            raise BrokenLexicon(
                f"{file.name}, line {number}: expected «Arabic | English | Hebrew», got: {line}"
            )
        yield line


def load(*, whole: bool) -> None:
    """Read the lexicon now, so that nobody waits for it later: all of it, or its core alone.

    The core is enough for whoever verifies nothing, and takes a third of the memory of both.
    """
    core_index()
    if whole:
        whole_index()


class _Loader:
    """Gathers the lines; rows of meanings that many words share are kept once."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: set[str] = set()
        self._exact: dict[str, tuple[int, ...]] = {}
        self._feminine: dict[str, tuple[int, ...]] = {}
        self._words: dict[tuple[str, ...], tuple[int, ...]] = {}

    def enter(self, form: str, meaning: int, *, stemmed: bool, tied: bool) -> None:
        words = tuple(map(sys.intern, _bases(form, stemmed)))
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
            words = _bases(form)
            if len(words) == 1:
                self._known.update(_listed(words[0]))

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
    for memory in (stems, skeleton, normal, stem, phrases_begun):
        memory.cache_clear()


def _folds(form: str) -> list[str]:
    return [fold(form)] if form.isalpha() else [token.fold for token in tokens(form)]


def _bases(form: str, stemmed: bool = True) -> list[str]:
    """The forms under which the words of *form* are kept; the «ال» of «إلغاء» is its own."""
    first, *others = _folds(form) or [""]
    kept = first if form.startswith(_WHOLE) or not first else base(first, stemmed)
    return [word for word in (kept, *(base(other, stemmed) for other in others)) if word]


def _add(gathered: dict[_Key, tuple[int, ...]], key: _Key, meaning: int) -> None:
    """Add *meaning*, which is the last one that was given out, to those of *key*, once."""
    row: tuple[int, ...] = gathered.get(key, ())
    if not row or row[-1] != meaning:
        gathered[key] = (*row, meaning)


def base(word: str, stemmed: bool = True) -> str:
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
def phrases_begun(word: str, *, core: bool) -> tuple[Seconds, ...]:
    """The phrases that may begin with the folded *word*, by their second words."""
    phrases = (core_index() if core else whole_index()).phrases
    firsts = [*stems(word)]
    if word[:1] in "تن" and len(word) >= _IMPERFECT:
        firsts.append("ي" + word[1:])  # «تسيء استغلال» of «يسيء استغلال»
    if len(word) == _SHORT and word[0] in _HEBREW_PARTICLES:
        firsts.append(word[1:])  # «מים סוף», from the Red Sea
    return tuple(phrases[first] for first in dict.fromkeys(firsts) if first in phrases)
