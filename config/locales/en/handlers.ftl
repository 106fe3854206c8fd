# What the conversations say beside the other files.

city-how =
    Send the name of your city after the command, as: /city Cairo
settings-about = { $name }: { $about }
settings-muted-tap = Tap a line to unmute it.
button-help = What can Mujaz do?
answer-did-you-mean = Did you mean { $command }?

notice-report = A reader's report
notice-report-times = { $reason }: { $times }
notice-report-story = Story number: { $story }
admin-title = How the service is doing
admin-started = Started { $ago }.
admin-catalogue = In the catalogue: { $sources } sources, { $topics } topics.
admin-deliveries = Deliveries: { $counts }
admin-state-pending = waiting { $number }
admin-state-sending = being sent { $number }
admin-state-sent = sent { $number }
admin-state-refused = refused { $number }
admin-state-unsure = unsure { $number }
admin-failing = Sources that cannot be read: { $failing }
admin-failing-source = { $source }: { $reason }

query-short = “{ $word }” is too short by itself. Add a word.
query-common = “{ $word }” is in most news. Add a word that tells it apart.
query-excluded = Every word is excluded. Add one that must be there.
query-long = Too many words. Write 12 at most.
