"""Normalising, and finding listed words on their boundaries."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growthtui.coach.catalogue import load_words
from growthtui.coach.words import Text, WordList, norm, read


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("  I  can’t\t„see“ it ", 'i can\'t "see" it'),
        ("on–call — off‑site − x", "on-call - off-site - x"),
        ("• Write\u00a0it", "write it"),
        ("•Write it", "write it"),
        ("- - a", "a"),
        ("-", "-"),
        ("-5 % done", "-5 % done"),
        ("ﬁnish the Ｒeport ①", "finish the report 1"),
        ("STRASSE Straße", "strasse strasse"),
        ("line\none", "line one"),
        ("", ""),
    ],
)
def test_norm(text: str, normal: str) -> None:
    assert norm(text) == normal


WORDS = WordList(("talk", "talk to", "publish*", "code review*", "1:1", "so"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a talk", "talk"),
        ("Talk to Bo", "talk to"),
        ("talking", None),
        ("smalltalk", None),
        ("small-talk", "talk"),
        ("self-published!", "published"),
        ("publish", "publish"),
        ("two code reviewers", "code reviewers"),
        ("code revie", None),
        ("our 1:1.", "1:1"),
        ("11:10", None),
        ("also talk, and publishing", "talk"),
        ("", None),
    ],
)
def test_find(text: str, found: str | None) -> None:
    assert WORDS.find(read(text)) == found


def test_spans_do_not_overlap() -> None:
    text = read("talk to talk, so publish so")
    assert [text.string[start:end] for start, end in WORDS.spans(text)] == ["talk to", "talk", "so", "publish", "so"]


def test_an_entry_that_could_never_be_found_is_refused() -> None:
    for entry in ("", "?", "ab*"):
        with pytest.raises(ValueError, match="does not begin"):
            WordList((entry,))


LISTS = [
    load_words().observable.artefacts,
    load_words().observable.observers,
    load_words().vague.starts,
    load_words().vague.comparative,
    load_words().control.participles,
    load_words().recognition.seen,
    load_words().secret_fix.objects,
    *(direction.cues for direction in load_words().direction),
]


@given(st.data())
def test_a_list_finds_what_its_regular_expression_finds(data: st.DataObject) -> None:
    """The dictionary is only a faster way to the same answer."""
    words = data.draw(st.sampled_from(LISTS))
    parts = st.one_of(
        st.sampled_from(words.entries).map(lambda entry: entry.replace("*", "")),
        st.sampled_from(["s", "er", "-", "'s", ",", "a", "the", "_", "é", "1", ""]),
    )
    joined = data.draw(st.lists(st.tuples(parts, st.sampled_from([" ", "", "-"])), max_size=8))
    text = Text("".join(part + gap for part, gap in joined))
    pattern = re.compile(rf"\b{words.pattern}\b")
    assert list(words.spans(text)) == [match.span() for match in pattern.finditer(text.string)]
