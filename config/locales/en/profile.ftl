# What the bot's page and its menu of commands show.

profile-short = A short digest in Arabic about the topics that you choose, every sentence tied to its source.
profile-description =
    Choose a topic and get a short digest about it in Arabic: what is new, who said it, and a link to every source.

    Arabic, English and Hebrew sources of different countries and views. One digest a day, silent. Nothing new? No message.

command-latest = Latest news
command-topics = Topics: follow or leave
command-search = Search the news
command-track = Follow words of your own
command-settings = Time, city, language
command-help = Help
