"""Through all drafts of a run, one after another; one that breaks costs only itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from . import files
from .diagnostic import Outcome
from .files import STDIN, Draft, Named, Problem
from .settings import BadSettings, Settings
from .settings.discovery import SettingsSource
from .settings.settings import excluded
from .tally import Tally
from .work import Fixing, lint


@dataclass(slots=True)
class Run:
    """What is done with each draft, and what came of it so far."""

    settings: SettingsSource
    complain: Callable[[str], None]
    """Told of each thing that went wrong, in a sentence."""
    settle: Callable[[Draft, Outcome], None]
    """Given each draft whose text a fix has changed. May raise `Problem`."""
    fixing: Fixing = Fixing.NONE
    stdin_filename: str | None = None
    """What standard input is called, and whose settings it has."""
    tally: Tally = field(default_factory=Tally)
    failed: bool = False
    """Whether a file could not be read, linted or written."""

    def outcomes(self, paths: Iterable[str]) -> Iterator[Outcome]:
        """What became of each draft, in order."""
        told: set[str] = set()
        for found in files.find(paths):
            try:
                if isinstance(found, Problem):
                    raise found
                yield from self._outcome(found)
            except (Problem, BadSettings) as problem:
                self.failed = True
                if str(problem) not in told:  # one settings file may spoil many drafts
                    told.add(str(problem))
                    self.complain(str(problem))

    def _outcome(self, named: Named) -> Iterator[Outcome]:
        stdin = named.name == STDIN
        name = (self.stdin_filename or STDIN) if stdin else named.name
        path = Named(self.stdin_filename or "draft.md", outright=True).path if stdin else named.path
        if not named.outright and excluded(self.settings.layers(path), path):
            return
        settings = self.settings.settings(path)
        draft = files.read_stdin(path, name) if stdin else files.read(path, name)
        outcome = _guarded(name, draft.canonical.text, settings, self.fixing)
        if outcome.unsettled:
            codes = ", ".join(outcome.unsettled)
            self.complain(f"{name}: the fixes of {codes} come to no end here and were left out; please report this")
        if outcome.checked.text != draft.canonical.text or (stdin and self.fixing is not Fixing.NONE):
            self.settle(draft, outcome)
        self.tally.add(outcome, settings.fail_level)
        yield outcome


def _guarded(name: str, text: str, settings: Settings, fixing: Fixing) -> Outcome:
    try:
        return lint(name, text, settings, fixing)
    except Exception as error:
        raise Problem(f"{name} could not be linted ({type(error).__name__}: {error}); please report this") from error
