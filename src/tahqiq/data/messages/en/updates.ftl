# Versions of the record, and how they are made.
error-unknown_version = There is no version “{ $name }” of the record. Known: { $known }.
