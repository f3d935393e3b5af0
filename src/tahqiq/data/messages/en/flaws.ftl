# What is wrong in a data file, in one line: the file, the line, and what is known.

flaw = { $file }:{ $line }: { $what }
flaw-broken_yaml = this is no sound YAML: { $problem }.
flaw-repeated_key = “{ $name }” stands here twice. Leave out one of the two.
flaw-bare_word = YAML reads the bare word { $word } as true or false. Put it in quotes, or write true or false.
flaw-bad_day = there is no day { $value }.
flaw-unknown_key = there is no key “{ $name }” here.
    .near = Did you mean “{ $near }”?
    .known = Known: { $known }.
flaw-unknown_name = “{ $name }” is not known here.
    .near = Did you mean “{ $near }”?
    .known = Known: { $known }.
flaw-missing_key = the key “{ $name }” is missing.
flaw-wrong_type = “{ $name }” cannot be { $value }: { $wanted ->
    [text] it must be text. Put it in quotes.
    [whole] it must be a whole number.
    [number] it must be a number.
    [truth] it must be true or false.
    [list] it must be a list.
    [mapping] it must be keys and values.
   *[day] it must be a day such as 2024-04-18, without quotes.
}
flaw-wrong_value = “{ $name }” cannot be { $value }: { $problem }.
flaw-open_bracket = in “{ $name }” the brackets do not match.
flaw-many_forms = “{ $name }” has more than { $most } forms. Write it as several, with fewer choices each.
flaw-unlike_phrase = the sentence of “{ $name }” must have its value once, and name what its phrase names, no more and no less.
flaw-unlike_folder = the id is “{ $name }”, but the folder is called “{ $folder }”. Give both one name.
flaw-no_register = the folder has no register.yml.
flaw-mapped_twice = “{ $name }” is mapped to “{ $value }”, which must be one character that is not mapped itself.
flaw-not_twelve = “{ $name }” has { $count ->
    [one] one month
   *[other] { $count } months
}, not twelve.
flaw-no_years = “{ $name }” is reckoned year by year, but no dimension here has `year_begins`.
flaw-unreadable_rows = the rows of { $measure } cannot be read: { $problem }. See: tahqiq record validate { $register }
flaw-broken_package = the data package is not sound: { $problem }.
flaw-broken_expression = the definition { $definition } does not work: { $problem }.
flaw-unknown_places = places that are not known: { $places }.
flaw-row_without_source = a row names no source.
flaw-unexplained_sources = sources that sources.yml does not explain: { $names }.
flaw-other_value = { $measure } gives { $value } as of { $as_of }, not { $stated }.
flaw-other_windows = { $measure } gives { $stated } on the days { $value }, not { $wanted }.
flaw-two_values = { $measure } gives { $value } by the compiled series and { $other } by SQL.
flaw-witness_differs = { $differing } of { $compared } numbers differ from the witness, { $allowed } may: { $cells } (ours, theirs).
flaw-reproduced = { $measure } gives { $stated } after all, under { $value }.
warning-left_out = The register { $register } is left out of this check. { $flaw }
    .more = { $more ->
        [one] (And one more flaw.)
       *[other] (And { $more } more flaws.)
    }
