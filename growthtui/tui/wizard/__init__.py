"""The parts of the question wizard: the session under way, and a widget for each kind of answer."""
