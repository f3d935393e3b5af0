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
error-what_question = اسأل شيئًا واحدًا: مقياسًا بمرشحاته، أو أحد { $known }، أو استعلامًا بالخيار --sql. ومع --format html تُسأل كلها.
error-no_select = الاستعلام للسؤال وحده: أعط جملة SELECT واحدة.
error-bad_target = «{ $address }» ليس عنوانًا يُرسل إليه. أعط عنوانًا يبدأ بـ http أو https.
error-post_failed = لم يقبل { $address } التقرير ({ $problem }). سيُعاد في النظرة التالية.
error-no_feed_there = ‏{ $source } ليس خلاصة: لا RSS ولا Atom ولا JSON Feed.
error-no_figure = لا يتكلم أي ادعاء في هذه المدوّنة على { $measure } بهذه المرشحات.

corpus-progress = دُقِّق { $done } · { $rate } في الثانية{ $left ->
    [none] {""}
   *[other] {" "}· بقي { $left }
}
unit-seconds = { $count ->
    [zero] لا ثانية
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $number } ثوانٍ
    [many] { $number } ثانية
   *[other] { $number } ثانية
}
unit-minutes = { $count ->
    [zero] لا دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $number } دقائق
    [many] { $number } دقيقة
   *[other] { $number } دقيقة
}
unit-hours = { $count ->
    [zero] لا ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $number } ساعات
    [many] { $number } ساعة
   *[other] { $number } ساعة
}
unit-documents = { $count ->
    [zero] لا مستند
    [one] مستند واحد
    [two] مستندان
    [few] { $number } مستندات
    [many] { $number } مستندًا
   *[other] { $number } مستند
}
unit-claims = { $count ->
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

corpus-page = مدوّنة معروضة على السجل
corpus-count-documents = فيها
corpus-count-read = المقروء
corpus-count-claims = وُجد
corpus-count-program = تحقيق

corpus-title-wrong = أكثر الأرقام الخاطئة تكرارًا
corpus-note-wrong = أرقام لم تكن صحيحة في يوم مستندها، مرتبة بعدد المستندات التي تذكرها.
corpus-title-outlets = المنابر وحصة الأرقام المتقادمة في كل منها
corpus-note-outlets = من الأرقام التي أمكن الحكم عليها. والحصة الحقيقية بين الحدين في 95 مرة من 100. ولا رتبة لمنبر له أقل من 30 رقمًا.
corpus-title-ceased = صحيحة حينها، لا الآن
corpus-note-ceased = أرقام كانت صحيحة في يوم مستندها ثم لم تعد كذلك.
corpus-title-changed = أرقام تغيرت بعد النشر
corpus-note-changed = مستندات من عنوان واحد اختلف نصها واختلف معه رقم.
corpus-title-values = ما قيل
corpus-note-values = كل قيمة مذكورة معروضة على السجل في يومها.
corpus-title-families = النص الذي لعلها انحدرت منه
corpus-note-families = أول مستند في كل أسرة من الجمل شبه المتطابقة. والشبه ليس دليلًا على الأخذ.
corpus-title-years = المستندات التي تذكره في كل سنة
corpus-head-register = الرقم
corpus-head-stated = المذكور
corpus-head-verdict = الحكم
corpus-head-documents = المستندات
corpus-head-outlets = المنابر
corpus-head-first = أول يوم
corpus-head-last = آخر يوم
corpus-head-quote = مثال
corpus-head-outlet = المنبر
corpus-head-judged = المحكوم عليه
corpus-head-outdated = المتقادم
corpus-head-share = الحصة
corpus-head-low = على الأقل
corpus-head-high = على الأكثر
corpus-head-place = الرتبة
corpus-head-until = صحّ حتى
corpus-head-address = العنوان
corpus-head-values = المذكور
corpus-head-said = قيل
corpus-head-right = وهو صحيح
corpus-head-after = بعد أوانه
corpus-head-otherwise = خاطئ أو غير محسوم
corpus-head-first_after = أول مرة بعد أوانه
corpus-head-families = أول مستند
corpus-head-sentence = الجملة
corpus-title-speakers = من قاله
corpus-note-speakers = أولًا من ذكره أكثر من غيره بعد أن لم يعد صحيحًا.
corpus-rechecked = أُعيد الحكم على: { $claims }؛ وتغيّر شيء في: { $changes }.
corpus-before = في المدوّنة
corpus-now = المثبت الآن
corpus-feed = ‏{ $name }: أرقام معروضة على السجل
