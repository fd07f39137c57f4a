"""The one door to an open journal: each change is one transaction, whichever front end asks for it."""
