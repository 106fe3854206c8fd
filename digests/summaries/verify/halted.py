"""What is suspended or put off is not cancelled, nor what ends only put off.

The rule: a word for an end («أُلغي»، «إنهاء») is refused where the evidence tells of a pause
(suspended, postponed, נדחה) in the part that has what the sentence tells of, and of an end only in
other parts, of something that is named there; a word for a pause where the evidence tells of an end
likewise, if nothing of the sentence stands in the part that pauses, not even who does both. A part
may take up the same thing by a wider noun: "all", "the event", or any definite noun where it tells
of a later time ("and in May cancelled the contest").

What it may get wrong: a thing that is told by another noun in the part that ends it, without a
time. The escape hatch is to cite that part alone.
"""

from __future__ import annotations

import re

from digests.language.conjugation import forms
from digests.language.kin import without_particles
from digests.language.lexicon import listed
from digests.language.lists import folded
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.gaps import says
from digests.summaries.verify.parts import parts
from digests.summaries.verify.passage import FREE, Passage
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

_PAUSE, _END = "pause", "end"
_WORDS = {
    "ar": {
        _PAUSE: forms("ar", "علق يعلق, جمد يجمد, أجل يؤجل, أرجأ يرجئ, تأجل يتأجل".split(", "))
        | folded("تعليق تعليقا معلق معلقة تجميد تأجيل تأجيلا مؤجل مؤجلة إرجاء تجمد ستؤجل"),
        _END: forms("ar", "ألغى يلغي, أنهى ينهي, انتهى ينتهي, فسخ يفسخ".split(", "))
        | folded("إلغاء إنهاء انتهاء فسخ ملغى ملغاة ألغي ألغيت ألغيا أنهي أنهيت يلغى تلغى"),
    },
    "en": {
        _PAUSE: forms(
            "en",
            "suspend, postpone, adjourn, pause, defer deferred, freeze froze, halt, shelve".split(
                ", "
            ),
        )
        | frozenset(
            "suspending suspension postponing postponement pausing deferring deferral frozen "
            "freezing halting shelving".split()
        ),
        _END: forms(
            "en",
            "cancel cancelled, cancel canceled, scrap scrapped, end, terminate, revoke, "
            "call called".split(", "),
        )
        | frozenset(
            "cancelling canceling cancellation scrapping ending terminating termination revoking "
            "calling".split()
        ),
    },
    "he": {
        _PAUSE: folded(
            "השעה השעתה השעו הושעה הושעתה הושעו יושעה תושעה השהה השהתה השהו הושהה הושהתה הושהו "
            "יושהה תושהה יושהו השהיה השהיית השעיה השעיית הקפיא הקפיאה הקפיאו הוקפא הוקפאה הוקפאו "
            "הקפאה הקפאת יוקפא תוקפא נדחה נדחתה נדחו תידחה יידחה יידחו דחיית דחייה"
        ),
        _END: folded(
            "ביטל ביטלה ביטלו בוטל בוטלה בוטלו ביטול ביטולו ביטולה יבוטל תבוטל יבוטלו יבטל תבטל "
            "סיים סיימה סיימו הסתיים הסתיימה הסתיימו סיום יסתיים תסתיים תסיים יסיים לבטל לסיים"
        ),
    },
}
_OTHER = {_PAUSE: _END, _END: _PAUSE}
#: Words that stand for what was named before, and begin a clause on it.
_TAKEN_UP = folded(
    "it them which that who this הוא היא הם אותו אותה אותם זה אשר الذي التي الذين ذلك هو هي"
)
#: Wider nouns, and words for the whole, by which a part takes up what another one named.
_WIDER = folded(
    "event events service services plan plans programme program activity activities operation "
    "operations arrangement project move measure meeting competition contest season tour deal "
    "process all both everything entire whole "
    "الحدث الفعالية الخدمة الخدمات الخطة الخطط البرنامج النشاط الأنشطة العملية العمليات المشروع "
    "الإجراء الاجتماع المسابقة الموسم الجولة جميع جميعها كل كلها كافة كامل كاملة "
    "האירוע האירועים השירות השירותים התוכנית התכנית התוכניות הפעילות המבצע הפרויקט המהלך המפגש "
    "התחרות העונה כל כולם כולן כולו כולה"
)
#: Words for a later time; and what stands before the day to which a thing is put off.
_LATER = folded(
    "then later eventually finally subsequently ultimately soon since afterwards ثم لاحقا أخيرا "
    "نهائيا בהמשך לבסוף אחר לאחר סופית"
)
_UNTIL = folded("until till to for حتى إلى ל עד")
#: "called off the strike", "called the strike off": the words between, at most.
_CALLS, _OFF, _CALLED_OFF = frozenset("call calls called calling".split()), "off", 4
_PRONOUNS = ("ه", "ها", "هم", "هما")
_SAKE = folded("من")


def halted(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A word for an end in *sentence* where the evidence tells of a pause, or the other way."""
    evidence = source.passage
    theirs = {j: way for j in range(len(evidence.words)) if (way := _way(evidence, j))}
    split = [range(*part) for part in parts(evidence)] if theirs else []
    for part in (range(*one) for one in parts(sentence)) if theirs else ():
        for place in part:
            way = _way(sentence, place) if place in sentence.telling else None
            if way is None or _OTHER[way] not in theirs.values():
                continue
            theme = [
                set(aligned.every[p])
                for p in part
                if p != place and p in sentence.telling and aligned.every.get(p)
                if not any(f.at == p or p in f.speaker for f in sentence.frames)
            ]
            own = [one for one in split if any(theirs.get(j) == way for j in one)]
            if any(not found.isdisjoint(one) for found in theme for one in own):
                continue
            others = [one for one in split if any(theirs.get(j) == _OTHER[way] for j in one)]
            told = any(found <= set(one) for found in theme for one in others if one not in own)
            if told and own and all(_of_its_own(evidence, one, theirs, way) for one in own):
                shown = sentence.words[place].text
                return Refusal(Code.NEGATION, f"«{shown}»: the evidence says another thing of this")
    return None


def _way(text: Passage, place: int) -> str | None:
    """Whether the word at *place* tells of a pause or of an end."""
    forms_ = set(without_particles(text.words[place].fold))
    if text.language == "ar":
        word = text.words[place].fold
        forms_ |= {word.removesuffix(own) for own in _PRONOUNS} | {word.removeprefix("س")}
        if place and text.words[place - 1].fold in _SAKE:
            return None  # «من أجل»
    if text.words[place].fold in _CALLS:
        near = [word.fold for word in text.words[place + 1 : place + 1 + _CALLED_OFF]]
        return _END if _OFF in near else None
    if any(f.at == place for f in text.frames):
        return None  # «علّق على»
    return next((way for way, words in _WORDS[text.language].items() if words & forms_), None)


def _of_its_own(evidence: Passage, part: range, theirs: dict[int, str], way: str) -> bool:
    """Whether *part* names what it tells an end or a pause of, and takes up nothing."""
    if any(evidence.words[p].fold in _TAKEN_UP | _WIDER for p in part):
        return False
    behind_the_other = min(theirs) < part.start
    nouns = [p for p in part if p not in theirs and _noun(evidence, p)]
    if behind_the_other and _later(evidence, part) and all(_definite(evidence, p) for p in nouns):
        return False
    place = next(p for p in part if theirs.get(p) == way)
    word = evidence.words[place].fold
    if evidence.language == "ar" and word.endswith(_PRONOUNS):
        return False
    before = any(_noun(evidence, p) for p in range(part.start, place))
    behind = place + 1
    while behind < part.stop and evidence.words[behind].fold in _DETERMINERS:
        behind += 1
    return before or (behind < part.stop and _noun(evidence, behind))


def _later(evidence: Passage, part: range) -> bool:
    """Whether *part* tells of a later time, or a day to which nothing is put off."""
    if any(evidence.words[p].fold in _LATER for p in part):
        return True
    days = [m for m in evidence.moments if m.first in part]
    return any(m.first == 0 or evidence.words[m.first - 1].fold not in _UNTIL for m in days)


def _definite(evidence: Passage, place: int) -> bool:
    """Whether the noun at *place* is one that the reader knows, and no name."""
    word, before = evidence.words[place].fold, evidence.words[place - 1].fold if place else ""
    if evidence.language == "en":
        return before in _KNOWN
    if evidence.language == "he":
        return before == _OBJECT or _HEBREW_ARTICLE.match(word) is not None
    return listed(word) and (word.startswith(_ARTICLES) or word.endswith(_PRONOUNS))


_HEBREW_ARTICLE = re.compile("ו?ה[א-ת]{3}")
_KNOWN, _OBJECT = frozenset("the its their his her".split()), "את"
_ARTICLES = ("ال", "لل", "وال", "بال")
_DETERMINERS = folded("off the a an its their his her את")


def _noun(evidence: Passage, place: int) -> bool:
    """Whether a word that says something, and is no small word, stands at *place*."""
    word = evidence.words[place].fold
    adverb = word in _ADVERBS or (evidence.language == "en" and word.endswith("ly"))
    dated = place in evidence.dated or place in evidence.counted
    return not adverb and not dated and word not in FREE and says(evidence, place)


_ADVERBS = folded("then later soon also again ultimately ثم لاحقا בהמשך אחר מכן לאחר")
