"""Who says what, what is denied and how surely, and one name in two scripts."""

from __future__ import annotations

import pytest

from digests.language.negation import negations
from digests.language.normal import fold
from digests.language.reporting import frames
from digests.language.speech_verbs import Act, act_of
from digests.language.strength import Hedge, hedges
from digests.language.transliteration import same_name
from digests.language.words import tokens


def speakers(text: str, language: str) -> list[str]:
    words = tokens(text)
    return [" ".join(words[p].text for p in f.speaker) for f in frames(words, text, language)]


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("قالت ليلى حمدان إن القرار صدر.", "ar", "ليلى حمدان"),
        ("الوزير قال إن القرار صدر.", "ar", "الوزير"),
        ("صدر القرار، بحسب الوزارة.", "ar", "الوزارة"),
        ("Prices will rise, the minister said.", "en", "the minister"),
        ('"Prices will rise," said Ann Lee, a banker.', "en", "Ann Lee"),
        ("A spokesman, Ivan Petrov, said the search was legal.", "en", "A spokesman Ivan Petrov"),
        ("The plan was reported by the Post.", "en", "the Post"),
        ("לדברי רוט, ההכנסות גדלו.", "he", "רוט"),
        ("שר האוצר אמר כי המס יעלה.", "he", "שר האוצר"),
        ("Officials say the plant closed.", "en", "Officials"),
        ("Residents of the town report that taps are dry.", "en", "Residents of the town"),
        ("The plant closed, union leaders insist.", "en", "union leaders"),
        ("العمال يوضحون أن المصنع أُغلق.", "ar", "العمال"),
        ("الوزيران ذكرا أن المصنع أُغلق.", "ar", "الوزيران"),
        ("تصرح الوزارة بأن المصنع أُغلق.", "ar", "الوزارة"),
        ("أعربت الوزارة عن اعتقادها أن المصنع أُغلق.", "ar", "الوزارة عن اعتقادها"),
        ("עובדות טוענות כי המפעל נסגר.", "he", "עובדות"),
        ("המשרד מעריך כי המס יעלה.", "he", "המשרד"),
        ("صدر القرار، على ما ذكرت الوزارة.", "ar", "الوزارة"),
        ("صدر القرار، على حد قول ليلى حمدان.", "ar", "ليلى حمدان"),
        ("صدر القرار، حسبما أفادت الوزارة.", "ar", "الوزارة"),
        ("صدر القرار، وفقًا لما ذكرته الوزارة.", "ar", "الوزارة"),
        ("صدر القرار، قال الوزير.", "ar", "الوزير"),
        ("نُقل عن ليلى حمدان قولها إن القرار صدر.", "ar", "ليلى حمدان"),
        ("نقلت الوكالة عن ليلى حمدان أن القرار صدر.", "ar", "ليلى حمدان"),
        ("جاء في بيان للوزارة أن القرار صدر.", "ar", "بيان للوزارة"),
        ("الوزيرة ليلى حمدان: القرار صدر أمس.", "ar", "الوزيرة ليلى حمدان"),
        ("Ministry spokeswoman: the decision was taken.", "en", "Ministry spokeswoman"),
        ("نتنياهو: لن نقبل القرار.", "ar", "نتنياهو"),
        ("وجهت إليه النيابة تهمة القتل.", "ar", "النيابة"),
        ("الأسبوع الماضي أعلن الوزير أن القرار صدر.", "ar", "الوزير"),
        ("صدر القرار، على حد قوله.", "ar", ""),
        ("More than 40 people died, police said.", "en", "police"),
        ("דוברת המשרד: ההחלטה התקבלה אתמול.", "he", "דוברת המשרד"),
        ("كانت النقابة تطالب بعلاوة.", "ar", "النقابة"),
        ("وجّهت ليلى حمدان إلى الشركة تهمة الاحتكار.", "ar", "ليلى حمدان"),
        ("ألمانيا وفرنسا دعتا الحكومة إلى احترام القرار.", "ar", "ألمانيا وفرنسا"),
        ("وفي كلمته، قال الرئيس: لن نستسلم.", "ar", "الرئيس"),
        ("993 workers voted for it, and the board said 416 ballots were left.", "en", "the board"),
        ("יום קודם לכן הודיע דובר הנמל כי הרציף ייסגר.", "he", "דובר הנמל"),
    ],
)
def test_the_speaker_is_found_before_and_after_the_verb(
    text: str, language: str, speaker: str
) -> None:
    assert speaker in speakers(text, language)


def test_a_joined_verb_goes_on_with_the_same_speaker() -> None:
    words = tokens(text := "نفى الوزير ذلك، وقال إن الخبر قديم.")
    found = frames(words, text, "ar")
    assert [f.act for f in found] == [Act.DENY, Act.SAY]
    assert not found[1].speaker


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("According to the law, prices rise.", "en"),
        ("The bank raised its forecast for 2025.", "en"),
        ("לפי הסכם שנחתם אתמול, השכר יעלה.", "he"),
        ("لا يقل العدد عن مئة.", "ar"),
        ("The jobs report showed a decline.", "en"),
        ("The plant will add 500 jobs.", "en"),
        ("يبلغ عدد العمال مئة.", "ar"),
        ("رفضت الشركة أن تبيع المصنع.", "ar"),
        ("أُرسلت الصور عبر الهاتف، مع أن الشبكة ضعيفة.", "ar"),
        ("يُتوقع أن ترتفع الأسعار.", "ar"),
        ("عاجل: ارتفعت الأسعار أمس.", "ar"),
        ("يبدأ العرض في الساعة 5:30 مساء.", "ar"),
        ("لم يوجه أحد تهمة إلى الشركة.", "ar"),
        ("وقعت الحكومة اتفاقين: الأول مع مصر والثاني مع الأردن.", "ar"),
        ("Police gave three reasons: speed, alcohol and rain.", "en"),
        ("החברה חתמה על שני הסכמים: הראשון עם מצרים.", "he"),
        ("Ukraine: Russia attacked Kyiv overnight.", "en"),
        ("Supreme Court: what we know about the ruling.", "en"),
        ("ريال مدريد: 3 - برشلونة: 1", "ar"),
        ("המשטרה ביטלה את ההפגנה: הרחובות נשארו ריקים.", "he"),
        ("اعتقل الرجل استنادا إلى أدلة جديدة.", "ar"),
        ("وجه اللاعب الكرة إلى الشباك وسط اتهامات للحكم.", "ar"),
        ("تلقى دعوة لحضور الحفل، ثم سافر إلى باريس.", "ar"),
    ],
)
def test_what_is_no_speech_has_no_speaker(text: str, language: str) -> None:
    assert speakers(text, language) == []


@pytest.mark.parametrize(
    ("verb", "act"),
    [
        ("say", Act.SAY),
        ("allege", Act.ACCUSE),
        ("deny", Act.DENY),
        ("ينفون", Act.DENY),
        ("ادعتا", Act.SAY),
        ("سيعلنان", Act.SAY),
        ("دعوا", Act.ASK),
        ("يرون", Act.THINK),
        ("הודתה", Act.SAY),
        ("מכחישות", Act.DENY),
        ("סבורים", Act.THINK),
    ],
)
def test_every_form_of_a_verb_does_what_the_verb_does(verb: str, act: Act) -> None:
    language = "en" if verb.isascii() else "he" if verb[0] < "\u0600" else "ar"
    assert act_of(fold(verb), language) is act


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("لم يعلق الوزير", "ar", 1),
        ("لا يزال الوزير في منصبه", "ar", 0),
        ("تعهد بعدم البيع", "ar", 1),
        ("no fewer than ten", "en", 0),
        ("The firm did not comment", "en", 1),
        ("החברה לא הגיבה", "he", 1),
    ],
)
def test_negations_are_told_from_idioms(text: str, language: str, count: int) -> None:
    assert len(negations(tokens(text), language)) == count


@pytest.mark.parametrize(
    ("text", "language", "hedge"),
    [
        ("قد تصل الأضرار إلى مليون", "ar", Hedge.POSSIBLE),
        ("تعتزم الشركة البيع", "ar", Hedge.INTENDED),
        ("لم يقل ما إذا كان سيبيع", "ar", Hedge.ASKED),
        ("המשרד יבחן אם החברה הפרה את התנאים", "he", Hedge.ASKED),
        ("לא נגנבו תיקים, ככל הידוע", "he", Hedge.KNOWN),
        ("some lecturers moved", "en", Hedge.PARTLY),
        ("ما لا يقل عن 40 قتيلًا", "ar", Hedge.AT_LEAST),
        ("prices could rise", "en", Hedge.POSSIBLE),
        ("more than 700 workers", "en", Hedge.AT_LEAST),
        ("הנזק עולה על 900 מיליון", "he", Hedge.AT_LEAST),
    ],
)
def test_what_makes_a_statement_weaker_is_found(text: str, language: str, hedge: Hedge) -> None:
    assert hedge in [h.hedge for h in hedges(tokens(text), language)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("قد توقفت القطارات", "ar"),
        ("over six years", "en"),
        ("the company could not say", "en"),
        ("עד סוף 2025", "he"),
    ],
)
def test_a_fact_is_not_weakened(text: str, language: str) -> None:
    assert hedges(tokens(text), language) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("لايتكاب", "Lightcap"), ("رابابورت", "רפפורט"), ("ويز", "Wiz"), ("دوبوا", "Dubois")],
)
def test_one_name_in_two_scripts(one: str, other: str) -> None:
    assert same_name(fold(one), fold(other))


def test_other_names_are_other_names() -> None:
    assert not same_name(fold("ألتمان"), fold("Brockman"))
    assert not same_name(fold("هولندا"), fold("פולין"))
