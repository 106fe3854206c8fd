"""What every part of a digest needs to write: the chat's preferences, its words, the sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from digests.language.direction import FSI, LRI, PDI, RLI, directions, isolate, isolate_runs
from digests.markup import Html, clean, escape, inert, link
from digests.model import Article, Independence, Lang, Preferences, Source, SourceKind, Topic
from digests.words import Speaker

#: Characters at which a name, a headline, a sentence is cut: far above what a newsroom writes,
#: so that one broken feed cannot crowd the others out of a message.
NAME, HEADLINE, SENTENCE = 60, 240, 700

_NESTED = str.maketrans(dict.fromkeys("«»“”„‟", '"'))
_LANGUAGES = ("ar", "en", "he")


@dataclass(frozen=True, slots=True)
class Voice:
    """How this chat is spoken to, and who is spoken of."""

    say: Speaker
    preferences: Preferences
    sources: Mapping[str, Source]
    topics: Mapping[str, Topic]

    @property
    def language(self) -> str:
        return self.say.language

    def topic(self, slug: str) -> str:
        """The topic's name in the reader's language; its slug when the catalogue lost it."""
        found = self.topics.get(slug)
        return (found.name.in_(self.language) or found.name.ar) if found else slug

    def outlet(self, source: str) -> str:
        """The outlet's name: Arabic, or its own Latin one on an English page."""
        found = self.sources.get(source)
        if found is None:
            return clip(clean(source), NAME)
        latin = self.language == Lang.EN and directions(found.original) == {"ltr"}
        return clip(clean(found.original if latin else found.name or found.original), NAME)

    def outlet_link(self, article: Article) -> Html:
        """The outlet's name, isolated, linked to its article."""
        name = self.outlet(article.source)
        linked = link(inert(name), article.url)
        bare = isolate(name, self.language)
        if bare == name:
            return linked
        return Html(f"{bare[0]}{linked}{bare[-1]}")

    def origin(self, name: str) -> str:
        """The name of what an outlet repeats: a source of ours or any agency, as it is given."""
        return self.outlet(name) if name in self.sources else clip(clean(name), NAME)

    def is_party(self, article: Article, independence: Independence) -> bool:
        found = self.sources.get(article.source)
        by_kind = found is not None and found.kind is SourceKind.PARTY
        return by_kind or article.source in independence.parties

    def is_aggregator(self, article: Article) -> bool:
        found = self.sources.get(article.source)
        return found is not None and found.kind is SourceKind.AGGREGATOR

    def in_language(self, language: str) -> str:
        """«بالإنجليزية»; the menus' own «بلغة أخرى» for a language that we do not name."""
        name = language.partition("-")[0].lower()
        return self.say(f"language-in-{name if name in _LANGUAGES else 'other'}")

    def brackets(self, notes: list[Html], language: str) -> Html:
        """The notes in brackets; isolated where the line around them is of another direction."""
        notes = [note for note in notes if note]
        if not notes:
            return Html("")
        inside = f"({self.say.comma.join(notes)})"
        if self.language == Lang.EN and language != Lang.EN:
            return Html(f"{LRI}{inside}{PDI}")
        return Html(inside)


def words_of(text: str, language: str, limit: int) -> Html:
    """Text of a source, escaped and inert, its foreign runs isolated; whole in an isolate when it
    is not Arabic itself."""
    text = clip(clean(text), limit)
    if is_arabic(language):
        shown = isolate_runs(text)
    else:
        mark = {"en": LRI, "he": RLI}.get(language.partition("-")[0].lower(), FSI)
        shown = f"{mark}{text}{PDI}" if text else ""
    return escape(inert(shown))


def quoted(text: str, language: str, limit: int) -> Html:
    """Text of a source in «…», with the quotations inside it as "…"."""
    return Html(f"«{words_of(text.translate(_NESTED), language, limit)}»")


def is_arabic(language: str) -> bool:
    return language.partition("-")[0].lower() == Lang.AR


def clip(text: str, limit: int) -> str:
    """*text*, or its first words and «…» when it is longer than *limit* characters."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    at_word = head.rsplit(" ", 1)[0] if " " in head[limit // 2 :] else head
    return at_word.rstrip(" ،,;؛:-–") + "…"
