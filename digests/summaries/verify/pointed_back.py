"""The name for which the evidence has only its noun: «سهم الشركة» of «شركة «أورن»», "the group".

The rule: the article writes the name between marks, or in capitals, right behind the noun of its
kind, and calls no other name so. The evidence has that noun, definite and with nothing that says
which; and going back from there the name is told before any rival of it: another company, the noun
once more of something else, or a sentence without the name and the noun. The words of the name in
the sentence then rest on that noun, and what the article has before the noun («the worker group»)
on it, too.

What it may get wrong: a second body of the kind that the article names without the noun, and that
no table knows. The escape hatch is to write the noun, as the source does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands, listed, meanings
from digests.language.lists import folded
from digests.language.marked_names import CLOSING, OPENING, marked_end
from digests.model import Article
from digests.stories.names import table
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import FREE, Passage, passage
from digests.summaries.verify.source import Source

#: The nouns of one kind in the languages of the evidence, one kind a line.
_KINDS = tuple(
    folded(line)
    for line in (
        "شركة company firm corporation חברה חברת",
        "مجموعة جماعة group קבוצה קבוצת",
        "حملة campaign קמפיין",
        "مرصد observatory monitor",
        "منظمة organisation organization ארגון",
        "جمعية رابطة association society אגודה אגודת עמותה עמותת",
        "نقابة اتحاد union federation איגוד",
        "حركة movement תנועה תנועת",
        "مؤسسة foundation institution קרן",
        "شبكة network רשת",
        "وكالة agency סוכנות",
        "مركز centre center מרכז",
        "معهد institute מכון",
        "حزب party מפלגה מפלגת",
        "صندوق fund",
        "صحيفة جريدة newspaper paper עיתון",
        "قناة channel ערוץ",
        "منصة platform פלטפורמה",
        "تطبيق app application אפליקציה",
        "برنامج program programme תוכנה",
        "نظام system מערכת",
        "تحالف ائتلاف coalition alliance קואליציה",
        "سفينة ship vessel ספינה ספינת",
    )
)
#: Kinds of which a listed company is one, too.
_COMPANIES = _KINDS[:1]
_DEFINITE = ("ال", "لل", "بال", "وال", "فال", "كال", "ولل")
#: Listed names that may be of a group, a movement or a party.
_RIVALS = frozenset({"campaigns", "institutions"})
#: Small words inside an English name.
_WITHIN = frozenset("for of the and to in on against".split())
_THE, _THAT = "the", "that"


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the article: its *words*, the *kind* of noun, and what stands before the noun."""

    words: tuple[str, ...]
    kind: frozenset[str]
    before: str = ""


def point_back(sentence: Passage, source: Source, aligned: Alignment) -> Alignment:
    """*aligned* with the names of *sentence* that the evidence tells only by their noun."""
    found: dict[int, tuple[int, ...]] = {}
    for name in called(source.article):
        places = [p for run in _told(name, sentence) for p in run]
        if not places or all(aligned.of(p) for p in places if p in sentence.telling):
            continue
        noun = next((j for j in sorted(source.inside) if _stands_for(name, j, source)), None)
        if noun is not None:
            places += _beside(sentence, places, name)
            found |= dict.fromkeys(places, (noun,))
    return aligned.pointing(found) if found else aligned


def unmarked(sentence: Passage, aligned: Alignment) -> Passage:
    """*sentence* without the marks around its names that the evidence only points to.

    They part nothing: who does what is judged as of any name.
    """
    text = list(sentence.text)
    for place in aligned.pointed:
        word = sentence.words[place]
        for at in (word.start - 1, word.end):
            if 0 <= at < len(text) and text[at] in OPENING + CLOSING:
                text[at] = " "
    return replace(sentence, text="".join(text))


@lru_cache(maxsize=64)
def called(article: Article) -> tuple[Name, ...]:
    """The names of *article* that alone of it stand behind a noun of their kind."""
    names: list[Name] = []
    for text in (article.title, article.text):
        names += _names(passage(text, article.language))
    alone: dict[frozenset[str], set[tuple[str, ...]]] = {}
    for name in names:
        alone.setdefault(name.kind, set()).add(name.words)
    return tuple(dict.fromkeys(n for n in names if len(alone[n.kind]) == 1))


def _names(text: Passage) -> Iterator[Name]:
    for at in range(len(text.words)):
        kind = _kind(text.words[at].fold)
        if kind is None or _definite(text, at):
            continue
        before = text.words[at - 1].fold if at else ""
        if (end := marked_end(text.words, text.text, at)) is not None:
            yield Name(_folds(text, at, end), kind)
            continue
        end = marked_end(text.words, text.text, at + 1) or _capitals(text, at + 1)
        if end > at + 1:
            yield Name(_folds(text, at + 1, end), kind, before)


def _folds(text: Passage, start: int, end: int) -> tuple[str, ...]:
    return tuple(word.fold for word in text.words[start:end])


def _capitals(text: Passage, at: int) -> int:
    """Where the English name in capitals ends that begins at *at*."""
    end = last = at
    while text.language == "en" and end < len(text.words) and not text.gap(end).strip():
        word = text.words[end]
        if word.text[:1].isupper():
            last = end + 1
        elif word.fold not in _WITHIN or end == at:
            break
        end += 1
    return last


def _kind(word: str) -> frozenset[str] | None:
    forms = {word.removesuffix("'s"), *without_particles(word)}
    return next((kind for kind in _KINDS if not kind.isdisjoint(forms)), None)


def _definite(text: Passage, at: int) -> bool:
    """Whether the noun at *at* has the article, and nothing behind it that says which."""
    word = text.words[at].fold
    behind = text.words[at + 1] if at + 1 < len(text.words) else None
    close = behind is not None and not text.gap(at + 1).strip()
    if text.language == "ar":
        described = close and behind is not None and behind.fold.startswith("ال")
        relative = behind is not None and behind.fold in FREE
        return word.startswith(_DEFINITE) and (relative or not described)
    if text.language == "he":
        described = close and behind is not None and behind.fold.startswith("ה")
        return word.lstrip("ובלמכש").startswith("ה") and not described
    named = close and behind is not None and (behind.text[:1].isupper() or behind.fold == _THAT)
    return at > 0 and text.words[at - 1].fold == _THE and not named


def _told(name: Name, text: Passage) -> Iterator[range]:
    """Where *text* has *name*, with a particle on its first word or without."""
    size = len(name.words)
    for at in range(len(text.words) - size + 1):
        first = without_particles(text.words[at].fold)
        if name.words[0] in first and _folds(text, at + 1, at + size) == name.words[1:]:
            yield range(at, at + size)


def _stands_for(name: Name, noun: int, source: Source) -> bool:
    """Whether the word at *noun* of the evidence is the noun of *name*, the last so told of."""
    text = source.passage
    if _kind(text.words[noun].fold) != name.kind or not _definite(text, noun):
        return False
    for earlier, end in ((text, noun), *((one, len(one.words)) for one in source.before)):
        ends = {run.stop for run in _told(name, earlier)}
        for at in range(end, 0, -1):
            if at in ends:
                return True
            if _rival(earlier, at - 1, name, source):
                return False
        if earlier is not text and not any(_kind(w.fold) == name.kind for w in earlier.words):
            return False  # in a sentence between anybody may be told of
    title = passage(source.article.title, source.article.language)
    return any(_told(name, title))


def _rival(text: Passage, at: int, name: Name, source: Source) -> bool:
    """Whether something else stands at *at* to which the noun of *name* may point."""
    if _kind(text.words[at].fold) == name.kind:
        behind = _folds(text, at + 1, at + 1 + len(name.words))
        return not (_definite(text, at) or behind == name.words)
    if not _another_body(text, at, of_a_company=name.kind in _COMPANIES):
        return False
    others = {n.words[0] for n in called(source.article) if n.kind != name.kind}
    return others.isdisjoint(without_particles(text.words[at].fold))


def _another_body(text: Passage, at: int, *, of_a_company: bool) -> bool:
    """Whether a body is named at *at*: listed, or for a company whatever may be the name of one."""
    sections = {table().kinds[key.partition(":")[0]] for key in text.keys[at]}
    if not of_a_company:
        return not sections.isdisjoint(_RIVALS)
    if "companies" in sections:
        return True
    if sections:
        return False
    word, plain = text.words[at], listed(text.words[at].fold)
    if text.language == "en":
        return (not at or text.ends(at)) and word.text[:1].isupper() and not plain
    if text.language == "ar" and at and text.words[at - 1].fold.endswith("ت"):
        return not as_it_stands(word.fold)  # «وأعلنت نورال»
    return at in text.marked


def _beside(sentence: Passage, places: list[int], name: Name) -> list[int]:
    """The word before the name in *sentence* that says what the article has before its noun."""
    before = places[0] - 1
    if not name.before or before < 1 or sentence.gap(places[0]).strip(" «"):
        return []
    meant = meanings(name.before) & sentence.meanings[before]
    return [before] if meant and _kind(sentence.words[before - 1].fold) == name.kind else []
