"""The pages of rules as files, for editors that open a link from a finding."""

from __future__ import annotations

from pygls.uris import from_fs_path

from .. import __version__
from ..lint.cache import folder
from ..lint.commands.rule import as_markdown
from ..rules.rule import Rule


class Pages:
    """Writes the page of a rule, when it is first asked for, where the cache lies as well."""

    def __init__(self) -> None:
        self._written: dict[str, str | None] = {}

    def link(self, rule: type[Rule]) -> str | None:
        """The address of a rule's page; none if it cannot be written."""
        if rule.name not in self._written:
            file = folder() / "pages" / __version__ / f"{rule.name}.md"
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(as_markdown(rule), encoding="utf-8")
                self._written[rule.name] = str(from_fs_path(str(file)))
            except OSError:
                self._written[rule.name] = None
        return self._written[rule.name]
