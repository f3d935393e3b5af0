# A register made from a table: what is asked, what was made, what is wrong with the table.

new-ask-title = What is the table of?
new-ask-title_ar = The same in Arabic
new-ask-publisher = Who published it?
new-ask-licence = Under which licence?
new-ask-complete = Does it leave nothing out?
new-made = { $folder } holds { $rows } rows. To ask: { $measures }, by { $asked }.
new-left-columns = Left aside, as there are more columns of names than can be asked by: { $names }.
new-left-places = Left aside, as no state or territory is called so ({ $count }): { $names }.
new-left-time = Line { $line }, “{ $column }”: “{ $value }” is no time like those of the other rows, and the row was left out.
new-left-cell = Line { $line }, “{ $column }”: “{ $value }” is no figure, and was left out.
new-ask = Ask it:
new-sentences = Sentences checked, the last of them wrong on purpose:
new-not-read = not read: give more words in lexemes.en.yml
new-next = Read it through: { $folder }. Check with it: tahqiq check ARTICLE --records { $parent }
new-sentence-alone = The { $measure } in { $topic } was { $figure }{ $when ->
    [none] {""}
   *[other] {" "}on { $when }
}.
new-sentence-stated = The { $measure } of { $who } was { $figure }{ $when ->
    [none] {""}
   *[other] {" "}in { $when }
}.
new-sentence-has = { $who } has { $figure } ({ $topic }){ $when ->
    [none] {""}
   *[other] {" "}in { $when }
}.
error-no_name = No id can be made of the name { $path }. Give one with --name, in small letters.
error-folder_exists = { $path } is there already. Give another name with --name, or another folder with -o.
error-no_table = { $source } holds no table: heads above rows of two columns or more.
error-broken_table = { $source } cannot be read as a table near line { $line }: { $problem }.
error-long_cell = { $source }, near line { $line }: a cell holds more than { $limit } characters, so this is no table of figures.
error-many_columns = { $source } has { $found } columns; up to { $limit } are taken. Leave out those that nobody will ask about.
error-many_rows = { $source } has more than { $limit } rows. Take a part of it.
error-ragged = { $source }, line { $line }: { $found } cells under { $heads } heads. Perhaps a comma in a name is not in quotes.
error-formula = { $source }, line { $line }: “{ $value }” is a formula without its result. Save the table with values in place of formulas.
error-nested_cell = { $source }, row { $line }: “{ $name }” holds a list or an object. A table has one value in each cell.
error-no_figures = { $source } has no column of figures. Its columns: { $known }.
error-no_rows = No row of { $source } can be taken: no figure, or no place or time that is known.
error-no_row_key = { $source } has nothing that tells its rows apart: no column of names and none of times. Its columns: { $known }.
error-same_row = { $source }, lines { $first } and { $line }: two figures for { $key }. Keep one, or add the column that tells them apart.
error-name_taken = There is a register “{ $name }” already. Take a name beside these: { $known }.
error-unknown_column = There is no column of figures “{ $name }”. Known: { $known }.
get-done = Fetched into { $folder }. Check with it: tahqiq check ARTICLE --records { $folder }
error-no_register_there = { $source } describes no register: it needs a name in small letters, and tables inside its folder.
