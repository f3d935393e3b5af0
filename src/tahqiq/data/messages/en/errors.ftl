# One line each: what happened, why, what to do.

error-unknown_language = There is no language “{ $name ->
    [none] { $language }
   *[other] { $name }
}”. Known: { $known }.
error-unknown_register = There is no register “{ $name }”.{ $near ->
    [none] {""}
   *[other] {" "}Did you mean { $near }?
} Known: { $known }.
error-no_records = There is no folder { $path } to take { $variable ->
    [TAHQIQ_LANGUAGES] languages from. Look at --languages
   *[other] registers from. Look at --records
} and at { $variable }.
error-same_language = Two languages are called “{ $name }”: { $path } and { $other }. Give the folder of yours another name, and its language.yml the same one.
error-same_register = Two registers are called “{ $name }”: { $path } and { $other }. Give yours another name: that of its folder, and the id in its register.yml.
error-unknown_measure = There is no measure “{ $name }”.{ $near ->
    [none] {""}
   *[other] {" "}Did you mean { $near }?
} Known: { $known }.
error-unknown_filter = “{ $measure }” cannot be filtered by “{ $name }”. Known: { $known }.
error-broken_messages = The message file { $file } cannot be read near “{ $text }”.
error-build_wants_folder = Building { $register } needs the folder of its source files: --from FOLDER.{ $holds ->
    [none] {""}
   *[other] {" "}It is to hold { $holds }.
}
error-build_alone = Building { $register } needs more than a folder. Call python { $script } --help
error-unknown_command = There is no command “{ $name }”. Near it: { $known }.
error-unknown_verdict = There is no verdict “{ $name }”. Known: { $known }.
error-unknown_format = There is no format “{ $name }”. Known: { $known }.
error-unknown_value = “{ $value }” is no value of { $name }. { $known ->
    [none] {""}
   *[other] Near it: { $known }.
}
error-bad_date = “{ $value }” is no date. Write it as 2024-04-18.
error-far_date = { $value } is too far away: days from { $first } to { $last } can be asked about.
error-reversed_period = The period ends before it begins: since={ $since }, until={ $until }.
error-bad_filter = “{ $value }” is no filter. Write it as name=value.
error-empty = { $source } is empty: there is nothing to check.
error-too_large = { $source } is too large{ $limit ->
    [none] .
   *[other] {" "}(the limit is { $limit }).
} Give a smaller part of it.
error-binary = { $source } is not a text: it holds binary data. Give a text, Markdown, HTML, PDF or Word file.
error-wrong_encoding = { $encoding ->
    [unknown] The letters of { $source } are in no encoding that is known here (first at byte { $position }). Save it as UTF-8.
   *[other] The letters of { $source } cannot be read in the encoding { $encoding } (first at byte { $position }). Save it as UTF-8.
}
error-unknown_kind = { $source } is of a kind that cannot be read: { $kind }. Known: txt, md, html, pdf, docx.
error-not_found = There is no file { $source }.
error-a_table = { $source } is a table, not an article. To check each of its rows: tahqiq corpus check { $source } --out DIR. To read all of it as one text: --kind txt.
error-not_a_file = { $source } is no file but a pipe or a device, which might never end. Give a file, or - for standard input.
error-out_is_input = { $path } is the article itself: the report would be written over it. Give another file.
error-out_twice = Give either --out or --out-dir: one file for all reports, or a file for each.
error-many_in_one = Several reports cannot stand in one { $form } file. Give --out-dir, which holds a file for each.
error-no_articles = { $name } holds no article. Known: { $known }.
error-not_a_report = { $source } is no report of Tahqiq. Write one with: tahqiq check FILE --out { $source }
error-resume_alone = --resume goes on with the reports of --out-dir, and does not look into those that stand: leave --fail-on and --since out.
error-since_one = --since compares one article with one older report, as text or JSON.
error-unreadable = { $source } cannot be read: { $problem }.
error-damaged_file = { $source } is damaged and cannot be opened as { $kind }.
error-locked = { $source } is locked with a password. Give an unlocked copy.
error-no_text = { $source } holds no text that can be read. A scanned page needs text recognition first.
error-needs_extra = This needs a part that is not installed ({ $kind }). Run: pip install "tahqiq[{ $extra }]"
error-cannot_listen = Cannot listen on { $host }, port { $port }: { $problem }. Name another with --port or --host, or end what holds it.
error-bad_store = The store of reports cannot be opened: { $problem }. Look at --store and TAHQIQ_WEB_STORE: the folder must exist, the database be one, and its driver be installed.
error-too_slow = Reading { $source } took too long and was stopped.
error-cannot_write = { $path } cannot be written: { $problem }.
error-bad_address = “{ $source }” is no address that may be fetched. Give a public http or https address.
error-bad_expression = The register { $register } has an expression that does not work: { $problem } ({ $sql }).
error-source_changed = { $row }: the source now has { $found } as { $field } where it had { $guard }. Look at this correction again.
error-too_complex = { $source } has more elements than are read{ $limit ->
    [none] .
   *[other] {" "}(the limit is { $limit }).
} Give a simpler copy of it.
error-too_deep = { $source } is nested deeper than is read{ $limit ->
    [none] .
   *[other] {" "}(the limit is { $limit }).
} Give a simpler copy of it.
error-impossible_fact = “{ $name }” cannot be “{ $value }”. Known: { $known }.
error-not_docx = { $source } is not a Word document (.docx), whatever its name says.
error-bad_archive = { $source } is damaged: it cannot be unpacked.
error-too_expanded = { $source } unpacks to more than is read{ $limit ->
    [none] .
   *[other] {" "}(the limit is { $limit } bytes).
} Give a smaller copy of it.
error-unsafe_xml = { $source } declares entities, which a document has no need of; it was not read.
error-bad_pdf = { $source } is damaged and cannot be opened as PDF.
error-too_many_letters = { $source } has more letters than are read (the limit is { $limit }). Give a part of it.
error-too_many_pages = { $source } has more pages than are read{ $limit ->
    [none] .
   *[other] {" "}(the limit is { $limit }).
} Give a part of it.
error-forbidden_address = { $source } leads to an address that may not be fetched. Give a public http or https address.
error-too_many_redirects = { $source } leads from one address to the next without end.
error-http_status = { $source } could not be fetched: the server answered { $status }.
error-timeout = { $source } did not answer in time. Try again, or save the page and give the file.
error-other = The command could not be carried out ({ $code }): { $what }
error-fault = This is a fault of tahqiq itself ({ $what }). Please report it; with TAHQIQ_DEBUG=1 it shows where.
error-label = Error
error-garbled_text = The text of { $source } is garbled: its letters cannot be made out. Save it as UTF-8 and try again.
error-cannot_resolve = The host { $host } of { $source } cannot be found. Check the address.
error-cannot_connect = { $source } cannot be reached. Check the address, or try again later.
error-wrong_type = { $source } is of a type that cannot be read: { $type }. Give the address of a page, text, PDF or Word file.
error-cut_answer = The answer of { $source } ended before it was whole. Try again, or save the page and give the file.
error-broken_answer = The answer of { $source } is broken. Try again later, or save the page and give the file.
error-no_document = A document is a text, its bytes or the path of a file, not { $given }.
error-bad_number = “{ $value }” is no number. Write it as 3500000, 3,500,000 or 3.5 million.
error-unknown_encoding = There is no encoding “{ $name }” for texts. Known are utf-8, utf-16, windows-1256, iso-8859-6, windows-1252 and the others of the web.
error-no_encoding = { $source } is a { $kind } file, which says its encoding itself. Leave --encoding out.
