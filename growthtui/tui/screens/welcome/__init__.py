"""The first run: what this is, and four ways to begin."""
