"""The same drafts in every format: are the findings the same, and how long does reading take?

usage: python benchmarks/formats.py FOLDER... [--drafts 60] [--formats docx,html,akn,pdf] [--show N]

FOLDER holds drafts in Markdown. Word files with typed and with automatic numbers, HTML and Akoma Ntoso are written
here; PDF, a third kind of Word file and a second HTML are made by LibreOffice (soffice). A finding is the same if its
code and its message are; the share is that of those found in both among all.
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

from formats_written import as_html, as_open_document

from resolint.lint.config import resolve
from resolint.lint.config.plugins import registry
from resolint.lint.engine.linter import lint_text
from resolint.lint.formats.akn.writer import write
from resolint.lint.formats.decoder import decode

_FORTY_PAGES = 180_000  # characters
_NO_BREAK = "\u00a0"  # PDF shows no difference to a space
_FORMATS = ("docx", "automatic-docx", "office-docx", "html", "office-html", "akn", "pdf")


def main() -> int:
    """Write, read, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--drafts", type=int, default=60)
    parser.add_argument("--formats", default=",".join(_FORMATS))
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="a folder for what is written")
    options = parser.parse_args()
    drafts = sorted(file for folder in options.folders for file in folder.rglob("*.md"))
    drafts = random.Random(3).sample(drafts, min(options.drafts, len(drafts)))  # noqa: S311 - a sample, no secret
    with tempfile.TemporaryDirectory() as temporary:
        place = options.keep or Path(temporary)
        place.mkdir(exist_ok=True)
        texts = {f"{n:03}": draft.read_text(encoding="utf-8") for n, draft in enumerate(drafts)}
        wanted = {stem: _found(text) for stem, text in texts.items()}
        for name in options.formats.split(","):
            _compare(name, texts, wanted, place, options.show)
        for name in set(options.formats.split(",")) & {"docx", "pdf"}:
            _time(name, "\n\n".join(texts.values())[:_FORTY_PAGES], place)
    return 0


def _time(name: str, text: str, place: Path) -> None:
    """The processor time of a whole run of the command on some forty pages."""
    folder = place / f"long-{name}"
    suffix = _written(name, {"long": text}, folder)
    command = [sys.executable, "-m", "resolint", "check", "--no-cache", "--exit-zero", str(folder / f"long{suffix}")]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{name:12} {took:.2f} s of processor time for one file of {len(text):,} characters, from a cold start")


def _found(text: str) -> Counter[tuple[str, str]]:
    settings = resolve((), registry())
    return Counter(
        (found.code, found.finding.message.replace(_NO_BREAK, " ")) for found in lint_text(text, settings).diagnostics
    )


def _compare(
    name: str, texts: dict[str, str], wanted: dict[str, Counter[tuple[str, str]]], place: Path, show: int
) -> None:
    folder = place / name
    suffix = _written(name, texts, folder)
    same = either = whole = 0
    begun = process_time()
    for stem, want in wanted.items():
        data = (folder / f"{stem}{suffix}").read_bytes()
        found = _found(decode(data, suffix).text)
        same += (found & want).total()
        either += (found | want).total()
        whole += found == want
        for sign, left in (("-", want - found), ("+", found - want)):
            for key in left:
                if show:
                    show -= 1
                    print(f"   {stem} {sign} {' '.join(key)}")
    print(f"{'':12} {(process_time() - begun) / len(wanted):.2f} s of processor time each, read and linted")
    print(f"{name:12} {same}/{either} findings the same ({same / max(either, 1):.1%}), {whole}/{len(wanted)} drafts")


def _written(name: str, texts: dict[str, str], folder: Path) -> str:
    """Write the drafts in a format, and give the suffix of the files."""
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
    todo = [file for file in files if not Path(file).with_suffix(f".{suffix}").exists()]
    if todo:
        profile = f"-env:UserInstallation=file://{folder.resolve()}/profile"
        command = [office, profile, "--headless", "--convert-to", suffix, "--outdir", str(folder), *todo]
        subprocess.run(command, check=True, capture_output=True)
    return f".{suffix}"


if __name__ == "__main__":
    sys.exit(main())
