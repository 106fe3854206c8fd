"""The body or town to which a definite noun of the evidence points: «الوزارة», "the ministry".

The rule: where the article has told before of one only that has this noun or its like,
with the words that make it that one («وزارة الداخلية», «مرصد الحقوق الرقمية», "the health
ministry"), the noun alone is this one. Names of which one says what the
other says («مدينة الأبيض», «مدينة الأبيض السودانية») are of one. Where two are told of, none is
meant.

What it may get wrong: a body that was told of without its noun. The escape hatch is
`digests.language.named_nouns`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from digests.language.kin import kin, without_particles
from digests.language.lists import folded
from digests.language.named_nouns import nouns, senses
from digests.language.normal import fold
from digests.summaries.verify.body_names import begins_before, ends_behind
from digests.summaries.verify.name_words import kinds_of, nameish, of_a_person, unknown
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.pointing_nouns import definite, narrowed
from digests.summaries.verify.told import Mention, Told, subjects, written

#: Kinds of what a definite noun may point back to, companies aside.
_POINTING = ("organisation", "body", "town", "thing")
#: A town, and what is named without its noun as often.
_TOWN, _UNNAMED = "town", ("organisation", "thing")
_IN = folded("in at of في ب")


@dataclass(frozen=True, slots=True)
class Pointed:
    """A definite noun at ``place``, and the ``names`` before that have it: their first word, their
    noun and their end."""

    place: int
    front: str
    noun: str
    names: list[tuple[int, int, int]]
    text: Passage

    @property
    def town(self) -> bool:
        """Whether it is a kind of place."""
        return bool(senses(self.noun, self.text.language, _TOWN))

    @property
    def one(self) -> bool:
        """Whether it can be one body only."""
        return _one_body(self.text, self.names) and not _another(
            self.text, self.place, self.noun, self.names
        )

    @property
    def written(self) -> list[str]:
        """Each of the names as it is put for the noun."""
        return [_in_full(self.text, *name, self.front, self.place) for name in self.names]


def pointed(told: Told) -> Iterator[Pointed]:
    """The nouns of the evidence that point to a body or a town."""
    text = told.text
    for place in told.pointing:
        found = definite(text, place)
        if found is None or found[1] not in nouns(text.language, *_POINTING):
            continue
        if not narrowed(text, place):
            yield Pointed(place, *found, _names(text, place, found[1]), text)


def bodies_before(told: Told) -> Iterator[Mention]:
    """The full names of the bodies to which definite nouns of the evidence point."""
    for noun in pointed(told):
        if noun.one:
            for name in noun.written:
                yield told.mention(noun.place, noun.place + 1, name)


def _names(text: Passage, end: int, noun: str) -> list[tuple[int, int, int]]:
    """Where names with *noun* stand before *end*: their first word, their noun and their end."""
    found = []
    meant = senses(noun, text.language, *_POINTING)
    for place in range(end):
        if meant.isdisjoint(senses(text.words[place].fold, text.language, *_POINTING)):
            continue
        first = begins_before(text, place) if text.language == "en" else place
        for stop in ends_behind(text, place):
            if (first, stop) != (place, place + 1):
                found.append((first, place, stop))
    same = _in_the_same_place(text, end)
    return (
        [name for name in found if _in_the_same_place(text, name[2] - 1) == same] if same else found
    )


def _in_the_same_place(text: Passage, place: int) -> str:
    """The name of the place behind the word at *place*: "the ministry in Sanaa"."""
    if place + 2 >= len(text.words) or text.words[place + 1].fold not in _IN:
        return ""
    proper = text.words[place + 2].text[:1].isupper() or nameish(text, place + 2)
    return text.words[place + 2].fold if proper else ""


def _one_body(text: Passage, names: list[tuple[int, int, int]]) -> bool:
    """Whether *names* are of one body: any two share a word that tells which it is."""
    own = [_own_words(text, *name) for name in names]
    return bool(own) and all(not one.isdisjoint(other) for one in own for other in own)


def _own_words(text: Passage, first: int, head: int, end: int) -> frozenset[str]:
    """The words of a name that many a body does not have: «الوطنية», «المصرية» tell none."""
    told = [p for p in range(first, end) if p != head]
    own = [p for p in told if not _common(text, p)] or told
    forms = (text.words[p].fold for p in own)
    return frozenset(form for word in forms for form in (word, *kin(word)))


def _common(text: Passage, place: int) -> bool:
    if text.language == "en" or not text.keys[place]:
        return not _COMMON.isdisjoint(
            (text.words[place].fold, *without_particles(text.words[place].fold))
        )
    return kinds_of(text, place) == {"places"} and text.words[place].fold[-1] in _OF_COUNTRIES


#: How adjectives of countries end in Arabic and Hebrew, as folded.
_OF_COUNTRIES = (*(fold(end)[-1] for end in ("ية", "ي")), "י", "ת")
#: Attributes that many a body has.
_COMMON = folded("""
    عام عامة وطني وطنية دولي دولية عربي عربية مركزي مركزية أعلى عليا مستقل مستقلة محلي محلية إقليمي
    إقليمية اتحادي اتحادية حكومي حكومية رسمي رسمية عالمي عالمية أساسي أساسية شعبي شعبية جهوي جهوية
    national international central federal general state supreme world local regional city public
    independent royal united main
    הלאומי הלאומית הלאומי הכללי הכללית העליון העליונה המרכזי המרכזית המקומי המקומית הארצי הארצית
""")


def _another(text: Passage, place: int, noun: str, names: list[tuple[int, int, int]]) -> bool:
    """Whether what *noun* may stand for as well was told of since: another town, another group."""
    own = frozenset[str]().union(*(_own_words(text, *name) for name in names))
    since = 1 + max(p for p in range(place) if text.words[p].fold in own)
    if senses(noun, text.language, _TOWN):
        if sum(text.ends(p) for p in range(since, place + 1)) > 1:
            return True
        return any(_of_a_town(text, p) or unknown(text, p) for p in range(since, place))
    if not senses(noun, text.language, *_UNNAMED):
        return False
    kinds = {"companies", "institutions", "campaigns"}
    if any(
        p in text.marked or kinds & kinds_of(text, p) or unknown(text, p)
        for p in subjects(text, since, place)
    ):
        return True
    return any(
        since <= f.at < place and _speaks(text, f.speaker, own)
        for f in text.frames
        if f.opened and place not in f.speaker
    )


def _of_a_town(text: Passage, place: int) -> bool:
    """Whether a place is named at *place*, by a listed name or behind its noun."""
    town = senses(text.words[place].fold, text.language, _TOWN)
    return "places" in kinds_of(text, place) or (
        bool(town) and ends_behind(text, place) != [place + 1]
    )


def _speaks(text: Passage, speaker: range, own: frozenset[str]) -> bool:
    """Whether *speaker* is a body that has no word of *own*."""
    words = {text.words[p].fold for p in speaker if p < len(text.words)}
    return not of_a_person(text, speaker) and words.isdisjoint(own)


def _in_full(text: Passage, first: int, head: int, end: int, front: str, place: int) -> str:
    """The name as it stands before, with the particles that are written onto the noun here."""
    if text.language == "en":
        return written(text, first, end)
    name = written(text, head, end)
    own = definite(text, head)
    bare = text.words[head].text
    full = text.words[place].text
    if text.language == "ar" and own is not None:
        return full + name[len(bare) :]
    noun = _without_article(full, front, text.language)
    if text.language == "he":
        noun = front + bare.lstrip("ו") if bare[:1] == "ו" else front + _bare(bare, head, text)
    return noun + name[len(bare) :]


def _bare(word: str, head: int, text: Passage) -> str:
    """The Hebrew *word* without a particle."""
    forms = [
        form for form in without_particles(text.words[head].fold) if form in nouns("he", *_POINTING)
    ]
    return word[len(word) - len(forms[0]) :] if forms else word


def _without_article(word: str, front: str, language: str) -> str:
    """The Arabic noun without its article: «وبالوزارة», «للوزارة» as «وبوزارة», «لوزارة»."""
    if language != "ar":
        return word
    if front.endswith("ل"):
        return word.replace("لل", "ل", 1)
    return word.replace("ال", "", 1)
