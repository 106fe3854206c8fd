# Latest news, search, words to follow.

latest-nothing-topic = { $hours ->
    [0] Nothing new about “{ $topic }”.
    [one] Nothing new about “{ $topic }” for an hour.
   *[other] Nothing new about “{ $topic }” for { $hours } hours.
}
latest-nothing = { $hours ->
    [0] Nothing new about your topics.
    [one] Nothing new about your topics for an hour.
   *[other] Nothing new about your topics for { $hours } hours.
}
latest-last = Last story: { $day }, { $title }.
latest-read = { $sources ->
    [0] We have not read any source yet.
    [one] We read one source { $ago }.
   *[other] We read { $sources } sources, the last one { $ago }.
}
latest-nothing-since = Nothing new in your topics since your last digest.
latest-choose = Latest news about which topic?
latest-button-topics = Topics
latest-no-more = This is all the news.

search-usage = Write what you look for after the command, as in: /search Project Nimbus
search-title = Found for “{ $query }”
search-nothing = { $days ->
    [0] We did not find “{ $query }”. Try fewer words, or follow them: we tell you when they appear.
    [one] We did not find “{ $query }” in the last day. Try fewer words, or follow them: we tell you when they appear.
   *[other] We did not find “{ $query }” in the last { $days } days. Try fewer words, or follow them: we tell you when they appear.
}
search-button-track = Follow these words
search-button-next = Older results

track-usage =
    Write the words to follow after the command, as in: /track Project Nimbus

    • Two words: both must appear.
    • "a phrase in quotes": as it stands.
    • word|word: either will do.
    • -word: not where this one appears.
track-added = You now follow your words: “{ $query }”
track-exists = You follow these words already: “{ $query }”
track-limit = You follow as many topics of your own as you can. Leave one to add another.
