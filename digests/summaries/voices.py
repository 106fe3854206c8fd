"""Who speaks in a sentence, so that each party is heard and no claim loses its speaker.

The rule: a verb of saying, and the noun phrase beside it (after the verb in Arabic, before or after
it in English and Hebrew), names the speaker. The phrase is reduced to a *party*: a campaign or
staff, a company, an army or ministry, a government, a court, a union or organisation, a medium, or
a person. Two words for one party in one text («الشركة»، «مايكروسوفت») meet in the kind of party;
where two parties of one kind speak, their names tell them apart (``sides``, ``same_voice``).

What it may get wrong: a verb that only looks like one of saying, and speakers named in an earlier
sentence; such a sentence has an *absent* speaker and is not self-contained. The escape hatch is
the word lists below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from digests.language.given_names import given_name
from digests.language.lexicon import as_it_stands
from digests.language.speech_verbs import is_according
from digests.language.stems import words
from digests.language.verbs_or_nouns import is_infinitive
from digests.summaries.parties import (
    CLAIM,
    FUNCTION,
    KIND_OF,
    KINDS,
    RELATIVE,
    TITLES,
    WITH_BA,
    speaking_verb,
)
from digests.summaries.replies import asked, silence
from digests.summaries.sides import side
from digests.summaries.speakers import (
    IN_NAMES,
    NAMELESS,
    TO_HIM,
    Piece,
    Voice,
    is_quote,
    is_word,
    kind_at,
    mention,
    names_of,
    pieces_of,
    quoted_name,
    verb_of_saying,
)
from digests.summaries.subjects import subject

#: Words from a verb of saying within which its speaker is looked for.
REACH = 10
#: Verbs that say something only with another word: to report, to hold responsible, to conclude.
_WITH = {
    "نقل": {"عن"},
    "حمل": set(words("مسؤولية المسؤولية مسئولية")),
    "اختتم": set(
        words("بيانه بيانها حديثه حديثها كلمته كلمتها تصريحه تصريحاته قائلا بالقول بالتأكيد")
    ),
}
#: Words behind which no verb of the sentence stands: «إلى رفض تمثيل المنتخب».
_NO_VERB_AFTER = RELATIVE | frozenset(words("إلى على عن من في بعد قبل منذ خلال بسبب رغم مع ضد"))
_TO = frozenset(words("إلى"))
_WAS, _HAD = frozenset(words("كان كانت وكان وكانت")), frozenset(words("قد"))
#: The parties that report.
REPORTING = frozenset({"medium", NAMELESS})
#: Words behind which a verb in the present has its doer behind it.
_LEADS = FUNCTION | frozenset(
    words(
        "كما حيث بينما فيما إذ كان كانت كانوا سوف بعدما عندما حينما لما ثم كي حتى لكن بل وقد وهل "
        "هل المقابل بالمقابل "
        "جهته جهتها جهتهم جانبه جانبها جانبهم ناحيته ناحيتها بدوره بدورها بدورهم"
    )
)
#: «أما فلان فقال»: what it opens with, and the particle before another verb than one of saying.
_AS_FOR, _SO_HAD = frozenset(words("أما وأما")), frozenset(words("فقد فلا فلم فلن"))
#: To mention, as a noun: «فضّل عدم ذكر اسمه»; "without", and whom a relative clause calls.
_MENTION, _NOT_TO = frozenset(words("ذكر كشف")), frozenset(words("عدم رفض رفضت دون بدون بشرط"))
_WITHOUT = frozenset(words("دون بدون"))
_TO_IT = frozenset(words("إليه إليها إليهم"))
#: Words of time, behind which the claim comes: «قال غداة الاقتراع إنه».
_WHEN = frozenset(words("غداة عشية قبيل عقب إثر فور أثناء"))
#: Bodies and persons of whom a verb in the feminine does not tell.
_MASCULINE = frozenset(
    words(
        "الجيش الاتحاد الحزب المجلس البنك البرلمان الرئيس الوزير القضاء المركز المرصد المعهد "
        "الصندوق الاحتلال النائب القاضي المحامي العملاق المصنع"
    )
)
#: Verbs whose object is what they tell of: «أعلنت حالة الطوارئ».
_TELLS_OF = frozenset(words("أعلن أبدى أكد جدد كرر أظهر كشف توقع وصف حمل انتقد رفض نفى"))
#: What befalls somebody, who does not speak afterwards.
_BEFELL = frozenset(words("قتل اغتيل اعتقل أصيب توفي مات سقط احتجز أوقف فصل أقيل سجن"))
#: Verbs that look like nouns with «ال» once folded: «ألقى»، «التقى»، «ألغى».
_LIKE_NOUNS = frozenset(words("ألقى التقى ألغى ألفى ألهى"))
#: What has the pronoun of the subject on it: «لكنها أعلنت أرقاما».
_IT = frozenset(words("لكنه لكنها لكنهم ولكنه ولكنها إنه إنها إنهم وإنه وإنها لأنه لأنها"))
_LATER = frozenset(words("لاحقا مجددا مؤخرا أيضا كذلك"))
_NOES = frozenset(words("لم لا لن"))
#: What a topic stands behind: «لكن باحثة ترى أن», «غير أن مصدرا نفى».
_BUT, _EXCEPT = frozenset(words("لكن ولكن")), frozenset(words("غير إلا بيد"))
#: Words before a verb that may belong to a second clause, at least.
_CLAUSE_BEFORE = 4
#: Who speaks by title alone, known from before: «وأكد المتحدث أن».
_BY_TITLE = frozenset(words("المتحدث المتحدثة الناطق المسؤول المسؤولة المدير السفير القائد الأمين"))
#: Verbs whose object is often the speaker's own deed: «أعلن تأييده التغيير».
_ANNOUNCES = frozenset(words("أعلن أكد أبدى أبد جدد كرر نفى نف يعلن يؤكد يبدي يجدد ينفي"))
#: What is one's own, behind those: «يؤكد رفضه», «أبدت رغبتها», and no «زوجته».
_OWN = frozenset(
    words(
        "رفض دعم قلق عزم علم ثقة حرص أمل رغبة نية شكر أسف حزن تأييد ترحيب تمسك التزام استعداد "
        "استنكار امتنان تضامن إدانة تقدير ارتياح غضب قبول معارضة ندم حق موقف ولاء براءة"
    )
)
#: What one refuses oneself: «رفض الإفصاح عنه», «رفضت التعليق».
_REFUSED = frozenset(
    words(
        "الإفصاح التعليق الكشف الإدلاء الخوض الرد التعقيب الاستجابة التراجع الاعتذار الحديث القول"
    )
)
_HIS = re.compile("(?:ها|هم|ه)$")
#: Verbs whose object may be the speaker's own people: «دعت أعضاءها إلى».
_CALLS = frozenset(words("دعا دع طالب ناشد حث أبلغ أخطر أخبر اتهم"))
#: «وبين أن»: he made clear, and elsewhere "between".
_MADE_CLEAR = frozenset(words("بين وبين"))


def titled(sentence: str) -> Voice | None:
    """Whom an Arabic *sentence* names with title and party, speaking or not («رئيس س فلان»)."""
    pieces = pieces_of(sentence)
    for at, (word, _) in enumerate(pieces):
        if word not in TITLES:
            continue
        while at < len(pieces) and pieces[at][0] in TITLES:
            at += 1
        following = pieces[at + 1][0] if at + 1 < len(pieces) else ""
        kind = kind_at(pieces[at][0], following) if at < len(pieces) else None
        if not kind or pieces[at][1]:
            continue
        names = [n for n in names_of(pieces[at + 1 :]) if not speaking_verb(n, "ar")]
        if names:
            return Voice(kind, names=tuple(names), side=side(kind, [pieces[at][0], following]))
    return None


@lru_cache(maxsize=4096)
def voice(sentence: str, language: str) -> Voice:
    """The speaker of *sentence*."""
    pieces = pieces_of(sentence)
    if language != "ar":
        end = silence(sentence, language)
        before = mention(pieces_of(sentence[:end])[-REACH:]) if end else None
        return before or _beside(pieces, language)
    if (who := asked(sentence)) is not None:
        return subject(pieces_of(who)) or Voice(None)
    return _arabic(pieces)


def _arabic(pieces: Sequence[Piece]) -> Voice:
    if pieces and pieces[0][0] in _AS_FOR and (who := _as_for(pieces)) is not None:
        return who
    for at, (word, closes) in enumerate(pieces):
        if is_according(word, "ar"):
            if (found := mention(pieces[at + 1 : at + 4]) or _cited(pieces[at + 1 :])) is not None:
                return replace(found, cited=True)
            continue
        if not _says(word, pieces[at + 1 :]):
            continue
        if _no_statement(pieces, at):
            continue
        if at and pieces[at - 1][0] in _NO_VERB_AFTER:
            if pieces[at - 1][0] in _TO and (who := subject(pieces[1 : at - 1])) is not None:
                return who  # «سارع مكتب الوزير إلى وصف القرار بأنه»
            continue
        if (who := _before_was(pieces, at)) is not None:
            return who
        if at and closes and pieces[at - 1][1]:
            return Voice(None, absent=True)  # «الصندوق، يقول، يكفي»
        before = mention(pieces[max(0, at - 5) : at])
        behind = at + 1
        while behind + 1 < len(pieces) and pieces[behind][0] in _LATER:
            behind += 1
        if behind > at + 1 and (who := subject(pieces[behind : behind + REACH])) is not None:
            return who  # «وأعلن لاحقا الجيش مسؤوليته»
        following = pieces[at + 1][0] if at + 1 < len(pieces) else ""
        own = not (closes or not following) and not _opens_claim(pieces, at)
        if not own:
            return _before_it(pieces, at) or before or Voice(None, absent=at < 2)
        if at and word[:1] in "يت" and not pieces[at - 1][1] and not _leads(pieces[at - 1][0]):
            if before is not None:
                return before
            continue  # «عائلات أسرى ترفض الصفقة»: the noun before it does it
        if _has_object(pieces, at) and (who := _first_clause(pieces, at)) is not None:
            return who
        found = subject(pieces[at + 1 : at + 1 + REACH])
        if found is not None and found.party is None:
            return before or found
        return found or before or Voice(None, absent=at < 2 and following not in _BY_TITLE)
    return Voice(None)


def _no_statement(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the word of saying at *at* tells of none: «رفض ذكر اسمه», «دون أن يذكر أسبابا», or
    whose statement the one who is told of is («اعتصام دعا إليه الطلبة»)."""
    before = tuple(word for word, _ in pieces[max(0, at - 2) : at])
    following = pieces[at + 1][0] if at + 1 < len(pieces) else ""
    if pieces[at][0] in _MENTION and before and before[-1] in _NOT_TO:
        return True
    without = len(before) > 1 and before[-2] in _WITHOUT and before[-1] in CLAIM
    return without or following in _MENTION or following in _TO_IT


def _as_for(pieces: Sequence[Piece]) -> Voice | None:
    """Who stands between «أما» and «ف»: «أما نتنياهو فقال», «أما الرئيس فقد رفض»."""
    for at, (word, _) in enumerate(pieces[1:], 1):
        said = word[:1] == "ف" and verb_of_saying(word[1:])
        if said and at + 1 < len(pieces) and not _opens_claim(pieces, at):
            return None  # «أما المكتب، فتقول الشركة إنه»
        if said or word in _SO_HAD:
            return subject(pieces[1 : at + is_quote(pieces[1][0])])  # «أما «ميتا» فقالت»
    return None


def _cited(pieces: Sequence[Piece]) -> Voice | None:
    """Whom «بحسب» names by title or by a name alone: «بحسب حاكم دارفور», not «بحسب القانون»."""
    first = pieces[0][0] if pieces else ""
    found = subject(pieces[:REACH])
    if found is None:
        return None
    return found if first in TITLES or found.party == NAMELESS or not is_word(first) else None


def _before_it(pieces: Sequence[Piece], verb: int) -> Voice | None:
    """Who speaks by a *verb* behind which no noun stands: the sentence's topic («محمود لا ينكر أن»)
    or the subject of its first clause («ثبّتت المحكمة الفوز، لكنها أعلنت أن»)."""
    start = _behind_but(pieces)
    if start and start < verb:
        return subject(pieces[start:verb])
    if verb and _nominal(pieces):
        who = subject(pieces[:verb])
        return who if who is not None and _certain(who) else None
    return _first_clause(pieces, verb)


def _behind_but(pieces: Sequence[Piece]) -> int:
    """Where a noun must follow: behind «لكن» and «غير أن» at the beginning; 0 elsewhere."""
    if pieces[0][0] in _BUT:
        return 1
    return 2 if pieces[0][0] in _EXCEPT and len(pieces) > 1 and pieces[1][0] in CLAIM else 0


def _first_clause(pieces: Sequence[Piece], verb: int) -> Voice | None:
    """The subject of the clause that opens the sentence, when a body or person does something in
    it before the *verb*."""
    if verb < _CLAUSE_BEFORE or not any(closes for _, closes in pieces[1:verb]):
        return None
    who = subject(pieces[1:verb])
    first = pieces[0][0].lstrip("و").removesuffix("ت")
    befell = who is not None and who.party not in KINDS and first in _BEFELL
    return who if who is not None and _certain(who) and not befell else None


def _has_object(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a second verb, joined by «و» or denied, has its object behind it: «، وأعلنت حالة
    الطوارئ», and not «، وقال شهود إن»."""
    following = pieces[at + 1][0]
    if at and pieces[at - 1][0] in _IT:
        return True
    joined = pieces[at][0][0] in "وف" or pieces[at - 1][0] in _NOES
    if at < _CLAUSE_BEFORE or not joined or following in TITLES or following in KIND_OF:
        return False
    if any(word in CLAIM for word, _ in pieces[at + 2 : at + 6]):
        return False
    if following.startswith("ب"):
        return True
    announced = pieces[at][0].lstrip("وف").removesuffix("ت") in _TELLS_OF
    return announced and not following.startswith("ال") and is_word(following)


def _nominal(pieces: Sequence[Piece]) -> bool:
    """Whether the first word of a sentence is a noun that may be its topic."""
    word = pieces[0][0]
    if word in KIND_OF or word in TITLES or given_name(word):
        return True
    if word.startswith("ال"):
        return is_word(word) or (word.endswith("ي") and word not in _LIKE_NOUNS)
    behind = pieces[1][0] if len(pieces) > 1 else ""
    subject_behind = behind.startswith("ال") or behind in KIND_OF or behind in TITLES
    return not (subject_behind or is_word(word) or verb_of_saying(word))


def _certain(who: Voice) -> bool:
    """Whether *who*, found where no verb of saying stands before, is a party and no thing."""
    return not who.names or who.party in KINDS or not is_word(who.names[0])


def _before_was(pieces: Sequence[Piece], verb: int) -> Voice | None:
    """Who stands between «كان» and the *verb*: «كان سميث قد قال إن»."""
    if pieces[0][0] not in _WAS:
        return None
    between = pieces[1 : verb - (pieces[verb - 1][0] in _HAD)]
    return subject(between) if 0 < len(between) <= REACH else None


def _leads(word: str) -> bool:
    """Whether *word* leads to a verb: «ولم», «كما»."""
    return word in _LEADS or (word[:1] in "وف" and word[1:] in _LEADS)


def _says(word: str, following: Sequence[Piece]) -> bool:
    """Whether *word* is a verb of saying; «نقل» is with «عن», «حمّل» with «مسؤولية»."""
    bare = word.removesuffix("ت")
    if bare not in _WITH and word[:1] in "وف":
        bare = bare[1:]
    if (needed := _WITH.get(bare)) is not None:
        return any(one in needed for one, _ in following[:REACH])
    if word in _MADE_CLEAR:
        return bool(following) and following[0][0] in CLAIM
    return speaking_verb(word, "ar")


def _opens_claim(pieces: Sequence[Piece], verb: int) -> bool:
    """Whether what stands after the *verb* of saying begins what is said, or names whom it was
    told, rather than who says it."""
    word = pieces[verb + 1][0]
    said = pieces[verb][0].removeprefix("و").removesuffix("ت")
    objected = word.startswith("ب") and said in WITH_BA and _with_ba(word)
    his = bool(_HIS.search(word)) and not word.startswith("ال")  # «نفت الإدارة»
    own = said in _ANNOUNCES and his and _is_own(word)
    own = own or (said in ("رفض", "يرفض", "ترفض") and word in _REFUSED)
    own = own or (said in _CALLS and word.endswith(("ها", "هم")))
    if is_quote(word):
        return not quoted_name(pieces, verb + 1)
    if word in _WHEN or not _agree(said, pieces[verb][0], word) or _described(said, word):
        return True
    if given_name(word) and verb + 2 < len(pieces) and pieces[verb + 2][0] in IN_NAMES:
        return False  # «قال علي بن أحمد»
    return word in FUNCTION or word in TO_HIM or ((objected or own) and word not in KIND_OF)


def _is_own(word: str) -> bool:
    """Whether *word*, which has a pronoun at its end, is an act or a state of who announces it."""
    bare = _HIS.sub("", word)
    if bare in _OWN or (bare.endswith("ت") and bare[:-1] + "ه" in _OWN):
        return True
    return word[0] in "تار" and not (as_it_stands(word) or given_name(word))


def _agree(said: str, verb: str, noun: str) -> bool:
    """Whether *noun* may be the subject of a past *verb*, *said* without its ending, right behind
    it: «دعا الشركة» has another subject, as has «اتهمت الجيش»."""
    if said[:1] in "يت" or not noun.startswith("ال"):
        return True
    if verb.endswith("ت") and said != verb.removeprefix("و"):
        return noun not in _MASCULINE
    return not (noun.endswith("ه") and noun in KIND_OF)


def _described(said: str, noun: str) -> bool:
    """Whether *noun* is what is described and not who does it: «ووصف الهجوم بأنه شر»."""
    person = noun in KIND_OF or noun in TITLES or not is_word(noun)
    return said == "وصف" and noun.startswith("ال") and not person


def _with_ba(word: str) -> bool:
    """Whether «ب» in *word* is the particle: «بالقرار», «بوقف», not «بريتوريا»."""
    return word.startswith("بال") or len(word) <= 2 or as_it_stands(word[1:])


def _beside(pieces: Sequence[Piece], language: str) -> Voice:
    for at, (word, _) in enumerate(pieces):
        if is_according(word, language):
            if (found := mention(pieces[at + 1 : at + 8])) is not None:
                return replace(found, cited=True)
        elif speaking_verb(word, language) and not (at and is_infinitive(word, pieces[at - 1][0])):
            before = pieces[max(0, at - 6) : at]
            if (named := mention(before)) is not None:
                return named
            inverted = not before or before[-1][1] or is_quote(before[-1][0])
            if inverted and (named := mention(pieces[at + 1 : at + 8])) is not None:
                return named
            return Voice(before[-1][0], named=True) if before else Voice(None, absent=True)
    return Voice(None)
