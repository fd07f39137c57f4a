"""The owner, the people around, and what was asked, heard and agreed with them."""

from datetime import date

import msgspec

from growthtui.domain.base import Record, Value, Visibility


class Owner(Value, frozen=True, kw_only=True):
    """Whose journal it is."""

    display_name: str = ""
    role: str = ""
    team: str = ""


class JournalInfo(Record, frozen=True, kw_only=True):
    """The one record about the journal as a whole; `demo` marks a sample."""

    person: Owner = Owner()
    language: str | None = None
    timezone: str | None = None
    week_start: str | None = None
    fictional: bool = False
    demo: bool = False


class Person(Record, frozen=True, kw_only=True):
    """Somebody the journal speaks of."""

    name: str
    role: str = ""


class Feedback(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """Words of somebody else; they leave only when `shareable`."""

    text: str
    from_: str = ""
    on: date | None = None
    shareable: bool = False
    visibility: Visibility | None = None


class Response(Value, frozen=True, kw_only=True, rename={"from_": "from"}):
    """One answer to a survey and what the owner made of it."""

    text: str
    from_: str = ""
    on: date | None = None
    verdict: str = ""
    why_not_known: str = ""
    shareable: bool = False


class Survey(Record, frozen=True, kw_only=True):
    """A small written question to several people."""

    question: str
    sent: date | None = None
    due: date | None = None
    recipients: tuple[str, ...] = ()
    responses: tuple[Response, ...] = ()


class Answer(Value, frozen=True, kw_only=True):
    """An answer of a session, word for word, with the probe used and what went into the plan."""

    step: str
    text: str = ""
    scale: int | None = None
    scale_min: int = 1
    scale_max: int = 10
    probe: str = ""
    probes: tuple[str, ...] = ()
    visibility: Visibility | None = None
    accepted: tuple[str, ...] = ()


class ParkedAdvice(Value, frozen=True, kw_only=True):
    """A suggestion of the asker, hidden until the end."""

    text: str
    shown: bool = False
    taken: bool = False


class Session(Record, frozen=True, kw_only=True, rename={"with_": "with"}):
    """One walk through a question set; `kind` is the set. Unfinished while `finished` is false."""

    kind: str
    with_: str = ""
    on: date | None = None
    minutes: int | None = None
    agreement: str = ""
    answers: tuple[Answer, ...] = ()
    parked_advice: tuple[ParkedAdvice, ...] = ()
    next: date | None = None
    step: str = ""
    finished: bool = True


class Event(Record, frozen=True, kw_only=True):
    """A career event: -1 back, 0 neither, +1 forward."""

    text: str
    kind: str = "career"
    direction: int = 0
    on: date | None = None
    visibility: Visibility | None = None


class Review(Record, frozen=True, kw_only=True):
    """A review meeting and the period it covers."""

    kind: str = ""
    audience: str = ""
    on: date | None = None
    since: date | None = None
    planned: bool = False


class Derailer(Value, frozen=True, kw_only=True):
    """A behaviour seen: never, occasionally or often."""

    text: str
    how_often: str = "never"


class Rating(Value, frozen=True, kw_only=True):
    """The level of one capability."""

    level: int
    derailers: tuple[Derailer, ...] = ()
    note: str = ""


class Assessment(Record, frozen=True, kw_only=True):
    """Ratings of one rater on one day, by one version of a framework."""

    framework: str
    version: str = ""
    by: str = "self"
    on: date | None = None
    ratings: dict[str, Rating] = msgspec.field(default_factory=dict)
