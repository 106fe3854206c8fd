# Topics: the list, following and leaving.

topics-title = Topics
topics-choose = Tap a topic to follow it, tap again to leave it.
topics-following = { $topics ->
    [0] You follow no topic yet.
    [one] You follow one topic.
   *[other] You follow { $topics } topics.
}
topics-none-followed = You follow no topic yet. Choose one:
topics-none-offered = The catalogue has no topics now. Come back later.
topics-page = Page { $page } of { $pages }
topics-added = You now follow: { $topic }
topics-removed = You no longer follow: { $topic }
topics-unknown = This topic is no longer in the catalogue.
topics-limit = You follow as many topics as you can. Leave one to follow another.

topics-button-followed = ✅ { $topic }
topics-button-previous = Previous
topics-button-next = Next
topics-button-new = What’s new
topics-button-latest = Latest news
