"""A forum thread that was deleted: Telegram tells nobody of it, so the group's General is told.

The rule: the first message that Telegram refuses because its thread is gone ends what goes there.
Topics and settings are kept, and General is told once, with a button by which an administrator
moves them there. A thread that was closed is not spoken of: who closed it knows, and what it
follows comes again when it opens.

What it may get wrong: a thread that was deleted to be rid of the news is spoken of too, once; left
alone, the notice changes nothing.
"""

from __future__ import annotations

from datetime import datetime

from digests import actions, stored_form
from digests.catalogs import Catalogue
from digests.channels.notices import identity, stored
from digests.compose.finish import finish
from digests.language.direction import isolate
from digests.markup import Html, clean, escape, inert
from digests.model import Button, Message, Place
from digests.store import chats, deliveries
from digests.store.database import Database
from digests.store.deliveries import Priority
from digests.stored_form import Pack
from digests.words import Speaker, Words


class DeletedThreads:
    """Tells groups of their deleted threads. ``pack`` turns a button's action into its data."""

    def __init__(self, catalogue: Catalogue, words: Words, pack: Pack) -> None:
        self._catalogue = catalogue
        self._words = words
        self._pack = pack

    def tell(self, db: Database, place: Place, now: datetime) -> None:
        """Owe General the notice about the thread at *place*, where that followed anything."""
        known = chats.find(db, place)
        if known is None or not known.topics or not place.thread:
            return
        say = self._words.in_(known.preferences.language)
        lines = [
            say.html("thread-gone", names=self._names(known.topics, say)),
            say.html("thread-gone-kept"),
        ]
        move = Button(say.label("thread-button-move"), actions.MoveThread(place.thread))
        message = finish(Message("\n".join(lines), ((move,),)), known.preferences)
        notice = stored(
            identity("thread", place.chat, place.thread), (stored_form.part(message, self._pack),)
        )
        deliveries.owe(db, Place(place.chat), notice, now, Priority.DIGEST)

    def _names(self, topics: tuple[str, ...], say: Speaker) -> Html:
        names = []
        for slug in topics:
            topic = self._catalogue.topics.get(slug)
            name = clean(topic.name.in_(say.language) or topic.name.ar) if topic else slug
            names.append(escape(isolate(inert(name), say.language)))
        return Html(say.comma.join(names))
