# Why a verdict was given. One or two sentences, for a reader who knows nothing of registers.
# An attribute is a further sentence, said only when the detail of its name is known.
# Details arrive written out: stated, value, today ("86 vetoes"), dates, definition ("whole drafts · by subject"), span.

reason-default_holds = { $value ->
    [none] The record gives the stated figure, counted in the usual way.
   *[other] The record gives { $value } { $as_of ->
        [none] in the usual way of counting.
       *[other] on { $as_of }, counted in the usual way.
    }
}
    .more = That is more than a tenth above the stated figure.
reason-other_definition = The stated figure ({ $stated }) is right under another documented way of counting: { $definition }.
    .today = Counted in the usual way, the record gives { $today }.
    .used_by = It is used by { $used_by }.
    .reconstructed = We worked this rule out from published totals; no publisher states it.
reason-other_way_round = By the record it is the other way round: { $value }.
reason-among_rows = The stated place ({ $stated }) is right among those that the record has; it does not say that it lacks none.
reason-later_edition = The stated figure ({ $stated }) appears only in an edition of the source published after the date in question ({ $definition }).
    .today = The edition of that time gives { $today }.
reason-window_ended = { $windows ->
    [none] The stated figure ({ $stated }) was true { $span }, and no longer on { $as_of }.
   *[other] The stated figure ({ $stated }) was last true { $span }, and no longer on { $as_of }.
}
    .age = It had ended { $age } earlier.
    .written_after = The text was written on { $written_after } or later, as it tells of an event of that day.
    .today = By then the record gives { $today }.
    .definition = So counted: { $definition }.
reason-no_common_window = Each of these figures is true at some time and in some way of counting, but no day and no way of counting makes them all true together.
    .figures = { $figures }.
reason-never_reached = No documented way of counting gives { $stated } on any day up to { $as_of }.
    .nearest = The nearest is { $nearest }{ $nearest_definition ->
        [none] .
       *[other] , counting { $nearest_definition }.
    }
    .value = In the usual way of counting the record gives { $value }.
reason-reached_later = The stated figure ({ $stated }) was not yet true on { $as_of }; it was first reached on { $reached }.
    .value = On { $as_of } the record gives { $value }.
reason-far_above = The record's figure is far above the stated one: { $value }.
reason-row_matched = The record has it: { $row_words }.
    .date_words = Its date is { $date_words }.
reason-near_date = The text says { $date }, the record { $other_date }: one day apart, as time zones can make them.
    .row_words = In the record: { $row_words }.
reason-wrong_date = { $date ->
    [none] The record has this on { $other_date }.
   *[other] The record has this on { $other_date }, not on { $date }.
}
    .row_words = In the record: { $row_words }.
reason-no_such_row = { $date ->
    [none] The record is complete for that time, and has no such entry.
   *[other] The record is complete for that time, and has no such entry on { $date }.
}
    .nearest_row = The nearest entry is { $nearest_row }.
reason-tally_matches = The record has the same votes.
    .row_words = The vote is { $row_words }.
reason-tally_differs = The text says { $stated }; the record has { $value }.
    .part = The difference lies in the votes { $part }.
    .row_words = The vote is { $row_words }.
reason-readings_disagree = The text can be read in more than one way, and it does not choose between them.
    .figures = { $figures }.
reason-past_coverage = { $to ->
    [none] The record does not reach that date.
   *[other] The record ends on { $to }, before the date in question.
}
    .value = So far it gives { $value }.
reason-before_coverage = { $from ->
    [none] The record begins after that date.
   *[other] The record begins on { $from }, after the date in question.
}
reason-incomplete_record = The record of this is not complete, so what it lacks proves nothing.
    .value = What it holds gives { $value }.
reason-may_be_missing = { $missing ->
    [none] The record of this time is known to lack some entries, so the figure cannot be ruled out.
   *[other] The record of this time may lack up to { $missing }, so the figure cannot be ruled out.
}
    .value = What it holds gives { $value }.
    .difference = The difference is { $difference }.
reason-not_in_any_edition = No edition of the source that we hold gives this figure.
    .nearest = The nearest is { $nearest }.
reason-sum_matches = The parts add up to { $sum ->
    [none] the stated whole.
   *[other] { $sum }, as stated.
}
reason-sum_differs = The parts add up to { $sum }, not to { $whole ->
    [none] the stated { $stated }.
   *[other] { $whole }.
}
    .difference = The difference is { $difference }.
reason-rule_holds = The rule in force on that date says the same{ $value ->
    [none] .
   *[other] : { $value }.
}
reason-not_the_determination = The sentence about the basic military balance is standard wording of public notices; it is not the determination that the law asks for.
reason-rule_differs = The rule in force on that date says otherwise{ $value ->
    [none] .
   *[other] : { $value }.
}
    .nearest = The nearest is { $nearest }.
reason-weak_source = The record has only a weak source for this, not enough to confirm or to contradict.
    .value = That source gives { $value }.
reason-ambiguous_date = The date in the text can be read in more than one way.
    .figures = { $figures }.
reason-figures_agree = The figures of this sentence hold together: one way of counting and one day serve them all.
    .definition = So counted: { $definition }.
    .span = They hold { $span }.

# One of several figures told in one reason

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
    .today = (by { $as_of } it had become { $today })
row-words = { $row ->
    [none] { $about }{ $day ->
        [none] {""}
       *[other] , { $day }
    }
   *[other] { $row }{ $day ->
        [none] {""}
       *[other] , { $day }
    }{ $about ->
        [none] {""}
       *[other] {" "}({ $about })
    }
}

reason-other_reading = The stated figure ({ $stated }) is right as { $measure_words }: { $value }{ $definition ->
    [none] .
   *[other] , so counted: { $definition }.
}
reason-year_running = The stated figure ({ $stated }) is reached once the year then running is counted. Publishers count it as soon as the money is voted; this record when the year is over.

reason-left_open = The text leaves open whose acts are counted, or since when, so the figure cannot be held against the record.
    .value = Counted from the beginning, the record gives { $value }.

reason-month_resolved = The text names the day in two ways that do not agree (two months, or a weekday and a date). The event it names tells which is meant: it was on { $other_date }.
    .row_words = In the record: { $row_words }.
reason-other_meaning = These letters stand for something else in the law and elsewhere in this text, so no register can answer what is said here.

# What is open in the text, so that nothing is said against it or for it

reason-open_role = The sentence does not say this itself: { $open }. What the text says elsewhere may not be meant here, so nothing is said against it.
    .value = If it is meant, the record gives { $value }.
reason-open_time = The sentence does not say at what time, so nothing is said against it.
    .value = On { $as_of } the record gives { $value }.
reason-unread_words = Some words beside the figure were not understood. They may narrow what is counted, so nothing is said against it.
    .value = Without them, the record gives { $value }.
reason-part_named = The text speaks of a part or a question by its name; the record counts what is about the state as a whole, so that fewer may be right.
reason-fits_if = The figure is right if this is meant, which the sentence does not say itself: { $open }.
    .value = The record gives { $value }.
reason-not_a_fact = { $aspect ->
    [cut] The text speaks of money that was cut or cancelled, and no register holds that.
    [change] The text speaks of a rise or a fall, and no register holds that.
    [request] The text speaks of what was asked for. The record holds what was decided.
    [promise] The text speaks of a promise. The record holds what was decided.
    [plan] The text speaks of what is planned. The record holds what has happened.
    [threat] The text speaks of a threat. The record holds what has happened.
    [condition] The text says this under a condition, not as a fact.
    [denial] The text says that this is not so, or that others said it wrongly.
    [attempt] The text speaks of an attempt. The record holds what has happened.
   *[other] The text does not state this as a fact.
}
reason-other_rate = { $rate ->
    [day] The text gives the figure per day, and no register counts so.
    [month] The text gives the figure per month, and no register counts so.
    [head] The text gives the figure per head, and no register counts so.
   *[other] The text gives the figure for each of something, and no register counts so.
}
reason-narrowed = A word narrows the figure to a part that no register splits off.
reason-counted_otherwise = The record's figure is near the stated one but not the same. Others count such money at another step, as promised or as paid, so the stated figure cannot be ruled out.
    .value = The record gives { $value }.
reason-estimated_otherwise = The record's figure is near the stated one but not the same. Other publishers, other editions and the years beside it have others, so the stated figure cannot be ruled out.
    .value = The record gives { $value }.
reason-part_perhaps = The stated figure is so far from the record's that the text may speak of a part, or count in another way.
    .value = The record gives { $value }.

# A dated act that is there and is something else

reason-other_subject = The record has such an act on { $date }, but it was about something else.
    .row_words = In the record: { $row_words }.
    .filters = In the text: { $filters }.
reason-other_theme = The record has such an act on { $date }, but does not tell that it dealt with what the text says.
    .row_words = In the record: { $row_words }.
    .filters = In the text: { $filters }.
reason-other_item = The record has the stated figure, but for something else than the text names.
    .row_words = In the record: { $row_words }.
reason-other_ballot = The record has such an act on { $date }, but these did not vote as the text says: { $members }.
    .row_words = In the record: { $row_words }.
reason-other_draft = The record has such an act on { $date }, but not on the draft that the text names.
    .row_words = In the record: { $row_words }.
reason-other_order = { $says ->
    [first] It was not the first.
    [last] It was not the last.
    [most] There were more in another year.
   *[other] It was not the only one.
}
    .row_words = In the record: { $row_words }.
reason-other_company = { $says ->
    [joint] It was not done together with others.
   *[other] It was not done alone.
}
    .row_words = In the record: { $row_words }.

# Why a place of the text was not judged

reason-other_event = The sentence has the words of an event of the record and another date: it may speak of another event.

# What roles are called that no register has

open-time = the time
open-measure = what is counted
open-law = the law
open-parts = whether these are all parts
open-event = which event
taken-carried = { $what } from an earlier sentence
taken-topic = { $what } from the title or from what the whole text speaks of
taken-assumed = { $what } not said, assumed
part-in_favour = in favour
part-against = against
part-abstaining = abstaining

# The sentence to use instead

correction-day = { $about ->
    [none] { $row }
   *[other] { $about }
}: this was on { $other_date }.
correction-tally = The vote was { $value } ({ $row_words }).
