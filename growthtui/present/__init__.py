"""Snapshot in, rows and lines of text out: what both front ends show, without Textual and without click."""
