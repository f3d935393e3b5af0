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
error-no_figure = No claim of this corpus speaks of { $measure } under these filters.

corpus-progress = { $done } checked · { $rate } a second{ $left ->
    [none] {""}
   *[other] {" "}· { $left } left
}
corpus-seconds = { $count ->
    [one] { $number } second
   *[other] { $number } seconds
}
corpus-minutes = { $count ->
    [one] { $number } minute
   *[other] { $number } minutes
}
corpus-hours = { $count ->
    [one] { $number } hour
   *[other] { $number } hours
}
corpus-documents = { $count ->
    [one] { $number } document
   *[other] { $number } documents
}
corpus-claims = { $count ->
    [one] { $number } claim
   *[other] { $number } claims
}
corpus-finished = { $documents } in { $folder }, of which { $read } could be read; { $claims }.
corpus-lost = { $source } could not be read to its end and was left out: { $problem }
corpus-again = Mend or remove what could not be read and call again: only what is missing is done.
