# سبب الحكم في سطر واحد، وما يُكتب مكان المذكور. ما لا سطر له هنا يُذكر بأوّل جملة من سببه.

brief-default_holds = كما في السجل بطريقة العدّ المعتادة.
brief-row_matched = { $day ->
    [none] وارد في السجل.
   *[other] وارد في السجل بتاريخ { $day }.
}
brief-never_reached = { $value ->
    [none] لم تعطِ هذا أي طريقة عدّ في أي يوم.
   *[other] لم تعطِ هذا أي طريقة عدّ في أي يوم؛ والمعتادة تعطي { $value }.
}
brief-window_ended = { $today ->
    [none] صحّ { $span } ثم لم يعد صحيحًا.
   *[other] صحّ { $span } ثم لم يعد صحيحًا؛ وفي { $as_of } كان العدد { $today }.
}
brief-no_common_window = { $others ->
    [none] صحّ { $span } ثم لم يعد صحيحًا.
   *[other] { $span ->
        [none] لم يصحّ قطّ بطريقة العدّ المعتادة، ولا في يوم واحد مع { $others }.
       *[other] صحّ { $span }، ولم يجتمع في يوم واحد مع { $others }.
    }
}
brief-other_definition = لا يصحّ إلا بطريقة عدّ أخرى: { $definition }.
brief-other_way_round = الأمر على العكس: { $value }.
brief-among_rows = صحيح بين من يضمّهم السجل.
brief-later_edition = لم يرد إلا في طبعة لاحقة من المصدر.
brief-other_reading = لا يصحّ إلا بمعنى { $measure_words }.
brief-reached_later = لم يكن قد صحّ في { $as_of }؛ صحّ أوّل مرة في { $reached }.
brief-month_resolved = اسما الشهر لا يتفقان؛ وكان ذلك في { $other_date }.
brief-sum_matches = مجموع الأجزاء صحيح.

write-figure = { $value } حتى { $as_of }{ $definition ->
    [none] {""}
   *[other] {" "}({ $definition })
}
write-day = { $other_date }
write-tally = { $value }
write-counted = {" "}(طريقة العدّ: { $definition })

verdict-dated = التاريخ مؤكَّد
meaning-dated = الحدث وارد في السجل في هذا اليوم، ولم يُفحص شيء آخر من الجملة.
