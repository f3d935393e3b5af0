"""HTML: the article of a page as paragraphs. One public function, `parse_html`."""

from tahqiq.reading.html.parse import parse_html

__all__ = ["parse_html"]
