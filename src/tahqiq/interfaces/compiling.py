"""Compile everything a check reads, so that an installation never has to: what a wheel ships."""

from __future__ import annotations

from tahqiq.catalog.abbreviations import load_abbreviations
from tahqiq.catalog.compiled import folder
from tahqiq.catalog.concepts import load_concepts, load_grammar
from tahqiq.catalog.frames import load_frames
from tahqiq.catalog.languages import available, load_language
from tahqiq.catalog.lexicon import load_lexicon, theme_lexicon
from tahqiq.catalog.places import load_places
from tahqiq.catalog.registers import find_register, left_out, load_registers
from tahqiq.catalog.repairs import repair_words
from tahqiq.catalog.sources import load_sources
from tahqiq.catalog.triggers import load_triggers
from tahqiq.record.rules import load_rules
from tahqiq.record.series import load_rows
from tahqiq.reporting.words.labels import load_labels
from tahqiq.reporting.words.messages import load_messages, report_languages


def compile_all() -> list[str]:
    """Compile what is absent or old, a minute at most; the names of all compiled files, sorted.

    DataError when a register is broken: nothing is shipped without one. Every module that compiles keeps what it
    loaded, so this belongs in a process of its own.
    """
    for broken in left_out():
        find_register(broken.register)
    load_places(), load_concepts(), load_frames(), repair_words()
    for code in available():
        load_language(code), load_lexicon(code), load_grammar(code), load_triggers(code), load_abbreviations(code)
        theme_lexicon(code)
    for code in report_languages():
        load_messages(code)
    _compile_registers()
    return sorted(path.stem for path in folder().glob("*.json"))


def _compile_registers() -> None:
    for register in load_registers().values():
        load_sources(register.id)
        for measure in register.measures.values():
            if measure.derive is None:
                load_rows(register, measure)
        for code in report_languages():
            names = load_labels(code)
            names.value(register.id, "", ""), names.source(register.id, ""), names.row(register.id, "")
        if (register.folder / "rules.yml").exists():
            load_rules(register.id)
