# A verdict's reason on one line, of fifteen words or so, and what to write instead beside the sentence it is meant for.
# A reason without a line of its own is told by its first sentence.

brief-default_holds = As in the record, counted in the usual way.
brief-row_matched = { $day ->
    [none] The record has it.
   *[other] The record has it on { $day }.
}
brief-never_reached = { $value ->
    [none] No way of counting has ever given this.
   *[other] No way of counting has ever given this; the usual one gives { $value }.
}
brief-window_ended = { $today ->
    [none] True { $span }, and no longer.
   *[other] True { $span }, and no longer; by { $as_of } it was { $today }.
}
brief-no_common_window = { $others ->
    [none] True { $span }, and no longer.
   *[other] { $span ->
        [none] Never true in the usual way of counting, nor on one day with { $others }.
       *[other] True { $span }, on no day together with { $others }.
    }
}
brief-other_definition = Right only in another way of counting: { $definition }.
brief-other_way_round = It is the other way round: { $value }.
brief-among_rows = Right among those that the record has.
brief-later_edition = Only a later edition of the source has it.
brief-other_reading = Right only as { $measure_words }.
brief-reached_later = Not yet true on { $as_of }; first true on { $reached }.
brief-month_resolved = The two names of the month do not agree; it was on { $other_date }.
brief-sum_matches = The parts add up.

write-figure = { $value } as of { $as_of }{ $definition ->
    [none] {""}
   *[other] {" "}({ $definition })
}
write-day = { $other_date }
write-tally = { $value }
write-counted = {" "}(counted: { $definition })

verdict-dated = Date confirmed
meaning-dated = The record has this event on this day. Nothing else of the sentence was checked.
