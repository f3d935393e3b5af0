"""What was found, told in Arabic and in English.

`words` has the messages, names and values of a language; `report` the forms of a report, `record` what the record
answers, `dossier` articles worked out from it, `drawing` their charts, `law` what a rule required. A form is loaded
only when it is asked for.
"""
