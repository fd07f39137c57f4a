"""Running command lines in this process, as a shell would see them."""

import io
import json
import sys
from dataclasses import dataclass
from typing import Any

import pytest

from growthtui.cli.main import run
from tests.conftest import TODAY


class Stdin(io.TextIOWrapper):
    """Standard input with some bytes; a terminal when somebody `is_there`."""

    def __init__(self, data: bytes = b"", *, is_there: bool = False) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8", errors="surrogateescape")
        self._is_there = is_there

    def isatty(self) -> bool:
        """Whether somebody is there."""
        return self._is_there


@dataclass(frozen=True)
class Result:
    """What a command line gave back."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines on stdout."""
        return self.out.splitlines()

    @property
    def json(self) -> Any:  # noqa: ANN401 - tests look into any object
        """The one object on stdout."""
        return json.loads(self.out)


class Shell:
    """Runs command lines on Tuesday 2026-11-24."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        monkeypatch.setenv("GROWTHTUI_TODAY", TODAY.isoformat())
        monkeypatch.setenv("COLUMNS", "80")

    def __call__(self, *arguments: str, stdin: bytes = b"", is_there: bool = False) -> Result:
        """Run one command line; `is_there`: somebody sits at the terminal and types `stdin`."""
        self._monkeypatch.setattr(sys, "stdin", Stdin(stdin, is_there=is_there))
        self._capsys.readouterr()
        code = run(arguments)
        said = self._capsys.readouterr()
        return Result(int(code), said.out, said.err)

    def ok(self, *arguments: str, stdin: bytes = b"", is_there: bool = False) -> Result:
        """Run one command line that must succeed."""
        result = self(*arguments, stdin=stdin, is_there=is_there)
        assert result.code == 0, (arguments, result)
        return result
