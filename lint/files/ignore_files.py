"""The files that git ignores, which are skipped when a directory is searched for drafts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FILE = ".gitignore"


class GitIgnore:
    """The `.gitignore` files that apply to a directory and everything below it, read on demand.

    A directory that is named explicitly is searched even if git ignores it.
    """

    def __init__(self, top: str) -> None:
        self._top = Path(top).absolute()
        self._known: dict[Path, tuple[tuple[Path, GitIgnoreSpec], ...]] = {}
        self._root = next((here for here in (self._top, *self._top.parents) if (here / ".git").exists()), None)

    def ignores(self, folder: str, name: str, *, is_folder: bool) -> bool:
        """Return whether an entry of the top directory, or of one below it, is ignored."""
        if self._root is None:
            return False
        here = Path(folder).absolute()
        return _ignored(self._specs(here), here / name, is_folder=is_folder)

    def _specs(self, folder: Path) -> tuple[tuple[Path, GitIgnoreSpec], ...]:
        """Return the files that apply to the entries of a directory, the nearest first."""
        if folder not in self._known:
            inherited = () if folder in (self._root, folder.parent) else self._specs(folder.parent)
            if folder == self._top and _ignored(inherited, folder, is_folder=True):
                inherited = ()
            own = _read(folder)
            self._known[folder] = ((folder, own), *inherited) if own else inherited
        return self._known[folder]


def _read(folder: Path) -> GitIgnoreSpec | None:
    try:
        text = (folder / FILE).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(text.splitlines())


def _ignored(specs: tuple[tuple[Path, GitIgnoreSpec], ...], path: Path, *, is_folder: bool) -> bool:
    """Return the decision of the nearest file that matches an entry."""
    for folder, spec in specs:
        ignored = spec.check_file(path.relative_to(folder).as_posix() + "/" * is_folder).include
        if ignored is not None:
            return ignored
    return False
