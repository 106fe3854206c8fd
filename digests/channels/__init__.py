"""Channels: how a post is written, what its owners are asked and told, and who decides.

    stories new to a channel --desk--> draft to every owner --tap--> post --growth--> edit of it
                                  └──(no approval)─────────────────> post

``posts`` and ``notices`` only write; ``desk`` and ``publishing`` decide, in transactions of the
store. Nothing here knows Telegram's network.
"""
