# الملفّ

dossier-as_of = بتاريخ
dossier-show = احسبه
dossier-worked = محسوب من السجلّ بتاريخ { $date }
dossier-notes = من أين جاء كل رقم
dossier-note = الحاشية { $number }
dossier-row = القيد { $row } من: { $register }
dossier-name = هكذا يسمّيه المصدر: { $name }.
error-dossier_too_early = لا يُحسب ملف { $source } بتاريخ { $date }: لم يكن كل ما يرويه قد وقع. اسأل عن { $since } أو عن يوم بعده.
error-bad_dossier = الملفّ { $source } غير سليم. { $problems }
