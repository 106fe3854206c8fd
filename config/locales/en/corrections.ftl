# Corrections and withdrawals: what those are sent who were told, and the list.

correction-title = Correction
correction-told = On { $day } we reported from { $source }: { $before }. The source changed its text on { $edited }. It now reads: { $after }.
correction-told-headline = On { $day } we gave the headline of { $source } as { $before }. The source changed it on { $edited }. It now reads: { $after }.
correction-dropped = On { $day } we reported from { $source }: { $before }. The source removed this sentence on { $edited }.
correction-more = In the same story, { $before } now reads: { $after }.
correction-more-dropped = The source also removed: { $before }.
correction-link = The text as it is now
correction-notice = On { $day } we reported the story { $headline } from { $source }. The source published a correction on { $edited }: { $said }.
correction-notice-link = The correction
correction-reason = The source gives the reason: { $reason }.
correction-post = Corrected { $time }

withdrawal-title = A story is withdrawn
withdrawal-said-feminine = { $source } has withdrawn the story { $headline }, which we reported on { $day }.
withdrawal-said-masculine = { $source } has withdrawn the story { $headline }, which we reported on { $day }.
withdrawal-reason-feminine = The reason given: { $reason }.
withdrawal-reason-masculine = The reason given: { $reason }.
withdrawal-reason-none-feminine = No reason was given.
withdrawal-reason-none-masculine = No reason was given.
withdrawal-left-none = We have no other source for it.
withdrawal-left = Still reported by: { $outlets }
withdrawal-link = The notice
withdrawal-post = A story of this post was withdrawn { $time }

gone-title = No longer available:
gone-said = The page of the story { $headline } was removed from the site of { $source }. We found no notice of withdrawal.
gone-returned = The page came back on { $day }.
gone-post = The page of one of this post's sources was removed { $time }

hand-title = A correction by Mujaz:
hand-title-channel = A correction by this channel:
hand-said = We were wrong about { $wrong }. Correct is: { $better }. We apologise.
hand-withdrawn = We have withdrawn the story { $headline }, which we reported on { $day }.
hand-withdrawn-reason = The reason: { $reason }.
hand-withdrawn-sorry = We apologise.

corrections-title = Corrections
corrections-intro = Everything that we corrected or withdrew, and what sources changed or withdrew after we had reported it. This list is kept, and nothing is taken off it.
corrections-none = No corrections so far.
corrections-button = The list of corrections
corrections-newer = Newer
corrections-older = Older

hand-button-told = Correct a story
hand-choose = Which story? Reported ones come first.
hand-none = No story was told yet.
hand-row-reported = { $headline } · reports: { $times }
hand-button-correct = Correct
hand-button-split = Split
hand-button-withdraw = Withdraw
hand-ask-correct =
    Answer this message with two lines: what we got wrong, then what is right. For example:
    the number of signatures, which we gave as 800
    80 signatures
hand-field-correct = What was wrong; what is right below
hand-ask-reason = Answer this message with the reason.
hand-field-reason = The reason
hand-two-lines = We need two lines: what was wrong, then what is right.
hand-long = That is too long. At most { $most } characters.
hand-not-yours = You cannot correct this story.
hand-settled = This correction was settled before.
hand-preview = { $chats ->
    [0] This is how it reads. No chat is left that would get it.
    [one] This is how it reads. One chat gets it:
   *[other] This is how it reads. { $chats } chats get it:
}
hand-preview-channel = This is how it reads in the channel. The post itself is edited too:
hand-button-send-correct = Send the correction
hand-button-send-withdraw = Withdraw the story
hand-button-write-correct = Write it again
hand-button-write-withdraw = Give a reason
hand-button-drop = Cancel
hand-sent = { $chats ->
    [0] Done. No chat was left to get it.
    [one] Sent to one chat.
   *[other] Sent to { $chats } chats.
}
hand-sent-channel = The correction is being posted.
hand-dropped = Cancelled. Nothing was sent.
hand-split-ask = Which article does not belong?
hand-split-none = There is nothing left to split.
hand-split-done = Taken out of the story: { $source }, “{ $title }”. What was told stays, unless you correct it:
