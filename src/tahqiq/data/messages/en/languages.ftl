# What `tahqiq language` says.

language-made = { $folder } lists { $concepts } concepts; CLDR named { $named } of { $places } places. Fill in what is marked “(to fill)”, then: tahqiq language check { $code } --languages { $parent }
language-read = { $name } ({ $code }): { $read ->
    [yes] claims are read
   *[no] only figures and dates are read, as no concept has words
}; { $cases ->
    [0] no sentences in its cases
    [one] one sentence in its cases
   *[other] { $cases } sentences in its cases
}.
language-keys = Empty in language.yml, where all other languages have words ({ $count }): { $names }
language-concepts = Concepts without words ({ $count }): { $names }
language-places = Places without names ({ $count }): { $names }
language-events = Events without triggers: { $count }
language-ambiguous = Words that say two things that no other language says with one word ({ $count }): { $names }
language-uncovered = Concepts whose words stand in no case ({ $count }): { $names }

error-language_taken = The language “{ $name }” is there already: { $path }. To see what it lacks: tahqiq language check { $name }
error-language_exists = { $path } is there already. Give another folder with -o.
error-no_locale = CLDR knows no language “{ $name }”. Give its code of two or three letters, such as sv.
