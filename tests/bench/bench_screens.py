"""What the full-screen app costs, as ratios of CPU time in one run: interleaved, compiled bytecode.

    pytest -m bench -n 0 tests/bench/bench_screens.py -s

The yardstick for the start is a Textual app that shows one label, for ten years the journal of 26 weeks.
"""

import compileall
import os
import sys
from datetime import date
from pathlib import Path
from statistics import median

import pytest

import growthtui
from growthtui.journal.demo import write_demo
from growthtui.present.top import TABS, Tab
from tests.bench.pty_app import PtyApp

pytestmark = [
    pytest.mark.bench,
    pytest.mark.timeout(900),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the CPU clock of another process"),
]
TODAY = date(2026, 11, 24)
TEN_YEARS = 520
START_BUDGET = 1.35
TEN_YEARS_BUDGET = 1.5
KEY_BUDGET = 1.2
_ROUNDS = 12
_PRESSES = 20
_KEYS = {"j": b"j", "k": b"k", "left": b"\x1b[D"}
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


@pytest.mark.parametrize("tab", TABS, ids=[tab.name for tab in TABS])
def test_key_to_repaint(journals: dict[int, Path], tab: Tab) -> None:
    costs: dict[int, dict[str, list[float]]] = {}
    digit = tab.digit
    with home(journals[26]) as short, home(journals[TEN_YEARS]) as long:
        for weeks, app in ((26, short), (TEN_YEARS, long)):
            app.cpu_until(b"North star")
            app.settle()
            app.cpu_of(digit.encode())
            costs[weeks] = {name: [] for name in _KEYS}
        for _ in range(_PRESSES):
            for name, keys in _KEYS.items():
                for weeks, app in ((26, short), (TEN_YEARS, long)):
                    costs[weeks][name].append(app.cpu_of(keys))
    short_cost, long_cost = (sum(map(median, costs[weeks].values())) for weeks in (26, TEN_YEARS))
    print(f"\nkeys on {digit}: {short_cost / len(_KEYS):.1f} ms each, ten years {long_cost / short_cost:.2f} x of that")
    assert long_cost <= KEY_BUDGET * short_cost
