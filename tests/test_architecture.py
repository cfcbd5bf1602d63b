"""The house rules: floors, budgets, docstrings, one place for colours, and nothing that strays."""

from __future__ import annotations

import ast
import re
import shutil
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from exerciseplanner.cli import doctoring

CHECKOUT = Path(__file__).resolve().parents[1]
PACKAGE = CHECKOUT / "exerciseplanner"
MODULES = sorted(PACKAGE.rglob("*.py"))

LONGEST_MODULE = 300
MEDIAN_MODULE = 110
SHORT_FUNCTION = 30
SHORT_SHARE = 0.95
LONGEST_FUNCTION = 60

TOP_LEVEL = {
    "Makefile",
    "README.md",
    "docs",
    "exerciseplanner",
    "migrations",
    "pyproject.toml",
    "resources",
    "tests",
}
TEXT_SUFFIXES = {".py", ".md", ".toml", ".qss", ".txt", ".ini", ".mako", ".cfg", ""}
# Written in two halves so that this file does not contain what it looks for.
STRAY = re.compile(
    r"\bTO"
    r"DO\b|\bFIX"
    r"ME\b|(?i:coming s"
    r"oon|lorem i"
    r"psum|pypi\.o"
    r"rg|pythonh"
    r"osted|registry\.n"
    r"pmjs|npmjs\.c"
    r"om|yarnp"
    r"kg)|/wor"
    r"k/|/ro"
    r"ot/"
)
COLOUR_HOMES = {"reports/rendering/palette.py"}
HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def line_count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions() -> Iterator[tuple[str, int]]:
    """Name and length of every function; its docstring is not counted."""
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{name_of(path)}:{node.lineno} {node.name}", _length(node)


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if ast.get_docstring(node) is not None:
        docstring = node.body[0]
        lines -= (docstring.end_lineno or docstring.lineno) - docstring.lineno + 1
    return lines


def tracked_files() -> list[str]:
    if shutil.which("git") is None:
        pytest.skip("without git there is no list of files to look at")
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listing.returncode != 0:
        pytest.skip("not a checkout: there is no list of files to look at")
    return [name for name in listing.stdout.split("\0") if name and (CHECKOUT / name).is_file()]


@pytest.mark.slow
def test_that_every_floor_stands_only_on_those_below():
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_that_no_module_is_too_long_to_read_in_one_go():
    too_long = {name_of(p): line_count(p) for p in MODULES if line_count(p) > LONGEST_MODULE}
    assert too_long == {}


def test_that_modules_are_small():
    lengths = [line_count(p) for p in MODULES if p.name != "__init__.py"]
    assert statistics.median(lengths) <= MEDIAN_MODULE


def test_that_functions_are_short():
    lengths = dict(functions())
    longer = {name: length for name, length in lengths.items() if length > SHORT_FUNCTION}
    assert len(longer) <= (1 - SHORT_SHARE) * len(lengths), longer
    assert {n: length for n, length in longer.items() if length > LONGEST_FUNCTION} == {}


def test_that_everything_public_says_what_it_is():
    silent = [
        f"{name_of(path)}:{getattr(node, 'lineno', 1)} {getattr(node, 'name', 'module')}"
        for path in MODULES
        for node in public_definitions(tree(path))
        if ast.get_docstring(node) is None
    ]
    assert silent == []


def public_definitions(
    node: ast.Module | ast.ClassDef,
) -> Iterator[ast.Module | ast.ClassDef | ast.FunctionDef]:
    """The module or class and everything in it whose name has no leading underscore.

    Overrides of Qt methods, the only names in camelCase, are described by Qt.
    """
    yield node
    for child in node.body:
        if isinstance(child, ast.ClassDef) and not child.name.startswith("_"):
            yield from public_definitions(child)
        elif isinstance(child, ast.FunctionDef) and _needs_docstring(child):
            yield child


def _needs_docstring(function: ast.FunctionDef) -> bool:
    marks = {ast.unparse(d).rpartition(".")[2] for d in function.decorator_list}
    described_elsewhere = bool(marks & {"overload", "setter", "override"})
    return re.fullmatch(r"[a-z][a-z0-9_]*", function.name) is not None and not described_elsewhere


def test_that_colours_come_from_the_themes():
    strays = [
        f"{name_of(path)}:{line}"
        for path in MODULES
        if name_of(path) not in COLOUR_HOMES
        for line in colour_lines(tree(path))
    ]
    assert strays == []


def colour_lines(module: ast.Module) -> Iterator[int]:
    """Lines with a colour written as a number: '#a0b1c2' or QColor(160, 177, 194)."""
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if HEX_COLOUR.search(node.value):
                yield node.lineno
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("QColor"):
            numbers = [a for a in node.args if isinstance(a, ast.Constant)]
            if any(isinstance(a.value, int) for a in numbers):
                yield node.lineno


@pytest.mark.parametrize("source", ["x = '#a0b1c2'", "QColor(1, 2, 3)", "QtGui.QColor(0xFF)"])
def test_that_a_colour_in_the_code_is_seen(source):
    assert list(colour_lines(ast.parse(source))) == [1]


def test_that_a_number_sign_before_a_word_is_no_colour():
    assert list(colour_lines(ast.parse("x = 'see #objective and #12'"))) == []


def test_that_nothing_new_lies_at_the_top_level():
    top = {name.partition("/")[0] for name in tracked_files()}
    assert {name for name in top if not name.startswith(".")} - TOP_LEVEL == set()


def test_that_no_file_holds_unfinished_work_machine_paths_or_registries():
    strays = []
    for name in tracked_files():
        path = CHECKOUT / name
        if path.suffix in TEXT_SUFFIXES:
            text = path.read_text(encoding="utf-8", errors="replace")
            strays += [f"{name}: {found}" for found in STRAY.findall(text)]
    assert strays == []


def test_that_every_test_folder_is_a_package():
    folders = {path.parent for path in (CHECKOUT / "tests").rglob("test_*.py")}
    assert [f for f in folders if not (f / "__init__.py").is_file()] == []


def test_that_every_dependency_has_an_upper_bound_and_a_tested_version_within_it():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    lines = (CHECKOUT / ".ci" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    tested = dict(line.split("==") for line in lines if not line.startswith("#"))
    versions = {canonicalize_name(name): version for name, version in tested.items()}
    for requirement in map(Requirement, asked):
        assert any(s.operator == "<" for s in requirement.specifier), requirement
        assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)])


def test_that_the_doctor_looks_for_what_the_package_depends_on():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {Requirement(dependency).name for dependency in project["dependencies"]}
    assert (
        needed
        <= set(doctoring.versions(""))
        <= needed
        | {
            "exerciseplanner",
            "Python",
            "SQLite",
            "System",
        }
    )
