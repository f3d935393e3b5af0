# The dossier

dossier-as_of = As of
dossier-show = Work it out
dossier-worked = Worked out from the record as of { $date }
dossier-notes = Where every number comes from
dossier-note = Note { $number }
dossier-row = Entry { $row } of: { $register }
dossier-name = Named so in the source: { $name }.
dossier-sound = { $file }: sound as of { $date }. { $count ->
    [one] Its one binding is answered
   *[other] All its { $count } bindings are answered
} by the record, and no number stands unbound.
error-dossier_too_early = The dossier { $source } cannot be worked out as of { $date }: what it tells of had not all happened. Ask for { $since } or a later day.
error-bad_dossier = The dossier { $source } is not sound. { $problems }

# What is wrong with a dossier, after the number of its line

dossier-fault-unknown_binding = unknown binding '{ $text }'; known: { $known }
dossier-fault-unclosed = a quotation mark is not closed in '{ $text }'
dossier-fault-plain_words = '{ $text }' takes { $wanted } plain words, not { $found }
dossier-fault-unknown_form = unknown form '{ $form }'; known: { $known }
dossier-fault-no_source_named = '{ $text }' names no source
dossier-fault-unbound = a number that nothing binds: '{ $text }'
dossier-fault-alone = { $form } must stand alone, with an empty line before and after
dossier-fault-head = no title and language between ---
dossier-fault-day = no day: '{ $text }'
dossier-fault-digit_in_head = a digit in the { $name }
dossier-fault-no_answer = the record has no answer to '{ $text }'
dossier-fault-no_column = no column '{ $name }'; known: { $known }
dossier-fault-nothing_said = nothing to say of '{ $form }' in '{ $text }'
dossier-fault-no_row = no row '{ $row }' in { $place }
dossier-fault-later = '{ $row }' is of { $day }, after the day asked for
dossier-fault-no_value = '{ $row }' has no '{ $form }'
dossier-fault-no_step = no step '{ $form }'; known: { $known }
dossier-fault-no_source = no source '{ $source }' in { $register }; known: { $known }
dossier-fault-lacking = this is missing or wrong: { $what }
dossier-fault-many = a text has at most { $most } bindings here; this one has { $found }

# The page on which a dossier is written

dossier-write = Write your own
dossier-write_lead = An article whose every number is asked of the record: write between double braces what a number is, and the text answers for any day. A number that nothing binds is refused, so none can go stale unseen.
dossier-write_title = Title
dossier-write_text = Text (Markdown)
dossier-write_day = Worked out for
dossier-write_preview = Show the preview
dossier-write_html = Download as a page (HTML)
dossier-write_md = Download as Markdown
dossier-write_source = Download the text itself
dossier-write_kept = Nothing is kept here: download the text to go on with it later.
dossier-write_wrong = Please mend this first
dossier-write_shown = Preview
dossier-write_how = How to bind a number
dossier-write_more = Every figure page gives its own binding under “Downloads”.
dossier-write_way-value = the value, with its unit
dossier-write_way-window = since when (and until when) it holds
dossier-write_way-sentence = the whole sentence
dossier-write_way-table = every way of counting it, as a table (alone between empty lines)
dossier-write_way-chart = through time, as a picture (alone between empty lines)
dossier-write_way-list = the entries that it counts (alone between empty lines)
dossier-write_way-row = a cell of one entry
dossier-write_way-as_of = the day the text is worked out for
dossier-contents = Contents
dossier-binding = For a dossier of your own
