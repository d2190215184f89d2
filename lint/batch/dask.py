"""Lint a Dask bag of drafts on a cluster and store the findings as Parquet.

Requires ``resolint[dask]``. See docs/archives.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...grammar.text.named_tuple import NamedTuple
from ...rules.finding import Level
from ..config import ConfigError, Layer
from ..config.discovery import SettingsSource
from ..config.plugins import registry
from ..file_result import FileResult
from ..files.atomic_write import atomic_write_bytes
from ..files.discovery import SourcePath
from ..files.source_file import FileError
from ..output.fingerprints import fingerprints
from ..session import Session, internal_errors, lint

if TYPE_CHECKING:
    from dask.bag import Bag

Draft = str | tuple[str, str]
"""A path that every worker can read, or a name and a text."""
Row = dict[str, Any]

DOCUMENTS = {
    "name": "string",
    "body": "string",
    "year": "int32",
    "resolutions": "int32",
    "length": "int64",
    "errors": "int32",
    "warnings": "int32",
    "notes": "int32",
    "problem": "string",
}
"""The columns of the document table, with their Arrow types; `length` is in code points."""
FINDINGS = {
    "name": "string",
    "number": "int32",
    "code": "string",
    "rule": "string",
    "level": "string",
    "message": "string",
    "words": "string",
    "row": "int32",
    "column": "int32",
    "end_row": "int32",
    "end_column": "int32",
    "place": "string",
    "resolution": "string",
    "part": "string",
    "paragraph": "string",
    "fix": "string",
    "applicability": "string",
    "fingerprint": "string",
}
"""The columns of the findings table; text rows and columns count from 1, columns in code points."""


class Count(NamedTuple):
    """The number of rows that were written."""

    documents: int = 0
    findings: int = 0


def lint_bag(drafts: Bag, folder: str | Path, *, config: str | Path | None = None) -> Count:
    """Lint a bag of drafts and write ``documents/*.parquet`` and ``findings/*.parquet`` to a directory.

    One file of each kind is written for each partition of the bag. Workers must be able to access the directory and the
    settings file. A draft that cannot be read or linted gets a row with its problem and does not stop the run.

    Args:
        drafts: A bag of `SourceFile` items.
        folder: The output directory, which must be empty or missing.
        config: The settings file; by default the default settings apply.

    Returns:
        The number of documents and findings.

    Raises:
        FileExistsError: The directory is not empty.
        ConfigError: The settings file is invalid.
    """
    import dask

    top = Path(folder).absolute()
    settings = Path(config).absolute() if config else None
    _source(settings)  # report errors here and not in each worker
    if top.exists() and any(top.iterdir()):
        raise FileExistsError(f"{top} is not empty")
    for name in ("documents", "findings"):
        (top / name).mkdir(parents=True, exist_ok=True)
    write = dask.delayed(_write, pure=False)
    parts = [write(part, number, top, settings) for number, part in enumerate(drafts.to_delayed())]
    counts = dask.compute(*parts)
    return Count(sum(count.documents for count in counts), sum(count.findings for count in counts))


def rows(draft: Draft, source: SettingsSource) -> tuple[Row, list[Row]]:
    """Return the row of a draft and the rows of its findings, as `lint_bag` writes them."""
    name = draft if isinstance(draft, str) else draft[0]
    try:
        result = _of_file(draft, source) if isinstance(draft, str) else _of_text(*draft, source)
    except (FileError, ConfigError) as error:
        return dict.fromkeys(DOCUMENTS) | {"name": name, "problem": str(error)}, []
    found = list(_findings(result))
    checked = result.checked
    levels = [diagnostic.level for diagnostic in checked.diagnostics]
    document = {
        "name": name,
        "body": checked.origin and checked.origin.body,
        "year": checked.origin and checked.origin.year,
        "resolutions": checked.resolutions,
        "length": len(checked.text),
        "errors": levels.count(Level.ERROR),
        "warnings": levels.count(Level.WARNING),
        "notes": levels.count(Level.INFO),
        "problem": None,
    }
    return document, found


def _of_file(path: str, source: SettingsSource) -> FileResult:
    result = Session(source)(SourcePath(path, explicit=True))
    assert result is not None  # only files found in a directory are excluded
    return result


def _of_text(name: str, text: str, source: SettingsSource) -> FileResult:
    settings = source.settings(Path(name).absolute())
    with internal_errors(name):
        return lint(name, text, settings)


def _findings(result: FileResult) -> Iterator[Row]:
    text, position = result.checked.text, result.checked.lines.position
    for number, (diagnostic, mark) in enumerate(fingerprints(result)):
        finding, place = diagnostic.finding, diagnostic.place
        start, end = position(finding.span.start), position(finding.span.end)
        yield {
            "name": result.name,
            "number": number,
            "code": diagnostic.code,
            "rule": diagnostic.name,
            "level": diagnostic.level.value,
            "message": finding.message,
            "words": _storable(text[finding.span.start : finding.span.end]),
            "row": start.row,
            "column": start.column,
            "end_row": end.row,
            "end_column": end.column,
            "place": result.original_location(diagnostic),
            "resolution": place.resolution,
            "part": place.part,
            "paragraph": place.paragraph,
            "fix": finding.fix and finding.fix.message,
            "applicability": finding.fix and finding.fix.applicability.value,
            "fingerprint": mark,
        }


def _storable(words: str) -> str:
    """Return words without lone surrogates, which UTF-8 cannot encode."""
    return words.encode("utf-8", "replace").decode("utf-8")


def _source(config: Path | None) -> SettingsSource:
    return SettingsSource(registry(), Layer("the Dask run"), config=config, isolated=config is None)


def _write(drafts: Iterable[Draft], number: int, folder: Path, config: Path | None) -> Count:
    """Lint a partition on its worker and write its two files."""
    source = _source(config)
    documents: list[Row] = []
    findings: list[Row] = []
    for draft in drafts:
        document, found = rows(draft, source)
        documents.append(document)
        findings += found
    _put(documents, DOCUMENTS, folder / "documents" / f"part-{number:05}.parquet")
    _put(findings, FINDINGS, folder / "findings" / f"part-{number:05}.parquet")
    return Count(len(documents), len(findings))


def _put(table: list[Row], columns: dict[str, str], target: Path) -> None:
    """Write a file atomically, so that a lost worker leaves no partial file."""
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema([(name, pa.type_for_alias(kind)) for name, kind in columns.items()])
    with atomic_write_bytes(target) as file:
        parquet.write_table(pa.Table.from_pylist(table, schema=schema), file)
