"""What the full-screen app costs, as ratios of CPU time in one run: interleaved, compiled bytecode.

    pytest -m bench -n 0 tests/bench/bench_screens.py -s

The yardstick for the start is a Textual app that shows one label, for ten years the journal of 26 weeks.
"""

import compileall
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest

import growthtui
from growthtui.journal.demo import write_demo
from growthtui.present.top import TABS
from tests.bench.pty_app import PtyApp
from tests.conftest import TODAY

pytestmark = [
    pytest.mark.bench,
    pytest.mark.timeout(900),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the CPU clock of another process"),
]
TEN_YEARS = 520
START_BUDGET = 1.35
TEN_YEARS_BUDGET = 1.5
KEY_BUDGET = 1.2
_ROUNDS = 12
_PRESSES = 8
_DOWN, _UP, _LEFT, _RIGHT = b"\x1b[B", b"\x1b[A", b"\x1b[D", b"\x1b[C"
_ENTER, _ESCAPE, _BACK, _TAB, _SHIFT_TAB = b"\r", b"\x1b", b"\x7f", b"\t", b"\x1b[Z"
_CTRL_S, _CTRL_P = b"\x13", b"\x10"
_MOVES = (b"j", b"k", _LEFT, _RIGHT)
_TYPING = (b"x", b"y", _BACK, _BACK)
_SEARCHING = (b"m", b"e", b"e", _DOWN, _BACK, _BACK, _BACK)


@dataclass(frozen=True)
class Work:
    """What is done in one place: the keys that lead there, and keys that end where they began."""

    name: str
    way: tuple[bytes, ...]
    keys: tuple[bytes, ...]


WORKS = (
    *(Work(tab.name, (tab.digit.encode(),), _MOVES) for tab in TABS),
    Work("every place", (), tuple(tab.digit.encode() for tab in TABS)),
    Work("the log form", (b"l",), (*_TYPING, _TAB, _RIGHT, _LEFT, _SHIFT_TAB)),
    Work("the form of a line", (b"3", _LEFT), (_ENTER, *_TYPING, _TAB, _ESCAPE)),
    Work("kinds", (b"3", _LEFT), (b"t", _DOWN, _ESCAPE)),
    Work("a north star", (b"2", b"n"), (_ENTER, *_TYPING, _ESCAPE, b"j", b"k")),
    Work("goals", (b"2", b"g"), (_ENTER, *_TYPING, _ESCAPE, b"j", b"k")),
    Work("an action", (b"2", b"f", b"j"), (_ENTER, *_TYPING, _ESCAPE, b"j", b"k")),
    Work("an added part", (b"2", b"f"), (b"a", _DOWN, _UP, _ESCAPE)),
    Work("a question", (b"4", _ENTER, _CTRL_S), (*_TYPING, _CTRL_S, b"\x0f")),
    Work("search", (b"/",), _SEARCHING),
    Work("the palette", (_CTRL_P,), _SEARCHING),
    Work("help", (), (b"?", b"j", b"k", _ESCAPE)),
    Work("settings", (b",",), (b"j", b"k")),
)
_LABEL = """
from textual.app import App
from textual.widgets import Label
class OneLabel(App):
    def compose(self):
        yield Label("Dashboard")
OneLabel().run()
"""


@pytest.fixture(scope="module")
def journals(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """The staff sample, and the same with ten years before it."""
    folder = tmp_path_factory.mktemp("journals")
    compileall.compile_dir(str(Path(growthtui.__file__).parent), quiet=1)
    found = {26: folder / "26.json", TEN_YEARS: folder / "520.json"}
    for weeks, path in found.items():
        write_demo(path, TODAY, weeks=weeks)
    return found


def environment() -> dict[str, str]:
    dropped = ("PYTHONDONTWRITEBYTECODE", "NO_COLOR", "TMUX", "TERM_PROGRAM", "TEXTUAL_THEME")
    found = {name: value for name, value in os.environ.items() if name not in dropped}
    return found | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "GROWTHTUI_TODAY": str(TODAY)}


def home(path: Path) -> PtyApp:
    return PtyApp([sys.executable, "-m", "growthtui", "--journal", str(path)], environment())


def start_cpu(path: Path | None) -> float:
    if path is None:
        with PtyApp([sys.executable, "-c", _LABEL], environment()) as app:
            return app.cpu_until(b"Dashboard")
    with home(path) as app:
        return app.cpu_until(b"North star")


def test_start_to_home(journals: dict[int, Path]) -> None:
    runs: dict[str, list[float]] = {"label": [], "26 weeks": [], "ten years": []}
    for _ in range(_ROUNDS):
        runs["label"].append(start_cpu(None))
        runs["26 weeks"].append(start_cpu(journals[26]))
        runs["ten years"].append(start_cpu(journals[TEN_YEARS]))
    label, short, long = (min(found) for found in runs.values())
    print(f"\nstart: label {label:.0f} ms, 26 weeks {short / label:.2f} x, ten years {long / short:.2f} x of that")
    assert short <= START_BUDGET * label
    assert long <= TEN_YEARS_BUDGET * short


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_key_to_repaint(journals: dict[int, Path], work: Work) -> None:
    costs: dict[int, list[list[float]]] = {}
    with home(journals[26]) as short, home(journals[TEN_YEARS]) as long:
        apps = ((26, short), (TEN_YEARS, long))
        for weeks, app in apps:
            app.cpu_until(b"North star")
            app.settle()
            for keys in (*work.way, *work.keys):
                app.cpu_of(keys)
            costs[weeks] = [[] for _ in work.keys]
        for _ in range(_PRESSES):
            for number, keys in enumerate(work.keys):
                for weeks, app in apps:
                    costs[weeks][number].append(app.cpu_of(keys))
    short_cost, long_cost = (sum(map(median, costs[weeks])) for weeks in (26, TEN_YEARS))
    each = short_cost / len(work.keys)
    print(f"\nkeys on {work.name}: {each:.1f} ms each, ten years {long_cost / short_cost:.2f} x of that")
    assert long_cost <= KEY_BUDGET * short_cost
