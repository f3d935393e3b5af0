"""Runs the notebooks of docs/ and keeps what they show: `make notebooks`. A test fails where that is something else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = (ROOT / "docs" / "notebook.ipynb", ROOT / "docs" / "ar" / "notebook.ipynb")
SECONDS = 120
"""The longest a cell may take."""
KERNEL = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}


def executed(path: Path) -> str:
    """The notebook as a file, with what its cells show when they run one after the other in a new kernel."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=SECONDS, kernel_name="python3", coalesce_streams=True).execute()
    notebook.metadata = KERNEL
    for number, cell in enumerate(notebook.cells, 1):
        cell.id, cell.metadata = f"cell-{number}", {}
    return f"{nbformat.writes(notebook)}\n"


def page(path: Path, head: str) -> str:
    """The notebook as a page: its words, its code, and what that shows. `head` stands before it."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return "\n\n".join([head, *(part for cell in cells for part in _cell(cell))]) + "\n"


def _cell(cell: dict[str, Any]) -> Iterator[str]:
    text = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        yield text
        return
    yield f"<!-- not run: a test runs the notebook whole -->\n```python\n{text}\n```"
    for output in cell["outputs"]:
        shown = output.get("data", {})
        if "text/html" in shown:
            lines = "".join(shown["text/html"]).splitlines()
            yield '<div class="shown">\n' + "\n".join(line for line in lines if line.strip()) + "\n</div>"
        else:
            yield "```text\n" + "".join(output.get("text", shown.get("text/plain", ""))).rstrip("\n") + "\n```"


def main() -> None:
    for path in NOTEBOOKS:
        path.write_text(executed(path), encoding="utf-8")


if __name__ == "__main__":
    main()
