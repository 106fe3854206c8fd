"""The post of a channel as it reads after a correction, made from its finished text.

Rule. A line above says what was done and when («صُحّح 14:20»). A sentence that its source changed,
cut or not, gives way to the whole new one where it stands; what was withdrawn is struck through and
stays, and so is what was translated from words that changed. Nothing else of the post changes,
whoever wrote it.

What it may get wrong: a headline of the owner's own is not found in the text; then the line above
and the correction that answers the post must do. The same where the longer post would not fit into
a message: it is left as it is (None).
"""

from __future__ import annotations

from collections.abc import Iterable

from digests.compose.finish import finish_html
from digests.compose.voice import HEADLINE, SENTENCE, quoted, words_of
from digests.language.direction import strip_marks
from digests.markup import Html, measure
from digests.model import Preferences, Sentence
from digests.store.corrections import Reading
from digests.summaries.wording import shown


def corrected(
    html: str, line: Html, changes: Iterable[Reading], preferences: Preferences
) -> str | None:
    """*html* under *line*, with each reading as it is now; a dropped one is struck through."""
    for reading in changes:
        old = _shown(html, reading.told, reading.told_language, preferences)
        if old:
            before, after = _around(html, old)
            new = _new(reading, old, before.endswith("«"), preferences)
            rest = after if new.startswith("<s>") else after.removeprefix("…")
            html = f"{before}{new}{rest}"
    return _under(line, html, preferences)


def struck(html: str, line: Html, told: Iterable[Sentence], preferences: Preferences) -> str | None:
    """*html* under *line*, in which the sentences *told* are struck through."""
    for sentence in told:
        old = _shown(html, sentence.text, sentence.language, preferences)
        if old and f"<s>{old}</s>" not in html:
            before, after = _around(html, old)
            html = f"{before}<s>{old}</s>{after}"
    return _under(line, html, preferences)


def _around(html: str, old: str) -> tuple[str, str]:
    """What stands before and after *old*: a headline in bold, else the last, since above the post a
    correction of before may quote it."""
    at = html.rfind(f"{old}</b>")
    at = html.rfind(old) if at < 0 else at
    return html[:at], html[at + len(old) :]


def _under(line: Html, html: str, preferences: Preferences) -> str | None:
    whole = finish_html(f"{line}\n{html}", preferences)
    return whole if measure(whole).fits() else None


def _shown(html: str, text: str, language: str, preferences: Preferences) -> str:
    """How *text* stands in the finished post *html*; empty when it does not."""
    nested = quoted(text, language, SENTENCE)[1:-1]
    inside = strip_marks(finish_html(f"«{nested}»", preferences))[1:-1]
    plain = strip_marks(finish_html(words_of(text, language, HEADLINE), preferences))
    long = strip_marks(finish_html(words_of(text, language, SENTENCE), preferences))
    return next((form for form in (inside, plain, long) if form and form in html), "")


def _new(reading: Reading, old: str, in_quotes: bool, preferences: Preferences) -> str:
    """What stands in place of *old*."""
    if not reading.after or reading.language != reading.told_language:
        return f"<s>{old}</s>"
    after = reading.after if reading.headline else shown(reading.after, reading.language)
    new = quoted(after, reading.language, SENTENCE)
    bare = strip_marks(finish_html(new, preferences))
    return bare[1:-1] if in_quotes or reading.headline else bare
