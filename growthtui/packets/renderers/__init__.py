"""Renderers: from the document tree to the bytes of a format."""
