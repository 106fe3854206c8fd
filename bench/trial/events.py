"""What is reported in a trial: events of different topics, each known by a word of its own.

The word stands in the title, so that whoever reads a chat back can tell what it was told without
asking Mujaz. The events share so little that none is taken for another.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any


@dataclass(frozen=True, slots=True)
class Event:
    """``word`` occurs in the title and nowhere else in the trial."""

    word: str
    topic: str
    title: str
    body: str


EVENTS = (
    Event(
        "الزهراوية",
        "wheat",
        "مزارعو الزهراوية يحصدون القمح قبل موعده بأسبوعين",
        "بدأ مزارعو الزهراوية صباح اليوم حصاد القمح قبل موعده المعتاد بأسبوعين بعد شتاء دافئ. "
        "وقال رئيس التعاونية إن الغلة بلغت 3 أطنان للهكتار الواحد في الحقول الشرقية. "
        "وتوقعت مديرية الزراعة أن تنتهي الحصادات من عملها مطلع الشهر المقبل.",
    ),
    Event(
        "بردانة",
        "wheat",
        "مطحنة بردانة توقف تصدير القمح إلى الخارج",
        "أعلنت مطحنة بردانة وقف تصدير القمح حتى نهاية الموسم بسبب تعطل آلة الغربلة. "
        "ولم تحدد الإدارة كلفة الإصلاح، لكنها قالت إن قطع الغيار في طريقها من الميناء. "
        "ويعمل في المطحنة 140 عاملًا يتناوبون على ثلاث ورديات.",
    ),
    Event(
        "الفيروزية",
        "wheat",
        "جامعة الفيروزية تختبر صنفًا من القمح يقاوم الملوحة",
        "اختبر باحثون في جامعة الفيروزية صنفًا جديدًا من القمح يحتمل المياه المالحة. "
        "وزرع الفريق ألفي شتلة في أحواض مكشوفة قرب البحيرة. "
        "ونشرت المجلة العلمية نتائج التجربة كاملة مع بياناتها.",
    ),
    Event(
        "سلمان",
        "bridges",
        "بلدية سلمان تفتح الجسر المعلق أمام المشاة",
        "فتحت بلدية سلمان الجسر المعلق أمام المشاة بعد ترميم استمر 11 شهرًا. "
        "ويصل الجسر ضفتي النهر عند السوق القديمة، ويبلغ طوله 220 مترًا. "
        "وستظل السيارات ممنوعة من عبوره حتى تكتمل الفحوص.",
    ),
    Event(
        "القاسمية",
        "bridges",
        "انهيار جزئي في جسر القاسمية بعد عاصفة ليلية",
        "انهار جزء من جسر القاسمية فجر اليوم بعد عاصفة رافقتها سيول. "
        "ولم يصب أحد، وأغلقت الشرطة الطريق الساحلي من الجهتين. "
        "وأوفدت الوزارة لجنة هندسية لتقدير الضرر خلال 48 ساعة.",
    ),
    Event(
        "لؤلؤة",
        "museums",
        "متحف لؤلؤة يستعيد تمثالًا برونزيًا سرق قبل عشرين عامًا",
        "استعاد متحف لؤلؤة تمثالًا برونزيًا صغيرًا سرق من قاعته الرئيسة قبل عشرين عامًا. "
        "وعثر على القطعة في مزاد بمدينة بعيدة، وتعرف إليها أمين المجموعة من كسر في قاعدتها. "
        "وسيعرض التمثال للجمهور بعد أسبوع من التنظيف.",
    ),
    Event(
        "المرجانية",
        "museums",
        "طلاب المرجانية يرسمون جدارية في متحف المدينة",
        "رسم 60 طالبًا من مدارس المرجانية جدارية كبيرة في متحف المدينة. "
        "واستغرق العمل أربعة أيام بإشراف رسامة متقاعدة تبرعت بالألوان. "
        "وقالت إدارة المتحف إن الدخول مجاني طوال عطلة نصف السنة.",
    ),
)

#: The phrase by which each topic matches.
PHRASES = {"wheat": "القمح", "bridges": "جسر", "museums": "متحف"}


def topics() -> list[dict[str, Any]]:
    """The entries of the trial's topics.yaml."""
    return [
        {
            "slug": slug,
            "name": {"ar": phrase, "en": slug.capitalize()},
            "about": {"ar": f"ما يكتب عن {phrase}", "en": f"What is written about {slug}"},
            "all": [[phrase]],
        }
        for slug, phrase in PHRASES.items()
    ]


def rss(events: tuple[Event, ...], published: str) -> bytes:
    """A feed of *events*, dated *published* (RFC 5322), and of an old entry: it is never empty."""
    rows = "".join(
        f"<item><title>{escape(e.title)}</title><link>https://example.org/{n}</link>"
        f"<guid isPermaLink='false'>{e.topic}-{n}</guid><pubDate>{published}</pubDate>"
        f"<description>{escape(e.body)}</description></item>"
        for n, e in enumerate(EVENTS)
        if e in events
    )
    old = (
        "<item><title>نشرة أولى</title><link>https://example.org/first</link>"
        "<guid isPermaLink='false'>first</guid><pubDate>Thu, 01 Jan 2026 08:00:00 GMT</pubDate>"
        "<description>أول ما نشر هنا.</description></item>"
    )
    head = "<rss version='2.0'><channel><title>صحيفة التجربة</title>"
    return f"{head}{rows}{old}</channel></rss>".encode()
