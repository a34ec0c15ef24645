"""House rules that no linter knows. Each says why, where it fails."""

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "infinibay_desktop"

FORBIDDEN_CALLS = {
    "ui": {
        "exec": "a nested loop breaks every coroutine: dialog.open() and await its `finished`",
        "processEvents": "re-enters slots at random: give the work to Operations",
        "result": "blocks the GUI thread: await Operations.run()",
    },
    "services": {"result": "a worker waiting for a worker can starve the pool"},
}


def modules(folder: Path = HOUSE) -> list[Path]:
    return [path for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts]


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            yield node


@pytest.mark.parametrize("layer", FORBIDDEN_CALLS)
def test_no_forbidden_calls(layer: str) -> None:
    broken = [
        f"{path}:{node.lineno}: .{node.func.attr}() - {FORBIDDEN_CALLS[layer][node.func.attr]}"
        for path in modules(HOUSE / layer)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in FORBIDDEN_CALLS[layer]
    ]
    assert not broken, "\n".join(broken)


def test_functions_are_small() -> None:
    lengths = {
        f"{path.name}:{node.name}": node.end_lineno - node.lineno + 1
        for path in modules()
        for node in functions(path)
    }
    assert statistics.median(lengths.values()) < 10
    # The one that builds the object graph is a list, not logic.
    assert [name for name, n in lengths.items() if n > 60] in ([], ["bootstrap.py:start_core"])


def test_files_stay_readable() -> None:
    assert not [path.name for path in modules() if len(path.read_text().splitlines()) > 500]


def test_every_module_says_why_it_exists() -> None:
    assert not [path for path in modules() if not ast.get_docstring(ast.parse(path.read_text()))]


def test_every_silenced_check_is_named() -> None:
    silenced = re.compile(r"#\s*(noqa|type:\s*ignore)(?![:\[])")
    broken = [path for path in modules() if silenced.search(path.read_text())]
    assert not broken


def test_nothing_is_left_for_later() -> None:
    unfinished = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")
    shipped = [*modules(), ROOT / "README.md", ROOT / "DESIGN.md"]
    assert not [path for path in shipped if unfinished.search(path.read_text())]
