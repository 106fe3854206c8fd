"""A digest reads as docs/editorial.md shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from digests import actions
from digests.compose import finish_label, plain
from digests.language.direction import strip_controls
from digests.model import Amendment, Digits, Independence, Length, Method, Preferences, Sentence

if TYPE_CHECKING:
    from tests.digests.compose.conftest import Newsroom


def _lines(newsroom: Newsroom, *args: object, **kwargs: object) -> list[str]:
    (message,) = newsroom.told(*args, **kwargs)  # type: ignore[arg-type]
    return strip_controls(plain(message)).split("\n")


def test_one_story_of_one_source_in_the_sources_own_words(newsroom: Newsroom) -> None:
    article = newsroom.article("mithal")
    item = newsroom.item(
        article,
        sentences=(
            newsroom.extract(article, "أوقفت الشركة خدمة «سحاب» عن الوزارة."),
            newsroom.extract(article, "وقالت الوزارة إنها تدرس الرد."),
        ),
    )
    url = article.url
    assert _lines(newsroom, newsroom.digest(item, heading="digest-topic")) == [
        "🗞 موجز: الحوسبة السحابية",
        "الجمعة 26 سبتمبر 2025",
        "خبر واحد من مصدر واحد",
        "",
        "شركة سحابية توقف خدمة عن وزارة",
        f"من نص وكالة المثال ({url}):",
        '«أوقفت الشركة خدمة "سحاب" عن الوزارة.»',
        "▏«وقالت الوزارة إنها تدرس الرد.»",
        "ورد في مصدر واحد حتى الآن.",
    ]


def test_what_its_outlet_corrected_since_stands_under_the_story(newsroom: Newsroom) -> None:
    mithal, wire = newsroom.article("mithal"), newsroom.article("wire")
    said = "والصواب أن سبعة قُتلوا."
    amended = tuple(
        Amendment(one.id, said, "ar", "https://example.org/correction", one.published)
        for one in (mithal, wire)
    )
    item = replace(
        newsroom.item(mithal, wire, sentences=(newsroom.extract(mithal, "قُتل تسعة أشخاص."),)),
        amended=amended,
    )
    lines = _lines(newsroom, newsroom.digest(item))
    named = newsroom.sources[mithal.source].name
    told = [line for line in lines if line.startswith("تصحيح من")]
    assert told == [f"تصحيح من {named} (https://example.org/correction) (26 سبتمبر): «{said}»"]


def test_the_first_sentence_is_visible_and_the_others_open_on_a_tap(newsroom: Newsroom) -> None:
    article = newsroom.article("mithal")
    texts = [f"جملة عن {name}." for name in ("الأول", "الثاني", "الثالث", "الرابع", "الخامس")]
    item = newsroom.item(
        article, sentences=tuple(newsroom.extract(article, text) for text in texts)
    )
    (message,) = newsroom.told(newsroom.digest(item))
    before, _, folded = message.html.partition("<blockquote expandable>")
    assert "الأول" in before
    assert all(name in folded for name in ("الثاني", "الثالث", "الرابع"))
    assert "الخامس" not in message.html


def test_a_translation_and_a_party_are_labelled_beside_their_link(newsroom: Newsroom) -> None:
    firm, wire, mithal = (newsroom.article(name) for name in ("firm", "wire", "mithal"))
    item = newsroom.item(
        firm,
        wire,
        mithal,
        sentences=(
            Sentence("قال رئيس الشركة إنها أوقفت الخدمة.", firm.id, "x", Method.TRANSLATED),
            Sentence("وقالت الوزارة إنها تدرس الرد.", wire.id, "x", Method.MODEL),
            Sentence("ويسري القرار من الشهر المقبل.", mithal.id, "x", Method.MODEL),
        ),
        independence=Independence(("wire",), {}, ("firm",)),
    )
    (message,) = newsroom.told(newsroom.digest(item))
    assert ">شركة سحاب</a>، طرف في الخبر، ترجمة آلية)" in message.html
    assert "وقالت الوزارة إنها تدرس الرد. (" in message.html
    assert ">سلك المثال</a>، ترجمة آلية)" in message.html
    assert ">وكالة المثال</a>)</blockquote>" in message.html
    assert "خبر واحد من مصدر واحد" in message.html


def test_an_original_of_another_language_is_isolated_and_named(newsroom: Newsroom) -> None:
    wire, dugma = newsroom.article("wire"), newsroom.article("dugma")
    item = newsroom.item(
        wire,
        dugma,
        sentences=(
            newsroom.extract(wire, "The firm “paused” a service."),
            newsroom.extract(dugma, "החברה עצרה שירות."),
        ),
    )
    (message,) = newsroom.told(newsroom.digest(item))
    assert '(بالإنجليزية):\n\u200f«\u2066The firm "paused" a service.\u2069»' in message.html
    assert "(بالعبرية):\n\u200f«\u2067החברה עצרה שירות.\u2069»" in message.html


def test_outlets_that_no_sentence_named_follow_with_their_language(newsroom: Newsroom) -> None:
    told = newsroom.article("mithal")
    others = [newsroom.article(source) for source in ("nahar", "latin", "dugma", "sum")]
    item = newsroom.item(told, *others, sentences=(newsroom.extract(told, "جملة."),))
    lines = _lines(newsroom, newsroom.digest(item))
    nahar, latin, dugma, total = (a.url for a in others)
    assert lines[-1] == (
        f"المصادر: نهار المثال ({nahar}) · Wired Example ({latin}) (بالإنجليزية)"
        f" · سوكنوت هدوغما ({dugma}) (بالعبرية) · جامع الأخبار ({total}) (مجمّع أخبار)"
    )


def test_copies_are_counted_apart_from_voices(newsroom: Newsroom) -> None:
    articles = [newsroom.article(s) for s in ("mithal", "nahar", "wire", "latin", "dugma")]
    voices = Independence(
        ("mithal", "wire"), {"nahar": "رويترز", "latin": "رويترز", "dugma": "AFP"}
    )
    item = newsroom.item(*articles, independence=voices)
    lines = _lines(newsroom, newsroom.digest(item))
    assert lines[2] == "خبر واحد من مصدرين"
    assert lines[-1] == "مصدران، واثنان نقلا عن رويترز، وواحد نقل عن AFP."


def test_independent_sources_of_all_stories_are_counted_once(newsroom: Newsroom) -> None:
    items = [newsroom.item(newsroom.article("mithal"), newsroom.article("nahar")) for _ in range(3)]
    assert _lines(newsroom, newsroom.digest(*items))[2] == "3 أخبار من مصدرين"


def test_news_of_a_party_alone_says_so_and_counts_no_source(newsroom: Newsroom) -> None:
    item = newsroom.item(newsroom.article("firm"), independence=Independence((), {}, ("firm",)))
    lines = _lines(newsroom, newsroom.digest(item))
    assert lines[2] == "خبر واحد"
    assert lines[-1] == "لم يرد حتى الآن إلا عن طرف في الخبر."
    assert "طرف في الخبر" in lines[-2]


def test_topics_head_their_stories_and_an_update_is_marked(newsroom: Newsroom) -> None:
    first = newsroom.item(newsroom.article("mithal"), topic="cloud")
    second = newsroom.item(newsroom.article("nahar"), topic="unions", updated=True)
    lines = _lines(newsroom, newsroom.digest(first, second))
    assert lines.index("الحوسبة السحابية") < lines.index("نقابات التقنية")
    assert "مستجدات: شركة سحابية توقف خدمة عن وزارة" in lines


def test_a_relative_day_brings_the_articles_date_only_when_it_is_known(newsroom: Newsroom) -> None:
    for dated, expected in ((True, " (26 سبتمبر):"), (False, ":")):
        article = newsroom.article("mithal", dated=dated)
        sentence = newsroom.extract(article, "أعلنت الشركة ذلك الأربعاء.")
        lines = _lines(newsroom, newsroom.digest(newsroom.item(article, sentences=(sentence,))))
        assert f"من نص وكالة المثال ({article.url}){expected}" in lines


def test_a_relative_day_comes_with_the_date_of_its_article(newsroom: Newsroom) -> None:
    for text in ("أوقفت الشركة الخدمة الخميس.", "أوقفت الشركة الخدمة أمس.", "تنعقد الجلسة السبت."):
        article = newsroom.article("mithal")
        item = newsroom.item(article, sentences=(newsroom.extract(article, text),))
        assert any("(26 سبتمبر)" in line for line in _lines(newsroom, newsroom.digest(item))), text


def test_a_relative_day_in_a_translation_brings_the_articles_date(newsroom: Newsroom) -> None:
    article = newsroom.article("wire")
    sentence = Sentence("أعلنت الشركة ذلك أمس.", article.id, "x", Method.TRANSLATED)
    (message,) = newsroom.told(newsroom.digest(newsroom.item(article, sentences=(sentence,))))
    assert ">سلك المثال</a>، ترجمة آلية، 26 سبتمبر)" in message.html


def test_failing_sources_and_the_sample_notice_stand_at_the_end(newsroom: Newsroom) -> None:
    notice = "نموذج للتجربة، وليس خبرًا جديدًا"
    item = newsroom.item(newsroom.article("mithal"))
    lines = _lines(newsroom, newsroom.digest(item, failing=21, announced=notice))
    assert lines[-2:] == [
        "تعذّرت قراءة 21 مصدرًا منذ الصباح؛ قد ينقص هذا الموجز أخبار.",
        notice,
    ]


def test_the_buttons_carry_the_digest_and_what_is_left(newsroom: Newsroom) -> None:
    item = newsroom.item(newsroom.article("mithal"))
    (message,) = newsroom.told(newsroom.digest(item, left=4), digest_id=12)
    assert [[button.text for button in row] for row in message.buttons] == [
        ["كيف غطّته المصادر", "و4 أخبار أخرى"],
        ["كتم", "الإبلاغ عن خطأ", "الإعدادات"],
    ]
    assert [button.action for row in message.buttons for button in row] == [
        actions.Coverage(12),
        actions.More(12),
        actions.Mute(12),
        actions.Report(12),
        actions.Settings(),
    ]


def test_nothing_is_composed_when_there_is_nothing(newsroom: Newsroom) -> None:
    assert newsroom.told(newsroom.digest(left=3, failing=2)) == ()


def test_a_digest_is_silent_unless_asked_or_breaking(newsroom: Newsroom) -> None:
    item = newsroom.item(newsroom.article("mithal"))
    (quiet,) = newsroom.told(newsroom.digest(item))
    (asked,) = newsroom.told(newsroom.digest(item), Preferences(sound=True))
    (breaking,) = newsroom.told(newsroom.digest(item, heading="digest-breaking"))
    assert (quiet.silent, asked.silent, breaking.silent) == (True, False, False)


def test_brief_digests_stop_after_the_first_sentence(newsroom: Newsroom) -> None:
    article = newsroom.article("mithal")
    sentences = tuple(newsroom.extract(article, f"جملة {n}.") for n in ("أولى", "ثانية"))
    item = newsroom.item(article, sentences=sentences)
    (message,) = newsroom.told(newsroom.digest(item), Preferences(length=Length.BRIEF))
    assert "أولى" in message.html
    assert "ثانية" not in message.html


def test_arabic_digits_leave_links_quotations_and_latin_names_alone(newsroom: Newsroom) -> None:
    article = newsroom.article("mithal", url="https://mithal.example.org/2025/9")
    item = newsroom.item(
        article,
        headline=Sentence("عقد بقيمة 50 مليونًا مع Office 365", article.id, "x"),
        sentences=(newsroom.extract(article, "وقّعت الشركة عقدًا بقيمة 50 مليونًا."),),
    )
    chat = Preferences(digits=Digits.ARABIC)
    (message,) = newsroom.told(newsroom.digest(item, left=4), chat)
    assert "الجمعة ٢٦ سبتمبر ٢٠٢٥" in message.html
    assert "<b>عقد بقيمة ٥٠ مليونًا مع \u2066Office 365\u2069</b>" in message.html
    assert "«وقّعت الشركة عقدًا بقيمة 50 مليونًا.»" in message.html
    assert 'href="https://mithal.example.org/2025/9"' in message.html
    assert message.buttons[0][1].text == "و٤ أخبار أخرى"


def test_the_button_that_offers_latin_digits_shows_them() -> None:
    chat = Preferences(digits=Digits.ARABIC)
    assert finish_label("✅ 123", chat) == "✅ 123"
    assert finish_label("5 أخبار", chat) == "٥ أخبار"


def test_screen_readers_get_no_emoji_isolates_or_folded_text(newsroom: Newsroom) -> None:
    article, other = newsroom.article("mithal"), newsroom.article("latin")
    sentences = tuple(newsroom.extract(article, f"جملة {n}.") for n in ("أولى", "ثانية"))
    item = newsroom.item(article, other, newsroom.article("nahar"), sentences=sentences)
    chat = Preferences(screen_reader=True, hijri=True)
    (message,) = newsroom.told(newsroom.digest(item), chat)
    assert message.html.startswith("<b>موجز المساء</b>\nالجمعة 26 سبتمبر 2025، 4 ربيع")
    assert "ثانية" in message.html
    assert not any(c in message.html for c in "🗞·\u2066\u2067\u2068\u2069")
    assert "blockquote" not in message.html


def test_an_english_page_keeps_arabic_sentences_arabic(newsroom: Newsroom) -> None:
    article, wire = newsroom.article("mithal"), newsroom.article("wire")
    item = newsroom.item(
        article,
        wire,
        sentences=(
            newsroom.extract(article, "أوقفت الشركة الخدمة."),
            Sentence("وقالت الوزارة إنها تدرس الرد.", wire.id, "x", Method.TRANSLATED),
        ),
    )
    (message,) = newsroom.told(newsroom.digest(item), Preferences(language="en"))
    lines = message.html.split("\n")
    assert lines[0] == "\u200e🗞 <b>Evening digest</b>"
    assert lines[1:3] == ["Friday 26 September 2025", "One story from 2 sources"]
    assert "<b>Cloud &amp; Co</b>" in lines
    assert "\u200f«أوقفت الشركة الخدمة.»" in lines
    assert "From the text of \u2067<a" in message.html
    assert "الرد. \u2066(<a" in message.html
    assert ">Example Wire</a>, machine translation)\u2069" in message.html


def test_a_sentence_whose_article_is_unknown_is_not_told(newsroom: Newsroom) -> None:
    article = newsroom.article("mithal")
    stray = Sentence("جملة بلا مصدر.", 999, "x")
    (message,) = newsroom.told(newsroom.digest(newsroom.item(article, sentences=(stray,))))
    assert "بلا مصدر" not in message.html
    assert article.url.replace("&", "&amp;") in message.html


@pytest.mark.parametrize(
    ("sentences", "shown"),
    [
        # one who speaks, of the same news
        (
            (
                "أوقفت شركة سحابية خدمة عن وزارة الدفاع.",
                "قال النقيب سامي حداد إن شركة سحابية أوقفت خدمة عن وزارة الدفاع.",
            ),
            1,
        ),
        # one who speaks of something else
        (
            (
                "أوقفت شركة سحابية خدمة عن وزارة الدفاع.",
                "قال النقيب سامي حداد إن الأسعار سترتفع في يناير.",
            ),
            0,
        ),
    ],
)
def test_breaking_news_is_the_news_with_its_speaker_if_one_tells_it(
    newsroom: Newsroom, sentences: tuple[str, ...], shown: int
) -> None:
    article = newsroom.article("mithal", text="\n".join(sentences))
    item = newsroom.item(
        article, sentences=tuple(newsroom.extract(article, text) for text in sentences)
    )
    (message,) = newsroom.told(newsroom.digest(item, heading="digest-breaking"))
    assert sentences[shown].rstrip(".") in message.html
    assert sentences[1 - shown].rstrip(".") not in message.html
