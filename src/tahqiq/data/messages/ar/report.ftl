# التقرير: العناوين والجمل القصيرة

report-title = تقرير عن { $source }
report-document = النص
report-published = تاريخ النشر
report-as_of = التاريخ المعني
report-beyond = لم يُحكم عليه
report-beyond_count = { $count ->
    [one] قول آخر في نهاية النص. افحص نهاية النص على حدة.
    [two] قولان آخران في نهاية النص. افحص نهاية النص على حدة.
    [few] { $count } أقوال أخرى في نهاية النص. افحص نهاية النص على حدة.
    [many] { $count } قولًا آخر في نهاية النص. افحص نهاية النص على حدة.
   *[other] { $count } قول آخر في نهاية النص. افحص نهاية النص على حدة.
}
report-left_out = خارج التحقّق
report-language = اللغة
report-language_unread = { $language }، ولا تُقرأ بعد
as-of-day = { $start } ({ $basis })
report-verdicts = الأحكام
report-verdict = الحكم
report-claims = الأقوال
report-article = المقال
report-damage = التلف
report-repairs = الإصلاحات
report-unchecked = ما لم يُتحقق منه
report-unchecked_count = { $count ->
    [zero] لا موضع في النص لم يُتحقق منه
    [one] موضع واحد في النص لم يُتحقق منه
    [two] موضعان في النص لم يُتحقق منهما
    [few] { $count } مواضع في النص لم يُتحقق منها
    [many] { $count } موضعًا في النص لم يُتحقق منها
   *[other] { $count } موضع في النص لم يُتحقق منها
}
report-no_claims = لم يُعثر على قول يستطيع سجل أن يجيب عنه.
report-nothing_read = لم يُتحقق من شيء، فالنصوص بهذه اللغة لا تُقرأ بعد.
report-repairs_count = { $count ->
    [zero] لم يحتج النص إلى إصلاح.
    [one] أُجري على النص إصلاح واحد قبل قراءته، ويمكن الرجوع عنه.
    [two] أُجري على النص إصلاحان قبل قراءته، ويمكن الرجوع عنهما.
    [few] أُجريت على النص { $count } إصلاحات قبل قراءته، ويمكن الرجوع عن كل منها.
    [many] أُجري على النص { $count } إصلاحًا قبل قراءته، ويمكن الرجوع عن كل منها.
   *[other] أُجري على النص { $count } إصلاح قبل قراءته، ويمكن الرجوع عن كل منها.
}
report-mended = يظهر النص هنا بعد إصلاحه، أما الاقتباسات في صيغ البيانات فكما وردت.
report-record_version = إصدار السجل
report-record_span = { $title }: من { $from } إلى { $to }، الإصدار { $version }
report-skip = انتقل إلى المقال
report-footer = أعدّه تحقيق { $version }. الرقم يصح بتعريف، وبين تاريخين.

claim-says = يقول النص
claim-about = في
claim-reading = { $filters ->
    [none] { $measure }
   *[other] { $measure } – { $filters }
}
claim-filter = { $name }: { $value }
claim-date = مذكور لتاريخ { $date }
claim-group = حُكم عليه مع { $others }
claim-why = السبب
claim-sentence = في الجملة
claim-correction = يُكتب بدلًا منه
claim-checked = لم يُتحقق إلا من هذه الكلمات
claim-unread = لم يُفهم
claim-taken = مأخوذ من موضع آخر
claim-back = عودة إلى النص
claim-mark = { $number }: { $verdict }

answer-definition = طريقة العدّ
answer-column = في { $date }
answer-holds = يصح المذكور
answer-default = المعتادة
answer-reconstructed = استنتاجنا
answer-never = لم يصح قط
answer-same = تعدّ مثلها: { $definitions }
answer-others = { $count ->
    [zero] لا طرق أخرى
    [one] طريقة عدّ أخرى تعطي { $values }
    [two] طريقتا عدّ أخريان تعطيان { $values }
    [few] { $count } طرق عدّ أخرى تعطي { $values }
    [many] { $count } طريقة عدّ أخرى تعطي { $values }
   *[other] { $count } طريقة عدّ أخرى تعطي { $values }
}
answer-rows = قيود السجل
answer-rows_count = { $count ->
    [zero] لا قيود في السجل
    [one] قيد واحد في السجل
    [two] قيدان في السجل
    [few] { $count } قيود في السجل
    [many] { $count } قيدًا في السجل
   *[other] { $count } قيد في السجل
}
answer-rows_more = و{ $count } غيرها
answer-sources = المصادر
answer-query = الاستعلام
answer-used_by = يعدّ بها { $who }

list-register = قورنت بـ: { $register } ({ $filters })
list-number = الرقم
list-date = التاريخ
list-row = القيد
list-status = النتيجة
list-status_count = { $status }: { $count }
list-stated = يذكر النص: { $stated }؛ وفي القائمة: { $items }.
list-stated_record = يذكر النص: { $stated }؛ وفي القائمة: { $items }؛ وفي السجل: { $record }.
list-gap = الأرقام من { $first } إلى { $last } مفقودة، وعددها: { $numbers }. { $difference ->
    [equal] ويقع بين البند الذي قبلها والبند الذي بعدها من قيود السجل العدد نفسه.
    [more] ويقع بين البند الذي قبلها والبند الذي بعدها من السجل: { $rows }، أي أكثر من الأرقام المفقودة (الزيادة: { $surplus })، فقد ترك الكاتب هذا العدد منها، ولا يمكن أن يُعرف أيها ترك.
   *[less] ولا يقع بين البند الذي قبلها والبند الذي بعدها من السجل إلا: { $rows }، أي أقل من الأرقام المفقودة (الفرق: { $surplus }).
}
list-missing = لم يرد في القائمة: { $rows }
list-extra = ليس في السجل: { $numbers }
list-proposed = { $row } (مقترح)

chart-stated = المذكور: { $value }
chart-alt = { $title }. { $series }.
    .stated = الرقم المذكور { $stated }{ $span ->
        [none] ، ولم يصح قط.
       *[other] ، ويصح { $span }.
    }
chart-series = { $label }: { $value } في { $date }
chart-source = المصدر: { $source }
chart-shaded = المظلل: يصح الرقم المذكور
separator = {"؛ "}
quoted = «{ $text }»
noted = { $notes ->
    [none] { $what }
   *[other] { $what } ({ $notes })
}
value-on = { $value } في { $date }
list-titled = القائمة: { $heading }
report-heading = أرقام مقارنة بالسجل العام
list-items = كل بنود القائمة
list-short = القائمة
progress-checking = يجري فحص { $source }: { $seconds } ث{ $left ->
    [none] {""}
   *[other] {"، الباقي نحو "}{ $left }
}
