"""Names and terms with the Arabic that Mujaz writes for them, in translations and for models.

The rule: a form stands for its name where it is found as whole words of its language, particles and
plurals included; the longest form wins over its parts; a form that begins with a capital counts
only where the text has one ("Meta", not "meta"), unless the text is all capitals. A translation
respects a name when ``ar`` stands in it; other spellings of it are turned into ``ar`` first, with
the particle before them.

What it may get wrong: a name that is also a word at the beginning of a sentence ("Oracle" of
Delphi) is asked for all the same, and a translation without it gives way to the original. Escape
hatch: the operator's own glossary (``MUJAZ_GLOSSARY``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from config.glossary import GlossaryEntry
from digests.model import Lang
from digests.topics.phrases import Phrases

_GERSHAYIM = str.maketrans("״“”„׳’‘", '""""\'\'\'')


@dataclass(frozen=True, slots=True)
class Term:
    """One name: as Mujaz writes it, its forms by language, and spellings that give way to it."""

    ar: str
    en: tuple[str, ...] = ()
    he: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()

    def forms(self, language: str) -> tuple[str, ...]:
        return {Lang.EN: self.en, Lang.HE: self.he}.get(Lang(language), ())

    def written(self, language: str) -> str | None:
        """The name in a text of *language*; None when no form of it is known."""
        if language == Lang.AR:
            return self.ar
        return next(iter(self.forms(language)), None)


@dataclass(frozen=True, slots=True)
class Named:
    """*term* stands at ``[start, end)``, particles and endings left out, as *text*."""

    term: Term
    start: int
    end: int
    text: str


class Glossary:
    """The terms of one glossary, found in texts; empty without *terms*."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self.terms = tuple(terms)
        self._forms = {language: _Forms(self.terms, language) for language in (Lang.EN, Lang.HE)}
        self._arabic = _Arabic(self.terms)

    @property
    def fingerprint(self) -> str:
        """Changes whenever a translation could become another one by it."""
        return blake2b(repr(self.terms).encode(), digest_size=8).hexdigest()

    def named(self, text: str, language: str) -> tuple[Named, ...]:
        """The names in *text*, in order; none in a language that has no forms."""
        forms = next((f for known, f in self._forms.items() if known == language), None)
        return forms.find(text) if forms else ()

    def pairs(self, text: str, language: str) -> tuple[tuple[str, str], ...]:
        """The names in *text* as they stand there, each with its Arabic, each once."""
        return tuple(dict.fromkeys((n.text, n.term.ar) for n in self.named(text, language)))

    def put(self, text: str, language: str, target: str) -> str:
        """*text* with its names written as in *target*; particles and endings stay."""
        parts, done = [], 0
        for name in self.named(text, language):
            written = name.term.written(target)
            if written is None:
                continue
            joined = "-" if text[name.start - 1 : name.start].isalpha() else ""
            parts += [text[done : name.start], joined, written]
            done = name.end
        return "".join([*parts, text[done:]])

    def settled(self, translation: str) -> str:
        """An Arabic *translation* with every other spelling of a name turned into ours."""
        return self._arabic.settled(translation)

    def missing(self, text: str, language: str, translation: str) -> tuple[Term, ...]:
        """The names of *text* that its Arabic *translation* does not have as Mujaz writes them."""
        there = self._arabic.present(translation)
        wanted = dict.fromkeys(name.term for name in self.named(text, language))
        return tuple(term for term in wanted if term.ar not in there)


def glossary(entries: Iterable[GlossaryEntry]) -> Glossary:
    """The glossary of the *entries* of a file."""
    return Glossary(Term(e.ar, e.en, e.he, e.variants) for e in entries)


class _Forms:
    """The forms of one language."""

    def __init__(self, terms: Iterable[Term], language: Lang) -> None:
        self._phrases = Phrases(())
        self._of: dict[int, list[tuple[str, Term]]] = {}
        for term in terms:
            for form in term.forms(language):
                number = self._phrases.add(form)
                self._of.setdefault(number, []).append((form, term))

    def find(self, text: str) -> tuple[Named, ...]:
        hits = sorted(self._hits(text), key=lambda n: (n.start, -n.end))
        found: list[Named] = []
        for name in hits:
            if not found or name.start >= found[-1].end:
                found.append(name)
        return tuple(found)

    def _hits(self, text: str) -> Iterator[Named]:
        plain = text.translate(_GERSHAYIM)
        shouted = text.isupper()
        for hit in self._phrases.find(text):
            for form, term in self._of.get(hit.phrase, ()):
                wanted = re.escape(form.translate(_GERSHAYIM)).replace(r"\ ", r"[\s-]+")
                match = re.search(wanted, plain[hit.start : hit.end], re.IGNORECASE)
                if match is None:
                    continue
                start = hit.start + match.start()
                if form[0].isupper() and not shouted and not text[start].isupper():
                    continue
                yield Named(
                    term, start, hit.start + match.end(), text[start : start + len(match[0])]
                )
                break


class _Arabic:
    """The Arabic names, and the spellings that give way to them."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self._names = Phrases(())
        self._of: dict[int, list[str]] = {}
        for term in terms:
            self._of.setdefault(self._names.add(term.ar), []).append(term.ar)
        self._variants = Phrases(())
        self._settled: dict[int, list[tuple[str, str]]] = {}
        for term in terms:
            for variant in term.variants:
                number = self._variants.add(variant)
                self._settled.setdefault(number, []).append((variant, term.ar))

    def present(self, text: str) -> frozenset[str]:
        return frozenset(ar for hit in self._names.find(text) for ar in self._of[hit.phrase])

    def settled(self, text: str) -> str:
        hits = sorted(self._variants.find(text), key=lambda h: (h.start, -h.end))
        parts, done = [], 0
        for hit in hits:
            for variant, name in self._settled[hit.phrase]:
                at = text.find(variant, max(done, hit.start), hit.end)
                if at >= 0:
                    parts += [text[done:at], name]
                    done = at + len(variant)
                    break
        return "".join([*parts, text[done:]])
