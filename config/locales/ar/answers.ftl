# ما يجيب به البوت: الحال والمساعدة والمصادر والخصوصية والأخطاء.

status-title = الحال
status-no-next = لا موجز قادم: لا تتابع أي موضوع. اختر واحدًا: /topics
status-topics = { $more ->
    [zero] تتابع: { $topics }.
    [one] تتابع: { $topics }، وموضوعًا آخر.
    [two] تتابع: { $topics }، وموضوعين آخرين.
    [few] تتابع: { $topics }، و{ $more } مواضيع أخرى.
    [many] تتابع: { $topics }، و{ $more } موضوعًا آخر.
   *[other] تتابع: { $topics }، و{ $more } موضوع آخر.
}
status-sources = { $sources ->
    [zero] لم نقرأ أي مصدر بعد.
    [one] نقرأ مصدرًا واحدًا، آخر قراءة { $ago }.
    [two] نقرأ مصدرين، آخر قراءة { $ago }.
    [few] نقرأ { $sources } مصادر، آخر قراءة { $ago }.
    [many] نقرأ { $sources } مصدرًا، آخر قراءة { $ago }.
   *[other] نقرأ { $sources } مصدر، آخر قراءة { $ago }.
}
status-failing = { $failing ->
    [zero] كل المصادر تُقرأ.
    [one] تعذّرت قراءة مصدر واحد منذ الصباح: { $names }.
    [two] تعذّرت قراءة مصدرين منذ الصباح: { $names }.
    [few] تعذّرت قراءة { $failing } مصادر منذ الصباح: { $names }.
    [many] تعذّرت قراءة { $failing } مصدرًا منذ الصباح: { $names }.
   *[other] تعذّرت قراءة { $failing } مصدر منذ الصباح: { $names }.
}
status-articles-today = { $articles ->
    [zero] لم ترد مواد جديدة خلال آخر 24 ساعة.
    [one] وردت مادة واحدة خلال آخر 24 ساعة.
    [two] وردت مادتان خلال آخر 24 ساعة.
    [few] وردت { $articles } مواد خلال آخر 24 ساعة.
    [many] وردت { $articles } مادة خلال آخر 24 ساعة.
   *[other] وردت { $articles } مادة خلال آخر 24 ساعة.
}

help-text =
    يقرأ موجز مصادر عربية وإنجليزية وعبرية، ويجمع ما نشرته عن مواضيعك في موجز قصير بالعربية، كل جملة فيه منسوبة إلى مصدرها.

    آخر الأخبار: /latest
    المواضيع، تابع أو اترك: /topics
    البحث في الأخبار: /search
    متابعة كلمات تختارها: /track
    النشر في قناتك: /channel
    الموعد والمدينة واللغة: /settings
    الموجز القادم وحال المصادر: /status
    المصادر ومن يملكها: /sources
    ما صحّحناه وما سُحب: /corrections
    عن موجز: /about
    ما نعرفه عنك: /privacy
    محو كل ما نعرفه: /forget
help-group = في المجموعات يغيّر المشرفون وحدهم المواضيع والإعدادات.

sources-title = المصادر
sources-intro = { $sources ->
    [zero] لا نقرأ أي مصدر بعد.
    [one] نقرأ مصدرًا واحدًا.
    [two] نقرأ مصدرين.
    [few] نقرأ { $sources } مصادر.
    [many] نقرأ { $sources } مصدرًا.
   *[other] نقرأ { $sources } مصدر.
}
sources-tally = عربية { $arabic } · إنجليزية { $english } · عبرية { $hebrew }
sources-owner = يملكه { $owner } ({ $evidence })
sources-owner-evidence = الدليل
sources-owner-unknown = لم نتحقق من المالك.
sources-button-previous = السابق
sources-button-next = التالي

about-text =
    موجز يجمع أخبار المواضيع التي تختارها من مصادر مختلفة اللغات والاتجاهات، ويختصرها بالعربية.

    • كل جملة مأخوذة من مصدر تجد رابطه بجانبها.
    • ما ورد في مصدر واحد نقول إنه ورد في مصدر واحد.
    • ما يقوله طرف في الخبر نعرضه ولا نعدّه مصدرًا مستقلًا.
    • ما لم يرد في مصدر عربي يبقى بلغته، أو يُترجم آليًا ونكتب عنده «ترجمة آلية».
    • ما عدّله مصدر أو سحبه، وما أخطأنا فيه، نصحّحه حيث نقلناه، ويبقى في القائمة.

    المصادر ومن يملكها: /sources
    التصحيحات: /corrections
privacy-text =
    نحفظ رقم المحادثة، وإعداداتك، والمواضيع التي تتابعها، وما أُرسل إليك كي لا يتكرر، وتاريخ آخر ضغطة على زر.

    لا نحفظ اسمك ولا رسائلك، ولا نبيع شيئًا ولا نشاركه.
    لدى المشغّل نسخ احتياطية تُمحى بعد سبعة أيام.

    لمحو كل ذلك فورًا: /forget
forget-ask = نمحو إعداداتك ومواضيعك وكل ما نعرفه عن هذه المحادثة، ولا يمكن استرجاعه. هل نمحوه؟
forget-button-yes = نعم، امحُ كل شيء
forget-button-no = لا، أبقِه
forget-done = مُحي كل شيء. للبدء من جديد: /start
forget-kept = لم يُمحَ شيء.

answer-unknown-command = لا نعرف الأمر { $command }. هذه الأوامر المتاحة: /help
answer-plain-text = لا نقرأ الرسائل العادية. للبحث عن «{ $query }» في الأخبار اضغط على الزر، أو اكتب: /help
answer-plain-text-long = لا نقرأ الرسائل العادية. للبحث في الأخبار: /search وللمساعدة: /help
answer-button-search = ابحث عنها
answer-not-text = نقرأ النصوص وحدها. للمساعدة: /help
answer-admins-only = يغيّر المشرفون وحدهم إعدادات المجموعة.
answer-error = حدث خطأ لدينا ولم يُنفّذ طلبك. حاول بعد قليل.
answer-busy = الطلبات كثيرة الآن. حاول بعد دقيقة.
answer-old-button = هذا الزر قديم. افتح القائمة من جديد: /help

mute-ask = ماذا نكتم؟
mute-topic = كتم «{ $topic }»
mute-source = كتم { $source }
mute-topic-ask = إلى متى نكتم «{ $topic }»؟
mute-for-day = يومًا
mute-for-week = أسبوعًا
mute-for-always = حتى ألغي الكتم
mute-done-topic = كُتم «{ $topic }» حتى { $until }.
mute-done-topic-always = كُتم «{ $topic }» حتى تلغي الكتم.
mute-done-source = كتمنا المصدر { $source }: لا يصلك خبر لم يرد في غيره.
mute-undone = أُلغي كتم { $name }.
mute-button-cancel = رجوع

report-story-ask = في أي خبر الخطأ؟
report-reason-ask = ما الخطأ؟
report-reason-summary = الملخص لا يطابق المصدر
report-reason-merged = خبران مختلفان دُمجا
report-reason-topic = ليس من الموضوع
report-reason-translation = ترجمة خاطئة
report-thanks = وصل بلاغك بلا اسمك. إن صحّ، نصحّح للجميع.
