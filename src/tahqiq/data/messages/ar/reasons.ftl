# لماذا صدر الحكم: جملة أو جملتان لقارئ لا يعرف شيئًا عن السجلات.
# كل صفة (تبدأ بنقطة) جملة إضافية لا تقال إلا إذا عُرف التفصيل الذي تحمل اسمه.

reason-default_holds = { $value ->
    [none] يعطي السجل الرقم المذكور بطريقة العدّ المعتادة.
   *[other] العدد في السجل { $as_of ->
        [none] بطريقة العدّ المعتادة: { $value }.
       *[other] في { $as_of } بطريقة العدّ المعتادة: { $value }.
    }
}
    .more = وهو يزيد على الرقم المذكور بأكثر من العُشر.
reason-other_definition = المذكور ({ $stated }) صحيح بطريقة عدّ موثقة أخرى: { $definition }.
    .today = أما بطريقة العدّ المعتادة فيعطي السجل: { $today }.
    .used_by = يعدّ بها: { $used_by }.
    .reconstructed = استنتجنا هذه القاعدة من مجاميع منشورة، ولا ينص عليها ناشر.
reason-other_way_round = الأمر في السجل على العكس: { $value }.
reason-among_rows = المرتبة المذكورة ({ $stated }) صحيحة بين من يضمّهم السجل، وهو لا ينصّ على أنه لا ينقصه أحد.
reason-later_edition = المذكور ({ $stated }) لا يرد إلا في طبعة من المصدر نُشرت بعد التاريخ المعني ({ $definition }).
    .today = أما طبعة ذلك الوقت فتعطي: { $today }.
reason-window_ended = { $windows ->
    [none] كان المذكور ({ $stated }) صحيحًا { $span }، ولم يعد كذلك في { $as_of }.
   *[other] صحّ المذكور ({ $stated }) آخر مرة { $span }، ولم يعد كذلك في { $as_of }.
}
    .age = وكان قد مضى على انتهاء ذلك: { $age }.
    .written_after = وقد كُتب النص في { $written_after } أو بعده، فهو يذكر واقعة من ذلك اليوم.
    .today = وكان السجل حينها يعطي: { $today }.
    .definition = طريقة العدّ: { $definition }.
reason-no_common_window = يصح كل رقم من هذه الأرقام في وقت ما وبطريقة عدّ ما، لكن لا يوم ولا طريقة عدّ تجعلها صحيحة معًا.
    .figures = { $figures }.
reason-never_reached = لا تعطي أي طريقة عدّ موثقة المذكور ({ $stated }) في أي يوم حتى { $as_of }.
    .nearest = أقرب ما في السجل: { $nearest }{ $nearest_definition ->
        [none] .
       *[other] {" "}({ $nearest_definition }).
    }
    .value = وبطريقة العدّ المعتادة يعطي السجل: { $value }.
reason-reached_later = لم يكن المذكور ({ $stated }) قد تحقق بعد في { $as_of }، وأول يوم تحقق فيه: { $reached }.
    .value = وفي { $as_of } كان السجل يعطي: { $value }.
reason-far_above = الرقم في السجل أعلى بكثير من المذكور: { $value }.
reason-row_matched = هذا وارد في السجل: { $row_words }.
    .date_words = وتاريخه: { $date_words }.
reason-near_date = يذكر النص { $date } ويذكر السجل { $other_date }: بينهما يوم واحد، وقد يكون سببه اختلاف المناطق الزمنية.
    .row_words = في السجل: { $row_words }.
reason-wrong_date = { $date ->
    [none] هذا وارد في السجل بتاريخ { $other_date }.
   *[other] هذا وارد في السجل بتاريخ { $other_date } لا { $date }.
}
    .row_words = في السجل: { $row_words }.
reason-no_such_row = { $date ->
    [none] السجل كامل لتلك المدة، وليس فيه ما يطابق.
   *[other] السجل كامل لتلك المدة، وليس فيه ما يطابق في { $date }.
}
    .nearest_row = أقرب ما فيه: { $nearest_row }.
reason-tally_matches = الأصوات في السجل كما ذُكرت.
    .row_words = التصويت: { $row_words }.
reason-tally_differs = يذكر النص: { $stated }؛ وفي السجل: { $value }.
    .part = موضع الاختلاف: { $part }.
    .row_words = التصويت: { $row_words }.
reason-readings_disagree = يحتمل النص أكثر من قراءة ولا يرجّح إحداها.
    .figures = { $figures }.
reason-past_coverage = { $to ->
    [none] لا يبلغ السجل ذلك التاريخ.
   *[other] ينتهي السجل في { $to }، أي قبل التاريخ المعني.
}
    .value = وما فيه حتى الآن يعطي: { $value }.
reason-before_coverage = { $from ->
    [none] يبدأ السجل بعد ذلك التاريخ.
   *[other] يبدأ السجل في { $from }، أي بعد التاريخ المعني.
}
reason-incomplete_record = السجل في هذا الباب غير كامل، فما ينقصه لا يثبت شيئًا.
    .value = وما فيه يعطي: { $value }.
reason-may_be_missing = { $missing ->
    [none] من المعلوم أن سجل تلك المدة ينقصه بعض القيود، فلا يمكن استبعاد الرقم.
   *[other] قد ينقص سجل تلك المدة ما لا يزيد على { $missing }، فلا يمكن استبعاد الرقم.
}
    .value = وما فيه يعطي: { $value }.
    .difference = والفرق: { $difference }.
reason-not_in_any_edition = لا تعطي أي طبعة لدينا من المصدر هذا الرقم.
    .nearest = أقرب ما فيها: { $nearest }.
reason-sum_matches = مجموع الأجزاء { $sum ->
    [none] يساوي الكل المذكور.
   *[other] { $sum } كما ذُكر.
}
reason-sum_differs = مجموع الأجزاء { $sum } لا { $whole ->
    [none] { $stated }.
   *[other] { $whole }.
}
    .difference = والفرق: { $difference }.
reason-rule_holds = القاعدة السارية في ذلك التاريخ تقول الشيء نفسه{ $value ->
    [none] .
   *[other] : { $value }.
}
reason-not_the_determination = العبارة عن التوازن العسكري الأساسي صيغة معتادة في الإخطارات العلنية، وليست الإقرار الذي يطلبه القانون.
reason-rule_differs = القاعدة السارية في ذلك التاريخ تقول غير ذلك{ $value ->
    [none] .
   *[other] : { $value }.
}
    .nearest = أقرب ما فيها: { $nearest }.
reason-weak_source = ليس في السجل لهذا إلا مصدر ضعيف لا يكفي لتأييد ولا لنفي.
    .value = وذلك المصدر يعطي: { $value }.
reason-ambiguous_date = يحتمل التاريخ في النص أكثر من قراءة.
    .figures = { $figures }.
reason-figures_agree = تتفق أرقام هذه الجملة: تصح كلها بطريقة عدّ واحدة وفي يوم واحد.
    .definition = طريقة العدّ: { $definition }.
    .span = وتصح { $span }.

figure = { $stated ->
    [none] { $reading ->
        [none] { $value }
       *[other] { $reading }: { $value }
    }
   *[other] { $reading ->
        [none] {""}
       *[other] { $reading }:{" "}
    }{ $span ->
        [none] { $stated }
       *[other] { $stated } { $span }
    }
}
    .today = (وفي { $as_of } صار: { $today })
row-words = { $row ->
    [none] { $about }{ $day ->
        [none] {""}
       *[other] ، { $day }
    }
   *[other] { $row }{ $day ->
        [none] {""}
       *[other] ، { $day }
    }{ $about ->
        [none] {""}
       *[other] {" "}({ $about })
    }
}

reason-other_reading = الرقم المذكور ({ $stated }) يصحّ بمعنى { $measure_words }: { $value }{ $definition ->
    [none] .
   *[other] ، بهذه الطريقة في العدّ: { $definition }.
}
reason-year_running = يُبلَغ الرقم المذكور ({ $stated }) إذا حُسبت السنة الجارية حينها. فمن الناشرين من يحسبها حال إقرار المال، وهذا السجلّ يحسبها بعد انقضائها.

reason-left_open = لا يبيّن النص لمن يُنسب العدد أو منذ متى يُحسب، فلا يمكن أن يُقابَل بالسجل.
    .value = وبالعدّ منذ البداية يعطي السجل: { $value }.

reason-month_resolved = يسمّي النص اليوم بتسميتين لا تتفقان (شهرًا باسمين، أو يومًا من الأسبوع وتاريخًا)، ويدلّ الحدث المذكور على المراد: كان في { $other_date }.
    .row_words = في السجل: { $row_words }.
reason-other_meaning = تدلّ هذه الحروف في القانون وفي موضع آخر من هذا النص على شيء آخر، فلا سجلّ يجيب عمّا يقال هنا.

# ما تركه النص مفتوحًا، فلا يقال عليه شيء ولا له

reason-open_role = لا تذكر الجملة نفسها هذا: { $open }. وما ذُكر في موضع آخر قد لا يكون المراد هنا، فلا يُحكم عليها به.
    .value = فإن كان هو المراد فالسجل يعطي: { $value }.
reason-open_time = لا تذكر الجملة الوقت المراد، فلا يُحكم عليها به.
    .value = وفي { $as_of } يعطي السجل: { $value }.
reason-unread_words = بجوار الرقم كلمات لم تُفهم، وقد تضيّق ما يُعدّ، فلا يُحكم على الجملة بغيرها.
    .value = ومن دونها يعطي السجل: { $value }.
reason-part_named = يسمي النص جزءا أو مسألة بعينها، والسجل يعد ما يخص الدولة كلها، فقد يصح عدد أقل.
reason-fits_if = يصح الرقم إن كان هذا هو المراد، والجملة نفسها لا تذكره: { $open }.
    .value = ويعطي السجل: { $value }.
reason-not_a_fact = { $aspect ->
    [cut] يتحدث النص عن مال اقتُطع أو أُلغي، ولا سجل يحوي ذلك.
    [change] يتحدث النص عن زيادة أو نقصان، ولا سجل يحوي ذلك.
    [request] يتحدث النص عمّا طُلب، والسجل يحوي ما تقرّر.
    [promise] يتحدث النص عن وعد، والسجل يحوي ما تقرّر.
    [plan] يتحدث النص عن خطة، والسجل يحوي ما وقع.
    [threat] يتحدث النص عن تهديد، والسجل يحوي ما وقع.
    [condition] يذكر النص هذا معلّقًا على شرط، لا واقعةً.
    [denial] يذكر النص أن هذا غير صحيح، أو أن غيره ذكره خطأً.
    [attempt] يتحدث النص عن محاولة، والسجل يحوي ما وقع.
   *[other] لا يذكر النص هذا على أنه واقعة.
}
reason-other_rate = { $rate ->
    [day] الرقم في النص لليوم الواحد، ولا سجل يعدّ هكذا.
    [month] الرقم في النص للشهر الواحد، ولا سجل يعدّ هكذا.
    [head] الرقم في النص للفرد الواحد، ولا سجل يعدّ هكذا.
   *[other] الرقم في النص لكل واحد من شيء، ولا سجل يعدّ هكذا.
}
reason-narrowed = في النص كلمة تقصر الرقم على جزء لا يفصله أي سجل.
reason-counted_otherwise = الرقم في السجل قريب من المذكور وليس مثله. ومن الناس من يعدّ هذا المال في مرحلة أخرى، عند الوعد به أو عند دفعه، فلا يمكن استبعاد المذكور.
    .value = ويعطي السجل: { $value }.
reason-estimated_otherwise = الرقم في السجل قريب من المذكور وليس مثله. ولناشرين آخرين ولطبعات أخرى وللسنوات المجاورة أرقام غيره، فلا يمكن استبعاد المذكور.
    .value = ويعطي السجل: { $value }.
reason-part_perhaps = الرقم المذكور بعيد عن رقم السجل إلى حد أن النص قد يتحدث عن جزء منه أو يعدّ بطريقة أخرى.
    .value = ويعطي السجل: { $value }.

# واقعة مؤرخة موجودة في السجل وهي شيء آخر

reason-other_subject = في السجل واقعة كهذه في { $date }، لكنها كانت في شأن آخر.
    .row_words = في السجل: { $row_words }.
    .filters = وفي النص: { $filters }.
reason-other_theme = في السجل واقعة كهذه في { $date }، لكنه لا يذكر أنها تناولت ما يقوله النص.
    .row_words = في السجل: { $row_words }.
    .filters = وفي النص: { $filters }.
reason-other_item = في السجل الرقم المذكور، لكنه لغير ما يسمّيه النص.
    .row_words = في السجل: { $row_words }.
reason-other_ballot = في السجل واقعة كهذه في { $date }، لكن هؤلاء لم يصوّتوا كما يقول النص: { $members }.
    .row_words = في السجل: { $row_words }.
reason-other_draft = في السجل واقعة كهذه في { $date }، لكنها ليست في المشروع الذي يسمّيه النص.
    .row_words = في السجل: { $row_words }.
reason-other_order = { $says ->
    [first] لم تكن الأولى.
    [last] لم تكن الأخيرة.
    [most] كان في سنة أخرى أكثر منها.
   *[other] لم تكن الوحيدة.
}
    .row_words = في السجل: { $row_words }.
reason-other_company = { $says ->
    [joint] لم تكن بالاشتراك مع أحد.
   *[other] لم تكن على انفراد.
}
    .row_words = في السجل: { $row_words }.

# لماذا لم يُحكم على موضع من النص

reason-other_event = في الجملة كلمات حدث في السجل ومعها تاريخ آخر، فلعلها تتحدث عن حدث غيره.

# أسماء ما لا اسم له في السجلات

open-time = الوقت
open-measure = ما يُعدّ
open-law = القانون
open-parts = هل هذه كل الأجزاء
open-event = أي حدث
taken-carried = من جملة سابقة: { $what }
taken-topic = من العنوان أو من موضوع النص كله: { $what }
taken-assumed = غير مذكور ومفترض: { $what }
part-in_favour = المؤيدون
part-against = المعارضون
part-abstaining = الممتنعون

# الجملة التي تُستعمل بدلًا مما في النص

correction-day = { $about ->
    [none] { $row }
   *[other] { $about }
}: كان ذلك في { $other_date }.
correction-tally = كانت نتيجة التصويت: { $value } ({ $row_words }).
