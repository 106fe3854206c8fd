# المواضيع: قائمتها والاشتراك فيها.

topics-title = المواضيع
topics-choose = اضغط على موضوع لتتابعه، ومرة أخرى لتتركه.
topics-following = { $topics ->
    [zero] لا تتابع أي موضوع بعد.
    [one] تتابع موضوعًا واحدًا.
    [two] تتابع موضوعين.
    [few] تتابع { $topics } مواضيع.
    [many] تتابع { $topics } موضوعًا.
   *[other] تتابع { $topics } موضوع.
}
topics-none-followed = لا تتابع أي موضوع بعد. اختر واحدًا:
topics-none-offered = لا مواضيع في الفهرس الآن. عُد لاحقًا.
topics-page = صفحة { $page } من { $pages }
topics-added = تتابع الآن: { $topic }
topics-removed = لم تعد تتابع: { $topic }
topics-unknown = لم يعد هذا الموضوع في الفهرس.
topics-limit = بلغت أقصى عدد للمواضيع. اترك واحدًا لتتابع غيره.

topics-button-followed = ✅ { $topic }
topics-button-previous = السابق
topics-button-next = التالي
topics-button-new = ما الجديد
topics-button-latest = آخر الأخبار
