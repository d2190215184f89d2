"""Where the annotated copies of files go: to one file, or below a directory under their own names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..lint.files.source_file import FileError
from ..lint.formats.registry import DOCX, ODT
from .errors import CommandError


class AnnotatedCopies:
    """The targets of a run with ``--annotate``."""

    def __init__(self, target: Path, folders: tuple[Path, ...] = (), *, several: bool = False) -> None:
        self.target = target
        self.folders = folders
        """The directories that are linted, as absolute paths."""
        self.several = several
        """Whether the target is a directory."""
        self._written: dict[Path, str] = {}
        """The drafts whose copies were written, by copy."""

    @classmethod
    def planned(cls, paths: Sequence[str], target: Path) -> AnnotatedCopies:
        """Return the targets for the paths of a run.

        Raises:
            CommandError: The target does not fit the paths.
        """
        import glob

        folders = tuple(Path(path).absolute() for path in paths if Path(path).is_dir())
        patterns = any(glob.has_magic(path) and not Path(path).exists() for path in paths)
        if len(paths) == 1 and not folders and not patterns and not target.is_dir():
            suffix, kinds = target.suffix.lower(), sorted(DOCX.suffixes | ODT.suffixes)
            source = Path(paths[0]).suffix.lower()
            expected = (source,) if source in kinds else kinds
            if suffix not in expected:
                raise CommandError(f"--annotate: {target}: the name of the copy must end in {' or '.join(expected)}")
            return cls(target)
        if target.exists() and not target.is_dir():
            raise CommandError(f"--annotate: {target}: must be a directory, because several drafts may be annotated")
        if "-" in paths:
            raise CommandError("--annotate: standard input needs the name of a file, not of a directory")
        if any(folder == target.absolute() for folder in folders):
            raise CommandError(f"--annotate: {target}: must be another directory than the one that is linted")
        return cls(target, folders, several=True)

    @property
    def skipped(self) -> Path | None:
        """The directory of the copies, which is not linted with a directory around it."""
        return self.target.absolute() if self.several else None

    def found(self, draft: Path) -> bool:
        """Return whether a draft was found in a directory, and not named."""
        return any(draft.is_relative_to(folder) for folder in self.folders)

    def of(self, draft: Path, name: str) -> Path:
        """Return the file for the copy of a draft, and create its directory.

        Args:
            draft: The absolute path of the draft.
            name: Its name for the user.

        Raises:
            FileError: The directory cannot be created, or the copy would replace a draft or another copy.
        """
        if not self.several:
            return self.target
        within = [folder for folder in self.folders if draft.is_relative_to(folder)]
        copy = self.target / (
            draft.relative_to(max(within, key=lambda each: len(each.parts))) if within else draft.name
        )
        other = self._written.setdefault(copy, name)
        if other != name:
            raise FileError(f"{name}: not annotated, because the copy of {other} has the same name: {copy}")
        if copy.absolute() == draft:
            raise FileError(f"{name}: not annotated, because the copy would replace the draft")
        try:
            copy.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileError(f"--annotate: {copy.parent}: {error.strerror}") from error
        return copy
