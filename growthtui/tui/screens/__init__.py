"""The screens, one module each; `places` says how each is opened."""
