# التصحيح والسحب: ما يصل إلى من نقلنا إليهم الخبر، وقائمة التصحيحات.

correction-title = تصحيح
correction-told = نقلنا في { $day } عن { $source }: { $before }. وعدّل المصدر النص في { $edited }، فصار: { $after }.
correction-told-headline = نقلنا في { $day } عن { $source } العنوان { $before }. وعدّله المصدر في { $edited }، فصار: { $after }.
correction-dropped = نقلنا في { $day } عن { $source }: { $before }. وحذف المصدر هذه الجملة في { $edited }.
correction-more = وكان في الخبر نفسه: { $before }، فصار: { $after }.
correction-more-dropped = وحذف المصدر من الخبر نفسه: { $before }.
correction-link = النص بعد التعديل
correction-notice = نقلنا في { $day } عن { $source } الخبر { $headline }. ونشر المصدر تصحيحًا له في { $edited }: { $said }.
correction-notice-link = تصحيح المصدر
correction-reason = وذكر المصدر السبب: { $reason }.
correction-post = صُحّح { $time }

withdrawal-title = سحب خبر
withdrawal-said-feminine = سحبت { $source } الخبر { $headline } الذي نقلناه في { $day }.
withdrawal-said-masculine = سحب { $source } الخبر { $headline } الذي نقلناه في { $day }.
withdrawal-reason-feminine = ذكرت السبب: { $reason }.
withdrawal-reason-masculine = ذكر السبب: { $reason }.
withdrawal-reason-none-feminine = لم تذكر السبب.
withdrawal-reason-none-masculine = لم يذكر السبب.
withdrawal-left-none = لم يبقَ للخبر مصدر لدينا.
withdrawal-left = ما زال واردًا في: { $outlets }
withdrawal-link = إعلان السحب
withdrawal-post = سُحب خبر من هذا المنشور { $time }

gone-title = لم يعد متاحًا:
gone-said = حُذفت صفحة الخبر { $headline } من موقع { $source }، ولم نجد إعلان سحب.
gone-returned = عادت الصفحة في { $day }.
gone-post = حُذفت صفحة مصدر من مصادر هذا المنشور { $time }

hand-title = تصحيح من موجز:
hand-title-channel = تصحيح من القناة:
hand-said = أخطأنا في { $wrong }. والصواب: { $better }. نعتذر.
hand-withdrawn = سحبنا الخبر { $headline } الذي نقلناه في { $day }.
hand-withdrawn-reason = السبب: { $reason }.
hand-withdrawn-sorry = نعتذر.

corrections-title = التصحيحات
corrections-intro = كل ما صحّحناه أو سحبناه، وما عدّلته المصادر أو سحبته بعد أن نقلناه. تبقى هذه القائمة ولا يُحذف منها شيء.
corrections-none = لا تصحيحات حتى الآن.
corrections-button = قائمة التصحيحات
corrections-newer = أحدث
corrections-older = أقدم

hand-button-told = تصحيح خبر نقلناه
hand-choose = أيّ خبر نصحّح؟ الأخبار التي بُلّغ عنها أولًا.
hand-none = لم يُنقل أي خبر بعد.
hand-row-reported = { $headline } · البلاغات: { $times }
hand-button-correct = تصحيح
hand-button-split = تقسيم
hand-button-withdraw = سحب
hand-ask-correct =
    اكتب ردًّا على هذه الرسالة سطرين: في الأول ما أخطأنا فيه، وفي الثاني الصواب. مثل:
    عدد الموقّعين، وكتبنا 800
    80 موقّعًا
hand-field-correct = الخطأ، ثم الصواب في سطر ثانٍ
hand-ask-reason = اكتب سبب السحب ردًّا على هذه الرسالة.
hand-field-reason = سبب السحب
hand-two-lines = نحتاج إلى سطرين: الخطأ، ثم الصواب.
hand-long = النص طويل. { $most } حرف على الأكثر.
hand-not-yours = لا تستطيع تصحيح هذا الخبر.
hand-settled = سبق البتّ في هذا التصحيح.
hand-preview = { $chats ->
    [zero] هكذا يُقرأ، ولم يبقَ من يصل إليه. يبقى في القائمة.
    [one] هكذا يُقرأ، ويصل إلى محادثة واحدة:
    [two] هكذا يُقرأ، ويصل إلى محادثتين:
    [few] هكذا يُقرأ، ويصل إلى { $chats } محادثات:
    [many] هكذا يُقرأ، ويصل إلى { $chats } محادثة:
   *[other] هكذا يُقرأ، ويصل إلى { $chats } محادثة:
}
hand-preview-channel = هكذا يُقرأ في القناة، ويُعدّل المنشور نفسه أيضًا:
hand-button-send-correct = أرسل التصحيح
hand-button-send-withdraw = اسحب الخبر
hand-button-write-correct = أعد الكتابة
hand-button-write-withdraw = اكتب السبب
hand-button-drop = إلغاء
hand-sent = { $chats ->
    [zero] تمّ، ولم يبقَ من يصل إليه.
    [one] أُرسل إلى محادثة واحدة.
    [two] أُرسل إلى محادثتين.
    [few] أُرسل إلى { $chats } محادثات.
    [many] أُرسل إلى { $chats } محادثة.
   *[other] أُرسل إلى { $chats } محادثة.
}
hand-sent-channel = يُنشر التصحيح في القناة الآن.
hand-dropped = أُلغي، ولم يُرسل شيء.
hand-split-ask = أيّ مادة نُخرج من الخبر؟
hand-split-none = لم يبقَ في الخبر ما يُقسم.
hand-split-done = أُخرجت من الخبر: { $source }، «{ $title }». ما نُقل يبقى كما هو عند من وصلهم، إلا أن تصحّحه:
