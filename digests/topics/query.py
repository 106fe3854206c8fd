"""A person's own query, read into a topic, and into the expression that narrows the archive.

The rule: words stand side by side and all must be there; "words in quotation marks" stand together;
``one|other`` (or أو, OR, או between them) is enough; ``-word`` (or بدون, NOT, ללא before it) must
not be there. A quotation mark inside a Hebrew word (צה"ל) belongs to it. At least one of what must
be there has to tell news apart: a word of three letters or more that is no function word and no
word of every report, or a phrase of two such words.

What it may get wrong: a name of two letters (AI, UN) counts only in Latin capitals, and the list of
common words knows little of a field's own jargon. Escape hatch: one more word, or quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from digests.language.normal import fold
from digests.language.words import tokens
from digests.model import Text, Topic, Zone

#: Words and phrases of one query; more is a text, not a query.
MOST = 12
#: Letters that a word needs to be followed alone.
LETTERS = 3

_QUOTES = '"«»“”„‟″״＂'
_WITHIN = rf"(?<=[א-ת])[{_QUOTES}](?=[א-ת])"
_PART = re.compile(
    rf"(?P<none>(?<![^\s|])[-−–])?"
    rf"(?:[{_QUOTES}](?P<phrase>(?:[^{_QUOTES}]|{_WITHIN})*)(?:[{_QUOTES}]|$)"
    rf"|(?P<word>(?:[^\s|{_QUOTES}]|{_WITHIN})+))"
    rf"|(?P<bar>\|)"
)
_OR = frozenset({"OR", "أو", "او", "או"})
_NOT = frozenset({"NOT", "بدون", "ללא"})
_CAPITALS = re.compile(r"[A-Z][A-Z0-9]+")

_COMMON = frozenset(
    fold(word)
    for word in (
        # function words
        "من إلى على في عن مع بين بعد قبل عند حتى منذ خلال حول ضد دون غير كل بعض هذا هذه ذلك تلك "
        "التي الذي الذين هو هي هم كان كانت يكون قد لم لن لا ما أن إن كما أو ثم لكن حيث أي هناك نحو "
        "the a an and or of to in on at by for from with as is are was were be been has have had "
        "it its this that these those not no but if than then into over after before about "
        "של על את עם אל מן לא זה זו הוא היא הם כי גם אם או אבל כל יש אין היה היתה "
        # words of every report
        "قال قالت أكد أكدت أعلن أعلنت ذكر ذكرت أفاد أفادت خبر أخبار عاجل اليوم أمس غدا العالم "
        "said says news breaking today report reports new year world people "
        "אמר אמרה דיווח חדשות היום אתמול"
    ).split()
)

#: What may be written onto an Arabic or Hebrew word (see `digests.language.readings`); what the
#: expression lets through too much, the matcher takes out again.
_ARABIC = "ال و ف ب ك ل وال فال بال كال لل ول وب ولل وبال"
_HEBREW = "ה ו ב ל מ ש כ וה שה מה כש וב ול ומ"


class QueryRefused(ValueError):
    """A query that cannot be followed. ``reason`` is empty, short, common, excluded or long;
    ``word`` is what it is about."""

    def __init__(self, reason: str, word: str = "") -> None:
        super().__init__(f"the query is refused ({reason}): {word!r}")
        self.reason = reason
        self.word = word


def parse(text: str, *, where: Zone = Zone.LEAD) -> Topic:
    """The topic that *text* asks for, without a slug, named by its words.

    Raises QueryRefused.
    """
    groups, none = _read(text)
    if not groups:
        raise QueryRefused("excluded" if none else "empty", none[0] if none else "")
    if sum(map(len, groups)) + len(none) > MOST:
        raise QueryRefused("long")
    weak = [_weakness(phrase) for group in groups if (phrase := _weakest(group))]
    if len(weak) == len(groups):
        raise QueryRefused(*weak[0])
    name = " ".join(text.split())
    return Topic("", Text(name, name), Text("", ""), groups, none, where, own=True)


def _read(text: str) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """The groups of alternatives, and what must not be there."""
    groups: list[list[str]] = []
    none: list[str] = []
    joining = excluding = False
    for part in _PART.finditer(text):
        if part["bar"] or part["word"] in _OR:
            joining = bool(groups)
            continue
        if part["word"] in _NOT and groups and text[part.end() :].strip():
            excluding = True
            continue
        phrase = " ".join((part["phrase"] or part["word"] or "").split())
        if not tokens(phrase):
            continue
        if part["none"] or excluding:
            none.append(phrase)
        elif joining:
            groups[-1].append(phrase)
        else:
            groups.append([phrase])
        joining = excluding = False
    return tuple(tuple(dict.fromkeys(g)) for g in groups), tuple(dict.fromkeys(none))


def _weakest(group: Iterable[str]) -> str | None:
    """The first alternative of *group* that tells nothing apart: it weakens all of it."""
    return next((phrase for phrase in group if _weakness(phrase)[0]), None)


def _weakness(phrase: str) -> tuple[str, str]:
    """Why *phrase* alone cannot be followed, and its word; two empty texts when it can."""
    found = tokens(phrase)
    strong = [t for t in found if not _is_short(t.text, t.fold) and not _is_common(t.fold)]
    if strong:
        return "", ""
    common = next((t.text for t in found if _is_common(t.fold)), None)
    return ("common", common) if common else ("short", found[0].text)


def _is_short(word: str, form: str) -> bool:
    bare = form.removeprefix("ال")
    return len(bare) < LETTERS and not _CAPITALS.fullmatch(word)


def _is_common(form: str) -> bool:
    return form in _COMMON or form.removeprefix("و") in _COMMON


def expression(topic: Topic) -> str:
    """What the archive's index is asked for *topic*: every article that matches, and some more.

    The index holds folded words. What comes back is matched again, which takes out what only
    resembles, stands apart, or holds what must not be there.
    """
    groups = (" OR ".join(filter(None, map(_together, group))) for group in topic.all)
    return " AND ".join(f"({group})" for group in groups if group)


def _together(phrase: str) -> str:
    words = ["".join(c for c in t.fold if c.isalnum()) for t in tokens(phrase)]
    return "(" + " AND ".join(_forms(word) for word in words if word) + ")" if any(words) else ""


def _forms(word: str) -> str:
    if "\u0621" <= word[0] <= "\u064a":
        bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
        return _any_of([word, *_written_onto(_ARABIC, bare)])
    if "א" <= word[0] <= "ת":
        return _any_of(_written_onto(_HEBREW, word))
    return f'"{word}"*' if len(word) > LETTERS else f'"{word}"'


def _written_onto(particles: str, word: str) -> list[str]:
    return [word, *(particle + word for particle in particles.split())]


def _any_of(words: list[str]) -> str:
    return "(" + " OR ".join(f'"{word}"' for word in dict.fromkeys(words)) + ")"
