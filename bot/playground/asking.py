"""Methods that ask about chats and people, and those by which the bot presents itself."""

from __future__ import annotations

from bot.playground import profile, rights
from bot.playground.errors import ApiError, bad_request
from bot.playground.objects import PERMISSIONS, Chat, Json, Member, User
from bot.playground.params import Params
from bot.playground.world import World


def get_me(world: World, _: Params) -> Json:
    return world.bot.to_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": world.reads_groups,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_chat(world: World, params: Params) -> Json:
    chat = rights.chat_of(world, params)
    _inside(world, chat)
    shown = world.show_chat(chat) | {
        "accent_color_id": 2,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    if chat.type in ("group", "supergroup"):
        shown["permissions"] = dict.fromkeys(PERMISSIONS, chat.writable)
    if chat.description:
        shown["description"] = chat.description
    if chat.pinned:
        shown["pinned_message"] = world.show(chat, chat.messages[chat.pinned[-1]])
    return shown


def get_chat_member(world: World, params: Params) -> Json:
    chat = rights.chat_of(world, params)
    _inside(world, chat)
    user_id = params.integer("user_id")
    user = world.users.get(user_id)
    if user is None:
        raise bad_request("invalid user_id specified" if user_id <= 0 else "user not found")
    _members_visible(world, chat, user)
    return chat.members.get(user.id, Member("left")).to_json(user, chat.type)


def get_chat_administrators(world: World, params: Params) -> list[Json]:
    chat = rights.chat_of(world, params)
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    _inside(world, chat)
    _members_visible(world, chat, None)
    return [
        member.to_json(world.users[user_id], chat.type)
        for user_id, member in chat.members.items()
        if member.is_admin and (not world.users[user_id].is_bot or user_id == world.bot.id)
    ]


def get_chat_member_count(world: World, params: Params) -> int:
    chat = rights.chat_of(world, params)
    _inside(world, chat)
    return sum(member.is_inside for member in chat.members.values())


def leave_chat(world: World, params: Params) -> bool:
    chat = rights.chat_of(world, params)
    if chat.type == "private":
        raise bad_request("private chats can't be left")
    rights.may_reach(world, chat)
    chat.members[world.bot.id] = Member("left")
    world.tell("left", chat_id=chat.id)
    return True


def set_my_commands(world: World, params: Params) -> bool:
    commands = profile.commands(params.document("commands", "commands"))
    world.profile.commands[_place(world, params)] = commands
    return True


def get_my_commands(world: World, params: Params) -> list[Json]:
    return world.profile.commands.get(_place(world, params), [])


def delete_my_commands(world: World, params: Params) -> bool:
    world.profile.commands.pop(_place(world, params), None)
    return True


def set_my_name(world: World, params: Params) -> bool:
    return _set_text(world, params, "name")


def set_my_description(world: World, params: Params) -> bool:
    return _set_text(world, params, "description")


def set_my_short_description(world: World, params: Params) -> bool:
    return _set_text(world, params, "short_description")


def get_my_name(world: World, params: Params) -> Json:
    code = profile.language(params.text("language_code"))
    return {"name": world.profile.text("name", code) or world.bot.first_name}


def get_my_description(world: World, params: Params) -> Json:
    code = profile.language(params.text("language_code"))
    return {"description": world.profile.text("description", code)}


def get_my_short_description(world: World, params: Params) -> Json:
    code = profile.language(params.text("language_code"))
    return {"short_description": world.profile.text("short_description", code)}


def set_chat_menu_button(world: World, params: Params) -> bool:
    button = params.document("menu_button", "menu button") or {"type": "default"}
    kind = button.get("type") if isinstance(button, dict) else None
    if kind not in ("commands", "web_app", "default"):
        raise bad_request("can't parse MenuButton: Unsupported type specified")
    if kind == "web_app" and not (button.get("text") and button.get("web_app")):
        raise bad_request("can't parse MenuButton: Can't find field \"web_app\"")
    if params.has("chat_id"):
        _private(world, params).menu_button = button
    else:
        world.profile.menu_button = button
    return True


def get_chat_menu_button(world: World, params: Params) -> Json:
    own = _private(world, params).menu_button if params.has("chat_id") else None
    return own or world.profile.menu_button


def _private(world: World, params: Params) -> Chat:
    chat = rights.chat_of(world, params)
    if chat.type != "private":
        raise bad_request("chat not found")
    return chat


def _place(world: World, params: Params) -> profile.Place:
    kind, chat, user = profile.scope(params.document("scope", "bot command scope"))
    if chat:
        found = world.find_chat(chat)
        if found is None:
            raise bad_request("chat not found")
        if kind == "chat_administrators" and found.type == "private":
            raise bad_request("can't use the scope in private chats")
        chat = str(found.id)
    return kind, chat, user, profile.language(params.text("language_code"))


def _set_text(world: World, params: Params, kind: str) -> bool:
    code = profile.language(params.text("language_code"))
    world.profile.set_text(kind, code, params.text(kind))
    return True


def _inside(world: World, chat: Chat) -> None:
    """Public supergroups and channels can be looked at from outside; a private chat always."""
    if chat.type == "private" or (chat.username and world.bot_in(chat).status != "kicked"):
        return
    rights.may_reach(world, chat)


def _members_visible(world: World, chat: Chat, user: User | None) -> None:
    if chat.type != "channel" or world.bot_in(chat).is_admin:
        return
    if user is None or user.id != world.bot.id:
        raise _inaccessible()


def _inaccessible() -> ApiError:
    return bad_request("member list is inaccessible")
