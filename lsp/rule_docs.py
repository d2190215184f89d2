"""The documentation of rules as files, for editors that open the link of a diagnostic."""

from __future__ import annotations

from pygls.uris import from_fs_path

from .. import __version__
from ..grammar.text.user_cache import folder
from ..lint.output.rule_page import as_markdown
from ..rules.registry import Registry


class RuleDocs:
    """Write the page of a rule into the cache directory when it is first needed."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._links: dict[str, str | None] = {}

    def link(self, code: str) -> str | None:
        """Return the URI of a rule's page, or None for a rule of a vocabulary file or if writing fails."""
        if code not in self._links:
            self._links[code] = self._write(code)
        return self._links[code]

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
