"""Draw the picture of the README from a real run of the command on the example draft.

python tools/picture.py            write docs/picture.svg
python tools/picture.py --check    exit with 1 if docs/picture.svg is out of date
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "picture.svg"
COMMAND = ["resolint", "check", "examples/lighthouses.md"]

COLUMNS = 100
ROWS = 24
CELL_WIDTH, CELL_HEIGHT, MARGIN = 8.43, 19, 18
TEXT, BACKGROUND = "#d6deeb", "#0f1c2e"
COLOURS = {
    30: "#5c6b80", 31: "#ff7b85", 32: "#8fd694", 33: "#ffc66b", 34: "#82aaff", 35: "#d9a5f2", 36: "#7fdbca", 37: TEXT,
}  # fmt: skip
BRIGHT = range(90, 98)

_ESCAPE = re.compile(r"\x1b\[([\d;]*)m")


class Style(NamedTuple):
    """The style of a run of characters."""

    colour: int | None = None
    bold: bool = False
    dim: bool = False
    underline: bool = False

    def after(self, code: int) -> Style:
        """Return the style after one SGR code; an unknown code changes nothing."""
        match code:
            case 0:
                return Style()
            case 1:
                return self._replace(bold=True)
            case 2:
                return self._replace(dim=True)
            case 4:
                return self._replace(underline=True)
            case 22:
                return self._replace(bold=False, dim=False)
            case 24:
                return self._replace(underline=False)
            case 39:
                return self._replace(colour=None)
            case _ if code in BRIGHT:
                return self._replace(colour=code - 60)
            case _:
                return self._replace(colour=code) if code in COLOURS else self

    @property
    def attributes(self) -> str:
        """The style as attributes of an SVG element, with a space before each."""
        given = [f' fill="{COLOURS[self.colour]}"'] if self.colour is not None else []
        given += [' font-weight="bold"'] if self.bold else []
        given += [' opacity="0.65"'] if self.dim else []
        given += [' text-decoration="underline"'] if self.underline else []
        return "".join(given)


def run() -> str:
    """Return the coloured output of the command in a terminal of `COLUMNS` columns."""
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    environment |= {"COLUMNS": str(COLUMNS), "FORCE_COLOR": "1", "PYTHONUTF8": "1", "TERM": "xterm-256color"}
    done = subprocess.run(
        [sys.executable, "-m", *COMMAND, "--isolated"],
        cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode != 1:
        raise SystemExit(f"{' '.join(COMMAND)} must report findings, but exited with {done.returncode}\n{done.stderr}")
    return done.stdout + done.stderr


def shortened(printed: str) -> list[str]:
    """Return the first complete findings, the number of lines omitted, and the summary."""
    lines = printed.rstrip().split("\n")
    if len(lines) <= ROWS:
        return lines
    blank = [row for row, line in enumerate(lines) if not _ESCAPE.sub("", line).strip()]
    summary = lines[blank[-1] :] if blank and len(lines) - blank[-1] < 6 else ["", lines[-1]]
    cut = max(row for row in [0, *blank] if row <= ROWS - len(summary) - 1)
    omitted = len(lines) - cut - len(summary)
    return [*lines[:cut], "", f"\x1b[2m… {omitted} more lines …\x1b[0m", *summary]


def runs(lines: list[str]) -> Iterator[list[tuple[str, Style]]]:
    """Yield each line as runs of one style."""
    style = Style()
    for line in lines:
        row: list[tuple[str, Style]] = []
        pieces = _ESCAPE.split(line)
        for text, codes in zip(pieces[::2], [*pieces[1::2], None], strict=True):
            if text:
                row.append((text, style))
            if codes is not None:
                for code in codes.split(";"):
                    style = style.after(int(code or 0))
        yield row


def draw(printed: str) -> str:
    """Return the SVG of a run."""
    lines = [f"\x1b[32m$\x1b[0m \x1b[1m{' '.join(COMMAND)}\x1b[0m", "", *shortened(printed)]
    width = round(max(COLUMNS, *(len(_ESCAPE.sub("", line)) for line in lines)) * CELL_WIDTH + 2 * MARGIN)
    height = len(lines) * CELL_HEIGHT + 2 * MARGIN
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" role="img">',
        f"<title>The output of {escape(' '.join(COMMAND))}</title>",
        f'<rect width="{width}" height="{height}" rx="8" fill="{BACKGROUND}"/>',
        f'<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" fill="{TEXT}">',
    ]
    for row, line in enumerate(runs(lines)):
        baseline = MARGIN + row * CELL_HEIGHT + 14
        column = 0
        for text, style in line:
            words = text.strip()
            if words:
                left = MARGIN + (column + text.index(words)) * CELL_WIDTH
                drawn.append(
                    f'<text xml:space="preserve" x="{left:.1f}" y="{baseline}" '
                    f'textLength="{len(words) * CELL_WIDTH:.1f}"{style.attributes}>{escape(words)}</text>'
                )
            column += len(text)
    return "\n".join([*drawn, "</g>", "</svg>", ""])


def main() -> int:
    """Write the picture, or check that it is up to date."""
    drawn = draw(run())
    if "--check" in sys.argv[1:]:
        fresh = PICTURE.is_file() and PICTURE.read_text(encoding="utf-8") == drawn
        if not fresh:
            print("docs/picture.svg: out of date; run python tools/picture.py", file=sys.stderr)
        return 0 if fresh else 1
    PICTURE.write_text(drawn, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
