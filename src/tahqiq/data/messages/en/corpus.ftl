# Many documents at once: the run, its errors, the ready questions, the page of a corpus.

error-no_corpus = { $path } is no corpus: it was not written by tahqiq corpus check.
error-no_source = { $source } holds no file. Give a folder, a pattern or a file, here or in an object store (s3://…).
error-mixed_forms = { $source } holds files of several forms ({ $found }). Say which are meant with --form ({ $known }).
error-no_column = There is no column “{ $name }” to read the text from. Known: { $known }. Name it with --text.
error-no_text_column = { $source } has no “{ $name }”, where its text should be.
error-bad_line = { $source } is no JSON object: { $problem }.
error-bad_day = { $source } tells as its day “{ $value }”, which is none, so it was not checked. Days are written 2024-04-18.
error-in_use = Another run is writing into { $path }. Wait for it, or give another folder.
error-other_settings = { $path } was checked with other settings: { $known }. Give the same, or another folder.
error-other_versions = { $path } was checked with another version of the program or of the record. See with “tahqiq corpus recheck” what that changes, or give another folder.
error-other_record = A machine of the cluster has another record ({ $found }) than this one ({ $wanted }). Install the same version on all.
error-engine_failed = The engine stopped: { $problem }. What is in place is kept; the same call goes on from there.
error-bad_query = The query does not work: { $problem }
error-what_question = Ask one thing: a measure with its filters, one of { $known }, or a query with --sql. With --format html all are asked.
error-no_select = A query only asks: give one SELECT.
error-bad_target = “{ $address }” is no address to post to. Give one that begins with http or https.
error-post_failed = { $address } did not take a report ({ $problem }). It is tried again at the next look.
error-no_feed_there = { $source } is no feed: neither RSS nor Atom nor JSON Feed.
error-no_figure = No claim of this corpus speaks of { $measure } under these filters.

corpus-progress = { $done } checked · { $rate } a second{ $left ->
    [none] {""}
   *[other] {" "}· { $left } left
}
unit-seconds = { $count ->
    [one] { $number } second
   *[other] { $number } seconds
}
unit-minutes = { $count ->
    [one] { $number } minute
   *[other] { $number } minutes
}
unit-hours = { $count ->
    [one] { $number } hour
   *[other] { $number } hours
}
unit-documents = { $count ->
    [one] { $number } document
   *[other] { $number } documents
}
unit-claims = { $count ->
    [one] { $number } claim
   *[other] { $number } claims
}
corpus-finished = { $documents } in { $folder }, of which { $read } could be read; { $claims }.
corpus-lost = { $source } could not be read to its end and was left out: { $problem }
corpus-again = Mend or remove what could not be read and call again: only what is missing is done.

corpus-page = A corpus held against the record
corpus-count-documents = In it
corpus-count-read = Read
corpus-count-claims = Found
corpus-count-program = Tahqiq

corpus-title-wrong = The most repeated wrong figures
corpus-note-wrong = Figures that were not right on the day of their document, by how many documents say them.
corpus-title-outlets = Outlets and their share of outdated figures
corpus-note-outlets = Of the figures that could be judged. The bounds hold the true share 95 times of 100. An outlet with fewer than 30 figures has no place in the order.
corpus-title-ceased = Right then, no longer now
corpus-note-ceased = Figures that were right on the day of their document and have ceased to be since.
corpus-title-changed = Figures that changed after publication
corpus-note-changed = Documents of one address whose text differs, and with it a figure.
corpus-title-values = What was said
corpus-note-values = Every stated value, held against the record of its day.
corpus-title-families = From which text it may descend
corpus-note-families = The first document of each family of nearly identical sentences. Likeness is no proof of descent.
corpus-title-years = Documents a year that say it
corpus-head-register = figure
corpus-head-stated = stated
corpus-head-verdict = verdict
corpus-head-documents = documents
corpus-head-outlets = outlets
corpus-head-first = first day
corpus-head-last = last day
corpus-head-quote = for example
corpus-head-outlet = outlet
corpus-head-judged = judged
corpus-head-outdated = outdated
corpus-head-share = share
corpus-head-low = at least
corpus-head-high = at most
corpus-head-place = place
corpus-head-until = right until
corpus-head-address = address
corpus-head-values = stated
corpus-head-said = said
corpus-head-right = while right
corpus-head-after = after its time
corpus-head-otherwise = wrong or open
corpus-head-first_after = first after its time
corpus-head-families = first document
corpus-head-sentence = sentence
corpus-title-speakers = Who said it
corpus-note-speakers = First those who said it most often after it had ceased to be right.
corpus-rechecked = { $claims } judged anew; something changes in: { $changes }.
corpus-before = the corpus
corpus-now = installed now
corpus-feed = { $name }: figures held against the record
