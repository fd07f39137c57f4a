"""`import`, `export`, `check`, `search`, `demo`, `backup`, `doctor`, `trash`: what goes in and out and how it ends."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import Shell
from tests.sample_records import SAMPLES

PLANS = Path(__file__).parents[1] / "data" / "plans"

TYPED = """\
North Star:
Be someone other engineers learn from.

Current Goal:
Work at staff level by the autumn

Focus Points:
1. Time where the outcome is larger
   - Go through my priorities with Priya every 2 weeks
2. Visible outside my team
   - Ask at least one question in each design meeting
3. Distributed systems
   - Solve 4 design exercises by the end of March
"""


@pytest.fixture
def typed(tmp_path: Path) -> Path:
    """A plan as a person typed it."""
    file = tmp_path / "plan.txt"
    file.write_text(TYPED)
    return file


@pytest.fixture
def sampled(shell: Shell, tmp_path: Path) -> Shell:
    """A journal with the staff sample, as shipped."""
    shell.ok("import", str(SAMPLES / "sample-backend-staff.json"))
    return shell


# import


def test_a_typed_plan_comes_in_as_one_step(shell: Shell, typed: Path) -> None:
    result = shell.ok("import", str(typed))
    assert "Visible outside my team" in result.out
    assert "kind of this goal is open" in result.out
    plan = shell.ok("plan", "--json").json
    assert [point["title"] for point in plan["focus"]][1] == "Visible outside my team"
    assert plan["focus"][0]["actions"][0]["cadence"] == "2w"
    assert "kind" not in plan["goals"][0]
    assert len(shell.ok("history", "--json").json["steps"]) == 1
    assert "nothing" in shell.ok("import", str(typed)).out.casefold()
    shell.ok("undo")
    assert shell.ok("plan", "--json").json["focus"] == []


@pytest.mark.parametrize(("answer", "kind"), [(b"career\n", "career"), (b"personal\n", "personal"), (b"\n", None)])
def test_somebody_at_the_terminal_is_asked_for_the_kind(
    shell: Shell, typed: Path, answer: bytes, kind: str | None
) -> None:
    shell.ok("import", str(typed), stdin=answer, is_there=True)
    assert shell.ok("plan", "--json").json["goals"][0].get("kind") == kind


def test_a_dry_run_writes_nothing(shell: Shell, typed: Path, journal_file: Path) -> None:
    result = shell.ok("import", str(typed), "--dry-run", "--json").json
    assert result["schema"] == "growthtui/import/1"
    assert result["refused"] is None
    assert not journal_file.exists()


def test_another_plan_needs_new(planned: Shell, typed: Path, journal_file: Path) -> None:
    before = journal_file.read_bytes()
    refused = planned("import", str(typed))
    assert refused.code == 2
    assert "--new" in refused.err
    tried = planned("import", str(typed), "--dry-run")
    assert tried.code == 2
    assert "--new" in tried.err
    assert journal_file.read_bytes() == before
    planned.ok("import", str(typed), "--new")
    assert [item["status"] for item in planned.ok("plan", "list", "--json").json["plans"]] == ["active", "closed"]


def test_what_differs_needs_replace(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    file.write_text((PLANS / "good-01-staff-six-months.toml").read_text())
    shell.ok("import", str(file))
    file.write_text(file.read_text().replace("Be visible outside my own team", "Be seen"))
    refused = shell("import", str(file))
    assert refused.code == 2
    assert "--replace" in refused.err
    shell.ok("import", str(file), "--replace")
    assert "Be seen" in shell.ok("plan").out


# export


def test_everything_out_and_in_again_is_the_same(sampled: Shell, tmp_path: Path) -> None:
    target = tmp_path / "all.json"
    sampled.ok("export", "--format", "json", "--with-private", "-o", str(target))
    there = ("--journal", str(tmp_path / "other.json"))
    sampled.ok(*there, "import", str(target))
    again = sampled.ok(*there, "export", "--format", "json", "--with-private").json
    first = json.loads(target.read_text())
    assert first.pop("schema") == again.pop("schema") == "growthjournal/1"
    first.pop("exported_at")
    again.pop("exported_at")
    assert first == again


def test_markdown_of_the_plan_comes_back_word_for_word(shell: Shell, typed: Path, tmp_path: Path) -> None:
    shell.ok("import", str(typed))
    target = tmp_path / "plan.md"
    shell.ok("export", "--format", "md", "--plan-only", "-o", str(target))
    assert "nothing" in shell.ok("import", str(target)).out.casefold()


def test_csv_on_stdout_is_bytes_as_they_are(sampled: Shell) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "growthtui", "export", "--format", "csv", "-o", "-"],
        capture_output=True,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    rows = list(csv.reader(io.StringIO(done.stdout.decode("utf-8-sig"), newline="")))
    assert rows[0][:3] == ["week", "monday", "focus"]
    assert len(rows) == 38


def test_a_file_that_is_there_is_kept(sampled: Shell, tmp_path: Path) -> None:
    target = tmp_path / "review.md"
    target.write_text("mine")
    export = ("export", "--for", "manager", "-o", str(target))
    refused = sampled(*export)
    assert (refused.code, target.read_text()) == (2, "mine")
    assert sampled(*export, stdin=b"n\n", is_there=True).code == 2
    assert target.read_text() == "mine"
    sampled.ok(*export, stdin=b"y\n", is_there=True)
    assert "growth packet" in target.read_text()
    target.write_text("mine")
    sampled.ok(*export, "--force")
    assert target.read_text() != "mine"


def test_a_preview_writes_nothing_and_gives_reasons(sampled: Shell, tmp_path: Path) -> None:
    target = tmp_path / "never.md"
    result = sampled.ok("export", "--for", "panel", "--preview", "-o", str(target))
    assert "Leaves:" in result.out
    assert "not for the panel unless you choose it" in " ".join(result.out.split())
    assert not target.exists()
    found = sampled.ok("export", "--for", "panel", "--preview", "--json").json
    assert found["schema"] == "growthtui/preview/1"
    assert all(entry["why"] for entry in found["stays"])


@pytest.mark.parametrize("mode", ["plan", "pgp"])
def test_an_empty_plan_to_print_needs_no_journal(shell: Shell, mode: str, journal_file: Path) -> None:
    assert shell.ok("export", "--blank", mode).out.startswith("#")
    assert not journal_file.exists()


# check


@pytest.mark.parametrize("file", sorted(PLANS.glob("*.toml")), ids=lambda file: file.stem)
def test_check_of_a_file_imports_nothing(shell: Shell, file: Path, journal_file: Path) -> None:
    result = shell("check", str(file), "--json")
    found = result.json
    assert found["schema"] == "growthtui/findings/1"
    severities = [finding["severity"] for finding in found["findings"]]
    assert result.code == int("error" in severities)
    assert shell("check", str(file), "--fail-on", "info").code == int(bool(severities))
    assert shell("check", str(file), "--fail-on", "warn").code == int({"error", "warn"} & set(severities) != set())
    for finding in found["findings"]:
        assert set(finding) == {"rule", "severity", "where", "match", "message", "question"}
    assert severities == sorted(severities, key=["error", "warn", "info"].index)
    assert not journal_file.exists()


def test_check_of_a_typed_plan_names_its_parts_in_order(shell: Shell, typed: Path) -> None:
    found = {(item["rule"], item["where"]) for item in shell("check", str(typed), "--json").json["findings"]}
    assert ("GP104", "g1") in found


def test_check_prints_every_open_finding_as_text(shell: Shell) -> None:
    file = str(next(PLANS.glob("bad-03*")))
    rules = [finding["rule"] for finding in shell("check", file, "--json").json["findings"]]
    assert len(rules) > 3
    shown = [line.split()[1] for line in shell("check", file).lines if line.split()[:1] and " GP" in line]
    assert sorted(rule for rule in shown if rule.startswith("GP")) == sorted(rules)


def test_rules_that_are_off_are_shown_with_all(shell: Shell, tmp_path: Path) -> None:
    file, config = str(next(PLANS.glob("bad-03*"))), tmp_path / "config.toml"
    first = shell("check", file, "--json").json["findings"][0]["rule"]
    config.write_text(f'rules_off = ["{first}"]\n')
    off = ("--config", str(config), "check", file, "--json")
    assert first not in {finding["rule"] for finding in shell(*off).json["findings"]}
    states = {finding["rule"]: finding["state"] for finding in shell(*off, "--all").json["findings"]}
    assert states[first] == "off"
    assert set(states.values()) == {"off", "open"}


# search


def test_search(sampled: Shell) -> None:
    found = sampled.ok("search", "RFC-118", "--json").json["results"]
    assert found
    assert {"id", "week", "focus", "kind", "text"} <= set(found[0])
    assert sampled.ok("search", "rfc-118", "--kind", "milestone", "--until", "2026-12-31").out
    nothing = sampled("search", "zzzz")
    assert (nothing.code, nothing.out) == (1, "")
    assert sampled("search", "zzzz", "--json").json["results"] == []
    assert sampled.ok("search", "--kind", "setback", "--json").json["results"]


# demo


def test_a_demo_can_be_written_and_is_the_same_each_time(shell: Shell, tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        shell.ok("demo", "expert", "--weeks", "40", "--seed", "3", "--write", str(tmp_path / name))
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert shell("demo", "--write", str(tmp_path / "one.json")).code == 2
    figures = shell.ok("--journal", str(tmp_path / "one.json"), "stats", "--json").json
    assert figures["weeks"] >= 40


# copies and health


def test_a_copy_comes_back_and_can_be_undone(planned: Shell) -> None:
    (copy_id,) = planned.ok("backup", "now").lines
    planned.ok("focus", "drop", "2")
    copies = planned.ok("backup", "list", "--json").json["backups"]
    assert [copy["made"] for copy in copies] == sorted((copy["made"] for copy in copies), reverse=True)
    assert next(copy["records"] for copy in copies if copy["id"] == copy_id) == 6
    planned.ok("backup", "restore", copy_id)
    assert "Distributed systems design" in planned.ok("plan").out
    planned.ok("undo")
    assert "Distributed systems design" not in planned.ok("plan").out


def test_the_doctor_names_a_record_with_a_wrong_field(planned: Shell, journal_file: Path) -> None:
    planned.ok("log", "x")
    journal_file.write_text(journal_file.read_text().replace('"kind":"career"', '"kind":7'))
    report = planned.ok("doctor", "--json").json
    assert not report["well"]
    (problem,) = [item for item in report["problems"] if item["table"] == "goals"]
    assert problem["field"] == "kind"
    assert "kind" in planned.ok("doctor").out
    assert planned.ok("week").out, "the rest works"


def test_the_doctor_tells_of_changes_from_outside_conflict_copies_and_settings(
    planned: Shell, journal_file: Path
) -> None:
    planned.ok("log", "kept")
    copy = journal_file.with_name(f"{journal_file.stem}.sync-conflict-20261124-101500-ABCDEF7.json")
    copy.write_bytes(journal_file.read_bytes())
    journal_file.write_bytes(journal_file.read_bytes().replace(b"kept", b"kept, and more"))
    report = planned.ok("doctor", "--json").json
    assert (report["foreign"]["added"], report["foreign"]["changed"]) == (0, 1)
    assert [(one["path"], one["program"]) for one in report["conflict_copies"]] == [(str(copy), "Syncthing")]
    assert {"name": "journal", "value": str(journal_file), "source": "GROWTHTUI_JOURNAL"} in report["settings"]
    said = planned.ok("doctor").out
    assert "Changed from outside" in said
    assert "Conflict copy (Syncthing)" in said
    assert "Settings in force" in said


def test_a_restore_can_be_looked_at_first(planned: Shell, journal_file: Path) -> None:
    before = planned.ok("backup", "now").out.strip()
    planned.ok("log", "written since")
    saved = journal_file.read_bytes()
    said = planned.ok("backup", "restore", before, "--preview").out
    assert "goes" in said
    assert "written since" in said
    assert journal_file.read_bytes() == saved


def test_the_doctor_repairs_when_asked(planned: Shell, journal_file: Path) -> None:
    assert planned("doctor", "--repair").code == 1
    whole = planned.ok("plan").out
    journal_file.write_bytes(journal_file.read_bytes()[:-40])
    assert planned("plan").code == 3
    report = planned.ok("doctor", "--json").json
    assert report["damage"]
    assert report["advice"]
    planned.ok("doctor", "--repair")
    assert planned.ok("plan").out == whole


# trash


def test_the_trash_gives_back(planned: Shell) -> None:
    planned.ok("principle", "add", "No evenings")
    planned.ok("principle", "remove", "1")
    (item,) = planned.ok("trash", "--json").json["trash"]
    assert (item["text"], item["table"]) == ("No evenings", "principles")
    planned.ok("trash", "restore", item["id"])
    assert "No evenings" in planned.ok("principle").out
    planned.ok("principle", "remove", "1")
    kept = planned.ok("trash", "empty", stdin=b"n\n", is_there=True)
    assert "Nothing was removed" in kept.err
    planned.ok("trash", "empty", stdin=b"y\n", is_there=True)
    assert planned.ok("trash", "--json").json["trash"] == []
