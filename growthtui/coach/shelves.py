"""The shapes of the coach's texts: rules, question sets, weekly prompts, ideas, capability frameworks."""

from enum import StrEnum

import msgspec

_GOAL = "{goal}"
_LONGEST_GOAL = 80


class Severity(StrEnum):
    """How serious a finding is. The order of the members is the order on the screen."""

    ERROR = "error"
    """The plan cannot work as written."""
    WARN = "warn"
    """A likely mistake."""
    INFO = "info"
    """A question."""


class Rule(msgspec.Struct, frozen=True):
    """One rule of the plan review; `{x}` in the message is filled in by the finding."""

    id: str
    tier: int
    severity: Severity
    name: str
    source: str
    message: str
    question: str


class RuleBook(msgspec.Struct, frozen=True):
    """All rules of one file, in its order."""

    schema: str
    rules: tuple[Rule, ...] = msgspec.field(name="rule")

    def __getitem__(self, rule_id: str) -> Rule:
        """The rule with this id; KeyError if there is none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)


class Step(msgspec.Struct, frozen=True):
    """One question with what the asker's panel shows. `weak` are the signs looked for in its answer."""

    id: str
    question: str
    phase: str = ""
    minutes: int | None = None
    why: str = ""
    probes: tuple[str, ...] = ()
    scale: str = ""
    weak: tuple[str, ...] = ()
    weak_example: str = ""
    strong_example: str = ""
    lands: str = ""


class QuestionSet(msgspec.Struct, frozen=True):
    """One set of questions; the wizard runs its steps in order."""

    id: str
    title: str
    steps: tuple[Step, ...] = msgspec.field(name="step")
    solo: str = ""

    def __getitem__(self, step_id: str) -> Step:
        """The step with this id; KeyError if there is none."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)

    def about(self, goal: str) -> "QuestionSet":
        """The same with the current goal in the questions that name it (`{goal}`); without a goal they do not."""
        if not any(_GOAL in step.question for step in self.steps):
            return self
        words = " ".join(goal.split())
        short = words if len(words) <= _LONGEST_GOAL else f"{words[:_LONGEST_GOAL].rstrip()}…"
        steps = (
            msgspec.structs.replace(
                step,
                question=step.question.replace(_GOAL, short) if short else step.question.replace(f" ({_GOAL})", ""),
            )
            for step in self.steps
        )
        return msgspec.structs.replace(self, steps=tuple(steps))


class Roles(msgspec.Struct, frozen=True):
    """The role cards of a session."""

    asker: str
    answerer: str
    advice_parking: str


class QuestionBook(msgspec.Struct, frozen=True):
    """All question sets of one file. A person's own file may leave the role cards out."""

    schema: str
    sets: tuple[QuestionSet, ...] = msgspec.field(name="set")
    language: str = "en"
    roles: Roles | None = None

    def __getitem__(self, set_id: str) -> QuestionSet:
        """The set with this id; KeyError if there is none."""
        for questions in self.sets:
            if questions.id == set_id:
                return questions
        raise KeyError(set_id)


class Prompt(msgspec.Struct, frozen=True):
    """One prompt of the weekly entry. `seconds` is a soft budget."""

    id: str
    seconds: int
    text: str
    kind: str
    options: tuple[str, ...] = ()
    evidence: str = ""


class RotatingPrompt(msgspec.Struct, frozen=True):
    """An extra prompt that comes round every so many weeks."""

    every_weeks: int
    text: str


class DeepPrompt(msgspec.Struct, frozen=True):
    """A longer reflection that is offered, never forced."""

    id: str
    when: str
    text: tuple[str, ...]


class Message(msgspec.Struct, frozen=True):
    """A sentence of the coach about the rhythm, with `{placeholders}`."""

    id: str
    text: str


class WeeklyBook(msgspec.Struct, frozen=True):
    """The weekly entry: its prompts, the rotating ones, the deep ones and the messages."""

    schema: str
    prompts: tuple[Prompt, ...] = msgspec.field(name="prompt")
    rotating: tuple[RotatingPrompt, ...] = ()
    deep: tuple[DeepPrompt, ...] = ()
    messages: tuple[Message, ...] = msgspec.field(default=(), name="message")


class Idea(msgspec.Struct, frozen=True):
    """One idea for inspiration. `direction` is a direction of the word lists."""

    kind: str
    direction: str
    text: str
    origin: str = "own"
    note: str = ""
    warning: str = ""


class IdeaShelf(msgspec.Struct, frozen=True):
    """All ideas of one file."""

    schema: str
    ideas: tuple[Idea, ...] = msgspec.field(name="idea")


class Level(msgspec.Struct, frozen=True):
    """One level of a framework."""

    value: int
    name: str
    text: str = ""


class Scoring(msgspec.Struct, frozen=True):
    """How derailers lower a level, and how many capabilities at the top make the top overall."""

    min_level: int = 1
    derailers_for_drop: int = 2
    drop: int = 1
    top_needed: int = 5


class CapabilityDomain(msgspec.Struct, frozen=True):
    """A group of capabilities."""

    id: str
    title: str


class Capability(msgspec.Struct, frozen=True):
    """One capability; `levels` says what each level looks like, lowest first."""

    id: str
    title: str
    domain: str = ""
    text: str = ""
    levels: tuple[str, ...] = ()
    derailers: tuple[str, ...] = ()


class Framework(msgspec.Struct, frozen=True):
    """A capability framework; its id and version are kept with every rating."""

    schema: str
    id: str
    title: str
    levels: tuple[Level, ...] = msgspec.field(name="level")
    capabilities: tuple[Capability, ...] = msgspec.field(name="capability")
    version: int | str = 1
    scoring: Scoring = Scoring()
    domains: tuple[CapabilityDomain, ...] = msgspec.field(default=(), name="domain")
