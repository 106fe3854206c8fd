# Numbers. Zero is never printed as a figure.

count-stories = { $stories ->
    [0] No news
    [one] One story
   *[other] { $stories } stories
}
count-sources = { $sources ->
    [0] No sources
    [one] One source
   *[other] { $sources } sources
}
count-sources-of = { $sources ->
    [0] any source
    [one] one source
   *[other] { $sources } sources
}

ago-now = a moment ago
ago-minutes = { $minutes ->
    [0] a moment ago
    [one] a minute ago
   *[other] { $minutes } minutes ago
}
ago-hours = { $hours ->
    [0] less than an hour ago
    [one] an hour ago
   *[other] { $hours } hours ago
}
ago-days = { $days ->
    [0] today
    [one] a day ago
   *[other] { $days } days ago
}

when-today = today at { $time }, { $place } time
when-tomorrow = tomorrow at { $time }, { $place } time
when-day = { $day } at { $time }, { $place } time
