"""The full-screen front end: Textual screens, modals and widgets. It shows snapshots and calls the journal."""
