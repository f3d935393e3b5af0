# A quantity of each unit a measure may have. `count` chooses the plural, `number` is the figure as written.

unit-vetoes = { $count ->
    [one] { $number } veto
   *[other] { $number } vetoes
}
unit-drafts = { $count ->
    [one] { $number } draft resolution
   *[other] { $number } draft resolutions
}
unit-votes = { $count ->
    [one] { $number } vote
   *[other] { $number } votes
}
unit-notifications = { $count ->
    [one] { $number } notification
   *[other] { $number } notifications
}
unit-decisions = { $count ->
    [one] { $number } decision
   *[other] { $number } decisions
}
unit-conflicts = { $count ->
    [one] { $number } armed conflict
   *[other] { $number } armed conflicts
}
unit-events = { $count ->
    [one] { $number } event
   *[other] { $number } events
}
unit-rows = { $count ->
    [one] { $number } entry
   *[other] { $number } entries
}
unit-days = { $count ->
    [one] { $number } day
   *[other] { $number } days
}
unit-months = { $count ->
    [one] { $number } month
   *[other] { $number } months
}
unit-years = { $count ->
    [one] { $number } year
   *[other] { $number } years
}
unit-numbers = { $count ->
    [one] { $number } number
   *[other] { $number } numbers
}
unit-items = { $count ->
    [one] { $number } item
   *[other] { $number } items
}
unit-people = { $count ->
    [one] { $number } person
   *[other] { $number } people
}
unit-seats = { $count ->
    [one] { $number } seat
   *[other] { $number } seats
}
unit-titles = { $count ->
    [one] { $number } title
   *[other] { $number } titles
}
unit-goals = { $count ->
    [one] { $number } goal
   *[other] { $number } goals
}
unit-beds = { $count ->
    [one] { $number } bed
   *[other] { $number } beds
}
unit-children = { $count ->
    [one] { $number } child
   *[other] { $number } children
}
unit-tonnes = { $count ->
    [one] { $number } tonne
   *[other] { $number } tonnes
}
unit-kilometres = { $number } km
unit-square_kilometres = { $number } km²
unit-degrees_celsius = { $number } °C
unit-percent = { $number }%
unit-EUR = €{ $number }
unit-GBP = £{ $number }
unit-USD = ${ $number }
unit-fraction = { $number }
percent = { $number }%
unit-rank = number { $number }
unit-other = { $number } { $unit }
unit-truth = { $count ->
    [0] { no }
   *[other] { yes }
}
unit-plain = { $number }
range = { $low } to { $high }
unknown-value = unknown
tally-in_favour = { $number } in favour
tally-against = { $number } against
tally-abstaining = { $number } abstaining
tally-absent = { $number } absent
yes = yes
no = no

# Dates by CLDR. date-locales: the first gives the pattern's language, each one a name of the month.

date-locales = en_GB
date-day = d MMMM y
date-first = d MMMM y
date-month = MMMM y
span = { $same ->
    [yes] on { $from }
   *[no] { $from ->
        [none] up to { $to }
       *[other] { $to ->
            [none] since { $from }
           *[other] from { $from } to { $to }
        }
    }
}
