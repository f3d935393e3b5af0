# صفحة التقرير: ما يُصحّح أولًا، ثم متى صحّت الأرقام، ثم المقال

page-correct = ما ينبغي تصحيحه
page-correct_none = لم يُعثر على ما ينبغي تصحيحه.
page-correct_none_hint = هذا قول فيما فُحص وحده.
page-write = اكتب
page-copy = نسخ
page-copy_sentence = نسخ الجملة
page-copied = نُسخ
page-show = أرني إياه في النص
page-confirmed = { $count ->
    [one] قول واحد مؤكَّد
    [two] قولان مؤكَّدان
    [few] { $count } أقوال مؤكَّدة
    [many] { $count } قولًا مؤكَّدًا
   *[other] { $count } قول مؤكَّد
}
page-dated = { $count ->
    [one] جملة واحدة فُحص تاريخها وحده وهو مؤكَّد
    [two] جملتان فُحص تاريخهما وحده وهو مؤكَّد
    [few] { $count } جمل فُحص تاريخها وحده وهو مؤكَّد
   *[other] { $count } جملة فُحص تاريخها وحده وهو مؤكَّد
}
page-undecided = { $count ->
    [one] قول واحد لا يحسمه السجل
    [two] قولان لا يحسمهما السجل
    [few] { $count } أقوال لا يحسمها السجل
    [many] { $count } قولًا لا يحسمها السجل
   *[other] { $count } قول لا يحسمها السجل
}
page-list = القائمة: في السجل { $matched } من { $items }
page-timeline = متى صحّ كل رقم
page-timeline_hint = الممتلئ: بطريقة العدّ المعتادة. المفرَّغ: بطريقة عدّ موثقة أخرى. والخط القائم هو اليوم الذي قيس عليه النص.
page-timeline_left_out = { $count ->
    [one] ورقم آخر لم يُرسم.
    [two] ورقمان آخران لم يُرسما.
    [few] و{ $count } أرقام أخرى لم تُرسم.
    [many] و{ $count } رقمًا آخر لم تُرسم.
   *[other] و{ $count } رقم آخر لم تُرسم.
}
page-findings = نتائج الفحص
page-previous = السابق
page-next = التالي
page-close = إغلاق
page-of = { $number } من { $count }
page-keys = المفاتيح: j للنتيجة التالية وk للسابقة وc للنسخ وEsc للإغلاق.
page-meaning = ما معناها
page-turned = { $count ->
    [one] لم يُعرض محرف خفيّ واحد يقلب اتجاه النص.
    [two] لم يُعرض محرفان خفيّان يقلبان اتجاه النص.
    [few] لم تُعرض { $count } محارف خفيّة تقلب اتجاه النص.
    [many] لم يُعرض { $count } محرفًا خفيًّا تقلب اتجاه النص.
   *[other] لم يُعرض { $count } محرف خفيّ تقلب اتجاه النص.
}
page-unread = لم يُفحص
timeline-day = { $basis ->
    [today] اليوم، { $date }
   *[other] نُشر في { $date }
}
timeline-usual = صحّ { $spans }
timeline-others = بعدّ آخر: { $spans }
timeline-spans = { $earlier ->
    [0] { $spans }
    [one] { $spans }، ومرة قبل ذلك
    [two] { $spans }، ومرتين قبل ذلك
    [few] { $spans }، و{ $earlier } مرات قبل ذلك
   *[other] { $spans }، و{ $earlier } مرة قبل ذلك
}

# بعد التقرير الأوّل

again-title = افحص نسخة محرَّرة
again-lead = حرّر النص وافحصه من جديد. للتقرير الجديد رابط خاصّ به، وفيه ما صُحّح وما بقي وما استجدّ.
again-submit = افحص من جديد
again-back = عودة إلى التقرير
again-day = قِس النص على تاريخ
changes-title = منذ الفحص السابق
changes-none = لم يكن ثمّة ما ينبغي تصحيحه، وليس ثمّة الآن.
changes-left = { $count ->
    [one] بقي واحد
    [two] بقي اثنان
    [few] بقيت { $count } أخطاء
    [many] بقي { $count } خطأً
   *[other] بقي { $count } خطأ
}
changes-new = { $count ->
    [one] استجدّ واحد
    [two] استجدّ اثنان
    [few] استجدّت { $count } أخطاء
    [many] استجدّ { $count } خطأً
   *[other] استجدّ { $count } خطأ
}
changes-unsure = { $count ->
    [one] تعذّر الحكم على واحد
    [two] تعذّر الحكم على اثنين
    [few] تعذّر الحكم على { $count } أقوال
    [many] تعذّر الحكم على { $count } قولًا
   *[other] تعذّر الحكم على { $count } قول
}
changes-mended = { $count ->
    [one] صُحّح واحد
    [two] صُحّح اثنان
    [few] صُحّحت { $count } أخطاء
    [many] صُحّح { $count } خطأً
   *[other] صُحّح { $count } خطأ
}
changes-removed = { $count ->
    [one] حُذف واحد
    [two] حُذف اثنان
    [few] حُذفت { $count } أقوال
    [many] حُذف { $count } قولًا
   *[other] حُذف { $count } قول
}
change-left = باقٍ
change-new = جديد
change-unsure = تعذّر الحكم عليه
change-mended = صُحّح
change-removed = حُذف
marks-title = ما عولج وما اعتُرض عليه
marks-add = علّم نتيجة
marks-hint = يرى العلامات كل من عنده رابط التقرير، ولا يضعها إلا من عنده مفتاحه.
marks-claim = النتيجة
marks-state = العلامة
marks-handled = عولجت
marks-disputed = معترَض عليها
marks-nothing = انزع العلامة
marks-note = ملاحظة
marks-submit = احفظ العلامة
