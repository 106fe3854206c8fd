# القنوات: الوصل والإعدادات والمسودات والإشعارات لأصحابها.

channel-how =
    ينشر موجز في قناتك أخبار المواضيع التي تختارها، ولا ينشر شيئًا قبل موافقتك في أول 7 أيام.

    1. اضغط «اختر القناة» في الأسفل واختر قناتك. يُضاف موجز إليها مشرفًا بصلاحية «نشر الرسائل» وحدها.
    2. أو أضفه بنفسك، ثم اكتب اسم القناة بعد الأمر، مثل: /channel @name، أو أعد توجيه منشور منها إلى هنا.

    ننشر فيها منشورًا تجريبيًا ونحذفه بعد دقيقة.
channel-private-only = القنوات تُدار من المحادثة الخاصة مع موجز. افتحها واكتب: /channel
channel-button-choose = اختر القناة
channel-test-post = هذا منشور تجريبي من موجز، يُحذف بعد دقيقة.
channel-connected = وُصلت القناة «{ $channel }»، ونُشر فيها منشور تجريبي يُحذف بعد دقيقة.
channel-choose-topics = اختر الآن مواضيعها:
channel-button-connect = وصل القناة
channel-unknown = لم نجد هذه القناة، أو لم يُضف موجز إليها بعد. أضفه مشرفًا بصلاحية «نشر الرسائل»، ثم أعد المحاولة: /channel
channel-no-channel = هذه ليست قناة. المجموعات لا تحتاج إلى وصل: أضف موجز إليها ثم اكتب فيها: /topics
channel-cannot-post =
    لا يستطيع موجز النشر في «{ $channel }».
    إدارة القناة، ثم المشرفون، ثم موجز، ثم تفعيل «نشر الرسائل». بعدها أعد المحاولة: /channel
channel-not-admin = يصل القناة مشرفوها وحدهم، ولست من مشرفي «{ $channel }».
channel-not-yours = لم تعد مشرفًا في هذه القناة، فلا نعرض إعداداتها.
channel-not-verified = لا نستطيع الآن التحقق من أنك مشرف في القناة. حاول بعد قليل.
channel-test-unsure = لم يصلنا رد تيليغرام على المنشور التجريبي. إن ظهر في القناة فاحذفه، ثم أعد المحاولة: /channel

channel-list-title = قنواتك
channel-list-none = لم تصل أي قناة بعد.
channel-list-choose = اضغط على قناة لإعداداتها.
channel-list-line-stopped = { $channel } (متوقفة)
channel-list-line-lost = { $channel } (بلا صلاحية)
channel-button-list = قنواتك

channel-title = القناة: { $channel }
channel-no-topics = لا مواضيع لها بعد، فلا يُنشر فيها شيء.
channel-next = المنشور القادم: { $when }.
channel-next-stories = يُنشر كل خبر حين يرد، 3 في الساعة على الأكثر.
channel-approval-note = كل منشور ينتظر موافقتك حتى { $until }.
channel-approval-always-note = كل منشور ينتظر موافقتك.
channel-approval-off-note = تُنشر الأخبار من غير موافقة.
channel-stopped-note = النشر متوقف كله.
channel-lost-note = ليست لموجز صلاحية النشر في القناة.

channel-row-topics = المواضيع: { $value }
channel-row-mode = الشكل: { $value }
channel-row-approval = الموافقة: { $value }
channel-row-breaking = العاجل: { $value }
channel-row-hashtags = الوسوم: { $value }
channel-row-pin = تثبيت المنشور: { $value }
channel-button-stop = أوقف كل النشر الآن
channel-button-resume = استأنف النشر
channel-button-check = تحقّق الآن
channel-button-stop-channel = إيقاف القناة
channel-button-leave = فصل القناة
channel-button-leave-sure = نعم، افصلها
channel-button-back = رجوع
channel-button-correct = تصحيح منشور
channel-button-more = المزيد
channel-more-title = إعدادات أخرى

channel-topics-title = مواضيع القناة «{ $channel }»
channel-topics-choose = اضغط على موضوع لتُنشر أخباره في القناة، ومرة أخرى ليُترك.
channel-topic-added = تُنشر في القناة من الآن أخبار: { $topic }
channel-topic-removed = لن تُنشر في القناة أخبار: { $topic }
channel-mode-ask = كيف تُنشر الأخبار؟
channel-mode-digest = موجز
channel-mode-story = منشور لكل خبر
channel-approval-ask = هل ينتظر كل منشور موافقتك؟
channel-approval-week = 7 أيام أخرى
channel-approval-always = دائمًا
channel-approval-off = بلا موافقة
channel-approval-until = حتى { $until }
channel-breaking-ask = هل نقترح عليك العاجل؟ ما أوردته 3 مصادر مستقلة خلال ساعة، مرتين في اليوم على الأكثر. لا يُنشر إلا بضغطة منك، ويصل المشتركين بصوت.
channel-hashtags-ask = هل نضع وسمًا أو وسمين في آخر المنشور؟
channel-pin-ask = هل نثبّت كل منشور جديد؟
channel-pin-right = لا يثبّت موجز إلا بصلاحية «تعديل رسائل الآخرين». فعّلها له: إدارة القناة، ثم المشرفون، ثم موجز، ثم حاول مجددًا.
channel-on = نعم
channel-off = لا
channel-stopped = توقف كل النشر في «{ $channel }».
channel-resumed = استؤنف النشر. ما فات يصلك في مسودة واحدة.
channel-leave-ask = نفصل القناة «{ $channel }» عنك؟ إن لم يبقَ لها مشرف وصلها، توقف النشر فيها.
channel-left = فُصلت القناة «{ $channel }».

channel-updated = حُدّث { $time }

draft-waiting = مسودة لقناة «{ $channel }»:
draft-breaking = عاجل مقترح لقناة «{ $channel }»، لا يُنشر إلا بموافقتك:
draft-lapsed = مضى وقت هذا العاجل ولم يُنشر في «{ $channel }». يرد خبره في موعده:
draft-recalled = عدّل المصدر نصه أو سحبه بعد إعداد هذه المسودة، فلن تُنشر في «{ $channel }». ما بقي من أخبارها يأتي في مسودة جديدة:
draft-scheduled = يُنشر في «{ $channel }» { $when }:
draft-published = نُشر في «{ $channel }»، { $when }:
draft-ignored = لن يُنشر في «{ $channel }»:
draft-button-publish = نشر
draft-button-publish-now = نشر الآن
draft-button-headline = تعديل العنوان
draft-button-ignore = تجاهل
draft-button-at = نشر { $time }
draft-button-tomorrow = نشر غدًا { $time }
draft-said-published = أُرسل إلى القناة.
draft-said-scheduled = يُنشر { $when }.
draft-said-ignored = لن يُنشر.
draft-said-settled = سبق البتّ في هذه المسودة.
draft-said-stopped = النشر في هذه القناة متوقف. استأنفه أولًا: /channel
draft-said-lost = ليست لموجز صلاحية النشر في هذه القناة.
draft-headline-ask = أرسل العنوان الجديد ردًّا على هذه الرسالة، 120 حرفًا على الأكثر.
draft-headline-placeholder = العنوان الجديد
draft-headline-done = عُدّل العنوان في المسودة. يمكنك نشرها الآن.
draft-headline-late = سبق البتّ في هذه المسودة، فلم يتغير عنوانها.

channel-unsure-ask = هل ظهر المنشور في «{ $channel }»؟
channel-unsure-why = انقطع الاتصال بتيليغرام أثناء النشر، ولا نعيد النشر من غير علمك.
channel-button-there = المنشور موجود
channel-button-again = انشر مجددًا
channel-unsure-there = شكرًا، لن نعيد نشره.
channel-unsure-again = نعيد نشره الآن.
channel-unsure-settled = أُجيب عن هذا السؤال من قبل.

channel-lost-title = توقف النشر في «{ $channel }»
channel-lost-refused = عند { $time } رفض تيليغرام منشورنا: لم تعد لموجز صلاحية النشر.
channel-lost-removed = عند { $time } أُخرج موجز من القناة.
channel-lost-taken = عند { $time } سُحبت من موجز صلاحية النشر.
channel-lost-kept = { $stories ->
    [zero] إعدادات القناة محفوظة.
    [one] إعدادات القناة محفوظة، وخبر واحد لم يُنشر.
    [two] إعدادات القناة محفوظة، وخبران لم يُنشرا.
    [few] إعدادات القناة محفوظة، و{ $stories } أخبار لم تُنشر.
    [many] إعدادات القناة محفوظة، و{ $stories } خبرًا لم يُنشر.
   *[other] إعدادات القناة محفوظة، و{ $stories } خبر لم يُنشر.
}
channel-lost-how = للاستئناف: إدارة القناة، ثم المشرفون، ثم موجز، ثم تفعيل «نشر الرسائل».
channel-lost-how-removed = للاستئناف: إدارة القناة، ثم المشرفون، ثم أضف موجز مشرفًا من جديد بصلاحية «نشر الرسائل».
channel-lost-one = لن ننشر ما فات دفعة واحدة، بل في موجز واحد توافق عليه.
channel-still-lost = ما زالت صلاحية النشر غير مفعّلة.
channel-not-lost = النشر في القناة يعمل.
channel-back = عاد النشر في «{ $channel }».
