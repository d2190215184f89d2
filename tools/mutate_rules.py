"""Change one thing in a rule at a time, and name the changes that its examples do not notice.

python tools/mutate_rules.py [CODE ...]

Numbers grow by one, comparisons and Boolean operators turn, conditions are negated, and words leave sets of words.
A mutant is killed if an example, in `tests/rules/` or on the page of the rule, gives another result, or if it fails or
takes longer than 20 seconds. What survives is printed with its line: either an example is missing, or the line makes
no difference.
"""

from __future__ import annotations

import ast
import copy
import importlib.util
import inspect
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from resolint.grammar.compare.base_text import BaseText
from resolint.grammar.syntax.parser import parse
from resolint.lint.config import Layer, Settings, resolve
from resolint.lint.engine.linter import lint_text
from resolint.rules import docstring
from resolint.rules.base import Rule
from resolint.rules.linter.rule_failed import RuleFailed
from resolint.rules.registry import Registry, discover

ROOT = Path(__file__).resolve().parent.parent
COMPARISONS = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
COMPARISONS |= {ast.Eq: ast.NotEq, ast.NotEq: ast.Eq}
COMPARISONS |= {ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is}
LONGEST = 20
"""Seconds after which a mutant counts as one that does not end."""
NOT_BEHAVIOUR = {"code", "name", "level", "aliases", "__slots__", "__all__"}
"""Names whose values other tests hold."""


def example_tests() -> ModuleType:
    """Return the module that reads and renders the examples."""
    spec = importlib.util.spec_from_file_location("test_examples", ROOT / "tests" / "rules" / "test_examples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


EXAMPLES = example_tests()


def mutants(tree: ast.Module) -> Iterator[tuple[int, str, ast.Module]]:
    """Yield each mutant of a module with its line and what was changed."""
    count = sum(1 for _ in ast.walk(tree))
    for number in range(count):
        mutant = copy.deepcopy(tree)
        node = next(each for at, each in enumerate(ast.walk(mutant)) if at == number)
        for change in _changes(node):
            yield getattr(node, "lineno", 0), change, ast.fix_missing_locations(mutant)
            break


def _changes(node: ast.AST) -> Iterator[str]:
    """Change a node in place, if there is something to change; yield what was changed."""
    if isinstance(node, ast.Constant) and type(node.value) is int and node.value > 1:
        node.value += 1
        yield f"{node.value - 1} -> {node.value}"
    elif isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARISONS:
        before = type(node.ops[0])
        node.ops[0] = COMPARISONS[before]()
        yield f"{before.__name__} -> {type(node.ops[0]).__name__}"
    elif isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield "and <-> or"
    elif isinstance(node, ast.If):
        node.test = ast.UnaryOp(ast.Not(), node.test)
        yield "condition negated"
    elif isinstance(node, ast.Set) and len(node.elts) > 1:
        gone = node.elts.pop()
        yield f"without {ast.unparse(gone)}"


def settings_with(rule: type[Rule], registry: Registry, folder: Path | None) -> Settings:
    """Return the settings of an example, with a rule in the place of the one with its code; a page has no folder."""
    rules = tuple(rule if each.code == rule.code else each for each in registry.rules)
    settings: Settings | None = EXAMPLES.settings_for(folder) if folder else None
    layers = settings.layers if settings else ()
    return resolve((*layers, Layer("mutant", select=(rule.code, RuleFailed.code))), Registry(rules))


def holds(rule: type[Rule], registry: Registry, cases: list[tuple[Path | None, str, str | None]]) -> bool:
    """Check whether all examples give what they must: the text of the snapshot, or nothing."""
    for path, text, expected in cases:
        settings = settings_with(rule, registry, path.parent if path else None)
        checked = lint_text(text, replace(settings, base_text=base_for(rule, path)))
        if any(each.code == RuleFailed.code for each in checked.diagnostics):
            return False
        found = [each for each in checked.diagnostics if each.code == rule.code]
        if expected is None:
            if found:
                return False
        elif expected == "any":
            if not found:
                return False
        else:
            lines = (line.rstrip() for each in found for line in EXAMPLES.rendered(text, checked.lines, each))
            if "\n".join(lines).rstrip("\n") + "\n" != expected:
                return False
    return True


def cases_of(rule: type[Rule]) -> list[tuple[Path | None, str, str | None]]:
    """Return the examples of a rule, each with its text and its snapshot: `any` for a finding, none for no finding."""
    found: list[tuple[Path | None, str, str | None]] = []
    page = docstring.parse_docstring(rule.__doc__)
    found += [(None, framed(text), "any") for text in page.wrong]
    found += [(None, framed(text), None) for text in page.right]
    for each, path in EXAMPLES.EXAMPLES:
        if each.code == rule.code:
            snapshot = path.with_suffix(".snap")
            expected = snapshot.read_text(encoding="utf-8") if snapshot.exists() else None
            found.append((path, framed(path.read_text(encoding="utf-8")), expected))
    return found


def base_for(rule: type[Rule], path: Path | None) -> BaseText | None:
    """Return the base text of an example in a file, or of one on the page of the rule, if it has one."""
    if path is not None:
        base: BaseText | None = EXAMPLES.base_for(path)
        return base
    on_page = docstring.parse_docstring(rule.__doc__).base
    return BaseText("base", framed(on_page[0])) if on_page else None


def framed(text: str) -> str:
    """Return an example as it is checked: after the line of an organ, unless it holds a resolution of its own."""
    return text if parse(text).resolutions else docstring.FRAME + text


def class_in(tree: ast.Module, rule: type[Rule]) -> type[Rule]:
    """Return the class of a rule as a mutated module defines it."""
    module: dict[str, Any] = {"__name__": rule.__module__, "__package__": rule.__module__.rpartition(".")[0]}
    exec(compile(tree, rule.__module__, "exec"), module)  # noqa: S102 - the project's own code, changed
    made: type[Rule] = module[rule.__name__]
    return made


def _too_long(_signal: int, _frame: object) -> None:
    raise TimeoutError


def main() -> int:
    """Print the mutants that survive, and the totals."""
    registry = discover()
    signal.signal(signal.SIGALRM, _too_long)
    killed = survived = 0
    for rule in registry.rules:
        if sys.argv[1:] and rule.code not in sys.argv[1:]:
            continue
        if ".vocabulary." in rule.__module__ or not rule.node_types:
            continue  # its file has data only, or the linter itself does what it says
        file = Path(inspect.getfile(rule))
        tree = ast.parse(file.read_text(encoding="utf-8"))
        cases = cases_of(rule)
        if not holds(class_in(tree, rule), registry, cases):
            print(f"{rule.code}: the examples do not hold without a change")
            continue
        for line, change, mutant in mutants(tree):
            signal.alarm(LONGEST)
            try:
                alive = holds(class_in(mutant, rule), registry, cases)
            except Exception:  # noqa: BLE001 - a mutant that fails is noticed
                alive = False
            finally:
                signal.alarm(0)
            killed, survived = killed + (not alive), survived + alive
            if alive:
                print(f"{file.relative_to(ROOT)}:{line}: {rule.code}: {change}", flush=True)
    print(f"{killed} killed, {survived} survived")
    return 0


if __name__ == "__main__":
    sys.exit(main())
