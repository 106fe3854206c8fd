# Channels: connecting, settings, drafts, notices to their owners.

channel-how =
    Mujaz posts news of the topics you choose to your channel, and nothing before you approve it in the first 7 days.

    1. Press “Choose the channel” below and choose yours. Mujaz joins it as an administrator with the right “Post messages” alone.
    2. Or add it yourself, then write the channel's name after the command, as in: /channel @name, or forward one of its posts here.

    We post a test message there and delete it after a minute.
channel-private-only = Channels are managed in a private chat with Mujaz. Open it and write: /channel
channel-button-choose = Choose the channel
channel-test-post = This is a test post by Mujaz, deleted after a minute.
channel-connected = The channel “{ $channel }” is connected; a test post there is deleted after a minute.
channel-choose-topics = Now choose its topics:
channel-button-connect = Connect the channel
channel-unknown = We did not find this channel, or Mujaz was not added to it yet. Add it as an administrator with the right “Post messages”, then try again: /channel
channel-no-channel = This is not a channel. Groups need no connecting: add Mujaz and write there: /topics
channel-cannot-post =
    Mujaz cannot post to “{ $channel }”.
    Manage channel, then Administrators, then Mujaz, then switch on “Post messages”. After that try again: /channel
channel-not-admin = Only its administrators connect a channel, and you are none of “{ $channel }”.
channel-not-yours = You are no longer an administrator of this channel, so we do not show its settings.
channel-not-verified = We cannot check just now that you are an administrator of the channel. Try again in a while.
channel-test-unsure = Telegram did not answer about the test post. If it shows in the channel, delete it, then try again: /channel

channel-list-title = Your channels
channel-list-none = You have not connected a channel yet.
channel-list-choose = Press a channel for its settings.
channel-list-line-stopped = { $channel } (stopped)
channel-list-line-lost = { $channel } (no right to post)
channel-button-list = Your channels

channel-title = Channel: { $channel }
channel-no-topics = It has no topics yet, so nothing is posted.
channel-next = Next post: { $when }.
channel-next-stories = Each story is posted as it comes, at most 3 an hour.
channel-approval-note = Every post waits for your approval until { $until }.
channel-approval-always-note = Every post waits for your approval.
channel-approval-off-note = News is posted without approval.
channel-stopped-note = All posting is stopped.
channel-lost-note = Mujaz has no right to post to the channel.

channel-row-topics = Topics: { $value }
channel-row-mode = Form: { $value }
channel-row-approval = Approval: { $value }
channel-row-breaking = Breaking news: { $value }
channel-row-hashtags = Hashtags: { $value }
channel-row-pin = Pin new posts: { $value }
channel-button-stop = Stop all posting now
channel-button-resume = Resume posting
channel-button-check = Check now
channel-button-stop-channel = Stop the channel
channel-button-leave = Disconnect the channel
channel-button-leave-sure = Yes, disconnect it
channel-button-back = Back
channel-button-correct = Correct a post
channel-button-more = More
channel-more-title = Other settings

channel-topics-title = Topics of the channel “{ $channel }”
channel-topics-choose = Press a topic to post it in the channel, and again to leave it.
channel-topic-added = Posted to the channel from now on: { $topic }
channel-topic-removed = No longer posted to the channel: { $topic }
channel-mode-ask = How is news posted?
channel-mode-digest = Digest
channel-mode-story = A post for each story
channel-approval-ask = Does every post wait for your approval?
channel-approval-week = 7 more days
channel-approval-always = Always
channel-approval-off = No approval
channel-approval-until = until { $until }
channel-breaking-ask = Do we suggest breaking news to you? What 3 independent sources report within an hour, at most twice a day. It is posted by your tap only, with sound.
channel-hashtags-ask = Do we put a hashtag or two at the end of a post?
channel-pin-ask = Do we pin every new post?
channel-pin-right = Pinning needs the right “Edit messages of others”. Give it to Mujaz: Manage channel, Administrators, Mujaz. Then try again.
channel-on = Yes
channel-off = No
channel-stopped = All posting to “{ $channel }” is stopped.
channel-resumed = Posting resumes. What was missed comes as one draft.
channel-leave-ask = Disconnect the channel “{ $channel }” from you? If no administrator who connected it is left, posting there ends.
channel-left = The channel “{ $channel }” is disconnected.

channel-updated = Updated { $time }

draft-waiting = Draft for the channel “{ $channel }”:
draft-breaking = Breaking news for “{ $channel }”, posted only if you approve:
draft-lapsed = Too late for this breaking news: it was not posted in “{ $channel }”. Its story comes at the usual time:
draft-recalled = A source changed or withdrew its text after this draft for “{ $channel }” was made, so it will not be posted. What remains of its stories comes in a new draft:
draft-scheduled = To be posted to “{ $channel }” { $when }:
draft-published = Posted to “{ $channel }”, { $when }:
draft-ignored = Not to be posted to “{ $channel }”:
draft-button-publish = Publish
draft-button-publish-now = Publish now
draft-button-headline = Edit the headline
draft-button-ignore = Ignore
draft-button-at = Publish at { $time }
draft-button-tomorrow = Publish tomorrow { $time }
draft-said-published = Sent to the channel.
draft-said-scheduled = To be posted { $when }.
draft-said-ignored = It will not be posted.
draft-said-settled = This draft was settled before.
draft-said-stopped = Posting to this channel is stopped. Resume it first: /channel
draft-said-lost = Mujaz has no right to post to this channel.
draft-headline-ask = Send the new headline as a reply to this message, 120 characters at most.
draft-headline-placeholder = The new headline
draft-headline-done = The draft has its new headline. You can publish it now.
draft-headline-late = This draft was settled before; its headline did not change.

channel-unsure-ask = Did the post show in “{ $channel }”?
channel-unsure-why = The connection to Telegram broke while posting, and we do not post again without your word.
channel-button-there = The post is there
channel-button-again = Post again
channel-unsure-there = Thank you, it is not posted again.
channel-unsure-again = Posting it again now.
channel-unsure-settled = This question was answered before.

channel-lost-title = Posting to “{ $channel }” has stopped
channel-lost-refused = At { $time } Telegram refused our post: Mujaz has no right to post any more.
channel-lost-removed = At { $time } Mujaz was removed from the channel.
channel-lost-taken = At { $time } the right to post was taken from Mujaz.
channel-lost-kept = { $stories ->
    [0] The channel's settings are kept.
    [one] The channel's settings are kept, and one story was not posted.
   *[other] The channel's settings are kept, and { $stories } stories were not posted.
}
channel-lost-how = To resume: Manage channel, then Administrators, then Mujaz, then switch on “Post messages”.
channel-lost-how-removed = To resume: Manage channel, then Administrators, then add Mujaz again as an administrator who may “Post messages”.
channel-lost-one = We do not post all that was missed, but one digest that you approve.
channel-still-lost = The right to post is still off.
channel-not-lost = Posting to the channel works.
channel-back = Posting to “{ $channel }” is back.
