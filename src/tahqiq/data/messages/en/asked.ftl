# Answers of `tahqiq ask` and the descriptions of `tahqiq record`

asked-title = { $measure } on { $date }
asked-window-open = since { $from }
asked-window = { $from } to { $to }
asked-never = no entry yet
asked-value = Value
asked-usual = usual way of counting
asked-same = counted alike: { $definitions }
asked-missing = may lack { $count ->
    [one] one entry
   *[other] { $count } entries
}
asked-missing-amount = may lack up to { $amount }
asked-after = The record ends on { $date }: nothing later is counted.
asked-outside = The record reaches from { $from } to { $to }; it holds nothing of the time asked about.
asked-absent = No entry of the record names { $values }.
asked-empty = The record has no entry for this.
asked-proves-nothing = This proves nothing: the record is not complete there.
asked-silent = { $measure }: the record cannot say. { $why }
asked-not-covered = not covered whole
asked-rows = Entries counted in the usual way
asked-sources = Sources
asked-query = Query
record-rows = { $count ->
    [one] one entry
   *[other] { $count } entries
}
record-complete = complete
record-incomplete = not complete: its silence proves nothing
record-covers = { $from } to { $to }
record-version = version { $version }
record-measures = Measures
record-dimensions = can be filtered by
record-axes = Ways of counting
record-default = usual
record-witnesses = Second witnesses
record-no_witness = No second witness is at hand.
record-agreement-exact = { $agreeing } of { $compared } numbers agree
record-agreement = { $agreeing } of { $compared } numbers agree within { $within } per cent
record-gaps = Known gaps
record-gap = at most { $count }
record-gap-open = not covered
record-caveats = Mind
record-sources = Sources
record-weak = { $count ->
    [one] One entry rests on a weak source only.
   *[other] { $count } entries rest on a weak source only.
}
record-valid = { $register }: sound ({ $checks } checks)

error-no_build = The register { $name } has no build script.
error-build_failed = The register { $register } could not be built: { $problem }.
error-missing_filter = This measure must be asked with { $name }.
notice-resumed = { $done ->
    [one] One report
   *[other] { $done } reports
} of an earlier run { $done ->
    [one] stands
   *[other] stand
}; { $count ->
    [one] one article is
   *[other] { $count } articles are
} left to check.
notice-language_unread = The language of this text ({ $language }) is not read yet, so nothing was checked. { $figures ->
    [yes] Figures and dates alone are read: tahqiq mentions. { "" }
   *[no] { "" }
}Give --lang if the language was mistaken.
asked-definition = Way of counting
asked-window-title = Has held

export-title = The public record of Tahqiq
export-about = Registers of votes, aid, laws and figures, compiled from the sources that every row names.
export-done = { $count ->
    [one] One register was written to { $folder }
   *[other] { $count } registers were written to { $folder }
}.
