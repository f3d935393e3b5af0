# The dossier

dossier-as_of = As of
dossier-show = Work it out
dossier-worked = Worked out from the record as of { $date }
dossier-notes = Where every number comes from
dossier-note = Note { $number }
dossier-row = Entry { $row } of: { $register }
dossier-name = Named so in the source: { $name }.
error-bad_dossier = The dossier { $source } is not sound. { $problems }
