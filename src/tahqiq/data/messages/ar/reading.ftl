# من أين أُخذ التاريخ المعني

basis-published = تاريخ النشر
basis-today = اليوم، إذ لم يُعطَ تاريخ نشر ولم يوجد في النص
basis-stated = التاريخ الذي يذكره القول نفسه

# الإصلاحات

repair-coded_twice = أحرف رُمّزت مرتين قُرئت كما كُتبت أصلًا
repair-displaced_day = رقم يوم أُعيد إلى أول السطر
repair-broken_word = كلمة مقطوعة في آخر السطر وُصلت
repair-stray_space = مسافة زائدة حُذفت
repair-displaced_latin = كلمات لاتينية أُعيدت إلى موضعها
repair-reversed_heading = سطرا عنوان أُعيد ترتيبهما
repair-dead_link = رابط بلا عنوان حُذف

damage-repeated = هذه الفقرة مكررة.
damage-foreign_passage = هذه العبارة غريبة عن فقرتها.
damage-list_gap = الأرقام من { $first } إلى { $last } من القائمة مفقودة.
damage-displaced_day = انتقل رقم اليوم في البند { $number } من موضعه، ويصلح له أكثر من موضع.
damage-lost_head = ضاع أول هذا البند، ومعه رقمه وتاريخه.{ $number ->
    [none] {""}
   *[other] {" "}وهو بحسب موقعه البند { $number }.
}
damage-month_pair = اسما الشهر لا يدلان على شهر واحد: { $first } و{ $second }.
damage-weekday = يوافق { $date } يوم { $fell_on }، والنص يسمّيه { $weekday }، فأحدهما خطأ.
damage-displaced_latin = انتقلت كلمة بحروف لاتينية، { $word }، من موضعها، ولا يُعرف موضعها الأصلي.
damage-cut_off = تنقطع الجملة بعد «{ $word }».
damage-other = النص تالف هنا.
damage-page_without_text = الصفحة { $page } صورة لا نصّ فيها.
