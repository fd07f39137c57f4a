"""Small widgets that screens and forms are made of; they report, they decide nothing."""
