"""What an English word may be, once its ending of the plural is taken away.

The rule: -s, -es and -ies of words of four letters or more, -s of initials (UAVs), and the few
irregular plurals that news uses. Possessive endings are gone before (`words.normal`).

What it may get wrong: a verb looks the same (strikes), and some words end in s without being a
plural; the commonest are in `SINGULAR`, and -ss, -us, -is and -ics are never cut. Initials that are
a common word in small letters (US, WHO, IT) are told from it by their capitals alone, so a headline
in capitals confuses them. Escape hatch: quote a longer phrase.
"""

from __future__ import annotations

from digests.language.lists import word_list

SINGULAR = word_list("whole_words/en.txt")
IRREGULAR = dict(
    pair.split(":")
    for pair in (
        "men:man women:woman children:child people:person feet:foot teeth:tooth mice:mouse "
        "crises:crisis analyses:analysis lives:life wives:wife knives:knife wolves:wolf "
        "thieves:thief leaves:leaf halves:half shelves:shelf policemen:policeman gunmen:gunman "
        "spokesmen:spokesman businessmen:businessman servicemen:serviceman fishermen:fisherman "
        "lawmen:lawman criteria:criterion phenomena:phenomenon alumni:alumnus"
    ).split()
)
INITIALS = frozenset({"us", "who", "it", "is", "un", "aid", "ice", "act", "pm", "am", "or", "in"})
_NEVER_CUT = ("ss", "us", "is", "ics")
_BEFORE_ES = ("s", "x", "z", "ch", "sh", "o")


def readings(word: str, form: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Normal forms that a word may stand for: (sure, doubtful, inner), as in `arabic.readings`."""
    forms = (form, *(single for single in singulars(word, form) if single != form))
    if form in INITIALS and phrase_form(word, form) != form:
        forms = (*forms, phrase_form(word, form))
    return forms, (), forms


def phrase_form(word: str, form: str) -> str:
    """How *word* of a phrase is looked up: initials that are a common word too keep capitals."""
    letters = word.partition("'")[0].partition("’")[0]
    return form.upper() if form in INITIALS and letters.isupper() else form


def singulars(word: str, form: str) -> list[str]:
    """Singulars of which *form* may be the plural; *word* is as written, for its capitals."""
    if form in IRREGULAR:
        return [IRREGULAR[form]]
    if form[-1:] != "s" or form in SINGULAR or not form[:-1].isalnum():
        return []
    if len(form) < 4 or form.endswith(_NEVER_CUT):
        stem = word.rstrip("’'")
        return [form[:-1]] if len(stem) > 2 and stem[:-1].isupper() and stem[-1] == "s" else []
    found = [form[:-1]]
    if form.endswith("ies") and len(form) > 4:
        found.append(form[:-3] + "y")
    elif form.endswith("es") and len(form) > 4 and form[:-2].endswith(_BEFORE_ES):
        found.append(form[:-2])
    return found
