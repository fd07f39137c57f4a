"""The figures of Insights and what waits, as lines of plain text and as JSON.

Each function takes values and a width, and returns lines without a line break.
"""

from growthtui.domain.snapshot import Snapshot
from growthtui.insights.due import Due
from growthtui.insights.focus import NextAction
from growthtui.insights.stats import Stats
from growthtui.present.as_json import Json
from growthtui.present.days import day_and_year
from growthtui.present.listing import cadence_label
from growthtui.present.text import one_line, table


def stats_lines(snapshot: Snapshot, stats: Stats, width: int, *, with_streak: bool) -> list[str]:
    """The figures; streaks only where the person wants to see them."""
    rhythm = stats.rhythm_last_12
    titles = {focus.id: focus.title for focus in snapshot.focus}
    rows = [
        ("Rhythm", f"{rhythm.covered} of the last {rhythm.active} active weeks"),
        ("Weeks", _counts(stats.states)),
        ("Streak", f"{stats.current_streak} weeks now, {stats.longest_streak} the longest" if with_streak else ""),
        ("Lines", str(stats.lines)),
        ("By kind", _counts(stats.lines_by_kind)),
        ("Visible to", _counts(stats.lines_visible_to)),
        ("Months without proof", ", ".join(stats.months_without_evidence)),
        ("Steps carried 3 times or more", ", ".join(stats.steps_carried_3_or_more)),
        ("Steps that wait", ", ".join(stats.open_steps_at_end)),
    ]
    out = table([(name, one_line(text)) for name, text in rows if text], width)
    points = []
    for ref, count in stats.lines_per_focus.items():
        last = stats.last_line_monday.get(ref)
        when = f"last in the week of {day_and_year(last)}" if last else "no line yet"
        points.append((str(count), when, one_line(titles.get(ref, ref))))
    return [*out, "", "Lines by focus point", *table(points, width, 2)] if points else out


def due_lines(due: Due, width: int) -> list[str]:
    """What waits, one thing a line; no lines when nothing does."""
    rows = [
        *(("check-in", day_and_year(talk.on), talk.name) for talk in due.checkins),
        *(("action", day_and_year(item.on) if item.on else "", _action(item)) for item in due.actions),
        *(("ask", day_and_year(ask.on), f"{ask.dependency.who}: {ask.dependency.ask}") for ask in due.asks),
        *(("week", day_and_year(week.until), f"{week.week} ({week.week.label}) is not logged") for week in due.weeks),
    ]
    return table([(kind, when, one_line(text)) for kind, when, text in rows], width)


def due_json(due: Due) -> Json:
    """What waits, in four lists."""
    return {
        "checkins": [
            {"id": talk.checkin.id, "with": talk.checkin.with_, "name": talk.name, "on": talk.on.isoformat()}
            for talk in due.checkins
        ],
        "actions": [
            {
                "id": item.action.id,
                "focus": item.action.focus,
                "text": item.action.text,
                "on": item.on.isoformat() if item.on else None,
                "cadence": item.action.cadence,
                "done": item.done,
                "wanted": item.wanted,
            }
            for item in due.actions
        ],
        "asks": [
            {"goal": ask.goal.id, "who": ask.dependency.who, "ask": ask.dependency.ask, "on": ask.on.isoformat()}
            for ask in due.asks
        ],
        "weeks": [{"week": str(week.week), "state": week.state, "until": week.until.isoformat()} for week in due.weeks],
    }


def _action(item: NextAction) -> str:
    rhythm = (
        f" ({cadence_label(item.action.cadence)}, {item.done} of {item.wanted} done)" if item.action.cadence else ""
    )
    return f"{item.action.text}{rhythm}"


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items())
