# The dossier

dossier-as_of = As of
dossier-show = Work it out
dossier-worked = Worked out from the record as of { $date }
dossier-notes = Where every number comes from
dossier-note = Note { $number }
dossier-row = Entry { $row } of: { $register }
dossier-name = Named so in the source: { $name }.
error-dossier_too_early = The dossier { $source } cannot be worked out as of { $date }: what it tells of had not all happened. Ask for { $since } or a later day.
error-bad_dossier = The dossier { $source } is not sound. { $problems }
