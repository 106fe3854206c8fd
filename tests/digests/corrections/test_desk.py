"""Everything that was told is searched again: whatever wrote it, wherever it stood; once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from digests.model import Arrival, Method, Place, Sentence
from digests.store import byhand, chats, corrections, deliveries, drafts, tellings, watched
from digests.store.byhand import HandCorrection
from digests.store.corrections import Kind
from digests.store.database import Database
from digests.store.tellings import Portion, Telling
from digests.store.told import save_digest, told
from tests.digests.corrections.press import CHANGED, ENGLISH, FIRST, REST, TITLE, TRANSLATED, Press
from tests.digests.telling.room import EVENING, NOON
from tests.digests.telling.test_arrival import breaking

DAY = timedelta(days=1)


async def test_an_edited_number_answers_the_message_that_told_it(press: Press) -> None:
    article, place = press.write(), press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    press.edit(article, text=f"{CHANGED} {REST}")
    assert await press.look() == 1
    ((text, target),) = press.corrections(place)
    assert text.startswith("تصحيح\nنقلنا في 10 مارس عن جريدة quds: «")
    assert "400 مليون" in text
    assert f"فصار: «{CHANGED.rstrip('.')}»." in text
    assert target == press.first_message(place)
    press.edit(article, text=f"{CHANGED} {REST} ")
    assert await press.look() == 0
    assert len(press.corrections(place)) == 1


async def test_a_correction_in_the_sample_newsroom_says_that_it_is_a_sample(press: Press) -> None:
    press.teller = press.new_teller("نموذج للتجربة")
    article, place = press.write(), press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    press.edit(article, text=f"{CHANGED} {REST}")
    await press.look()
    ((text, _),) = press.corrections(place)
    assert text.endswith("\n\nنموذج للتجربة")


async def test_spelling_and_punctuation_are_no_news(press: Press) -> None:
    article, place = press.write(), press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    press.edit(article, text=f"{FIRST} {REST}".replace("جديدًا", "جديدا،"), title=f"{TITLE}!")
    assert await press.look() == 0
    assert press.corrections(place) == []


async def test_a_sentence_of_the_background_is_searched_again(press: Press) -> None:
    """The earlier story was not told, so its words can only be found where they stood."""
    earlier = press.write("الشركة تبدأ بناء مركز", "بدأت الشركة بناء المركز في عام 2019.", age=DAY)
    newer, place = press.write(), press.chat()
    before = Sentence("بدأت الشركة بناء المركز في عام 2019.", earlier, "في عام 2019")
    await press.give_background(place, newer, before)
    press.deliver(place)
    assert press.store.read_now(lambda db: told(db, place, [earlier])) == set()
    press.edit(earlier, text="بدأت الشركة بناء المركز في عام 2021.")
    assert await press.look() == 1
    ((text, target),) = press.corrections(place)
    assert "بناء المركز في عام 2019" in text
    assert "فصار: «بدأت الشركة بناء المركز في عام 2021»" in text
    assert target == press.first_message(place)


async def test_a_translated_sentence_is_shown_as_it_was_told(press: Press) -> None:
    article, place = await press.told_in_translation()
    press.edit(article, text=ENGLISH.replace("400", "140"))
    assert await press.look() == 1
    ((text, _),) = press.corrections(place)
    assert f"«{TRANSLATED.rstrip('.')}»" in text
    assert "140 million dollars» (بالإنجليزية)" in text


async def test_a_headline_of_a_model_rests_on_the_text_and_is_searched_there(press: Press) -> None:
    article, place = press.write(), press.chat()
    headline = "شركة تنفق 400 مليون دولار على مركز بيانات"
    press.summarise(
        1,
        Sentence(headline, article, FIRST, Method.MODEL),
        Sentence("يخدم المركز المصارف.", article, REST, Method.MODEL),
    )
    await press.tick(EVENING)
    press.deliver(place)
    press.edit(article, text=f"{CHANGED} {REST}")
    assert await press.look() == 1
    ((text, _),) = press.corrections(place)
    assert f"«{headline}»" in text
    assert "140 مليون" in text


async def test_a_mute_keeps_no_correction_away_and_eight_days_do(press: Press) -> None:
    article, place = press.write(), press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    press.store.write_now(lambda db: chats.mute(db, place, "source", "quds", None))
    press.edit(article, text=f"{CHANGED} {REST}")
    assert await press.look() == 1
    assert len(press.corrections(place)) == 1
    press.edit(article, text=f"{FIRST.replace('400', '90')} {REST}")
    await press.look(8 * DAY)
    assert len(press.corrections(place)) == 1


async def test_an_edit_before_the_message_arrived_answers_it_when_it_has(press: Press) -> None:
    article, place = press.write(), press.chat()
    await press.tick(EVENING)
    press.edit(article, text=f"{CHANGED} {REST}")
    assert await press.look() == 1
    assert [target for _, target in press.corrections(place)] == [None]
    press.deliver(place)
    assert [target for _, target in press.corrections(place)] == [press.first_message(place)]


async def test_so_does_a_correction_by_hand(press: Press) -> None:
    press.write()
    early, late = press.chat(number=1), press.chat(number=2)
    await press.tick(EVENING)
    press.deliver(early)
    for kind in (byhand.Kind.CORRECT, byhand.Kind.WITHDRAW):
        await press.teller.by_hand.send(by_hand(press, kind, 1).id, press.now)
    assert [target for _, target in press.corrections(late)] == [None, None]
    press.deliver(late)
    for place in (early, late):
        first = press.first_message(place)
        assert [target for _, target in press.corrections(place)] == [first, first]


async def test_every_chat_is_told_once_whatever_stops_in_between(press: Press) -> None:
    article = press.write()
    places = [press.chat(number=number) for number in range(5)]
    await press.tick(EVENING)
    for place in places:
        press.deliver(place)
    press.edit(article, text=f"{CHANGED} {REST}")
    press.teller = press.new_teller()  # stopped after the edit was saved
    assert await press.look() == 1
    press.teller = press.new_teller()  # stopped after the correction was owed
    assert await press.look() == 0
    assert [len(press.corrections(place)) for place in places] == [1] * 5
    listed = press.store.read_now(partial(corrections.listed, limit=10))
    assert [entry.kind for entry in listed] == [Kind.EDITED]


# --- withdrawals and pages


async def withdraw(press: Press, notice_title: str) -> int:
    """The source publishes a notice that it withdraws an article."""
    notice = press.article(notice_title, summary="نسحب الخبر. ونعتذر لقرائنا.")
    press.store.write_now(lambda db: watched.announce(db, [notice]))
    return await press.look()


async def test_whoever_is_told_a_corrected_story_later_is_told_the_correction(
    press: Press,
) -> None:
    press.write()
    first = press.chat()
    await press.tick(EVENING)
    press.deliver(first)
    notice = press.article(f"تصحيح: {TITLE}", summary="والصواب أن الكلفة 140 مليونا.")
    press.store.write_now(lambda db: watched.announce(db, [notice]))
    assert await press.look() == 1
    late = press.chat(number=8)
    await press.tick(EVENING + DAY)
    press.deliver(late)
    assert "تصحيح من جريدة quds (10 مارس): «والصواب أن الكلفة 140 مليونا.»" in press.shown(late)


async def test_a_withdrawal_says_who_tells_it_still(press: Press) -> None:
    first = press.article(TITLE, summary=f"{FIRST} {REST}")
    other = press.article("مركز بيانات يُفتتح في المدينة", source="nile")
    press.story(first, other)
    place = press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    assert await withdraw(press, f"سحب خبر: {TITLE}") == 1
    ((text, target),) = press.corrections(place)
    assert text.startswith(f"سحب خبر\nسحبت جريدة quds الخبر «{TITLE}» الذي نقلناه في 10 مارس.")
    assert "لم تذكر السبب." in text
    assert "ما زال واردًا في: جريدة nile" in text
    assert target == press.first_message(place)
    assert await withdraw(press, f"سحب: {TITLE}") == 0
    assert len(press.corrections(place)) == 1


async def test_an_outlet_that_was_only_named_is_corrected_nowhere(press: Press) -> None:
    first = press.article(TITLE, summary=f"{FIRST} {REST}")
    other = press.article("المدينة تفتتح مركزًا", source="nile", summary=FIRST)
    press.story(first, other)
    place = press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    press.edit(other, text=CHANGED)
    assert await press.look() == 0
    assert press.corrections(place) == []


async def test_a_page_that_is_gone_is_said_once_however_often_it_returns(press: Press) -> None:
    article, place = press.write(), press.chat(thread=3)
    await press.tick(EVENING)
    press.deliver(place)
    desk = press.teller.corrections
    assert await desk.gone(article, press.now)
    await desk.returned(article, press.now + DAY)
    assert not await desk.gone(article, press.now + 2 * DAY)
    ((text, _),) = press.corrections(place)
    assert text.startswith(f"لم يعد متاحًا: حُذفت صفحة الخبر «{TITLE}» من موقع جريدة quds")
    (entry,) = press.store.read_now(partial(corrections.listed, limit=10))
    assert entry.returned == press.now + DAY


def by_hand(press: Press, kind: byhand.Kind, story: int) -> HandCorrection:
    """An operator's correction of *story*, which waits for the tap."""

    def begin(db: Database) -> HandCorrection:
        told = byhand.told_as(db, story)
        assert told is not None
        words = ("", "") if kind is byhand.Kind.WITHDRAW else ("الكلفة", "140 مليون دولار")
        return byhand.begin(
            db, kind, told.digest, told.story, None, press.now, wrong=words[0], better=words[1]
        )

    return press.store.write_now(begin)


async def comes_back(press: Press, article: int) -> bool:
    """Whether *article* may be told once its page was gone and is there again."""
    await press.teller.corrections.returned(article, press.now)
    return not press.store.read_now(partial(watched.is_withdrawn, article=article))


async def test_what_was_withdrawn_by_hand_is_not_given_back_by_its_page(press: Press) -> None:
    article, place = press.write(), press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    hand = by_hand(press, byhand.Kind.WITHDRAW, 1)
    assert await press.teller.by_hand.send(hand.id, press.now) == 1
    assert not await comes_back(press, article)
    pages = press.store.read_now(partial(watched.pages, now=press.now + DAY, limit=5))
    assert pages == []


@pytest.mark.parametrize("kind", list(byhand.Kind))
async def test_the_same_correction_by_hand_is_sent_once(press: Press, kind: byhand.Kind) -> None:
    press.write()
    place = press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    for sent in (1, None):
        hand = by_hand(press, kind, 1)
        assert await press.teller.by_hand.send(hand.id, press.now) == sent
    assert len(press.store.read_now(partial(corrections.listed, limit=10))) == 1


async def test_what_is_withdrawn_by_hand_is_named_as_each_chat_was_told_it(press: Press) -> None:
    alerted = press.chat(number=8, arrival=Arrival.BREAKING, quiet=None)
    daily = press.chat()
    breaking(press, "خبر عاجل")
    await press.tick(press.now + timedelta(minutes=1))
    await press.tick(EVENING)
    press.deliver(alerted)
    press.deliver(daily)
    hand = by_hand(press, byhand.Kind.WITHDRAW, 1)
    assert await press.teller.by_hand.send(hand.id, press.now) == 2
    ((to_alerted, _),), ((to_daily, _),) = press.corrections(alerted), press.corrections(daily)
    assert "«تفاصيل خبر عاجل gulf كما وردت في المصدر»" in to_alerted
    assert "«خبر عاجل gulf»" in to_daily


async def test_nor_is_what_was_told_as_another_story_then(press: Press) -> None:
    first, place = press.write(), press.chat()
    await press.tick(EVENING)
    second = press.write("المدينة تفتتح مركزًا للبيانات")
    await press.tick(EVENING + DAY)
    press.deliver(place)
    press.story(first, second)
    hand = by_hand(press, byhand.Kind.WITHDRAW, 2)
    assert hand.story == 2
    await press.teller.by_hand.send(hand.id, press.now)
    assert [await comes_back(press, article) for article in (first, second)] == [False, False]


async def test_nor_by_a_digest_that_was_composed_before_and_owed_after(press: Press) -> None:
    article, place = press.write(), press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    hand = by_hand(press, byhand.Kind.WITHDRAW, 1)
    late = replace(press.store.read_now(partial(drafts.stored, digest=hand.digest)), id=1)
    await press.teller.by_hand.send(hand.id, press.now)
    press.store.write_now(partial(save_digest, digest=late, now=press.now))
    assert not await comes_back(press, article)


async def test_a_page_that_returned_gives_its_article_back(press: Press) -> None:
    article, place = press.write(), press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    await press.teller.corrections.gone(article, press.now)
    assert await comes_back(press, article)


async def test_what_its_source_withdrew_is_no_notice_of_anything_else(press: Press) -> None:
    """A source that withdraws an article in its own place, and edits it there once more."""
    article, place = press.write(), press.chat()
    press.write(TITLE, source="nile")
    press.write(f"{TITLE} غدًا")
    await press.tick(EVENING)
    press.deliver(place)
    for number in range(3):
        press.edit(article, title=f"سحب خبر: {TITLE}", text=f"نسحب الخبر. ونعتذر {number}.")
        press.store.write_now(lambda db: watched.announce(db, [article]))
        assert await press.look() == (not number)
    assert not await comes_back(press, article)
    assert len(press.corrections(place)) == 1


async def test_a_correction_is_silent_and_has_no_buttons(press: Press) -> None:
    article, place = press.write(), press.chat(sound=True)
    await press.tick(EVENING)
    press.deliver(place)
    press.edit(article, text=f"{CHANGED} {REST}")
    await press.look()
    claimed = press.store.read_now(partial(deliveries.claim, now=press.now, limit=5))
    assert [(one.part.silent, one.part.buttons) for one in claimed] == [(True, ())]


async def test_what_was_begun_by_hand_is_forgotten_when_the_story_is(press: Press) -> None:
    press.write()
    place = press.chat()
    await press.tick(EVENING)
    press.deliver(place)
    hand = by_hand(press, byhand.Kind.CORRECT, 1)
    press.store.write_now(partial(byhand.ask, chat=9, message=3, number=hand.id))
    asked = partial(byhand.answered, chat=9, message=3)
    await press.teller.corrections.tidy(press.now + 89 * DAY)
    assert press.store.read_now(asked) == hand
    await press.teller.corrections.tidy(press.now + 91 * DAY)
    assert press.store.read_now(partial(byhand.find, number=hand.id)) is None
    assert press.store.read_now(asked) is None


# --- to many chats


async def test_portions_of_any_size_come_to_everyone_told_each_once(press: Press) -> None:
    article = press.write()
    for number in range(1, 8):
        press.chat(number=number, thread=number % 3)
    await press.tick(EVENING)
    await press.teller.corrections.tick(press.now, settled=True)
    gone = press.chat(number=3)
    press.store.write_now(lambda db: chats.deactivate_all(db, gone.chat))
    since = press.now - DAY
    again(press, article, 5, times=3)

    def portion(after: Place | None, limit: int) -> Portion:
        return press.store.read_now(
            partial(tellings.portion, articles=[article], since=since, after=after, limit=limit)
        )

    whole = portion(None, 100)
    assert [one.place.chat for one in whole.tellings] == [1, 2, 4, 5, 5, 5, 5, 6, 7]
    for limit in (1, 2, 3, 4, 5, 9, 11):
        found: list[Telling] = []
        after: Place | None = None
        for _ in range(9):
            part = portion(after, limit)
            found += part.tellings
            after = part.last
            if after is None:
                break
        assert found == list(whole.tellings), limit


def again(press: Press, article: int, chat: int, times: int) -> None:
    """*chat* is told *article* in some messages more."""

    def owe(db: Database) -> None:
        (one,) = tellings.in_chat(db, [article], NOON, place)
        for number in range(times):
            digest = replace(drafts.stored(db, one.digest), id=number + 1)
            deliveries.owe(db, place, digest, press.now, deliveries.Priority.DIGEST)

    place = Place(chat, chat % 3)
    press.store.write_now(owe)


async def test_what_was_composed_before_and_told_after_is_corrected_a_while_later(
    press: Press,
) -> None:
    """Composing reads before an edit is seen to, and owes after it."""
    article, early, late = press.write(), press.chat(number=1), press.chat(number=2)
    await press.tick(EVENING)
    press.deliver(early)
    press.deliver(late)
    owed = press.store.read_now(
        lambda db: db.execute("SELECT * FROM delivery WHERE chat = 2").fetchall()
    )
    press.store.write_now(lambda db: db.execute("DELETE FROM delivery WHERE chat = 2"))
    press.edit(article, text=f"{CHANGED} {REST}")
    await press.look()
    marks = ", ".join("?" * len(owed[0]))
    press.store.write_now(lambda db: db.execute(f"INSERT INTO delivery VALUES ({marks})", owed[0]))
    assert press.corrections(late) == []
    await press.look()
    assert [len(press.corrections(place)) for place in (early, late)] == [1, 1]
    await press.look()
    assert [len(press.corrections(place)) for place in (early, late)] == [1, 1]


async def test_a_stop_between_two_portions_loses_and_repeats_nothing(press: Press) -> None:
    article = press.write()
    places = [press.chat(number=number) for number in range(1, 6)]
    await press.tick(EVENING)
    for place in places:
        press.deliver(place)
    press.edit(article, text=f"{CHANGED} {REST}")
    await press.look()
    # As if it had stopped with two of them owed:
    press.store.write_now(
        lambda db: db.execute(
            "DELETE FROM delivery WHERE chat > 2 AND digest IN "
            "(SELECT digest FROM correction_message)"
        )
    )
    press.store.write_now(
        lambda db: db.execute(
            "UPDATE correction_spreading SET chat = 2, thread = 0, due = 0, again = 0"
        )
    )
    press.teller = press.new_teller()
    await press.look()
    assert [len(press.corrections(place)) for place in places] == [1] * 5
