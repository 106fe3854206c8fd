"""The company or body that "It" or "Its" is where it opens a sentence of the evidence; «وأضافت أن».

The rule: it is what the sentence before tells of as its subject, by name or by its noun ("The
company operates 45 ships. It said"), where that sentence tells of no other body, and what the
pronoun does or has is a body's: it says something, employs or plans, or has a leader. An Arabic
verb of saying of a feminine, which opens its sentence and has its claim right behind it, is read in
the same way.

What it may get wrong: a sentence before whose subject is a thing that the tables call a body. The
escape hatch is to cite that sentence as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.conjugation import forms
from digests.language.frame import OPENERS
from digests.language.lists import folded
from digests.language.named_nouns import BODIES, senses
from digests.language.speech_verbs import act_of
from digests.summaries.verify.actors import persons
from digests.summaries.verify.body_names import begins_before, ends_behind
from digests.summaries.verify.companies_before import (
    Company,
    companies_named,
    company_meant,
    name_of,
)
from digests.summaries.verify.name_words import kinds_of
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.pointing_nouns import definite
from digests.summaries.verify.told import Mention, Told, sentence_start, written

_IT, _ITS = folded("it"), folded("its")
#: What a body does and no thing, besides saying something.
_DEEDS = forms(
    "en",
    "employ, plan, agree, sue, apologise, apologize, appoint, appeal, hire, intend, vow, refuse, "
    "negotiate, pledge, demand, urge, call, warn, offer, fire, dismiss, represent, own, operate, "
    "publish, serve, expect, decline".split(", "),
)
_ARTICLES = folded("the a an")
#: Words before a company's name that may be its noun.
_NOUN = 2
#: Words from "its" to the person, at most.
_OFFICE = 4
#: What may stand between "it" and its verb.
_HAVING = folded("has had will would also later then and since")


def it_before(told: Told) -> Iterator[Mention]:
    """The names of the bodies to which pronouns that open a sentence point."""
    text = told.text
    for place in told.pointing:
        if not place or not text.ends(place):
            continue
        word = text.words[place]
        if text.language == "en" and word.fold in _IT | _ITS and _of_a_body(text, place):
            whose = "'s" if word.fold in _ITS else ""
            for name in _subject(text, place):
                yield told.mention(place, place + 1, f"{name}{whose}")
        elif text.language == "ar" and _says(text, place):
            for name in _subject(text, place):
                yield told.mention(place, place + 1, f"{word.text} {name}")


def _of_a_body(text: Passage, place: int) -> bool:
    """Whether what the pronoun at *place* does or has is a body's."""
    if text.words[place].fold in _ITS:
        office = range(place + 1, min(len(text.words), place + 1 + _OFFICE))
        return any(text.meanings[p] & persons() for p in office)
    if any(place in frame.speaker for frame in text.frames):
        return True
    verb = place + 1
    while verb < len(text.words) and text.words[verb].fold in _HAVING:
        verb += 1
    return verb < len(text.words) and text.words[verb].fold in _DEEDS


def _says(text: Passage, place: int) -> bool:
    """Whether a verb of saying stands at *place*, of a feminine that is not named behind it."""
    verb = text.words[place].fold
    if not verb.endswith("ت") or place + 1 >= len(text.words):
        return False
    said = act_of(verb, "ar") or act_of(verb.removeprefix("و"), "ar")
    return said is not None and text.words[place + 1].fold in OPENERS["ar"]


def _subject(text: Passage, end: int) -> list[str]:
    """How the one body is written that the sentence before *end* tells of as its subject."""
    start = sentence_start(text, end - 1)
    if text.words[start].fold in _IT and start:
        return _subject(text, start) if _of_a_body(text, start) else []
    companies = companies_named(text, end)
    near = {one.key: one for one in reversed(companies) if one.first >= start}
    bodies = [p for p in range(start, end) if _body(text, p)]
    if near:
        one = next(iter(near.values()))
        others = [p for p in bodies if not one.first - _NOUN <= p < one.end]
        opens = one.first <= start + (0 if text.language == "en" else _NOUN)
        others = [p for p in others if definite(text, p) is None or not _of_a_company(text, p)]
        return [name_of(text, one, end, "")] if len(near) == 1 and opens and not others else []
    if len(bodies) != 1 or _named(text, start, end, bodies[0]):
        return []
    return _of_the_noun(text, bodies[0], start, companies)


def _body(text: Passage, place: int) -> bool:
    """Whether a noun of a body stands at *place*, with an article or without."""
    return bool(senses(text.words[place].fold, text.language, *BODIES))


def _of_a_company(text: Passage, place: int) -> bool:
    return bool(senses(text.words[place].fold, text.language, "company"))


def _named(text: Passage, start: int, end: int, noun: int) -> bool:
    """Whether a body is named from *start* up to *end* that is not the one with *noun*."""
    own = range(begins_before(text, noun), max(ends_behind(text, noun)))
    kinds = {"companies", "institutions", "campaigns"}
    return any(p not in own and kinds & kinds_of(text, p) for p in range(start, end))


def _of_the_noun(text: Passage, place: int, start: int, companies: list[Company]) -> list[str]:
    """The body at *place*, if it is the subject, as it is told there and by the company's name."""
    english = text.language == "en"
    first = begins_before(text, place) if english else place
    if english and first > start and text.words[first - 1].fold in _ARTICLES:
        first -= 1
    if first > start + (0 if english else 1):
        return []
    said = written(text, first, max(ends_behind(text, place)))
    names = [said[:1].lower() + said[1:] if text.words[first].fold in _ARTICLES else said]
    company = company_meant(text, place, [one for one in companies if one.first < place])
    if company is not None and definite(text, place) and _of_a_company(text, place):
        names.append(name_of(text, company, place, ""))
    return names
