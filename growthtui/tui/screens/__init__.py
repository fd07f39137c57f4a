"""The screens, a module or a folder each; `places` says how each is opened."""
