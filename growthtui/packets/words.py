"""How dates, weeks, numbers and people read in a document."""

import re
from collections.abc import Iterable
from datetime import date

from growthtui.dates import MONTHS, Week
from growthtui.domain.plan import Action
from growthtui.domain.week import Evidence
from growthtui.insights.focus import cadence_of
from growthtui.packets.tree import Rich, Span

_SENTENCE_END = re.compile(r"[.!?…][\"”’')]*(?=\s)|[。！？]")

_LONG_SENTENCE = 240


def day(when: date, *, year: bool = True) -> str:
    """A date in full: "2 March 2026"."""
    text = f"{when.day} {MONTHS[when.month - 1].title()}"
    return f"{text} {when.year}" if year else text


def period(since: date, until: date) -> str:
    """First and last day: "2 March to 30 August 2026"."""
    if since == until:
        return day(until)
    return f"{day(since, year=since.year != until.year)} to {day(until)}"


def month(when: date) -> str:
    """The month of a day: "March 2026"."""
    return f"{MONTHS[when.month - 1].title()} {when.year}"


def days_of(week: Week, *, year: bool = False) -> str:
    """The days of a week: "15–21 June", "29 June – 5 July"."""
    first, last = week.monday, week.sunday
    if first.month == last.month:
        return f"{first.day}–{day(last, year=year)}"
    return f"{day(first, year=False)} – {day(last, year=year)}"


def months(count: int) -> str:
    """A number of months: "1 month", "6 months"."""
    return f"{count} month" if count == 1 else f"{count} months"


def lateness(due: date | None, done: date | None) -> str:
    """How late something was done: "5 days late"; empty when it was in time."""
    late = (done - due).days if due and done else 0
    if late <= 0:
        return ""
    return "1 day late" if late == 1 else f"{late} days late"


def rhythm_of(action: Action, today: date) -> str:
    """How often and until when an action is to be done: "every 2 weeks", "by 29 May 2026"."""
    cadence = cadence_of(action)
    parts = [cadence.label] if cadence else []
    if action.due:
        parts.append(f"{'by' if action.due >= today else 'was due'} {day(action.due)}")
    return ", ".join(parts)


def people(names: Iterable[str]) -> str:
    """Several people: "Priya, Bo, Jonas"."""
    return ", ".join(names)


def first_sentence(text: str) -> str:
    """The first sentence of the first paragraph, cut at a word where it runs on and on."""
    paragraph = text.strip().split("\n", 1)[0]
    end = _SENTENCE_END.search(paragraph)
    sentence = paragraph[: end.end()] if end else paragraph
    if len(sentence) <= _LONG_SENTENCE:
        return sentence
    start = sentence[:_LONG_SENTENCE]
    return f"{start.rsplit(' ', 1)[0] or start} …"


def shortened(text: str) -> str:
    """The first sentence, with a mark where more follows."""
    first = first_sentence(text)
    return first if first == text.strip() or first.endswith("…") else f"{first} …"


def proof(evidence: Evidence, speaker: str) -> Rich:
    """One piece of evidence: "Pages at night: 9 → 1 per month", a link, or a quote; `speaker` said the quote."""
    if evidence.kind == "quote":
        said = f" {speaker}" if speaker else ""
        return (Span("“"), Span(evidence.text), Span(f"”{said}"))
    label = Span(evidence.text or evidence.url, url=evidence.url)
    change = _change(evidence)
    return (label, Span(f": {change}")) if change else (label,)


def _change(evidence: Evidence) -> str:
    """Before and after, unless the words say them already."""
    if evidence.before is None or evidence.after is None:
        return ""
    before, after = str(evidence.before), str(evidence.after)
    if all(re.search(rf"\b{re.escape(value)}\b", evidence.text) for value in (before, after)):
        return ""
    return f"{before} → {after} {evidence.unit}".strip()
