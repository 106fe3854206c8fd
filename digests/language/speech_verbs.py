"""Verbs by which somebody is reported to speak, in Arabic, English and Hebrew, by what they do.

The rule: each verb does one thing (say, deny, accuse, ask, warn, promise, think), in each form that
`conjugation` builds. Some report only beside certain words: "found that", «قرر أن», "threatened
to"; some are nouns in other places ("its forecast for", כתב האישום). A verb whose imperfect says
something else as often («يبلغ», «يرد», «يعد») has none in its line.

What it may get wrong: a verb that is not listed is not seen. The escape hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from digests.language.blame import lays_blame, the_charge
from digests.language.causation import names_a_cause
from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.letters import goes_on_spelling
from digests.language.lists import folded
from digests.language.rulings import WITH_THAT, closes
from digests.language.words import Token


class Act(StrEnum):
    """What a speaker does; each answers only to its like."""

    SAY = "say"
    DENY = "deny"
    ACCUSE = "accuse"
    ASK = "ask"
    WARN = "warn"
    PROMISE = "promise"
    THINK = "think"


def _acts(language: str, lines: Mapping[Act, str]) -> dict[str, Act]:
    """Each form of the verbs of *lines*, parted by commas, with what it does."""
    return {form: act for act, text in lines.items() for form in forms(language, text.split(","))}


def _listed(acts: Mapping[Act, str]) -> dict[str, Act]:
    return {word: act for act, text in acts.items() for word in folded(text)}


_ARABIC = {
    Act.SAY: "قال يقول, ذكر يذكر, أعلن يعلن, أفاد يفيد, أوضح يوضح, أضاف يضيف, صرح يصرح, أكد يؤكد, "
    "أشار يشير, شدد يشدد, لفت يلفت, أخبر يخبر, أبلغ, اعترف يعترف, كشف يكشف, كتب يكتب, زعم يزعم, "
    "ادعى, نقل, عزا يعزو, اعترض يعترض, أظهر, وصف يصف, روى يروي, رد, أجاب يجيب, أخطر يخطر, "
    "جزم يجزم, أعرب يعرب, أورد يورد, نبه ينبه, ألمح يلمح, أحصى يحصي, وثق يوثق",
    Act.DENY: "نفى ينفي, أنكر ينكر, استبعد يستبعد, كذب يكذب",
    Act.ACCUSE: "اتهم يتهم, حمل, انتقد ينتقد, ندد يندد, أدان يدين, استنكر يستنكر",
    Act.ASK: "أوصى يوصي, دعا يدعو, طلب يطلب, طالب يطالب, ناشد يناشد, حث يحث, اقترح يقترح",
    Act.WARN: "حذر يحذر, هدد يهدد, توعد يتوعد",
    Act.PROMISE: "تعهد يتعهد, وعد",
    Act.THINK: "توقع يتوقع, رجح يرجح, اعتبر يعتبر, رأى يرى, قدر يقدر, اعتقد يعتقد, ظن يظن",
}
_ENGLISH = {
    Act.SAY: "say said, tell told, announce, state, add, report, confirm, claim, explain, insist, "
    "argue, write wrote, acknowledge, admit admitted, declare, maintain, testify, disclose, "
    "reveal, assert, inform, notify, reply, respond, tweet, note, describe, conclude, contend, "
    "post, concede, recall, recount",
    Act.DENY: "deny",
    Act.ACCUSE: "accuse, allege, blame, criticise, criticize, condemn, denounce",
    Act.ASK: "urge, call, demand, appeal, request, ask, recommend, advise, propose",
    Act.WARN: "warn, threaten, caution",
    Act.PROMISE: "pledge, vow, promise",
    Act.THINK: "believe, estimate, expect, predict, think thought, forecast forecast, suspect, "
    "consider",
}
_HEBREW = {
    Act.SAY: "אמר אומר, מסר מוסר, הודיע מודיע, ציין מציין, הוסיף מוסיף, טען טוען, דיווח מדווח, "
    "הבהיר מבהיר, הסביר מסביר, הצהיר מצהיר, סיפר, כתב כותב, הדגיש מדגיש, השיב משיב, הגיב מגיב, "
    "הודה מודה, עדכן מעדכן, קבע קובע, כינה מכנה, תיאר מתאר, העיד מעיד",
    Act.DENY: "הכחיש מכחיש, שלל שולל",
    Act.ACCUSE: "האשים מאשים, גינה מגנה",
    Act.ASK: "קרא קורא, דרש דורש, ביקש מבקש, המליץ ממליץ",
    Act.WARN: "הזהיר מזהיר, איים מאיים",
    Act.PROMISE: "הבטיח מבטיח, התחייב מתחייב",
    Act.THINK: "העריך מעריך, סבר סבור, צפה צופה, חזה חוזה, האמין מאמין, חשב חושב",
}
#: Participles that go on with the words of whoever is the subject of the clause.
ADDING = folded("قائلا قائلة قائلين مضيفا مؤكدا مشيرا موضحا معتبرا معتبرة معتبرين")
DENYING = folded("نافيا نافية نافين")
#: Those that accuse, where no article makes them who is accused; behind a comma.
_ACCUSING = folded("متهما متهمة متهمين")
_BASES = frozenset(line.split()[0] for text in _ENGLISH.values() for line in text.split(","))
_VERBS: dict[str, dict[str, Act]] = {
    "ar": _acts("ar", _ARABIC) | dict.fromkeys(ADDING, Act.SAY) | dict.fromkeys(DENYING, Act.DENY),
    "en": _acts("en", _ENGLISH)
    | _listed(
        {
            Act.SAY: "saying announcing",
            Act.DENY: "denying",
            Act.ACCUSE: "accusing alleging",
            Act.ASK: "demanding urging",
            Act.WARN: "warning",
        }
    ),
    "he": _acts("he", _HEBREW) | _listed({Act.SAY: "נמסר"}),
}
#: Arabic verbs with the pronoun of their object on them («اتهمته»), where no noun is spelt so.
_WITH_OBJECT = {
    Act.SAY: "أبلغ يبلغ, أخبر يخبر, عزا يعزو",
    Act.ACCUSE: "اتهم يتهم, انتقد ينتقد",
    Act.ASK: "ناشد يناشد, طالبت يطالب, دعت, حثت يحث",
    Act.WARN: "حذرت يحذر, هددت يهدد",
    Act.THINK: "اعتبر يعتبر",
}
_OBJECTS = ("ه", "ها", "هم", "هما")
_ON_VERBS = {
    (form[:-1] if form.endswith("وا") else form) + ending: act
    for form, act in _acts("ar", _WITH_OBJECT).items()
    for ending in _OBJECTS
}
_VERBS["ar"] |= _ON_VERBS
_ACCORDING = {
    "ar": folded("بحسب حسب وفق وفقا نقلا حسبما برأي"),
    "en": folded("according"),
    "he": folded("לדברי לפי לטענת לגרסת להערכת לדבריו לדבריה לדבריהם לדבריהן מטעם"),
}
_ARISING, _THUS = folded("עולה עלה"), folded("כך")
#: Words after a verb in which its claim begins.
CLAIM_WITHIN = 14
_WITH_AN = _acts(
    "ar",
    {
        Act.SAY: "بين يبين, قرر يقرر, قضى يقضي, حكم يحكم, أقر يقر, خلص يخلص, وجد يجد, تبين يتبين, "
        "استنتج يستنتج, ادعى يدعي, أصر يصر, أبدى يبدي, أظهر يظهر, رد يرد, "
        "شهد يشهد",
        Act.DENY: "رفض يرفض",
    },
)
_INSISTING = forms("ar", ["أصر يصر"])
#: «عبّر عن اعتقاده أن»; «عبر» alone is "via".
_WITH_AN_ON = forms("ar", ["عبر يعبر"])

_THAT = folded("أن بأن إن أنه أنها أنهم بأنه بأنها بأنهم")
#: «ورد» by itself is also "arrived".
_REPLIED, _SAYING = folded("ورد فرد"), folded("قائلا بالقول بأنه بأنها بأنهم")

_NOUNS = folded(
    "forecasts forecast claims reports estimates demands calls requests warnings pledges notes "
    "states posts appeals replies recalls promises tweets suspects"
)
#: English verbs that are nouns as they stand, and verbs that report only with "that".
_BASE_NOUNS = folded(
    "report claim state estimate demand call request pledge note promise appeal forecast suspect "
    "blame vow post reply recall tweet"
)
_LITERAL = folded("add post recall recount describe respond")
_MODALS = folded(
    "will would shall should can could cannot may might must did do does not to didn't don't "
    "doesn't won't wouldn't couldn't can't"
)
_NOT_SUBJECTS = folded("was were is are been be being the a his their its to of in by")
#: Words of a subject, at most.
_SUBJECT = 8
#: Letters of a definite noun with its particle, at least.
_DEFINITE = 6
_PREPOSITIONS = folded("of in at from near for with on")
_SUBJECTS = folded("they we you who people police")
_AFTER_BASE_NOUNS = folded(
    "was were is are has had have will would could may said says and or of in by from at about"
)
_ADVERBS = folded("also now still often even then never always")
_AFTER_NOUNS = folded("for of on from by about against")
#: Verbs of which a noun in -s is the subject: "boycott calls spread".
ITS_VERBS = folded(
    "spread grew rose fell went came began ended continued mounted emerged circulated increased "
    "multiplied followed prompted were are have had led drew"
)
_AFTER_CALLS = folded("to in at with were had was and or between")
_AFTER_WARNING = folded("that of against it him her them people residents")
_BEFORE_WARNING = folded("is are was were be been and but while by after before")
_BEFORE_NOUNS = folded(
    "with on for than above below from amid despite after over against new last of in united "
    "member some many most these those other such prior all few several any no more two three "
    "four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand "
    "million dozen dozens"
)


@lru_cache(maxsize=1 << 14)
def act_of(word: str, language: str) -> Act | None:
    """What the folded *word* does when it is a verb of reporting."""
    for form in without_particles(word) if language != "he" else _hebrew_forms(word):
        act = _VERBS.get(language, {}).get(form)
        if act is not None and _takes(word, form):
            return act
    return None


def has_object(word: str) -> bool:
    """Whether the folded Arabic *word* is such a verb with its object on it: «واتهمتها»."""
    return word in _ON_VERBS or (word[:1] in ("و", "ف") and word[1:] in _ON_VERBS)


def is_according(word: str, language: str) -> bool:
    """Whether the folded *word* opens the name of a speaker: «بحسب», "according", לדברי."""
    table = _ACCORDING.get(language, frozenset())
    return word in table or (word[:1] in ("و", "ف", "ו", "ב") and word[1:] in table)


def _takes(word: str, form: str) -> bool:
    """Whether what stands before *form* in *word* may stand before a verb."""
    return word[: len(word) - len(form)] in ("", "و", "ف", "س", "وس", "ו")


def _hebrew_forms(word: str) -> tuple[str, ...]:
    return (word, word[1:]) if word[:1] in ("ו", "ש", "ה") and len(word) > 3 else (word,)


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
    if not later & _THAT:
        return None
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
_JUSSIVES = _listed({Act.SAY: "يقل تقل", Act.DENY: "ينف تنف"})
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
    behind = [w.fold for w in words[at + 5 : at + 1 + _SUBJECT]]
    if any(word[:3] == "بال" and len(word) >= _DEFINITE for word in behind):
        return True  # «هددت نقابة العاملين في القطاع بالإضراب»
    return bool(set(after) & {"to", "that", "כי", "ان", "بان"}) or any(
        w[:1] in ("ب", "ב", "ש") and len(w) > 3 for w in after
    )


def is_noun(words: Sequence[Token], at: int) -> bool:
    """Whether the English word at *at* is a noun here («the report says»: reports, claims)."""
    before = words[at - 1].fold if at else ""
    after = words[at + 1].fold if at + 1 < len(words) else ""
    if words[at].fold in _BASES and not _plural_present(words, at, after):
        return True
    if words[at].fold in _NOUNS and _noun_between(words[at].fold, before, after):
        return True
    if words[at].fold == "warning" and after not in _AFTER_WARNING:
        joined = at > 0 and words[at].start - words[at - 1].end <= 1
        if joined and before not in _BEFORE_WARNING:  # "without prior warning"
            return True
    beside = at > 0 and words[at].start - words[at - 1].end <= 1
    if beside and before.isdigit() and words[at].fold.endswith("ed") and after.endswith("s"):
        return True  # "94 confirmed cases"
    going_on = words[at].fold.endswith("ing")  # "are demanding"
    return before in _NOT_SUBJECTS and words[at].fold != "said" and not going_on


def _noun_between(word: str, before: str, after: str) -> bool:
    """Whether a word in -s is a noun by its neighbours: "624 calls", "emergency calls to"."""
    counted = before.isdigit() or before in _BEFORE_NOUNS
    if counted or after in _AFTER_NOUNS | ITS_VERBS:
        return True
    return word == "calls" and after in _AFTER_CALLS


def is_infinitive(word: str, before: str) -> bool:
    """Whether the English *word* is a base form behind "to" or a modal: "to declare"."""
    return word in _BASES and before in _MODALS


def _plural_present(words: Sequence[Token], at: int, after: str) -> bool:
    """Whether the base form at *at* is what several do ("officials say"), and no noun."""
    word = words[at].fold
    first = at - 1
    while first > 0 and (words[first].fold.endswith("ly") or words[first].fold in _ADVERBS):
        first -= 1
    if first >= 0 and is_infinitive(word, words[first].fold):
        return False
    if word in _LITERAL and after != "that":
        return False
    if (word, after) in {("think", "tank"), ("think", "tanks")}:
        return False
    if word not in _BASE_NOUNS:
        return True
    closes = at + 1 == len(words) or words[at + 1].start - words[at].end > 1
    if not closes and (after in _AFTER_BASE_NOUNS or after.endswith("ed")):
        return False
    return _several(words, first)


def _several(words: Sequence[Token], last: int) -> bool:
    """Whether the subject that ends at *last* is several: "residents of the town", "they"."""
    head = last
    for place in range(last, max(-1, last - _SUBJECT), -1):
        if words[place].fold in _PREPOSITIONS:
            head = place - 1
        if place and words[place].start - words[place - 1].end > 1:
            break
    if head < 0:
        return False
    written = words[head].text.lower()
    return words[head].fold in _SUBJECTS or (written[-1:] == "s" and written[-2:-1] not in "'’su")
