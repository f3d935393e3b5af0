# الأحكام: الاسم والعلامة والمعنى

verdict-supported = يؤيّده السجل
verdict-supported_under = صحيح بتعريف آخر
verdict-outdated = تقادم
verdict-mixed = لا تجتمع
verdict-contradicted = يخالفه السجل
verdict-ambiguous = ملتبس
verdict-out_of_coverage = خارج مدى السجل
verdict-not_checkable = لا يمكن التحقق منه
verdict-damaged = نص تالف

sign-supported = ✓
sign-supported_under = ◐
sign-outdated = ↺
sign-mixed = ≠
sign-contradicted = ✗
sign-ambiguous = ؟
sign-out_of_coverage = …
sign-not_checkable = ∅
sign-damaged = #

meaning-supported = يعطي السجل الرقم المذكور بالتعريف المعتاد في التاريخ المعني.
meaning-supported_under = تعطي طريقة عدّ موثقة أخرى الرقم المذكور.
meaning-outdated = كان الرقم صحيحًا في وقت سابق ثم لم يعد كذلك قبل التاريخ المعني.
meaning-mixed = كل رقم يصح وحده، لكن لا تعريف ولا تاريخ يجعلها صحيحة معًا.
meaning-contradicted = يشمل السجل هذا الأمر، ولا يعطي أي تعريف الرقم المذكور في أي يوم حتى الآن.
meaning-ambiguous = يحتمل النص أكثر من قراءة، والقراءات لا تتفق.
meaning-out_of_coverage = لا يبلغ السجل ما يكفي للحكم.
meaning-not_checkable = لا سجل يستطيع الإجابة عن هذا.
meaning-damaged = النص هنا تالف على نحو لا يمكن إصلاحه.

# أنواع الأقوال

kind-count = عدد
kind-ordinal = ترتيب
kind-event = حدث
kind-tally = نتيجة تصويت
kind-amount = مبلغ
kind-rank = مرتبة
kind-share = حصة
kind-sale = صفقة
kind-rule = قاعدة
kind-date = تاريخ
kind-sum = مجموع
kind-list = قائمة

# ما آل إليه كل بند من القائمة

status-matched = موجود في السجل
status-misdated = موجود في السجل بتاريخ آخر
status-not_in_record = غير موجود في السجل
status-damaged = تالف
status-lost = مفقود

# كيف ذُكر الرقم

qualifier-exactly = { $what }
qualifier-about = نحو { $what }
qualifier-at_least = ما لا يقل عن { $what }
qualifier-more_than = أكثر من { $what }
qualifier-at_most = ما لا يزيد على { $what }
qualifier-less_than = أقل من { $what }
per-year = { $what } سنويًا
per-month = { $what } شهريًا
per-day = { $what } يوميًا
per-head = { $what } للفرد
per-other = { $what } لكل واحد
