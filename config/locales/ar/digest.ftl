# الموجز: عناوينه وسطوره وأزراره.

digest-morning = موجز الصباح
digest-noon = موجز الظهر
digest-evening = موجز المساء
digest-weekly = موجز الأسبوع
digest-topic = موجز: { $topic }
digest-new = ما الجديد منذ آخر موجز
digest-latest = آخر الأخبار
digest-instant = خبر جديد
digest-breaking = عاجل | { $sentence }
digest-breaking-quoted = { $source }: { $sentence }
digest-breaking-outlets = { $minutes ->
    [zero] أوردته { count-sources } في الدقيقة نفسها: { $outlets }
    [one] أوردته { count-sources } خلال دقيقة واحدة: { $outlets }
    [two] أوردته { count-sources } خلال دقيقتين: { $outlets }
    [few] أوردته { count-sources } خلال { $minutes } دقائق: { $outlets }
    [many] أوردته { count-sources } خلال { $minutes } دقيقة: { $outlets }
   *[other] أوردته { count-sources } خلال { $minutes } دقيقة: { $outlets }
}

digest-count = { count-stories } من { count-sources-of }
digest-failing = { $failing ->
    [zero] قُرئت كل المصادر.
    [one] تعذّرت قراءة مصدر واحد منذ الصباح؛ قد ينقص هذا الموجز أخبار.
    [two] تعذّرت قراءة مصدرين منذ الصباح؛ قد ينقص هذا الموجز أخبار.
    [few] تعذّرت قراءة { $failing } مصادر منذ الصباح؛ قد ينقص هذا الموجز أخبار.
    [many] تعذّرت قراءة { $failing } مصدرًا منذ الصباح؛ قد ينقص هذا الموجز أخبار.
   *[other] تعذّرت قراءة { $failing } مصدر منذ الصباح؛ قد ينقص هذا الموجز أخبار.
}
digest-sample = نموذج للتجربة، وليس خبرًا جديدًا

digest-button-left = { $left ->
    [zero] المزيد
    [one] وخبر آخر
    [two] وخبران آخران
    [few] و{ $left } أخبار أخرى
    [many] و{ $left } خبرًا آخر
   *[other] و{ $left } خبر آخر
}
digest-button-coverage = كيف غطّته المصادر
digest-button-more = المزيد
digest-button-mute = كتم
digest-button-report = الإبلاغ عن خطأ
digest-button-settings = الإعدادات

story-untitled = خبر بلا عنوان
story-updated = مستجدات: { $headline }
story-from-text = من نص { $source }:
story-accounts-differ = الروايتان مختلفتان:
story-no-reply = لم نجد في مصادرنا ردًا من { $party }.
story-amended = تصحيح من { $source }: { $said }
story-party = طرف في الخبر
story-translated = ترجمة آلية
story-aggregator = مجمّع أخبار
story-sources = المصادر: { $outlets }
story-sources-more = { $sources ->
    [zero] ولا غيرها
    [one] ومصدر آخر
    [two] ومصدران آخران
    [few] و{ $sources } مصادر أخرى
    [many] و{ $sources } مصدرًا آخر
   *[other] و{ $sources } مصدر آخر
}
story-single = ورد في مصدر واحد حتى الآن.
story-single-copied = ورد في مصدر واحد حتى الآن، { $copying }.
story-background = خلفية، من نص { $source }: { $sentence }
story-background-told = خلفية: { $sentence }
story-only-parties = لم يرد حتى الآن إلا عن طرف في الخبر.
story-copied = { count-sources }، { $copying }.
story-copies = { $copies ->
    [zero] ولا نقل عن { $origin }
    [one] وواحد نقل عن { $origin }
    [two] واثنان نقلا عن { $origin }
    [few] و{ $copies } نقلت عن { $origin }
    [many] و{ $copies } مصدرًا نقلت عن { $origin }
   *[other] و{ $copies } مصدر نقلت عن { $origin }
}

language-in-ar = بالعربية
language-in-en = بالإنجليزية
language-in-he = بالعبرية
language-in-other = بلغة أخرى
