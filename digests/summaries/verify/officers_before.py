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


#: The same with a pronoun for the company, and how each is said with its name.
_ITS = {
    "en": {
        (its, *office): "the " + " ".join(office) + " of {}"
        for office in _OFFICES["en"]
        for its in ("its", "their")
    },
    "ar": {
        tuple(map(fold, (noun.replace("ة", "ت") + its, *attribute))): f"{noun} {{}}"
        + "".join(f" {word}" for word in attribute)
        for noun, *attribute in (
            ("رئيس", "التنفيذي"), ("رئيسة", "التنفيذية"), ("مدير", "التنفيذي"),
            ("مديرة", "التنفيذية"), ("مدير", "المالي"), ("مديرة", "المالية"), ("مدير", "العام"),
            ("مديرة", "العامة"), ("مؤسس",), ("مؤسسة",),
        )
        for its in ("ها", "ه", "هم")
    },
}  # fmt: skip


def officers_before(told: Told) -> Iterator[Mention]:
    """The offices of the evidence with the company whose they are."""
    text, own = told.text, set(told.pointing)
    for place in told.pointing:
        end = _office(text, place)
        if end is None or end - 1 not in own or _of_somebody(text, end):
            continue
        name = _company(text, place)
        if name is None:
            continue
        said = " ".join(word.text for word in text.words[place:end])
        yield told.mention(place, end, _owned(said, name, text.language))


def its_office(text: Passage, place: int) -> tuple[str, int] | None:
    """The office at *place* that is told by whose it is, with the company, and where it ends.

    "Its chief executive", «رئيستها التنفيذية»; None for another one, or when no company is meant.
    """
    for office, own in _ITS.get(text.language, {}).items():
        end = place + len(office)
        if tuple(word.fold for word in text.words[place:end]) == office:
            name = _company(text, place)
            return (own.format(name), end) if name is not None else None
    return None


def _company(text: Passage, place: int) -> str | None:
    """The name of the company that is meant in the sentence of the office at *place*."""
    start = sentence_start(text, place)
    companies = companies_named(text, place)
    if any(one.first >= start for one in companies):
        return None
    company = company_meant(text, start, companies)
    return name_of(text, company, start, "") if company is not None else None


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
