"""Write the pages of the rules, from their docstrings and the evidence, and the index of them.

python tools/rule_pages.py            write docs/rules/
python tools/rule_pages.py --check    exit 1 if docs/rules/ is not what this would write
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from resolint.cli.commands.rule import as_markdown
from resolint.rules import docstring
from resolint.rules.base import Rule
from resolint.rules.corpus_stats import Count, rate, shipped
from resolint.rules.registry import FAMILIES, discover

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "rules"
INDEX = "README.md"
MADE = "<!-- Made by tools/rule_pages.py from the rule's docstring; not to be changed by hand. -->\n"

INTRODUCTION = """\
<!-- Made by tools/rule_pages.py from the rules' docstrings; not to be changed by hand. -->

# Rules

{number} rules, by family. `resolint rule CODE` shows a rule's page in the terminal. Each rule has a level, and many
have a fix: `safe` is made by `--fix`, `unsafe` by `--unsafe-fixes`, `manual` is only shown.

The last two columns are the evidence: findings per 1,000 paragraphs of {ga} adopted texts of the General Assembly (GA)
and of {sc} of the Security Council (SC). These texts were edited, so that a low number is good. A rule that is off does
not speak for that body. `tools/corpus_stats.py` counts; the United Nations is acknowledged as the source of the texts.
"""


def main() -> int:
    """Write the pages, or compare them."""
    wanted = pages()
    there = {path.name: path.read_text(encoding="utf-8") for path in PAGES.glob("*.md")}
    stale = sorted(name for name in {*wanted, *there} if wanted.get(name) != there.get(name))
    if "--check" in sys.argv[1:]:
        if stale:
            print(f"docs/rules is stale ({', '.join(stale)}): python tools/rule_pages.py", file=sys.stderr)
        return 1 if stale else 0
    PAGES.mkdir(exist_ok=True)
    for name in stale:
        if name in wanted:
            (PAGES / name).write_text(wanted[name], encoding="utf-8", newline="\n")
        else:
            (PAGES / name).unlink()
    return 0


def pages() -> dict[str, str]:
    """Each file that is to be in the folder, by name, with its content."""
    rules = sorted(discover().rules, key=lambda rule: (FAMILIES.index(rule.code[:3]), rule.code))
    made = {f"{rule.name}.md": f"{MADE}\n{as_markdown(rule)}\n[All rules]({INDEX})\n" for rule in rules}
    return made | {INDEX: "\n".join(_index(rules))}


def _index(rules: list[type[Rule]]) -> Iterator[str]:
    texts = {sample.body: sample.texts for sample in shipped().samples if sample.stage == "final"}
    yield INTRODUCTION.format(number=len(rules), **texts)
    about = _families()
    for family, members in groupby(rules, key=lambda rule: rule.code[:3]):
        yield f"## {family}\n"
        if family in about:
            yield f"{about[family][0].upper()}{about[family][1:]}.\n"
        yield "| code | name | what is wrong | level | fix | GA | SC |"
        yield "|---|---|---|---|---|--:|--:|"
        yield from (_row(rule) for rule in members)
        yield ""


def _row(rule: type[Rule]) -> str:
    summary = docstring.parse_docstring(rule.__doc__).summary.replace("|", r"\|")
    counts = shipped().of(rule.code)
    rates = [""] * 2 if counts is None else [rate(_final(counts, body)) for body in ("ga", "sc")]
    cells = [rule.code, f"[{rule.name}]({rule.name}.md)", summary, rule.level, rule.fixable or "", *rates]
    return f"| {' | '.join(cells)} |"


def _final(counts: tuple[Count, ...], body: str) -> Count | None:
    return next((count for count in counts if (count.sample.body, count.sample.stage) == (body, "final")), None)


def _families() -> dict[str, str]:
    """What each family looks at, in the words of the README's table."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| `([A-Z]{3})` \| (.+?) \|$", readme, re.MULTILINE))


if __name__ == "__main__":
    sys.exit(main())
