"""What is only called for, awaited or put off, told as held: «انتخابات أُجريت» for "awaiting".

The rule: a verb of coming about in the past («جرت», «أُجري», «عُقد», «خرجت») right behind a noun
is refused where the evidence has that noun only behind a word of wanting, awaiting or fixing a day
("called for a referendum", "the date of elections", «قبيل القمة», לקראת הבחירות), and no word there
says that it was held.

What it may get wrong: a past one that somebody wants something about ("demands on the vote of
May"). The escape hatch is to cite the passage that says that it was held.
"""

from __future__ import annotations

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Verbs of coming about, in the past.
_CAME_ABOUT = folded(
    "جرى جرت أجري أجريت عقد عقدت انعقد انعقدت نظم نظمت أقيم أقيمت انطلق انطلقت خرج خرجت حدث حدثت "
    "وقع وقعت نفذ نفذت شن شنت أبرم أبرمت تم تمت بدأ بدأت انتهى انتهت اندلع اندلعت حصل حصلت"
)
_THAT = folded("الذي التي الذين")
#: Words of the evidence right before what they only want, await, put off or fix.
_AWAITING = {
    "en": forms(
        "en",
        "call called, demand, await, postpone, delay, schedule, plan planned, propose, "
        "seek sought, request, expect, urge, face, prepare, wait".split(", "),
    )
    | frozenset(
        "calling demanding awaiting postponing delaying scheduling planning proposing seeking "
        "requesting upcoming forthcoming ahead date preparing waiting calls".split()
    ),
    "he": forms(
        "he",
        "קרא קורא, דרש דורש, המתין ממתין, דחה דוחה, תכנן מתכנן, הציע מציע, ביקש מבקש".split(", "),
    )
    | folded("לקראת מועד דחיית תאריך קריאה דרישה"),
    "ar": forms(
        "ar",
        "دعا يدعو, طالب يطالب, انتظر ينتظر, أجل يؤجل, أرجأ يرجئ, اقترح يقترح, ترقب يترقب, استعد "
        "يستعد".split(", "),
    )
    | folded("دعوة مطالبة انتظار تأجيل إرجاء موعد قبيل ترقب استعداد"),
}
#: Words of the evidence that say that something was held.
_HELD = {
    "en": frozenset(
        "held took taken staged happened occurred began begun started launched conducted signed "
        "concluded won lost voted attended last results".split()
    ),
    "he": folded(
        "נערך נערכה נערכו התקיים התקיימה התקיימו שנערך שנערכה שנערכו שהתקיים שהתקיימה שהתקיימו החל "
        "החלה החלו תוצאות קוימו שקוימו"
    ),
    "ar": _CAME_ABOUT | folded("نتائج فاز فازت الماضي الماضية السابقة السابق"),
}
#: Words of the evidence between such a word and what it is about, at most.
_WITHIN = 4


def awaited(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A noun of *sentence* told as held, of which the evidence only awaits or wants one."""
    evidence = source.passage
    held = _HELD[evidence.language]
    if any(evidence.words[j].fold in held for j in source.inside):
        return None
    for place in range(1, len(sentence.words)):
        if sentence.words[place].fold not in _CAME_ABOUT or sentence.gap(place).strip():
            continue
        noun = place - 1 if sentence.words[place - 1].fold not in _THAT else place - 2
        there = aligned.of(noun) if noun in sentence.telling else ()
        if there and all(_only_awaited(evidence, j) for j in there):
            shown = sentence.words[place].text
            return Refusal(Code.STRENGTH, f"«{shown}»: in the evidence this is only to be held")
    return None


def _only_awaited(evidence: Passage, noun: int) -> bool:
    """Whether the *noun* of the evidence stands right behind a word of wanting or awaiting it."""
    table = _AWAITING[evidence.language]
    for place in range(noun - 1, max(-1, noun - 1 - _WITHIN), -1):
        if evidence.gap(place + 1).strip(" -"):
            return False
        word = evidence.words[place].fold
        if word in table or not table.isdisjoint(without_particles(word)[:2]):
            return True
    return False
