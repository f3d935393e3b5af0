# The site: navigation, forms, headings

web-name = Tahqiq
web-language = English
web-languages = Languages
web-navigation = Pages
web-crumbs = Where you are
web-skip = Skip to the content
web-nav-check = Check
web-nav-record = Record
web-nav-figures = Figures
web-nav-law = Law
web-nav-dossier = Dossier
web-nav-about = About

web-nav-method = Method
web-nav-corrections = Corrections
web-nav-developers = For developers
check-title = Check the figures of an article
check-lead = Every figure, date, vote and amount is held against a public record: under which definition it is true, between which dates, and from which source.
check-text = Paste the text
check-file = Choose a file
check-file_hint = Text, Markdown, HTML, PDF or Word, up to { $size } MB
check-address = Address of a page
check-address_hint = A public web page
check-published = Published on
check-published_hint = Figures are held against that day. Left empty: the date found in the text, else today.
check-language = Language of the text
check-language_auto = found by itself
check-submit = Check
check-kept = { $days ->
    [0] The report gets a link that keeps.
    [one] The report gets a link that keeps for one day; you can delete it.
   *[other] The report gets a link that keeps for { $days } days; you can delete it.
}
check-how = What a report tells
check-how-definition = Under which definition.
check-how-definition_more = Vetoes can be counted in several ways, aid in several prices; each way is named, with who counts so.
check-how-window = Between which dates.
check-how-window_more = A figure that was true once is shown with the days on which it was.
check-how-rows = From which rows.
check-how-rows_more = Every number opens on the entries it counts and on their sources.

report-downloads = Download
report-keep = Keep or delete
report-link = Link to this report
report-until = { $date ->
    [none] It is kept without end.
   *[other] It is kept until { $date }.
}
report-delete = Delete this report now
report-key = Key of this report
report-key_hint = Only this key deletes the report, and it is shown on this page alone. Keep it if you may want to delete later.
report-delete_with = Delete with its key
report-unkept = This report could not be kept, so it has no link: save this page if you need it. { $why ->
    [store_full] There is no room left here.
   *[other] The store is busy just now.
}

waiting-title = Your text is being checked
waiting-place = { $place ->
    [0] It is its turn now.
    [one] It is next in line.
   *[other] It is number { $place } in line.
}
waiting-hint = This page asks again by itself and then shows the report.
waiting-again = Ask now
report-deleted = The report has been deleted.
download-docx = As a Word document with comments
download-corrections_csv = Corrections as a table (CSV)
download-html = One HTML file
download-json = JSON
download-md = Markdown
download-csv = Claims as a table (CSV)
download-claimreview_json = ClaimReview (JSON-LD)

review-automated = Automated review by a program; no person has judged it.
review-definition = Counted as: { $definition }.
review-as_of = As of { $date }.

problem-title = This did not work ({ $status })
problem-code = Code:
problem-back = Back to the start

web-invalid = That is no value for { $names }.
web-problem-not_found = There is no such page.
web-problem-method_not_allowed = This address does not take that.
web-problem-no_report = There is no such report: it may have been deleted, or its time is over.
web-problem-form_not_made = This form of the report was not made before the record moved on. Check the text again.
web-problem-no_key = Give the key of the report: Authorization: Bearer KEY.
web-problem-wrong_key = That is not the key of this report.
web-problem-no_row = There is no such entry in this table.
web-problem-body_too_large = That is larger than this site takes. Give a smaller part of it.
web-problem-too_many = Too many requests in a short time. Wait a moment, then go on.
web-problem-busy = Many checks are waiting already, so no more are taken just now. Try again in a moment.
web-problem-body_too_slow = What was sent came too slowly, so the site stopped waiting for it. Try again.
web-problem-no_ticket = This page has been used, or it is too old. If you have the link of the report, follow it; else check the text again.
web-problem-store_busy = The store of reports is busy. Try again in a moment.
web-problem-store_full = The store of reports has no room left. Reports that are kept can still be read.
web-problem-crash = Something broke on our side. The rest of the site still works.
error-unknown_table = There is no table “{ $name }”. Known: { $known }.
error-unknown_page = There is no page “{ $name }”.
error-no_feed = The table “{ $name }” has no days, so it has no feed.
error-fetching_off = Addresses are not fetched here ({ $source }). Paste the text instead.

# Home and search

check-what = What you have
check-tab-text = Text
check-tab-file = File
check-tab-address = Address
check-text_hint = Up to { $most } characters; of very many figures the first { $claims } are judged. A file can also be dropped here.
check-busy = Checking …
check-wrong = Please mend this first
check-wrong_title = Something is missing
check-need-text = Paste a text, choose a file or give an address: there is nothing to check yet.
error-too_long = A text may have up to { $most } characters; yours has { $count }. Give it in parts.
home-try = Try it
home-title-first = Two veto counts in one sentence
home-title-second = Who got most American aid in 2022?
home-title-third = A whole article with damage in it
home-example-first = By April 2024 the United States had used its veto 83 times in the Security Council, 46 of them for Israel. On 20 February 2024 Washington vetoed a draft on Gaza.
home-example-second = Israel was the largest recipient of US aid in fiscal year 2022. The United States gave Israel $3.3 billion in 2022, and a memorandum of 2016 commits $38 billion over ten years.
home-can = What can be checked
home-years = { $from }–{ $to }
search-label = Search the record
search-placeholder = Symbol, day, state, question …
search-go = Search
search-title = Search: { $words }
search-answers = Answers
search-entries = Entries
search-further = Further
search-none = Nothing was found. A symbol, a day, the name of a state, or a few words such as those below do.
search-try = For instance
search-example-a = US vetoes Israel 2024
search-example-b = S/2018/516
search-example-c = 18 April 2024
search-example-d = aid to Egypt 2020
place-lead = What the record has of { $name }, each figure on the last day that its register covers.
place-before = What came before { $date } stands under another name:
place-both = { $a } and { $b }
place-line = { $measure } ({ $role })
place-compare = Set side by side
subject-lead = What the register “{ $register }” has of this subject.
subject-by = By { $dimension }
subject-newest = Newest entries
subject-all = Subjects
web-problem-no_place = There is no such state.

record-lead = All that figures are held against. Each register says what it holds, how far it reaches, what may be missing, and where every entry comes from.
record-grain = One entry is
record-coverage = Covers
record-edition = Version
record-tables = Tables
record-table = Table
record-count = Entries
record-columns = Columns
record-axis = Ways of counting: { $title }
source-accessed = read on { $date }

table-filters = Filter the table
table-words = Words
table-since = From
table-until = To
table-any = any
table-more = More filters
table-show = Show
table-clear = Clear
table-feed = Feed of new entries
table-pages = Pages of the table
table-page = Page { $page } of { $pages }
table-previous = Previous
table-next = Next
table-tally = Votes
table-tallied = { $a } for, { $b } against, { $c } abstaining
table-all_columns = All { $count } columns
table-fewer = Fewer columns
table-none = No entry fits. Take a filter away.

row-counts = The counts it changed
row-counts_hint = What each count stood at on that day, this entry included, and under which ways of counting.
row-count = Count
row-stood = On { $date }
row-others = In other ways of counting
row-elsewhere = The same in: { $register }
row-open = Open that entry

about-lead = Tahqiq reads an article and tells, for every figure in it, what the public record says: under which definition, as of which date, from which source. A figure is seldom just true or false; it is true under a definition, between two dates.
about-who = Who
about-operator = This site is run by { $who }.
about-who_text = Tahqiq is free software with open data: anybody may run a copy, look at every rule and row, and correct them. It gives no verdict on people or outlets, only on figures.
about-machine = No person reads what is checked here. The same text against the same record gives the same report, on every machine.
about-error = Report an error
about-error_text = A wrong verdict is the most useful report there is, above all a wrong “contradicted”. Give the sentence, the day it was published, what the report said, and what you believe is right, with a source that others can look up. What is confirmed is corrected in the record, with its reason and evidence, and stays listed.
about-no_contact = Whoever runs this copy gives no address. Report it where you got the software.
about-bookmark = Check the page you are reading
about-bookmark_text = Drag this into the bookmarks of your browser. On any public page, a click on it brings the page’s address here, ready to be checked.
about-bookmark_name = Check this page
about-licences = Licences
about-licences_text = The program is under the Apache License 2.0, the rows that we compile are dedicated to the public (CC0 1.0), the fonts are under the SIL Open Font License 1.1. Sources keep their own terms:
method-lead = How a figure is read, what it is held against, and why the verdict can be believed: in six paragraphs.
method-read = What is read
method-read_text = Numbers, amounts, shares, ranks, dates, votes and numbered lists in Arabic and English, with the words that say what they count: who, about whom, since when, under which definition. Each word that took part is marked; a figure that nothing explains is listed as not checked.
method-held = What it is held against
method-held_text = Registers of public rows, each with its source: the vote, the law, the line of the budget. Nothing is looked up elsewhere and nothing is estimated. What a register covers, what it may lack and where its sources erred is written on its page.
method-day = The day
method-day_text = A count grows. So each figure is judged on the day of publication, and a figure that was right once is told with the days on which it was. Without a day the report takes today and says so.
method-definition = The definition
method-definition_text = Vetoes can be counted by draft or by vote, aid in dollars of the year or of today. Every way of counting that somebody uses is tried; where another than the usual one gives the figure, it is named, with who counts so.
method-silence = What a contradiction needs
method-silence_text = A figure is contradicted only where who, what and when stand in the sentence itself, where the register covers the time, and where no documented way of counting gives it on any day. A register that is not complete contradicts by what it has, never by what it lacks.
method-not = What is not claimed
method-not_text = That a figure is right does not make the sentence around it right, nor the article fair. A date that holds confirms the date. Opinions, motives and causes are not judged at all.
corrections-lead = Errors that were put right: those of the sources, each with what it said, what stands now and how that is known; and how to report one of ours.
datastate-title = State of the data
datastate-read = Sources last read
datastate-count = Errors put right
datastate-mended = { $count ->
    [0] No error of a source is known.
    [one] One error of a source was put right.
   *[other] { $count } errors of sources were put right.
}
table-feed_short = Feed (Atom)
developers-open = The data may be asked from any page (CORS), tells its state (ETag) and comes compressed. Be kind: about five pages a second in the long run.
developers-examples = Examples
about-kept = What is kept of a text
about-kept_text = { $days ->
    [0] The document and its report, without end or until it is deleted. No cookies, no request log with texts, addresses or search words. The link of a report cannot be guessed from its text, and its key deletes it for good.
    [one] The document and its report, for one day or until it is deleted. No cookies, no request log with texts, addresses or search words. The link of a report cannot be guessed from its text, and its key deletes it for good.
   *[other] The document and its report, for { $days } days or until it is deleted. No cookies, no request log with texts, addresses or search words. The link of a report cannot be guessed from its text, and its key deletes it for good.
}
about-api = The data of the site
about-api_stable = Every page is data too: add .json to its address (tables also .csv, .parquet and .atom, figures also .csv, .svg and .png). These addresses, their parameters and the names in their answers stay within a major version; names may be added. Errors always have the form of the field "error" with "code", "message" and "status".
about-api_free = Not promised: the words themselves, the order of registers, and the HTML of pages.

# Figures

figures-lead = Each measure of the record as a number on a day, under every way of counting, with its dates, rows and sources.
figure-as_of = As of
figure-since = Rows from
figure-until = Rows to
figure-any = all
figure-ask = Ask
figure-more = Bounds of time
figure-needs = Choose first: { $names }
figure-by = By which way of counting
figure-holds = Holds
figure-sentence = { $measure }: { $value }{ $date ->
    [none] {""}
   *[other] , as of { $date }{ $last ->
        [none] {""}
       *[other] {" "}(the last day of the record)
    }
}{ $definition ->
    [none] .
   *[other] , counted as { $definition }.
}
figure-told = { $date ->
    [none] {""}
   *[other] As of { $date }{ $last ->
        [none] {""}
       *[other] {" "}(the last day of the record)
    },{" "}
}{ $sentence }{ $definition ->
    [none] .
   *[other] {" "}(counted: { $definition }).
}
figure-citation = { $sources ->
    [none] Tahqiq, { $register }, version { $version }, to { $reaches }.
   *[other] Tahqiq, { $register }, version { $version }, to { $reaches }; from: { $sources }.
}
figure-quote = A sentence to quote
figure-quote_in = In { $language }
figure-chart = Through time
figure-table = The same as a table
figure-changed = From this day
figure-changes = { $count ->
    [one] one change
   *[other] { $count } changes
}
figure-rows = Entries counted in the usual way
figure-all_rows = Show them as a table
figure-embed = Embed this figure
figure-embed_hint = Paste this where your page can hold HTML.
figure-source = Source and definition
figure-on = on { $date }{ $last ->
    [none] {""}
   *[other] , the last day of the record
}
figure-beside = beside
figure-nothing = none
figure-look = Look it up in the table
figure-reaches = The record reaches { $date }.
figure-begins = The record begins on { $date }; nothing is known of earlier days. Ask for a later one.
figure-past = Nothing is known yet of { $asked }: this is the state of { $date }, the last day of the record.
figure-before = What came before { $date } is counted apart, for { $name }: { $value }.
figure-both = Set it beside
figure-together = Together: { $value }.
figure-copy = Copy the sentence
figure-link = Link
figure-png = Picture (PNG)
figure-png_dark = Picture for a dark page (PNG)
figure-csv = Table (CSV)
figure-again = Ask otherwise: who, about what, as of when; or set several side by side
figure-ranking = All by { $dimension }
figure-ranking_hint = In the usual way of counting, as of { $date }; equal values share a place.
figure-place = Place
figure-measure = Figure
figure-meaning = What that means
figure-missing = may lack { $most }
figure-not_covered = not covered whole
figure-none = The record has no answer to this.
error-no_picture = There is nothing to draw here.
web-problem-no_picture = There is nothing to draw here.

# Law

law-form = What the law required of an arms sale
law-lead = Notice to Congress, days of review, the determination on Israel's qualitative military edge, and who signs: for one sale on one day, each step with its citation.
law-buyer_field = Buyer
law-channel_field = Channel
law-item_field = Item
law-value_field = Value in US dollars
law-date_field = Certified on
law-received_field = Received by Congress on
law-received_hint = The same day when left empty
law-emergency_field = The President states an emergency
law-territory_field = A new sales territory is authorised
law-submit = Show the steps
law-ladder = Step by step, with the reasons
law-what_if = change any field below to see what would follow
law-lacking = Fill in buyer, channel, item, value and date: the law asks for all five.
law-choose = choose
law-why = Why, and since when

# Columns of tables that are no dimension

column-vote = Vote
column-date = Date
column-draft = Draft
column-meeting = Meeting
column-agenda_item = Agenda item
column-unit = Voted on
column-in_favour = In favour
column-against = Against
column-abstaining = Abstaining
column-keywords = Keywords
column-listed_2022 = In the list of 2022
column-listed_2026 = In the list of 2026
column-first_of_proposal = First vote on the proposal
column-first_of_document = First vote on the document
column-sources = Sources
column-note = Note
column-basis = How the link shows
column-symbol = Symbol
column-title = Title
column-title_en = In English
column-title_ar = In Arabic
column-precision = Precision
column-first = First day
column-last = Last day
column-actors = Who
column-instrument = Document
column-strength = Attestation
column-id = Entry
column-amount = Amount (US dollars)
column-usd = US dollars
column-value_usd = Value (US dollars)
column-value_kind = How the value is stated
column-year = Year
column-fiscal_year = Fiscal year
column-first_year = First year
column-last_year = Last year
column-edition = Edition
column-transaction = Transaction
column-published = Published
column-series = Price index
column-base_year = Base year
column-index = Index
column-recipient = Recipient
column-name = Name
column-type = Kind
column-aliases = Other names
column-enters = Counted from
column-within = Within
column-begins = Begins
column-ends = Ends
column-row = Entry
column-value = Value
column-known = Known from
column-signed = Signed
column-line = Line
column-act = Act
column-account = Account
column-scope = Share of the act
column-measure = Measure
column-kind = Kind
column-starts = From
column-from = From
column-to = To
column-profile = Kind of buyer
column-buyer = Buyer
column-channel = Channel
column-item = Item
column-item_class = Class of item
column-buyer_class = Class of buyer
column-emergency = Emergency
column-balance_sentence = Balance sentence
column-date_kind = The day is
column-transmittal = Transmittal
column-same_as = Same case as
column-threshold_usd = Amount (US dollars)
column-threshold_change = Change of the amount
column-review_days = Days of review
column-review_days_change = Change of the days
column-qme = Determination on the military edge
column-qme_change = Change of the determination
column-qme_detail = Detailed content
column-cite_threshold = Where: amount
column-cite_days = Where: days
column-cite_qme = Where: determination
column-reading = Our reading
column-uncertain = Not settled
column-member = Member
column-cast = Vote cast
column-ballot = Ballot
column-place = Place
column-rule = Rule
column-part = Voted on
column-topic = Matter
column-session = Session
column-reference = Reference
column-corrected = Corrected
column-country = Country

table-witness_printed_totals = Second witness: printed totals
table-witness_palestine = Second witness: votes on Palestine
table-witness_library_sessions = Second witness: the Library by session
table-reported = Figures as reported
table-conflict_years = Conflicts by year
table-places = Places
table-witness_tables_2019 = Second witness: tables of 2019
table-gdp = Gross domestic product by country and year
table-witness_world = Second witness: the world
table-witness_world_bank = Second witness: the World Bank
table-population = Population by country and year
table-witness_library_page = Second witness: the Library's page
table-revenue = Money given by donor and year
table-witness_unrwa = Second witness: UNRWA
table-accounts = Accounts
table-witness_military_accounts = Second witness: military accounts
table-figures = Figures as printed
table-casts = Vetoes, one for each member that cast one
table-votes = Votes
table-vetoes = Who vetoed
table-about = What each vote was about
table-member_votes = Votes of members
table-roll_calls = Roll calls
table-calls = Roll calls, to count
table-notices = Notices
table-cases = Notices, each case once
table-priced = Notices with a value
table-items = Items of notices
table-dated = Events, to count
table-events = Events
table-actors = Who took part in events
table-spending = Spending by country and year
table-spending_by_year = Spending, to count
table-committed = Lines of memoranda
table-enacted = Lines of acts
table-lines = All lines
table-line_categories = Categories of lines
table-acts = Acts and memoranda
table-obligations = Obligations by recipient, year and edition
table-disbursements = Disbursements by recipient, year and edition
table-amounts = All amounts
table-recipients = Recipients
table-editions = Editions
table-prices = Price indices
table-years = Fiscal years
table-values = States of the rules
table-buyers = Buyers and their kind
table-reviews = Days of review by buyer
table-determinations = Determinations by buyer
