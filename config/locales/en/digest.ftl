# The digest: headings, lines, buttons.

digest-morning = Morning digest
digest-noon = Midday digest
digest-evening = Evening digest
digest-weekly = Weekly digest
digest-topic = Digest: { $topic }
digest-new = New since your last digest
digest-latest = Latest news
digest-instant = New story
digest-breaking = Breaking | { $sentence }
digest-breaking-quoted = { $source }: { $sentence }
digest-breaking-outlets = { $minutes ->
    [0] { count-sources } reported it within the same minute: { $outlets }
    [one] { count-sources } reported it within one minute: { $outlets }
   *[other] { count-sources } reported it within { $minutes } minutes: { $outlets }
}

digest-count = { count-stories } from { count-sources-of }
digest-failing = { $failing ->
    [0] All sources were read.
    [one] One source could not be read since this morning; news may be missing here.
   *[other] { $failing } sources could not be read since this morning; news may be missing here.
}
digest-sample = A sample for trying Mujaz, not new news

digest-button-left = { $left ->
    [0] More
    [one] One more story
   *[other] { $left } more stories
}
digest-button-coverage = How sources covered it
digest-button-more = More
digest-button-mute = Mute
digest-button-report = Report a mistake
digest-button-settings = Settings

story-untitled = A story without a title
story-updated = Update: { $headline }
story-from-text = From the text of { $source }:
story-accounts-differ = The accounts differ:
story-no-reply = We found no reply from { $party } in our sources.
story-amended = Correction by { $source }: { $said }
story-party = a party to the news
story-translated = machine translation
story-aggregator = aggregator
story-sources = Sources: { $outlets }
story-sources-more = { $sources ->
    [0] and no others
    [one] and one more source
   *[other] and { $sources } more sources
}
story-single = Reported by one source so far.
story-single-copied = Reported by one source so far, { $copying }.
story-background = Background, from { $source }: { $sentence }
story-background-told = Background: { $sentence }
story-only-parties = Reported only by a party to the news so far.
story-copied = { count-sources }, { $copying }.
story-copies = { $copies ->
    [0] none citing { $origin }
    [one] and one citing { $origin }
   *[other] and { $copies } citing { $origin }
}

language-in-ar = in Arabic
language-in-en = in English
language-in-he = in Hebrew
language-in-other = in another language
