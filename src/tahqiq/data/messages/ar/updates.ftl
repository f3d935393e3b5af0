# إصدارات السجل وكيف تُصنع.
error-unknown_version = لا يوجد إصدار من السجل باسم «{ $name }». المعروف: { $known }.
error-no_updates = لا يذكر السجل { $name } أين توجد أحدث ملفاته. ما يذكر ذلك: { $known }.
error-no_key = يطلب { $source } مفتاحًا. اطلبه من الناشر واجعله قيمة { $setting }.
error-half_file = أعطى { $source } عدد { $found } من أصل { $total } من القيود. أعد المحاولة لاحقًا.
error-other_layout = لم يعد في { $source } ما اسمه «{ $name }»: تغيّر ترتيبه، ويجب أن يتبعه الملف updates.yml في السجل.
error-unreadable_file = تعذّرت قراءة ما أعطاه { $source } ({ $problem }). أعد المحاولة لاحقًا.
error-shrunk = سيفقد { $register } من الجدول { $table } عدد { $gone } من أصل { $held } من القيود، وهذا أكثر مما يسحبه الناشرون.
error-not_sound = يخالف { $register } قواعده بالصفوف الجديدة: { $problem }
update-renewed = ‏{ $register }: جُدّد؛ المضاف { $added }، والمتغيّر { $changed }، والزائل { $gone }
update-unchanged = ‏{ $register }: لا جديد
update-failed = ‏{ $register }: بقي كما كان. { $problem }
update-made = صُنع الإصدار { $name }. اقرأه بالخيار ‎--record-version newest، أو اجعل TAHQIQ_RECORD_VERSION تساوي newest.
update-nothing = لا إصدار جديدًا: لم يكن هناك ما يُجدَّد.
version-shipped = ‏{ $name }  السجل المرفق بالإصدار { $version } من تحقيق
version-kept = ‏{ $name }  جُدّد فيه: { $registers }
version-read = (المقروء الآن)
