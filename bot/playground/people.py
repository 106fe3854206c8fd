"""What people do: they write, press, start, block, add the bot, give and take rights.

Each function changes the world and queues the updates that the bot would get of it. Raises
ValueError when a person could not do that either.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bot.playground.entities import Entity, settle
from bot.playground.objects import Chat, Json, Member, Message, Thread, User
from bot.playground.rights import GENERAL_THREAD
from bot.playground.sending import origin
from bot.playground.world import Query, World


@dataclass(frozen=True)
class Said:
    """A person's message, and the update by which the bot hears of it, if it does."""

    message: Message
    update_id: int | None


def say(
    world: World,
    user: User,
    chat: Chat,
    text: str,
    *,
    thread: int | None = None,
    reply_to: int | None = None,
    content: Json | None = None,
) -> Said:
    """Sends a message as *user*; commands, mentions and addresses in it become entities.

    The first message in a private chat counts as pressing Start. In groups the bot hears what
    Telegram's privacy mode lets it hear.
    """
    _may_say(world, user, chat, thread)
    if chat.type == "private":
        chat.started = True
    words, entities = settle(text, [])
    message = Message(
        id=0,
        date=world.clock.wall(),
        sender=None if chat.type == "channel" else user,
        text=words,
        entities=entities,
        thread=thread,
        reply_to=reply_to,
        content=dict(content or {}),
    )
    world.post(chat, message)
    heard = _hears(world, chat, message)
    kind = "channel_post" if chat.type == "channel" else "message"
    update = world.updates.emit(kind, world.show(chat, message)) if heard else None
    return Said(message, update)


def _may_say(world: World, user: User, chat: Chat, thread: int | None) -> None:
    member = chat.members.get(user.id, Member("left"))
    if not member.is_inside:
        raise ValueError(f"{user.first_name} is not in chat {chat.id}")
    if chat.type == "private" and world.bot_in(chat).status == "kicked":
        raise ValueError(f"{user.first_name} has blocked the bot")
    if chat.type == "channel" and not member.is_admin:
        raise ValueError("only administrators post in a channel")
    found = chat.threads.get(thread or 0)
    if thread is not None and (found is None or found.deleted):
        raise ValueError(f"no thread {thread} in chat {chat.id}")
    if found and found.closed and not member.is_admin:
        raise ValueError(f"thread {thread} is closed")


def _hears(world: World, chat: Chat, message: Message) -> bool:
    bot = world.bot_in(chat)
    if not bot.is_inside:
        return False
    if chat.type in ("private", "channel") or bot.is_admin or world.reads_groups:
        return True
    replied = chat.messages.get(message.reply_to or 0)
    if message.content or (replied and replied.outgoing):
        return True
    called = f"@{world.username.lower()}"
    for entity in message.entities:
        words = _words(message, entity)
        if entity.type == "mention" and words == called:
            return True
        if entity.type == "bot_command" and ("@" not in words or words.endswith(called)):
            return True
    return False


def _words(message: Message, entity: Entity) -> str:
    data = message.text.encode("utf-16-le")
    return data[2 * entity.offset : 2 * entity.end].decode("utf-16-le").lower()


def press(
    world: World,
    user: User,
    chat: Chat,
    message: Message,
    *,
    row: int | None = None,
    column: int = 0,
    data: str | None = None,
    text: str | None = None,
) -> Query:
    """Presses a callback button, found by place, by its data or by its text."""
    keyboard = (message.markup or {}).get("inline_keyboard", [])
    if message.deleted or not keyboard:
        raise ValueError(f"message {message.id} has no buttons")
    button = _button(keyboard, row, column, data, text)
    if "callback_data" not in button:
        raise ValueError(f"the button {button['text']!r} sends nothing to the bot")
    query = world.query(user, chat, message, button["callback_data"])
    payload = {
        "id": query.id,
        "from": user.to_json(),
        "chat_instance": str(abs(chat.id) * 7919),
        "message": world.show(chat, message),
        "data": query.data,
    }
    world.updates.emit("callback_query", payload)
    world.tell("pressed", chat_id=chat.id, query_id=query.id, data=query.data)
    return query


def _button(
    keyboard: list[list[Json]], row: int | None, column: int, data: str | None, text: str | None
) -> Json:
    if row is not None:
        if not (0 <= row < len(keyboard) and 0 <= column < len(keyboard[row])):
            raise ValueError(f"no button at row {row}, column {column}")
        return keyboard[row][column]
    for button in (button for line in keyboard for button in line):
        if data is not None and button.get("callback_data") == data:
            return button
        if text is not None and text in button["text"]:
            return button
    raise ValueError(f"no button with {'data' if data is not None else 'text'} {data or text!r}")


def set_member(world: World, chat: Chat, user: User, by: User, member: Member) -> None:
    """Changes someone's standing; the bot hears of its own, and of others' where it may."""
    old = chat.members.get(user.id, Member("left"))
    chat.members[user.id] = member
    me = user.id == world.bot.id
    kind = "my_chat_member" if me else "chat_member"
    if me or world.bot_in(chat).is_admin:
        world.updates.emit(
            kind,
            {
                "chat": world.show_chat(chat),
                "from": by.to_json(),
                "date": int(world.clock.wall()),
                "old_chat_member": old.to_json(user, chat.type),
                "new_chat_member": member.to_json(user, chat.type),
            },
        )
    world.tell("member", chat_id=chat.id, user_id=user.id, status=member.status)


def add_bot(world: World, chat: Chat, by: User, *, admin: bool = False) -> None:
    """Adds the bot: ``my_chat_member``, and in groups the message that says so."""
    status = "administrator" if admin or chat.type == "channel" else "member"
    set_member(world, chat, world.bot, by, Member(status))
    if chat.type != "channel":
        me = world.bot.to_json()
        content = {"new_chat_members": [me], "new_chat_member": me, "new_chat_participant": me}
        service(world, chat, by, content)


def service(
    world: World, chat: Chat, by: User, content: Json, thread: int | None = None
) -> Message:
    message = Message(0, world.clock.wall(), by, thread=thread, content=content)
    world.post(chat, message)
    if world.bot_in(chat).is_inside:
        world.updates.emit("message", world.show(chat, message))
    return message


def block(world: World, user: User, *, blocked: bool) -> None:
    """Blocks the bot in the private chat, or lets it in again."""
    chat = world.private_chat(user)
    set_member(world, chat, world.bot, user, Member("kicked" if blocked else "member"))


def open_thread(world: World, chat: Chat, name: str, by: User) -> Thread:
    """A new thread of a forum; its id is that of the message which says so."""
    content = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
    message = world.post(chat, Message(0, world.clock.wall(), by, content=content))
    message.thread = message.id
    thread = Thread(message.id, name)
    chat.threads[thread.id] = thread
    if world.bot_in(chat).is_inside:
        world.updates.emit("message", world.show(chat, message))
    return thread


def set_thread(world: World, chat: Chat, thread: Thread, by: User, **changes: Any) -> None:
    """Closes, reopens or deletes a thread (``closed=…``, ``deleted=…``)."""
    if "deleted" in changes:
        thread.deleted = bool(changes["deleted"])
    if "closed" in changes and thread.closed != bool(changes["closed"]):
        thread.closed = bool(changes["closed"])
        name = "forum_topic_closed" if thread.closed else "forum_topic_reopened"
        service(world, chat, by, {name: {}}, None if thread.id == GENERAL_THREAD else thread.id)


def migrate(world: World, group: Chat, by: User) -> Chat:
    """Turns a group into a supergroup with another id; both get their service message."""
    if group.type != "group" or group.migrated_to is not None:
        raise ValueError(f"chat {group.id} is no group that can be migrated")
    new = world.add_chat("supergroup", group.title, by)
    new.members = {user_id: replace(member) for user_id, member in group.members.items()}
    service(world, group, by, {"migrate_to_chat_id": new.id})
    group.migrated_to = new.id
    service(world, new, by, {"migrate_from_chat_id": group.id})
    return new


def forward(world: World, user: User, source: Chat, message: Message) -> Said:
    """Forwards a message, say a channel's post, to the bot in the private chat."""
    chat = world.private_chat(user)
    content = {**message.content, "forward_origin": origin(world, source, message)}
    return say(world, user, chat, message.text, content=content)


def share_chat(world: World, user: User, shared: Chat, request_id: int) -> Said:
    """Chooses *shared* by the reply keyboard's chat button."""
    content: Json = {"request_id": request_id, "chat_id": shared.id, "title": shared.title}
    if shared.username:
        content["username"] = shared.username
    chat = world.private_chat(user)
    return say(world, user, chat, "", content={"chat_shared": content})
