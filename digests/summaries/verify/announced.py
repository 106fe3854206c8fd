"""Words that only announce the next one: an office, an hour, «سبق أن», «لمواجهة», «آخر».

The rule: the office before its holder's title («منصب رئيسها»), the hour before its number, "had"
(«سبق أن») of what the evidence has done before, «لمواجهة» of what is prepared "for", a deal before
what was paid, «مكافحة» in the name of a law, "between" of a deed that the evidence tells by a verb,
and "another" of a second one need no support of their own.

What it may get wrong: where such a word is the point of the sentence, its change is not seen. The
escape hatch is the tables.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import Quantity
from digests.summaries.verify.actors import title
from digests.summaries.verify.alignment import Alignment, alike
from digests.summaries.verify.lightly import as_verb
from digests.summaries.verify.neighbours import CLOSE, SIDE, side_by_side, sides, verbs_of
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.source import Source

_OFFICE = folded("منصب مهام وظيفة رتبة صفة")
_ABOARD = folded("متن")
_HOUR = folded("الساعة ساعة")
_HALVES = frozenset("am pm a p".split())
_OTHER = folded("آخر أخرى")
_A_SECOND = frozenset("a an another second".split())
_ONCE = folded("سبق")
_HAD = folded("had have has earlier previously already before כבר בעבר קודם سبق سابقا")
_QAD = folded("قد")
_THAT, _BETWEEN = folded("أن وأن"), fold("بين")
_FACING = folded("مواجهة لمواجهة")
_PREPARED = verbs_of("استعد يستعد, تأهب يتأهب, جهز يجهز, هيأ يهيئ, أعد يعد") | folded(
    "استعداد استعدادات استعدادا تأهب تأهبا خطة خطط مستعد مستعدة جاهز جاهزة تجهيز إعداد"
)
_FOR = frozenset({"for", "against"})
_DEAL, _WORTH = folded("صفقة"), folded("قيمتها بقيمة بلغت قيمة")
_DEALS = folded("استحوذ استحواذ اشترى شراء باع بيع اندمج اندماج اقتنى")
_AGAINST, _LAWS = folded("مكافحة"), folded("قانون جهاز وحدة هيئة شرطة قسم إدارة دائرة قوانين")


def announced(
    sentence: Passage, place: int, forms: set[str], source: Source, aligned: Alignment
) -> bool:
    """A word that only announces the next: an office, an hour, «سبق أن», «لمواجهة», a deal."""
    evidence, after = source.passage, aligned.of(place + 1)
    word = sentence.words[place].fold
    if forms & _OTHER:
        return _a_second(sentence, place, source, aligned)
    if forms & _ABOARD:
        return bool(after)
    if forms & _OFFICE:
        return bool(after) and title(sentence, place + 1)
    if forms & _HOUR:
        return any(q.first == place + 1 and _on_the_clock(evidence, q) for q in sentence.numbers)
    if forms & _ONCE and place + 2 < len(sentence.words):
        follows = sentence.words[place + 1].fold in _THAT
        return follows and any(_had(evidence, j) for j in aligned.of(place + 2))
    if forms & _FACING:
        ready = any(_is(w.fold, _PREPARED) for w in sentence.words[max(0, place - CLOSE) : place])
        return ready and any(
            _FOR & {w.fold for w in evidence.words[max(0, j - SIDE) : j]} for j in after
        )
    if word == _BETWEEN:
        left, right = sides(sentence, place)
        if left is None or right is None:
            return False
        found = side_by_side(sentence, evidence, aligned, left, right, (left, right))
        return found is not None and as_verb(evidence, found[0])
    if forms & _AGAINST:
        lawful = place > 0 and not _LAWS.isdisjoint(
            without_particles(sentence.words[place - 1].fold)
        )
        return lawful and bool(
            side_by_side(sentence, evidence, aligned, place - 1, place + 1, (place - 1, place + 1))
        )
    if forms & _DEAL and place + 1 < len(sentence.words):
        worth = sentence.words[place + 1].fold in _WORTH
        return worth and any(
            _is(sentence.words[p].fold, _DEALS) and aligned.of(p) for p in range(place)
        )
    return False


def _a_second(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """«زلزال آخر» where both texts have told one before, and the evidence tells this one as "a"."""
    if not place:
        return False
    noun, evidence = sentence.words[place - 1].fold, source.passage
    here = aligned.of(place - 1)
    earlier = [
        p
        for p in sentence.content
        if p < place - 1 and aligned.of(p) and alike(noun, sentence.words[p].fold)
    ]
    told = {j for p in earlier for j in aligned.of(p)}
    if not here or not told or told & set(here) or max(told) > min(here):
        return False
    if evidence.language != "en":
        return False
    return any(_A_SECOND & {w.fold for w in evidence.words[max(0, j - 4) : j]} for j in here)


def _is(word: str, table: frozenset[str]) -> bool:
    """Whether *word* is one of *table*, particles and endings aside."""
    return word in table or any(alike(word, other) for other in table)


def _on_the_clock(evidence: Passage, quantity: Quantity) -> bool:
    """Whether the evidence has the number of *quantity* as an hour."""
    for q in evidence.quantities:
        behind = evidence.words[q.end].fold if q.end < len(evidence.words) else ""
        if q.value == quantity.value and (
            behind in _HALVES or (behind and evidence.gap(q.end) == ":")
        ):
            return True
    return False


def _had(evidence: Passage, place: int) -> bool:
    """Whether the verb at *place* of the evidence tells what had been done before."""
    around = [w.fold for w in evidence.words[max(0, place - 2) : place + 3]]
    if evidence.language == "ar" and evidence.words[place].fold[0] in "يت":
        return False  # «قد يحذر»: may warn
    return not (_HAD | _QAD).isdisjoint(around)
