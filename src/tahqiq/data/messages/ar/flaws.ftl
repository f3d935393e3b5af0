# ما الخلل في ملفّ بيانات، في سطر واحد: الملفّ والسطر والمعروف.

flaw = { $file }:{ $line }: { $what }
flaw-broken_yaml = ليس هذا YAML سليمًا: { $problem }.
flaw-repeated_key = المفتاح «{ $name }» مكرَّر هنا. احذف أحد الاثنين.
flaw-bare_word = يقرأ YAML الكلمة المجرّدة { $word } على أنّها true أو false. ضعها بين علامتي تنصيص، أو اكتب true أو false.
flaw-bad_day = لا يوجد يوم كهذا: { $value }.
flaw-unknown_key = لا يوجد هنا مفتاح باسم «{ $name }».
    .near = أتقصد «{ $near }»؟
    .known = المعروف: { $known }.
flaw-unknown_name = الاسم «{ $name }» غير معروف هنا.
    .near = أتقصد «{ $near }»؟
    .known = المعروف: { $known }.
flaw-missing_key = المفتاح «{ $name }» ناقص.
flaw-wrong_type = لا يصحّ أن يكون «{ $name }» ‏{ $value }: { $wanted ->
    [text] يجب أن يكون نصًّا. ضعه بين علامتي تنصيص.
    [whole] يجب أن يكون عددًا صحيحًا.
    [number] يجب أن يكون عددًا.
    [truth] يجب أن يكون true أو false.
    [list] يجب أن يكون قائمة.
    [mapping] يجب أن يكون مفاتيح وقيمًا.
   *[day] يجب أن يكون يومًا مثل 2024-04-18 بلا علامتي تنصيص.
}
flaw-wrong_value = لا يصحّ أن يكون «{ $name }» ‏{ $value }: { $problem }.
flaw-open_bracket = الأقواس غير متطابقة في «{ $name }».
flaw-many_forms = لـ«{ $name }» أكثر من { $most } صيغة. اكتبه في عدّة مداخل، في كلّ منها خيارات أقلّ.
flaw-unlike_phrase = يجب أن ترد القيمة في جملة «{ $name }» مرة واحدة، وأن تسمّي ما تسمّيه عبارته لا أكثر ولا أقل.
flaw-unlike_folder = المعرّف «{ $name }» واسم المجلّد «{ $folder }». سمّهما اسمًا واحدًا.
flaw-no_register = ليس في المجلّد ملفّ register.yml.
flaw-mapped_twice = الحرف «{ $name }» يُردّ إلى «{ $value }»، ويجب أن يكون حرفًا واحدًا لا يُردّ إلى غيره.
flaw-not_twelve = في «{ $name }» { $count ->
    [zero] لا شهر
    [one] شهر واحد
    [two] شهران
    [few] { $count } أشهر
    [many] { $count } شهرًا
   *[other] { $count } شهر
} لا اثنا عشر.
flaw-no_years = يُحسب «{ $name }» سنة بسنة، وليس هنا بُعد له year_begins.
flaw-unreadable_rows = لا يمكن قراءة أسطر { $measure }: { $problem }. انظر: tahqiq record validate { $register }
flaw-broken_package = حزمة البيانات غير سليمة: { $problem }.
flaw-broken_expression = التعريف { $definition } لا يعمل: { $problem }.
flaw-unknown_places = أماكن غير معروفة: { $places }.
flaw-row_without_source = في الجدول سطر لا يذكر مصدرًا.
flaw-unexplained_sources = مصادر لا يشرحها sources.yml: ‏{ $names }.
flaw-other_value = يعطي { $measure } القيمة { $value } في { $as_of } لا { $stated }.
flaw-other_windows = يعطي { $measure } القيمة { $stated } في الأيام { $value } لا { $wanted }.
flaw-two_values = يعطي { $measure } القيمة { $value } من السلسلة المجمّعة و{ $other } من SQL.
flaw-witness_differs = تخالف الشاهد { $differing } من { $compared } من الأعداد، والمسموح { $allowed }: ‏{ $cells } (عندنا، عنده).
flaw-reproduced = يعطي { $measure } القيمة { $stated } على خلاف المذكور، بالتعريف { $value }.
warning-left_out = تُرك السجلّ { $register } خارج هذا التحقّق. { $flaw }
    .more = { $more ->
        [one] (وخلل آخر.)
        [two] (وخللان آخران.)
        [few] (و{ $more } عيوب أخرى.)
        [many] (و{ $more } عيبًا آخر.)
       *[other] (و{ $more } عيب آخر.)
    }
