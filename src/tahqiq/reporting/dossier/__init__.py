"""A dossier: `parse.parse` its Markdown, `bind.bind` its numbers to the record, `forms` the pages it makes."""
