"""Corrections by hand, in private: an operator's for everyone, an owner's in their channel.

    told stories ──> story ──> correct ──words──┐
    report ────────────┴─────> withdraw ────────┴──> preview ──> send
                                  └──> reason ──words──┘

Who taps is checked at each tap. Nothing is sent before the preview was tapped; what is sent is
``digests.corrections.byhand``.
"""

from __future__ import annotations

from functools import partial

from digests import actions
from digests.channels import actions as channel_actions
from digests.compose.voice import HEADLINE, SENTENCE, Voice, clip, words_of
from digests.corrections import byhand, reporting, wording
from digests.markup import Html, bold, clean
from digests.model import Button
from digests.store import byhand as stored
from digests.store import reports
from digests.store.byhand import HandCorrection, Kind, State
from digests.store.database import Database
from digests.store.reports import Reported
from digests.store.told import ToldItem
from handlers.admin import operates
from handlers.channel_access import managed
from handlers.conversation import Tap, tap
from handlers.turn import Rows, Turn

#: Stories of one page, characters of a button.
PAGE, LABEL = 8, 60


async def allowed(turn: Turn, channel: int | None) -> bool:
    """Whether the one who taps may correct: in *channel* its owner, everywhere an operator."""
    if channel:
        return await managed(turn, channel) is not None
    if operates(turn):
        return True
    await turn.answer(turn.say("answer-old-button"), alert=True)
    return False


# --- told stories


async def show_told(turn: Turn, action: actions.ShowTold) -> None:
    if not await allowed(turn, action.channel):
        return
    await turn.answer()
    page, since, say = max(0, action.page), turn.now - byhand.KEPT, turn.say
    found = await turn.services.store.read(
        partial(
            stored.told_stories,
            since=since,
            limit=PAGE + 1,
            skip=page * PAGE,
            channel=action.channel or None,
        )
    )
    rows: list[list[Button]] = []
    for one in found[:PAGE]:
        text = clip(clean(one.headline), LABEL)
        if one.reports:
            text = say.label("hand-row-reported", headline=text, times=str(one.reports))
        rows.append([Button(text, actions.ShowToldStory(one.digest, one.story, action.channel))])
    turning = []
    if page:
        before = actions.ShowTold(action.channel, page - 1)
        turning.append(Button(say.label("sources-button-previous"), before))
    if len(found) > PAGE:
        after = actions.ShowTold(action.channel, page + 1)
        turning.append(Button(say.label("sources-button-next"), after))
    rows.append(turning)
    if action.channel:
        back = channel_actions.ShowChannel(action.channel)
        rows.append([Button(say.label("channel-button-back"), back)])
    await turn.show(say.html("hand-choose" if found else "hand-none"), rows)


async def show_story(turn: Turn, action: actions.ShowToldStory) -> None:
    if not await allowed(turn, action.channel):
        return

    def read(db: Database) -> tuple[ToldItem | None, Reported | None]:
        reported = None if action.channel else reports.of_story(db, action.story)
        return byhand.told_item(db, action.digest, action.story), reported

    item, reported = await turn.services.store.read(read)
    if item is None:
        await turn.answer(turn.say("answer-old-button"), alert=True)
        return
    await turn.answer()
    say = turn.say
    if action.channel:
        lines = [bold(words_of(item.headline, "ar", HEADLINE))]
    else:
        lines = reporting.summary(item.headline, item.story, reported, say)
    for sentence in item.said()[1:]:
        lines.append(Html(f"• {words_of(sentence.text, sentence.language, SENTENCE)}"))
    rows = [
        *reporting.buttons(action.digest, item, say, action.channel),
        [Button(say.label("channel-button-back"), actions.ShowTold(action.channel))],
    ]
    await turn.show("\n".join(lines), rows)


# --- what is written


async def correct(turn: Turn, action: actions.Correct) -> None:
    """A correction is begun: what was wrong, and what is right?"""
    hand = await _begin(turn, Kind.CORRECT, action)
    if hand is not None:
        await _ask(turn, hand)


async def withdraw(turn: Turn, action: actions.Withdraw) -> None:
    """A withdrawal is begun; it may be sent as it is, or be given a reason."""
    hand = await _begin(turn, Kind.WITHDRAW, action)
    if hand is not None:
        await _preview(turn, hand)


async def _begin(
    turn: Turn, kind: Kind, action: actions.Correct | actions.Withdraw
) -> HandCorrection | None:
    """Begin it and answer the tap; None where they may not, or it is not known any more."""
    if not await allowed(turn, action.channel):
        return None
    digest, story, channel = action.digest, action.story, action.channel or None

    def begin(db: Database) -> HandCorrection | None:
        if byhand.told_item(db, digest, story) is None:
            return None
        return stored.begin(db, kind, digest, story, channel, turn.now)

    hand = await turn.services.store.write(begin)
    if hand is None:
        await turn.answer(turn.say("answer-old-button"), alert=True)
    else:
        await turn.answer()
    return hand


async def write(turn: Turn, action: actions.WriteCorrection) -> None:
    """Its words, or the reason of a withdrawal, are asked for (again)."""
    hand = await _waiting(turn, action.correction)
    if hand is not None:
        await turn.answer()
        await _ask(turn, hand)


async def _ask(turn: Turn, hand: HandCorrection) -> None:
    say = turn.say
    what = "correct" if hand.kind is Kind.CORRECT else "reason"
    asked = await turn.ask(say.html(f"hand-ask-{what}"), say.label(f"hand-field-{what}"))
    await turn.services.store.write(
        partial(stored.ask, chat=turn.place.chat, message=asked, number=hand.id)
    )


async def words(turn: Turn, text: str) -> bool:
    """Take *text* as the words of a correction, if it answers the question; whether it did."""
    asked = turn.answers
    if asked is None:
        return False
    hand = await turn.services.store.read(
        partial(stored.answered, chat=turn.place.chat, message=asked)
    )
    if hand is None:
        return False
    if not (operates(turn) if hand.channel is None else await managed(turn, hand.channel)):
        await turn.reply(turn.say.html("hand-not-yours"))
        return True
    wrong, better = _parts(hand.kind, text)
    if not better:
        return await _once_more(turn, hand, turn.say.html("hand-two-lines"))
    if max(len(wrong), len(better)) > byhand.LONGEST:
        return await _once_more(turn, hand, turn.say.html("hand-long", most=str(byhand.LONGEST)))
    written = await turn.services.store.write(
        partial(stored.write, number=hand.id, wrong=wrong, better=better)
    )
    if written is None:
        await turn.reply(turn.say.html("hand-settled"))
    else:
        await _preview(turn, written)
    return True


async def _once_more(turn: Turn, hand: HandCorrection, why: Html) -> bool:
    await turn.reply(why)
    await _ask(turn, hand)
    return True


def _parts(kind: Kind, text: str) -> tuple[str, str]:
    """What was wrong, and what is right; of a withdrawal the reason alone."""
    lines = [line for line in map(clean, text.splitlines()) if line]
    if kind is Kind.WITHDRAW:
        return "", " ".join(lines)
    return (lines[0], " ".join(lines[1:])) if lines else ("", "")


# --- the preview, and its taps


async def _preview(turn: Turn, hand: HandCorrection) -> None:
    """The message as it will be read, and how many chats will."""
    say = turn.say
    draft = await turn.services.store.read(partial(byhand.draft, hand=hand, now=turn.now))
    if draft is None:
        await turn.reply(say.html("hand-settled"))
        return
    catalogue, channel = turn.services.catalogue, hand.channel is not None
    voice = Voice(say, turn.preferences, catalogue.sources, catalogue.topics)
    above = "hand-preview-channel" if channel else "hand-preview"
    head = say.html(above) if channel else say.html(above, chats=draft.chats)
    kind = hand.kind.value
    rows: Rows = [
        [Button(say.label(f"hand-button-send-{kind}"), actions.SendCorrection(hand.id))],
        [
            Button(say.label(f"hand-button-write-{kind}"), actions.WriteCorrection(hand.id)),
            Button(say.label("hand-button-drop"), actions.DropCorrection(hand.id)),
        ],
    ]
    await turn.reply(f"{head}\n\n{wording.written(draft.made, voice, channel=channel)}", rows)


async def _waiting(turn: Turn, number: int) -> HandCorrection | None:
    """The correction, if it waits and the one who taps may send it; else they are told."""
    hand = await turn.services.store.read(partial(stored.find, number=number))
    if hand is None or hand.state not in (State.OPEN, State.READY):
        await turn.answer(turn.say("hand-settled"), alert=True)
        return None
    return hand if await allowed(turn, hand.channel) else None


async def send(turn: Turn, action: actions.SendCorrection) -> None:
    hand = await _waiting(turn, action.correction)
    if hand is None:
        return
    count = await turn.services.teller.by_hand.send(hand.id, turn.now)
    if count is None:
        await turn.answer(turn.say("hand-settled"), alert=True)
        return
    await turn.answer()
    if hand.channel is not None:
        await turn.show(turn.say.html("hand-sent-channel"))
    else:
        await turn.show(turn.say.html("hand-sent", chats=count))


async def drop(turn: Turn, action: actions.DropCorrection) -> None:
    hand = await _waiting(turn, action.correction)
    if hand is None:
        return
    await turn.services.store.write(partial(stored.settle, number=hand.id, state=State.DROPPED))
    await turn.answer()
    await turn.show(turn.say.html("hand-dropped"))


TAPS: tuple[Tap, ...] = (
    tap(actions.ShowTold, show_told, toast=True),
    tap(actions.ShowToldStory, show_story, toast=True),
    tap(actions.Correct, correct, toast=True),
    tap(actions.Withdraw, withdraw, toast=True),
    tap(actions.WriteCorrection, write, toast=True),
    tap(actions.SendCorrection, send, toast=True),
    tap(actions.DropCorrection, drop, toast=True),
)
