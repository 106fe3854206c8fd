"""What somebody is told, let or obliged to do, which is not done by that.

The rule: behind a verb of ordering, obliging or allowing («ordered the firm to pay», הורה לשלם,
«أمرت بدفع») the infinitive, or in Arabic the verb behind «أن» and the noun behind «بـ», tells
what is to be done.

What it may get wrong: what was allowed, and done; a sentence that tells the verb is let pass. The
escape hatch is to cite the passage that says so.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.summaries.verify.passage import Passage

_COMMANDING = {
    "en": forms(
        "en",
        "order, instruct, direct, oblige, require, command, allow, permit, authorise, authorize, "
        "entitle, empower, mandate, compel compelled, enable, let let, tell told, invite, "
        "encourage, summon, license, clear".split(", "),
    )
    | frozenset(
        "ordering instructing directing obliging requiring allowing permitting authorising "
        "authorizing enabling letting inviting encouraging permission order orders power powers "
        "right obligation".split()
    ),
    "he": forms(
        "he",
        "הורה מורה, ציווה מצווה, חייב מחייב, התיר מתיר, אפשר מאפשר, הנחה מנחה, הסמיך מסמיך, "
        "אישר מאשר, קרא קורא, הזמין מזמין, עודד מעודד".split(", "),
    )
    | folded("יאפשר תאפשר יאפשרו יחייב תחייב יחייבו יורה תורה יתיר תתיר לאפשר לחייב להורות זכות"),
    "ar": forms(
        "ar",
        "أمر يأمر, ألزم يلزم, كلف يكلف, فوض يفوض, خول يخول, سمح يسمح, أجاز يجيز, أتاح يتيح, أذن "
        "يأذن, رخص يرخص, مكن يمكن, وجه يوجه, شجع يشجع".split(", "),
    )
    | folded("سيسمح ستسمح سيتيح ستتيح سيلزم ستلزم سيخول سيأمر السماح إلزام تكليف تفويض الإذن حق"),
}
#: Words from such a verb to what is to be done, at most.
_WITHIN = 9
_THAT, _BY, _TO, _ARTICLE = folded("أن بأن"), "ب", frozenset({"to"}), "ال"
#: Letters of a Hebrew infinitive, and of a noun behind «بـ», at least.
_SHORT = 4


def commanded(evidence: Passage) -> dict[int, int]:
    """Places of what the evidence only has ordered or allowed, each with that of its verb."""
    found: dict[int, int] = {}
    table = _COMMANDING.get(evidence.language, frozenset())
    for at, word in enumerate(evidence.words):
        joined = word.fold[1:] if word.fold[:1] in "وف" else word.fold
        own = {word.fold, joined}
        if evidence.language == "he":
            own |= set(without_particles(word.fold)[:2])
        if own & table:
            found |= dict.fromkeys(_behind(evidence, at), at)
    return found


def _behind(evidence: Passage, at: int) -> list[int]:
    """What is to be done behind the verb at *at*, up to a mark."""
    found: list[int] = []
    for place in range(at + 1, min(len(evidence.words), at + 1 + _WITHIN)):
        if evidence.gap(place).strip(" -'’\"«»"):
            break
        if _to_be_done(evidence, place):
            found.append(place)
    return found if evidence.language == "he" else found[:1]  # «למשטרה», too, has a ל


def _to_be_done(evidence: Passage, place: int) -> bool:
    word, before = evidence.words[place].fold, evidence.words[place - 1].fold
    if evidence.language == "en":
        return before in _TO and not evidence.words[place].text[:1].isupper()
    if evidence.language == "he":
        return word[:1] == "ל" and len(word) >= _SHORT
    if before in _THAT:
        return True
    noun = word[1:].removeprefix(_ARTICLE)
    return (
        word[:1] == _BY and len(word) >= _SHORT and as_it_stands(noun) and not evidence.keys[place]
    )
