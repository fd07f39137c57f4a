"""The coach's texts: complete, linked to each other, and refused with the place when they are not."""

import re

import pytest

from growthtui.coach.catalogue import (
    FRAMEWORKS,
    load_framework,
    load_ideas,
    load_questions,
    load_rules,
    load_weekly,
    load_words,
    parse_framework,
    parse_questions,
    parse_rules,
    parse_weekly,
)
from growthtui.coach.predicates import directions
from growthtui.errors import BadCatalogueError

SET = 'schema = "growthtui-wizard/1"\n[[set]]\nid = "mine"\ntitle = "Mine"\n'
STEP = '[[set.step]]\nid = "a"\nquestion = "Why?"\n'
FRAME = 'schema = "growthtui-capabilities/1"\nid = "f"\ntitle = "F"\n'
LEVELS = '[[level]]\nvalue = 1\nname = "low"\n[[level]]\nvalue = 2\nname = "high"\n'
TWO = '[[capability]]\nid = "a"\ntitle = "A"\n[[capability]]\nid = "b"\ntitle = "B"\n'


def test_every_file_of_the_package_is_read_once() -> None:
    for load in (load_words, load_rules, load_questions, load_weekly, load_ideas):
        assert load() is load()
    assert load_framework("expert") is load_framework("expert")


def test_rules_are_complete() -> None:
    book = load_rules()
    assert len(book.rules) == 36
    assert book["GP403"].message == "'{match} ...' could mean anything."
    assert all(re.fullmatch(r"GP\d{3}", rule.id) and rule.question for rule in book.rules)


def test_question_sets_have_their_steps() -> None:
    book = load_questions()
    assert [questions.id for questions in book.sets] == ["pairing", "stuck", "survey", "manager_review", "pgp"]
    assert [step.id for step in book["pairing"].steps] == ["open", "q1", "q2", "q3", "q4", "q5", "q6", "close"]
    assert sum(step.minutes or 0 for step in book["pairing"].steps) == 57
    assert book["pairing"]["q4"].weak == ("W03", "W04", "W05", "W06", "W07", "W11")
    assert book.roles is not None


def test_every_idea_names_a_direction() -> None:
    assert {idea.direction for idea in load_ideas().ideas} <= set(directions())


def test_weekly_prompts() -> None:
    book = load_weekly()
    assert [prompt.id for prompt in book.prompts] == ["carry", "win", "learn", "block", "known", "gauge", "next"]
    assert {deep.id for deep in book.deep} == {"gibbs", "aar"}


@pytest.mark.parametrize(("name", "capabilities", "levels"), [("expert", 9, 3), ("engineer", 5, 4)])
def test_frameworks(name: str, capabilities: int, levels: int) -> None:
    assert name in FRAMEWORKS
    framework = load_framework(name)
    assert (len(framework.capabilities), len(framework.levels)) == (capabilities, levels)


def test_an_own_set_needs_little() -> None:
    book = parse_questions(SET + STEP, "mine.toml")
    assert book["mine"]["a"].question == "Why?"
    assert book["mine"]["a"].weak == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("set = [", "mine.toml: not readable as TOML"),
        ('schema = "other/1"\nset = []', "mine.toml, schema: 'other/1' is not"),
        (SET + "step = 3", "mine.toml, set[0].step"),
        (SET + '[[set.step]]\nid = "a"', "mine.toml, set[0].step[0]: Object missing required field `question`"),
        (SET + STEP + STEP, "mine.toml, set mine, step: the id 'a' is there twice"),
        (SET + STEP + 'weak = ["W13"]', "mine.toml, set mine, step a, weak: 'W13' is no sign"),
    ],
)
def test_a_broken_set_is_refused_with_the_place(text: str, place: str) -> None:
    with pytest.raises(BadCatalogueError, match=re.escape(place)):
        parse_questions(text, "mine.toml")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (FRAME + LEVELS + '[[capability]]\nid = "a"\ntitle = "A"\n', "f.toml, capability: 1 entries; 2 to 12"),
        (FRAME + '[[level]]\nvalue = 1\nname = "low"\n' + TWO, "f.toml, level: 1 entries; 2 to 7"),
        (FRAME + LEVELS.replace("2", "1") + TWO, "f.toml, level: the values must rise"),
        (FRAME + LEVELS + TWO.replace('"b"', '"a"'), "f.toml, capability: the id 'a' is there twice"),
        (FRAME + LEVELS + TWO + 'domain = "x"', "f.toml, capability b, domain: there is no domain 'x'"),
        (FRAME + LEVELS + TWO + 'levels = ["one"]', "f.toml, capability b, levels: 1 texts for 2 levels"),
    ],
)
def test_a_broken_framework_is_refused_with_the_place(text: str, place: str) -> None:
    with pytest.raises(BadCatalogueError, match=re.escape(place)):
        parse_framework(text, "f.toml")


def test_an_unknown_severity_and_a_repeated_prompt_are_refused() -> None:
    rule = 'schema = "growthtui-rules/1"\n[[rule]]\nid = "X"\ntier = 1\nseverity = "fatal"\n'
    with pytest.raises(BadCatalogueError, match=r"rule\[0\]\.severity"):
        parse_rules(rule, "r.toml")
    prompt = '[[prompt]]\nid = "a"\nseconds = 1\ntext = "t"\nkind = "line"\n'
    with pytest.raises(BadCatalogueError, match="the id 'a' is there twice"):
        parse_weekly('schema = "growthtui-weekly/1"\n' + prompt + prompt, "w.toml")
