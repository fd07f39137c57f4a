"""The packets of both samples for every reader, word for word. UPDATE_GOLDEN=1 writes them anew: read the diff."""

import os
from pathlib import Path

import pytest

from growthtui.domain.base import Audience
from growthtui.domain.plan import PlanMode
from growthtui.packets.blank import blank_plan
from growthtui.packets.renderers import md
from tests.packets.made import PERIODS, packet
from tests.sample_records import NAMES, sample

GOLDEN = Path(__file__).parent.parent / "golden" / "packets"


def same_as_golden(name: str, text: str) -> bool:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(text.encode())
    return path.read_bytes().decode() == text


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("name", NAMES)
def test_packet(name: str, audience: Audience) -> None:
    text = md.render(packet(sample(name), audience, PERIODS[name]))
    assert same_as_golden(f"{name}-{audience}.md", text)
    assert text == md.render(packet(sample(name), audience, PERIODS[name]))


@pytest.mark.parametrize("mode", PlanMode)
def test_blank_plan(mode: PlanMode) -> None:
    assert same_as_golden(f"blank-{mode}.md", md.render(blank_plan(mode)))
