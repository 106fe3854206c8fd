# «خط زمني»: أحداث موضوع واحد بتواريخها.

timeline-title = خط زمني: { $topic }
timeline-choose = خط زمني لأي موضوع؟
timeline-nothing = لا أحداث بعد في «{ $topic }».
timeline-button = خط زمني
timeline-older = أحداث أقدم
timeline-newer = أحداث أحدث
