# Side by side: the sources' headlines as they published them, in time order.

coverage-title = How sources covered it
coverage-choose = Which story?
coverage-tally = Arabic { $arabic } · English { $english } · Hebrew { $hebrew }
coverage-absent-ar = Not found in our Arabic sources
coverage-absent-en = Not found in our English sources
coverage-absent-he = Not found in our Hebrew sources
coverage-more = { $articles ->
    [0] These are all articles.
    [one] One more article did not fit here.
   *[other] { $articles } more articles did not fit here.
}
coverage-gone = We no longer keep the articles of this story.
