"""A group that became a supergroup has another id: its deliveries go along, its messages stay.

The numbers of its messages are those of other messages in the new chat: such a delivery is *moved*,
and nothing there answers it. What was told stays told. The function is a transaction.
"""

from __future__ import annotations

from sqlite_utils import Database


def move(db: Database, old: int, new: int) -> None:
    """The deliveries of *old* are *new*'s; of two about one message the more settled one stays."""
    order = "CASE state WHEN 'pending' THEN 0 WHEN 'refused' THEN 1 ELSE 2 END"
    same = (
        "o.chat = :old AND n.chat = :new AND n.thread = o.thread AND n.digest = o.digest "
        "AND n.part = o.part AND n.kind = o.kind"
    )
    pairs = db.execute(
        f"SELECT o.id, n.id, (SELECT {order} FROM delivery WHERE id = o.id) > "
        f"(SELECT {order} FROM delivery WHERE id = n.id) FROM delivery o JOIN delivery n ON {same}",
        {"old": old, "new": new},
    ).fetchall()
    for before, after, keep_before in pairs:
        db.execute("DELETE FROM delivery WHERE id = ?", (after if keep_before else before,))
    db.execute("UPDATE delivery SET chat = ?, moved = 1, target = NULL WHERE chat = ?", (new, old))
