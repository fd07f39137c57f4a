"""What others said, what is asked of them, and where the person is stuck."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from growthtui.domain.plan import TO_ASK, Dependency, GoalStatus
from growthtui.domain.week import Block as WeekBlock
from growthtui.insights.stats import LONG_CARRIED
from growthtui.insights.steps import most_carried, open_steps
from growthtui.packets import words
from growthtui.packets.material import Material, facts
from growthtui.packets.people import readers
from growthtui.packets.tree import Block, Item, Items, Notes, Paragraph, Quote, Span, Style, plain

_NOTE_LINES = 2


@dataclass(frozen=True, slots=True)
class _Voice:
    """Words of somebody, and where they come from."""

    text: str
    speaker: str
    on: date | None
    place: str
    is_shareable: bool


def feedback(material: Material) -> tuple[Block, ...]:
    """Words of others, newest first; the same words of the same person once."""
    voices = sorted(_voices(material), key=lambda voice: (voice.on or date.min, voice.place), reverse=True)
    once: dict[tuple[str, str], _Voice] = {}
    for voice in voices:
        if material.holds(voice.on):
            once.setdefault((voice.text, voice.speaker), voice)
    return tuple(Quote(voice.text, _source(material, voice)) for voice in once.values())


def asks(material: Material) -> tuple[Block, ...]:
    """What the person asks of the reader: what, by when, and what was answered."""
    tree = material.tree
    goals = [goal for goal in tree.goals if goal.status is GoalStatus.ACTIVE] if tree else []
    names = {name for person in readers(material.snapshot, material.audience) for name in (person.id, person.name)}
    names |= {material.audience.value, f"my {material.audience}", ""}
    items = tuple(_ask(item) for goal in goals for item in goal.dependencies if item.who in names and item.ask)
    return (Items(items, ordered=True),) if items else ()


def questions(material: Material) -> tuple[Block, ...]:
    """The questions about the plan for the reader, each with room for notes; without a visible plan there are none."""
    tree = material.tree
    if tree is None or not (tree.points or any(goal.text for goal in tree.goals)):
        return ()
    return tuple(
        block
        for number, question in enumerate(material.questions, start=1)
        for block in (Paragraph((Span(f"{number}. ", Style.STRONG), Span(question))), Notes(_NOTE_LINES))
    )


def stuck(material: Material) -> tuple[Block, ...]:
    """Where the person is stuck: steps taken along again and again, and what held them back."""
    weeks = material.snapshot.weeks
    often = most_carried(weeks)
    carried = [step for step in open_steps(weeks) if often.get(step.id, 0) >= LONG_CARRIED]
    items = [Item(plain(step.text), facts(f"taken along {often[step.id]} times")) for step in carried]
    items += [_block(week.block, material.days_of(week.week)) for week in material.weeks if week.block]
    return (Items(tuple(items)),) if items else ()


def _ask(item: Dependency) -> Item:
    answer = "" if item.status == TO_ASK else f"answer: {item.status}"
    return Item(plain(item.ask), facts(f"by {words.day(item.ask_by)}" if item.ask_by else "", answer))


def _voices(material: Material) -> Iterator[_Voice]:
    for item in material.snapshot.feedback:
        yield _Voice(item.text, item.from_, item.on, "", item.shareable)
    for survey in material.snapshot.surveys:
        place = f"asked “{survey.question}”" if survey.question else "in a survey"
        for answer in survey.responses:
            yield _Voice(answer.text, answer.from_, answer.on, place, answer.shareable)


def _source(material: Material, voice: _Voice) -> str:
    name = material.snapshot.person_name(voice.speaker) if voice.speaker else ""
    consent = "" if voice.is_shareable else "not to be quoted"
    return ", ".join(part for part in (name, material.day(voice.on), voice.place, consent) if part)


def _block(block: WeekBlock, when: str) -> Item:
    cause = block.cause.capitalize()
    return Item(
        (Span(f"{cause}: "), Span(block.text)) if cause and block.text else plain(cause or block.text), facts(when)
    )
