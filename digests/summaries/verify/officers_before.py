"""Whose an office of a company is that the evidence tells without it: "Aldo Reni, the chief
executive, said".

The rule: an office that only companies have, definite and with nothing behind it that tells whose
it is, is of the company which the article has told of up to that sentence, by the same rule by
which it tells what "the company" is. A sentence that names a company itself leaves it open.

What it may get wrong: a visitor from a company that the article does not name. The escape hatch is
the table of offices.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.lists import folded
from digests.language.normal import fold
from digests.summaries.verify.companies_before import companies_named, company_meant, name_of
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.pointing_nouns import attribute
from digests.summaries.verify.told import Mention, Told, parted, sentence_start, stops

#: Offices of companies by their words as folded, the article aside, in each language.
_OFFICES = {
    language: sorted(
        (tuple(map(fold, o.split())) for o in names.split(", ")), key=len, reverse=True
    )
    for language, names in {
        "en": "chief executive, chief executive officer, ceo, chief financial officer, cfo, "
        "chief operating officer, chief technology officer, founder, co-founder, cofounder",
        "ar": "الرئيس التنفيذي, الرئيسة التنفيذية, المدير التنفيذي, المديرة التنفيذية, "
        "المدير المالي, المديرة المالية, المؤسس, المؤسسة المشاركة, المؤسس المشارك",
        "he": 'המנכ"ל, המנכ"לית, סמנכ"ל הכספים, סמנכ"לית הכספים, המייסד, המייסדת',
    }.items()
}


def officers_before(told: Told) -> Iterator[Mention]:
    """The offices of the evidence with the company whose they are."""
    text, own = told.text, set(told.pointing)
    for place in told.pointing:
        end = _office(text, place)
        if end is None or end - 1 not in own or _of_somebody(text, end):
            continue
        start = sentence_start(text, place)
        companies = companies_named(text, place)
        if any(one.first >= start for one in companies):
            continue
        company = company_meant(text, start, companies)
        if company is None:
            continue
        said = " ".join(word.text for word in text.words[place:end])
        name = name_of(text, company, start, "")
        yield told.mention(place, end, _owned(said, name, text.language))


def _office(text: Passage, place: int) -> int | None:
    """Where the office ends that begins at *place*."""
    if text.language == "en" and (not place or text.words[place - 1].fold != "the"):
        return None
    for office in _OFFICES[text.language]:
        end = place + len(office)
        if tuple(word.fold for word in text.words[place:end]) == office:
            return end
    return None


def _of_somebody(text: Passage, end: int) -> bool:
    """Whether what stands behind an office tells whose it is: a name, "of", «للشركة»."""
    if stops(text, end):
        return False
    following = text.words[end]
    if text.language == "en":
        return following.text[:1].isupper() or following.fold in _OF
    if parted(text, end):
        return True
    return following.fold[:1] == "ل" or following.fold in _OF or attribute(text, end - 1)


_OF = folded("of at in for from behind who that whose and של שהוא ب في")


def _owned(office: str, company: str, language: str) -> str:
    """The *office* of the *company* as the language says it."""
    if language == "en":
        return f"{office} of {company}"
    return f"{office} ل{company}" if language == "ar" else f"{office} של {company}"
