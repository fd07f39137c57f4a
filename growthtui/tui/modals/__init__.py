"""What lies over a screen for a while: forms, lists to pick from, the help."""
