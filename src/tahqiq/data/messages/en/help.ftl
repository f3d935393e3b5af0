# Help of the command: a message for each command, an attribute for each of its options. Examples stand in the code.
# The heading over options; and the options that mean the same in several commands.
click-options = Options
    .help = Show this message and exit.
    .version = Show the version and exit.
    .lang = Language of the answer (a code such as ar, en or fr).
    .format = Text on a terminal, JSON when captured.
    .out = Write the answer to this file.
    .port = Port to listen on.
    .as-of = The day the numbers are worked out for; today without it.
    .records = A folder with registers of your own, beside those that ship; as often as you like (TAHQIQ_RECORDS).
    .languages = A folder with languages of your own, beside those that ship; as often as you like (TAHQIQ_LANGUAGES).
    .record-version = Version of the record: a name of `tahqiq record versions`, newest or shipped; else TAHQIQ_RECORD_VERSION.

# Words of Click, named after what it says in English.
click-usage = Usage:
click-commands = Commands
click-required = required
click-default-default = default: { $default }
click-error-message = Error: { $message }
click-missing-command = Missing command.
click-missing-argument = Missing argument
click-missing-option = Missing option
click-no-such-option-name-r = No such option { $name }.
click-no-such-command-name-r = No such command { $name }.
click-did-you-mean-possibility = Did you mean { $possibility }?
click-did-you-mean-one-of-possibilities = (Did you mean one of: { $possibilities }?)
click-invalid-value-message = Invalid value: { $message }
click-invalid-value-for-param_hint-message = Invalid value for { $param_hint }: { $message }
click-value-r-is-not-choice = { $value } is not { $choice }.
click-value-r-is-not-one-of-choices = { $value } is not one of { $choices }.
click-value-r-is-not-a-valid-number_type = { $value } is not a valid { $number_type }.
click-value-is-not-in-the-range-range = { $value } is not in the range { $range }.
click-name-filename-r-does-not-exist = { $name } { $filename } does not exist.
click-name-filename-r-is-a-file = { $name } { $filename } is a file.
click-option-name-r-requires-an-argument = Option { $name } requires an argument.
click-option-name-r-does-not-take-a-value = Option { $name } does not take a value.
click-got-unexpected-extra-argument-args = Got unexpected extra argument ({ $args })
click-got-unexpected-extra-arguments-args = Got unexpected extra arguments ({ $args })

help-tahqiq =
    Check the figures of an article against a public, sourced record.

    Messages follow TAHQIQ_LANG (a code such as ar or en), else the language of the system. Exit codes: 0 done, 1 cannot, 2 wrong
    call, 3 a verdict of --fail-on was found, 70 a fault of tahqiq itself, 130 interrupted.

help-check =
    Check articles: every figure, date, vote and list the record can answer.

    FILE is a text, Markdown, HTML, PDF or Word file, a folder of them, a pattern (drafts/*.md), an http(s) address,
    or - for standard input. Each claim gets a verdict with the value of the record, the definition, the window of
    days in which the stated figure held, the rows and their sources.

    Several articles: json is one array, jsonl a line for each, and what could not be read stands there with its
    error.
    .published = Day of publication (2024-05-01): figures are held against that day.
    .lang = Language of the article (a code such as ar or en); found by itself otherwise.
    .kind = Kind of the document (txt, md, html, pdf, docx); found by itself otherwise.
    .encoding = Encoding of a text or page (windows-1256); found by itself otherwise.
    .report-lang = Language of the report; the article's own otherwise.
    .format = Form of the report; else by the suffix of --out, text on a terminal, JSON when captured.
    .out = Write the reports to this file.
    .out-dir = Write a file for each article into this folder.
    .fail-on = Exit with 3 when a claim has one of these verdicts.
    .today = Check as if today were this day.
    .since = An older report (JSON) of the article: tell what has changed.
    .resume = Go on where a run was stopped: an article whose report stands in --out-dir is not checked again.

help-diff =
    Compare two reports (JSON) of an article, from before and after an edit.

    The last call below does it in one step.

help-ask =
    Ask the record a number.

    MEASURE is register.measure (see `tahqiq record list`). NAME=VALUE filters a dimension (member=USA about=ISR;
    several values with commas), fixes a way of counting (unit_rule=library_2022), or bounds the time (since=2011
    until=2020). Values are codes (USA) or names in any language ("United States"); days are written as 2024-08-01,
    or in words. What the record does not hold is said, and never told as nought.
    .as-of = The day asked about; today without it.

help-record =
    The registers: what they hold, how far, from where, and whether they are sound.

help-record-build =
    Rebuild the data of a register from its sources, and say what changed.
    .from = Folder with the source files.

help-record-compile =
    Compile what a check reads, as the wheel ships it: for installations that cannot write to themselves.

help-record-diff =
    Compare two versions of the record: rows added, changed and gone, and the figures that this changes.

    OLD and NEW are names of `tahqiq record versions`, shipped, newest, or folders that hold records/. With
    --reports, the claims of past reports are judged by both, and those whose verdict changes are told.
    .reports = A folder of past reports (JSON).
    .show = Lines of each kind; JSON has all.

help-record-export =
    Write the record into the folder DIR, for other programs to read.

    csv and parquet are a file for each table; datapackage, csvw and croissant are CSV files with a description
    beside them, dcat with a catalogue of all; sqlite is a database for each register, which Datasette opens with
    titles, sources, units and facets.
    .format = Form of the files, of those above.
    .register = Only this register; may be given several times.

help-record-list =
    All registers, each with what can be asked of it.

help-record-get =
    Fetch a register that is published at ADDRESS: that of its datapackage.json, or of the folder that holds it.
    .out = Folder to put the register in; . without it.

help-record-new =
    Make a register from TABLE (CSV, Excel, Parquet, JSON lines): look at its columns, ask what they do not tell.
    .out = Folder to put the register in; . without it.
    .name = Its id, in small letters; the name of the file without it.
    .title = What the table is of, in English: "World Cup titles".
    .title-ar = The same in Arabic.
    .column = Take this column of figures only; as often as you like.
    .words = More words for its first measure in English, parted by commas.
    .words-ar = The same in Arabic.
    .publisher = Who published the table.
    .url = Where it stands.
    .licence = Under which terms.
    .as-of = The day its figures are of, where it has no times; today without it.
    .complete = Whether it leaves nothing out: then its silence speaks too.
    .yes = Ask nothing and take the guesses.

help-record-show =
    One register whole: measures, ways of counting, coverage, gaps, sources.

help-record-update =
    Renew the registers named, or all that can be, from their official addresses.

    Files are asked for only where they have changed. What comes is built into a new version of the record, beside
    the one that is read now: a register that cannot be had whole, has another layout, loses rows or breaks its own
    rules stays as it was, and a line says why. A publisher's key is read from the setting that the line names.
    .mirror = Ask this server in place of all others: URL/api.example.org/the/same/path.

help-record-validate =
    Check every file, expression, place, source, assertion and case of the registers named, or of all.

    The words that registers share are checked too.

help-record-versions =
    The versions of the record: the one that ships, and those that `record update` made, the oldest first.

help-law =
    Ask what the law required on a day.

help-law-sale =
    What the law required of one arms sale: notice, days of review, determination, signer, each with its citation.
    .buyer = Code or name of the buyer, a place or an organisation.
    .channel = FMS, DCS, MLA_TAA, LEASE, TRANSFER or EDA.
    .item = MDE, ARTICLES_SERVICES, DESIGN_CONSTRUCTION or CAT_I_FIREARM.
    .value = 14000000, 3,500,000 or "3.5 billion".
    .date = Day of the certification, 2022-08-02 or in words.
    .emergency = The President states an emergency.
    .new-sales-territory = Reexport to countries outside the group is authorised.
    .received = Day Congress received the certification (default: the day itself).

help-serve =
    Open the site: check a page, browse the record, ask for figures, read the dossier.

    Every setting can also be given as TAHQIQ_WEB_<NAME> in the environment: STORE, KEEP, UPLOAD (bytes),
    CHARACTERS, SECONDS, MEMORY (megabytes of a process), WORKERS, QUEUE (checks that wait), RATE (pages a second
    for each client), BURST, CONNECTIONS, FETCHING, LOG, LOG_JSON, BASE (the address readers see, path included),
    OPERATOR (who runs the site), CONTACT (where errors are reported), PROXIES, INSIDE (who sees /metrics).
    .host = Address to listen on (0.0.0.0: every one).
    .store = SQLAlchemy address of the kept reports; a SQLite file by default.
    .keep = Days a report is kept; 0: without end.

help-dossier =
    Render articles whose every number, date, table and chart is worked out from the record.

help-dossier-check =
    Check that every number of these dossiers is bound, and that the record answers every binding.

help-dossier-render =
    Work out a dossier for a day.

    FILE is a dossier in Markdown, or the language of one that ships (ar, en). A number in it that is bound to
    nothing is an error, and so is a binding that the record cannot answer.
    .format = Form of the page.

help-corpus =
    Check many documents, and ask what they say of a figure, since when, and who repeats it.

    Needs the extra "corpus": pip install "tahqiq[corpus]". The engine (Daft) counts its users by a call home; that
    is switched off before it is loaded.

help-corpus-ask =
    Ask what is in DIR, which `corpus check` wrote.

    QUESTION is one of: wrong (the most repeated wrong figures), outlets (each one's share of outdated figures),
    ceased (right then, no longer now), changed (figures of one address that changed), or a measure with its
    filters, whose life is told: who said it when, and what the record gave that day.
    .sql = A query over the tables documents, claims, unchecked and errors.
    .stated = Of the life of a figure only this stated value.
    .limit = Rows of each table at most.
    .format = Text on a terminal, JSON when captured; html is one page in both languages.

help-corpus-check =
    Check every document of SOURCE.

    SOURCE is a folder or pattern of articles, or of tables: JSON lines, CSV, Parquet, WARC; here or in an object
    store (s3://bucket/news/*.parquet, with the usual AWS settings of the environment). OUT gets Parquet tables:
    documents, claims, unchecked, errors. A run that was stopped goes on where it was when it is called again.
    .out = Folder of the result; what it holds already is not done again.
    .form = Form of the source; found by the names of its files otherwise.
    .text = Column of the text.
    .id = Column of the id, if any.
    .day = Column of the day of publication.
    .language = Column of the language.
    .outlet = Column of the outlet.
    .url = Column of the address.
    .kind = Kind of every text (txt, md, html); plain text in tables otherwise.
    .lang = Language of every text (a code such as ar or en); found for each otherwise.
    .since = Leave out documents of earlier days.
    .today = Day of documents that tell none; today without it.
    .engine = Where it is done.
    .address = Address of the Ray cluster (auto, ray://host:10001).
    .workers = Processes on each machine; one for each processor otherwise.

help-corpus-feed =
    Write the newest findings in DIR as a feed: JSON Feed 1.1, or ClaimReview of schema.org.

    Only figures that were found right or wrong are in it.
    .form = Kind of feed.
    .limit = Documents at most.
    .lang = Language of the feed (a code such as ar or en).

help-corpus-recheck =
    See what the record that is read now changes in DIR, without reading the texts again.

    Every claim is judged anew, by what was read of it. Nothing in DIR is changed.
    .out = Write the claims that change to this file, as CSV.

help-watch =
    Check new articles as they come, and post each report to an address.

    FOLDER|FEED is a folder, or the address of an RSS, Atom or JSON feed. The body of a post is the report as
    `tahqiq check --format json` writes it; the header Idempotency-Key tells one article from another. An article
    whose post fails is tried again at the next look, so that it may arrive twice but is never lost.
    .post = Address that gets each report as JSON.
    .seen = File that keeps what was posted.
    .every = Seconds between two looks.
    .once = Look once and end.

help-mcp =
    Give assistants the record as tools (Model Context Protocol).

    Read only: find_measures, ask, check_text, show_rows, law_of_sale, and life_of_a_figure with --corpus. Register
    it with a client as the command `tahqiq mcp`, or as http://127.0.0.1:8001/mcp.
    .http = Serve streamable HTTP; without it, standard input and output.
    .host = Address to listen on.
    .corpus = What `corpus check` wrote: the life of its figures.

help-language =
    The languages that articles are read in: begin one, and see what one lacks.

help-language-new =
    Begin a language: a folder CODE with everything that is asked of one, filled as far as CLDR knows it.

    Every key and every concept stands there with what it means. “(CLDR)” marks what was filled, “(usual: look it over)”
    what most languages have, “(to fill)” what waits for someone who knows the language.
    .out = Folder to put the language in; . without it.

help-language-check =
    Say what is wrong with the files of a language, what is missing, ambiguous, or held by no case.
    .all = Tell the whole of long lists.

help-mentions =
    Read numbers, amounts, percentages, dates and periods.

    Reads JSON lines on standard input, each with a text, and if you like with an id and a reference_time (a day that
    "last year" is reckoned from). Writes a line for each, with the id and the mentions. A line that cannot be read is
    told on standard error with its number, and the exit code is then 1.
    .lang = Language of the texts (a code such as ar or en); found for each text when not given.

