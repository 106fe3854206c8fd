"""The trial as a newcomer meets it: `run.py demo`, a browser, and clicks or keys alone."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Locator, Page, expect

from tests.e2e.house import ROOT

#: A Tuesday, half an hour before the evening digest in Riyadh: the same pictures each time.
CLOCK = "2026-06-02T16:30:00Z@1"
#: With this variable the walk leaves a picture of each step in that folder.
PICTURES = "TOUR_PICTURES"
LONG = 60_000.0  # ms
HEADLINE = "مايكروسوفت: لم نجد دليلًا على استخدام تقنياتنا لإيذاء أشخاص في غزة"
MARK = "نموذج للتجربة، وليس خبرًا جديدًا"


@dataclass
class Trial:
    """A running demo, and a page that shows it."""

    page: Page
    errors: list[str] = field(default_factory=list)

    @property
    def private(self) -> Locator:
        return self.page.locator("#private")

    @property
    def channel(self) -> Locator:
        return self.page.locator("#channel")

    def last(self, text: str) -> Locator:
        """The last message of the private chat that holds *text*."""
        return self.private.locator(".message.theirs", has_text=text).last

    async def key(self, name: str | re.Pattern[str], within: Locator | None = None) -> None:
        """Tap the last button with that text under a message."""
        await (within or self.private).locator(".key", has_text=name).last.click()

    async def type(self, text: str) -> None:
        box = self.page.get_by_role("textbox", name="اكتب رسالة")
        await box.fill(text)
        await box.press("Enter")

    async def fact(self, name: str, value: str | re.Pattern[str]) -> None:
        await expect(self.page.locator(f"#fact-{name}")).to_have_text(value, timeout=LONG)

    async def told(self, text: str) -> None:
        await expect(self.page.get_by_role("status")).to_contain_text(text)

    async def picture(self, name: str, *, toast: bool = False) -> None:
        folder = os.environ.get(PICTURES)
        if folder:
            if not toast:
                await expect(self.page.locator(".toast")).to_have_count(0, timeout=LONG)
            await self.page.wait_for_timeout(700)
            await self.page.screenshot(path=Path(folder) / f"{name}.png")

    async def accessible(self) -> None:
        found = (await Axe().run(self.page)).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


@pytest.fixture
async def trial(browser: Browser) -> AsyncIterator[Trial]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("MUJAZ_")}
    kept |= {"MUJAZ_WEB": "127.0.0.1:0", "MUJAZ_CLOCK": CLOCK, "PYTHONUNBUFFERED": "1"}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "run.py",
        "demo",
        cwd=ROOT,
        env=kept,
        stdout=asyncio.subprocess.PIPE,
        stdin=asyncio.subprocess.DEVNULL,
    )
    assert process.stdout is not None
    line = (await asyncio.wait_for(process.stdout.readline(), 60)).decode()
    url = line.split()[-1]
    assert url.startswith("http://127.0.0.1:"), line
    context = await browser.new_context(
        viewport={"width": 1020, "height": 690}, reduced_motion="reduce"
    )
    page = await context.new_page()
    trial = Trial(page)
    page.on("pageerror", lambda error: trial.errors.append(str(error)))
    page.on(
        "console", lambda line: trial.errors.append(line.text) if line.type == "error" else None
    )
    await page.goto(url)
    yield trial
    await context.close()
    process.send_signal(signal.SIGINT)
    assert await asyncio.wait_for(process.wait(), 20) == 0
    assert trial.errors == []


async def test_from_start_to_scheduled_and_instant_digests_by_clicking(trial: Trial) -> None:
    page = trial.page
    await expect(trial.private).to_contain_text("ماذا يستطيع هذا البوت؟")
    await trial.fact("sources", "9 من 9")
    await trial.picture("01-before-start")
    await page.get_by_role("button", name="ابدأ", exact=True).click()
    await expect(trial.private).to_contain_text("أهلًا بك في موجز.")
    await trial.picture("02-start")
    await trial.key("مايكروسوفت وإسرائيل")
    await expect(trial.private).to_contain_text("تتابع الآن: مايكروسوفت وإسرائيل")
    digest = trial.last("موجز: مايكروسوفت وإسرائيل")
    await expect(digest).to_contain_text(MARK)
    await expect(digest.get_by_role("img", name="وصلت بلا صوت")).to_be_visible()
    await trial.picture("03-first-digest")
    await digest.get_by_role("button", name="اعرض الاقتباس كله").first.click()
    await trial.picture("04-quote-opened")
    await trial.accessible()
    await see_coverage(trial)
    await change_settings(trial)
    await see_the_timeline(trial)
    await follow_another(trial)
    await connect_a_channel(trial)
    await publish_the_draft(trial)
    await the_evening_digest_comes(trial)
    await an_instant_one_comes(trial)
    await nothing_passes_for_news(trial)


async def see_coverage(trial: Trial) -> None:
    await trial.key("كيف غطّته المصادر")
    await trial.key("لم نجد دليلًا")
    await expect(trial.last("عربية")).to_contain_text("Microsoft says review found no evidence")
    await trial.picture("05-coverage")


async def change_settings(trial: Trial) -> None:
    await trial.page.get_by_role("button", name="قائمة الأوامر").click()
    await expect(trial.page.get_by_role("option", name="/settings")).to_be_visible()
    await trial.picture("06-commands")
    await trial.page.get_by_role("option", name="/settings").click()
    await trial.key("الأخبار: 5")
    await trial.key("3")
    await trial.told("حُفظ.")
    await expect(trial.last("الإعدادات").locator(".key", has_text="الأخبار: 3")).to_be_visible()
    await trial.picture("07-settings", toast=True)


async def see_the_timeline(trial: Trial) -> None:
    await trial.type("/topics")
    await trial.key("خط زمني")
    timeline = trial.last("خط زمني: مايكروسوفت وإسرائيل")
    await expect(timeline).to_contain_text("وقفة احتجاجية")
    await trial.picture("15-timeline")


async def follow_another(trial: Trial) -> None:
    await trial.type("/topics")
    await trial.key("التالي")
    await trial.key("قطاع التقنية في إسرائيل")
    await expect(trial.last("تتابع موضوعين.")).to_be_visible()


async def the_evening_digest_comes(trial: Trial) -> None:
    await trial.fact("articles", re.compile(r"^4\d$"))
    await trial.page.get_by_role("button", name="قدّم إلى الموجز القادم").click()
    evening = trial.private.locator(".message.theirs", has_text="موجز المساء", has_not_text="مسودة")
    await expect(evening).to_contain_text("مايكروسوفت توقف بعض خدماتها", timeout=LONG)
    await expect(evening).not_to_contain_text("مستجدات: مايكروسوفت توقف")
    await expect(evening).to_contain_text("غوغل تشتري شركة «ويز»")
    await expect(evening.get_by_role("img", name="وصلت بلا صوت")).to_be_visible()
    await evening.evaluate("message => message.scrollIntoView()")
    await trial.picture("10-evening-digest")
    test_post = trial.channel.locator(".message", has_text="هذا منشور تجريبي من موجز")
    await expect(test_post).to_have_count(0, timeout=LONG)
    post = trial.channel.locator(".message", has_text=HEADLINE)
    await post.evaluate("message => message.scrollIntoView()")
    await trial.picture("12-channel-post")


async def connect_a_channel(trial: Trial) -> None:
    page, dialog = trial.page, trial.page.get_by_role("dialog")
    await trial.type("/channel")
    await page.locator(".reply-keys").get_by_role("button", name="اختر القناة").click()
    await dialog.get_by_role("button", name="أنشئ قناة").click()
    await page.get_by_label("اسم القناة").fill("أخبار التقنية")
    await trial.picture("08-new-channel")
    await dialog.get_by_role("button", name="أنشئ", exact=True).click()
    await expect(trial.channel).to_contain_text("هذا منشور تجريبي من موجز")
    await expect(trial.private).to_contain_text("وُصلت القناة «أخبار التقنية»")
    topics = trial.last("مواضيع القناة")
    await expect(topics).to_be_visible()
    await trial.picture("09-channel-connected")
    await trial.key("مايكروسوفت وإسرائيل", within=topics)
    await expect(topics.locator(".key", has_text="✅")).to_have_count(1)


async def publish_the_draft(trial: Trial) -> None:
    draft = trial.private.locator(".message", has_text="مسودة لقناة «أخبار التقنية»:")
    await expect(draft).to_be_visible(timeout=LONG)
    await expect(trial.channel).not_to_contain_text(HEADLINE)
    await draft.evaluate("message => message.scrollIntoView(false)")
    await trial.picture("11-draft")
    await trial.key(re.compile("^نشر$"), within=draft)
    await expect(trial.channel).to_contain_text(HEADLINE)
    await expect(trial.last("نُشر في «أخبار التقنية»").locator(".key")).to_have_count(0)
    await trial.accessible()


async def an_instant_one_comes(trial: Trial) -> None:
    await trial.type("/topics")
    await trial.key("الاتصالات والإنترنت في غزة", within=trial.last("تتابع موضوعين."))
    await expect(trial.last("تتابع 3 مواضيع.")).to_be_visible()
    await trial.type("/settings")
    await trial.key("الوصول: موجز يومي")
    await trial.key("فوري")
    await trial.fact("next", "فور ورود الخبر")
    await trial.page.get_by_role("button", name="سرعة الساعة: 60 ضعف").click()
    came = trial.last("موجز: الاتصالات والإنترنت في غزة")
    await expect(came).to_contain_text("عودة الخدمات تدريجيًا", timeout=2 * LONG)
    await came.evaluate("message => message.scrollIntoView()")
    await trial.picture("13-instant")


async def nothing_passes_for_news(trial: Trial) -> None:
    """Whatever links to an article says that it is a sample."""
    telling = trial.page.locator(".message", has=trial.page.locator('.text a[href*="127.0.0.1"]'))
    texts = await telling.all_inner_texts()
    assert len(texts) >= 6
    assert [text for text in texts if MARK not in text] == []


async def test_the_keyboard_alone_leads_to_the_first_digest_and_the_settings(trial: Trial) -> None:
    page = trial.page
    await trial.fact("sources", "9 من 9")
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="إلى كتابة الرسالة")).to_be_focused()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    await expect(trial.private).to_contain_text("أهلًا بك في موجز.")
    await expect(page.get_by_role("textbox", name="اكتب رسالة")).to_be_focused()
    await back_to(page, "مايكروسوفت وإسرائيل")
    await page.keyboard.press("Enter")
    digest = trial.last("موجز: مايكروسوفت وإسرائيل")
    await expect(digest).to_be_visible(timeout=LONG)
    await expect(trial.private.locator(".key", has_text="مدينتي غير ذلك")).to_be_focused()
    await page.keyboard.press("Tab")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert await page.evaluate(outline) == "solid"
    await page.get_by_role("textbox", name="اكتب رسالة").focus()
    await page.keyboard.type("/se")
    await expect(page.get_by_role("option")).to_have_count(2)
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(trial.last("اضغط على سطر لتغيّره.")).to_be_visible()
    await back_to(page, "الأخبار: 5")
    await page.keyboard.press("Enter")
    await expect(trial.last("كم خبرًا في الموجز؟")).to_be_visible()
    await trial.type("/channel")
    choose = page.locator(".reply-keys").get_by_role("button", name="اختر القناة")
    await choose.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(choose).to_be_focused()
    dialog = page.get_by_role("dialog")
    await page.keyboard.press("Enter")
    await expect(dialog.get_by_role("button", name="أنشئ قناة")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(dialog.get_by_label("اسم القناة")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(trial.private).to_contain_text("وُصلت القناة")
    await expect(page.get_by_role("textbox", name="اكتب رسالة")).to_be_focused()


async def test_who_skips_at_once_finds_what_would_have_come_and_is_told_of_an_empty_evening(
    trial: Trial,
) -> None:
    page = trial.page
    await trial.fact("sources", "9 من 9")
    await page.get_by_role("button", name="ابدأ", exact=True).click()
    await trial.key("مايكروسوفت وإسرائيل")
    await expect(trial.last("موجز: مايكروسوفت وإسرائيل")).to_be_visible(timeout=LONG)
    skip = page.get_by_role("button", name="قدّم إلى الموجز القادم")
    await skip.click()
    evening = trial.last("موجز المساء")
    await expect(evening).to_contain_text("مايكروسوفت توقف بعض خدماتها", timeout=LONG)
    await expect(evening).to_contain_text("المثال التقني")
    await expect(skip).to_be_enabled(timeout=LONG)
    await skip.click()
    await expect(page.locator(".toast")).to_contain_text("ولا جديد في مواضيعك", timeout=LONG)


async def back_to(page: Page, name: str) -> None:
    """Shift and Tab until the button with that text has the focus."""
    focused = "document.activeElement.matches('.key') ? document.activeElement.textContent : ''"
    for _ in range(40):
        await page.keyboard.press("Shift+Tab")
        if name in str(await page.evaluate(focused)):
            return
    raise AssertionError(f"no way back to {name}")


async def test_a_phone_shows_one_chat_at_a_time(trial: Trial) -> None:
    page = trial.page
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    await trial.fact("sources", "9 من 9")
    await page.get_by_role("button", name="ابدأ", exact=True).click()
    await trial.key("مايكروسوفت وإسرائيل")
    await expect(trial.last(MARK)).to_be_visible()
    await trial.accessible()
    await trial.picture("14-phone-dark")
    await expect(trial.channel).to_be_hidden()
    tabs = page.get_by_role("navigation", name="المحادثات")
    await tabs.get_by_role("button", name="القناة").click()
    await expect(trial.private).to_be_hidden()
    await expect(trial.channel).to_contain_text("أنشئ قناة")
    await trial.accessible()
    await tabs.get_by_role("button", name="موجز").click()
    await expect(trial.last(MARK)).to_be_visible()


async def test_a_seventh_page_loads_and_one_looked_at_again_tells_what_it_missed(
    trial: Trial,
) -> None:
    first = trial.page
    await first.get_by_role("button", name="ابدأ", exact=True).click()
    await expect(trial.private).to_contain_text("أهلًا بك في موجز.")
    await looked_at(first, "hidden")
    for _ in range(5):  # a browser has six connections for all its pages of one address
        page = await first.context.new_page()
        await page.goto(first.url)
        await expect(page.locator("#private")).to_contain_text("أهلًا بك في موجز.")
        await looked_at(page, "hidden")
    seventh = await first.context.new_page()
    await seventh.goto(first.url)
    await expect(seventh.locator("#private")).to_contain_text("أهلًا بك في موجز.")
    await seventh.get_by_role("textbox", name="اكتب رسالة").fill("/help")
    await seventh.keyboard.press("Enter")
    asked = seventh.locator("#private .message.mine", has_text="/help")
    await expect(asked).to_have_count(1)
    await looked_at(first, "visible")
    await expect(trial.private.locator(".message.mine", has_text="/help")).to_have_count(1)
    await trial.type("/status")
    await expect(trial.private.locator(".message.mine", has_text="/status")).to_have_count(1)


async def looked_at(page: Page, state: str) -> None:
    """What a browser tells a page whose tab comes to the front or leaves it."""
    await page.evaluate(
        """state => {
          const get = () => state === "hidden";
          Object.defineProperty(document, "hidden", { get, configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }""",
        state,
    )


async def test_a_taken_port_is_replaced_and_said() -> None:
    server = await asyncio.start_server(lambda reader, writer: writer.close(), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    kept = {k: v for k, v in os.environ.items() if not k.startswith("MUJAZ_")}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "run.py",
        cwd=ROOT,
        env=kept | {"MUJAZ_WEB": f"127.0.0.1:{port}", "PYTHONUNBUFFERED": "1"},
        stdout=asyncio.subprocess.PIPE,
        stdin=asyncio.subprocess.DEVNULL,
    )
    assert process.stdout is not None
    said = (await asyncio.wait_for(process.stdout.readline(), 60)).decode()
    url = (await asyncio.wait_for(process.stdout.readline(), 60)).decode().split()[-1]
    assert f"Port {port} is taken" in said
    assert url.startswith("http://127.0.0.1:")
    assert str(port) not in url
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), 20) == 0
    server.close()
