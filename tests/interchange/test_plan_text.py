"""A plan typed as text: every layout people use, no word lost, and back again."""

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from growthtui.errors import ImportRefusedError
from growthtui.interchange.plan_lines import FocusText
from growthtui.interchange.plan_text import (
    PlanText,
    looks_like_plan_text,
    parse_plan_text,
    to_growthplan,
    write_plan_text,
)

PLAN = PlanText(
    north_star="Be someone others learn from.\n\nWithout taking time from home.",
    goal="Work at staff level",
    focus=(
        FocusText("Outcome", "", ("Go through priorities every two weeks", "Hand over fees by the end of May")),
        FocusText("Visible", "Two people of the panel do not know me.", ("Ask at least one question a month",)),
        FocusText("Design"),
    ),
)

PLAIN = """\
North Star:
Be someone others learn from.

Without taking time from home.

Current Goal:
Work at staff level

Focus Points:
1. Outcome
   - Go through priorities every two weeks
   - Hand over fees by the end of May
2. Visible
   Two people of the panel do not know me.
   - Ask at least one question a month
3. Design
"""

MARKDOWN = """\
## North Star

Be someone others learn from.

Without taking time from home.

## Current Goal

Work at staff level

## Focus Points

1. Outcome
   - Go through priorities every two weeks
   - Hand over fees by the end of May
2. Visible

   Two people of the panel do not know me.

   - Ask at least one question a month
3. Design
"""


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" if line else "\n" for line in text.splitlines())


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        MARKDOWN,
        _indented(PLAIN),
        "\ufeff" + PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        PLAIN.replace("   ", "\t"),
        PLAIN.replace("   - ", "- "),
        PLAIN.replace("   - ", "\u00a0\u00a0\u00a0•\u00a0"),
        PLAIN.replace("- ", "– "),
        PLAIN.replace("- ", "* "),
        PLAIN.replace("- ", "+\t"),
        PLAIN.replace("1. ", "1) ").replace("2. ", "2)\t"),
        PLAIN.replace("North Star:", "NORTH STAR")
        .replace("Current Goal:", "current goal :")
        .replace("Points:", "points"),
        PLAIN.replace("Focus Points:", "Focus point："),
        PLAIN.replace("   - Hand", "\n\n   - Hand"),
        PLAIN.replace("Current Goal:\n", "Current Goal: "),
        PLAIN.replace("Current Goal:\n", "**Current Goal:** "),
        PLAIN.replace("Current Goal:\nWork at staff level", "**Current Goal: Work at staff level**"),
        PLAIN.replace("Current Goal:\n", "Current Goal:\n- "),
        re.sub(r"(?m)^(\w+ \w+):$", r"**\1**", PLAIN),
        re.sub(r"(?m)^(\w+ \w+):$", r"__\1__:", PLAIN),
        re.sub(r"(?m)^(\w+ \w+):$", r"### \1 ###", PLAIN),
        re.sub(r"(?m)^(\w+ \w+):$", r"## 🌟 **\1:**", PLAIN),
        re.sub(r"(?m)^(\w+ \w+):$", r"## 1. \1", PLAIN),
        re.sub(r"(?m)^(\w+ \w+):$", r"\1\n==========", PLAIN),
        MARKDOWN.replace("\n## ", "\n---\n\n## "),
        MARKDOWN.replace("1. Outcome", "### 1. Outcome").replace("2. V", "### V").replace("3. D", "### D"),
        PLAIN.replace("every two weeks", "every two\n     weeks"),
        PLAIN.replace("every two weeks", "every two\n\n     weeks"),
        PLAIN.replace("staff level", "staff\nlevel"),
    ],
)
def test_one_plan_in_the_layouts_of_many_people(text: str) -> None:
    assert looks_like_plan_text(text)
    assert parse_plan_text(text) == PLAN


def test_the_layout_that_is_written() -> None:
    assert write_plan_text(PLAN) == MARKDOWN


def _focus(section: str) -> tuple[tuple[FocusText, ...], list[int]]:
    plan = parse_plan_text(f"Focus Points:\n{section}")
    return plan.focus, [problem.line for problem in plan.problems]


@pytest.mark.parametrize(
    ("section", "points", "reported"),
    [
        ("- Outcome\n- Design", (FocusText("Outcome"), FocusText("Design")), []),
        (
            "- Outcome\n  why it matters\n  - ask\n  - tell\n* Design\n\t* read",
            (FocusText("Outcome", "why it matters", ("ask", "tell")), FocusText("Design", "", ("read",))),
            [],
        ),
        ("- Outcome\n   1. ask\n   2. tell", (FocusText("Outcome", "", ("ask", "tell")),), []),
        ("1. Outcome\n   1. ask\n      2) tell", (FocusText("Outcome", "", ("ask", "tell")),), []),
        (" 9. Outcome\n10. Design", (FocusText("Outcome"), FocusText("Design")), []),
        ("- ask\n- tell\n1. Design", (FocusText("ask", "", ("tell",)), FocusText("Design")), [2]),
        ("For half a year:\n1. Design", (FocusText("Design", "For half a year:"),), [2]),
        (
            "Outcome\n- ask\n\nDesign\n- read\n  on",
            (FocusText("Outcome", "", ("ask",)), FocusText("Design", "", ("read on",))),
            [2],
        ),
        ("Outcome\nDesign", (FocusText("Outcome"), FocusText("Design")), [2]),
        (
            "1. Outcome\n   first\n   second\n\n   third\n   - ask\n   last\n      of all",
            (FocusText("Outcome", "first\nsecond\n\nthird\nlast\nof all", ("ask",)),),
            [],
        ),
        ("1.\n   - ask", (FocusText("", "", ("ask",)),), []),
        ("", (), []),
    ],
)
def test_focus_points(section: str, points: tuple[FocusText, ...], reported: list[int]) -> None:
    assert _focus(section) == (points, reported)


def test_text_behind_the_heading_opens_the_part() -> None:
    plan = parse_plan_text("North Star: be kind\nand clear\n\nFocus Points: 1. Design\n- read")
    assert plan.north_star == "be kind\nand clear"
    assert plan.focus == (FocusText("Design", "", ("read",)),)


def test_missing_parts_are_empty() -> None:
    assert parse_plan_text("Current Goal: staff") == PlanText(goal="staff")
    assert parse_plan_text("Focus Points:\n1. Design") == PlanText(focus=(FocusText("Design"),))
    assert parse_plan_text("North Star\n") == PlanText()


def test_words_without_a_place_are_kept_in_the_north_star_and_reported() -> None:
    plan = parse_plan_text(
        "# My plan\n\nWritten in May\n\n## North Star\nBe kind\n\n## Principles\n- no \\*nights\\*\n\n"
        "## Current Goal\nstaff\n\n## Focus Points\n### Design\n- read\n## Later\nperhaps"
    )
    assert plan.north_star == "Written in May\n\nBe kind\n\nPrinciples\n- no *nights*\n\nLater\nperhaps"
    assert (plan.goal, plan.focus) == ("staff", (FocusText("Design", "", ("read",)),))
    assert [(problem.line, problem.text.split(":")[0]) for problem in plan.problems] == [
        (1, "“My plan” was taken for the title of the document and left out"),
        (3, "the words above the first heading are in the north star"),
        (8, "“Principles” is no part of a plan"),
        (17, "“Later” is no part of a plan"),
    ]


def test_a_part_that_comes_twice_is_joined_and_reported() -> None:
    plan = parse_plan_text("Current Goal: staff\nFocus Points:\n1. A\nCurrent Goal: and home\nFocus Points:\n1. B")
    assert (plan.goal, plan.focus) == ("staff and home", (FocusText("A"), FocusText("B")))
    assert [problem.line for problem in plan.problems] == [4, 5]


def test_a_list_of_goals_is_joined_and_reported() -> None:
    plan = parse_plan_text("Current Goal:\n- staff\n- home")
    assert (plan.goal, [problem.line for problem in plan.problems]) == ("staff home", [3])


@pytest.mark.parametrize(
    ("text", "line"), [("", 1), ("\n\nDear diary", 3), ("# North\n- Star", 1), ("our current goal: none", 1), ("{}", 1)]
)
def test_a_file_without_a_heading_is_refused(text: str, line: int) -> None:
    assert not looks_like_plan_text(text)
    with pytest.raises(ImportRefusedError, match=rf"^notes\.txt, line {line}: none of the headings North Star, "):
        parse_plan_text(text, "notes.txt")


def test_escapes_are_undone_and_other_backslashes_stay() -> None:
    plan = parse_plan_text(
        "North Star:\n\\- 1\\. C:\\Users \\\\x\\*\n\\Current Goal:\n\n"
        "Current Goal: \\[/b] \\\n\nFocus Points:\n1. a\\_b\n  \\- c"
    )
    assert plan == PlanText("- 1. C:\\Users \\x*\nCurrent Goal:", "[/b] \\", (FocusText("a_b", "- c"),))


WORDS = (
    "North Star", "north star: x", "## North Star", "Current Goal", "**Current Goal**", "__Focus Points__: x",
    "focus point", "Current Goal:", "*Current Goal: x*", "## 1. Current Goal: x ##", "#", "# x", "# 1. x", "#x", "-",
    "- x", "- -", "* * *", "---", "***", "===", "• x", "– x", "1.", "1. x", "12) x", "1000. x", "\\", "\\\\", "\\x",
    "\\-", "[/b]", "`x`", "<b>", "a\u00a0b", "a  b", "a\tb", "a\u2028b", "a\x0bb", "a\x1cb", "\x00", "\ufeff",
    "\u202edcba", "漢字", "\U0001f469\u200d\U0001f52c", "ı", "ſ", "x" * 500,
)  # fmt: skip
PIECES = st.sampled_from(WORDS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
LINES = (
    st.builds(str.join, st.sampled_from(["", " "]), st.lists(PIECES, min_size=1, max_size=4))
    .map(lambda text: re.sub("[\r\n]", "", text).strip())
    .filter(bool)
)
PARAGRAPHS = st.lists(st.lists(LINES, min_size=1, max_size=3).map("\n".join), max_size=3).map("\n\n".join)
POINTS = st.builds(FocusText, LINES, PARAGRAPHS, st.lists(LINES, max_size=3).map(tuple))
PLANS = st.builds(PlanText, PARAGRAPHS, LINES | st.just(""), st.lists(POINTS, max_size=4).map(tuple))


@given(PLANS)
@example(PlanText())
@example(PlanText("---", "1. x", (FocusText("- x", "# x\n\n1) x\n\\Current Goal", ("Current Goal:", "\\- x")),)))
@example(PlanText("x" + " " * 20_000 + "#", "## x" + " " * 20_000 + "x", (FocusText("x" + " #" * 9_000),)))
@example(PlanText("x" * 20_000, "漢" * 20_000, (FocusText("👩‍🔬" * 9_000, "\\" * 20_000, ("- " * 9_999 + "-",)),)))
def test_what_is_written_is_read_back_word_for_word(plan: PlanText) -> None:
    written = write_plan_text(plan)
    assert looks_like_plan_text(written)
    assert parse_plan_text(written) == plan


@given(PLANS)
def test_it_is_also_read_back_with_other_line_ends_and_indented(plan: PlanText) -> None:
    lines = write_plan_text(plan).split("\n")
    assert parse_plan_text("\ufeff" + "\r\n".join(lines)) == plan
    assert parse_plan_text("\n".join(f"\t{line}" for line in lines)) == plan


LAYOUTS = st.lists(
    st.tuples(
        st.sampled_from(["", "  ", "   ", "\t"]),
        st.sampled_from(
            ["", "", "- ", "1. ", "2) ", "• ", "### ", "# ", "North Star: ", "Current Goal: ", "Focus Points: "]
        ),
        st.sampled_from(["\n", "\n\n", "\n---\n", "\r\n"]),
    ),
    max_size=12,
)


@given(LAYOUTS)
def test_no_word_is_lost_whatever_the_layout(layout: list[tuple[str, str, str]]) -> None:
    lines = (f"{indent}{mark}word{number}{end}" for number, (indent, mark, end) in enumerate(layout))
    plan = parse_plan_text("Focus Points:\n" + "".join(lines))
    points = (text for point in plan.focus for text in (point.title, point.note, *point.actions))
    kept = re.findall(r"word\d+", " ".join((plan.north_star, plan.goal, *points)))
    assert sorted(kept) == sorted(f"word{number}" for number in range(len(layout)))
    assert parse_plan_text(write_plan_text(plan)) == PlanText(plan.north_star, plan.goal, plan.focus)


@given(PLANS)
def test_line_breaks_in_one_line_fields_become_spaces(plan: PlanText) -> None:
    broken = PlanText(plan.north_star, plan.goal.replace(" ", "\n"), plan.focus)
    assert parse_plan_text(write_plan_text(broken)).goal.split() == plan.goal.split()


def test_more_than_99_points_keep_their_order() -> None:
    plan = PlanText(focus=tuple(FocusText(f"point {number}", "note", ("do",)) for number in range(120)))
    assert parse_plan_text(write_plan_text(plan)) == plan


def test_the_shape_of_growthplan() -> None:
    assert to_growthplan(PLAN, date(2026, 3, 9)) == {
        "schema": "growthplan/1",
        "start": "2026-03-09",
        "horizon_months": 6,
        "north_star": PLAN.north_star,
        "goals": [{"id": "g1", "text": "Work at staff level", "current": True}],
        "focus": [
            {
                "id": "f1",
                "goal": "g1",
                "title": "Outcome",
                "actions": [
                    {"id": "a1", "text": "Go through priorities every two weeks", "cadence": "2w"},
                    {"id": "a2", "text": "Hand over fees by the end of May", "due": "2026-05-31"},
                ],
            },
            {
                "id": "f2",
                "goal": "g1",
                "title": "Visible",
                "note": "Two people of the panel do not know me.",
                "actions": [{"id": "a3", "text": "Ask at least one question a month", "cadence": "1m", "count": 1}],
            },
            {"id": "f3", "goal": "g1", "title": "Design", "actions": []},
        ],
    }


def test_without_a_goal_no_focus_point_names_one() -> None:
    shape = to_growthplan(parse_plan_text("Focus Points:\n1. Design"), date(2026, 3, 9))
    assert (shape["goals"], shape["focus"]) == ([], [{"id": "f1", "title": "Design", "actions": []}])


def test_a_number_that_was_left_open_says_nothing() -> None:
    plan = parse_plan_text("Focus Points:\n1. Read\n   1. one page\n   2.\n   3.\n2.\n3.\n   - a talk\n4)\n")
    assert plan.focus == (FocusText("Read", actions=("one page",)), FocusText("", actions=("a talk",)))
    assert parse_plan_text(write_plan_text(plan)).focus == plan.focus
