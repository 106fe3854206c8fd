"""Conversations: one file each, from what a person sends to what the bot does."""

from handlers.registry import register

__all__ = ["register"]
