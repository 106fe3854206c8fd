"""The kind of two names told as a dual before them: «البنكان كريدي نور وأورلان», «البلدان».

The rule: the evidence joins the two and no third with them, or says one word of each («مساهمو س
ومساهمو ص»); and each is of that kind: a country, a place or a company by the list of names, or what
the article calls so right beside the name. Of two that one word is said of, one may be known so,
where the article calls the other no other kind.

What it may get wrong: a name that the article calls so in another sense. The escape hatch is to
leave the noun out.
"""

from __future__ import annotations

from functools import lru_cache

from digests.language.kin import without_particles
from digests.language.lexicon import listed, meanings
from digests.language.lists import folded
from digests.model import Lang
from digests.stories.names import table
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.class_nouns import CLASS_NOUNS
from digests.summaries.verify.nationality import countries
from digests.summaries.verify.paired import joined_there, pair_behind, run
from digests.summaries.verify.passage import Passage, passage
from digests.summaries.verify.source import Source

_COUNTRIES, _COMPANIES = folded("بلد دولة"), folded("شركة")
_PLACES = folded("مدينة بلدة قرية جزيرة")
_KINDS = (
    _COUNTRIES
    | _COMPANIES
    | _PLACES
    | folded(
        "بنك مصرف صحيفة وكالة قناة منظمة جامعة ناد نادي حزب ولاية محافظة وزارة نقابة فريق منتخب "
        "حركة جماعة مجموعة جمعية متجر مطار ميناء مستشفى مصنع مجلة منصة"
    )
)
_DUALS = ("تان", "تين", "تا", "تي", "ان", "ين", "ا", "ي")
#: How the key of a name ends that stands for its country.
_CAPITAL = ":of"
#: Words beside a name among which its kind stands.
_BESIDE = 2


def two_of_a_kind(sentence: Passage, dual: int, source: Source, aligned: Alignment) -> bool:
    """Whether the dual at *dual* says no more than what the two named behind it are."""
    kind = _kind(sentence.words[dual].fold)
    pair = pair_behind(sentence, dual) if kind else None
    if kind is None or pair is None:
        return False
    evidence = source.passage
    runs = [run(own, aligned) for own in pair]
    if not all(runs) or set(runs[0]) & set(runs[1]):
        return False
    each = _said_of_each(evidence, *sorted(runs, key=lambda one: one.start))
    if not each and not joined_there(pair, evidence, aligned):
        return False
    known = [
        _listed(sentence, own.start, kind) or _called(evidence, name, kind, source)
        for own, name in zip(pair, runs, strict=True)
    ]
    if all(known):
        return True
    others = [name for name, is_so in zip(runs, known, strict=True) if not is_so]
    return each and any(known) and not any(_otherwise(evidence, o, source) for o in others)


def _kind(word: str) -> str | None:
    """The kind, in the singular, of which the folded *word* is a dual."""
    for form in without_particles(word):
        for end in _DUALS:
            stem = form.removesuffix(end)
            if stem == form:
                continue
            one = stem + "ه" if end.startswith("ت") else stem
            if one in _KINDS:
                return one
    return None


def _said_of_each(evidence: Passage, first: range, second: range) -> bool:
    """Whether one word is said of each of two: «مساهمو س ومساهمو ص»."""
    between = [evidence.words[j].fold for j in range(first.stop, second.start)]
    before = evidence.words[first.start - 1].fold if first.start else ""
    marked = any(evidence.gap(j).strip() for j in range(first.stop, second.start + 1))
    return not marked and between in ([f"و{before}"], ["and", before], [f"ו{before}"])


def _listed(sentence: Passage, place: int, kind: str) -> bool:
    """Whether the name at *place* is of *kind* by the list of names."""
    if any(key.endswith(_CAPITAL) for key in sentence.keys[place]):
        return False  # «باريس», of France
    country = bool(countries(sentence, place))
    if kind in _COUNTRIES:
        return country
    sections = {table().kinds[key.partition(":")[0]] for key in sentence.keys[place]}
    if kind in _PLACES:
        return "places" in sections and not country
    return kind in _COMPANIES and "companies" in sections


def _called(evidence: Passage, name: range, kind: str, source: Source) -> bool:
    """Whether the article has *kind* right beside the name that stands at *name*."""
    meant = meanings(kind)
    return any(
        kind in without_particles(word)
        or (source.article.language != "ar" and meant & meanings(word))
        for word in _beside(evidence, name, source)
    )


def _otherwise(evidence: Passage, name: range, source: Source) -> bool:
    """Whether the article has another kind right beside the name at *name*."""
    kinds = _KINDS | CLASS_NOUNS
    return any(not kinds.isdisjoint(without_particles(w)) for w in _beside(evidence, name, source))


def _beside(evidence: Passage, name: range, source: Source) -> list[str]:
    """The words right before the name at *name* wherever the article has it."""
    text = _read(source.article.title + ". " + source.article.text, source.article.language)
    wanted = [evidence.words[j].fold for j in name[:1]]
    wanted += [w for j in name[1:_BESIDE] if not listed(w := evidence.words[j].fold)]
    wanted[0] = wanted[0] if wanted[0] in [w.fold for w in text.words] else wanted[0][1:]
    size = len(wanted)
    found: list[str] = []
    for at in range(len(text.words) - size + 1):
        if [w.fold for w in text.words[at : at + size]] == wanted:
            found += [w.fold for w in text.words[max(0, at - _BESIDE) : at] if not text.ends(at)]
    return found


@lru_cache(maxsize=4)
def _read(text: str, language: Lang) -> Passage:
    return passage(text, language)
