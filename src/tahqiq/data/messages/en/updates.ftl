# Versions of the record, and how they are made.
error-unknown_version = There is no version “{ $name }” of the record. Known: { $known }.
error-no_updates = The register { $name } does not say where its newest files are to be had. Those that do: { $known }.
error-no_key = { $source } asks for a key. Ask its publisher for one and set { $setting } to it.
error-half_file = { $source } gave { $found } of { $total } rows. Try again later.
error-other_layout = { $source } has no “{ $name }” any more: its layout has changed, and the updates.yml of the register has to follow it.
error-unreadable_file = What { $source } gave cannot be read ({ $problem }). Try again later.
error-newer_file = { $source } has a newer file than the one read here. { $what_en }
error-to_be_coded = { $count ->
    [one] One new row has to be read by a person
   *[other] { $count } new rows have to be read by a person
} first: fill in { $path }, then ask again. { $what_en }
error-shrunk = { $register } would lose { $gone } of the { $held } rows of { $table }. That is more than publishers withdraw.
error-not_sound = { $register } does not keep its own rules with the new rows: { $problem }
update-renewed = { $register }: renewed; { $added } added, { $changed } changed, { $gone } gone
update-unchanged = { $register }: nothing new
update-failed = { $register }: left as it was. { $problem }
update-made = Version { $name } is made. Read it with --record-version newest, or set TAHQIQ_RECORD_VERSION to newest.
update-nothing = No new version was made.
version-shipped = { $name }  the record that comes with Tahqiq { $version }
version-kept = { $name }  renewed: { $registers }
version-read = (read now)
error-version_unreadable = The version { $name } cannot be asked: { $problem }
diff-same = No row differs.
diff-register = { $register }: { $added } added, { $changed } changed, { $gone } gone
diff-figures = { $count ->
    [0] No figure changes.
    [one] One figure changes, as tahqiq ask gives it:
   *[other] { $count } figures change, as tahqiq ask gives them:
}
diff-claims = { $count ->
    [0] No verdict of the past reports changes ({ $judged } judged anew).
    [one] One verdict of the past reports changes ({ $judged } judged anew):
   *[other] { $count } verdicts of the past reports change ({ $judged } judged anew):
}
diff-claim = { $report }, { $id }: “{ $quote }”: { $before } -> { $now }
diff-more = and { $count } more
diff-skipped = { $path } holds no report that could be judged anew.
