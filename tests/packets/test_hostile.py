"""Text that wants to be something else, in every field at once: nothing crashes, acts or gets lost."""

import csv
import io
import json

import pytest
from markdown_it import MarkdownIt

from growthtui.domain.base import Audience
from growthtui.packets.plain_text import tame
from tests.packets.planted import planted
from tests.packets.test_privacy import exports_of
from tests.sample_records import Doc

HOSTILE = (
    "[/b]<script>alert(1)</script>", "=HYPERLINK(\"http://x.example\")", "| a |\n| - |\n| b |", "\x1b]0;title\x07\x00",
    "\u202ereversed\u2069\u2069", "مرحبا 🙃 先试一下", "# head\n\n---\n\n1. one\n- two", "```\ncode", "", "\n\n",
    "w" * 20_000,
)  # fmt: skip


def spoiled(text: str) -> Doc:
    """The sample with a text in place of every text field; visibility, ids and dates stay."""
    document, tokens = planted("backend-staff")

    def spoil(value: object) -> object:
        if isinstance(value, dict):
            return {key: spoil(item) for key, item in value.items()}
        if isinstance(value, list):
            return [spoil(item) for item in value]
        return text if isinstance(value, str) and value[-7:] in tokens else value

    result = spoil(document)
    assert isinstance(result, dict)
    return result


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("text", HOSTILE)
def test_every_format_stands(text: str, audience: Audience) -> None:
    found = exports_of(spoiled(text), "backend-staff", audience)
    types = {token.type for token in MarkdownIt("commonmark").enable("table").parse(found["md"])}
    assert not types & {"html_block", "fence", "code_block"}
    assert "<script>" not in found["md"].replace("\\<", "")
    rows = list(csv.reader(io.StringIO(found["csv"], newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert json.loads(found["json"])["audience"] == audience
    for shown in (found["md"], found["csv"]):
        assert not {char for char in shown if char < " " and char not in "\r\n"}


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()])
def test_nothing_is_lost(text: str) -> None:
    rows = list(csv.reader(io.StringIO(exports_of(spoiled(text), "backend-staff", Audience.SELF)["csv"], newline="")))
    assert {row[5].removeprefix("'") for row in rows[1:]} == {tame(text)}
