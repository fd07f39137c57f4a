"""Pictures of every screen, made from the sample: SVG always, PNG where chromium is installed.

    python screenshots/make.py [NAME…]

They are the same on every machine: fixed sample, day, theme and size.
"""

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from textual.widgets import TextArea

from growthtui.clock import Clock
from growthtui.journal.demo import write_demo
from growthtui.journal.journal import Journal
from growthtui.settings import Settings
from growthtui.tui.frame import GrowthApp

HERE = Path(__file__).parent
TODAY = date(2026, 11, 24)
SIZE = (104, 28)
SCALE = "1.5"
_DESCENDER = 3
"""Units of the picture that hang below the last row."""
SHOWN_PATH = Path("~/.local/share/growthtui/journal.json")
"""What the pictures say where the journal is."""


@dataclass(frozen=True)
class Shot:
    """One picture: keys that lead to it; one that begins with `text:` is typed into the field with the focus."""

    name: str
    keys: tuple[str, ...] = ()
    theme: str = "dusk"
    sample: str = "staff"
    size: tuple[int, int] = SIZE


_WITH_BO = ("4", "enter", "text:Bo", "ctrl+s")
_ON = ("ctrl+s",)
_MEASURE = (
    *(_WITH_BO + _ON * 3),
    "text:Two teams outside mine build on the event contract by the end of June. Today: none.",
)
_OFFERS = (
    *(_WITH_BO + _ON),
    *("text:By next autumn I run the migration design for two teams.", "ctrl+s"),
    *("text:I have the design skill, but only my team has seen it.", "ctrl+s"),
    *("text:Two teams outside mine use the contract by June (today: none).", "ctrl+s"),
    *("text:1 Hand over the two small services. 2 One write-up per month. 3 Four design exercises with Bo.", "ctrl+s"),
    *("text:Priya takes over the two services by Thursday.", "ctrl+s"),
    *("text:No evenings.", "ctrl+s"),
    *("text:When lunch starts, I ask Jonas for ten minutes.", "ctrl+s", "ctrl+s"),
    *("c", "f", "y"),
)

SHOTS = (
    Shot("home-dusk"),
    Shot("home-dawn", theme="dawn"),
    Shot("home-narrow", size=(80, 24)),
    Shot("home-expert", sample="expert"),
    Shot("welcome", sample=""),
    Shot("week-dusk", ("3", "left", "left")),
    Shot("week-dawn", ("3", "left", "left"), theme="dawn"),
    Shot("week-narrow", ("3", "left", "left"), size=(80, 24)),
    Shot("plan", ("2",)),
    Shot("plan-dawn", ("2",), theme="dawn"),
    Shot("plan-finding", ("2", "down", "enter", "text:Be more proactive", *["enter"] * 2)),
    Shot("ideas", ("2", "i")),
    Shot("pair", ("4",)),
    Shot("pair-begin", _WITH_BO[:-1]),
    Shot("pair-question", (*_MEASURE, "tab", "7", "shift+tab")),
    Shot("pair-question-dawn", (*_MEASURE, "tab", "7", "shift+tab"), theme="dawn"),
    Shot("pair-narrow", (*_MEASURE, "tab", "7"), size=(80, 24)),
    Shot("pair-panel", (*_MEASURE, "ctrl+g", "a", "down", "enter"), size=(80, 24)),
    Shot("pair-private", (*_WITH_BO, *["ctrl+s"] * 6, "text:No evenings. So the exam moves to March.")),
    Shot("pair-offers", _OFFERS),
    Shot("pair-closing", (*_OFFERS, *"yyyyyy", "ctrl+s", "text:in 3 weeks")),
    Shot("packet", ("7",)),
    Shot("log", ("l", "text:asked in the design meeting why the ledger retries forever", "tab", "right", "right")),
    Shot("edit", ("3", "left", "left", "enter")),
    Shot("kind", ("3", "left", "t")),
    Shot("calendar", ("7", "down", "enter", "down")),
    Shot("palette", ("ctrl+p", "text:go to")),
    Shot("search", ("slash", "text:newsletter")),
    Shot("help", ("3", "question_mark")),
)


async def take(shot: Shot, folder: Path) -> str:
    """The picture as SVG."""
    path = folder / "journal.json"
    if shot.sample:
        write_demo(path, TODAY, shot.sample)
    settings = Settings(journal=path, theme=shot.theme, config=folder / "config.toml", state=folder / "state")
    journal = Journal(path, Clock(TODAY), folder / "state")
    journal.path = SHOWN_PATH
    app = GrowthApp(journal, settings)
    try:
        async with app.run_test(size=shot.size) as pilot:
            await pilot.pause()
            for key in shot.keys:
                if key.startswith("text:"):
                    field = app.screen.query_one(TextArea)
                    field.text = key.removeprefix("text:")
                    field.move_cursor(field.document.end)
                else:
                    await pilot.press(key)
                await app.workers.wait_for_complete()
                await pilot.pause()
            return tidy(app.export_screenshot(title="growthtui", simplify=True))
    finally:
        app.desk.close()


def tidy(svg: str) -> str:
    """The picture without fonts from the network, and with the letters of the last row whole: the toolkit cuts them."""
    svg = re.sub(r',\s+url\("https:[^;]+', "", svg)
    return re.sub(
        r'(-clip-terminal">\s+<rect x="0" y="0" width="[\d.]+" height=")([\d.]+)',
        lambda found: f"{found[1]}{float(found[2]) + _DESCENDER:.1f}",
        svg,
    )


def to_png(svg: Path) -> bool:
    """Draw an SVG with chromium, the one renderer that keeps the columns; False where there is none."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg.read_text(encoding="utf-8"))
    if chromium is None or box is None:
        return False
    size = ",".join(str(round(float(part) + 0.5)) for part in box.groups())
    options = ("--headless", "--no-sandbox", "--hide-scrollbars", f"--force-device-scale-factor={SCALE}")
    picture = svg.with_suffix(".png")
    command = [chromium, *options, f"--window-size={size}", f"--screenshot={picture}", svg.as_uri()]
    subprocess.run(command, check=True, capture_output=True)
    return True


def main(names: Sequence[str]) -> None:
    """Make the pictures of these names, or all of them."""
    for shot in SHOTS:
        if names and shot.name not in names:
            continue
        with tempfile.TemporaryDirectory() as folder:
            svg = asyncio.run(take(shot, Path(folder)))
        path = HERE / f"{shot.name}.svg"
        path.write_text(svg, encoding="utf-8")
        print(shot.name, "svg and png" if to_png(path) else "svg")


if __name__ == "__main__":
    main(sys.argv[1:])
