"""Which port, hospital or village an Arabic report names: «ميناء العقبة», «بلدة عين الزيتون».

The rule of the language: behind a noun for a place of which there are many (`NOUNS`) stands its
name. Two reports of which one is of the port of Aqaba and the other of the port of Sudan tell two
events, though all else is alike. A nationality or another attribute is no name, nor is a noun that
means any such place («ميناء المدينة»).

What it may get wrong: one place under two names («ميناء جدة», «ميناء الملك عبد العزيز»). The escape
hatch is the list of nouns, and the weight in ``likeness``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from digests.language.distance import distance
from digests.language.kin import without_particles
from digests.language.lexicon import meanings, only_proper
from digests.language.stems import stop_words, words

#: Nouns of places of which there are many, each with a name.
NOUNS = frozenset(
    words(
        "ميناء مرفأ مدينة بلدة قرية محافظة ولاية مخيم مطار إقليم جزيرة وادي معبر مستشفى جامعة محطة "
        "مصنع منجم سد جسر نهر سجن مدرسة حقل مصفاة بحيرة مديرية مركز حي شارع ساحة كلية مجمع"
    )
)
#: What means any such place, or which part of one.
ANY = frozenset(
    words(
        "المدينة البلدة القرية المحافظة الولاية العاصمة الدولة المنطقة الإقليم البلاد المركز "
        "الجزيرة الساحل الشمال الجنوب الشرق الغرب الحاويات الشحن الصيد الركاب الحكومة الأطفال "
        "النساء الولادة الطوارئ الشباب الأبحاث الدراسات الدم القطار القطارات الحافلات الوقود "
        "الكهرباء الطاقة المياه"
    )
)
#: Two nouns for one kind of place.
_SAME = dict(zip(words("مرفأ قرية"), words("ميناء بلدة"), strict=True))
#: Letters of a name, at least, and up to which a name is not another with a slip.
_SHORT, _LONG = 3, 5


def sites(found: Sequence[str]) -> dict[str, frozenset[str]]:
    """By noun, the first words of the names that stand behind it in the folded words *found*."""
    named: dict[str, set[str]] = defaultdict(set)
    for noun, name in pairwise(found):
        bare = next((form for form in without_particles(noun) if form in NOUNS), "")
        if bare and _is_name(name):
            named[_SAME.get(bare, bare)].add(name)
    return {noun: frozenset(names) for noun, names in named.items()}


def apart(
    one: Mapping[str, frozenset[str]],
    other: Mapping[str, frozenset[str]],
    said: Iterable[str],
    told: Iterable[str],
) -> bool:
    """Whether two reports, which name the sites *one* and *other* in the words *said* and *told*,
    name two places by one noun, and neither speaks of the other's."""
    for noun in one.keys() & other.keys():
        first, second = one[noun], other[noun]
        if not (speaks_of(said, second) or speaks_of(told, first)):
            return True
    return False


def speaks_of(said: Iterable[str], names: frozenset[str]) -> bool:
    """Whether one of the words *said* is one of *names*, in any spelling, or holds it."""
    bare = [name.removeprefix("ال") for name in names]
    return any(
        name in word or (len(word) > _SHORT and word in name) or _near(name, word)
        for word in said
        for name in bare
    )


def _near(one: str, other: str) -> bool:
    """Whether two long names differ by a letter: «مينيابوليس», «منيابوليس»; not «سوسة», «سوسيا»."""
    return min(len(one), len(other)) > _LONG and distance(one, other) <= 1


def _is_name(word: str) -> bool:
    """Whether *word*, behind a noun of places, may be the name of one."""
    if word in ANY or not word.isalpha() or len(word) < _SHORT or word.endswith(("ي", "يه")):
        return False
    if word.startswith("ال"):
        return True
    return not any(map(_is_word, without_particles(word)))  # «مستشفى بشمال غزة»


def _is_word(word: str) -> bool:
    meant = meanings(word, core=True)
    return word in stop_words("ar") or (bool(meant) and not only_proper(meant))
