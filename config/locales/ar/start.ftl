# البداية: من الأمر start إلى أول موجز.

start-welcome =
    أهلًا بك في موجز.

    اختر موضوعًا يصلك عنه موجز قصير بالعربية: ما الجديد، ومن قاله، ورابط كل مصدر.

    • نتابع مصادر عربية وإنجليزية وعبرية من بلدان واتجاهات مختلفة.
    • ننسب كل جملة إلى مصدرها، ولا نضيف رأيًا.
    • لا جديد؟ لا رسالة.

    ماذا تتابع؟
start-following = ✅ تتابع الآن: { $topic }
start-next = الموجز القادم: { $when }.
start-next-instant = يصلك كل خبر جديد فور وروده.
start-next-breaking = يصلك العاجل وحده فور وروده.
start-unknown-topic = لا نعرف هذا الموضوع. اختر من القائمة:
start-undone = لم تعد تتابع «{ $topic }».
start-group =
    أُضيف موجز إلى المجموعة. يختار المشرفون المواضيع: /topics
start-channel = أُضيف موجز إلى قناة «{ $channel }».

start-button-all-topics = { $topics ->
    [zero] المواضيع
    [one] كل المواضيع
    [two] كل المواضيع
    [few] كل المواضيع ({ $topics })
    [many] كل المواضيع ({ $topics })
   *[other] كل المواضيع ({ $topics })
}
start-button-language = English
start-button-city = مدينتي غير ذلك
start-button-time = تغيير الموعد
start-button-another = موضوع آخر
start-button-undo = تراجع
start-button-latest = اعرض آخر الأخبار
