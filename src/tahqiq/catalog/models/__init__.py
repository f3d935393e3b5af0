"""What every kind of data file may hold: strict models, and one plain line for each thing wrong in a file.

Used when something is compiled and by `tahqiq record validate`; a check over compiled data imports none of this.

To add a kind of file, write a model in a module of its own and name it in `files.KINDS`:

    class Concepts(File):
        '''What words can mean.'''

        concepts: dict[str, Concept]
        '''Every concept by its id.'''

        def faults(self, folder: Folder) -> Iterator[Fault]:
            for name in self.concepts:
                yield from unknown(("concepts", name), name.partition(".")[0], KINDS)

Unknown keys, missing keys, wrong types, broken YAML, keys given twice and the words that YAML reads as true and false
are refused without a word of code; `faults` is for what needs a second look: names that must be known elsewhere. The
docstring under a field is its line in docs/reference/register-format.md. `check_file(path, model, folder)` gives the
file and what is wrong with it; each flaw tells itself in every language through the messages `flaw-*`.
"""
