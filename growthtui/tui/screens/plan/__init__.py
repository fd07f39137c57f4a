"""The plan: one document in three views, to walk, to change and to read in full."""
