# Where the as-of date comes from

basis-published = the publication date
basis-today = today, as no publication date was given or found
basis-stated = the date the claim itself names

# Repairs

repair-coded_twice = characters coded twice read as they were meant
repair-displaced_day = day number moved back to the head of the line
repair-broken_word = word broken at the end of a line joined
repair-stray_space = stray space removed
repair-displaced_latin = Latin words moved back to their place
repair-reversed_heading = lines of a heading put back in order
repair-dead_link = link without an address removed

# Damage. Words are chosen not to accuse: a passage is repeated or foreign to its paragraph.

damage-repeated = This passage is repeated.
damage-foreign_passage = This passage is foreign to its paragraph.
damage-list_gap = The numbers { $first } to { $last } of the list are lost.
damage-displaced_day = The day of item { $number } has been moved away, and more than one place fits it.
damage-lost_head = The beginning of this item is lost, its number and date with it.{ $number ->
    [none] {""}
   *[other] {" "}By its place it was item { $number }.
}
damage-month_pair = The two names given to the month do not mean the same one: { $first } and { $second }.
damage-weekday = { $date } falls on a { $fell_on }, but the text calls it a { $weekday }: one of the two is mistaken.
damage-displaced_latin = A word in Latin letters, { $word }, has been moved, and its place cannot be told.
damage-cut_off = The sentence breaks off after “{ $word }”.
damage-other = The text is damaged here.
damage-page_without_text = Page { $page } is a picture and holds no text.
