"""The settings: each with its value, where it comes from, and what it means."""
