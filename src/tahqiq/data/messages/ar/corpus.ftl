# مستندات كثيرة دفعة واحدة: الجولة وأخطاؤها والأسئلة الجاهزة وصفحة المدوّنة

error-no_corpus = ‏{ $path } ليس مدوّنة: لم يكتبه tahqiq corpus check.
error-no_source = ليس في { $source } أي ملف. أعط مجلدًا أو نمطًا أو ملفًا، هنا أو في مخزن بعيد (s3://…).
error-mixed_forms = في { $source } ملفات بأشكال شتى ({ $found }). بيّن المقصود بالخيار --form ‏({ $known }).
error-no_column = لا عمود باسم «{ $name }» يُقرأ منه النص. المعروف: { $known }. سمّه بالخيار --text.
error-no_text_column = ليس في { $source } حقل «{ $name }» الذي ينبغي أن يكون فيه نصه.
error-bad_line = ‏{ $source } ليس كائن JSON: { $problem }.
error-bad_day = يذكر { $source } يومًا له «{ $value }» وليس بيوم، فلم يُدقَّق. يُكتب اليوم هكذا: 2024-04-18.
error-in_use = تكتب جولة أخرى في { $path }. انتظرها أو أعط مجلدًا آخر.
error-other_settings = دُقِّق { $path } بإعدادات أخرى: { $known }. أعط الإعدادات نفسها أو مجلدًا آخر.
error-other_versions = دُقِّق { $path } بإصدار آخر من البرنامج أو من السجل. انظر ما يغيّره ذلك بالأمر tahqiq corpus recheck، أو أعط مجلدًا آخر.
error-other_record = في أحد أجهزة العنقود سجل آخر ({ $found }) غير الذي هنا ({ $wanted }). ثبّت الإصدار نفسه عليها كلها.
error-engine_failed = توقف المحرك: { $problem }. ما كُتب محفوظ، والأمر نفسه يكمل من حيث توقف.
error-bad_query = لا يعمل الاستعلام: { $problem }
error-no_figure = لا يتكلم أي ادعاء في هذه المدوّنة على { $measure } بهذه المرشحات.

corpus-progress = دُقِّق { $done } · { $rate } في الثانية{ $left ->
    [none] {""}
   *[other] {" "}· بقي { $left }
}
corpus-seconds = { $count ->
    [zero] لا ثانية
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $number } ثوانٍ
    [many] { $number } ثانية
   *[other] { $number } ثانية
}
corpus-minutes = { $count ->
    [zero] لا دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $number } دقائق
    [many] { $number } دقيقة
   *[other] { $number } دقيقة
}
corpus-hours = { $count ->
    [zero] لا ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $number } ساعات
    [many] { $number } ساعة
   *[other] { $number } ساعة
}
corpus-documents = { $count ->
    [zero] لا مستند
    [one] مستند واحد
    [two] مستندان
    [few] { $number } مستندات
    [many] { $number } مستندًا
   *[other] { $number } مستند
}
corpus-claims = { $count ->
    [zero] لا ادعاء
    [one] ادعاء واحد
    [two] ادعاءان
    [few] { $number } ادعاءات
    [many] { $number } ادعاءً
   *[other] { $number } ادعاء
}
corpus-finished = في { $folder }: { $documents }، قُرئ منها { $read }، وفيها { $claims }.
corpus-lost = تعذرت قراءة { $source } إلى آخره فتُرك: { $problem }
corpus-again = أصلح ما تعذرت قراءته أو أزله وأعد الأمر: لا يُعمل إلا الناقص.
