# الملفّ

dossier-as_of = بتاريخ
dossier-show = احسبه
dossier-worked = محسوب من السجلّ بتاريخ { $date }
dossier-notes = من أين جاء كل رقم
dossier-note = الحاشية { $number }
dossier-row = القيد { $row } من: { $register }
dossier-name = هكذا يسمّيه المصدر: { $name }.
dossier-sound = ‏{ $file }: سليم في { $date }. { $count ->
    [zero] ليس فيه رابط
    [one] فيه رابط واحد أجاب عنه السجل
    [two] فيه رابطان أجاب عنهما السجل
    [few] فيه { $count } روابط أجاب السجل عنها كلها
    [many] فيه { $count } رابطًا أجاب السجل عنها كلها
   *[other] فيه { $count } رابط أجاب السجل عنها كلها
}، ولا رقم فيه بلا ربط.
error-dossier_too_early = لا يُحسب ملف { $source } بتاريخ { $date }: لم يكن كل ما يرويه قد وقع. اسأل عن { $since } أو عن يوم بعده.
error-bad_dossier = الملفّ { $source } غير سليم. { $problems }

# الخطأ في ملفّ، بعد رقم سطره

dossier-fault-unknown_binding = ربط غير معروف «{ $text }»، والمعروف: { $known }
dossier-fault-unclosed = علامة اقتباس لم تُغلق في «{ $text }»
dossier-fault-plain_words = عدد الكلمات المجردة في «{ $text }» { $found } والمطلوب { $wanted }
dossier-fault-unknown_form = صيغة غير معروفة «{ $form }»، والمعروف: { $known }
dossier-fault-no_source_named = لا مصدر مسمّى في «{ $text }»
dossier-fault-unbound = رقم لا يربطه شيء بالسجلّ: «{ $text }»
dossier-fault-alone = يجب أن تنفرد { $form } بفقرة، قبلها سطر فارغ وبعدها سطر فارغ
dossier-fault-head = لا عنوان ولا لغة بين ---
dossier-fault-day = ليس هذا تاريخًا: «{ $text }»
dossier-fault-digit_in_head = رقم في { $name }
dossier-fault-no_answer = ليس في السجلّ جواب عن «{ $text }»
dossier-fault-no_column = لا عمود اسمه «{ $name }»، والمعروف: { $known }
dossier-fault-nothing_said = لا شيء يقال في «{ $form }» من «{ $text }»
dossier-fault-no_row = لا قيد اسمه «{ $row }» في { $place }
dossier-fault-later = القيد «{ $row }» تاريخه { $day }، وهو بعد اليوم المسؤول عنه
dossier-fault-no_value = ليس للقيد «{ $row }» قيمة «{ $form }»
dossier-fault-no_step = لا خطوة اسمها «{ $form }»، والمعروف: { $known }
dossier-fault-no_source = لا مصدر اسمه «{ $source }» في { $register }، والمعروف: { $known }
dossier-fault-lacking = هذا ناقص أو غير صحيح: { $what }
dossier-fault-many = في النص هنا { $most } ربطًا على الأكثر، وفي هذا النص { $found }

# صفحة كتابة الملفّ

dossier-write = اكتب ملفّك
dossier-write_lead = مقال يُسأل السجلّ عن كل رقم فيه: اكتب بين حاصرتين مزدوجتين ما هو الرقم، فيجيبك النص عن أي يوم. ويُردّ كل رقم لا يربطه شيء، فلا يتقادم رقم دون أن يُرى.
dossier-write_title = العنوان
dossier-write_text = النص (بصيغة Markdown)
dossier-write_day = يُحسب بتاريخ
dossier-write_preview = اعرض المعاينة
dossier-write_html = نزّله صفحة (HTML)
dossier-write_md = نزّله بصيغة Markdown
dossier-write_source = نزّل النص نفسه
dossier-write_kept = لا يُحفظ هنا شيء: نزّل النص لتكمله لاحقًا.
dossier-write_wrong = أصلح هذا أولًا
dossier-write_shown = المعاينة
dossier-write_how = كيف يُربط رقم بالسجلّ
dossier-write_more = في كل صفحة من صفحات الأرقام ربطها، تحت «تنزيل».
dossier-write_way-value = القيمة مع وحدتها
dossier-write_way-window = منذ متى تصحّ وإلى متى
dossier-write_way-sentence = الجملة كاملة
dossier-write_way-table = كل طرق العدّ جدولًا (وحده بين سطرين فارغين)
dossier-write_way-chart = عبر الزمن رسمًا (وحده بين سطرين فارغين)
dossier-write_way-list = القيود المعدودة (وحدها بين سطرين فارغين)
dossier-write_way-row = خانة من قيد واحد
dossier-write_way-as_of = اليوم الذي حُسب له النص
dossier-contents = المحتويات
dossier-binding = لملفّ تكتبه بنفسك
