"""The country of a body or an office, which the article need not tell again.

The rule: «العاهل المغربي» may stand for "the king", and «وزارة الصحة السورية» for "the health
ministry", where the article is about one country: its title names that one alone, or its text does
where its title names none, and neither the evidence nor the two sentences before it name another.
What is said only of one country's (the Knesset, the Histadrut, the Pentagon) may have that
country's adjective everywhere; and a Hebrew article tells of Israel where it names no country, or
names others only further off and the evidence counts in shekels or has such a body of Israel's.

What it may get wrong: a foreign office whose country the article leaves out. The escape hatch is to
leave the adjective out, or to cite the sentence that has it.
"""

from __future__ import annotations

from functools import lru_cache

from digests.language.kin import without_particles
from digests.language.lexicon import as_it_stands, headed, listed, of_names
from digests.language.lists import folded
from digests.language.normal import fold
from digests.stories.names import meanings as names_in
from digests.stories.names import table
from digests.summaries.verify.alignment import Alignment
from digests.summaries.verify.passage import FREE, Passage, passage
from digests.summaries.verify.source import Source

#: Offices and bodies of a state, and what a country has one of.
_STATES = folded(
    "ملك عاهل رئيس حكومة وزير وزارة جيش شرطة برلمان محكمة قضاء سلطات دولة نيابة بورصة رئاسة أمير "
    "خارجية داخلية كنيست مجلس هيئة جهاز نقابة مصرف بنك سفير دستور مدع عملة قوات استخبارات"
)
#: Bodies of a state where a word says of what: «سلطة الضرائب», and not «السلطة».
_OF_SOMETHING = folded("سلطة مفوضية مصلحة مديرية وكالة")
#: The money of a country whose articles need not name it.
_SHEKELS = folded('שקל שקלים שקלי ש"ח')
#: What is said of one country's alone, in the languages of the evidence.
_ONLY_ONES = {
    "israel": folded(
        'Knesset Histadrut Mossad Shin IDF הכנסת כנסת ההסתדרות הסתדרות המוסד צה"ל שב"כ בג"צ הכנסת '
        "الكنيست الهستدروت الموساد الشاباك"
    ),
    "usa": folded("Pentagon Congress FBI CIA NSA FTC الكونغرس البنتاغون הפנטגון הקונגרס"),
    "russia": folded("Kremlin Duma הקרמלין הדומה الكرملين الدوما"),
    "germany": folded("Bundestag Bundeswehr הבונדסטאג البوندستاغ"),
    "france": folded("Elysee האליזה الإليزيه"),
    "japan": folded("Diet"),
    "india": folded("Lok הלוק"),
}
_NOT_COUNTRIES = frozenset(
    "hama gaza westbank jerusalem telaviv ramallah khanyounis rafah haifa settlements beirut "
    "marrakesh newyork california sunnyvale seattle redmond virginia maryland valencia "
    "quebec".split()
)
#: Countries that are listed in the lexicon of names, by the first form of their lines.
_LISTED = folded(
    "أفغانستان ليبيا موريتانيا إثيوبيا الصومال عمان المجر التشيك رومانيا بلغاريا البرتغال كرواتيا "
    "أيسلندا جورجيا أرمينيا أذربيجان بيلاروسيا تايلاند فيتنام الفلبين سريلانكا بنغلاديش نيوزيلندا "
    "تشيلي بيرو فنزويلا كوبا هايتي غانا السنغال رواندا ألبانيا أنغولا بوليفيا البوسنة بوتسوانا "
    "بوروندي كمبوديا الكاميرون تشاد كولومبيا الكونغو كوستاريكا قبرص الدومينيكان الإكوادور "
    "السلفادور إريتريا إستونيا الغابون غامبيا غواتيمالا غينيا هندوراس الهند جامايكا كازاخستان "
    "كينيا كوسوفو قرغيزستان لاوس لاتفيا ليبيريا ليتوانيا لوكسمبورغ مدغشقر مالاوي ماليزيا المالديف "
    "بوركينا ساحل الجبل جنوب مالطا مولدوفا منغوليا موزمبيق ميانمار ناميبيا نيبال نيكاراغوا "
    "النيجر نيجيريا بنما باراغواي "
    "السعودية صربيا سيراليون سنغافورة سلوفاكيا سلوفينيا السودان سويسرا سوريا تايوان طاجيكستان "
    "تنزانيا توغو تونس تركمانستان أوغندا الإمارات أوروغواي أوزبكستان زامبيا زيمبابوي الجزائر المغرب"
)
_ADJECTIVES = ("ي", "يه", "يين", "يون", "يات")
#: Words from an office to the adjective of its country: «وزير الأمن الداخلي السوري».
_OFFICE = 3
#: Sentences before the evidence that may tell of another country.
_JUST_BEFORE = 2


def of_the_country(sentence: Passage, place: int, source: Source, aligned: Alignment) -> bool:
    """Whether the word at *place* is the adjective of the country whose office stands before it."""
    word = sentence.words[place].fold
    definite = any(form.startswith("ال") for form in (word, word[1:])) or word.startswith("لل")
    ours = countries(sentence, place)
    if not ours or not definite or not word.endswith(_ADJECTIVES):
        return False
    office = _office(sentence, place, aligned)
    if office is None:
        return False
    evidence = source.passage
    for country, bodies in _ONLY_ONES.items():
        if country in ours and any(
            form in bodies
            for at in range(office, place)
            for j in aligned.of(at)
            for form in without_particles(evidence.words[j].fold)
        ):
            return True
    if _of_somebody(office, place, evidence, aligned):
        return False
    return about(source, ours)


def about(source: Source, country: frozenset[str]) -> bool:
    """Whether the article is about *country* alone, and nothing just before tells of another."""
    told = [source.passage, *source.before[:_JUST_BEFORE]]
    if not all(_of_one(text, country) for text in told):
        return False
    if _at_home(source) and "israel" not in country:
        return False
    title = passage(source.article.title, source.article.language)
    text = passage(source.article.text, source.article.language)
    if _named(title):
        return _of_one(title, country)
    if _named(text) and not ("israel" in country and _at_home(source)):
        return _of_one(text, country)
    return source.article.language == "he" and "israel" in country


def _at_home(source: Source) -> bool:
    """Whether the evidence of a Hebrew article tells of Israel without its name."""
    words = [source.passage.words[at].fold for at in source.inside]
    own = _ONLY_ONES["israel"] | _SHEKELS
    return source.article.language == "he" and any(
        form in own for word in words for form in without_particles(word)
    )


def _office(sentence: Passage, place: int, aligned: Alignment) -> int | None:
    """The place of the office or body before the adjective at *place*, all of it supported."""
    for at in range(place - 1, max(-1, place - 1 - _OFFICE), -1):
        if not aligned.of(at) or sentence.gap(at + 1).strip():
            return None
        if sentence.meanings[at] & _states() or fold("كنيست") in sentence.words[at].fold:
            return at
        if at + 1 < place and not _OF_SOMETHING.isdisjoint(
            without_particles(sentence.words[at].fold)
        ):
            return at
    return None


def _of_somebody(office: int, place: int, evidence: Passage, aligned: Alignment) -> bool:
    """Whether the evidence tells more of whose the office is: the president of Ruritania."""
    used = aligned.used
    last = max(max(aligned.of(at)) for at in range(office, place))
    after = last + 1
    if after >= len(evidence.words) or after in used or evidence.gap(after).strip():
        return False
    if any(frame.at == after for frame in evidence.frames):
        return False  # "the authority said"
    word = evidence.words[after]
    if evidence.language == "en":
        return word.fold == "of" or word.text[:1].isupper()
    return after not in evidence.dated and word.fold not in FREE


@lru_cache(maxsize=1)
def _states() -> frozenset[int]:
    return headed(_STATES)


def countries(text: Passage, place: int) -> frozenset[str]:
    """The country that the word at *place* names, under all names that the tables have for it."""
    word = text.words[place].fold
    names = {key.partition(":")[0] for key in text.keys[place]}
    if text.language == "he" and not _known_so(word):
        meant = frozenset[int]()
    else:
        meant = text.meanings[place] & _listed() if listed(word) else frozenset()
    found = _places(names) | {str(m) for m in meant}
    return found or (_of_its_adjective(word) if text.language == "ar" else found)


def _places(names: set[str]) -> frozenset[str]:
    kinds = table().kinds
    return frozenset(n for n in names if kinds[n] == "places" and n not in _NOT_COUNTRIES)


def _known_so(word: str) -> bool:
    """Whether a Hebrew *word* is listed as it stands, particles aside: הפרות is not of Peru."""
    return any(as_it_stands(form) for form in without_particles(word))


@lru_cache(maxsize=1 << 12)
def _of_its_adjective(word: str) -> frozenset[str]:
    """The country of an Arabic adjective that no table has: «اليمنية» is of اليمن."""
    bare = {form.removeprefix("ال") for form in without_particles(word)}
    stems = {b.removesuffix(end) for b in bare for end in _ADJECTIVES if b.endswith(end)}
    names = (
        key
        for stem in stems
        for noun in (stem, "ال" + stem)
        for _, _, keys in names_in([noun])
        for key in keys
    )
    return _places(set(names)) if stems else frozenset()


@lru_cache(maxsize=1)
def _listed() -> frozenset[int]:
    return frozenset(m for m in headed(_LISTED, phrases=True) if of_names(frozenset({m})))


def _named(text: Passage) -> list[frozenset[str]]:
    found = (countries(text, place) for place in range(len(text.words)))
    return [one for one in found if one]


def _of_one(text: Passage, country: frozenset[str]) -> bool:
    """Whether *text* names no other country than *country*."""
    return all(one & country for one in _named(text))
