"""How long reading takes beside what the bare parsers need to get text and tables from the same files.

    PYTHONPATH=. python tests/benchmarks/reading.py FOLDER [FORMAT ...]

The bare work is what a person writes to have a paper's text and its tables as grids, with the library of that format:
decode, parse, all text, and every table with its spans resolved. No peer is made to do more than that, and each is
named in the output. Processor time; the first file is read to load the libraries and not timed where there are
others. How ingesting scales to
several processes is in `ingest_jobs.py`.
"""

import gc
import io
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from evidence.errors import EvidenceError
from evidence.read import read


def bare_html(path: Path) -> None:
    """lxml's text; pandas.read_html's tables"""
    from lxml import html

    data = path.read_bytes()
    html.fromstring(data).text_content()
    tables_of(data)


def bare_markdown(path: Path) -> None:
    """markdown-it-py to HTML; of that lxml's text and pandas.read_html's tables"""
    from lxml import html
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    page = parser.render(path.read_bytes().decode("utf-8", errors="replace"))
    html.fromstring(page).text_content()
    tables_of(page.encode())


def tables_of(page: bytes) -> None:
    """Every table as a frame; none is no error."""
    import pandas as pd

    try:
        pd.read_html(io.BytesIO(page), encoding="utf-8", flavor="lxml")
    except UnicodeDecodeError:
        pd.read_html(io.BytesIO(page), encoding="latin-1", flavor="lxml")
    except ValueError as none:
        if "No tables" not in str(none):
            raise


def bare_xml(path: Path) -> None:
    """lxml's text; the text of each cell of each row, spans not resolved"""
    from lxml import etree

    root = etree.fromstring(path.read_bytes())
    "".join(root.itertext())
    for row in root.iter("{*}row", "{*}tr"):
        ["".join(cell.itertext()) for cell in row]


def bare_docx(path: Path) -> None:
    """python-docx's paragraphs; the text of each cell of each row, spans resolved"""
    import docx

    document = docx.Document(str(path))
    "\n".join(paragraph.text for paragraph in document.paragraphs)
    for table in document.tables:
        for row in table.rows:
            [cell.text for cell in row.cells]


def bare_text(path: Path) -> None:
    """charset-normalizer's text, no tables: no library finds them in plain text, so this is no fair ratio"""
    from charset_normalizer import from_bytes

    str(from_bytes(path.read_bytes()).best())


def bare_pdf(path: Path) -> None:
    """pdfplumber's text and tables, page by page"""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()


BARE: dict[str, Callable[[Path], None]] = {
    ".html": bare_html,
    ".md": bare_markdown,
    ".xml": bare_xml,
    ".docx": bare_docx,
    ".txt": bare_text,
    ".pdf": bare_pdf,
}


def quietly(path: Path) -> int:
    """The number of records, 0 for a refusal."""
    try:
        return len(read(path))
    except EvidenceError:
        return 0


def timed(work: Callable[[Path], object], paths: list[Path]) -> float:
    """Seconds of processor for all paths, each read once; a repetition would find what was kept of the first."""
    work(paths[0])
    gc.collect()  # what another left behind is not cleared away in this one's time
    start = time.process_time()
    for path in paths[1:] or paths:
        work(path)
    return time.process_time() - start


def main(folder: Path, wanted: list[str]) -> None:
    """One line per format: seconds, seconds of the bare parser, ratio."""
    warnings.simplefilter("ignore")
    for suffix, bare in BARE.items():
        paths = sorted(folder.glob(f"*{suffix}"))
        if paths and (not wanted or suffix in wanted):
            ours, theirs = timed(quietly, paths), timed(bare, paths)
            print(
                f"{suffix:6s} {len(paths):3d} files  {ours:6.2f} s  bare {theirs:6.2f} s  ratio {ours / theirs:5.2f}",
                end="  ",
            )
            print(f"(beside {bare.__doc__})", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
