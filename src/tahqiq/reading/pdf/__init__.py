"""PDF: glyphs -> rows in reading order -> paragraphs. One public function, `parse_pdf`."""

from tahqiq.reading.pdf.parse import parse_pdf

__all__ = ["parse_pdf"]
