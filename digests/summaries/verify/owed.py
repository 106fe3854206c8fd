"""What somebody must or should do, told as done or as what he will do: «سيرحل», "should leave".

The rule: an Arabic verb in the past rests on the verb that stands in the evidence behind "must",
"has to", "was ordered to" or "should", «يجب أن» or «على الشركة أن», חייב or צריך, or on the noun
behind "requires" and «بانتظار», and on nothing else; and no word by which something is owed
(«على», «يجب», «ينبغي») stands before it in the sentence. Or a future rests on a verb behind
"should" or "ought to". It is then refused: what is right or due has not been said to come.

What it may get wrong: a "should" that only expects ("should arrive on Monday"), and a «على» of the
sentence that owes nothing. The escape hatch is to cite a sentence that says that it will.
"""

from __future__ import annotations

from digests.language.lexicon import as_it_stands
from digests.language.lists import folded
from digests.summaries.verify.actors import mark_before
from digests.summaries.verify.ahead import FUTURE, future
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import Passage
from digests.summaries.verify.pasts import in_the_past
from digests.summaries.verify.refusal import Code, Refusal
from digests.summaries.verify.source import Source

#: Words from a word of owing to its verb, with it, at most; letters of an Arabic imperfect.
_WITHIN, _IMPERFECT = 7, 4
_SHOULD = frozenset({("should",), ("ought", "to")})
_MUST = frozenset(
    {("must",), ("has", "to"), ("have", "to"), ("needs", "to"), ("need", "to")}
    | {(told, "to") for told in ("required", "ordered", "obliged", "told")}
)
#: Words that may stand between such a word and its verb.
_BETWEEN = frozenset("still also first now then be soon yet always both only each all".split())
#: What is still to come when it is told by a noun: "requires approval".
_AWAITS = frozenset("requires require awaits await awaiting pending needs need".split()) | folded(
    "يحتاج تحتاج ويحتاج وتحتاج بحاجة يتطلب تتطلب ويتطلب وتتطلب ينتظر تنتظر بانتظار انتظار رهن "
    "דורש דורשת דורשים טעון טעונה ממתין ממתינה ממתינים"
)
_ARTICLES = frozenset("a an the further final formal".split()) | folded("إلى את")
_DUE = folded("يجب ينبغي يتعين يلزم بد ويجب وينبغي ويتعين")
#: «أن», which is folded to the same as «إن».
_THAT, _IMPERFECTS = "أن", frozenset("يتن")
_HEBREW = folded("חייב חייבת חייבים חייבות צריך צריכה צריכים צריכות נדרש נדרשת נדרשים מוכרח")
#: The same, at the front of its clause; and behind what it may stand there.
_UPON, _CLAUSES = folded("על على وعلى"), folded("כי ש إن أن بأن")
_OWES = folded(
    "على يجب ينبغي يتعين يلزم بد ضرورة الضروري ضروري واجب المفترض يفترض يستحق لازم داعيا دعا دعت "
    "طالب طالبت عليه عليها عليهم علينا سيتعين سيجب المنتظر المتوقع يستدعي تستدعي يتطلب تتطلب يحتاج "
    "تحتاج بحاجة ينتظر تنتظر بانتظار رهن"
)


def owed(sentence: Passage, source: Source, aligned: Alignment) -> Refusal | None:
    """A verb of *sentence* that tells as done, or as coming, what the evidence has as due."""
    evidence = source.passage
    due = _due(evidence) & source.inside
    should = _behind(evidence, _SHOULD) & source.inside
    if not due:
        return None
    first = next((p for p, word in enumerate(sentence.words) if word.fold in _OWES), None)
    for place in sentence.content:
        support = set(aligned.every.get(place, ()))
        if not support or not support <= due or (first is not None and first < place):
            continue
        shown = sentence.words[place].text
        before = sentence.words[place - 1].fold if place else ""
        coming = before in FUTURE["ar"] or future(sentence, place)
        if coming and support <= should and first is None:
            return Refusal(
                Code.STRENGTH, f"«{shown}»: the evidence says that it should, not that it will"
            )
        said = frozenset[int]().union(*(evidence.meanings[j] for j in support))
        if not coming and in_the_past(sentence, place, said):
            return Refusal(
                Code.STRENGTH, f"«{shown}»: the evidence says that it must, not that it was"
            )
    return None


def _due(evidence: Passage) -> set[int]:
    """Places of the verbs, and nouns of deeds, that *evidence* tells as still to be done."""
    found = _awaited(evidence)
    if evidence.language == "en":
        return found | _behind(evidence, _SHOULD | _MUST)
    words = [word.fold for word in evidence.words]
    table = _DUE if evidence.language == "ar" else _HEBREW
    for at in range(len(words)):
        if words[at] not in table and not _upon(evidence, at):
            continue
        for place in range(at + 1, min(len(words), at + 1 + _WITHIN)):
            if evidence.gap(place).strip():
                break
            if _verb(evidence, place):
                found.add(place)
                break
    return found


def _upon(evidence: Passage, place: int) -> bool:
    """Whether a clause opens with "it is upon" at *place*: "על החברה לשלם", «على الشركة أن»."""
    if evidence.words[place].fold not in _UPON:
        return False
    return not place or mark_before(evidence, place) or evidence.words[place - 1].fold in _CLAUSES


def _verb(evidence: Passage, place: int) -> bool:
    """Whether an imperfect behind «أن», or a Hebrew infinitive, stands at *place*."""
    word = evidence.words[place].fold
    if evidence.language == "he":
        return word[:1] == "ל" and as_it_stands(word)
    behind = evidence.words[place - 1].text == _THAT
    return behind and word[0] in _IMPERFECTS and len(word) >= _IMPERFECT


def _behind(evidence: Passage, table: frozenset[tuple[str, ...]]) -> set[int]:
    """The verb behind each English auxiliary of *table*."""
    found: set[int] = set()
    words = [word.fold for word in evidence.words]
    for at in range(len(words)):
        for parts in table:
            if tuple(words[at : at + len(parts)]) == parts:
                behind = range(at + len(parts), min(len(words), at + _WITHIN))
                told = (j for j in behind if words[j] not in _BETWEEN and words[j][-2:] != "ly")
                verb = next(told, None)
                found |= {verb} if verb is not None else set()
    return found


def _owner(evidence: Passage, place: int) -> bool:
    """Whether an article, or whose it is, stands at *place*: "needs the president's signature"."""
    word = evidence.words[place]
    return word.fold in _ARTICLES or word.text.endswith(("'s", "’s"))


def _awaited(evidence: Passage) -> set[int]:
    """The noun behind each "requires" and «بانتظار»."""
    words = [word.fold for word in evidence.words]
    found: set[int] = set()
    for at in (at for at, word in enumerate(words) if word in _AWAITS):
        behind = range(at + 1, min(len(words), at + 1 + _WITHIN))
        noun = next((j for j in behind if not _owner(evidence, j)), None)
        found |= {noun} if noun is not None else set()
    return found
