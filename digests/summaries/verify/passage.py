"""A text read once for all checks: its words with their meanings, figures, speakers and noes.

The rule: what each module of `digests.language` finds in a text is kept side by side, by the places
of the words. A word is *content* when it says something that another text must support: particles,
pronouns and auxiliaries are not, nor are words inside a number or a date, which have checks of
their own.

What it may get wrong: what those modules do. The escape hatch is `FREE`, the words that need no
support.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from digests.language.calendar import Moment, moments
from digests.language.days_beside import days_beside
from digests.language.frame import abbreviated
from digests.language.kin import without_particles
from digests.language.letters import letters
from digests.language.lexicon import listed
from digests.language.lists import folded
from digests.language.negation import Negation, averse, negations
from digests.language.nights_between import nights_between
from digests.language.normal import fold
from digests.language.number_parts import part_of
from digests.language.phrases import read
from digests.language.quantities import Kind, Quantity, quantities
from digests.language.quotation import QUOTED, paired
from digests.language.reporting import Frame, frames
from digests.language.seeming_negations import changes
from digests.language.shares import with_shares
from digests.language.strength import Reach, hedges
from digests.language.words import Token, tokens
from digests.model import Lang
from digests.stories.names import meanings as names_in
from digests.stories.names import table
from digests.summaries.verify.hebrew_articles import of_a_country

_NAMED = frozenset({"companies", "campaigns", "institutions", "people", "places"})
#: Names in the table of digests/stories under what they stand for; here each is its own: persons,
#: with and without their first name, and what stands alone for another («مدريد», not «ريال مدريد»).
_OF_PERSONS = folded(
    "ألتمان Altman אלטמן ناديلا Nadella נאדלה Pichai Bezos زوكربيرغ زوكربرغ Zuckerberg צוקרברג "
    "Huang هوانغ Ellison Karp Cook كوك קוק Jensen Elon إيلون אילון"
)
_ALONE = folded(
    "Alphabet ألفابت אלפבית واشنطن Washington וושינגטון لندن London לונדון باريس Paris פריז برلين "
    "Berlin ברלין روما Rome רומא مدريد Madrid دبلن Dublin דבלין أوسلو Oslo אוסלו أمستردام "
    "Amsterdam אמסטרדם لاهاي Hague האג جنيف Geneva فيينا Vienna موسكو Moscow בייג'ינג بكين Beijing "
    "طوكيو Tokyo سيول Seoul بروكسل Brussels בריסל Predator Redmond AWS Houthi Houthis الحوثي "
    "الحوثيون الحوثيين החות'ים المفوضية Commission נציבות הנציבות Europe أوروبا אירופה"
)

FREE = folded("""
        من في على إلى عن مع ب ل ك و ف ثم أو أم بل بيد لكن ولكن إن أن لأن كأن إنه إنها إنهم إنهما أنه
        أنها أنهم أنهما
        بأن بأنه بأنها بأنهم بأنهما لأنه لأنها لأنهم لكنه لكنها لكنهم كما مما فيما بينما حيث حين
        حيثما إذ منذ خلال
        حتى لدى لديه لديها لديهم نحو حول عند عندما أثناء عبر ضمن بشأن إزاء تجاه حيال هو هي هم هن
        هما أنا
        نحن أنت هذا هذه ذلك تلك هؤلاء أولئك هناك هنا الذي التي الذين اللذين اللذان اللتان اللتين
        اللواتي ما من
        مَن أي أيضا كذلك قد لقد سوف كان كانت كانوا كانا يكون تكون يكونون سيكون ستكون يكن تكن يكونا
        كنت كنا ليكون لتكون كون كونه كونها
        تم يتم ستتم سيتم تمت قام قامت قاموا يقوم تقوم جرى جرت يجري تجري بات باتت أصبح أصبحت صار صارت
        له لها لهم لهما به بها بهم بهما فيه فيها فيهم منه منها منهم منهما عليه عليها عليهم إليه
        إليها إليهم عنه عنها
        عنهم معه معها معهم بينه بينها بينهم وهو وهي وهم وهما فهو فهي لا لم لن ليس ليست ليسوا غير
        دون بدون
        عدم لما إلا سوى أما إما فإن فقد وقد فيما إذا لو كلا كلتا كلاهما كليهما ذات ذو ذوي إياه إياها
        إياهم إياهن إياهما لأحد بأحد كأحد
        نفسه نفسها نفسهم أنفسهم ذاته ذاتها وذلك وكذلك وكان وكانت وكانوا يعد تعد يعتبر التابع التابعة
        قائلا قائلة قائلين موضحا موضحة مضيفا مضيفة مشيرا مشيرة إنما بعضها بعضهم وفق وفقا بحسب حسب
        بما بعدما قبلما بموجب أمام لأجل آخرين آخرون بأي لأي أيا بوجود لعدم بعدم وعدم كم
        بذلك لذلك لذا هكذا سواء مهما كيف متى أين ماذا لماذا هل إذن ربما نحو حوالي قرابة زهاء
        فيم مم علام إلام تقريبا بنحو لنحو
        بحوالي مقدار بمقدار بقيمة قيمته قيمتها تبلغ يبلغ بلغت بلغ قدره قدرها عدد عددهم عددها بعدد
        شخص شخصا
        أشخاص شخصين شخصان شخصًا جانب إلى معنية اعتبارا ألا
        بألا آنذاك حينها
        وقتها حينذاك حينئذ تجر يجر يصبح تصبح ستصبح يصبحون بصورة بشكل بحلول أحد أحدا
        عنهما إليهما لديهما جاء جاءت نحو وجاء وجاءت البالغ البالغة البالغين البالغون يوجد
        توجد هناك لتبلغ ليبلغ لتصبح ليصبح ليصل لتصل ستبلغ سيبلغ
        إننا إنني إني إنك إنكم أننا أنني أني أنك أنكم بأننا بأنني بأنك بأنكم لأننا لأنني لأني لأنك
        لأنكم لكننا لكنني لكنك لكنكم كأننا كأنني أنتم نكون أكون سنكون سأكون كنتم لنكون لسنا لستم لست
        بهذه بهذا لهذه لهذا لكي حسبما بحقه بحقها بحقهم بشأنه بشأنها بشأنهم
        لنا لكم بنا بكم علينا عليك عليكم إلينا إليك إليكم منا منك منكم عنا عني عنك عنكم معنا معي معك
        معكم فينا فيكم لدينا لدي لديك لديكم عندنا عندي عندكم بيننا بينكم أمامنا أمامكم أنفسنا أنفسكم
        لكان لكانت لكانوا لكنا آند أند نكن أكن أية بأية أحدها أحدهم أحدهما إحداها إحداهما
        """)
#: Prepositions with all pronouns that may be written onto them.
FREE |= frozenset(
    fold(start + end)
    for start in "في من علي إلي عن مع بين ل ب لدي عند أمام حول نحو تجاه خلال".split()
    for end in "ه ها هم هن هما".split()
)
#: Words of `FREE` that come to a number, which is within so many words; what telling governs.
_TELLS_OF, _SHADDA = folded("عن أن عنه عنها"), "\u0651"
_COMES_TO, _CLOSE = folded("بلغ بلغت يبلغ تبلغ سيبلغ ستبلغ ليبلغ لتبلغ"), 10
#: What stands before a name that looks like a dual: «حركة طالبان».
_MOVEMENT = folded("حركة لحركة بحركة وحركة")
#: Letters of a name that a hyphen ties to a number.
_NAME = 3
#: «هنأ», to congratulate, and the name «فاي», which without their letters are «هنا» and «فأي».
_VOWELS = dict.fromkeys(map(ord, "\u064e\u0651"))
_LIKE_SMALL_WORDS = ("هنأ", "وهنأ", "فهنأ", "فاي", "وفاي")
#: Words that open a date and say nothing by themselves.
_HEADS_OF_DATES = folded("يوم شهر عام سنة عامي سنتي شهري الموافق بتاريخ العام لعام")


@dataclass(frozen=True)
class Passage:
    """*text* and what is found in it; places are indexes of ``words``."""

    text: str
    language: str
    words: tuple[Token, ...] = field(repr=False)
    #: Places of names that look like a number or a no (`disguised`).
    disguised: frozenset[int] = frozenset()
    #: Places of «الاثنين» that are the two, and no Monday.
    the_two: frozenset[int] = frozenset()

    @cached_property
    def meanings(self) -> list[frozenset[int]]:
        found = read([word.fold for word in self.words])
        if self.language != Lang.HE:
            return found
        return [meant - of_a_country(w.fold) for meant, w in zip(found, self.words, strict=True)]

    @cached_property
    def keys(self) -> list[frozenset[str]]:
        """The listed names that each word is part of."""
        found = [frozenset[str]() for _ in self.words]
        kinds = table().kinds
        for start, end, keys in names_in([word.fold for word in self.words]):
            named = frozenset(
                f"{key}:{self._metonym(start, end)}" for key in keys if kinds[key] in _NAMED
            )
            if named:
                for place in range(start, end):
                    if not (self.language == Lang.HE and of_a_country(self.words[place].fold)):
                        found[place] = named
        return found

    def _metonym(self, start: int, end: int) -> str:
        alone = end == start + 1
        for word in self.words[start:end]:
            forms = without_particles(word.fold)
            if any(form in _OF_PERSONS or (alone and form in _ALONE) for form in forms):
                return "of"
        return "it"

    @cached_property
    def quantities(self) -> list[Quantity]:
        found = with_shares(self.words, quantities(self.words))
        return [
            q
            for q in found
            if not (q.end == q.first + 1 and self._ends_a_name(q.first))
            if not (q.end == q.first + 1 and self._tied_to_a_name(q.first))
            if not (q.kind is Kind.DUAL and q.first and self.words[q.first - 1].fold in _MOVEMENT)
            if q.first not in self.disguised and not self._of_a_model(q.first)
            if all(q.first != night.first for night in self._nights)
        ]

    def _ends_a_name(self, place: int) -> bool:
        """Whether the digits at *place* end a name that is spelt letter by letter: «جي إف كي 8»."""
        spelt = [word.fold for word in self.words[max(0, place - 2) : place]]
        if not self.words[place].fold.isdigit() or len(spelt) < 2 or not FREE.isdisjoint(spelt):
            return False
        return all(map(letters, spelt))

    def _of_a_model(self, place: int) -> bool:
        """Whether the digits at *place* are of a model behind its maker: «بوينغ 737-800»."""
        if not self.words[place].fold.isdigit():
            return False
        last = min(place + 1, len(self.words) - 1)
        for first, second in ((place - 1, place), (place, last)):
            digits = first > 0 and self.words[first].fold.isdigit()
            tied = digits and self.words[second].fold.isdigit() and self.gap(second) == "-"
            if tied and first < second and self.is_a_company(first - 1):
                return True
        return False

    def is_a_company(self, place: int) -> bool:
        """Whether the word at *place* is of the name of a company."""
        kinds = table().kinds
        return any(kinds[key.partition(":")[0]] == "companies" for key in self.keys[place])

    def _tied_to_a_name(self, place: int) -> bool:
        """Whether a hyphen ties the digits at *place* to a name: «كوفيد-19», COVID-19."""
        if not place or self.gap(place) != "-" or not self.words[place].fold.isdigit():
            return False
        name = self.words[place - 1]
        if name.text.isascii():
            return name.text[:1].isupper() and name.text.isalpha()
        if len(name.fold) < _NAME or name.fold in FREE or part_of(name.fold) is not None:
            return False
        return self.language == "ar" or not listed(name.fold)  # a Hebrew particle is tied so, too

    @cached_property
    def _nights(self) -> list[Moment]:
        return nights_between(self.words) if self.language == Lang.HE else []

    @cached_property
    def moments(self) -> list[Moment]:
        taken = self.the_two.union(night.first for night in self._nights)
        found = [m for m in moments(self.words, self.text) if m.first not in taken]
        found = sorted([*found, *self._nights], key=_by_place)
        return days_beside(self.words, self.text, found, self.language)

    @cached_property
    def dated(self) -> frozenset[int]:
        """Places of the words that tell a date."""
        found = {place for m in self.moments for place in range(m.first, m.end)}
        heads = {m.first - 1 for m in self.moments if m.first} | {
            m.first - 2 for m in self.moments if m.first > 1
        }
        return frozenset(found | {p for p in heads if self._heads_a_date(p)})

    def _heads_a_date(self, place: int) -> bool:
        return not _HEADS_OF_DATES.isdisjoint(without_particles(self.words[place].fold))

    @cached_property
    def numbers(self) -> list[Quantity]:
        """The numbers that are no part of a date."""
        return [q for q in self.quantities if not set(range(q.first, q.end)) <= self.dated]

    @cached_property
    def counted(self) -> frozenset[int]:
        """Places of the words that tell a number, the duals of nouns excepted."""
        return frozenset(
            place
            for q in self.quantities
            if q.kind is not Kind.DUAL
            for place in range(q.first, q.end)
        )

    @cached_property
    def frames(self) -> list[Frame]:
        return frames(self.words, self.text, self.language)

    @cached_property
    def negations(self) -> list[Negation]:
        """The negations; none reaches into another sentence."""
        return [
            Negation(n.at, next((p for p in range(n.at + 1, n.end) if self.ends(p)), n.end))
            for n in negations(self.words, self.language)
            if n.at not in self.disguised
        ]

    def ends(self, place: int) -> bool:
        """Whether a sentence ends right before the word at *place*."""
        if self.abbreviated(place):
            return False
        return any(mark in self.gap(place) for mark in ".!?؟;؛")

    def abbreviated(self, place: int) -> bool:
        """Whether the point before the word at *place* ends no sentence."""
        if not 0 < place < len(self.words):
            return False
        earlier = self.words[place - 2] if place > 1 else None
        gap, words = self.gap(place), self.words
        return abbreviated(words[place - 1], gap, words[place], earlier)

    @cached_property
    def averse(self) -> frozenset[int]:
        return frozenset(averse(self.words, self.language))

    @cached_property
    def hedges(self) -> list[Reach]:
        return hedges(self.words, self.language)

    @cached_property
    def marked(self) -> frozenset[int]:
        """Places of the words between quotation marks."""
        ranges = [match.span() for match in QUOTED.finditer(self.text)]
        return frozenset(
            place
            for place, word in enumerate(self.words)
            if any(start < word.start and word.end < end for start, end in ranges)
        )

    @cached_property
    def content(self) -> list[int]:
        """Places of the words that need support, for an Arabic text."""
        return [place for place in range(len(self.words)) if self._needs_support(place)]

    @cached_property
    def telling(self) -> frozenset[int]:
        return frozenset(self.content)

    def _needs_support(self, place: int) -> bool:
        word = self.words[place].fold
        if place in self.disguised:
            return True
        if place in self.dated or place in self.counted:
            return False
        if self.words[place].text.translate(_VOWELS) in _LIKE_SMALL_WORDS:
            return True
        if word in FREE or (word[0] in "وف" and word[1:] in FREE):
            bare = word[1:] if word[0] == "و" else word
            if bare in _COMES_TO and not self.numbered(place) and self._told(place):
                return True  # «تُبلَّغ به», "is told"
            return changes(self.words, place)  # «غيّر», and not «غير»
        if word == "ال" and place + 1 in self.counted:
            return False  # «الـ43»
        if word == "اجل" and place and self.words[place - 1].fold == "من":
            return False  # «من أجل», and not the verb
        return len(word) > 1 or word.isdigit()

    def _told(self, place: int) -> bool:
        """Whether something is told by a verb at *place*: of it, by it or that it is so."""
        following = self.words[place + 1].fold if place + 1 < len(self.words) else ""
        doubled = _SHADDA in self.words[place].text  # «لم تبلّغ زامبيا»
        return doubled or following[:1] == "ب" or following in _TELLS_OF

    def numbered(self, place: int) -> bool:
        """Whether a number stands close behind the word at *place*."""
        return any(0 < q.first - place <= _CLOSE for q in self.quantities)

    def gap(self, place: int) -> str:
        """The characters before the word at *place*, back to the word before it."""
        start = self.words[place - 1].end if place else 0
        return self.text[start : self.words[place].start]


def _by_place(moment: Moment) -> int:
    return moment.first


@lru_cache(maxsize=512)
def passage(text: str, language: str) -> Passage:
    """*text* read as *language*, straight quotation marks in Arabic as « and »."""
    text = paired(text) if language == Lang.AR else text
    return Passage(text, language, tuple(tokens(text)))
