# سطر واحد لكل خطأ: ما حدث، ولماذا، وما العمل

error-unknown_language = لا توجد لغة باسم «{ $name ->
    [none] { $language }
   *[other] { $name }
}». المعروف: { $known }.
error-unknown_register = لا يوجد سجل باسم «{ $name }».{ $near ->
    [none] {""}
   *[other] {" "}أتقصد { $near }؟
} المعروف: { $known }.
error-no_records = لا يوجد مجلد { $path } لتؤخذ منه { $variable ->
    [TAHQIQ_LANGUAGES] اللغات. راجع ‎--languages
   *[other] السجلات. راجع ‎--records
} و‎{ $variable }.
error-same_language = لغتان برمز واحد «{ $name }»: { $path } و{ $other }. سمِّ مجلد لغتك باسم آخر، واكتب الاسم نفسه في ملفها language.yml.
error-same_register = سجلان باسم واحد «{ $name }»: { $path } و{ $other }. سمِّ سجلك باسم آخر: اسم مجلده و‎id في ملف register.yml.
error-unknown_measure = لا يوجد مقياس باسم «{ $name }».{ $near ->
    [none] {""}
   *[other] {" "}أتقصد { $near }؟
} المعروف: { $known }.
error-unknown_filter = لا يمكن تقييد «{ $measure }» بالبُعد «{ $name }». المعروف: { $known }.
error-broken_messages = تعذرت قراءة ملف الرسائل { $file } قرب «{ $text }».
error-build_wants_folder = يحتاج بناء { $register } إلى مجلد ملفات مصادره: ‎--from FOLDER.{ $holds ->
    [none] {""}
   *[other] {" "}وفيه { $holds }.
}
error-build_alone = يحتاج بناء { $register } إلى أكثر من مجلد. نفّذ: ‎python { $script } --help
error-unknown_command = لا يوجد أمر باسم «{ $name }». الأقرب إليه: { $known }.
error-unknown_verdict = لا يوجد حكم باسم «{ $name }». المعروف: { $known }.
error-unknown_format = لا توجد صيغة باسم «{ $name }». المعروف: { $known }.
error-unknown_value = ليس «{ $value }» من قيم { $name }. { $known ->
    [none] {""}
   *[other] القريب منه: { $known }.
}
error-bad_date = ليس «{ $value }» تاريخًا. اكتبه هكذا: 2024-04-18
error-far_date = التاريخ { $value } أبعد من أن يُسأل عنه: يُسأل عن الأيام من { $first } إلى { $last }.
error-reversed_period = تنتهي المدة قبل أن تبدأ: since={ $since } وuntil={ $until }.
error-bad_filter = ليس «{ $value }» قيدًا. اكتبه هكذا: name=value
error-empty = الملف { $source } فارغ: لا شيء فيه للتحقق منه.
error-too_large = الملف { $source } أكبر مما يُقرأ{ $limit ->
    [none] .
   *[other] {" "}(الحد { $limit }).
} أعط جزءًا أصغر منه.
error-binary = ليس { $source } نصًا: فيه بيانات ثنائية. أعط ملف نص أو Markdown أو HTML أو PDF أو Word.
error-wrong_encoding = { $encoding ->
    [unknown] حروف { $source } بترميز غير معروف هنا (أول موضع: البايت { $position }). احفظه بترميز UTF-8.
   *[other] لا يمكن قراءة حروف { $source } بالترميز { $encoding } (أول موضع: البايت { $position }). احفظه بترميز UTF-8.
}
error-unknown_kind = نوع { $source } لا يمكن قراءته: { $kind }. المعروف: txt وmd وhtml وpdf وdocx.
error-not_found = لا يوجد ملف { $source }.
error-a_table = ‏{ $source } جدول لا مقالة. لفحص كل صف منه: ‎tahqiq corpus check { $source } --out DIR‎، ولقراءته كله نصًا واحدًا: ‎--kind txt.
error-not_a_file = ليس { $source } ملفًا بل أنبوبًا أو جهازًا قد لا ينتهي. أعطِ ملفًا، أو - للإدخال القياسي.
error-out_is_input = { $path } هو المقالة نفسها، والتقرير سيُكتب فوقها. أعطِ ملفًا غيره.
error-out_twice = أعطِ أحد الخيارين ‎--out أو ‎--out-dir: ملفًا واحدًا للتقارير كلها، أو ملفًا لكل تقرير.
error-many_in_one = لا تجتمع عدة تقارير في ملف { $form } واحد. أعطِ ‎--out-dir ليكون لكل تقرير ملف.
error-no_articles = لا مقالة في { $name }. المعروف: { $known }.
error-not_a_report = ليس { $source } تقريرًا من تحقيق. اكتب تقريرًا بالأمر: ‎tahqiq check FILE --out { $source }
error-resume_alone = يمضي الخيار ‎--resume مع تقارير ‎--out-dir، ولا ينظر فيما كُتب منها: احذف ‎--fail-on و‎--since.
error-since_one = يقارن الخيار ‎--since مقالة واحدة بتقرير واحد أقدم، نصًّا أو بصيغة JSON.
error-unreadable = لا يمكن قراءة { $source }: { $problem }.
error-damaged_file = الملف { $source } تالف ولا يمكن فتحه بصفة { $kind }.
error-locked = الملف { $source } مقفل بكلمة سر. أعط نسخة غير مقفلة.
error-no_text = ليس في { $source } نص يمكن قراءته. الصفحة المصورة تحتاج أولًا إلى التعرف على النص.
error-needs_extra = يحتاج هذا إلى جزء غير مثبت ({ $kind }). نفّذ: pip install "tahqiq[{ $extra }]"
error-cannot_listen = تعذّر الاستماع على { $host }، المنفذ { $port }: ‎{ $problem }. سمِّ منفذًا أو عنوانًا آخر بالخيار ‎--port أو ‎--host، أو أوقف ما يشغله.
error-bad_store = تعذّر فتح مخزن التقارير: ‎{ $problem }. راجع ‎--store و‎TAHQIQ_WEB_STORE: يجب أن يوجد المجلد، وأن يكون الملف قاعدة بيانات، وأن يكون برنامج الوصول إليها مثبتًا.
error-too_slow = طالت قراءة { $source } فأُوقفت.
error-cannot_write = لا يمكن الكتابة في { $path }: { $problem }.
error-bad_address = ليس «{ $source }» عنوانًا يجوز جلبه. أعط عنوانًا عامًا يبدأ بـ http أو https.
error-bad_expression = في السجل { $register } عبارة لا تعمل: { $problem } ({ $sql }).
error-source_changed = { $row }: في المصدر الآن { $found } في الحقل { $field } وكان فيه { $guard }. أعد النظر في هذا التصويب.
error-too_complex = عناصر { $source } أكثر مما يُقرأ{ $limit ->
    [none] .
   *[other] {" "}(الحد { $limit }).
} أعط نسخة أبسط منه.
error-too_deep = تداخل { $source } أعمق مما يُقرأ{ $limit ->
    [none] .
   *[other] {" "}(الحد { $limit }).
} أعط نسخة أبسط منه.
error-impossible_fact = لا يمكن أن يكون «{ $name }» هو «{ $value }». المعروف: { $known }.
error-not_docx = ليس { $source } مستند Word ‏(docx)، أيًا كان اسمه.
error-bad_archive = الملف { $source } تالف ولا يمكن فكه.
error-too_expanded = حجم { $source } بعد فكه أكبر مما يُقرأ{ $limit ->
    [none] .
   *[other] {" "}(الحد { $limit } بايت).
} أعط نسخة أصغر منه.
error-unsafe_xml = يعرّف { $source } كيانات لا يحتاج إليها مستند، فلم يُقرأ.
error-bad_pdf = الملف { $source } تالف ولا يمكن فتحه بصفة PDF.
error-too_many_letters = في { $source } من الحروف أكثر ممّا يُقرأ (الحدّ { $limit }). أعطِ جزءًا منه.
error-too_many_pages = صفحات { $source } أكثر مما يُقرأ{ $limit ->
    [none] .
   *[other] {" "}(الحد { $limit }).
} أعط جزءًا منه.
error-forbidden_address = يقود { $source } إلى عنوان لا يجوز جلبه. أعط عنوانًا عامًا يبدأ بـ http أو https.
error-too_many_redirects = يقود { $source } من عنوان إلى آخر بلا نهاية.
error-http_status = تعذر جلب { $source }: أجاب الخادم بالرمز { $status }.
error-timeout = لم يجب { $source } في الوقت المحدد. أعد المحاولة، أو احفظ الصفحة وأعط الملف.
error-other = تعذر تنفيذ الأمر ({ $code }): { $what }
error-fault = هذا خلل في تحقيق نفسه ({ $what }). نرجو الإبلاغ عنه؛ ومع TAHQIQ_DEBUG=1 يظهر موضعه.
error-label = خطأ
error-garbled_text = نصّ { $source } مشوّه لا تُتبيّن حروفه. احفظه بترميز UTF-8 وأعد المحاولة.
error-cannot_resolve = لم يُعثر على المضيف { $host } في { $source }. تحقّق من العنوان.
error-cannot_connect = تعذّر الوصول إلى { $source }. تحقّق من العنوان أو أعد المحاولة لاحقًا.
error-wrong_type = نوع { $source } لا يُقرأ: { $type }. أعطِ عنوان صفحة أو نصّ أو ملفّ PDF أو Word.
error-cut_answer = انقطع جواب { $source } قبل أن يكتمل. أعد المحاولة، أو احفظ الصفحة وأعطِ الملفّ.
error-broken_answer = جواب { $source } معطوب. أعد المحاولة لاحقًا، أو احفظ الصفحة وأعطِ الملفّ.
error-no_document = الوثيقة نصّ أو بايتاته أو مسار ملفّ، لا { $given }.
error-bad_number = «{ $value }» ليس عددًا. اكتبه هكذا: 3500000 أو 3,500,000 أو 3.5 مليون.
error-unknown_encoding = لا ترميز للنصوص باسم «{ $name }». المعروف utf-8 وutf-16 وwindows-1256 وiso-8859-6 وwindows-1252 وسائر ترميزات الويب.
error-no_encoding = الملفّ { $source } من نوع { $kind }، وهو يذكر ترميزه بنفسه. احذف الخيار --encoding.
