"""One sentence of a source in Arabic, by machine, or the reason why it stays as it is.

The rule: the sentence is translated as it stands; if a name of the glossary is not in the result as
Mujaz writes it, once more with the names put in beforehand (a Hebrew sentence goes by way of
English, with English names on the way). The result is taken when it is Arabic of a likely length,
has the names, uses no word that Mujaz does not use itself (docs/editorial.md), and *fidelity* finds
its numbers, dates, names and negation equal to the original's. Else the original is shown, marked
with its language.

What it may get wrong: a wrong word between right names and numbers passes; hence the label «ترجمة
آلية» beside every one. Escape hatches: the glossary, and readers' reports («ترجمة خاطئة»).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from digests.editorial import refused
from digests.language.direction import strip_controls
from digests.language.words import spans
from digests.model import Lang
from digests.summaries.glossary import Glossary
from digests.summaries.translation_engine import WORDS, Engine
from digests.summaries.translation_models import ROUTES

#: Why *translation* of *original*, in a language, is not faithful; None when it is.
Fidelity = Callable[[str, str, str], str | None]

#: Changes when this module's own rules do: translations kept by earlier ones are made anew.
RULES = "2"
#: Arabic words for one word of the original, at least and at most, in sentences of some length.
LIKELY = (0.4, 2.2)
_SOME_LENGTH = 6
#: The share of a translation's letters that are Arabic, at least: names may stay Latin.
_ARABIC_SHARE = 0.6
_ARABIC = re.compile("[\u0621-\u064a]")
_HEBREW = re.compile("[\u05d0-\u05ea]")
_LOOP = re.compile(r"(\b\w+(?:\W+\w+){0,3}?)(?:\W+\1\b){2,}")
_DIGITS = {ord("٠") + n: str(n) for n in range(10)} | {ord("۰") + n: str(n) for n in range(10)}
_MARKS = {"٫": ".", "٬": ",", "٪": "%"}
_PUNCTUATION = str.maketrans({",": "،", ";": "؛", "?": "؟"})
_FOREIGN_MARK = re.compile(r"(?<=[\u0621-\u064a»\")\d])\s*[,;?](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a sentence: its translation, or why it has none."""

    text: str | None
    why: str = ""


async def translate(
    original: str, language: str, engine: Engine, glossary: Glossary, fidelity: Fidelity
) -> Outcome:
    """The Arabic of *original*, a sentence or headline in English or Hebrew.

    Raises:
        TranslationError: the engine failed.
    """
    if len(original.split()) > WORDS:
        return Outcome(None, "too long for the engine")
    found = Outcome(None, "nothing came of it")
    for named in (False, True):
        text = tidy(await _by_route(original, language, engine, glossary if named else None))
        text = _ended_like(original, glossary.settled(text))
        why = _fault(original, language, text, glossary) or fidelity(original, language, text)
        if why is None:
            return Outcome(text)
        found = Outcome(None, why)
        if not glossary.missing(original, language, text):
            break
    return found


async def version(language: str, engine: Engine) -> str | None:
    """What translations of *language* are made by; None when a model is not there."""
    if language not in ROUTES:
        return None
    versions = [await engine.version(pair) for pair in ROUTES[language]]
    return None if None in versions else "+".join(str(v) for v in versions)


async def _by_route(text: str, language: str, engine: Engine, glossary: Glossary | None) -> str:
    for source, target in ROUTES[language]:
        if glossary is not None:
            text = glossary.put(text, source, target)
        text = await engine.translate((source, target), text)
    return text


def tidy(text: str) -> str:
    """An engine's Arabic with Latin digits, Arabic punctuation and single spaces."""
    text = " ".join(strip_controls(text).split()).translate(_DIGITS)
    for mark, plain in _MARKS.items():
        text = re.sub(rf"(?<=\d){mark}", plain, text)
    return _FOREIGN_MARK.sub(lambda m: m[0].strip().translate(_PUNCTUATION), text)


def _ended_like(original: str, text: str) -> str:
    """*text* with a full stop at its end exactly when *original* has one: a headline has none."""
    if original.rstrip().endswith("."):
        return text if not text or text[-1] in '.؟!…»"' else f"{text}."
    return text if text.endswith("..") else text.removesuffix(".")


def _fault(original: str, language: str, text: str, glossary: Glossary) -> str | None:
    """What is wrong with *text* by itself, or by its length and names."""
    letters = sum(c.isalpha() for c in text)
    if not letters or len(_ARABIC.findall(text)) < _ARABIC_SHARE * letters or _HEBREW.search(text):
        return "not Arabic"
    if _LOOP.search(text) and not _LOOP.search(original):
        return "it repeats itself"
    before, after = (sum(1 for _ in spans(one)) for one in (original, text))
    low, high = LIKELY
    if before >= _SOME_LENGTH and not low * before <= after <= high * before:
        return "an unlikely length"
    if missing := glossary.missing(original, language, text):
        return f"without the name {missing[0].ar}"
    if words := refused(text, Lang.AR):
        return f"the refused word {words[0]}"
    return None
