"""DOCX: a bounded archive -> paragraphs with the numbers a word processor prints. One public function, `parse_docx`."""

from tahqiq.reading.docx.parse import parse_docx

__all__ = ["parse_docx"]
