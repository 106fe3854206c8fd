"""Loaded words: how much a sentence takes sides in the outlet's own voice.

The rule: words that one side uses and the other rejects, verbs that judge what a speaker says
(docs/editorial.md), and words by which an outlet praises, blames or speaks of itself as "we", each
counted once; inside a quotation they are the speaker's and count a quarter. The measure only orders
sentences that tell the same: nothing is removed for it.

What it may get wrong: a name that contains such a word («لا لأزور للفصل العنصري») counts a
quarter when quoted,
else fully. The escape hatch is the list.
"""

from __future__ import annotations

from functools import lru_cache

from digests.language.quotation import QUOTED, unquoted
from digests.language.stems import words

_JUDGING = """
زعم زعمت زعموا يزعم تزعم مزاعم ادعى ادعت ادعاء ادعاءات يدعي تدعي اعترف اعترفت اعتراف أقر أقرت فضح
فضحت فضيحة كشف كشفت المزعوم المزعومة
تواطؤ تورط متورط متورطة متواطئ متواطئة تتواطأ انحياز انحيازا تبييض تلميع صادم صادمة مروع مروعة
غضب عارم خطير بشع وحشي همجي فاضح
قذر قذرة مسعور مسعورة مفضوح مفضوحة مشبوه مشبوهة خبيث خبيثة حاقد حاقدة سافر سافرة غاشم غاشمة آثم آثمة
جائر جائرة نكراء شنيع شنيعة مشين مشينة مخز مخزية مهزلة مسرحية صفعة يرضخ رضخ ترضخ رضخت رضوخ انحنى
انحنت تخرس أخرس أخرست مؤامرة مؤامرات متآمر متآمرون متآمرين خونة خيانة أذناب عملاء مرتزقة طاغية
أعداء أسطوري أسطورية بطولي بطولية ملحمة لبؤة مدو مدوية تاريخي تاريخية كارثي كارثية بأعجوبة للأسف
نعتقد نرى رأينا برأينا شعبنا أرضنا أهلنا بلادنا منتخبنا أبطالنا بطلتنا بطلنا قواتنا جنودنا
أمتنا وطننا
claimed alleged allegedly admitted exposed shocking brutal brutally outrageous complicit
complicity infamous notorious slammed blasted
טען טענה טענו הודה הודתה חשף חשפה מזעזע אכזרי שערורייתי ביזיון
"""
_PARTISAN = """
العدوان عدوان الاحتلال احتلال المحتل المحتلة العدو الكيان الصهيوني الصهيونية صهيوني مجزرة مجازر
مذبحة
إبادة الإبادة شهيد شهداء الشهداء استشهد
استشهدت استشهاد إرهابي إرهابيين إرهابيون إرهاب الإرهاب مخرب مخربين مخربون محرقة النكبة تطهير
الأبرتهايد نازي النازية جرائم
terrorist terrorists terror genocide apartheid massacre massacres martyr martyrs zionist regime
occupation
מחבל מחבלים מחבלת טרור טרוריסט השמדה נאצי נאצים
"""
_WEIGHTS = {word: 1.0 for part in (_JUDGING, _PARTISAN) for word in words(part)}
QUOTED_SHARE = 0.25


def loadedness(text: str) -> float:
    """Loaded words of *text*, those within quotations at a quarter; 0.0 for a plain sentence."""
    if not _count(text):
        return 0.0
    quoted = " ".join(QUOTED.findall(text))
    plain = unquoted(text)
    return _count(plain) + QUOTED_SHARE * _count(quoted)


def _count(text: str) -> float:
    return sum(map(_weight, set(words(text))))


@lru_cache(maxsize=1 << 14)
def _weight(word: str) -> float:
    if word in _WEIGHTS:
        return _WEIGHTS[word]
    for cut in (1, 2):
        if (
            len(word) - cut >= 4
            and word[:cut] in ("و", "ف", "ب", "ل", "ك", "ال", "لل")
            and word[cut:] in _WEIGHTS
        ):
            return _WEIGHTS[word[cut:]]
    return 0.0
