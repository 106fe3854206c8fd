# The timeline: dated events of one topic.

timeline-title = Timeline: { $topic }
timeline-choose = The timeline of which topic?
timeline-nothing = No events yet in “{ $topic }”.
timeline-button = Timeline
timeline-older = Older events
timeline-newer = Newer events
