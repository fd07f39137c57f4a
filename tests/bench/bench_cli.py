"""What a plain command costs on a ten-year journal, as a ratio to importing what it stands on, in one run.

    pytest -m bench -n 0 tests/bench/bench_cli.py -s

Whole processes, run in turn; CPU time as the system counts it; minima. Bytecode is compiled before.
"""

import compileall
import os
import subprocess
import sys
from pathlib import Path

import pytest

import growthtui

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]

BASE = [sys.executable, "-c", "import tinydb, click"]
OURS = [sys.executable, "-m", "growthtui"]
ROUNDS = 15
BUDGET = 2.5
COMMANDS = {
    "log": ["log", "One more line"],
    "check": ["check", "--fail-on", "error"],
    "week": ["week", "--json"],
    "help": ["--help"],
}


def cpu(command: list[str], environment: dict[str, str]) -> float:
    """User and system seconds of one finished process."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment whose journal holds ten years."""
    compileall.compile_dir(Path(growthtui.__file__).parent, quiet=1)
    folder = tmp_path_factory.mktemp("ten-years")
    names = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("DATA", "CONFIG", "STATE")}
    environment = os.environ | names | {"GROWTHTUI_JOURNAL": str(folder / "journal.json")}
    demo = [*OURS, "demo", "--weeks", "520", "--seed", "1", "--write", environment["GROWTHTUI_JOURNAL"]]
    subprocess.run(demo, env=environment, check=True)
    return environment


def test_plain_commands_keep_their_budget(environment: dict[str, str]) -> None:
    base: list[float] = []
    ours: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        base.append(cpu(BASE, environment))
        for name, arguments in COMMANDS.items():
            ours[name].append(cpu([*OURS, *arguments], environment))
    ratios = {name: min(times) / min(base) for name, times in ours.items()}
    print(
        f"\nbase {min(base) * 1000:.0f} ms CPU; " + ", ".join(f"{name} {ratio:.2f}" for name, ratio in ratios.items())
    )
    assert ratios["log"] <= BUDGET
    assert ratios["check"] <= BUDGET
