"""One TinyDB file that nothing can break, and what lies beside it: kept versions, undo log, lock."""
