"""Currencies by their names in Arabic, English and Hebrew.

The rule: a currency is told by any form of its name or by its sign, an attached particle aside.

What it may get wrong: currencies of one name (the Egyptian and the British pound) are one. The
escape hatch is the table.
"""

from __future__ import annotations

from digests.language.kin import without_particles
from digests.language.normal import fold

_CURRENCY_TEXT = """
dollar دولار دولارا دولارات dollar dollars usd דולר דולרימ
euro يورو euro euros eur אירו יורו
pound جنيه جنيها جنيهات إسترليني إسترلينيا إسترلينية pound pounds sterling gbp לירה לירות
pound ליש"ט שטרלינג
shekel شيكل شيقل شواكل شيكلا shekel shekels nis שקל שקלימ ש"ח
yen ين yen ינ
rouble روبل rouble roubles ruble rubles רובל
lira ليرة ليرات lira liras
rupee روبية rupee rupees רופי
franc فرنك francs franc פרנק
dirham درهم دراهم درهما dirham dirhams דירהמ
dinar دينار دنانير دينارا dinar dinars דינר
riyal ريال ريالا ريالات riyal riyals rial rials reais ריאל
yuan يوان yuan renminbi יואנ
krona كرونة كرون كرونا krona krone kroner kronor crown crowns קרונה כתר כתרימ
peso بيزو peso pesos פסו
rand راند rand
shilling شلن شلنا شلنات shilling shillings שילינג
taka تاكا taka טאקה
naira نايرا naira נאירה نيرة
ringgit رينغيت رنغيت ringgit רינגיט رينجيت
zloty زلوتي zloty zlotys זלוטי
forint فورنت forint forints פורינט فورينت
hryvnia هريفنيا hryvnia hryvnias הריבניה هريفنا
tenge تنغي tenge טנגה
togrog توغروغ توغريك togrog tugrik
kwacha كواشا kwacha קוואצ'ה
kyat كيات kyat kyats קיאט
bolivar بوليفار bolivar bolivars
guarani غواراني guarani guaranies
sol سول soles
baht باهت baht באט
won وون
"""
_CURRENCY = {
    fold(form): row.split()[0]
    for row in _CURRENCY_TEXT.strip().splitlines()
    for form in row.split()[1:]
}
SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "₪": "shekel", "¥": "yen"}


def currency(word: str) -> str | None:
    """The currency that the folded *word* names."""
    if word in _CURRENCY:
        return _CURRENCY[word]
    return next((_CURRENCY[f] for f in without_particles(word) if f in _CURRENCY and f[2:]), None)
