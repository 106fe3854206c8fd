"""Which edits of a source change what was told, and which do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.corrections.change import What, changed

LEAD = "أعلنت وزارة الصحة مقتل 15 مدنيًا في قصف استهدف سوق المدينة صباح الاثنين."
SECOND = "وقال المتحدث باسم الوزارة إن «الحصيلة مرشحة للارتفاع خلال الساعات القادمة»."
THIRD = "ونفى الجيش أن يكون قد استهدف السوق، وقال إنه لم يقصف المنطقة."
FOURTH = "وطالبت منظمات حقوقية بفتح تحقيق مستقل في الحادثة."
TEXT = " ".join((LEAD, SECOND, THIRD, FOURTH))


def edit(old: str, new: str, text: str = TEXT) -> str:
    assert old in text
    return text.replace(old, new)


@pytest.mark.parametrize(
    ("evidence", "new", "what"),
    [
        (LEAD, edit("15", "5"), What.NUMBER),
        (LEAD, edit("15 مدنيًا", "خمسين مدنيًا"), What.NUMBER),
        (LEAD, edit("15", "خمسة"), What.NUMBER),
        (LEAD, edit("صباح الاثنين", "صباح الثلاثاء"), What.NUMBER),
        (LEAD, edit("وزارة الصحة", "بلدية المدينة"), What.WORDS),
        (LEAD, edit("سوق المدينة", "مدرسة المدينة"), What.WORDS),
        (LEAD, edit("مدنيًا ", ""), What.WORDS),
        (SECOND, edit("مرشحة للارتفاع خلال", "نهائية ولن ترتفع في"), What.QUOTATION),
        (SECOND, edit("القادمة", "المقبلة"), What.QUOTATION),
        (THIRD, edit("لم يقصف المنطقة", "قصف المنطقة"), What.NEGATION),
        (LEAD, edit("أعلنت وزارة الصحة مقتل", "أعلنت وزارة الصحة احتمال مقتل"), What.WORDS),
        (FOURTH, TEXT.replace(FOURTH, "").strip(), None),
        (THIRD, TEXT.replace(THIRD + " ", ""), What.DROPPED),
    ],
)
def test_meaning_number_name_or_quotation(evidence: str, new: str, what: What | None) -> None:
    found = changed(evidence, TEXT, new, "ar")
    assert (found.what if found else None) is what
    if found is not None and found.after:
        assert found.after in new
        assert found.before == evidence


@pytest.mark.parametrize(
    "new",
    [
        TEXT,
        edit("مدنيًا", "مدنيا"),
        edit("15", "١٥"),
        edit("15 مدنيًا", "خمسة عشر مدنيًا"),
        edit("أعلنت", "اعلنت"),
        edit(".", "،"),
        edit("وزارة", "وزراة"),
        edit("المدينة", "المدينه"),
        edit("استهدف سوق", "إستهدف  سوق"),
        edit(LEAD, "عاجل: " + LEAD),
        TEXT + " وتوجهت فرق الإسعاف إلى المكان.",
        edit("صباح الاثنين.", "صباح الاثنين، وأصاب عشرات آخرين."),
        edit("أعلنت وزارة الصحة", "قالت وزارة الصحة"),
        LEAD + " " + SECOND[:40] + "…",
        LEAD,
    ],
)
def test_spelling_punctuation_and_what_is_added(new: str) -> None:
    for evidence in (LEAD, *((SECOND,) if SECOND in new else ())):
        assert changed(evidence, TEXT, new, "ar") is None


ENGLISH = (
    "The ministry said 15 civilians were killed in a strike on a market on Monday. "
    'A spokesman said the toll "may rise in the coming hours". '
    "The army denied hitting the market and said it did not bomb the area. "
    "Brad Smith, the company president, said on Thursday that the contract was reportedly signed."
)
HEBREW = (
    "משרד הבריאות הודיע כי 15 אזרחים נהרגו בתקיפה על שוק. הצבא לא תקף את האזור, אמר הדובר. "
    "ארגונים דרשו חקירה."
)


@pytest.mark.parametrize(
    ("text", "language", "old", "new", "what"),
    [
        (ENGLISH, "en", "15 civilians", "50 civilians", What.NUMBER),
        (ENGLISH, "en", "15 civilians", "fifteen civilians", None),
        (ENGLISH, "en", "coming hours", "coming days", What.QUOTATION),
        (ENGLISH, "en", "did not bomb", "did bomb", What.NEGATION),
        (ENGLISH, "en", "Brad Smith", "Satya Nadella", What.WORDS),
        (ENGLISH, "en", "was reportedly signed", "was signed", What.WORDS),
        (ENGLISH, "en", "civilians were", "civillians were", None),
        (ENGLISH, "en", "on a market", "on a market in the city", None),
        (HEBREW, "he", "15 אזרחים", "5 אזרחים", What.NUMBER),
        (HEBREW, "he", "לא תקף", "תקף", What.NEGATION),
        (HEBREW, "he", "הצבא", "הצבא,", None),
        (HEBREW, "he", "חקירה", "התנצלות", What.WORDS),
    ],
)
def test_other_languages(text: str, language: str, old: str, new: str, what: What | None) -> None:
    from digests.language.sentences import split

    evidence = next(sentence for sentence in split(text, language) if old in sentence)
    found = changed(evidence, text, text.replace(old, new), language)
    assert (found.what if found else None) is what


def test_names_that_change_places_are_a_change() -> None:
    told = "اتهمت الوزارة النقابة بإفشال المفاوضات حول الأجور في الميناء."
    now = "اتهمت النقابة الوزارة بإفشال المفاوضات حول الأجور في الميناء."
    found = changed(told, told, now, "ar")
    assert found is not None


def test_a_rewritten_lead_is_no_correction() -> None:
    rewritten = (
        "ارتفع عدد ضحايا الغارة على سوق المدينة وسط دعوات دولية إلى وقف القتال. "
        "وكانت وزارة الصحة أعلنت في وقت سابق مقتل 15 مدنيًا. " + SECOND
    )
    assert changed(LEAD, TEXT, rewritten, "ar") is None


@pytest.mark.parametrize(
    ("new", "what"),
    [
        ("مقتل 5 مدنيين في قصف سوق المدينة", What.NUMBER),
        ("وزارة الصحة تعلن حصيلة القصف وتحذر من ارتفاعها", None),
        ("مقتل 15 مدنيا في قصف سوق المدينة", None),
        ("مقتل 15 مدنيًا في قصف مدرسة المدينة", What.WORDS),
        ("", None),
    ],
)
def test_a_headline_is_held_against_the_new_headline(new: str, what: What | None) -> None:
    title = "مقتل 15 مدنيًا في قصف سوق المدينة"
    found = changed(title, title, new, "ar", title=True)
    assert (found.what if found else None) is what


@given(st.text(max_size=80), st.text(max_size=200), st.sampled_from(["ar", "en", "he", "xx"]))
def test_any_text_is_read(evidence: str, text: str, language: str) -> None:
    found = changed(evidence, evidence + text, text, language)
    assert found is None or found.before == evidence


@given(st.text(max_size=80), st.text(max_size=80))
def test_what_stands_still_is_never_changed(before: str, after: str) -> None:
    text = f"{before}\n{LEAD}\n{after}"
    assert changed(LEAD, TEXT, text, "ar") is None


@pytest.mark.parametrize(
    ("told", "now", "what"),
    [
        ("ولم تعرف أسباب الحريق بعد.", "وعرفت أسباب الحريق.", What.NEGATION),
        ("قد ترتفع الأسعار في الشتاء المقبل.", "ترتفع الأسعار في الشتاء المقبل.", What.WORDS),
        ("وقال إن الشركة قد أوقفت العقد أمس.", "وقال إن الشركة أوقفت العقد أمس.", None),
        ("توقف الشركة خدماتها عن الوزارة.", "أعلنت الشركة وقف خدماتها عن الوزارة.", None),
        ("وطالبت النقابة بزيادة الأجور فورًا.", "وتطالب النقابة بزيادة الأجور فورًا.", None),
        ("ارتفعت الأسعار في المدينة.", "انخفضت الأسعار في المدينة.", What.WORDS),
        ("بلغت الكلفة 4 ملايين دولار.", "بلغت الكلفة 4,000,000 دولار.", None),
        ("بلغت الكلفة 4 ملايين دولار.", "بلغت الكلفة 4 آلاف دولار.", What.NUMBER),
    ],
)
def test_a_verb_inflects_a_doubt_and_a_no_do_not(told: str, now: str, what: What | None) -> None:
    found = changed(told, f"{told} {FOURTH}", f"{now} {FOURTH}", "ar")
    assert (found.what if found else None) is what


CUT = "أعلنت وزارة الصحة مقتل 15 مدنيًا في قصف استهدف سوق المدينة"
LONG = f"{CUT} صباح الاثنين، وقالت إنها لم تتلق بلاغًا من 3 أحياء، وربما ترتفع الحصيلة."


@pytest.mark.parametrize(
    ("new", "what"),
    [
        (edit("الاثنين", "الثلاثاء", LONG), None),
        (edit("لم تتلق", "تلقت", LONG), None),
        (edit("سوق المدينة", "سوق المدينة القديم", LONG), None),
        (edit("أعلنت وزارة", "أعلنت اليوم وزارة", LONG), None),
        (edit("أعلنت وزارة", "أعلنت اليوم وزارة", edit("لم تتلق", "تلقت", LONG)), None),
        (edit("15", "16", LONG), What.NUMBER),
        (edit("15", "16", edit("3 أحياء", "15 حيا", LONG)), What.NUMBER),
        (edit("15 مدنيًا", "مدنيين", LONG), What.NUMBER),
        (edit("سوق المدينة", "مدرسة المدينة", LONG), What.WORDS),
        (edit("مقتل", "احتمال مقتل", LONG), What.WORDS),
    ],
)
@pytest.mark.parametrize("title", [False, True])
def test_what_stands_behind_the_cut_was_not_told(new: str, what: What | None, title: bool) -> None:
    change = changed(CUT, LONG, new, "ar", title=title)
    assert (change.what if change else None) == what
    assert change is None or change.before == CUT
