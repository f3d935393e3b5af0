# الموقع: التنقّل والاستمارات والعناوين

web-name = تحقيق
web-language = العربية
web-languages = اللغات
web-navigation = الصفحات
web-crumbs = موضعك
web-skip = إلى المحتوى
web-nav-check = افحص
web-nav-record = السجلّ
web-nav-figures = الأرقام
web-nav-law = القانون
web-nav-dossier = الملفّ
web-nav-about = عن الموقع

web-nav-method = المنهج
web-nav-corrections = التصحيحات
web-nav-developers = للمبرمجين
check-title = افحص أرقام مقال
check-lead = يُعرض كل رقم وتاريخ وتصويت ومبلغ على سجلّ علني: بأي تعريف يصحّ، وبين أي تاريخين، ومن أي مصدر.
check-text = ألصق النصّ
check-file = اختر ملفًّا
check-file_hint = نصّ أو Markdown أو HTML أو PDF أو Word، حتى { $size } ميغابايت
check-address = عنوان الصفحة
check-address_hint = صفحة علنية على الشبكة
check-published = نُشر في
check-published_hint = تُقاس الأرقام على ذلك اليوم. إن تُرك فارغًا فالتاريخ الذي في النصّ، وإلّا فاليوم.
check-language = لغة النصّ
check-language_auto = تُعرف من النصّ
check-submit = افحص
check-kept = { $days ->
    [0] للتقرير رابط يبقى.
    [one] للتقرير رابط يبقى يومًا واحدًا، ولك أن تحذفه.
    [two] للتقرير رابط يبقى يومين، ولك أن تحذفه.
    [few] للتقرير رابط يبقى { $days } أيام، ولك أن تحذفه.
    [many] للتقرير رابط يبقى { $days } يومًا، ولك أن تحذفه.
   *[other] للتقرير رابط يبقى { $days } يوم، ولك أن تحذفه.
}
check-how = ما يقوله التقرير
check-how-definition = بأي تعريف.
check-how-definition_more = للنقض طرق عدّ، وللمساعدات أسعار عدّة؛ وتُسمّى كل طريقة ومن يعدّ بها.
check-how-window = بين أي تاريخين.
check-how-window_more = الرقم الذي صحّ مرّة يظهر مع الأيام التي صحّ فيها.
check-how-rows = من أي قيود.
check-how-rows_more = يُفتح كل رقم على القيود التي يعدّها وعلى مصادرها.

report-downloads = تنزيل
report-keep = الحفظ والحذف
report-link = رابط هذا التقرير
report-until = { $date ->
    [none] يبقى من غير أجل.
   *[other] يبقى حتى { $date }.
}
report-delete = احذف هذا التقرير الآن
report-key = مفتاح هذا التقرير
report-key_hint = لا يُحذف التقرير إلّا بهذا المفتاح، ولا يظهر إلّا في هذه الصفحة. احفظه إن كنت قد تحذف التقرير لاحقًا.
report-delete_with = احذفه بمفتاحه
report-unkept = تعذّر حفظ هذا التقرير فلا رابط له: احفظ هذه الصفحة إن احتجت إليها. { $why ->
    [store_full] لم يبقَ متّسع هنا.
   *[other] المخزن مشغول الآن.
}

waiting-title = يجري فحص نصّك
waiting-place = { $place ->
    [0] جاء دوره الآن.
    [one] هو التالي في الطابور.
   *[other] رقمه في الطابور { $place }.
}
waiting-hint = تسأل هذه الصفحة من تلقاء نفسها ثم تعرض التقرير.
waiting-again = اسأل الآن
report-deleted = حُذف التقرير.
download-docx = مستند Word وفيه تعليقات
download-corrections_csv = التصحيحات جدولًا (CSV)
download-html = ملفّ HTML واحد
download-json = JSON
download-md = Markdown
download-csv = الادّعاءات جدولًا (CSV)
download-claimreview_json = ClaimReview (JSON-LD)

review-automated = مراجعة آلية من برنامج، لم يحكم فيها إنسان.
review-definition = طريقة العدّ: { $definition }.
review-as_of = بتاريخ { $date }.

problem-title = لم ينجح هذا ({ $status })
problem-code = الرمز:
problem-back = إلى البداية

web-invalid = ليست هذه قيمة تصلح لما يلي: { $names }.
web-problem-not_found = لا توجد هذه الصفحة.
web-problem-method_not_allowed = هذا العنوان لا يقبل ذلك.
web-problem-no_report = لا يوجد هذا التقرير: لعلّه حُذف أو انقضت مدّته.
web-problem-form_not_made = لم تُصنع هذه الصورة من التقرير قبل أن يتغيّر السجلّ. افحص النصّ مرّة أخرى.
web-problem-no_key = أعطِ مفتاح التقرير: Authorization: Bearer KEY.
web-problem-wrong_key = ليس هذا مفتاح هذا التقرير.
web-problem-no_row = لا يوجد هذا القيد في الجدول.
web-problem-body_too_large = هذا أكبر ممّا يقبله الموقع. أعطِ جزءًا أصغر منه.
web-problem-too_many = طلبات كثيرة في وقت قصير. انتظر لحظة ثم تابع.
web-problem-busy = تنتظر فحوص كثيرة دورها، فلا يُقبل المزيد الآن. أعد المحاولة بعد لحظة.
web-problem-body_too_slow = وصل ما أُرسل ببطء شديد، فكفّ الموقع عن انتظاره. أعد المحاولة.
web-problem-no_ticket = استُعملت هذه الصفحة أو قدُمت. إن كان عندك رابط التقرير فاتبعه، وإلّا فافحص النصّ مرّة أخرى.
web-problem-store_busy = مخزن التقارير مشغول. أعد المحاولة بعد لحظة.
web-problem-store_full = لم يبقَ في مخزن التقارير متّسع. ما حُفظ منها يبقى مقروءًا.
web-problem-crash = تعطّل شيء عندنا. سائر الموقع يعمل.
error-unknown_table = لا جدول باسم «{ $name }». المعروف: { $known }.
error-unknown_page = لا صفحة باسم «{ $name }».
error-no_feed = ليس في الجدول «{ $name }» أيام، فلا موجز له.
error-fetching_off = لا تُجلب العناوين هنا ({ $source }). ألصق النصّ بدلًا من ذلك.

# الصفحة الأولى والبحث

check-what = ما لديك
check-tab-text = نصّ
check-tab-file = ملفّ
check-tab-address = عنوان
check-text_hint = حتى { $most } محرف؛ وإن كثرت الأرقام جدًّا حُكم على أوّل { $claims } منها. ويمكن إفلات ملفّ هنا.
check-busy = يجري الفحص…
check-wrong = أصلح هذا أوّلًا
check-wrong_title = ينقص شيء
check-need-text = ألصق نصًّا أو اختر ملفًّا أو أعطِ عنوانًا: لا شيء يُفحص بعد.
error-too_long = يُقبل النصّ حتى { $most } محرف، وفي نصّك { $count }. أعطه أجزاءً.
home-try = جرّبه
home-title-first = عددان للنقض في جملة واحدة
home-title-second = من نال أكثر المساعدات الأمريكية في 2022؟
home-title-third = مقال كامل فيه تلف
home-example-first = استخدمت الولايات المتحدة حق النقض 83 مرة في مجلس الأمن، 46 منها لصالح إسرائيل. وفي 20 شباط/فبراير 2024 نقضت واشنطن مشروع قرار بشأن غزة.
home-example-second = كانت إسرائيل أكبر متلق للمساعدات الأمريكية في السنة المالية 2022. قدمت الولايات المتحدة لإسرائيل 3.3 مليار دولار في 2022، وتلتزم مذكرة 2016 بتقديم 38 مليار دولار على عشر سنوات.
home-can = ما يمكن فحصه
home-years = { $from }–{ $to }
search-label = ابحث في السجلّ
search-placeholder = رمز أو يوم أو دولة أو سؤال …
search-go = ابحث
search-title = البحث: { $words }
search-answers = أجوبة
search-entries = قيود
search-further = وأيضًا
search-none = لم يُعثر على شيء. ينفع رمز وثيقة أو يوم أو اسم دولة أو كلمات قليلة كالتي في الأسفل.
search-try = مثلًا
search-example-a = فيتو أمريكا إسرائيل 2024
search-example-b = S/2018/516
search-example-c = 18 نيسان 2024
search-example-d = المساعدات الأمريكية لمصر 2020
place-lead = ما في السجلّ عن { $name }، كلّ رقم في آخر يوم يشمله سجلّه.
place-before = ما قبل { $date } وارد باسم آخر:
place-both = { $a } و{ $b }
place-line = { $measure } ({ $role })
place-compare = قارن
subject-lead = ما في سجل «{ $register }» عن هذا الموضوع.
subject-by = بحسب { $dimension }
subject-newest = أحدث القيود
subject-all = الموضوعات
web-problem-no_place = لا توجد هذه الدولة.

record-lead = كلّ ما تُعرض عليه الأرقام. يقول كل سجلّ ما فيه، وإلى أين يبلغ، وما قد ينقصه، ومن أين جاء كل قيد.
record-grain = القيد الواحد
record-coverage = يشمل
record-edition = الإصدار
record-tables = الجداول
record-table = الجدول
record-count = القيود
record-columns = الأعمدة
record-axis = طرق العدّ: { $title }
source-accessed = قُرئ في { $date }

table-filters = صفِّ الجدول
table-words = كلمات
table-since = من
table-until = إلى
table-any = أيّ شيء
table-more = تصفية أخرى
table-show = أظهر
table-clear = امسح
table-feed = موجز القيود الجديدة
table-pages = صفحات الجدول
table-page = الصفحة { $page } من { $pages }
table-previous = السابقة
table-next = التالية
table-tally = الأصوات
table-tallied = مؤيّد { $a }، معارض { $b }، ممتنع { $c }
table-all_columns = كل الأعمدة ({ $count })
table-fewer = أعمدة أقلّ
table-none = لا قيد يوافق ذلك. ارفع بعض التصفية.

row-counts = الأعداد التي غيّرها
row-counts_hint = ما بلغه كل عدد في ذلك اليوم وفيه هذا القيد، وبأي طرق العدّ.
row-count = العدد
row-stood = في { $date }
row-others = بطرق العدّ الأخرى
row-elsewhere = وهو أيضًا في: { $register }
row-open = افتح ذلك القيد

about-lead = يقرأ «تحقيق» مقالًا ويقول في كل رقم فيه ما يقوله السجلّ العلني: بأي تعريف، وبأي تاريخ، ومن أي مصدر. قلّما يكون الرقم صحيحًا أو خاطئًا فحسب؛ إنه صحيح بتعريف وبين تاريخين.
about-who = من نحن
about-operator = يدير هذا الموقع { $who }.
about-who_text = تحقيق برنامج حرّ ببيانات مفتوحة: لكلّ أحد أن يشغّل نسخة منه وأن ينظر في كل قاعدة وقيد وأن يصحّحهما. لا يحكم على أشخاص ولا على صحف، بل على الأرقام وحدها.
about-machine = لا يقرأ إنسان ما يُفحص هنا. والنصّ نفسه على السجلّ نفسه يعطي التقرير نفسه على كل جهاز.
about-error = الإبلاغ عن خطأ
about-error_text = الحكم الخاطئ أنفع ما يُبلَّغ عنه، ولا سيّما «يناقض السجلّ» في غير محلّه. اذكر الجملة ويوم نشرها وما قاله التقرير وما تراه صحيحًا، مع مصدر يمكن لغيرك الرجوع إليه. وما ثبت يُصحَّح في السجلّ مع سببه ودليله ويبقى مذكورًا.
about-no_contact = لم يذكر مشغّل هذه النسخة عنوانًا. أبلغ حيث حصلت على البرنامج.
about-bookmark = افحص الصفحة التي تقرؤها
about-bookmark_text = اسحب هذا إلى علامات متصفّحك. نقرة عليه في أي صفحة علنية تأتي بعنوانها إلى هنا جاهزًا للفحص.
about-bookmark_name = افحص هذه الصفحة
about-licences = الرخص
about-licences_text = البرنامج برخصة Apache 2.0، والقيود التي نجمعها مهداة إلى العموم (CC0 1.0)، والخطوط برخصة SIL Open Font 1.1. وللمصادر شروطها:
method-lead = كيف يُقرأ الرقم، وعلى ماذا يُعرض، ولماذا يُوثق بالحكم: في ستّ فقرات.
method-read = ما يُقرأ
method-read_text = الأعداد والمبالغ والحصص والمراتب والتواريخ والأصوات والقوائم المرقّمة بالعربية والإنجليزية، مع الكلمات التي تقول ماذا تعدّ: من، وعن من، ومنذ متى، وبأي تعريف. وتُعلَّم كل كلمة كان لها دور، والرقم الذي لا يفسّره شيء يُذكر بين ما لم يُفحص.
method-held = ما يُعرض عليه
method-held_text = سجلّات من قيود علنية لكلّ قيد منها مصدره: التصويت والقانون وسطر الموازنة. لا يُبحث عن شيء في غيرها ولا يُقدَّر شيء. وما يشمله كل سجلّ وما قد ينقصه وأين أخطأت مصادره مكتوب في صفحته.
method-day = اليوم
method-day_text = العدّ يكبر. لذلك يُحكم على كل رقم في يوم النشر، والرقم الذي صحّ مرّة يُذكر مع الأيام التي صحّ فيها. ومن غير يوم يأخذ التقرير اليوم الحاضر ويقول ذلك.
method-definition = التعريف
method-definition_text = يمكن عدّ النقض بالمشاريع أو بالتصويتات، والمساعدات بدولارات سنتها أو بدولارات اليوم. تُجرَّب كل طريقة عدّ يستعملها أحد، فإن أعطت الرقم طريقة غير المعتادة ذُكرت باسمها وباسم من يعدّ بها.
method-silence = ما تحتاج إليه المناقضة
method-silence_text = لا يُقال إن رقمًا يناقض السجلّ إلّا إذا كان في الجملة نفسها من وماذا ومتى، وكان السجلّ يشمل ذلك الوقت، ولم تُعطه أي طريقة عدّ موثّقة في أي يوم. والسجلّ غير المكتمل يناقض بما فيه لا بما ينقصه.
method-not = ما لا يُدّعى
method-not_text = صحّة الرقم لا تجعل الجملة حوله صحيحة ولا المقال منصفًا. والتاريخ الذي يصحّ يثبت التاريخ وحده. ولا يُحكم في الآراء والدوافع والأسباب.
corrections-lead = أخطاء أُصلحت: أخطاء المصادر، كلّ منها مع ما قاله المصدر وما صار إليه وكيف عُرف ذلك؛ وكيف يُبلَّغ عن خطأ لنا.
datastate-title = حال البيانات
datastate-read = آخر قراءة للمصادر
datastate-count = أخطاء أُصلحت
datastate-mended = { $count ->
    [0] لا يُعرف خطأ في مصدر.
    [one] أُصلح خطأ واحد في المصادر.
    [two] أُصلح خطآن في المصادر.
    [few] أُصلحت { $count } أخطاء في المصادر.
    [many] أُصلح { $count } خطأً في المصادر.
   *[other] أُصلح { $count } خطأ في المصادر.
}
table-feed_short = موجز (Atom)
developers-open = يمكن سؤال البيانات من أي صفحة (CORS)، وهي تذكر حالتها (ETag) وتأتي مضغوطة. ترفّق: نحو خمس صفحات في الثانية على المدى الطويل.
developers-examples = أمثلة
about-kept = ما يُحفظ من النصّ
about-kept_text = { $days ->
    [0] الوثيقة وتقريرها، من غير أجل أو حتى يُحذف. لا ملفّات ارتباط، ولا سجلّ طلبات فيه نصوص أو عناوين أو كلمات بحث. ورابط التقرير لا يُستنتج من نصّه، ومفتاحه يحذفه حذفًا تامًّا.
    [one] الوثيقة وتقريرها، يومًا واحدًا أو حتى يُحذف. لا ملفّات ارتباط، ولا سجلّ طلبات فيه نصوص أو عناوين أو كلمات بحث. ورابط التقرير لا يُستنتج من نصّه، ومفتاحه يحذفه حذفًا تامًّا.
    [two] الوثيقة وتقريرها، يومين أو حتى يُحذف. لا ملفّات ارتباط، ولا سجلّ طلبات فيه نصوص أو عناوين أو كلمات بحث. ورابط التقرير لا يُستنتج من نصّه، ومفتاحه يحذفه حذفًا تامًّا.
    [few] الوثيقة وتقريرها، { $days } أيام أو حتى يُحذف. لا ملفّات ارتباط، ولا سجلّ طلبات فيه نصوص أو عناوين أو كلمات بحث. ورابط التقرير لا يُستنتج من نصّه، ومفتاحه يحذفه حذفًا تامًّا.
    [many] الوثيقة وتقريرها، { $days } يومًا أو حتى يُحذف. لا ملفّات ارتباط، ولا سجلّ طلبات فيه نصوص أو عناوين أو كلمات بحث. ورابط التقرير لا يُستنتج من نصّه، ومفتاحه يحذفه حذفًا تامًّا.
   *[other] الوثيقة وتقريرها، { $days } يوم أو حتى يُحذف. لا ملفّات ارتباط، ولا سجلّ طلبات فيه نصوص أو عناوين أو كلمات بحث. ورابط التقرير لا يُستنتج من نصّه، ومفتاحه يحذفه حذفًا تامًّا.
}
about-api = بيانات الموقع
about-api_stable = كل صفحة بيانات أيضًا: أضف ‎.json إلى عنوانها (وللجداول ‎.csv و‎.parquet و‎.atom، وللأرقام ‎.csv و‎.svg و‎.png). تبقى هذه العناوين ومعاملاتها وأسماء أجوبتها كما هي في الإصدار الرئيس الواحد، وقد تُزاد أسماء. وللأخطاء كلّها صورة واحدة: حقل «error» وفيه «code» و«message» و«status».
about-api_free = وممّا لا نعد ببقائه: الكلمات نفسها، وترتيب السجلّات، وصورة صفحات HTML.

# الأرقام

figures-lead = كل مقياس في السجلّ رقمًا في يوم، بكل طرق العدّ، ومعه تواريخه وقيوده ومصادره.
figure-as_of = بتاريخ
figure-since = القيود من
figure-until = القيود إلى
figure-any = الكلّ
figure-ask = اسأل
figure-more = حدود الزمن
figure-needs = اختر أوّلًا: { $names }
figure-by = بأي طريقة عدّ
figure-holds = يصحّ
figure-sentence = { $measure }: { $value }{ $date ->
    [none] {""}
   *[other] {" "}بتاريخ { $date }{ $last ->
        [none] {""}
       *[other] {" "}(آخر يوم في السجلّ)
    }
}{ $definition ->
    [none] .
   *[other] ، وطريقة العدّ: { $definition }.
}
figure-told = { $date ->
    [none] {""}
   *[other] حتى { $date }{ $last ->
        [none] {""}
       *[other] {" "}(آخر يوم في السجلّ)
    }،{" "}
}{ $sentence }{ $definition ->
    [none] .
   *[other] {" "}(طريقة العدّ: { $definition }).
}
figure-citation = { $sources ->
    [none] تحقيق، { $register }، الإصدار { $version }، حتى { $reaches }.
   *[other] تحقيق، { $register }، الإصدار { $version }، حتى { $reaches }؛ عن: { $sources }.
}
figure-quote = جملة للاقتباس
figure-quote_in = بلغة: { $language }
figure-chart = عبر الزمن
figure-table = وهو نفسه جدولًا
figure-changed = من هذا اليوم
figure-changes = { $count ->
    [zero] لا تغيّر
    [one] تغيّر واحد
    [two] تغيّران
    [few] { $count } تغيّرات
    [many] { $count } تغيّرًا
   *[other] { $count } تغيّر
}
figure-rows = القيود المعدودة بالطريقة المعتادة
figure-all_rows = أظهرها جدولًا
figure-embed = أدرج هذا الرقم في صفحتك
figure-embed_hint = ألصق هذا حيث تقبل صفحتك HTML.
figure-source = المصدر والتعريف
figure-on = في { $date }{ $last ->
    [none] {""}
   *[other] ، آخر يوم في السجلّ
}
figure-beside = إلى جانب
figure-nothing = لا شيء
figure-look = ابحث عنه في الجدول
figure-reaches = يبلغ السجلّ { $date }.
figure-begins = يبدأ السجلّ في { $date }، ولا يُعرف شيء عمّا قبله. اسأل عن يوم بعده.
figure-past = لا يُعرف شيء بعدُ عن { $asked }: هذه حال { $date }، آخر يوم في السجلّ.
figure-before = ما قبل { $date } يُعدّ على حدة، باسم { $name }: { $value }.
figure-both = ضعه إلى جانبها
figure-together = معًا: { $value }.
figure-copy = انسخ الجملة
figure-link = الرابط
figure-png = صورة (PNG)
figure-png_dark = صورة لصفحة داكنة (PNG)
figure-csv = جدول (CSV)
figure-again = سؤال آخر: من، وعن ماذا، وبأي تاريخ؛ أو ضع عدّة إلى جانب بعضها
figure-ranking = الكلّ بحسب: { $dimension }
figure-ranking_hint = بطريقة العدّ المعتادة، بتاريخ { $date }؛ والمتساويان في مرتبة واحدة.
figure-place = المرتبة
figure-measure = الرقم
figure-meaning = ما معنى ذلك
figure-missing = قد ينقصه { $most }
figure-not_covered = لا يشمله السجلّ كلّه
figure-none = لا جواب لهذا في السجلّ.
error-no_picture = لا شيء يُرسم هنا.
web-problem-no_picture = لا شيء يُرسم هنا.

# القانون

law-form = ما كان القانون يطلبه من صفقة سلاح
law-lead = إخطار الكونغرس وأيام المراجعة والإقرار بشأن التفوّق العسكري النوعي لإسرائيل ومن يوقّع: لصفقة واحدة في يوم واحد، ولكل خطوة موضعها من النصّ.
law-buyer_field = المشتري
law-channel_field = الطريق
law-item_field = الصنف
law-value_field = القيمة بالدولار
law-date_field = يوم الإقرار
law-received_field = يوم تسلّمه الكونغرس
law-received_hint = هو اليوم نفسه إن تُرك خاليًا
law-emergency_field = يعلن الرئيس حال طوارئ
law-territory_field = يُؤذن بإقليم بيع جديد
law-submit = أظهر الخطوات
law-ladder = خطوة خطوة مع الأسباب
law-what_if = غيّر أي حقل أدناه لترى ما كان ليلزم
law-lacking = املأ المشتري والطريق والصنف والقيمة والتاريخ: يحتاج القانون إلى الخمسة.
law-choose = اختر
law-why = لماذا، ومنذ متى

# أعمدة الجداول التي ليست أبعادًا

column-vote = التصويت
column-date = التاريخ
column-draft = المشروع
column-meeting = الجلسة
column-agenda_item = بند جدول الأعمال
column-unit = موضوع الاقتراع
column-in_favour = مؤيّدون
column-against = معارضون
column-abstaining = ممتنعون
column-keywords = كلمات دالّة
column-listed_2022 = في قائمة 2022
column-listed_2026 = في قائمة 2026
column-first_of_proposal = أوّل تصويت على المقترح
column-first_of_document = أوّل تصويت على الوثيقة
column-sources = المصادر
column-note = ملاحظة
column-basis = وجه الصلة
column-symbol = الرمز
column-title = العنوان
column-title_en = بالإنجليزية
column-title_ar = بالعربية
column-precision = الدقّة
column-first = أوّل يوم
column-last = آخر يوم
column-actors = من
column-instrument = الوثيقة
column-strength = قوّة الإثبات
column-id = القيد
column-amount = المبلغ (دولار)
column-usd = دولار
column-value_usd = القيمة (دولار)
column-value_kind = كيف ذُكرت القيمة
column-year = السنة
column-fiscal_year = السنة المالية
column-first_year = أوّل سنة
column-last_year = آخر سنة
column-edition = الطبعة
column-transaction = نوع المبلغ
column-published = نُشرت في
column-series = مؤشّر الأسعار
column-base_year = سنة الأساس
column-index = المؤشّر
column-recipient = المتلقّي
column-name = الاسم
column-type = النوع
column-aliases = أسماء أخرى
column-enters = يُحسب من
column-within = يقع في
column-begins = تبدأ
column-ends = تنتهي
column-row = القيد
column-value = القيمة
column-known = معروف من
column-signed = وُقّع في
column-line = السطر
column-act = القانون أو المذكّرة
column-account = الحساب
column-scope = القدر المحتسب
column-measure = المقياس
column-kind = النوع
column-starts = من
column-from = من
column-to = إلى
column-profile = فئة المشتري
column-buyer = المشتري
column-channel = الطريق
column-item = الصنف
column-item_class = فئة الصنف
column-buyer_class = صنف المشتري
column-emergency = الطوارئ
column-balance_sentence = عبارة التوازن
column-date_kind = اليوم هو
column-transmittal = رقم الإخطار
column-same_as = هو نفسه
column-threshold_usd = المبلغ (دولار)
column-threshold_change = تغيّر المبلغ
column-review_days = أيام المراجعة
column-review_days_change = تغيّر الأيام
column-qme = الإقرار بشأن التفوّق
column-qme_change = تغيّر الإقرار
column-qme_detail = المضمون المفصّل
column-cite_threshold = الموضع: المبلغ
column-cite_days = الموضع: الأيام
column-cite_qme = الموضع: الإقرار
column-reading = قراءتنا
column-uncertain = غير محسوم
column-member = العضو
column-cast = الصوت
column-ballot = الورقة
column-place = البلد
column-rule = القاعدة
column-part = موضوع الاقتراع
column-topic = القضية
column-session = الدورة
column-reference = المرجع
column-corrected = مصحَّح
column-country = البلد

table-witness_printed_totals = شاهد ثانٍ: المجاميع المطبوعة
table-witness_palestine = شاهد ثانٍ: التصويت بشأن فلسطين
table-witness_library_sessions = شاهد ثانٍ: المكتبة بحسب الدورة
table-reported = الأرقام كما أُبلغ عنها
table-conflict_years = النزاعات بحسب السنة
table-places = الأماكن
table-witness_tables_2019 = شاهد ثانٍ: جداول 2019
table-gdp = الناتج المحلي الإجمالي بحسب البلد والسنة
table-witness_world = شاهد ثانٍ: العالم
table-witness_world_bank = شاهد ثانٍ: البنك الدولي
table-population = السكان بحسب البلد والسنة
table-witness_library_page = شاهد ثانٍ: صفحة المكتبة
table-revenue = الأموال المقدَّمة بحسب المانح والسنة
table-witness_unrwa = شاهد ثانٍ: الأونروا
table-accounts = الحسابات
table-witness_military_accounts = شاهد ثانٍ: الحسابات العسكرية
table-figures = الأرقام كما طُبعت
table-casts = مرّات النقض، واحدة لكل عضو استعمله
table-votes = التصويتات
table-vetoes = من نقض
table-about = موضوع كل تصويت
table-member_votes = أصوات الأعضاء
table-roll_calls = التصويتات بنداء الأسماء
table-calls = التصويتات بنداء الأسماء، للعدّ
table-notices = الإخطارات
table-cases = الإخطارات، كل حالة مرّة
table-priced = إخطارات ذُكرت قيمتها
table-items = أصناف الإخطارات
table-dated = الأحداث، للعدّ
table-events = الأحداث
table-actors = من شارك في الأحداث
table-spending = الإنفاق بحسب البلد والسنة
table-spending_by_year = الإنفاق، للعدّ
table-committed = بنود المذكّرات
table-enacted = بنود القوانين
table-lines = البنود كلّها
table-line_categories = فئات البنود
table-acts = القوانين والمذكّرات
table-obligations = الالتزامات بحسب المتلقّي والسنة والطبعة
table-disbursements = المصروفات بحسب المتلقّي والسنة والطبعة
table-amounts = المبالغ كلّها
table-recipients = المتلقّون
table-editions = الطبعات
table-prices = مؤشّرات الأسعار
table-years = السنوات المالية
table-values = أحوال القواعد
table-buyers = المشترون وفئاتهم
table-reviews = أيام المراجعة بحسب المشتري
table-determinations = الإقرارات بحسب المشتري
