"""The company to which «الشركة», "the company" or החברה of the evidence points.

The rule: it is the one company of the last sentence that names any, if the title names it and no
other, or names none and it is the subject there or the only one that the article has named. A
company is a listed one, or what the article calls one («شركة «أورن»», "Larkfield, a hosting
company"). Where somebody unknown has the word since, nobody is meant.

What it may get wrong: a company that is named without its noun, is not listed, and stands far from
the beginning of its sentence. The escape hatch is to cite the sentence that names it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from digests.language.given_names import given_name
from digests.language.lists import folded
from digests.language.named_nouns import BODIES, nouns, senses
from digests.stories.names import table
from digests.summaries.verify.name_words import kinds_of, nameish, of_a_person, unknown
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.pointing_nouns import definite, narrowed
from digests.summaries.verify.told import (
    SUBJECT,
    Mention,
    Told,
    parted,
    sentence_start,
    stops,
    subjects,
    written,
)

#: What "the company" is, and what a company may be called besides.
_NOUN_OF, _CALLED = "company", "business"
#: Products, and what else stands among the listed companies that is none.
_NO_COMPANIES = frozenset(
    "azure chrome android gemini alexa iphone siri appstore musk grok chatgpt pegasus graphite "
    "windows xbox citizenlab wikipedia threads-app".split()
)
_ARTICLES = folded("a an the")
#: What stands behind such a noun.
_BEHIND = folded("of in at from for that which based with owned and")
_LANGUAGES = {"ar": 0, "en": 1, "he": 2}
_OF = folded("من של")
#: Words of a name, and of the noun before it with what it deals in, at most.
_LONGEST, _NOUN = 4, 2


@dataclass(frozen=True, slots=True)
class Company:
    """A company named by the words from ``first`` up to ``end``; ``key`` is what it is."""

    first: int
    end: int
    key: str
    listed: bool


def companies_before(told: Told) -> Iterator[Mention]:
    """The names of the companies to which nouns of the evidence point."""
    text = told.text
    for place in told.pointing:
        found = definite(text, place)
        if found is None or not _of_a_company(found[1], text) or narrowed(text, place):
            continue
        company = company_meant(text, place, companies_named(text, place))
        if company is not None:
            first = place - 1 if text.language == "en" else place
            yield told.mention(first, place + 1, name_of(text, company, place, found[0]))


def companies_named(text: Passage, end: int) -> list[Company]:
    """The companies that are named before *end*, in their order."""
    found: list[Company] = []
    place = 0
    while place < end:
        company = _listed(text, place) or _called(text, place) or _opens_all(text, place)
        if company is not None:
            found.append(company)
        place = company.end if company is not None else place + 1
    taken = {p for one in found for p in range(one.first, one.end)}
    again = [
        Company(place, _said_again(text, place, one), one.key, listed=False)
        for one in {one.key: one for one in found if not one.listed}.values()
        for place in range(end)
        if place not in taken and text.words[place].fold == one.key
    ]
    return sorted([*found, *again], key=lambda one: one.first)


def _said_again(text: Passage, place: int, company: Company) -> int:
    """Where the name of *company* ends that begins at *place* again, whole or in part."""
    size = company.end - company.first
    names = (text.words[p].fold for p in range(company.first, company.end))
    here = [word.fold for word in text.words[place : place + size]]
    same = 0
    while same < len(here) and here[same] == next(names):
        same += 1
    return place + max(same, 1)


def _listed(text: Passage, place: int) -> Company | None:
    kinds = table().kinds
    if text.language == "en" and place and text.words[place - 1].fold in _ARTICLES:
        return None  # "a Google critic"
    for key in sorted(text.keys[place]):
        name, _, how = key.partition(":")
        if kinds[name] != "companies" or how != "it" or name in _NO_COMPANIES:
            continue
        end = place + 1
        while end < len(text.words) and key in text.keys[end] and not stops(text, end):
            end += 1
        return Company(place, end, name, listed=True)
    return None


def _called(text: Passage, place: int) -> Company | None:
    """The company whose name begins at *place*, as the article calls it one."""
    if text.language == "en":
        return _apposed(text, place)
    if not _behind_its_noun(text, place):
        return None
    quoted = "«" in text.gap(place) or '"' in text.gap(place)
    end = place
    while end < len(text.words) and end < place + _LONGEST:
        if end > place and parted(text, end):
            break
        if not quoted and not _new_name(text, end):
            break
        end += 1
    if end == place or (quoted and not text.gap(end).strip() if end < len(text.words) else False):
        return None
    return Company(place, end, text.words[place].fold, listed=False)


def _opens_all(text: Passage, place: int) -> Company | None:
    """The name in capitals that opens the title and the text: "General Motors recalled", and is
    nobody's: it is one word, or its last is of companies' names; then it may open one of them."""
    first = _title_end(text)
    if text.language != "en" or place not in (0, first) or not first:
        return None
    end = place
    while end < len(text.words) and text.words[end].text[:1].isupper():
        if end > place and parted(text, end):
            break
        end += 1
    name = [text.words[p].fold for p in range(place, end)]
    there = [text.words[p].fold for p in range(first - place, first - place + len(name))]
    known = any(given_name(word) for word in name) or any(text.keys[p] for p in range(place, end))
    if not name or known or end >= len(text.words):
        return None
    told = len(name) > 1 and name[-1] in _OF_NAMES
    if not told and (len(name) > 1 or name != there):
        return None
    return Company(place, end, name[0], listed=False)


#: Last words of companies' names, and of no person's.
_OF_NAMES = folded(
    "motors airlines airways air aviation aerospace industries systems technologies "
    "technology group holdings holding partners bank energy oil gas petroleum steel foods "
    "pharmaceuticals pharma media studios labs software electric electronics communications "
    "telecom networks robotics semiconductor semiconductors logistics shipping lines line rail "
    "railway railways railroad freight ferries transit motor foundries mills works bancorp "
    "insurance capital ventures brothers company corporation corp inc ltd plc stores brands "
    "beverages chemicals mining"
)


def _behind_its_noun(text: Passage, place: int) -> bool:
    """Whether a company's noun stands before *place*, alone or with what it deals in: «شركة
    الاتصالات أفق», חברת התוכנה נטלין."""
    if not place or stops(text, place):
        return False
    if _a_company(text, place - 1):
        return True
    deals = place > 1 and not parted(text, place - 1) and definite(text, place - 1) is not None
    if not deals or not _a_company(text, place - 2):
        return False
    return nameish(text, place) or _in_the_title(text, place)


def _of_a_company(noun: str, text: Passage) -> bool:
    return noun in nouns(text.language, _NOUN_OF)


def _a_company(text: Passage, place: int) -> bool:
    """Whether an indefinite noun of companies stands at *place*."""
    named = senses(text.words[place].fold, text.language, _NOUN_OF, _CALLED)
    return bool(named) and definite(text, place) is None


def _a_business(text: Passage, place: int) -> bool:
    """Whether the word at *place* is what a company may be called."""
    return bool(senses(text.words[place].fold, text.language, _NOUN_OF, _CALLED))


def _in_the_title(text: Passage, place: int) -> bool:
    """Whether the word at *place* stands in the title, as a name does and a verb hardly ever."""
    words = (text.words[p].fold for p in range(_title_end(text)))
    return place >= _title_end(text) and text.words[place].fold in words


def _title_end(text: Passage) -> int:
    return next((p for p in range(1, len(text.words)) if text.ends(p)), 0)


def _new_name(text: Passage, place: int) -> bool:
    return (nameish(text, place) or _in_the_title(text, place)) and not text.keys[place]


def _apposed(text: Passage, place: int) -> Company | None:
    """The name in capitals at *place* that "a hosting company" stands behind, or a company's noun
    right before."""
    words = text.words
    if not words[place].text[:1].isupper() or (place and words[place - 1].text[:1].isupper()):
        return None
    end = place + 1
    while end < len(words) and words[end].text[:1].isupper() and not parted(text, end):
        end += 1
    before = bool(place) and _a_business(text, place - 1) and not parted(text, place)
    behind = text.gap(end).strip() == "," if end < len(words) else False
    if behind and words[end].fold in _ARTICLES:
        last = next(
            (p for p in range(end, min(len(words), end + 6)) if _ends_noun(text, p + 1)), end
        )
        behind = _a_business(text, last)
    else:
        behind = False
    return Company(place, end, words[place].fold, listed=False) if before or behind else None


def _ends_noun(text: Passage, place: int) -> bool:
    if place < len(text.words) and text.gap(place) == "-":
        return False  # "the Seattle-based company"
    return stops(text, place) or text.words[place].fold in FREE or text.words[place].fold in _BEHIND


def company_meant(text: Passage, place: int, companies: list[Company]) -> Company | None:
    """The company that "the company" at *place* is."""
    if not companies:
        return None
    last = companies[-1]
    start = sentence_start(text, last.first)
    near = {one.key for one in companies if one.first >= start}
    title = {one.key for one in companies if one.first < _title_end(text)}
    since = start if title else 0
    if len(near) > 1 or (title and title != near) or _somebody_else(text, since, place, companies):
        return None
    if not _just_before(text, last.first, place):
        return None
    subject = any(
        one.first < start + SUBJECT and one.key == last.key
        for one in companies
        if one.first >= start
    )
    alone = len({one.key for one in companies}) == 1
    return last if title or subject or alone else None


def _just_before(text: Passage, named: int, place: int) -> bool:
    """Whether each sentence between that of the word *named* and that of *place* tells of the
    company by its noun, or is a person's who tells of nobody else: in another one anybody may be
    told of."""
    first = sentence_start(text, named)
    for at in range(first + 1, place + 1):
        if text.ends(at):
            here = range(first, at)
            if not (
                named in here
                or any(_of_a_company(_noun(text, p), text) for p in here)
                or _a_persons(text, here)
            ):
                return False
            first = at
    return True


def _a_persons(text: Passage, sentence: range) -> bool:
    """Whether a person says *sentence*, and no body and no name is told of in it but his own."""
    speakers = [f.speaker for f in text.frames if f.opened and f.speaker and f.at in sentence]
    if len(speakers) != 1 or not of_a_person(text, speakers[0]):
        return False
    his = _person(text, speakers[0])
    return not any(
        (_proper(text, p) and p not in his and not _of_a_day_or_place(text, p))
        or _some_body(text, p)
        for p in sentence
    )


def _some_body(text: Passage, place: int) -> bool:
    """Whether a noun at *place* tells of a body that is not just pointed to, or of a business."""
    word = text.words[place].fold
    if senses(word, text.language, _NOUN_OF, _CALLED):
        return True
    return bool(senses(word, text.language, *BODIES)) and definite(text, place) is None


def _proper(text: Passage, place: int) -> bool:
    capital = text.words[place].text[:1].isupper() and not text.ends(place)
    return nameish(text, place) or (text.language == "en" and capital)


def _person(text: Passage, speaker: range) -> range:
    """The places of *speaker* with the rest of his name and what stands between commas behind."""
    end = speaker.stop
    while end < len(text.words) and not parted(text, end) and nameish(text, end):
        end += 1
    return range(speaker.start, end)


def _of_a_day_or_place(text: Passage, place: int) -> bool:
    return place in text.dated or kinds_of(text, place) == {"places"}


def _noun(text: Passage, place: int) -> str:
    found = definite(text, place)
    return found[1] if found is not None else ""


def _somebody_else(text: Passage, start: int, end: int, companies: list[Company]) -> bool:
    """Whether a name that nothing is known of begins a sentence from *start* up to *end*, or a
    company without a name is told of there."""
    taken = {p for one in companies for p in range(one.first - _NOUN, one.end)}
    return any(unknown(text, p) for p in subjects(text, start, end) if p not in taken) or any(
        _some_company(text, p) for p in range(start, end) if p not in taken
    )


def _some_company(text: Passage, place: int) -> bool:
    """Whether a noun of companies stands at *place* without its article: "a supplier"."""
    if text.language == "en":
        before = [text.words[p].fold for p in range(max(0, place - _LONGEST), place)]
        return _a_business(text, place) and "the" not in before
    if place + 1 < len(text.words) and text.words[place + 1].fold in _OF:
        return False  # «مجموعة من الخدمات»
    return _a_business(text, place) and definite(text, place) is None


def name_of(text: Passage, company: Company, place: int, front: str) -> str:
    """The name of *company* in the place of the noun at *place*."""
    said = written(text, company.first, company.end)
    if company.listed:
        said = table().written[company.key][_LANGUAGES[text.language]] or said
    word = text.words[place]
    if text.language == "en":
        return f"{said}'s" if word.text.endswith(("'s", "’s")) else said
    if not company.listed and "«" in text.gap(company.first) and "«" not in said:
        said = f"«{said}»"
    noun = "شركة" if text.language == "ar" else "חברת"
    return f"{front}{noun} {said}"
