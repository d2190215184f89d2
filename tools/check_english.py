"""Check the English that people read: pages, docstrings, comments, names, messages of findings and titles of fixes.

python tools/check_english.py                 check everything; exit with 1 if there is a problem
python tools/check_english.py docs lint       check some directories or files
python tools/check_english.py --count         print the number of problems of each directory

Messages and titles are read from the snapshots of the tests. The words are in tools/english_words.yaml.
"""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).resolve().parent.parent
WORDS = ROOT / "tools" / "english_words.yaml"
VOCABULARIES = ROOT / "rules" / "vocabulary"
CHECKED = ("*.md", "docs", "editors", "cli", "lsp", "lint", "rules", "grammar", "tools", "benchmarks", "tests")
SKIPPED = frozenset({"node_modules", "__pycache__", "out", "dist"})

_SENTENCE = re.compile(r"[^\\\[\]|^$\n]* [^\\\[\]|^$\n]* [^\\\[\]|^$\n]*\Z")
"""Three words or more, without the signs of patterns."""
_MESSAGE = re.compile(r"^(?P<at>[\d:-]+) (?:error|warning|info): (?P<message>.+)$", re.MULTILINE)
_FIX = re.compile(r"^ +fix \(\w+\): (?P<title>.+)$", re.MULTILINE)
_CODE = re.compile(r"```.*?^ *```|``[^`]*``|`[^`\n]*`|<!--.*?-->", re.DOTALL | re.MULTILINE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|\*[^*\n]+\*|https?://\S+|\]\([^)]*\)")
_INSERTED = re.compile(
    r"; did you mean .*|\([^)]*\)|(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December) \d{4}|\S*\d\S*"
)
_EXAMPLES = re.compile(r"^( *)(?:Wrong|Right):\n(?:\1 +.*\n|[ \t]*\n)*", re.MULTILINE)
_DOCTEST = re.compile(r"^ *>>> (?:.*\n)(?: *\S.*\n)*", re.MULTILINE)


class Problem(NamedTuple):
    """A passage that does not follow the style."""

    file: str
    row: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.row}: {self.message}"


class Style:
    """The words to avoid and the patterns of messages."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._avoid: Mapping[str, str] = data["avoid"]
        self._messages: Mapping[str, str] = data["messages"]
        self._length: int = data["message_length"]
        self._verbs: frozenset[str] = frozenset(data["fix_verbs"])
        self._allowed: list[Mapping[str, str]] = data["allowed"]

    @classmethod
    def load(cls) -> Style:
        """Return the style of this repository."""
        return cls(yaml.safe_load(WORDS.read_text(encoding="utf-8")))

    @cached_property
    def _words(self) -> list[tuple[re.Pattern[str], str]]:
        return [(re.compile(rf"(?<![\w-])(?:{word})(?![\w-])", re.IGNORECASE), to) for word, to in self._avoid.items()]

    def text(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield the offset and description of each word to avoid in a text; code and quotations are not checked."""
        blank = _QUOTED.sub(_spaces, _CODE.sub(_spaces, text))
        for pattern, better in self._words:
            for match in pattern.finditer(blank):
                yield match.start(), f"“{' '.join(match[0].split())}” is a word to avoid; better: {better}"

    def message(self, message: str) -> Iterator[str]:
        """Yield the faults of a finding message."""
        plain = _QUOTED.sub("“”", message)
        for pattern, fault in self._messages.items():
            if re.search(pattern, plain):
                yield f"message {fault}: {message}"
        if len(_INSERTED.sub("", plain)) > self._length:
            yield f"message has more than {self._length} characters: {message}"
        yield from (f"message: {fault}: {message}" for _, fault in self.text(message))

    def title(self, title: str) -> Iterator[str]:
        """Yield the faults of the title of a fix."""
        first = title.partition(" ")[0]
        if first not in self._verbs:
            yield f"title of a fix begins with “{first}”, not with a known verb: {title}"
        if title.endswith("."):
            yield f"title of a fix ends with a full stop: {title}"
        yield from (f"title of a fix: {fault}: {title}" for _, fault in self.text(title))

    def allows(self, file: str, line: str) -> bool:
        """Return whether a line of a file is listed as right."""
        return any(entry["file"] == file and entry["text"] in line for entry in self._allowed)

    def unused(self) -> Iterator[str]:
        """Yield the allowed passages that are no longer in their files."""
        for entry in self._allowed:
            file = ROOT / entry["file"]
            if not file.is_file() or entry["text"] not in file.read_text(encoding="utf-8"):
                yield f"{entry['file']}: “{entry['text']}” is allowed but not in the file"


def problems(style: Style, chosen: Iterable[Path]) -> Iterator[Problem]:
    """Yield the problems in files, in order of the files.

    Args:
        style: The words and patterns to check.
        chosen: Markdown and Python files and snapshots; other files are ignored.
    """
    for file in chosen:
        name = file.relative_to(ROOT).as_posix()
        text = file.read_text(encoding="utf-8")
        lines = text.split("\n")
        for row, fault in sorted(_faults(style, file, text)):
            if not style.allows(name, lines[row - 1]):
                yield Problem(name, row, fault)


def _faults(style: Style, file: Path, text: str) -> Iterator[tuple[int, str]]:
    match file.suffix:
        case ".md" if "tests" not in file.parts:
            for offset, fault in style.text(text):
                yield text.count("\n", 0, offset) + 1, fault
        case ".py":
            for row, docstring in _docstrings(text):
                plain = _EXAMPLES.sub(_spaces, _DOCTEST.sub(_spaces, docstring))
                for offset, fault in style.text(plain):
                    yield row + docstring.count("\n", 0, offset), fault
            for row, name in _names(text):
                yield from ((row, f"name: {fault}") for _, fault in style.text(name))
            messages = () if "tests" in file.parts else _messages(text)  # in tests, most strings are drafts
            for row, words in (*_comments(text), *messages):
                yield from ((row, fault) for _, fault in style.text(words))
        case ".yaml" if file.is_relative_to(VOCABULARIES):
            for row, words in _entries(text):
                yield from ((row, fault) for _, fault in style.text(words))
        case ".snap":
            for found in _MESSAGE.finditer(text):
                row = text.count("\n", 0, found.start()) + 1
                yield from ((row, fault) for fault in style.message(found["message"]))
            for found in _FIX.finditer(text):
                row = text.count("\n", 0, found.start()) + 1
                yield from ((row, fault) for fault in style.title(found["title"]))


def _docstrings(source: str) -> Iterator[tuple[int, str]]:
    """Yield the row and text of each string that is a statement: docstrings, also those of attributes."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.lineno, node.value.value


def _names(source: str) -> Iterator[tuple[int, str]]:
    """Yield the row and name of each function and class, with spaces for underscores."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.lineno, node.name.strip("_").replace("_", " ")


def _comments(source: str) -> Iterator[tuple[int, str]]:
    """Yield the row and text of each comment."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def _messages(source: str) -> Iterator[tuple[int, str]]:
    """Yield the row and text of each string that is likely to be read: help, errors and messages with several words."""
    tree = ast.parse(source)
    statements = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(words)) if id(node) not in statements and _SENTENCE.match(words):
                yield node.lineno, words


def _entries(source: str) -> Iterator[tuple[int, str]]:
    """Yield the row and text of each summary, reason and message in a vocabulary file."""
    data = yaml.safe_load(source)
    for entry in (data, *data["rules"]):
        for key in ("about", "source", "summary", "why", "message"):
            words = str(entry.get(key, ""))
            yield source.count("\n", 0, source.find(words.partition("\n")[0])) + 1, words


def _spaces(match: re.Match[str]) -> str:
    """Return as many spaces as the match is long, with its line ends."""
    return re.sub(r"[^\n]", " ", match[0])


def files(names: Iterable[str]) -> Iterator[Path]:
    """Yield the files to check below directories, or those that match patterns, all relative to the repository."""
    for name in names:
        for path in sorted(ROOT.glob(name)):
            inside = sorted(path.rglob("*")) if path.is_dir() else [path]
            yield from (
                file
                for file in inside
                if file.suffix in (".md", ".py", ".snap", ".yaml") and file.is_file() and SKIPPED.isdisjoint(file.parts)
            )


def main(arguments: list[str]) -> int:
    """Print the problems, or their number for each directory, and return the exit status."""
    style = Style.load()
    names = [name for name in arguments if not name.startswith("--")]
    found = list(problems(style, files(names or CHECKED)))
    if "--count" in arguments:
        counts = Counter("/".join(problem.file.split("/")[:2]) for problem in found)
        for directory, number in sorted(counts.items()):
            print(f"{number:6}  {directory}")
        return 0
    unused = [] if names else list(style.unused())
    for line in (*found, *unused):
        print(line)
    if found:
        print(f"{len(found)} problems; the words are in tools/english_words.yaml", file=sys.stderr)
    return 1 if found or unused else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
