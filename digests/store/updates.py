"""Which updates from Telegram were handled and not confirmed yet: functions are transactions."""

from __future__ import annotations

from sqlite_utils import Database


def remember(db: Database, update: int, keep: int = 2000) -> None:
    """*update* was handled; ids more than *keep* before it are long confirmed."""
    db.execute("INSERT OR IGNORE INTO handled_update (id) VALUES (?)", (update,))
    db.execute("DELETE FROM handled_update WHERE id < ?", (update - keep,))


def known(db: Database, update: int) -> bool:
    row = db.execute("SELECT 1 FROM handled_update WHERE id = ?", (update,)).fetchone()
    return row is not None


def forget(db: Database, before: int) -> None:
    """Those below *before* are confirmed: they never come again."""
    db.execute("DELETE FROM handled_update WHERE id < ?", (before,))
