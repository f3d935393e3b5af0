# ما كان القانون يتطلبه من صفقة سلاح، خطوة خطوة. $value قيمة الخطوة و$money مبلغ مكتوب.

law-title = { $channel ->
    [FMS] بيع حكومي (FMS)
    [DCS] بيع تجاري (DCS)
    [MLA_TAA] تصنيع أو مساعدة تقنية في الخارج
    [LEASE] إيجار أو إعارة لسنة فأكثر
    [TRANSFER] نقل إلى طرف ثالث
   *[EDA] فائض الأصناف الدفاعية
} إلى { $buyer }: { law-item }، { $money }، { $date }{ $emergency ->
    [yes] ، مع إعلان الطوارئ
   *[no] {""}
}{ $territory ->
    [yes] ، مع إقليم بيع جديد
   *[no] {""}
}
law-item = { $item ->
    [MDE] معدات دفاعية كبرى
    [ARTICLES_SERVICES] أصناف أو خدمات دفاعية أخرى
    [DESIGN_CONSTRUCTION] خدمات تصميم وبناء
   *[CAT_I_FIREARM] أسلحة نارية من الفئة الأولى
}
law-coverage = { $value ->
    [before] القانون: خارج التغطية
    [later_than_text] القانون: بعد آخر نص مقروء
   *[covered] القانون: ضمن النص المقروء
}
law-buyer_class = فئة المشتري: { $value ->
    [NATO_ORG] حلف الناتو بوصفه منظمة
    [NATO_PLUS] عضو في الناتو أو بلد مسمى إلى جانبه
    [TREATED] يُعامَل معاملة البلدان المسماة
   *[OTHER] أي بلد أو منظمة أخرى
}
law-middle_east = الشرق الأوسط: { $value ->
    [yes] نعم
    [no] لا
    [excepted] إسرائيل نفسها، وهي مستثناة من القاعدة
   *[uncertain] غير محسوم
}
law-threshold = المبلغ: { $value ->
    [none] لا يحدده النص
    [0] بلا حد، فكل حالة يُخطَر بها
   *[other] يجب الإخطار ابتداءً من { $money }
}
law-notice = إخطار رسمي للكونغرس: { $value ->
    [yes] نعم
    [no] لا
   *[uncertain] غير محسوم
}
law-review_days = الأيام المتاحة للكونغرس: { $value ->
    [none] لا شيء، إذ لا إخطار واجباً
    [waived] لا شيء، فالمراجعة ساقطة
    [uncertain] غير محسوم
   *[other] { $value }
}
law-effect = أثر المهلة: { $value ->
    [none] لا أثر
    [joint_resolution] قرار مشترك يُسن فيها يوقف الصفقة
    [concurrent_resolution] قرار متزامن يُعتمد فيها يوقف الصفقة
    [wait_and_joint_resolution] تنتظر الصفقة، ويوقفها قرار مشترك يُسن في المهلة
    [wait_and_resolution] تنتظر الصفقة، ويوقفها قرار من الكونغرس في المهلة
   *[wait_only] تنتظر الصفقة
}
law-qme_determination = الإقرار بشأن التفوق العسكري النوعي لإسرائيل: { $value ->
    [yes] مطلوب
    [no] غير مطلوب
   *[uncertain] غير محسوم
}
law-qme_detail = المضمون المفصل بموجب (h)(2): { $value ->
    [yes] مطلوب
    [no] غير مطلوب
   *[uncertain] غير محسوم
}
law-signer = الموقّع: { $value ->
    [none] لا أحد، إذ لا إخطار واجباً
    [secretary_of_defense] وزير الدفاع
    [secretary_of_state] وزير الخارجية
   *[president] الرئيس أو من يفوضه
}
law-emergency_duty = الطوارئ: { $value ->
    [justification] يجب تعليل مفصل
    [statement] يجب إعلان الطوارئ
   *[none] لم تُعلن أو لا يترتب عليها شيء
}
law-publication = النشر: { $value ->
    [federal_register] النص الكامل غير السري في السجل الاتحادي
   *[none] لا نشر بموجب المادة 36(f)
}
law-period = إذا تسلّم الكونغرس التصديق يوم { $received } فاليوم الأول { $first } واليوم الأخير { $last }.
law-cite = { $section } · { $law }
law-since = بهذه الصيغة { $span }
law-reading = قراءتنا لا نص القانون.
law-uncertain = غير محسوم: { $why }
law-because = لأن: { $grounds }
law-ground-is = { $fact } = { $value }
law-ground-in = { $fact } { $value } في المجموعة { $against }
law-ground-in-dated = { $fact } { $value } في المجموعة { $against } { $span }
law-ground-at_least = { $fact } { $value } لا يقل عن { $against }
law-ground-below = { $fact } { $value } أقل من { $against }
law-as-of = النص مقروء حتى { $date }.

error-unknown_buyer = لا يوجد مشترٍ باسم «{ $name }». الأقرب: { $near }.
error-unknown_fact = لا توجد واقعة باسم «{ $name }». المعروف: { $known }.
error-missing_fact = الواقعة «{ $name }» ناقصة.
error-not_an_amount = يجب أن يكون «{ $name }» مبلغاً من الصفر فأكثر لا { $value }.
error-no_rules = ليس للسجل «{ $name }» قواعد.
error-no_rule_applies = لا ينطبق أي سطر من الجدول «{ $table }» في { $day }.
error-received_before = لا يمكن أن يتسلم الكونغرس في { $received } ما تاريخه { $date }.
