# The report: headings and small sentences

report-title = Report on { $source }
report-document = Text
report-published = Published
report-as_of = Checked as of
report-beyond = Not judged
report-beyond_count = { $count ->
    [one] one more claim at the end. Check the end of the text by itself.
   *[other] { $count } more claims at the end. Check the end of the text by itself.
}
report-left_out = Left out
report-language = Language
report-language_unread = { $language }, which is not read yet
as-of-day = { $start } ({ $basis })
report-verdicts = Verdicts
report-verdict = Verdict
report-claims = Claims
report-article = The article
report-damage = Damage
report-repairs = Repairs
report-unchecked = Not checked
report-unchecked_count = { $count ->
    [one] One place of the text was not checked
   *[other] { $count } places of the text were not checked
}
report-no_claims = No claim was found that a register can answer.
report-nothing_read = Nothing was checked: texts in this language are not read yet.
report-repairs_count = { $count ->
    [0] The text needed no repair.
    [one] One repair was made to the text before reading it; it is reversible.
   *[other] { $count } repairs were made to the text before reading it; each is reversible.
}
report-mended = The text is shown as mended; every quotation in the data formats is as it was given.
report-record_version = Version of the record
report-record_span = { $title }: { $from } to { $to }, version { $version }
report-skip = Skip to the article
report-footer = Made by Tahqiq { $version }. Figures are true under a definition, between two dates.

claim-says = The text says
claim-about = About
claim-reading = { $filters ->
    [none] { $measure }
   *[other] { $measure } – { $filters }
}
claim-filter = { $name }: { $value }
claim-date = stated for { $date }
claim-group = Judged together with { $others }
claim-why = Why
claim-sentence = In the sentence
claim-correction = To write instead
claim-checked = Only these words were checked
claim-unread = Not understood
claim-taken = Taken from elsewhere
claim-back = Back to the text
claim-mark = { $number }: { $verdict }

answer-definition = How it is counted
answer-column = On { $date }
answer-holds = Stated figure holds
answer-default = usual
answer-reconstructed = our reconstruction
answer-never = never
answer-same = Counted alike: { $definitions }
answer-others = { $count ->
    [one] one more way of counting gives { $values }
   *[other] { $count } more ways of counting give { $values }
}
answer-rows = Entries of the record
answer-rows_count = { $count ->
    [one] One entry of the record
   *[other] { $count } entries of the record
}
answer-rows_more = and { $count } more
answer-sources = Sources
answer-query = Query
answer-used_by = used by { $who }

list-register = Set against: { $register } ({ $filters })
list-number = No.
list-date = Date
list-row = Entry
list-status = Result
list-status_count = { $status }: { $count }
list-stated = The text says { $stated }; the list has { $items }.
list-stated_record = The text says { $stated }; the list has { $items }; the record counts { $record }.
list-gap = The numbers { $first } to { $last } are lost: { $numbers }. { $difference ->
    [equal] As many entries of the record fall between their neighbours.
    [more] { $rows } of the record fall between their neighbours: { $surplus } more than the lost numbers, so the author left that many out. Which ones cannot be known.
   *[less] Only { $rows } of the record fall between their neighbours: { $surplus } fewer than the lost numbers.
}
list-missing = Left out of the list: { $rows }
list-extra = Not in the record: { $numbers }
list-proposed = { $row } (proposed)

chart-stated = stated: { $value }
chart-alt = { $title }. { $series }.
    .stated = The stated figure is { $stated }{ $span ->
        [none] ; it never holds.
       *[other] ; it holds { $span }.
    }
chart-series = { $label }: { $value } on { $date }
chart-source = Source: { $source }
chart-shaded = shaded: the stated figure holds
separator = {"; "}
quoted = “{ $text }”
noted = { $notes ->
    [none] { $what }
   *[other] { $what } ({ $notes })
}
value-on = { $value } on { $date }
list-titled = List: { $heading }
report-heading = Figures checked against the public record
list-items = All items of the list
list-short = List
progress-checking = Checking { $source }: { $seconds } s{ $left ->
    [none] {""}
   *[other] , about { $left } left
}
