# The report as a page: what to change first, then when figures held, then the article

page-correct = To correct
page-correct_none = Nothing to correct was found.
page-correct_none_hint = That is said of what was checked, and of nothing else.
page-write = write
page-copy = Copy
page-copy_sentence = Copy the sentence
page-copied = Copied
page-show = Show in text
page-confirmed = { $count ->
    [one] One figure or fact confirmed
   *[other] { $count } figures and facts confirmed
}
page-dated = { $count ->
    [one] One sentence of which only the date was checked and confirmed
   *[other] { $count } sentences of which only the date was checked and confirmed
}
page-undecided = { $count ->
    [one] One claim that the record does not decide
   *[other] { $count } claims that the record does not decide
}
page-list = The list: { $matched } of { $items } items are in the record
page-timeline = When each figure was true
page-timeline_hint = Filled: in the usual way of counting. Outlined: in another documented way. The upright line is the day the text is held against.
page-timeline_left_out = { $count ->
    [one] One more figure is not drawn.
   *[other] { $count } more figures are not drawn.
}
page-findings = What was found
page-previous = Previous
page-next = Next
page-close = Close
page-of = { $number } of { $count }
page-keys = Keys: j and k lead to the next and the previous finding, c copies, Esc closes.
page-meaning = what it means
page-turned = { $count ->
    [one] One hidden character that would turn the direction of the text is not shown.
   *[other] { $count } hidden characters that would turn the direction of the text are not shown.
}
page-unread = not checked
timeline-day = { $basis ->
    [today] Today, { $date }
   *[other] Published { $date }
}
timeline-usual = true { $spans }
timeline-others = counted otherwise: { $spans }
timeline-spans = { $earlier ->
    [0] { $spans }
    [one] { $spans }, and once earlier
   *[other] { $spans }, and { $earlier } times earlier
}

# After the first report

again-title = Check an edited version
again-lead = Edit the text and check it again. The new report has its own link and says what was mended, what is left and what is new.
again-submit = Check again
again-back = Back to the report
again-day = Hold the text against
changes-title = Since the check before
changes-none = Nothing was or is to be corrected.
changes-left = { $count ->
    [one] one is left
   *[other] { $count } are left
}
changes-new = { $count ->
    [one] one is new
   *[other] { $count } are new
}
changes-unsure = { $count ->
    [one] one can no longer be judged
   *[other] { $count } can no longer be judged
}
changes-mended = { $count ->
    [one] one was mended
   *[other] { $count } were mended
}
changes-removed = { $count ->
    [one] one was taken out
   *[other] { $count } were taken out
}
change-left = Left
change-new = New
change-unsure = Cannot be judged now
change-mended = Mended
change-removed = Taken out
marks-title = Handled and disputed
marks-add = Mark a finding
marks-hint = Everybody with the link of this report sees the marks; only its key sets them.
marks-claim = Finding
marks-state = Mark
marks-handled = Handled
marks-disputed = Disputed
marks-nothing = Take the mark back
marks-note = Note
marks-submit = Keep the mark
