"""`demo`: a filled sample to look around in."""

from pathlib import Path

import click

from growthtui.cli.app import App, pass_app
from growthtui.cli.full_screen import require_terminal
from growthtui.cli.types import WordType
from growthtui.journal.demo import SAMPLES, open_demo, write_demo


@click.command()
@click.argument("sample", type=WordType(tuple(SAMPLES)), default="staff")
@click.option("--weeks", type=click.IntRange(0), metavar="N", default=0, help="At least so many weeks.")
@click.option("--seed", type=int, metavar="N", default=0, help="Another story for the earlier weeks.")
@click.option(
    "--write", "target", type=click.Path(path_type=Path), metavar="FILE", help="Write a journal, open nothing."
)
@pass_app
def demo(app: App, *, sample: str, weeks: int, seed: int, target: Path | None) -> int:
    """Open a filled sample on a throw-away copy: an engineer (staff), or an expert with a five-step plan."""
    if target is not None:
        write_demo(target, app.clock.today(), sample, weeks, seed)
        return 0
    require_terminal()
    from growthtui.tui.app import run_app

    with open_demo(app.clock, sample, weeks, seed) as journal:
        return run_app(journal, app.settings)
