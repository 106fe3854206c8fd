"""Words that report only beside certain others: "found that", «قرر أن», «لم يقل», "threatened to".

The rule: a verb of another sense reports where its claim opens close behind it, before the next
joined verb of saying; a participle that accuses, where its charge is told; a threat, where its
content is. «على أن» is "provided that", and who refuses to do something denies nothing.

What it may get wrong: a claim that opens far behind its verb. The escape hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from digests.language.blame import lays_blame, the_charge
from digests.language.causation import names_a_cause
from digests.language.conjugation import forms
from digests.language.letters import goes_on_spelling
from digests.language.lists import folded
from digests.language.rulings import WITH_THAT, closes
from digests.language.speech_verbs import Act, act_of, acts_in, acts_of
from digests.language.that_clauses import act_with_that, opens_a_clause
from digests.language.words import Token

#: Those that accuse, where no article makes them who is accused; behind a comma.
_ACCUSING = folded("متهما متهمة متهمين")
_ARISING, _THUS = folded("עולה עלה"), folded("כך")
#: Words after a verb in which its claim begins.
CLAIM_WITHIN = 14
_WITH_AN = acts_in(
    "ar",
    {
        Act.SAY: "بين يبين, قرر يقرر, قضى يقضي, حكم يحكم, أقر يقر, خلص يخلص, وجد يجد, تبين يتبين, "
        "استنتج يستنتج, ادعى يدعي, أصر يصر, أبدى يبدي, أظهر يظهر, رد يرد, "
        "شهد يشهد",
        Act.DENY: "رفض يرفض",
    },
)
_INSISTING = forms("ar", ["أصر يصر"])
#: «دفعت الشركة بأن»: argued in court.
_ARGUING, _BY_THAT = (
    forms("ar", ["دفع يدفع", "حاجج يحاجج", "احتج يحتج"]),
    folded("بأن بأنه بأنها بأنهم"),
)
#: «عبّر عن اعتقاده أن»; «عبر» alone is "via".
_WITH_AN_ON = forms("ar", ["عبر يعبر"])
_THAT = folded("أن بأن إن أنه أنها أنهم بأنه بأنها بأنهم")
#: «ورد» by itself is also "arrived".
_REPLIED, _SAYING = folded("ورد فرد"), folded("قائلا بالقول بأنه بأنها بأنهم")
#: Words behind a threat in which its content stands.
_CONTENT = 8
#: Letters of a definite noun with its particle, at least.
_DEFINITE = 6


def act_here(words: Sequence[Token], at: int) -> Act | None:
    """What a word does that reports only beside certain others: «لم يقل», "found that"."""
    word = words[at].fold
    if accuses_here(words, at):
        return Act.ACCUSE
    before = words[at - 1].fold if at else ""
    after = [w.fold for w in words[at + 1 : at + 3]]
    if word in _JUSSIVES and before in ("لم", "ولم"):
        return _JUSSIVES[word]
    if word in _SHOWING and _shows(words, at):
        return Act.SAY
    if lays_blame(words, at) is not None:
        return Act.ACCUSE
    if names_a_cause(words, at):
        return Act.SAY
    if word == "put" and _puts_at(words, at):
        return Act.THINK
    if word in _ARISING and before in _THUS:
        return Act.SAY  # «…, כך עולה מנתונים של הרשות»
    if closes(words, at):
        return Act.SAY
    if word in WITH_THAT and (after[:1] in (["that"], ["כי"]) or _whose_that(words, at)):
        return Act.SAY
    if word in WITH_THAT and opens_a_clause(words, at + 1):
        return Act.SAY  # "an inquiry found the firm had …"
    dual = act_of(word[:-1], "ar") if word[-1] == "ا" and _THAT & set(after[:1]) else None
    if dual is not None:
        return dual
    if the_charge(words, at) is not None:
        return None if before in _NOT_DONE else Act.ACCUSE
    later = {w.fold for w in _before_the_next(words, at)}
    stands = word.removeprefix("و") in STANDING and before != "ما"
    in_it = not IN_IT.isdisjoint(after[:1]) and not _THAT.isdisjoint(after[1:])
    if stands and (in_it or (after[:1] == ["في"] and later & _THAT)):
        return Act.SAY
    if word in _REPLIED and later & _SAYING:
        return Act.SAY
    if (told := act_with_that(words, at)) is not None:
        return told
    if not later & _THAT:
        return None
    if word.removeprefix("و") in _ARGUING and later & _BY_THAT:
        return Act.SAY
    bare = word if word in _WITH_AN else word.removeprefix("و")
    if bare in _WITH_AN_ON and "عن" in later:
        return Act.SAY
    act = _WITH_AN.get(bare)
    return None if act is Act.DENY and _refuses_to(words, at) else act


def _whose_that(words: Sequence[Token], at: int) -> bool:
    """Whether a short subject stands between a Hebrew verb at *at* and its כי."""
    for place in range(at + 1, min(len(words), at + 2 + _SUBJECT)):
        if words[place].fold == "כי":
            return words[at].fold[0] >= "א"
        marked = any(mark in words[place].text for mark in ".,")
        if marked or act_of(words[place].fold, "he") is not None:
            return False
    return False


#: Words of a subject between a Hebrew verb and its כי, at most.
_SUBJECT = 4
#: Forms behind «لم» that no table builds.
_JUSSIVES = acts_of({Act.SAY: "يقل تقل", Act.DENY: "ينف تنف"})
#: «أبدى فلان استعداده لـ»: he says what he is ready for.
_SHOWING = folded("أبدى وأبدى أبدت وأبدت أبدوا وأبدوا يبدي تبدي")
_SHOWN = folded("استعداد استعدادا رغبة قلق أسف تحفظ اعتراض شكوك رغبته رغبتها استعداده استعدادها")
_SHOWN_WITHIN = 7
#: «جاء في بيان أن», «ما جاء في الرسالة» (`arabic_turns`, `counterclaims`).
STANDING, IN_IT = folded("جاء ورد"), folded("فيه فيها")
_NOT_DONE = folded("لم لن لا")


def _shows(words: Sequence[Token], at: int) -> bool:
    """Whether the verb at *at* shows what somebody says of himself: «أبدى فلان استعداده»."""
    return any(word.fold in _SHOWN for word in words[at + 1 : at + 1 + _SHOWN_WITHIN])


def _puts_at(words: Sequence[Token], at: int) -> bool:
    """Whether somebody tells a figure of something: "police put the crowd at about 9,000"."""
    ahead = [word.fold for word in words[at + 2 : at + _FIGURE]]
    after = (ahead[place + 1 :] for place, word in enumerate(ahead) if word == "at")
    told = (next((word for word in rest if word not in _ABOUT), "") for rest in after)
    return any(word[:1].isdigit() for word in told)


#: Words behind "put" in which its figure stands, at most.
_FIGURE = 14
#: What may stand between "at" and a figure.
_ABOUT = folded(
    "about around nearly almost roughly some more less fewer than at least most over up to"
)


def accuses_here(words: Sequence[Token], at: int) -> bool:
    """Whether a participle at *at* accuses: behind a mark, and told with its charge."""
    if words[at].fold not in _ACCUSING or not at:
        return False
    return words[at].start - words[at - 1].end > 1 and with_what(words, at)


def _before_the_next(words: Sequence[Token], at: int) -> Sequence[Token]:
    """The words after the verb at *at* in which its claim may begin: up to the next joined verb."""
    near = words[at + 1 : at + CLAIM_WITHIN]
    near = [word for n, word in enumerate(near) if not (n and goes_on_spelling(near, n))]
    for count, word in enumerate(near):
        provided = count and word.fold == "ان" and near[count - 1].fold == "علي"
        if provided and words[at].fold not in _INSISTING:
            return near[:count]  # «على أن»: provided that
        if word.fold[:1] in "وف" and act_of(word.fold, "ar") is not None:
            return near[:count]
    return near


def _refuses_to(words: Sequence[Token], at: int) -> bool:
    """Whether the verb at *at* refuses to do, and not what is said: «رفض أن يبيع»."""
    near = words[at + 1 : at + 1 + CLAIM_WITHIN]
    following = (word.fold for said, word in pairwise(near) if said.fold == "ان")
    return next(following, "")[:1] in ("ي", "ت", "ن")


def with_what(words: Sequence[Token], at: int) -> bool:
    """Whether a threat is told with its content: «هدد بـ», "threatened to"."""
    after = [w.fold for w in words[at + 1 : at + 5]]
    behind = [w.fold for w in words[at + 5 : at + 1 + _CONTENT]]
    if any(word[:3] == "بال" and len(word) >= _DEFINITE for word in behind):
        return True  # «هددت نقابة العاملين في القطاع بالإضراب»
    return bool(set(after) & {"to", "that", "כי", "ان", "بان"}) or any(
        w[:1] in ("ب", "ב", "ש") and len(w) > 3 for w in after
    )
