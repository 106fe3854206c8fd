"""The frames of Arabic: the speaker follows the verb, or stands before it.

The rule: the speaker stands between the verb and the word that opens the claim (إن، أن، بأن، a
colon or quotation mark), or before a verb that is followed by that word at once.

What it may get wrong: where no word opens the claim («أعلن X استقالة حكومته») the end of the name
is not known; ``opened`` is False then, and only the first words of ``speaker`` are sure. The escape
hatch is `speech_verbs` and the tables below.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.appositions import named_in_apposition
from digests.language.arabic import DAMMA
from digests.language.arabic_agents import agent
from digests.language.arabic_openings import opening, stands_for_a_claim
from digests.language.arabic_subjects import (
    VERBAL,
    agrees,
    before_had,
    before_was,
    clause,
    disagrees,
    ends_name,
    in_a_headline,
    noun_behind_that,
    pronoun_before,
    several,
)
from digests.language.arabic_turns import before_a_past, closes_quotation, told_by_a_turn
from digests.language.blame import lays_blame
from digests.language.conjugation import forms
from digests.language.currencies import currency
from digests.language.deed_nouns import names_a_deed, promised
from digests.language.describing import describes, only_the_described
from digests.language.frame import OPENERS, REACH, RELATIVES, TRAILING, Frame
from digests.language.letters import letters
from digests.language.lexicon import as_it_stands, listed
from digests.language.lists import folded
from digests.language.participles import participle
from digests.language.speech_verbs import Act, act_of, has_object
from digests.language.words import Token

_AND_NOT = folded("ولم ولن ولا")
_TO_SOMEBODY = folded(
    "منه منها منهم منهما له لها لهم إليه إليها إليهم عليه عليها عليهم عنه عنها عنهم فيه فيها به بها"
)
#: Where and when it is said: «وأضاف في مؤتمر صحفي: …».
_WHERE = folded("في خلال أثناء عبر عن بعد قبل عقب لدى")
_OBLIQUE = folded("عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين مئتي مليوني ألفي")
_URGING, _UPON = forms("ar", ["حث يحث"]), folded("على")
_ACCUSING = forms("ar", ["اتهم يتهم"])
_MILLIONS = folded("مليون مليونا مليوني مليار مليارا ملياري ألف ألفا ألفي")
#: Letters of a charge with its particle, and words of a speaker who thinks, at least.
_JOINED = 4


def arabic(
    words: Sequence[Token], text: str, at: int, act: Act, start: int, end: int
) -> Frame | None:
    """The frame of the verb at *at* in the sentence from *start* to *end*."""
    before = words[at - 1].fold if at > start else ""
    if before == "كما" and _closes_with(words, text, at, end):
        return Frame(at, act, range(at + 1, end), range(start, at - 1), according=True)
    if (told := told_by_a_turn(words, text, at, start, end)) is not None:
        return told
    stop, opened = opening(words, text, at, act, end)
    if opened and words[at].text.lstrip("وف")[1:2] == DAMMA:
        if act is Act.THINK:
            return None  # «يُتوقع أن»: nobody's words, and a hedge
        return Frame(at, act, range(at, at), range(stop, end))  # «أُعلن مساء اليوم أن»
    if not opened and (by := agent(words, text, at, end)) is not None:
        return Frame(at, act, by, range(at + 1, end), False)
    if not opened and at > start and act is Act.SAY and closes_quotation(text, words, at):
        return Frame(at, act, range(at + 1, stop), range(start, at), according=True)
    if before in RELATIVES and opened and stop == at + 1 and agrees(words[at].fold, before):
        named = range(clause(words, text, at - 1, start), at - 1)
        return Frame(at, act, named, range(stop, end), False)
    if before in RELATIVES and opened and stop > at + 1:
        return Frame(at, act, range(at + 1, stop), range(stop, end))
    if before in RELATIVES or before in ("ما", "كما", "مما", "عما"):
        return None
    if words[at].fold.removeprefix("و") in _IMPERSONAL and before in _AFTERWARDS:
        return None
    if (called := _called_for(words, text, at, act, start, end)) is not None:
        return called
    if before == "أن" and at - 2 >= start and words[at - 2].fold in _WITHOUT:
        return Frame(at, act, range(at, at), range(at + 1, end))
    if (subject := before_had(words, at, start)) is not None:
        return Frame(at, act, subject, range(at + 1, end))
    if not opened and (subject := before_was(words, text, at, start)) is not None:
        return Frame(at, act, subject, range(at + 1, end))
    if (blame := lays_blame(words, at)) is not None and blame > at + 1:
        return Frame(at, act, range(at + 1, blame), range(blame, end))
    claim = range(stop if opened and not describes(words, at) else at + 1, end)
    if participle(words, at) is not None:
        return Frame(at, act, range(at, at), claim)
    if words[at].fold[:1] == "ي" and words[at].fold.endswith("ون"):
        return Frame(at, act, range(several(words, at, start), at), claim, False)
    if (subject := in_a_headline(words, text, at, start)) is not None:
        return Frame(at, act, subject, claim)
    if not opened and (
        subject := before_a_past(words, text, at, start, end)
        or named_in_apposition(words, text, at, start)
    ):
        return Frame(at, act, subject, claim)
    if (
        subject_left_out(words, text, at, end)
        or pronoun_before(words, at, start)
        or noun_behind_that(words, text, at, start)
    ):
        return _without_subject(words, text, at, act, start, claim)
    described = opened and only_the_described(words, at, stop)
    if described or _names_it(words, text, at, act, stop, opened):
        return _without_subject(words, text, at, act, start, range(at + 1, end))
    if opened and describes(words, at):
        # «وصف فلان القرار بأنه …»: where the name ends is not known
        return Frame(at, act, range(at + 1, stop), range(stop, end), False)
    joined = at > start and words[at].fold[:1] in "وف"
    if joined and stop == at + 1 and (opened or has_object(words[at].fold)):
        return Frame(at, act, range(at, at), range(stop, end))  # «، ودعتها إلى تعليق العقد»
    if stop == at + 1 and at > start:
        return Frame(at, act, range(clause(words, text, at, start), at), range(stop, end), opened)
    if not opened and act is Act.THINK and stop - at > _JOINED:
        return Frame(at, act, range(at + 1, at + 3), range(at + 3, end), opened)
    claims = opened and words[stop].fold in OPENERS["ar"]
    if not claims and act is Act.ACCUSE and (of := _charge(words, at, stop)) is not None:
        return Frame(at, act, range(at + 1, of), range(of, end), False)
    if opened and act is Act.ASK and (asked := _asked(words, at, stop)) < stop:
        return Frame(at, act, range(at + 1, asked), range(asked, end))
    stop = _what_was_said(words, at + 1, stop) if opened else _name_end(words, at + 1, stop)
    accused = claims and act is Act.ACCUSE  # «اتهم فلان الحكومة بأنها»: both stand there
    return Frame(at, act, range(at + 1, stop), claim, opened and not accused)


def _names_it(
    words: Sequence[Token], text: str, at: int, act: Act, stop: int, opened: bool
) -> bool:
    """Whether «واعتبر المحاكمة «سياسية»» calls something so, in the words of who spoke before."""
    if act is not Act.THINK or words[at].fold[:1] != "و" or not opened or stop != at + 2:
        return False
    gap = text[words[stop - 1].end : words[stop].start]
    return ":" not in gap and words[stop].fold not in OPENERS["ar"]


def _called_for(
    words: Sequence[Token], text: str, at: int, act: Act, start: int, end: int
) -> Frame | None:
    """The frame of what somebody called for: «جلسة دعت إليها المعارضة»."""
    if act is not Act.ASK or words[at].fold[:1] in "وف" or at <= start or at + 2 >= end:
        return None
    if (
        words[at + 1].fold not in _TO_IT
        or ends_name(words[at + 2])
        or words[at + 2].fold in OPENERS["ar"]
    ):
        return None
    stop = at + 3
    while stop < end and stop - at <= TRAILING and not ends_name(words[stop]):
        if text[words[stop - 1].end : words[stop].start].strip():
            break
        stop += 1
    return Frame(at, act, range(at + 2, stop), range(clause(words, text, at, start), at), False)


_TO_IT = folded("إليه إليها إليهم به بها")
#: «من دون أن تستبعد …»: the subject is that of the sentence.
_WITHOUT = folded("دون بدون")


#: «بعدما تبين أن»: nobody's words.
_IMPERSONAL, _AFTERWARDS = folded("تبين يتبين"), folded("بعدما بعد حين عندما إذ حيث")


def subject_left_out(words: Sequence[Token], text: str, at: int, end: int) -> bool:
    """Whether what follows the verb at *at* is no subject: «نفى ذلك», «طلب منه», «وصف ما …».

    So is a noun in the oblique case («وطلبت خمسين مليونًا»), and a charge behind a verb that has
    its object on it («واتهمتها بإرسال …»).
    """
    if at + 1 >= end or text[words[at].end : words[at + 1].start].strip():
        return False
    if words[at].fold.endswith("وا") or disagrees(words[at].fold, words[at + 1]):
        return True
    following = words[at + 1].fold
    if stands_for_a_claim(words, text, at + 1) or following in _TO_SOMEBODY | _WHERE:
        return True
    if words[at].fold[:1] == "و" and (
        following in _NO_SUBJECTS
        or (act_of(words[at].fold, "ar") in _OF_DEEDS and names_a_deed(words, text, at + 1, end))
    ):
        return True  # «، ونفى وجود خلل»
    if ends_name(words[at + 1]) and at + 2 < end and stands_for_a_claim(words, text, at + 2):
        return True  # «اعترضت على ذلك»
    if following == "ما" and not (at + 2 < end and words[at + 2].fold == "اذا"):
        return True
    behind = following[:1] == "ب" and listed(following[1:])
    if (
        behind
        and has_object(words[at].fold)
        and (_joined(words[at].fold) or not as_it_stands(following))
    ):
        return True
    acts = (Act.PROMISE, Act.WARN) if _joined(words[at].fold) else ()
    if act_of(words[at].fold, "ar") in acts and promised(words[at + 1]):
        return True  # «شكر الوزير، ووعد بمساعدة البلدية»
    if _joined(words[at].fold) and (_of_himself(words, at, end) or _the_accused(words, at, end)):
        return True
    if words[at].fold.removeprefix("و") in _URGING and at + 2 < end and words[at + 2].fold in _UPON:
        return True  # «وحثت الحكومة على نشر …»: one word is who is urged
    if words[at].fold[:1] == "و" and _an_audience(words, text, at + 1, end):
        return True
    bare = following.removeprefix("بال").removeprefix("لل")
    if bare != following and listed(bare):  # «وهددت بالإضراب.»، «وتعهد بالعمل مع الجميع»
        joined = words[at].fold[:1] == "و" and following.startswith("بال")
        ends = at + 2 == end or bool(text[words[at + 1].end : words[at + 2].start].strip())
        return joined or ends
    if (
        _accuses(words[at].fold)
        and at + 2 < end
        and not text[words[at + 1].end : words[at + 2].start].strip()
    ):
        charge = words[at + 2].fold
        charges = charge[:1] == "ب" and (len(charge) > _JOINED or _of_four(charge))
        if charges and charge not in _BODIES and listed(charge[1:]):
            return True  # «واتهمت الشركة بإخفاء …»: who is accused stands there
    return following in _OBLIQUE or _money(words, at + 1, end)


def _joined(verb: str) -> bool:
    return verb[:1] in ("و", "ف")


def _of_himself(words: Sequence[Token], at: int, end: int) -> bool:
    """Whether who denies at *at* denies something of himself: «ونفى عزمه على الاستقالة»."""
    if act_of(words[at].fold, "ar") is not Act.DENY or at + 2 >= end:
        return False
    noun, behind = words[at + 1].fold, words[at + 2].fold
    own = any(noun.removesuffix(his) in _HIS_OWN for his in _HIS if noun.endswith(his))
    return own and (behind in _OF_IT or behind[:1] in ("ب", "ل"))


_HIS = ("ه", "ها", "هم", "هما")
#: What ties to such a noun what it is of.
_OF_IT = folded("على عن في من إلى مع أي أية")
#: What somebody denies of himself, as it stands before a pronoun.
_HIS_OWN = folded(
    "عزم علم تورط ضلوع اعتزام دور وجود ارتكاب تلقي قيام صلت علاقت مسؤوليت نيت معرفت مشاركت رغبت"
)


def _the_accused(words: Sequence[Token], at: int, end: int) -> bool:
    """Whether one body stands between who accuses and the charge, and nobody else.

    «واتهمت وزارة المالية بتجاهل …», «واتهمت إن إس أو باستخدام …»: somebody before accuses it.
    """
    if not _accuses(words[at].fold) or at + 4 > end:
        return False
    body = words[at + 1].fold in _BODIES
    stop = _row_end(words, at + 1 + body, end)
    if stop is None and body:
        stop = at + 3
    if stop is None or stop >= end:
        return False
    charge = words[stop].fold
    marked = any(words[p].start - words[p - 1].end > 1 for p in range(at + 1, stop + 1))
    charged = charge not in _BODIES and (_charges(charge) or _short(charge))
    named = any(word.fold[0] == "ب" for word in words[stop + 1 : end])  # «باكستان بقصف القرية»
    return not marked and charged and not named


def _row_end(words: Sequence[Token], at: int, end: int) -> int | None:
    """Where a name that is spelt letter by letter from *at* on ends: «إن إس أو | باستخدام»."""
    stop = at
    while stop < end and letters(words[stop].fold):
        stop += 1
    return stop if stop - at > 1 else None


_BODIES = folded(
    "وزارة شركة حكومة نقابة هيئة منظمة وكالة مؤسسة جماعة حركة سلطات سلطة قوات لجنة إدارة بلدية "
    "جمعية محكمة مديرية رئاسة قيادة شرطة نيابة بنك مصرف جيش حزب مجلس اتحاد مكتب مركز جهاز مستشفى "
    "برلمان بعثة بورصة"
)


def _an_audience(words: Sequence[Token], text: str, at: int, end: int) -> bool:
    """Whether those at *at* are told something, and nobody follows: «وقالت للصحفيين خارج المبنى:».

    Up to what is said stands nothing else but where they are told.
    """
    if not words[at].fold.startswith("لل") or not listed(words[at].fold[2:]):
        return False
    gap = text[words[at].end : words[at + 1].start] if at + 1 < end else ""
    if gap.strip():
        return ":" in gap
    return at + 1 < end and words[at + 1].fold in _WHERE | _PLACES | OPENERS["ar"]


_PLACES = folded("خارج داخل أمام قرب عند")


def _accuses(word: str) -> bool:
    return word[:1] in ("و", "ف") and word[1:] in _ACCUSING


def _money(words: Sequence[Token], at: int, end: int) -> bool:
    """Whether a sum of money begins at *at*, which asks for nothing by itself."""
    if not words[at].fold[:1].isdigit() and words[at].fold not in _MILLIONS:
        return False
    return any(currency(word.fold) for word in words[at + 1 : min(end, at + 4)])


def _without_subject(
    words: Sequence[Token], text: str, at: int, act: Act, start: int, claim: range
) -> Frame:
    """The frame of a verb with no subject behind it: the one before it, or that of the clause
    before."""
    joined = words[at].fold[:1] in "وف" or (at > start and words[at - 1].fold in _AND_NOT)
    if joined or pronoun_before(words, at, start):
        return Frame(at, act, range(at, at), claim)
    last = at
    while last - 1 > start and words[last - 1].fold in VERBAL:
        last -= 1  # «أن قطاعات أخرى قد تطالب»
    return Frame(at, act, range(clause(words, text, at, start), last), claim, False)


def _name_end(words: Sequence[Token], start: int, stop: int) -> int:
    """Where a name that nothing closes surely ends: «نفت الشركة | وجود …», «نفى س | أي تأخر»."""
    return next((p for p in range(start + 1, stop) if words[p].fold in _NO_NAMES), stop)


def _what_was_said(words: Sequence[Token], start: int, stop: int) -> int:
    """Where a name ends before what another said: «نفت الشركة | ما قاله العمال من أن …»."""
    return next(
        (
            p
            for p in range(start + 1, stop - 1)
            if words[p].fold == "ما" and act_of(words[p + 1].fold.removesuffix("ه"), "ar")
        ),
        stop,
    )


#: Acts whose object is a deed.
_OF_DEEDS = (Act.DENY, Act.ASK, Act.PROMISE)
_NO_SUBJECTS = folded("وجود عدم حدوث وقوع")
_NO_NAMES = folded("وجود عدم أي أية كل جميع كافة حدوث وقوع ما")


def _asked(words: Sequence[Token], at: int, stop: int) -> int:
    """Where the name of who asks ends, before the one who is asked: «طلب الوزير من المجلس أن»."""
    return next((p for p in range(stop - 1, at + 1, -1) if words[p].fold == "من"), stop)


def _charge(words: Sequence[Token], at: int, stop: int) -> int | None:
    """Where the charge of an accusation begins: «اتهم فلان الوزارة بتجاهل …», «… بالتهرب»."""
    plain = (p for p in range(at + 3, stop) if _charges(words[p].fold) or _short(words[p].fold))
    definite = (p for p in range(at + 3, stop) if _charges_with_article(words[p].fold))
    return next(plain, None) or next(definite, None)


def _charges(word: str) -> bool:
    return word[:1] == "ب" and word[:3] != "بال" and len(word) > _JOINED and listed(word[1:])


def _short(word: str) -> bool:
    """Whether *word* is a charge of three letters: «بخفض الأجور»."""
    return word[:1] == "ب" and _of_four(word) and listed(word[1:])


def _charges_with_article(word: str) -> bool:
    return word[:3] == "بال" and len(word) > _JOINED + 2 and word not in _NO_CHARGE


#: Words in «بال» that say when, how or besides what somebody accuses.
_NO_CHARGE = folded(
    "بالأمس باليوم بالقرب بالتالي بالإضافة بالفعل بالطبع بالنسبة بالمقابل بالتزامن بالتوازي "
    "بالكامل بالتحديد بالضبط بالمناسبة بالخارج بالداخل"
)


def _of_four(word: str) -> bool:
    """Whether *word* is a short noun behind «ب» («بقصف»), and no word that begins with it."""
    return len(word) == _JOINED and not as_it_stands(word)


def _closes_with(words: Sequence[Token], text: str, at: int, end: int) -> bool:
    """Whether «كما قال فلان» closes a sentence; at its beginning it says "also"."""
    gap = text[words[at - 2].end : words[at - 1].start] if at > 1 else ""
    rest = words[at + 1 : end]
    return "،" in gap and len(rest) <= REACH and not any(w.fold in OPENERS["ar"] for w in rest)
