# A thread (topic) of a group was deleted that news were sent to.

thread-gone = The thread of this group that got news about { $names } was deleted.
thread-gone-kept = Nothing is sent to it any more; its topics and settings are kept. An administrator can move them here with a tap, or write /topics in another thread.
thread-button-move = Move them here
thread-moved = They were moved here. News come here now about: { $names }.
