"""Nothing leaves for a reader who may not have it: in no format, by no door, and without a trace (domain 5.2)."""

import json
from functools import cache

import msgspec
import pytest

from growthtui.domain.base import Audience
from growthtui.domain.visibility import VisibilityPolicy
from growthtui.packets.build import Frame, material_of
from growthtui.packets.filter import audience_view
from growthtui.packets.formats import DOCUMENT_RENDERERS
from growthtui.packets.policy import default_visibilities
from growthtui.packets.renderers import csv
from growthtui.packets.rows import log_rows
from tests.packets.made import OPTIONAL, OTHERS, PERIODS, POLICY, packet
from tests.packets.planted import Readers, planted
from tests.sample_records import NAMES, Doc, snapshot_of

CASES = [(name, audience) for name in NAMES for audience in OTHERS]


@cache
def exports(name: str, audience: Audience, *, only_self: bool = False) -> dict[str, str]:
    document, _ = planted(name)
    return exports_of(document, name, audience, VisibilityPolicy(default_visibilities(), only_self=only_self))


def exports_of(document: Doc, name: str, audience: Audience, policy: VisibilityPolicy = POLICY) -> dict[str, str]:
    """Format to the text of the export, with every optional section open."""
    snapshot, (since, until) = snapshot_of(document), PERIODS[name]
    frame = Frame(audience=audience, since=since, until=until, today=until, opted_in=OPTIONAL)
    tree = packet(snapshot, audience, (since, until), OPTIONAL, policy)
    found = {str(to): render(tree, frame).decode() for to, render in DOCUMENT_RENDERERS.items()}
    view = audience_view(snapshot, policy, audience)
    rows = log_rows(view, material_of(view, frame).lines, policy)
    return found | {"csv": csv.render(rows, is_own=audience is Audience.SELF).decode("utf-8-sig")}


def tokens_of(name: str) -> dict[str, Readers]:
    return planted(name)[1]


@pytest.mark.parametrize(("name", "audience"), CASES)
def test_no_export_holds_what_its_reader_may_not_see(name: str, audience: Audience) -> None:
    forbidden = {token for token, readers in tokens_of(name).items() if audience not in readers}
    assert len(forbidden) > 10
    for to, text in exports(name, audience).items():
        assert not {token for token in forbidden if token in text}, to


@pytest.mark.parametrize(("name", "audience"), CASES)
def test_the_view_itself_holds_nothing_else(name: str, audience: Audience) -> None:
    document, tokens = planted(name)
    view = audience_view(snapshot_of(document), POLICY, audience)
    tables = ("info", "people", "plans", "principles", "goals", "focus", "actions", "checkins", "weeks", "lines",
              "evidence", "feedback", "surveys", "sessions", "assessments", "events", "reviews")  # fmt: skip
    text = b"".join(msgspec.json.encode(getattr(view, table)) for table in tables).decode()
    assert not {token for token, readers in tokens.items() if token in text and audience not in readers}


@pytest.mark.parametrize("name", NAMES)
def test_private_note_leaves_no_document_even_for_self(name: str) -> None:
    notes = {token for token, readers in tokens_of(name).items() if not readers}
    assert notes
    for text in exports(name, Audience.SELF).values():
        assert not {token for token in notes if token in text}


@pytest.mark.parametrize(("name", "audience"), [*CASES, *((name, Audience.SELF) for name in NAMES)])
def test_every_line_that_may_leave_is_there(name: str, audience: Audience) -> None:
    """A wall that lets nothing through would pass every test above."""
    document, _ = planted(name)
    lines = [line for week in document["weeks"] for line in week.get("lines", ()) if audience in line["visibility"]]
    texts = exports(name, audience)
    assert len(lines) > 2
    for line in lines:
        token = line["text"].rsplit(" ", 1)[1]
        assert token in texts["csv"]
        assert audience is Audience.PANEL or token in texts["md"]


@pytest.mark.parametrize(("name", "audience"), CASES)
def test_setting_keeps_everything_with_the_owner(name: str, audience: Audience) -> None:
    owner = {token for token in tokens_of(name) if token in str(planted(name)[0]["person"])}
    manager_and_roles = {token for token in tokens_of(name) if token in str(planted(name)[0]["people"])}
    for text in exports(name, audience, only_self=True).values():
        assert not {token for token in tokens_of(name).keys() - owner - manager_and_roles if token in text}


def test_what_belongs_to_a_private_focus_point_is_private() -> None:
    document, tokens = planted("backend-staff")
    focus = document["plans"][0]["focus"][1]
    focus["visibility"] = ["self"]
    hidden = _tokens_in([focus, [line for line in _lines(document) if line["focus"] == "f2"]], tokens)
    for audience in OTHERS:
        for text in exports_of(document, "backend-staff", audience).values():
            assert not {token for token in hidden if token in text}


def test_what_belongs_to_a_private_goal_is_private() -> None:
    document, tokens = planted("backend-staff")
    goal = document["plans"][0]["goals"][0]
    goal["visibility"] = ["self"]
    hidden = _tokens_in([goal, document["plans"][0]["focus"]], tokens)
    for audience in OTHERS:
        for text in exports_of(document, "backend-staff", audience).values():
            assert not {token for token in hidden if token in text}


def test_evidence_of_a_private_line_is_private_and_its_label_goes_with_it() -> None:
    document, tokens = planted("backend-staff")
    line = next(line for line in _lines(document) if line.get("evidence") == ["e1"])
    line["visibility"] = ["self"]
    hidden = _tokens_in([document["evidence"][0], line], tokens)
    for text in exports_of(document, "backend-staff", Audience.MANAGER).values():
        assert not {token for token in hidden if token in text}


def test_given_up_wordings_stay() -> None:
    document, _ = planted("backend-staff")
    plan = document["plans"][0]
    plan["versions"] = [{"text": "old star", "since": "2026-03-02", "until": "2026-04-01"}]
    plan["goals"][0]["versions"] = [{"text": "old goal", "since": "2026-03-02", "until": "2026-05-01"}]
    plan["focus"][0]["versions"] = [{"text": "old point", "since": "2026-03-02", "until": "2026-06-01"}]
    for audience in OTHERS:
        for text in exports_of(document, "backend-staff", audience).values():
            assert "old star" not in text
            assert "old goal" not in text
            assert "old point" not in text
    assert "old point" in exports_of(document, "backend-staff", Audience.SELF)["md"]
    assert "North star reworded" in exports_of(document, "backend-staff", Audience.MANAGER)["md"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("audience", OTHERS)
def test_no_trace_of_what_was_withheld(name: str, audience: Audience) -> None:
    """The export is the same as that of a journal which never had the hidden entries."""
    document, _ = planted(name)
    without, _ = planted(name)
    for week in without["weeks"]:
        week["lines"] = [line for line in week.get("lines", ()) if audience in line["visibility"]]
        week.pop("private", None)
    without["plans"][0]["principles"] = [
        item for item in without["plans"][0]["principles"] if audience in item["visibility"]
    ]
    without["feedback"] = [item for item in without["feedback"] if item["shareable"]]
    without["surveys"][0]["responses"] = [item for item in without["surveys"][0]["responses"] if item["shareable"]]
    assert exports_of(document, name, audience) == exports_of(without, name, audience)


@pytest.mark.parametrize(("name", "audience"), CASES)
def test_no_id_leaves_in_a_packet(name: str, audience: Audience) -> None:
    ids = {f'"{line["id"]}"' for line in _lines(planted(name)[0])} | {'"f1"', '"g1"', '"a1"', '"e1"'}
    text = json.dumps(json.loads(exports(name, audience)["json"]))
    assert not {found for found in ids if found in text}
    assert "visibility" not in exports(name, audience)["csv"].splitlines()[0]


def _lines(document: Doc) -> list[Doc]:
    return [line for week in document["weeks"] for line in week.get("lines", ())]


def _tokens_in(part: object, tokens: dict[str, Readers]) -> set[str]:
    found = {token for token in tokens if token in str(part)}
    assert found
    return found
