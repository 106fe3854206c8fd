"""«الشركة» for a name that the evidence repeats, where the article says that it is a company's.

The rule: a name is a company's where the article has «شركة» right before it, and so of the other
nouns of bodies. The definite noun needs no support where the sentence has told the name before, and
the evidence has that name beside what stands by the noun here («إن نورال ستبيع», «إن الشركة
ستبيع»), or a pronoun for it in its own words («قالت نورال إنها»). And «وفق الشركة» of the evidence
is that name's word, where it stands before. Where the evidence has two names of one noun, it is
nobody's.

What it may get wrong: a second body of the kind that the article never calls so. The escape hatch
is to repeat the name, as the source does.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.given_names import given_name
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.summaries.verify.actors import actor
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.naming import Speaker
from digests.summaries.verify.passage import Passage, passage
from digests.summaries.verify.source import Source

_HERS = folded("شركة منظمة مؤسسة مجموعة جمعية جامعة حركة جماعة صحيفة وكالة منصة هيئة نقابة")
_HIS = folded("بنك مصرف حزب نادي فريق متجر موقع تطبيق مصنع")
#: What may stand between a name and its verb.
_VERBAL = folded("لم لن لا قد سوف")
_ITS = ("ها",), ("ه",)
_OPENERS = folded("إنها أنها بأنها لكنها إنه أنه بأنه لكنه")


def classed(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the noun at *place* stands for the one name of its kind in the evidence."""
    if _right_before_its_name(sentence, place, source):
        return True
    noun = _noun(sentence.words[place].fold)
    if noun is None or source.passage.language != sentence.language:
        return False
    named = _named(noun, source, range(len(source.passage.words)))
    if not named:
        return False
    name = set(without_particles(source.passage.words[named[0]].fold))
    told = (word.fold for word in sentence.words[:place])
    if not any(name.intersection(without_particles(word)) for word in told):
        return False
    return _beside(place, named, source.passage, aligned) or _its(
        place, noun, named, source.passage, aligned
    )


def _right_before_its_name(sentence: Passage, place: int, source: Source) -> bool:
    """Whether the article has the noun at *place* before the name that follows: «لشركة نورال»."""
    nouns = (_HERS | _HIS).intersection(without_particles(sentence.words[place].fold))
    behind = place + 1
    if not nouns or behind >= len(sentence.words) or sentence.gap(behind).strip():
        return False
    article = passage(source.article.text, source.article.language)
    name = sentence.words[behind].fold
    told = any(word.fold == name for word in source.passage.words)
    return told and any(name in _called(noun, article) for noun in nouns)


def speaks_as(own: list[int], source: Source) -> Iterator[Speaker]:
    """Who speaks as «الشركة» in the evidence, with the name before: «تعمل نورال …، وفق الشركة»."""
    noun = _noun(source.passage.words[own[0]].fold) if len(own) == 1 else None
    if noun is not None and (named := _named(noun, source, range(own[0]))):
        yield Speaker(source.passage, [named[-1], *own])


def _noun(word: str) -> str | None:
    """The noun of a body that is definite in *word*: «الشركة», «للشركة», «بالشركة»."""
    if not any(word.startswith(front) for front in ("ال", "لل", "بال", "وال", "فال")):
        return None
    forms = set(without_particles(word))
    return next((form for form in forms if form in _HERS | _HIS), None)


def _named(noun: str, source: Source, places: range) -> list[int]:
    """Where the one name that the article calls by *noun* stands at *places* of the evidence."""
    evidence = source.passage
    names = _called(noun, passage(source.article.text, source.article.language))
    names |= _called(noun, passage(source.article.title, source.article.language))
    found: dict[str, list[int]] = {}
    for place in places:
        own = names.intersection(without_particles(evidence.words[place].fold))
        if evidence.is_a_company(place) and noun == _COMPANY:
            own = {min(evidence.keys[place])}
        for name in own:
            found.setdefault(name, []).append(place)
    return next(iter(found.values())) if len(found) == 1 else []


_COMPANY = next(iter(folded("شركة")))


def _called(noun: str, text: Passage) -> set[str]:
    """The names that *text* has right behind *noun*: «شركة نورال», «لشركة نورال»."""
    found: set[str] = set()
    for place in range(1, len(text.words)):
        word, before = text.words[place].fold, text.words[place - 1].fold
        if noun not in without_particles(before) or "ال" in before[:3] or text.gap(place).strip():
            continue
        if text.keys[place] or given_name(word) or not as_it_stands(word):
            found.add(word)
    return found


def _beside(place: int, named: list[int], evidence: Passage, aligned: Alignment) -> bool:
    """Whether a word beside *place* rests on one beside the name: «إن نورال لن تبيع»."""
    behind = {j - (evidence.words[j - 1].fold in _VERBAL) for j in aligned.of(place + 1) if j}
    before = {j + 1 for j in aligned.of(place - 1)}
    found = ({j - 1 for j in behind} | before).intersection(named)
    return any(not evidence.gap(k if k in before else k + 1).strip() for k in found)


def _its(place: int, noun: str, named: list[int], evidence: Passage, aligned: Alignment) -> bool:
    """Whether the evidence has a pronoun there for the name that speaks: «قالت نورال إنها»."""
    ends = _ITS[noun in _HIS]
    verbs = [j for j in aligned.of(place + 1) if j and evidence.words[j - 1].fold in _OPENERS]
    pronouns = [j - 1 for j in verbs] + list(aligned.of(place - 1))
    return any(
        evidence.words[j].fold.endswith(ends) and _speaks(j, named, evidence) for j in pronouns
    )


def _speaks(place: int, named: list[int], evidence: Passage) -> bool:
    """Whether the word at *place* is in what the name at *named* says, with nobody else told of."""
    for frame in evidence.frames:
        who = [p for p in frame.speaker if evidence.words[p].fold not in _HERS | _HIS]
        said = range(frame.claim.start - 1, frame.claim.stop)
        if frame.opened and place in said and who and who[0] in named:
            others = (p for p in range(frame.claim.start, place) if actor(evidence, p))
            return all(p in named for p in others)
    return False
