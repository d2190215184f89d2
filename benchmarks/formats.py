"""Compare the findings for the same drafts in every format, and measure how long reading takes.

usage: python benchmarks/formats.py FOLDER... [--drafts 60] [--formats docx,html,akn,pdf] [--show N]

FOLDER contains drafts in Markdown. This script writes Word files with typed and with automatic numbers, HTML and Akoma
Ntoso; LibreOffice (soffice) writes PDF, and other Word and HTML files. Findings are equal if code and message are
equal. The percentage is the share of findings that occur in both the Markdown draft and the converted file.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from importlib import import_module
from pathlib import Path
from time import process_time

from format_writers import as_html, as_open_document

from resolint.lint.config import resolve
from resolint.lint.config.plugins import registry
from resolint.lint.engine.linter import lint_text
from resolint.lint.formats.akn.writer import write
from resolint.lint.formats.decoder import decode

_FORTY_PAGES = 180_000  # characters
_NO_BREAK = "\u00a0"  # in PDF it cannot be distinguished from a space
_FORMATS = ("docx", "automatic-docx", "office-docx", "html", "office-html", "akn", "pdf")


def main() -> int:
    """Convert the drafts, compare the findings and print the results."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--drafts", type=int, default=60)
    parser.add_argument("--formats", default=",".join(_FORMATS))
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="folder to keep the converted files in")
    options = parser.parse_args()
    drafts = sorted(file for folder in options.folders for file in folder.rglob("*.md"))
    drafts = random.Random(3).sample(drafts, min(options.drafts, len(drafts)))  # noqa: S311 - a sample, not a secret
    with tempfile.TemporaryDirectory() as temporary:
        directory = options.keep or Path(temporary)
        directory.mkdir(exist_ok=True)
        texts = {f"{n:03}": draft.read_text(encoding="utf-8") for n, draft in enumerate(drafts)}
        expected = {stem: _findings(text) for stem, text in texts.items()}
        for name in options.formats.split(","):
            _compare(name, texts, expected, directory, options.show)
        for name in set(options.formats.split(",")) & {"docx", "pdf"}:
            _time(name, "\n\n".join(texts.values())[:_FORTY_PAGES], directory)
    return 0


def _time(name: str, text: str, directory: Path) -> None:
    """Print the processor time of one run of the command on about forty pages."""
    folder = directory / f"long-{name}"
    suffix = _convert(name, {"long": text}, folder)
    command = [sys.executable, "-m", "resolint", "check", "--no-cache", "--exit-zero", str(folder / f"long{suffix}")]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    taken = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{name:12} {taken:.2f} s of processor time for a file of {len(text):,} characters, including start-up")


def _findings(text: str) -> Counter[tuple[str, str]]:
    settings = resolve((), registry())
    return Counter(
        (found.code, found.finding.message.replace(_NO_BREAK, " ")) for found in lint_text(text, settings).diagnostics
    )


def _compare(
    name: str, texts: dict[str, str], expected: dict[str, Counter[tuple[str, str]]], directory: Path, show: int
) -> None:
    folder = directory / name
    suffix = _convert(name, texts, folder)
    same = either = whole = 0
    started = process_time()
    for stem, expected_findings in expected.items():
        data = (folder / f"{stem}{suffix}").read_bytes()
        found = _findings(decode(data, suffix).text)
        same += (found & expected_findings).total()
        either += (found | expected_findings).total()
        whole += found == expected_findings
        for sign, difference in (("-", expected_findings - found), ("+", found - expected_findings)):
            for key in difference:
                if show:
                    show -= 1
                    print(f"   {stem} {sign} {' '.join(key)}")
    print(f"{'':12} {(process_time() - started) / len(expected):.2f} s of processor time to read and check each draft")
    print(f"{name:12} {same}/{either} findings equal ({same / max(either, 1):.1%}), {whole}/{len(expected)} drafts")


def _convert(name: str, texts: dict[str, str], folder: Path) -> str:
    """Write the drafts in a format, and return the suffix of the files."""
    folder.mkdir(exist_ok=True)
    if name == "html":
        for stem, text in texts.items():
            (folder / f"{stem}.html").write_text(as_html(text), encoding="utf-8")
        return ".html"
    if name == "akn":
        for stem, text in texts.items():
            (folder / f"{stem}.xml").write_bytes(write(text))
        return ".xml"
    if name in ("docx", "automatic-docx"):
        sys.path.append(str(Path(__file__).resolve().parent.parent / "tests" / "lint" / "docx"))
        writer = import_module("word_files").Writer(automatic=name == "automatic-docx")
        for stem, text in texts.items():
            (folder / f"{stem}.docx").write_bytes(writer.file(text))
        return ".docx"
    office = shutil.which("soffice")
    if office is None:
        sys.exit("soffice is not installed")
    for stem, text in texts.items():
        (folder / f"{stem}.fodt").write_text(as_open_document(text), encoding="utf-8")
    suffix = name.removeprefix("office-")
    files = sorted(map(str, folder.glob("*.fodt")))
    pending = [file for file in files if not Path(file).with_suffix(f".{suffix}").exists()]
    if pending:
        profile = f"-env:UserInstallation=file://{folder.resolve()}/profile"
        command = [office, profile, "--headless", "--convert-to", suffix, "--outdir", str(folder), *pending]
        subprocess.run(command, check=True, capture_output=True)
    return f".{suffix}"


if __name__ == "__main__":
    sys.exit(main())
