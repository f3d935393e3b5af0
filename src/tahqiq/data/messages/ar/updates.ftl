# إصدارات السجل وكيف تُصنع.
error-unknown_version = لا يوجد إصدار من السجل باسم «{ $name }». المعروف: { $known }.
error-no_updates = لا يذكر السجل { $name } أين توجد أحدث ملفاته. ما يذكر ذلك: { $known }.
error-no_key = يطلب { $source } مفتاحًا. اطلبه من الناشر واجعله قيمة { $setting }.
error-half_file = أعطى { $source } عدد { $found } من أصل { $total } من القيود. أعد المحاولة لاحقًا.
error-other_layout = لم يعد في { $source } ما اسمه «{ $name }»: تغيّر ترتيبه، ويجب أن يتبعه الملف updates.yml في السجل.
error-unreadable_file = تعذّرت قراءة ما أعطاه { $source } ({ $problem }). أعد المحاولة لاحقًا.
error-newer_file = في { $source } ملف أحدث من المقروء هنا. { $what_ar }
error-to_be_coded = { $count ->
    [zero] لا صفوف جديدة تنتظر القراءة
    [one] صفّ جديد واحد يجب أن يقرأه إنسان أولًا
    [two] صفّان جديدان يجب أن يقرأهما إنسان أولًا
    [few] { $count } صفوف جديدة يجب أن يقرأها إنسان أولًا
    [many] { $count } صفًّا جديدًا يجب أن يقرأها إنسان أولًا
   *[other] { $count } صفّ جديد يجب أن يقرأها إنسان أولًا
}: املأ { $path } ثم أعد الأمر. { $what_ar }
error-shrunk = سيفقد { $register } من الجدول { $table } عدد { $gone } من أصل { $held } من القيود، وهذا أكثر مما يسحبه الناشرون.
error-not_sound = يخالف { $register } قواعده بالصفوف الجديدة: { $problem }
update-renewed = ‏{ $register }: جُدّد؛ المضاف { $added }، والمتغيّر { $changed }، والزائل { $gone }
update-unchanged = ‏{ $register }: لا جديد
update-failed = ‏{ $register }: بقي كما كان. { $problem }
update-made = صُنع الإصدار { $name }. اقرأه بالخيار ‎--record-version newest، أو اجعل TAHQIQ_RECORD_VERSION تساوي newest.
update-nothing = لم يُصنع إصدار جديد.
version-shipped = ‏{ $name }  السجل المرفق بالإصدار { $version } من تحقيق
version-kept = ‏{ $name }  جُدّد فيه: { $registers }
version-read = (المقروء الآن)
error-version_unreadable = لا يمكن سؤال الإصدار { $name }: { $problem }
diff-same = لا يختلف أي قيد.
diff-register = ‏{ $register }: المضاف { $added }، والمتغيّر { $changed }، والزائل { $gone }
diff-figures = { $count ->
    [zero] لا يتغيّر أي رقم.
    [one] يتغيّر رقم واحد كما يعطيه الأمر tahqiq ask:
    [two] يتغيّر رقمان كما يعطيهما الأمر tahqiq ask:
    [few] تتغيّر { $count } أرقام كما يعطيها الأمر tahqiq ask:
    [many] يتغيّر { $count } رقمًا كما يعطيها الأمر tahqiq ask:
   *[other] يتغيّر { $count } رقم كما يعطيها الأمر tahqiq ask:
}
diff-claims = { $count ->
    [zero] لا يتغيّر أي حكم في التقارير السابقة (أُعيد النظر في { $judged }).
    [one] يتغيّر حكم واحد في التقارير السابقة (أُعيد النظر في { $judged }):
    [two] يتغيّر حكمان في التقارير السابقة (أُعيد النظر في { $judged }):
    [few] تتغيّر { $count } أحكام في التقارير السابقة (أُعيد النظر في { $judged }):
    [many] يتغيّر { $count } حكمًا في التقارير السابقة (أُعيد النظر في { $judged }):
   *[other] يتغيّر { $count } حكم في التقارير السابقة (أُعيد النظر في { $judged }):
}
diff-claim = ‏{ $report }، { $id }: «{ $quote }»: من «{ $before }» إلى «{ $now }»
diff-more = و{ $count } غيرها
diff-skipped = ليس في { $path } تقرير يمكن الحكم عليه من جديد.
