# From /start to the first digest.

start-welcome =
    Welcome to Mujaz.

    Choose a topic and get a short digest about it in Arabic: what is new, who said it, and a link to every source.

    • We read Arabic, English and Hebrew sources of different countries and views.
    • Every sentence is tied to its source; we add no opinion.
    • Nothing new? No message.

    What do you follow?
start-following = ✅ You now follow: { $topic }
start-next = Next digest: { $when }.
start-next-instant = Each new story reaches you as it comes in.
start-next-breaking = Only breaking news reaches you, as it comes in.
start-unknown-topic = We do not know this topic. Choose from the list:
start-undone = You no longer follow “{ $topic }”.
start-group =
    Mujaz was added to the group. Administrators choose the topics: /topics
start-channel = Mujaz was added to the channel “{ $channel }”.

start-button-all-topics = { $topics ->
    [0] Topics
    [one] All topics
   *[other] All topics ({ $topics })
}
start-button-language = العربية
start-button-city = My city is another
start-button-time = Change the time
start-button-another = Another topic
start-button-undo = Undo
start-button-latest = Show the latest news
