"""Qualifiers: what the evidence says only of former, deputy, almost, once or alone is told so.

The rule: a word of the evidence that takes something from the word beside it (former, deputy;
nearly, on the verge of; used to; only) stands in a sentence that tells the word beside it, by a
word of its kind. Who stands trial is not told as convicted, and what a Hebrew court put off is not
told as rejected.

What it may get wrong: a sentence that says the same by a whole clause («ترك منصبه»). The escape
hatch is the tables below.
"""

from __future__ import annotations

from collections.abc import Iterator

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.summaries.verify.actors import actor, mark_before, title
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.fixed_phrases import phrases
from digests.summaries.verify.gaps import says
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.single import singles
from digests.summaries.verify.source import Source
from digests.summaries.verify.surnames import surname
from digests.summaries.verify.units import is_time

#: Words beside a qualifier among which stands the office that it qualifies.
_OFFICE = 4
#: Words behind a qualifier of a verb within which the verb stands.
_VERB = 4


def qualified(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A qualifier of the evidence that *sentence* drops."""
    forms = {form for word in sentence.words for form in without_particles(word.fold)}
    for words, answers in (
        (_offices(source.passage, _FORMER), _WAS_ONE),
        (_deputies(source.passage), _DEPUTIES),
    ):
        if forms & answers:
            continue
        for at, nouns in words:
            if at in source.inside and _tells(sentence, nouns, aligned):
                return _keep(source.passage, at)
    return (
        _former_of_another(sentence, source, aligned)
        or _nearly(sentence, source, aligned, forms)
        or _once(sentence, source, aligned, forms)
        or _alone(sentence, source, aligned, forms)
        or _tried(sentence, source, aligned)
        or _put_off(sentence, source, aligned)
    )


def _former_of_another(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """«السابق» of one office, where the evidence has it of another."""
    theirs = [nouns for _, nouns in _offices(source.passage, _FORMER) if nouns]
    for at, nouns in _offices(sentence, _FORMER):
        support = {j for p in nouns - {at} for j in aligned.every.get(p, ())}
        if support and theirs and not any(support & told for told in theirs):
            shown = sentence.words[at].text
            return Refusal(Code.STRENGTH, f"«{shown}»: the evidence says this of another")
    return None


def _keep(evidence: Passage, at: int) -> Refusal:
    shown = evidence.words[at].text
    return Refusal(Code.STRENGTH, f"the evidence says this only with «{shown}»; keep it")


def _tells(sentence: Passage, nouns: set[int], aligned: Alignment) -> bool:
    """Whether an office or a noun of persons in *sentence* rests on *nouns* alone."""
    return any(
        bool(support := set(aligned.every.get(p, ())))
        and support <= nouns
        and not sentence.keys[p]
        and (title(sentence, p) or actor(sentence, p))
        for p in sentence.content
    )


_FORMER = {
    "en": folded("former formerly ex onetime erstwhile"),
    "he": folded("לשעבר הקודם הקודמת"),
    "ar": folded("السابق السابقة السابقين السابقون سابق سابقة سابقا الأسبق الأسبقين أسبق"),
}
_WAS_ONE = folded(
    "سابق سابقة سابقا سابقين سابقون سابقان سابقتان سابقتين سابقات أسبق "
    "الأسبق آنذاك حينها حينذاك وقتها سلف سلفه كان كانت كانوا شغل شغلت تولى تولت"
)
_DEPUTY = {
    "en": folded("deputy vice assistant"),
    "he": folded("סגן סגנית סגני סגניו"),
    "ar": folded("نائب نائبة وكيل وكيلة مساعد مساعدة نواب"),
}
_DEPUTIES = folded(
    "نائب نائبة نائبا نائبه نائبها نواب وكيل وكيلة وكيله وكيلها وكلاء مساعد مساعدة مساعدو مساعدي "
    "مساعده مساعدها معاون معاونة"
)


def _offices(text: Passage, table: dict[str, frozenset[str]]) -> Iterator[tuple[int, set[int]]]:
    """Each word of *table* in *text*, with the nouns that it qualifies: behind it in English."""
    for at, word in enumerate(text.words):
        if word.fold not in table.get(text.language, ()):
            continue
        step = 1 if text.language == "en" else -1
        nouns, place = set[int](), at + step
        while 0 <= place < len(text.words) and abs(place - at) <= _OFFICE:
            if mark_before(text, place if step > 0 else place + 1):
                break
            if text.words[place].fold in _TIES:
                break
            known = bool(text.meanings[place]) and not text.keys[place]
            if known and (title(text, place) or actor(text, place)):
                nouns = set(range(min(at, place), max(at, place) + 1))
            place += step
        yield at, nouns


_TIES = folded("and or who which that of in at و أو في من على إلى ו או של")


def _deputies(text: Passage) -> Iterator[tuple[int, set[int]]]:
    """Each word for a deputy right before an office, with the words of that office."""
    for at, word in enumerate(text.words[:-1]):
        bare = word.fold[1:] if word.fold[:1] in ("ו", "و") else word.fold
        if not {word.fold, bare} & _DEPUTY.get(text.language, frozenset()):
            continue
        end = at + 1
        while end < min(len(text.words), at + _OFFICE) and not mark_before(text, end):
            if text.words[end].fold in _TIES:
                break
            end += 1
        yield at, set(range(at + 1, end))


_NEARLY = {
    "en": folded("nearly almost"),
    "he": folded("כמעט"),
    "ar": folded("كاد كادت كادوا كادا كادتا يكاد تكاد أوشك أوشكت أوشكوا يوشك توشك"),
}
_ON_THE_VERGE = {
    "en": "on the verge of, on the brink of, came close to, come close to",
    "he": "על סף, על סף ה",
    "ar": "على وشك, على شفا, على حافة, على شفير",
}
_ALMOST = folded(
    "كاد كادت كادوا كادا يكاد تكاد يكادون أوشك أوشكت أوشكوا يوشك توشك وشك شفا شفير حافة شبه "
    "تقريبا قاب اقترب اقتربت قرب مشارف عتبة"
)
_MOST = folded("معظم أغلب غالبية أغلبية جل نحو قرابة زهاء حوالي")
_WHOLE = folded("all every each entire entirely whole fully half كل جميع نصف כל חצי מחצית")


def _nearly(
    sentence: Passage, source: Source, aligned: Alignment, forms: set[str]
) -> Refusal | None:
    """What nearly came about, told as if it had."""
    evidence = source.passage
    if forms & _ALMOST:
        return None
    single = [
        (at, at + 1)
        for at, word in enumerate(evidence.words)
        if word.fold in _NEARLY.get(evidence.language, ())
    ]
    for at, end in single + phrases(evidence, _ON_THE_VERGE):
        if at not in source.inside or end >= len(evidence.words):
            continue
        whole = evidence.words[end].fold in _WHOLE
        if mark_before(evidence, end) or (end in evidence.counted and not whole):
            continue
        if whole and (forms & _MOST or not forms & _WHOLE):
            continue
        heads = {end, *_next(evidence, end)}
        if any(one.place in heads for one in singles(evidence)):
            continue  # "nearly an hour" is a bound, which `single` asks for
        if evidence.language == "ar" and end == at + 1:
            behind = range(end, min(len(evidence.words), end + _VERB))
            heads = {p for p in behind if evidence.words[p].fold[:1] in "يت"} or heads
        told = any(heads & set(aligned.of(p)) for p in sentence.content)
        if told or (whole and forms & _WHOLE):
            return _keep(evidence, at)
    return None


def _next(text: Passage, place: int) -> list[int]:
    """The first word from *place* on that says something, before any mark."""
    for p in range(place, min(len(text.words), place + _VERB)):
        if mark_before(text, p) or p in text.counted:
            break
        if text.words[p].fold not in FREE and says(text, p):
            return [p]
    return []


_BEFORE_NOW = folded(
    "كان كانت كانوا كانا سابق سابقا سابقة ماض ماضي اعتاد اعتادت اعتادوا مضى قبل قديما"
)
_IN_THE_PAST = {"he": "בעבר, נהג, נהגה, נהגו", "ar": "سابقا, في السابق, في الماضي"}
_BE = folded("is are was were be been being get gets got")
_KANA = folded("كان كانت كانوا وكان وكانت وكانوا")


def _once(sentence: Passage, source: Source, aligned: Alignment, forms: set[str]) -> Refusal | None:
    """What used to be, told as what is."""
    evidence = source.passage
    if forms & _BEFORE_NOW:
        return None
    for at, verbs in _habits(evidence):
        telling = (p for p in sentence.content if at in aligned.of(p))
        if any(verbs.isdisjoint(aligned.of(p)) for p in telling):
            continue  # signatures used to register: the sentence says what they were used for
        for place in sentence.content:
            present = sentence.words[place].fold.removeprefix("و")[:1] in ("ي", "ت")
            if present and at in source.inside and set(aligned.of(place)) & verbs:
                return _keep(evidence, at)
    return None


def _habits(text: Passage) -> Iterator[tuple[int, set[int]]]:
    """Each "used to", «كان» before an imperfect and "in the past", with the verbs it puts there."""
    for at, word in enumerate(text.words[:-1]):
        following = text.words[at + 1].fold
        if text.language == "en" and word.fold == "used" and following == "to":
            if not at or text.words[at - 1].fold not in _BE | {"not"}:
                yield at, set(range(at + 2, min(len(text.words), at + 2 + _VERB)))
        elif text.language == "ar" and word.fold in _KANA:
            behind = range(at + 1, min(len(text.words), at + 1 + 2 * _VERB))
            behind = range(at + 1, next((p for p in behind if mark_before(text, p)), behind.stop))
            if any(text.words[p].fold == "قد" for p in behind):
                continue  # «كانت لجنة تقصي الحقائق قد ذكرت»
            for p in behind[:_VERB]:
                verb = text.meanings[p] and p in text.telling  # «كان ينر قد …»: a name
                if verb and text.words[p].fold[:1] in ("ي", "ت"):
                    yield at, {p}
                    break
    for at, end in phrases(text, _IN_THE_PAST):
        yield at, set(range(max(0, at - _VERB), min(len(text.words), end + _VERB)))


_ONLY = {"en": folded("only solely exclusively"), "he": folded("רק")}
_TELLS_ONLY = folded(
    "فقط فحسب إلا سوى وحده وحدها وحدهم حصرا حصريا حصر حصرت يحصر مجرد اقتصر اقتصرت يقتصر تقتصر قصر "
    "مقتصر مقتصرة وحيد وحيدة إنما دون غير إذا شرط شريطة"
)
_NOT_ONLY = folded("not לא the")
_THAT = folded("that כי")


def _alone(
    sentence: Passage, source: Source, aligned: Alignment, forms: set[str]
) -> Refusal | None:
    """What holds of some only, told as if it held of others too."""
    evidence = source.passage
    if forms & _TELLS_ONLY or evidence.language not in _ONLY:
        return None
    for at, word in enumerate(evidence.words[:-1]):
        if word.fold not in _ONLY[evidence.language] or at not in source.inside:
            continue
        if at and evidence.words[at - 1].fold in _NOT_ONLY:
            continue
        if evidence.words[at + 1].fold in _THAT:
            continue  # "said only that …" limits what was said, and nothing that it tells
        if at + 1 in evidence.counted or at + 1 in evidence.dated or is_time(evidence, at + 1):
            continue
        heads = set(_next(evidence, at + 1))
        if any(heads & set(aligned.every.get(p, ())) for p in sentence.content):
            return _keep(evidence, at)
    return None


_CONVICTED = folded(
    "أدان أدانت أدانوا أدين أدينت أدينا أدينوا يدان تدان مدان مدانا مدانة مدانين إدانة إدانته "
    "إدانتها"
)
_GUILTY = (
    "convict",
    "guilt",
    "condemn",
    "sentenc",
    "jail",
    "imprison",
    "denounc",
    "criticis",
    "criticiz",
    "blast",
    "slam",
    "decr",
    "deplor",
    "rebuk",
    "censur",
    "lambast",
)
_GUILTY_FORMS = (
    folded(
        "הורשע הורשעה הורשעו הרשעה הרשיע הרשיעה הרשיעו הרשעתו הרשעתה גינה גינתה גינו "
        "גינוי מגנה הוקיע הוקיעה ביקר ביקרה נידון נידונה נדון נדונה"
    )
    | _CONVICTED
    | folded("أدان أدانت أدانوا حكم حكمت مذنب مذنبة مذنبين مذنبا تدين يدين")
)


def _tried(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """Who is accused or stands trial, told as convicted."""
    evidence = source.passage
    for word in evidence.words:
        if word.fold in _FOUND_GUILTY or word.fold.startswith(_GUILTY):
            return None
        if set(without_particles(word.fold)) & _GUILTY_FORMS:
            return None
    for place in sentence.content:
        if set(without_particles(sentence.words[place].fold)) & _CONVICTED and aligned.of(place):
            if surname(sentence, place, evidence, aligned):
                continue
            shown = sentence.words[place].text
            return Refusal(Code.STRENGTH, f"«{shown}»: the evidence has no conviction")
    return None


_FOUND_GUILTY = folded("אשם אשמים כאשם")
_DAHA = folded("דחה דחתה דחו נדחה נדחתה נדחו ידחה תדחה יידחה תידחה לדחות דחיית דחייה")
_REJECTED = fold("رفض")
_DELAYED = folded("أرجأ أرجأت أرجئ أرجئت إرجاء أجل أجلت تأجيل تأجل تأجلت يؤجل تؤجل أرجئوا أرجأوا")


def _put_off(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """What the Hebrew verb of rejecting and putting off says, told as the other of the two."""
    evidence = source.passage
    if evidence.language != "he":
        return None
    for place in sentence.content:
        support = aligned.of(place)
        if not support or not all(evidence.words[j].fold in _DAHA for j in support):
            continue
        later = [_to_a_time(evidence, j) or _has_a_date(evidence, j) for j in support]
        forms = set(without_particles(sentence.words[place].fold))
        delayed = bool(forms & _DELAYED)
        rejected = any(_REJECTED in form for form in forms)
        if (rejected and all(later)) or (delayed and not any(later)):
            shown = sentence.words[place].text
            return Refusal(Code.NEGATION, f"«{shown}»: the evidence says another thing here")
    return None


def _has_a_date(text: Passage, verb: int) -> bool:
    """Whether what has a date of its own, and is put off, stands beside the *verb*: תורים נדחו."""
    to_do = text.words[verb].fold[0] == _TO_DO
    first = verb + 1 if to_do else max(0, verb - _BESIDE)
    beside = text.words[first : verb + 1 + _BESIDE]
    around = text.words[max(0, verb - _CLAUSE) : verb + 1 + _CLAUSE]
    if not to_do and any(not _ASKED.isdisjoint(without_particles(word.fold)) for word in around):
        return False  # a proposal was rejected
    return any(not _DATED.isdisjoint(_without_an_owner(word.fold)) for word in beside)


def _without_an_owner(word: str) -> set[str]:
    """The forms of *word* without particles, and of a plural without whose it is: «טיסותיה»."""
    found = set(without_particles(word))
    owned = {form[:-2] for form in found if form.endswith(_OWNED)}
    return found | owned | {form + "ימ" for form in owned}


#: Endings of a plural by which it is hers or his; the letter of an infinitive.
_OWNED, _TO_DO = ("יה", "יו"), "ל"

_CLAUSE, _ASKED = 5, folded("הצעה הצעת הצעות בקשה בקשת בקשות ערעור ערעורים עתירה עתירת דרישה דרישת")
#: Words on either side of that verb, and what has a date: appointments, operations, flights.
_BESIDE = 2
_DATED = folded(
    "תור תורים תורי ניתוח ניתוחים טיסה טיסות משחק משחקים פגישה פגישות טקס שיגור מועד כנס ועידה "
    "בחירות הבחירות בחינה בחינות מבחן דיון דיונים ישיבה ישיבת ישיבות הצבעה הצבעות מופע מופעים "
    "קונצרט קונצרטים חתונה משפטו משפטה משפטם"
)


def _to_a_time(text: Passage, verb: int) -> bool:
    """Whether a time stands behind the verb at *verb*, under ל or ב: "to 12 May", "by a week"."""
    for place in range(verb + 1, min(len(text.words), verb + 2 * _VERB)):
        if mark_before(text, place):
            return False
        first, before = text.words[place].fold[:1], text.words[place - 1].fold
        dated = place in text.dated
        if (first == "ל" or before in _TO) and (dated or is_time(text, place)):
            return True
        if "ב" in (first, before) and not dated and is_time(text, place):
            return True  # "by a week"; «דחה ביום חמישי את הבקשה» tells when
        if text.words[place].fold in _LATER:
            return True
    return False


_TO = frozenset({"ל", "עד"})
_LATER = folded("למועד במועד מאוחר מחר למחר ללא להודעה")
