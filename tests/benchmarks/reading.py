"""How long reading takes beside what the bare parsers need for the same files, and how it scales to two processes.

    PYTHONPATH=. python tests/benchmarks/reading.py FOLDER

For HTML and Markdown the bare work is parsing and taking the text of every table cell; for PDF it is
pdfplumber's own text and tables.
"""

import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from evidence.errors import EvidenceError
from evidence.read import read


def bare_markup(path: Path) -> None:
    """lxml's text of everything, and of every cell."""
    from lxml import html

    root = html.fromstring(path.read_bytes())
    root.text_content()
    for cell in root.iter("td", "th"):
        cell.text_content()


def bare_markdown(path: Path) -> None:
    """markdown-it's tokens."""
    from markdown_it import MarkdownIt

    MarkdownIt("commonmark", {"html": True}).enable("table").parse(path.read_text(encoding="utf-8"))


def bare_pdf(path: Path) -> None:
    """pdfplumber's text and tables, page by page."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()


BARE: dict[str, Callable[[Path], None]] = {".html": bare_markup, ".md": bare_markdown, ".pdf": bare_pdf}


def quietly(path: Path) -> int:
    """The number of records, 0 for a refusal."""
    try:
        return len(read(path))
    except EvidenceError:
        return 0


def timed(work: Callable[[Path], object], paths: list[Path]) -> float:
    """Seconds for all paths, the first run left out."""
    work(paths[0])
    start = time.perf_counter()
    for path in paths:
        work(path)
    return time.perf_counter() - start


def main(folder: Path) -> None:
    """One line per format: seconds, seconds of the bare parser, ratio."""
    for suffix, bare in BARE.items():
        paths = sorted(folder.glob(f"*{suffix}"))
        if paths:
            ours, theirs = timed(quietly, paths), timed(bare, paths)
            print(f"{suffix:6s} {len(paths):3d} files  {ours:6.2f} s  bare {theirs:6.2f} s  ratio {ours / theirs:5.2f}")
    paths = [p for p in sorted(folder.iterdir()) if p.suffix in (".html", ".md")] * 4
    alone = timed(quietly, paths)
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(quietly, paths[:4]))
        start = time.perf_counter()
        list(pool.map(quietly, paths, chunksize=4))
        together = time.perf_counter() - start
    print(f"two processes: {len(paths)} documents, {alone:.2f} s and {together:.2f} s, {alone / together:.2f} times")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
