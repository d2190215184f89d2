"""A cache of what is expensive to build and the same in each run: patterns, parser tables and word lists.

Python caches modules as bytecode, but not the patterns that they compile, which take longer than the rest of a start.
They are stored in one file beside the bytecode of this module: whoever can write there can change the program anyway.
If nothing can be written there, the file is in the user's private folder (`grammar.text.user_cache`), under a name for
the installation and the version of Python. The key of an entry contains all that it was built from, so that no entry is
ever stale. If a file is missing or damaged, the entries are built again. `lint.files.compile_cache_writer` writes it.
"""

from __future__ import annotations

import copyreg
import marshal
import re
import sys
from binascii import crc32
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import regex

from . import lalr
from .lalr import Tables
from .safe_yaml import load_yaml
from .user_cache import CODE, folder, read_private

Key = tuple[str, ...]
"""All that an entry was built from, including the versions of libraries."""

MAX_SIZE = 8_000_000
"""In bytes: a larger file is started afresh, because most of it comes from old versions."""

_Value = TypeVar("_Value")


class CompileCache:
    """Values in the form of `marshal` by what they were built from: those found in the file, and those built since."""

    def __init__(self, found: Mapping[Key, bytes]) -> None:
        self.found = found
        self.made: dict[Key, bytes] = {}

    def get(
        self,
        key: Key,
        build: Callable[[], _Value],
        dump: Callable[[Any], bytes] = marshal.dumps,
        load: Callable[[bytes], _Value] = marshal.loads,
    ) -> _Value:
        """Return the value of a key from the file, or build and add it."""
        if (stored := self.found.get(key)) is not None:
            with suppress(Exception):  # damaged, or of another version of a library
                return load(stored)
        value = build()
        with suppress(ValueError):  # it has something in it that cannot be stored
            self.made[key] = dump(value)
        return value


def cache_file() -> Path | None:
    """Return the path of the file; None if Python stores no bytecode."""
    cached = __spec__.cached
    return Path(f"{cached.removesuffix('.pyc')}.kept") if cached else None


def private_file() -> Path:
    """Return the path of the file in the user's private folder.

    Raises:
        RuntimeError: The user has no home.
    """
    here = crc32(f"{sys.version} {__file__}".encode("utf-8", "surrogatepass"))  # two with one name could share the file
    return folder() / CODE / f"compile_cache.{sys.implementation.cache_tag}-{here:08x}.kept"


@cache
def compile_cache() -> CompileCache:
    """Return the cache of this process, read from the files when first used."""
    found: dict[Key, bytes] = {}
    if (file := cache_file()) is not None:
        with suppress(Exception):  # missing or damaged
            found |= marshal.loads(file.read_bytes())  # noqa: S302 - it is as trustworthy as the bytecode beside it
    with suppress(Exception):  # missing, damaged, or not only of this user
        found |= marshal.loads(read_private(private_file()))  # noqa: S302 - only this user can have written it
    return CompileCache(found)


def new_content() -> bytes | None:
    """Return what the file must contain for the next run; None if nothing was added to it."""
    current = compile_cache()
    if not current.made:
        return None
    content = marshal.dumps({**current.found, **current.made})
    return content if len(content) <= MAX_SIZE else marshal.dumps(current.made)


def pattern(source: str, flags: int = 0) -> regex.Pattern[str]:
    """Return a compiled pattern of `regex`."""
    return compile_cache().get(
        ("pattern", regex.__version__, str(int(flags)), source),
        lambda: regex.compile(source, flags),
        _dump_pattern,
        _load_pattern,
    )


def _dump_pattern(compiled: regex.Pattern[str]) -> bytes:
    """Return what `pickle` would store of a pattern: its code, which takes longest to build."""
    register: Mapping[type, Any] = copyreg.dispatch_table
    _, parts = register[type(compiled)](compiled)
    return marshal.dumps(parts)


def _load_pattern(stored: bytes) -> regex.Pattern[str]:
    engine: Any = import_module("regex._regex")
    compiled: regex.Pattern[str] = engine.compile(*marshal.loads(stored))  # noqa: S302 - as above
    return compiled


def standard_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a compiled pattern of `re`, which searches for simple things faster than `regex`."""
    with suppress(AttributeError, ImportError):  # another implementation of Python has no such code
        return compile_cache().get(
            ("standard pattern", sys.version, str(int(flags)), source),
            lambda: re.compile(source, flags),
            _dump_standard,
            _load_standard,
        )
    return re.compile(source, flags)


def _dump_standard(compiled: re.Pattern[str]) -> bytes:
    """Return the code of a pattern, which takes longest to build."""
    compiler: Any = import_module("re._compiler")
    parser: Any = import_module("re._parser")
    code = compiler._code(parser.parse(compiled.pattern, compiled.flags), compiled.flags)  # noqa: SLF001 - no public way
    names: list[str | None] = [None] * (compiled.groups + 1)
    for name, group in compiled.groupindex.items():
        names[group] = name
    groups = compiled.groups, dict(compiled.groupindex), tuple(names)
    return marshal.dumps((compiled.pattern, compiled.flags, [int(step) for step in code], *groups))


def _load_standard(stored: bytes) -> re.Pattern[str]:
    sre: Any = import_module("_sre")
    compiled: re.Pattern[str] = sre.compile(*marshal.loads(stored))  # noqa: S302 - as above
    return compiled


def data(text: str) -> Any:
    """Return the content of a text in YAML, as new values for each caller.

    Raises:
        yaml.YAMLError: The text is not valid.
    """
    return compile_cache().get(("yaml", text), lambda: load_yaml(text))


def grammar(text: str) -> Tables:
    """Return the tables of a grammar of Lark, as `lalr.compile_tables` does."""
    return compile_cache().get(
        ("grammar", lalr.FORMAT, text),
        lambda: lalr.compile_tables(text),
        lambda tables: marshal.dumps(tuple(tables)),
        lambda stored: Tables(*marshal.loads(stored)),  # noqa: S302 - as above
    )
