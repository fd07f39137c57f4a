"""The house rules that a machine can see: small modules, small classes, no catch-all."""

import ast
from pathlib import Path

import pytest

import growthtui

PACKAGE = Path(growthtui.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 300
MOST_METHODS = 25
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_stays_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_class_stays_small(path: Path) -> None:
    classes = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ClassDef)]
    sizes = {node.name: sum(isinstance(part, FUNCTIONS) for part in node.body) for node in classes}
    assert {found: size for found, size in sizes.items() if size > MOST_METHODS} == {}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_nothing_catches_everything(path: Path) -> None:
    handlers = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ExceptHandler)]
    broad = [
        node.lineno
        for node in handlers
        if node.type is None or getattr(node.type, "id", "") in ("Exception", "BaseException")
    ]
    assert broad == []
