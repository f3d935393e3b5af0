# Verdicts: name, sign (for terminals without colour), what it means, in the closed set's own order.

verdict-supported = Supported
verdict-supported_under = Supported under another definition
verdict-outdated = Outdated
verdict-mixed = Mixed
verdict-contradicted = Contradicted
verdict-ambiguous = Ambiguous
verdict-out_of_coverage = Beyond the record
verdict-not_checkable = Cannot be checked
verdict-damaged = Damaged text

sign-supported = ✓
sign-supported_under = ◐
sign-outdated = ↺
sign-mixed = ≠
sign-contradicted = ✗
sign-ambiguous = ?
sign-out_of_coverage = …
sign-not_checkable = ∅
sign-damaged = #

meaning-supported = The record gives the stated figure under the usual definition on the date in question.
meaning-supported_under = Another documented way of counting gives the stated figure.
meaning-outdated = The figure was true once, and stopped being true before the date in question.
meaning-mixed = Each figure can be true, but no one definition and date makes them true together.
meaning-contradicted = The record covers this, and no definition gives the stated figure on any day so far.
meaning-ambiguous = The text can be read in more than one way, and the readings disagree.
meaning-out_of_coverage = The record does not reach far enough to say.
meaning-not_checkable = No register can answer this.
meaning-damaged = The text is broken here beyond repair.

# Kinds of claims

kind-count = count
kind-ordinal = ordinal
kind-event = event
kind-tally = tally
kind-amount = amount
kind-rank = rank
kind-share = share
kind-sale = sale
kind-rule = rule
kind-date = date
kind-sum = sum
kind-list = list

# What became of the items of a list

status-matched = in the record
status-misdated = in the record on another date
status-not_in_record = not in the record
status-damaged = damaged
status-lost = lost

# How a figure is stated

qualifier-exactly = { $what }
qualifier-about = about { $what }
qualifier-at_least = at least { $what }
qualifier-more_than = more than { $what }
qualifier-at_most = at most { $what }
qualifier-less_than = less than { $what }
per-year = { $what } a year
per-month = { $what } a month
per-day = { $what } a day
per-head = { $what } a head
per-other = { $what } each
