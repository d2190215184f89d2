"""Write the table of fixes in docs/fixes.md: each rule with a fix, how certain it is, and why.

python tools/fix_table.py            write the table
python tools/fix_table.py --check    exit 1 if the table is stale
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from resolint.rules import docstring
from resolint.rules.registry import FAMILIES, discover

PAGE = Path(__file__).resolve().parent.parent / "docs" / "fixes.md"
BEGIN, END = "<!-- fixes -->\n", "<!-- end of fixes -->\n"


def table() -> Iterator[str]:
    """Yield the lines of the table."""
    yield "| rule | applicability | what it does, and why it is as certain as that |"
    yield "|---|---|---|"
    for rule in sorted(discover().rules, key=lambda rule: (FAMILIES.index(rule.code[:3]), rule.code)):
        if rule.fixable is not None:
            words = " ".join(docstring.parse_docstring(rule.__doc__).fix.split()).replace("|", r"\|")
            yield f"| {rule.code} `{rule.name}` | {rule.fixable} | {words} |"


def main() -> int:
    """Write the table, or compare it."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    fresh = f"{before}{BEGIN}{''.join(f'{line}{chr(10)}' for line in table())}{END}{after}"
    if "--check" in sys.argv[1:]:
        if fresh != text:
            print("docs/fixes.md is stale: python tools/fix_table.py", file=sys.stderr)
        return int(fresh != text)
    PAGE.write_text(fresh, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
