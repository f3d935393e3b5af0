"""Report to words: terminal, JSON, Markdown, HTML and charts, in Arabic and in English."""
