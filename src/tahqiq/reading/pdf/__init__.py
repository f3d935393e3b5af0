"""PDF: glyphs -> rows in reading order -> paragraphs. One public function, `parse_pdf`."""

from tahqiq.reading.pdf.pages import parse_pdf

__all__ = ["parse_pdf"]
