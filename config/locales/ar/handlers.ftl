# ما تقوله المحادثات زيادةً على الملفات الأخرى.

city-how =
    اكتب اسم مدينتك بعد الأمر، مثل: /city القاهرة
settings-about = { $name }: { $about }
settings-muted-tap = اضغط على سطر لتلغي كتمه.
button-help = ماذا يستطيع موجز؟
answer-did-you-mean = هل تقصد { $command }؟

notice-report = بلاغ من قارئ
notice-report-times = { $reason }: { $times }
notice-report-story = رقم الخبر: { $story }
admin-title = حال الخدمة
admin-started = بدأت { $ago }.
admin-catalogue = في الفهرس: المصادر { $sources }، المواضيع { $topics }.
admin-deliveries = الرسائل: { $counts }
admin-state-pending = تنتظر { $number }
admin-state-sending = تُرسل { $number }
admin-state-sent = أُرسلت { $number }
admin-state-refused = رُفضت { $number }
admin-state-unsure = غير مؤكدة { $number }
admin-failing = مصادر لا تُقرأ: { $failing }
admin-failing-source = { $source }: { $reason }

query-short = الكلمة «{ $word }» قصيرة لا تكفي وحدها. أضف كلمة.
query-common = الكلمة «{ $word }» ترد في أكثر الأخبار. أضف كلمة تميّزها.
query-excluded = كل الكلمات مستبعدة. أضف كلمة يجب أن ترد.
query-long = الكلمات كثيرة. اكتب 12 على الأكثر.
