"""Words that tie clauses, and verbs that only carry a noun, where the evidence ties otherwise.

The rule: «من شأنه أن» stands for "would", «رغم» for "but" with both sides kept, «قبل أن» for "then"
in the same order, «وسط» for "as", «قرر خفض» for "cut", «لقي ترحيبا من» for "welcomed" by the same,
«حمّلت المسؤولية» for "accused" by the same, «مرحبة به» for "and welcomed it", and verbs that say one
thing of their noun for each other («بدأ إضرابا»، «دخل في إضراب»).

What it may get wrong: where such a word is the point of the sentence, its change is not seen. The
escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.derivation import verbs
from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.lightly import as_verb
from digests.summaries.verify.neighbours import after, before, has, participles, verbs_of
from digests.summaries.verify.not_yet import REMAINS, STILL
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_THAT = folded("أن")
_OF = folded("من")
_WOULD = folded("would could may might will")
_ITS_PART = folded("شأنه شأنها شأنهم شأن")
_THOUGH = folded("رغم برغم بالرغم")
_BUT = folded(
    "but although though however despite yet while אך אבל אולם למרות لكن لكنه لكنها لكنهم"
)
_ISSUED = participles("صادر")
_AGAINST_HIM = folded("بحقه بحقها بحقهم بحقهما ضده ضدها ضدهم")
_UNTIL = folded("until unless")
_BEFORE = folded("قبل")
_THEN = folded("ثم then before")
_AMID = folded("وسط")
_WORRIED = folded("as amid with עם על רקע وسط مع في ظل")
_GIVEN = frozenset(
    fold(noun + owner) for noun in ("منح", "إعطاء") for owner in ("ه", "ها", "هم", "هما")
)
_ASKED = folded("ask asks asked asking request requested seek sought demand demanded ביקש ביקשה")
#: English verbs whose past is written like the present, where an object follows.
_UNCHANGED = frozenset("cut put set hit shut let".split())
_DETERMINERS = frozenset("the a an its his her their all some".split())
_DECIDES = verbs_of("قرر يقرر")
_WELCOMED = verbs_of("لقي يلقى, لاقى يلاقي, حظي يحظى") | folded("قوبل قوبلت قوبلوا ووجه ووجهت")
_PROVIDES = verbs_of("قضى يقضي, نص ينص")
_BLAMES = verbs_of("حمل يحمل")
_BLAME = folded("المسؤولية مسؤولية")
_ACCUSED = verbs_of("اتهم يتهم")
_STANDING = folded("قائما قائمة قائمين")
#: «لقاح ضد الملاريا», "a malaria vaccine".
_AGAINST = folded("ضد")
_CURES = folded(
    "لقاح اللقاح لقاحا لقاحات اللقاحات بلقاح للقاح تطعيم التطعيم تطعيما تطعيمات جرعة جرعات مصل "
    "علاج دواء أدوية"
)
_ATTENDING = folded("حضور المشاركة")
_INVITES = verbs_of("دعا يدعو") | folded("دعوة الدعوة دعوات")
_WERE_DONE = folded("أجري أجريت جرت جرى تجرى")
_AT_A_TIME = folded("في خلال عام قبل بعد منذ")
#: Verbs that say one thing of their noun.
_TOGETHER = {
    "إضراب إضرابا": "بدأ يبدأ, دخل يدخل, خاض يخوض, نفذ ينفذ, شن يشن",
    "دعوى الدعوى": "رفع يرفع, أقام يقيم, قدم يقدم",
    "تحقيق تحقيقا": "فتح يفتح, باشر يباشر, بدأ يبدأ",
    "مؤتمر مؤتمرا اجتماع اجتماعا": "عقد يعقد, أجرى يجري",
}
_ONE_THING = [(folded(nouns), frozenset(verbs_of(doing))) for nouns, doing in _TOGETHER.items()]
#: Words from such a verb to its noun; from a number to what is told of it; between two words.
_FAR = 16
_CLOSE = 4
_NEAR = 5
_SHORT = 3


def of_clauses(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """«من شأنه أن», «رغم», «الصادر بحقه», «قبل أن», «وسط», «طلب منحه», «قرر خفض», «لقي ترحيبا»."""
    evidence, following = source.passage, aligned.of(place + 1)
    if forms & _ITS_PART:
        return before(sentence, place) in _OF and has(evidence, _WOULD)
    if forms & _THOUGH:
        return _though(place, evidence, aligned)
    if forms & _ISSUED:
        return bool(aligned.of(place - 1)) and after(sentence, place) in _AGAINST_HIM
    if forms & _BEFORE and any(n.at < place for n in sentence.negations):
        return bool(following) and has(evidence, _UNTIL)
    if forms & _BEFORE and after(sentence, place) in _THAT:
        return _then(place, evidence, aligned)
    if forms & _AMID and following:
        tied = [w.fold for j in following for w in evidence.words[max(0, j - _SHORT) : j]]
        return any(as_verb(evidence, j) for j in following) and any(w in _WORRIED for w in tied)
    if forms & _GIVEN:
        return bool(following) and has(evidence, _ASKED)
    if forms & _DECIDES:
        return _decided(sentence, place, evidence, aligned)
    if forms & _PROVIDES and following:
        what = range(place + 2, min(len(sentence.words), place + 2 + _SHORT))
        given = any(sentence.words[p].fold[:1] == "ب" and aligned.of(p) for p in what)
        return given and has(evidence, _WOULD)
    if forms & _WERE_DONE:
        return bool(aligned.of(place - 1)) and after(sentence, place) in _AT_A_TIME
    if forms & _STANDING and before(sentence, place) in STILL:
        return has(evidence, REMAINS)
    if forms & _ATTENDING and following:
        asked = range(max(0, place - _FAR), place)
        return any(
            aligned.of(p) and not _INVITES.isdisjoint(without_particles(sentence.words[p].fold))
            for p in asked
        )
    if forms & _AGAINST:
        cure = {j for p in (place - 1, place - 2) if p >= 0 for j in aligned.of(p)}
        of_it = any(abs(j - k) <= 2 for j in cure for k in following)
        return before(sentence, place) in _CURES and bool(cure) and of_it
    if forms & _WELCOMED:
        return _welcomed(sentence, place, evidence, aligned)
    return False


def _though(place: int, evidence: Passage, aligned: Alignment) -> bool:
    """«رغم ترحيبها به», of what the evidence tells before its "but", or following it."""
    for but in (at for at, word in enumerate(evidence.words) if word.fold in _BUT):
        behind = [{j > but for j in aligned.of(p)} for p in (place + 1, place + 2)]
        told = {j > but for p in range(place) for j in aligned.of(p)}
        if len(behind[0]) == 1 and behind[1] <= behind[0] and not told <= behind[0]:
            return True
    return False


def _then(place: int, evidence: Passage, aligned: Alignment) -> bool:
    """«قبل أن», of two deeds that the evidence has in the same order: «ثم», "before"."""
    earlier = next((aligned.of(p) for p in range(place - 1, -1, -1) if aligned.of(p)), ())
    return any(
        max(earlier) < at < min(later)
        for at, word in enumerate(evidence.words)
        if word.fold in _THEN and earlier
        for later in (aligned.of(place + 2),)
        if later
    )


def _decided(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """«قرر خفض السعر», where the evidence tells the cut of that price as done."""
    if any(hedge.at < place for hedge in evidence.hedges):
        return False
    last, doers = len(sentence.words) - 1, aligned.of(place + 1)
    reach = _CLOSE if evidence.language == "en" else _NEAR + 1
    return any(
        _done(evidence, j) and 0 < k - j <= reach and _its_doer(evidence, doers, j)
        for p in range(place + 1, min(last, place + 1 + _NEAR))
        for j in aligned.of(p)
        for k in aligned.of(p + 1)
    )


def _its_doer(evidence: Passage, doers: tuple[int, ...], verb: int) -> bool:
    """Whether one of *doers* stands where the subject of the *verb* does."""
    ahead = [verb - j if evidence.language == "en" else j - verb for j in doers]
    return any(0 < by <= _CLOSE for by in ahead)


def _done(evidence: Passage, place: int) -> bool:
    """Whether a verb at *place* tells what has been done."""
    word = evidence.words[place].fold
    if evidence.language == "en":
        whole = word in _UNCHANGED and after(evidence, place) in _DETERMINERS
        return whole or (as_verb(evidence, place) and word.endswith("ed"))
    return evidence.language == "ar" and as_verb(evidence, place) and word[0] not in "يت"


def _welcomed(sentence: Passage, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """«لقي الخفض ترحيبا من الاتحاد», of the cut that the union welcomed: who stands behind «من»."""
    for noun in range(place + 1, min(len(sentence.words) - 2, place + 1 + _NEAR)):
        verb = [j for j in aligned.of(noun) if as_verb(evidence, j)]
        if not verb or after(sentence, noun) not in _OF:
            continue
        doer, met = aligned.of(noun + 2), aligned.of(place + 1)
        if evidence.language == "ar":
            return any(j < d < m for j in verb for d in doer for m in met)
        told = any(d < j < m for j in verb for d in doer for m in met)
        return told or any(
            m < j < d and _by(evidence, j, d) for j in verb for d in doer for m in met
        )
    return False


def _by(evidence: Passage, verb: int, doer: int) -> bool:
    """Whether "by" stands between a passive *verb* and its *doer*: was welcomed by the union."""
    return any(word.fold == "by" for word in evidence.words[verb + 1 : doer])


def goes_on(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """A participle behind a comma, of a verb of the evidence by the same: «…، مرحبة به»."""
    word, evidence = sentence.words[place].fold, source.passage
    if evidence.language != "ar" or word[:1] != "م" or len(word) < _NEAR:
        return False
    if not place or not {"،", ","} & set(sentence.gap(place)) or not word.endswith(("ا", "ه")):
        return False
    root = word[1:-1]
    own = {("2", root), ("4", root)}
    return len(root) == _SHORT and any(
        own & verbs(other.fold)
        and not other.fold.startswith(("م", "ال", "وال"))
        and any(0 < j - at <= 2 for j in aligned.of(1))
        for at, other in enumerate(evidence.words)
    )


def blames(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """«حمّلت النقابة الإدارة المسؤولية عن», where Arabic evidence has the union accuse it."""
    evidence = source.passage
    if not forms & (_BLAMES | _BLAME) or evidence.language != "ar":
        return False
    near = range(max(0, place - _FAR), min(len(sentence.words), place + _FAR))
    verb = next((p for p in near if sentence.words[p].fold.lstrip("و") in _BLAMES), None)
    if verb is None or not any(sentence.words[p].fold in _BLAME for p in near):
        return False
    return any(
        j == at + 1
        for at, word in enumerate(evidence.words)
        if not _ACCUSED.isdisjoint(without_particles(word.fold))
        for j in aligned.of(verb + 1)
    )


def one_thing(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """A verb of a noun of which the evidence has another that says the same: «بدأ إضرابا»."""
    evidence = source.passage
    if evidence.language != "ar" or any(n.at == place - 1 for n in sentence.negations):
        return False
    for nouns, doing in _ONE_THING:
        if not forms & doing:
            continue
        for noun in range(place + 1, min(len(sentence.words), place + 1 + _FAR)):
            if nouns.isdisjoint(without_particles(sentence.words[noun].fold)):
                continue
            return any(
                not doing.isdisjoint(without_particles(evidence.words[k].fold))
                for j in aligned.of(noun)
                for k in range(max(0, j - _FAR), j)
            )
    return False
