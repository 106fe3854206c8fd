# What the bot answers: state, help, sources, privacy, errors.

status-title = Status
status-no-next = No digest is coming: you follow no topic. Choose one: /topics
status-topics = { $more ->
    [0] You follow: { $topics }.
    [one] You follow: { $topics } and one more topic.
   *[other] You follow: { $topics } and { $more } more topics.
}
status-sources = { $sources ->
    [0] We have not read any source yet.
    [one] We read one source, the last time { $ago }.
   *[other] We read { $sources } sources, the last time { $ago }.
}
status-failing = { $failing ->
    [0] All sources can be read.
    [one] One source could not be read since this morning: { $names }.
   *[other] { $failing } sources could not be read since this morning: { $names }.
}
status-articles-today = { $articles ->
    [0] No new articles in the last 24 hours.
    [one] One new article in the last 24 hours.
   *[other] { $articles } new articles in the last 24 hours.
}

help-text =
    Mujaz reads Arabic, English and Hebrew sources and turns what they published about your topics into a short digest in Arabic, every sentence tied to its source.

    Latest news: /latest
    Topics, follow or leave: /topics
    Search the news: /search
    Follow words of your own: /track
    Posting to your channel: /channel
    Time, city, language: /settings
    Next digest, state of the sources: /status
    Sources and who owns them: /sources
    What was corrected or withdrawn: /corrections
    About Mujaz: /about
    What we know of you: /privacy
    Erase all that we know: /forget
help-group = In groups only administrators change topics and settings.

sources-title = Sources
sources-intro = { $sources ->
    [0] We read no source yet.
    [one] We read one source.
   *[other] We read { $sources } sources.
}
sources-tally = Arabic { $arabic } · English { $english } · Hebrew { $hebrew }
sources-owner = Owned by { $owner } ({ $evidence })
sources-owner-evidence = evidence
sources-owner-unknown = We have not verified its owner.
sources-button-previous = Previous
sources-button-next = Next

about-text =
    Mujaz gathers the news of the topics that you choose from sources of different languages and views, and shortens them in Arabic.

    • Every sentence comes from a source whose link stands beside it.
    • What one source alone reports, we say so.
    • What a party to the news says is shown, and not counted as an independent source.
    • What no Arabic source reports stays in its own language, or is translated by machine, and we say so beside it.
    • What a source changed or withdrew, and what we got wrong, is corrected where it was told, and stays on the list.

    Sources and who owns them: /sources
    Corrections: /corrections
privacy-text =
    We keep the number of this chat, your settings, the topics that you follow, what was sent to you so that it is not repeated, and the date of your last tap.

    We keep neither your name nor your messages, and sell and share nothing.
    The operator's backups are erased after seven days.

    To erase it all at once: /forget
forget-ask = We erase your settings, your topics and all that we know of this chat. It cannot be brought back. Erase it?
forget-button-yes = Yes, erase everything
forget-button-no = No, keep it
forget-done = Everything is erased. To begin again: /start
forget-kept = Nothing was erased.

answer-unknown-command = We do not know the command { $command }. These are the ones we know: /help
answer-plain-text = We do not read ordinary messages. To search the news for “{ $query }”, tap the button, or write: /help
answer-plain-text-long = We do not read ordinary messages. To search the news: /search and for help: /help
answer-button-search = Search for it
answer-not-text = We read text only. For help: /help
answer-admins-only = Only administrators change the group's settings.
answer-error = Something went wrong on our side and your request was not carried out. Try again shortly.
answer-busy = There are many requests now. Try again in a minute.
answer-old-button = This button is old. Open the list again: /help

mute-ask = What should we mute?
mute-topic = Mute “{ $topic }”
mute-source = Mute { $source }
mute-topic-ask = Until when should we mute “{ $topic }”?
mute-for-day = For a day
mute-for-week = For a week
mute-for-always = Until I unmute it
mute-done-topic = “{ $topic }” is muted until { $until }.
mute-done-topic-always = “{ $topic }” is muted until you unmute it.
mute-done-source = { $source } is muted: a story that only it reports does not reach you.
mute-undone = { $name } is no longer muted.
mute-button-cancel = Back

report-story-ask = Which story has the mistake?
report-reason-ask = What is wrong?
report-reason-summary = The summary does not match the source
report-reason-merged = Two different stories were joined
report-reason-topic = Not about the topic
report-reason-translation = Wrong translation
report-thanks = Your report arrived without your name. If it is right, we correct it for everyone.
