"""What leaves the journal: audience, sections, document tree, renderer."""
