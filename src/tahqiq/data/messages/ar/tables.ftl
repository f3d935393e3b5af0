# سجل من جدول: ما يُسأل عنه، وما صُنع، وما في الجدول من خلل

new-ask-title = عمَّ الجدول (بالإنكليزية)؟
new-ask-title_ar = وبالعربية؟
new-ask-publisher = من نشره؟
new-ask-licence = بأي رخصة؟
new-ask-complete = هل هو كامل لا ينقصه شيء؟
new-made = في { $folder } { $rows ->
    [zero] لا صفوف
    [one] صف واحد
    [two] صفان
    [few] { $rows } صفوف
    [many] { $rows } صفًا
   *[other] { $rows } صف
}. ما يُسأل عنه: { $measures }، بحسب: { $asked }.
new-left-columns = تُركت جانبًا لأن أعمدة الأسماء أكثر مما يُسأل بحسبه: { $names }.
new-left-places = تُركت جانبًا أسماء ليست لدول ولا أقاليم معروفة ({ $count }): { $names }.
new-left-time = السطر { $line }، «{ $column }»: «{ $value }» ليس زمنًا كالذي في سائر الصفوف، فتُرك الصف.
new-left-cell = السطر { $line }، «{ $column }»: «{ $value }» ليس رقمًا، فتُرك.
new-ask = اسأله:
new-sentences = جمل فُحصت، والأخيرة خاطئة عمدًا:
new-not-read = لم تُقرأ: أضف كلمات إلى lexemes.ar.yml
new-next = راجعه: { $folder }. وافحص به: tahqiq check ARTICLE --records { $parent }
new-sentence-alone = بلغ { $measure } في { $topic } { $figure }{ $when ->
    [none] {""}
   *[other] {" "}في { $when }
}.
new-sentence-stated = بلغ { $measure } في { $who } { $figure }{ $when ->
    [none] {""}
   *[other] {" "}في { $when }
}.
new-sentence-has = لدى { $who } { $figure } ({ $topic }){ $when ->
    [none] {""}
   *[other] {" "}في { $when }
}.
error-no_name = لا يُشتق معرّف من الاسم { $path }. أعطِ معرّفًا بحروف لاتينية صغيرة عبر ‎--name.
error-folder_exists = المجلد { $path } موجود. أعطِ اسمًا آخر عبر ‎--name أو مجلدًا آخر عبر ‎-o.
error-no_table = ليس في { $source } جدول: رؤوس فوق صفوف من عمودين فأكثر.
error-broken_table = تعذرت قراءة { $source } جدولًا قرب السطر { $line }: { $problem }.
error-long_cell = في { $source } قرب السطر { $line } خلية تزيد على { $limit } حرف، فليس هذا جدول أرقام.
error-many_columns = في { $source } { $found } عمودًا، ولا يؤخذ أكثر من { $limit }. احذف ما لن يُسأل عنه.
error-many_rows = في { $source } أكثر من { $limit } صف. خذ جزءًا منه.
error-ragged = { $source }، السطر { $line }: عدد الخلايا { $found } تحت رؤوس عددها { $heads }. لعل فاصلة في اسم لم توضع بين علامتي اقتباس.
error-formula = { $source }، السطر { $line }: «{ $value }» صيغة بلا نتيجتها. احفظ الجدول بالقيم بدل الصيغ.
error-nested_cell = { $source }، الصف { $line }: في «{ $name }» قائمة أو كائن. للجدول قيمة واحدة في كل خلية.
error-no_figures = ليس في { $source } عمود أرقام. أعمدته: { $known }.
error-no_rows = لا صف في { $source } يمكن أخذه: لا رقم فيه، أو لا مكان ولا زمن معروفًا.
error-no_row_key = ليس في { $source } ما يميز صفوفه: لا عمود أسماء ولا عمود أزمنة. أعمدته: { $known }.
error-same_row = { $source }، السطران { $first } و{ $line }: رقمان لشيء واحد ({ $key }). أبقِ أحدهما أو أضف العمود الذي يميزهما.
error-name_taken = السجل «{ $name }» موجود. خذ اسمًا غير هذه: { $known }.
error-unknown_column = لا عمود أرقام باسم «{ $name }». المعروف: { $known }.
get-done = جُلب السجل إلى { $folder }. وافحص به: tahqiq check ARTICLE --records { $folder }
error-no_register_there = لا يصف { $source } سجلًا: يلزمه اسم بأحرف لاتينية صغيرة وجداول داخل مجلده.
