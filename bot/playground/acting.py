"""The doing half of the control API (``control`` lists it): one function an action."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from bot.playground import people, watching
from bot.playground.objects import Chat, Json, Member, Message, Thread, User
from bot.playground.world import Query, World

DEEP_LINK = re.compile(r"[A-Za-z0-9_-]{1,64}")
STATUSES = ("creator", "administrator", "member", "restricted", "left", "kicked")


@dataclass(frozen=True)
class Ask:
    """What is asked: ``body`` is the request's JSON, ``path`` the variable parts of its path."""

    world: World
    body: Json
    path: Mapping[str, str]


def _user(world: World, value: Any) -> User:
    if value == "bot":
        return world.bot
    if isinstance(value, int) and value in world.users:
        return world.users[value]
    raise LookupError(f"no user {value!r}")


def _chat(world: World, value: Any) -> Chat:
    """By id; the private chat with a user is made when it is asked for."""
    number = int(value) if isinstance(value, int | str) else 0
    if number in world.chats:
        return world.chats[number]
    if number in world.users:
        return world.private_chat(world.users[number])
    raise LookupError(f"no chat {value!r}")


def _path_chat(ask: Ask) -> Chat:
    return _chat(ask.world, ask.path["chat"])


def _by(world: World, body: Json, chat: Chat) -> User:
    if "by" in body:
        return _user(world, body["by"])
    creators = (user for user, member in chat.members.items() if member.status == "creator")
    return world.users[next(creators, world.bot.id)]


def _member(body: Json, status: str) -> Member:
    if status not in STATUSES:
        raise ValueError(f"no such status: {status!r}")
    rights = body.get("rights") or {}
    return Member(status, {str(name): bool(value) for name, value in rights.items()})


def add_user(ask: Ask) -> Json:
    world, body = ask.world, ask.body
    user = world.add_user(
        str(body.get("first_name", "قارئ")),
        str(body.get("username", "")),
        str(body.get("language_code", "")),
        body.get("id"),
    )
    if body.get("start"):
        people.say(world, user, world.private_chat(user), "/start")
    return {"user": user.to_json()}


def change_user(ask: Ask) -> Json:
    world, body = ask.world, ask.body
    user = _user(world, int(ask.path["user"]))
    for name in ("deactivated", "first_name", "language_code"):
        if name in body:
            setattr(user, name, body[name])
    return {"user": user.to_json()}


def add_chat(ask: Ask) -> Json:
    world, body = ask.world, ask.body
    creator = _user(world, body.get("creator"))
    chat = world.add_chat(
        str(body.get("type")),
        str(body.get("title", "Chat")),
        creator,
        str(body.get("username", "")),
        forum=bool(body.get("forum")),
        id=body.get("id"),
    )
    if body.get("bot"):
        people.add_bot(world, chat, creator, admin=body["bot"] == "administrator")
    return {"chat": world.show_chat(chat)}


def change_chat(ask: Ask) -> Json:
    world, body = ask.world, ask.body
    chat = _path_chat(ask)
    for name in ("writable", "deleted", "title", "description"):
        if name in body:
            setattr(chat, name, body[name])
    return {"chat": world.show_chat(chat)}


def set_bot(ask: Ask) -> Json:
    world, body = ask.world, ask.body
    chat = _path_chat(ask)
    member, by = _member(body, str(body.get("status"))), _by(world, body, chat)
    if not world.bot_in(chat).is_inside and member.is_inside and chat.type != "private":
        people.add_bot(world, chat, by, admin=member.is_admin)
        chat.members[world.bot.id] = member
    else:
        people.set_member(world, chat, world.bot, by, member)
    return {"member": member.to_json(world.bot, chat.type)}


def set_member(ask: Ask) -> Json:
    world, body = ask.world, ask.body
    chat = _path_chat(ask)
    user, member = _user(world, body.get("user_id")), _member(body, body.get("status", "member"))
    people.set_member(world, chat, user, _by(world, body, chat), member)
    return {"member": member.to_json(user, chat.type)}


def add_thread(ask: Ask) -> Json:
    world, body = ask.world, ask.body
    chat = _path_chat(ask)
    if not chat.is_forum:
        raise ValueError(f"chat {chat.id} is no forum")
    return {
        "thread": asdict(people.open_thread(world, chat, str(body["name"]), _by(world, body, chat)))
    }


def change_thread(ask: Ask) -> Json:
    world, body = ask.world, ask.body
    chat, number = _path_chat(ask), int(ask.path["thread"])
    if number == 1 and chat.is_forum:
        chat.threads.setdefault(1, Thread(1, "General"))
    if number not in chat.threads:
        raise LookupError(f"no thread {number} in chat {chat.id}")
    changes = {name: bool(body[name]) for name in ("closed", "deleted") if name in body}
    people.set_thread(world, chat, chat.threads[number], _by(world, body, chat), **changes)
    return {"thread": asdict(chat.threads[number])}


def migrate(ask: Ask) -> Json:
    world, body = ask.world, ask.body
    chat = _path_chat(ask)
    return {"chat": world.show_chat(people.migrate(world, chat, _by(world, body, chat)))}


def _said(said: people.Said) -> Json:
    number = said.update_id
    return {"message_id": said.message.id, "update_id": number, "delivered": number is not None}


def say(ask: Ask) -> Json:
    world, body = ask.world, ask.body
    user = _user(world, body.get("user_id"))
    chat = _chat(world, body.get("chat_id", user.id))
    thread, reply = body.get("thread"), body.get("reply_to")
    return _said(people.say(world, user, chat, str(body["text"]), thread=thread, reply_to=reply))


def start(ask: Ask) -> Json:
    world, body = ask.world, ask.body
    user, parameter = _user(world, body.get("user_id")), str(body.get("parameter") or "")
    if parameter and not DEEP_LINK.fullmatch(parameter):
        raise ValueError("a start parameter has 1 to 64 of A-Z a-z 0-9 _ -")
    if world.bot_in(world.private_chat(user)).status == "kicked":
        people.block(world, user, blocked=False)
    return _said(people.say(world, user, world.private_chat(user), f"/start {parameter}"))


async def press(ask: Ask) -> Json:
    world, body = ask.world, ask.body
    user = _user(world, body.get("user_id"))
    chat = _chat(world, body.get("chat_id", user.id))
    message = _with_buttons(chat, body.get("message_id"))
    query = people.press(
        world,
        user,
        chat,
        message,
        row=body.get("row"),
        column=int(body.get("column", 0)),
        data=body.get("data"),
        text=body.get("text"),
    )
    await watching.until(world, lambda: query.answered is not None, float(body.get("wait", 5)))
    return _answer(query)


def _with_buttons(chat: Chat, number: Any) -> Message:
    if number is not None:
        if number not in chat.messages:
            raise LookupError(f"no message {number} in chat {chat.id}")
        return chat.messages[number]
    for message in reversed(chat.messages.values()):
        if not message.deleted and (message.markup or {}).get("inline_keyboard"):
            return message
    raise LookupError(f"no message with buttons in chat {chat.id}")


def _answer(query: Query) -> Json:
    answered = query.answered
    return {
        "query_id": query.id,
        "data": query.data,
        "message_id": query.message_id,
        "answered": answered is not None,
        "text": query.text,
        "alert": query.alert,
        "url": query.url,
        "after": None if answered is None else answered - query.asked,
    }


def block(ask: Ask) -> Json:
    world, body = ask.world, ask.body
    people.block(world, _user(world, body.get("user_id")), blocked=bool(body.get("blocked", True)))
    return {}


def forward(ask: Ask) -> Json:
    world, body = ask.world, ask.body
    user, source = _user(world, body.get("user_id")), _chat(world, body.get("chat_id"))
    if body.get("message_id") not in source.messages:
        raise LookupError(f"no message {body.get('message_id')!r} in chat {source.id}")
    return _said(people.forward(world, user, source, source.messages[body["message_id"]]))


def share(ask: Ask) -> Json:
    world, body = ask.world, ask.body
    user, shared = _user(world, body.get("user_id")), _chat(world, body.get("chat_id"))
    return _said(people.share_chat(world, user, shared, int(body["request_id"])))


def show_faults(ask: Ask) -> Json:
    world = ask.world
    ordered = [asdict(fault) for fault in world.faults.ordered if fault.count != 0]
    return {"faults": ordered, "struck": world.faults.struck, "seed": world.faults.seed}


def order_faults(ask: Ask) -> Json:
    world, body = ask.world, ask.body
    if "seed" in body:
        world.faults.reseed(int(body.pop("seed")))
    for wanted in body.pop("faults", [body] if body else []):
        world.faults.order(**wanted)
    return show_faults(ask)


def clear_faults(ask: Ask) -> Json:
    world = ask.world
    world.faults.clear()
    return show_faults(ask)


def settings(ask: Ask) -> Json:
    world, body = ask.world, ask.body
    if "pace" in body:
        world.pace.enabled = bool(body["pace"])
    for name in ("paid_broadcast", "reads_groups", "query_seconds"):
        if name in body:
            setattr(world, name, body[name])
    return {"pace": world.pace.enabled, "query_seconds": world.query_seconds}


def forget(ask: Ask) -> Json:
    world = ask.world
    for entries in (world.record.calls, world.record.refused, world.record.accepted):
        entries.clear()
    return {}
