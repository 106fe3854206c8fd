# «كيف غطّته المصادر»: عناوين المصادر كما نشرتها، بترتيب الوقت.

coverage-title = كيف غطّته المصادر
coverage-choose = أيّ خبر؟
coverage-tally = عربية { $arabic } · إنجليزية { $english } · عبرية { $hebrew }
coverage-absent-ar = لم نجده في مصادرنا العربية
coverage-absent-en = لم نجده في مصادرنا الإنجليزية
coverage-absent-he = لم نجده في مصادرنا العبرية
coverage-more = { $articles ->
    [zero] هذه كل المواد.
    [one] ومادة أخرى لم يتسع لها المكان.
    [two] ومادتان أخريان لم يتسع لهما المكان.
    [few] و{ $articles } مواد أخرى لم يتسع لها المكان.
    [many] و{ $articles } مادة أخرى لم يتسع لها المكان.
   *[other] و{ $articles } مادة أخرى لم يتسع لها المكان.
}
coverage-gone = لم نعد نحتفظ بمواد هذا الخبر.
