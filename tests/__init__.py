"""Tests of growthtui: mostly pure and fast; storage on real files; front ends as users meet them."""
