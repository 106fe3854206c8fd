"""What an article has said up to its evidence, in one text, and what is put for a word of it.

The rule: the title, the sentences before and the sentence of the evidence are read as one text, so
that a place of the evidence has all that is said before it. What stands between quotation marks in
the evidence is left as it stands.

What it may get wrong: a title that tells of another than the text. The escape hatch is `earlier` of
`source`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from digests.language.given_names import given_name
from digests.language.lexicon import headed, listed
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.stems import stop_words
from digests.stories.names import table
from digests.summaries.verify.actors import actor
from digests.summaries.verify.passage import FREE, Passage, passage
from digests.summaries.verify.source import Source

#: Particles that are written onto an Arabic word with its article, and onto a Hebrew one.
_FRONTS = ("", "و", "ف", "ب", "وب", "ك", "وك")
_HEBREW_FRONTS = ("", "ו", "ש", "וש", "מ", "ומ", "כש")
#: Hebrew particles that take the place of the article with them.
_HEBREW_JOINED = ("ל", "ב", "ול", "וב")
#: Words from the beginning of a sentence in which its subject stands.
SUBJECT = 5
_STOPS = frozenset(".!?؟؛;:،,()–—")


@dataclass(frozen=True, slots=True)
class Mention:
    """``text`` is put for the words of the evidence from ``first`` up to ``end``."""

    first: int
    end: int
    text: str


@dataclass(frozen=True)
class Told:
    """``text`` is all that is told; the sentence of the evidence begins at word ``own``."""

    text: Passage
    own: int
    source: Source

    @cached_property
    def pointing(self) -> list[int]:
        """Places of the evidence's own words that no quotation holds."""
        quoted = self.text.marked
        return [self.own + j for j in sorted(self.source.inside) if self.own + j not in quoted]

    def mention(self, first: int, end: int, text: str) -> Mention:
        """*text* for the words from *first* up to *end*, places of the whole text."""
        return Mention(first - self.own, end - self.own, text)


def told(source: Source) -> Told:
    """What the article says up to the end of the sentence of the evidence."""
    own = source.passage
    before = f"{source.earlier} " if source.earlier else ""
    text = passage(before + own.text, own.language)
    return Told(text, len(text.words) - len(own.words), source)


def definite(text: Passage, place: int) -> tuple[str, str] | None:
    """What is written onto the definite noun at *place*, and the noun: «وبالوزارة» is «وب» and
    «وزاره»."""
    word = text.words[place].fold
    if text.language == "en":
        return ("", word) if place and text.words[place - 1].fold == "the" else None
    if text.language == "he":
        return _definite_in_hebrew(word)
    for front in _FRONTS:
        if word.startswith(front + "ال") and len(word) > len(front) + 3:
            return front, word[len(front) + 2 :]
    for front in ("ل", "ول"):
        if word.startswith(front + "ل") and len(word) > len(front) + 3:
            return front, word[len(front) + 1 :]
    return None


def _definite_in_hebrew(word: str) -> tuple[str, str] | None:
    for front in _HEBREW_FRONTS:
        if word.startswith(front + "ה"):
            return front, word[len(front) + 1 :]
    return next(
        ((front, word[len(front) :]) for front in _HEBREW_JOINED if word.startswith(front)), None
    )


def attribute(text: Passage, place: int) -> bool:
    """Whether a definite attribute stands behind the definite noun at *place*.

    Behind «الشركة» it has an ending of a feminine, behind «المصرف» it has none: in «لم تُعد الشركة
    المفصولين» another noun is governed.
    """
    noun, after = text.words[place].fold, text.words[place + 1].fold
    if text.language == "en" or after in FREE:
        return False
    if text.language == "he":
        return after.startswith("ה") and after not in _HEBREW_PRONOUNS
    if not after.startswith("ال"):
        return False
    feminine = after.endswith(_FEMININE) or after in _WITHOUT_ENDING
    return feminine if noun.endswith(_FEMININE[0]) else not after.endswith(_OTHERS)


#: How Arabic attributes of a feminine end as folded, which have no such ending, and how those end
#: that no masculine has.
_FEMININE = (fold("ة"), fold("كبرى")[-1])
_WITHOUT_ENDING = folded("الأم")
_OTHERS = (_FEMININE[0], "ات", "ين", "ون")
_HEBREW_PRONOUNS = folded("הוא היא הם הן")


def parted(text: Passage, place: int) -> bool:
    """Whether a mark stands before the word at *place*, or the text ends there."""
    return place >= len(text.words) or bool(text.gap(place).strip())


def stops(text: Passage, place: int) -> bool:
    """Whether a mark other than one of quotation parts the word at *place* from the one before."""
    return place >= len(text.words) or not _STOPS.isdisjoint(text.gap(place))


def nameish(text: Passage, place: int) -> bool:
    """Whether the word at *place* may be of a name: a listed one, or one that no lexicon has."""
    word = text.words[place]
    if text.keys[place]:
        return True
    if text.language == "en" and not word.text[:1].isupper():
        return False
    if word.fold in FREE or word.fold in stop_words(text.language):
        return False
    if place in text.counted or place in text.dated or len(word.fold) < 2:
        return False
    if given_name(word.fold):
        return True
    return not listed(word.fold) and (text.language == "en" or not text.meanings[place])


def unknown(text: Passage, place: int) -> bool:
    """Whether the name at *place* may be anybody's: no person's, no place's and no known body's."""
    if not nameish(text, place) or text.keys[place] or _surname(text, place):
        return False
    if place + 1 < len(text.words) and text.gap(place + 1) == "-":
        return False  # "the Leeds-based company"
    before = place - 1
    if given_name(text.words[place].fold):
        beside = (p for p in (before, place + 1) if not parted(text, max(p, place)))
        return not any(
            p >= 0 and (nameish(text, p) or actor(text, p) or text.words[p].fold in TIES)
            for p in beside
        )
    if any(f.opened and place in f.speaker and of_a_person(text, f.speaker) for f in text.frames):
        return False
    if place and not parted(text, place) and text.meanings[before]:
        return not actor(text, before)
    return not any(
        0 <= p < len(text.words)
        and not parted(text, max(p, place))
        and given_name(text.words[p].fold)
        for p in (before, place + 1)
    )


def _surname(text: Passage, place: int) -> bool:
    """Whether the word at *place* was of a person's name before: «وأضاف سميث»."""
    word = text.words[place].fold
    before = [p for p in range(1, place) if text.words[p].fold == word]
    if any(given_name(text.words[p - 1].fold) and not parted(text, p) for p in before):
        return True
    return bool(before) and any(
        frame.opened and frame.speaker.start <= p < frame.speaker.stop
        for frame in text.frames
        if of_a_person(text, frame.speaker)
        for p in before
    )


@lru_cache(maxsize=1)
def persons() -> frozenset[int]:
    """The meanings of the offices that a person has."""
    return headed(_OFFICES)


_OFFICES = frozenset(
    map(
        fold,
        "وزير مدير قاض محام متحدث ناطق نائب سفير محافظ وال عمدة قائد أمين مفوض ممثل طبيب مدع "
        "مستشار عضو نقيب أمير ملك لواء عقيد جنرال ضابط مبعوث مندوب مراسل صحفي خبير باحث".split(),
    )
)


def of_a_person(text: Passage, places: Iterable[int]) -> bool:
    """Whether a speaker is a person: one with a given name or an office, or a pronoun alone."""
    words = [p for p in places if p < len(text.words)]
    said = [p for p in words if text.words[p].fold not in FREE]
    offices = persons() | headed(frozenset({fold("رئيس")}))
    return not said or any(
        given_name(text.words[p].fold) or text.meanings[p] & offices for p in said
    )


def subjects(text: Passage, start: int, end: int) -> Iterator[int]:
    """Places from *start* up to *end* at which the subject of a sentence may stand."""
    first = sentence_start(text, start) if start < end else end
    for place in range(start, end):
        if place and text.ends(place):
            first = place
        if place < first + SUBJECT:
            yield place


def kinds_of(text: Passage, place: int) -> set[str]:
    """The kinds of the listed names at *place*: companies, institutions, places …"""
    kinds = table().kinds
    return {kinds[key.partition(":")[0]] for key in text.keys[place]}


def sentence_start(text: Passage, place: int) -> int:
    """Where the sentence begins in which the word at *place* stands."""
    while place > 0 and not text.ends(place):
        place -= 1
    return place


def written(text: Passage, first: int, end: int) -> str:
    """The words from *first* up to *end* as they stand, with the quotation marks around them."""
    start, stop = text.words[first].start, text.words[end - 1].end
    said = text.text[start:stop].removesuffix("'s").removesuffix("’s")
    if said.count("«") > said.count("»"):
        said += "»"
    if said.count("»") > said.count("«"):
        said = f"«{said}"
    return said


#: Words that tie the words of a name.
TIES = folded("بن ابن بنت عبد أبو آل ben bin ibn abu al el de van von der בן בר אבו דה")
