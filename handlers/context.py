"""What every handler gets: the services, carried by the framework's typed context."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from telegram.ext import Application, CallbackContext, ExtBot

from config.settings import Settings
from digests.catalogs import Catalogue
from digests.clock import Clock
from digests.pipeline import Pipeline
from digests.store.database import Store
from digests.telling import Teller
from digests.words import Words
from handlers.permissions import Permissions
from handlers.screen import Screens


@dataclass(frozen=True, slots=True)
class Services:
    """The parts of the running service that conversations use."""

    settings: Settings
    store: Store
    catalogue: Catalogue
    pipeline: Pipeline
    teller: Teller
    words: Words
    clock: Clock
    started: datetime
    permissions: Permissions = field(default_factory=Permissions)
    screens: Screens = field(default_factory=Screens)
    #: Ids of the latest taps that were answered: Telegram refuses a second answer.
    answered: deque[str] = field(default_factory=lambda: deque(maxlen=1000))


class Context(CallbackContext[ExtBot[Any], None, None, Services]):
    """The framework's context, with our services in place of its bot_data."""

    @property
    def services(self) -> Services:
        return self.bot_data


App = Application[ExtBot[Any], Context, None, None, Services, None]
