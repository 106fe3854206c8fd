"""Words of a hedge that hedge nothing where they stand: "called off", «بعضهم البعض», מטען.

The rule: a word of `hedge_words` is none behind or before certain words («الطلب على», "took part",
"without their knowledge", אין ספק), as a count of votes ("a majority of seven"), as what a dispute
is about ("a case over a 30 million tender"), and where a Hebrew word only begins like a particle
(הסביר, explained, is no סביר).

What it may get wrong: a hedge in such a place is missed. The escape hatch is the tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from digests.language.kin import without_particles
from digests.language.lists import folded
from digests.language.normal import fold
from digests.language.quantities import quantities
from digests.language.seeming_negations import is_a_first_name
from digests.language.signing import signs
from digests.language.words import Token

#: Hedges that are none right before, or right behind, one of these words.
_BEFORE = {
    word: folded(behind)
    for words, behind in {
        "called calls call calling": "off back up out",
        "طلبت طلبوا": "عدم ألا",
        "sought": "refuge shelter",
        "tried": "for by in on under",
        "طلب": "على عدم ألا",
        "الطلب طلبا والطلب للطلب بالطلب": "على",
        "عرض": "البحر",
        "بهدف": "دون نظيف وحيد مقابل لهدف لصفر سجله سجلته متأخر مبكر رائع قاتل",
        "بعضهم بعضها بعضهما ببعضهم ببعضها بعضنا": "البعض بعضا",
    }.items()
    for word in folded(words)
    for behind in (behind,)
}
_BEHIND = {
    word: folded(before)
    for words, before in {
        "part": "take takes took taken taking as no",
        "many": "how so too",
        "aims": "its their his her our the of",
        "claims": "insurance jobless unemployment benefit asylum land compensation",
        "majority": "its their his her parliamentary absolute simple outright working slim narrow "
        "qualified",
        "شك شكا": "لا ولا بلا دون",
        "אם": "ספק",
        "חלק": "לקח לקחה לקחו לוקח לוקחת לוקחים לקחת ייקח תיקח ייקחו נטל נטלה נטלו ליטול נוטלים",
    }.items()
    for word in folded(words)
}
#: Hebrew words that begin like a hedge with a particle, "and" and "that" aside.
_NO_PARTICLE = folded(
    "הסביר מסביר להסביר מחלק לחלק מטען המטען במטען כחלק בעד ליכולות היכולות ביכולות מיכולות"
)
#: Words that tell of what is to be done only before "to": "agreed to withdraw".
_ONLY_WITH_TO = frozenset("agreed agree agrees".split())
_CALLED, _CALLED_FOR = frozenset({"called", "calling"}), frozenset({"for", "on", "upon", "to"})
_OF_A_NOUN = frozenset("the a an it this that his her their its".split())
_OF_PEOPLE = frozenset("its his her their".split())
_WITH = frozenset({"with", "without"})
_BE = frozenset("is are was were be been being never not originally".split())
#: A doubt in Hebrew, and a supplier.
_DOUBT = folded("ספק")
_DOUBTING = folded("אם רב גדול")
_RAISED = folded("הטיל הטילה הטילו מטיל מטילה מטילים להטיל יש היה")
_MAJORITIES = folded("أغلبية بأغلبية الأغلبية بالأغلبية غالبية بغالبية majority ברוב רוב")
_BY_A_MAJORITY = folded("بأغلبية بغالبية ברוב")
_BY = frozenset({"by", "with"})
_SEATS = frozenset("seat vote member thirds".split())
_KINDS_OF_MAJORITY = folded("مطلقة المطلقة بسيطة البسيطة برلمانية البرلمانية نيابية النيابية")
_OF = folded("of של")
#: What a dispute or a case is about follows these behind "over".
_DISPUTES = frozenset(
    "case dispute row lawsuit suit scandal trial probe investigation inquiry outcry anger "
    "criticism debate battle feud quarrel standoff stand-off tensions".split()
)


def seeming(words: Sequence[Token], at: int, language: str) -> bool:
    """Whether the word at *at* only looks like a hedge."""
    word = words[at].fold
    before = words[at - 1].fold if at else ""
    behind = [w.fold for w in words[at + 1 : at + 4]]
    if behind[:1] and behind[0] in _BEFORE.get(word, ()):
        return True
    if before in _BEHIND.get(word, ()) or _votes(words, at) or _counted(words, at):
        return True
    if word in _WILL_REACH or signs(words, at) or is_a_first_name(words, at):
        return True
    if _at_a_call(words, at, language):
        return True
    if language == "he":
        return _hebrew(word, before, behind) or _the_parent(words, at)
    if word in _CALLED and behind[:1] and behind[0] in _OF_A_NOUN:
        return True  # "called the ruling a win for the people"
    if word in _CALLED and not _CALLED_FOR.intersection(_up_to_a_mark(words, at)):
        return True  # "called Project Maven", "called the ruling a victory"
    if word == "meant":  # "the results meant it was safe"
        return before not in _BE and behind[:1] not in (["to"], ["for"])
    if word in _ONLY_WITH_TO:
        return behind[:1] != ["to"]
    if word == "asked":
        return behind == ["not", "to", "be"]
    if word in _OF_PEOPLE and behind[:1] == ["knowledge"]:
        return before in _WITH or behind[1:2] == ["of"]
    if word == "possible":  # "the sale made it possible to cut fees"
        return any(w.fold in _MAKES for w in words[max(0, at - _MADE_WITHIN) : at])
    if word in ("suggested", "suggests", "suggest"):
        return any(w.fold in _STUDIES for w in words[max(0, at - _STUDY_WITHIN) : at])
    if word in _INTERIM:
        return any(w.fold in _FORCES for w in words[max(0, at - _FORCE_WITHIN) : at])
    return _about(words, at) or _plays_it(words, at) or _a_superlative(words, at)


def _at_a_call(words: Sequence[Token], at: int, language: str) -> bool:
    """Whether a call only tells at whose it is done: «بدعوة من النقابة», "at the request of".

    What is called for behind it is hedged: «بدعوة من النقابة إلى إضراب».
    """
    noun, before = words[at].fold, words[at - 1].fold if at else ""
    behind = words[at + 1].fold if at + 1 < len(words) else ""
    earlier = words[at - 2].fold if at > 1 else ""
    if language == "ar":
        bare = noun.removeprefix("و")
        led = bare in _ON_A_CALL or (bare in _CALLS and before.removeprefix("و") in _IN_ANSWER)
        led = led or (bare in _CALLS and before == "على" and earlier.removeprefix("و") == "بناء")
        if not led or behind not in _FROM:
            return False
    elif not (
        noun in _ENGLISH_CALLS
        and behind in ("of", "from", "by")
        and {before, earlier} & {"at", "following", "after", "on"}
    ):
        return False
    clause = _up_to_a_mark(words, at + 1)
    if earlier == "at":
        return "for" not in clause  # "at the request of Algeria to discuss it"
    if language == "ar" and any(word.startswith("لل") for word in clause):
        return False
    return _CALLED_TO.isdisjoint(clause)


#: Nouns of a call with «ب», and bare behind what answers or follows it; what governs the caller.
_ON_A_CALL = folded("بدعوة بطلب باقتراح بتوصية بمبادرة بدعوات بتوصيات")
_CALLS = folded("دعوة دعوات طلب مطالبة اقتراح توصية توصيات لدعوة لطلب لاقتراح لتوصية")
_IN_ANSWER, _FROM = folded("تلبية استجابة بعد إثر عقب وفق نزولا"), folded("من تقدم تقدمت")
_ENGLISH_CALLS = frozenset({"request", "call", "proposal", "bid", "application"})
_CALLED_TO = folded("إلى لأجل to for")


def _plays_it(words: Sequence[Token], at: int) -> bool:
    """Whether "part" at *at* is what somebody or something plays: "played a part"."""
    if words[at].fold != "part":
        return False
    return any(w.fold in _PLAYS for w in words[max(0, at - _PLAYED_WITHIN) : at])


#: Verbs of a part, and words from there to it.
_PLAYS, _PLAYED_WITHIN = frozenset("play plays played playing".split()), 3


def _a_superlative(words: Sequence[Token], at: int) -> bool:
    """Whether "most" at *at* compares: "its most serious crisis", "the most serious since 1990"."""
    if words[at].fold != "most" or not 0 < at < len(words) - 1 or words[at + 1].fold in _OF:
        return False
    behind = [w.fold for w in words[at + 1 : at + _CLAUSE]]
    owned = words[at - 1].fold in _OF_PEOPLE or words[at - 1].text.endswith(("'s", "’s"))
    return owned or (words[at - 1].fold == "the" and "since" in behind)


#: «ستصل الكلفة إلى 112 مليونا»: a forecast, and no "up to".
_WILL_REACH = folded("ستصل سيصل وستصل وسيصل ليصل لتصل")
#: «בתנאי ש…» is "provided that", «בתנאי השכר» the terms of pay.
_ON_TERMS, _THAT = "בתנאי", "ש"
_CONDITIONS = folded("כי אחד")
#: «האם», and what stands before or behind it where it is no "whether": whose it is, what has a
#: parent, and such nouns with their article.
_WHETHER, _OF_IT = fold("האם"), folded("של שלה שלו שלהם שלהן שלי שלנו שלך שלכם")
_MOTHERS = folded(
    "חברת תאגיד ארגון קבוצת ספינת אוניית חללית מפלגת תנועת אגודת רשת עמותת קרן אוניברסיטת שפת לשון "
    "מניית יחידת סניף מוסד מניות"
)
_A_MOTHER = folded("החברה התאגיד הארגון הקבוצה הספינה האונייה המפלגה התנועה האגודה הרשת העמותה")


def _up_to_a_mark(words: Sequence[Token], at: int) -> set[str]:
    """The words behind the one at *at* in its clause."""
    found: set[str] = set()
    for place in range(at + 1, min(len(words), at + 1 + _CLAUSE)):
        if words[place].start - words[place - 1].end > 1:
            break
        found.add(words[place].fold)
    return found


#: Words of a clause that are looked at.
_CLAUSE = 8
#: What suggests that something is so, and proposes nothing.
_STUDIES = frozenset(
    "study studies data survey surveys poll polls research results figures findings evidence "
    "analysis email emails document documents record records footage images".split()
)
_STUDY_WITHIN = 8
#: Who makes something possible brings it about; words up to "possible", "it" between.
_MAKES, _MADE_WITHIN = frozenset("make makes made making".split()), 2
#: The force of the United Nations in Lebanon.
_INTERIM, _FORCES, _FORCE_WITHIN = folded("المؤقتة"), folded("قوات قوة القوة لقوات لقوة"), 4


def _hebrew(word: str, before: str, behind: list[str]) -> bool:
    if word == _WHETHER and (_has_a_parent(before) or not _OF_IT.isdisjoint(behind[:1])):
        return True  # «וחברת האם», the parent company; «החברה האם שלה»
    if word.lstrip("וש") in _NO_PARTICLE or before in ("א", "אל"):
        return True
    if word.lstrip("וש") == _ON_TERMS and behind and behind[0][0] != _THAT:
        return behind[0] not in _CONDITIONS
    if word[-3:] not in _DOUBT or word == "בספק":
        return False
    doubted = before in _RAISED or bool(_DOUBTING.intersection(behind[:1]))
    return word.lstrip("וש") not in _DOUBT or not doubted


def _has_a_parent(noun: str) -> bool:
    """Whether *noun*, a particle and no article before it, is what «האם» completes."""
    return any(
        form in _MOTHERS and "ה" not in noun.removesuffix(form) for form in without_particles(noun)
    )


def _the_parent(words: Sequence[Token], at: int) -> bool:
    """Whether a mark stands right behind «החברה האם,», the parent, as behind no "whether"."""
    if words[at].fold != _WHETHER or not 0 < at < len(words) - 1:
        return False
    marked = words[at + 1].start - words[at].end > 1
    return marked and not _A_MOTHER.isdisjoint(without_particles(words[at - 1].fold))


def _counted(words: Sequence[Token], at: int) -> bool:
    """Whether requests are counted: «300 طلب»."""
    return words[at].fold in _REQUESTS and any(
        q.end == len(before) for before in [words[max(0, at - 2) : at]] for q in quantities(before)
    )


_REQUESTS = folded("طلب طلبا طلبات request requests")


def _votes(words: Sequence[Token], at: int) -> bool:
    """Whether a majority is told by its votes or its kind: «بأغلبية سبعة أعضاء»."""
    word, before = words[at].fold, [w.fold for w in words[max(0, at - 2) : at]]
    if word not in _MAJORITIES:
        return False
    rest = words[at + 1 :]
    if rest and rest[0].fold in _KINDS_OF_MAJORITY:
        return True
    if before[-1:] and before[-1] in _SEATS:
        return True  # a 60-seat majority
    if not (word in _BY_A_MAJORITY or _BY.intersection(before)):
        return False
    of = 1 if rest and rest[0].fold in _OF else 0
    return any(q.first == 0 for q in quantities(rest[of : of + 2]))


def _about(words: Sequence[Token], at: int) -> bool:
    """Whether "over" and "under" govern what a number only measures: "a case over a 5m tender"."""
    if words[at].fold not in ("over", "under") or at + 2 >= len(words):
        return False
    article = words[at + 1].fold in ("a", "an") and words[at + 2].fold[0].isdigit()
    if words[at].fold == "under":
        return article
    return bool(at) and words[at - 1].fold in _DISPUTES
