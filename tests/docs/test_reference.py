"""The pages made from the code are current, settings are all explained, and the README's commands are what they say."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from growthtui.settings import Settings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_reference", DOCS / "make_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", ["commands", "keys"])
def test_a_page_made_from_the_code_is_current(reference: ModuleType, page: str) -> None:
    made = getattr(reference, f"{page}_page")()
    assert (DOCS / f"{page}.md").read_text("utf-8") == made, "run: python docs/make_reference.py"


def test_every_setting_is_explained() -> None:
    page = (DOCS / "settings.md").read_text("utf-8")
    derived = {"config", "state", "sources", "problems"}
    assert [name for name in Settings.__struct_fields__ if name not in derived and f"`{name}`" not in page] == []


@pytest.mark.parametrize("page", sorted([ROOT / "README.md", *DOCS.glob("*.md")]), ids=lambda path: path.name)
def test_no_link_leads_nowhere(page: Path) -> None:
    targets = LINK.findall(page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_two_commands_of_the_readme_are_one_line_each_and_keep_to_the_pins() -> None:
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    first, second = (block.strip() for block in blocks[:2])
    for command, ending in ((first, "growthtui demo"), (second, "pytest")):
        assert "\n" not in command
        assert "python3 -m venv .venv" in command
        assert "-c constraints.txt" in command
        assert command.endswith(ending)


def test_every_dependency_is_pinned() -> None:
    pins = dict(line.split("==") for line in (ROOT / "constraints.txt").read_text("utf-8").split())
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    named = set(re.findall(r'^    "([A-Za-z0-9_-]+)[><=~"]', project.split("[project.scripts]")[0], re.MULTILINE))
    assert named - {pin.replace("_", "-") for pin in pins} - set(pins) == set()
