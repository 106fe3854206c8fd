"""How a verbatim sentence is shown: without its connector, and not longer than a reader likes.

The rule: a leading connector that joins a sentence to the one before it (و، كما، بدورها، من جهته)
is dropped from the text; the evidence keeps it. A sentence of more than ``WORDS`` words ends at the
last clause boundary before that, else before a circumstance («في أعقاب …»), if what follows holds
no condition, contrast or speaker; without such a place it stays whole.

What it may get wrong: an attached «و» that belongs to the word. Nothing is taken off a word that a
lexicon, a name or a place is; words that may be either («والدين») are listed, short ones keep it. A
clause that is cut off may hold a detail that someone wants: the link leads to it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from digests.language.given_names import given_name
from digests.language.lexicon import as_it_stands, listed
from digests.language.lexicon_index import index_read
from digests.language.quotation import balanced
from digests.language.stems import words
from digests.language.words import normal, unmarked
from digests.model import Lang
from digests.summaries.parties import FUNCTION, TITLES, party, speaking_verb
from digests.summaries.persons import of_a_name
from digests.summaries.sides import listed as is_party
from digests.summaries.speakers import is_listed_name
from digests.summaries.voices import voice

#: Words of a sentence that readers take in without effort (docs/editorial.md: at most 35).
WORDS = 35
#: Words that a shortened sentence keeps at least.
KEPT = 10
#: The share of its words that it keeps at least: what is cut off may be the news.
_SHARE = 0.4
#: Words beyond the limit at which a sentence without an earlier boundary may end.
_BEYOND = 10

#: Characters among which a connector stands.
_FRONT = 60
#: Letters that some newsrooms write for others, one for one: «فى المقابل», «الى ذلك».
_SPELLED = str.maketrans("أإآى", "اااي")


def _spelled(pattern: str) -> re.Pattern[str]:
    """The Arabic *pattern* for text in which `_SPELLED` letters are one."""
    return re.compile(pattern.translate(_SPELLED))


_CONNECTORS = {
    "ar": _spelled(
        r"^[وف]?(?:"
        r"(?:كما|كذلك|أيضًا|أيضا|ثم|كذا)(?=\s)|لكن(?=\s)"
        r"|(?:ب|من )(?:دور|جهت|جانب|ناحيت)(?:ه|ها|هم|هما|هن)\s*[،,]?(?=\s)"
        r"|(?:في المقابل|بالمقابل)\s*[،,]?(?=\s)"
        r"|(?:في (?:هذا )?السياق(?: ذاته| نفسه)?|في سياق (?:متصل|آخر|ذي صلة)|"
        r"إلى ذلك|في غضون ذلك"
        r"|من (?:جهة|ناحية) (?:أخرى|ثانية)|علاوة على ذلك|(?:ب?ال)?إضافة إلى ذلك|فضلًا عن ذلك|"
        r"فضلا عن ذلك"
        r"|في الوقت (?:نفسه|ذاته)|في الأثناء|على (?:صعيد|خط) (?:آخر|متصل)|في بيان منفصل|"
        r"مع ذلك|رغم ذلك|"
        r"في هذا الإطار"
        r"|في الإطار (?:نفسه|ذاته)|على الجانب الآخر|بناء عليه|نتيجة لذلك|لذلك)\s*[،,](?=\s)"
        r"|(?:يُ?ذكر|يُ?شار إلى|تجدر الإشارة إلى|الجدير بالذكر|جدير بالذكر|من الجدير بالذكر|"
        r"يُ?ذكر هنا)\s+أن(?=\s)"
        r"|غير أن(?=\s)|إلا أن(?=\s)|بيد أن(?=\s)|قد(?=\s)"
        r")\s*"
    ),
    "en": re.compile(
        r"^(?:(?:But|And|However|Meanwhile|Also|Moreover|Furthermore|Additionally|Separately|"
        r"In addition|"
        r"In a separate statement|For its part|For his part|For her part|Still|Yet|So|Nevertheless|"
        r"Elsewhere|In turn|At the same time|By contrast|On the other hand)\b[,]?)\s+"
    ),
    "he": re.compile(
        r"^(?:(?:כמו כן|בנוסף|מנגד|מצדו|מצדה|מצידו|מצידה|מצדם|עם זאת|בתוך כך|במקביל|בנוסף לכך|"
        r"לעומת זאת|"
        r"בינתיים|אולם|אולם,|אך|אבל)[,]?)\s+"
    ),
}
#: «لكن» and «أن» put the noun behind them in the accusative, which some nouns show: «لكن موظفين
#: رفعوا» is no «موظفين رفعوا».
_GOVERNING = _spelled(r"(?:لكن|أن)\s*$")
_ACCUSATIVE = re.compile(r"(?!ال(?:آخرين|اثنين)\s)\w{2,}(?:ين|ًا|اً)(?!\w)")
#: Words whose «و» is a letter of the word and not the conjunction: stems that begin with it, with
#: the endings of nouns and verbs («وفرت» provided, but «وفرضت» is "and imposed").
_LEXICAL_WAW = re.compile(
    r"^و(?:زارة|زارت|زارات|زير|زراء|زع|زن|كال|كيل|كلاء|قف|قوف|قائع|قع|قت|افق|افد|افي|افر|صل|صول|صف|"
    r"صي|صاي|ثائق|ثيق|ثق|حدة|حدت|حدات|حده|حيد|احد|الد|اشنطن|سط|سائل|سيل|سام|سيم|سم|سع|اسع|سوف|فق|"
    r"فاة|فيات|فد|فر|رد|رق|رش|رث|ضع|ضوح|ضح|اضح|عد|عود|عي|جه|جود|جد|جيه|لاي|لادة|ليد|لد|طن|ادي|"
    r"ظيف|ظائف|ظف|دائع|باء|اجه|اصل|اكب|ارد|اقع|ارن|صح|ثب|اضع|قر|رط|لع|شك|جب)"
    r"(?:ة|ه|ها|هم|هما|ت|ته|تها|تهم|تا|ا|ان|ين|ون|ات|اته|اتها|اتهم|ي|ية|يون|يين|وا|ن|نا|اء|تين|تان)?$"
    r"|^و(?:يكي|اتس|ايز|يب$|يند|ورك)"
)
#: «فالشركة التي …»: so the company; not «فالنسيا».
_SO_THE = re.compile(r"^فال\w{3,}(?:ة|ون|ين|ات|ان)$")
#: «ورد» is "came" before news and "and answered" before a party.
_ANSWERED = {"ورد", "وردت"}
#: What no word has behind a «و» of its own.
_HAMZA = frozenset("أإآ")
#: What an answer has: what is said, to what, or where; and characters among which it stands.
_TO_WHAT = re.compile(
    r"(?<!\w)(?:بأن\w*|بالقول|على|قائل\w*|إن\w*|ب(?:التأكيد|النفي|بيان)|"
    r"في (?:بيان|تصريح|حديث|مقابلة|تغريدة|رسالة|مؤتمر)\w*)(?!\w)|[:«\"“]"
)
_ANSWER = 120
_SHORT_WAW = {"وفي", "ومن", "ولم", "ولن", "ولا", "وما", "وعن", "وكل", "وهل", "وثم"} | {
    "و" + verb for verb in "تم شن حط ظل ضم حل مر شق كف دل هز سن جر".split()
}
_SHORT_FA = frozenset("ففي فمن فعلى فبعد فقبل فحين فعند".split())
_CLAUSES = {
    "ar": re.compile(
        r"[،؛]\s+(?=(?:حيث|فيما|في حين|كما|مضيف|مؤكد|مشير|موضح|مشدد|معتبر|لافت|مبين|خاصة|خصوص|"
        r"لا سيما|في وقت|وهو|وهي|"
        r"والتي|والذي|الأمر الذي|ما يعني|ما يعكس|مما|في خطوة|ضمن|وأن|وأنها|وأنه|وأنهم|وإن|وإنها|"
        r"وسط|عقب|على أن|قائل|وذلك)\S*\s)"
    ),
    "en": re.compile(
        r"[,;]\s+(?=(?:which|where|while|adding|saying|as|and that|with|including|after)\s)"
    ),
    "he": re.compile(r"[,;]\s+(?=(?:אשר|תוך|כאשר|וזאת|והוסיף|והוסיפה|כש|וכי)\S*\s)"),
}
#: Circumstances that may go when no clause can, the sentence being too long.
_CIRCUMSTANCES = {
    "ar": re.compile(
        r"\s+(?=(?:في أعقاب|عقب|في إطار|في ظل|على خلفية|بالتزامن مع|على هامش|في خطوة|وسط)\s)"
    ),
    "en": re.compile(
        r"\s+(?=(?:amid|following|in the wake of|as part of|against the background of)\s)"
    ),
    "he": re.compile(r"\s+(?=(?:בעקבות|על רקע|במסגרת|לנוכח)\s)"),
}
_BINDING = re.compile(
    r"(?:^|\s|و)(?:لكن|إلا|غير أن|بيد|رغم|بشرط|شريطة|إذا|لو|ما لم|بحسب|حسب|وفق|وفقًا|وفقا|نقلا|"
    r"نقلًا|على الأقل|تقريبا|نفى|نفت|دون|"
    r"but|unless|except|if|although|though|however|according|denied|not|without|alleged|"
    r"אבל|אך|אלא|אם|למרות|לפי|לדברי|ללא|בלי)(?:\s|$|[،,.])"
)


#: An aside («، وهو من المدعى عليهم، بالادعاء عليه»), and what opens a clause of its own behind one.
_ASIDE = re.compile(r"(?:وهو|وهي|وهم|والذي|والتي)\s")
_NEW_CLAUSE = re.compile(
    r"(?:و|ف|ثم|كما|فيما|بينما|في حين|حيث|مضيف|مؤكد|مشير|موضح|مشدد|معتبر|لافت|مبين|قائل|متهم|داعي)"
)
_WHILE = re.compile(r"(?:فيما|بينما|في حين)\s+")
#: A clause of its own in which the same speaker goes on: «، فيما أوضحت أن …».
_GOES_ON = re.compile(rf"{_WHILE.pattern}|كما\s")


@lru_cache(maxsize=4096)
def shown(text: str, language: str) -> str:
    """*text* as readers see it: its leading connectors dropped, the rest verbatim."""
    for _ in range(3):
        pattern = _CONNECTORS.get(language)
        found = pattern.match(text[:_FRONT].translate(_SPELLED)) if pattern else None
        if found and len(text) - found.end() >= 20:
            if _governed(text, found.end()):
                break
            text = text[found.end() :]
            continue
        bare = _without_while(_without_waw(text)) if language == "ar" else text
        if bare == text:
            break
        text = bare
    return text[:1].upper() + text[1:] if language == "en" else text


def _governed(text: str, end: int) -> bool:
    """Whether the noun of *text* from *end* on shows the case of the word before it."""
    return bool(_GOVERNING.search(text[:end].translate(_SPELLED)) and _ACCUSATIVE.match(text, end))


def connected(text: str, language: str) -> bool:
    """Whether *text* opens with a connector that display would drop."""
    return shown(text, language) != text


def shortened(text: str, language: str, limit: int = WORDS) -> str:
    """*text*, or its beginning up to a clause boundary when it has more than *limit* words."""
    if len(text.split()) <= limit or language not in _CLAUSES:
        return text
    for words_at_most in (limit, limit + _BEYOND):
        for boundary in (_CLAUSES[language], _CIRCUMSTANCES[language]):
            if ended := _ended(text, boundary, words_at_most):
                return ended
    return text


def _ended(text: str, boundary: re.Pattern[str], limit: int) -> str:
    """*text* up to its last *boundary* within *limit* words, empty when none will do."""
    best = ""
    for found in boundary.finditer(text):
        kept, rest = text[: found.start()], text[found.end() :]
        count = len(kept.split())
        if count > limit:
            break
        enough = count >= max(KEPT, _SHARE * len(text.split()))
        if enough and balanced(kept) and not _binds(rest) and not _goes_on_behind(rest):
            best = kept
    return best


def _goes_on_behind(rest: str) -> bool:
    """Whether *rest* is an aside behind whose comma the clause before it goes on."""
    aside, comma, behind = rest.partition("،")
    return bool(comma and _ASIDE.match(aside)) and not _NEW_CLAUSE.match(behind.lstrip())


def _without_waw(text: str) -> str:
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    plain = unmarked(first)
    if not re.match(r"^[وف][\u0621-\u064a]", plain):
        return text
    if plain in _ANSWERED and _answering(text):
        return text[1:]
    if plain in _SHORT_FA:
        return text[1:].lstrip("\u064e\u0650")
    if len(plain) < 4:
        return text[1:].lstrip("\u064e\u0650") if plain in _SHORT_WAW else text
    if (plain[0] == "ف" and not _SO_THE.match(plain)) or _LEXICAL_WAW.match(plain):
        return text
    doubled = first[2:3] == "\u0651"  # no word begins with a doubled letter: «ودّعت»
    if plain[0] == "و" and (doubled or not _is_joined(plain)):
        return text
    rest = text[1:]
    while rest and "\u064b" <= rest[0] <= "\u0652":
        rest = rest[1:]
    return rest


@lru_cache(maxsize=4096)
def _is_joined(plain: str) -> bool:
    """Whether the «و» of the word *plain* is written onto another: «وأعلنت», «وقالت», and neither
    «وائل» nor «وقود»; nothing is taken off a word that a lexicon, a name or a place is."""
    word = normal(plain)
    rest = word[1:]
    if plain[1] in _HAMZA or plain[1:3] == "ال" or rest in FUNCTION:
        return True
    if speaking_verb(rest, Lang.AR):
        return True
    if word in index_read().known or given_name(word) or is_listed_name(word):
        return False
    return listed(rest) or given_name(rest) or is_listed_name(rest)


def _without_while(text: str) -> str:
    """*text* without the "while" before its verb of saying: «فيما قال نقابي إن …»."""
    found = _WHILE.match(text)
    told = words(text[found.end() :])[:1] if found else []
    return text[found.end() :] if found and told and speaking_verb(told[0], Lang.AR) else text


def _answering(text: str) -> bool:
    """Whether the verb that opens *text* has a party or somebody's name beside it: «وردت ميتا بأن
    …», «ورد بيطار بأن …»."""
    following = words(text)[1:3]
    if not following or following[0] in FUNCTION:
        return False
    if not _TO_WHAT.search(text, 0, _ANSWER):
        return False  # «وردت ميتا في قائمة الشركات»
    told = is_party(following) or party(following[0]) or following[0] in TITLES
    named = given_name(following[0]) and not as_it_stands(following[0])  # «وردت أسماء الضحايا»
    return bool(told) or named or of_a_name(following[0])


def _binds(rest: str) -> bool:
    """Whether what would be cut off changes what is kept: contrast, condition, another speaker."""
    if _BINDING.search(rest):
        return True
    if _GOES_ON.match(rest) and voice(rest, Lang.AR).absent:
        return False
    found = words(rest)
    return any(speaking_verb(word, language) for word in found for language in _CLAUSES)
