"""A real terminal for a few tests: tmux, driven from outside."""

import os
import shutil
import subprocess
import time
import uuid
from pathlib import Path

import pytest

needs_tmux = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
_PATIENCE = 20.0
_PAUSE = 0.05


class Terminal:
    """One tmux server with one window, of its own and gone afterwards."""

    def __init__(self, folder: Path, width: int = 100, height: int = 30) -> None:
        self._socket = f"growthtui-{uuid.uuid4().hex[:12]}"
        self._folder = folder
        self._size = (str(width), str(height))

    def start(self, *command: str, **environment: str) -> None:
        """Run a command in the window."""
        given = [f"{name}={value}" for name, value in environment.items()]
        width, height = self._size
        self._tmux("new-session", "-d", "-s", "test", "-x", width, "-y", height, "env", *given, *command)
        self._tmux("set-option", "-g", "remain-on-exit", "on")

    def keys(self, *names: str) -> None:
        """Press keys by their tmux names."""
        self._tmux("send-keys", "-t", "test", *names)

    def type(self, text: str) -> None:
        """Type a text."""
        self._tmux("send-keys", "-t", "test", "-l", text)

    def text(self) -> str:
        """What the window shows."""
        return self._tmux("capture-pane", "-p", "-t", "test")

    def wait_for(self, text: str, seconds: float = _PATIENCE) -> str:
        """The window once it shows `text`."""
        deadline = time.monotonic() + seconds
        while text not in (shown := self.text()):
            assert time.monotonic() < deadline, f"no {text!r} within {seconds} s\n{shown}"
            time.sleep(_PAUSE)
        return shown

    def process(self) -> int:
        """The process id of the command."""
        return int(self._tmux("display-message", "-p", "-t", "test", "#{pane_pid}"))

    def wait_for_end(self) -> None:
        """Wait until the command has ended."""
        deadline = time.monotonic() + _PATIENCE
        while self._tmux("display-message", "-p", "-t", "test", "#{pane_dead}").strip() != "1":
            assert time.monotonic() < deadline, f"still running\n{self.text()}"
            time.sleep(_PAUSE)

    def close(self) -> None:
        """End the server."""
        subprocess.run(["tmux", "-L", self._socket, "kill-server"], check=False, capture_output=True)

    def _tmux(self, *arguments: str) -> str:
        command = ["tmux", "-L", self._socket, "-f", "/dev/null", *arguments]
        environment = os.environ | {"TERM": "xterm-256color", "TMUX": "", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, encoding="utf-8", env=environment, cwd=self._folder
        )
        return done.stdout


def wait_until_gone(process: int) -> None:
    """Wait until no process has this id."""
    deadline = time.monotonic() + _PATIENCE
    while Path(f"/proc/{process}").exists():
        assert time.monotonic() < deadline, f"process {process} is still there"
        time.sleep(_PAUSE)
