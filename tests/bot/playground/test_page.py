"""The chat page over a world without a bot: the test says what a bot would."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Locator, Page, expect

from bot.playground.objects import User
from bot.playground.server import start
from bot.playground.world import World


@dataclass
class Visit:
    """A page, the reader at it, and the bot's side of their conversation."""

    page: Page
    world: World
    url: str
    session: aiohttp.ClientSession
    errors: list[str] = field(default_factory=list)

    @property
    def reader(self) -> User:
        return next(user for user in self.world.users.values() if not user.is_bot)

    async def bot(self, method: str, **params: Any) -> Any:
        body = {"chat_id": self.reader.id, **params}
        async with self.session.post(
            f"{self.url}/bot{self.world.token}/{method}", json=body
        ) as answer:
            found = await answer.json()
            assert found["ok"], found
            return found["result"]

    async def taps(self) -> list[Any]:
        """The callback queries that the bot has not taken yet."""
        found = await self.bot("getUpdates", timeout=0)
        return [update["callback_query"] for update in found if "callback_query" in update]

    def message(self, text: str) -> Locator:
        return self.page.locator("#private .message", has_text=text)


@pytest.fixture
async def visit(browser: Browser) -> AsyncIterator[Visit]:
    server = await start(World(name="موجز"))
    context = await browser.new_context(viewport={"width": 1280, "height": 800})
    page = await context.new_page()
    async with aiohttp.ClientSession() as session:
        visit = Visit(page, server.world, server.url, session)
        page.on("pageerror", lambda error: visit.errors.append(str(error)))
        page.on(
            "console", lambda line: visit.errors.append(line.text) if line.type == "error" else None
        )
        await page.goto(server.url)
        await page.get_by_role("button", name="ابدأ", exact=True).click()
        await expect(visit.message("/start")).to_be_visible()
        yield visit
    assert visit.errors == []
    await context.close()
    await server.close()


async def violations(page: Page) -> list[str]:
    """What axe finds: rule and place."""
    found = await Axe().run(page)
    return [
        f"{violation['id']}: {node['html'][:200]} {node.get('failureSummary')}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


LONG = "\n".join(f"السطر {number} من الاقتباس، وفيه كلام يملأ السطر." for number in range(1, 9))
DIGEST = (
    f"<b>عنوان الخبر</b>\nمن نص <a href='https://example.org/a'>وكالة المثال</a>:\n"
    f"<blockquote expandable>{LONG}</blockquote>\n<i>نموذج</i> <code>x = 1</code>"
)


async def test_entities_become_elements_and_lines_stay_lines(visit: Visit) -> None:
    await visit.bot("sendMessage", text=DIGEST, parse_mode="HTML")
    text = visit.message("عنوان الخبر").locator(".text")
    await expect(text.locator("b")).to_have_text("عنوان الخبر")
    await expect(text.locator("i")).to_have_text("نموذج")
    await expect(text.locator("code")).to_have_text("x = 1")
    await expect(text.locator("a")).to_have_attribute("href", "https://example.org/a")
    await expect(text.locator("a")).to_have_attribute("rel", "noopener noreferrer")
    assert await text.evaluate("e => getComputedStyle(e).direction") == "rtl"
    words = await text.evaluate("e => e.firstChild.nextSibling.textContent")
    assert words == "\nمن نص "


async def test_an_english_message_runs_left_to_right_in_an_arabic_page(visit: Visit) -> None:
    await visit.bot("sendMessage", text="Good evening. هذا سطر.")
    text = visit.message("Good evening").locator(".text")
    assert await text.evaluate("e => getComputedStyle(e).direction") == "ltr"


async def test_each_line_runs_in_its_own_direction(visit: Visit) -> None:
    await visit.bot("sendMessage", text="A draft:\nمن نص وكالة المثال:")
    text = visit.message("A draft").locator(".text")
    sides = """text => {
      const node = text.firstChild, range = document.createRange();
      const left = (from, to) => {
        range.setStart(node, from);
        range.setEnd(node, to);
        return range.getBoundingClientRect().left;
      };
      const all = node.data.length;
      return [left(0, 1) < left(7, 8), left(9, 10) > left(all - 1, all)];
    }"""
    assert await text.evaluate(sides) == [True, True]


async def test_a_long_reply_fits_a_phone(visit: Visit) -> None:
    await visit.page.set_viewport_size({"width": 390, "height": 844})
    sent = await visit.bot("sendMessage", text="Long words of a message, one after another. " * 4)
    await visit.bot("sendMessage", text="نعم", reply_parameters={"message_id": sent["message_id"]})
    wide = "log => [...log.querySelectorAll('.bubble')].map(b => b.getBoundingClientRect())"
    boxes = await visit.page.locator("#private .log").evaluate(wide)
    assert len(boxes) == 3
    assert all(box["left"] >= 0 and box["right"] <= 390 for box in boxes)


async def test_markup_in_a_text_stays_text(visit: Visit) -> None:
    wild = "<img src=x onerror=alert(1)> & <script>document.title='no'</script>"
    await visit.bot("sendMessage", text=wild)
    await expect(visit.message("onerror").locator(".text")).to_have_text(wild)
    assert await visit.page.locator(".text img, .text script").count() == 0
    assert await visit.page.title() == "موجز: تجربة"


async def test_entities_count_utf16_units_and_may_stand_in_each_other(visit: Visit) -> None:
    await visit.bot("sendMessage", text="🗞🗞 <b>غليظ <i>ومائل</i></b> ثم عادي", parse_mode="HTML")
    text = visit.message("ثم عادي").locator(".text")
    await expect(text.locator("b")).to_have_text("غليظ ومائل")
    await expect(text.locator("b i")).to_have_text("ومائل")
    await expect(text).to_have_text("🗞🗞 غليظ ومائل ثم عادي")


async def test_a_long_expandable_quote_shows_three_lines_until_it_is_opened(visit: Visit) -> None:
    await visit.bot("sendMessage", text=DIGEST, parse_mode="HTML")
    quote = visit.message("عنوان الخبر").locator("blockquote .quoted")
    toggle = visit.message("عنوان الخبر").get_by_role("button", name="اعرض الاقتباس كله")
    line = await quote.evaluate("e => parseFloat(getComputedStyle(e).lineHeight)")
    closed = await quote.evaluate("e => e.clientHeight")
    assert closed == pytest.approx(3 * line, abs=5)
    await toggle.click()
    assert await quote.evaluate("e => e.clientHeight") == pytest.approx(8 * line, abs=6)
    shut = visit.message("عنوان الخبر").get_by_role("button", name="اطوِ الاقتباس")
    await expect(shut).to_have_attribute("aria-expanded", "true")


async def test_a_short_expandable_quote_has_no_toggle(visit: Visit) -> None:
    text = "خبر قصير\n<blockquote expandable>سطر واحد</blockquote>"
    await visit.bot("sendMessage", text=text, parse_mode="HTML")
    await expect(visit.message("خبر قصير").locator(".quoted")).to_be_visible()
    await expect(visit.message("خبر قصير").locator(".fold")).to_be_hidden()


KEYS = {"inline_keyboard": [[{"text": "نعم", "callback_data": "yes"}]]}


async def test_a_button_turns_until_the_bot_answers_and_the_answer_is_a_toast(visit: Visit) -> None:
    await visit.bot("sendMessage", text="سؤال", reply_markup=KEYS)
    key = visit.page.get_by_role("button", name="نعم")
    await key.click()
    await expect(key).to_have_attribute("aria-busy", "true")
    [query] = await visit.taps()
    await visit.bot("answerCallbackQuery", callback_query_id=query["id"], text="حُفظ.")
    await expect(key).not_to_have_attribute("aria-busy", "true")
    await expect(visit.page.get_by_role("status")).to_contain_text("حُفظ.")


async def test_an_alert_must_be_dismissed_and_focus_returns_to_the_button(visit: Visit) -> None:
    await visit.bot("sendMessage", text="سؤال", reply_markup=KEYS)
    key = visit.page.get_by_role("button", name="نعم")
    await key.focus()
    await visit.page.keyboard.press("Enter")
    query = (await until(visit.taps))[0]
    await visit.bot(
        "answerCallbackQuery",
        callback_query_id=query["id"],
        text="للمشرفين وحدهم.",
        show_alert=True,
    )
    dialog = visit.page.get_by_role("dialog")
    await expect(dialog).to_contain_text("للمشرفين وحدهم.")
    await visit.page.keyboard.press("Escape")
    await expect(dialog).to_be_hidden()
    await expect(key).to_be_focused()


async def until(look: Any) -> list[Any]:
    for _ in range(100):
        if found := await look():
            return list(found)
        await asyncio.sleep(0.05)
    raise AssertionError("it never came")


async def test_an_edit_keeps_the_focus_on_the_same_button(visit: Visit) -> None:
    sent = await visit.bot("sendMessage", text="شاشة", reply_markup=KEYS)
    await visit.page.get_by_role("button", name="نعم").focus()
    more = {
        "inline_keyboard": [[{"text": "لا", "callback_data": "no"}], KEYS["inline_keyboard"][0]]
    }
    await visit.bot(
        "editMessageText", message_id=sent["message_id"], text="شاشة أخرى", reply_markup=more
    )
    await expect(visit.message("شاشة أخرى")).to_be_visible()
    await expect(visit.page.get_by_role("button", name="نعم")).to_be_focused()


async def test_edits_and_silence_are_marked_and_deletions_seen(visit: Visit) -> None:
    quiet = await visit.bot("sendMessage", text="بلا صوت", disable_notification=True)
    await visit.bot("sendMessage", text="له رنين")
    silent = visit.message("بلا صوت").get_by_role("img", name="وصلت بلا صوت")
    await expect(silent).to_be_visible()
    await expect(visit.message("له رنين").get_by_role("img", name="وصلت بصوت")).to_be_visible()
    await visit.bot("editMessageText", message_id=quiet["message_id"], text="نص بعد التعديل")
    await expect(visit.message("نص بعد التعديل")).to_contain_text("عُدّلت")
    await visit.bot("deleteMessage", message_id=quiet["message_id"])
    await expect(visit.message("نص بعد التعديل")).to_have_count(0)


async def test_a_reply_quotes_what_it_answers_and_leads_there(visit: Visit) -> None:
    first = await visit.bot("sendMessage", text="الخبر الأول")
    for number in range(30):
        await visit.bot("sendMessage", text=f"رسالة {number}")
        visit.world.pace.enabled = False
    await visit.bot(
        "sendMessage", text="مستجدات", reply_parameters={"message_id": first["message_id"]}
    )
    quoted = visit.message("مستجدات").get_by_role("button", name="الخبر الأول")
    await quoted.click()
    await expect(visit.page.locator("article", has_text="الخبر الأول").first).to_be_in_viewport()


async def test_typing_is_shown_until_the_message_comes(visit: Visit) -> None:
    await visit.bot("sendChatAction", action="typing")
    state = visit.page.locator("#private .state")
    await expect(state).to_have_text("يكتب…")
    await visit.bot("sendMessage", text="جاهز")
    await expect(state).to_have_text("بوت")


async def test_a_slash_opens_the_commands_and_arrows_choose(visit: Visit) -> None:
    commands = [
        {"command": "latest", "description": "آخر الأخبار"},
        {"command": "topics", "description": "المواضيع"},
    ]
    await visit.bot("setMyCommands", commands=commands)
    box = visit.page.get_by_role("textbox", name="اكتب رسالة")
    await box.press_sequentially("/")
    await expect(visit.page.get_by_role("option")).to_have_count(2)
    await box.press("ArrowDown")
    await box.press("Enter")
    await expect(visit.message("/topics")).to_be_visible()
    await expect(visit.page.get_by_role("listbox")).to_be_hidden()


async def test_a_channel_is_shared_by_the_key_that_asks_for_one(visit: Visit) -> None:
    page = visit.page
    ask = {"request_id": 7, "chat_is_channel": True, "bot_administrator_rights": {}}
    keyboard = {
        "keyboard": [[{"text": "اختر قناة", "request_chat": ask}]],
        "one_time_keyboard": True,
    }
    await visit.bot("sendMessage", text="أي قناة؟", reply_markup=keyboard)
    await page.get_by_role("button", name="اختر قناة").click()
    await page.get_by_role("dialog").get_by_role("button", name="أنشئ قناة").click()
    await page.get_by_label("اسم القناة").fill("قناة التجربة")
    await page.get_by_role("button", name="أنشئ", exact=True).click()
    await expect(page.locator("#private")).to_contain_text("شاركت القناة «قناة التجربة»")
    channel = next(chat for chat in visit.world.chats.values() if chat.type == "channel")
    assert visit.world.bot_in(channel).may("can_post_messages")
    await visit.bot("sendMessage", chat_id=channel.id, text="منشور من موجز")
    await expect(page.locator("#channel .message")).to_contain_text("منشور من موجز")


async def test_the_right_to_post_is_taken_and_given_in_the_channels_menu(visit: Visit) -> None:
    page = visit.page
    await page.get_by_role("button", name="أنشئ قناة").click()
    await page.get_by_role("button", name="أنشئ", exact=True).click()
    await page.get_by_role("button", name="أضف موجز مشرفًا").click()
    await page.locator("#channel summary").click()
    await page.get_by_role("button", name="اسحب صلاحية النشر من موجز").click()
    await expect(page.locator("#channel .bar")).to_contain_text("ليست له صلاحية النشر")
    channel = next(chat for chat in visit.world.chats.values() if chat.type == "channel")
    assert not visit.world.bot_in(channel).may("can_post_messages")
    await page.locator("#channel .bar button").click()
    await expect(page.locator("#channel .bar")).to_have_count(0)
    assert visit.world.bot_in(channel).may("can_post_messages")


async def test_a_reader_who_comes_back_finds_the_conversation(visit: Visit) -> None:
    await visit.bot("sendMessage", text="رسالة تبقى")
    await visit.page.reload()
    await expect(visit.message("رسالة تبقى")).to_be_visible()
    assert len([user for user in visit.world.users.values() if not user.is_bot]) == 1


async def test_the_page_speaks_english_from_left_to_right_when_asked(visit: Visit) -> None:
    await visit.page.get_by_role("button", name="English").click()
    assert await visit.page.evaluate("document.dir") == "ltr"
    await expect(visit.page.get_by_role("textbox", name="Message")).to_be_visible()
    await visit.page.get_by_role("button", name="العربية").click()
    assert await visit.page.evaluate("document.dir") == "rtl"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
async def test_axe_finds_nothing(visit: Visit, scheme: Any, width: int) -> None:
    await visit.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    await visit.page.set_viewport_size({"width": width, "height": 844})
    keyboard = {"keyboard": [[{"text": "زر"}]]}
    await visit.bot("sendMessage", text=DIGEST, parse_mode="HTML", reply_markup=KEYS)
    await visit.bot("sendMessage", text="لوحة", reply_markup=keyboard)
    await visit.bot("setMyCommands", commands=[{"command": "help", "description": "مساعدة"}])
    await expect(visit.message("لوحة")).to_be_visible()
    box = visit.page.get_by_role("textbox", name="اكتب رسالة")
    assert await violations(visit.page) == []
    await box.press_sequentially("/")
    await expect(visit.page.get_by_role("option")).to_be_visible()
    assert await violations(visit.page) == []
    if width == 390:
        await visit.page.get_by_role("navigation").get_by_role("button", name="القناة").click()
    await visit.page.get_by_role("button", name="أنشئ قناة").click()
    assert await violations(visit.page) == []
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert await visit.page.evaluate(overflow) <= 0


async def test_another_sites_page_is_refused(visit: Visit) -> None:
    body = json.dumps({"user_id": visit.reader.id, "text": "/forget"})
    for path in ("/control/say", "/trial/clock"):
        async with visit.session.post(
            visit.url + path, data=body, headers={"Origin": "https://example.org"}
        ) as answer:
            assert answer.status == 403
    for path in ("/page/../page.py", "/page/%2e%2e%2fpage.py", "/page/nothing.js"):
        async with visit.session.get(visit.url + path) as answer:
            assert answer.status == 404


async def test_a_forced_reply_is_begun_and_may_be_given_up(visit: Visit) -> None:
    page = visit.page
    force = {"force_reply": True}
    asked = await visit.bot("sendMessage", text="أرسل العنوان الجديد", reply_markup=force)
    box = page.get_by_role("textbox", name="اكتب رسالة")
    await expect(page.locator(".replying")).to_contain_text("ردًّا على: أرسل العنوان الجديد")
    await expect(box).to_be_focused()
    await page.keyboard.type("عنوان")
    await page.keyboard.press("Enter")
    await expect(page.locator(".mine", has_text="عنوان").last.locator(".reply")).to_be_visible()
    found = await visit.bot("getUpdates", timeout=0)
    replied = found[-1]["message"]["reply_to_message"]["message_id"]
    assert replied == asked["message_id"]
    await visit.message("أرسل العنوان").first.hover()
    await visit.message("أرسل العنوان").first.get_by_role("button", name="ردّ على الرسالة").click()
    await page.get_by_role("button", name="ألغِ الرد").click()
    await expect(page.locator(".replying")).to_be_hidden()
