"""A cache of what is expensive to build and the same in each run: patterns, parser tables and word lists.

Python caches modules as bytecode, but not the patterns that they compile, which take longer than the rest of a start.
They are stored in one file (`kept_file`). The key of an entry contains all that it was built from, so that no entry is
ever stale. If the file is missing or damaged, the entries are built again.
"""

from __future__ import annotations

import copyreg
import marshal
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any, AnyStr, TypeVar

import regex

from . import lalr, package_data
from .kept_file import MAX_SIZE, KeptFile
from .lalr import Tables
from .safe_yaml import load_yaml

Key = tuple[str | bytes, ...]
"""All that an entry was built from, including the versions of libraries."""

FILE = KeptFile(__spec__)

_Value = TypeVar("_Value")


class CompileCache:
    """Values in the form of `marshal` by what they were built from: those found in the file, and those built since."""

    def __init__(self, found: Mapping[Key, bytes]) -> None:
        self.found = dict(found)
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

    def forget(self, beginning: Key) -> None:
        """Remove the entries whose keys begin with some parts, as they are out of date."""
        for key in [key for key in self.found if key[: len(beginning)] == beginning]:
            del self.found[key]


@cache
def compile_cache() -> CompileCache:
    """Return the cache of this process, read from the files when first used."""
    found: dict[Key, bytes] = {}
    for content in FILE.contents():
        with suppress(Exception):  # damaged
            found |= marshal.loads(content)  # noqa: S302 - as trustworthy as the program
    return CompileCache(found)


def new_content() -> bytes | None:
    """Return what the file must contain for the next run; None if nothing was added to it."""
    current = compile_cache()
    if not current.made:
        return None
    content = marshal.dumps({**current.found, **current.made})
    return content if len(content) <= MAX_SIZE else marshal.dumps(current.made)


def built_by(modules: Iterable[str], what: Key, source: str, build: Callable[[], _Value]) -> _Value:
    """Return what modules of this program build from a source; `marshal` must be able to store it.

    It is built again when the source is another, or a module has another time of change or size. Without the files of
    the modules, it is built in each run.

    Args:
        modules: The names of the modules.
        what: Names what is built, of which only one version is stored.
        source: All that it is built from.
        build: Builds it.
    """
    parts = (module.rpartition(".") for module in modules)
    try:
        states = [package_data.state(package, f"{name}.py") for package, _, name in parts]
    except OSError:
        return build()
    current, key = compile_cache(), (*what, source, repr(states))
    if key not in current.found:
        current.forget(what)
    return current.get(key, build)


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


def standard_pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a compiled pattern of `re`, which searches for simple things faster than `regex`."""
    with suppress(AttributeError, ImportError):  # another implementation of Python has no such code
        return compile_cache().get(
            ("standard pattern", sys.version, str(int(flags)), source),
            lambda: re.compile(source, flags),
            _dump_standard,
            _load_standard,
        )
    return re.compile(source, flags)


def _dump_standard(compiled: re.Pattern[Any]) -> bytes:
    """Return the code of a pattern, which takes longest to build."""
    compiler: Any = import_module("re._compiler")
    parser: Any = import_module("re._parser")
    code = compiler._code(parser.parse(compiled.pattern, compiled.flags), compiled.flags)  # noqa: SLF001 - no public way
    names: list[str | None] = [None] * (compiled.groups + 1)
    for name, group in compiled.groupindex.items():
        names[group] = name
    groups = compiled.groups, dict(compiled.groupindex), tuple(names)
    return marshal.dumps((compiled.pattern, compiled.flags, [int(step) for step in code], *groups))


def _load_standard(stored: bytes) -> re.Pattern[Any]:
    sre: Any = import_module("_sre")
    compiled: re.Pattern[Any] = sre.compile(*marshal.loads(stored))  # noqa: S302 - as above
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
