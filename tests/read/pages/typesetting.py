"""A small typesetter: makes the PDF pages that the tests and the sample need, with rules and one or two columns."""

from dataclasses import dataclass, field
from pathlib import Path

from pdfminer.fontmetrics import FONT_METRICS

_WIDTHS = FONT_METRICS["Helvetica"][1]
_PAGE = (612.0, 792.0)


def width_of(text: str, size: float) -> float:
    """The width of a line of Helvetica."""
    return sum(_WIDTHS.get(c, 556) for c in text) * size / 1000


@dataclass
class Typesetter:
    """Pages filled from the top; `left` and `right` are the edges of the column being set."""

    left: float = 60
    right: float = 552
    y: float = 60
    pages: list[list[str]] = field(default_factory=lambda: [[]])

    def text(self, x: float, y: float, line: str, size: float = 10, face: int = 1) -> None:
        """A line of type at a place, distances from the top left; the second face is bold, the third slanted."""
        shown = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        code = shown.decode("latin-1")
        self.pages[-1].append(f"BT /F{face} {size} Tf {x:.2f} {_PAGE[1] - y - size:.2f} Td ({code}) Tj ET")

    def rule(self, y: float, x0: float | None = None, x1: float | None = None) -> None:
        """A thin horizontal line."""
        a, b = x0 if x0 is not None else self.left, x1 if x1 is not None else self.right
        self.pages[-1].append(f"0.5 w {a:.2f} {_PAGE[1] - y:.2f} m {b:.2f} {_PAGE[1] - y:.2f} l S")

    def paragraph(self, text: str, size: float = 10, after: float = 8, face: int = 1) -> None:
        """Words broken into lines of the column's width."""
        line = ""
        for word in [*text.split(), None]:
            longer = f"{line} {word}".strip() if word is not None else line
            if word is None or width_of(longer, size) > self.right - self.left:
                self.text(self.left, self.y, line, size, face)
                self.y += size * 1.2
                line = word or ""
            else:
                line = longer
        self.y += after

    def table(self, caption: str, rows: list[list[str]], columns: list[float], size: float = 9, head: int = 1) -> None:
        """A booktabs table: a caption, three rules, and cells at the given distances from the left edge."""
        self.paragraph(caption, size, after=3)
        self.rule(self.y)
        self.y += 3
        for i, row in enumerate(rows):
            for x, cell in zip(columns, row, strict=True):
                self.text(self.left + x, self.y, cell, size)
            self.y += size * 1.5
            if i == head - 1:
                self.rule(self.y)
                self.y += 3
        self.rule(self.y)
        self.y += 10

    def page(self) -> None:
        """The next page."""
        self.pages.append([])
        self.y = 60

    def column(self, left: float, right: float, y: float) -> None:
        """Goes on in another column."""
        self.left, self.right, self.y = left, right, y

    def pdf(self) -> bytes:
        """The file."""
        objects: list[bytes] = []
        kids = " ".join(f"{6 + 2 * i} 0 R" for i in range(len(self.pages)))
        objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
        objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(self.pages)} >>".encode())
        for name in ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"):
            face = f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
            objects.append(face.encode())
        for i, page in enumerate(self.pages):
            stream = "\n".join(page).encode("latin-1")
            box = f"[0 0 {_PAGE[0]} {_PAGE[1]}]"
            fonts = "<< /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >>"
            head = f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Resources {fonts} /Contents {7 + 2 * i} 0 R >>"
            objects.append(head.encode())
            objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        out = bytearray(b"%PDF-1.4\n")
        offsets = []
        for number, body in enumerate(objects, 1):
            offsets.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
        return bytes(out)

    def save(self, path: Path) -> None:
        """The file, on disk."""
        path.write_bytes(self.pdf())
