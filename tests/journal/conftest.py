"""Journals to begin with."""

import pytest

from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine


@pytest.fixture
def three(journal: Journal) -> Journal:
    """A journal with three lines, saved one after the other."""
    for text in "abc":
        journal.log.add(NewLine(text=text))
    return journal
