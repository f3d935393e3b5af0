"""Writes files/ from texts.yml: run by hand where WeasyPrint, LibreOffice and Chromium are installed.

    python tests/reading/make_files.py

Each text becomes a PDF by each of the three programs, a DOCX by LibreOffice and one by python-docx, and an HTML page in
one of several layouts. The tests read only the files.
"""

from __future__ import annotations

import html
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
FILES = HERE / "files"
FONTS = {"ar": ["Noto Naskh Arabic", "Noto Sans Arabic", "Amiri"], "en": ["Noto Serif", "Noto Sans", "Noto Serif"]}


def body(text: dict[str, Any]) -> str:
    """The article as HTML elements."""
    parts, listed = [], ""
    for block in text["blocks"]:
        ((kind, content),) = block.items()
        tag = {"n": "ol", "b": "ul", "t": "table"}.get(kind, "")
        if listed != tag:
            parts += [f"</{listed}>" if listed else "", f"<{tag}>" if tag else ""]
            listed = tag
        if kind == "t":
            cells = "".join(f"<td>{html.escape(cell)}</td>" for cell in content)
            parts.append(f"<tr>{cells}</tr>")
        else:
            name = {"h": "h2", "p": "p"}.get(kind, "li")
            parts.append(f"<{name}>{html.escape(content, quote=False)}</{name}>")
    return "\n".join([*parts, f"</{listed}>" if listed else ""])


def page(text: dict[str, Any], font: str) -> str:
    """A page to print."""
    rtl = "rtl" if text["lang"] == "ar" else "ltr"
    columns = f"columns: {text['columns']}; column-gap: 1cm;" if "columns" in text else ""
    return f"""<!doctype html><html lang="{text["lang"]}" dir="{rtl}"><head><meta charset="utf-8">
<title>{html.escape(text["title"])}</title><style>@page {{ size: A5; margin: 1.5cm }}
body {{ font: 11pt '{font}' }} td {{ padding: 0 1em }} main {{ {columns} }}</style></head>
<body><h1>{html.escape(text["title"])}</h1><main>{body(text)}</main></body></html>"""


def by_weasyprint(text: dict[str, Any]) -> None:
    import weasyprint

    target = FILES / f"{text['id']}.weasyprint.pdf"
    weasyprint.HTML(string=page(text, FONTS[text["lang"]][0])).write_pdf(target)


def by_chromium(text: dict[str, Any], folder: Path) -> None:
    source = folder / "page.html"
    source.write_text(page(text, FONTS[text["lang"]][1]), "utf-8")
    target = FILES / f"{text['id']}.chromium.pdf"
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={target}"]
    subprocess.run(["chromium", *options, source.as_uri()], check=True, capture_output=True)


def by_libreoffice(text: dict[str, Any], folder: Path) -> None:
    def convert(name: Path, target: str) -> Path:
        command = ["soffice", "--headless", "--convert-to", target, "--outdir", str(folder), str(name)]
        subprocess.run(command, check=True, capture_output=True)
        return folder / f"{name.stem}.{target.partition(':')[0]}"

    odt = convert(FILES / f"{text['id']}.python.docx", "odt:writer8")
    for kind, target in (("docx", "docx:MS Word 2007 XML"), ("pdf", "pdf:writer_pdf_Export")):
        (FILES / f"{text['id']}.libreoffice.{kind}").write_bytes(convert(odt, target).read_bytes())


def by_python_docx(text: dict[str, Any]) -> None:
    import docx
    from docx.shared import Mm, Pt

    document = docx.Document()
    document.core_properties.author = text["author"]
    section, normal = document.sections[0], document.styles["Normal"]
    section.page_width, section.page_height = Mm(148), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(15)
    normal.font.name, normal.font.size = FONTS[text["lang"]][2], Pt(11)
    document.add_heading(text["title"], 0)
    if "columns" in text:
        document.add_section(0)
        mark(document.sections[-1]._sectPr, "cols", num=str(text["columns"]), space="400")
    table = None
    for block in text["blocks"]:
        ((kind, content),) = block.items()
        if kind == "t":
            table = table or document.add_table(0, len(content))
            for cell, value in zip(table.add_row().cells, content, strict=True):
                cell.text = value
        else:
            style = {"h": "Heading 1", "n": "List Number", "b": "List Bullet"}.get(kind)
            document.add_paragraph(content, style)
    if text["lang"] == "ar":
        right_to_left(document, FONTS["ar"][2])
    document.save(FILES / f"{text['id']}.python.docx")


def mark(element: Any, name: str, **values: str) -> None:
    """Add a property, or set it where it is."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    found = element.find(qn(f"w:{name}"))
    if found is None:
        found = OxmlElement(f"w:{name}")
        element.append(found)
    for key, value in values.items():
        found.set(qn(f"w:{key}"), value)


def right_to_left(document: Any, font: str) -> None:
    from docx.oxml.ns import qn

    for paragraph in document.element.body.iter(qn("w:p")):
        mark(paragraph.get_or_add_pPr(), "bidi")
        for run in paragraph.iter(qn("w:r")):
            properties = run.get_or_add_rPr()
            mark(properties, "rFonts", ascii=font, hAnsi=font, cs=font)
            mark(properties, "szCs", val="22")
            mark(properties, "rtl")
    for section in document.element.body.iter(qn("w:sectPr")):
        mark(section, "bidi")
    for table in document.element.body.iter(qn("w:tbl")):
        mark(table.tblPr, "bidiVisual")


LAYOUTS = {
    "plain": "<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>",
    "bare": "<title>{title}</title><h1>{title}</h1>{body}",
    "news": """<!doctype html><html lang="{lang}" dir="{dir}"><head><meta charset="utf-8">
<title>{title} | The Daily</title>
<meta property="og:title" content="{title}"><meta property="article:published_time" content="{date}T09:30:00+00:00">
<meta name="author" content="{author}"><script>var items = [1, 2, 3];</script><style>p {{ margin: 0 }}</style></head>
<body><header><nav><ul><li><a href="/">Home 1</a></li><li><a href="/w">World 22</a></li>
<li><a href="/e">Money 333</a></li></ul>
</nav></header><main><article><h1>{title}</h1><div class="byline">{author}</div><time datetime="{date}">{date}</time>
<div class="article-body">{body}</div></article>
<aside><h3>Most read</h3><ul><li><a href="/a">Story 777</a></li></ul></aside>
</main><footer><p>Copyright 1999 The Daily. Telephone 555 0100.</p></footer></body></html>""",
    "data": """<!doctype html><html lang="{lang}"><head><meta charset="utf-8">
<title>{title}</title><script type="application/ld+json">
{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "{title}",
"datePublished": "{date}T08:00:00+03:00", "author": {{"@type": "Person", "name": "{author}"}}}}</script></head>
<body dir="{dir}"><div id="menu"><a href="/1">Item 1</a> <a href="/2">Item 2</a></div>
<div class="post"><h1 class="entry-title">{title}</h1><div class="entry-content">{body}</div></div>
<div class="comments"><p>Comment 999: I do not agree with 100% of it.</p></div></body></html>""",
}


def as_html(text: dict[str, Any], layout: str) -> None:
    fields = {name: html.escape(str(text[name])) for name in ("title", "author", "date", "lang")}
    direction = "rtl" if text["lang"] == "ar" else "ltr"
    content = LAYOUTS[layout].format(body=body(text), dir=direction, **fields)
    encoding = "windows-1256" if layout == "bare" and text["id"] != "ar_eastern" else "utf-8"
    meta = f'<meta charset="{encoding}">' if layout == "bare" else ""
    (FILES / f"{text['id']}.{layout}.html").write_bytes((meta + content).encode(encoding))


def main() -> None:
    FILES.mkdir(exist_ok=True)
    wanted = set(sys.argv[1:])
    for index, text in enumerate(yaml.safe_load((HERE / "texts.yml").read_text("utf-8"))):
        if wanted and text["id"] not in wanted:
            continue
        with tempfile.TemporaryDirectory() as folder:
            by_python_docx(text)
            by_weasyprint(text)
            by_chromium(text, Path(folder))
            by_libreoffice(text, Path(folder))
        names = list(LAYOUTS)
        for layout in {"news", names[index % len(names)]}:
            as_html(text, layout)


if __name__ == "__main__":
    main()
