# مقدار من كل وحدة. count يختار صيغة الجمع و number هو الرقم مكتوبًا

unit-vetoes = { $count ->
    [zero] لا نقض
    [one] نقض واحد
    [two] نقضان
    [few] { $number } عمليات نقض
    [many] { $number } عملية نقض
   *[other] { $number } عملية نقض
}
unit-drafts = { $count ->
    [zero] لا مشروع قرار
    [one] مشروع قرار واحد
    [two] مشروعا قرارين
    [few] { $number } مشاريع قرارات
    [many] { $number } مشروع قرار
   *[other] { $number } مشروع قرار
}
unit-votes = { $count ->
    [zero] لا صوت
    [one] صوت واحد
    [two] صوتان
    [few] { $number } أصوات
    [many] { $number } صوتًا
   *[other] { $number } صوت
}
unit-notifications = { $count ->
    [zero] لا إخطار
    [one] إخطار واحد
    [two] إخطاران
    [few] { $number } إخطارات
    [many] { $number } إخطارًا
   *[other] { $number } إخطار
}
unit-decisions = { $count ->
    [zero] لا قرار
    [one] قرار واحد
    [two] قراران
    [few] { $number } قرارات
    [many] { $number } قرارًا
   *[other] { $number } قرار
}
unit-conflicts = { $count ->
    [zero] لا نزاع
    [one] نزاع واحد
    [two] نزاعان
    [few] { $number } نزاعات
    [many] { $number } نزاعًا
   *[other] { $number } نزاع
}
unit-events = { $count ->
    [zero] لا حدث
    [one] حدث واحد
    [two] حدثان
    [few] { $number } أحداث
    [many] { $number } حدثًا
   *[other] { $number } حدث
}
unit-rows = { $count ->
    [zero] لا قيد
    [one] قيد واحد
    [two] قيدان
    [few] { $number } قيود
    [many] { $number } قيدًا
   *[other] { $number } قيد
}
unit-days = { $count ->
    [zero] لا يوم
    [one] يوم واحد
    [two] يومان
    [few] { $number } أيام
    [many] { $number } يومًا
   *[other] { $number } يوم
}
unit-months = { $count ->
    [zero] لا شهر
    [one] شهر واحد
    [two] شهران
    [few] { $number } أشهر
    [many] { $number } شهرًا
   *[other] { $number } شهر
}
unit-years = { $count ->
    [zero] لا سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $number } سنوات
    [many] { $number } سنة
   *[other] { $number } سنة
}
unit-numbers = { $count ->
    [zero] لا رقم
    [one] رقم واحد
    [two] رقمان
    [few] { $number } أرقام
    [many] { $number } رقمًا
   *[other] { $number } رقم
}
unit-items = { $count ->
    [zero] لا بند
    [one] بند واحد
    [two] بندان
    [few] { $number } بنود
    [many] { $number } بندًا
   *[other] { $number } بند
}
unit-people = { $count ->
    [one] شخص واحد
    [two] شخصان
    [few] { $number } أشخاص
    [many] { $number } شخصًا
   *[other] { $number } شخص
}
unit-seats = { $count ->
    [one] مقعد واحد
    [two] مقعدان
    [few] { $number } مقاعد
    [many] { $number } مقعدًا
   *[other] { $number } مقعد
}
unit-titles = { $count ->
    [one] لقب واحد
    [two] لقبان
    [few] { $number } ألقاب
    [many] { $number } لقبًا
   *[other] { $number } لقب
}
unit-goals = { $count ->
    [one] هدف واحد
    [two] هدفان
    [few] { $number } أهداف
    [many] { $number } هدفًا
   *[other] { $number } هدف
}
unit-beds = { $count ->
    [one] سرير واحد
    [two] سريران
    [few] { $number } أسرّة
    [many] { $number } سريرًا
   *[other] { $number } سرير
}
unit-children = { $count ->
    [one] طفل واحد
    [two] طفلان
    [few] { $number } أطفال
    [many] { $number } طفلًا
   *[other] { $number } طفل
}
unit-tonnes = { $count ->
    [one] طن واحد
    [two] طنان
    [few] { $number } أطنان
    [many] { $number } طنًا
   *[other] { $number } طن
}
unit-kilometres = { $number } كم
unit-square_kilometres = { $number } كم²
unit-degrees_celsius = { $number } درجة مئوية
unit-percent = { $number }٪
unit-EUR = { $number } يورو
unit-GBP = { $number } جنيه إسترليني
unit-USD = { $number } دولار
unit-fraction = { $number }
percent = { $number }%
unit-rank = المرتبة { $number }
unit-other = { $number } { $unit }
unit-truth = { $count ->
    [0] { no }
   *[other] { yes }
}
unit-plain = { $number }
range = { $low } إلى { $high }
unknown-value = غير معروف
tally-in_favour = المؤيدون { $number }
tally-against = المعارضون { $number }
tally-abstaining = الممتنعون { $number }
tally-absent = الغائبون { $number }
yes = نعم
no = لا

date-locales = ar_LB ar
date-day = d MMMM y
date-first = d MMMM y
date-month = MMMM y
span = { $same ->
    [yes] في { $from }
   *[no] { $from ->
        [none] حتى { $to }
       *[other] { $to ->
            [none] منذ { $from }
           *[other] من { $from } إلى { $to }
        }
    }
}
