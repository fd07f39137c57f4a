"""The coach on the screens: what it asks, the quick ways to answer, the ideas. It asks; it never stands in the way."""
