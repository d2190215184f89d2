"""The pages of rules as files, for editors that open a link from a finding."""

from __future__ import annotations

from pygls.uris import from_fs_path

from .. import __version__
from ..lint.cache.store import folder
from ..lint.output.rule_page import as_markdown
from ..rules.registry import Registry


class RuleDocs:
    """Writes the page of a rule, when it is first asked for, where the cache lies as well."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._written: dict[str, str | None] = {}

    def link(self, code: str) -> str | None:
        """The address of a rule's page; none of a rule that a pack of terms brings, or if it cannot be written."""
        if code not in self._written:
            self._written[code] = self._write(code)
        return self._written[code]

    def _write(self, code: str) -> str | None:
        rule = self._registry.by_alias.get(code)
        if rule is None:
            return None
        file = folder() / "pages" / __version__ / f"{rule.name}.md"
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(as_markdown(rule), encoding="utf-8")
        except OSError:
            return None
        return str(from_fs_path(str(file)))
