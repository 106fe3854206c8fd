"""Corrections and withdrawals: what a source changes after it was told, and what we got wrong.

    article saved anew ──┐
    notice of a source ──┼─ desk ──> correction, and what every chat that was told is owed
    page gone (pages) ───┘               (one transaction)
    operator, owner ── byhand ──────────────┘

``change``, ``readings``, ``notice`` (by its title, ``heads``, and its text, ``own``) and ``gone``
decide and are pure; ``wording``, ``editing`` and ``listing`` write; ``announcing`` puts it into the
outbox; ``reporting`` brings readers' reports to operators. It sits after ``compose`` and
``channels``, whose posts it edits, and before ``pipeline``, which only says what may be a notice.
Nothing here knows Telegram's network.
"""
