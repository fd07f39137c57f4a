"""Plans to start from: plan files of the package, read as any other plan file, begun today."""

from dataclasses import dataclass
from importlib.resources import files

from growthtui.interchange.entries import Incoming
from growthtui.interchange.reader import read_file
from growthtui.journal.ledger import Ledger

_FOLDER = "templates"


@dataclass(frozen=True, slots=True)
class Template:
    """A plan to start from: `name` is its file, `title` and `about` are for people."""

    name: str
    title: str
    about: str


TEMPLATES = (
    Template(
        "staff",
        "Staff in six months",
        "an engineer's career goal, three focus points",
    ),
    Template(
        "expert",
        "Expert in twelve",
        "two opportunities, each as it is and should be",
    ),
)


class Templates:
    """Reads the templates; `Imports` takes one in, and then it is the person's own."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def read(self, template: Template) -> Incoming:
        """The records of a template, as of today."""
        today = self._ledger.clock.today()
        text = files("growthtui.journal").joinpath(_FOLDER, f"{template.name}.toml").read_text(encoding="utf-8")
        return read_file(f"the template “{template.title}”", f"start = {today}\n{text}".encode(), today)
