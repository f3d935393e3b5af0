# ما يقوله الأمر ‎`tahqiq language`‎.

language-made = في { $folder } { $concepts ->
    [one] مفهوم واحد
    [two] مفهومان
    [few] { $concepts } مفاهيم
    [many] { $concepts } مفهومًا
   *[other] { $concepts } مفهوم
}، وسمّى CLDR من الأماكن { $named } من { $places }. املأ ما كُتب عنده «(to fill)» ثم نفّذ: ‎tahqiq language check { $code } --languages { $parent }
language-read = { $name } ({ $code }): { $read ->
    [yes] تُقرأ فيها الأقوال
   *[no] تُقرأ فيها الأرقام والتواريخ وحدها، إذ لا كلمات لأي مفهوم
}، و{ $cases ->
    [zero] لا جمل في حالاتها
    [one] في حالاتها جملة واحدة
    [two] في حالاتها جملتان
    [few] في حالاتها { $cases } جمل
    [many] في حالاتها { $cases } جملة
   *[other] في حالاتها { $cases } جملة
}.
language-keys = فارغ في language.yml وفيه كلمات في اللغات الأخرى كلها ({ $count }): { $names }
language-concepts = مفاهيم بلا كلمات ({ $count }): { $names }
language-places = أماكن بلا أسماء ({ $count }): { $names }
language-events = أحداث بلا كلمات تدل عليها: { $count }
language-ambiguous = كلمات تقول شيئين لا تجمعهما كلمة واحدة في أي لغة أخرى ({ $count }): { $names }
language-uncovered = مفاهيم لا ترد كلماتها في أي حالة ({ $count }): { $names }

error-language_taken = اللغة «{ $name }» موجودة: { $path }. لمعرفة ما ينقصها: ‎tahqiq language check { $name }
error-language_exists = { $path } موجود. أعطِ مجلدًا آخر عبر ‎-o.
error-no_locale = لا يعرف CLDR لغة باسم «{ $name }». أعطِ رمزها من حرفين أو ثلاثة، مثل sv.
