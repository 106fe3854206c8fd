"""Negations of a text and the words that they reach, in Arabic, English and Hebrew.

The rule: a particle (لم، ليس، دون; not, no, without; לא, אין, ללא) negates the next words of its
clause. Idioms that contain one and negate nothing (لا يزال، ما لم، ليس فقط، "no fewer than", לא רק)
are passed over. Verbs that carry a no of their own (نفى، رفض، فشل; deny, refuse, fail) are listed
apart as *averse*: they answer a negation in another wording.

What it may get wrong: a negation that reaches further than `REACH` words, and «ما», which negates
only before a past verb and is read so only before a few. The escape hatch is the tables below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digests.language.kin import without_particles
from digests.language.lexicon import joined, listed
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.seeming_negations import is_a_first_name, is_no_negation, not_being
from digests.language.words import Token

#: Words after a particle of nouns («بلا», without) that it is taken to negate.
SHORT_REACH = 2
#: Words after a particle that it is taken to negate, function words included.
REACH = 5


@dataclass(frozen=True, slots=True)
class Negation:
    """The particle at word ``at`` negates the words ``[at + 1, end)``."""

    at: int
    end: int


_PARTICLES = {
    "ar": folded(
        "لا لم لن ليس ليست ليسوا لست لسنا لستم غير عدم بعدم لعدم وعدم دون بدون بلا انعدام ولا ولم "
        "ولن وليس"
    ),
    "en": folded(
        "not no never hardly scarcely none nobody nothing neither nor without cannot can't don't "
        "doesn't didn't won't wouldn't isn't aren't wasn't weren't hasn't haven't hadn't couldn't "
        "shouldn't non"
    ),
    "he": folded(
        "לא אין אינו אינה אינם אינן איני אינני אינך איננו איננה אינכם איננם בלי ללא מבלי אי בלתי "
        "טרם ולא ואין שלא שאין"
    ),
}
_IDIOMS = {
    tuple(map(fold, idiom.split()))
    for idiom in (
        "لم شمل", "لم الشمل",
        "لا يزال", "لا تزال", "لا يزالون", "ولا يزال", "ولا تزال", "لا أزال", "لا نزال",
        "لا تزالون", "لا يزالان", "لا تزالان", "لا زال", "لا زالت", "لا زالوا", "لا زلنا",
        "لا زلت", "لم يزل", "لم تزل", "لم يزالوا", "لا سيما", "ما لم", "لا يقل",
        "لا تقل", "لا يقلون", "ليس فقط", "ليس فحسب", "غير أن", "غير أنه", "غير أنها", "لا بد",
        "لا شك", "بلا شك", "لا يتجاوز", "لا تتجاوز", "ولا سيما", "دون سن", "غير مسبوق",
        "لا يزيد على", "لا يزيد عن",
        "غير مسبوقة", "غير الحكومية", "غير حكومية", "غير حكومي",
        "no "
        "fewer", "no less", "not only", "no more than", "no longer than", "not just", "no sooner",
        "no doubt", "no later", "not later", "non governmental", "non profit",
        "אי פעם", "לא רק", "לא פחות", "אין ספק", "לא יותר", "לא יאוחר",
    )
}  # fmt: skip
_AVERSE = {
    "ar": folded(
        "نفى ينفي نفت نفي نافيا أنكر رفض يرفض رافض فشل يفشل أخفق عجز تعذر امتنع يمتنع خلا يخلو "
        "ينفيه تنفيه ينفيها تنفيها ينف تنف ينفون افتقر يفتقر غاب غياب انتفى حال منع استبعد "
        "يستبعد تستبعد يستبعدون مستبعد مستبعدا حرم يحرم محروم محرومين "
        "مستبعدة حظر نقص بقي تجنب خال خاليا خالية خاليين خالين خالون مفتقر مفتقرة"
    ),
    "en": folded(
        "deny denied denies denying denial refuse refused refuses refusal reject rejected rejects "
        "fail failed fails failure lack lacked lacks unable decline declined declines absent "
        "absence avoid avoided rule ruled prevent prevented stop ban banned barred dismiss "
        "dismissed dispute disputed unclear unknown yet failing refusing rejecting declining "
        "lacking avoiding preventing banning barring dismissing unaware"
    ),
    "he": folded("הכחיש הכחישה הכחישו סירב סירבה סירבו נכשל נכשלה דחה דחתה חוסר נעדר נמנע שלל מנע"),
}
_DEFICIT = "العجز"  # and none who fails to do something
_RULED = frozenset({"rule", "ruled"})  # "ruled out" alone carries a no
_OF_NOUNS = folded("بلا دون بدون انعدام without non ללא בלי")
_SMALL = folded("a an the any إلى على عن")
#: Particles that are written onto one word, and negate nothing else: אי-סדרים, בלתי חוקי.
_OF_A_WORD = folded("אי בלתי")
#: Particles that negate a noun and no clause, and the words that open a clause.
_VERBLESS = _OF_NOUNS | folded("عدم بعدم لعدم وعدم غير חוסר")
_OPENERS = folded("إن أن بأن إنه إنها إنهم أنه أنها أنهم that כי")
_BREAKS = folded("لكن ولكن بل إلا إذا but except until if unless אבל אך אלא אם וכי")
#: "None of its gates was opened": the verb stands behind whom it is denied of.
_OF_SEVERAL, _WHOM = frozenset({"none", "neither"}), 3
#: How what begins a new statement of Arabic is written: «إنّ», «إنه».
_THAT = "إن"
#: «ما كان ينبغي»: should not have.
_MA, _WAS = folded("ما وما فما"), folded("كان كانت")
_SHOULD = folded("ينبغي يجب يحق يجوز يمكن يتوجب")
_UNLESS = (fold("ما"), fold("لم"))


def negations(words: Sequence[Token], language: str) -> list[Negation]:
    """The negations among *words* in order."""
    particles = _PARTICLES.get(language, frozenset())
    found: list[Negation] = []
    for at, word in enumerate(words):
        written = denies_a_clause(word.text)  # folded, they are other words («إلا», «ليلًا»)
        written = written or not_being(words, at) or _should_not(words, at)
        if word.fold not in particles and not _joined(word.fold, particles) and not written:
            continue
        pair = tuple(w.fold for w in words[at : at + 2])
        triple = tuple(w.fold for w in words[at : at + 3])
        bare = word.fold[1:] if word.fold[:1] in ("و", "ف", "ו") else word.fold
        pair, triple = (bare, *pair[1:]), (bare, *triple[1:])
        before = tuple(w.fold for w in words[max(0, at - 1) : at + 1])
        plain = (word.fold, *pair[1:])
        if plain in _IDIOMS or pair in _IDIOMS or triple in _IDIOMS or before in _IDIOMS:
            continue
        if word.fold == "دون" and below(words, at):
            continue
        if is_no_negation(words, at):
            continue
        found.append(Negation(at, _end(words, at)))
    return found


def _should_not(words: Sequence[Token], at: int) -> bool:
    """Whether «ما» negates what should have been: «ما كان ينبغي حذفها»."""
    if words[at].fold not in _MA or at + 2 >= len(words):
        return False
    return words[at + 1].fold in _WAS and words[at + 2].fold in _SHOULD


def below(words: Sequence[Token], at: int) -> bool:
    """Whether «دون» says "below" and not "without": «دون نصف السعر»، «ما دون طفلين»."""
    before = words[at - 1].fold if at else ""
    after = words[at + 1].fold if at + 1 < len(words) else ""
    return before == "ما" or (before != "من" and (after[:1].isdigit() or after in _MEASURES))


def denies_a_clause(text: str) -> bool:
    """Whether a word as written is «ألا» (that not) or «لئلا», and not «إلا»."""
    return _WRITTEN.fullmatch(text) is not None


_WRITTEN = re.compile("[وب]?ألّ?ا|لئلا")
_MEASURES = folded(
    "نصف ثلث ربع ثلثي سطح المعدل العتبة عتبة سقف المستوى مستوى المواصفات المتوسط متوسط الصفر خط"
)


def averse(words: Sequence[Token], language: str) -> list[int]:
    """Places of the verbs and nouns among *words* that carry a no of their own."""
    table = _AVERSE.get(language, frozenset())
    return [
        at
        for at, word in enumerate(words)
        if not _a_deficit(words, at)
        and not _a_dispute(words, at)
        and not _of_people(words, at)
        and not is_a_first_name(words, at)
        and not _so_far(words, at)
        and not (word.fold in _RULED and (at + 1 == len(words) or words[at + 1].fold != "out"))
        and any(
            form in table or form.removesuffix("ت") in table or _of_a_man(form) in table
            for form in without_particles(word.fold)
        )
    ]


def _so_far(words: Sequence[Token], at: int) -> bool:
    """Whether "yet" at *at* says "so far" of the most there was: "its largest fine yet"."""
    if words[at].fold != "yet" or not at or _marked(words, at):
        return False
    before = [w.fold for w in words[max(0, at - _OF_A_SUPERLATIVE) : at]]
    return any(word.endswith("est") or word in _SUPERLATIVES for word in before)


_SUPERLATIVES, _OF_A_SUPERLATIVE = frozenset({"most", "worst"}), 5


def _a_deficit(words: Sequence[Token], at: int) -> bool:
    """Whether «العجز» at *at* is a gap in money, and not that somebody cannot («عن دفع …»)."""
    unable = at + 1 < len(words) and words[at + 1].fold == _OF
    return words[at].fold.endswith(_DEFICIT) and not unable


_OF = fold("عن")


def _of_people(words: Sequence[Token], at: int) -> bool:
    """Whether "dismissed" at *at* is said of people and not of a claim or a case."""
    if words[at].fold not in _DISMISSES:
        return False
    around = [*words[max(0, at - _BEFORE_IT) : at], *words[at + 1 : at + 1 + _BEHIND_IT]]
    return not _PEOPLE.isdisjoint(word.fold.removesuffix("s") for word in around)


_DISMISSES, _BEFORE_IT, _BEHIND_IT = frozenset({"dismiss", "dismissed", "dismissing"}), 2, 3
#: Who is dismissed from work, in the singular.
_PEOPLE = frozenset(
    "employee worker staff staffer people engineer teacher officer manager minister judge doctor "
    "nurse soldier player coach director everyone anyone those".split()
)


def _a_dispute(words: Sequence[Token], at: int) -> bool:
    """Whether "dispute" at *at* is what two have, and nobody disputes it: "end the dispute"."""
    if words[at].fold != "dispute" or not at:
        return False
    behind = words[at + 1].fold if at + 1 < len(words) else ""
    closes = at + 1 == len(words) or _marked(words, at + 1)
    return closes or words[at - 1].fold in _BEFORE_A_NOUN or behind in _BEHIND_A_DISPUTE


_BEFORE_A_NOUN = frozenset("the a an this that its his her their our any no each every".split())
_BEHIND_A_DISPUTE = frozenset("with over between about and in is was has had".split())


def _of_a_man(form: str) -> str:
    """The Arabic imperfect in the third person of a man of which *form* is the woman's: يرفض."""
    return "ي" + form[1:] if form[0] in _OTHERS and len(form) >= _AN_IMPERFECT else ""


#: First letters of an imperfect in other persons, and its letters at least.
_OTHERS, _AN_IMPERFECT = frozenset("تن"), 4
_NEGATIVE = re.compile("^(?:un|in|im|ir|il|non|dis)(?=[a-z]{4})")
#: Words that only begin like one with its no in front: to be disappointed is to feel something.
_NO_NEGATIVE = tuple(
    "disappoint disburs discharg disciplin disclos discord discount discover discredit discrimin "
    "diseas disembark disfigur disgrac disguis disgust disinfect disintegrat dislodg dismantl "
    "dismay dismiss dismount dispatch dispens dispers displac display dispos dissolut dissolv "
    "distanc distil distinct distort distract distress distribut illumin illustr imag immediat "
    "immens immers immigra impact impair impart impasse impeach impend imperil imperson implant "
    "implement impli implicat implor import impos impound impress imprint imprison improv inaugur "
    "inbound incident incit incentiv inclin includ inclus income incoming incorporat incurs "
    "indebt indeed independ index indicat individual indoor infect infiltrat inflam inflat "
    "inflict inflow influ inform infra infring infuri infusi inhabit inherit initia inject "
    "injunct injur inland inmate innov input inquir insan inscri insect inside insight inspect "
    "inspir instal instanc instant institut instruct instrument insur intact intak intell inten "
    "inter intimid intoxic intro invad invent invest invigil invit invoc invoic invok involv "
    "inward ironed irrigat irrit unanim uncover undertak undock undoubt unearth unfold unif union "
    "unique unit univers unload unlock unpack unrest unseat unveil unwind".split()
)
#: Words among those that do have their no in front.
_NEGATIVE_AFTER_ALL = tuple(
    "dispossess dispassion impossib impartial informal insanit insane intangib "
    "intoleran intolerab intractab".split()
)


def turned(word: str) -> bool:
    """Whether an English word has its no in front: unbeaten, illegal, dislike."""
    return bool(positive(word))


def positive(word: str) -> str:
    """An English word with its no in front taken away; empty when it has none."""
    bare = _NEGATIVE.sub("", word)
    if bare == word:
        return ""
    if word.startswith(_NO_NEGATIVE) and not word.startswith(_NEGATIVE_AFTER_ALL):
        return ""
    stem = bare.removesuffix("able")
    return bare if listed(bare) or listed(stem) or listed(stem + "e") else ""


def _joined(word: str, particles: frozenset[str]) -> bool:
    return word[:1] in ("و", "ف", "ו", "ש", "ה") and word[1:] in particles and len(word) > 2


def _marked(words: Sequence[Token], at: int) -> bool:
    """Whether more than a blank stands before the word at *at*, as a comma does."""
    return words[at].start - words[at - 1].end > 1


_AND = frozenset("وו")


def _of_an_adjective(words: Sequence[Token], at: int) -> bool:
    """Whether «غير» negates the adjective behind it and no more: «محادثات غير مباشرة بشأن»."""
    after = words[at + 1].fold if at + 1 < len(words) else ""
    return words[at].fold.removeprefix("و") == "غير" and after.endswith(("ه", "ي", "يه"))


def _end(words: Sequence[Token], at: int) -> int:
    end = at + 1
    particle = words[at].fold.removeprefix("ו")
    if particle in _OF_A_WORD or _of_an_adjective(words, at):
        return min(len(words), at + 2)
    reach = SHORT_REACH if particle in _OF_NOUNS else REACH
    if words[at].fold in _OF_SEVERAL and [w.fold for w in words[at + 1 : at + 2]] == ["of"]:
        reach = REACH + _WHOM
    if particle in _OF_NOUNS and at + 1 < len(words) and words[at + 1].fold == "ان":
        end, reach = at + 2, REACH + 1  # «دون أن يحدد …»
    if particle in _OF_NOUNS and any(w.fold in _SMALL for w in words[at + 1 : at + 3]):
        reach += 1  # "without a final statement", «دون التوصل إلى اتفاق»
    breaks = _BREAKS | _OPENERS if particle in _VERBLESS else _BREAKS
    while end < len(words) and end - at <= reach and words[end].fold not in breaks:
        if particle in _VERBLESS and end > at + 1 and _marked(words, end):
            break
        if tuple(word.fold for word in words[end : end + 2]) == _UNLESS:
            break
        if end > at + 1 and words[end].text.startswith(_THAT) and _marked(words, end):
            break  # «المنتج ليس منتجنا، إنه يحمل»
        if (
            end > at + 1
            and words[end].fold[0] in _AND
            and joined(words[end].fold)
            and _marked(words, end)
        ):
            break  # «لم يُخفض الاكتظاظ، وقدم»: another clause
        end += 1
    return end
