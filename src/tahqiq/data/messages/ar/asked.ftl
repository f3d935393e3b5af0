# أجوبة `tahqiq ask` وأوصاف `tahqiq record`

asked-title = { $measure } في { $date }
asked-window-open = منذ { $from }
asked-window = من { $from } إلى { $to }
asked-never = لا مدخل بعد
asked-value = القيمة
asked-usual = طريقة العدّ المعتادة
asked-same = ومثلها: { $definitions }
asked-missing = قد ينقصها { $count ->
    [one] مدخل واحد
    [two] مدخلان
    [few] { $count } مداخل
    [many] { $count } مدخلًا
   *[other] { $count } مدخل
}
asked-missing-amount = قد ينقصها ما يصل إلى { $amount }
asked-after = ينتهي السجلّ في { $date }، ولا يُعدّ شيء بعده.
asked-outside = يمتدّ السجلّ من { $from } إلى { $to }، وليس فيه شيء عن الوقت المسؤول عنه.
asked-absent = لا يذكر أيّ مدخل من السجلّ { $values }.
asked-empty = ليس في السجلّ مدخل لهذا.
asked-proves-nothing = وهذا لا يدلّ على شيء، فالسجلّ غير كامل هنا.
asked-silent = { $measure }: لا يستطيع السجلّ الجواب. { $why }
asked-not-covered = لا يشملها السجلّ كاملة
asked-rows = المداخل المعدودة بالطريقة المعتادة
asked-sources = المصادر
asked-query = الاستعلام
record-rows = { $count ->
    [zero] لا مداخل
    [one] مدخل واحد
    [two] مدخلان
    [few] { $count } مداخل
    [many] { $count } مدخلًا
   *[other] { $count } مدخل
}
record-complete = كامل
record-incomplete = غير كامل: ما ليس فيه لا يدلّ على شيء
record-covers = من { $from } إلى { $to }
record-version = الإصدار { $version }
record-measures = ما يُسأل عنه
record-dimensions = يُقيَّد بـ
record-axes = طرق العدّ
record-default = المعتادة
record-witnesses = شهود ثوانٍ
record-no_witness = لا شاهد ثانياً بين أيدينا.
record-agreement-exact = الأعداد المتفقة: { $agreeing } من { $compared }
record-agreement = الأعداد المتفقة بفارق لا يزيد على { $within } في المئة: { $agreeing } من { $compared }
record-gaps = نواقص معروفة
record-gap = { $count } على الأكثر
record-gap-open = غير مشمول
record-caveats = تنبيه
record-sources = المصادر
record-weak = { $count ->
    [zero] لا مدخل يقوم على مصدر ضعيف وحده.
    [one] مدخل واحد يقوم على مصدر ضعيف وحده.
    [two] مدخلان يقومان على مصدر ضعيف وحده.
    [few] { $count } مداخل تقوم على مصدر ضعيف وحده.
    [many] { $count } مدخلًا تقوم على مصدر ضعيف وحده.
   *[other] { $count } مدخل تقوم على مصدر ضعيف وحده.
}
record-valid = { $register }: سليم ({ $checks } فحوص)

error-no_build = ليس للسجلّ { $name } برنامج بناء.
error-build_failed = تعذّر بناء السجلّ { $register }: { $problem }.
error-missing_filter = لا يُسأل عن هذا المقياس إلا مع تحديد { $name }.
notice-resumed = من تقارير الفحص السابق { $done ->
    [zero] لم يُكتب شيء
    [one] كُتب تقرير واحد
    [two] كُتب تقريران
    [few] كُتبت { $done } تقارير
    [many] كُتب { $done } تقريرًا
   *[other] كُتب { $done } تقرير
}، والباقي { $count ->
    [zero] لا شيء
    [one] مقالة واحدة
    [two] مقالتان
    [few] { $count } مقالات
    [many] { $count } مقالة
   *[other] { $count } مقالة
}.
notice-language_unread = لغة هذا النص ({ $language }) لا تُقرأ بعد، فلم يُتحقق من شيء. { $figures ->
    [yes] تُقرأ الأرقام والتواريخ وحدها: tahqiq mentions. { "" }
   *[no] { "" }
}حدّد اللغة بالخيار --lang إن أُخطئت.
asked-definition = طريقة العدّ
asked-window-title = تصحّ

export-title = السجلّ العام لتحقيق
export-about = سجلّات بالتصويت والمعونات والقوانين والأرقام، جُمعت من المصادر التي يسمّيها كلّ سطر.
export-done = { $count ->
    [one] كُتب سجلّ واحد في { $folder }
    [two] كُتب سجلّان في { $folder }
    [few] كُتبت { $count } سجلّات في { $folder }
    [many] كُتب { $count } سجلًّا في { $folder }
   *[other] كُتب { $count } سجلّ في { $folder }
}.
