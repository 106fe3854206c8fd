"""What the bot says of itself: commands by scope and language, names, descriptions.

Limits: 100 commands; names 1 to 32 of a–z, 0–9 and _; descriptions 1 to 256; the bot's name 64,
description 512, short description 120 characters; a language code is empty or two letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from bot.playground.errors import ApiError, bad_request
from bot.playground.objects import Json

MOST_COMMANDS = 100
MOST_NAME = 32
MOST_DESCRIPTION = 256
TEXTS = {"name": 64, "description": 512, "short_description": 120}
_REFUSALS = {
    "name": "BOT_NAME_INVALID",
    "description": "DESCRIPTION_TOO_LONG",
    "short_description": "ABOUT_TOO_LONG",
}
SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}

Place = tuple[str, str, str, str]  # type, chat, user, language


@dataclass
class Profile:
    """``commands`` by scope and language; ``texts`` by kind and language."""

    commands: dict[Place, list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_button: Json = field(default_factory=lambda: {"type": "commands"})

    def text(self, kind: str, language: str) -> str:
        return self.texts.get((kind, language)) or self.texts.get((kind, ""), "")

    def set_text(self, kind: str, language: str, text: str) -> None:
        if len(text) > TEXTS[kind]:
            raise bad_request(_REFUSALS[kind])
        self.texts[kind, language] = text

    def menu(self, kind: str, language: str, chat_id: int, *, admin: bool) -> list[Json]:
        """The commands that a person sees in a chat, by Telegram's order of scopes."""
        here = str(chat_id)
        order: list[tuple[str, str, str]] = [("chat", here, "")]
        if kind == "private":
            order += [("all_private_chats", "", "")]
        else:
            order = [("chat_administrators", here, "")] * admin + order
            order += [("all_chat_administrators", "", "")] * admin + [("all_group_chats", "", "")]
        for scope in [*order, ("default", "", "")]:
            for tongue in (language, ""):
                if self.commands.get((*scope, tongue)):
                    return self.commands[*scope, tongue]
        return []


def language(code: str) -> str:
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return code


def scope(value: Any) -> tuple[str, str, str]:
    """The scope's type, chat and user; raises ApiError 400 for an unknown or incomplete one."""
    if value is None:
        return "default", "", ""
    if not isinstance(value, dict):
        raise _scope_error("Expected an Object")
    kind = value.get("type")
    if kind not in SCOPES:
        raise _scope_error("Unsupported type specified" if kind else 'Can\'t find field "type"')
    for name in SCOPES[kind]:
        if value.get(name) in (None, ""):
            raise _scope_error(f'Can\'t find field "{name}"')
    chat = value.get("chat_id", "") if "chat_id" in SCOPES[kind] else ""
    user = value.get("user_id", "") if "user_id" in SCOPES[kind] else ""
    return kind, str(chat), str(user)


def _scope_error(text: str) -> ApiError:
    return bad_request(f"can't parse BotCommandScope: {text}")


def commands(value: Any) -> list[Json]:
    """The checked list of commands."""
    if not isinstance(value, list):
        raise bad_request("expected an Array of BotCommand")
    if len(value) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_command(item) for item in value]


def _command(item: Any) -> Json:
    if not isinstance(item, dict):
        raise bad_request("expected an Object as BotCommand")
    for name in ("command", "description"):
        if not isinstance(item.get(name), str):
            raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
    command = item["command"].strip().removeprefix("/")
    description = item["description"].strip()
    if not command:
        raise bad_request("command can't be empty")
    if len(command) > MOST_NAME:
        raise bad_request(f"command length can't exceed {MOST_NAME}")
    if not description:
        raise bad_request("command description can't be empty")
    if len(description) > MOST_DESCRIPTION:
        raise bad_request(f"command description length can't exceed {MOST_DESCRIPTION}")
    if not re.fullmatch(r"[a-z0-9_]+", command):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": command, "description": description}
