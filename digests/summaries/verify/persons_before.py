"""The person to whom a bare surname or an office of the evidence points: «المنصوري», «الوزير».

The rule: a surname alone is of the one person whom the article has named before with it and with a
given name; his office is what he was introduced with (`introduced`), as a speaker too («الناطق باسم
الوزارة رشيد المنصوري»). «الوزير» is the one minister whom the article has named before. Where two
share the surname anywhere in the article, or another one of that office was told of, nobody is
meant.

What it may get wrong: a namesake whom the article does not tell of in full. The escape hatch is to
cite the sentence that introduces him.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.given_names import given_name, one_given_name
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands, listed, only_proper
from digests.language.lists import folded
from digests.summaries.verify.actors import actor, persons, title
from digests.summaries.verify.introduced import introduced
from digests.summaries.verify.name_words import TIES, nameish
from digests.summaries.verify.officers_before import its_office
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.pointing_nouns import definite, narrowed
from digests.summaries.verify.told import Mention, Told, parted, stops, written

#: Letters of a surname, and words of an office and a name, at most.
_SHORTEST, _LONGEST = 3, 9
#: Another one of the same office.
_LIKE_HIM = folded(
    "نظيره نظيرها نظيرته نظيرتها نظيريه نظرائه نظرائها سلفه سلفها خلفه خلفها نائبه نائبها "
    "counterpart counterparts predecessor successor deputy עמיתו עמיתה עמיתתו קודמו קודמתו יורשו "
    "סגנו סגנה סגן"
)


def persons_before(told: Told) -> Iterator[Mention]:
    """The full names of the persons to whom words of the evidence point."""
    yield from _of_surnames(told)
    yield from _of_offices(told)


def _of_surnames(told: Told) -> Iterator[Mention]:
    text = told.text
    for place in told.pointing:
        word = text.words[place].fold
        named = [p for p in range(place) if text.words[p].fold == word]
        if not named or len(word) < _SHORTEST or word in FREE | TIES:
            continue
        if not _bare_surname(told, place):
            continue
        speaking = _speaking(text)
        if _given(text, place, speaking) is not None:
            continue
        first = _tied(text, place)
        full = [
            p
            for p in named
            if _given(text, p, speaking) is not None and _same_ties(text, (first, place), p)
        ]
        if not full or not _one_person(text, word):
            continue
        if not _of_this_office(text, first, full):
            continue
        for last in full:
            yield from _introduced(told, (first, place), last, speaking)


def _introduced(
    told: Told, bare: tuple[int, int], last: int, speaking: dict[int, int]
) -> Iterator[Mention]:
    """The full name that ends at *last* for the surname at *bare*, and with its office."""
    text, (first, place) = told.text, bare
    begin, run = _given(text, last, speaking), speaking.get(last)
    ending = _ending(text, place)
    if begin is not None:
        yield told.mention(first, place + 1, written(text, begin, last + 1) + ending)
    if begin is None or _titled(text, first):
        return
    if text.language == "en" and (longer := _capitals(text, begin)) < begin:
        yield told.mention(first, place + 1, written(text, longer, last + 1) + ending)
    if run is not None and run < begin:
        yield told.mention(first, place + 1, written(text, run, last + 1) + ending)
    for start, end in introduced(text, begin, last + 1):
        closing = "," if parted(text, end) or (start < begin and parted(text, begin)) else ""
        yield told.mention(first, place + 1, written(text, start, end) + closing + ending)
        if (office := its_office(text, start)) is not None:
            said = office[0] + text.gap(office[1]) + written(text, office[1], end)
            yield told.mention(first, place + 1, said + closing + ending)


def _capitals(text: Passage, begin: int) -> int:
    """Where the words with capitals begin that stand before *begin*: "Mohamed Ould Cheikh"."""
    longest = max(0, begin - _LONGEST)
    while begin > longest and _capital_before(text, begin):
        begin -= 1
    return begin


def _ending(text: Passage, place: int) -> str:
    word = text.words[place].text
    return word[-2:] if word.endswith(("'s", "’s")) else ""


def _speaking(text: Passage) -> dict[int, int]:
    """For the last word of each speaker, where its office and name begin.

    A Hebrew verb behind its speaker ends the name, whatever it says.
    """
    return {
        f.speaker[-1]: f.speaker.start
        for f in text.frames
        if f.speaker and len(f.speaker) <= _LONGEST and f.speaker[-1] < len(text.words)
        if f.opened or (text.language == "he" and f.speaker.stop == f.at)
    }


def _tied(text: Passage, place: int) -> int:
    """Where the surname begins that ends at *place*: «بن عمار»."""
    while place > 0 and text.words[place - 1].fold in TIES and not parted(text, place):
        place -= 1
    return place


def _same_ties(text: Passage, bare: tuple[int, int], last: int) -> bool:
    """Whether the full name that ends at *last* has what ties the words of the surname *bare*.

    «سلمان» is not «محمد بن سلمان»; «ولد عبد العزيز» is «محمد ولد عبد العزيز».
    """
    first, place = bare
    tied = [word.fold for word in text.words[first:place]]
    return [word.fold for word in text.words[_tied(text, last) : last]] == tied


def _given(text: Passage, last: int, speaking: dict[int, int]) -> int | None:
    """Where the full name begins whose surname ends at *last*; None when that stands alone."""
    first = _tied(text, last)
    place = first - 1
    if place < 0 or parted(text, first):
        return None
    word = text.words[place]
    if text.language == "en":
        proper = word.text[:1].isupper() and (given_name(word.fold) or not listed(word.fold))
        return place if proper else None
    if (tied := _tied(text, place)) < place:
        return _named_with_ties(text, tied)
    if given_name(word.fold) or (nameish(text, place) and not text.keys[place]):
        return place
    if _looks_joined(word.fold) and not listed(text.words[last].fold):
        return place
    run = speaking.get(last)
    if run is None or run >= place or len(word.fold) < _SHORTEST:
        return None
    article = "ال" if text.language == "ar" else "ה"
    common = word.fold.startswith(article) or actor(text, place) or title(text, place)
    return None if common else place


def _named_with_ties(text: Passage, tied: int) -> int:
    """Where a full name begins that has ties from *tied* on: «محمد ولد الشيخ», «عبد الفتاح»."""
    before = tied - 1
    if before < 0 or parted(text, tied):
        return tied
    return before if given_name(text.words[before].fold) else tied


def _looks_joined(word: str) -> bool:
    """Whether a name in «و» is only taken for a word behind "and": «وافولا», of no «أفول»."""
    joined = word[0] == "و" and len(word) > _SHORTEST
    return joined and not as_it_stands(word) and not as_it_stands(word[1:])


def _bare_surname(told: Told, place: int) -> bool:
    """Whether the word at *place* may be a surname, and not another word."""
    text, own = told.text, told.source.passage
    word = text.words[place]
    if text.keys[place]:
        return False
    if _tied(text, place) < place:
        return True
    if text.language == "en":
        behind = place + 1 < len(text.words) and text.words[place + 1].text[:1].isupper()
        return word.text[:1].isupper() and not (behind and not parted(text, place + 1))
    if not listed(word.fold) or given_name(word.fold) or only_proper(text.meanings[place]):
        return True
    return any(f.opened and f.speaker and told.own + f.speaker[-1] == place for f in own.frames)


def _one_person(text: Passage, surname: str) -> bool:
    """Whether all in the article who have *surname* have one given name."""
    speaking = _speaking(text)
    places = (p for p, w in enumerate(text.words) if w.fold == surname)
    begins = [b for p in places if (b := _given(text, p, speaking)) is not None]
    names = [text.words[b].fold for b in begins]
    return all(one == names[0] or one_given_name(one, names[0]) for one in names)


def _titled(text: Passage, first: int) -> bool:
    """Whether an office stands right before the surname that begins at *first*."""
    before = first - 1
    if before < 0 or parted(text, first):
        return False
    if text.language == "en" and not text.words[before].text[:1].isupper():
        return False
    return bool(text.meanings[before] & persons()) and listed(text.words[before].fold)


def _of_this_office(text: Passage, first: int, full: list[int]) -> bool:
    """Whether no office stands before the surname here that was not told of him before."""
    if not _titled(text, first):
        return True
    meant = text.meanings[first - 1]
    near = (p for last in full for p in range(max(0, last - _LONGEST), last))
    return any(meant & text.meanings[p] for p in near)


def _of_offices(told: Told) -> Iterator[Mention]:
    text = told.text
    for place in told.pointing:
        found = definite(text, place)
        if found is None or not text.meanings[place] & persons() or not listed(found[1]):
            continue
        if _goes_on(text, place) or _governed(text, place):
            continue
        holders = _holders(text, place, found[1])
        names = {name for _, _, name in holders}
        if len(names) != 1 or "" in names or not _one_person(text, *names):
            continue
        begin, end, _ = holders[0]
        while text.language == "en" and begin and _capital_before(text, begin):
            begin -= 1
        first = place - 1 if text.language == "en" else place
        put = written(text, begin, end)
        yield told.mention(first, place + 1, found[0] + put + _ending(text, place))


def _goes_on(text: Passage, place: int) -> bool:
    """Whether the office at *place* has a name, an attribute or a clause of its own behind it."""
    after = place + 1
    if not stops(text, after) and (nameish(text, after) or given_name(text.words[after].fold)):
        return True
    return narrowed(text, place)


def _governed(text: Passage, place: int) -> bool:
    """Whether *place* only tells whose somebody is: «مستشار الوزير», "the minister's son"."""
    if text.language == "en":
        return text.words[place].text.endswith(("'s", "’s"))
    before = place - 1
    if before < 0 or parted(text, place):
        return False
    return actor(text, before) or bool(text.meanings[before] & persons())


def _capital_before(text: Passage, place: int) -> bool:
    return text.words[place - 1].text[:1].isupper() and not parted(text, place)


def _holders(text: Passage, end: int, noun: str) -> list[tuple[int, int, str]]:
    """Who was told of before with the office *noun*: where, up to where, and the surname.

    One without a name has none: there nobody is meant.
    """
    found = []
    for place in range(end):
        word = text.words[place].fold
        if not _LIKE_HIM.isdisjoint(without_particles(word)):
            found.append((place, place + 1, ""))
        bare = word == noun if text.language == "en" else _same_office(text, place, noun)
        if not bare:
            continue
        name = _name_behind(text, place, end)
        if name is None:
            if not _alone(text, place):
                found.append((place, place + 1, ""))
            continue
        found.append((place, name, text.words[name - 1].fold))
    return found


def _same_office(text: Passage, place: int, noun: str) -> bool:
    word = text.words[place].fold
    forms = (word, word[1:] if word[:1] in "وفبلשהול" else word)
    article = "ال" if text.language == "ar" else "ה"
    return any(form in (noun, article + noun) for form in forms)


def _alone(text: Passage, place: int) -> bool:
    """Whether the office at *place* only points back itself: «وقال الوزير إن»."""
    return definite(text, place) is not None and not _goes_on(text, place)


def _name_behind(text: Passage, place: int, end: int) -> int | None:
    """Where the name ends that stands behind the office at *place*."""
    for at in range(place + 1, min(end, place + _LONGEST)):
        if stops(text, at) or text.words[at].fold in FREE:
            return None
        proper = given_name(text.words[at].fold) and not text.words[at].fold.startswith("ال")
        if text.language == "en":
            proper = text.words[at].text[:1].isupper() and at == place + 1
        if not proper:
            continue
        last = at + 1
        while last < end and text.words[last].fold in TIES:
            last += 1
        if last >= end or parted(text, last):
            return None
        if text.language == "en" and not text.words[last].text[:1].isupper():
            return last
        return last + 1
    return None
