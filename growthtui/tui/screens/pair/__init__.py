"""Pair: a set of questions walked alone or by two, read back, and taken into the plan item by item."""
